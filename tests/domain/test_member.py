"""Owns tests of members: points and tier by program, and what is not shown of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.domain.member import Identifier, IdentifierKind, Member, MemberGroup, Program

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
    """A named program has its own balance and tier; what it does not say is the default program's."""
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
def test_what_is_no_mark_is_not_taken_for_one(status: str) -> None:
    """Nobody is turned away by a word that merely looks like the mark."""
    assert not Member(identifier=MEMBER.identifier, fraud_status=status).is_marked_as_fraud


def test_a_member_s_number_and_address_are_not_in_the_repr() -> None:
    """Neither the identifier nor the fields behind it can slip into a log."""
    assert "919777788221" not in repr(MEMBER)
    assert "asha@example.com" not in repr(MEMBER)
    assert repr(MEMBER.identifier) == "Identifier(mobile)"
