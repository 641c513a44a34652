"""Creates, finds, opens and checks the journal's file. Never overwrites an existing file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.store import newest_head
from desktop.store.checking import CheckProgress, check, check_recent, check_structure, check_wal
from desktop.store.errors import BrokenError, DamagedRowError
from desktop.store.schema import CHAINED, PACKED, READABLE, check_identity, merge_wal, migrate, version_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.store.open_files import OpenFiles
    from desktop.store.ownership import Predecessor

SIDE_FILES = ("-wal", "-shm")
"""Suffixes of the files that SQLite keeps beside a file that is open or was not closed properly."""

_FULL_CHECK_LIMIT = 2 * 2**20
"""Bytes up to which every start runs the full check, as `doctor` and every export do. It takes at most 0.2 s."""

_QUICK_CHECK_LIMIT = 16 * 2**20
_QUICK_CHECK_LIMIT_AFTER_CRASH = 160 * 2**20
"""Bytes up to which SQLite checks every page (`quick_check`): always, and if the file was not closed properly.

A cached gigabyte takes 1.5 s, and ten times that on a slow disk. In a larger file, SQLite reports a damaged page when
it reads one. The end of the chain is checked in every file.
"""

_WRITING_TIMEOUT = 5.0
"""Seconds for which `try_writing` waits beside an open till, as the till itself does."""

_PRAGMAS = (
    # Commits must survive a power cut. On macOS that needs a special fsync.
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = 1",
    "PRAGMA checkpoint_fullfsync = 1",
    "PRAGMA foreign_keys = ON",
    # Overwrite deleted numbers with zeros, and keep them out of temporary files.
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    # REPLACE deletes rows, and the triggers that forbid deleting must fire then.
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    # Shrink the WAL after a long reader made it grow.
    "PRAGMA journal_size_limit = 4194304",
)


def replacement_path(path: Path) -> Path:
    """Returns the name that the replacement of a damaged journal has until the damaged one has been renamed."""
    return path.with_name(f"{path.name}.salvaged")


def find_journal(path: Path) -> Path | None:
    """Returns the journal's file, or its complete replacement after a power cut, or None if there is no journal yet.

    Raises:
        JournalUnusable: something that is not a file has the journal's name, or only its WAL is left.
        OSError: this user may not look into the folder.
    """
    if _is_there(path):
        # Opening a FIFO would block, and a dangling link may point to a disk that is not mounted.
        if not path.is_file():
            raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
        return path
    if replacement_path(path).exists():
        return replacement_path(path)
    if wal_size(path):
        # SQLite would delete a WAL that has no database file. The file was removed from beside it.
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    if newest_head.read(path) is not None:
        # A till has written a journal here.
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    return None


def _is_there(path: Path) -> bool:
    """True if a name is taken, also by a dangling link. `os.path.lexists` says no of what this user may not see."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def open_writer(
    path: Path,
    timeout: float,
    *,
    checked: bool,
    predecessor: Predecessor | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[sqlite3.Connection, OpenFiles, bool]:
    """Opens the journal for writing while the caller holds the writer's lock. Creates it if it does not exist.

    Args:
        path: the file.
        timeout: seconds to wait for another connection of this process.
        checked: True if the file has been checked since the lock was taken.
        predecessor: the damaged journal that a new one replaces.
        on_progress: called while a journal of an earlier version is converted (`upgrade.upgrade`).

    Returns:
        The connection, its files, and True if the journal has moved here from elsewhere.

    Raises:
        JournalUnusable, sqlite3.Error, OSError: the journal cannot be used.
    """
    # Imported late, because a command that only reads needs none of it.
    from desktop.private_files import make_private, sync_folder
    from desktop.store.machine import fingerprint_of
    from desktop.store.open_files import OpenFiles

    existing = find_journal(path)
    if existing is None:
        _make(path, predecessor)
    elif existing != path:
        # The power failed between the two renames.
        existing.rename(path)
        sync_folder(path.parent)
    size = path.stat().st_size
    if size == 0:
        # A journal gets its name only when it is complete, so an empty file has lost its content.
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    crashed = wal_size(path) > 0
    make_private(path)
    if crashed and not checked:
        # A connection that may write copies the WAL into the file when it closes, also if they do not belong together.
        with closing(_connect_reader(path, timeout)) as reader:
            check_identity(reader, path)
            _check_at_start(reader, path, size, crashed=True)
    connection = connect(path, "mode=rw", timeout)
    try:
        version = check_identity(connection, path)
        if not crashed and not checked:
            _check_at_start(connection, path, size, crashed=False)
        _prepare(connection, path)
        if version < PACKED:
            from desktop.store.upgrade import upgrade

            upgrade(path, connection, lambda copy: _connect_prepared(copy, timeout), on_progress)
            connection = _connect_prepared(path, timeout)
            version = version_of(connection)
        moved = migrate(connection, version, fingerprint_of(path), predecessor)
        files = OpenFiles(path)
        files.note_written(newest_head.read_from(connection))
    except BaseException:
        connection.close()
        raise
    return connection, files, moved


def open_reader(path: Path, timeout: float) -> tuple[sqlite3.Connection, str]:
    """Opens the journal for reading, beside a writer or alone. Returns the connection and its URI parameters.

    Checks nothing, so that a damaged journal can be read as far as possible.

    Raises:
        JournalUnusable, sqlite3.Error: the journal cannot be read.
    """
    existing = find_journal(path)
    if existing is None:
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    how = "mode=ro"
    try:
        connection = _connect_reader(path, timeout)
    except sqlite3.OperationalError:
        if wal_size(path):
            raise
        # A read-only folder has no room for the WAL's index. Without a WAL no one has the file open for writing, so it
        # can be read as immutable.
        how = "mode=ro&immutable=1"
        connection = connect(path, how, timeout)
    try:
        version = check_identity(connection, path)
    except BaseException:
        connection.close()
        raise
    if version < READABLE:
        connection.close()
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    return connection, how


