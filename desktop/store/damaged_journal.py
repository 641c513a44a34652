"""Replaces a damaged journal when the user asks for it, and reads as much of the damaged one as possible."""

from __future__ import annotations

import itertools
import logging
import sqlite3
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import retry_while_open, sync_folder
from desktop.store import event_rows, newest_head, ownership, packing, rows
from desktop.store.checking import check_wal
from desktop.store.errors import BrokenError, DamagedRowError, journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.machine import Fingerprint, fingerprint_of
from desktop.store.old_journal import columns_of
from desktop.store.opening import SIDE_FILES, connect, replacement_path, wal_size
from desktop.store.ownership import Predecessor
from desktop.store.reversal_rows import reversal_from_columns
from desktop.store.rows import attempt_from_columns
from desktop.store.schema import PACKED, version_of
from desktop.store.words import Words
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal

_log = logging.getLogger(__name__)

_RecordT = TypeVar("_RecordT")


def replace_damaged(path: Path, at: datetime, *, lock: WriterLock | None = None) -> Path:
    """Puts a new journal in place of a damaged one, with all that can be read, and keeps the damaged file.

    The new journal is complete before the old one is renamed. If the disk is full, nothing changes. A power cut leaves
    either the old or the new journal. It never leaves an empty one, which would have forgotten every bill and every
    unknown outcome.

    Args:
        path: the journal.
        at: local time of the replacement.
        lock: the lock that this process already holds. Without one, the lock is taken for the duration of the call.

    Returns:
        The damaged journal's new name. There is no such file if someone had deleted the journal.

    Raises:
        JournalUnusable: `IN_USE` if a till has the journal open. Otherwise the new journal cannot be written, or the
            old one cannot be renamed.
    """
    held = lock or WriterLock(path)
    try:
        if not _is_replacement_complete(path):
            _make_replacement(path, at)
        aside = set_aside(path, at, lock=held)
        with journal_errors(path):
            retry_while_open(lambda: replacement_path(path).rename(path))
            sync_folder(path.parent)
        return aside
    finally:
        if lock is None:
            held.release()


def _is_replacement_complete(path: Path) -> bool:
    """True if an earlier try, which was cut short, has made the new journal from all that the old one had.

    What is left of the old one, such as a file without its WAL, could say less.
    """
    replacement = replacement_path(path)
    if not replacement.exists() or not path.exists():
        return replacement.exists()
    noted = newest_head.read(path)
    if noted is None:
        return False
    try:
        with journal_errors(replacement), closing(connect(replacement, "mode=ro&immutable=1", 0)) as connection:
            row = connection.execute(f"{event_rows.SELECT} WHERE event.seq = 1").fetchone()
            first = rows.event_of(event_rows.unpack(row, Words(), connection))
    except JournalUnusable as trouble:
        _log.warning("the replacement of an earlier try cannot be read: %s", trouble.support)
        return False
    return first.detail.endswith(ownership.succession(noted.identity, noted.tail.hash.hex()))


def _make_replacement(path: Path, at: datetime) -> None:
    fresh = path.with_name(f"{path.name}.salvaging")
    with journal_errors(path):
        for part in _parts(fresh):
            part.unlink(missing_ok=True)
    try:
        predecessor = predecessor_of(path)
        with SqliteJournal.open(fresh, predecessor=predecessor) as journal:
            count = journal.adopt(_readable(path, read_damaged), at=at, predecessor=predecessor)
            back = journal.adopt_reversals(_readable(path, read_damaged_reversals), at=at, predecessor=predecessor)
            journal.merge_wal()
        _log.warning("%d attempts and %d reversals of the damaged journal were taken over", count, back)
        with journal_errors(path):
            retry_while_open(lambda: fresh.replace(replacement_path(path)))
    finally:
        with suppress(OSError):
            for part in _parts(fresh):
                part.unlink(missing_ok=True)


