"""Tests a press of Redeem: what is recorded before the request is sent, and what each answer proves."""

from __future__ import annotations

import logging
import random
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import (
    Call,
    JournalUnusable,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unsent,
)
from desktop.domain.points import plain
from desktop.domain.redemption import Refusal, State, Step, Trace
from desktop.domain.result_record import result
from desktop.domain.validation import ValidationCode
from tests.flow.fakes import CUT_SHORT, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.eligibility import RedemptionsSeen
    from desktop.domain.redemption import Attempt
    from tests.flow.fakes import Counter

WRONG_CODE = Refused(Call.REDEEM, 808, "Invalid code", request_id="req-808")
LOCKED = Throttled(Call.REDEEM, 521, message="Customer locked", request_id="req-521")


def test_an_attempt_is_recorded_before_it_is_sent(counter: Counter) -> None:
    """While the request is on its way, the journal has it as in flight, with the reference that is sent."""
    at_sending: list[Attempt] = []

    def answer() -> object:
        at_sending.extend(counter.real.in_states(State.IN_FLIGHT))
        return redeemed()

    counter.api.redeems.append(answer)
    draft = make_draft()
    attempt = counter.redeemer.redeem(draft, counter.code)
    assert (
        [one.reference for one in at_sending]
        == [attempt.reference]
        == [reference for reference, _, _ in counter.api.sent]
    )
    assert counter.api.sent == [(attempt.reference, draft, counter.code)]
    assert (attempt.till, attempt.cashier) == ("till.one", "Ravi")
    assert attempt.state is State.REDEEMED
    assert attempt == counter.real.get(attempt.reference)
    assert attempt.redeemed == redeemed()
    assert counter.happened(attempt) == ["begun", "redeemed"]


def test_an_attempt_that_cannot_be_recorded_is_not_sent(counter: Counter) -> None:
    """No byte leaves without a recorded attempt, and nothing has begun."""
    counter.journal.broken = {"begin"}
    with pytest.raises(JournalUnusable):
        counter.redeemer.redeem(make_draft(), counter.code)
    assert not counter.api.calls


def test_the_journal_knows_for_which_hand_over_something_was_sent(counter: Counter) -> None:
    """Also if it is sent again, with the same reference, for another one or for a customer of the cashier's own."""

    def sent_for(hand_over: str, *, days: int = 0, after: int | None = None) -> Attempt | None:
        return counter.real.sent_for(hand_over, counter.clock.now() + timedelta(days=days), after)

    counter.api.redeems.extend([NotSent(Unsent.NAME), NotSent(Unsent.NAME), redeemed()])
    attempt = counter.redeemer.redeem(make_draft(""), counter.code, hand_over="H1")
    assert sent_for("H1") == attempt
    # A till that was busy may have looked late where the journal is.
    assert sent_for("H1", after=counter.real.position.events) == attempt
    assert sent_for("H1", days=2, after=0) == attempt
    # The clock may have been set back since the hand-over, too.
    assert sent_for("H1", days=2, after=counter.real.position.events) == attempt
    assert sent_for("H1", days=2) is None
    attempt = counter.redeemer.redeem(make_draft(""), counter.code, hand_over="H2")
    assert (sent_for("H1"), sent_for("H2")) == (None, attempt)
    counter.redeemer.redeem(make_draft(""), counter.code)
    assert (sent_for("H2"), sent_for("")) == (None, None)
    assert counter.stored(attempt).sends == 3
    assert counter.api.calls.count("redeem") == 3


def test_what_a_press_finds_is_for_its_hand_over(counter: Counter) -> None:
    """A till that is killed before it told the POS so knows at the next start for whom it happened."""
    counter.api.redeems.append(Unanswered(Lost.CUT))
    attempt = counter.redeemer.redeem(make_draft(""), counter.code, hand_over="H1")
    counter.real.step(attempt.reference, Step.ABSENT, at=counter.clock.now())
    counter.api.looks.append(seen(attempt.reference))
    found = counter.redeemer.redeem(make_draft(""), counter.code, hand_over="H2")
    assert (found.reference, found.state) == (attempt.reference, State.REDEEMED)
    now = counter.clock.now()
    assert (counter.real.sent_for("H1", now), counter.real.sent_for("H2", now)) == (None, counter.stored(attempt))
    assert counter.real.hand_overs(attempt.reference) == ("H1", "H2")
    assert counter.happened(attempt)[-3:] == ["asked_again", "found", "completed"]
    # An attempt may be named in any letter case.
    assert counter.real.hand_overs(attempt.reference.lower()) == ("H1", "H2")


