"""Cuts a redemption at every kind of place in its request and in its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults.faults import LOOK_UP, SPOTS, WHOLE, End, Fault, Spot, cut_answer, cut_request
from tests.faults.shop import draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt
    from tests.faults.shop import Shop
    from tests.faults.tills import TillAtWork


def settle(shop: Shop, till: TillAtWork, lost: list[Attempt]) -> dict[str, Attempt]:
    """What became of attempts whose outcome was lost, once the service answers again."""
    for attempt in lost:
        till.watch(attempt)
    till.settle()
    assert shop.disagreements() == {}
    found = {one.reference: till.counter.journal.get(one.reference) for one in lost}
    return {reference: attempt for reference, attempt in found.items() if attempt is not None}


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
@pytest.mark.parametrize("cut", [cut_request, cut_answer])
def test_a_cut_at_any_kind_of_place_is_settled(shop: Shop, cut: Callable[[Spot, End], Fault], end: End) -> None:
    """Unknown at first, whichever byte was the last; then redeemed where points moved, not applied elsewhere."""
    with shop.till() as till:
        lost = []
        for name, spot in SPOTS.items():
            shop.proxy.plan(cut(spot, end))
            attempt = shop.redeem(till, draft(name))
            acted = cut is cut_answer or spot is WHOLE
            assert shop.moved(attempt) == int(acted)
            assert attempt.state is (State.REDEEMED if cut is cut_answer and spot is WHOLE else State.UNKNOWN)
            lost.append(attempt)
        for reference, settled in settle(shop, till, lost).items():
            moved = shop.moved(settled)
            assert settled.state is (State.REDEEMED if moved else State.NOT_APPLIED), reference


@pytest.mark.parametrize(
    ("first", "step"),
    [(0, 37), *(pytest.param(first, 6, marks=pytest.mark.slow) for first in range(6))],
)
@pytest.mark.parametrize("cut", [cut_request, cut_answer])
def test_a_cut_after_any_byte_is_settled(shop: Shop, cut: Callable[[Spot], Fault], first: int, step: int) -> None:
    """The same, walking through the message; all the walks together stop after every byte of it."""
    with shop.till() as till:
        lost: list[Attempt] = []
        whole = False
        while not whole:
            size = first + len(lost) * step
            shop.proxy.plan(cut(Spot(plus=size)))
            attempt = shop.redeem(till, draft(f"cut after {size:04}"))
            lost.append(attempt)
            whole = attempt.state is State.REDEEMED if cut is cut_answer else shop.moved(attempt) == 1
            assert attempt.state is (State.REDEEMED if whole and cut is cut_answer else State.UNKNOWN)
        assert len(lost) > 400 // step
        states = {settled.state for settled in settle(shop, till, lost).values()}
        assert states == ({State.REDEEMED, State.NOT_APPLIED} if cut is cut_request else {State.REDEEMED})


def test_looking_up_may_be_cut_as_often_as_it_likes(shop: Shop) -> None:
    """A look that is cut proves nothing, neither a redemption nor its absence; the first whole one does."""
    with shop.till() as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        attempt = shop.redeem(till, draft("B-1"))
        till.watch(attempt)
        cuts = [cut(spot, end) for cut in (cut_request, cut_answer) for spot in SPOTS.values() for end in End]
        cuts = [one for one in cuts if one.answer is not WHOLE and one.end in {End.CLOSE, End.RESET}]
        shop.proxy.plan(*cuts, path=LOOK_UP)
        for _cut in cuts:
            progress = till.look()
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.looks) == (State.UNKNOWN, 0)
        till.settle()
        settled = till.counter.journal.get(attempt.reference)
        assert settled is not None
        assert settled.state is State.REDEEMED
