"""Gives the till answers that no service should give: pages, nonsense, mangled ones, too many requests, forged ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults import answers, broken_word
from tests.faults.faults import LOOK_UP, REDEEM, SPOTS, End, Fault, answered, cut_answer, hold_back
from tests.faults.shop import draft

if TYPE_CHECKING:
    from tests.faults.shop import Shop


@pytest.mark.parametrize("acts", [True, False], ids=["acted", "not-acted"])
def test_an_answer_that_says_nothing_is_not_believed(shop: Shop, acts: bool) -> None:
    """Every page and every nonsense leaves the outcome unknown, whether the points moved or not; settling tells."""
    with shop.till() as till:
        lost = []
        for name, fault in (answers.pages(acts=acts) | answers.nonsense(acts=acts)).items():
            shop.proxy.plan(fault)
            attempt = shop.redeem(till, draft(name))
            assert (name, attempt.state) == (name, State.UNKNOWN)
            assert shop.moved(attempt) == int(acts)
            till.watch(attempt)
            lost.append(attempt)
        till.settle()
        assert shop.disagreements() == {}
        assert {till.now_of(one).state for one in lost} == {State.REDEEMED if acts else State.NOT_APPLIED}


def test_a_true_answer_that_was_mangled_is_true_or_unknown(shop: Shop) -> None:
    """Broken gzip, charset, length or chunks: redeemed where it can be read, and unknown everywhere else."""
    with shop.till() as till:
        unknown = 0
        for name, fault in answers.mangled().items():
            shop.proxy.plan(fault)
            attempt = shop.redeem(till, draft(name))
            assert attempt.state in {State.UNKNOWN, State.REDEEMED}, name
            unknown += attempt.state is State.UNKNOWN
            till.watch(attempt)
            assert shop.disagreements(settled=False) == {}, name
        assert unknown >= len(answers.MANGLED) // 2
        till.settle()
        assert shop.disagreements() == {}


def test_a_look_that_gets_nonsense_proves_no_absence(shop: Shop) -> None:
    """Whatever comes in place of a look's answer, a redemption that happened is never taken for one that did not."""
    with shop.till() as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        attempt = shop.redeem(till, draft("B-1"))
        till.watch(attempt)
        unclear = answers.pages(acts=True) | answers.nonsense(acts=True) | answers.too_many()
        for name, fault in unclear.items():
            shop.proxy.plan(fault, path=LOOK_UP)
            progress = till.look()
            assert progress is not None
            assert (name, progress.attempt.state, progress.attempt.looks) == (name, State.UNKNOWN, 0)
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


def test_a_look_whose_answer_is_mangled_finds_it_or_says_nothing(shop: Shop) -> None:
    """Broken gzip and the like on the way back from a look."""
    with shop.till() as till:
        for name, fault in answers.mangled().items():
            shop.proxy.plan(cut_answer(SPOTS["before"]))
            attempt = shop.redeem(till, draft(name))
            till.watch(attempt)
            shop.proxy.plan(fault, path=LOOK_UP)
            progress = till.look()
            assert progress is not None
            assert progress.attempt.state in {State.UNKNOWN, State.REDEEMED}, name
            assert progress.attempt.looks == 0, name
            till.settle()
    assert shop.disagreements() == {}


@pytest.mark.parametrize("name", answers.TOO_MANY)
def test_too_many_requests_are_repeated_to_the_byte(shop: Shop, name: str) -> None:
    """The same reference, the identical body, and at most one movement."""
    with shop.till() as till:
        fault = answered(answers.TOO_MANY[name], acts=False)
        shop.proxy.plan(fault, fault)
        attempt = shop.redeem(till, draft("B-1"))
        assert (attempt.state, attempt.sends) == (State.REDEEMED, 1)
    sent = [(seen.reference, seen.body) for seen in shop.proxy.seen if seen.path == REDEEM]
    assert len(sent) == 3
    assert set(sent) == {(attempt.reference, sent[0][1])}
    assert shop.disagreements() == {}


@pytest.mark.parametrize("name", ["429", "item 521"])
def test_too_many_requests_for_ever_end_in_a_refusal(shop: Shop, name: str) -> None:
    """There is a time limit, and nothing happened."""
    with shop.till() as till:
        shop.proxy.always(answered(answers.TOO_MANY[name], acts=False))
        assert shop.redeem(till, draft("B-1")).state is State.REFUSED
        shop.proxy.clear()
        assert shop.redeem(till, draft("B-1")).state is State.REDEEMED
    assert shop.disagreements() == {}


@pytest.mark.parametrize("name", answers.TOO_MANY)
def test_too_many_requests_that_were_not(shop: Shop, name: str) -> None:
    """An edge that says 429 although the service acted: the repeat is refused, is looked up, and is found."""
    with shop.till() as till:
        shop.proxy.plan(answered(answers.TOO_MANY[name], acts=True))
        attempt = shop.redeem(till, draft("B-1"))
        assert (attempt.state, shop.moved(attempt)) == (State.REDEEMED, 1)
    assert shop.disagreements() == {}


