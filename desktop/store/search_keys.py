"""Makes texts comparable for searching: the same key for a stored value and for what a cashier types."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.member import IdentifierKind
from desktop.domain.mobile import MASK, mask_digits

if TYPE_CHECKING:
    from desktop.domain.member import Identifier

LAST_DIGITS = 4
"""Digits from which a number is found by its end; as many stay after the number was dropped."""

_LONG_NUMBER = 7
"""Digits from which a run may be somebody's number."""

_COMPARED_DIGITS = 6
"""Digits at the end of a mobile number that every form of it shares (`desktop.domain.member.is_same_number`)."""

_SURROGATES, _AFTER_SURROGATES = 0xD800, 0xE000
"""Code points between these are no text."""

_NUMBER = re.compile(r"\d(?:[ ().\-\u00a0\u2010-\u2015]?\d){6,}")
_NUMBER_LIKE = re.compile(r"[\d\s()+\-./\u2010-\u2015\u200e\u200f\u202a-\u202e\u2060-\u2069]+")
_SHOWN_COUNTRY = re.compile(r"\+(\d{1,3})")


@dataclass(frozen=True, slots=True)
class NumberKeys:
    """What a mobile number is found by.

    Attributes:
        digits: all digits, with the country code where it is known.
        national: those without the country code, where that differs.
        reversed: the digits from the last to the first.
    """

    digits: str = ""
    national: str = ""
    reversed: str = ""


def number_keys(identifier: Identifier, shown: str) -> NumberKeys:
    """The keys of a member's number; empty ones where the member is known by something else.

    The service may want numbers without the country code; what is shown (`+91 ••••• •8221`) always has it.
    """
    if identifier.kind is not IdentifierKind.MOBILE:
        return NumberKeys()
    digits = digits_of(identifier.value)
    country = _SHOWN_COUNTRY.match(shown)
    if country is None:
        return NumberKeys(digits, "", digits[::-1])
    # A national number may begin with the country's digits: the prefix is the country only where the value says so.
    national = digits.removeprefix(country[1])
    if not identifier.value.startswith("+") and _shown_digits(shown) == len(country[1]) + len(digits):
        national, digits = digits, country[1] + digits
    return NumberKeys(digits, national if national != digits else "", digits[::-1])


def _shown_digits(shown: str) -> int:
    return sum(character.isdigit() or character == MASK for character in shown)


def digits_of(text: str) -> str:
    """The digits of a text, of any script, as `0` to `9`."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())


def fold(text: str) -> str:
    """A text without regard to case, width, digits' script and white space around it."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in folded)


def loose_key(text: str) -> str:
    """A bill number without regard to blanks, dashes, slashes and leading zeros; empty if nothing else is in it."""
    return "".join(one for one in fold(text) if one.isalnum()).lstrip("0")


def person_key(identifier: Identifier) -> str:
    """A key that two identifiers share whenever `is_same_person` says that they name the same person.

    Two numbers are the same only if the shorter one, of at least six digits, ends the longer one, so their last six
    digits agree. Different persons may share a key: compare what it finds.
    """
    if identifier.kind is IdentifierKind.MOBILE:
        digits = digits_of(identifier.value)
        value = (digits.lstrip("0") or "0")[-_COMPARED_DIGITS:] if digits else identifier.value
    else:
        value = identifier.value.strip().casefold()
    return f"{identifier.kind.value}:{value}" if value else ""


def is_number_like(text: str) -> bool:
    """Whether a text could be a number or a part of one."""
    return bool(_NUMBER_LIKE.fullmatch(text)) and any(character.isdecimal() for character in text)


def prefix_range(prefix: str) -> tuple[str, str]:
    """The bounds, the second one exclusive, of all texts that begin with a prefix. `LIKE` would not use the index.

    SQLite compares UTF-8 bytes, whose order is that of the code points.
    """
    last = ord(prefix[-1])
    if last == sys.maxunicode:
        return prefix, prefix + chr(sys.maxunicode) * 2
    return prefix, prefix[:-1] + chr(_AFTER_SURROGATES if last + 1 == _SURROGATES else last + 1)


def mask_numbers(text: str) -> str:
    """A text in which every run of digits that could be somebody's number is masked."""
    return _NUMBER.sub(lambda found: mask_digits(found[0]), text)


def mask_member(text: str, identifier: Identifier) -> str:
    """A text of the service's without the member's identifier, however much of its country code it carries."""
    if not identifier.value:
        return text
    if identifier.kind is not IdentifierKind.MOBILE:
        return text.replace(identifier.value, MASK * 3)
    tail = digits_of(identifier.value)[-_LONG_NUMBER:]

    def masked(found: re.Match[str]) -> str:
        return mask_digits(found[0]) if digits_of(found[0]).endswith(tail) else found[0]

    return _NUMBER.sub(masked, text)
