"""Reads and checks journals of versions 1 to 3, which keep attempts and events as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import chain, packing
from desktop.store.backfill import check_time
from desktop.store.errors import DamagedRowError, expect
from desktop.store.event_rows import FIRST_NAMES, Link, NewEvent
from desktop.store.rows import as_dict, attempt_from_columns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class OldEvent(NamedTuple):
    """An event of an older journal.

    Attributes:
        seq: its number.
        event: its columns.
        facts: the digest of its attempt; None before version 3.
        hash: its hash; None before version 3.
        link: what it is about.
    """

    seq: int
    event: NewEvent
    facts: Any
    hash: Any
    link: Link


def columns_of(row: sqlite3.Row) -> dict[str, Any]:
    """Returns the columns of an attempt. Columns that later versions added have their defaults."""
    return packing.ATTEMPT_DEFAULTS | as_dict(row)


def events(connection: sqlite3.Connection, above: int = 0) -> Iterator[OldEvent]:
    """Yields the events of a journal of version 3 after a number, in order.

    Raises:
        DamagedRowError: a row holds values that the journal never writes.
    """
    for row in connection.execute(
        "SELECT event.*, chain.facts, chain.hash, attempt.redemption_id, attempt.redeemed_request_id,"
        " (SELECT min(one.seq) FROM event AS one WHERE one.reference = attempt.reference AND one.reference > '')"
        " AS first FROM event LEFT JOIN chain ON chain.seq = event.seq"
        " LEFT JOIN attempt ON attempt.reference = event.reference AND event.reference > ''"
        " AND CAST(attempt.reference AS BLOB) = CAST(event.reference AS BLOB)"
        " WHERE event.seq > ? ORDER BY event.seq",
        (above,),
    ):
        seq, *columns, facts, found, redemption_id, request_id, first = row
        link = Link(0) if first is None else Link(first, redemption_id, request_id)
        if link.first == seq and columns[2] not in FIRST_NAMES:
            raise DamagedRowError("an attempt has no first event")
        yield OldEvent(seq, NewEvent(*columns), facts, found, link)


def attempts(connection: sqlite3.Connection, above: int = 0) -> Iterator[tuple[dict[str, Any], int]]:
    """Yields the columns of the attempts after a number, and the number of their first events, in order.

    Raises:
        DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    for row in connection.execute(
        "SELECT attempt.*, (SELECT min(event.seq) FROM event WHERE event.reference = attempt.reference"
        " AND event.reference > '') AS first FROM attempt NOT INDEXED WHERE attempt.seq > ? ORDER BY attempt.seq",
        (above,),
    ):
        columns = columns_of(row)
        first = columns.pop("first")
        if first is None:
            raise DamagedRowError("an attempt has no first event")
        yield columns, first


def check_unchained(connection: sqlite3.Connection) -> int:
    """Checks what a journal without a chain can show, and returns the number of events.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    begun = known = 0
    for row in connection.execute("SELECT seq, at, what FROM event ORDER BY seq"):
        expect(row["seq"] == known + 1, f"event {known + 1} is missing")
        check_time(row["at"])
        begun += row["what"] in FIRST_NAMES
        known += 1
    (there,) = connection.execute("SELECT count(*) FROM attempt NOT INDEXED").fetchone()
    expect(begun == there, f"{begun} attempts were begun, and {there} are there")
    for row in connection.execute("SELECT * FROM attempt NOT INDEXED"):
        attempt_from_columns(as_dict(row))
    return known


def last_number(connection: sqlite3.Connection) -> int:
    """Returns the highest number that any event has had, as far as the file shows it."""
    (linked,) = connection.execute("SELECT max(seq) FROM chain").fetchone()
    counted = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'event'").fetchone()
    return max(linked or 0, counted[0] if counted else 0)


_ATTEMPTS = (
    "SELECT attempt.*, (SELECT facts FROM chain WHERE chain.seq = (SELECT max(event.seq) FROM event"
    " WHERE event.reference = attempt.reference AND event.reference > '')) AS facts FROM attempt"
)


def check_attempts(connection: sqlite3.Connection) -> None:
    """Checks the attempts of a journal of version 3 against the digests that their last events cover.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    for row in connection.execute(f"{_ATTEMPTS} ORDER BY attempt.seq"):
        columns = as_dict(row)
        facts, salt, reference = columns.pop("facts"), columns["salt"], columns["reference"]
        expect(chain.facts_of(columns) == facts, f"attempt {reference} was changed")
        expect(isinstance(salt, bytes), f"the member of attempt {reference} was changed")
        if salt:
            # The digest proves that the till wrote this row, so it need not be parsed.
            is_same = chain.person_of(columns, salt) == columns["person"]
            expect(is_same, f"the member of attempt {reference} was changed")
        else:
            attempt_from_columns(columns)
