"""Tests how errors of SQLite and of the system are translated for the journal."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store.errors import DamagedRowError, journal_errors, trouble_of


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


def test_a_damaged_row_is_damage() -> None:
    """A row that cannot be read is damage, just as a page that SQLite cannot read."""
    with pytest.raises(JournalUnusable) as caught, journal_errors(Path("j")):
        raise DamagedRowError("x")
    assert caught.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError("closed"), sqlite3.InterfaceError("bad"), KeyError("x")])
def test_programming_errors_are_raised_unchanged(error: Exception) -> None:
    """A programming error is not reported as a problem of the disk."""
    with pytest.raises(type(error)), journal_errors(Path("j")):
        raise error
