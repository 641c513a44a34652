"""Reads from the journal what became of redemptions, reversals and hand-overs, for a POS."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.domain.redemption import State
from desktop.domain.result_line import HAPPENED, while_giving_back
from desktop.domain.result_record import earlier_of, result, reversal_result
from desktop.domain.reversal import ReversalState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.hand_over_record import HandOverRecord, JournalPosition
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal

UNKNOWN = "unknown"
CHANGEABLE = frozenset({UNKNOWN, "refused", "not_sent", "not_applied"})
"""The outcomes that are told again if they change. All but `unknown` change only if they were not proved."""

_NOT_REDEEMED = CHANGEABLE - {UNKNOWN}

_NEVER_KNOWN = {
    "outcome": UNKNOWN,
    "message": "The till cannot find this outcome out: its journal no longer says what was sent. Ask the loyalty "
    "service or support.",
}
"""What the POS is told, in English, if an outcome stays unknown."""


class Known(NamedTuple):
    """An outcome as the journal has it.

    Attributes:
        record: the result, without an earlier redemption.
        may_change: True if the service is still asked, because the outcome is unknown, or because the points may have
            moved although it counts as not done.
    """

    record: Mapping[str, object]
    may_change: bool


class OutcomeJournal(Protocol):
    """What telling outcomes needs of the journal. Every method raises `JournalUnusable`."""

    @property
    def position(self) -> JournalPosition:
        """Where the journal is now."""

    def get(self, reference: str) -> Attempt | None:
        """Returns one attempt."""

    def same_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns all attempts with this bill number, newest first; none for an empty number."""

    def sent_for(self, hand_over: str, since: datetime, after: int | None = None) -> Attempt | None:
        """Returns the attempt that was sent last for a hand-over; None if none was.

        Args:
            hand_over: its id.
            since: when it was handed over.
            after: the number of an event about then; None if it is not known.
        """

    def all_sent_for(self, hand_over: str, reference: str) -> tuple[Attempt, ...]:
        """Returns all attempts that were sent for a hand-over, newest first; none for an empty id.

        Args:
            hand_over: its id.
            reference: of one of them.
        """

    def hand_overs(self, reference: str) -> tuple[str, ...]:
        """Returns the hand-overs that an attempt was sent or asked for, oldest first; the last one has its outcome.

        A customer of the cashier's own is an empty text, and so is what an earlier version sent.
        """

    def asked_last(self, reference: str) -> datetime | None:
        """Returns when an attempt was sent or asked for last; None if the journal does not say."""

    def get_reversal(self, reversal_id: str) -> Reversal | None:
        """Returns one reversal."""

    def begun_for(self, hand_over: str, reference: str) -> tuple[Reversal, ...]:
        """Returns all reversals of a redemption that were begun for a hand-over, newest first."""

    def reversals_of(self, reference: str) -> tuple[Reversal, ...]:
        """Returns the reversals of one redemption."""

    def close(self) -> None:
        """Closes the file."""


