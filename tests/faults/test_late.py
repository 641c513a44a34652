"""Tests requests that arrive long after the connection was lost, whenever that could move points twice."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import Held, HeldBack
from desktop.domain.redemption import Attempt, State, Step
from desktop.domain.validation import ValidationCode
from tests.faults.faults import POSITIONS, cut_request, hold_back
from tests.faults.harness import draft
from tests.faults.headless_till import Hooks
from tests.faults.proxy import TIMEOUT

if TYPE_CHECKING:
    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness
    from tests.faults.headless_till import HeadlessTill

BILL = draft("B-1", "12.345")


def lose(harness: Harness, till: HeadlessTill) -> Attempt:
    """Redeems, and holds the request back."""
    harness.proxy.plan(hold_back())
    attempt = harness.redeem(till, BILL)
    assert (attempt.state, harness.moved(attempt)) == (State.UNKNOWN, 0)
    till.watch(attempt)
    return attempt


def lose_until_absent(harness: Harness, till: HeadlessTill) -> Attempt:
    """Redeems, holds the request back, and settles, so that the attempt is recorded as absent."""
    attempt = lose(harness, till)
    till.settle()
    absent = till.stored(attempt)
    assert absent.state is State.NOT_APPLIED
    return absent


def test_it_arrives_between_two_look_ups(harness: Harness) -> None:
    """Two look-ups that find nothing prove nothing. The third finds the redemption."""
    with harness.till() as till:
        attempt = lose(harness, till)
        for looks in (1, 2):
            till.look()
            assert till.stored(attempt).looks == looks
        harness.proxy.deliver()
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


@pytest.mark.parametrize("restarted", [True, False], ids=["next start", "same session"])
def test_it_arrives_after_it_was_recorded_as_absent(make_harness: MakeHarness, restarted: bool) -> None:
    """It is rechecked later and at every start. The journal then says that it was settled late."""
    harness = make_harness(look_again_after=9.0)
    till = harness.till()
    attempt = lose_until_absent(harness, till)
    harness.proxy.deliver()
    if restarted:
        till.kill()
        till = harness.till()
    with till:
        while till.stored(attempt).state is State.NOT_APPLIED:
            till.look()
        assert till.stored(attempt).settled_late
    assert harness.disagreements() == {}


def test_it_arrives_after_the_cashier_tried_again_with_success(harness: Harness) -> None:
    """The second request has the same reference, so the first moves nothing when it arrives."""
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        again = harness.redeem(till, BILL)
        assert (again.reference, again.state, again.sends) == (attempt.reference, State.REDEEMED, 2)
        harness.proxy.deliver()
    assert harness.disagreements() == {}


def test_it_arrives_before_the_cashier_tries_again(harness: Harness) -> None:
    """The redemption is found before a second request is sent."""
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        harness.proxy.deliver()
        again = harness.redeem(till, BILL)
        assert (again.reference, again.state) == (attempt.reference, State.REDEEMED)
    assert harness.disagreements() == {}


def test_both_are_held_back_and_arrive_together(harness: Harness) -> None:
    """Only the first of the two moves points."""
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        harness.proxy.plan(hold_back())
        again = harness.redeem(till, BILL)
        assert (again.reference, again.state) == (attempt.reference, State.UNKNOWN)
        till.watch(again)
        assert len(harness.proxy.deliver()) == 2
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


@pytest.mark.parametrize("arrives", ["before", "after"])
def test_the_second_try_is_refused_for_another_reason(make_harness: MakeHarness, arrives: str) -> None:
    """The refusal of a wrong code says nothing about the first request, so the attempt stays unknown."""
    harness = make_harness(look_again_after=9.0)
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        again = till.counter.redeem(BILL, ValidationCode("WRONG1"))
        assert (again.reference, again.state) == (attempt.reference, State.UNKNOWN)
        assert again.trace.code == "808 PT-DOUBTFUL-REFUSAL"
        till.watch(again)
        if arrives == "before":
            harness.proxy.deliver()
        till.settle()
        expected = State.REDEEMED if arrives == "before" else State.NOT_APPLIED
        assert till.stored(attempt).state is expected
        harness.proxy.deliver()
        while till.stored(attempt).state is not State.REDEEMED:
            till.look()
    assert harness.disagreements() == {}


@pytest.mark.parametrize("restarted", [True, False], ids=["next start", "same session"])
def test_the_second_try_never_leaves(make_harness: MakeHarness, restarted: bool) -> None:
    """`not_sent` is true only of the second request. The first is still looked up, and found."""
    harness = make_harness(look_again_after=9.0)
    second_try = threading.Event()

    def unplug(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and not done and second_try.is_set():
            harness.proxy.drop_connections()
            harness.proxy.go_offline()

    till = harness.till(hooks=Hooks(api=unplug))
    attempt = lose_until_absent(harness, till)
    second_try.set()
    again = harness.redeem(till, BILL)
    assert (again.reference, again.state, again.doubtful) == (attempt.reference, State.NOT_SENT, True)
    till.watch(again)
    harness.proxy.go_online()
    harness.proxy.deliver()
    if restarted:
        till.kill()
        till = harness.till()
    with till:
        while till.stored(attempt).state is State.NOT_SENT:
            till.look()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


def test_a_try_without_a_connection_is_held_back(make_harness: MakeHarness) -> None:
    """Nothing is sent, because the first request cannot be looked up. Later it is found."""
    harness = make_harness(look_again_after=9.0)
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        code = harness.code(BILL)
        harness.proxy.drop_connections()
        harness.proxy.go_offline()
        with pytest.raises(HeldBack) as held:
            till.counter.redeem(BILL, code)
        assert held.value.why is Held.UNSEEN
        assert till.stored(attempt).sends == 1
        till.watch(attempt)
        harness.proxy.go_online()
        harness.proxy.deliver()
        while till.stored(attempt).state is not State.REDEEMED:
            till.look()
    assert harness.disagreements() == {}


def test_it_turns_up_between_the_question_and_the_answer(make_harness: MakeHarness) -> None:
    """A yes to a question about another bill does not count for this bill, which was redeemed meanwhile."""
    harness = make_harness(look_again_after=9.0)
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        harness.proxy.plan(cut_request(POSITIONS["before"]))
        till.watch(harness.redeem(till, draft("B-2")))
        with pytest.raises(HeldBack) as held:
            till.counter.send_code(BILL)
        assert held.value.why is Held.SAME_MEMBER
        harness.proxy.deliver()
        while till.stored(attempt).state is State.NOT_APPLIED:
            till.look()
        assert till.stored(attempt).state is State.REDEEMED
        with pytest.raises(HeldBack) as held:
            till.counter.redeem(BILL, harness.code(BILL), confirmed=True)
        assert held.value.why is Held.SAME_BILL_REDEEMED
        till.settle()
    assert harness.disagreements() == {}


@pytest.mark.parametrize("written", ["before the answer", "after the answer"])
def test_a_look_up_finds_it_while_it_is_sent_again(harness: Harness, written: str) -> None:
    """If a look-up is under way when the cashier presses again, points move once, and the cashier is told so."""
    with harness.till() as till:
        lose_until_absent(harness, till)
    looked, arrived, sent_again, found, answered = (threading.Event() for _ in range(5))

    def look(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name != "find_redemptions":
            return
        if done:
            assert sent_again.wait(TIMEOUT)
            assert written == "before the answer" or answered.wait(TIMEOUT)
        else:
            looked.set()
            assert arrived.wait(TIMEOUT)

    def write(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        if name == "step" and done and arguments[1] is Step.FOUND:
            found.set()

    def count(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        if name == "step" and done and arguments[1] is Step.SENT_AGAIN:
            sent_again.set()

    def ask(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "find_redemptions" and done and not arrived.is_set():
            # The counter's own look-up has shown nothing, so it will send again.
            harness.proxy.deliver()
            arrived.set()
        if name == "redeem" and not done and written == "before the answer":
            assert found.wait(TIMEOUT)

    with harness.till(settles_in_thread=True, hooks=Hooks(count, ask), settling=Hooks(write, look)) as till:
        assert looked.wait(TIMEOUT)
        again = harness.redeem(till, BILL)
        answered.set()
        assert (again.state, harness.moved(again)) == (State.REDEEMED, 1)
        till.settle()
    # A look-up reports whatever a hook raises as its own failure.
    assert (sent_again.is_set(), found.is_set()) == (True, written == "before the answer")
    assert harness.disagreements() == {}


def test_a_look_up_finds_it_just_before_it_is_sent_again(harness: Harness) -> None:
    """If it is found after the till has read that it is absent, nothing is sent again."""
    with harness.till() as till:
        attempt = lose_until_absent(harness, till)
        harness.proxy.deliver()
    go_on, found = threading.Event(), threading.Event()

    def look(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "find_redemptions" and done:
            assert go_on.wait(TIMEOUT)

    def write(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        if name == "step" and done and arguments[1] is Step.FOUND:
            found.set()

    def check(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "same_bill" and done and not go_on.is_set():
            go_on.set()
            assert found.wait(TIMEOUT)

    with harness.till(settles_in_thread=True, hooks=Hooks(check), settling=Hooks(write, look)) as till:
        again = till.counter.redeem(BILL, harness.code(BILL))
        assert (again.reference, again.state) == (attempt.reference, State.REDEEMED)
        till.settle()
    assert [one.reference for one in harness.service.ledger()] == [attempt.reference]
    assert harness.disagreements() == {}
