"""Opens the small databases beside the journal: private, durable, and kept aside if they are damaged.

One that a newer program made is neither changed nor kept aside: that program goes on with it.
"""

from __future__ import annotations

import itertools
import logging
import os
import sqlite3
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import create, make_folder, make_private, retry_while_open
from desktop.store.errors import trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)

_TIMEOUT = 5.0
"""Seconds to wait for another thread or process that is writing."""


def open_or_set_aside(path: Path, connect: Callable[[Path], sqlite3.Connection], words: str) -> sqlite3.Connection:
    """Opens a database, and creates it if it is missing. A damaged one is kept aside, and a new one begun.

    Args:
        path: the file.
        connect: opens it and checks it, such as with `connecting`.
        words: what is damaged, for the log: "the print queue is".

    Raises:
        JournalUnusable: a newer program made it.
        sqlite3.Error, OSError: there can be no such file on this disk.
    """
    make_folder(path.parent)
    try:
        return connect(path)
    except sqlite3.DatabaseError as error:
        if trouble_of(error) is not JournalTrouble.DAMAGED:
            raise
        _log.warning("%s damaged and kept aside: %s", words, error)
        _set_aside(path)
        return connect(path)


def _set_aside(path: Path) -> None:
    names = (f"{path.name}.damaged{number}" for number in itertools.chain(("",), map("-{}".format, itertools.count(2))))
    target = next(one for one in map(path.with_name, names) if not one.exists())
    # Another thread may still have the file open. Its WAL must not lie beside the new file.
    for end in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            retry_while_open(partial(path.with_name(path.name + end).rename, target.with_name(target.name + end)))


def check_version(connection: sqlite3.Connection, path: Path, known: int) -> int:
    """Returns the version of a file's tables, 0 if it has none yet.

    Args:
        connection: to the file.
        path: the file.
        known: the version that this program makes.

    Raises:
        JournalUnusable: `NEWER`.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > known:
        raise JournalUnusable(JournalTrouble.NEWER, str(path))
    return int(version)


@contextmanager
def connecting(path: Path, *, any_thread: bool = False) -> Iterator[sqlite3.Connection]:
    """Connects to a private file whose changes are durable. The connection is closed again only after an error.

    Args:
        path: the file.
        any_thread: True if several threads use the connection, one at a time.

    Raises:
        sqlite3.Error, OSError: the file cannot be opened or created.
    """
    if not path.exists():
        try:
            # SQLite would create it with the rights that the umask leaves.
            os.close(create(path))
        except FileExistsError:
            # Another thread was faster.
            _log.debug("%s exists by now", path.name)
    make_private(path)
    connection = sqlite3.connect(path, timeout=_TIMEOUT, check_same_thread=not any_thread)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = 1")
        # Numbers and receipts that were deleted do not stay in free pages.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        yield connection
    except BaseException:
        connection.close()
        raise
