"""Makes an export's records straight from the journal's columns, several times faster than through `Attempt`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.domain.points import plain
from desktop.domain.redemption import HAPPENED, State
from desktop.domain.result_record import BREAKS, BY_HAND, REDEEMED_CODE, line_of, record
from desktop.store.rows import attempt_from_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.store.event_rows import NewEvent

_encode = msgspec.json.Encoder().encode

_HAPPENED = frozenset(state.value for state in HAPPENED)
_WITH_MORE_RULES = frozenset({State.UNKNOWN.value, State.REVERSED.value})
_SECONDS = len("2026-11-22T14:37:11")
_MICROSECONDS = len("2026-11-22T14:37:11.123456")

Record = dict[str, "str | int | None"]


def export_record(
    columns: Mapping[str, Any], seq: int, approvals: Sequence[NewEvent] = (), *, full_mobile: bool
) -> Record:
    """Returns the record of an attempt. Its fields are those of `result_record.record`, and three more.

    Args:
        columns: the attempt's columns.
        seq: the number of the newest event about it.
        approvals: the events that say who approved something.
        full_mobile: True for the whole mobile number.
    """
    approved = "; ".join(map(_approval, approvals)) or None
    shown = columns["identifier_value"] if full_mobile else columns["shown"]
    if not shown or columns["state"] in _WITH_MORE_RULES or columns["reversed_points"]:
        # These are rare, and have more rules.
        return record(attempt_from_columns(columns), full_mobile=full_mobile, approvals=approved, seq=seq)
    happened = columns["state"] in _HAPPENED
    points = columns["points"]
    code = columns["code"]
    redemption_id = columns["redemption_id"] if happened else ""
    if happened and (redemption_id or code != BY_HAND):
        code = REDEEMED_CODE
    moved = None
    if happened:
        moved = points if columns["moved_points"] is None else columns["moved_points"]
    return {
        "state": columns["state"],
        "external_reference_number": columns["reference"],
        "redemption_id": redemption_id or None,
        "points_redeemed": _plain(moved),
        "points_requested": points,
        "redeemed_value": _plain(columns["moved_value"]) if happened else None,
        "balance": _plain(columns["balance"]) if happened else None,
        "mobile": shown,
        "bill": columns["bill"] or None,
        "code": code or None,
        "message": columns["message"] or None,
        "request_id": (columns["redeemed_request_id"] if happened else "") or columns["request_id"] or None,
        "begun": _to_seconds(columns["begun"] or columns["at"]),
        "at": _to_seconds(columns["changed"]),
        "reversed_points": None,
        "till": columns["till"],
        "cashier": columns["cashier"] or None,
        "validation": columns["validation"],
        "approvals": approved,
        "seq": seq,
    }


@lru_cache(maxsize=4096)
def _plain(amount: str | None) -> str | None:
    if amount is None or amount.isdecimal():
        return amount
    if "." in amount and amount.replace(".", "", 1).isdecimal():
        return amount.rstrip("0").rstrip(".")
    from decimal import Decimal

    return plain(Decimal(amount))


def _to_seconds(at: str) -> str:
    """Returns a time without its microseconds."""
    return at if at[_SECONDS : _SECONDS + 1] != "." else at[:_SECONDS] + at[_MICROSECONDS:]


def _approval(event: NewEvent) -> str:
    # The event of a supervisor's approval names the cashier who asked for it.
    role = "for" if event.what == "supervisor_agreed" else "by"
    who = f" {role} {event.cashier}" if event.cashier else ""
    why = f": {event.detail}" if event.detail else ""
    return f"{event.what}{who} at {_to_seconds(event.at)}{why}"


def export_line(found: Record) -> str:
    """Writes a record as one line of JSON, as `result_record.line_of` does."""
    made = _encode(found)
    # All characters of `BREAKS` begin or are one of these bytes. A search of the bytes is several times faster.
    if b"\x7f" in made or b"\xc2" in made or b"\xe2\x80\xa8" in made or b"\xe2\x80\xa9" in made:
        text = made.decode()
        return line_of(found) if BREAKS.search(text) else f"{text}\n"
    return f"{made.decode()}\n"
