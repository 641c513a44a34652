"""Finds the attempts whose members are not needed any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store import rows, schema
from desktop.store.small_values import packed_day

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

AT_ONCE = 200
"""Rows in one transaction, so that forgetting members never delays a cashier."""

_TO_FORGET = (
    "SELECT * FROM attempt INDEXED BY attempt_day WHERE day BETWEEN ? AND ? AND remembered = 1"  # noqa: S608 - constants
    f" AND at_us + changed < ? AND state NOT IN ({schema.UNSETTLED})"
    f" AND (rechecked = 1 OR NOT coalesce({schema.UNPROVED}, 0))"
    # Settling a reversal needs the member's number too.
    " AND coalesce(first, seq) NOT IN (SELECT event.attempt FROM reversal INDEXED BY reversal_state"
    " JOIN event ON event.seq = reversal.seq"
    " WHERE reversal.state IN ('in_flight', 'unknown') AND event.attempt IS NOT NULL)"
    " ORDER BY day LIMIT ?"
)
"""Attempts of some days that have been settled since before a time."""


def next_rows(connection: sqlite3.Connection, before: datetime, *, first_day: int) -> list[sqlite3.Row]:
    """Returns up to `AT_ONCE` rows of attempts that have been settled since before a time, from a day on."""
    # An attempt does not change before it is sent, unless the clock was set back. Then it is forgotten a day later.
    last_day = packed_day(before.date()) + 1
    return connection.execute(_TO_FORGET, (first_day, last_day, rows.microseconds(before), AT_ONCE)).fetchall()
