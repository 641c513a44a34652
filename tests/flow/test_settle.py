"""Claims about settling: what proves a redemption, what proves its absence, and when the service is asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, JournalUnusable, Lost, NotSent, Refused, Throttled, Unanswered, Unsent
from desktop.domain.redemption import State, Step
from desktop.flow.settle import LOOKS_NEEDED, Settler
from tests.flow.fakes import (
    CUT_SHORT,
    LOOK_AGAIN_AFTER,
    NOTHING,
    RAVI,
    SETTLE_AFTER,
    make_draft,
    redeemed,
    seen,
)

if TYPE_CHECKING:
    from desktop.domain.eligibility import Look
    from desktop.domain.redemption import Attempt
    from desktop.flow.settle import Progress
    from tests.flow.fakes import Counter

ABSENT = (Step.LOST, Step.ABSENT)


def next_look(counter: Counter, settler: Settler | None = None) -> Progress | None:
    """Waits until a look is due, and looks."""
    settler = settler or counter.settler
    due = settler.next_due()
    assert due is not None
    counter.clock.go_on(due + 0.001)
    return settler.look_once()


def look_until_known(counter: Counter, settler: Settler | None = None) -> list[Progress]:
    """Looks for as long as anything is unknown; what each look brought."""
    settler = settler or counter.settler
    brought = []
    while settler.unknown():
        progress = next_look(counter, settler)
        assert progress is not None
        brought.append(progress)
    return brought


class TestTakingUp:
    """What is watched, from a start on or from the moment it was lost."""

    def test_nothing_is_watched_at_first(self, counter: Counter) -> None:
        """A till without unsettled attempts asks nobody."""
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
        """All of them are due, oldest first, and said to be unknown."""
        first = counter.attempt_after(Step.LOST)
        second = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        assert counter.settler.resume() == (first, second)
        assert counter.settler.next_due() == 0.0
        assert [(one.attempt, one.asked, one.next_in, one.failure) for one in counter.settler.unknown()] == [
            (first, 0, 0.0, None),
            (second, 0, 0.0, None),
        ]

    def test_a_start_takes_up_what_was_taken_for_absent(self, counter: Counter) -> None:
        """Not applied, and not sent where an earlier request may yet arrive; neither counts as unknown."""
        absent = counter.attempt_after(*ABSENT)
        doubtful = counter.attempt_after(Step.NOT_SENT, doubtful=True, draft=make_draft("B-18"))
        counter.attempt_after(Step.NOT_SENT, draft=make_draft("B-19"))
        assert counter.settler.resume() == ()
        assert counter.settler.unknown() == ()
        assert counter.settler.look_once() is None
        assert counter.settler.look_once() is None
        assert {reference for _, reference in counter.api.asked} == {absent.reference, doubtful.reference}

    def test_one_whose_member_was_dropped_is_not_looked_for(self, counter: Counter) -> None:
        """After the retention time there is nobody to ask for, and the service would refuse for ever."""
        attempt = counter.attempt_after(*ABSENT, Step.LOOKED)
        assert counter.real.forget_members(counter.clock.now() + timedelta(days=1)) == 1
        assert counter.stored(attempt).draft.identifier.value == ""
        counter.settler.resume()
        assert counter.settler.next_due() is None

    def test_many_old_ones_do_not_use_up_the_rate_limit(self, counter: Counter) -> None:
        """The newest ten are due at once, the others one by one, and not more than fifty at one start."""
        attempts = [counter.attempt_after(*ABSENT, draft=make_draft(f"B-{number}")) for number in range(60)]
        counter.clock.go_on(LOOK_AGAIN_AFTER)
        counter.settler.resume()
        asked_at = []
        began = counter.clock.monotonic()
        while counter.settler.next_due() is not None:
            next_look(counter)
            asked_at.append(round(counter.clock.monotonic() - began))
        assert [reference for _, reference in counter.api.asked] == [one.reference for one in reversed(attempts[10:])]
        assert asked_at == [0] * 10 + list(range(2, 82, 2))

    def test_one_that_was_just_lost_is_looked_for_soon(self, counter: Counter) -> None:
        """Within a second, since the service may well have finished."""
        counter.settler.watch(counter.attempt_after(Step.LOST))
        due = counter.settler.next_due()
        assert due == pytest.approx(1.0)
        assert counter.settler.look_once() is None
        (one,) = counter.settler.unknown()
        assert one.next_in == pytest.approx(1.0)

    @pytest.mark.parametrize("steps", [ABSENT, (Step.NOT_SENT,)])
    def test_one_that_may_yet_arrive_is_looked_for_later(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """Not applied, or sent again in vain after that: nobody knows what is still on its way."""
        counter.settler.watch(counter.attempt_after(*steps, doubtful=True))
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)

    @pytest.mark.parametrize("steps", [(Step.REDEEMED,), (Step.REFUSED,), (Step.NOT_SENT,), ()])
    def test_one_that_is_settled_is_watched_no_more(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """What the counter has carried on is the counter's; once sent, once known."""
        attempt = counter.attempt_after(*steps)
        counter.settler._watch(attempt, soon=0.0)
        counter.settler.watch(attempt)
        counter.settler.watch(attempt)
        assert counter.settler.next_due() is None

    def test_a_hurry_makes_what_is_unknown_due(self, counter: Counter) -> None:
        """The network is back: unknown ones are looked for at once, absent ones when it is their time."""
        counter.settler.watch(counter.attempt_after(*ABSENT))
        counter.settler.hurry()
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)
        unknown = counter.attempt_after(Step.LOST)
        counter.settler.watch(unknown)
        counter.settler.hurry()
        assert counter.settler.next_due() == 0.0
        counter.settler.look_once()
        assert [reference for _, reference in counter.api.asked] == [unknown.reference]

    def test_an_overdue_look_is_due_now(self, counter: Counter) -> None:
        """Seconds until the next look are never less than none."""
        counter.settler.watch(counter.attempt_after(Step.LOST))
        counter.clock.go_on(3_600)
        assert counter.settler.next_due() == 0.0
        assert counter.settler.unknown()[0].next_in == 0.0


