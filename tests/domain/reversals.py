"""Makes reversals and lists of them for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from desktop.domain.points import Points
from desktop.domain.reversal import GivenBack, Reversal, ReversalRow, ReversalsSeen, ReversalState

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def row(points: str | None, number: str = "", time: str = "2026-11-22 12:00:00") -> ReversalRow:
    """Makes an entry of the list."""
    return ReversalRow(reversal_id=number, points=None if points is None else Decimal(points), time=time)


def shows(*rows: ReversalRow, complete: bool = True) -> ReversalsSeen:
    """Makes a look-up that shows these entries."""
    return ReversalsSeen(is_seen=True, points=Decimal("250.125"), rows=rows, complete=complete)


def reversal(
    points: str = "5", *before: ReversalRow, state: ReversalState = ReversalState.UNKNOWN, number: str = "1"
) -> Reversal:
    """Makes a reversal that was begun when the list had these entries."""
    done = GivenBack(points=Decimal(points)) if state is ReversalState.REVERSED else None
    return Reversal(
        id=number,
        reference="R",
        points=Points(Decimal(points)),
        reason="Item returned",
        state=state,
        before=shows(*before),
        till="till.one",
        cashier="Meera",
        at=AT,
        changed=AT,
        given_back=done,
    )
