"""Tests settling: what is looked up, in which order, and what is recorded."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalUnusable
from desktop.domain.redemption import State, Step
from tests.flow.fakes import (
    ABSENT,
    LOOK_AGAIN_AFTER,
    NOTHING,
    RAVI,
    look_until_known,
    make_draft,
    make_due,
    next_look,
    seen,
)

if TYPE_CHECKING:
    from tests.flow.fakes import Counter


class TestTakingUp:
    """What is watched, from a start on or from the moment it was lost."""

    def test_nothing_is_watched_at_first(self, counter: Counter) -> None:
        """A till without unsettled attempts asks nothing."""
        counter.attempt_after(Step.REDEEMED)
        counter.attempt_after(Step.REFUSED)
        counter.attempt_after(Step.NOT_SENT)
        counter.attempt_after()
        assert counter.settler.resume() == ()
        assert counter.settler.next_due() is None
        assert counter.settler.look_once() is None
        assert counter.settler.unknown() == ()
        assert not counter.api.calls

    def test_a_start_takes_up_what_is_unknown_at_once(self, counter: Counter) -> None:
        """All of them are due, oldest first, and reported as unknown."""
        first = counter.attempt_after(Step.LOST)
        second = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        assert counter.settler.resume() == (first, second)
        assert counter.settler.next_due() == 0.0
        assert [(one.attempt, one.asked, one.next_in, one.failure) for one in counter.settler.unknown()] == [
            (first, 0, 0.0, None),
            (second, 0, 0.0, None),
        ]

    def test_a_start_takes_up_what_was_recorded_as_not_redeemed(self, counter: Counter) -> None:
        """Not applied, and not sent if an earlier request may still arrive. Neither counts as unknown."""
        absent = counter.attempt_after(*ABSENT)
        doubtful = counter.attempt_after(Step.NOT_SENT, doubtful=True, draft=make_draft("B-18"))
        counter.attempt_after(Step.NOT_SENT, draft=make_draft("B-19"))
        assert counter.settler.resume() == ()
        assert counter.settler.unknown() == ()
        assert counter.settler.look_once() is None
        assert counter.settler.look_once() is None
        assert {reference for _, reference in counter.api.asked} == {absent.reference, doubtful.reference}

    def test_an_attempt_whose_member_was_forgotten_is_not_looked_up(self, counter: Counter) -> None:
        """After the retention time there is no member to ask for, and the service would always refuse."""
        attempt = counter.attempt_after(*ABSENT, Step.LOOKED)
        assert counter.real.forget_members(counter.clock.now() + timedelta(days=1)) == 1
        assert counter.stored(attempt).draft.identifier.value == ""
        counter.settler.resume()
        assert counter.settler.next_due() is None

    def test_many_old_ones_do_not_use_up_the_rate_limit(self, counter: Counter) -> None:
        """The newest ten are due at once, the others one by one, and at most fifty at one start."""
        attempts = [counter.attempt_after(*ABSENT, draft=make_draft(f"B-{number}")) for number in range(60)]
        counter.clock.advance(LOOK_AGAIN_AFTER)
        counter.settler.resume()
        asked_at = []
        began = counter.clock.monotonic()
        while counter.settler.next_due() is not None:
            next_look(counter)
            asked_at.append(round(counter.clock.monotonic() - began))
        assert [reference for _, reference in counter.api.asked] == [one.reference for one in reversed(attempts[10:])]
        assert asked_at == [0] * 10 + list(range(2, 82, 2))

    def test_an_attempt_that_was_just_lost_is_looked_up_soon(self, counter: Counter) -> None:
        """Within a second, because the service may well have finished."""
        counter.settler.watch(counter.attempt_after(Step.LOST))
        due = counter.settler.next_due()
        assert due == pytest.approx(1.0)
        assert counter.settler.look_once() is None
        (one,) = counter.settler.unknown()
        assert one.next_in == pytest.approx(1.0)

    @pytest.mark.parametrize("steps", [ABSENT, (Step.NOT_SENT,)])
    def test_an_attempt_that_may_still_arrive_is_looked_up_later(
        self, counter: Counter, steps: tuple[Step, ...]
    ) -> None:
        """Not applied, or sent again without success: it is not known what is still on its way."""
        counter.settler.watch(counter.attempt_after(*steps, doubtful=True))
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)

    @pytest.mark.parametrize("steps", [(Step.REDEEMED,), (Step.REFUSED,), (Step.NOT_SENT,), ()])
    def test_a_settled_attempt_is_no_longer_watched(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """The counter reports an outcome that it recorded itself."""
        attempt = counter.attempt_after(*steps)
        counter.settler._watches.add(attempt.reference, attempt, soon=0.0)
        counter.settler.watch(attempt)
        counter.settler.watch(attempt)
        assert counter.settler.next_due() is None

    def test_what_is_unknown_comes_before_what_counts_as_not_redeemed(self, counter: Counter) -> None:
        """If both are due, the cashier waits for the unknown one."""
        counter.settler.watch(counter.attempt_after(*ABSENT))
        unknown = counter.attempt_after(Step.LOST)
        counter.settler.watch(unknown)
        make_due(counter.settler)
        counter.settler.look_once()
        assert [reference for _, reference in counter.api.asked] == [unknown.reference]

    def test_an_overdue_look_up_is_due_now(self, counter: Counter) -> None:
        """The seconds until the next look-up are never negative."""
        counter.settler.watch(counter.attempt_after(Step.LOST))
        counter.clock.advance(3_600)
        assert counter.settler.next_due() == 0.0
        assert counter.settler.unknown()[0].next_in == 0.0


class TestOrder:
    """Which of several is looked up first."""

    def test_unknown_ones_come_first(self, counter: Counter) -> None:
        """A cashier waits for them. A recheck can wait, however long it is overdue."""
        counter.attempt_after(*ABSENT, draft=make_draft("B-1"))
        counter.settler.resume()
        counter.clock.advance(60)
        unknown = counter.attempt_after(Step.LOST)
        counter.settler.watch(unknown)
        counter.clock.advance(1)
        counter.settler.look_once()
        assert counter.api.asked[0][1] == unknown.reference

    def test_the_most_overdue_comes_first(self, counter: Counter) -> None:
        """So each gets its turn."""
        first = counter.attempt_after(Step.LOST)
        second = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        counter.settler.watch(second)
        counter.clock.advance(0.5)
        counter.settler.watch(first)
        counter.clock.advance(10)
        for _ in range(2):
            counter.settler.look_once()
        assert [reference for _, reference in counter.api.asked] == [second.reference, first.reference]
        assert counter.settler.look_once() is None

    def test_a_slow_look_up_does_not_move_to_the_front(self, counter: Counter) -> None:
        """An attempt that became due during a look-up comes before that attempt's next look-up."""
        slow = counter.attempt_after(Step.LOST)
        other = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        counter.settler.watch(slow)
        counter.clock.advance(1.0)
        counter.settler.watch(other)

        def takes_long() -> object:
            counter.clock.advance(20.0)
            return NOTHING

        counter.api.looks.append(takes_long)
        for _ in range(3):
            counter.settler.look_once()
        references = [reference for _, reference in counter.api.asked]
        assert references == [slow.reference, other.reference, slow.reference]


