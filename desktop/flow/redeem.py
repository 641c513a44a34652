"""Owns carrying one redemption through: held back, written down, sent, and believed only where the answer proves it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.failures import (
    Failure,
    Held,
    HeldBack,
    JournalUnusable,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unwritten,
)
from desktop.domain.redemption import UNSETTLED, Attempt, IllegalStepError, State, Step, Trace, after, new_reference
from desktop.flow.lookup import Lookup
from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from desktop.domain.redemption import Draft, Redeemed
    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

RETRY_FOR = 20.0
"""Seconds within which 521 and 429 are repeated; longer than that, the cashier is better asked."""


def hold_back(journal: Journal, draft: Draft, *, confirmed: bool) -> None:
    """Refuses a redemption that an earlier one stands in the way of.

    Args:
        journal: where the earlier ones stand.
        draft: what is about to be redeemed.
        confirmed: the cashier was asked and goes on; overrides everything but a bill whose outcome is not known.

    Raises:
        HeldBack: with the earlier attempt.
    """
    for earlier in journal.same_bill(draft.bill):
        if earlier.state in UNSETTLED:
            raise HeldBack(Held.SAME_BILL, earlier)
        if not confirmed and earlier.state is State.REDEEMED and earlier.draft.same_as(draft):
            raise HeldBack(Held.SAME_BILL_REDEEMED, earlier)
    if confirmed:
        return
    for earlier in journal.same_member(draft.identifier):
        raise HeldBack(Held.SAME_MEMBER, earlier)


class Redeemer:
    """Carries redemptions through, one at a time.

    Failure policy: the attempt is written before its request leaves, and its reference is made there, once. 521 and 429
    say that nothing was done, so the identical request is sent again, with growing pauses and within `RETRY_FOR`. What
    never left is `not_sent`. What is refused is `refused`, but after a repeat only once a look has shown that the
    redemption is not there. Everything else is `unknown`, and nothing is sent again until looks have proved that it did
    not happen.
    """

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        *,
        till: str,
        cashier: str,
        retry_for: float = RETRY_FOR,
    ) -> None:
        self._api = api
        self._journal = journal
        self._clock = clock
        self._lookup = Lookup(api, journal, clock)
        self._till = till
        self._cashier = cashier
        self._retry_for = retry_for

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
        hold_back(self._journal, draft, confirmed=confirmed)
        attempt = self._begin(draft)
        repeated = attempt.doubtful
        backoff = Backoff(first=0.5, longest=8.0)
        give_up = self._clock.monotonic() + self._retry_for
        while True:
            try:
                redeemed = self._api.redeem(draft, attempt.reference, code)
            except Throttled as busy:
                pause = backoff.pause(busy.retry_after)
                if self._clock.monotonic() + pause > give_up or self._wait(attempt, busy, pause):
                    return self._refused(attempt, busy, repeated=repeated)
                repeated = True
            except Refused as refusal:
                return self._refused(attempt, refusal, repeated=repeated)
            except NotSent as unsent:
                return self._step(attempt, Step.NOT_SENT, _trace(unsent))
            except Unanswered as lost:
                _log.warning("outcome of %s is not known: %s", attempt.reference, lost.support)
                return self._step(attempt, Step.LOST, _trace(lost))
            else:
                return self._lookup.with_balance(self._redeemed(attempt, redeemed))

    def _begin(self, draft: Draft) -> Attempt:
        now = self._clock.now()
        earlier = self._journal.resendable(draft)
        if earlier is None:
            return self._journal.begin(draft, new_reference(now), till=self._till, cashier=self._cashier, at=now)
        doubtful = earlier.doubtful or earlier.state is State.NOT_APPLIED
        return self._journal.step(earlier.reference, Step.SENT_AGAIN, at=now, doubtful=doubtful, draft=draft)

    def _wait(self, attempt: Attempt, busy: Throttled, pause: float) -> bool:
        self._journal.note(
            "waiting",
            at=self._clock.now(),
            till=self._till,
            cashier=self._cashier,
            reference=attempt.reference,
            detail=busy.support,
        )
        return self._clock.wait(pause)

    def _refused(self, attempt: Attempt, refusal: Refused | Throttled, *, repeated: bool) -> Attempt:
        if not repeated:
            return self._step(attempt, Step.REFUSED, _trace(refusal))
        sight = self._lookup.look(attempt)
        if sight.found is not None:
            return self._lookup.found(attempt, sight.found)
        if attempt.doubtful or not sight.conclusive:
            # An earlier request with this reference may still arrive, or nobody could look: it takes time and looks.
            return self._step(attempt, Step.LOST, _trace(refusal, code=Lost.DOUBTFUL_REFUSAL))
        return self._step(attempt, Step.REFUSED, _trace(refusal))

    def _redeemed(self, attempt: Attempt, redeemed: Redeemed) -> Attempt:
        try:
            return self._journal.step(attempt.reference, Step.REDEEMED, at=self._clock.now(), redeemed=redeemed)
        except JournalUnusable as trouble:
            known = replace(attempt, state=State.REDEEMED, redeemed=redeemed)
            raise Unwritten(known, trouble) from trouble
        except IllegalStepError:
            # A look that was on its way when the request was sent again found it first: both say the same.
            _log.info("%s was found before its answer came", attempt.reference)
            return self._journal.complete(attempt.reference, redeemed, at=self._clock.now())

    def _step(self, attempt: Attempt, step: Step, trace: Trace) -> Attempt:
        try:
            return self._journal.step(attempt.reference, step, at=self._clock.now(), trace=trace)
        except JournalUnusable as trouble:
            raise Unwritten(replace(attempt, state=after(attempt.state, step), trace=trace), trouble) from trouble
        except IllegalStepError:
            found = self._journal.get(attempt.reference)
            if found is None or found.state not in {State.REDEEMED, State.REVERSED}:
                raise
            return found


def _trace(failure: Failure, *, code: Lost | None = None) -> Trace:
    message = getattr(failure, "message", "")
    support = failure.support if code is None else f"{failure.support} PT-{code.value.upper().replace('_', '-')}"
    return Trace(code=support, message=message, request_id=failure.request_id)
