"""Tests members: points and tier by program, and what is not shown of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.member import (
    Identifier,
    IdentifierKind,
    Member,
    MemberGroup,
    Program,
    is_same_number,
    is_same_person,
)

MEMBER = Member(
    identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
    mobile="919777788221",
    email="asha@example.com",
    tier="Silver",
    points=Decimal(1991),
    programs=(Program("973", "Main", Decimal(1991), "Gold"), Program("974", "Coffee", Decimal("12.5"))),
    groups=(MemberGroup("11"),),
)


@pytest.mark.parametrize(
    ("program", "points", "tier"),
    [("973", "1991", "Gold"), ("974", "12.5", "Silver"), ("", "1991", "Silver"), ("999", "1991", "Silver")],
)
def test_points_and_tier_belong_to_the_program(program: str, points: str, tier: str) -> None:
    """A named program has its own balance and tier. If it does not say them, the default program's count."""
    assert MEMBER.points_in(program) == Decimal(points)
    assert MEMBER.tier_in(program) == tier


def test_a_program_without_an_id_is_not_the_one_that_is_meant_by_no_id() -> None:
    """An empty program id means the default program, whatever the service left out."""
    member = Member(identifier=MEMBER.identifier, points=Decimal(1), programs=(Program("", "?", Decimal(5), "Odd"),))
    assert member.points_in("") == Decimal(1)
    assert member.tier_in("") == ""


@pytest.mark.parametrize("status", ["MARKED", "confirmed", " Fraud ", "INTERNAL"])
def test_fraud_is_seen_however_it_is_written(status: str) -> None:
    """Case and space in the service's answer do not hide the mark."""
    assert Member(identifier=MEMBER.identifier, fraud_status=status).is_marked_as_fraud


@pytest.mark.parametrize("status", ["", "NONE", "RECONFIRMED", "NOT_FRAUD"])
def test_another_word_is_no_mark_of_fraud(status: str) -> None:
    """No member is refused because of a word that only looks like the mark."""
    assert not Member(identifier=MEMBER.identifier, fraud_status=status).is_marked_as_fraud


def test_a_member_s_number_and_address_are_not_in_the_repr() -> None:
    """Neither the identifier nor the fields behind it can slip into a log."""
    assert "919777788221" not in repr(MEMBER)
    assert "asha@example.com" not in repr(MEMBER)
    assert repr(MEMBER.identifier) == "Identifier(mobile)"


@pytest.mark.parametrize(
    "other",
    [
        "919777788221",
        "9777788221",
        "09777788221",
        "+91 97777 88221",
        "+91-97777-88221",
        "(91) 97777.88221",
        "0091\u00a097777/88221",
        "٩١٩٧٧٧٧٨٨٢٢١",
        "919777788221 ",
    ],
)
def test_a_number_is_the_same_with_or_without_its_country_code(other: str) -> None:
    """`+`, blanks, dashes, brackets and leading zeros do not count, and digits of any script do."""
    assert is_same_number("919777788221", other)
    assert is_same_number(other, "919777788221")


@pytest.mark.parametrize(
    "other",
    ["919777788222", "8221", "88221", "12349777788221", "91977778822", "777788221x", "nobody", "", "-", "+", "000"],
)
def test_a_number_that_differs_is_another_member_s(other: str) -> None:
    """A few last digits, a country code too long for one, a letter: whose number it is cannot be told."""
    assert not is_same_number("9777788221", other)
    assert not is_same_number(other, "9777788221")


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("x", "x", True), ("", "", True), ("x", "X", False), ("7", "07", True)]
)
def test_what_is_not_a_number_is_compared_literally(one: str, other: str, *, expected: bool) -> None:
    """A short number is compared as a whole, too."""
    assert is_same_number(one, other) is expected


@pytest.mark.parametrize(("kept", "expected"), [(6, False), (7, True), (8, True), (10, True)])
def test_only_a_country_code_may_be_missing(kept: int, *, expected: bool) -> None:
    """Three digits at most."""
    assert is_same_number("1234567890", "1234567890"[-kept:]) is expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_being_the_same_number_works_both_ways(one: str, other: str) -> None:
    """Every text is the same as itself, whatever a service echoes."""
    assert is_same_number(one, other) is is_same_number(other, one)
    assert is_same_number(one, one)


@given(st.from_regex(r"[1-9][0-9]{9,12}", fullmatch=True), st.integers(0, 12), st.sampled_from(" -./()+\u00a0"))
def test_separators_never_make_another_number(number: str, at: int, mark: str) -> None:
    """It does not matter where a release puts them."""
    assert is_same_number(number, number[:at] + mark + number[at:])


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        (IdentifierKind.MOBILE, "919777788221", "9777788221", True),
        (IdentifierKind.MOBILE, "919777788221", "919777788222", False),
        (IdentifierKind.EMAIL, "Asha@Example.com", " asha@example.com ", True),
        (IdentifierKind.EMAIL, "asha@example.com", "a@example.com", False),
        (IdentifierKind.EXTERNAL_ID, "X-1", "x-1", True),
        (IdentifierKind.ID, "919777788221", "9777788221", False),
        (IdentifierKind.CARD, "001", "1", False),
    ],
)
def test_a_person_is_the_same_by_identifiers_of_one_kind(
    kind: IdentifierKind, one: str, other: str, *, expected: bool
) -> None:
    """Only a mobile number has several forms."""
    assert is_same_person(Identifier(kind, one), Identifier(kind, other)) is expected


def test_identifiers_of_two_kinds_tell_nothing() -> None:
    """The same digits can be one person's number and another's card."""
    assert not is_same_person(MEMBER.identifier, Identifier(IdentifierKind.CARD, MEMBER.identifier.value))
