"""Owns what an error of SQLite or of the system means for the journal."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WRITE_PROTECTED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_EXTENDED = {
    # A write that the system cut short: a quota, a limit on the size of files, no room for the WAL's index.
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
    # What the program asks is the same every time, so that a table or a column which is not there was lost.
    sqlite3.SQLITE_ERROR: JournalTrouble.DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: JournalTrouble.DAMAGED,
}


class DamagedRowError(ValueError):
    """A row of the journal that does not say what such a row can say."""


def trouble_of(error: sqlite3.Error | OSError) -> JournalTrouble:
    """What an error means for the journal."""
    if isinstance(error, OSError):
        if error.errno in _FULL_DISK:
            return JournalTrouble.FULL
        return JournalTrouble.READ_ONLY if error.errno in _WRITE_PROTECTED else JournalTrouble.UNAVAILABLE
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The sqlite3 module speaks for itself only where a stored text is no text.
        return JournalTrouble.DAMAGED
    return _EXTENDED.get(code) or _PRIMARY.get(code & 0xFF, JournalTrouble.UNAVAILABLE)


@contextmanager
def journal_errors(path: Path) -> Iterator[None]:
    """Turns every error of SQLite and of the system into `JournalUnusable`.

    A journal that was closed, or is used from another thread, is a mistake in the program and stays what it is.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except (sqlite3.Error, OSError) as error:
        raise JournalUnusable(trouble_of(error), str(path)) from error
    except DamagedRowError as error:
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path)) from error
