"""Tests the choice of a program and a group."""

from __future__ import annotations

from decimal import Decimal

from desktop.domain.choices import Choices, choice_of, group_of
from desktop.domain.group import GroupChoice, PrimaryUserIdentifierType
from desktop.domain.member import Identifier, IdentifierKind, Member, MemberGroup, Program

ASHA = Identifier(IdentifierKind.MOBILE, "919777788221")
CLUB = Program("973", "Points Club", Decimal(420), "Silver")
TRAVEL = Program("1044", "Travel Club", Decimal("1250.5"), "Gold")
FAMILY = MemberGroup("5501", "FAM-5501", "Mehta family", "564671006", Decimal(5000))
ONE = Member(identifier=ASHA, points=Decimal(420), tier="Silver", programs=(CLUB,))
TWO = Member(identifier=ASHA, points=Decimal(420), tier="Silver", programs=(CLUB, TRAVEL), groups=(FAMILY,))


def test_a_member_of_one_program_names_none() -> None:
    """The service uses the default program."""
    begun = Choices(program_id="gone", group=GroupChoice(id="1")).for_member(ONE)
    assert (begun.program_id, begun.group) == ("", None)
    assert begun.available(ONE) == 420


def test_a_member_of_several_begins_with_the_first_and_keeps_what_was_chosen() -> None:
    """The program that is shown is the one that is sent. The same member found again keeps the choice."""
    begun = Choices().for_member(TWO)
    assert begun.program_id == "973"
    chosen = Choices(program_id="1044", notes="x")
    assert chosen.for_member(TWO) == chosen
    assert (chosen.available(TWO), chosen.tier(TWO)) == (Decimal("1250.5"), "Gold")


def test_a_fixed_program_is_every_members() -> None:
    """If the member is not in it, its balance is unknown: the default program's points are not its points."""
    fixed = Choices().for_member(TWO, fixed_program="1055")
    assert fixed.program_id == "1055"
    assert fixed.available(TWO) is None
    unlisted = Member(identifier=ASHA, points=Decimal(7))
    assert fixed.available(unlisted) == 7


def test_a_groups_points_are_its_own() -> None:
    """A group from the look-up has a balance. The balance of one that was named by its main member is unknown."""
    chosen = Choices(group=choice_of(FAMILY))
    assert (chosen.available(TWO), chosen.tier(TWO)) == (Decimal(5000), "")
    by_mail = GroupChoice(identifier_type=PrimaryUserIdentifierType.EMAIL, identifier_value="rekha@example.com")
    assert Choices(group=by_mail).available(TWO) is None


def test_a_group_is_named_by_the_strongest_that_is_known() -> None:
    """Number, other system's number, main member: one parameter is enough, and no more is sent."""
    assert choice_of(FAMILY).parameters == {"user_group2_id": "5501"}
    assert choice_of(MemberGroup("", "FAM", "n")).parameters == {"user_group2_external_id": "FAM"}
    assert choice_of(MemberGroup("", primary_user_id="9")).parameters == {"user_group2_primary_user_id": "9"}


def test_a_group_named_by_hand_is_recognised() -> None:
    """By any of its own names. A number that differs is another group."""
    for choice in (
        GroupChoice(id="5501"),
        GroupChoice(external_id="FAM-5501"),
        GroupChoice(primary_user_id="564671006"),
        GroupChoice(id="5501", external_id="FAM-5501"),
    ):
        assert group_of(TWO, choice) is FAMILY
    assert group_of(TWO, GroupChoice(id="5501", external_id="other")) is None
    assert group_of(TWO, GroupChoice(id="1")) is None
