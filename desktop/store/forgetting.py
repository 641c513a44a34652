"""Finds the attempts whose members are not needed any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store import rows, schema
from desktop.store.small_values import packed_day

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

LAST = 2**63 - 1
"""The highest number of a row."""

AT_ONCE = 200
"""Rows in one transaction, so that forgetting members never delays a cashier."""

_TO_FORGET = (
    "SELECT * FROM attempt INDEXED BY attempt_day WHERE day BETWEEN ? AND ? AND remembered = 1"  # noqa: S608 - constants
    " AND (seq < ? OR at_us <> (SELECT at_us FROM event WHERE event.seq = attempt.seq))"
    f" AND at_us + changed < ? AND state NOT IN ({schema.UNSETTLED})"
    f" AND (rechecked = 1 OR NOT coalesce({schema.UNPROVED}, 0))"
    # Settling a reversal needs the member's number too.
    " AND coalesce(first, seq) NOT IN (SELECT event.attempt FROM reversal INDEXED BY reversal_state"
    " JOIN event ON event.seq = reversal.seq"
    " WHERE reversal.state IN ('in_flight', 'unknown') AND event.attempt IS NOT NULL)"
    " ORDER BY day LIMIT ?"
)
"""Attempts of some days that have been settled since before a time.

An attempt that follows one that is not so old is not so old either, whatever the clock said when it was sent, unless it
comes from another journal: then the event with which it came is later.
"""


def first_younger(connection: sqlite3.Connection, before: datetime, until: datetime) -> int:
    """Returns the number of the first attempt that was sent between the days of two times, or `LAST`."""
    (found,) = connection.execute(
        "SELECT min(seq) FROM attempt INDEXED BY attempt_day WHERE day BETWEEN ? AND ?",
        (packed_day(before.date()) + 1, packed_day(until.date())),
    ).fetchone()
    return LAST if found is None else int(found)


def next_rows(connection: sqlite3.Connection, before: datetime, *, first_day: int, ahead_of: int) -> list[sqlite3.Row]:
    """Returns up to `AT_ONCE` rows of attempts that have been settled since before a time, from a day on.

    Args:
        connection: the journal.
        before: the time.
        first_day: the day.
        ahead_of: see `first_younger`.
    """
    # An attempt does not change before it is sent, unless the clock was set back. Then it is forgotten a day later.
    last_day = packed_day(before.date()) + 1
    return connection.execute(
        _TO_FORGET, (first_day, last_day, ahead_of, rows.microseconds(before), AT_ONCE)
    ).fetchall()
