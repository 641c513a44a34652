"""Copies a journal of an earlier version to a file of this version, and puts that in its place.

The copy is made beside the journal, in steps of some thousand rows, and checks the hash of every event. The journal
itself does not change until the copy is complete and takes its name. If the program is killed, the next start goes on
where it stopped. Until then the old program can still use the journal, and the copy is then begun anew.
"""

from __future__ import annotations

import itertools
import logging
import os
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import create, retry_while_open, sync_folder
from desktop.store import chain, event_rows, old_journal, packing, schema
from desktop.store.errors import DamagedRowError, trouble_of
from desktop.store.machine import Fingerprint, fingerprint_of
from desktop.store.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    OnProgress = Callable[[int, int], None]

_log = logging.getLogger(__name__)

_AT_ONCE = 5000
"""Rows in one transaction. They take a few megabytes of memory, and a fraction of a second."""

_SAY_EVERY = 5.0
"""Seconds between two lines in the log."""

_RELEASE_TIMEOUT = 10.0
"""Seconds to wait until other programs have closed the old file, as a command that reads does soon."""

_RELEASE_PAUSE = 0.05
"""Seconds between two tries."""


def upgrading_path(path: Path) -> Path:
    """Returns the name of the copy until it is complete."""
    return path.with_name(f"{path.name}.upgrading")


def upgrade(
    path: Path, old: sqlite3.Connection, open_copy: Callable[[Path], sqlite3.Connection], on_progress: OnProgress | None
) -> None:
    """Replaces a journal of an earlier version by a copy of this version. Closes the connection to the old one.

    Args:
        path: the journal. The caller holds the writer's lock.
        old: a connection for writing to it.
        open_copy: opens a connection for writing to a file that exists.
        on_progress: called with the number of rows that are copied, and of all. If it raises, the copy stops, and the
            next start goes on.

    Raises:
        JournalUnusable: `IN_USE` if another program has the old journal open. Otherwise it cannot be copied.
        DamagedRowError, sqlite3.Error, OSError: it cannot be copied. The journal has not changed.
    """
    began = time.monotonic()
    # The journal may be a link, which stays.
    path = path.resolve()
    version = schema.version_of(old)
    if version < schema.CHAINED:
        schema.migrate_to_chained(old, version)
        # The WAL is as large as the journal now, and would take the copy's room. It stays if another program reads.
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    target = upgrading_path(path)
    if not target.exists():
        os.close(create(target))
    try:
        _copy_to(target, path, old, open_copy, on_progress)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in _UNREADABLE or _is_damaged(old):
            raise
        # A power cut has damaged the copy. Begin anew.
        for part in (target, *(target.with_name(target.name + end) for end in ("-wal", "-shm", "-journal"))):
            part.unlink(missing_ok=True)
        os.close(create(target))
        _copy_to(target, path, old, open_copy, on_progress)
    _release(path, old)
    # What lay beside the old journal must be gone before: SQLite would take it for a part of the new one.
    sync_folder(path.parent)
    retry_while_open(lambda: target.replace(path))
    sync_folder(path.parent)
    _log.info("the journal was converted in %.1f s", time.monotonic() - began)


def readable_copy(old: sqlite3.Connection) -> sqlite3.Connection:
    """Returns a private copy of an older journal in this version, for reading. It disappears when it is closed.

    Raises:
        DamagedRowError, sqlite3.Error: the journal cannot be read.
    """
    version = schema.version_of(old)
    with closing(_private()) as chained:
        if version < schema.CHAINED:
            # The file may be read-only, and only a window may migrate it.
            old.backup(chained)
            schema.migrate_to_chained(chained, version)
            old = chained
        new = _private()
        try:
            _Copy(old, new, None).run("")
        except BaseException:
            new.close()
            raise
        return new


