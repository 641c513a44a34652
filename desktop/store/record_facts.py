"""Reads the facts of a record for other programs straight from an attempt's columns, without making an `Attempt`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop.domain.result_line import BY_HAND, HAPPENED, REDEEMED_CODE

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = len("2026-11-22T14:37:11")
_MICROSECONDS = len("2026-11-22T14:37:11.123456")


def facts_of(columns: Mapping[str, Any], mobile: str) -> dict[str, str | None] | None:
    """Returns the fields that a result and an export's record share, as `result_record` makes them.

    Args:
        columns: the attempt's columns.
        mobile: the member's identifier, whole or masked.

    Returns:
        None if the record has more rules: points were given back, or the service shows a redemption that could be it.
    """
    state = columns["state"]
    if state == "reversed" or columns["reversed_points"] or (state == "unknown" and columns.get("candidate")):
        return None
    happened = state in HAPPENED
    code = columns["code"]
    redemption_id = columns["redemption_id"] if happened else ""
    if happened and (redemption_id or code != BY_HAND):
        code = REDEEMED_CODE
    points = plain_text(columns["points"])
    moved = None
    if happened:
        moved = points if columns["moved_points"] is None else plain_text(columns["moved_points"])
    return {
        "external_reference_number": columns["reference"],
        "redemption_id": redemption_id or None,
        "points_redeemed": moved,
        "points_requested": points,
        "redeemed_value": plain_text(columns["moved_value"]) if happened else None,
        "balance": plain_text(columns["balance"]) if happened else None,
        "mobile": mobile or None,
        "bill": columns["bill"] or None,
        "code": code or None,
        "message": columns["message"] or None,
        "request_id": (columns["redeemed_request_id"] if happened else "") or columns["request_id"] or None,
        "begun": to_seconds(columns["begun"] or columns["at"]),
        "at": to_seconds(columns["changed"]),
        "reversed_points": None,
    }


@lru_cache(maxsize=4096)
def plain_text(amount: str | None) -> str | None:
    """Returns a stored amount as `points.plain` writes it."""
    if amount is None or amount.isdecimal():
        return amount
    if "." in amount and amount.replace(".", "", 1).isdecimal():
        return amount.rstrip("0").rstrip(".")
    from decimal import Decimal

    from desktop.domain.points import plain

    return plain(Decimal(amount))


def to_seconds(at: str) -> str:
    """Returns a time without its microseconds."""
    return at if at[_SECONDS : _SECONDS + 1] != "." else at[:_SECONDS] + at[_MICROSECONDS:]