def set_aside(path: Path, at: datetime, *, lock: WriterLock | None = None) -> Path:
    """Gives a damaged journal and its side files a dated name, so that a new one can be created.

    Args:
        path: the journal.
        at: local time for the new name.
        lock: the lock that this process already holds. Without one, the lock is taken for the duration of the call.

    Returns:
        The new name. No existing file is overwritten.

    Raises:
        JournalUnusable: `IN_USE` if a till has the journal open. Otherwise it cannot be renamed.
    """
    held = lock or WriterLock(path)
    try:
        with journal_errors(path):
            stem = f"{path.stem}-damaged-{at:%Y%m%d-%H%M%S}"
            names = itertools.chain((stem,), (f"{stem}-{number}" for number in itertools.count(2)))
            targets = (path.with_name(name + path.suffix) for name in names)
            target = next(one for one in targets if not _is_taken(one))
            # Rename the WAL first, because it must never lie beside a new journal.
            for end in (*SIDE_FILES, ""):
                part = path.with_name(path.name + end)
                if part.exists():
                    retry_while_open(partial(part.rename, target.with_name(target.name + end)))
            # Until here it shows, after a power cut, that what was in the WAL is missing.
            _drop_note(path)
            sync_folder(path.parent)
            return target
    finally:
        if lock is None:
            held.release()


def _drop_note(path: Path) -> None:
    noted = newest_head.read(path)
    if noted is not None:
        _log.warning("the journal %s had event %d, hash %s", noted.identity, noted.tail.seq, noted.tail.hash.hex())
        # If it stays, it says nothing of the journal that comes next, which has another identity.
        with suppress(OSError):
            newest_head.note_of(path).unlink()


def read_damaged(path: Path) -> Iterator[Attempt]:
    """Yields every attempt that can still be read, oldest first. Does not change the file.

    Raises:
        JournalUnusable: nothing can be read, not even the list of tables.
    """
    with journal_errors(path), closing(_open(path)) as connection:
        read_row = _reader(connection)
        for row in _rows(connection, "attempt", _last(path)):
            with suppress(DamagedRowError):
                yield read_row(row)


def read_damaged_reversals(path: Path) -> Iterator[Reversal]:
    """Yields every reversal that can still be read, in the order of their beginnings. Does not change the file.

    Raises:
        JournalUnusable: nothing can be read, not even the list of tables.
    """
    with journal_errors(path), closing(_open(path)) as connection:
        if version_of(connection) < PACKED:
            # Earlier versions gave nothing back.
            return
        for row in _rows(connection, "reversal", _last(path)):
            with suppress(DamagedRowError):
                yield reversal_from_columns(rows.as_dict(row))


def _last(path: Path) -> int:
    """Returns a number that no row exceeds: every event takes several bytes, so the size of the files in bytes."""
    return path.stat().st_size + wal_size(path)


def _rows(connection: sqlite3.Connection, table: str, last: int) -> Iterator[sqlite3.Row]:
    """Yields the rows of a table around damaged pages, in their order.

    Raises:
        sqlite3.DatabaseError: no row can be read.
    """
    above = read = 0
    while above <= last:
        try:
            for row in connection.execute(_select(table), (above,)):
                # A damaged page may contain any number. Accept only numbers that move forward.
                if above < row["seq"] <= last:
                    above, read = row["seq"], read + 1
                    yield row
        except sqlite3.DatabaseError:
            above = _behind_damage(connection, table, above, last)
            if above > last and not read:
                raise
        else:
            return


def _select(table: str) -> str:
    return f"SELECT * FROM {table} NOT INDEXED WHERE seq > ? ORDER BY seq"  # noqa: S608 - one of two names


