"""Tests giving points back: recorded first, sent once, and believed only if something proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import (
    Call,
    Failure,
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotReversible,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unreversible,
    Unsent,
    UnwrittenReversal,
)
from desktop.domain.group import GroupChoice
from desktop.domain.member import Member
from desktop.domain.points import Points
from desktop.domain.redemption import Redeemed, Refusal, State, Step
from desktop.domain.reversal import ReversalsSeen, ReversalState
from tests.flow.fakes import ASHA, entry, given_back, listing, make_draft

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from tests.flow.fakes import Counter

FORTY = Points(Decimal(40))


def give(counter: Counter, attempt: Attempt, points: Points = FORTY, **others: Any) -> Reversal:  # noqa: ANN401 - of give_back
    """Gives points back, with a reason."""
    return counter.give_back.give_back(attempt.reference, points, "Item returned", **others)


def refuses(counter: Counter, attempt: Attempt, points: Points = FORTY) -> NotReversible:
    """Expects that nothing is begun."""
    before = len(counter.api.reversed)
    with pytest.raises(NotReversible) as caught:
        give(counter, attempt, points)
    assert len(counter.api.reversed) == before
    return caught.value


def known(counter: Counter, reversal: Reversal) -> Reversal:
    """Returns a reversal as the journal has it."""
    found = counter.real.get_reversal(reversal.id)
    assert found is not None
    return found


# The ordinary way


def test_points_are_given_back(counter: Counter) -> None:
    """What the service says is recorded with the reversal, counted in the redemption, and the balance is asked for."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back("40", expired="5"))
    counter.api.member = Member(identifier=ASHA, points=Decimal(1926))
    reversal = give(counter, attempt, approved_by="supervisor")
    assert reversal == known(counter, reversal)
    assert reversal.state is ReversalState.REVERSED
    done = reversal.given_back
    assert done is not None
    assert [done.points, done.available, done.expired, done.balance, done.value] == [40, 35, 5, 1926, 40]
    assert (reversal.reason, reversal.cashier, reversal.approved_by) == ("Item returned", "Ravi", "supervisor")
    assert counter.stored(attempt).reversed_points == 40
    assert counter.stored(attempt).state is State.REDEEMED
    assert counter.happened(attempt)[2:] == [
        "reversal_begun",
        "reversal_reversed",
        "given_back_in_part",
        "reversal_completed",
    ]
    assert counter.api.calls == ["find_reversals", "reverse", "find_member"]


def test_the_attempt_is_durable_before_anything_is_sent(counter: Counter) -> None:
    """The journal has it as in flight, with the list as it was, when the request leaves."""
    attempt = counter.redemption()
    counter.api.shows = listing(entry("7"))

    def look() -> object:
        (one,) = counter.real.reversals_of(attempt.reference)
        assert (one.state, one.points, one.before) == (ReversalState.IN_FLIGHT, FORTY, listing(entry("7")))
        return given_back()

    counter.api.reverses.append(look)
    assert give(counter, attempt).state is ReversalState.REVERSED


