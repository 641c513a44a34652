"""Owns looking for a redemption by its reference, and what a look that found it makes of an attempt."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, JournalUnusable, Unexpected
from desktop.domain.redemption import Attempt, Redeemed, State, Step

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.eligibility import Found
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look saw.

    Attributes:
        found: the redemption, where it is there.
        conclusive: whether the look saw everything; finding nothing says something only then.
        failure: why nothing could be seen.
    """

    found: Found | None
    conclusive: bool
    failure: Failure | None = None


class Lookup:
    """Asks the service for one attempt by its reference, and writes down what it finds."""

    def __init__(self, api: LoyaltyApi, journal: Journal, clock: Clock) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock

    def look(self, attempt: Attempt) -> Sight:
        """One look. One that fails, for whatever reason, is inconclusive and says why; nothing is ever raised."""
        try:
            seen = self._api.find_redemptions(attempt.draft.identifier, attempt.reference)
        except Failure as failure:
            _log.info("look for %s failed: %s", attempt.reference, failure.support)
            return Sight(None, conclusive=False, failure=failure)
        except Exception:  # noqa: BLE001 - logged whole; a look that breaks is one that saw nothing
            _log.exception("look for %s failed", attempt.reference)
            return Sight(None, conclusive=False, failure=Unexpected())
        if not seen.found:
            return Sight(None, conclusive=seen.complete)
        if len(seen.found) > 1:
            _log.error("the service shows %d redemptions with reference %s", len(seen.found), attempt.reference)
        standing = (one for one in seen.found if not _given_back(attempt, one))
        return Sight(next(standing, seen.found[0]), conclusive=True)

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
