"""Tests that nothing is recorded in a file that the next start would not find."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import State, Step
from desktop.store.journal import SqliteJournal
from desktop.store.open_files import WAL_LIMIT
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt

on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows neither removes nor replaces a file that is open")


def wal_of(path: Path) -> Path:
    """Returns the WAL of a journal."""
    return path.with_name(f"{path.name}-wal")


def replace(path: Path) -> None:
    """Puts a copy in place of a file, as restoring a backup does."""
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    copy.replace(path)


def put_a_folder(path: Path) -> None:
    """Puts a folder in place of a file."""
    path.unlink()
    path.mkdir()


UNAVAILABLE: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "replaced": replace,
    "a folder": put_a_folder,
    "WAL removed": lambda path: wal_of(path).unlink(),
    "WAL replaced": lambda path: replace(wal_of(path)),
    "folder renamed": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
}


@on_posix
@pytest.mark.parametrize("change", UNAVAILABLE.values(), ids=UNAVAILABLE)
def test_a_file_that_is_no_longer_there(
    path: Path, begin: Callable[..., Attempt], change: Callable[[Path], object]
) -> None:
    """Nothing more is recorded, so nothing can be sent."""
    with SqliteJournal.open(path) as journal:
        known = begin(journal)
        change(path)
        with pytest.raises(JournalUnusable) as unusable:
            begin(journal)
        assert unusable.value.why is JournalTrouble.UNAVAILABLE
        with pytest.raises(JournalUnusable):
            journal.step(known.reference, Step.LOST, at=known.at)
        assert [one.state for one in journal.in_states(*State)] == [State.IN_FLIGHT]


def test_a_file_that_was_cut_short(path: Path, begin: Callable[..., Attempt]) -> None:
    """It is reported as damaged."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
        os.truncate(path, path.stat().st_size - 1)
        with pytest.raises(JournalUnusable) as unusable:
            begin(journal)
    assert unusable.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize("left", [0, 0.5])
def test_a_wal_that_was_cut_short(path: Path, begin: Callable[..., Attempt], left: float) -> None:
    """Nothing more is recorded behind the gap: after a power cut SQLite would ignore all of it."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
        os.truncate(wal_of(path), int(wal_of(path).stat().st_size * left))
        with pytest.raises(JournalUnusable) as unusable:
            begin(journal)
    assert unusable.value.why is JournalTrouble.UNAVAILABLE


def test_a_wal_that_was_overwritten(path: Path, begin: Callable[..., Attempt]) -> None:
    """Nothing more is recorded in it: the next start would not find that."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
        wal_of(path).write_bytes(bytes(wal_of(path).stat().st_size))
        with pytest.raises(JournalUnusable) as unusable:
            begin(journal)
    assert unusable.value.why is JournalTrouble.DAMAGED


def test_a_wal_that_the_till_empties(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """Forgetting numbers empties it, and every connection of the till goes on."""
    with WriterLock(path) as lock, closing(SqliteJournal.open(path, lock=lock)) as counter:
        with closing(SqliteJournal.open(path, lock=lock)) as settling:
            begin(counter, Step.REDEEMED)
            assert settling.forget_members(now + timedelta(days=400)) == 1
            assert wal_of(path).stat().st_size == 0
            begin(counter, Step.REDEEMED)
            begin(settling, Step.REDEEMED)
        begin(counter)


def test_a_wal_that_sqlite_shrinks(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """After a long reader, SQLite cuts it to its limit."""
    with SqliteJournal.open(path) as journal, closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM journal").fetchone()
        while wal_of(path).stat().st_size <= WAL_LIMIT:
            journal.note("many", at=now, till="t", cashier="", detail="x" * 200_000)
        reader.rollback()
        for _ in range(3):
            begin(journal)
        assert wal_of(path).stat().st_size == WAL_LIMIT
        begin(journal)


@on_posix
def test_a_folder_that_is_there_again(path: Path, begin: Callable[..., Attempt]) -> None:
    """With its folder back, the journal goes on."""
    elsewhere = path.parent.with_name("elsewhere")
    with SqliteJournal.open(path) as journal:
        begin(journal)
        path.parent.rename(elsewhere)
        with pytest.raises(JournalUnusable):
            begin(journal)
        elsewhere.rename(path.parent)
        begin(journal)
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.IN_FLIGHT)) == 2
