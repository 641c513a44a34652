"""Tests answers that are slow, drip or never come, and connections that go stale meanwhile."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults import answers, false_answers
from tests.faults.faults import (
    CHECK,
    LOOK_UP,
    MEMBER,
    POSITIONS,
    REDEEM,
    WHOLE,
    End,
    Fault,
    cut_answer,
    cut_request,
    hold_back,
)
from tests.faults.harness import draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness

CALL_TIMEOUT = 0.3
"""Seconds for a whole call, in tests that exceed it."""


@pytest.mark.parametrize(
    "fault",
    [
        Fault(delay_request=0.1),
        Fault(delay_answer=0.1),
        Fault(drip=0.001, piece=40),
        Fault(delay_request=0.05, delay_answer=0.05, end=End.CLOSE),
    ],
    ids=["late start", "late answer", "dripping", "both"],
)
def test_a_slow_answer_is_an_answer(harness: Harness, fault: Fault) -> None:
    """An answer within the time limit counts, however slow it is."""
    with harness.till() as till:
        harness.proxy.plan(fault)
        assert harness.redeem(till, draft("B-1")).state is State.REDEEMED
    assert harness.disagreements() == {}


def test_an_answer_that_hangs_is_settled(make_harness: MakeHarness) -> None:
    """A silent connection holds a call for no longer than its time limit. Settling finds the outcome."""
    harness = make_harness(read_timeout=CALL_TIMEOUT)
    with harness.till() as till:
        for name in ("before", "before-the-body", "one-byte-before-the-end"):
            for cut in (cut_request, cut_answer):
                harness.proxy.plan(cut(POSITIONS[name], End.HANG))
                began = time.monotonic()
                attempt = harness.redeem(till, draft(f"{cut.__name__} {name}"))
                assert time.monotonic() - began < CALL_TIMEOUT + 3.0
                assert (attempt.state, attempt.trace.code) == (State.UNKNOWN, "PT-TIMEOUT")
                till.watch(attempt)
        till.settle()
        assert len(till.counter.journal.in_states(State.REDEEMED)) == 3
        assert len(till.counter.journal.in_states(State.NOT_APPLIED)) == 3
    assert harness.disagreements() == {}


def test_an_answer_that_drips_for_ever_does_not_hold_a_call(make_harness: MakeHarness) -> None:
    """A byte now and then keeps a read alive, but does not extend the call."""
    harness = make_harness(read_timeout=CALL_TIMEOUT)
    with harness.till() as till:
        harness.proxy.plan(Fault(drip=0.02))
        began = time.monotonic()
        attempt = harness.redeem(till, draft("B-1"))
        assert time.monotonic() - began < CALL_TIMEOUT + 3.0
        assert (attempt.state, harness.moved(attempt)) == (State.UNKNOWN, 1)
        till.watch(attempt)
        till.settle()
    assert harness.disagreements() == {}


def test_a_request_that_arrives_after_the_till_gave_up(make_harness: MakeHarness) -> None:
    """A redemption that the service makes after the till gave up is found."""
    harness = make_harness(read_timeout=CALL_TIMEOUT)
    with harness.till() as till:
        harness.proxy.plan(hold_back(End.HANG))
        attempt = harness.redeem(till, draft("B-1"))
        assert (attempt.state, attempt.trace.code, harness.moved(attempt)) == (State.UNKNOWN, "PT-TIMEOUT", 0)
        harness.proxy.deliver()
        till.watch(attempt)
        till.settle()
        assert harness.moved(attempt) == 1
    assert harness.disagreements() == {}


def test_look_ups_that_hang_prove_nothing(make_harness: MakeHarness) -> None:
    """Settling's calls have the same time limit, and silence does not count as absence."""
    harness = make_harness(read_timeout=CALL_TIMEOUT)
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, draft("B-1"))
        till.watch(attempt)
        hanging = [cut(POSITIONS["before"], End.HANG) for cut in (cut_request, cut_answer)]
        harness.proxy.plan(*hanging, path=LOOK_UP)
        for _look in hanging:
            progress = till.look()
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.looks) == (State.UNKNOWN, 0)
        till.settle()
    assert harness.disagreements() == {}