def test_all_in_parts_makes_the_redemption_reversed(counter: Counter) -> None:
    """Several parts are possible, and after the last one nothing is left."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("40"))]
    counter.api.reverses += [given_back("40"), given_back("60")]
    give(counter, attempt)
    give(counter, attempt, Points(Decimal(60)))
    stored = counter.stored(attempt)
    assert (stored.state, stored.reversed_points) == (State.REVERSED, Decimal(100))
    assert refuses(counter, attempt).why is Unreversible.NOTHING_LEFT
    assert [one.points.value for one in counter.real.reversals_of(attempt.reference)] == [40, 60]


def test_what_is_left_can_be_asked_for(counter: Counter) -> None:
    """Requests have three decimal places. After a finer amount came back, the window must not offer what is refused."""
    attempt = counter.redemption()
    counter.api.shows = listing(entry("97.2495"))
    assert counter.give_back.offer(attempt.reference).left == Decimal("2.75")
    counter.api.shows = listing(entry("99.9995"))
    assert refuses(counter, attempt).why is Unreversible.NOTHING_LEFT
    assert counter.stored(attempt).state is State.REDEEMED


def test_parts_that_are_rounded_are_worth_the_whole(counter: Counter) -> None:
    """A bill that was reduced by 1.00 owes 1.00 after three thirds were given back, however each became known."""
    whole = Redeemed(redemption_id="7t4y2a", points=Decimal(3), value=Decimal("1.00"))
    attempt = counter.redemption("3", redeemed=whole)
    one = Points(Decimal(1))
    rows = [entry("1", str(number)) for number in range(3)]
    counter.api.lists += [listing(*rows[:number], points=Decimal(3)) for number in range(3)]
    counter.api.reverses += [given_back("1"), given_back("1"), Unanswered(Lost.TIMEOUT)]
    give(counter, attempt, one)
    give(counter, attempt, one)
    lost = give(counter, attempt, one)
    counter.reversal_settler.watch(lost)
    counter.api.lists.append(listing(*rows, points=Decimal(3)))
    due = counter.reversal_settler.next_due()
    assert due is not None
    counter.clock.advance(due + 0.001)
    counter.reversal_settler.look_once()
    values = [one.given_back and one.given_back.value for one in counter.real.reversals_of(attempt.reference)]
    assert values == [Decimal("0.33"), Decimal("0.34"), Decimal("0.33")]
    sums = counter.real.day_report(counter.clock.now().date()).sums
    assert sums.given_back.value == sums.redeemed.value


def test_a_value_of_many_digits_is_divided_too(counter: Counter) -> None:
    """A service that divides may send twenty decimal places. What came back is recorded all the same."""
    whole = Redeemed(redemption_id="7t4y2a", points=Decimal(3), value=Decimal("1234567890.12345678901234567891"))
    attempt = counter.redemption("3", redeemed=whole)
    counter.api.lists += [listing(points=Decimal(3)), listing(entry("1"), points=Decimal(3))]
    counter.api.reverses += [given_back("1"), given_back("2")]
    one, rest = give(counter, attempt, Points(Decimal(1))), give(counter, attempt, Points(Decimal(2)))
    assert (one.state, rest.state) == (ReversalState.REVERSED, ReversalState.REVERSED)
    values = [one.given_back and one.given_back.value for one in (one, rest)]
    assert values == [Decimal("411522630.04115226300411522630"), Decimal("823045260.08230452600823045261")]


def test_what_came_back_is_taken_from_the_answer(counter: Counter) -> None:
    """The service reversed another number than it was asked for, or does not say how many."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("30"))]
    counter.api.reverses += [given_back("30"), given_back(None)]
    part = give(counter, attempt)
    assert part.reversed_points == 30
    assert part.given_back is not None
    assert part.given_back.value == 30
    assert counter.stored(attempt).reversed_points == 30
    assert give(counter, attempt).reversed_points == 40
    assert counter.stored(attempt).reversed_points == 70


def test_an_answer_of_more_than_was_left_proves_nothing(counter: Counter) -> None:
    """It cannot be about this redemption."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back("101"))
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.trace.code) == (ReversalState.UNKNOWN, "PT-CONTRADICTORY")


@pytest.mark.parametrize(
    ("stored", "seen", "sent"), [("7t4y2a", "other", "7t4y2a"), ("", "seen", "seen"), ("", "", "")]
)
def test_the_redemption_is_named_by_its_id_or_else_by_its_reference(
    counter: Counter, stored: str, seen: str, sent: str
) -> None:
    """The till's own id counts, then that of the list. The reference goes with every call."""
    attempt = counter.redemption(redeemed=Redeemed(redemption_id=stored, points=Decimal(100)))
    counter.api.shows = listing(redemption_id=seen)
    counter.api.reverses.append(given_back())
    give(counter, attempt)
    assert counter.api.reversed == [(attempt.reference, sent, "40")]
    assert counter.api.listed == [(attempt.reference, stored)]