def _private() -> sqlite3.Connection:
    # Without a name, SQLite keeps a database in memory and in an unnamed file of its own.
    connection = sqlite3.connect("", isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


_UNREADABLE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


def _is_damaged(old: sqlite3.Connection) -> bool:
    (found,) = old.execute("PRAGMA quick_check(1)").fetchone()
    return bool(found != "ok")


def _copy_to(
    target: Path,
    path: Path,
    old: sqlite3.Connection,
    open_copy: Callable[[Path], sqlite3.Connection],
    on_progress: OnProgress | None,
) -> None:
    with closing(open_copy(target)) as new:
        copy = _Copy(old, new, on_progress)
        copy.run(_moved_file(old, path, target))
        schema.merge_wal(new, path)


def _moved_file(old: sqlite3.Connection, path: Path, target: Path) -> str:
    """Returns the file number to keep. Only a journal that belongs to its file belongs to the copy."""
    row = old.execute("SELECT machine, file FROM journal").fetchone()
    if fingerprint_of(path).differs_from(Fingerprint(row["machine"], row["file"])):
        return str(row["file"])
    return fingerprint_of(target).file


def _release(path: Path, old: sqlite3.Connection) -> None:
    """Closes the old journal, and leaves nothing beside it that could be read as part of the new one."""
    until = time.monotonic() + _RELEASE_TIMEOUT
    with closing(old):
        # SQLite's own timeout does not count here: it fails at once while another program has the file open.
        while not _leaves_wal(old):
            if time.monotonic() >= until:
                raise JournalUnusable(JournalTrouble.IN_USE, str(path))
            time.sleep(_RELEASE_PAUSE)


def _leaves_wal(old: sqlite3.Connection) -> bool:
    """Removes the WAL for good, which must never lie beside the new journal. Returns False if the file is in use."""
    try:
        (mode,) = old.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.OperationalError as error:
        if trouble_of(error) is not JournalTrouble.IN_USE:
            raise
        return False
    return bool(mode == "delete")


class _Copy:
    """One copy of a journal of version 3 to empty or half-filled tables of version 4."""

    def __init__(self, old: sqlite3.Connection, new: sqlite3.Connection, on_progress: OnProgress | None) -> None:
        self._old = old
        self._new = new
        self._words = Words()
        self._on_progress = on_progress
        self._said = time.monotonic()
        self._done = self._all = 0

    def run(self, file: str) -> None:
        """Copies everything that is not copied yet.

        Args:
            file: the file number that the copy has as a journal.
        """
        last = self._old.execute("SELECT seq, hash FROM chain ORDER BY seq DESC LIMIT 1").fetchone()
        events, head = (0, chain.START) if last is None else last
        journal = self._old.execute("SELECT * FROM journal").fetchone()
        source = f"{journal['identity']} {events} {bytes(head).hex()}"
        chain.hash_faster()
        self._begin(source)
        (attempts,) = self._old.execute("SELECT count(*) FROM attempt NOT INDEXED").fetchone()
        self._all = attempts + events
        (self._done,) = self._new.execute(
            "SELECT (SELECT count(*) FROM attempt) + (SELECT count(*) FROM event)"
        ).fetchone()
        self._copy_attempts()
        self._copy_events()
        self._new.execute("BEGIN IMMEDIATE")
        try:
            for statement in schema.INDEXES:
                self._new.execute(statement)
            self._new.execute("DROP TABLE upgrade")
            self._new.execute(
                "UPDATE journal SET identity = ?, moved_from = ?, machine = ?, file = ?, events = ?, head = ?",
                (journal["identity"], journal["moved_from"], journal["machine"], file, events, head),
            )
            schema.run(self._new, schema.MIGRATIONS)
            self._new.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            self._new.execute(f"PRAGMA user_version = {schema.current_version()}")
            self._new.execute("COMMIT")
        except BaseException:
            self._new.rollback()
            raise

    def _begin(self, source: str) -> None:
        """Makes the tables, unless they have been made for a copy of this very journal."""
        known = self._new.execute("SELECT count(*) FROM sqlite_master WHERE name = 'upgrade'").fetchone()[0]
        if known:
            (found,) = self._new.execute("SELECT source FROM upgrade").fetchone()
            if found == source:
                return
        self._new.execute("BEGIN IMMEDIATE")
        try:
            names = self._new.execute(
                "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite!_%'"
                " ESCAPE '!' ORDER BY type DESC"
            ).fetchall()
            for kind, name in names:
                self._new.execute(f"DROP {kind} IF EXISTS {name}")
            schema.run(self._new, (schema.TABLES,))
            self._new.execute("CREATE TABLE upgrade (source TEXT, attempts INTEGER, events INTEGER, hash BLOB)")
            self._new.execute("INSERT INTO upgrade VALUES (?, 0, 0, ?)", (source, chain.START))
            self._new.execute("COMMIT")
        except BaseException:
            self._new.rollback()
            raise

    def _copy_attempts(self) -> None:
        (above,) = self._new.execute("SELECT attempts FROM upgrade").fetchone()
        rows = old_journal.attempts(self._old, above)
        while batch := list(itertools.islice(rows, _AT_ONCE)):
            packed = [packing.pack(columns, first, self._words, self._new) for columns, first in self._in(batch)]
            self._new.executemany(packing.INSERT, [tuple(one.values()) for one in packed])
            self._commit("attempts = ?", packed[-1]["seq"])

    def _copy_events(self) -> None:
        above, previous = self._new.execute("SELECT events, hash FROM upgrade").fetchone()
        events = old_journal.events(self._old, above)
        while batch := list(itertools.islice(events, _AT_ONCE)):
            packed, checkpoints = [], []
            for seq, event, facts, found, link in self._in(batch):
                above += 1
                if seq != above or not isinstance(facts, bytes):
                    raise DamagedRowError(f"event {above} is missing")
                previous = chain.hash_of(previous, seq, event, facts)
                if previous != found:
                    raise DamagedRowError(f"event {seq} was changed")
                mark = previous[: chain.MARK_BYTES]
                packed.append(
                    event_rows.pack(seq, event, link, facts=facts, mark=mark, words=self._words, connection=self._new)
                )
                if seq % chain.CHECKPOINT_EVERY == 0:
                    checkpoints.append((seq, previous))
            self._new.executemany(event_rows.INSERT, packed)
            self._new.executemany("INSERT INTO checkpoint (seq, hash) VALUES (?, ?)", checkpoints)
            self._commit("events = ?, hash = ?", above, previous)

    def _in(self, batch: list[Any]) -> list[Any]:
        """Begins the transaction of a batch."""
        self._done += len(batch)
        self._new.execute("BEGIN IMMEDIATE")
        return batch

    def _commit(self, change: str, *values: int | bytes) -> None:
        self._new.execute(f"UPDATE upgrade SET {change}", values)  # noqa: S608 - this module's own
        self._new.execute("COMMIT")
        if self._on_progress is not None:
            self._on_progress(self._done, self._all)
        if time.monotonic() - self._said >= _SAY_EVERY:
            self._said = time.monotonic()
            # Not the numbers of rows: the log masks numbers of six digits and more.
            _log.info("converting the journal: %d %% of the rows", 100 * self._done // self._all)
