"""Tests refusals that prove nothing, look-alike redemptions, and what happens before the next press."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import Found, RedemptionsSeen
from desktop.domain.failures import Call, Held, HeldBack, Lost, NotSent, Refused, Throttled, Unanswered, Unsent
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Candidate, Refusal, State, Step
from tests.flow.fakes import (
    ABSENT,
    ASHA,
    CUT_SHORT,
    LOOK_AGAIN_AFTER,
    NOTHING,
    RAVI,
    look_until_known,
    make_draft,
    next_look,
    redeemed,
    seen,
)

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Draft
    from tests.flow.fakes import Counter

FAILED = [815, 817, 829, 850, 886, 887, 889, 890, 891, 892, 893, 894, 896, 897, 898, 903, 9999]
NOT_PROCESSED = [401, 403, 404, 498]
PROOFS = [801, 807, 808, 816, 818, 819, 821, 878, 1101, 1632]

ROW = Found(reference="-1", redemption_id="odd1", points=Decimal(100), bill="B-17", time="2026-11-22 12:00:05")
"""A redemption in the service's list that carries no reference."""

LOOK_ALIKE = RedemptionsSeen(candidates=(ROW,))
CANDIDATE = Candidate(redemption_id="odd1", time="2026-11-22 12:00:05", points=Decimal(100), bill="B-17")


def press(counter: Counter, draft: Draft | None = None, *, confirmed: bool = False) -> Attempt:
    """The cashier presses Redeem."""
    return counter.redeemer.redeem(draft or make_draft(), counter.code, confirmed=confirmed)


def refused(counter: Counter, code: int) -> Attempt:
    """An attempt that the service refused with a code, and that a look-up did not find."""
    counter.api.redeems.append(Refused(Call.REDEEM, code))
    attempt = press(counter)
    assert attempt.state is State.REFUSED
    counter.api.calls.clear()
    counter.api.asked.clear()
    return attempt


class TestRefusals:
    """What each code proves, and how the till reacts."""

    @pytest.mark.parametrize("code", PROOFS)
    def test_a_condition_that_was_checked_first_is_proof(self, counter: Counter, code: int) -> None:
        """Nothing is looked up, and nothing is rechecked later."""
        counter.api.redeems.append(Refused(Call.REDEEM, code))
        attempt = press(counter)
        assert (attempt.state, attempt.refusal, attempt.is_unproved) == (State.REFUSED, Refusal.PROVED, False)
        assert counter.api.calls == ["redeem"]
        counter.settler.watch(attempt)
        assert counter.settler.next_due() is None

    @pytest.mark.parametrize(
        ("code", "refusal"),
        [*((code, Refusal.FAILED) for code in FAILED), *((code, Refusal.NOT_PROCESSED) for code in NOT_PROCESSED)],
    )
    def test_any_other_code_is_looked_up_at_once(self, counter: Counter, code: int, refusal: Refusal) -> None:
        """If a look-up shows that it is absent, it is refused, but not for good."""
        counter.api.redeems.append(Refused(Call.REDEEM, code))
        attempt = press(counter)
        assert counter.api.calls == ["redeem", "find_redemptions"]
        assert (attempt.state, attempt.refusal, attempt.is_unproved) == (State.REFUSED, refusal, True)
        assert attempt == counter.stored(attempt)

    @pytest.mark.parametrize("code", [*FAILED, *NOT_PROCESSED])
    def test_a_redemption_behind_the_refusal_is_found(self, counter: Counter, code: int) -> None:
        """The service moved the points and then refused: the look-up is the receipt."""
        counter.api.redeems.append(Refused(Call.REDEEM, code))
        counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
        assert press(counter).state is State.REDEEMED

    @pytest.mark.parametrize("busy", [Throttled(Call.REDEEM, code, retry_after=60.0) for code in (429, 521)])
    def test_a_busy_service_that_acted_is_detected(self, counter: Counter, busy: Throttled) -> None:
        """429 and 521 that outlast the retries end like any refusal that proves nothing."""
        counter.api.redeems.append(busy)
        counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
        assert press(counter).state is State.REDEEMED

    @pytest.mark.parametrize("look", [CUT_SHORT, NotSent(Unsent.NAME), Unanswered(Lost.TIMEOUT)])
    def test_a_look_up_that_shows_nothing_leaves_it_unknown(
        self, counter: Counter, look: RedemptionsSeen | Exception
    ) -> None:
        """It is then settled like any unknown attempt."""
        counter.api.redeems.append(Refused(Call.REDEEM, 815, "resting", request_id="r"))
        counter.api.looks.append(look)
        attempt = press(counter)
        assert (attempt.state, attempt.trace.code) == (State.UNKNOWN, "815 PT-DOUBTFUL-REFUSAL")


