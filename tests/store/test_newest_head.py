"""Tests that a journal which has lost its newest events is not taken for a whole one."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import State, Step
from desktop.store import journal_workers, newest_head
from desktop.store.damaged_journal import replace_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.newest_head import note_of, read
from desktop.store.verification import verify, verify_quickly
from desktop.store.writer_lock import WriterLock
from tests.posix import make_fifo

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from desktop.domain.redemption import Attempt


def wal_of(path: Path) -> Path:
    """Returns the WAL of a journal."""
    return path.with_name(f"{path.name}-wal")


@pytest.fixture
def killed(path: Path, begin: Callable[..., Attempt]) -> int:
    """The files of a till that was killed after its second attempt. Returns the size of the WAL after the first."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
        size = wal_of(path).stat().st_size
        begin(journal)
        left = path.read_bytes(), wal_of(path).read_bytes()
    # Written into the same files, because a copy is another journal.
    path.write_bytes(left[0])
    wal_of(path).write_bytes(left[1])
    return size


def refusal(path: Path) -> JournalTrouble | None:
    """Returns why a window cannot open the journal."""
    try:
        SqliteJournal.open(path).close()
    except JournalUnusable as unusable:
        return unusable.why
    return None


def test_a_killed_till_goes_on(path: Path, killed: int) -> None:
    """What is in its WAL belongs to the journal."""
    assert wal_of(path).stat().st_size > killed
    assert verify(path).ok
    assert verify_quickly(path).ok
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.IN_FLIGHT)) == 2


@pytest.mark.parametrize("small", [True, False])
def test_a_wal_that_was_cut_after_a_kill(path: Path, killed: int, monkeypatch: pytest.MonkeyPatch, small: bool) -> None:
    """What is left is whole, and says nothing of the second attempt, which may have moved the points."""
    if not small:
        monkeypatch.setattr("desktop.store.opening._FULL_CHECK_LIMIT", 0)
        monkeypatch.setattr("desktop.store.verification._SMALL", 0)
    os.truncate(wal_of(path), killed)
    before = path.read_bytes()
    for verdict in (verify(path), verify_quickly(path)):
        assert "is lost" in verdict.problem
        assert verdict.why is JournalTrouble.DAMAGED
    assert refusal(path) is JournalTrouble.DAMAGED
    # Nothing was changed, for support.
    assert (path.read_bytes(), wal_of(path).stat().st_size) == (before, killed)


@pytest.mark.parametrize("goes_on", [False, True])
def test_an_older_copy_that_was_written_over_it(
    path: Path, begin: Callable[..., Attempt], goes_on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if a program that makes no notes has gone on with the copy, so that it has as many events."""
    SqliteJournal.open(path).close()
    older = path.read_bytes()
    with SqliteJournal.open(path) as journal:
        begin(journal)
    path.write_bytes(older)
    if goes_on:
        note = note_of(path).rename(path.with_name("kept"))
        with SqliteJournal.open(path) as journal:
            begin(journal)
            begin(journal)
        note.replace(note_of(path))
    assert "is lost" in verify(path).problem
    assert refusal(path) is JournalTrouble.DAMAGED
    # Several processes that share a large journal find it too.
    monkeypatch.setattr(journal_workers, "LARGE", 0)
    with journal_workers.workers_for(path) as workers:
        verdict, _ = journal_workers.verify(path, workers, attempts=True)
    assert "is lost" in verdict.problem


@pytest.mark.parametrize("version", [1, 2])
def test_a_backup_of_before_the_journal_was_converted(path: Path, version: int) -> None:
    """It has no chain that the note could name. What the till has done since is lost all the same."""
    dump = (Path(__file__).parent / "journals" / f"version_{version}.sql").read_text(encoding="utf-8")
    path.parent.mkdir()
    backup = path.with_name("backup")
    with closing(sqlite3.connect(backup)) as raw:
        raw.executescript(dump)
    shutil.copy(backup, path)
    SqliteJournal.open(path).close()
    assert verify(path).ok
    backup.replace(path)
    before = path.read_bytes()
    assert "old backup" in verify(path).problem
    assert refusal(path) is JournalTrouble.DAMAGED
    assert path.read_bytes() == before
    # The page on backups tells to remove what is in the folder first.
    note_of(path).unlink()
    assert refusal(path) is None


def test_a_journal_that_was_removed(path: Path, begin: Callable[..., Attempt]) -> None:
    """No empty journal takes its place, which would know of no bill and no unknown outcome."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
    path.unlink()
    assert refusal(path) is JournalTrouble.DAMAGED
    assert verify(path).why is JournalTrouble.DAMAGED
    assert not path.exists()


@pytest.mark.parametrize("what", ["cut", "removed"])
def test_a_new_journal_goes_on(
    path: Path, killed: int, now: datetime, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    """With all that is left of the old one. Its first event names the old one, whose note does not count any more."""
    lost = read(path)
    assert lost is not None
    if what == "cut":
        os.truncate(wal_of(path), killed)
    else:
        wal_of(path).unlink()
        path.unlink()
    aside = replace_damaged(path, now)
    assert f"had event {lost.tail.seq}" in caplog.text
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.IN_FLIGHT)) == (1 if what == "cut" else 0)
        first = list(journal.newest_events(100))[-1]
        assert first.what == "succeeded"
        assert lost.identity in first.detail
    left = {path.name, note_of(path).name}
    left |= {aside.name, wal_of(aside).name} if what == "cut" else set()
    assert {one.name for one in path.parent.iterdir() if not one.name.endswith(("-shm", ".lock"))} == left
    assert verify(path).ok


