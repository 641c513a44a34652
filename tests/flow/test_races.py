"""Tests the counter and settling working on the same attempt at once: both are right, and nothing is sent twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import (
    Call,
    HeldBack,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unsent,
)
from desktop.domain.redemption import IllegalStepError, State, Step
from desktop.flow.settling.watch_list import LOOKS_NEEDED
from tests.flow.fakes import ABSENT, LOOK_AGAIN_AFTER, NOTHING, look_until_known, make_draft, next_look, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from tests.flow.fakes import Counter

WRONG_CODE = Refused(Call.REDEEM, 808, "Invalid code", request_id="req-808")
LOCKED = Throttled(Call.REDEEM, 521, message="Customer locked", request_id="req-521")


class TestRacesWithSettling:
    """Settling looks up absent attempts while the cashier sends them again."""

    def test_an_attempt_that_is_found_just_before_it_is_sent_is_not_sent(self, counter: Counter) -> None:
        """The redemption that the cashier asks for has happened: no second reference, no second request."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)
        counter.journal.before["step"] = lambda: counter.real.step(
            earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed()
        )
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.reference, attempt.state, attempt.settled_late) == (earlier.reference, State.REDEEMED, True)
        assert not counter.api.sent
        assert list(counter.real.export(None, None)) == [attempt]

    @pytest.mark.parametrize("found_by", ["look-up", "resend"])
    @pytest.mark.parametrize("first", ["", "H1", "H2"])
    @pytest.mark.parametrize("bill", ["", "MG-1"])
    def test_what_settling_finds_at_the_press_of_a_hand_over_is_for_it(
        self, counter: Counter, bill: str, first: str, found_by: str
    ) -> None:
        """As if the press had found it: a till that is killed before it told the POS so knows for whom it happened.

        Without a bill, it may be told already to another hand-over, so the cashier is asked.
        """
        counter.api.redeems.append(Unanswered(Lost.CUT))
        earlier = counter.redeemer.redeem(make_draft(bill), counter.code, hand_over=first)
        counter.real.step(earlier.reference, Step.ABSENT, at=counter.clock.now())

        def settle() -> None:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed())

        if found_by == "look-up":

            def found_first() -> object:
                settle()
                return seen(earlier.reference)

            counter.api.looks.append(found_first)
        else:
            counter.journal.before["step"] = settle
        if first == "H1" and not bill:
            with pytest.raises(HeldBack):
                counter.redeemer.redeem(make_draft(bill), counter.code, hand_over="H2")
            assert counter.real.hand_overs(earlier.reference) == (first,)
            return
        attempt = counter.redeemer.redeem(make_draft(bill), counter.code, hand_over="H2")
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)
        assert counter.real.sent_for("H2", counter.clock.now()) == attempt
        assert counter.real.hand_overs(earlier.reference) == ((first, "H2") if first != "H2" else ("H2",))
        assert counter.happened(earlier).count("asked_again") == (first != "H2")

    def test_what_settling_finds_is_the_receipt_although_it_cannot_be_recorded_for_whom(self, counter: Counter) -> None:
        """The redemption itself is recorded."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)
        counter.journal.before["step"] = lambda: counter.real.step(
            earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed()
        )
        counter.journal.broken = {"ask_again"}
        attempt = counter.redeemer.redeem(make_draft(), counter.code, hand_over="H2")
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)

    @pytest.mark.parametrize(
        "answer",
        [
            redeemed(balance=None),
            WRONG_CODE,
            NotSent(Unsent.NAME),
            Unanswered(Lost.CUT),
            Throttled(Call.REDEEM, 429, retry_after=99.0),
        ],
    )
    def test_one_that_is_found_while_it_is_sent_again_is_redeemed(self, counter: Counter, answer: object) -> None:
        """Whatever the answer to the second request is, the first request has counted."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)

        def found_first() -> object:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed(balance=None))
            return answer

        counter.api.redeems.append(found_first)
        counter.api.looks.append(seen(earlier.reference))
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)
        stored = counter.real.get(earlier.reference)
        assert stored is not None
        assert stored.state is State.REDEEMED
        assert stored.redeemed is not None
        assert counter.happened(earlier).count("found") == 1

    def test_its_own_answer_completes_the_redemption_that_was_found(self, counter: Counter) -> None:
        """The answer carries the balance, which the look-up did not, so nothing more is asked."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)

        def found_first() -> object:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed(balance=None))
            return redeemed(balance="1790")

        counter.api.redeems.append(found_first)
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert attempt.redeemed == redeemed(balance="1790")
        assert attempt == counter.stored(earlier)
        assert counter.api.calls == ["find_redemptions", "redeem"]

    def test_one_that_is_found_and_reversed_while_it_is_sent_again_stays_reversed(self, counter: Counter) -> None:
        """The answer that comes last undoes nothing."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)

        def given_back() -> object:
            for step in (Step.FOUND, Step.REVERSED):
                counter.real.step(earlier.reference, step, at=counter.clock.now())
            return WRONG_CODE

        counter.api.redeems.append(given_back)
        counter.api.looks.append(seen(earlier.reference, given_back="100"))
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REVERSED

    @pytest.mark.parametrize("step", [Step.NOT_SENT, Step.REFUSED])
    def test_any_other_step_from_elsewhere_is_a_mistake(self, counter: Counter, step: Step) -> None:
        """A step that only the counter may record is not read as an answer."""

        def meddled() -> object:
            counter.real.step(counter.api.sent[0][0], step, at=counter.clock.now())
            return redeemed()

        counter.api.redeems.append(meddled)
        with pytest.raises(IllegalStepError):
            counter.redeemer.redeem(make_draft(), counter.code)

    def test_an_attempt_that_another_counter_has_sent_again_is_a_mistake(self, counter: Counter) -> None:
        """One journal cannot have two counters. If it had, the second would not send."""
        earlier = counter.attempt_after(Step.NOT_SENT)
        counter.journal.before["step"] = lambda: counter.real.step(
            earlier.reference, Step.SENT_AGAIN, at=counter.clock.now()
        )
        with pytest.raises(IllegalStepError):
            counter.redeemer.redeem(make_draft(), counter.code)
        assert not counter.api.calls


