"""Decides what earlier attempts mean for a redemption: what holds it back, what to ask first, which one to continue."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.failures import Held, HeldBack, JournalUnusable
from desktop.domain.redemption import HAPPENED, UNSETTLED, Attempt, Draft, IllegalStepError, State, Step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.flow.lookup import Lookup
    from desktop.flow.ports import Clock, Journal

_log = logging.getLogger(__name__)

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a redemption goes on from what the journal has.

    Attributes:
        draft: what is to be sent, with the bill and the identifier as an earlier attempt had them.
        unproved: earlier attempts for the same redemption that may have moved the points, newest first. Each must be
            looked up before anything is sent.
        resend: the attempt to send again with its own reference; None for a new attempt.
    """

    draft: Draft
    unproved: tuple[Attempt, ...] = ()
    resend: Attempt | None = None


class EarlierAttempts:
    """Compares a redemption with what the journal has.

    Two attempts are for the same redemption if they are for the same bill (or, if one has no bill, within a day), the
    same points, program and group, and the same person by whatever identifier.

    The journal may change between two readings, because settling goes on meanwhile: unknown becomes absent, absent
    becomes redeemed. So everything about a bill is decided from one reading.
    """

    def __init__(self, journal: Journal, clock: Clock, *, service: str = "", till: str = "") -> None:
        self._journal = journal
        self._clock = clock
        self._service = service
        self._till = till
        self._asked: set[tuple[Held, str]] = set()
        self._began = (clock.now(), clock.monotonic())
        self._set_by = self._lowest = self._highest = timedelta()

    def check(self, draft: Draft, *, confirmed: bool) -> Continuation:
        """Holds a redemption back if an earlier one stands in its way. Otherwise returns how it goes on.

        Args:
            draft: what is about to be redeemed.
            confirmed: the cashier goes on. That answers only what was asked since the last press that was not
                confirmed: an earlier attempt that has turned up meanwhile is asked about, and a bill whose outcome
                is not known cannot be overridden at all.

        Raises:
            HeldBack: with the earlier attempt.
            JournalUnusable: the journal cannot be read.
        """
        if not confirmed:
            self._asked.clear()
        self._note_clock()
        if not draft.bill.strip():
            return self._check_without_bill(draft)
        recent = self._journal.recent(draft, self._since)
        same_bill = self._journal.same_bill(draft.bill)
        for earlier in same_bill:
            if earlier.state in UNSETTLED:
                raise HeldBack(Held.SAME_BILL, earlier)
        self._ask_about_redeemed(same_bill, draft)
        self._ask(Held.SAME_MEMBER, self._journal.same_member(draft))
        same = [one for one in same_bill if one.draft.is_same_intent(draft)]
        self._ask(Held.OTHER_POINTS, [one for one in same_bill if one.is_unproved and one not in same])
        without_bill = [one for one in recent if not one.draft.bill.strip() and one.draft.is_same_intent(draft)]
        # Other points on it ask, too, as they do on the bill itself.
        similar = [*self._similar(draft), *without_bill]
        self._ask(Held.SIMILAR_BILL, [one for one in similar if _may_have_moved(one)])
        return self._continue(same, draft)

    def look_up_unproved(self, continuation: Continuation, lookup: Lookup, hand_over: str = "") -> Attempt | None:
        """Looks up attempts that may have moved the points already. Returns the redemption if one of them happened.

        Without a bill, it is for the sale at hand from then on, and not for the one that it was sent for.

        Args:
            continuation: what `check` returned.
            lookup: looks them up.
            hand_over: the id of the POS's hand-over at hand; empty for a customer of the cashier's own.

        Raises:
            HeldBack: `UNSEEN`, because the service did not show whether an earlier attempt went through, or as
                `take_found`.
            JournalUnusable: what was found could not be recorded.
        """
        for attempt in continuation.unproved:
            current, is_absent = self._look_up(attempt, lookup, hand_over)
            if current.state in HAPPENED:
                _log.info("%s was redeemed all along", attempt.reference)
                return current
            # Settling may have begun to doubt it during the look-up.
            if not is_absent or current.state is not attempt.state:
                raise HeldBack(Held.UNSEEN, current)
        return None

    def take_found(self, attempt: Attempt, hand_over: str) -> None:
        """Takes a redemption that settling has found since it was checked for the sale at hand.

        Asks about it if it was for another hand-over. The POS may have been told already that it happened, and must not
        take it off two sales. With a bill, it is the same sale.

        Raises:
            HeldBack: with the redemption.
        """
        sent_for = next(reversed(self._journal.hand_overs(attempt.reference)), "")
        current = self._journal.get(attempt.reference) or attempt
        if not attempt.draft.bill.strip() and sent_for not in {"", hand_over}:
            self._ask(Held.SAME_BILL_REDEEMED, [current] if current.state is State.REDEEMED else [])
        elif sent_for != hand_over and current.state in HAPPENED:
            try:
                self._journal.ask_again(attempt.reference, hand_over, at=self._clock.now())
            except JournalUnusable as trouble:
                # The redemption is recorded, and the cashier sees it now.
                _log.warning("for whom %s was asked again is not recorded: %s", attempt.reference, trouble.support)

    def _look_up(self, attempt: Attempt, lookup: Lookup, hand_over: str) -> tuple[Attempt, bool]:
        """Returns the attempt as the journal has it after a look-up, and True if the look-up saw that it is absent."""
        result = lookup.look(attempt)
        try:
            if result.found is not None:
                return lookup.found(attempt, result.found, hand_over), False
            if result.candidate is not None:
                return lookup.suspect(attempt, result.candidate), False
            if not result.is_absent:
                return attempt, False
            return self._journal.step(attempt.reference, Step.LOOKED, at=self._clock.now()), True
        except IllegalStepError as error:
            # Settling was quicker.
            _log.info("%s is %s since it was looked up", attempt.reference, error.state)
            self.take_found(attempt, hand_over)
            return self._journal.get(attempt.reference) or attempt, False

    def _check_without_bill(self, draft: Draft) -> Continuation:
        # The order matters: settling may change an attempt after the first reading, and then the next reading finds it.
        self._ask(Held.SAME_MEMBER, self._journal.same_member(draft))
        not_redeemed = self._journal.not_redeemed(draft)
        recent = self._journal.recent(draft, self._since)
        same = [one for one in recent if one.draft.is_same_intent(draft)]
        with_bill = [one for one in same if one.draft.bill.strip() and _may_have_moved(one)]
        self._ask(Held.SIMILAR_BILL, with_bill)
        done = [one for one in same if one.state is State.REDEEMED and not one.draft.bill.strip()]
        self._ask(Held.SAME_BILL_REDEEMED, done)
        self._ask(Held.OTHER_POINTS, [one for one in recent if self._was_found_unseen(one) and one not in done])
        references = {one.reference for one in same if not one.draft.bill.strip()}
        return self._continue([one for one in not_redeemed if one.reference in references], draft)

    def _continue(self, same: Sequence[Attempt], draft: Draft) -> Continuation:
        """Returns how the redemption goes on from the earlier attempts for the same one, newest first."""
        ours = [one for one in same if self._is_ours(one)]
        self._ask(Held.OTHER_MACHINE, [one for one in same if self._may_go_on_elsewhere(one)])
        unproved = tuple(one for one in ours if one.is_unproved)
        newest = next((one for one in ours if one.is_unproved or one.is_resendable), None)
        if newest is None:
            return Continuation(draft)
        if not newest.is_resendable:
            return Continuation(draft, unproved)
        # The vendor's rule: a retry of the same request carries the same reference. So it is the same request, too.
        sent = replace(draft, bill=newest.draft.bill, identifier=newest.draft.identifier, user_id=newest.draft.user_id)
        return Continuation(sent, unproved, newest)

    def _is_ours(self, attempt: Attempt) -> bool:
        """True if this machine sent it to this service, so that it may be sent again and absence proves something."""
        return self._is_of_this_journal(attempt) and not attempt.is_elsewhere(self._service, self._till)

    def _may_go_on_elsewhere(self, attempt: Attempt) -> bool:
        """True if the points may have moved at another service, or another machine may send the attempt again."""
        if not self._is_of_this_journal(attempt):
            return attempt.is_unproved or attempt.is_resendable
        return attempt.is_unproved and attempt.is_elsewhere(self._service, self._till)

    def _is_of_this_journal(self, attempt: Attempt) -> bool:
        return attempt.journal_id in {"", self._journal.identity}

    def _ask_about_redeemed(self, same_bill: Sequence[Attempt], draft: Draft) -> None:
        """Asks each time about a bill on which points were redeemed, and says how many so far.

        Some shops number bills from 1 every morning, so another day's bill is asked about only if it is the very same
        redemption.
        """
        done = [one for one in same_bill if one.state is State.REDEEMED]
        today = [one for one in done if self._is_recent(one)]
        so_far = sum((one.moved for one in today), Decimal(0))
        self._ask(Held.SAME_BILL_REDEEMED, today, so_far=so_far)
        again = [one for one in done if one.draft.is_same_intent(draft)]
        self._ask(Held.SAME_BILL_REDEEMED, again, so_far=sum((one.moved for one in again), Decimal(0)))

    def _similar(self, draft: Draft) -> list[Attempt]:
        """Returns recent attempts of the same person on a bill that is spelt almost the same."""
        since = self._since
        similar = [one for one in self._journal.similar_bill(draft.bill) if one.draft.is_same_person(draft)]
        return [one for one in similar if one.at.date() >= since or self._is_recent(one)]

    @property
    def _since(self) -> date:
        """The first local day whose attempts count as recent."""
        return (self._clock.now() - _ONE_DAY - (self._set_by - self._lowest)).date()

    def _is_recent(self, attempt: Attempt) -> bool:
        """True if it was sent today or within a day. The wall clock bounds the search; it proves nothing."""
        now = self._clock.now()
        return attempt.at.date() == now.date() or abs(now - attempt.at) < _ONE_DAY + (self._highest - self._lowest)

    def _note_clock(self) -> None:
        """Notes how far the wall clock has been set since this object was made, without the time that passed.

        What is sent now is recorded with this clock. If the clock is set right later, the attempt is recent all the
        same, so the lowest and the highest that it was set by count.
        """
        wall, ticks = self._began
        self._set_by = (self._clock.now() - wall) - timedelta(seconds=self._clock.monotonic() - ticks)
        self._lowest, self._highest = min(self._lowest, self._set_by), max(self._highest, self._set_by)

    def _was_found_unseen(self, attempt: Attempt) -> bool:
        """True for a redemption without a bill that only a look-up found: the cashier may be repeating it.

        A redemption whose answer came was on the screen, so other points after it are another purchase.
        """
        if attempt.state is not State.REDEEMED or attempt.draft.bill.strip():
            return False
        return any(event.what == Step.FOUND for event in self._journal.events(attempt.reference))

    def _ask(self, why: Held, earlier: Sequence[Attempt], *, so_far: Decimal | None = None) -> None:
        unasked = [one for one in earlier if (why, one.reference) not in self._asked]
        if unasked:
            self._asked.update((why, one.reference) for one in unasked)
            raise HeldBack(why, unasked[0], so_far=so_far, count=len(earlier))


def _may_have_moved(attempt: Attempt) -> bool:
    """True unless it is proved that the attempt did not move the points, or they were given back."""
    return attempt.is_unproved or attempt.is_unsettled or attempt.state is State.REDEEMED
