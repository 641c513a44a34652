"""Looks a redemption up by its reference, and records what the look-up shows."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, JournalUnusable, Unexpected
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Attempt, Candidate, Redeemed, State, Step

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.eligibility import Found
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

_SAME_ID = 20
"""Attempts that are read for one redemption id; a search goes by the beginning of what is searched for."""


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
        """Looks the attempt up once. A look-up that fails shows nothing and says why; this never raises."""
        try:
            seen = self._api.find_redemptions(
                attempt.draft, attempt.reference, begun=attempt.began, now=self._clock.now()
            )
            if seen.found:
                return self._found(attempt, seen.found)
            candidates = [one for one in seen.candidates if not self._is_another_attempt(attempt, one)]
        except Failure as failure:
            _log.info("look-up of %s failed: %s", attempt.reference, failure.support)
            return LookupResult(failure=failure)
        except Exception:  # noqa: BLE001 - logged in full; a look-up that breaks shows nothing
            _log.exception("look-up of %s failed", attempt.reference)
            return LookupResult(failure=Unexpected())
        if candidates:
            one = candidates[0]
            row = Candidate(redemption_id=one.redemption_id, time=one.time, points=one.points, bill=one.bill)
            return LookupResult(candidate=row)
        return LookupResult(is_absent=seen.complete)

    def _found(self, attempt: Attempt, found: tuple[Found, ...]) -> LookupResult:
        if len(found) > 1:
            _log.error("the service shows %d redemptions with reference %s", len(found), attempt.reference)
        standing = (one for one in found if not _given_back(attempt, one))
        return LookupResult(found=next(standing, found[0]))

    def _is_another_attempt(self, attempt: Attempt, found: Found) -> bool:
        """True if the journal knows the redemption as another attempt's, so that it cannot be this one."""
        if not found.redemption_id:
            return False
        known = self._journal.search(HistoryQuery(text=found.redemption_id, limit=_SAME_ID))
        return any(
            one.reference != attempt.reference
            and one.redeemed is not None
            and one.redeemed.redemption_id == found.redemption_id
            for one in known
        )

    def found(self, attempt: Attempt, found: Found) -> Attempt:
        """Writes down that a redemption happened, then asks for the balance that its answer would have carried.

        Raises:
            JournalUnusable: where it could not be written down; nothing else ever comes out of what follows.
            IllegalStepError: where it is written down already.
        """
        settled = self._journal.step(
            attempt.reference, Step.FOUND, at=self._clock.now(), redeemed=self.proof(attempt, found)
        )
        return self.round_off(settled, found)

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
        """What a redemption that was found says of itself; its value is known where the points are those asked for."""
        as_asked = found.points in {None, attempt.draft.points.value}
        return Redeemed(
            redemption_id=found.redemption_id,
            points=found.points,
            value=attempt.draft.worth if as_asked else None,
        )

    def round_off(self, attempt: Attempt, found: Found) -> Attempt:
        """Adds to a redemption that was found whether it was given back since, or else the balance."""
        if attempt.state is not State.REDEEMED or not _given_back(attempt, found):
            return self.with_balance(attempt)
        try:
            return self._journal.step(attempt.reference, Step.REVERSED, at=self._clock.now())
        except JournalUnusable as trouble:
            # That it happened is written, and that is what counts here: history shows the rest.
            _log.warning("%s was given back, which could not be written: %s", attempt.reference, trouble.support)
            return attempt

    def with_balance(self, attempt: Attempt) -> Attempt:
        """The attempt with the member's balance, where the answer did not carry it; as it was where asking fails.

        The redemption is written by now, so that nothing that goes wrong here may look as if it were not.
        """
        done = attempt.redeemed
        if done is None or done.balance is not None or attempt.state is not State.REDEEMED:
            return attempt
        balance = self._balance(attempt)
        if balance is None:
            return attempt
        fuller = replace(done, balance=balance)
        try:
            return self._journal.complete(attempt.reference, fuller, at=self._clock.now())
        except JournalUnusable as trouble:
            _log.warning("balance for %s could not be written: %s", attempt.reference, trouble.support)
            return replace(attempt, redeemed=fuller)

    def _balance(self, attempt: Attempt) -> Decimal | None:
        try:
            return self._api.find_member(attempt.draft.identifier).points_in(attempt.draft.program_id)
        except Failure as failure:
            _log.info("balance for %s not known: %s", attempt.reference, failure.support)
        except Exception:  # noqa: BLE001 - logged whole; it must not hide that points have moved
            _log.exception("balance for %s not known", attempt.reference)
        return None


def _given_back(attempt: Attempt, found: Found) -> bool:
    """Whether all of what was moved has been given back; a part leaves a redemption what it is."""
    moved = attempt.draft.points.value if found.points is None else found.points
    return found.reversed_points >= moved