def _behind_damage(connection: sqlite3.Connection, table: str, above: int, last: int) -> int:
    """Returns the first number after a damaged page from which rows can be read again, or one after the last."""
    damaged, leap = above, 1
    while not _can_read(connection, table, damaged + leap):
        damaged, leap = damaged + leap, leap * 2
        if damaged > last:
            return damaged
    # The steps have grown, so the last one may have passed rows that can be read.
    readable = damaged + leap
    while readable - damaged > 1:
        middle = (damaged + readable) // 2
        if _can_read(connection, table, middle):
            readable = middle
        else:
            damaged = middle
    return readable


def _can_read(connection: sqlite3.Connection, table: str, above: int) -> bool:
    try:
        connection.execute(f"{_select(table)} LIMIT 1", (above,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def _reader(connection: sqlite3.Connection) -> Callable[[sqlite3.Row], Attempt]:
    """Returns what reads a row of this file's version."""
    if version_of(connection) < PACKED:
        return lambda row: attempt_from_columns(columns_of(row))
    words = Words(damaged=True)
    return lambda row: attempt_from_columns(packing.unpack_facts(row, words, connection))


def predecessor_of(path: Path) -> Predecessor:
    """Returns what is known of a damaged journal: its identity, its newest head, and if it belonged here."""
    noted = newest_head.read(path)
    row = _read(path, "SELECT identity, machine, file FROM journal")
    if row is None:
        return Predecessor() if noted is None else Predecessor(noted.identity, noted.tail.hash.hex())
    lived = Fingerprint(str(row["machine"]), str(row["file"]))
    found = Predecessor(str(row["identity"]), is_own=not fingerprint_of(path).differs_from(lived))
    # It may have lost the newest events.
    known = {noted.tail.seq: noted.tail.hash.hex()} if noted is not None and noted.identity == found.identity else {}
    for sql in (
        "SELECT events AS seq, hex(head) AS head FROM journal",
        "SELECT seq, hex(hash) AS head FROM chain ORDER BY seq DESC LIMIT 1",
    ):
        last = _read(path, sql)
        if last is not None and isinstance(last["seq"], int):
            known[last["seq"]] = last["head"].lower()
            break
    return found._replace(head=known[max(known)]) if known else found


def _read(path: Path, sql: str) -> sqlite3.Row | None:
    """Returns one row of a damaged journal that no till has open, or None if it cannot be read."""
    try:
        # Read the file as immutable, so that no side files are left behind.
        with (
            journal_errors(path),
            closing(_open(path) if wal_size(path) else connect(path, "mode=ro&immutable=1", 0)) as connection,
        ):
            row: sqlite3.Row | None = connection.execute(sql).fetchone()
            return row
    except JournalUnusable as trouble:
        _log.warning("the damaged journal's identity or head cannot be read: %s", trouble.support)
        return None


def _readable(path: Path, read: Callable[[Path], Iterator[_RecordT]]) -> Iterator[_RecordT]:
    if not path.exists():
        # Only the WAL is left.
        return
    try:
        yield from read(path)
    except JournalUnusable as trouble:
        if trouble.why is not JournalTrouble.DAMAGED:
            raise
        # The user asked for a new journal even without the old records. The damaged file is kept.
        _log.warning("nothing more of the damaged journal can be read: %s", trouble.support)


def _parts(path: Path) -> list[Path]:
    return [*(path.with_name(path.name + end) for end in ("", *SIDE_FILES, ".lock")), newest_head.note_of(path)]


def _is_taken(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("", *SIDE_FILES))


def _open(path: Path) -> sqlite3.Connection:
    connection = connect(path, "mode=ro", 0)
    try:
        check_wal(connection, path)
        connection.execute("SELECT seq FROM attempt NOT INDEXED LIMIT 0")
    except (sqlite3.DatabaseError, BrokenError):
        connection.close()
        # The WAL may be damaged or an older one, or there may be no room for its index. Read the file without it.
        connection = connect(path, "mode=ro&immutable=1", 0)
        try:
            connection.execute("SELECT seq FROM attempt NOT INDEXED LIMIT 0")
        except BaseException:
            connection.close()
            raise
    return connection
