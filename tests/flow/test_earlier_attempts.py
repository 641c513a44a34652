"""Tests what holds a redemption back, what is asked first, and which earlier attempt is continued."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, Held, HeldBack, Refused
from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Refusal, State, Step
from tests.flow.fakes import ABSENT, ASHA, NOTHING, RAVI, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Draft
    from tests.flow.fakes import Counter

BY_CARD = Identifier(IdentifierKind.CARD, "C-4711")


def held(counter: Counter, draft: Draft, *, confirmed: bool = False) -> tuple[Held, Attempt]:
    """Returns what holds a draft back. Nothing has been sent then."""
    with pytest.raises(HeldBack) as caught:
        counter.redeemer.redeem(draft, counter.code, confirmed=confirmed)
    assert not counter.api.sent
    return caught.value.why, caught.value.attempt


class TestBillNotKnown:
    """A bill whose outcome is not known is not redeemed again."""

    @pytest.mark.parametrize("steps", [(), (Step.LOST,)])
    @pytest.mark.parametrize(
        "draft", [make_draft(), make_draft(points="3"), make_draft(identifier=RAVI), make_draft(" b-17 ")]
    )
    @pytest.mark.parametrize("confirmed", [False, True])
    def test_the_bill_is_held(self, counter: Counter, steps: tuple[Step, ...], draft: Draft, confirmed: bool) -> None:
        """Neither other points, nor another member or spelling, nor a cashier who goes on frees the bill."""
        earlier = counter.attempt_after(*steps)
        assert held(counter, draft, confirmed=confirmed) == (Held.SAME_BILL, earlier)

    def test_an_unknown_attempt_holds_the_bill_before_a_newer_one_is_asked_about(self, counter: Counter) -> None:
        """A question that cannot help is not asked."""
        unknown = counter.attempt_after(Step.LOST)
        counter.attempt_after(Step.REDEEMED)
        assert held(counter, make_draft()) == (Held.SAME_BILL, unknown)

    def test_no_code_is_sent_either(self, counter: Counter) -> None:
        """The same holds before the member gets a code."""
        earlier = counter.attempt_after(Step.LOST)
        with pytest.raises(HeldBack) as caught:
            counter.redeemer.hold_back(make_draft(), confirmed=False)
        assert (caught.value.why, caught.value.attempt) == (Held.SAME_BILL, earlier)

    @pytest.mark.parametrize("steps", [(Step.REFUSED,), (Step.NOT_SENT,), ABSENT, (Step.REDEEMED, Step.REVERSED)])
    def test_an_attempt_that_took_no_points_does_not_hold_the_bill(
        self, counter: Counter, steps: tuple[Step, ...]
    ) -> None:
        """Refused, not sent, not applied and reversed: the cashier may try again without a question."""
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

    def test_the_sum_so_far_is_what_the_service_took(self, counter: Counter) -> None:
        """It may have taken other points than the cashier asked for."""
        counter.api.redeems.append(redeemed(points="40"))
        counter.redeemer.redeem(make_draft(), counter.code)
        with pytest.raises(HeldBack) as caught:
            counter.redeemer.redeem(make_draft(points="7"), counter.code)
        assert (caught.value.why, caught.value.so_far) == (Held.SAME_BILL_REDEEMED, Decimal(40))

    def test_a_bill_after_midnight_is_asked_about(self, counter: Counter) -> None:
        """A shop that closes late goes on with the bills of the day before."""
        earlier = counter.attempt_after(Step.REDEEMED)
        counter.clock.advance(23 * 3600)
        assert counter.clock.now().date() != earlier.at.date()
        assert held(counter, make_draft(points="7", identifier=RAVI)) == (Held.SAME_BILL_REDEEMED, earlier)

    @pytest.mark.parametrize("days", [3, -3])
    def test_a_clock_that_is_set_meanwhile_hides_no_other_points(self, counter: Counter, days: int) -> None:
        """Other points on the bill are asked about, however far the clock is set while the program runs."""
        redeemer = counter.of("Ravi")
        earlier = counter.attempt_after(Step.REDEEMED)
        counter.clock.set_wall(timedelta(days=days))
        with pytest.raises(HeldBack) as caught:
            redeemer.redeem(make_draft(points="7"), counter.code)
        assert (caught.value.why, caught.value.attempt) == (Held.SAME_BILL_REDEEMED, earlier)

    def test_yesterday_s_bill_of_another_member_is_not_asked_about(self, counter: Counter) -> None:
        """Some shops have a bill 17 every day, so only the same redemption of another day's bill is asked about."""
        earlier = counter.attempt_after(Step.REDEEMED)
        counter.clock.advance(86_400)
        with pytest.raises(HeldBack) as caught:
            counter.redeemer.redeem(make_draft(), counter.code)
        assert (caught.value.why, caught.value.attempt) == (Held.SAME_BILL_REDEEMED, earlier)
        assert caught.value.so_far == Decimal(100)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(identifier=RAVI), counter.code).state is State.REDEEMED

    def test_a_similar_bill_is_asked_about_from_the_morning_before(self, counter: Counter) -> None:
        """As without a bill: the whole day before counts, and what is older is another purchase."""
        earlier = counter.attempt_after(Step.REDEEMED)
        counter.clock.advance(27 * 3600)
        assert held(counter, make_draft("B17")) == (Held.SIMILAR_BILL, earlier)
        counter.clock.advance(86_400)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft("B17"), counter.code).state is State.REDEEMED