def test_the_balance_is_a_help_only(counter: Counter) -> None:
    """If the service or the journal does not give it, the points are back all the same."""
    for trouble in (Unanswered(Lost.TIMEOUT), RuntimeError("broken"), Member(identifier=ASHA)):
        attempt = counter.redemption()
        counter.api.shows = listing()
        counter.api.reverses.append(given_back())
        counter.api.member = trouble
        reversal = give(counter, attempt)
        assert reversal.state is ReversalState.REVERSED
        assert reversal.given_back is not None
    counter.api.member = Member(identifier=ASHA, points=Decimal(1))
    attempt = counter.redemption()
    counter.api.reverses.append(given_back())
    counter.journal.broken.add("complete_reversal")
    assert give(counter, attempt).state is ReversalState.REVERSED


def test_points_of_a_group_go_back_to_the_group(counter: Counter) -> None:
    """The member's own balance says nothing about it."""
    attempt = counter.redemption(draft=make_draft(group=GroupChoice(id="5501")))
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    assert give(counter, attempt).state is ReversalState.REVERSED
    assert "find_member" not in counter.api.calls


# What is not begun


def test_a_reason_is_needed(counter: Counter) -> None:
    """And it has an end."""
    attempt = counter.redemption()
    for reason in ("", "  ", "x" * 201):
        with pytest.raises(ValueError, match="reason"):
            counter.give_back.give_back(attempt.reference, FORTY, reason)
    assert counter.api.calls == []
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    assert counter.give_back.give_back(attempt.reference, FORTY, "x" * 200).state is ReversalState.REVERSED


def test_the_cashier_who_is_signed_on_is_recorded(counter: Counter) -> None:
    """The till's own cashier counts only if no one has signed on."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    assert known(counter, give(counter, attempt, cashier="Meena")).cashier == "Meena"


@pytest.mark.parametrize("steps", [(), (Step.REFUSED,), (Step.NOT_SENT,), (Step.LOST,), (Step.LOST, Step.ABSENT)])
def test_only_a_redemption_that_happened_can_be_given_back(counter: Counter, steps: tuple[Step, ...]) -> None:
    """Not one that is unknown either: settling comes first."""
    assert refuses(counter, counter.attempt_after(*steps)).why is Unreversible.NOT_REDEEMED
    assert counter.api.calls == []


def test_an_unknown_reference_gives_nothing_back(counter: Counter) -> None:
    """The QR code may be another shop's."""
    with pytest.raises(NotReversible) as caught:
        counter.give_back.offer("01JP0000000000000000000000")
    assert (caught.value.why, caught.value.support) == (Unreversible.NOT_REDEEMED, "PT-REVERSAL-NOT-REDEEMED")


def test_a_forgotten_member_cannot_be_called(counter: Counter) -> None:
    """Retention has deleted the number."""
    attempt = counter.redemption()
    counter.real.forget_members(counter.clock.now() + timedelta(days=1))
    assert refuses(counter, attempt).why is Unreversible.FORGOTTEN


def test_another_service_cannot_give_it_back(counter: Counter) -> None:
    """Its redemptions are not here."""
    counter.give_back = counter.giving_back("Ravi", service="https://b")
    assert refuses(counter, counter.redemption(service="https://a")).why is Unreversible.ELSEWHERE


def test_more_than_is_left_is_refused_before_anything_is_recorded(counter: Counter) -> None:
    """The list says what other tills have given back."""
    attempt = counter.redemption()
    counter.api.shows = listing(entry("70"))
    held = refuses(counter, attempt)
    assert (held.why, held.left) == (Unreversible.TOO_MANY, Decimal(30))
    assert counter.real.reversals_of(attempt.reference) == ()


