"""Tests of what holds a redemption back, what is asked first, and which earlier attempt goes on."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Held, HeldBack
from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import State, Step
from tests.flow.fakes import ABSENT, ASHA, NOTHING, RAVI, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Draft
    from tests.flow.fakes import Counter

BY_CARD = Identifier(IdentifierKind.CARD, "C-4711")


def held(counter: Counter, draft: Draft, *, confirmed: bool = False) -> tuple[Held, Attempt]:
    """What holds a draft back; nothing has been sent then."""
    with pytest.raises(HeldBack) as caught:
        counter.redeemer.redeem(draft, counter.code, confirmed=confirmed)
    assert not counter.api.sent
    return caught.value.why, caught.value.attempt


class TestBillNotKnown:
    """While it is not known what became of a bill, it is not redeemed again, whoever wants to."""

    @pytest.mark.parametrize("steps", [(), (Step.LOST,)])
    @pytest.mark.parametrize(
        "draft", [make_draft(), make_draft(points="3"), make_draft(identifier=RAVI), make_draft(" b-17 ")]
    )
    @pytest.mark.parametrize("confirmed", [False, True])
    def test_the_bill_is_held(self, counter: Counter, steps: tuple[Step, ...], draft: Draft, confirmed: bool) -> None:
        """Other points, another member, another spelling or a cashier who goes on: it is the same slip of paper."""
        earlier = counter.attempt_after(*steps)
        assert held(counter, draft, confirmed=confirmed) == (Held.SAME_BILL, earlier)

    def test_an_older_unknown_one_is_said_before_a_newer_one_is_asked_about(self, counter: Counter) -> None:
        """A question that cannot help is not asked."""
        unknown = counter.attempt_after(Step.LOST)
        counter.attempt_after(Step.REDEEMED)
        assert held(counter, make_draft()) == (Held.SAME_BILL, unknown)

    def test_a_code_is_not_sent_in_vain_either(self, counter: Counter) -> None:
        """The same holds before the member gets a code."""
        earlier = counter.attempt_after(Step.LOST)
        with pytest.raises(HeldBack) as caught:
            counter.redeemer.hold_back(make_draft(), confirmed=False)
        assert (caught.value.why, caught.value.attempt) == (Held.SAME_BILL, earlier)

    @pytest.mark.parametrize("steps", [(Step.REFUSED,), (Step.NOT_SENT,), ABSENT, (Step.REDEEMED, Step.REVERSED)])
    def test_what_is_known_not_to_stand_does_not_hold(self, counter: Counter, steps: tuple[Step, ...]) -> None:
        """Refused, not sent, not applied and given back: the cashier may try again without a question."""
        counter.attempt_after(*steps)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REDEEMED


class TestBillRedeemed:
    """A bill that was redeemed for the same points is asked about before they are taken a second time."""

    @pytest.mark.parametrize("draft", [make_draft(), make_draft("b-17 "), make_draft(identifier=BY_CARD)])
    def test_it_is_asked_first(self, counter: Counter, draft: Draft) -> None:
        """However the bill is spelled, and whether the member is named by number or by card."""
        earlier = counter.attempt_after(Step.REDEEMED)
        assert held(counter, draft) == (Held.SAME_BILL_REDEEMED, earlier)
        counter.api.redeems.append(redeemed())
        again = counter.redeemer.redeem(draft, counter.code, confirmed=True)
        assert (again.state, again.reference == earlier.reference) == (State.REDEEMED, False)

    def test_each_redemption_of_a_bill_is_asked_about_with_the_sum_so_far(self, counter: Counter) -> None:
        """A bill may be paid in parts, by one member or several, and the cashier sees what was taken so far."""
        for draft, so_far, count in (
            (make_draft(points="3"), "100", 1),
            (make_draft(points="2.5", identifier=RAVI), "103", 2),
            (make_draft(points="7"), "105.5", 3),
        ):
            if count == 1:
                counter.api.redeems.append(redeemed())
                counter.redeemer.redeem(make_draft(), counter.code)
            with pytest.raises(HeldBack) as caught:
                counter.redeemer.redeem(draft, counter.code)
            assert (caught.value.why, caught.value.so_far, caught.value.count) == (
                Held.SAME_BILL_REDEEMED,
                Decimal(so_far),
                count,
            )
            counter.api.redeems.append(redeemed(f"r{count}", points=draft.points.wire))
            assert counter.redeemer.redeem(draft, counter.code, confirmed=True).state is State.REDEEMED

    def test_yesterday_s_bill_of_another_member_is_not_asked_about(self, counter: Counter) -> None:
        """Shops that count anew every morning have a bill 17 every day; the same member's is asked about even so."""
        earlier = counter.attempt_after(Step.REDEEMED)
        counter.clock.advance(86_400)
        assert held(counter, make_draft()) == (Held.SAME_BILL_REDEEMED, earlier)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(identifier=RAVI), counter.code).state is State.REDEEMED


