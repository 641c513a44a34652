"""Tests redemptions: the legal steps, what is the same redemption, and references that are never used twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise, product

import pytest

from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import (
    HAPPENED,
    RESENDABLE,
    TRANSITIONS,
    UNSETTLED,
    Attempt,
    Draft,
    IllegalStepError,
    Redeemed,
    Refusal,
    State,
    Step,
    is_reference,
    new_reference,
    state_after,
)
from desktop.domain.validation import ValidationMethod

LEGAL = """
in_flight    redeemed    redeemed
in_flight    refused     refused
in_flight    not_sent    not_sent
in_flight    lost        unknown
in_flight    found       redeemed
unknown      found       redeemed
unknown      looked      unknown
unknown      absent      not_applied
not_applied  found       redeemed
not_applied  looked      not_applied
not_applied  sent_again  in_flight
not_sent     sent_again  in_flight
not_sent     found       redeemed
not_sent     looked      not_sent
refused      found       redeemed
refused      looked      refused
refused      sent_again  in_flight
unknown      suspected   unknown
not_applied  suspected   unknown
not_sent     suspected   unknown
refused      suspected   unknown
redeemed     reversed    reversed
"""
"""The design's state machine, written out.

An attempt that was not sent is looked up if an earlier request may still arrive, a refused one if the refusal proved
nothing. An attempt that could be in the service's list is unknown.
"""

TABLE = {(State(a), Step(b)): State(c) for a, b, c in (line.split() for line in LEGAL.strip().splitlines())}
NOON = datetime(2025, 3, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(("state", "step"), list(product(State, Step)))
def test_every_step_from_every_state_is_the_table_s_or_illegal(state: State, step: Step) -> None:
    """All pairs: the legal ones lead to the design's states, and all others are refused."""
    if (state, step) in TABLE:
        assert state_after(state, step) is TABLE[state, step]
    else:
        with pytest.raises(IllegalStepError) as caught:
            state_after(state, step)
        assert (caught.value.state, caught.value.step) == (state, step)


def test_points_are_never_sent_again_while_they_may_have_moved() -> None:
    """Only an attempt that is recorded as not redeemed is sent again. One that happened stays so."""
    assert {state for state, step in TRANSITIONS if step is Step.SENT_AGAIN} == RESENDABLE | {State.REFUSED}
    assert not RESENDABLE & UNSETTLED
    assert {state for state in State if not any(one is state for one, _ in TRANSITIONS)} == {State.REVERSED}
    assert {step for state, step in TRANSITIONS if state is State.REDEEMED} == {Step.REVERSED}


def test_a_redemption_that_is_perhaps_there_is_unknown_whatever_it_was_before() -> None:
    """An attempt in flight is not looked up, and one that happened needs no look-alike."""
    suspected = {state: then for (state, step), then in TRANSITIONS.items() if step is Step.SUSPECTED}
    assert set(suspected) == set(State) - {State.IN_FLIGHT} - HAPPENED
    assert set(suspected.values()) == {State.UNKNOWN}


def test_a_redemption_is_the_same_by_member_points_bill_program_and_group(draft: Draft) -> None:
    """What the service would move decides whether a reference is kept, not what is shown or how the member agrees."""
    group = GroupChoice(id="11")
    same = [
        replace(draft, shown="", name="", notes="n", worth=None),
        replace(draft, validation=ValidationMethod.MISSED_CALL, custom_fields=(("a", "b"),)),
        replace(draft, points=Points(Decimal("250.1250"))),
    ]
    other = [
        replace(draft, identifier=Identifier(IdentifierKind.ID, draft.identifier.value)),
        replace(draft, identifier=Identifier(IdentifierKind.MOBILE, "919777788222")),
        replace(draft, points=Points(Decimal(250))),
        replace(draft, bill="B-1002"),
        replace(draft, program_id=""),
        replace(draft, group=group),
    ]
    assert all(draft.same_as(one) and one.same_as(draft) for one in same)
    assert not any(draft.same_as(one) or one.same_as(draft) for one in other)
    assert replace(draft, group=group).same_as(replace(draft, group=GroupChoice(id="11")))


