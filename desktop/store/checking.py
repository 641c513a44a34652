"""Checks a whole journal: SQLite's structures, the chain of events, and every attempt against its last event."""

from __future__ import annotations

import functools
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from desktop.store import chain, reversals, schema
from desktop.store.ownership import IDENTITY_EVENTS, IDENTITY_LENGTH
from desktop.store.rows import as_dict, attempt_from_columns, event_from_row

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_EVENTS = ("begun", "salvaged")
"""Events that come with a new attempt."""

_RECENT = 500
"""Events that `check_recent` checks. That takes about 20 ms on an idle machine."""

NO_CHAIN = "a journal of version {} has no chain yet; the next start of the till adds it"


class BrokenError(Exception):
    """The first problem that a check found, in plain English for store IT."""


class Progress:
    """The progress of a check.

    Attributes:
        events: number of events that were read and found in order.
        last: hash of the last of them, or empty if none has a hash.
        seen: True if one of them has the head that was asked for.
    """

    def __init__(self, head: str = "") -> None:
        self.events = 0
        self.last = b""
        self._head = head.strip().lower()
        self.seen = not self._head

    def add(self, found: bytes) -> None:
        """Counts one more event that is in order."""
        self.events += 1
        self.last = found
        self.seen = self.seen or found.hex() == self._head


def check(connection: sqlite3.Connection, progress: Progress) -> str:
    """Checks the whole journal in one consistent state. Returns a remark on what could not be checked.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    with _one_state(connection):
        version = schema.version_of(connection)
        check_structure(connection)
        _check_schema(connection, version)
        if version < schema.CHAINED:
            _check_unchained(connection, progress)
            return NO_CHAIN.format(version)
        _check_chain(connection, progress, with_reversals=version >= schema.WITH_REVERSALS)
        for row in connection.execute(f"{_ATTEMPTS} ORDER BY attempt.seq"):
            _check_attempt(row)
        if version >= schema.WITH_REVERSALS:
            for row in connection.execute(f"{_REVERSALS} ORDER BY reversal.seq"):
                _check_reversal(row)
        return ""


def check_recent(connection: sqlite3.Connection) -> None:
    """Checks the end of the chain and its attempts. That takes the same time in every journal.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    with _one_state(connection):
        version = schema.version_of(connection)
        if version < schema.CHAINED:
            return
        progress = Progress()
        progress.events = max(0, chain.tail(connection).seq - _RECENT)
        before = connection.execute("SELECT hash FROM chain WHERE seq = ?", (progress.events,)).fetchone()
        progress.last = b"" if before is None else before["hash"]
        references = {row["reference"]: None for row in _links(connection, progress)}
        _check_end(connection, progress)
        for reference in references:
            for row in connection.execute(f"{_ATTEMPTS} WHERE attempt.reference = ?", (reference,)):
                _check_attempt(row)
            if version >= schema.WITH_REVERSALS:
                for row in connection.execute(f"{_REVERSALS} WHERE reversal.reference = ?", (reference,)):
                    _check_reversal(row)


