"""Owns settling by hand: what support has learned from the service's own books about a redemption nobody knows of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.redemption import UNSETTLED, Redeemed, Step, Trace
from desktop.domain.result_record import BY_HAND

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Clock, Journal


class NotUnknownError(ValueError):
    """There is nothing to be said of this attempt: the till knows what became of it, or never made it."""


def settle_by_hand(journal: Journal, clock: Clock, reference: str, *, redeemed: bool, reason: str, who: str) -> Attempt:
    """Writes down what became of an unknown attempt, with who said so and why in the audit trail.

    For what looks can never tell: a member who was merged into another since, a service that is no more. The till goes
    on looking for what was said not to have happened, as for everything taken for absent, and the same redemption keeps
    its reference.

    Args:
        journal: with nobody else writing to it.
        clock: time.
        reference: which attempt.
        redeemed: whether the points moved.
        reason: how that is known; not empty.
        who: who says so, as the machine knows them.

    Raises:
        NotUnknownError: with what is known of it, in plain English.
        JournalUnusable: nothing was written.
    """
    attempt = journal.get(reference)
    if attempt is None:
        raise NotUnknownError("this till has made no redemption with this reference")
    if attempt.state not in UNSETTLED:
        raise NotUnknownError(f"it is known already: {attempt.state.value}")
    now = clock.now()
    # Before the step: what is written without its reason could not be answered for.
    journal.note(
        "settled_by_hand", at=now, till=attempt.till, cashier=who, reference=attempt.reference, detail=reason.strip()
    )
    trace = Trace(code=BY_HAND)
    if redeemed:
        seen = attempt.candidate
        # The row that the service showed is the redemption, now that somebody has said so.
        known = Redeemed() if seen is None else Redeemed(redemption_id=seen.redemption_id, points=seen.points)
        return journal.step(attempt.reference, Step.FOUND, at=now, redeemed=known, trace=trace)
    return journal.step(attempt.reference, Step.ABSENT, at=now, trace=trace)
