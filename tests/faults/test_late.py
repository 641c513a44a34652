"""Delivers a request long after the till lost its connection: at every moment at which that could move points twice."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import Held, HeldBack
from desktop.domain.redemption import Attempt, State, Step
from desktop.domain.validation import ValidationCode
from tests.faults.faults import SPOTS, cut_request, hold_back
from tests.faults.proxy import PATIENCE
from tests.faults.shop import draft
from tests.faults.tills import Hooks

if TYPE_CHECKING:
    from tests.faults.conftest import MakeShop
    from tests.faults.shop import Shop
    from tests.faults.tills import TillAtWork

BILL = draft("B-1", "12.345")


def lose(shop: Shop, till: TillAtWork) -> Attempt:
    """A redemption whose request is held back somewhere."""
    shop.proxy.plan(hold_back())
    attempt = shop.redeem(till, BILL)
    assert (attempt.state, shop.moved(attempt)) == (State.UNKNOWN, 0)
    till.watch(attempt)
    return attempt


def taken_for_absent(shop: Shop, till: TillAtWork) -> Attempt:
    """The same, until looks have proved that it did not happen."""
    attempt = lose(shop, till)
    till.settle()
    absent = till.now_of(attempt)
    assert absent.state is State.NOT_APPLIED
    return absent


def test_it_arrives_while_it_is_looked_for(shop: Shop) -> None:
    """Two looks that found nothing are no proof; the third finds it."""
    with shop.till() as till:
        attempt = lose(shop, till)
        for looks in (1, 2):
            till.look()
            assert till.now_of(attempt).looks == looks
        shop.proxy.deliver()
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


@pytest.mark.parametrize("restarted", [True, False], ids=["next start", "same session"])
def test_it_arrives_after_it_was_taken_for_absent(make_shop: MakeShop, restarted: bool) -> None:
    """It is looked for again, later and at every start; the journal then says that it is known late."""
    shop = make_shop(look_again_after=9.0)
    till = shop.till()
    attempt = taken_for_absent(shop, till)
    shop.proxy.deliver()
    if restarted:
        till.die()
        till = shop.till()
    with till:
        while till.now_of(attempt).state is State.NOT_APPLIED:
            till.look()
        assert till.now_of(attempt).settled_late
    assert shop.disagreements() == {}


def test_it_arrives_after_the_cashier_tried_again_with_success(shop: Shop) -> None:
    """The second request has the same reference, so that the first finds it used."""
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        again = shop.redeem(till, BILL)
        assert (again.reference, again.state, again.sends) == (attempt.reference, State.REDEEMED, 2)
        shop.proxy.deliver()
    assert shop.disagreements() == {}


def test_it_arrives_before_the_cashier_tries_again(shop: Shop) -> None:
    """The second request is refused as a repeat, in words that no page lists; it is looked up and found."""
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        shop.proxy.deliver()
        again = shop.redeem(till, BILL)
        assert (again.reference, again.state) == (attempt.reference, State.REDEEMED)
    assert shop.disagreements() == {}


def test_both_are_held_back_and_arrive_together(shop: Shop) -> None:
    """Whichever comes first counts, and only that."""
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        shop.proxy.plan(hold_back())
        again = shop.redeem(till, BILL)
        assert (again.reference, again.state) == (attempt.reference, State.UNKNOWN)
        till.watch(again)
        assert len(shop.proxy.deliver()) == 2
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


@pytest.mark.parametrize("arrives", ["before", "after"])
def test_the_second_try_is_refused_for_another_reason(make_shop: MakeShop, arrives: str) -> None:
    """A wrong code refuses the second request and says nothing about the first: it stays unknown until looks tell."""
    shop = make_shop(look_again_after=9.0)
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        again = till.counter.redeem(BILL, ValidationCode("WRONG1"))
        assert (again.reference, again.state) == (attempt.reference, State.UNKNOWN)
        assert again.trace.code == "808 PT-DOUBTFUL-REFUSAL"
        till.watch(again)
        if arrives == "before":
            shop.proxy.deliver()
        till.settle()
        expected = State.REDEEMED if arrives == "before" else State.NOT_APPLIED
        assert till.now_of(attempt).state is expected
        shop.proxy.deliver()
        while till.now_of(attempt).state is not State.REDEEMED:
            till.look()
    assert shop.disagreements() == {}


@pytest.mark.parametrize("restarted", [True, False], ids=["next start", "same session"])
def test_the_second_try_never_leaves(make_shop: MakeShop, restarted: bool) -> None:
    """`not_sent` is true of the second request only; the first is still looked for, and found."""
    shop = make_shop(look_again_after=9.0)
    second_try = threading.Event()

    def unplug(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and not done and second_try.is_set():
            shop.proxy.drop_connections()
            shop.proxy.go_offline()

    till = shop.till(hooks=Hooks(api=unplug))
    attempt = taken_for_absent(shop, till)
    second_try.set()
    again = shop.redeem(till, BILL)
    assert (again.reference, again.state, again.doubtful) == (attempt.reference, State.NOT_SENT, True)
    till.watch(again)
    shop.proxy.go_online()
    shop.proxy.deliver()
    if restarted:
        till.die()
        till = shop.till()
    with till:
        while till.now_of(attempt).state is State.NOT_SENT:
            till.look()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


def test_a_try_without_a_connection_is_held_back(make_shop: MakeShop) -> None:
    """Nothing is sent, because the first request cannot be looked up; it is still looked for, and found."""
    shop = make_shop(look_again_after=9.0)
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        code = shop.code(BILL)
        shop.proxy.drop_connections()
        shop.proxy.go_offline()
        with pytest.raises(HeldBack) as held:
            till.counter.redeem(BILL, code)
        assert held.value.why is Held.UNSEEN
        assert till.now_of(attempt).sends == 1
        till.watch(attempt)
        shop.proxy.go_online()
        shop.proxy.deliver()
        while till.now_of(attempt).state is not State.REDEEMED:
            till.look()
    assert shop.disagreements() == {}


def test_it_turns_up_between_the_question_and_the_answer(make_shop: MakeShop) -> None:
    """A cashier who was asked about another bill has not been asked about this one, which was redeemed meanwhile."""
    shop = make_shop(look_again_after=9.0)
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        shop.proxy.plan(cut_request(SPOTS["before"]))
        till.watch(shop.redeem(till, draft("B-2")))
        with pytest.raises(HeldBack) as held:
            till.counter.send_code(BILL)
        assert held.value.why is Held.SAME_MEMBER
        shop.proxy.deliver()
        while till.now_of(attempt).state is State.NOT_APPLIED:
            till.look()
        assert till.now_of(attempt).state is State.REDEEMED
        with pytest.raises(HeldBack) as held:
            till.counter.redeem(BILL, shop.code(BILL), confirmed=True)
        assert held.value.why is Held.SAME_BILL_REDEEMED
        till.settle()
    assert shop.disagreements() == {}


@pytest.mark.parametrize("written", ["before the answer", "after the answer"])
def test_a_look_finds_it_while_it_is_sent_again(shop: Shop, written: str) -> None:
    """A look is under way when the cashier presses again: one redemption, and the cashier is told that it happened."""
    with shop.till() as till:
        taken_for_absent(shop, till)
        shop.proxy.deliver()
    looked, sent_again, found, answered = (threading.Event() for _ in range(4))

    def look(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "find_redemptions" and done:
            looked.set()
            assert sent_again.wait(PATIENCE)
            assert written == "before the answer" or answered.wait(PATIENCE)

    def write(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        if name == "step" and done and arguments[1] is Step.FOUND:
            found.set()

    def count(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        if name == "step" and done and arguments[1] is Step.SENT_AGAIN:
            sent_again.set()

    def ask(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and not done and written == "before the answer":
            assert found.wait(PATIENCE)

    with shop.till(beside=True, hooks=Hooks(count, ask), settling=Hooks(write, look)) as till:
        assert looked.wait(PATIENCE)
        again = shop.redeem(till, BILL)
        answered.set()
        assert (again.state, shop.moved(again)) == (State.REDEEMED, 1)
        till.settle()
    assert shop.disagreements() == {}


def test_a_look_finds_it_right_before_it_is_sent_again(shop: Shop) -> None:
    """Between reading that it is absent and sending it again it is found: no second redemption is begun."""
    with shop.till() as till:
        attempt = taken_for_absent(shop, till)
        shop.proxy.deliver()
    go_on, found = threading.Event(), threading.Event()

    def look(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "find_redemptions" and done:
            assert go_on.wait(PATIENCE)

    def write(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        if name == "step" and done and arguments[1] is Step.FOUND:
            found.set()

    def weigh(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "same_bill" and done and not go_on.is_set():
            go_on.set()
            assert found.wait(PATIENCE)

    with shop.till(beside=True, hooks=Hooks(weigh), settling=Hooks(write, look)) as till:
        again = till.counter.redeem(BILL, shop.code(BILL))
        assert (again.reference, again.state) == (attempt.reference, State.REDEEMED)
        till.settle()
    assert [one.reference for one in shop.service.ledger()] == [attempt.reference]
    assert shop.disagreements() == {}
