"""Moves one user's journal into the folder that all logins of a machine share, or joins it to the one that is there."""

from __future__ import annotations

import itertools
import logging
import os
import sqlite3
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import create, retry_while_open, sync_folder
from desktop.store import newest_head
from desktop.store.damaged_journal import predecessor_of, read_damaged, read_damaged_reversals
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.machine import fingerprint_of
from desktop.store.opening import SIDE_FILES, find_journal
from desktop.store.schema import merge_wal
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

_log = logging.getLogger(__name__)

_CHUNK = 1024 * 1024


class Moved(StrEnum):
    """What became of a login's journal."""

    NOTHING = "nothing"
    """There was none, or it was moved before."""
    MOVED = "moved"
    """It is the machine's journal now, with its identity and chain."""
    JOINED = "joined"
    """The machine had a journal already, and has its attempts and reversals now."""


def moved_path(source: Path) -> Path:
    """Returns a free name for a journal, or a file beside it, that was moved. No till opens it."""
    names = itertools.chain((source.name,), (f"{source.name}.{number}" for number in itertools.count(2)))
    return next(one for name in names if not os.path.lexists(one := source.with_name(f"{name}.moved")))


def move_journal(source: Path, target: Path, *, lock: WriterLock | None = None) -> Moved:
    """Moves a journal, or joins it to the one that is there. Calling it again after any failure finishes it.

    The first login's journal keeps its identity and its chain. A second chain cannot be put into it, so the machine's
    journal takes over the attempts and reversals of every other login: whatever is not settled is then settled there,
    and a bill that one login redeemed is known to all. What is left keeps its content under another name, which no
    till opens.

    The copy is whole before the old file gets its other name, and any login can give the copy its own. So after a power
    cut one journal counts, whichever login comes next.

    Args:
        source: the journal of one user.
        target: the journal in the shared folder.
        lock: the lock on the target that this process already holds.

    Raises:
        JournalUnusable: one of the two is open, damaged, or cannot be written. Both still have what they had.
    """
    with _locked(target, lock) as held:
        with journal_errors(target):
            finished = _finish(target, held)
        if not os.path.lexists(source) and find_journal(source) is None:
            return finished
        with WriterLock(source) as own, journal_errors(source):
            if find_journal(source) is None:
                return finished
            # This converts an earlier version, and puts what is left of a crash into the file.
            with SqliteJournal.open(source, lock=own) as journal:
                journal.merge_wal()
            _check(source)
            if find_journal(target) is not None:
                _join(source, target, held)
                _retire(source)
                return Moved.JOINED
            _copy(source, _copy_of(target))
            _retire(source)
        with journal_errors(target):
            _finish(target, held)
    return Moved.MOVED


def _copy_of(target: Path) -> Path:
    """Returns the name of a whole copy that is about to become the machine's journal."""
    return target.with_name(f"{target.name}.moving")


def _finish(target: Path, lock: WriterLock) -> Moved:
    """Finishes a move that a power cut has interrupted, whichever login began it."""
    copy = _copy_of(target)
    if not copy.exists():
        return Moved.NOTHING
    if find_journal(target) is None:
        _rename(copy, target)
        return Moved.MOVED
    # A window has begun a journal in between.
    _check(copy)
    _join(copy, target, lock)
    _rename(copy, moved_path(target))
    return Moved.JOINED


def _check(path: Path) -> None:
    """Checks the whole journal, because a row that cannot be read would be lost.

    Raises:
        JournalUnusable: it is damaged.
    """
    verdict = verify(path)
    if not verdict.ok:
        _log.error("the journal %s is not moved: %s", path, verdict.problem)
        raise JournalUnusable(verdict.why or JournalTrouble.DAMAGED, str(path))


def _join(source: Path, target: Path, lock: WriterLock) -> None:
    at = datetime.now(UTC).astimezone()
    with SqliteJournal.open(target, lock=lock) as journal:
        counts = journal.join(
            read_damaged(source), read_damaged_reversals(source), at=at, predecessor=predecessor_of(source)
        )
    _log.warning("%d attempts and %d reversals of %s were taken over", *counts, source)


def _retire(source: Path) -> None:
    """Leaves nothing of a journal that was moved that could be taken for a journal which is lost."""
    newest_head.note_of(source).unlink(missing_ok=True)
    set_aside(source)


def set_aside(file: Path) -> None:
    """Gives a file that was moved its other name, durably."""
    _rename(file, moved_path(file))


def _rename(file: Path, name: Path) -> None:
    retry_while_open(lambda: file.rename(name))
    sync_folder(name.parent)


def _copy(source: Path, copy: Path) -> None:
    part = copy.with_name(f"{copy.name}.part")
    # With what SQLite left beside it if a login was killed: a WAL would be read as that of the new copy.
    for end in (*SIDE_FILES, ""):
        part.with_name(part.name + end).unlink(missing_ok=True)
    try:
        with source.open("rb") as old, os.fdopen(create(part), "wb") as new:
            while chunk := old.read(_CHUNK):
                new.write(chunk)
            new.flush()
            os.fsync(new.fileno())
        # The journal knows its file by a number. Otherwise it would take itself for a copy, and continue nothing.
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("UPDATE journal SET file = ?", (fingerprint_of(part).file,))
            merge_wal(connection, part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _rename(part, copy)


def _locked(target: Path, lock: WriterLock | None) -> AbstractContextManager[WriterLock]:
    return WriterLock(target) if lock is None else nullcontext(lock)