class TestNextPress:
    """The cashier presses again after a refusal that proved nothing."""

    @pytest.mark.parametrize("code", [815, 401])
    def test_what_turned_up_meanwhile_is_the_receipt(self, counter: Counter, code: int) -> None:
        """Nothing is sent a second time."""
        earlier = refused(counter, code)
        counter.api.sent.clear()
        counter.api.looks.append(seen(earlier.reference))
        attempt = press(counter)
        assert (attempt.reference, attempt.state, attempt.settled_late) == (earlier.reference, State.REDEEMED, True)
        assert not counter.api.sent

    @pytest.mark.parametrize(
        "other",
        [
            make_draft(" b-17"),
            make_draft(identifier=Identifier(IdentifierKind.MOBILE, "9777788221")),
            make_draft(identifier=Identifier(IdentifierKind.CARD, "C-1"), user_id="564670755"),
        ],
    )
    def test_the_same_intent_is_recognised_in_another_form(self, counter: Counter, other: Draft) -> None:
        """Another case of the bill, another form of the number, or another identifier of the same user id."""
        counter.api.redeems.append(Refused(Call.REDEEM, 817))
        earlier = press(counter, make_draft(user_id="564670755"))
        counter.api.sent.clear()
        counter.api.looks.append(seen(earlier.reference))
        assert press(counter, other).reference == earlier.reference
        assert not counter.api.sent

    def test_what_was_not_processed_keeps_its_reference(self, counter: Counter) -> None:
        """The service says that it did not look at the first request, so this is a retry of it."""
        earlier = refused(counter, 401)
        counter.api.redeems.append(redeemed())
        attempt = press(counter)
        assert (attempt.reference, attempt.state, attempt.sends) == (earlier.reference, State.REDEEMED, 2)
        assert counter.happened(attempt) == ["begun", "refused", "looked", "sent_again", "redeemed"]

    def test_an_item_that_failed_gets_a_new_reference(self, counter: Counter) -> None:
        """A failed request cannot be repeated with its own reference (/reference/idempotency)."""
        earlier = refused(counter, 815)
        counter.api.redeems.append(redeemed())
        attempt = press(counter)
        assert attempt.reference != earlier.reference
        assert (attempt.state, counter.stored(earlier).state) == (State.REDEEMED, State.REFUSED)
        assert counter.api.asked == [(ASHA, earlier.reference)]

    @pytest.mark.parametrize("look", [CUT_SHORT, Unanswered(Lost.CUT)])
    @pytest.mark.parametrize("code", [815, 401])
    def test_nothing_is_sent_without_a_complete_look_up(
        self, counter: Counter, code: int, look: RedemptionsSeen | Exception
    ) -> None:
        """The press is held back, and going on does not override it."""
        earlier = refused(counter, code)
        counter.api.sent.clear()
        for confirmed in (False, True):
            counter.api.looks.append(look)
            with pytest.raises(HeldBack) as caught:
                press(counter, confirmed=confirmed)
            assert (caught.value.why, caught.value.attempt.reference) == (Held.UNSEEN, earlier.reference)
        assert not counter.api.sent

    def test_a_repeat_that_is_refused_for_a_condition_is_looked_up(self, counter: Counter) -> None:
        """After a repeat even a wrong code proves nothing by itself."""
        refused(counter, 403)
        counter.api.redeems.append(Refused(Call.REDEEM, 808))
        attempt = press(counter)
        assert (attempt.state, attempt.refusal) == (State.REFUSED, Refusal.FAILED)
        assert counter.api.calls == ["find_redemptions", "redeem", "find_redemptions"]

    def test_a_repeat_that_never_left_stays_unproved(self, counter: Counter) -> None:
        """The first request may have been carried out all the same."""
        refused(counter, 401)
        counter.api.redeems.append(NotSent(Unsent.CONNECT))
        attempt = press(counter)
        assert (attempt.state, attempt.is_unproved) == (State.NOT_SENT, True)

    def test_other_points_on_the_bill_are_asked_about(self, counter: Counter) -> None:
        """Only after a refusal that proves nothing; the cashier may go on."""
        earlier = refused(counter, 815)
        with pytest.raises(HeldBack) as caught:
            press(counter, make_draft(points="50"))
        assert (caught.value.why, caught.value.attempt) == (Held.OTHER_POINTS, earlier)
        counter.api.redeems.append(redeemed())
        assert press(counter, make_draft(points="50"), confirmed=True).state is State.REDEEMED

    @pytest.mark.parametrize("bill", ["B17", "B 17", "b/17", ""])
    def test_another_spelling_of_the_bill_is_asked_about(self, counter: Counter, bill: str) -> None:
        """With blanks, dashes or slashes, or without the bill the second time."""
        earlier = refused(counter, 815)
        with pytest.raises(HeldBack) as caught:
            press(counter, make_draft(bill))
        assert (caught.value.why, caught.value.attempt) == (Held.SIMILAR_BILL, earlier)

    @pytest.mark.parametrize("steps", [(Step.REDEEMED,), (Step.LOST,)])
    def test_another_spelling_of_a_redeemed_bill_is_asked_about(
        self, counter: Counter, steps: tuple[Step, ...]
    ) -> None:
        """The same person and points on a bill that is spelt almost the same."""
        earlier = counter.attempt_after(*steps)
        with pytest.raises(HeldBack) as caught:
            press(counter, make_draft("B17"))
        assert caught.value.attempt == earlier

    def test_another_person_with_a_similar_bill_is_not_asked_about(self, counter: Counter) -> None:
        """Bills 17 and 017 of two customers are two bills."""
        refused(counter, 815)
        counter.api.redeems.append(redeemed())
        assert press(counter, make_draft("B17", identifier=RAVI)).state is State.REDEEMED

    def test_an_old_try_with_another_spelling_is_not_asked_about(self, counter: Counter) -> None:
        """After a day it is another purchase."""
        refused(counter, 815)
        counter.clock.advance(2 * 86_400)
        counter.api.redeems.append(redeemed())
        assert press(counter, make_draft("B17")).state is State.REDEEMED

    @pytest.mark.parametrize("state", [State.REDEEMED, State.UNKNOWN])
    def test_settling_that_was_quicker_decides(self, counter: Counter, state: State) -> None:
        """It finds the attempt, or finds a look-alike, during the look-up of the press."""
        earlier = refused(counter, 401)

        def settled_first() -> object:
            now = counter.clock.now()
            if state is State.REDEEMED:
                counter.real.step(earlier.reference, Step.FOUND, at=now)
            else:
                counter.real.step(earlier.reference, Step.SUSPECTED, at=now, candidate=CANDIDATE)
            return NOTHING

        counter.api.looks.append(settled_first)
        counter.api.sent.clear()
        if state is State.REDEEMED:
            assert press(counter).reference == earlier.reference
        else:
            with pytest.raises(HeldBack) as caught:
                press(counter)
            assert (caught.value.why, caught.value.attempt.state) == (Held.UNSEEN, State.UNKNOWN)
        assert not counter.api.sent

    @pytest.mark.parametrize("when", ["during the look-up", "before it is sent"])
    def test_settling_that_was_quicker_asks_about_another_hand_over(self, counter: Counter, when: str) -> None:
        """Without a bill, the POS may have been told already that the earlier sale's redemption happened."""
        draft = make_draft("")
        counter.api.redeems.append(Refused(Call.REDEEM, 401, "Unauthorized"))
        earlier = counter.redeemer.redeem(draft, counter.code, hand_over="H1")

        def settled_first() -> object:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed())
            return NOTHING

        if when == "during the look-up":
            counter.api.looks.append(settled_first)
        else:
            counter.journal.before["step"] = lambda: counter.journal.before.update(step=settled_first)
        counter.api.sent.clear()
        with pytest.raises(HeldBack) as caught:
            counter.redeemer.redeem(draft, counter.code, hand_over="H2")
        assert (caught.value.why, caught.value.attempt.state) == (Held.SAME_BILL_REDEEMED, State.REDEEMED)
        assert not counter.api.sent
        # The cashier is asked once.
        counter.api.redeems.append(redeemed("8t4y2a"))
        another = counter.redeemer.redeem(draft, counter.code, hand_over="H2", confirmed=True)
        assert another.reference != earlier.reference

    @pytest.mark.parametrize("hand_over", ["H1", ""])
    def test_settling_that_was_quicker_gives_the_receipt_of_the_same_sale(
        self, counter: Counter, hand_over: str
    ) -> None:
        """No other customer of the POS is told of it."""
        draft = make_draft("")
        counter.api.redeems.append(Refused(Call.REDEEM, 401, "Unauthorized"))
        earlier = counter.redeemer.redeem(draft, counter.code, hand_over=hand_over)

        def settled_first() -> object:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed())
            return NOTHING

        counter.api.looks.append(settled_first)
        assert counter.redeemer.redeem(draft, counter.code, hand_over="H1").reference == earlier.reference

    def test_settling_that_found_it_after_the_look_up_decides(self, counter: Counter) -> None:
        """The look-up showed that it was absent, and it turned up right before it was sent again."""
        earlier = refused(counter, 401)
        counter.api.sent.clear()

        def then() -> None:
            counter.journal.before["step"] = lambda: counter.real.step(
                earlier.reference, Step.FOUND, at=counter.clock.now()
            )

        counter.journal.before["step"] = then
        assert press(counter).reference == earlier.reference
        assert not counter.api.sent