@contextmanager
def _one_state(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


def check_structure(connection: sqlite3.Connection, how: str = "integrity_check") -> None:
    """Has SQLite check every page of the file, and with `integrity_check` every index and constraint as well.

    Raises:
        BrokenError, sqlite3.Error: the file is damaged.
    """
    (found,) = connection.execute(f"PRAGMA {how}(1)").fetchone()
    _expect(found == "ok", f"damaged: {' '.join(str(found).split())}")


def _check_schema(connection: sqlite3.Connection, version: int) -> None:
    """Checks that exactly our tables, indexes and triggers exist. A foreign trigger could undo what is written."""
    wanted, found = _names_of(version), _names(connection)
    _expect(found == wanted, f"the schema was changed: {', '.join(sorted(found ^ wanted))}")


@functools.cache
def _names_of(version: int) -> frozenset[str]:
    """Returns the names in a new journal of a version. It is cached, because making one takes 8 ms."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.row_factory = sqlite3.Row
        schema.run(fresh, schema.MIGRATIONS[:version])
        return _names(fresh)


def _names(connection: sqlite3.Connection) -> frozenset[str]:
    found = connection.execute("SELECT type, name FROM sqlite_master WHERE substr(name, 1, 7) <> 'sqlite_'")
    return frozenset(f"{kind} {name}" for kind, name in found)


def _check_chain(connection: sqlite3.Connection, progress: Progress, *, with_reversals: bool) -> None:
    identity, begun, reversals_begun, forgotten = "", 0, 0, 0
    for row in _links(connection, progress):
        what, detail = row["what"], row["detail"]
        begun += what in _FIRST_EVENTS
        reversals_begun += what in reversals.FIRST_EVENTS
        if what in IDENTITY_EVENTS:
            identity = detail[:IDENTITY_LENGTH]
        if what == "chained":
            # Members who were forgotten earlier have a digest of the columns that were left.
            forgotten = 0
        elif what == "forgotten":
            forgotten += int(detail)
    _check_end(connection, progress)
    (stored,) = connection.execute("SELECT identity FROM journal").fetchone()
    _expect(stored == identity, "the journal's identity was changed")
    _check_counts(connection, begun, forgotten)
    if with_reversals:
        (there,) = connection.execute("SELECT count(*) FROM reversal").fetchone()
        _expect(reversals_begun == there, f"{reversals_begun} reversals were begun, and {there} are there")


def _links(connection: sqlite3.Connection, progress: Progress) -> Iterator[Any]:
    """Yields each event after `progress.events`, once its number, hash and predecessor have been checked."""
    for row in connection.execute(
        "SELECT event.*, chain.facts, chain.hash FROM event LEFT JOIN chain ON chain.seq = event.seq"
        " WHERE event.seq > ? ORDER BY event.seq",
        (progress.events,),
    ):
        seq, *event, facts, found = row
        _expect(seq == progress.events + 1, f"event {progress.events + 1} is missing")
        _expect(isinstance(found, bytes) and isinstance(facts, bytes), f"event {seq} has no hash")
        _expect(
            chain.hash_of(progress.last or chain.START, seq, tuple(event), facts) == found, f"event {seq} was changed"
        )
        progress.add(found)
        yield row


def _check_unchained(connection: sqlite3.Connection, progress: Progress) -> None:
    begun = 0
    for row in connection.execute("SELECT * FROM event ORDER BY seq"):
        _expect(row["seq"] == progress.events + 1, f"event {progress.events + 1} is missing")
        event_from_row(row)
        begun += row["what"] in _FIRST_EVENTS
        progress.events += 1
    (attempts,) = connection.execute("SELECT count(*) FROM attempt NOT INDEXED").fetchone()
    _expect(begun == attempts, f"{begun} attempts were begun, and {attempts} are there")
    for row in connection.execute("SELECT * FROM attempt NOT INDEXED"):
        attempt_from_columns(as_dict(row))


def _check_end(connection: sqlite3.Connection, progress: Progress) -> None:
    """Checks that no event was removed at the end, as far as the file itself can show it."""
    (linked,) = connection.execute("SELECT max(seq) FROM chain").fetchone()
    counted = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'event'").fetchone()
    known = max(linked or 0, counted[0] if counted else 0)
    _expect(known == progress.events, f"event {progress.events + 1} is missing")


def _check_counts(connection: sqlite3.Connection, begun: int, forgotten: int) -> None:
    attempts, without_salt = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE salt = x'') FROM attempt NOT INDEXED"
    ).fetchone()
    _expect(begun == attempts, f"{begun} attempts were begun, and {attempts} are there")
    _expect(
        forgotten == without_salt, f"{forgotten} members were forgotten, and {without_salt} attempts are without one"
    )


_ATTEMPTS = (
    "SELECT attempt.*, (SELECT facts FROM chain WHERE chain.seq = (SELECT max(event.seq) FROM event"
    " WHERE event.reference = attempt.reference AND event.reference > ''"
    " AND substr(event.what, 1, 9) <> 'reversal_')) AS facts FROM attempt"
)
_REVERSALS = (
    "SELECT reversal.*, (SELECT facts FROM chain WHERE chain.seq = (SELECT max(event.seq) FROM event"
    " WHERE event.reference = reversal.reference AND event.reference > ''"
    " AND substr(event.what, 1, 9) = 'reversal_'"
    " AND substr(event.detail || ' ', 1, length(reversal.id) + 1) = reversal.id || ' ')) AS facts FROM reversal"
)


def _check_attempt(row: sqlite3.Row) -> None:
    """Checks an attempt against the digests that its last event covers."""
    columns = as_dict(row)
    facts, salt, reference = columns.pop("facts"), columns["salt"], columns["reference"]
    _expect(chain.facts_of(columns) == facts, f"attempt {reference} was changed")
    _expect(isinstance(salt, bytes), f"the member of attempt {reference} was changed")
    if salt:
        # The digest proves that the till wrote this row, so it need not be parsed.
        _expect(chain.person_of(columns, salt) == columns["person"], f"the member of attempt {reference} was changed")
    else:
        attempt_from_columns(columns)


def _check_reversal(row: sqlite3.Row) -> None:
    """Checks a reversal against the digests that its last event covers."""
    columns = as_dict(row)
    facts, salt = columns.pop("facts"), columns["salt"]
    problem = f"reversal {columns['id']} was changed"
    _expect(chain.facts_of(columns, reversals.PERSONAL) == facts, problem)
    _expect(isinstance(salt, bytes), problem)
    if salt:
        _expect(chain.person_of(columns, salt, reversals.PERSONAL) == columns["person"], problem)
    else:
        _expect(not any(columns[name] for name in reversals.PERSONAL), problem)


def _expect(holds: bool, problem: str) -> None:  # noqa: FBT001 - reads like an assertion
    if not holds:
        raise BrokenError(problem)
