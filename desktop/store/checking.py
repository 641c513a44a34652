"""Checks a whole journal: SQLite's structures, the chain of events, and every attempt against its last event."""

from __future__ import annotations

import functools
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from desktop.store import chain, event_rows, schema
from desktop.store.attempt_check import SELECT_ATTEMPTS, AttemptCheck
from desktop.store.errors import BrokenError, expect
from desktop.store.event_counts import Counts
from desktop.store.fast_events import FastEvents
from desktop.store.small_values import unpack_reference
from desktop.store.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.store.event_rows import NewEvent

_RECENT = 500
"""Events that `check_recent` checks, at least. That takes about 20 ms on an idle machine."""

_MANY = 2000
"""Events from which a faster hash saves time."""

_WAL_HEADER = 32
_WAL_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""Bytes of a WAL's header, and what it begins with (SQLite's file format, WAL header format)."""

ALL = 2**63 - 1
"""The highest number that a row can have."""

NO_CHAIN = "a journal of version {} has no chain yet; the next start of the till adds it"


class CheckProgress:
    """The progress of a check.

    Attributes:
        events: number of events that were read and found in order.
        last: hash of the last of them, or empty if none has a hash.
        head: the head that was asked for.
        seen: True if one of them has it.
    """

    def __init__(self, head: str = "") -> None:
        self.events = 0
        self.last = b""
        head = head.strip().lower()
        self.head = bytes.fromhex(head) if _is_hex(head) else head
        self.seen = not head

    def add(self, found: bytes) -> None:
        """Counts one more event that is in order."""
        self.events += 1
        self.last = found
        if found == self.head:
            self.seen = True


def check(connection: sqlite3.Connection, progress: CheckProgress, *, attempts: bool = True) -> str:
    """Checks the whole journal in one consistent state. Returns a remark on what could not be checked.

    Args:
        connection: a connection without an open transaction.
        progress: counts the events.
        attempts: False to leave out the attempts, because the caller checks each one that it reads (`AttemptCheck`).

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    with one_state(connection):
        version = schema.version_of(connection)
        check_structure(connection)
        check_schema(connection, version)
        check_journal_row(connection, version)
        if version < schema.PACKED:
            from desktop.store import old_journal
        if version < schema.CHAINED:
            progress.events = old_journal.check_unchained(connection)
            return NO_CHAIN.format(version)
        if chain_length(connection, version) > _MANY:
            chain.hash_faster()
        counts = Counts()
        if version < schema.PACKED:
            counts.follow(_old_links(connection, progress))
            expect(old_journal.last_number(connection) == progress.events, f"event {progress.events + 1} is missing")
            counts.check(connection, "salt = x''")
            old_journal.check_attempts(connection)
            return ""
        check_events(connection, progress, counts)
        check_totals(connection, progress, counts)
        if attempts:
            check_attempts(connection)
        check_reversals(connection)
        return ""


def check_events(connection: sqlite3.Connection, progress: CheckProgress, counts: Counts, upto: int = ALL) -> None:
    """Checks the chain of the events after `progress.events`.

    Args:
        connection: a connection in a read transaction.
        progress: the event before the first one, and its hash. Counts the events.
        counts: counts what they say.
        upto: the number of the last event.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """

    def count(row: Sequence[Any]) -> None:
        counts.add_event(event_rows.name_of(row[3]), row[10])

    counts.add_begun(_check_events(connection, progress, count, plain=event_rows.PLAIN, upto=upto))


