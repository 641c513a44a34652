"""Notices that the files of an open journal were removed, replaced or cut short, which SQLite does not."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.store import newest_head
from desktop.store.checking import wal_has_beginning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.store.newest_head import NewestHead

WAL_LIMIT = 4 * 2**20
"""Bytes to which SQLite shrinks a WAL that a long reader made grow (`journal_size_limit`)."""

_wal_sizes: dict[Path, int] = {}
"""Size of the WAL of each journal that is open for writing, which the connections of this process share."""

_using_sizes = threading.Lock()


class OpenFiles:
    """The files of a journal that is open for writing.

    Another program can cut a file short that is open, and, outside Windows, also remove or replace it. SQLite then goes
    on writing to the file without a name, or behind the gap, and what was recorded is gone when the program ends or the
    power fails. Nothing may be redeemed on such a record.
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
        with _using_sizes:
            _wal_sizes[self._wal] = self._known[1].st_size

    def check(self) -> None:
        """Checks that they still have their names.

        Raises:
            JournalUnusable: what is written now could not be read at the next start.
        """
        with _using_sizes:
            self._check()

    def note_written(self, newest: NewestHead) -> None:
        """Notes what a transaction has made the journal's end, and how long the WAL is.

        Raises nothing, because the transaction is durable.
        """
        newest_head.write(self._path, newest)
        with _using_sizes, suppress(OSError):
            _wal_sizes[self._wal] = max(_wal_sizes[self._wal], self._wal.stat().st_size)

    @contextmanager
    def emptying_the_wal(self) -> Iterator[None]:
        """Lets the caller empty the WAL. Afterwards its new size is the one that counts.

        Raises:
            OSError: the WAL is missing.
        """
        with _using_sizes:
            try:
                yield
            finally:
                _wal_sizes[self._wal] = self._wal.stat().st_size

    def _check(self) -> None:
        try:
            found = self._path.stat(), self._wal.stat()
        except FileNotFoundError:
            found = None
        if found is None or not all(map(os.path.samestat, found, self._known)):
            raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(self._path))
        # SQLite never makes it smaller.
        if found[0].st_size < self._size or not wal_has_beginning(self._wal):
            raise JournalUnusable(JournalTrouble.DAMAGED, str(self._path))
        self._size = found[0].st_size
        if found[1].st_size < min(_wal_sizes[self._wal], WAL_LIMIT):
            # SQLite would go on behind the gap, and ignore the whole WAL after a power cut. A program that looks after
            # SQLite's files may empty it properly, so trying again has to be possible.
            raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(self._path))
        _wal_sizes[self._wal] = found[1].st_size
