"""Moves one user's journal into the folder that all logins of a machine share."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import create, sync_folder
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.machine import fingerprint_of
from desktop.store.opening import find_journal, wal_size
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1024 * 1024


class JournalThereError(Exception):
    """The shared folder has a journal already. Two journals cannot be put together, because each is a chain."""


def moved_path(source: Path) -> Path:
    """Returns the name that a journal has after it was moved."""
    return source.with_name(f"{source.name}.moved")


def move_journal(source: Path, target: Path) -> bool:
    """Moves a journal. Its identity goes with it, so its attempts can still be continued.

    The old file keeps its content under another name, which no till opens. It gets this name before the new file gets
    its own, so a power cut never leaves two journals that both count. Calling this again then finishes the move.

    Args:
        source: the journal of one user.
        target: the journal in the shared folder.

    Returns:
        False if there was nothing to move.

    Raises:
        JournalThereError: the target exists. Nothing was changed.
        JournalUnusable: one of the two is open or cannot be used. Nothing was changed.
    """
    copy, aside = target.with_name(f"{target.name}.moving"), moved_path(source)
    if find_journal(source) is None and not aside.exists():
        return False
    with WriterLock(source) as lock, WriterLock(target), journal_errors(source):
        if find_journal(target) is not None:
            if find_journal(source) is None and not copy.exists():
                # It was moved before.
                return False
            # If the copy is there, a window has begun a journal between a power cut and now.
            raise JournalThereError
        if find_journal(source) is not None:
            # This checks it, converts an earlier version, and puts what is left of a crash into the file.
            SqliteJournal.open(source, lock=lock).close()
            if wal_size(source):
                raise JournalUnusable(JournalTrouble.IN_USE, str(source))
            _copy(source, copy)
            source.rename(aside)
            sync_folder(source.parent)
        if not copy.exists():
            return False
        copy.rename(target)
        sync_folder(target.parent)
    return True


def _copy(source: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    with source.open("rb") as old, os.fdopen(create(copy), "wb") as new:
        while chunk := old.read(_CHUNK):
            new.write(chunk)
        new.flush()
        os.fsync(new.fileno())
    # The journal knows its file by a number. Otherwise it would take itself for a copy, and continue nothing.
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("UPDATE journal SET file = ?", (fingerprint_of(copy).file,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sync_folder(copy.parent)