def connect(path: Path, parameters: str, timeout: float) -> sqlite3.Connection:
    """Opens a connection that begins no transactions by itself.

    Args:
        path: the file, which must exist.
        parameters: SQLite's URI parameters, for example `mode=ro`.
        timeout: seconds to wait for a lock.

    Raises:
        JournalUnusable, sqlite3.Error: the file cannot be opened.
    """
    # SQLite would block on a FIFO until someone writes to it.
    if path.exists() and not path.is_file():
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    # SQLite gets the bytes of the name. In a locale without UTF-8, the text would become another name.
    name = quote(os.fsencode(path.absolute().as_posix()))
    # A drive letter needs the slash that other absolute paths begin with.
    uri = f"file://{'' if name.startswith('/') else '/'}{name}?{parameters}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def try_writing(path: Path) -> None:
    """Tests if a till could write the journal now. Changes nothing in it.

    A till that has it open is not an error. Another program that is writing is one after `_WRITING_TIMEOUT`.

    Raises:
        JournalUnusable, sqlite3.Error, OSError: a till could not write it.
    """
    from desktop.store.writer_lock import WriterLock

    try:
        lock = WriterLock(path)
    except JournalUnusable as trouble:
        if trouble.why is not JournalTrouble.IN_USE:
            raise
        with closing(connect(path, "mode=rw", _WRITING_TIMEOUT)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
        return
    with lock, closing(connect(path, "mode=rw", 0)) as connection:
        version = version_of(connection)
        connection.execute("BEGIN IMMEDIATE")
        # A read-only file accepts BEGIN, so try a write as well.
        connection.execute(f"PRAGMA user_version = {version}")
        connection.rollback()


def room_missing(path: Path) -> int:
    """Returns how many bytes the disk lacks for converting a journal of an earlier version, or 0 if it has room.

    Raises:
        sqlite3.Error, OSError: that cannot be found out.
    """
    import shutil

    with closing(_connect_reader(path, _WRITING_TIMEOUT)) as connection:
        version = version_of(connection)
    if version >= PACKED:
        return 0
    # The copy and its WAL took 62 percent of a journal of 15 MB, with a fixed part for the WAL. Before it, a journal
    # without a chain is written anew in its WAL and grows by a third, which took 170 percent of one of 34 MB. What an
    # interrupted start has copied is there already.
    needed = path.stat().st_size * (1 if version >= CHAINED else 2) + 2**20
    started = path.with_name(f"{path.name}.upgrading")
    copied = started.stat().st_size if started.exists() else 0
    return max(0, needed - copied - shutil.disk_usage(path.parent).free)


def wal_size(path: Path) -> int:
    """Returns the size of the WAL in bytes, or 0 if there is none, as after a proper close."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size
    except FileNotFoundError:
        return 0


def _make(path: Path, predecessor: Predecessor | None) -> None:
    from desktop.private_files import create, retry_while_open, sync_folder
    from desktop.store.machine import fingerprint_of

    # Create it under another name, so that a power cut leaves no journal instead of an empty one.
    fresh = path.with_name(path.name + ".new")
    for suffix in ("", *SIDE_FILES):
        fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
    os.close(create(fresh))
    with closing(connect(fresh, "mode=rw", 0)) as connection:
        _prepare(connection, path)
        migrate(connection, 0, fingerprint_of(fresh), predecessor)
        merge_wal(connection, path)
    retry_while_open(lambda: fresh.rename(path))
    sync_folder(path.parent)


def _connect_reader(path: Path, timeout: float) -> sqlite3.Connection:
    """Opens a connection for reading.

    If a power cut left a change of the file half-done, it is undone first, which only a connection that may write can.
    That happens if SQLite was leaving or entering WAL mode: otherwise there is no rollback journal.

    Raises:
        sqlite3.Error: the file cannot be read.
    """
    connection = connect(path, "mode=ro", timeout)
    try:
        try:
            version_of(connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            with closing(connect(path, "mode=rw", timeout)) as writer:
                version_of(writer)
                # Beside a reader, the writer does not copy the WAL into the file when it closes.
                version_of(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_prepared(path: Path, timeout: float) -> sqlite3.Connection:
    connection = connect(path, "mode=rw", timeout)
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        # A network share has no WAL, so the file would not survive a power cut.
        raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(path))
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _check_at_start(connection: sqlite3.Connection, path: Path, size: int, *, crashed: bool) -> None:
    """Checks as much of the file as time allows, and reports every problem as `DAMAGED`."""
    try:
        check_wal(connection, path)
        newest_head.check(connection, path, newest_head.read(path))
        if size <= _FULL_CHECK_LIMIT:
            check(connection, CheckProgress())
            return
        if size <= (_QUICK_CHECK_LIMIT_AFTER_CRASH if crashed else _QUICK_CHECK_LIMIT):
            check_structure(connection, "quick_check")
        check_recent(connection)
    except (BrokenError, DamagedRowError) as error:
        import logging

        logging.getLogger(__name__).error("the journal is damaged: %s", error)  # noqa: TRY400 - the error says it all
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path)) from error
