"""Claims about what errors of SQLite and of the system mean for the journal."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store.errors import DamagedRowError, journal_errors, trouble_of


def sqlite_error(code: int) -> sqlite3.Error:
    """An error as the sqlite3 module raises it."""
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
def test_every_error_has_its_trouble(error: sqlite3.Error | OSError, trouble: JournalTrouble) -> None:
    """Each is told apart by its number, never by its words, and comes out with the file and its cause."""
    assert trouble_of(error) is trouble
    with pytest.raises(JournalUnusable) as caught, journal_errors(Path("j")):
        raise error
    assert (caught.value.why, caught.value.path, caught.value.__cause__) == (trouble, "j", error)


def test_a_row_without_sense_is_damage() -> None:
    """What cannot be read back is as damaged as what SQLite cannot read."""
    with pytest.raises(JournalUnusable) as caught, journal_errors(Path("j")):
        raise DamagedRowError("x")
    assert caught.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError("closed"), sqlite3.InterfaceError("bad"), KeyError("x")])
def test_mistakes_in_the_program_stay_what_they_are(error: Exception) -> None:
    """Nobody is told that the disk is at fault where the program is."""
    with pytest.raises(type(error)), journal_errors(Path("j")):
        raise error