def test_two_redemptions_have_two_references(counter: Counter) -> None:
    """A settled attempt is never sent again with its reference."""
    counter.api.redeems.extend([WRONG_CODE, redeemed()])
    first = counter.redeemer.redeem(make_draft(), counter.code)
    second = counter.redeemer.redeem(make_draft(), counter.code)
    assert (first.state, second.state) == (State.REFUSED, State.REDEEMED)
    assert first.reference != second.reference


@pytest.mark.parametrize(
    ("failure", "state", "trace"),
    [
        (WRONG_CODE, State.REFUSED, Trace(code="808", message="Invalid code", request_id="req-808")),
        (NotSent(Unsent.NAME), State.NOT_SENT, Trace(code="PT-NAME")),
        (
            Unanswered(Lost.SERVER_ERROR, http_status=520, message="…", request_id="req-520"),
            State.UNKNOWN,
            Trace(code="PT-HTTP-520", message="…", request_id="req-520"),
        ),
    ],
)
def test_each_failure_is_the_state_that_it_proves(
    counter: Counter, failure: Exception, state: State, trace: Trace
) -> None:
    """A first refusal is believed at once, a request that never left is not sent, and everything else is unknown."""
    counter.api.redeems.append(failure)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.trace, attempt.doubtful) == (state, trace, False)
    assert attempt == counter.real.get(attempt.reference)
    assert counter.api.calls == ["redeem"]