class TestOrder:
    """Which of several is looked for first."""

    def test_unknown_ones_come_first(self, counter: Counter) -> None:
        """A cashier waits for them; what was taken for absent can wait, however long it is due."""
        counter.attempt_after(*ABSENT, draft=make_draft("B-1"))
        counter.settler.resume()
        counter.clock.go_on(60)
        unknown = counter.attempt_after(Step.LOST)
        counter.settler.watch(unknown)
        counter.clock.go_on(1)
        counter.settler.look_once()
        assert counter.api.asked[0][1] == unknown.reference

    def test_the_most_overdue_comes_first(self, counter: Counter) -> None:
        """So that each gets its turn."""
        first = counter.attempt_after(Step.LOST)
        second = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        counter.settler.watch(second)
        counter.clock.go_on(0.5)
        counter.settler.watch(first)
        counter.clock.go_on(10)
        for _ in range(2):
            counter.settler.look_once()
        assert [reference for _, reference in counter.api.asked] == [second.reference, first.reference]
        assert counter.settler.look_once() is None

    def test_a_slow_look_does_not_push_to_the_front(self, counter: Counter) -> None:
        """What became due while another was looked for comes before that one's next look."""
        slow = counter.attempt_after(Step.LOST)
        other = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        counter.settler.watch(slow)
        counter.clock.go_on(1.0)
        counter.settler.watch(other)

        def takes_long() -> object:
            counter.clock.go_on(20.0)
            return NOTHING

        counter.api.looks.append(takes_long)
        for _ in range(3):
            counter.settler.look_once()
        references = [reference for _, reference in counter.api.asked]
        assert references == [slow.reference, other.reference, slow.reference]


class TestFound:
    """A redemption that is there happened."""

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
        """After it was taken for absent, and in the same session: the window says so plainly."""
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


