"""Settles an unknown reversal by hand, after support has found its outcome in the service's own books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.redemption import Trace
from desktop.domain.result_line import BY_HAND
from desktop.domain.reversal import GivenBack, ReversalStep, worth_of_next

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.flow.ports import Clock, Journal


def open_reversal(journal: Journal, reference: str) -> Reversal | None:
    """Returns the reversal of a redemption whose outcome is not known; None if there is none.

    Raises:
        JournalUnusable: the journal cannot be read.
    """
    return next((one for one in journal.reversals_of(reference) if one.is_open), None)


def settle_reversal_by_hand(
    journal: Journal, clock: Clock, reversal: Reversal, *, given_back: bool, reason: str, who: str
) -> Reversal:
    """Records the outcome of an unknown reversal, with who said so and why in the audit trail.

    If the list shows an entry of other points that could be it, what was given back is what that entry says.

    Args:
        journal: no one else may write to it meanwhile.
        clock: time.
        reversal: which one; unknown.
        given_back: whether the points are back.
        reason: how that is known; not empty.
        who: who says so, as the machine knows them.

    Raises:
        IllegalReversalStepError: it is known already.
        JournalUnusable: nothing was recorded.
    """
    now = clock.now()
    # The reason comes before the step, so that no step is recorded without its reason.
    journal.note(
        "give_back_settled_by_hand",
        at=now,
        till=reversal.till,
        cashier=who,
        reference=reversal.reference,
        detail=f"{reversal.id} {reason.strip()}",
    )
    trace = Trace(code=BY_HAND)
    if not given_back:
        return journal.step_reversal(reversal.id, ReversalStep.ABSENT, at=now, trace=trace)
    seen = reversal.candidate
    points = (None if seen is None else seen.given_back) or reversal.points.value
    attempt: Attempt | None = journal.get(reversal.reference)
    value = None if attempt is None else worth_of_next(attempt, points)
    return journal.step_reversal(
        reversal.id, ReversalStep.FOUND, at=now, trace=trace, given_back=GivenBack(points=points, value=value)
    )