def test_a_mistake_in_the_program_leaves_the_outcome_unknown(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever error the client raises, the request may have left: it is logged in full, and the attempt is settled."""
    counter.api.redeems.append(ZeroDivisionError("while an answer was read"))
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.trace.code) == (State.UNKNOWN, "PT-UNEXPECTED")
    assert "while an answer was read" in caplog.text


@pytest.mark.parametrize(("said", "value"), [(None, "62.50"), ("60", "60")])
def test_the_pos_is_told_the_value_that_the_cashier_sees(counter: Counter, said: str | None, value: str) -> None:
    """What the service said before the code was sent counts if its last answer leaves the value out."""
    worth = None if said is None else Decimal(said)
    counter.api.redeems.append(replace(redeemed(), value=worth))
    attempt = counter.redeemer.redeem(make_draft(worth=Decimal("62.50")), counter.code)
    assert result(attempt)["redeemed_value"] == plain(Decimal(value))
    assert attempt == counter.real.get(attempt.reference)


class TestBalance:
    """The balance, if the answer does not say it."""

    def test_an_answer_without_a_balance_is_completed(self, counter: Counter) -> None:
        """The balance is asked for once the redemption is recorded, and the journal keeps it."""
        counter.api.redeems.append(redeemed(balance=None))
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert counter.api.calls == ["redeem", "find_member"]
        assert attempt.redeemed == redeemed(balance="1891")
        assert attempt == counter.real.get(attempt.reference)

    def test_a_balance_that_cannot_be_recorded_is_shown_all_the_same(self, counter: Counter) -> None:
        """The redemption is recorded by then, so no later error may make it look as if nothing had been sent."""
        counter.journal.broken = {"complete"}
        counter.api.redeems.append(redeemed(balance=None))
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.state, attempt.redeemed) == (State.REDEEMED, redeemed(balance="1891"))
        stored = counter.real.get(attempt.reference)
        assert stored is not None
        assert stored.redeemed == redeemed(balance=None)


class TestRepeating:
    """521 and 429: the service says that nothing was done, and the identical request is sent again."""

    def test_the_identical_request_is_sent_again(self, counter: Counter) -> None:
        """Same reference, same draft, same code, after a pause. The journal records the wait."""
        counter.api.redeems.extend([LOCKED, Throttled(Call.REDEEM, 429), redeemed()])
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert attempt.state is State.REDEEMED
        assert len(counter.api.sent) == 3
        assert len(set(counter.api.sent)) == 1
        assert len(counter.clock.waits) == 2
        assert 0.25 <= counter.clock.waits[0] <= 0.5 <= counter.clock.waits[1] <= 1.0
        assert counter.happened(attempt) == ["begun", "waiting", "waiting", "redeemed"]
        waiting = counter.real.events(attempt.reference)[1:3]
        assert [(event.detail, event.till, event.cashier) for event in waiting] == [
            ("521", "till.one", "Ravi"),
            ("429", "till.one", "Ravi"),
        ]
        assert attempt.sends == 1

    def test_retry_after_is_kept(self, counter: Counter) -> None:
        """The till waits as long as the service asks, if that is within the limit."""
        counter.api.redeems.extend([Throttled(Call.REDEEM, 429, retry_after=12.5), redeemed()])
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REDEEMED
        (waited,) = counter.clock.waits
        assert 12.5 <= waited <= 12.6

    def test_a_wait_beyond_the_limit_is_not_begun(self, counter: Counter) -> None:
        """It is better to ask the cashier. A look-up shows that nothing happened, and the same may be sent again."""
        counter.api.redeems.append(
            Throttled(Call.REDEEM, 429, retry_after=20.5, message="Slow down", request_id="req-429")
        )
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.state, attempt.trace) == (
            State.REFUSED,
            Trace(code="429", message="Slow down", request_id="req-429"),
        )
        assert attempt.refusal is Refusal.NOT_PROCESSED
        assert not counter.clock.waits
        assert counter.api.calls == ["redeem", "find_redemptions"]

    def test_repeating_ends_with_the_time_limit(self, counter: Counter) -> None:
        """However quickly the service refuses, it is over within 20 s, and looked up."""
        counter.api.redeems.extend([LOCKED] * 100)
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.state, attempt.trace.code) == (State.REFUSED, "521")
        assert 12.0 < sum(counter.clock.waits) <= 20.0
        assert max(counter.clock.waits) <= 8.0
        assert counter.api.calls[-1] == "find_redemptions"
        assert "find_redemptions" not in counter.api.calls[:-1]

    def test_pauses_double_up_to_eight_seconds(self, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
        """The first pause is half a second. The last one ends within the limit."""
        monkeypatch.setattr(random, "uniform", lambda _low, high: high)
        counter.api.redeems.extend([LOCKED] * 100)
        counter.of("Ravi", retry_for=39.0).redeem(make_draft(), counter.code)
        assert counter.clock.waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]

    def test_slow_answers_count_towards_the_limit(self, counter: Counter) -> None:
        """The limit is for all tries together, so a slow service is asked less often."""

        def slowly() -> object:
            counter.clock.advance(15.0)
            return LOCKED

        counter.api.redeems.extend([slowly] * 3)
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REFUSED
        assert len(counter.api.sent) == 2

    def test_the_limit_can_be_met_to_the_second(self, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
        """A wait that ends exactly at the limit is begun."""
        monkeypatch.setattr(random, "uniform", lambda low, _high: low)
        patient = counter.of("Ravi", retry_for=60.0)
        counter.api.redeems.extend([Throttled(Call.REDEEM, 429, retry_after=60.0), redeemed()])
        assert patient.redeem(make_draft(), counter.code).state is State.REDEEMED

    def test_the_limit_is_twenty_seconds(self, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
        """A service that asks for exactly that is waited for."""
        monkeypatch.setattr(random, "uniform", lambda low, _high: low)
        counter.api.redeems.extend([Throttled(Call.REDEEM, 429, retry_after=20.0), redeemed()])
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REDEEMED
        assert counter.clock.waits == [20.0]

    def test_the_end_of_the_program_ends_the_waiting(self, counter: Counter) -> None:
        """Nothing more is sent, and the last answer is looked up as always."""
        counter.clock.interrupted = True
        counter.api.redeems.append(LOCKED)
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.state, attempt.trace.code) == (State.REFUSED, "521")
        assert counter.api.calls == ["redeem", "find_redemptions"]

    def test_the_wall_clock_does_not_matter(self, counter: Counter) -> None:
        """Setting it back or forward while the till waits neither ends nor lengthens the repeating."""

        def jumping() -> object:
            counter.clock.set_wall(timedelta(days=400))
            return LOCKED

        counter.api.redeems.extend([jumping, jumping, redeemed()])
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REDEEMED

    def test_a_repeat_that_never_left_is_not_sent(self, counter: Counter) -> None:
        """The second request never left, but only the service's word says that the first did nothing."""
        counter.api.redeems.extend([LOCKED, NotSent(Unsent.CONNECT)])
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.state, attempt.doubtful, attempt.is_unproved) == (State.NOT_SENT, True, True)

    def test_a_repeat_that_is_not_answered_is_unknown(self, counter: Counter) -> None:
        """What the first answer proved says nothing about the second request."""
        counter.api.redeems.extend([LOCKED, counter.lost])
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.UNKNOWN


