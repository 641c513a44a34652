"""Tests unusual answers: error pages, unreadable, corrupted, throttling, forged and false ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults import answers, false_answers
from tests.faults.faults import LOOK_UP, POSITIONS, REDEEM, End, Fault, answered, cut_answer, hold_back
from tests.faults.harness import draft

if TYPE_CHECKING:
    from tests.faults.harness import Harness


@pytest.mark.parametrize("processed", [True, False], ids=["acted", "not-acted"])
def test_an_answer_that_says_nothing_is_not_believed(harness: Harness, processed: bool) -> None:
    """The outcome is unknown, whether or not the points moved. Settling finds it out."""
    with harness.till() as till:
        lost = []
        for name, fault in (answers.pages(processed=processed) | answers.nonsense(processed=processed)).items():
            harness.proxy.plan(fault)
            attempt = harness.redeem(till, draft(name))
            assert (name, attempt.state) == (name, State.UNKNOWN)
            assert harness.moved(attempt) == int(processed)
            till.watch(attempt)
            lost.append(attempt)
        till.settle()
        assert harness.disagreements() == {}
        assert {till.stored(one).state for one in lost} == {State.REDEEMED if processed else State.NOT_APPLIED}


def test_a_corrupted_answer_is_redeemed_or_unknown(harness: Harness) -> None:
    """An answer with broken gzip, charset, length or chunks counts if it can be read. If not, it proves nothing."""
    with harness.till() as till:
        unknown = 0
        for name, fault in answers.corrupted().items():
            harness.proxy.plan(fault)
            attempt = harness.redeem(till, draft(name))
            assert attempt.state in {State.UNKNOWN, State.REDEEMED}, name
            unknown += attempt.state is State.UNKNOWN
            till.watch(attempt)
            assert harness.disagreements(settled=False) == {}, name
        assert unknown >= len(answers.CORRUPTED) // 2
        till.settle()
        assert harness.disagreements() == {}


def test_an_unreadable_look_up_proves_no_absence(harness: Harness) -> None:
    """A redemption that happened is never recorded as absent, whatever the look-up answers."""
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, draft("B-1"))
        till.watch(attempt)
        unclear = answers.pages(processed=True) | answers.nonsense(processed=True) | answers.throttled()
        for name, fault in unclear.items():
            harness.proxy.plan(fault, path=LOOK_UP)
            progress = till.look()
            assert progress is not None
            assert (name, progress.attempt.state, progress.attempt.looks) == (name, State.UNKNOWN, 0)
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


def test_a_corrupted_look_up_finds_the_redemption_or_nothing(harness: Harness) -> None:
    """A corrupted answer to a look-up never counts as absence."""
    with harness.till() as till:
        for name, fault in answers.corrupted().items():
            harness.proxy.plan(cut_answer(POSITIONS["before"]))
            attempt = harness.redeem(till, draft(name))
            till.watch(attempt)
            harness.proxy.plan(fault, path=LOOK_UP)
            progress = till.look()
            assert progress is not None
            assert progress.attempt.state in {State.UNKNOWN, State.REDEEMED}, name
            assert progress.attempt.looks == 0, name
            till.settle()
    assert harness.disagreements() == {}


@pytest.mark.parametrize("name", answers.THROTTLED)
def test_too_many_requests_are_repeated_to_the_byte(harness: Harness, name: str) -> None:
    """The repeats have the same reference and the identical body, and the points move once."""
    with harness.till() as till:
        fault = answered(answers.THROTTLED[name], processed=False)
        harness.proxy.plan(fault, fault)
        attempt = harness.redeem(till, draft("B-1"))
        assert (attempt.state, attempt.sends) == (State.REDEEMED, 1)
    sent = [(seen.reference, seen.body) for seen in harness.proxy.seen if seen.path == REDEEM]
    assert len(sent) == 3
    assert set(sent) == {(attempt.reference, sent[0][1])}
    assert harness.disagreements() == {}


@pytest.mark.parametrize("name", ["429", "item 521"])
def test_too_many_requests_for_ever_end_in_a_refusal(harness: Harness, name: str) -> None:
    """The till stops repeating after a time limit. Nothing happened, so the next press may redeem."""
    with harness.till() as till:
        harness.proxy.always(answered(answers.THROTTLED[name], processed=False))
        assert harness.redeem(till, draft("B-1")).state is State.REFUSED
        harness.proxy.clear()
        assert harness.redeem(till, draft("B-1")).state is State.REDEEMED
    assert harness.disagreements() == {}


@pytest.mark.parametrize("name", answers.THROTTLED)
def test_a_429_although_the_points_moved(harness: Harness, name: str) -> None:
    """The repeat is refused, so the redemption is looked up and found."""
    with harness.till() as till:
        harness.proxy.plan(answered(answers.THROTTLED[name], processed=True))
        attempt = harness.redeem(till, draft("B-1"))
        assert (attempt.state, harness.moved(attempt)) == (State.REDEEMED, 1)
    assert harness.disagreements() == {}


def test_a_repeat_whose_look_up_fails_stays_unknown(harness: Harness) -> None:
    """A refusal after a repeat is not believed if the look-up fails. Settling finds the redemption."""
    with harness.till() as till:
        harness.proxy.plan(answered(answers.THROTTLED["429"], processed=True))
        harness.proxy.plan(answered(answers.page(520), processed=False), path=LOOK_UP)
        attempt = harness.redeem(till, draft("B-1"))
        assert (attempt.state, harness.moved(attempt)) == (State.UNKNOWN, 1)
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


@pytest.mark.parametrize("second", ["cut", "late"])
def test_a_repeat_that_is_lost_is_settled(harness: Harness, second: str) -> None:
    """If the answer after a 429 is lost, the points move once, under one reference."""
    with harness.till() as till:
        lost = cut_answer(POSITIONS["before"]) if second == "cut" else hold_back()
        harness.proxy.plan(answered(answers.THROTTLED["429"], processed=False), lost)
        attempt = harness.redeem(till, draft("B-1"))
        assert attempt.state is State.UNKNOWN
        harness.proxy.deliver()
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}


@pytest.mark.parametrize("first", ["redeemed", "page"])
def test_an_extra_answer_does_not_count_for_the_next_request(harness: Harness, first: str) -> None:
    """A success that waits on an open connection before the next redemption begins counts for no redemption."""
    with harness.till() as till:
        fault = Fault(extra=answers.success())
        harness.proxy.plan(fault if first == "redeemed" else replace(fault, rewrite=lambda _: answers.page(503)))
        harness.redeem(till, draft("B-1"))
        # The harness sends the code, so the next call on the counter's connection is the redemption.
        harness.proxy.plan(answered(answers.page(503), processed=False, end=End.CLOSE))
        attempt = harness.redeem(till, draft("B-2"))
        assert (attempt.state, harness.moved(attempt)) == (State.UNKNOWN, 0)
        for one in till.counter.journal.in_states(State.UNKNOWN):
            till.watch(one)
        till.settle()
    assert harness.disagreements() == {}


@pytest.mark.parametrize("gap", [-100, -1])
def test_the_rest_of_a_long_answer_does_not_count_for_the_next_request(harness: Harness, gap: int) -> None:
    """If the stated length is too short, bytes are left on the connection. The next call opens a new one."""
    with harness.till() as till:
        harness.proxy.plan(Fault(rewrite=answers.with_length(gap)))
        first = harness.redeem(till, draft("B-1"))
        assert first.state in {State.UNKNOWN, State.REDEEMED}
        assert harness.redeem(till, draft("B-2")).state is State.REDEEMED
        till.watch(first)
        till.settle()
    assert harness.disagreements() == {}


def test_a_refusal_of_what_happened_becomes_the_receipt(harness: Harness) -> None:
    """If the service redeems and then refuses with a code that proves nothing, the look-up finds the redemption."""
    with harness.till() as till:
        for name, fault in false_answers.refusals_although_redeemed().items():
            harness.proxy.plan(fault)
            attempt = harness.redeem(till, draft(name))
            assert (name, attempt.state) == (name, State.REDEEMED)
            assert harness.moved(attempt) == 1
        assert harness.disagreements() == {}


def test_an_answer_of_another_request_is_not_believed(harness: Harness) -> None:
    """An answer to another request leaves the outcome unknown. The look-up finds what happened."""
    with harness.till() as till:
        for name, fault in false_answers.answers_to_other_requests().items():
            harness.proxy.plan(fault)
            attempt = harness.redeem(till, draft(name))
            assert (name, attempt.state) == (name, State.UNKNOWN)
            till.watch(attempt)
        till.settle()
        assert harness.disagreements() == {}


@pytest.mark.parametrize("name", false_answers.LOOK_UPS)
def test_a_misleading_look_up_proves_no_absence(harness: Harness, name: str) -> None:
    """However oddly a redemption is listed, it is found or stays unknown. A true list settles it."""
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, draft(name))
        till.watch(attempt)
        harness.proxy.plan(*[false_answers.misleading_look_ups()[name]] * 4, path=LOOK_UP)
        for _ in range(4):
            till.look()
            assert till.stored(attempt).state in {State.UNKNOWN, State.REDEEMED}
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
        assert harness.disagreements() == {}
