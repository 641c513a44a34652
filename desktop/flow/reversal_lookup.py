"""Looks a reversal up in its redemption's list of reversals, and records what the list shows."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, JournalUnusable, Unexpected
from desktop.domain.reversal import (
    GivenBack,
    Reversal,
    ReversalsSeen,
    ReversalState,
    ReversalStep,
    worth_of_next,
)
from desktop.domain.reversal_evidence import ReversalEvidence, evidence
from desktop.flow.lookup import balance_of

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReversalLookupResult:
    """What one look-up showed.

    Attributes:
        evidence: what the list proves.
        seen: the list.
        failure: why the look-up showed nothing.
    """

    evidence: ReversalEvidence = field(default_factory=ReversalEvidence)
    seen: ReversalsSeen = field(default_factory=ReversalsSeen)
    failure: Failure | None = None


class ReversalLookup:
    """Looks reversals up, and records what it finds."""

    def __init__(self, api: LoyaltyApi, journal: Journal, clock: Clock) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock

    def look(self, reversal: Reversal) -> ReversalLookupResult:
        """Looks the reversal up once. A look-up that fails shows nothing and says why.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        attempt = self._journal.get(reversal.reference)
        if attempt is None or not attempt.draft.identifier.value:
            return ReversalLookupResult()
        try:
            seen = self.list_of(attempt)
        except Failure as failure:
            _log.info("look-up of reversal %s failed: %s", reversal.id, failure.support)
            return ReversalLookupResult(failure=failure)
        except Exception:  # noqa: BLE001 - logged in full; a look-up that breaks shows nothing
            _log.exception("look-up of reversal %s failed", reversal.id)
            return ReversalLookupResult(failure=Unexpected())
        # Only now, because every reversal whose entry the list can show was recorded before its request left.
        others = self._journal.reversals_of(reversal.reference)
        return ReversalLookupResult(evidence(reversal, seen, others), seen)

    def list_of(self, attempt: Attempt) -> ReversalsSeen:
        """Reads a redemption's list of reversals.

        Raises:
            Failure: as `LoyaltyApi.find_reversals`.
        """
        redemption_id = "" if attempt.redeemed is None else attempt.redeemed.redemption_id
        return self._api.find_reversals(attempt.draft, attempt.reference, redemption_id)

    def found(self, reversal: Reversal, seen: ReversalsSeen) -> Reversal:
        """Records that a reversal happened, then asks for the balance.

        Args:
            reversal: which one.
            seen: the list that proves it.

        Raises:
            JournalUnusable: it could not be recorded.
            IllegalReversalStepError: it is recorded already, or the entry has been needed for another reversal.
        """
        settled = self._journal.step_reversal(
            reversal.id, ReversalStep.FOUND, at=self._clock.now(), given_back=self.proof(reversal), seen=seen
        )
        _log.info("reversal %s is %s", settled.id, settled.state)
        return self.with_balance(settled)

    def proof(self, reversal: Reversal) -> GivenBack:
        """Returns what an entry of the list proves. It does not say how many of the points had expired.

        Only an entry of the points that were asked for proves anything (`evidence`).

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        attempt = self._journal.get(reversal.reference)
        points = reversal.points.value
        return GivenBack(points=points, value=None if attempt is None else worth_of_next(attempt, points))

    def with_balance(self, reversal: Reversal) -> Reversal:
        """Adds the member's balance. Returns the reversal unchanged if that fails.

        The reversal is recorded by now, so no error here may make it look as if it were not.
        """
        done = reversal.given_back
        if done is None or done.balance is not None or reversal.state is not ReversalState.REVERSED:
            return reversal
        try:
            attempt = self._journal.get(reversal.reference)
            balance = None if attempt is None else balance_of(self._api, attempt)
            if balance is None:
                return reversal
            fuller = replace(done, balance=balance)
            return self._journal.complete_reversal(reversal.id, fuller, at=self._clock.now())
        except JournalUnusable as trouble:
            _log.warning("balance after reversal %s could not be recorded: %s", reversal.id, trouble.support)
            return reversal
