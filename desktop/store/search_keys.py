"""Makes texts comparable: a stored value and the text that a cashier types get the same key."""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.masking import MASK, mask_digits

if TYPE_CHECKING:
    from desktop.domain.member import Identifier

# `points-till outcome` imports this module while a POS waits, so it has neither data classes nor enumerations.

MOBILE = "mobile"
"""`IdentifierKind.MOBILE` as it is stored."""

LAST_DIGITS = 4
"""Minimum number of digits for finding a number by its end. The same number of digits stays after forgetting."""

_LONG_NUMBER = 7
"""Minimum length of a run of digits that may be a member's number."""

COMPARED_DIGITS = 6
"""Digits at the end of a mobile number that all of its forms share (`desktop.domain.member.is_same_number`)."""

_SURROGATES, _AFTER_SURROGATES = 0xD800, 0xE000
"""The range of code points that are not characters. The second one is exclusive."""

# Patterns are compiled when they are first used, because `points-till outcome` needs few of them while a POS waits.
_NO_DIGITS = r"[^0-9]+"
_NUMBER = r"\d(?:[ ().\-\u00a0\u2010-\u2015]?\d){6,}"
_LEADING_ZEROS = r"(?<![0-9])0+(?=[0-9])"
_NUMBER_LIKE = r"[\d\s()+\-./\u2010-\u2015\u200e\u200f\u202a-\u202e\u2060-\u2069]+"
_SHOWN_COUNTRY = r"\+(\d{1,3})"
_ASCII_MARKS = {number: None for number in range(128) if not chr(number).isalnum()}


class NumberKeys(NamedTuple):
    """The keys that find a mobile number.

    Attributes:
        digits: all digits, with the country code if it is known.
        national: the digits without the country code, if they differ.
        reversed: the digits from last to first.
    """

    digits: str = ""
    national: str = ""
    reversed: str = ""


def number_keys(kind: str, value: str, shown: str) -> NumberKeys:
    """Returns the keys of a member's number, or empty keys if the identifier is of another kind.

    The service may want numbers without the country code, but the shown form (`+91 ••••• •8221`) always has it.
    """
    if kind != MOBILE:
        return NumberKeys()
    digits = digits_of(value)
    country = re.match(_SHOWN_COUNTRY, shown)
    if country is None:
        return NumberKeys(digits, "", digits[::-1])
    # A national number may begin with its country's digits. Remove the prefix only if the value includes the country.
    national = digits.removeprefix(country[1])
    if not value.startswith("+") and _shown_digits(shown) == len(country[1]) + len(digits):
        national, digits = digits, country[1] + digits
    return NumberKeys(digits, national if national != digits else "", digits[::-1])


def _shown_digits(shown: str) -> int:
    return sum(character.isdigit() or character == MASK for character in shown)


def digits_of(text: str) -> str:
    """Returns the digits in a text, of any script, as `0` to `9`."""
    if text.isascii():
        return text if text.isdigit() else re.sub(_NO_DIGITS, "", text)
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())


def fold(text: str) -> str:
    """Folds letter case, width, the script of digits and surrounding white space of a text."""
    if text.isascii():
        return text.lower().strip()
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in folded)


def bill_key(bill: str) -> str:
    """Returns the key that all spellings of a bill number share, as it is stored (`rows.text`)."""
    return fold(bill).encode("utf-8", "replace").decode()


def loose_key(text: str) -> str:
    """Returns a bill number without blanks, dashes, slashes and the zeros that lead any number in it.

    `MG-00867` and `MG 867` are the same bill to a cashier. Empty if nothing else is in it.
    """
    folded = fold(text)
    if not folded.isascii():
        plain = "".join(one for one in folded if one.isalnum())
    elif folded.isalnum():
        plain = folded
    else:
        plain = folded.translate(_ASCII_MARKS)
    if "0" not in plain:
        return plain
    # Nearly all bills are one number, perhaps after letters. For them this gives the same as the pattern, faster.
    head = plain.rstrip("0123456789")
    if not head:
        return plain.lstrip("0")
    if head.isalpha() and head.isascii():
        digits = plain[len(head) :]
        return f"{head}{digits.lstrip('0') or digits[:1]}"
    return re.sub(_LEADING_ZEROS, "", plain).lstrip("0")


def person_key(kind: str, value: str) -> str:
    """Returns a key that two identifiers share if `is_same_person` says that they name the same person.

    Two numbers are the same only if the shorter one, of at least six digits, ends the longer one, so their last six
    digits agree. Different persons may share a key, so compare the results.
    """
    if kind == MOBILE:
        digits = digits_of(value)
        key = (digits.lstrip("0") or "0")[-COMPARED_DIGITS:] if digits else value
    else:
        key = value.strip().casefold()
    return f"{kind}:{key}" if key else ""


def is_number_like(text: str) -> bool:
    """Returns True if a text could be a number or a part of one."""
    return bool(re.fullmatch(_NUMBER_LIKE, text)) and any(character.isdecimal() for character in text)


def prefix_range(prefix: str) -> tuple[str, str]:
    """Returns the range of texts that begin with a prefix. The second bound is exclusive.

    `LIKE` would not use the index. SQLite compares UTF-8 bytes, which sort like code points.
    """
    last = ord(prefix[-1])
    if last == sys.maxunicode:
        return prefix, prefix + chr(sys.maxunicode) * 2
    return prefix, prefix[:-1] + chr(_AFTER_SURROGATES if last + 1 == _SURROGATES else last + 1)


def mask_numbers(text: str) -> str:
    """Masks every run of digits that could be a member's number."""
    return re.sub(_NUMBER, lambda found: mask_digits(found[0]), text)


def mask_member(text: str, identifier: Identifier) -> str:
    """Masks the member's identifier in a text of the service, with any part of its country code."""
    if not identifier.value:
        return text
    if identifier.kind != MOBILE:
        return text.replace(identifier.value, MASK * 3)
    tail = digits_of(identifier.value)[-_LONG_NUMBER:]

    def masked(found: re.Match[str]) -> str:
        return mask_digits(found[0]) if digits_of(found[0]).endswith(tail) else found[0]

    return re.sub(_NUMBER, masked, text)
