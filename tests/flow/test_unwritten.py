"""Tests a journal that fails after the request has left: what is reported, and that it is recorded later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import (
    Call,
    Held,
    HeldBack,
    JournalUnusable,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unsent,
    Unwritten,
)
from desktop.domain.redemption import Redeemed, Refusal, State, Step, Trace
from desktop.domain.settings import Settings
from desktop.flow.till import Till
from tests.flow.fakes import CATALOGUE, CUT_SHORT, RAVI, look_until_known, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.redemption import Draft
    from tests.flow.fakes import Counter

WRONG_CODE = Refused(Call.REDEEM, 808, "Invalid code", request_id="req-808")
ANSWERS = [
    (redeemed(), State.REDEEMED, Trace()),
    (WRONG_CODE, State.REFUSED, Trace(code="808", message="Invalid code", request_id="req-808")),
    (NotSent(Unsent.NAME), State.NOT_SENT, Trace(code="PT-NAME")),
    (Unanswered(Lost.CUT), State.UNKNOWN, Trace(code="PT-CUT")),
]


def press(counter: Counter, answer: object, draft: Draft | None = None) -> Unwritten:
    """Redeems while the journal records the attempt, but not its outcome."""

    def fills_the_disk() -> object:
        counter.journal.broken = {"step", "complete"}
        return answer

    counter.api.redeems.append(fills_the_disk)
    with pytest.raises(Unwritten) as caught:
        counter.redeemer.redeem(draft or make_draft(), counter.code)
    return caught.value


@pytest.mark.parametrize(("answer", "state", "trace"), ANSWERS)
def test_a_known_outcome_is_reported(counter: Counter, answer: object, state: State, trace: Trace) -> None:
    """The answer is not lost: the window gets it, with the reason why it is not recorded."""
    unwritten = press(counter, answer)
    attempt = unwritten.attempt
    assert (attempt.state, attempt.trace, attempt.redeemed) == (
        state,
        trace,
        redeemed() if state is State.REDEEMED else None,
    )
    assert unwritten.trouble.support == "PT-JOURNAL-FULL"
    assert counter.stored(attempt).state is State.IN_FLIGHT


@pytest.mark.parametrize(("answer", "state", "trace"), ANSWERS)
def test_the_next_press_records_it_first(counter: Counter, answer: object, state: State, trace: Trace) -> None:
    """As soon as the journal can be written again, it has the outcome of the attempt, and when."""
    at = counter.clock.now()
    attempt = press(counter, answer).attempt
    counter.clock.advance(60)
    counter.journal.broken = set()
    counter.api.redeems.append(redeemed("second"))
    counter.redeemer.redeem(make_draft("B-18", identifier=RAVI), counter.code)
    stored = counter.stored(attempt)
    assert (stored.state, stored.trace, stored.changed) == (state, trace, at)
    assert stored.redeemed == attempt.redeemed


def test_it_is_recorded_before_the_bill_is_checked(counter: Counter) -> None:
    """A bill whose refusal could not be recorded is not held for ever as unknown."""
    attempt = press(counter, WRONG_CODE).attempt
    counter.journal.broken = set()
    counter.redeemer.hold_back(make_draft(), confirmed=False)
    assert counter.stored(attempt).state is State.REFUSED


def test_a_redemption_is_recorded_before_it_is_asked_about(counter: Counter) -> None:
    """The second press for a bill whose redemption was not recorded is asked about, not sent."""
    press(counter, redeemed())
    counter.journal.broken = set()
    with pytest.raises(HeldBack) as caught:
        counter.redeemer.redeem(make_draft(), counter.code)
    assert caught.value.why is Held.SAME_BILL_REDEEMED


def test_nothing_is_begun_while_the_journal_is_behind(counter: Counter) -> None:
    """Not even for another bill: the till would redeem without a record."""
    press(counter, redeemed())
    with pytest.raises(JournalUnusable):
        counter.redeemer.redeem(make_draft("B-18"), counter.code)
    with pytest.raises(JournalUnusable):
        counter.redeemer.hold_back(make_draft("B-18"), confirmed=False)
    assert len(counter.api.sent) == 1


def test_it_is_recorded_once(counter: Counter) -> None:
    """An outcome that was recorded later has the time of the answer, and is not recorded again."""
    attempt = press(counter, WRONG_CODE).attempt
    happened_at = counter.clock.now()
    counter.clock.advance(60)
    counter.journal.broken = set()
    counter.redeemer.catch_up()
    counter.journal.broken = {"step"}
    counter.redeemer.catch_up()
    assert counter.happened(attempt) == ["begun", "refused"]
    assert counter.stored(attempt).changed == happened_at


def test_what_settling_has_recorded_meanwhile_stays(counter: Counter) -> None:
    """Both record the outcome when the disk has space again. The second one finds it recorded."""
    attempt = press(counter, Unanswered(Lost.CUT)).attempt
    counter.journal.broken = set()
    counter.api.looks.append(seen(attempt.reference))
    counter.settler.watch(attempt)
    counter.clock.advance(1)
    counter.settler.look_once()
    counter.redeemer.catch_up()
    assert counter.stored(attempt).state is State.REDEEMED
    assert counter.happened(attempt)[:3] == ["begun", "lost", "found"]


def test_a_redemption_that_a_look_up_found_is_reported_too(counter: Counter) -> None:
    """After a repeat the look-up is the proof. It is known without the journal, and recorded later."""
    counter.api.redeems.append(Throttled(Call.REDEEM, 521))
    counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
    attempt = press(counter, WRONG_CODE).attempt
    assert attempt.state is State.REDEEMED
    assert attempt.redeemed is not None
    assert attempt.redeemed.redemption_id == "7t4y2a"
    counter.journal.broken = set()
    counter.redeemer.catch_up()
    assert counter.stored(attempt).redeemed == attempt.redeemed


def test_a_wait_that_cannot_be_recorded_ends_the_repeating(counter: Counter) -> None:
    """The journal fails between two tries. Nothing was done so far, and nothing is sent without a record."""
    counter.journal.broken = {"note"}
    counter.api.redeems.append(Throttled(Call.REDEEM, 521))
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.trace.code) == (State.REFUSED, "521")
    assert not counter.clock.waits


@pytest.mark.parametrize("answer", [redeemed(), NotSent(Unsent.NAME)])
def test_an_attempt_that_was_found_first_is_reported_too(counter: Counter, answer: object) -> None:
    """Settling recorded it, and then the disk was full. It has happened, whatever can still be recorded about it."""
    earlier = counter.attempt_after(Step.LOST, Step.ABSENT)

    def found_first() -> object:
        counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed(balance=None))
        counter.journal.broken = {"complete"}
        return answer

    counter.api.redeems.append(found_first)
    with pytest.raises(Unwritten) as caught:
        counter.redeemer.redeem(make_draft(), counter.code)
    attempt = caught.value.attempt
    expected = answer if isinstance(answer, Redeemed) else Redeemed()
    assert (attempt.reference, attempt.state, attempt.redeemed) == (earlier.reference, State.REDEEMED, expected)
    counter.redeemer.catch_up()


class TestSettlingMeanwhile:
    """A lost answer that could not be recorded is settled in the same session."""

    def test_it_is_looked_up_as_soon_as_the_journal_can_be_written(self, counter: Counter) -> None:
        """The window says 'the till keeps checking', and that holds without a restart."""
        attempt = press(counter, Unanswered(Lost.CUT)).attempt
        counter.settler.watch(attempt)
        counter.clock.advance(1)
        with pytest.raises(JournalUnusable):
            counter.settler.look_once()
        assert counter.api.calls == ["redeem"]
        counter.journal.broken = set()
        counter.clock.advance(30)
        progress = counter.settler.look_once()
        assert progress is not None
        assert (progress.attempt.state, progress.attempt.trace) == (State.UNKNOWN, Trace(code="PT-CUT"))
        assert counter.happened(attempt) == ["begun", "lost", "looked"]

    def test_a_refusal_that_proves_nothing_is_recorded_with_it(self, counter: Counter) -> None:
        """After an item that failed, the next try needs a new reference, also if settling has recorded that."""
        counter.api.looks.append(CUT_SHORT)
        attempt = press(counter, Refused(Call.REDEEM, 815)).attempt
        counter.journal.broken = set()
        counter.settler.watch(attempt)
        look_until_known(counter)
        stored = counter.stored(attempt)
        assert (stored.state, stored.refusal) == (State.NOT_APPLIED, Refusal.FAILED)
        assert not stored.is_resendable

    def test_it_is_shown_as_it_was_recorded(self, counter: Counter) -> None:
        """The window shows the journal's attempt, although the counter handed it over."""
        attempt = press(counter, Unanswered(Lost.CUT)).attempt
        counter.journal.broken = set()
        counter.api.sees = CUT_SHORT
        counter.settler.watch(attempt)
        counter.clock.advance(1)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt == counter.stored(attempt) != attempt

    def test_the_counter_may_record_it_at_the_same_moment(self, counter: Counter) -> None:
        """It is looked up, whichever of the two records it first."""
        attempt = press(counter, Unanswered(Lost.CUT)).attempt
        counter.journal.broken = set()
        counter.settler.watch(attempt)
        counter.clock.advance(1)
        counter.journal.before["step"] = counter.redeemer.catch_up
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.looks == 1
        assert counter.happened(attempt) == ["begun", "lost", "looked"]

    def test_an_attempt_that_was_sent_again_is_left_to_the_counter(self, counter: Counter) -> None:
        """An attempt that is in flight and has been sent since is on its way, so settling must not call it lost."""
        unknown = counter.attempt_after(Step.LOST)
        counter.settler.watch(unknown)
        for step in (Step.ABSENT, Step.SENT_AGAIN):
            counter.real.step(unknown.reference, step, at=counter.clock.now())
        counter.clock.advance(1)
        assert counter.settler.look_once() is None
        assert counter.stored(unknown).state is State.IN_FLIGHT
        assert not counter.settler.unknown()


def test_a_day_is_closed_with_what_is_known(counter: Counter) -> None:
    """An outcome that could not be recorded is recorded before the day is closed, and counts in its report."""
    till = Till(counter.api, counter.journal.as_journal, counter.clock, Settings(till="till.two"), CATALOGUE)
    day = counter.clock.now().date()

    def fills_the_disk() -> object:
        counter.journal.broken = {"step"}
        return redeemed()

    counter.api.redeems.append(fills_the_disk)
    with pytest.raises(Unwritten):
        till.redeem(make_draft(), counter.code)
    with pytest.raises(JournalUnusable):
        till.close_day(day)
    counter.journal.broken = set()
    sums = till.close_day(day).sums
    assert (sums.redeemed.count, sums.unknown.count) == (1, 0)