class TestMemberNotKnown:
    """Another redemption of a member with an unknown attempt is asked about."""

    @pytest.mark.parametrize(
        "identifier", [ASHA, Identifier(IdentifierKind.MOBILE, "+919777788221"), Identifier(ASHA.kind, "9777788221")]
    )
    def test_it_is_asked_first(self, counter: Counter, identifier: Identifier) -> None:
        """The form of the number does not matter. The cashier may go on with another purchase."""
        earlier = counter.attempt_after(Step.LOST)
        other = make_draft("B-18", identifier=identifier)
        assert held(counter, other) == (Held.SAME_MEMBER, earlier)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(other, counter.code, confirmed=True).reference != earlier.reference

    def test_another_member_is_not_asked_about(self, counter: Counter) -> None:
        """Only the member whose attempt is unknown is asked about."""
        counter.attempt_after(Step.LOST)
        counter.api.redeems.append(redeemed())
        other = make_draft("B-18", identifier=RAVI)
        assert counter.redeemer.redeem(other, counter.code).state is State.REDEEMED

    def test_several_are_one_question(self, counter: Counter) -> None:
        """The newest is named, and the answer counts for all that were unknown then."""
        counter.attempt_after(Step.LOST, draft=make_draft("B-1"))
        newest = counter.attempt_after(Step.LOST, draft=make_draft("B-2"))
        assert held(counter, make_draft("B-18")) == (Held.SAME_MEMBER, newest)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft("B-18"), counter.code, confirmed=True).state is State.REDEEMED


