"""Owns what a cashier chooses beside points and bill: program, group, custom fields, notes, and money for points."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.group import GroupChoice

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.member import Member, MemberGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What is chosen for one member.

    Attributes:
        program_id: where the points are taken from; empty for the service's default program.
        group: whose points, where it is not the member's own.
        custom_fields: names and what was typed for each, in the order of the settings.
        notes: free text.
        as_money: whether an amount of money is typed in place of points (`currency_input`).
    """

    program_id: str = ""
    group: GroupChoice | None = None
    custom_fields: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    notes: str = field(default="", repr=False)
    as_money: bool = False

    def for_member(self, member: Member, *, fixed_program: str = "") -> Choices:
        """The choices to begin with for a member who was just found.

        A member of one program meets no choice and the service's default; one of several begins with the first, which
        is named on the wire, so that what is shown is what is redeemed.

        Args:
            member: as found.
            fixed_program: the till's own program, where the settings name one.
        """
        if fixed_program:
            return replace(self, program_id=fixed_program, group=None)
        listed = {one.id for one in member.programs}
        if self.program_id not in listed:
            first = member.programs[0].id if len(member.programs) > 1 else ""
            return replace(self, program_id=first, group=None)
        return self

    def available(self, member: Member) -> Decimal | None:
        """What can be redeemed; None where nobody said.

        A program that the member is not in holds nothing that is known: the default program's points would mislead.
        """
        if self.group is not None:
            found = group_of(member, self.group)
            return found.points if found is not None else None
        if self.program_id and member.programs and all(one.id != self.program_id for one in member.programs):
            return None
        return member.points_in(self.program_id)

    def tier(self, member: Member) -> str:
        """The member's tier in the program; none in a group."""
        return "" if self.group is not None else member.tier_in(self.program_id)


def choice_of(group: MemberGroup) -> GroupChoice:
    """The parameters that name a group which the look-up returned: the strongest that it knows, and only that."""
    if group.id:
        return GroupChoice(id=group.id, name=group.name)
    if group.external_id:
        return GroupChoice(external_id=group.external_id, name=group.name)
    return GroupChoice(primary_user_id=group.primary_user_id, name=group.name)


def group_of(member: Member, choice: GroupChoice) -> MemberGroup | None:
    """The member's own group that a choice names, where the look-up returned it."""
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
