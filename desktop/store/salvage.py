"""Sets a damaged journal aside when the user says so, and reads it as far as it can be read."""

from __future__ import annotations

import itertools
import logging
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import sync_folder
from desktop.store.journal import SqliteJournal
from desktop.store.machine import Fingerprint, fingerprint_of
from desktop.store.opening import SIDE_FILES, connect, successor_of, wal_size
from desktop.store.ownership import Predecessor
from desktop.store.rows import attempt_of
from desktop.store.troubles import DamagedRowError, explained
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt

_log = logging.getLogger(__name__)


def begin_anew(path: Path, at: datetime, *, lock: WriterLock | None = None) -> Path:
    """Puts a new journal, with all that can be read of a damaged one, in its place, and keeps the damaged one aside.

    The new one is whole before the old one loses its name. A full disk leaves everything as it was, and a power cut one
    or the other: never an empty journal, to which no bill is held and no outcome unknown.

    Args:
        path: the journal.
        at: when, local.
        lock: what the process holds already; without one it is taken for the while.

    Returns:
        The damaged journal's new name.

    Raises:
        JournalUnusable: `IN_USE` where a till is open on it; otherwise where the new one cannot be written, or the old
            one cannot be renamed.
    """
    held = lock or WriterLock(path)
    try:
        begun = path.with_name(f"{path.name}.salvaging")
        with explained(path):
            for part in _parts(begun):
                part.unlink(missing_ok=True)
        try:
            before = predecessor_of(path)
            with SqliteJournal.open(begun, predecessor=before) as journal:
                count = journal.adopt(_readable(path), at=at, predecessor=before)
            _log.warning("%d attempts of the damaged journal were taken over", count)
            with explained(path):
                begun.replace(successor_of(path))
        finally:
            with suppress(OSError):
                for part in _parts(begun):
                    part.unlink(missing_ok=True)
        aside = set_aside(path, at, lock=held)
        with explained(path):
            successor_of(path).rename(path)
            sync_folder(path.parent)
        return aside
    finally:
        if lock is None:
            held.release()


def set_aside(path: Path, at: datetime, *, lock: WriterLock | None = None) -> Path:
    """Gives a damaged journal, with all that belongs to it, a dated name, so that a new one can be made.

    Args:
        path: the journal.
        at: the date in its new name, local.
        lock: what the process holds already; without one it is taken for the while.

    Returns:
        Its new name; nothing that is there is overwritten.

    Raises:
        JournalUnusable: `IN_USE` where a till is open on it; otherwise where it cannot be renamed.
    """
    held = lock or WriterLock(path)
    try:
        with explained(path):
            stem = f"{path.stem}-damaged-{at:%Y%m%d-%H%M%S}"
            names = itertools.chain((stem,), (f"{stem}-{number}" for number in itertools.count(2)))
            targets = (path.with_name(name + path.suffix) for name in names)
            target = next(one for one in targets if not _is_taken(one))
            # The WAL first: it must never lie beside a new journal, which is not the one that it belongs to.
            for end in (*SIDE_FILES, ""):
                part = path.with_name(path.name + end)
                if part.exists():
                    part.rename(target.with_name(target.name + end))
            sync_folder(path.parent)
            return target
    finally:
        if lock is None:
            held.release()


def salvage(path: Path) -> Iterator[Attempt]:
    """Every attempt that can still be read, oldest first; the file is not changed.

    Raises:
        JournalUnusable: where nothing can be read, not even which tables there are.
    """
    with explained(path), closing(_open(path)) as connection:
        # Every event takes several bytes, so that no row has a higher number than the files have bytes.
        last = path.stat().st_size + wal_size(path)
        above, leap = 0, 1
        read = 0
        while above <= last:
            try:
                for row in connection.execute("SELECT * FROM attempt NOT INDEXED WHERE seq > ? ORDER BY seq", (above,)):
                    # A damaged page may say any number; only forwards is believed.
                    if above < row["seq"] <= last:
                        above, leap, read = row["seq"], 1, read + 1
                        with suppress(DamagedRowError):
                            yield attempt_of(row)
            except sqlite3.DatabaseError:
                # Over the damaged page in longer and longer leaps: what lies behind it can be read again.
                above, leap = above + leap, leap * 2
                if above > last and not read:
                    raise
            else:
                return


def predecessor_of(path: Path) -> Predecessor:
    """What can still be read of who a damaged journal was: its identity, its last head, and whether it lived here."""
    found = Predecessor()
    row = _read(path, "SELECT identity, machine, file FROM journal")
    if row is not None:
        lived = Fingerprint(str(row["machine"]), str(row["file"]))
        is_own = not fingerprint_of(path).is_another_than(lived)
        found = found._replace(identity=str(row["identity"]), is_own=is_own)
    last = _read(path, "SELECT hex(hash) AS head FROM chain ORDER BY seq DESC LIMIT 1")
    return found if last is None else found._replace(head=last["head"].lower())


def _read(path: Path, sql: str) -> sqlite3.Row | None:
    """One row of a damaged journal that no till writes now; None if it cannot be read."""
    try:
        # A file that does not change needs no side files, which a reader would leave behind.
        with (
            explained(path),
            closing(_open(path) if wal_size(path) else connect(path, "mode=ro&immutable=1", 0)) as connection,
        ):
            row: sqlite3.Row | None = connection.execute(sql).fetchone()
            return row
    except JournalUnusable as trouble:
        _log.warning("the damaged journal does not say everything about itself: %s", trouble.support)
        return None


def _readable(path: Path) -> Iterator[Attempt]:
    if not path.exists():
        # Only its WAL is left.
        return
    try:
        yield from salvage(path)
    except JournalUnusable as trouble:
        if trouble.why is not JournalTrouble.DAMAGED:
            raise
        # A new journal without the old one's attempts is what was asked for; the file itself is kept.
        _log.warning("nothing more of the damaged journal can be read: %s", trouble.support)


def _parts(path: Path) -> list[Path]:
    return [path.with_name(path.name + end) for end in ("", *SIDE_FILES, ".lock")]


def _is_taken(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("", *SIDE_FILES))


def _open(path: Path) -> sqlite3.Connection:
    connection = connect(path, "mode=ro", 0)
    try:
        connection.execute("SELECT seq FROM attempt NOT INDEXED LIMIT 0")
    except sqlite3.DatabaseError:
        connection.close()
        # The WAL may be what is damaged, or its index may have no room: the file alone is better than nothing.
        connection = connect(path, "mode=ro&immutable=1", 0)
        try:
            connection.execute("SELECT seq FROM attempt NOT INDEXED LIMIT 0")
        except BaseException:
            connection.close()
            raise
    return connection
