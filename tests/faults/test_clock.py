"""Sets the till's wall clock back and forward, at every moment of a redemption and of its settling."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.redemption import State
from tests.faults import audit
from tests.faults.faults import SPOTS, cut_answer, cut_request, hold_back
from tests.faults.shop import draft
from tests.faults.tills import Hooks, QuickClock

if TYPE_CHECKING:
    from tests.faults.shop import Shop

JUMPS = {
    "to the epoch": timedelta(days=-56 * 365),
    "a year back": timedelta(days=-365),
    "an hour back": timedelta(hours=-1),
    "an hour on": timedelta(hours=1),
    "ten years on": timedelta(days=3650),
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_is_set_proves_nothing(shop: Shop, jump: timedelta) -> None:
    """Neither a redemption nor an absence hangs on the wall clock: looks are spread by one that only runs."""
    clock = QuickClock()
    with shop.till(clock=clock) as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]), cut_request(SPOTS["in-the-head"]))
        moved, absent = (shop.redeem(till, draft(bill)) for bill in ("B-1", "B-2"))
        clock.offset = jump
        till.watch(absent)
        for _ in range(2):
            progress = till.look()
            assert progress is not None
            assert progress.attempt.state is State.UNKNOWN
        till.watch(moved)
        till.settle()
        assert (till.now_of(moved).state, till.now_of(absent).state) == (State.REDEEMED, State.NOT_APPLIED)
        clock.offset = timedelta(0)
        again = shop.redeem(till, draft("B-2"))
        assert (again.reference, again.state) == (absent.reference, State.REDEEMED)
    assert shop.disagreements() == {}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_is_set_while_a_request_is_under_way(shop: Shop, jump: timedelta) -> None:
    """The journal keeps the order of what happened, whatever the times beside it say."""
    clock = QuickClock()

    def set_clock(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and not done:
            clock.offset = jump

    with shop.till(clock=clock, hooks=Hooks(api=set_clock)) as till:
        attempt = shop.redeem(till, draft("B-1"))
        assert attempt.state is State.REDEEMED
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        till.watch(shop.redeem(till, draft("B-2")))
        till.settle()
        path = till.path
    assert [one.what for one in audit.events(path, attempt.reference)] == ["begun", "redeemed"]
    assert [one.draft.bill for one in audit.attempts(path)] == ["B-1", "B-2"]
    assert shop.disagreements() == {}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_was_wrong_at_the_last_start(shop: Shop, jump: timedelta) -> None:
    """What was taken for absent on a wrong day is looked for at the next start all the same."""
    clock = QuickClock()
    clock.offset = jump
    with shop.till(clock=clock) as till:
        shop.proxy.plan(hold_back())
        attempt = shop.redeem(till, draft("B-1"))
        till.watch(attempt)
        till.settle()
        assert till.now_of(attempt).state is State.NOT_APPLIED
    shop.proxy.deliver()
    with shop.till() as till:
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


def test_references_stay_apart_on_a_clock_that_stands_still(shop: Shop) -> None:
    """A thousandth of a second repeated, or the clock before 1970, makes no two references alike."""
    clock = QuickClock()
    with shop.till(clock=clock) as till:
        references = set()
        for number, jump in enumerate([timedelta(0), timedelta(days=-80 * 365), timedelta(days=-80 * 365)]):
            clock.offset = jump
            attempt = shop.redeem(till, draft(f"B-{number}"))
            assert attempt.state is State.REDEEMED
            references.add(attempt.reference)
    assert len(references) == 3
    assert shop.disagreements() == {}
