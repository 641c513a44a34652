"""Sends one redemption: records it first, and trusts an answer only if it proves the outcome."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.failures import (
    JournalUnusable,
    Lost,
    NotSent,
    OutdatedAccess,
    Refused,
    Throttled,
    Unanswered,
    Unexpected,
    Unwritten,
)
from desktop.domain.redemption import (
    HAPPENED,
    Attempt,
    IllegalStepError,
    Redeemed,
    Refusal,
    State,
    Step,
    Trace,
    new_reference,
    state_after,
)
from desktop.flow.earlier_attempts import EarlierAttempts
from desktop.flow.lookup import Lookup
from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain.messages import Catalogue
    from desktop.domain.redemption import Candidate, Draft
    from desktop.domain.validation import ValidationCode
    from desktop.flow.lookup import LookupResult
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

RETRY_FOR = 20.0
"""Seconds within which 521 and 429 are repeated. After that it is better to ask the cashier."""

_NOT_PROCESSED = frozenset({401, 403, 404, 429, 498, 521})
"""Codes with which the service says that it did not process the request at all."""

_REFERENCE_TAKEN = 817
"""The reference was used before: by an earlier request of ours, which was carried out or failed (vendor's page)."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A step of an attempt, as it is recorded, or kept until the journal can record it."""

    step: Step
    redeemed: Redeemed | None = None
    trace: Trace | None = None
    refusal: Refusal | None = None
    doubtful: bool | None = None


class Redeemer:
    """Sends redemptions, one at a time.

    The attempt is recorded before its request leaves, and its reference is made there, once. Before anything is sent,
    every earlier attempt for the same redemption that is not proved is looked up; if one of them turns out to have
    happened, that is the receipt.

    521 and 429 say that nothing was done, so the identical request is sent again, with growing pauses and within
    `RETRY_FOR`. 401 and 498 say that the request is not signed as it should be. If the till has another password or
    token by then, it looks the redemption up, and if that is seen to be absent, it sends the identical request once
    more. A refusal is final only if the catalogue says that its code proves that nothing was done, and nothing was
    repeated. After any other refusal the redemption is looked up at once: found, it is `redeemed`; seen to be absent,
    it is `refused`, but may be sent again and is looked up again later; else it is `unknown`. What never left is
    `not_sent`. Everything else is `unknown`, and nothing is sent again until look-ups have proved that it did not
    happen. What the journal could not record is recorded before anything else is begun.
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
        retry_for: float = RETRY_FOR,
        on_begun: Callable[[Attempt], object] | None = None,
    ) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock
        self._catalogue = catalogue
        self._lookup = Lookup(api, journal, clock)
        self._earlier = EarlierAttempts(journal, clock, service=service, till=till)
        self._till = till
        self._cashier = self._serving = cashier
        self._service = service
        self._retry_for = retry_for
        self._on_begun = on_begun
        self._unwritten: dict[str, tuple[_Outcome, datetime]] = {}

    def hold_back(self, draft: Draft, *, confirmed: bool) -> None:
        """Holds a redemption back if an earlier one stands in its way; see `EarlierAttempts.check`.

        Raises:
            HeldBack: with the earlier attempt.
            JournalUnusable: the journal cannot be read, or still cannot record an earlier outcome.
        """
        self.catch_up()
        self._earlier.check(draft, confirmed=confirmed)

    def redeem(
        self,
        draft: Draft,
        code: ValidationCode | None,
        *,
        confirmed: bool = False,
        cashier: str = "",
        hand_over: str = "",
        on_sending: Callable[[Attempt], object] | None = None,
    ) -> Attempt:
        """Redeems. Returns the attempt as the journal has it, in any state but `in_flight`.

        Args:
            draft: what is asked for.
            code: the member's code; None for the other ways of validation.
            confirmed: the cashier was asked about an earlier redemption and goes on.
            cashier: who serves; empty for the till's own cashier.
            hand_over: the id of the POS's hand-over that it is for; empty for a customer of the cashier's own.
            on_sending: called with the attempt once it is recorded, before its request leaves.

        Raises:
            HeldBack: nothing was begun.
            JournalUnusable: nothing was sent.
            Unwritten: the service answered, but the journal could not record it. The failure says what is known.
        """
        self._serving = cashier or self._cashier
        self.catch_up()
        continuation = self._earlier.check(draft, confirmed=confirmed)
        redeemed = self._earlier.look_up_unproved(continuation, self._lookup, hand_over)
        if redeemed is not None:
            return redeemed
        if continuation.resend is None:
            now = self._clock.now()
            attempt = self._journal.begin(
                continuation.draft,
                new_reference(now),
                till=self._till,
                cashier=self._serving,
                service=self._service,
                at=now,
                hand_over=hand_over,
            )
            return self._send(attempt, continuation.draft, code, on_sending, repeated=False)
        return self._send_again(continuation.resend, continuation.draft, code, on_sending, hand_over=hand_over)

    def catch_up(self) -> None:
        """Records outcomes that the journal could not record when they happened.

        Raises:
            JournalUnusable: it still cannot.
        """
        for reference, (outcome, at) in list(self._unwritten.items()):
            try:
                self._step(reference, outcome, at)
            except IllegalStepError as error:
                # Settling recorded it first, and what it recorded was proved as well.
                _log.info("%s is %s already", reference, error.state)
            del self._unwritten[reference]

    def _send_again(
        self,
        earlier: Attempt,
        draft: Draft,
        code: ValidationCode | None,
        on_sending: Callable[[Attempt], object] | None,
        *,
        hand_over: str,
    ) -> Attempt:
        now = self._clock.now()
        if (earlier.till, earlier.cashier) != (self._till, self._serving):
            # The attempt keeps the name of the cashier who began it.
            self._journal.note(
                "taken_over", at=now, till=self._till, cashier=self._serving, reference=earlier.reference
            )
        doubtful = earlier.doubtful or earlier.state is State.NOT_APPLIED
        try:
            attempt = self._journal.step(
                earlier.reference, Step.SENT_AGAIN, at=now, doubtful=doubtful, draft=draft, hand_over=hand_over
            )
        except IllegalStepError as error:
            if error.state not in HAPPENED:
                raise
            # Settling has just found it. It is what the cashier asks for, so nothing needs to be sent.
            _log.info("%s was found just before it was sent again", earlier.reference)
            self._earlier.take_found(earlier, hand_over)
            return self._found_first(earlier, error.state, None)
        return self._send(attempt, draft, code, on_sending, repeated=earlier.is_unproved)

    def _send(  # noqa: PLR0911 - one for each outcome
        self,
        attempt: Attempt,
        draft: Draft,
        code: ValidationCode | None,
        on_sending: Callable[[Attempt], object] | None,
        *,
        repeated: bool,
    ) -> Attempt:
        """Sends an attempt.

        Args:
            attempt: in flight, in the journal.
            draft: what is sent.
            code: the member's code.
            on_sending: see `redeem`.
            repeated: an earlier request with this reference may have been processed, so a refusal alone proves nothing.
        """
        if on_sending is not None:
            on_sending(attempt)
        self._tell_begun(attempt)
        backoff = Backoff(first=0.5, longest=8.0)
        give_up = self._clock.monotonic() + self._retry_for
        may_sign_again = True
        while True:
            try:
                redeemed = self._api.redeem(draft, attempt.reference, code)
            except Throttled as busy:
                pause = backoff.pause(busy.retry_after)
                is_over = self._clock.monotonic() + pause > give_up
                if is_over or not self._may_go_on("waiting", attempt, busy, pause):
                    return self._refused(attempt, busy, repeated=repeated)
                repeated = True
            except OutdatedAccess as refusal:
                result = self._lookup.look(attempt)
                may_send = may_sign_again and result.is_absent
                if not may_send or not self._may_go_on("signed_in_again", attempt, refusal):
                    return self._refused(attempt, refusal, repeated=repeated, result=result)
                # Once, because a service that never accepts the new one either would never end this.
                may_sign_again, repeated = False, True
            except Refused as refusal:
                return self._refused(attempt, refusal, repeated=repeated)
            except NotSent as unsent:
                # After a repeat, this request has not left, but an earlier one has.
                return self._write(attempt, _Outcome(Step.NOT_SENT, trace=Trace.of(unsent), doubtful=repeated or None))
            except Unanswered as lost:
                _log.warning("outcome of %s is not known: %s", attempt.reference, lost.support)
                return self._write(attempt, _Outcome(Step.LOST, trace=Trace.of(lost)))
            except Exception:  # noqa: BLE001 - logged in full, and the attempt is looked up
                # A mistake in the program, but the request may have left: the points come first.
                _log.exception("outcome of %s is not known", attempt.reference)
                return self._write(attempt, _Outcome(Step.LOST, trace=Trace.of(Unexpected())))
            else:
                outcome = _Outcome(Step.REDEEMED, redeemed=attempt.with_value(redeemed))
                return self._lookup.with_balance(self._write(attempt, outcome))

    def _tell_begun(self, attempt: Attempt) -> None:
        """Tells that an attempt is about to be sent. Whatever comes of that, it is sent."""
        if self._on_begun is None:
            return
        try:
            self._on_begun(attempt)
        except Exception:  # noqa: BLE001 - logged in full; the redemption does not depend on it
            _log.exception("no one could be told that %s is sent", attempt.reference)

    def _may_go_on(self, what: str, attempt: Attempt, why: Refused | Throttled, pause: float = 0.0) -> bool:
        """Records why the request is sent again, and waits before. Returns False if it must not be sent again."""
        try:
            self._journal.note(
                what,
                at=self._clock.now(),
                till=self._till,
                cashier=self._serving,
                reference=attempt.reference,
                detail=why.support,
            )
        except JournalUnusable as trouble:
            _log.warning("%s is not sent again: %s", attempt.reference, trouble.support)
            return False
        return not self._clock.wait(pause)

    def _refused(
        self, attempt: Attempt, refusal: Refused | Throttled, *, repeated: bool, result: LookupResult | None = None
    ) -> Attempt:
        """Records a refusal, after a look-up unless the refusal proves that nothing was done.

        Args:
            attempt: in flight, in the journal.
            refusal: what the service answered.
            repeated: an earlier request with this reference may have been processed.
            result: of the look-up, if it was made after this refusal.
        """
        if not repeated and isinstance(refusal, Refused) and self._catalogue.proves_nothing_was_done(refusal):
            return self._write(attempt, _Outcome(Step.REFUSED, trace=Trace.of(refusal), refusal=Refusal.PROVED))
        result = result or self._lookup.look(attempt)
        if result.found is not None:
            proof = self._lookup.proof(attempt, result.found)
            return self._lookup.add_reversal_or_balance(
                self._write(attempt, _Outcome(Step.FOUND, redeemed=proof)), result.found
            )
        kind = Refusal.NOT_PROCESSED if refusal.code in _NOT_PROCESSED else Refusal.FAILED
        is_taken = repeated and refusal.code == _REFERENCE_TAKEN
        if attempt.doubtful or is_taken or not result.is_absent:
            # An earlier request with this reference may still arrive or may have been carried out, or the look-up did
            # not show everything.
            trace = Trace.of(refusal, also=Lost.DOUBTFUL_REFUSAL)
            lost = self._write(attempt, _Outcome(Step.LOST, trace=trace, refusal=kind))
            return lost if result.candidate is None else self._suspect(lost, result.candidate)
        return self._write(attempt, _Outcome(Step.REFUSED, trace=Trace.of(refusal), refusal=kind))

    def _suspect(self, attempt: Attempt, candidate: Candidate) -> Attempt:
        try:
            return self._lookup.suspect(attempt, candidate)
        except IllegalStepError as error:
            _log.info("%s is %s already", attempt.reference, error.state)
            return self._journal.get(attempt.reference) or attempt
        except JournalUnusable as trouble:
            # The journal has it as unknown, so settling looks it up again.
            _log.warning("%s is perhaps redeemed, which was not recorded: %s", attempt.reference, trouble.support)
            return attempt

    def _write(self, attempt: Attempt, outcome: _Outcome) -> Attempt:
        """Records the outcome of an attempt that is in flight.

        Raises:
            Unwritten: the journal could not record it.
        """
        now = self._clock.now()
        try:
            return self._step(attempt.reference, outcome, now)
        except JournalUnusable as trouble:
            self._unwritten[attempt.reference] = (outcome, now)
            known = replace(
                attempt,
                state=state_after(attempt.state, outcome.step),
                redeemed=outcome.redeemed,
                trace=outcome.trace or attempt.trace,
                refusal=outcome.refusal,
            )
            raise Unwritten(known, trouble) from trouble
        except IllegalStepError as error:
            if error.state not in HAPPENED:
                raise
            # A look-up that was under way when the request was sent again found it first.
            _log.info("%s was found before its answer came", attempt.reference)
            return self._found_first(attempt, error.state, outcome.redeemed)

    def _step(self, reference: str, outcome: _Outcome, at: datetime) -> Attempt:
        return self._journal.step(
            reference,
            outcome.step,
            at=at,
            redeemed=outcome.redeemed,
            trace=outcome.trace,
            doubtful=outcome.doubtful,
            refusal=outcome.refusal,
        )

    def _found_first(self, attempt: Attempt, state: State, redeemed: Redeemed | None) -> Attempt:
        try:
            return self._journal.complete(attempt.reference, redeemed or Redeemed(), at=self._clock.now())
        except JournalUnusable as trouble:
            raise Unwritten(replace(attempt, state=state, redeemed=redeemed or Redeemed()), trouble) from trouble
