"""Tests absence: what proves it, what does not, and that it is rechecked."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, Lost, NotSent, Refused, Throttled, Unanswered, Unsent
from desktop.domain.redemption import State, Step
from desktop.flow.settling.settler import Settler
from desktop.flow.settling.watch_list import LOOKS_NEEDED
from tests.flow.fakes import (
    ABSENT,
    CUT_SHORT,
    LOOK_AGAIN_AFTER,
    NOTHING,
    SETTLE_AFTER,
    look_until_known,
    make_due,
    next_look,
    seen,
)

if TYPE_CHECKING:
    from desktop.domain.eligibility import RedemptionsSeen
    from tests.flow.fakes import Counter


class TestAbsence:
    """Several complete look-ups, spread over `settle_after`, prove that it did not happen."""

    def test_it_takes_both_look_ups_and_time(self, counter: Counter) -> None:
        """Every look-up but the last leaves it unknown, and the last one began after the time was over."""
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
        """From about a second to at most half a minute, so that an overloaded service is not pressed."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        pauses = [one.next_in for one in look_until_known(counter)[:-1]]
        assert all(pause is not None for pause in pauses)
        known = [pause for pause in pauses if pause is not None]
        assert 0.5 <= known[0] <= 1.0 <= known[1] <= 2.0 <= known[2] <= 4.0
        assert max(known) <= 30.0

    @pytest.mark.parametrize(("settle_after", "longest"), [(0.0, 0.25), (3.0, 1.0), (60.0, 20.0), (86_400.0, 30.0)])
    def test_pauses_fit_the_time_that_was_set(
        self, counter: Counter, settle_after: float, longest: float, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There is time for three look-ups, and a long time does not make the till slow."""
        monkeypatch.setattr(random, "uniform", lambda _low, high: high)
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
        assert pauses[0] == pytest.approx(min(1.0, longest))
        assert max(pauses) == pauses[-1] == pytest.approx(longest)

    def test_look_ups_are_apart_even_if_no_time_was_set(self, counter: Counter) -> None:
        """With `settle_after` 0 there is a pause between the first two look-ups, and the third follows at once."""
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

    def test_look_ups_alone_do_not_prove_it(self, counter: Counter) -> None:
        """However often it was looked up, it stays unknown until the time is over."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(20):
            make_due(counter.settler)
            progress = counter.settler.look_once()
            assert progress is not None
            assert progress.attempt.state is State.UNKNOWN
        counter.clock.advance(SETTLE_AFTER - 0.01)
        make_due(counter.settler)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.UNKNOWN

    @pytest.mark.parametrize("pauses", [(0.0, SETTLE_AFTER), (SETTLE_AFTER, 10 * SETTLE_AFTER)])
    def test_time_alone_does_not_prove_it(self, counter: Counter, pauses: tuple[float, ...]) -> None:
        """Two look-ups are not enough, however far apart. The third one is."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        states = []
        for pause in (*pauses, 1.0):
            counter.clock.advance(pause)
            make_due(counter.settler)
            progress = counter.settler.look_once()
            assert progress is not None
            states.append(progress.attempt.state)
        assert states == [State.UNKNOWN, State.UNKNOWN, State.NOT_APPLIED]

    def test_a_slow_look_up_proves_the_state_of_its_beginning(self, counter: Counter) -> None:
        """If the answer takes until the time is over, it may show the state from before."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(3):
            make_due(counter.settler)
            counter.settler.look_once()

        def slow() -> object:
            counter.clock.advance(30.0)
            return NOTHING

        counter.api.looks.append(slow)
        counter.clock.advance(SETTLE_AFTER - 1.0)
        make_due(counter.settler)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.UNKNOWN
        assert progress.next_in == 0.0
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.NOT_APPLIED

    def test_the_time_begins_with_the_answer_of_the_first_look_up(self, counter: Counter) -> None:
        """A first look-up that takes long does not count as time in which the service was watched."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()

        def slow() -> object:
            counter.clock.advance(SETTLE_AFTER)
            return NOTHING

        counter.api.looks.append(slow)
        began = counter.clock.monotonic()
        brought = look_until_known(counter)
        assert len(brought) > LOOKS_NEEDED
        assert counter.clock.monotonic() - began == pytest.approx(2 * SETTLE_AFTER, abs=0.1)

    @pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400), timedelta(hours=1)])
    def test_the_wall_clock_proves_nothing(self, counter: Counter, jump: timedelta) -> None:
        """Setting it forward does not shorten the proof, and setting it back does not delay it."""
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
        """That time was not measured, so look-ups and time begin again."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(5):
            next_look(counter)
        counter.clock.advance(SETTLE_AFTER)
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
    def test_an_incomplete_look_up_proves_nothing(self, counter: Counter, look: RedemptionsSeen | Exception) -> None:
        """It does not count, does not start the time and is not recorded. It says why it failed."""
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

    def test_the_look_up_that_proves_it_does_not_wait_for_a_whole_pause(self, counter: Counter) -> None:
        """After two look-ups, the third comes as soon as it can prove something."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        counter.settler.look_once()
        counter.clock.advance(SETTLE_AFTER - 0.25)
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

    def test_absence_is_not_proved_before_the_next_look_up(self, counter: Counter) -> None:
        """Also after a night without the service, the window names no time that is over."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        next_look(counter)
        counter.clock.advance(SETTLE_AFTER * 2)
        make_due(counter.settler)
        (progress,) = counter.settler.unknown()
        assert progress.proves_in == progress.next_in == 0.0

    @pytest.mark.parametrize("looks", [0, LOOKS_NEEDED - 1])
    def test_a_later_request_is_not_absent(self, counter: Counter, looks: int) -> None:
        """During a look-up it was settled by hand, sent again, and lost again. The look-up says nothing about that."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for _ in range(looks):
            next_look(counter)
        counter.clock.advance(SETTLE_AFTER)

        def send_again() -> RedemptionsSeen:
            for step in (Step.ABSENT, Step.SENT_AGAIN, Step.LOST):
                counter.real.step(attempt.reference, step, at=counter.clock.now())
            return NOTHING

        counter.api.looks.append(send_again)
        next_look(counter)
        assert (counter.stored(attempt).state, counter.stored(attempt).looks) == (State.UNKNOWN, 0)
        # It is looked up as often as any other one from here on.
        assert len(look_until_known(counter)) >= LOOKS_NEEDED

    def test_an_attempt_that_is_gone_is_not_absent(self, counter: Counter) -> None:
        """Nothing is recorded about it."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()

        def forget() -> RedemptionsSeen:
            counter.journal.instead["get"] = None
            return NOTHING

        counter.api.looks.append(forget)
        assert next_look(counter) is None
        assert counter.settler.next_due() is None


class TestLookingAgain:
    """What was recorded as not redeemed is looked up once more later."""

    def test_an_attempt_that_is_still_absent_is_not_reported(self, counter: Counter) -> None:
        """Nothing is reported. The journal records the look-up, and there are no more."""
        attempt = counter.attempt_after(Step.LOST)
        counter.settler.resume()
        looks = len(look_until_known(counter))
        assert next_look(counter) is None
        assert counter.happened(attempt)[-2:] == ["absent", "looked"]
        assert counter.stored(attempt).state is State.NOT_APPLIED
        assert len(counter.api.asked) == looks + 1
        assert counter.settler.next_due() is None

    def test_it_is_looked_up_until_a_look_up_is_complete(self, counter: Counter) -> None:
        """A look-up that failed does not count."""
        attempt = counter.attempt_after(*ABSENT)
        counter.clock.advance(LOOK_AGAIN_AFTER)
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
    def test_a_start_soon_after_does_not_replace_the_later_look_up(
        self, counter: Counter, before_start: timedelta, looks: int
    ) -> None:
        """An attempt recorded as not redeemed a minute before a start is looked up at once and once more later."""
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
