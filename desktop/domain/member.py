"""Describes members: who they are, what they hold, in which programs and groups."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class IdentifierKind(StrEnum):
    """The kinds of identifiers. The values are the query parameters of customer/get."""

    MOBILE = "mobile"
    EMAIL = "email"
    EXTERNAL_ID = "external_id"
    CARD = "card"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Identifier:
    """Names a member.

    Attributes:
        kind: which of the identifiers.
        value: as the service wants it; a mobile number as digits with the country code.
    """

    kind: IdentifierKind
    value: str

    def __repr__(self) -> str:
        return f"Identifier({self.kind.value})"


_SHORTEST_NUMBER = 6
"""If a number has fewer digits, its end does not tell which number it is."""

_LONGEST_COUNTRY_CODE = 3


def is_same_number(one: str, other: str) -> bool:
    """True if both texts can be the same mobile number, with or without country code, `+`, blanks and leading zeros.

    Digits of any script count. A text that holds anything besides digits and separators is no number.
    """
    mine, others = _digits(one), _digits(other)
    if mine is None or others is None:
        return one == other
    shorter, longer = sorted((mine, others), key=len)
    if len(shorter) < _SHORTEST_NUMBER:
        return shorter == longer
    return longer.endswith(shorter) and len(longer) - len(shorter) <= _LONGEST_COUNTRY_CODE


def is_number(text: str) -> bool:
    """True if a text can be a member's mobile number: not masked, and not what stands for none, such as `-`."""
    digits = _digits(text)
    return digits is not None and len(digits) >= _SHORTEST_NUMBER


def is_same_person(one: Identifier, other: Identifier) -> bool:
    """True if both identifiers name the same person, as far as identifiers of one kind can tell."""
    if one.kind is not other.kind:
        return False
    if one.kind is IdentifierKind.MOBILE:
        return is_same_number(one.value, other.value)
    return one.value.strip().casefold() == other.value.strip().casefold()


def _digits(text: str) -> str | None:
    digits = "".join(str(unicodedata.decimal(one)) for one in text if one.isdecimal())
    others = {one for one in text if not one.isdecimal()}
    return digits.lstrip("0") if digits and others <= set("+-()./ \u00a0") else None


@dataclass(frozen=True, slots=True)
class Program:
    """One loyalty program that a member is in.

    Attributes:
        id: `program_id` on the wire.
        title: as the organisation names it; may be empty.
        points: what can be redeemed in it.
        tier: the member's tier ("slab") in it; may be empty.
    """

    id: str
    title: str
    points: Decimal
    tier: str = ""


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """A group (`user_groups2`) whose points the member may be allowed to redeem.

    Attributes:
        id: `user_group2_id` on the wire; may be empty if only the external id is known.
        external_id: `user_group2_external_id`.
        name: as shown; may be empty.
        primary_user_id: the primary member's user id; may be empty.
        points: what the group holds, if the service says so.
    """

    id: str
    external_id: str = ""
    name: str = ""
    primary_user_id: str = ""
    points: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member as customer/get describes them.

    Attributes:
        identifier: what the look-up asked for, and what is redeemed with.
        user_id: the service's own id; may be empty.
        name: first and last name; may be empty.
        mobile: as the service has it, digits; may be empty.
        email: may be empty.
        external_id: may be empty.
        card: the card number that the member was found by; empty if it was not asked for.
        tier: of the default program; may be empty.
        points: what can be redeemed in the default program; None if the service did not say.
        programs: every program, the default one first.
        groups: groups that the member belongs to.
        fraud_status: `NONE` or empty if nothing is wrong.
        kind: `LOYALTY`, or another word of the service; may be empty.
        was_merged: whether the account that was asked for had been merged into this one.
        request_id: of the look-up, for support.
    """

    identifier: Identifier
    user_id: str = ""
    name: str = ""
    mobile: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    external_id: str = ""
    card: str = field(default="", repr=False)
    tier: str = ""
    points: Decimal | None = None
    programs: tuple[Program, ...] = ()
    groups: tuple[MemberGroup, ...] = ()
    fraud_status: str = ""
    kind: str = ""
    was_merged: bool = False
    request_id: str = ""

    def points_in(self, program_id: str) -> Decimal | None:
        """Returns what can be redeemed in a program; in the default program if none is named or it is not listed."""
        for program in self.programs:
            if program_id and program.id == program_id:
                return program.points
        return self.points

    def tier_in(self, program_id: str) -> str:
        """Returns the member's tier in a program."""
        for program in self.programs:
            if program_id and program.id == program_id:
                return program.tier or self.tier
        return self.tier

    @property
    def is_enrolled(self) -> bool:
        """False if the service says that the member is not in the loyalty program.

        It then refuses to redeem (686, 881).
        """
        return self.kind.strip().upper() != "NON_LOYALTY"

    @property
    def is_marked_as_fraud(self) -> bool:
        """True if the service marks the account as fraudulent. It then refuses to redeem (codes 809, 820, 3045)."""
        return self.fraud_status.strip().upper() in {"MARKED", "CONFIRMED", "FRAUD", "INTERNAL"}
