"""Notices that the files of an open journal were removed, replaced or cut short, which SQLite does not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable

if TYPE_CHECKING:
    from pathlib import Path


class OpenFiles:
    """The files of a journal that is open for writing.

    Outside Windows, another program can remove or replace a file that is open. SQLite then goes on writing to the file
    without a name, and what was recorded is gone when the program ends. Nothing may be redeemed on such a record.
    """

    def __init__(self, path: Path) -> None:
        """Remembers the files as they are.

        Args:
            path: the journal, which a connection has read, so that its WAL exists.

        Raises:
            OSError: one of them is missing.
        """
        self._path = path
        self._wal = path.with_name(f"{path.name}-wal")
        self._known = path.stat(), self._wal.stat()
        self._size = self._known[0].st_size

    def check(self) -> None:
        """Checks that they still have their names.

        Raises:
            JournalUnusable: what is written now could not be read at the next start.
        """
        if os.name == "nt":  # pragma: no cover - Windows neither removes nor replaces a file that is open
            return
        try:
            found = self._path.stat(), self._wal.stat()
        except FileNotFoundError:
            found = None
        if found is None or not all(map(os.path.samestat, found, self._known)):
            raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(self._path))
        if found[0].st_size < self._size:
            # SQLite never makes it smaller.
            raise JournalUnusable(JournalTrouble.DAMAGED, str(self._path))
        self._size = found[0].st_size
