"""Tests a wall clock that is set back and forward during a redemption and its settling."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.redemption import State
from tests.faults import ledger_check
from tests.faults.faults import POSITIONS, cut_answer, cut_request, hold_back
from tests.faults.harness import draft
from tests.faults.headless_till import FastClock, Hooks

if TYPE_CHECKING:
    from tests.faults.harness import Harness

JUMPS = {
    "to the epoch": timedelta(days=-56 * 365),
    "a year back": timedelta(days=-365),
    "an hour back": timedelta(hours=-1),
    "an hour on": timedelta(hours=1),
    "ten years on": timedelta(days=3650),
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_is_set_proves_nothing(harness: Harness, jump: timedelta) -> None:
    """Neither a redemption nor its absence depends on the wall clock: a monotonic clock spreads the look-ups."""
    clock = FastClock()
    with harness.till(clock=clock) as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]), cut_request(POSITIONS["in-the-head"]))
        moved, absent = (harness.redeem(till, draft(bill)) for bill in ("B-1", "B-2"))
        clock.offset = jump
        till.watch(absent)
        for _ in range(2):
            progress = till.look()
            assert progress is not None
            assert progress.attempt.state is State.UNKNOWN
        till.watch(moved)
        till.settle()
        assert (till.stored(moved).state, till.stored(absent).state) == (State.REDEEMED, State.NOT_APPLIED)
        clock.offset = timedelta(0)
        again = harness.redeem(till, draft("B-2"))
        assert (again.reference, again.state) == (absent.reference, State.REDEEMED)
    assert harness.disagreements() == {}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_is_set_while_a_request_is_under_way(harness: Harness, jump: timedelta) -> None:
    """The journal keeps the order of events, whatever their times say."""
    clock = FastClock()

    def set_clock(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and not done:
            clock.offset = jump

    with harness.till(clock=clock, hooks=Hooks(api=set_clock)) as till:
        attempt = harness.redeem(till, draft("B-1"))
        assert attempt.state is State.REDEEMED
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        till.watch(harness.redeem(till, draft("B-2")))
        till.settle()
        path = till.path
    assert [one.what for one in ledger_check.events(path, attempt.reference)] == ["begun", "redeemed"]
    assert [one.draft.bill for one in ledger_check.attempts(path)] == ["B-1", "B-2"]
    assert harness.disagreements() == {}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_was_wrong_at_the_last_start(harness: Harness, jump: timedelta) -> None:
    """An attempt that was recorded as absent on a wrong date is rechecked at the next start."""
    clock = FastClock()
    clock.offset = jump
    with harness.till(clock=clock) as till:
        harness.proxy.plan(hold_back())
        attempt = harness.redeem(till, draft("B-1"))
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.NOT_APPLIED
    harness.proxy.deliver()
    with harness.till() as till:
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


def test_references_stay_apart_on_a_clock_that_stands_still(harness: Harness) -> None:
    """A repeated millisecond, or a date before 1970, makes no two references equal."""
    clock = FastClock()
    with harness.till(clock=clock) as till:
        references = set()
        for number, jump in enumerate([timedelta(0), timedelta(days=-80 * 365), timedelta(days=-80 * 365)]):
            clock.offset = jump
            attempt = harness.redeem(till, draft(f"B-{number}"))
            assert attempt.state is State.REDEEMED
            references.add(attempt.reference)
    assert len(references) == 3
    assert harness.disagreements() == {}