class TestGoingOn:
    """A cashier who goes on answers what was asked, and nothing else."""

    def test_what_was_never_asked_is_asked(self, counter: Counter) -> None:
        """A press that says it was confirmed is asked if the till has asked nothing."""
        earlier = counter.attempt_after(Step.LOST)
        assert held(counter, make_draft("B-18"), confirmed=True) == (Held.SAME_MEMBER, earlier)

    def test_a_press_is_not_confirmed_unless_it_says_so(self, counter: Counter) -> None:
        """Pressing twice does not answer the question."""
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
        """Unless the cashier goes on, the same question is asked every time."""
        earlier = counter.attempt_after(Step.LOST)
        for _ in range(2):
            assert held(counter, make_draft("B-18")) == (Held.SAME_MEMBER, earlier)

    def test_an_answer_counts_only_for_the_question_that_was_asked(self, counter: Counter) -> None:
        """If a question was declined for one customer, going on with the next one does not answer it."""
        bill = counter.attempt_after(Step.REDEEMED)
        assert held(counter, make_draft()) == (Held.SAME_BILL_REDEEMED, bill)
        unknown = counter.attempt_after(Step.LOST, draft=make_draft("B-2", identifier=RAVI))
        assert held(counter, make_draft("B-3", identifier=RAVI)) == (Held.SAME_MEMBER, unknown)
        assert held(counter, make_draft(), confirmed=True) == (Held.SAME_BILL_REDEEMED, bill)

    def test_an_unknown_one_on_a_similar_bill_is_asked_about_by_its_bill_too(self, counter: Counter) -> None:
        """That the member's outcome is unknown does not say that it may be this very bill."""
        earlier = counter.attempt_after(Step.LOST)
        similar = make_draft("B17")
        assert held(counter, similar) == (Held.SAME_MEMBER, earlier)
        assert held(counter, similar, confirmed=True) == (Held.SIMILAR_BILL, earlier)

    def test_what_turned_up_since_is_asked_about(self, counter: Counter) -> None:
        """The cashier went on past another bill.

        This one was lost, recorded as not redeemed, and then turned up after all.

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
        """A second unknown attempt of the member is asked about, and is the one that is named."""
        counter.attempt_after(Step.LOST, draft=make_draft("B-1"))
        held(counter, make_draft())
        older = counter.attempt_after(Step.LOST, draft=make_draft("B-2"))
        assert held(counter, make_draft(), confirmed=True) == (Held.SAME_MEMBER, older)


class TestWhichIsContinued:
    """The same redemption continues with its reference. Anything else gets one of its own."""

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
        """A redemption of other points, or another bill, does not continue the first one."""
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

    @pytest.mark.parametrize("bill", ["B-17", ""])
    def test_the_same_group_whatever_it_is_called(self, counter: Counter, bill: str) -> None:
        """Entered by hand it has no name, and an organisation may change the one that the service shows."""
        earlier = counter.attempt_after(*ABSENT, draft=make_draft(bill, group=GroupChoice(id="11")))
        counter.api.redeems.append(redeemed())
        named = make_draft(bill, group=GroupChoice(id="11", name="The Raos"))
        assert counter.redeemer.redeem(named, counter.code).reference == earlier.reference
        group = counter.stored(earlier).draft.group
        assert group is not None
        assert (group.id, group.name) == ("11", "The Raos")

    def test_the_same_bill_in_another_spelling_is_sent_as_it_was(self, counter: Counter) -> None:
        """A bill typed in lower case the second time cannot count a second time."""
        earlier = counter.attempt_after(*ABSENT)
        counter.api.redeems.append(redeemed())
        attempt = counter.redeemer.redeem(make_draft("b-17 ", notes="again"), counter.code)
        assert (attempt.reference, attempt.draft.bill) == (earlier.reference, "B-17")
        assert [(one.bill, one.notes) for _, one, _ in counter.api.sent] == [("B-17", "again")]

    def test_the_newest_is_continued(self, counter: Counter) -> None:
        """If the cashier went on to a second redemption of the same bill, that one is continued."""
        counter.attempt_after(Step.NOT_SENT)
        newest = counter.attempt_after(*ABSENT)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(), counter.code).reference == newest.reference

    def test_a_bill_of_spaces_is_none(self, counter: Counter) -> None:
        """Blanks that a scanner leaves behind do not make two customers' bills one."""
        counter.attempt_after(*ABSENT, draft=make_draft("  "))
        counter.attempt_after(Step.LOST, draft=make_draft("  ", identifier=RAVI))
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft("  "), counter.code).sends == 2

    def test_settling_cannot_come_between(self, counter: Counter) -> None:
        """If the attempt turns up after the bill was read, it is the answer: no second reference, nothing sent."""
        earlier = counter.attempt_after(*ABSENT)

        def turns_up() -> None:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now())

        counter.journal.before["same_member"] = turns_up
        attempt = counter.redeemer.redeem(make_draft(), counter.code)
        assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)
        assert not counter.api.sent


