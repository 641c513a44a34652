"""Tests cuts at every kind of position in a request and in its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults.faults import LOOK_UP, POSITIONS, WHOLE, End, Fault, Position, cut_answer, cut_request
from tests.faults.harness import draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt
    from tests.faults.harness import Harness
    from tests.faults.headless_till import HeadlessTill


def settle(harness: Harness, till: HeadlessTill, lost: list[Attempt]) -> dict[str, Attempt]:
    """Settles attempts whose outcome was lost, and returns them by reference."""
    for attempt in lost:
        till.watch(attempt)
    till.settle()
    assert harness.disagreements() == {}
    found = {one.reference: till.counter.journal.get(one.reference) for one in lost}
    return {reference: attempt for reference, attempt in found.items() if attempt is not None}


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
@pytest.mark.parametrize("cut", [cut_request, cut_answer])
def test_a_cut_at_any_kind_of_place_is_settled(
    harness: Harness, cut: Callable[[Position, End], Fault], end: End
) -> None:
    """The outcome is unknown at first. Settling finds it redeemed if points moved, and otherwise not applied."""
    with harness.till() as till:
        lost = []
        for name, position in POSITIONS.items():
            harness.proxy.plan(cut(position, end))
            attempt = harness.redeem(till, draft(name))
            acted = cut is cut_answer or position is WHOLE
            assert harness.moved(attempt) == int(acted)
            assert attempt.state is (State.REDEEMED if cut is cut_answer and position is WHOLE else State.UNKNOWN)
            lost.append(attempt)
        for reference, settled in settle(harness, till, lost).items():
            moved = harness.moved(settled)
            assert settled.state is (State.REDEEMED if moved else State.NOT_APPLIED), reference


@pytest.mark.parametrize(
    ("first", "step"),
    [(0, 37), *(pytest.param(first, 6, marks=pytest.mark.slow) for first in range(6))],
)
@pytest.mark.parametrize("cut", [cut_request, cut_answer])
def test_a_cut_after_any_byte_is_settled(
    harness: Harness, cut: Callable[[Position], Fault], first: int, step: int
) -> None:
    """The same holds for every n-th byte of a message. All the runs together cut after every byte."""
    with harness.till() as till:
        lost: list[Attempt] = []
        whole = False
        while not whole:
            size = first + len(lost) * step
            harness.proxy.plan(cut(Position(plus=size)))
            attempt = harness.redeem(till, draft(f"cut after {size:04}"))
            lost.append(attempt)
            whole = attempt.state is State.REDEEMED if cut is cut_answer else harness.moved(attempt) == 1
            assert attempt.state is (State.REDEEMED if whole and cut is cut_answer else State.UNKNOWN)
        assert len(lost) > 400 // step
        states = {settled.state for settled in settle(harness, till, lost).values()}
        assert states == ({State.REDEEMED, State.NOT_APPLIED} if cut is cut_request else {State.REDEEMED})


def test_a_look_up_that_is_cut_proves_nothing(harness: Harness) -> None:
    """A look-up that is cut shows neither a redemption nor its absence. The first complete one does."""
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, draft("B-1"))
        till.watch(attempt)
        cuts = [
            cut(position, end) for cut in (cut_request, cut_answer) for position in POSITIONS.values() for end in End
        ]
        cuts = [one for one in cuts if one.answer is not WHOLE and one.end in {End.CLOSE, End.RESET}]
        harness.proxy.plan(*cuts, path=LOOK_UP)
        for _cut in cuts:
            progress = till.look()
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.looks) == (State.UNKNOWN, 0)
        till.settle()
        settled = till.counter.journal.get(attempt.reference)
        assert settled is not None
        assert settled.state is State.REDEEMED
