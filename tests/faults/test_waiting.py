"""Makes the till wait: answers that are slow, that drip, that never come; and connections that went stale meanwhile."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults.faults import (
    CHECK,
    LOOK_UP,
    MEMBER,
    REDEEM,
    SPOTS,
    WHOLE,
    End,
    Fault,
    cut_answer,
    cut_request,
    hold_back,
)
from tests.faults.shop import draft

if TYPE_CHECKING:
    from tests.faults.conftest import MakeShop
    from tests.faults.shop import Shop

PATIENCE = 0.3
"""Seconds for the whole of a call, where a test makes it last longer."""


@pytest.mark.parametrize(
    "fault",
    [Fault(before=0.1), Fault(after=0.1), Fault(drip=0.001, piece=40), Fault(before=0.05, after=0.05, end=End.CLOSE)],
    ids=["late start", "late answer", "dripping", "both"],
)
def test_a_slow_answer_is_an_answer(shop: Shop, fault: Fault) -> None:
    """What comes within the time is believed, however slowly it comes."""
    with shop.till() as till:
        shop.proxy.plan(fault)
        assert shop.redeem(till, draft("B-1")).state is State.REDEEMED
    assert shop.disagreements() == {}


def test_an_answer_that_hangs_is_settled(make_shop: MakeShop) -> None:
    """A connection over which nothing more comes holds a call for its time, and no longer; settling finds out."""
    shop = make_shop(read_timeout=PATIENCE)
    with shop.till() as till:
        for name in ("before", "before-the-body", "one-byte-before-the-end"):
            for cut in (cut_request, cut_answer):
                shop.proxy.plan(cut(SPOTS[name], End.HANG))
                began = time.monotonic()
                attempt = shop.redeem(till, draft(f"{cut.__name__} {name}"))
                assert time.monotonic() - began < PATIENCE + 3.0
                assert (attempt.state, attempt.trace.code) == (State.UNKNOWN, "PT-TIMEOUT")
                till.watch(attempt)
        till.settle()
        assert len(till.counter.journal.in_states(State.REDEEMED)) == 3
        assert len(till.counter.journal.in_states(State.NOT_APPLIED)) == 3
    assert shop.disagreements() == {}


def test_an_answer_that_drips_for_ever_does_not_hold_a_call(make_shop: MakeShop) -> None:
    """A byte now and then keeps a read alive, and a call does not last longer for it."""
    shop = make_shop(read_timeout=PATIENCE)
    with shop.till() as till:
        shop.proxy.plan(Fault(drip=0.02))
        began = time.monotonic()
        attempt = shop.redeem(till, draft("B-1"))
        assert time.monotonic() - began < PATIENCE + 3.0
        assert (attempt.state, shop.moved(attempt)) == (State.UNKNOWN, 1)
        till.watch(attempt)
        till.settle()
    assert shop.disagreements() == {}


def test_a_request_that_arrives_after_the_till_gave_up(make_shop: MakeShop) -> None:
    """The connection stands, the service acts when the till has stopped waiting; it is found."""
    shop = make_shop(read_timeout=PATIENCE)
    with shop.till() as till:
        shop.proxy.plan(hold_back(End.HANG))
        attempt = shop.redeem(till, draft("B-1"))
        assert (attempt.state, attempt.trace.code, shop.moved(attempt)) == (State.UNKNOWN, "PT-TIMEOUT", 0)
        shop.proxy.deliver()
        till.watch(attempt)
        till.settle()
        assert shop.moved(attempt) == 1
    assert shop.disagreements() == {}


def test_looks_that_hang_prove_nothing(make_shop: MakeShop) -> None:
    """Settling waits for its own calls no longer than for others, and takes a silence for no absence."""
    shop = make_shop(read_timeout=PATIENCE)
    with shop.till() as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        attempt = shop.redeem(till, draft("B-1"))
        till.watch(attempt)
        hanging = [cut(SPOTS["before"], End.HANG) for cut in (cut_request, cut_answer)]
        shop.proxy.plan(*hanging, path=LOOK_UP)
        for _look in hanging:
            progress = till.look()
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.looks) == (State.UNKNOWN, 0)
        till.settle()
    assert shop.disagreements() == {}


def test_a_balance_that_cannot_be_had_takes_nothing_back(make_shop: MakeShop) -> None:
    """A redemption that a look found is redeemed, whether or not the balance that goes with it can be asked for."""
    shop = make_shop(read_timeout=PATIENCE)
    with shop.till() as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        attempt = shop.redeem(till, draft("B-1"))
        till.watch(attempt)
        shop.proxy.plan(cut_answer(SPOTS["before"], End.HANG), path=MEMBER)
        till.settle()
        settled = till.counter.journal.get(attempt.reference)
        assert settled is not None
        assert (settled.state, settled.redeemed and settled.redeemed.balance) == (State.REDEEMED, None)
    assert shop.disagreements() == {}


@pytest.mark.parametrize("seen", [True, False], ids=["closed in order", "gone when it is used"])
def test_a_kept_connection_that_went_stale(shop: Shop, seen: bool) -> None:
    """Where its end was seen a fresh one is opened; where it was not, nothing is sent a second time by itself."""
    with shop.till() as till:
        till.counter.send_code(draft("B-1"))
        if seen:
            shop.proxy.plan(Fault(end=End.CLOSE), path=CHECK)
            till.counter.send_code(draft("B-1"))
        else:
            shop.proxy.plan(cut_request(SPOTS["before"]))
        attempt = shop.redeem(till, draft("B-1"))
        calls = [one for one in shop.proxy.seen if one.path in {CHECK, REDEEM}]
        assert calls[-1].path == REDEEM
        assert (calls[-1].number == calls[-2].number) is not seen
        assert attempt.state is (State.REDEEMED if seen else State.UNKNOWN)
        assert sum(one.path == REDEEM for one in calls) == 1
        till.watch(attempt)
        till.settle()
    assert shop.disagreements() == {}


def test_every_connection_dies_between_two_customers(shop: Shop) -> None:
    """A router that forgets, a proxy that restarts: the next redemption is sent once, over a fresh connection."""
    with shop.till() as till:
        for number in range(3):
            assert shop.redeem(till, draft(f"B-{number}")).state is State.REDEEMED
            shop.proxy.drop_connections()
    assert [one.reference for one in shop.proxy.seen].count("") == 0
    assert shop.disagreements() == {}


def test_the_whole_answer_and_then_a_reset(shop: Shop) -> None:
    """An answer that was read whole counts, whatever becomes of its connection."""
    with shop.till() as till:
        shop.proxy.plan(cut_answer(WHOLE, End.CLOSE))
        assert shop.redeem(till, draft("B-1")).state is State.REDEEMED
    assert shop.disagreements() == {}