class TestMemberNotKnown:
    """Another redemption of a member of whom one is not known yet is asked about."""

    @pytest.mark.parametrize(
        "identifier", [ASHA, Identifier(IdentifierKind.MOBILE, "+919777788221"), Identifier(ASHA.kind, "9777788221")]
    )
    def test_it_is_asked_first(self, counter: Counter, identifier: Identifier) -> None:
        """Whichever form of the number the settings send; the cashier may go on with another purchase."""
        earlier = counter.attempt_after(Step.LOST)
        other = make_draft("B-18", identifier=identifier)
        assert held(counter, other) == (Held.SAME_MEMBER, earlier)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(other, counter.code, confirmed=True).reference != earlier.reference

    def test_another_member_is_not_asked_about(self, counter: Counter) -> None:
        """Only who it concerns is bothered."""
        counter.attempt_after(Step.LOST)
        counter.api.redeems.append(redeemed())
        other = make_draft("B-18", identifier=RAVI)
        assert counter.redeemer.redeem(other, counter.code).state is State.REDEEMED

    def test_several_are_one_question(self, counter: Counter) -> None:
        """The newest is named, and the answer is for all that stood there then."""
        counter.attempt_after(Step.LOST, draft=make_draft("B-1"))
        newest = counter.attempt_after(Step.LOST, draft=make_draft("B-2"))
        assert held(counter, make_draft("B-18")) == (Held.SAME_MEMBER, newest)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft("B-18"), counter.code, confirmed=True).state is State.REDEEMED


class TestGoingOn:
    """A cashier who goes on answers what was asked, and nothing else."""

    def test_what_was_never_asked_is_asked(self, counter: Counter) -> None:
        """A press that says that it was confirmed, at a till that has asked nothing, is asked."""
        earlier = counter.attempt_after(Step.LOST)
        assert held(counter, make_draft("B-18"), confirmed=True) == (Held.SAME_MEMBER, earlier)

    def test_a_press_is_not_confirmed_unless_it_says_so(self, counter: Counter) -> None:
        """Pressing twice is no answer."""
        counter.attempt_after(Step.LOST)
        for _ in range(2):
            with pytest.raises(HeldBack):
                counter.redeemer.redeem(make_draft("B-18"), counter.code)

    def test_every_question_is_asked_by_itself(self, counter: Counter) -> None:
        """Going on past a redeemed bill says nothing about a member's unknown one."""
        bill = counter.attempt_after(Step.REDEEMED)
        member = counter.attempt_after(Step.LOST, draft=make_draft("B-18"))
        assert held(counter, make_draft()) == (Held.SAME_BILL_REDEEMED, bill)
        assert held(counter, make_draft(), confirmed=True) == (Held.SAME_MEMBER, member)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(), counter.code, confirmed=True).state is State.REDEEMED

    def test_the_answer_is_not_kept_for_the_next_customer(self, counter: Counter) -> None:
        """Without going on, the same question is asked every time."""
        earlier = counter.attempt_after(Step.LOST)
        for _ in range(2):
            assert held(counter, make_draft("B-18")) == (Held.SAME_MEMBER, earlier)

    def test_an_answer_is_given_to_the_question_at_hand(self, counter: Counter) -> None:
        """A question that was turned down for one customer is not answered by going on with the next."""
        bill = counter.attempt_after(Step.REDEEMED)
        assert held(counter, make_draft()) == (Held.SAME_BILL_REDEEMED, bill)
        unknown = counter.attempt_after(Step.LOST, draft=make_draft("B-2", identifier=RAVI))
        assert held(counter, make_draft("B-3", identifier=RAVI)) == (Held.SAME_MEMBER, unknown)
        assert held(counter, make_draft(), confirmed=True) == (Held.SAME_BILL_REDEEMED, bill)

    def test_what_turned_up_since_is_asked_about(self, counter: Counter) -> None:
        """The cashier went on past another bill; this one was lost, taken for absent, and then turned up after all.

        Going on once for a customer does not take the points of a bill a second time.
        """
        counter.attempt_after(Step.LOST, draft=make_draft("B-1"))
        held(counter, make_draft())
        counter.api.redeems.append(counter.lost)
        attempt = counter.redeemer.redeem(make_draft(), counter.code, confirmed=True)
        for step in (Step.ABSENT, Step.FOUND):
            attempt = counter.real.step(attempt.reference, step, at=counter.clock.now())
        counter.api.sent.clear()
        assert held(counter, make_draft(), confirmed=True) == (Held.SAME_BILL_REDEEMED, attempt)

    def test_what_became_unknown_since_is_asked_about(self, counter: Counter) -> None:
        """A second unknown one of the member is news, and it is the one that is named."""
        counter.attempt_after(Step.LOST, draft=make_draft("B-1"))
        held(counter, make_draft())
        older = counter.attempt_after(Step.LOST, draft=make_draft("B-2"))
        assert held(counter, make_draft(), confirmed=True) == (Held.SAME_MEMBER, older)


