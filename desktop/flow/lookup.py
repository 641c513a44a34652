"""Looks a redemption up by its reference, and records what the look-up shows."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, JournalUnusable, Unexpected
from desktop.domain.history import HistoryQuery
from desktop.domain.points import are_same_when_shown
from desktop.domain.redemption import Attempt, Candidate, Redeemed, State, Step
from desktop.domain.result_line import BY_HAND

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from desktop.domain.eligibility import Found
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

_SAME_ID = 20
"""Attempts that are read for one redemption id: a search matches the beginning of the id."""

_CLOCKS_APART = timedelta(hours=16)
"""How far a time of the service, which is written without its zone, can be from the till's: the zone, and two hours."""


@dataclass(frozen=True, slots=True)
class LookupResult:
    """What one look-up showed.

    Attributes:
        found: the redemption, if it is there.
        is_absent: True if the look-up positively saw every redemption, and none is or could be this one.
        candidate: a redemption that carries no reference and could be this one.
        failure: why the look-up showed nothing.
    """

    found: Found | None = None
    is_absent: bool = False
    candidate: Candidate | None = None
    failure: Failure | None = None


class Lookup:
    """Looks attempts up, and records what it finds."""

    def __init__(self, api: LoyaltyApi, journal: Journal, clock: Clock) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock

    def look(self, attempt: Attempt) -> LookupResult:
        """Looks the attempt up once. It never raises: a look-up that fails shows nothing and says why."""
        try:
            seen = self._api.find_redemptions(
                attempt.draft, attempt.reference, begun=self._began(attempt), now=self._clock.now()
            )
            if seen.found:
                return self._found(attempt, seen.found)
            candidates = [
                one
                for one in seen.candidates
                if one.redemption_id in seen.shared_ids or not self._is_another_attempt(attempt, one)
            ]
        except Failure as failure:
            _log.info("look-up of %s failed: %s", attempt.reference, failure.support)
            return LookupResult(failure=failure)
        except Exception:  # noqa: BLE001 - logged in full; a look-up that breaks shows nothing
            _log.exception("look-up of %s failed", attempt.reference)
            return LookupResult(failure=Unexpected())
        rows = [
            Candidate(redemption_id=one.redemption_id, time=one.time, points=one.points, bill=one.bill)
            for one in candidates
        ]
        is_by_hand = attempt.state is State.NOT_APPLIED and attempt.trace.code == BY_HAND
        if is_by_hand and attempt.candidate in rows:
            # Support knew this row, and said that it is not the attempt.
            rows.remove(attempt.candidate)
        if rows:
            # Support is asked about one of them: that of the same bill, if there is one.
            bill = attempt.draft.bill.casefold()
            return LookupResult(candidate=next((one for one in rows if bill and one.bill.casefold() == bill), rows[0]))
        return LookupResult(is_absent=seen.complete)

    def _began(self, attempt: Attempt) -> datetime:
        """Returns when the attempt began at the latest.

        If the clock was ahead then and was set back since, what was recorded later shows it. A redemption without a
        reference would otherwise look as if it were older than the attempt, as soon as the clock comes to that time.
        """
        return min((attempt.began, *(one.at for one in self._journal.events(attempt.reference))))

    def _found(self, attempt: Attempt, found: tuple[Found, ...]) -> LookupResult:
        if len(found) > 1:
            _log.error("the service shows %d redemptions with reference %s", len(found), attempt.reference)
        as_asked = {None, attempt.draft.points.value}
        # The first one that stands, of the points that were asked for if there is one.
        return LookupResult(found=min(found, key=lambda one: (_given_back(attempt, one), one.points not in as_asked)))

    def _is_another_attempt(self, attempt: Attempt, found: Found) -> bool:
        """True if the journal knows the redemption as another attempt's, so that it cannot be this one.

        A service may use an id again, for another member or after some time, so the id alone does not tell it.
        """
        if not found.redemption_id:
            return False
        known = self._journal.search(HistoryQuery(text=found.redemption_id, limit=_SAME_ID))
        return any(
            one.reference != attempt.reference
            and one.redeemed is not None
            and one.redeemed.redemption_id == found.redemption_id
            and _could_be_of(found, one, attempt)
            for one in known
        )

    def found(self, attempt: Attempt, found: Found, hand_over: str | None = None) -> Attempt:
        """Records that a redemption happened, then asks for the balance, which its answer would have carried.

        Args:
            attempt: the redemption.
            found: what the service shows of it.
            hand_over: the hand-over for which the cashier has asked for it again; None if no one has.

        Raises:
            JournalUnusable: it could not be recorded. What follows the recording never raises.
            IllegalStepError: it is recorded already.
        """
        settled = self._journal.step(
            attempt.reference,
            Step.FOUND,
            at=self._clock.now(),
            redeemed=self.proof(attempt, found),
            hand_over=hand_over,
        )
        return self.add_reversal_or_balance(settled, found)

    def suspect(self, attempt: Attempt, candidate: Candidate) -> Attempt:
        """Records that a redemption without a reference could be this attempt, unless that is recorded already.

        Raises:
            JournalUnusable: if it could not be recorded.
            IllegalStepError: if the attempt is redeemed by now.
        """
        if attempt.candidate == candidate and attempt.state is State.UNKNOWN:
            return attempt
        _log.warning("%s is perhaps redeemed: %s", attempt.reference, candidate.redemption_id)
        return self._journal.step(attempt.reference, Step.SUSPECTED, at=self._clock.now(), candidate=candidate)

    @staticmethod
    def proof(attempt: Attempt, found: Found) -> Redeemed:
        """Returns what a redemption that was found proves.

        Its value is known only if its points are those asked for.
        """
        return attempt.with_value(Redeemed(redemption_id=found.redemption_id, points=found.points))

    def add_reversal_or_balance(self, attempt: Attempt, found: Found) -> Attempt:
        """Adds to a redemption that was found whether it was reversed since, or else the balance."""
        if attempt.state is not State.REDEEMED or not _given_back(attempt, found):
            return self.with_balance(attempt)
        try:
            return self._journal.step(attempt.reference, Step.REVERSED, at=self._clock.now())
        except JournalUnusable as trouble:
            # The redemption is recorded, which is what counts here. History shows the rest.
            _log.warning("the reversal of %s could not be recorded: %s", attempt.reference, trouble.support)
            return attempt

    def with_balance(self, attempt: Attempt) -> Attempt:
        """Adds the member's balance if the answer did not carry it. Returns the attempt unchanged if that fails.

        The redemption is recorded by now, so no error here may make it look as if it were not.
        """
        done = attempt.redeemed
        if done is None or done.balance is not None or attempt.state is not State.REDEEMED:
            return attempt
        balance = balance_of(self._api, attempt)
        if balance is None:
            return attempt
        fuller = replace(done, balance=balance)
        try:
            return self._journal.complete(attempt.reference, fuller, at=self._clock.now())
        except JournalUnusable as trouble:
            _log.warning("balance for %s could not be recorded: %s", attempt.reference, trouble.support)
            return replace(attempt, redeemed=fuller)