class TestRefusalAfterRepeat:
    """A refusal that follows a repeat is looked up before it is believed."""

    def test_an_absent_redemption_is_refused(self, counter: Counter) -> None:
        """A complete look-up that found nothing confirms it."""
        counter.api.redeems.extend([LOCKED, WRONG_CODE])
        draft = make_draft()
        attempt = counter.redeemer.redeem(draft, counter.code)
        assert (attempt.state, attempt.trace.code) == (State.REFUSED, "808")
        assert counter.api.asked == [(draft.identifier, attempt.reference)]

    def test_a_redemption_that_is_found_is_redeemed(self, counter: Counter) -> None:
        """The repeat was refused.

        The redemption that is found counts, with the balance that its answer would have carried.
        """
        counter.api.redeems.extend([LOCKED, WRONG_CODE])
        counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
        attempt = counter.redeemer.redeem(make_draft(worth=Decimal(50)), counter.code)
        assert attempt.state is State.REDEEMED
        assert attempt.redeemed is not None
        assert (attempt.redeemed.redemption_id, attempt.redeemed.value, attempt.redeemed.balance) == (
            "7t4y2a",
            Decimal(50),
            Decimal(1891),
        )
        assert not attempt.settled_late
        assert attempt == counter.real.get(attempt.reference)

    def test_a_redemption_that_was_given_back_is_reversed(self, counter: Counter) -> None:
        """A redemption whose points were all given back is shown as reversed."""
        counter.api.redeems.extend([LOCKED, WRONG_CODE])
        counter.api.looks.append(lambda: seen(counter.api.sent[0][0], given_back="100"))
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REVERSED

    @pytest.mark.parametrize("look", [CUT_SHORT, NotSent(Unsent.NAME), WRONG_CODE])
    def test_without_a_complete_look_up_it_is_unknown(
        self, counter: Counter, look: RedemptionsSeen | Exception
    ) -> None:
        """A look-up that failed or did not see everything proves nothing."""
        counter.api.redeems.extend([LOCKED, WRONG_CODE])
        counter.api.looks.append(look)
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert attempt.state is State.UNKNOWN
        assert attempt.trace == Trace(code="808 PT-DOUBTFUL-REFUSAL", message="Invalid code", request_id="req-808")


