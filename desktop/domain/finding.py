"""Reads identifiers other than mobile numbers, and names a found member by the number to redeem with."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.member import Identifier, IdentifierKind, is_number

if TYPE_CHECKING:
    from desktop.domain.member import Member

LONGEST = 100

_MIN_SHARED_DIGITS = 8
"""Two spellings of one mobile number have at least this many final digits in common."""


class IdentifierProblem(StrEnum):
    """Why a text cannot name a member."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_ONE = "not_one"
    NOT_AN_EMAIL = "not_an_email"


class IdentifierError(ValueError):
    """A text that cannot name a member.

    Attributes:
        problem: the reason.
    """

    def __init__(self, problem: IdentifierProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def read_identifier(kind: IdentifierKind, text: str) -> Identifier:
    """Reads a card number, an e-mail address or an external id as typed or scanned.

    Raises:
        IdentifierError: if the text cannot be one. A comma is refused, because it would ask for several members at
            once.
    """
    value = text.strip()
    if kind is IdentifierKind.CARD:
        # People read a card number in groups of four, as it is printed, but scanners do not.
        value = "".join(value.split())
    if not value:
        raise IdentifierError(IdentifierProblem.EMPTY)
    if len(value) > LONGEST:
        raise IdentifierError(IdentifierProblem.TOO_LONG)
    if "," in value or not value.isprintable() or (kind is not IdentifierKind.EXTERNAL_ID and " " in value):
        raise IdentifierError(IdentifierProblem.NOT_ONE)
    if kind is IdentifierKind.EMAIL:
        name, at, host = value.partition("@")
        if not (name and at and host) or "@" in host:
            raise IdentifierError(IdentifierProblem.NOT_AN_EMAIL)
    return Identifier(kind, value)


def found(member: Member) -> Member:
    """Returns the member under their mobile number, even if they were found by another identifier.

    The vendor's page names members by mobile number only, and the journal stores one identifier for each member. If the
    service answers with a different number than the one asked for, that account was merged into the one it returned. If
    it masks the number or gives none, the member keeps the identifier that was asked for.
    """
    asked = member.identifier
    if asked.kind is IdentifierKind.CARD:
        member = replace(member, card=asked.value)
    if not is_number(member.mobile):
        return member
    if asked.kind is not IdentifierKind.MOBILE:
        return replace(member, identifier=Identifier(IdentifierKind.MOBILE, member.mobile))
    if _is_same_number(asked.value, member.mobile):
        return member
    return replace(member, identifier=Identifier(IdentifierKind.MOBILE, member.mobile), was_merged=True)


def _is_same_number(one: str, other: str) -> bool:
    """True if two texts can be one number: with or without the country code, a plus or a leading zero."""
    first, second = (
        "".join(character for character in text if character.isdigit()).lstrip("0") for text in (one, other)
    )
    if min(len(first), len(second)) < _MIN_SHARED_DIGITS:
        return first == second
    return first.endswith(second) or second.endswith(first)
