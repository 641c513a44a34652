"""Fills the columns and the chain that version 3 added, for rows that an earlier version wrote."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.store import chain
from desktop.store.errors import DamagedRowError
from desktop.store.rows import as_dict, attempt_from_columns
from desktop.store.search_keys import loose_key, person_key

if TYPE_CHECKING:
    import sqlite3

_AT_ONCE = 5000
"""Rows that are read before they are written, so that a million rows fit in memory."""


def fill_third(connection: sqlite3.Connection) -> None:
    """Fills the new columns and starts the chain over the existing events.

    The migration calls it in its transaction.
    """
    (identity,) = connection.execute("SELECT identity FROM journal").fetchone()
    above = 0
    while found := connection.execute(
        "SELECT * FROM attempt WHERE seq > ? ORDER BY seq LIMIT ?", (above, _AT_ONCE)
    ).fetchall():
        connection.executemany(
            "UPDATE attempt SET loose_key = ?, person_key = ?, journal_id = ?, salt = ?, person = ?,"
            " begun = coalesce((SELECT at FROM event WHERE event.reference = attempt.reference"
            " AND event.reference > '' AND what = 'begun' ORDER BY event.seq LIMIT 1), '') WHERE seq = ?",
            [_values(as_dict(row), identity) for row in found],
        )
        above = found[-1]["seq"]
    _chain(connection)


def _values(row: dict[str, Any], identity: str) -> tuple[Any, ...]:
    # An earlier version kept no identity. Treat the file's attempts as this till's own, or a retry after an update
    # would get a new reference.
    # Reading the row reports damage now. From here on the chain proves that no row has changed.
    attempt = attempt_from_columns(row)
    identifier = attempt.draft.identifier
    row["person_key"] = person_key(identifier.kind, identifier.value)
    salt = chain.new_salt()
    return loose_key(attempt.draft.bill), row["person_key"], identity, salt, chain.person_of(row, salt), row["seq"]


def _chain(connection: sqlite3.Connection) -> None:
    """Links all events. The last event of each attempt also covers the attempt in its current state."""
    above, previous = 0, chain.START
    while found := connection.execute(
        "SELECT event.*, attempt.seq AS sent FROM event LEFT JOIN attempt ON attempt.reference = event.reference"
        " AND event.seq = (SELECT max(seq) FROM event AS later"
        " WHERE later.reference = event.reference AND later.reference > '')"
        " WHERE event.seq > ? ORDER BY event.seq LIMIT ?",
        (above, _AT_ONCE),
    ).fetchall():
        links = []
        for row in found:
            check_time(row["at"])
            seq, *event, sent = row
            facts = b"" if sent is None else _facts(connection, sent)
            previous = chain.hash_of(previous, seq, tuple(event), facts)
            links.append((seq, facts, previous))
        connection.executemany("INSERT INTO chain (seq, facts, hash) VALUES (?, ?, ?)", links)
        above = found[-1]["seq"]


def check_time(at: Any) -> None:  # noqa: ANN401 - what a file holds
    """Raises `DamagedRowError` if a stored text is not a time."""
    try:
        datetime.fromisoformat(at)
    except (ValueError, TypeError) as error:
        raise DamagedRowError("a row holds no event") from error


def _facts(connection: sqlite3.Connection, seq: int) -> bytes:
    row = connection.execute("SELECT * FROM attempt WHERE seq = ?", (seq,)).fetchone()
    return chain.facts_of(as_dict(row))
