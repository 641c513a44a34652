"""Gives points back: looks first, records the reversal, sends it once, and trusts only what proves the outcome."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import (
    JournalUnusable,
    Lost,
    NotReversible,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unexpected,
    Unreversible,
    UnwrittenReversal,
)
from desktop.domain.points import redeemable
from desktop.domain.redemption import HAPPENED, IllegalStepError, Refusal, State, Step, Trace, new_reference
from desktop.domain.reversal import (
    MAX_REASON,
    GiveBackOffer,
    GivenBack,
    IllegalReversalStepError,
    Reversal,
    ReversalsSeen,
    ReversalStep,
    is_all_back,
    left_of,
    reversal_state_after,
    worth_of_next,
)
from desktop.domain.reversal_evidence import ReversalEvidence, evidence, is_behind
from desktop.flow.reversal_lookup import ReversalLookup

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from desktop.domain.messages import Catalogue
    from desktop.domain.points import Points
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import ReversalRow
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A step of a reversal, as it is recorded, or kept until the journal can record it."""

    step: ReversalStep
    given_back: GivenBack | None = None
    trace: Trace | None = None
    refusal: Refusal | None = None
    candidate: ReversalRow | None = None


class GiveBack:
    """Gives points back, one reversal at a time.

    Failure policy: a reversal has no reference of its own on the wire, so a repeat is never safe, and each one is sent
    once. What the redemption's list of reversals showed before is recorded with it, so that a later look at the list
    can tell whether it happened.

    - While it is not known whether a reversal happened, nothing more is given back of that redemption.
    - Before a new one is sent, the list is read, and every earlier reversal that counts as not done without proof is
      looked for in it. If one has turned up, nothing is sent.
    - After a refusal the list is read at once, whatever the code, because a refusal does not say whose it is. Found,
      the points are back. Otherwise a code that proves is final, unless an entry of these points may be new; after any
      other one the reversal is `refused` if the list shows that it is absent, and else `unknown`.
    - What never left is `not_sent`. Everything else is `unknown`, and settled by the list.
    """

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        catalogue: Catalogue,
        *,
        till: str,
        cashier: str,
        service: str = "",
    ) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock
        self._catalogue = catalogue
        self._lookup = ReversalLookup(api, journal, clock)
        self._till = till
        self._cashier = cashier
        self._service = service
        self._unwritten: dict[str, tuple[_Outcome, datetime]] = {}

    def offer(self, reference: str) -> GiveBackOffer:
        """Returns how many points of a redemption can be given back now.

        Raises:
            NotReversible: none, with the reason.
            JournalUnusable: nothing could be given back.
            Failure: the service did not show its list of reversals.
        """
        self.catch_up()
        attempt = self._reversible(reference)
        reversals = self._journal.reversals_of(reference)
        pending = next((one for one in reversals if one.is_open), None)
        if pending is not None:
            raise NotReversible(Unreversible.PENDING, reversal=pending)
        seen = self._lookup.list_of(attempt)
        if not seen.is_seen or is_behind(seen, reversals) or any(row.points is None for row in seen.rows):
            # An entry that does not say how many points it gave back may have given back any number.
            raise NotReversible(Unreversible.UNSEEN)
        self._look_for_unproved(reversals, seen)
        left = left_of(attempt, seen, reversals)
        if left <= 0:
            if not is_all_back(attempt, seen):
                raise NotReversible(Unreversible.UNSEEN, left=left)
            self._record_that_all_is_back(attempt)
            raise NotReversible(Unreversible.NOTHING_LEFT, left=left)
        # No request can ask for the rest, after the service has given back a finer amount than any till can.
        left = redeemable(left)
        if left <= 0:
            raise NotReversible(Unreversible.NOTHING_LEFT, left=left)
        return GiveBackOffer(attempt=attempt, left=left, seen=seen, reversals=reversals)

    def give_back(
        self,
        reference: str,
        points: Points,
        reason: str,
        *,
        approved_by: str = "",
        cashier: str = "",
        hand_over: str = "",
    ) -> Reversal:
        """Gives points of a redemption back. Returns the reversal in any state but `in_flight`.

        Args:
            reference: of the redemption.
            points: how many.
            reason: why, in the cashier's words.
            approved_by: whose approval it has; empty if none was needed.
            cashier: who gives them back; empty for the till's own cashier.
            hand_over: the id of the POS's hand-over that asks for it; empty if the cashier does.

        Raises:
            ValueError: there is no reason, or it is too long.
            NotReversible: nothing was begun.
            JournalUnusable: nothing was sent.
            UnwrittenReversal: the service answered, but the journal could not record it.
            Failure: the service did not show its list of reversals, so nothing was begun.
        """
        reason = reason.strip()
        if not reason or len(reason) > MAX_REASON:
            raise ValueError(f"giving points back needs a reason of at most {MAX_REASON} characters")
        offer = self.offer(reference)
        if points.value > offer.left:
            raise NotReversible(Unreversible.TOO_MANY, left=offer.left)
        now = self._clock.now()
        reversal = self._journal.begin_reversal(
            reference,
            new_reference(now),
            points=points,
            reason=reason,
            before=offer.seen,
            till=self._till,
            cashier=cashier or self._cashier,
            at=now,
            approved_by=approved_by,
            service=self._service,
            hand_over=hand_over,
        )
        return self._lookup.with_balance(self._send(reversal, offer))

    def catch_up(self) -> None:
        """Records outcomes that the journal could not record when they happened.

        Raises:
            JournalUnusable: it still cannot.
        """
        for reversal_id, (outcome, at) in list(self._unwritten.items()):
            try:
                self._step(reversal_id, outcome, at)
            except IllegalReversalStepError as error:
                # Settling recorded it first, and what it recorded was proved as well.
                _log.info("reversal %s is %s already", reversal_id, error.state)
            del self._unwritten[reversal_id]

    def _reversible(self, reference: str) -> Attempt:
        attempt = self._journal.get(reference)
        if attempt is None or attempt.state not in HAPPENED:
            raise NotReversible(Unreversible.NOT_REDEEMED)
        if not attempt.draft.identifier.value:
            raise NotReversible(Unreversible.FORGOTTEN)
        if attempt.is_elsewhere(self._service):
            raise NotReversible(Unreversible.ELSEWHERE)
        if attempt.state is State.REVERSED:
            raise NotReversible(Unreversible.NOTHING_LEFT)
        return attempt

    def _look_for_unproved(self, reversals: tuple[Reversal, ...], seen: ReversalsSeen) -> None:
        """Looks for earlier reversals that count as not done without proof.

        Raises:
            NotReversible: one of them has turned up, or the list does not show that it is absent.
        """
        # Which of two reversals of as many points an entry is cannot be told. The cashier knows of the newer one.
        for reversal in reversed(reversals):
            if not reversal.is_unproved:
                continue
            shown = evidence(reversal, seen, reversals)
            try:
                if shown.found is not None:
                    done = self._lookup.found(reversal, seen)
                    raise NotReversible(Unreversible.DONE_BEFORE, reversal=done)
                if not shown.is_absent:
                    raise NotReversible(Unreversible.UNSEEN, reversal=reversal)
                self._journal.step_reversal(reversal.id, ReversalStep.LOOKED, at=self._clock.now())
            except IllegalReversalStepError as error:
                # Settling has just found it, or another one that the entry proves as well.
                _log.info("reversal %s is %s already", reversal.id, error.state)
                raise NotReversible(Unreversible.DONE_BEFORE, reversal=reversal) from None

    def _record_that_all_is_back(self, attempt: Attempt) -> None:
        """Records that someone else has given everything back."""
        try:
            self._journal.step(attempt.reference, Step.REVERSED, at=self._clock.now())
        except IllegalStepError as error:
            _log.info("%s is %s already", attempt.reference, error.state)

    def _send(self, reversal: Reversal, offer: GiveBackOffer) -> Reversal:
        attempt = offer.attempt
        known = "" if attempt.redeemed is None else attempt.redeemed.redemption_id
        redemption_id = known or offer.seen.redemption_id
        try:
            done = self._api.reverse(attempt.draft, attempt.reference, redemption_id, reversal.points)
        except (Refused, Throttled) as refusal:
            return self._refused(reversal, refusal)
        except NotSent as unsent:
            return self._write(reversal, _Outcome(ReversalStep.NOT_SENT, trace=Trace.of(unsent)))
        except Unanswered as lost:
            _log.warning("outcome of reversal %s is not known: %s", reversal.id, lost.support)
            return self._write(reversal, _Outcome(ReversalStep.LOST, trace=Trace.of(lost)))
        except Exception:  # noqa: BLE001 - logged in full, and the list of reversals is read
            # A mistake in the program, but the request may have left.
            _log.exception("outcome of reversal %s is not known", reversal.id)
            return self._write(reversal, _Outcome(ReversalStep.LOST, trace=Trace.of(Unexpected())))
        if _is_more_than(offer.left, done.points):
            _log.warning("reversal %s gave back more than was left, so its answer proves nothing", reversal.id)
            stray = Unanswered(Lost.CONTRADICTORY, request_id=done.request_id)
            return self._write(reversal, _Outcome(ReversalStep.LOST, trace=Trace.of(stray)))
        return self._write(reversal, _Outcome(ReversalStep.REVERSED, given_back=_with_value(attempt, reversal, done)))

    def _refused(self, reversal: Reversal, refusal: Refused | Throttled) -> Reversal:
        try:
            shown = self._lookup.look(reversal).evidence
            proof = None if shown.found is None else self._lookup.proof(reversal)
        except JournalUnusable as trouble:
            # The request has left. Raised, this would say that nothing was sent, and the reversal would stay in flight.
            _log.warning("reversal %s cannot be looked up: %s", reversal.id, trouble.support)
            shown, proof = ReversalEvidence(), None
        if proof is not None:
            return self._write(reversal, _Outcome(ReversalStep.FOUND, given_back=proof))
        trace = Trace.of(refusal)
        # A new entry of these points belies the code, also if the list before may have lacked entries.
        is_belied = shown.candidate is not None and shown.candidate.points == reversal.points.value
        is_proof = isinstance(refusal, Refused) and self._catalogue.proves_nothing_was_done(refusal)
        if is_proof and not is_belied:
            return self._write(reversal, _Outcome(ReversalStep.REFUSED, trace=trace, refusal=Refusal.PROVED))
        if shown.is_absent:
            return self._write(reversal, _Outcome(ReversalStep.REFUSED, trace=trace, refusal=Refusal.FAILED))
        trace = Trace.of(refusal, also=Lost.DOUBTFUL_REFUSAL)
        return self._write(
            reversal,
            _Outcome(ReversalStep.LOST, trace=trace, refusal=Refusal.FAILED, candidate=shown.candidate),
        )

    def _write(self, reversal: Reversal, outcome: _Outcome) -> Reversal:
        """Records the outcome of a reversal that is in flight.

        Raises:
            UnwrittenReversal: the journal could not record it.
        """
        now = self._clock.now()
        try:
            return self._step(reversal.id, outcome, now)
        except JournalUnusable as trouble:
            self._unwritten[reversal.id] = (outcome, now)
            known = replace(
                reversal,
                state=reversal_state_after(reversal, outcome.step),
                given_back=outcome.given_back,
                trace=outcome.trace or reversal.trace,
                refusal=outcome.refusal,
            )
            raise UnwrittenReversal(known, trouble) from trouble

    def _step(self, reversal_id: str, outcome: _Outcome, at: datetime) -> Reversal:
        return self._journal.step_reversal(
            reversal_id,
            outcome.step,
            at=at,
            given_back=outcome.given_back,
            trace=outcome.trace,
            refusal=outcome.refusal,
            candidate=outcome.candidate,
        )


def _with_value(attempt: Attempt, reversal: Reversal, done: GivenBack) -> GivenBack:
    points = reversal.points.value if done.points is None else done.points
    return replace(done, value=worth_of_next(attempt, points))


def _is_more_than(left: Decimal, points: Decimal | None) -> bool:
    return points is not None and points > left