class TestWhichIsGoneOnWith:
    """The same redemption goes on under its reference; anything else gets one of its own."""

    @pytest.mark.parametrize("bill", ["B-17", ""])
    @pytest.mark.parametrize("steps", [(Step.NOT_SENT,), ABSENT])
    def test_the_same_redemption(self, counter: Counter, bill: str, steps: tuple[Step, ...]) -> None:
        """With a bill and without one."""
        earlier = counter.attempt_after(*steps, draft=make_draft(bill))
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(bill), counter.code).reference == earlier.reference

    @pytest.mark.parametrize("bill", ["B-17", ""])
    @pytest.mark.parametrize(
        "change",
        [
            {"points": "3"},
            {"identifier": RAVI},
            {"program_id": "973"},
            {"group": GroupChoice(id="11")},
            {"bill": "B-18"},
        ],
    )
    def test_another_redemption(self, counter: Counter, bill: str, change: dict[str, object]) -> None:
        """What would move other points must not pass for the first."""
        earlier = counter.attempt_after(*ABSENT, draft=make_draft(bill))
        counter.api.redeems.append(redeemed())
        draft = make_draft(**({"bill": bill} | change))  # type: ignore[arg-type]  # a test names what it changes
        if bill and "bill" not in change:
            assert held(counter, draft) == (Held.OTHER_POINTS, earlier)
        elif "bill" in change and not bill:
            assert held(counter, draft) == (Held.SIMILAR_BILL, earlier)
        attempt = counter.redeemer.redeem(draft, counter.code, confirmed=True)
        assert attempt.reference != earlier.reference
        assert not attempt.doubtful

    def test_the_same_bill_in_another_spelling_is_sent_as_it_was(self, counter: Counter) -> None:
        """A bill typed with a small letter the second time cannot count a second time."""
        earlier = counter.attempt_after(*ABSENT)
        counter.api.redeems.append(redeemed())
        attempt = counter.redeemer.redeem(make_draft("b-17 ", notes="again"), counter.code)
        assert (attempt.reference, attempt.draft.bill) == (earlier.reference, "B-17")
        assert [(one.bill, one.notes) for _, one, _ in counter.api.sent] == [("B-17", "again")]

    def test_the_newest_is_gone_on_with(self, counter: Counter) -> None:
        """Where the cashier went on to a second redemption of the same bill, that one is at hand."""
        counter.attempt_after(Step.NOT_SENT)
        newest = counter.attempt_after(*ABSENT)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(), counter.code).reference == newest.reference

    def test_a_bill_of_spaces_is_none(self, counter: Counter) -> None:
        """What a scanner leaves behind does not make two customers' bills one."""
        counter.attempt_after(*ABSENT, draft=make_draft("  "))
        counter.attempt_after(Step.LOST, draft=make_draft("  ", identifier=RAVI))
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft("  "), counter.code).sends == 2

    def test_settling_cannot_come_between(self, counter: Counter) -> None:
        """One that turns up after the bill was read is the answer itself: no second reference, nothing sent."""
        earlier = counter.attempt_after(*ABSENT)

        def turns_up() -> None:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now())

        counter.journal.before["same_member"] = turns_up
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)
        assert not counter.api.sent


