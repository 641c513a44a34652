"""Owns carrying one redemption through: held back, written down, sent, and believed only where the answer proves it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import (
    Failure,
    JournalUnusable,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unexpected,
    Unwritten,
)
from desktop.domain.redemption import Attempt, IllegalStepError, Redeemed, State, Step, Trace, after, new_reference
from desktop.flow.lookup import Lookup
from desktop.flow.precedents import Precedents
from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.redemption import Draft
    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

RETRY_FOR = 20.0
"""Seconds within which 521 and 429 are repeated; longer than that, the cashier is better asked."""

_HAPPENED = frozenset({State.REDEEMED, State.REVERSED})


@dataclass(frozen=True, slots=True)
class _Owed:
    """A step that the journal could not take down when it happened."""

    step: Step
    at: datetime
    redeemed: Redeemed | None
    trace: Trace | None


class Redeemer:
    """Carries redemptions through, one at a time.

    Failure policy: the attempt is written before its request leaves, and its reference is made there, once. 521 and 429
    say that nothing was done, so the identical request is sent again, with growing pauses and within `RETRY_FOR`. What
    never left is `not_sent`. What is refused is `refused`, but after a repeat only once a look has shown that the
    redemption is not there. Everything else is `unknown`, and nothing is sent again until looks have proved that it did
    not happen. What the journal could not take down is written before anything else is begun.
    """

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        *,
        till: str,
        cashier: str,
        service: str = "",
        retry_for: float = RETRY_FOR,
    ) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock
        self._lookup = Lookup(api, journal, clock)
        self._precedents = Precedents(journal, clock, service=service)
        self._till = till
        self._cashier = cashier
        self._service = service
        self._retry_for = retry_for
        self._owed: dict[str, _Owed] = {}

    def hold_back(self, draft: Draft, *, confirmed: bool) -> None:
        """Refuses a redemption that an earlier one stands in the way of; see `Precedents.weigh`.

        Raises:
            HeldBack: with the earlier attempt.
            JournalUnusable: the journal cannot be read, or not take down what it owes.
        """
        self.catch_up()
        self._precedents.weigh(draft, confirmed=confirmed)

    def redeem(self, draft: Draft, code: ValidationCode | None, *, confirmed: bool = False) -> Attempt:
        """Redeems, and says how it stands: the attempt as the journal has it, in any state but `in_flight`.

        Args:
            draft: what is asked for.
            code: the member's code; None for the other ways of validation.
            confirmed: the cashier was asked about an earlier redemption and goes on.

        Raises:
            HeldBack: nothing was begun.
            JournalUnusable: nothing was sent.
            Unwritten: the service answered, but the journal could not take it down; the failure says what is known.
        """
        self.catch_up()
        earlier, draft = self._precedents.weigh(draft, confirmed=confirmed)
        if earlier is None:
            now = self._clock.now()
            attempt = self._journal.begin(
                draft, new_reference(now), till=self._till, cashier=self._cashier, service=self._service, at=now
            )
        else:
            attempt = self._begin_again(earlier, draft)
            if attempt.state in _HAPPENED:
                return attempt
        return self._send(attempt, draft, code)

    def catch_up(self) -> None:
        """Writes what the journal could not take down when it happened.

        Raises:
            JournalUnusable: it still cannot.
        """
        for reference, owed in list(self._owed.items()):
            try:
                self._journal.step(reference, owed.step, at=owed.at, redeemed=owed.redeemed, trace=owed.trace)
            except IllegalStepError as error:
                # Settling has been at it: what it wrote was proved as well.
                _log.info("%s is %s already", reference, error.state)
            del self._owed[reference]

    def _begin_again(self, earlier: Attempt, draft: Draft) -> Attempt:
        now = self._clock.now()
        if (earlier.till, earlier.cashier) != (self._till, self._cashier):
            # The attempt keeps the name of whoever began it.
            self._journal.note(
                "taken_over", at=now, till=self._till, cashier=self._cashier, reference=earlier.reference
            )
        doubtful = earlier.doubtful or earlier.state is State.NOT_APPLIED
        try:
            return self._journal.step(earlier.reference, Step.SENT_AGAIN, at=now, doubtful=doubtful, draft=draft)
        except IllegalStepError as error:
            if error.state not in _HAPPENED:
                raise
            # Settling found it just now. It is what the cashier asks for, so nothing is left to be sent.
            _log.info("%s was found as it was about to be sent again", earlier.reference)
            return self._found_first(earlier, error.state, None)

    def _send(self, attempt: Attempt, draft: Draft, code: ValidationCode | None) -> Attempt:
        repeated = attempt.doubtful
        backoff = Backoff(first=0.5, longest=8.0)
        give_up = self._clock.monotonic() + self._retry_for
        while True:
            try:
                redeemed = self._api.redeem(draft, attempt.reference, code)
            except Throttled as busy:
                pause = backoff.pause(busy.retry_after)
                if self._clock.monotonic() + pause > give_up or self._is_stopped(attempt, busy, pause):
                    # Every answer so far has said that nothing was done; only what came before may say otherwise.
                    return self._refused(attempt, busy, repeated=attempt.doubtful)
                repeated = True
            except Refused as refusal:
                return self._refused(attempt, refusal, repeated=repeated)
            except NotSent as unsent:
                return self._write(attempt, Step.NOT_SENT, trace=_trace(unsent))
            except Unanswered as lost:
                _log.warning("outcome of %s is not known: %s", attempt.reference, lost.support)
                return self._write(attempt, Step.LOST, trace=_trace(lost))
            except Exception:  # noqa: BLE001 - logged whole, and the attempt is looked for
                # A mistake in the program, but the request may have left: the points come first.
                _log.exception("outcome of %s is not known", attempt.reference)
                return self._write(attempt, Step.LOST, trace=_trace(Unexpected()))
            else:
                return self._lookup.with_balance(self._write(attempt, Step.REDEEMED, redeemed=redeemed))

    def _is_stopped(self, attempt: Attempt, busy: Throttled, pause: float) -> bool:
        """Waits before the next try; whether there is to be none."""
        try:
            self._journal.note(
                "waiting",
                at=self._clock.now(),
                till=self._till,
                cashier=self._cashier,
                reference=attempt.reference,
                detail=busy.support,
            )
        except JournalUnusable as trouble:
            _log.warning("%s is not sent again: %s", attempt.reference, trouble.support)
            return True
        return self._clock.wait(pause)

    def _refused(self, attempt: Attempt, refusal: Refused | Throttled, *, repeated: bool) -> Attempt:
        if not repeated:
            return self._write(attempt, Step.REFUSED, trace=_trace(refusal))
        sight = self._lookup.look(attempt)
        if sight.found is not None:
            proof = self._lookup.proof(attempt, sight.found)
            return self._lookup.round_off(self._write(attempt, Step.FOUND, redeemed=proof), sight.found)
        if attempt.doubtful or not sight.conclusive:
            # An earlier request with this reference may still arrive, or nobody could look: it takes time and looks.
            return self._write(attempt, Step.LOST, trace=_trace(refusal, code=Lost.DOUBTFUL_REFUSAL))
        return self._write(attempt, Step.REFUSED, trace=_trace(refusal))

    def _write(
        self, attempt: Attempt, step: Step, *, redeemed: Redeemed | None = None, trace: Trace | None = None
    ) -> Attempt:
        """Writes what came of an attempt that is in flight.

        Raises:
            Unwritten: the journal could not take it down.
        """
        now = self._clock.now()
        try:
            return self._journal.step(attempt.reference, step, at=now, redeemed=redeemed, trace=trace)
        except JournalUnusable as trouble:
            self._owed[attempt.reference] = _Owed(step, now, redeemed, trace)
            known = replace(attempt, state=after(attempt.state, step), redeemed=redeemed, trace=trace or attempt.trace)
            raise Unwritten(known, trouble) from trouble
        except IllegalStepError as error:
            if error.state not in _HAPPENED:
                raise
            # A look that was on its way when the request was sent again found it first.
            _log.info("%s was found before its answer came", attempt.reference)
            return self._found_first(attempt, error.state, redeemed)

    def _found_first(self, attempt: Attempt, state: State, redeemed: Redeemed | None) -> Attempt:
        try:
            return self._journal.complete(attempt.reference, redeemed or Redeemed(), at=self._clock.now())
        except JournalUnusable as trouble:
            raise Unwritten(replace(attempt, state=state, redeemed=redeemed or Redeemed()), trouble) from trouble


def _trace(failure: Failure, *, code: Lost | None = None) -> Trace:
    message = getattr(failure, "message", "")
    support = failure.support if code is None else f"{failure.support} PT-{code.value.upper().replace('_', '-')}"
    return Trace(code=support, message=message, request_id=failure.request_id)
