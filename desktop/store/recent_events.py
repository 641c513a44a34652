"""Finds the recent events with some names, without an index and without reading the whole journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store import event_rows, rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime, timedelta

STRETCH = 5_000
"""Events that are looked through at a time. A till records fewer in 15 minutes."""


def recent_rows(
    connection: sqlite3.Connection, names: Iterable[str], around: datetime, within: timedelta
) -> Iterator[sqlite3.Row]:
    """Yields the rows of events with some names, newest first, as far back as anything happened around a time.

    The clock may have been wrong for a while, so one event of another time ends nothing. Only a whole stretch does.
    """
    stored = tuple(event_rows.stored_name(name) for name in names)
    marks = ", ".join("?" * len(stored))
    times = (rows.microseconds(around - within), rows.microseconds(around + within))
    (newest,) = connection.execute("SELECT max(seq) FROM event").fetchone()
    for high in range(newest or 0, 0, -STRETCH):
        stretch = (high - STRETCH, high)
        is_recent = connection.execute(
            "SELECT 1 FROM event WHERE seq > ? AND seq <= ? AND at_us BETWEEN ? AND ? LIMIT 1", (*stretch, *times)
        ).fetchone()
        if not is_recent:
            return
        yield from connection.execute(
            f"{event_rows.SELECT} WHERE event.seq > ? AND event.seq <= ? AND event.what IN ({marks})"
            " ORDER BY event.seq DESC",
            (*stretch, *stored),
        )
