"""Makes, finds, opens and checks the journal's file; nothing that is there is ever overwritten."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import create, sync_folder, tighten
from desktop.store.checking import BrokenError, Progress, check, check_recent, check_structure
from desktop.store.machine import fingerprint_of
from desktop.store.schema import READABLE, check_identity, migrate, version_of
from desktop.store.troubles import DamagedRowError
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.store.ownership import Predecessor

SIDE_FILES = ("-wal", "-shm")
"""What SQLite keeps beside a file that is open, or was not closed in order."""

_log = logging.getLogger(__name__)

_WHOLLY_CHECKED = 2 * 2**20
"""Bytes up to which everything is checked at every start, as `doctor` and every export do; 0.2 s at most."""

_ALWAYS_EXAMINED = 16 * 2**20
_EXAMINED_AFTER_A_CRASH = 160 * 2**20
"""Bytes up to which SQLite looks at every page (`quick_check`): always, and if the file was not closed in order.

That takes 1.5 s for a gigabyte that is cached, ten times that from a slow disk. In a larger file SQLite reports a
damaged page when it meets one. The end of the chain is checked in every file.
"""

_PRAGMAS = (
    # What a till has said is done stays done through a power cut; on macOS that takes an fsync of its own kind.
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = 1",
    "PRAGMA checkpoint_fullfsync = 1",
    "PRAGMA foreign_keys = ON",
    # A number that was dropped is overwritten with zeros, and never gets into a temporary file.
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    # REPLACE removes rows, and the triggers that forbid it must see that.
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    # The WAL is cut back after a long reader made it grow.
    "PRAGMA journal_size_limit = 4194304",
)


def successor_of(path: Path) -> Path:
    """Where the journal that is to take a damaged one's place lies, complete, until the old one has lost its name."""
    return path.with_name(f"{path.name}.salvaged")


def find(path: Path) -> Path | None:
    """The file that is the journal: at its path, or complete beside it after a power cut; None if there is none yet.

    Raises:
        JournalUnusable: the journal's place is taken by what is no file, or only its WAL is left.
    """
    if os.path.lexists(path):
        # A FIFO would be waited for, and a link that leads nowhere may lead to a disk that is not mounted.
        if not path.is_file():
            raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
        return path
    if successor_of(path).exists():
        return successor_of(path)
    if wal_size(path):
        # SQLite would throw away a WAL that has no file: the file was taken from beside it.
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    return None


def open_writer(
    path: Path, patience: float, *, examined: bool, predecessor: Predecessor | None = None
) -> tuple[sqlite3.Connection, bool]:
    """Opens the journal for writing, under the writer's lock; makes it if there is none.

    Args:
        path: the file.
        patience: seconds to wait for another connection of this process.
        examined: it has been checked since the lock was taken.
        predecessor: the damaged journal that a new one takes the place of.

    Returns:
        The connection, and True if the journal had lived elsewhere.

    Raises:
        JournalUnusable, sqlite3.Error, OSError: it cannot be used.
    """
    existing = find(path)
    if existing is None:
        _make(path, predecessor)
    elif existing != path:
        # The power went between the two names.
        existing.rename(path)
        sync_folder(path.parent)
    size = path.stat().st_size
    if size == 0:
        # A journal is given its name when it is complete: what it held was lost.
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    crashed = wal_size(path) > 0
    tighten(path)
    connection = connect(path, "mode=rw", patience)
    try:
        version = check_identity(connection, path)
        if not examined:
            _examine(connection, path, size, crashed=crashed)
        _prepare(connection, path)
        moved = migrate(connection, version, fingerprint_of(path), predecessor)
    except BaseException:
        connection.close()
        raise
    return connection, moved


def open_reader(path: Path, patience: float) -> tuple[sqlite3.Connection, str]:
    """Opens the journal for reading, beside a writer or alone; the connection and how it was opened.

    Nothing is looked over: a damaged journal is read as far as it goes.

    Raises:
        JournalUnusable, sqlite3.Error: where it cannot be read.
    """
    existing = find(path)
    if existing is None:
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    how = "mode=ro"
    connection = connect(path, how, patience)
    try:
        version = check_identity(connection, path)
    except sqlite3.OperationalError:
        connection.close()
        if wal_size(path):
            raise
        # A folder that cannot be written has no room for the WAL's index. Without a WAL nobody has the file open for
        # writing, so that it can be read as one that does not change.
        how = "mode=ro&immutable=1"
        connection = connect(path, how, patience)
        version = check_identity(connection, path)
    except BaseException:
        connection.close()
        raise
    if version < READABLE:
        connection.close()
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    return connection, how


def connect(path: Path, how: str, patience: float) -> sqlite3.Connection:
    """A connection without transactions of its own making.

    Args:
        path: the file, which must be there.
        how: SQLite's URI parameters, `mode=ro`.
        patience: seconds to wait for a lock.
    """
    # SQLite would wait at a FIFO for whatever is written into it.
    if path.exists() and not path.is_file():
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    name = quote(path.absolute().as_posix())
    # A drive's letter needs the slash that other absolute paths begin with.
    uri = f"file://{'' if name.startswith('/') else '/'}{name}?{how}"
    connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def try_writing(path: Path) -> None:
    """Finds out whether a till could write the journal now, and changes nothing in it.

    Raises:
        JournalUnusable, sqlite3.Error, OSError: it could not. A till that is open on it is no obstacle.
    """
    try:
        lock = WriterLock(path)
    except JournalUnusable as trouble:
        if trouble.why is JournalTrouble.IN_USE:
            return
        raise
    with lock, closing(connect(path, "mode=rw", 0)) as connection:
        version = version_of(connection)
        connection.execute("BEGIN IMMEDIATE")
        # The transaction alone is begun in a read-only file, too.
        connection.execute(f"PRAGMA user_version = {version}")
        connection.rollback()


def wal_size(path: Path) -> int:
    """The bytes that wait in the WAL; 0 where there is none, as after a close in order."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size
    except FileNotFoundError:
        return 0


def _make(path: Path, predecessor: Predecessor | None) -> None:
    # Made under another name, so that a power cut in the middle leaves no journal rather than an empty one.
    fresh = path.with_name(path.name + ".new")
    for suffix in ("", *SIDE_FILES):
        fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
    os.close(create(fresh))
    with closing(connect(fresh, "mode=rw", 0)) as connection:
        _prepare(connection, path)
        migrate(connection, 0, fingerprint_of(fresh), predecessor)
    fresh.rename(path)
    sync_folder(path.parent)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        # A network share cannot do it, and what stands there is not safe from a power cut.
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _examine(connection: sqlite3.Connection, path: Path, size: int, *, crashed: bool) -> None:
    """Checks as much of the file as there is time for, and reports what is wrong as `DAMAGED`."""
    try:
        if size <= _WHOLLY_CHECKED:
            check(connection, Progress())
            return
        if size <= (_EXAMINED_AFTER_A_CRASH if crashed else _ALWAYS_EXAMINED):
            check_structure(connection, "quick_check")
        check_recent(connection)
    except (BrokenError, DamagedRowError) as error:
        _log.error("the journal is damaged: %s", error)
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path)) from error
