"""Reads what a caller of the local interface sends: strict JSON, with the fields of the command line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from desktop.pos.hand_over import HandOverError, read_request
from desktop.pos.handed_text import MAX_BILL, MAX_LENGTH, TextError, clean
from desktop.pos.local_api.backend import ApiError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_KEY = 200
"""Characters of an idempotency key."""

FIELDS: Mapping[str, str] = {
    "bill": "The bill number.",
    "mobile": "The member's mobile number, as people write it: digits of any script, blanks, and + - ( ) . /.",
    "points": "How many points to redeem or to give back: digits with at most three decimal places, such as 12.5.",
    "cashier": "Who serves.",
    "bill_amount": "The amount to pay, written like points.",
    "max_points": "The most points that may be redeemed, written like points. Never empty: left out, it is no limit.",
    "give_back": "The reference of a redemption of which points are to be given back. Goes with points only.",
}
"""The fields of a hand-over and what they mean. All are texts, so that amounts stay exact."""

TEXT = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$"
"""What a text is made of. Blanks, ends of lines and invisible marks count only inside it, where only blanks may be."""

_BLANKS = r"[\t\n\r \u00a0\u200e\u200f]*"
_DIGITS = r"([0-9]{1,12}(\.[0-9]{1,3}0*)?)"
_AMOUNT, _LIMIT = (rf"^{_BLANKS}{digits}{_BLANKS}$" for digits in (f"{_DIGITS}?", _DIGITS))
PATTERNS: Mapping[str, str] = dict.fromkeys(FIELDS, TEXT) | {
    "points": _AMOUNT,
    "bill_amount": _AMOUNT,
    "max_points": _LIMIT,
}
"""What the document says of each field. Every regular expression is read alike by ECMAScript and Python."""

LONGEST: Mapping[str, int] = dict.fromkeys(FIELDS, MAX_LENGTH) | {"bill": MAX_BILL}
"""Characters of each field, with blanks around it."""


def read_json(body: bytes) -> dict[str, object]:
    """Reads a body.

    Raises:
        ApiError: it is not one JSON object in UTF-8, or names a field twice.
    """
    try:
        found = json.loads(body.decode(), object_pairs_hook=_object, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise ApiError(400, "invalid_json", "The body is not valid JSON in UTF-8.") from None
    if not isinstance(found, dict):
        raise ApiError(400, "invalid_json", "The body is not a JSON object.")
    return found


def read_fields(body: Mapping[str, object]) -> dict[str, str]:
    """Reads the fields of a hand-over, cleaned.

    Raises:
        ApiError: a field is unknown or not valid, or there is none.
    """
    for name, value in body.items():
        if name not in FIELDS:
            raise ApiError(422, "unknown_field", f"The fields are {', '.join(FIELDS)}.")
        if not isinstance(value, str):
            raise ApiError(422, "invalid_field", f"{name} must be a text.", field=name)
    given = {name: str(value) for name, value in body.items() if value != "" or name == "max_points"}
    try:
        found = read_request(given)
    except HandOverError as error:
        named = next((name for name in FIELDS if str(error).startswith(f"{name} ")), "")
        more = {"field": named} if named else {}
        raise ApiError(422, "invalid_field", f"{error}.", **more) from None
    for name, value in given.items():
        _check_described(name, value, LONGEST[name], PATTERNS[name])
    if not found:
        raise ApiError(422, "nothing_handed_over", "Hand over at least one field.")
    return found


def read_bill(body: Mapping[str, object]) -> str:
    """Reads the body that attaches a bill.

    Raises:
        ApiError: it has anything else in it than a bill number.
    """
    if set(body) != {"bill"}:
        raise ApiError(422, "unknown_field" if "bill" in body else "invalid_field", "The body has one field: bill.")
    return clean_text("bill", body["bill"], MAX_BILL)


def clean_text(name: str, value: object, longest: int = MAX_LENGTH) -> str:
    """Reads a text that must not be empty.

    Raises:
        ApiError: it is no text, is empty or too long, or has characters that cannot be shown.
    """
    if not isinstance(value, str):
        raise ApiError(422, "invalid_field", f"{name} must be a text.", field=name)
    try:
        found = clean(name, value, max_length=longest)
    except TextError as error:
        raise ApiError(422, "invalid_field", f"{error}.", field=name) from None
    if not found:
        raise ApiError(422, "invalid_field", f"{name} must not be empty.", field=name)
    _check_described(name, value, longest, TEXT)
    return found


def _check_described(name: str, value: str, longest: int, pattern: str) -> None:
    """Refuses what the document rules out, so that the document is true. The till itself would ignore more around it.

    Raises:
        ApiError: the document rules it out.
    """
    if len(value) > longest or not re.fullmatch(pattern, value):
        raise ApiError(422, "invalid_field", f"{name} is not as /openapi.json describes it.", field=name)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