def test_what_another_till_gave_back_is_recorded(counter: Counter) -> None:
    """Nothing is left, so the redemption is reversed."""
    attempt = counter.redemption()
    counter.api.shows = listing(entry("100"))
    assert refuses(counter, attempt).why is Unreversible.NOTHING_LEFT
    assert counter.stored(attempt).state is State.REVERSED


@pytest.mark.parametrize(
    "seen",
    [
        listing(entry("50"), points=Decimal(50)),
        listing(entry("50", ""), entry("50", "")),
    ],
    ids=["fewer points than were redeemed", "an entry without a number twice"],
)
def test_a_list_that_leaves_nothing_without_proof_records_nothing(counter: Counter, seen: ReversalsSeen) -> None:
    """No more is given back, but the redemption is not recorded as reversed, and its cashier is not told that it is."""
    attempt = counter.redemption()
    counter.api.shows = seen
    assert refuses(counter, attempt).why is Unreversible.UNSEEN
    stored = counter.stored(attempt)
    assert (stored.state, stored.reversed_points) == (State.REDEEMED, Decimal(0))
    assert counter.real.day_report(counter.clock.now().date()).sums.given_back.points == 0


def test_settling_may_record_first_that_nothing_is_left(counter: Counter) -> None:
    """The second record is not an error."""
    attempt = counter.redemption()
    counter.api.shows = listing(entry("100"))
    counter.journal.before["step"] = lambda: counter.real.step(attempt.reference, Step.REVERSED, at=counter.clock.now())
    assert refuses(counter, attempt).why is Unreversible.NOTHING_LEFT


@pytest.mark.parametrize("seen", [ReversalsSeen(), listing(complete=False, points=None)])
def test_a_redemption_that_is_not_shown_is_not_given_back(counter: Counter, seen: ReversalsSeen) -> None:
    """Without the list as it is now, an unknown outcome could not be settled. An incomplete list is enough for it."""
    attempt = counter.redemption()
    counter.api.shows = seen
    counter.api.reverses.append(given_back())
    if seen.is_seen:
        assert give(counter, attempt).state is ReversalState.REVERSED
    else:
        assert refuses(counter, attempt).why is Unreversible.UNSEEN


def test_an_entry_of_unknown_points_may_leave_nothing(counter: Counter) -> None:
    """Another till gave back some or all of the points, and the list does not say how many."""
    attempt = counter.redemption()
    counter.api.shows = listing(entry("10"), entry(None, "2"))
    assert refuses(counter, attempt).why is Unreversible.UNSEEN
    assert counter.real.reversals_of(attempt.reference) == ()


def test_a_list_that_is_behind_is_not_used(counter: Counter) -> None:
    """It does not show yet what this till gave back."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    give(counter, attempt)
    assert refuses(counter, attempt).why is Unreversible.UNSEEN


@pytest.mark.parametrize("failure", [NotSent(Unsent.CONNECT), Unanswered(Lost.TIMEOUT)])
def test_without_a_look_nothing_is_begun(counter: Counter, failure: Failure) -> None:
    """The failure is that of a question, which may be asked again."""
    attempt = counter.redemption()
    counter.api.shows = failure
    with pytest.raises(type(failure)):
        give(counter, attempt)
    assert counter.real.reversals_of(attempt.reference) == ()


# What proves nothing


def test_what_never_left_is_not_sent(counter: Counter) -> None:
    """The next press is a new reversal."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses += [NotSent(Unsent.CONNECT), given_back()]
    assert give(counter, attempt).state is ReversalState.NOT_SENT
    assert give(counter, attempt).state is ReversalState.REVERSED


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (Unanswered(Lost.TIMEOUT), "PT-TIMEOUT"),
        (Unanswered(Lost.STRAY), "PT-STRAY"),
        (RecursionError("nested"), "PT-UNEXPECTED"),
    ],
)
def test_an_unknown_outcome_holds_the_redemption(counter: Counter, failure: Exception, code: str) -> None:
    """Nothing more is given back of it, and the service is not even asked. Another redemption is free."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses += [failure, given_back()]
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.trace.code) == (ReversalState.UNKNOWN, code)
    calls = list(counter.api.calls)
    held = refuses(counter, attempt)
    assert (held.why, held.reversal) == (Unreversible.PENDING, reversal)
    assert counter.api.calls == calls
    assert give(counter, counter.redemption()).state is ReversalState.REVERSED


def test_a_refusal_that_proves_is_final_if_the_list_agrees(counter: Counter) -> None:
    """Nothing is looked up again later."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(Refused(Call.REVERSE, 3801, "too many", request_id="r-1"))
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.refusal) == (ReversalState.REFUSED, Refusal.PROVED)
    assert (reversal.trace.code, reversal.trace.message, reversal.trace.request_id) == ("3801", "too many", "r-1")
    assert not reversal.is_unproved
    assert counter.api.calls == ["find_reversals", "reverse", "find_reversals"]