class TestRacesWithTheCounter:
    """The cashier may send an absent attempt again at any moment, also during its look-up."""

    def sent_again(self, counter: Counter, attempt: Attempt, *steps: Step) -> None:
        for step in (Step.SENT_AGAIN, *steps):
            counter.real.step(attempt.reference, step, at=counter.clock.now(), doubtful=True)

    @pytest.mark.parametrize("found", [False, True])
    def test_one_that_is_on_its_way_is_left_to_the_counter(self, counter: Counter, found: bool) -> None:
        """It is not looked up while its request is on its way, but later, in case the counter does not report the
        outcome.
        """
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
    def test_an_attempt_that_the_counter_changed_is_what_the_journal_says(
        self, counter: Counter, steps: tuple[Step, ...], watched: bool, unknown: bool, meanwhile: bool
    ) -> None:
        """Before or during the look-up: a look-up that found nothing proves nothing about the second request."""
        attempt = counter.attempt_after(*ABSENT)
        counter.clock.advance(LOOK_AGAIN_AFTER)
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
        """The first request arrived after all, and the journal has that before the second is answered."""
        attempt = counter.attempt_after(*ABSENT)
        counter.settler.resume()

        def sent_meanwhile() -> object:
            self.sent_again(counter, attempt)
            return seen(attempt.reference)

        counter.api.looks.append(sent_meanwhile)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.REDEEMED

    def test_an_attempt_that_the_counter_redeemed_meanwhile_is_reported_by_the_counter(self, counter: Counter) -> None:
        """Both report the same outcome, and the window shows it once."""
        attempt = counter.attempt_after(*ABSENT)
        counter.settler.resume()

        def redeemed_meanwhile() -> object:
            self.sent_again(counter, attempt, Step.REDEEMED)
            return seen(attempt.reference)

        counter.api.looks.append(redeemed_meanwhile)
        assert counter.settler.look_once() is None
        assert counter.happened(attempt).count("redeemed") == 1
        assert counter.settler.next_due() is None

    def test_an_attempt_that_was_not_sent_twice_is_looked_up_after_the_second_time(self, counter: Counter) -> None:
        """The pause until the next look-up begins with the last try."""
        attempt = counter.attempt_after(*ABSENT)
        self.sent_again(counter, attempt, Step.NOT_SENT)
        counter.settler.watch(counter.stored(attempt))
        counter.clock.advance(LOOK_AGAIN_AFTER)
        self.sent_again(counter, attempt, Step.NOT_SENT)
        assert counter.settler.look_once() is None
        assert not counter.api.asked
        assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)

    @pytest.mark.parametrize("steps", [(Step.FOUND,), (Step.ABSENT,), (Step.FOUND, Step.REVERSED)])
    def test_an_unknown_attempt_that_was_settled_elsewhere_is_reported(
        self, counter: Counter, steps: tuple[Step, ...]
    ) -> None:
        """No other process should settle it, but the window that waits for it must show the outcome."""
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

    def test_an_attempt_that_is_gone_is_no_longer_watched(self, counter: Counter) -> None:
        """After a journal was set aside, the new one does not have the attempt."""
        from dataclasses import replace

        counter.settler.watch(replace(counter.attempt_after(Step.LOST), reference="01NOTTHERE"))
        counter.clock.advance(1)
        assert counter.settler.look_once() is None
        assert counter.settler.next_due() is None