def test_a_repeat_whose_look_up_fails_stays_unknown(shop: Shop) -> None:
    """A refusal after a repeat that nobody could look up is not believed; settling finds the redemption."""
    with shop.till() as till:
        shop.proxy.plan(answered(answers.TOO_MANY["429"], acts=True))
        shop.proxy.plan(answered(answers.page(520), acts=False), path=LOOK_UP)
        attempt = shop.redeem(till, draft("B-1"))
        assert (attempt.state, shop.moved(attempt)) == (State.UNKNOWN, 1)
        till.watch(attempt)
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


@pytest.mark.parametrize("second", ["cut", "late"])
def test_a_repeat_that_is_lost_is_settled(shop: Shop, second: str) -> None:
    """429 at first, and then the connection goes: one reference, one movement."""
    with shop.till() as till:
        lost = cut_answer(SPOTS["before"]) if second == "cut" else hold_back()
        shop.proxy.plan(answered(answers.TOO_MANY["429"], acts=False), lost)
        attempt = shop.redeem(till, draft("B-1"))
        assert attempt.state is State.UNKNOWN
        shop.proxy.deliver()
        till.watch(attempt)
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
    assert shop.disagreements() == {}


@pytest.mark.parametrize("first", ["redeemed", "page"])
def test_an_answer_that_nobody_asked_for_is_not_taken_for_the_next_one(shop: Shop, first: str) -> None:
    """A success that lies on a kept connection when the next redemption begins is nobody's success."""
    with shop.till() as till:
        fault = Fault(unasked=answers.success())
        shop.proxy.plan(fault if first == "redeemed" else replace(fault, remake=lambda _: answers.page(503)))
        shop.redeem(till, draft("B-1"))
        # The code goes out by another way, so that the next call on the counter's connection is the redemption.
        shop.proxy.plan(answered(answers.page(503), acts=False, end=End.CLOSE))
        attempt = shop.redeem(till, draft("B-2"))
        assert (attempt.state, shop.moved(attempt)) == (State.UNKNOWN, 0)
        for one in till.counter.journal.in_states(State.UNKNOWN):
            till.watch(one)
        till.settle()
    assert shop.disagreements() == {}


@pytest.mark.parametrize("gap", [-100, -1])
def test_the_rest_of_a_long_answer_is_not_taken_for_the_next_one(shop: Shop, gap: int) -> None:
    """A length that is too short leaves bytes behind on a connection that is kept; the next call gets a fresh one."""
    with shop.till() as till:
        shop.proxy.plan(Fault(remake=answers.with_length(gap)))
        first = shop.redeem(till, draft("B-1"))
        assert first.state in {State.UNKNOWN, State.REDEEMED}
        assert shop.redeem(till, draft("B-2")).state is State.REDEEMED
        till.watch(first)
        till.settle()
    assert shop.disagreements() == {}


def test_a_refusal_of_what_happened_becomes_the_receipt(shop: Shop) -> None:
    """The service redeems and then refuses with any code that proves nothing: the look-up that follows finds it."""
    with shop.till() as till:
        for name, fault in broken_word.refusals_although_redeemed().items():
            shop.proxy.plan(fault)
            attempt = shop.redeem(till, draft(name))
            assert (name, attempt.state) == (name, State.REDEEMED)
            assert shop.moved(attempt) == 1
        assert shop.disagreements() == {}


def test_an_answer_of_another_request_is_not_believed(shop: Shop) -> None:
    """It neither redeems nor refuses: the outcome is unknown, and the look-up finds what happened."""
    with shop.till() as till:
        for name, fault in broken_word.strays().items():
            shop.proxy.plan(fault)
            attempt = shop.redeem(till, draft(name))
            assert (name, attempt.state) == (name, State.UNKNOWN)
            till.watch(attempt)
        till.settle()
        assert shop.disagreements() == {}


@pytest.mark.parametrize("name", broken_word.LOOK_UPS)
def test_a_list_that_lies_proves_no_absence(shop: Shop, name: str) -> None:
    """However oddly a redemption is listed, it is found or stays unknown; a true list settles it."""
    with shop.till() as till:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        attempt = shop.redeem(till, draft(name))
        till.watch(attempt)
        shop.proxy.plan(*[broken_word.lying_look_ups()[name]] * 4, path=LOOK_UP)
        for _ in range(4):
            till.look()
            assert till.now_of(attempt).state in {State.UNKNOWN, State.REDEEMED}
        till.settle()
        assert till.now_of(attempt).state is State.REDEEMED
        assert shop.disagreements() == {}
