"""Owns looking for a redemption by its reference, and what a look that found it makes of an attempt."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure
from desktop.domain.redemption import Attempt, Redeemed, State, Step

if TYPE_CHECKING:
    from datetime import datetime

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
        """One look. A failed one is inconclusive and says why; it never raises a failure of the service."""
        try:
            seen = self._api.find_redemptions(attempt.draft.identifier, attempt.reference)
        except Failure as failure:
            _log.info("look for %s failed: %s", attempt.reference, failure.support)
            return Sight(None, conclusive=False, failure=failure)
        if seen.found:
            return Sight(seen.found[0], conclusive=True)
        return Sight(None, conclusive=seen.complete)

    def found(self, attempt: Attempt, found: Found) -> Attempt:
        """Writes down that a redemption happened, then asks for the balance that its answer would have carried.

        The redemption is written before the balance is asked for, so that a failure there loses nothing.
        """
        redeemed = Redeemed(
            redemption_id=found.redemption_id,
            points=found.points,
            value=attempt.draft.worth if found.points in {None, attempt.draft.points.value} else None,
        )
        settled = self._journal.step(attempt.reference, Step.FOUND, at=self._now(), redeemed=redeemed)
        if found.points is not None and found.reversed_points >= found.points:
            settled = self._journal.step(attempt.reference, Step.REVERSED, at=self._now())
        return self.with_balance(settled)

    def with_balance(self, attempt: Attempt) -> Attempt:
        """The attempt with the member's balance, where the answer did not carry it; as it was where asking fails."""
        done = attempt.redeemed
        if done is None or done.balance is not None or attempt.state is not State.REDEEMED:
            return attempt
        if attempt.draft.group is not None:
            # The member's own balance would be taken for the group's.
            return attempt
        try:
            member = self._api.find_member(attempt.draft.identifier)
        except Failure as failure:
            _log.info("balance for %s not known: %s", attempt.reference, failure.support)
            return attempt
        balance = member.points_in(attempt.draft.program_id)
        if balance is None:
            return attempt
        return self._journal.complete(attempt.reference, replace(done, balance=balance), at=self._now())

    def _now(self) -> datetime:
        return self._clock.now()