def check_totals(connection: sqlite3.Connection, progress: CheckProgress, counts: Counts) -> None:
    """Compares the end of the chain, and what all events say, with what is there.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    _check_end(connection, progress)
    counts.check(connection, "salt IS NULL")
    counts.check_reversals(connection)


def check_attempts(connection: sqlite3.Connection, piece: tuple[int, int] | None = None) -> None:
    """Compares attempts with the digests that their last events cover.

    Args:
        connection: a connection in a read transaction.
        piece: the first and the last number of the rows; None for all rows.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: one of them was changed.
    """
    from desktop.store.covered_rows import covered_rows

    one_check = AttemptCheck(connection)
    condition = "" if piece is None else " AND attempt.seq BETWEEN ? AND ?"
    for row, facts, *_ in covered_rows(connection, condition, piece or ()):
        one_check.check(row, facts)


def check_reversals(connection: sqlite3.Connection) -> None:
    """Compares all reversals with the digests that their last events cover.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: one of them was changed.
    """
    for row in connection.execute(f"{_REVERSALS} ORDER BY reversal.seq"):
        _check_reversal(connection, row)


def chain_length(connection: sqlite3.Connection, version: int) -> int:
    """Returns about how many events there are."""
    table = "event" if version >= schema.PACKED else "chain"
    (last,) = connection.execute(f"SELECT max(seq) FROM {table}").fetchone()  # noqa: S608 - constants
    return last or 0


def check_recent(connection: sqlite3.Connection) -> None:
    """Checks the end of the chain and its attempts. That takes the same time in every journal.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    with one_state(connection):
        if schema.version_of(connection) < schema.PACKED:
            # The copy to this version checks every event.
            return
        progress = CheckProgress()
        start = max(0, chain.tail(connection).seq - _RECENT) // chain.CHECKPOINT_EVERY * chain.CHECKPOINT_EVERY
        if start:
            row = connection.execute("SELECT hash FROM checkpoint WHERE seq = ?", (start,)).fetchone()
            expect(row is not None and isinstance(row["hash"], bytes), f"the hash of event {start} is missing")
            progress.events, progress.last = start, row["hash"]
        references: dict[Any, None] = {}
        _check_events(connection, progress, lambda row: references.setdefault(row[8] if row[13] is None else row[13]))
        _check_end(connection, progress)
        one_check = AttemptCheck(connection)
        # The collation is that of the index.
        by_reference = f"{SELECT_ATTEMPTS} WHERE attempt.reference = ? COLLATE NOCASE"
        for reference in filter(None, references):
            for row in connection.execute(by_reference, (reference,)):
                one_check.check(row, row["last_facts"])
            name = unpack_reference(reference)
            for row in connection.execute(f"{_REVERSALS} WHERE reversal.reference = ?", (name,)):
                _check_reversal(connection, row)


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Reads one consistent state of the journal, whatever a writer does meanwhile."""
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
    expect(found == "ok", f"damaged: {' '.join(str(found).split())}")


def check_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Checks that the WAL belongs to the file. SQLite ignores one that it cannot read, and believes an older one.

    Raises:
        BrokenError, sqlite3.Error, OSError: it does not.
    """
    expect(wal_has_beginning(path.with_name(f"{path.name}-wal")), "damaged: the beginning of its WAL is lost")
    # The size comes first, because a till may write meanwhile. No checkpoint writes pages that a reader does not see.
    size = path.stat().st_size
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    # A journal never gets smaller. Otherwise an older WAL lies beside it, and SQLite would show pages of both.
    expect(size <= pages * page_size, "damaged: its WAL is older than the file")


def wal_has_beginning(wal: Path) -> bool:
    """True if a WAL has its header, or nothing else. SQLite makes the header durable before it writes what follows."""
    if not wal.is_file():
        return True
    with wal.open("rb") as file:
        start = file.read(_WAL_HEADER + 1)
    return len(start) <= _WAL_HEADER or start.startswith(_WAL_MAGIC)


def check_schema(connection: sqlite3.Connection, version: int) -> None:
    """Checks that exactly our tables, indexes and triggers exist. A foreign trigger could undo what is written.

    Raises:
        BrokenError, sqlite3.Error: something is missing, or was added.
    """
    wanted, found = _names_of(version), _names(connection)
    expect(found == wanted, f"the schema was changed: {', '.join(sorted(found ^ wanted))}")


def check_journal_row(connection: sqlite3.Connection, version: int) -> None:
    """Checks what the journal says about itself. SQLite lets every column hold any type.

    Raises:
        BrokenError, sqlite3.Error: it is not what a till writes.
    """
    if version < schema.PACKED:
        return
    for only, *texts, _, _ in connection.execute("SELECT * FROM journal"):
        expect(only == 1 and all(isinstance(one, str) for one in texts), "the journal's identity was changed")


@functools.cache
def _names_of(version: int) -> frozenset[str]:
    """Returns the names in a new journal of a version."""
    if version == schema.current_version():
        return schema.names()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.row_factory = sqlite3.Row
        schema.create(fresh, version)
        return _names(fresh)


def _names(connection: sqlite3.Connection) -> frozenset[str]:
    found = connection.execute("SELECT type, name FROM sqlite_master WHERE substr(name, 1, 7) <> 'sqlite_'")
    return frozenset(f"{kind} {name}" for kind, name in found)


def _old_links(connection: sqlite3.Connection, progress: CheckProgress) -> Iterator[NewEvent]:
    from desktop.store import old_journal

    for seq, event, facts, found, _ in old_journal.events(connection):
        expect(seq == progress.events + 1, f"event {progress.events + 1} is missing")
        expect(isinstance(found, bytes) and isinstance(facts, bytes), f"event {seq} has no hash")
        expect(chain.hash_of(progress.last or chain.START, seq, event, facts) == found, f"event {seq} was changed")
        progress.add(found)
        yield event