def test_a_missing_balance_changes_no_outcome(make_harness: MakeHarness) -> None:
    """A redemption that a look-up found is redeemed, even if the request for the balance fails."""
    harness = make_harness(read_timeout=CALL_TIMEOUT)
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, draft("B-1"))
        till.watch(attempt)
        harness.proxy.plan(cut_answer(POSITIONS["before"], End.HANG), path=MEMBER)
        till.settle()
        settled = till.counter.journal.get(attempt.reference)
        assert settled is not None
        assert (settled.state, settled.redeemed and settled.redeemed.balance) == (State.REDEEMED, None)
    assert harness.disagreements() == {}


@pytest.mark.parametrize("seen", [True, False], ids=["closed in order", "gone when it is used"])
def test_a_kept_connection_that_went_stale(harness: Harness, seen: bool) -> None:
    """If the till saw the end, it opens a new connection. If not, it sends nothing a second time by itself."""
    with harness.till() as till:
        till.counter.send_code(draft("B-1"))
        if seen:
            harness.proxy.plan(Fault(end=End.CLOSE), path=CHECK)
            till.counter.send_code(draft("B-1"))
        else:
            harness.proxy.plan(cut_request(POSITIONS["before"]))
        attempt = harness.redeem(till, draft("B-1"))
        calls = [one for one in harness.proxy.seen if one.path in {CHECK, REDEEM}]
        assert calls[-1].path == REDEEM
        assert (calls[-1].number == calls[-2].number) is not seen
        assert attempt.state is (State.REDEEMED if seen else State.UNKNOWN)
        assert sum(one.path == REDEEM for one in calls) == 1
        till.watch(attempt)
        till.settle()
    assert harness.disagreements() == {}


def test_every_connection_dies_between_two_customers(harness: Harness) -> None:
    """After a router or a proxy has dropped the connections, the next redemption is sent once, over a new one."""
    with harness.till() as till:
        for number in range(3):
            assert harness.redeem(till, draft(f"B-{number}")).state is State.REDEEMED
            harness.proxy.drop_connections()
    assert [one.reference for one in harness.proxy.seen].count("") == 0
    assert harness.disagreements() == {}


def test_the_whole_answer_and_then_a_reset(harness: Harness) -> None:
    """A complete answer counts, however its connection ends."""
    with harness.till() as till:
        harness.proxy.plan(cut_answer(WHOLE, End.CLOSE))
        assert harness.redeem(till, draft("B-1")).state is State.REDEEMED
    assert harness.disagreements() == {}


def _endless() -> Callable[[bytes], bytes]:
    """Makes a list of other redemptions whose pages never end, however often the next one is asked for."""
    pages = count()

    def rewrite(answer: bytes) -> bytes:
        whole = json.loads(answers.body_of(answer))
        first = 9 * next(pages)
        rows = [
            {
                "redemption_id": f"other-{number}",
                "external_reference_number": f"OTHER-{number:06}",
                "redeemed_time": f"{datetime(2025, 3, 10, tzinfo=UTC) - timedelta(seconds=number):%Y-%m-%d %H:%M:%S}",
            }
            for number in range(first, first + 10)
        ]
        whole["response"]["customer"]["redemptions"]["points"]["point"] = rows
        whole["response"]["customer"].update(rows=9999, points_count=9999)
        return answers.http(json.dumps(whole).encode())

    return rewrite


def test_slow_pages_without_an_end_do_not_hold_the_customer_up(make_harness: MakeHarness) -> None:
    """The counter looks for about as long as one call may take. Settling reads on, and finds the outcome."""
    harness = make_harness(read_timeout=0.5)
    with harness.till() as till:
        harness.proxy.plan(false_answers.refusals_although_redeemed()["redeems, then 815"])
        harness.proxy.always(Fault(rewrite=_endless(), delay_answer=0.2), path=LOOK_UP)
        attempt = harness.redeem(till, draft("B-1"))
        assert attempt.state is State.UNKNOWN
        assert len([seen for seen in harness.proxy.seen if seen.path == LOOK_UP]) < 10
        harness.proxy.clear()
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}
