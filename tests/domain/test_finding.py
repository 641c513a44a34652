"""Tests finding members by something else than a mobile number."""

from __future__ import annotations

import pytest

from desktop.domain.finding import IdentifierError, IdentifierProblem, found, read_identifier
from desktop.domain.masking import mask_identifier
from desktop.domain.member import Identifier, IdentifierKind, Member
from desktop.domain.mobile import mobile_of

CARD, EMAIL, EXTERNAL = IdentifierKind.CARD, IdentifierKind.EMAIL, IdentifierKind.EXTERNAL_ID


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (CARD, " 4000 0000 01 ", "4000000001"),
        (EMAIL, "asha@example.com ", "asha@example.com"),
        (EXTERNAL, "A 12", "A 12"),
    ],
)
def test_what_is_typed_or_scanned_is_read(kind: IdentifierKind, typed: str, value: str) -> None:
    """Spaces that are printed on a card but not read by a scanner are dropped."""
    assert read_identifier(kind, typed) == Identifier(kind, value)


@pytest.mark.parametrize(
    ("kind", "typed", "problem"),
    [
        (CARD, "  ", IdentifierProblem.EMPTY),
        (CARD, "4" * 101, IdentifierProblem.TOO_LONG),
        (CARD, "4000,4001", IdentifierProblem.NOT_ONE),
        (EXTERNAL, "a\x07b", IdentifierProblem.NOT_ONE),
        (EMAIL, "a b@example.com", IdentifierProblem.NOT_ONE),
        (EMAIL, "example.com", IdentifierProblem.NOT_AN_EMAIL),
        (EMAIL, "@example.com", IdentifierProblem.NOT_AN_EMAIL),
        (EMAIL, "a@b@c", IdentifierProblem.NOT_AN_EMAIL),
    ],
)
def test_what_names_no_member_or_several_is_refused(
    kind: IdentifierKind, typed: str, problem: IdentifierProblem
) -> None:
    """The refusal has a reason."""
    with pytest.raises(IdentifierError) as caught:
        read_identifier(kind, typed)
    assert caught.value.problem is problem


def _member(kind: IdentifierKind, asked: str, mobile: str) -> Member:
    return Member(identifier=Identifier(kind, asked), mobile=mobile)


def test_members_are_redeemed_by_their_mobile_number() -> None:
    """This does not depend on how they were found. Without a number, the identifier stays."""
    assert found(_member(CARD, "4000", "919777788221")).identifier == Identifier(IdentifierKind.MOBILE, "919777788221")
    without = _member(CARD, "4000", "")
    assert found(without).identifier == without.identifier


def test_a_member_found_by_card_keeps_its_number() -> None:
    """A code can be asked for by it. Members who were found in another way have none."""
    assert found(_member(CARD, "4000", "919777788221")).card == "4000"
    assert found(_member(CARD, "4000", "")).card == "4000"
    assert found(_member(IdentifierKind.MOBILE, "919777788221", "919777788221")).card == ""


@pytest.mark.parametrize(("asked", "answered"), [("919777788221", "+91 97777 88221"), ("9777788221", "919777788221")])
def test_one_number_in_two_spellings_is_one_member(asked: str, answered: str) -> None:
    """The identifier stays as it was asked, because that one is known to work."""
    member = _member(IdentifierKind.MOBILE, asked, answered)
    assert found(member) is member


@pytest.mark.parametrize("answered", ["919876543010", "788221"])
def test_an_answer_with_another_number_is_a_merged_account(answered: str) -> None:
    """The redemption names the account that exists."""
    merged = found(_member(IdentifierKind.MOBILE, "919777788221", answered))
    assert merged.was_merged
    assert merged.identifier.value == answered


@pytest.mark.parametrize("kind", [IdentifierKind.MOBILE, CARD])
@pytest.mark.parametrize(
    "answered", ["91XXXXXX8221", "********8221", "<b>1</b>", "n/a", "-", "+", "0", "0000000000", "-1"]
)
def test_a_masked_number_does_not_take_the_place_of_what_was_asked(kind: IdentifierKind, answered: str) -> None:
    """No redemption could name the member by it."""
    shown = found(_member(kind, "919777788221", answered))
    assert (shown.identifier, shown.was_merged) == (Identifier(kind, "919777788221"), False)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("asha@example.com", "a•••@example.com"),
        ("919777788221", "••••••••8221"),
        ("AB12345678", "••••••5678"),
        ("AB12", "••12"),
        ("", ""),
    ],
)
def test_any_identifier_is_masked(text: str, masked: str) -> None:
    """Enough is left to recognise one's own identifier, but not to use it."""
    assert mask_identifier(text) == masked


@pytest.mark.parametrize(("number", "shown"), [("919777788221", "+91 ••••• •8221"), ("9777788221", "+91 ••••• •8221")])
def test_a_members_number_is_shown_whatever_its_spelling(number: str, shown: str) -> None:
    """With or without the country code."""
    mobile = mobile_of(_member(CARD, "4000", number), "IN")
    assert mobile is not None
    assert mobile.masked == shown


def test_what_is_no_number_is_not_shown_as_one() -> None:
    """No number is invented."""
    assert mobile_of(_member(CARD, "4000", "221"), "IN") is None


@pytest.mark.parametrize(("kind", "enrolled"), [("LOYALTY", True), ("", True), ("non_loyalty", False)])
def test_members_outside_the_program_are_known(kind: str, enrolled: bool) -> None:
    """Only if the service says so."""
    assert Member(identifier=Identifier(CARD, "4000"), kind=kind).is_enrolled is enrolled