def test_a_power_cut_while_it_is_set_aside(path: Path, killed: int) -> None:
    """If only the WAL got its new name, the journal is not taken for a whole one without it."""
    assert killed
    wal_of(path).rename(path.with_name("journal-damaged.sqlite-wal"))
    assert refusal(path) is JournalTrouble.DAMAGED


def test_a_new_journal_that_was_cut_short(
    path: Path, killed: int, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has what was in the rest of the WAL, also if only the WAL got its new name before a power cut."""
    os.truncate(wal_of(path), killed)
    rename = type(path).rename

    def power_cut(one: Path, target: Path) -> Path:
        if one == path:
            raise OSError("the power is gone")
        return rename(one, target)

    with monkeypatch.context() as patched:
        patched.setattr(type(path), "rename", power_cut)
        with pytest.raises(JournalUnusable):
            replace_damaged(path, now)
    assert not wal_of(path).exists()
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.IN_FLIGHT)) == 1


def test_a_copy_may_be_older(path: Path, begin: Callable[..., Attempt]) -> None:
    """A backup that is put back as another file is a copy, and says so itself."""
    SqliteJournal.open(path).close()
    backup = Path(shutil.copy(path, path.with_name("backup")))
    with SqliteJournal.open(path) as journal:
        begin(journal)
        before = journal.identity
    path.unlink()
    backup.rename(path)
    assert verify(path).ok
    with SqliteJournal.open(path) as journal:
        assert journal.moved_from == before
        begin(journal)
    assert refusal(path) is None
    assert verify(path).ok


@pytest.mark.parametrize("content", [b"", b"\0" * 128, b"x" * 5000, b"0" * 32], ids=["empty", "zeros", "long", "short"])
def test_a_note_that_cannot_be_read(path: Path, begin: Callable[..., Attempt], content: bytes) -> None:
    """A power cut may leave anything in it. It says nothing then, and the next event makes it whole again."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
    note_of(path).write_bytes(content)
    assert read(path) is None
    assert verify(path).ok
    with SqliteJournal.open(path) as journal:
        begin(journal)
        found = read(path)
        assert found is not None
        assert (found.identity, found.tail.hash.hex()) == (journal.identity, journal.head)


@pytest.mark.parametrize("what", ["folder", "link", "fifo"])
def test_a_note_that_cannot_be_written(
    path: Path, begin: Callable[..., Attempt], what: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The till goes on, because what it recorded counts without it. Another file is not overwritten."""
    path.parent.mkdir()
    other = path.with_name("other")
    if what == "folder":
        note_of(path).mkdir()
    elif os.name == "nt":
        pytest.skip("Windows' users can make no links")
    elif what == "link":
        other.write_text("precious")
        note_of(path).symlink_to(other)
    else:
        make_fifo(note_of(path))
    with SqliteJournal.open(path) as journal, caplog.at_level(logging.WARNING):
        begin(journal)
    assert "cannot be noted" in caplog.text
    assert refusal(path) is None
    assert what != "link" or other.read_text() == "precious"


def test_a_note_that_an_administrator_made(
    open_folder: Path, begin: Callable[..., Attempt], without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """A command of an administrator can be the first to make one. The till makes its own then."""
    path = open_folder / "data" / "journal.sqlite"
    path.parent.mkdir()
    path.parent.chmod(0o777)
    with without_rights():
        SqliteJournal.open(path).close()
        note_of(path).chmod(0o400)
        with SqliteJournal.open(path) as journal:
            begin(journal)
            found = read(path)
            assert found is not None
            assert found.tail.hash.hex() == journal.head


def test_a_note_that_is_half_of_another(path: Path, begin: Callable[..., Attempt]) -> None:
    """A reader may see a part of the note before and a part of the next one."""
    with SqliteJournal.open(path) as journal:
        older = note_of(path).read_bytes()
        begin(journal)
    newer = note_of(path).read_bytes()
    assert len(older) == len(newer)
    for place in range(len(newer)):
        mixed = newer[:place] + older[place:]
        note_of(path).write_bytes(mixed)
        assert read(path) is None or mixed in {older, newer}
        assert verify_quickly(path).ok


def test_an_older_note_says_nothing(path: Path, begin: Callable[..., Attempt]) -> None:
    """A power cut may take the last notes, and two threads may write theirs in another order than their events."""
    with SqliteJournal.open(path) as journal:
        older = note_of(path).read_bytes()
        for _ in range(300):
            begin(journal)
    note_of(path).write_bytes(older)
    assert verify(path).ok
    assert refusal(path) is None


def test_each_commit_is_noted(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """Whichever connection makes it; what was rolled back is not."""
    with WriterLock(path) as lock, closing(SqliteJournal.open(path, lock=lock)) as counter:
        with closing(SqliteJournal.open(path, lock=lock)) as settling:
            for journal in (counter, settling, counter):
                attempt = begin(journal, Step.LOST)
                assert read(path) == newest_head.read_from(journal._connection)
            settling.step(attempt.reference, Step.FOUND, at=now)
            known = read(path)
            assert known == newest_head.read_from(counter._connection)
            with pytest.raises(KeyError):
                counter.step("nothing", Step.FOUND, at=now)
        assert read(path) == known
