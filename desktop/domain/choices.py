"""Holds what a cashier chooses besides points and bill: program, group, custom fields, notes, and money for points."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.group import GroupChoice

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.member import Member, MemberGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The cashier's choices for one member.

    Attributes:
        program_id: the program whose points are redeemed; empty for the service's default program.
        group: the group whose points are redeemed; None for the member's own points.
        custom_fields: each field's name with what was typed, in the order of the settings.
        notes: free text.
        as_money: True if the cashier types an amount of money instead of points (`currency_input`).
    """

    program_id: str = ""
    group: GroupChoice | None = None
    custom_fields: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    notes: str = field(default="", repr=False)
    as_money: bool = False

    def for_member(self, member: Member, *, fixed_program: str = "") -> Choices:
        """Returns the initial choices for a member who was just found.

        If the member has one program, there is nothing to choose and the service uses its default. If the member has
        several, the first is selected and named on the wire, so that what the window shows is what is redeemed.

        Args:
            member: the member as found.
            fixed_program: the till's own program, if the settings name one.
        """
        if fixed_program:
            return replace(self, program_id=fixed_program, group=None)
        listed = {one.id for one in member.programs}
        if self.program_id not in listed:
            first = member.programs[0].id if len(member.programs) > 1 else ""
            return replace(self, program_id=first, group=None)
        return self

    def available(self, member: Member) -> Decimal | None:
        """Returns the balance that can be redeemed; None if the service did not say.

        For a program that the member is not in, the balance is unknown. The default program's balance would be wrong.
        """
        if self.group is not None:
            found = group_of(member, self.group)
            return found.points if found is not None else None
        if self.program_id and member.programs and all(one.id != self.program_id for one in member.programs):
            return None
        return member.points_in(self.program_id)

    def tier(self, member: Member) -> str:
        """The member's tier in the program; empty for a group."""
        return "" if self.group is not None else member.tier_in(self.program_id)


def choice_of(group: MemberGroup) -> GroupChoice:
    """Returns the parameter that names a group from a look-up: the most reliable one that is known, and no other."""
    if group.id:
        return GroupChoice(id=group.id, name=group.name)
    if group.external_id:
        return GroupChoice(external_id=group.external_id, name=group.name)
    return GroupChoice(primary_user_id=group.primary_user_id, name=group.name)


def group_of(member: Member, choice: GroupChoice) -> MemberGroup | None:
    """Returns the member's group that a choice names, if the look-up returned it."""
    for group in member.groups:
        named = (
            (choice.id, group.id),
            (choice.external_id, group.external_id),
            (choice.primary_user_id, group.primary_user_id),
        )
        given = [(wanted, known) for wanted, known in named if wanted]
        if given and all(wanted == known for wanted, known in given):
            return group
    return None