class TestAbsence:
    """Several looks that saw everything, spread over `settle_after`, prove that it did not happen."""

    def test_it_takes_both_looks_and_time(self, counter: Counter) -> None:
        """Every look but the last leaves it unknown, and the last one was begun when the time was over."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        began = counter.clock.monotonic()
        brought = look_until_known(counter)
        assert [one.attempt.state for one in brought[:-1]] == [State.UNKNOWN] * (len(brought) - 1)
        assert [one.attempt.looks for one in brought[:-1]] == list(range(1, len(brought)))
        last = brought[-1]
        assert (last.attempt, last.next_in, last.failure) == (counter.stored(attempt), None, None)
        assert last.attempt.state is State.NOT_APPLIED
        assert len(brought) > LOOKS_NEEDED
        assert counter.clock.monotonic() - began == pytest.approx(SETTLE_AFTER, abs=0.1)
        assert counter.happened(attempt) == ["begun", "lost", *["looked"] * (len(brought) - 1), "absent"]

    def test_pauses_grow(self, counter: Counter) -> None:
        """From about a second to at most half a minute, so that a service in trouble is not pressed."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        pauses = [one.next_in for one in look_until_known(counter)[:-1]]
        assert all(pause is not None for pause in pauses)
        known = [pause for pause in pauses if pause is not None]
        assert 0.5 <= known[0] <= 1.0 <= known[1] <= 2.0 <= known[2] <= 4.0
        assert max(known) <= 30.0

    @pytest.mark.parametrize(("settle_after", "longest"), [(0.0, 0.25), (3.0, 1.0), (60.0, 20.0), (86_400.0, 30.0)])
    def test_pauses_fit_the_time_that_was_set(self, counter: Counter, settle_after: float, longest: float) -> None:
        """Three looks have room in it, and a long time does not make the till lazy."""
        settler = Settler(
            counter.api, counter.journal.as_journal, counter.clock, settle_after=settle_after, look_again_after=1.0
        )
        counter.attempt_after(Step.LOST)
        settler.resume()
        counter.api.sees = Unanswered(Lost.TIMEOUT)
        pauses = []
        for _ in range(12):
            progress = next_look(counter, settler)
            assert progress is not None
            assert progress.next_in is not None
            pauses.append(progress.next_in)
        assert longest / 2 <= pauses[-1] <= longest
        assert max(pauses) <= longest

    def test_looks_are_apart_even_where_no_time_was_set(self, counter: Counter) -> None:
        """With `settle_after` 0 the first two looks have a pause between them, and the third follows at once."""
        settler = Settler(
            counter.api, counter.journal.as_journal, counter.clock, settle_after=0.0, look_again_after=1.0
        )
        counter.attempt_after(Step.LOST)
        settler.resume()
        first, second, third = (next_look(counter, settler) for _ in range(3))
        assert first is not None
        assert first.next_in is not None
        assert 0.125 <= first.next_in <= 0.25
        assert second is not None
        assert second.next_in == 0.0
        assert third is not None
        assert third.attempt.state is State.NOT_APPLIED

    def test_looks_alone_do_not_prove_it(self, counter: Counter) -> None:
        """However often somebody presses 'look now': before the time is over it stays unknown."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(20):
            counter.settler.hurry()
            progress = counter.settler.look_once()
            assert progress is not None
            assert progress.attempt.state is State.UNKNOWN
        counter.clock.go_on(SETTLE_AFTER - 0.01)
        counter.settler.hurry()
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.UNKNOWN

    @pytest.mark.parametrize("pauses", [(0.0, SETTLE_AFTER), (SETTLE_AFTER, 10 * SETTLE_AFTER)])
    def test_time_alone_does_not_prove_it(self, counter: Counter, pauses: tuple[float, ...]) -> None:
        """Two looks are not several, however far apart; the third one is."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        states = []
        for pause in (*pauses, 1.0):
            counter.clock.go_on(pause)
            counter.settler.hurry()
            progress = counter.settler.look_once()
            assert progress is not None
            states.append(progress.attempt.state)
        assert states == [State.UNKNOWN, State.UNKNOWN, State.NOT_APPLIED]

    def test_a_slow_look_proves_as_of_when_it_was_begun(self, counter: Counter) -> None:
        """An answer that takes until the time is over may have been made before it was."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(3):
            counter.settler.hurry()
            counter.settler.look_once()

        def slow() -> object:
            counter.clock.go_on(30.0)
            return NOTHING

        counter.api.looks.append(slow)
        counter.clock.go_on(SETTLE_AFTER - 1.0)
        counter.settler.hurry()
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.UNKNOWN
        assert progress.next_in == 0.0
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.NOT_APPLIED

    def test_the_time_runs_from_the_answer_of_the_first_look(self, counter: Counter) -> None:
        """A first look that takes long does not count as time that the service was watched."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()

        def slow() -> object:
            counter.clock.go_on(SETTLE_AFTER)
            return NOTHING

        counter.api.looks.append(slow)
        began = counter.clock.monotonic()
        brought = look_until_known(counter)
        assert len(brought) > LOOKS_NEEDED
        assert counter.clock.monotonic() - began == pytest.approx(2 * SETTLE_AFTER, abs=0.1)

    @pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400), timedelta(hours=1)])
    def test_the_clock_on_the_wall_proves_nothing(self, counter: Counter, jump: timedelta) -> None:
        """Set forward it does not shorten the proof, set back it does not hold it up."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        began = counter.clock.monotonic()
        brought = []
        while counter.settler.unknown():
            counter.clock.set_wall(jump / 7)
            progress = next_look(counter)
            assert progress is not None
            brought.append(progress.attempt.state)
        assert brought[-1] is State.NOT_APPLIED
        assert counter.clock.monotonic() - began == pytest.approx(SETTLE_AFTER, abs=0.1)

    def test_the_time_before_a_restart_does_not_count(self, counter: Counter) -> None:
        """Nobody measured it: looks and time begin anew."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(5):
            next_look(counter)
        counter.clock.go_on(SETTLE_AFTER)
        again = Settler(
            counter.api,
            counter.journal.as_journal,
            counter.clock,
            settle_after=SETTLE_AFTER,
            look_again_after=LOOK_AGAIN_AFTER,
        )
        again.resume()
        began = counter.clock.monotonic()
        assert look_until_known(counter, again)[-1].attempt.state is State.NOT_APPLIED
        assert counter.clock.monotonic() - began == pytest.approx(SETTLE_AFTER, abs=0.1)
        assert counter.stored(attempt).looks > 5

    @pytest.mark.parametrize(
        "look",
        [
            CUT_SHORT,
            Unanswered(Lost.TIMEOUT),
            NotSent(Unsent.NAME),
            Throttled(Call.FIND_REDEMPTIONS, 429),
            Refused(Call.FIND_REDEMPTIONS, 816, "no such member"),
        ],
    )
    def test_a_look_that_did_not_see_everything_says_nothing(self, counter: Counter, look: Look | Exception) -> None:
        """It does not count, it does not begin the time, it is not written; and it says why it failed."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        counter.api.sees = look
        for number in range(1, 30):
            progress = next_look(counter)
            assert progress is not None
            assert (progress.attempt.state, progress.asked) == (State.UNKNOWN, number)
            assert progress.failure is (look if isinstance(look, Exception) else None)
            assert progress.next_in is not None
            assert progress.next_in > 0
        assert counter.happened(attempt) == ["begun", "lost"]
        counter.api.sees = NOTHING
        began = counter.clock.monotonic()
        brought = look_until_known(counter)
        assert len(brought) >= LOOKS_NEEDED
        assert counter.clock.monotonic() - began >= SETTLE_AFTER

    def test_the_look_that_proves_it_does_not_wait_for_a_whole_pause(self, counter: Counter) -> None:
        """With two looks behind it, the third comes as soon as it can prove something."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        counter.settler.look_once()
        counter.clock.go_on(SETTLE_AFTER - 0.25)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.next_in == pytest.approx(0.25)

    def test_the_service_is_asked_again_all_night(self, counter: Counter) -> None:
        """A till without a network goes on asking, and settles in the morning."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        counter.api.sees = NotSent(Unsent.CONNECT)
        for _ in range(1_500):
            next_look(counter)
        counter.api.sees = seen(attempt.reference)
        progress = next_look(counter)
        assert progress is not None
        assert (progress.attempt.state, progress.asked) == (State.REDEEMED, 1_501)


class TestLookingAgain:
    """What was taken for absent is looked for later, and then let be."""

    def test_still_absent_is_no_news(self, counter: Counter) -> None:
        """Nothing is said of it, it is written that it was looked for, and that was that."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        looks = len(look_until_known(counter))
        assert next_look(counter) is None
        assert counter.happened(attempt)[-2:] == ["absent", "looked"]
        assert counter.stored(attempt).state is State.NOT_APPLIED
        assert len(counter.api.asked) == looks + 1
        assert counter.settler.next_due() is None

    def test_it_is_looked_for_until_a_look_sees_everything(self, counter: Counter) -> None:
        """One that failed was none."""
        attempt = counter.attempt_after(*ABSENT)
        counter.clock.go_on(LOOK_AGAIN_AFTER)
        counter.settler.resume()
        counter.api.looks.extend([NotSent(Unsent.NAME), CUT_SHORT])
        first, second = counter.settler.look_once(), next_look(counter)
        assert first is not None
        assert second is not None
        assert isinstance(first.failure, NotSent)
        assert second.failure is None
        assert counter.stored(attempt).looks == 0
        assert next_look(counter) is None
        assert counter.stored(attempt).looks == 1
        assert counter.settler.next_due() is None

    @pytest.mark.parametrize(
        ("before_start", "looks"),
        [
            (timedelta(seconds=LOOK_AGAIN_AFTER - 1), 2),
            (timedelta(seconds=LOOK_AGAIN_AFTER), 1),
            (timedelta(seconds=1 - LOOK_AGAIN_AFTER), 2),
            (timedelta(days=-30), 1),
        ],
    )
    def test_a_start_soon_after_does_not_take_the_place_of_the_later_look(
        self, counter: Counter, before_start: timedelta, looks: int
    ) -> None:
        """One that was taken for absent a minute before the till was started anew is looked for at once and later."""
        attempt = counter.attempt_after(*ABSENT)
        counter.clock.set_wall(before_start)
        counter.settler.resume()
        at = []
        began = counter.clock.monotonic()
        while counter.settler.next_due() is not None:
            assert next_look(counter) is None
            at.append(round(counter.clock.monotonic() - began))
        assert at == [0, LOOK_AGAIN_AFTER][:looks]
        assert counter.stored(attempt).looks == looks