class OutcomeReader:
    """Reads outcomes. Every method raises `JournalUnusable` if the journal cannot be read."""

    def __init__(self, journal: OutcomeJournal) -> None:
        self._journal = journal

    def known(
        self, reference: str, reversal_id: str, told: Mapping[str, object] | None = None, hand_over: str = ""
    ) -> Known | None:
        """Returns the outcome of a redemption or of a reversal of it; None if the journal does not have it.

        If it was the last of several tries for a hand-over, and did not happen, it is the outcome of one that did.

        Args:
            reference: of the last redemption.
            reversal_id: the till's own id of the reversal; empty for the redemption itself.
            told: what the POS was told of it last; None for nothing.
            hand_over: the id of the hand-over for which it was told; empty if that is not known.
        """
        attempt = self._journal.get(reference)
        if attempt is None:
            return None
        if not reversal_id:
            known = self._now(attempt)
            if told is not None and self._is_for_a_later_sale(attempt, told, hand_over):
                # What is unknown is asked for again only after its absence was recorded.
                is_unknown = told["outcome"] == UNKNOWN
                known = Known({**told, "outcome": "not_applied"} if is_unknown else told, may_change=False)
            return self._or_of_another_try(known, attempt, hand_over)
        reversal = self._journal.get_reversal(reversal_id)
        if reversal is None:
            return None
        known = Known(reversal_result(attempt, reversal), _may_change_back(attempt, reversal))
        return self._or_of_another_reversal(known, attempt, reversal, hand_over)

    def _now(self, attempt: Attempt) -> Known:
        """Returns the outcome of a redemption. It is not known while points of it may have been given back."""
        record = result(attempt)
        reversals = self._journal.reversals_of(attempt.reference) if attempt.state is State.REDEEMED else ()
        if any(one.is_open for one in reversals):
            return Known(while_giving_back(record), may_change=_can_ask(attempt))
        return Known(record, _may_change(attempt))

    def _or_of_another_try(self, known: Known, attempt: Attempt, hand_over: str) -> Known:
        """Returns the outcome of another try for a hand-over, if that moved the points and the last one did not."""
        if not hand_over or known.record["outcome"] not in _NOT_REDEEMED:
            return known
        sent = self._journal.all_sent_for(hand_over, attempt.reference)
        others = [one for one in sent if one.reference != attempt.reference]
        moved = next((one for one in others if one.state is State.REDEEMED), None)
        if moved is not None:
            return self._now(moved)
        return known._replace(may_change=known.may_change or any(map(_may_change, others)))

    def _or_of_another_reversal(self, known: Known, attempt: Attempt, reversal: Reversal, hand_over: str) -> Known:
        """Returns the outcome of another reversal for a hand-over, if that one happened and the last one did not."""
        if not hand_over or known.record["outcome"] not in _NOT_REDEEMED:
            return known
        others = [one for one in self._journal.begun_for(hand_over, attempt.reference) if one.id != reversal.id]
        done = next((one for one in others if one.state is ReversalState.REVERSED), None)
        if done is not None:
            return Known(reversal_result(attempt, done), may_change=False)
        return known._replace(may_change=known.may_change or any(_may_change_back(attempt, one) for one in others))

    def with_earlier(self, record: Mapping[str, object]) -> Mapping[str, object]:
        """Adds the earlier redemption of the same bill, if there is one.

        A request to give points back names no bill. If nothing was sent for it, this adds the redemption's.
        """
        reference = str(record.get("external_reference_number") or "")
        if is_unsent_give_back(record):
            redemption = self._journal.get(reference)
            if redemption is not None:
                record = {**record, "bill": redemption.draft.bill or None}
        bill = record.get("bill")
        if not bill:
            return record
        return self._with(record, earlier_of(self._journal.same_bill(str(bill)), reference))

    def _with(self, record: Mapping[str, object], earlier: Attempt | None) -> Mapping[str, object]:
        return {**record, "earlier": None if earlier is None else self._now(earlier).record}

    def result_of(self, hand_over: HandOverRecord) -> Mapping[str, object]:
        """Returns the outcome of a hand-over that is no longer at the counter, as the journal knows it now."""
        told = hand_over.told
        known, _, _ = self._sent_for(hand_over)
        if known is not None:
            return self.with_earlier(known.record)
        if told is not None and hand_over.is_done:
            return self._with_earlier_known_now(told)
        return self.with_earlier(_nothing_sent(hand_over))

    def may_change(self, hand_over: HandOverRecord) -> bool:
        """True if points may have moved for a hand-over, whatever `result_of` says now."""
        known, _, _ = self._sent_for(hand_over)
        return known is not None and known.may_change

    def _with_earlier_known_now(self, told: Mapping[str, object]) -> Mapping[str, object]:
        """Returns what was told with the outcome of its earlier redemption, if that was not known then."""
        earlier = told.get("earlier")
        if not isinstance(earlier, dict) or earlier.get("outcome") != UNKNOWN:
            return told
        now = self._journal.get(str(earlier.get("external_reference_number") or ""))
        return told if now is None else self._with(told, earlier_of([now]))

    def _sent_for(self, hand_over: HandOverRecord) -> tuple[Known | None, str, str]:
        """Returns the outcome of what was sent for a hand-over, its reference, and the id of its reversal.

        If the till ended before it recorded the end, the journal decides: its events name the hand-over that they are
        for. So what was sent for another one, or for a customer of the cashier's own, is never taken for this one's.
        """
        reference, reversal_id, opened = hand_over.reference, hand_over.reversal_id, hand_over.opened
        told = hand_over.told
        may_lack_the_last = False
        if not hand_over.is_done:
            is_of_another = opened is not None and opened.identity != self._journal.position.identity
            if opened is not None and is_of_another and not reference:
                older = None if opened.identity else self._sent_since(hand_over)
                if older is None:
                    # The journal was replaced meanwhile, or it is an older version's, so no one knows what was sent.
                    return Known({**_nothing_sent(hand_over), **_NEVER_KNOWN}, may_change=False), "", ""
                return self._now(older), older.reference, ""
            give_back = hand_over.fields.get("give_back", "")
            if give_back:
                begun = self._journal.begun_for(hand_over.id, give_back)
                reference, reversal_id = (give_back, begun[0].id) if begun else (reference, reversal_id)
                may_lack_the_last = is_of_another and not begun
            else:
                sent = self._journal.sent_for(hand_over.id, hand_over.at, None if opened is None else opened.events)
                reference = reference if sent is None else sent.reference
                may_lack_the_last = is_of_another and sent is None
        known = self.known(reference, reversal_id, told, hand_over.id) if reference else None
        if known is None and reference and told and (told["outcome"] == UNKNOWN or not hand_over.is_done):
            # It was sent, and the journal that had it is gone. What was known to have happened stays so.
            record = told if told["outcome"] in HAPPENED else {**told, **_NEVER_KNOWN}
            return Known(record, may_change=False), reference, reversal_id
        if known is not None and known.record["outcome"] in _NOT_REDEEMED and may_lack_the_last:
            # The cashier may have tried again, and the journal that was replaced alone knew for which hand-over.
            return Known({**known.record, **_NEVER_KNOWN}, may_change=False), "", ""
        return known, reference, reversal_id

    def _sent_since(self, hand_over: HandOverRecord) -> Attempt | None:
        """Returns the attempt of the bill that was sent last, if that was after the hand-over.

        Only for one of an older version: it is concluded at the next start, before anything else is sent.
        """
        found = self._journal.same_bill(hand_over.fields.get("bill", ""))
        return next((one for one in found if one.at >= hand_over.at), None)

    def _is_for_a_later_sale(self, attempt: Attempt, told: Mapping[str, object], hand_over: str) -> bool:
        """True if an attempt without a bill was told as not done, or as unknown, and a later sale has its outcome.

        It was sent again for that sale to the same member, or the press of that sale found out that it had happened.
        The points must not be taken off the earlier sale too. The later sale's bill may have been attached since.
        """
        if told.get("bill", attempt.draft.bill) or told.get("outcome") not in CHANGEABLE:
            return False
        hand_overs = self._journal.hand_overs(attempt.reference)
        if hand_over and hand_over in hand_overs:
            return hand_overs[-1] != hand_over
        # An earlier version told it, or the journal was damaged since, and no longer says for whom it was sent first.
        return _is_after(self._journal.asked_last(attempt.reference) or attempt.at, told)

    def lost(self, hand_over: HandOverRecord) -> tuple[Mapping[str, object], str, str]:
        """Returns the outcome of a hand-over whose outcome was never told, with its reference and reversal."""
        known, reference, reversal_id = self._sent_for(hand_over)
        told = self.with_earlier(_nothing_sent(hand_over) if known is None else known.record)
        return told, reference, reversal_id


