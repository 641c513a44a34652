"""Tests looking a redemption up by its reference, and what is recorded about one that is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.eligibility import Found, RedemptionsSeen
from desktop.domain.failures import Call, JournalUnusable, NotSent, Refused, Throttled, Unexpected, Unsent
from desktop.domain.group import GroupChoice
from desktop.domain.member import Member, Program
from desktop.domain.redemption import Candidate, IllegalStepError, Redeemed, State, Step
from desktop.flow.lookup import Lookup
from tests.flow.fakes import ABSENT, ASHA, CUT_SHORT, NOTHING, RAVI, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from tests.flow.fakes import Counter


@pytest.fixture
def lookup(counter: Counter) -> Lookup:
    """Uses the counter's own connection."""
    return Lookup(counter.api, counter.journal.as_journal, counter.clock)


class TestLooking:
    """What one look-up shows."""

    @pytest.mark.parametrize(("look", "conclusive"), [(NOTHING, True), (CUT_SHORT, False)])
    def test_only_a_complete_look_up_shows_absence(
        self, counter: Counter, lookup: Lookup, look: RedemptionsSeen, conclusive: bool
    ) -> None:
        """Only a complete look-up shows absence. It asks for the member and the reference."""
        attempt = counter.attempt_after(Step.LOST)
        counter.api.sees = look
        result = lookup.look(attempt)
        assert (result.found, result.is_absent, result.failure) == (None, conclusive, None)
        assert counter.api.asked == [(ASHA, attempt.reference)]

    @pytest.mark.parametrize("failure", [NotSent(Unsent.NAME), Throttled(Call.FIND_REDEMPTIONS, 429)])
    def test_a_look_up_that_fails_says_why(self, counter: Counter, lookup: Lookup, failure: Failure) -> None:
        """It shows nothing, and does not raise."""
        counter.api.sees = failure
        result = lookup.look(counter.attempt_after(Step.LOST))
        assert (result.found, result.is_absent, result.failure) == (None, False, failure)

    def test_a_mistake_in_the_program_is_a_look_up_that_fails(
        self, counter: Counter, lookup: Lookup, caplog: pytest.LogCaptureFixture
    ) -> None:
        """An answer on which the program fails proves nothing, and is logged in full."""
        counter.api.sees = ZeroDivisionError("while an answer was read")
        result = lookup.look(counter.attempt_after(Step.LOST))
        assert (result.found, result.is_absent) == (None, False)
        assert isinstance(result.failure, Unexpected)
        assert "while an answer was read" in caplog.text

    def test_a_redemption_that_is_found_is_proof(self, counter: Counter, lookup: Lookup) -> None:
        """A redemption that is found happened, even if the look-up was not complete."""
        attempt = counter.attempt_after(Step.LOST)
        look = replace(seen(attempt.reference), complete=False)
        counter.api.sees = look
        result = lookup.look(attempt)
        assert (result.found, result.failure) == (look.found[0], None)

    def test_of_several_the_one_that_was_not_reversed_counts(
        self, counter: Counter, lookup: Lookup, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Two redemptions with one reference should not exist.

        If one was reversed, the other counts. The log says so.
        """
        attempt = counter.attempt_after(Step.LOST)
        back, stands = seen(attempt.reference, given_back="100").found[0], seen(attempt.reference).found[0]
        counter.api.looks.extend([RedemptionsSeen(found=(back, stands)), RedemptionsSeen(found=(back, back))])
        assert lookup.look(attempt).found == stands
        assert f"2 redemptions with reference {attempt.reference}" in caplog.text
        assert lookup.look(attempt).found == back

    def test_of_several_the_one_of_the_points_that_were_asked_for_counts(
        self, counter: Counter, lookup: Lookup
    ) -> None:
        """The receipt must not say the points of another row, unless no row has those that were asked for."""
        attempt = counter.attempt_after(Step.LOST)
        ours = seen(attempt.reference).found[0]
        fewer, unsaid = replace(ours, points=Decimal(30)), replace(ours, points=None)
        back = replace(ours, reversed_points=Decimal(100))
        for rows, counts in (
            ((fewer, ours), ours),
            ((fewer, unsaid), unsaid),
            ((fewer, back), fewer),
            ((fewer, replace(fewer, points=Decimal(20))), fewer),
        ):
            counter.api.sees = RedemptionsSeen(found=rows)
            assert lookup.look(attempt).found == counts

    def test_a_candidate_without_an_id_is_not_another_attempts(self, counter: Counter, lookup: Lookup) -> None:
        """Another redemption without an id does not explain it, so nothing is absent."""
        assert counter.attempt_after(Step.REDEEMED).redeemed == Redeemed()
        attempt = counter.attempt_after(Step.LOST)
        counter.api.sees = RedemptionsSeen(candidates=(Found(reference="", redemption_id="", points=Decimal(100)),))
        result = lookup.look(attempt)
        assert (result.is_absent, result.candidate) == (False, Candidate(points=Decimal(100)))

    def test_of_several_candidates_that_of_the_bill_is_named(self, counter: Counter, lookup: Lookup) -> None:
        """Support confirms the one that is named, with its id and points. Without a bill, it is the newest one."""
        other, own = (
            Found(reference="", redemption_id=bill, points=Decimal(100), bill=bill) for bill in ("B-2", "b-17")
        )
        nameless = replace(other, bill="")
        for candidates, named in [((other, own), own), ((nameless, other), nameless)]:
            counter.api.sees = RedemptionsSeen(candidates=candidates)
            shown = lookup.look(counter.attempt_after(Step.LOST)).candidate
            assert shown is not None
            assert shown.bill == named.bill

    def test_a_candidate_of_the_attempt_itself_stays_one(self, counter: Counter, lookup: Lookup) -> None:
        """Settling may have recorded the redemption meanwhile."""
        attempt = counter.attempt_after(Step.LOST)
        counter.real.step(attempt.reference, Step.FOUND, at=counter.clock.now(), redeemed=redeemed("odd1"))
        counter.api.sees = RedemptionsSeen(candidates=(Found(reference="", redemption_id="odd1", points=None),))
        assert lookup.look(attempt).candidate == Candidate(redemption_id="odd1")

    @pytest.mark.parametrize(
        ("row", "is_others"),
        [
            ({}, True),
            ({"bill": "b-16"}, True),
            ({"bill": "MG/9"}, True),
            ({"bill": "", "own": ""}, True),
            ({"points": Decimal(-100)}, True),
            ({"points": None}, True),
            ({"time": ""}, True),
            ({"time": "1970-01-01 00:00:00"}, True),
            ({"time": "2026-11-22 22:30:00"}, True),
            ({"time": "2026-11-21 14:30:00"}, True),
            ({"bill": "b-17"}, False),
            ({"points": Decimal(99)}, False),
            ({"time": "2026-11-22 22:30:01"}, False),
            ({"time": "2026-11-21 14:29:59"}, False),
            ({"shared": True}, False),
            ({"identifier": RAVI}, False),
        ],
    )
    def test_an_id_tells_another_attempt_s_redemption_only_if_nothing_speaks_against_it(
        self, counter: Counter, lookup: Lookup, row: dict[str, Any], is_others: bool
    ) -> None:
        """A service may use an id again: for another member, another day, or twice on a page."""
        identifier, is_shared = row.get("identifier", ASHA), row.get("shared", False)
        counter.redemption(draft=make_draft("B-16", identifier=identifier), redeemed=redeemed("odd1"))
        attempt = counter.attempt_after(Step.LOST, draft=make_draft(row.get("own", "B-17")))
        changed = {name: value for name, value in row.items() if name not in {"identifier", "shared", "own"}}
        shown = Found(reference="", redemption_id="odd1", points=Decimal(100), time="2026-11-22 12:00:05")
        counter.api.sees = RedemptionsSeen(
            candidates=(replace(shown, **changed),),
            shared_ids=frozenset({"odd1"}) if is_shared else frozenset(),
        )
        assert lookup.look(attempt).is_absent is is_others

    def test_a_member_who_was_forgotten_tells_no_one_apart(self, counter: Counter, lookup: Lookup) -> None:
        """The journal does not keep numbers for ever, and its redemptions explain rows all the same."""
        counter.redemption(draft=make_draft("B-16"), redeemed=redeemed("odd1"))
        counter.real.forget_members(counter.clock.now() + timedelta(seconds=1))
        attempt = counter.attempt_after(Step.LOST, draft=make_draft("B-17"))
        row = Found(reference="", redemption_id="odd1", points=Decimal(100), time="2026-11-22 12:00:05")
        counter.api.sees = RedemptionsSeen(candidates=(row,))
        assert lookup.look(attempt).is_absent

    def test_a_single_redemption_is_not_logged(
        self, counter: Counter, lookup: Lookup, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A single redemption is not logged as an error."""
        attempt = counter.attempt_after(Step.LOST)
        counter.api.sees = seen(attempt.reference)
        lookup.look(attempt)
        assert not [record for record in caplog.records if record.levelname == "ERROR"]


class TestFinding:
    """What is recorded about a redemption that was found."""

    @pytest.mark.parametrize(
        ("points", "value"), [("100", Decimal(50)), ("100.000", Decimal(50)), (None, Decimal(50)), ("99.5", None)]
    )
    def test_its_worth_is_known_only_for_the_points_asked_for(
        self, counter: Counter, lookup: Lookup, points: str | None, value: Decimal | None
    ) -> None:
        """The list does not say what a redemption took off the bill.

        The worth is known only for the points asked for.
        """
        attempt = counter.attempt_after(Step.LOST, draft=make_draft(worth=Decimal(50)))
        found = lookup.found(attempt, seen(attempt.reference, points=points).found[0])
        assert found.redeemed == Redeemed(
            redemption_id="7t4y2a",
            points=None if points is None else Decimal(points),
            value=value,
            balance=Decimal(1891),
        )
        assert found == counter.stored(attempt)

    @pytest.mark.parametrize(
        ("points", "given_back", "state"),
        [
            ("100", "0", State.REDEEMED),
            ("100", "99.999", State.REDEEMED),
            ("100", "100", State.REVERSED),
            ("100", "100.5", State.REVERSED),
            ("50", "50", State.REVERSED),
            (None, "99.999", State.REDEEMED),
            (None, "100", State.REVERSED),
        ],
    )
    def test_one_whose_points_were_all_given_back_is_reversed(
        self, counter: Counter, lookup: Lookup, points: str | None, given_back: str, state: State
    ) -> None:
        """A partial reversal leaves a redemption. If the service names no points, those asked for count."""
        attempt = counter.attempt_after(Step.LOST)
        found = lookup.found(attempt, seen(attempt.reference, points=points, given_back=given_back).found[0])
        assert found.state is state
        assert found == counter.stored(attempt)
        assert ("find_member" in counter.api.calls) is (state is State.REDEEMED)

    def test_a_reversal_that_cannot_be_recorded_is_logged(
        self, counter: Counter, lookup: Lookup, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The redemption is recorded by then and stays recorded. The log has the rest."""
        attempt = counter.attempt_after(Step.LOST)
        steps = iter([False, True])

        def second_fails() -> None:
            if next(steps):
                counter.journal.broken = {"step"}
            else:
                counter.journal.before["step"] = second_fails

        counter.journal.before["step"] = second_fails
        found = lookup.found(attempt, seen(attempt.reference, given_back="100").found[0])
        assert found.state is State.REDEEMED
        assert counter.stored(attempt).state is State.REDEEMED
        assert "could not be recorded" in caplog.text

    def test_a_redemption_that_cannot_be_recorded_raises(self, counter: Counter, lookup: Lookup) -> None:
        """The caller gets the failure, and nothing else has been asked."""
        attempt = counter.attempt_after(Step.LOST)
        counter.journal.broken = {"step"}
        with pytest.raises(JournalUnusable):
            lookup.found(attempt, seen(attempt.reference).found[0])
        assert not counter.api.calls

    def test_a_redemption_that_is_recorded_already_raises(self, counter: Counter, lookup: Lookup) -> None:
        """The other thread has recorded it already."""
        attempt = counter.attempt_after(Step.REDEEMED)
        with pytest.raises(IllegalStepError):
            lookup.found(attempt, seen(attempt.reference).found[0])

    def test_one_that_is_reversed_already_does_not_change(self, counter: Counter, lookup: Lookup) -> None:
        """An attempt that was found and reversed meanwhile does not change."""
        attempt = counter.attempt_after(Step.REDEEMED, Step.REVERSED)
        assert lookup.add_reversal_or_balance(attempt, seen(attempt.reference, given_back="100").found[0]) == attempt
        assert not counter.api.calls

    def test_a_candidate_is_recorded_once_and_again_if_it_is_another(self, counter: Counter, lookup: Lookup) -> None:
        """The window and the export show the newest row. An attempt that was given up becomes unknown again."""
        one, other = Candidate(redemption_id="odd1"), Candidate(redemption_id="odd2")
        attempt = counter.attempt_after(*ABSENT)
        for row, steps in ((one, 1), (one, 1), (other, 2)):
            attempt = lookup.suspect(attempt, row)
            assert (attempt.state, attempt.candidate) == (State.UNKNOWN, row)
            assert attempt == counter.stored(attempt)
            assert counter.happened(attempt).count(Step.SUSPECTED) == steps
        given_up = counter.real.step(attempt.reference, Step.ABSENT, at=counter.clock.now())
        assert lookup.suspect(replace(given_up, candidate=other), other).state is State.UNKNOWN


class TestBalance:
    """The balance that an answer did not carry."""

    def test_it_is_that_of_the_program(self, counter: Counter, lookup: Lookup) -> None:
        """A member's points in another program are not the balance."""
        counter.api.member = Member(
            identifier=ASHA, points=Decimal(5), programs=(Program("973", "Gold", Decimal("7.5")),)
        )
        attempt = counter.attempt_after(Step.REDEEMED, draft=make_draft(program_id="973"))
        done = lookup.with_balance(attempt).redeemed
        assert done is not None
        assert done.balance == Decimal("7.5")

    @pytest.mark.parametrize(
        "member", [Refused(Call.FIND_MEMBER, 1012), NotSent(Unsent.NAME), Member(identifier=ASHA, points=None)]
    )
    def test_without_an_answer_it_stays_unknown(
        self, counter: Counter, lookup: Lookup, member: Member | Exception
    ) -> None:
        """The redemption stays as it is."""
        counter.api.member = member
        counter.journal.before["complete"] = lambda: pytest.fail("there is nothing to complete it with")
        attempt = counter.attempt_after(Step.REDEEMED)
        assert lookup.with_balance(attempt) == attempt == counter.stored(attempt)

    def test_a_mistake_in_the_program_does_not_hide_the_redemption(
        self, counter: Counter, lookup: Lookup, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The points have moved, and the window must say that and nothing else."""
        counter.api.member = ZeroDivisionError("while an answer was read")
        attempt = counter.attempt_after(Step.REDEEMED)
        assert lookup.with_balance(attempt) == attempt
        assert "while an answer was read" in caplog.text

    def test_one_that_is_known_is_not_asked_for(self, counter: Counter, lookup: Lookup) -> None:
        """Nor is the balance of a redemption that did not happen, or was reversed."""
        known = replace(counter.attempt_after(Step.REDEEMED), redeemed=redeemed(balance="0"))
        reversed_one = counter.attempt_after(Step.REDEEMED, Step.REVERSED)
        refused = counter.attempt_after(Step.REFUSED)
        for attempt in (known, reversed_one, refused):
            assert lookup.with_balance(attempt) == attempt
        assert not counter.api.calls

    def test_a_balance_that_cannot_be_recorded_is_shown(self, counter: Counter, lookup: Lookup) -> None:
        """This receipt shows it."""
        counter.journal.broken = {"complete"}
        attempt = counter.attempt_after(Step.REDEEMED)
        done = lookup.with_balance(attempt).redeemed
        assert done is not None
        assert done.balance == Decimal(1891)
        assert counter.stored(attempt) == attempt

    def test_a_groups_is_not_known(self, counter: Counter, lookup: Lookup) -> None:
        """The member's own points are not what the group has left."""
        attempt = counter.attempt_after(Step.LOST, draft=make_draft(group=GroupChoice(id="g-1")))
        done = lookup.found(attempt, seen(attempt.reference).found[0]).redeemed
        assert done is not None
        assert done.balance is None
        assert not counter.api.calls

    @pytest.mark.parametrize(
        ("asked_for", "user_id", "balance"), [("7", "42", None), ("7", "7", 1891), ("7", "", 1891), ("", "42", 1891)]
    )
    def test_another_members_is_not_shown(
        self, counter: Counter, lookup: Lookup, asked_for: str, user_id: str, balance: int | None
    ) -> None:
        """The answer to an earlier question could come late. It must not stand on this member's receipt."""
        counter.api.member = Member(identifier=ASHA, points=Decimal(1891), user_id=user_id)
        attempt = counter.attempt_after(Step.REDEEMED, draft=make_draft(user_id=asked_for))
        done = lookup.with_balance(attempt).redeemed
        assert done is not None
        assert done.balance == balance
