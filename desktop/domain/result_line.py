"""Defines the fields of the records that other programs read, and writes a record as a line of JSON."""

from __future__ import annotations

import json
import re
from itertools import dropwhile, islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# `points-till outcome` imports this while a POS waits, so it has no enumerations.
HAPPENED = frozenset({"redeemed", "reversed"})
"""The values of `redemption.HAPPENED`."""

UNSETTLED = frozenset({"in_flight", "unknown"})
"""The values of `redemption.UNSETTLED`."""

BY_HAND = "PT-BY-HAND"
"""The code of an attempt that was settled by hand."""

PERHAPS_REDEEMED = "PT-PERHAPS-REDEEMED"
"""The code of an unknown attempt for which the service shows a redemption that could be it."""

RESULT_FIELDS = (
    "outcome",
    "external_reference_number",
    "redemption_id",
    "points_redeemed",
    "points_requested",
    "redeemed_value",
    "balance",
    "mobile",
    "bill",
    "code",
    "message",
    "request_id",
    "begun",
    "at",
    "reversed_points",
    "earlier",
)
"""The fields of a hand-over's result, in their order."""

EXPORT_FIELDS = (
    "state",
    *(name for name in RESULT_FIELDS[1:] if name != "earlier"),
    "till",
    "cashier",
    "validation",
    "approvals",
    "seq",
)
"""The fields of an export's record, in their order. `seq` is the number of the newest event about the attempt.

`result_record.record` makes them, and `store/export_records.py` makes the same ones faster, in three ways. Head office
answers with most of them (`head_office/queries.py`). docs/backup.md lists them.
"""

REDEEMED_CODE = "800"
"""The code of a redemption that happened (redeem-points reference, item_status)."""

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Characters that JSON allows in a text, although some programs read them as the end of a line."""

_encoder = json.JSONEncoder(ensure_ascii=False)
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a character, and bytes that were not UTF-8. Neither can be written as UTF-8."""


AttemptT = TypeVar("AttemptT")

_GIVEN_BACK = "It is not known yet whether points of this redemption were given back."
"""What a POS is told, in English, while that is so."""


def while_giving_back(found: Mapping[str, object]) -> dict[str, Any]:
    """Returns the result of a redemption while it is not known whether points of it are back.

    Its outcome is not known either: a POS that takes `redeemed_value` off the bill may take too much off.

    Args:
        found: what `result` returned.
    """
    return {**found, "outcome": "unknown", "message": _GIVEN_BACK}


def earlier_among(
    same_bill: Iterable[AttemptT], reference: str, reference_and_state: Callable[[AttemptT], tuple[str, str]]
) -> AttemptT | None:
    """Returns the earlier redemption of a bill, or None: the newest one that happened.

    If nothing was sent for a hand-over and none happened, it is the newest one that is not known. A POS that lost the
    first answer would otherwise take `cancelled` for the end, although the points may be gone.

    Args:
        same_bill: the journal's attempts for the bill, newest first.
        reference: the attempt whose result is told; only what was sent before it is earlier. Empty if there is none.
        reference_and_state: returns the two of an attempt.
    """
    told = [(one, *reference_and_state(one)) for one in same_bill]
    if reference:
        told = list(islice(dropwhile(lambda one: one[1] != reference, told), 1, None))
    for states in (HAPPENED,) if reference else (HAPPENED, UNSETTLED):
        for one, _, state in told:
            if state in states:
                return one
    return None


def line_of(found: Mapping[str, object]) -> str:
    """Writes a result as one line of JSON that every program can read, whatever texts the service or the POS sent.

    Args:
        found: what `result` or `record` returned.
    """
    made = _encoder.encode(found)
    if made.isascii() and "\x7f" not in made:
        # Nearly all lines of the audit trail. Searching them takes longer than making them.
        return f"{made}\n"
    made = _HALVES.sub("\N{REPLACEMENT CHARACTER}", made)
    return escape_breaks(made) + "\n"


def escape_breaks(made: str) -> str:
    """Returns a text of JSON with what could be read as the end of a line as escapes."""
    return _BREAKS.sub(lambda one: f"\\u{ord(one[0]):04x}", made)