def test_a_refusal_that_proves_counts_without_the_list_too(counter: Counter) -> None:
    """The list could not be read."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), Unanswered(Lost.TIMEOUT)]
    counter.api.reverses.append(Refused(Call.REVERSE, 905))
    assert give(counter, attempt).refusal is Refusal.PROVED


def test_a_refusal_that_proves_is_not_final_if_an_entry_may_be_new(counter: Counter) -> None:
    """The list before may have lacked entries, so the one of these points may be new, and the points may be back."""
    attempt = counter.redemption()
    counter.api.lists += [listing(complete=False), listing(entry("40"))]
    counter.api.reverses.append(Refused(Call.REVERSE, 3801))
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.candidate) == (ReversalState.UNKNOWN, entry("40"))
    assert refuses(counter, attempt).why is Unreversible.PENDING


def test_a_refusal_that_proves_is_final_beside_an_entry_of_other_points(counter: Counter) -> None:
    """Another till may have given back other points meanwhile."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("20"))]
    counter.api.reverses.append(Refused(Call.REVERSE, 3801))
    assert give(counter, attempt).refusal is Refusal.PROVED


@pytest.mark.parametrize(
    "refusal", [Refused(Call.REVERSE, 3801), Refused(Call.REVERSE, 902), Throttled(Call.REVERSE, 429)]
)
def test_points_that_came_back_before_the_refusal_are_found(counter: Counter, refusal: Failure) -> None:
    """The service did it and then said no, with whatever code."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("40"))]
    counter.api.reverses.append(refusal)
    reversal = give(counter, attempt)
    assert reversal.state is ReversalState.REVERSED
    assert reversal.given_back is not None
    assert (reversal.given_back.points, reversal.given_back.expired) == (Decimal(40), None)
    assert counter.stored(attempt).reversed_points == 40
    assert not reversal.settled_late


@pytest.mark.parametrize("refusal", [Refused(Call.REVERSE, 904), Throttled(Call.REVERSE, 521)])
def test_any_other_refusal_is_believed_only_if_the_list_shows_nothing(counter: Counter, refusal: Failure) -> None:
    """It stays unproved, so it is looked for before the next reversal. It is never sent again by itself."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses += [refusal, given_back()]
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.refusal, reversal.is_unproved) == (ReversalState.REFUSED, Refusal.FAILED, True)
    assert counter.api.calls.count("reverse") == 1
    assert give(counter, attempt).state is ReversalState.REVERSED
    assert known(counter, reversal).looks == 1


@pytest.mark.parametrize("seen", [Unanswered(Lost.TIMEOUT), listing(complete=False), RuntimeError("broken")])
def test_without_the_list_any_other_refusal_is_unknown(counter: Counter, seen: object) -> None:
    """The points may be back."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), seen]
    counter.api.reverses.append(Refused(Call.REVERSE, 902))
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.trace.code) == (ReversalState.UNKNOWN, "902 PT-DOUBTFUL-REFUSAL")


def test_an_entry_of_other_points_after_a_refusal_is_kept(counter: Counter) -> None:
    """It could be this reversal, so the outcome is unknown."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("20"))]
    counter.api.reverses.append(Refused(Call.REVERSE, 902))
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.candidate) == (ReversalState.UNKNOWN, entry("20"))