class TestWithoutBill:
    """Where the shop gives no bill numbers, member and points are all there is to go by."""

    def test_an_unknown_one_is_asked_about(self, counter: Counter) -> None:
        """There is no bill to hold, so the cashier says whether it is another purchase."""
        earlier = counter.attempt_after(Step.LOST, draft=make_draft(""))
        assert held(counter, make_draft("")) == (Held.SAME_MEMBER, earlier)
        counter.api.redeems.append(redeemed())
        again = counter.redeemer.redeem(make_draft(""), counter.code, confirmed=True)
        assert (again.state, again.reference == earlier.reference) == (State.REDEEMED, False)

    @pytest.mark.parametrize("steps", [(Step.LOST, Step.FOUND), (*ABSENT, Step.FOUND)])
    @pytest.mark.parametrize("identifier", [ASHA, Identifier(IdentifierKind.MOBILE, "+919777788221")])
    def test_one_that_was_found_behind_the_cashier_s_back_is_asked_about(
        self, counter: Counter, steps: tuple[Step, ...], identifier: Identifier
    ) -> None:
        """The receipt may have appeared while the next customer was served: the second press may be a retry."""
        draft = make_draft("", identifier=identifier)
        earlier = counter.attempt_after(*steps, draft=draft)
        assert held(counter, draft) == (Held.SAME_BILL_REDEEMED, earlier)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(draft, counter.code, confirmed=True).state is State.REDEEMED

    @pytest.mark.parametrize(
        "earlier",
        [
            (Step.LOST, Step.FOUND, Step.REVERSED),
            (Step.REFUSED,),
        ],
    )
    def test_what_took_no_points_is_not_asked_about(self, counter: Counter, earlier: tuple[Step, ...]) -> None:
        """What was given back is gone, and what was refused never happened."""
        counter.attempt_after(*earlier, draft=make_draft(""))
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(""), counter.code).state is State.REDEEMED

    @pytest.mark.parametrize(
        "other", [make_draft("", identifier=RAVI), make_draft("B-1", "3"), make_draft("", program_id="973", points="3")]
    )
    def test_another_redemption_is_not_asked_about(self, counter: Counter, other: Draft) -> None:
        """Another member's, or other points that were taken in front of the cashier."""
        counter.attempt_after(Step.REDEEMED, draft=other)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(""), counter.code).state is State.REDEEMED

    @pytest.mark.parametrize(
        ("earlier", "draft", "why"),
        [
            (make_draft(""), make_draft(""), Held.SAME_BILL_REDEEMED),
            (make_draft("B-1"), make_draft(""), Held.SIMILAR_BILL),
            (make_draft(""), make_draft("B-1"), Held.SIMILAR_BILL),
        ],
    )
    def test_the_same_points_of_the_same_day_are_asked_about(
        self, counter: Counter, earlier: Draft, draft: Draft, why: Held
    ) -> None:
        """Without a bill the day decides; a clock that somebody sets forward meanwhile hides nothing."""
        redeemer = counter.of("Ravi")
        taken = counter.attempt_after(Step.REDEEMED, draft=earlier)
        for jump in (timedelta(), timedelta(days=400)):
            counter.clock.set_wall(jump)
            with pytest.raises(HeldBack) as caught:
                redeemer.redeem(draft, counter.code)
            assert (caught.value.why, caught.value.attempt) == (why, taken)

    def test_other_points_after_one_that_was_found_are_asked_about(self, counter: Counter) -> None:
        """The receipt may have appeared behind the cashier's back: the press may repeat it with other points."""
        earlier = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft("", "3"))
        assert held(counter, make_draft("")) == (Held.OTHER_POINTS, earlier)

    def test_after_two_days_it_is_another_purchase(self, counter: Counter) -> None:
        """Midnight is no bound, the day after tomorrow is."""
        earlier = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft(""))
        counter.clock.advance(86_400)
        assert held(counter, make_draft("")) == (Held.SAME_BILL_REDEEMED, earlier)
        counter.clock.advance(86_400)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(""), counter.code).state is State.REDEEMED

    @pytest.mark.parametrize("method", ["not_redeemed", "recent"])
    def test_settling_cannot_come_between(self, counter: Counter, method: str) -> None:
        """One that turns up between two readings is asked about, or is the answer itself: nothing is sent."""
        earlier = counter.attempt_after(*ABSENT, draft=make_draft(""))

        def turns_up() -> None:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now())

        counter.journal.before[method] = turns_up
        assert held(counter, make_draft(""))[0] is Held.SAME_BILL_REDEEMED

    def test_settling_cannot_come_after(self, counter: Counter) -> None:
        """One that turns up after the last reading is not sent again."""
        earlier = counter.attempt_after(*ABSENT, draft=make_draft(""))

        def turns_up() -> None:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now())

        counter.journal.before["step"] = turns_up
        attempt = counter.redeemer.redeem(make_draft(""), counter.code)
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)
        assert not counter.api.sent


def test_a_clock_that_was_set_back_does_not_hide_what_was_found(counter: Counter) -> None:
    """The search for what the cashier may not have seen reaches into the future of a clock that was wrong."""
    earlier = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft(""))
    counter.clock.set_wall(timedelta(days=-30))
    assert held(counter, make_draft("")) == (Held.SAME_BILL_REDEEMED, earlier)


def test_a_late_one_is_found_again_after_a_second_reference(counter: Counter) -> None:
    """A bill of which half was lost and half redeemed: both are what they are, by their own references."""
    first = counter.attempt_after(*ABSENT)
    counter.api.redeems.append(redeemed("second"))
    assert held(counter, make_draft(points="50")) == (Held.OTHER_POINTS, first)
    second = counter.redeemer.redeem(make_draft(points="50"), counter.code, confirmed=True)
    counter.api.looks.extend([seen(first.reference), NOTHING])
    counter.settler.resume()
    progress = counter.settler.look_once()
    assert progress is not None
    assert (progress.attempt.reference, progress.attempt.settled_late) == (first.reference, True)
    assert counter.stored(second).redeemed == redeemed("second", points="100")
    assert Decimal(50) == second.draft.points.value