@pytest.mark.parametrize("bill", ["", "B-1002", "b 1001"])
def test_the_same_intent_is_the_same_points_person_program_and_group(draft: Draft, bill: str) -> None:
    """Whatever the bill, which the caller compares, and however the person is named."""
    known = replace(draft, user_id="564670755")
    same = [
        replace(draft, bill=bill),
        replace(draft, notes="n", name="", custom_fields=(("a", "b"),), validation=ValidationMethod.SKIPPED),
        replace(draft, points=Points(Decimal("250.1250"))),
        replace(draft, identifier=Identifier(IdentifierKind.MOBILE, "9777788221")),
        replace(known, identifier=Identifier(IdentifierKind.EMAIL, "asha@example.com")),
    ]
    other = [
        replace(known, points=Points(Decimal(250))),
        replace(known, program_id=""),
        replace(known, group=GroupChoice(id="11")),
        replace(known, user_id="5"),
    ]
    assert all(known.is_same_intent(one) and one.is_same_intent(known) for one in same)
    assert not any(known.is_same_intent(one) or one.is_same_intent(known) for one in other)


MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((MOBILE, "5"), (Identifier(IdentifierKind.EMAIL, "a@b"), "5"), True),
        ((MOBILE, "5"), (MOBILE, "6"), False),
        ((MOBILE, "5"), (MOBILE, ""), True),
        ((MOBILE, ""), (Identifier(IdentifierKind.MOBILE, "+91 97777 88221"), ""), True),
        ((MOBILE, "5"), (Identifier(IdentifierKind.EMAIL, "a@b"), ""), False),
        ((MOBILE, "5"), (Identifier(IdentifierKind.ID, "5"), ""), True),
        ((MOBILE, "5"), (Identifier(IdentifierKind.ID, " 5 "), ""), True),
        ((MOBILE, "5"), (Identifier(IdentifierKind.ID, "6"), ""), False),
        ((MOBILE, ""), (Identifier(IdentifierKind.ID, "5"), ""), False),
        ((Identifier(IdentifierKind.CARD, "c-1"), ""), (Identifier(IdentifierKind.CARD, "C-1"), ""), True),
    ],
)
def test_the_service_s_own_id_decides_who_is_the_same_person(
    draft: Draft, one: tuple[Identifier, str], other: tuple[Identifier, str], *, expected: bool
) -> None:
    """It may be known from the member, or be what the cashier asked for. Else identifiers of one kind are compared."""
    mine = replace(draft, identifier=one[0], user_id=one[1])
    others = replace(draft, identifier=other[0], user_id=other[1])
    assert mine.is_same_person(others) is others.is_same_person(mine) is expected


@pytest.mark.parametrize("refusal", [*Refusal, None])
@pytest.mark.parametrize("state", State)
def test_the_same_reference_is_sent_again_only_if_nothing_was_processed(
    redeemed: Attempt, state: State, refusal: Refusal | None
) -> None:
    """Not sent, not applied, or refused as not processed. A failed item needs a new reference, whatever came later."""
    attempt = replace(redeemed, state=state, refusal=refusal)
    refused = state is State.REFUSED and refusal is Refusal.NOT_PROCESSED
    nothing_failed = state in {State.NOT_SENT, State.NOT_APPLIED} and refusal is not Refusal.FAILED
    assert attempt.is_resendable is (nothing_failed or refused)


@pytest.mark.parametrize("doubtful", [True, False])
@pytest.mark.parametrize("refusal", [*Refusal, None])
@pytest.mark.parametrize("state", State)
def test_an_attempt_is_unproved_if_it_counts_as_not_redeemed_without_proof(
    redeemed: Attempt, state: State, refusal: Refusal | None, doubtful: bool
) -> None:
    """The till looks these up before another press sends anything."""
    attempt = replace(redeemed, state=state, refusal=refusal, doubtful=doubtful)
    expected = {
        State.NOT_APPLIED: True,
        State.NOT_SENT: doubtful,
        State.REFUSED: refusal in {Refusal.NOT_PROCESSED, Refusal.FAILED},
    }
    assert attempt.is_unproved is expected.get(state, False)


def test_an_attempt_began_when_it_was_first_recorded(redeemed: Attempt) -> None:
    """Not when it was last sent, unless a journal of an earlier version kept no more."""
    again = replace(redeemed, at=NOON, begun=NOON - timedelta(hours=1))
    assert again.began == NOON - timedelta(hours=1)
    assert replace(again, begun=None).began == NOON