class TestWithoutBill:
    """If the shop gives no bill numbers, member and points decide."""

    def test_an_unknown_one_is_asked_about(self, counter: Counter) -> None:
        """There is no bill to hold, so the cashier says whether it is another purchase."""
        earlier = counter.attempt_after(Step.LOST, draft=make_draft(""))
        assert held(counter, make_draft("")) == (Held.SAME_MEMBER, earlier)
        counter.api.redeems.append(redeemed())
        again = counter.redeemer.redeem(make_draft(""), counter.code, confirmed=True)
        assert (again.state, again.reference == earlier.reference) == (State.REDEEMED, False)

    @pytest.mark.parametrize("steps", [(Step.LOST, Step.FOUND), (*ABSENT, Step.FOUND)])
    @pytest.mark.parametrize("identifier", [ASHA, Identifier(IdentifierKind.MOBILE, "+919777788221")])
    def test_one_that_only_a_look_up_found_is_asked_about(
        self, counter: Counter, steps: tuple[Step, ...], identifier: Identifier
    ) -> None:
        """The receipt may have appeared while the next customer was served, so the second press may be a retry."""
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
        """A reversed redemption is gone, and a refused one never happened."""
        counter.attempt_after(*earlier, draft=make_draft(""))
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(""), counter.code).state is State.REDEEMED

    @pytest.mark.parametrize("bill", ["", "B-2"])
    @pytest.mark.parametrize(
        "other",
        [
            make_draft("", identifier=RAVI),
            make_draft("B-1", "3"),
            make_draft("", program_id="973", points="3"),
            make_draft("", program_id="973"),
        ],
    )
    def test_another_redemption_is_not_asked_about(self, counter: Counter, other: Draft, bill: str) -> None:
        """Another member's, another program's, or other points that the cashier saw being redeemed."""
        counter.attempt_after(Step.REDEEMED, draft=other)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(bill), counter.code).state is State.REDEEMED

    def test_other_points_of_a_bill_that_was_found_are_not_asked_about(self, counter: Counter) -> None:
        """They were redeemed for that bill, so they are another purchase."""
        counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft("B-1", "3"))
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
        """Without a bill the day decides. A clock that is set forward meanwhile hides nothing."""
        redeemer = counter.of("Ravi")
        taken = counter.attempt_after(Step.REDEEMED, draft=earlier)
        for jump in (timedelta(), timedelta(days=400)):
            counter.clock.set_wall(jump)
            with pytest.raises(HeldBack) as caught:
                redeemer.redeem(draft, counter.code)
            assert (caught.value.why, caught.value.attempt) == (why, taken)

    def test_other_points_after_one_that_was_found_are_asked_about(self, counter: Counter) -> None:
        """The cashier may not have seen the receipt, so the press may repeat it with other points."""
        earlier = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft("", "3"))
        assert held(counter, make_draft("")) == (Held.OTHER_POINTS, earlier)

    def test_after_two_days_it_is_another_purchase(self, counter: Counter) -> None:
        """Midnight is no bound. Two days are."""
        earlier = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft(""))
        counter.clock.advance(86_400)
        assert held(counter, make_draft("")) == (Held.SAME_BILL_REDEEMED, earlier)
        counter.clock.advance(86_400)
        counter.api.redeems.append(redeemed())
        assert counter.redeemer.redeem(make_draft(""), counter.code).state is State.REDEEMED

    @pytest.mark.parametrize("method", ["not_redeemed", "recent"])
    def test_settling_cannot_come_between(self, counter: Counter, method: str) -> None:
        """If an attempt turns up between two readings, it is asked about or is the answer. Nothing is sent."""
        earlier = counter.attempt_after(*ABSENT, draft=make_draft(""))

        def turns_up() -> None:
            counter.real.step(earlier.reference, Step.FOUND, at=counter.clock.now())

        counter.journal.before[method] = turns_up
        assert held(counter, make_draft(""))[0] is Held.SAME_BILL_REDEEMED

    def test_settling_cannot_come_after(self, counter: Counter) -> None:
        """An attempt that turns up after the last reading is not sent again."""
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


def test_a_clock_that_was_wrong_for_a_while_hides_nothing_that_was_sent_meanwhile(counter: Counter) -> None:
    """The refusal proves nothing, and the look-up shows the redemption late. The next press looks it up first."""
    redeemer = counter.of("Ravi")
    counter.clock.set_wall(timedelta(days=-400))
    counter.api.redeems.append(Refused(Call.REDEEM, 903))
    counter.api.looks.append(NOTHING)
    earlier = redeemer.redeem(make_draft(""), counter.code)
    assert (earlier.state, earlier.refusal) == (State.REFUSED, Refusal.FAILED)
    counter.clock.set_wall(timedelta(days=400))
    counter.api.looks.append(seen(earlier.reference))
    attempt = redeemer.redeem(make_draft(""), counter.code)
    assert (attempt.reference, attempt.state) == (earlier.reference, State.REDEEMED)
    assert len(counter.api.sent) == 1


@pytest.mark.parametrize("days", [3, -3])
def test_a_bill_of_a_clock_that_was_wrong_for_a_while_is_asked_about(counter: Counter, days: int) -> None:
    """Points of another member on that bill, too."""
    redeemer = counter.of("Ravi")
    counter.clock.set_wall(timedelta(days=days))
    counter.api.redeems.append(redeemed())
    earlier = redeemer.redeem(make_draft(), counter.code)
    counter.clock.set_wall(timedelta(days=-days))
    with pytest.raises(HeldBack) as caught:
        redeemer.redeem(make_draft(points="7", identifier=RAVI), counter.code)
    assert (caught.value.why, caught.value.attempt) == (Held.SAME_BILL_REDEEMED, earlier)


def test_a_late_redemption_is_found_after_a_second_reference(counter: Counter) -> None:
    """If half of a bill was lost and half redeemed, each attempt gets its own outcome by its own reference."""
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
