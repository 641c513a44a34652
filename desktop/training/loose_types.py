"""Rewrites an answer with all the type variations of the vendor's releases at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop.training.amounts import plain
from desktop.training.answers import Answer

_AMOUNTS = frozenset(
    {
        "lifetime_points",
        "loyalty_points",
        "loyaltyPoints",
        "points",
        "points_currency_ratio",
        "points_redeemed",
        "program_points_to_currency_ratio",
        "programId",
        "success_count",
        "total",
        "user_id",
    }
)
"""Fields that are strings in one release and numbers in another. A mobile or bill number never is."""

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)


def with_loose_types(answer: Answer) -> Answer:
    """Returns the same answer with loose types.

    Numbers and booleans become strings and the other way round, a list of one becomes its element, an empty object
    becomes `[]`, and an empty text becomes null. An unknown field appears, the outer `response` goes, and a refusal
    comes with HTTP 400.
    """
    inner = answer.body.get("response", answer.body)
    body = _loose("", inner)
    if not isinstance(body, dict):
        raise TypeError("an answer must be an object")
    body["a_field_that_nobody_knows"] = {"since": "the next release"}
    return Answer(body, answer.is_refusal, 400 if answer.is_refusal else answer.status)


def _loose(name: str, value: object) -> object:
    if isinstance(value, Mapping):
        inside = {key: _loose(key, one) for key, one in value.items()}
        return inside if any(one != [] for one in inside.values()) else []
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return plain(Decimal(value))
    if isinstance(value, str):
        return _loose_text(name, value)
    if isinstance(value, Sequence):
        return _loose(name, value[0]) if len(value) == 1 else [_loose(name, one) for one in value]
    return value


def _loose_text(name: str, text: str) -> object:
    if text in {"true", "false"}:
        return text == "true"
    if name in _AMOUNTS and _NUMBER.fullmatch(text):
        return Decimal(text)
    return text or None