class TestMovedJournal:
    """The journal was copied to another machine, and has another identity there."""

    @pytest.mark.parametrize("steps", [(Step.NOT_SENT,), ABSENT])
    def test_it_sends_nothing_again(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """The cashier is asked, and the next redemption gets a reference of its own."""
        earlier = counter.attempt_after(*steps)
        foreign = replace(earlier, journal_id="another")
        counter.journal.instead["same_bill"] = (foreign,)
        with pytest.raises(HeldBack) as caught:
            press(counter)
        assert (caught.value.why, caught.value.attempt) == (Held.OTHER_MACHINE, foreign)
        counter.journal.instead["same_bill"] = (foreign,)
        counter.api.redeems.append(redeemed())
        assert press(counter, confirmed=True).reference != earlier.reference

    def test_a_failure_there_is_asked_about(self, counter: Counter) -> None:
        """A refusal that proves nothing may have moved the points, although it would not be sent again."""
        foreign = replace(refused(counter, 815), journal_id="another")
        assert foreign.is_unproved
        assert not foreign.is_resendable
        counter.journal.instead["same_bill"] = (foreign,)
        with pytest.raises(HeldBack) as caught:
            press(counter)
        assert (caught.value.why, caught.value.attempt) == (Held.OTHER_MACHINE, foreign)


class TestLookAlikes:
    """The service shows a redemption without a reference that could be the attempt."""

    def test_after_a_refusal_it_is_perhaps_redeemed(self, counter: Counter) -> None:
        """The attempt is unknown, and the row is kept with it."""
        counter.api.redeems.append(Refused(Call.REDEEM, 815))
        counter.api.looks.append(LOOK_ALIKE)
        attempt = press(counter)
        assert (attempt.state, attempt.candidate) == (State.UNKNOWN, CANDIDATE)
        assert attempt == counter.stored(attempt)

    def test_it_is_never_called_absent(self, counter: Counter) -> None:
        """However often and long it is looked up, until its reference turns up."""
        attempt = counter.attempt_after(Step.LOST)
        counter.api.sees = LOOK_ALIKE
        counter.settler.resume()
        for _ in range(6):
            progress = next_look(counter)
            assert progress is not None
            assert (progress.attempt.state, progress.attempt.candidate) == (State.UNKNOWN, CANDIDATE)
            assert progress.proves_in is None
            counter.clock.advance(300)
        assert counter.happened(attempt).count("suspected") == 1
        counter.api.sees = seen(attempt.reference)
        assert look_until_known(counter)[-1].attempt.state is State.REDEEMED

    def test_look_ups_before_it_no_longer_count(self, counter: Counter) -> None:
        """Two look-ups that showed nothing, and then one with a look-alike, do not prove absence the next time."""
        counter.attempt_after(Step.LOST)
        counter.settler.resume()
        for look in (NOTHING, NOTHING, LOOK_ALIKE):
            counter.api.looks.append(look)
            assert next_look(counter) is not None
        counter.clock.advance(300)
        progress = next_look(counter)
        assert progress is not None
        assert progress.attempt.state is State.UNKNOWN

    @pytest.mark.parametrize("steps", [ABSENT, (Step.REFUSED,)])
    def test_a_recheck_that_shows_one_makes_it_unknown_again(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """From then on the window counts it as unknown, and the bill is held."""
        attempt = counter.attempt_after(*steps, refusal=Refusal.FAILED)
        counter.settler.watch(attempt)
        counter.api.sees = LOOK_ALIKE
        counter.clock.advance(LOOK_AGAIN_AFTER)
        progress = counter.settler.look_once()
        assert progress is not None
        assert progress.attempt.state is State.UNKNOWN
        assert [one.attempt.reference for one in counter.settler.unknown()] == [attempt.reference]
        with pytest.raises(HeldBack) as caught:
            press(counter)
        assert caught.value.why is Held.SAME_BILL

    def test_before_the_next_press_it_holds_it_back(self, counter: Counter) -> None:
        """Nothing is sent, and the attempt is unknown again."""
        earlier = refused(counter, 401)
        counter.api.sent.clear()
        counter.api.looks.append(LOOK_ALIKE)
        with pytest.raises(HeldBack) as caught:
            press(counter)
        assert (caught.value.why, caught.value.attempt.state) == (Held.UNSEEN, State.UNKNOWN)
        assert counter.stored(earlier).candidate == CANDIDATE
        assert not counter.api.sent

    def test_another_attempt_s_redemption_is_no_look_alike(self, counter: Counter) -> None:
        """The journal knows whose it is, by the redemption id of its answer."""
        counter.api.redeems.append(redeemed("odd1"))
        press(counter, make_draft("B-16"))
        counter.attempt_after(Step.LOST)
        counter.api.sees = RedemptionsSeen(candidates=(replace(ROW, bill=""),))
        counter.settler.resume()
        assert look_until_known(counter)[-1].attempt.state is State.NOT_APPLIED

    def test_an_id_that_is_used_again_does_not_hide_a_redemption(self, counter: Counter) -> None:
        """The service redeems, says that it failed, and shows it with the id of last month's redemption.

        Taken for absent, the next press would send it again with a new reference, and the points would move twice.
        """
        counter.api.redeems.extend([redeemed("odd1"), Refused(Call.REDEEM, 815)])
        press(counter, make_draft("B-16"))
        counter.clock.advance(30 * 24 * 3600)
        counter.api.sees = RedemptionsSeen(candidates=(replace(ROW, time="2026-12-22 12:00:05"),))
        assert press(counter).state is State.UNKNOWN
        counter.api.sent.clear()
        with pytest.raises(HeldBack):
            press(counter)
        assert not counter.api.sent

    def test_a_clock_that_was_ahead_does_not_make_a_redemption_older_a_day_later(self, counter: Counter) -> None:
        """It was set back minutes after the redemption. The list says the true time of it, and the till's is wrong.

        Taken for absent, the next press would send it again with a new reference, and the points would move twice.
        """

        def list_by_time() -> RedemptionsSeen:
            begun = counter.api.begun[-1]
            is_older = begun <= counter.clock.now() and begun - done_at > timedelta(hours=14)
            return NOTHING if is_older else LOOK_ALIKE

        done_at = counter.clock.now()
        counter.clock.set_wall(timedelta(days=1))
        counter.api.redeems.append(Refused(Call.REDEEM, 815))
        counter.api.looks.append(CUT_SHORT)
        attempt = press(counter)
        assert attempt.state is State.UNKNOWN
        counter.clock.set_wall(timedelta(days=-1))
        counter.api.sees = list_by_time
        counter.settler.watch(attempt)
        next_look(counter)
        assert counter.stored(attempt).candidate == CANDIDATE
        counter.clock.advance(25 * 3600)
        for _ in range(6):
            next_look(counter)
            counter.clock.advance(600)
            assert counter.stored(attempt).state is State.UNKNOWN
        with pytest.raises(HeldBack):
            press(counter)

    @pytest.mark.parametrize("row", [replace(ROW, redemption_id=""), replace(ROW, redemption_id="odd2")])
    def test_a_row_of_no_other_attempt_is_a_look_alike(self, counter: Counter, row: Found) -> None:
        """Without an id, or with one that only begins like another's."""
        counter.api.redeems.append(redeemed("odd21"))
        press(counter, make_draft("B-16"))
        counter.attempt_after(Step.LOST)
        counter.api.sees = RedemptionsSeen(candidates=(row,))
        counter.settler.resume()
        progress = next_look(counter)
        assert progress is not None
        assert progress.attempt.candidate is not None

    def test_one_that_cannot_be_recorded_leaves_the_attempt_unknown(
        self, counter: Counter, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The attempt is recorded as unknown by then, and settling looks it up again."""
        counter.api.redeems.append(Refused(Call.REDEEM, 815))

        def full_from_now_on() -> object:
            counter.journal.fails_after["step"] = 1
            return LOOK_ALIKE

        counter.api.looks.append(full_from_now_on)
        attempt = press(counter)
        assert (attempt.state, attempt.candidate) == (State.UNKNOWN, None)
        assert "perhaps redeemed" in caplog.text

    def test_one_that_was_found_meanwhile_is_redeemed(self, counter: Counter) -> None:
        """Settling found it between the two records."""
        counter.api.redeems.append(Refused(Call.REDEEM, 815))
        counter.api.looks.append(LOOK_ALIKE)

        def found_between() -> None:
            reference = counter.api.sent[0][0]
            counter.journal.before["step"] = lambda: counter.real.step(reference, Step.FOUND, at=counter.clock.now())

        counter.journal.before["step"] = found_between
        assert press(counter).state is State.REDEEMED


def test_a_recheck_of_a_refusal_finds_what_was_done(counter: Counter) -> None:
    """After 15 minutes and at the next start, like everything that is recorded as not redeemed without proof."""
    attempt = refused(counter, 815)
    counter.settler.watch(attempt)
    assert counter.settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)
    counter.api.sees = seen(attempt.reference)
    progress = next_look(counter)
    assert progress is not None
    assert (progress.attempt.state, progress.attempt.settled_late) == (State.REDEEMED, True)


def test_a_start_rechecks_refusals(counter: Counter) -> None:
    """They are looked up beside unknown attempts, and are not counted as unknown."""
    attempt = refused(counter, 401)
    assert counter.settler.resume() == ()
    assert counter.settler.look_once() is None
    assert counter.api.asked == [(ASHA, attempt.reference)]


def test_an_item_that_failed_is_never_sent_again_with_its_reference(counter: Counter) -> None:
    """Not even after look-ups that could not see it at first have proved that it did not happen."""
    counter.api.redeems.append(Refused(Call.REDEEM, 815))
    counter.api.looks.append(CUT_SHORT)
    failed = press(counter)
    assert (failed.state, failed.refusal) == (State.UNKNOWN, Refusal.FAILED)
    counter.settler.watch(failed)
    settled = look_until_known(counter)[-1].attempt
    assert (settled.state, settled.is_resendable) == (State.NOT_APPLIED, False)
    counter.api.redeems.append(redeemed())
    again = press(counter)
    assert (again.state, again.reference == failed.reference) == (State.REDEEMED, False)
