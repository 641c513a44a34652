"""Settles an unknown attempt by hand, after support has found its outcome in the service's own books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.points import are_same_when_shown
from desktop.domain.redemption import UNSETTLED, IllegalStepError, Redeemed, Step, Trace
from desktop.domain.result_line import BY_HAND

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Clock, Journal


class NotUnknownError(ValueError):
    """The attempt cannot be settled by hand: its outcome is known, or this till never made it."""


def settle_by_hand(journal: Journal, clock: Clock, reference: str, *, redeemed: bool, reason: str, who: str) -> Attempt:
    """Records the outcome of an unknown attempt, with who said so and why in the audit trail.

    This is for outcomes that look-ups can never show: the member was merged into another one, or the service is gone.
    An attempt that is settled as not redeemed is rechecked like every other one, and keeps its reference.

    Args:
        journal: no one else may write to it meanwhile.
        clock: time.
        reference: which attempt.
        redeemed: whether the points moved.
        reason: how that is known; not empty.
        who: who says so, as the machine knows them.

    Raises:
        NotUnknownError: with what is known about it, in plain English.
        JournalUnusable: nothing was recorded.
    """
    attempt = journal.get(reference)
    if attempt is None:
        raise NotUnknownError("this till has made no redemption with this reference")
    if attempt.state not in UNSETTLED:
        raise NotUnknownError(f"it is known already: {attempt.state.value}")
    now = clock.now()
    # The reason comes before the step, so that no step is recorded without its reason.
    journal.note(
        "settled_by_hand", at=now, till=attempt.till, cashier=who, reference=attempt.reference, detail=reason.strip()
    )
    trace = Trace(code=BY_HAND)
    try:
        if not redeemed:
            return journal.step(attempt.reference, Step.ABSENT, at=now, trace=trace)
        known = attempt.with_value(_shown(attempt))
        return journal.step(attempt.reference, Step.FOUND, at=now, redeemed=known, trace=trace)
    except IllegalStepError as error:
        # Settling has just found it out.
        raise NotUnknownError(f"it is known already: {error.state.value}") from None


def _shown(attempt: Attempt) -> Redeemed:
    """Returns what the service showed of a redemption that is confirmed now. It may have shown rounded points."""
    seen = attempt.candidate
    if seen is None:
        return Redeemed()
    asked = attempt.draft.points.value
    is_as_asked = seen.moved is not None and are_same_when_shown(seen.moved, asked)
    return Redeemed(redemption_id=seen.redemption_id, points=asked if is_as_asked else seen.moved)
