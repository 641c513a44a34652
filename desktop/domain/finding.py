"""Owns finding members by something else than a mobile number, and by what they are redeemed once they are found."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.member import Identifier, IdentifierKind

if TYPE_CHECKING:
    from desktop.domain.member import Member

LONGEST = 100

_FEWEST_DIGITS = 8
"""Digits at the end that two spellings of one mobile number have in common at least."""


class IdentifierProblem(StrEnum):
    """Why a text cannot name a member."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_ONE = "not_one"
    NOT_AN_EMAIL = "not_an_email"


class IdentifierError(ValueError):
    """A text that cannot name a member.

    Attributes:
        problem: why.
    """

    def __init__(self, problem: IdentifierProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def read_identifier(kind: IdentifierKind, text: str) -> Identifier:
    """Reads a card number, an e-mail address or an external id as it was typed or scanned.

    Raises:
        IdentifierError: where it cannot be one. A comma would ask the service for several members at once.
    """
    value = text.strip()
    if kind is IdentifierKind.CARD:
        # Cards are printed in groups of four and read so by people, but not by readers.
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
    """A member as they are redeemed: by their mobile number where they were found by something else.

    The vendor's page names members by mobile number only, and the journal knows one member by one identifier. Where the
    service answers a number with an account of another number, the first was merged into the second.
    """
    if not member.mobile:
        return member
    asked = member.identifier
    if asked.kind is not IdentifierKind.MOBILE:
        return replace(member, identifier=Identifier(IdentifierKind.MOBILE, member.mobile))
    if _is_same_number(asked.value, member.mobile):
        return member
    return replace(member, identifier=Identifier(IdentifierKind.MOBILE, member.mobile), was_merged=True)


def _is_same_number(one: str, other: str) -> bool:
    """Whether two spellings can be one number: with a country code or without, with a plus or a nought before it."""
    first, second = (
        "".join(character for character in text if character.isdigit()).lstrip("0") for text in (one, other)
    )
    if min(len(first), len(second)) < _FEWEST_DIGITS:
        return first == second
    return first.endswith(second) or second.endswith(first)