class TestTheJournalFails:
    """A journal that cannot be used is said, and does not make the till spin."""

    @pytest.mark.parametrize("method", ["get", "step"])
    @pytest.mark.parametrize("found", [False, True])
    def test_it_is_put_off(self, counter: Counter, method: str, found: bool) -> None:
        """Neither reading nor writing is tried again at once; nothing is lost by it."""
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

    def test_a_start_without_a_journal_says_so(self, counter: Counter) -> None:
        """Nothing is watched that nobody could read."""
        counter.journal.broken = {"in_states"}
        with pytest.raises(JournalUnusable):
            counter.settler.resume()

    def test_the_balance_is_not_worth_an_outcome(self, counter: Counter) -> None:
        """Where the redemption is written and its balance cannot be, the window hears of the redemption."""
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


class TestRacesWithTheCounter:
    """The cashier may send an absent one again at any moment, also while it is looked for."""

    def sent_again(self, counter: Counter, attempt: Attempt, *steps: Step) -> None:
        for step in (Step.SENT_AGAIN, *steps):
            counter.real.step(attempt.reference, step, at=counter.clock.now(), doubtful=True)

    @pytest.mark.parametrize("found", [False, True])
    def test_one_that_is_on_its_way_is_left_to_the_counter(self, counter: Counter, found: bool) -> None:
        """It is not looked for while its request is on its way, and looked at later in case nobody says what came."""
        attempt = counter.attempt_after(*ABSENT)
        counter.settler.resume()
        self.sent_again(counter, attempt)
        assert counter.settler.look_once() is None
        assert not counter.api.asked
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)
        assert counter.settler.unknown() == ()
        assert next_look(counter) is None
        assert counter.stored(attempt).state is State.IN_FLIGHT
        counter.real.step(attempt.reference, Step.LOST, at=counter.clock.now())
        assert next_look(counter) is None
        assert [one.attempt.state for one in counter.settler.unknown()] == [State.UNKNOWN]
        counter.api.sees = seen(attempt.reference) if found else NOTHING
        progress = next_look(counter)
        assert progress is not None
        assert progress.attempt.state is (State.REDEEMED if found else State.UNKNOWN)

    @pytest.mark.parametrize(
        ("steps", "watched", "unknown"),
        [
            ((Step.REDEEMED,), False, False),
            ((Step.REFUSED,), False, False),
            ((Step.NOT_SENT,), True, False),
            ((Step.LOST,), True, True),
            ((), True, False),
        ],
    )
    @pytest.mark.parametrize("meanwhile", [False, True])
    def test_one_that_was_carried_on_is_what_the_journal_says(
        self, counter: Counter, steps: tuple[Step, ...], watched: bool, unknown: bool, meanwhile: bool
    ) -> None:
        """Before the look or while it is on its way: what the look did not find says nothing about the second try."""
        attempt = counter.attempt_after(*ABSENT)
        counter.clock.go_on(LOOK_AGAIN_AFTER)
        counter.settler.resume()

        def carry_on() -> object:
            self.sent_again(counter, attempt, *steps)
            return NOTHING

        if meanwhile:
            counter.api.looks.append(carry_on)
        else:
            carry_on()
        assert counter.settler.look_once() is None
        assert (counter.settler.next_due() is not None) is watched
        assert bool(counter.settler.unknown()) is unknown
        if unknown:
            due = counter.settler.next_due()
            assert due is not None
            assert due <= 1.0
            brought = [one.attempt.state for one in look_until_known(counter)]
            assert len(brought) >= LOOKS_NEEDED

    def test_one_that_is_found_while_it_is_sent_again_is_redeemed(self, counter: Counter) -> None:
        """The first request arrived after all, and the journal says so before the second is answered."""
        attempt = counter.attempt_after(*ABSENT)
        counter.settler.resume()

        def sent_meanwhile() -> object:
            self.sent_again(counter, attempt)
            return seen(attempt.reference)

        counter.api.looks.append(sent_meanwhile)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.REDEEMED

    def test_one_that_the_counter_redeemed_meanwhile_is_the_counter_s(self, counter: Counter) -> None:
        """Both say the same, and it is said once."""
        attempt = counter.attempt_after(*ABSENT)
        counter.settler.resume()

        def redeemed_meanwhile() -> object:
            self.sent_again(counter, attempt, Step.REDEEMED)
            return seen(attempt.reference)

        counter.api.looks.append(redeemed_meanwhile)
        assert counter.settler.look_once() is None
        assert counter.happened(attempt).count("redeemed") == 1
        assert counter.settler.next_due() is None

    def test_one_not_sent_twice_is_looked_for_after_the_second_time(self, counter: Counter) -> None:
        """The time until it is looked for again runs from the last try."""
        attempt = counter.attempt_after(*ABSENT)
        self.sent_again(counter, attempt, Step.NOT_SENT)
        counter.settler.watch(counter.stored(attempt))
        counter.clock.go_on(LOOK_AGAIN_AFTER)
        self.sent_again(counter, attempt, Step.NOT_SENT)
        assert counter.settler.look_once() is None
        assert not counter.api.asked
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)

    @pytest.mark.parametrize("steps", [(Step.FOUND,), (Step.ABSENT,), (Step.FOUND, Step.REVERSED)])
    def test_an_unknown_one_that_somebody_else_settled_is_said(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """Nobody else should, but whoever waits for it on the screen must hear of it."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for step in steps:
            counter.real.step(attempt.reference, step, at=counter.clock.now(), redeemed=redeemed())
        progress = counter.settler.look_once()
        assert progress is not None
        assert (progress.attempt, progress.next_in) == (counter.stored(attempt), None)
        assert not counter.api.asked
        assert counter.settler.unknown() == ()
        assert (counter.settler.next_due() is not None) is (progress.attempt.state is State.NOT_APPLIED)

    def test_one_that_is_gone_is_watched_no_more(self, counter: Counter) -> None:
        """A journal that was set aside and begun anew does not know it."""
        from dataclasses import replace

        counter.settler.watch(replace(counter.attempt_after(Step.LOST), reference="01NOTTHERE"))
        counter.clock.go_on(1)
        assert counter.settler.look_once() is None
        assert counter.settler.next_due() is None


def test_a_wrong_clock_is_written_as_it_was(counter: Counter) -> None:
    """Times in the journal are the wall's, whatever it says; order and proof do not hang on them."""
    attempt = counter.attempt_after(Step.LOST)
    counter.clock.set_wall(timedelta(days=-4000))
    counter.settler.resume()
    counter.api.looks.append(seen(attempt.reference))
    progress = counter.settler.look_once()
    assert progress is not None
    assert progress.attempt.changed < attempt.changed - timedelta(days=3999)
    assert isinstance(progress.attempt.changed, datetime)