def balance_of(api: LoyaltyApi, attempt: Attempt) -> Decimal | None:
    """Returns what the member of a redemption has now; None if that is not known. It never raises."""
    draft = attempt.draft
    if draft.group is not None:
        # The points are the group's, and the service shows only the member's own balance.
        return None
    try:
        member = api.find_member(draft.identifier)
        if draft.person_id and member.user_id and member.user_id != draft.person_id:
            _log.warning("the balance after %s is another member's", attempt.reference)
            return None
        return member.points_in(draft.program_id)
    except Failure as failure:
        _log.info("the balance after %s is not known: %s", attempt.reference, failure.support)
    except Exception:  # noqa: BLE001 - logged in full; it must not hide that points have moved
        _log.exception("the balance after %s is not known", attempt.reference)
    return None


def _could_be_of(found: Found, other: Attempt, attempt: Attempt) -> bool:
    """True if a row of the list may be another attempt's, which has its id: nothing in it speaks against that.

    Args:
        found: the row.
        other: an attempt that happened.
        attempt: the one that is looked for.
    """
    # The number of a member who was forgotten is gone, and tells no one apart.
    if other.draft.identifier.value and not other.draft.is_same_person(attempt.draft):
        return False
    if found.points and not are_same_when_shown(found.points, other.moved):
        return False
    bill = found.bill.casefold()
    if bill and bill == attempt.draft.bill.casefold() != other.draft.bill.casefold():
        return False
    time = found.time_as_utc
    # Differences only: a time at the end of the calendar cannot be moved.
    return time is None or (other.began - time <= _CLOCKS_APART and time - other.changed <= _CLOCKS_APART)


def _given_back(attempt: Attempt, found: Found) -> bool:
    """True if all of the points were given back. If only a part was, it still counts as a redemption."""
    moved = attempt.draft.points.value if found.points is None else found.points
    return found.reversed_points >= moved