def _check_events(
    connection: sqlite3.Connection,
    progress: CheckProgress,
    on_event: Callable[[Sequence[Any]], object],
    *,
    plain: frozenset[int] = frozenset(),
    upto: int = ALL,
) -> int:
    """Checks the number, the hash and the predecessor of each event after `progress.events`.

    Args:
        connection: a connection in a read transaction.
        progress: the event before the first one, and its hash. Counts the events.
        on_event: called with each packed event that is not plain, once it has been checked.
        plain: the numbers of the names of events that are only counted.
        upto: the number of the last event.

    Returns:
        How many plain events began an attempt.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged or was changed.
    """
    words = Words()
    hash_of = FastEvents(connection, words).hash_of
    every, width = chain.CHECKPOINT_EVERY, chain.MARK_BYTES
    firsts, head = event_rows.FIRST_NUMBERS, progress.head
    known, last, begun = progress.events, progress.last or chain.START, 0
    cursor = connection.cursor()
    # A plain tuple is faster than a `Row`.
    cursor.row_factory = None
    some = f"{event_rows.SELECT} WHERE event.seq > ? AND event.seq <= ? ORDER BY event.seq"
    try:
        for row in cursor.execute(some, (known, upto)):
            seq, what = row[0], row[3]
            if seq != known + 1:
                raise BrokenError(f"event {known + 1} is missing")
            found = hash_of(row, last)
            if found is None or found[:width] != row[event_rows.MARK]:
                found = _hash_of(connection, words, row, last)
            if seq % every == 0:
                kept = connection.execute("SELECT hash FROM checkpoint WHERE seq = ?", (seq,)).fetchone()
                expect(kept is not None and kept["hash"] == found, f"the hash of event {seq} was changed")
            known, last = seq, found
            if found == head:
                progress.seen = True
            if what in plain:
                begun += what in firsts
            else:
                on_event(row)
    finally:
        if known != progress.events:
            progress.events, progress.last = known, last
    return begun


def _hash_of(connection: sqlite3.Connection, words: Words, row: Sequence[Any], previous: bytes) -> bytes:
    """Returns the hash of an event that is not an ordinary one, or says what is wrong with it."""
    seq, facts, mark = row[0], row[event_rows.FACTS], row[event_rows.MARK]
    has_hash = isinstance(mark, bytes) and len(mark) == chain.MARK_BYTES and isinstance(facts, bytes | None)
    expect(has_hash, f"event {seq} has no hash")
    event = event_rows.unpack(row, words, connection)
    expect(event_rows.has_right_link(row, event), f"event {seq} was changed")
    found = chain.hash_of(previous, seq, event, facts or b"")
    if found[: chain.MARK_BYTES] != mark:
        _blame_attempt(connection, seq)
        raise BrokenError(f"event {seq} was changed")
    return found


def _blame_attempt(connection: sqlite3.Connection, seq: int) -> None:
    """Raises `BrokenError` if the attempt was changed, and not its event: an event shares some texts with it."""
    one_check = AttemptCheck(connection)
    number = connection.execute(
        f"SELECT {event_rows.OF_ATTEMPT} FROM event WHERE seq = ?",  # noqa: S608 - a constant
        (seq,),
    ).fetchone()[0]
    for row in connection.execute(f"{SELECT_ATTEMPTS} WHERE coalesce(attempt.first, attempt.seq) = ?", (number,)):
        one_check.columns_of(row, row["last_facts"])


def _check_end(connection: sqlite3.Connection, progress: CheckProgress) -> None:
    """Checks that no event was removed at the end, as far as the file itself can show it."""
    seq, head = chain.tail(connection)
    expect(seq <= progress.events, f"event {progress.events + 1} is missing")
    expect((seq, head) == (progress.events, progress.last or chain.START), "the end of the chain was changed")
    (last,) = connection.execute("SELECT max(seq) FROM checkpoint").fetchone()
    expect((last or 0) // chain.CHECKPOINT_EVERY == seq // chain.CHECKPOINT_EVERY, "a hash was added or removed")


_REVERSALS = (
    "SELECT reversal.*, (SELECT facts FROM event WHERE event.reversal = reversal.seq ORDER BY event.seq DESC LIMIT 1)"
    " AS last_facts FROM reversal"
)


def _check_reversal(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Checks a reversal against the digests that its last event covers."""
    from desktop.store import reversal_rows, reversals
    from desktop.store.rows import as_dict

    columns = as_dict(row)
    facts, salt = columns.pop("last_facts"), columns["salt"]
    problem = f"reversal {columns['id']} was changed"
    expect(chain.facts_of(columns, reversals.PERSONAL) == facts, problem)
    expect(isinstance(salt, bytes), problem)
    if salt:
        expect(chain.person_of(columns, salt, reversals.PERSONAL) == columns["person"], problem)
    else:
        expect(not any(columns[name] for name in reversals.PERSONAL), problem)
    details = connection.execute("SELECT detail FROM event WHERE reversal = ?", (columns["seq"],))
    expect(all(f"{detail} ".startswith(f"{columns['id']} ") for (detail,) in details), problem)
    # The digest leaves out empty columns, and does not cover what retention changes.
    reversal_rows.reversal_from_columns(columns)
    expect(columns["remembered"] in {0, 1}, problem)


def _is_hex(text: str) -> bool:
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True