def test_what_the_service_took_counts_before_what_was_asked_for(draft: Draft, redeemed: Attempt) -> None:
    """What was asked for, and what the service said that is worth, count only if its answer does not speak of it."""
    asked = replace(redeemed, draft=replace(draft, worth=Decimal(50)), redeemed=None)
    assert asked.moved == Decimal("250.125")
    for answer, moved, value in (
        (Redeemed(), "250.125", Decimal(50)),
        (Redeemed(points=Decimal("250.125")), "250.125", Decimal(50)),
        (Redeemed(points=Decimal("250.125"), value=Decimal(9)), "250.125", Decimal(9)),
        (Redeemed(points=Decimal(40)), "40", None),
        (Redeemed(points=Decimal(40), value=Decimal(0)), "40", Decimal(0)),
    ):
        assert replace(asked, redeemed=answer).moved == Decimal(moved)
        assert asked.with_value(answer) == replace(answer, value=value)


@pytest.mark.parametrize("state", State)
def test_only_what_may_be_on_its_way_is_unsettled(redeemed: Attempt, state: State) -> None:
    """An attempt is unsettled while it is not known whether the points moved."""
    assert replace(redeemed, state=state).is_unsettled is (state in {State.IN_FLIGHT, State.UNKNOWN})


def test_an_attempt_shows_its_member_masked(redeemed: Attempt) -> None:
    """It shows the draft's masked text, or the last digits at most if there is none."""
    assert redeemed.masked_identifier == "+91 ••••• •8221"
    bare = replace(redeemed, draft=replace(redeemed.draft, shown=""))
    assert bare.masked_identifier == "••••••••8221"
    assert redeemed.short_reference == "01JP…0000"


def test_nothing_that_a_member_gave_is_in_an_attempt_s_repr(redeemed: Attempt) -> None:
    """Number, notes and custom fields cannot slip into a log with an attempt."""
    full = replace(
        redeemed, draft=replace(redeemed.draft, notes="for 9777788221", custom_fields=(("to", "9777788221"),))
    )
    assert "9777788221" not in repr(full)


def test_references_are_unique_readable_and_ordered_by_time() -> None:
    """26 letters and digits without I, L, O and U; a later one sorts behind an earlier one."""
    made = [new_reference(NOON + timedelta(milliseconds=step)) for step in range(500)]
    assert len(set(made)) == len(made)
    assert made == sorted(made)
    for reference in made:
        assert len(reference) == 26
        assert set(reference) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        assert is_reference(reference.lower())
    for other in ("", made[0][:-1], f"{made[0]}0", f"{made[0][:-1]}U", "9777788221"):
        assert not is_reference(other)


def test_references_of_one_moment_differ() -> None:
    """Two tills with the same clock never make the same reference: 80 bits are random."""
    made = {new_reference(NOON) for _ in range(5_000)}
    assert len(made) == 5_000
    assert len({reference[:10] for reference in made}) == 1
    assert all(len({reference[place] for reference in made}) == 32 for place in range(10, 26))


def test_a_reference_carries_its_moment() -> None:
    """The first ten characters are the milliseconds, so support can tell when an attempt was made."""
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for before, now in pairwise(NOON + timedelta(days=400 * years) for years in range(20)):
        read = 0
        for character in new_reference(now)[:10]:
            read = read * 32 + alphabet.index(character)
        assert read == int(now.timestamp() * 1000) > int(before.timestamp() * 1000)


@pytest.mark.parametrize(
    ("sent_to", "asked", "expected"),
    [
        ("https://a", "https://b", True),
        ("https://a", "https://a", False),
        ("", "https://b", False),
        ("https://a", "", False),
        ("https://a:443", "https://a", False),
        ("https://a/v2", "https://a:443/v2", False),
        ("https://a:444", "https://a", True),
        ("http://localhost:80", "http://localhost", False),
        ("https://[::1]:443", "https://[::1]", False),
    ],
)
def test_another_service_is_elsewhere(redeemed: Attempt, sent_to: str, asked: str, *, expected: bool) -> None:
    """Only if both are known: an earlier version did not record where it sent an attempt."""
    assert replace(redeemed, service=sent_to).is_elsewhere(asked) is expected