# Earlier reversals that count as not done


def refused_before(counter: Counter, attempt: Attempt) -> Reversal:
    """Leaves a reversal that was refused without proof."""
    counter.api.lists += [listing(), listing()]
    counter.api.reverses.append(Refused(Call.REVERSE, 904))
    reversal = give(counter, attempt)
    assert reversal.is_unproved
    return reversal


def turned_up(counter: Counter, attempt: Attempt) -> Reversal:
    """Returns the earlier reversal for which the next press takes the entry that the list shows by then."""
    counter.api.shows = listing(entry("40"))
    held = refuses(counter, attempt)
    assert held.why is Unreversible.DONE_BEFORE
    assert held.reversal is not None
    return held.reversal


def test_an_earlier_reversal_that_turns_up_stops_the_next_one(counter: Counter) -> None:
    """It is what the cashier wanted, so nothing is sent."""
    attempt = counter.redemption()
    earlier = refused_before(counter, attempt)
    found = turned_up(counter, attempt)
    assert (found.id, found.settled_late) == (earlier.id, True)
    assert counter.stored(attempt).reversed_points == 40


def test_every_earlier_reversal_is_looked_for(counter: Counter) -> None:
    """Also one that was begun after another one that is proved."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(NotSent(Unsent.CONNECT))
    assert give(counter, attempt).state is ReversalState.NOT_SENT
    earlier = refused_before(counter, attempt)
    assert turned_up(counter, attempt).id == earlier.id


def test_of_two_earlier_reversals_the_newer_one_has_turned_up(counter: Counter) -> None:
    """It is the one that the cashier knows of, and the customer waits for. The older one stays not done."""
    attempt = counter.redemption()
    older = refused_before(counter, attempt)
    newer = refused_before(counter, attempt)
    assert turned_up(counter, attempt).id == newer.id
    assert known(counter, older).state is ReversalState.REFUSED


def test_an_earlier_reversal_that_cannot_be_seen_stops_the_next_one(counter: Counter) -> None:
    """Look before you send again."""
    attempt = counter.redemption()
    earlier = refused_before(counter, attempt)
    counter.api.shows = listing(complete=False)
    held = refuses(counter, attempt)
    assert (held.why, held.reversal) == (Unreversible.UNSEEN, known(counter, earlier))


def test_settling_may_find_the_earlier_reversal_first(counter: Counter) -> None:
    """The journal has it as given back when the look ends."""
    attempt = counter.redemption()
    earlier = refused_before(counter, attempt)
    counter.api.shows = listing(entry("40"))
    counter.journal.before["step_reversal"] = lambda: counter.reversal_settler._lookup.found(
        earlier, listing(entry("40"))
    )
    assert refuses(counter, attempt).why is Unreversible.DONE_BEFORE
    assert counter.stored(attempt).reversed_points == 40


def test_an_entry_that_may_be_on_its_way_is_not_taken_for_an_earlier_reversal(counter: Counter) -> None:
    """Settling looks while the answer of the next reversal is on its way, and the list shows its entry already."""
    attempt = counter.redemption()
    earlier = refused_before(counter, attempt)
    counter.reversal_settler.watch(earlier)
    counter.clock.advance(counter.reversal_settler.next_due() or 0.0)
    counter.api.lists.append(listing())
    counter.api.shows = listing(entry("40"))
    counter.api.reverses.append(given_back())

    def settle() -> None:
        counter.journal.before.clear()
        assert counter.reversal_settler.look_once() is None

    counter.journal.before["begin_reversal"] = lambda: counter.journal.before.update(step_reversal=settle)
    assert give(counter, attempt).state is ReversalState.REVERSED
    assert known(counter, earlier).state is ReversalState.REFUSED
    assert counter.stored(attempt).reversed_points == 40


# The journal


def test_nothing_is_sent_if_it_cannot_be_recorded(counter: Counter) -> None:
    """A full disk stops the reversal before it begins."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.journal.broken.add("begin_reversal")
    with pytest.raises(JournalUnusable):
        give(counter, attempt)
    assert counter.api.reversed == []


