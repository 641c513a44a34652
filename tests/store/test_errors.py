"""Tests how errors of SQLite and of the system are translated for the journal."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import tempfile
from pathlib import Path

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store import journal_workers, verification
from desktop.store.errors import DamagedRowError, journal_errors, trouble_of
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_outcomes
from tests.disks import small_disk
from tests.store.thread_workers import share


def sqlite_error(code: int) -> sqlite3.Error:
    """Makes an error as the sqlite3 module raises it."""
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), JournalTrouble.FULL),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), JournalTrouble.FULL),
        (sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE), JournalTrouble.FULL),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), JournalTrouble.UNAVAILABLE),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), JournalTrouble.UNAVAILABLE),
        (sqlite_error(sqlite3.SQLITE_IOERR_SHORT_READ), JournalTrouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_IOERR_CORRUPTFS), JournalTrouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), JournalTrouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_NOTADB), JournalTrouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_ERROR), JournalTrouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_CONSTRAINT_CHECK), JournalTrouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), JournalTrouble.READ_ONLY),
        (sqlite_error(sqlite3.SQLITE_PERM), JournalTrouble.READ_ONLY),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), JournalTrouble.IN_USE),
        (sqlite_error(sqlite3.SQLITE_LOCKED), JournalTrouble.IN_USE),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), JournalTrouble.UNAVAILABLE),
        (sqlite_error(sqlite3.SQLITE_NOMEM), JournalTrouble.UNAVAILABLE),
        (OSError(errno.ENOSPC, "x"), JournalTrouble.FULL),
        (OSError(errno.EDQUOT, "x"), JournalTrouble.FULL),
        (OSError(errno.EROFS, "x"), JournalTrouble.READ_ONLY),
        (OSError(errno.EACCES, "x"), JournalTrouble.READ_ONLY),
        (OSError(errno.EIO, "x"), JournalTrouble.UNAVAILABLE),
    ],
)
def test_every_error_has_a_meaning(error: sqlite3.Error | OSError, trouble: JournalTrouble) -> None:
    """Each error is recognised by its number, not its text, and is raised with the file and its cause."""
    assert trouble_of(error) is trouble
    with pytest.raises(JournalUnusable) as caught, journal_errors(Path("j")):
        raise error
    assert (caught.value.why, caught.value.path, caught.value.__cause__) == (trouble, "j", error)


@pytest.mark.parametrize(
    ("code", "number", "trouble"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, errno.EROFS, JournalTrouble.READ_ONLY),
        (sqlite3.SQLITE_IOERR_WRITE, errno.EDQUOT, JournalTrouble.FULL),
        (sqlite3.SQLITE_IOERR_WRITE, errno.EIO, JournalTrouble.FULL),
        (sqlite3.SQLITE_CANTOPEN, errno.ENOSPC, JournalTrouble.FULL),
        (sqlite3.SQLITE_CANTOPEN, errno.EACCES, JournalTrouble.UNAVAILABLE),
        (sqlite3.SQLITE_CANTOPEN, errno.ENOENT, JournalTrouble.UNAVAILABLE),
        (sqlite3.SQLITE_IOERR_READ, errno.EROFS, JournalTrouble.UNAVAILABLE),
    ],
)
def test_the_folder_says_what_sqlite_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, number: int, trouble: JournalTrouble
) -> None:
    """A disk that became read-only is not called full, and one without room for another file is."""

    def refuse(**_: object) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(JournalUnusable) as caught, journal_errors(tmp_path / "journal.db"):
        raise sqlite_error(code)
    assert caught.value.why is trouble


def test_a_disk_that_takes_no_more_files_is_full() -> None:
    """A disk may have room left, but none for the files that SQLite makes beside the journal."""
    with small_disk(4_000_000, files=12) as disk:
        path = disk / "journal.db"
        with SqliteJournal.open(path, till="till.one"):
            pass
        with contextlib.suppress(OSError):
            for number in range(12):
                (disk / f"{number}").touch()
        with pytest.raises(JournalUnusable) as caught:
            SqliteJournal.open(path, till="till.one")
        assert caught.value.why is JournalTrouble.FULL
        (disk / "0").unlink()
        (disk / "1").unlink()
        with SqliteJournal.open(path, till="till.one") as journal:
            assert journal.head


def test_a_damaged_row_is_damage() -> None:
    """A row that cannot be read is damage, just as a page that SQLite cannot read."""
    with pytest.raises(JournalUnusable) as caught, journal_errors(Path("j")):
        raise DamagedRowError("x")
    assert caught.value.why is JournalTrouble.DAMAGED


def test_a_name_in_the_schema_that_is_no_text_is_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One flipped bit makes a blank a part of a column's name, for which sqlite3 raises an error of Python's own."""
    with SqliteJournal.open(path, till="till.one"):
        pass
    data = path.read_bytes()
    before, after = b"PRIMARY KEY,\n        at_us", b"PRIMARY KEY,\n\xa0       at_us"
    assert data.count(before) == 1
    path.write_bytes(data.replace(before, after))
    problem = "damaged: a name in its schema is not UTF-8"
    assert verification.verify(path).problem == problem
    with pytest.raises(JournalUnusable) as caught:
        find_outcomes(path, bill="B-1", reference="")
    assert caught.value.why is JournalTrouble.DAMAGED
    with pytest.raises(JournalUnusable) as caught, journal_errors(path):
        raise UnicodeDecodeError("utf-8", b"\xa0", 0, 1, "invalid start byte")
    assert caught.value.why is JournalTrouble.DAMAGED
    # The end of a large journal is checked in the same way.
    monkeypatch.setattr(verification, "_SMALL", 0)
    assert verification.verify_quickly(path).problem == problem
    # So is a large one as a whole, by several processes.
    share(monkeypatch)
    with journal_workers.workers_for(path) as workers:
        verdict, _ = journal_workers.verify(path, workers, attempts=True)
    assert verdict.problem == problem


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError("closed"), sqlite3.InterfaceError("bad"), KeyError("x")])
def test_programming_errors_are_raised_unchanged(error: Exception) -> None:
    """A programming error is not reported as a problem of the disk."""
    with pytest.raises(type(error)), journal_errors(Path("j")):
        raise error