class TestFound:
    """A redemption that is found happened."""

    def test_found_is_redeemed(self, counter: Counter) -> None:
        """With what a receipt needs: id, points, what they were worth, and the balance."""
        attempt = counter.attempt_after(Step.LOST, draft=make_draft(worth=Decimal(50)))
        counter.settler.resume()
        counter.api.looks.append(seen(attempt.reference))
        progress = counter.settler.look_once()
        assert progress is not None
        assert (progress.attempt, progress.asked, progress.next_in) == (counter.stored(attempt), 1, None)
        done = progress.attempt.redeemed
        assert done is not None
        assert (done.redemption_id, done.points, done.value, done.balance) == (
            "7t4y2a",
            Decimal(100),
            Decimal(50),
            Decimal(1891),
        )
        assert not progress.attempt.settled_late
        assert counter.settler.next_due() is None
        assert counter.settler.unknown() == ()

    def test_one_that_turns_up_late_becomes_redeemed(self, counter: Counter) -> None:
        """After it was recorded as not redeemed, and in the same session, the window says so plainly."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        assert look_until_known(counter)[-1].attempt.state is State.NOT_APPLIED
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER, abs=0.1)
        counter.api.looks.append(seen(attempt.reference))
        progress = next_look(counter)
        assert progress is not None
        assert (progress.attempt.state, progress.attempt.settled_late) == (State.REDEEMED, True)
        assert counter.settler.next_due() is None

    @pytest.mark.parametrize("steps", [ABSENT, (Step.NOT_SENT,)])
    def test_one_that_turns_up_by_the_next_start_becomes_redeemed(
        self, counter: Counter, steps: tuple[Step, ...]
    ) -> None:
        """However long the till was off."""
        attempt = counter.attempt_after(*steps, doubtful=True)
        counter.settler.resume()
        counter.api.looks.append(seen(attempt.reference))
        progress = counter.settler.look_once()
        assert progress is not None
        assert (progress.attempt.state, progress.attempt.settled_late) == (State.REDEEMED, True)


class TestTheJournalFails:
    """A journal that cannot be used is reported, and does not make the till spin."""

    @pytest.mark.parametrize("method", ["get", "step"])
    @pytest.mark.parametrize("found", [False, True])
    def test_the_look_up_is_postponed(self, counter: Counter, method: str, found: bool) -> None:
        """Neither reading nor writing is tried again at once, and nothing is lost."""
        attempt = counter.attempt_after(Step.LOST)
        other = counter.attempt_after(Step.LOST, draft=make_draft("B-18", identifier=RAVI))
        counter.settler.resume()
        counter.api.sees = seen(attempt.reference) if found else NOTHING
        counter.journal.broken = {method}
        for _ in range(2):
            with pytest.raises(JournalUnusable):
                counter.settler.look_once()
        due = counter.settler.next_due()
        assert due is not None
        assert due > 0
        assert counter.settler.look_once() is None
        assert {one.attempt.reference for one in counter.settler.unknown()} == {attempt.reference, other.reference}
        counter.journal.broken = set()
        progress = next_look(counter)
        assert progress is not None
        assert progress.attempt.state is (State.REDEEMED if found else State.UNKNOWN)

    def test_a_start_without_a_journal_raises(self, counter: Counter) -> None:
        """Nothing is watched that could not be read."""
        counter.journal.broken = {"in_states"}
        with pytest.raises(JournalUnusable):
            counter.settler.resume()

    def test_a_missing_balance_does_not_hide_the_outcome(self, counter: Counter) -> None:
        """If the redemption is recorded and its balance cannot be, the window still gets the redemption."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        counter.api.looks.append(seen(attempt.reference))
        counter.journal.broken = {"complete"}
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.REDEEMED
        assert progress.attempt.redeemed is not None
        assert progress.attempt.redeemed.balance == Decimal(1891)
        assert counter.settler.next_due() is None


def test_a_wrong_clock_is_recorded_as_it_was(counter: Counter) -> None:
    """Times in the journal are those of the wall clock, right or wrong. Order and proof do not depend on them."""
    attempt = counter.attempt_after(Step.LOST)
    counter.clock.set_wall(timedelta(days=-4000))
    counter.settler.resume()
    counter.api.looks.append(seen(attempt.reference))
    progress = counter.settler.look_once()
    assert progress is not None
    assert progress.attempt.changed < attempt.changed - timedelta(days=3999)
    assert isinstance(progress.attempt.changed, datetime)