@pytest.mark.parametrize("outcome", [given_back(), NotSent(Unsent.CONNECT), Unanswered(Lost.CUT)])
def test_an_outcome_that_cannot_be_recorded_is_told_and_recorded_later(counter: Counter, outcome: object) -> None:
    """Until then nothing else is begun."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(outcome)
    counter.journal.broken.add("step_reversal")
    with pytest.raises(UnwrittenReversal) as caught:
        give(counter, attempt)
    told = caught.value.reversal
    assert told.state is not ReversalState.IN_FLIGHT
    assert caught.value.trouble.why is JournalTrouble.FULL
    with pytest.raises(JournalUnusable):
        counter.give_back.catch_up()
    assert known(counter, told).state is ReversalState.IN_FLIGHT
    counter.journal.broken.clear()
    happened_at = counter.clock.now()
    counter.clock.advance(60)
    counter.give_back.catch_up()
    assert (known(counter, told).state, known(counter, told).changed) == (told.state, happened_at)
    assert known(counter, told).given_back == told.given_back
    assert known(counter, told).trace == told.trace


def test_what_could_not_be_recorded_is_recorded_before_the_next_offer(counter: Counter) -> None:
    """A reversal that is known to have happened does not count as not known yet."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("40"))]
    counter.api.reverses.append(given_back())
    counter.journal.broken.add("step_reversal")
    with pytest.raises(UnwrittenReversal):
        give(counter, attempt)
    counter.journal.broken.clear()
    assert counter.give_back.offer(attempt.reference).left == 60


@pytest.mark.parametrize("method", ["get", "reversals_of"])
def test_a_refusal_that_cannot_be_looked_up_is_unknown(counter: Counter, method: str) -> None:
    """The request has left, so it does not end as if nothing had been sent, and it does not stay in flight."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(entry("40"))]
    counter.api.reverses.append(Refused(Call.REVERSE, 902))
    counter.journal.before["begin_reversal"] = lambda: counter.journal.broken.add(method)
    reversal = give(counter, attempt)
    assert (reversal.state, reversal.trace.code) == (ReversalState.UNKNOWN, "902 PT-DOUBTFUL-REFUSAL")
    assert known(counter, reversal).state is ReversalState.UNKNOWN


def test_settling_may_record_it_first(counter: Counter) -> None:
    """What it recorded was proved as well."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    counter.journal.broken.add("step_reversal")
    with pytest.raises(UnwrittenReversal) as caught:
        give(counter, attempt)
    counter.journal.broken.clear()
    counter.reversal_settler._lookup.found(known(counter, caught.value.reversal), listing(entry("40")))
    counter.give_back.catch_up()
    assert counter.stored(attempt).reversed_points == 40


def test_a_reversal_of_a_forgotten_member_cannot_be_looked_up(counter: Counter) -> None:
    """Retention has deleted the number, so that the service is not asked."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    reversal = give(counter, attempt)
    counter.real.forget_members(counter.clock.now() + timedelta(days=1))
    calls = list(counter.api.calls)
    assert not counter.give_back._lookup.look(reversal).evidence.is_absent
    assert counter.api.calls == calls


def test_a_reversal_without_its_redemption_shows_nothing(counter: Counter) -> None:
    """A look needs the member."""
    attempt = counter.redemption()
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    reversal = give(counter, attempt)
    lookup = counter.give_back._lookup
    lost = replace(reversal, reference="gone", given_back=None)
    assert not lookup.look(lost).evidence.is_absent
    assert lookup.proof(lost).value is None
    assert lookup.with_balance(replace(reversal, reference="gone", given_back=given_back())).given_back == given_back()
