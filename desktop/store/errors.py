"""Translates errors of SQLite and of the system into problems of the journal."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WRITE_PROTECTED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_EXTENDED = {
    # The system cut the write short: a quota, a limit on the size of files, or no room for the WAL's index. A disk that
    # the system has made read-only, because it fails, has the same code (`trouble_at`).
    sqlite3.SQLITE_IOERR_WRITE: JournalTrouble.FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: JournalTrouble.FULL,
    sqlite3.SQLITE_IOERR_SHORT_READ: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_IOERR_CORRUPTFS: JournalTrouble.DAMAGED,
}
_PRIMARY = {
    sqlite3.SQLITE_FULL: JournalTrouble.FULL,
    sqlite3.SQLITE_READONLY: JournalTrouble.READ_ONLY,
    sqlite3.SQLITE_PERM: JournalTrouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: JournalTrouble.IN_USE,
    sqlite3.SQLITE_LOCKED: JournalTrouble.IN_USE,
    sqlite3.SQLITE_PROTOCOL: JournalTrouble.IN_USE,
    sqlite3.SQLITE_CORRUPT: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_FORMAT: JournalTrouble.DAMAGED,
    # The program's SQL is always the same, so a missing table or column means damage.
    sqlite3.SQLITE_ERROR: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: JournalTrouble.DAMAGED,
}


class DamagedRowError(ValueError):
    """A row of the journal holds a value that the till never writes."""


class BrokenError(Exception):
    """The first problem that a check found, in plain English for store IT."""


PROBLEMS = (BrokenError, DamagedRowError, UnicodeDecodeError, JournalUnusable, sqlite3.Error, OSError)
"""What is raised if a journal is damaged or cannot be read. Any other error is a mistake of the program.

The sqlite3 module raises the third if a column's name in a damaged schema is not UTF-8.
"""


def expect(holds: bool, problem: str) -> None:  # noqa: FBT001 - reads like an assertion
    """Raises `BrokenError` with the problem unless it holds."""
    if not holds:
        raise BrokenError(problem)


def trouble_of(error: sqlite3.Error | OSError) -> JournalTrouble:
    """Returns what an error means for the journal."""
    if isinstance(error, OSError):
        if error.errno in _FULL_DISK:
            return JournalTrouble.FULL
        return JournalTrouble.READ_ONLY if error.errno in _WRITE_PROTECTED else JournalTrouble.UNAVAILABLE
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The sqlite3 module raises an error without a code only if a stored text is not UTF-8.
        return JournalTrouble.DAMAGED
    return _EXTENDED.get(code) or _PRIMARY.get(code & 0xFF, JournalTrouble.UNAVAILABLE)


def trouble_at(path: Path, error: sqlite3.Error | OSError) -> JournalTrouble:
    """Returns what an error means for a journal, with what its file and folder say if SQLite does not tell why."""
    code = getattr(error, "sqlite_errorcode", 0)
    is_write = code == sqlite3.SQLITE_IOERR_WRITE
    if is_write or code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        if _may_not_be_read(path):
            return JournalTrouble.READ_ONLY
        refused = _refused_by(path.parent)
        # A reader needs no right to write the folder, so only a full disk explains a file that cannot be opened.
        if refused is not None and (is_write or refused is JournalTrouble.FULL):
            return refused
    return trouble_of(error)


def _may_not_be_read(file: Path) -> bool:
    """True if a file is there, and this user has no right to read it."""
    effective = os.access in os.supports_effective_ids
    return os.access(file, os.F_OK, effective_ids=effective) and not os.access(file, os.R_OK, effective_ids=effective)


def _refused_by(folder: Path) -> JournalTrouble | None:
    """Returns why a folder takes no new file: its disk has no room for one, or became read-only. None otherwise."""
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        found = trouble_of(error)
    return None if found is JournalTrouble.UNAVAILABLE else found


@contextmanager
def journal_errors(path: Path) -> Iterator[None]:
    """Raises every error of SQLite and of the system as `JournalUnusable`.

    Using a closed journal, or one from another thread, is a programming error and is raised unchanged.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except (sqlite3.Error, OSError) as error:
        raise JournalUnusable(trouble_at(path, error), str(path)) from error
    except (DamagedRowError, BrokenError, UnicodeDecodeError) as error:
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path)) from error