def is_unsent_give_back(record: Mapping[str, object]) -> bool:
    """True for the result of a request to give points back for which nothing was sent."""
    return bool(record.get("external_reference_number")) and not record.get("begun")


def _can_ask(attempt: Attempt) -> bool:
    """True if a member can be looked up: the number has not been deleted."""
    return bool(attempt.draft.identifier.value)


def _may_change(attempt: Attempt) -> bool:
    """True if the service is still asked what became of an attempt."""
    return _can_ask(attempt) and (attempt.is_unsettled or attempt.is_unproved)


def _may_change_back(attempt: Attempt, reversal: Reversal) -> bool:
    """True if the service is still asked what became of a reversal."""
    return _can_ask(attempt) and (reversal.is_open or reversal.is_unproved)


def _is_after(asked: datetime, told: Mapping[str, object]) -> bool:
    """True if an attempt was asked for after it had been told, as far as the clock can say."""
    try:
        return asked.replace(microsecond=0) > datetime.fromisoformat(str(told.get("at")))
    except (ValueError, TypeError):
        # The POS wrote something else there.
        return False


def _nothing_sent(hand_over: HandOverRecord) -> dict[str, str | None]:
    fields = hand_over.fields
    give_back = fields.get("give_back", "")
    at = hand_over.at.isoformat(timespec="seconds")
    made = result(None, mobile=fields.get("mobile", ""), bill=fields.get("bill", ""), at=at)
    points = fields.get("points") if give_back else None
    return made | {"external_reference_number": give_back or None, "points_requested": points or None}
