"""Fills the columns that version 3 added, in the rows that an earlier version wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.member import Identifier, IdentifierKind
from desktop.store.search_keys import loose, person_key

if TYPE_CHECKING:
    import sqlite3

_AT_ONCE = 5000
"""Rows that are read before they are written, so that a million of them need no memory."""


def fill_third(connection: sqlite3.Connection) -> None:
    """Fills the keys, when each attempt began, and whose attempts they are. Called within the migration.

    An earlier version kept no identity. The file's attempts are this till's own, or a retry after an update would get
    a new reference.
    """
    above = 0
    while rows := connection.execute(
        "SELECT seq, bill, identifier_kind, identifier_value FROM attempt WHERE seq > ? ORDER BY seq LIMIT ?",
        (above, _AT_ONCE),
    ).fetchall():
        for row in rows:
            connection.execute(
                "UPDATE attempt SET loose_key = ?, person_key = ?,"
                " begun = coalesce((SELECT at FROM event WHERE event.reference = attempt.reference"
                " AND event.reference > '' AND what = 'begun' ORDER BY event.seq LIMIT 1), ''),"
                " journal_id = (SELECT identity FROM journal) WHERE seq = ?",
                (loose(row["bill"]), _person_key(row["identifier_kind"], row["identifier_value"]), row["seq"]),
            )
        above = rows[-1]["seq"]


def _person_key(kind: str, value: str) -> str:
    try:
        return person_key(Identifier(IdentifierKind(kind), value))
    except ValueError:
        # The row is damaged. Reading the attempt reports it; the migration must not stop here.
        return ""