class TestSendingAgain:
    """Trying again what was not sent or not applied keeps the reference, even with a new code."""

    @pytest.mark.parametrize(
        ("steps", "doubtful"),
        [((Step.NOT_SENT,), False), ((Step.LOST, Step.ABSENT), True)],
    )
    def test_the_reference_is_kept(self, counter: Counter, steps: tuple[Step, ...], doubtful: bool) -> None:
        """A lost request may still arrive, so the attempt is marked as doubtful. A request that never left may not."""
        earlier = counter.attempt_after(*steps)
        at_sending: list[Attempt | None] = []

        def answer() -> object:
            at_sending.append(counter.real.get(earlier.reference))
            return redeemed()

        counter.api.redeems.append(answer)
        draft = make_draft(notes="second try")
        attempt = counter.redeemer.redeem(draft, ValidationCode("NEWONE"))
        assert counter.api.sent == [(earlier.reference, draft, ValidationCode("NEWONE"))]
        (sending,) = at_sending
        assert sending is not None
        assert (sending.state, sending.sends, sending.doubtful) == (State.IN_FLIGHT, 2, doubtful)
        assert (attempt.state, attempt.sends, attempt.draft.notes) == (State.REDEEMED, 2, "second try")

    def test_a_doubt_stays(self, counter: Counter) -> None:
        """The first request may still arrive after a second one that never left."""
        counter.attempt_after(Step.LOST, Step.ABSENT)
        counter.api.redeems.extend([NotSent(Unsent.NAME), NotSent(Unsent.NAME)])
        for sends in (2, 3):
            attempt = counter.redeemer.redeem(make_draft(), counter.code)
            assert (attempt.state, attempt.doubtful, attempt.sends) == (State.NOT_SENT, True, sends)

    @pytest.mark.parametrize("refusal", [WRONG_CODE, Throttled(Call.REDEEM, 429, retry_after=99.0)])
    def test_a_refusal_of_a_doubtful_one_proves_nothing(self, counter: Counter, refusal: Exception) -> None:
        """Not even together with a look-up that finds nothing: the first request may still be on its way."""
        counter.attempt_after(Step.LOST, Step.ABSENT)
        counter.api.redeems.append(refusal)
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert attempt.state is State.UNKNOWN
        assert attempt.trace.code.endswith(" PT-DOUBTFUL-REFUSAL")

    def test_the_refusal_of_a_repeat_that_had_arrived_is_a_redemption(self, counter: Counter) -> None:
        """The first request arrived after all: the service refuses the second, and the till finds the first."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)
        counter.api.redeems.append(Refused(Call.REDEEM, 817, "reference is not unique"))
        counter.api.looks.append(seen(earlier.reference))
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)

    def test_another_cashier_is_named_in_the_audit_trail(self, counter: Counter) -> None:
        """The attempt keeps the name of the cashier who began it. The audit trail has who sent it again."""
        earlier = counter.attempt_after(Step.NOT_SENT)
        counter.api.redeems.append(redeemed())
        counter.of("Meera").redeem(make_draft(), counter.code)
        taken_over = counter.real.events(earlier.reference)[2]
        assert (taken_over.what, taken_over.till, taken_over.cashier) == ("taken_over", "till.one", "Meera")

    def test_the_same_cashier_is_not_named_again(self, counter: Counter) -> None:
        """Nothing is noted that the attempt says already."""
        earlier = counter.attempt_after(Step.NOT_SENT)
        counter.api.redeems.append(redeemed())
        counter.redeemer.redeem(make_draft(), counter.code)
        assert counter.happened(earlier) == ["begun", "not_sent", "sent_again", "redeemed"]

    def test_what_cannot_be_recorded_is_not_sent_again(self, counter: Counter) -> None:
        """The attempt keeps its state."""
        earlier = counter.attempt_after(Step.LOST, Step.ABSENT)
        counter.journal.broken = {"step"}
        with pytest.raises(JournalUnusable):
            counter.redeemer.redeem(make_draft(), counter.code)
        assert not counter.api.sent
        assert counter.real.get(earlier.reference) == earlier


def test_what_is_logged_names_no_secret(counter: Counter, caplog: pytest.LogCaptureFixture) -> None:
    """The log has the reference and the support code, but not the number or the validation code."""
    caplog.set_level(logging.DEBUG)
    counter.api.redeems.append(counter.lost)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert attempt.reference in caplog.text
    assert "PT-TIMEOUT" in caplog.text
    assert counter.code.secret not in caplog.text
    assert "9777788221" not in caplog.text
    assert counter.code.secret not in repr(attempt)


def test_an_attempt_is_told_once_it_is_recorded_and_before_it_is_sent(counter: Counter) -> None:
    """Who prepares for the outcome hears of an attempt that the journal has, with its request still to leave."""
    told: list[tuple[str, list[str], int]] = []

    def tell(attempt: Attempt) -> None:
        recorded = [one.reference for one in counter.real.in_states(State.IN_FLIGHT)]
        told.append((attempt.reference, recorded, len(counter.api.sent)))

    counter.api.redeems.append(redeemed())
    attempt = counter.of("Ravi", on_begun=tell).redeem(make_draft(), counter.code)
    assert told == [(attempt.reference, [attempt.reference], 0)]


def test_a_redemption_does_not_depend_on_who_is_told(counter: Counter, caplog: pytest.LogCaptureFixture) -> None:
    """A mistake in what prepares for the outcome is logged, and the request is sent as always."""

    def fail(_attempt: Attempt) -> None:
        raise RuntimeError("the window is gone")

    counter.api.redeems.append(redeemed())
    attempt = counter.of("Ravi", on_begun=fail).redeem(make_draft(), counter.code)
    assert attempt.state is State.REDEEMED
    assert [reference for reference, _, _ in counter.api.sent] == [attempt.reference]
    assert "no one could be told" in caplog.text
