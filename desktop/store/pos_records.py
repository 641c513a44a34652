"""Keeps hand-overs, and which files of the POS wait for an outcome or may have to change, in a file of its own."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.failures import JournalUnusable
from desktop.domain.hand_over_record import AwaitedFile, ExpectedFile, HandOverRecord, JournalPosition
from desktop.store.errors import DamagedRowError, journal_errors
from desktop.store.opening import connect
from desktop.store.side_database import check_version, connecting, open_or_set_aside
from desktop.store.sure_time import RUNS_ON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_log = logging.getLogger(__name__)

RecordT = TypeVar("RecordT")

_TIMEOUT = 5.0
"""Seconds that the doctor waits for a lock."""

VERSION = 2
"""The version of the tables, in `PRAGMA user_version`. It was 0 before the first release that has them.

Since 2, an expected file knows its hand-over.
"""

_TABLES = """
CREATE TABLE IF NOT EXISTS expected_file (
    path TEXT PRIMARY KEY,
    reference TEXT NOT NULL,
    reversal_id TEXT NOT NULL,
    hand_over TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS hand_over (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    fields TEXT NOT NULL,
    key TEXT UNIQUE,
    journal TEXT,
    events INTEGER,
    reference TEXT NOT NULL DEFAULT '',
    reversal_id TEXT NOT NULL DEFAULT '',
    told TEXT,
    is_done INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS awaited_file (
    path TEXT PRIMARY KEY,
    hand_over TEXT NOT NULL,
    seen TEXT NOT NULL,
    prepared TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS hand_over_at ON hand_over (seconds);
"""

_HEX = "hex:"
"""Begins what is stored for a path that is no text. A path itself is absolute, so none begins like this."""

_SELECT_FILES = "SELECT path, reference, reversal_id, hand_over FROM expected_file ORDER BY rowid"
_SELECT_OLD_FILES = "SELECT path, reference, reversal_id, '' FROM expected_file ORDER BY rowid"
_SELECT_AWAITED = "SELECT path, seen, prepared FROM awaited_file"
_SELECT = "SELECT id, at, fields, key, journal, events, reference, reversal_id, told, is_done FROM hand_over"
_SELECT_LOST = (
    f"{_SELECT} WHERE (is_done = 0 AND journal IS NOT NULL)"  # noqa: S608 - a constant
    " OR id IN (SELECT hand_over FROM awaited_file) ORDER BY rowid"
)
_LEAVE_OPEN = "UPDATE hand_over SET journal = '' WHERE is_done = 0 AND journal IS NOT NULL AND reference = ''"
"""For those of an older version, whose journal does not say what was sent for which hand-over.

So no POS is told that nothing was sent.
"""

_SELECT_TIME = "SELECT seconds FROM hand_over WHERE seconds <= ? ORDER BY rowid DESC LIMIT 1"
_FORGET = (
    "DELETE FROM hand_over WHERE seconds < ?"
    " AND rowid < (SELECT coalesce(min(rowid), 1 << 62) FROM hand_over WHERE seconds BETWEEN ? AND ?)"
)

_INSERT = "INSERT INTO hand_over (id, at, seconds, fields, key) VALUES (?, ?, ?, ?, ?)"


class PosRecords:
    """What the till remembers for the POS. Belongs to the thread that opened it, unless it is for any thread.

    The journal alone says what happened to points. This file only says which hand-over a redemption belongs to. So a
    file that cannot be used is kept aside, and a new one begun: redeeming must go on. For the same reason, a row that
    this program did not write costs only the answer that needs it.
    """

    def __init__(self, path: Path, *, any_thread: bool = False) -> None:
        """Opens the file, and creates it if it is missing.

        Args:
            path: the file.
            any_thread: True if several threads use it, one at a time.

        Raises:
            JournalUnusable: a newer program made the file, or there can be none on this disk.
        """
        self._path = path
        with journal_errors(path):
            connect = partial(_connect, any_thread=any_thread)
            self._connection = open_or_set_aside(path, connect, "the records of hand-overs are")
            self._file = _number(path)
        self._logged: set[str] = set()

    @property
    def is_in_place(self) -> bool:
        """False if another file, or none, has the path by now: another thread has kept a damaged one aside."""
        return _number(self._path) == self._file

    # Files whose outcome may change

    def expect(self, file: ExpectedFile) -> None:
        """Records durably that a file is about to have an outcome that may change. An earlier one is forgotten."""
        with self._writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO expected_file VALUES (?, ?, ?, ?)",
                (_stored(file.path), file.reference, file.reversal_id, file.hand_over_id),
            )

    def expected(self) -> tuple[ExpectedFile, ...]:
        """Returns the files whose outcome may change."""
        with journal_errors(self._path):
            found = self._connection.execute(_SELECT_FILES).fetchall()
        return tuple(_readable(found, _expected_file, self._log_once))

    def forget_file(self, path: str) -> None:
        """Forgets a file, because it has its outcome or is about another hand-over now."""
        with self._writing():
            self._connection.execute("DELETE FROM expected_file WHERE path = ?", (_stored(path),))

    # Hand-overs

    def add(self, record: HandOverRecord) -> None:
        """Records a new hand-over durably.

        Raises:
            ValueError: there is one with this id or key.
            JournalUnusable: it could not be recorded.
        """
        with journal_errors(self._path):
            try:
                with self._connection:
                    self._connection.execute(_INSERT, _values(record))
            except sqlite3.IntegrityError:
                raise ValueError("there is a hand-over with this id or key") from None

    def await_file(self, record: HandOverRecord, file: AwaitedFile) -> None:
        """Records durably that the POS expects the outcome of a hand-over in a file.

        The file is not written for an earlier hand-over any more. One that came from another window may be
        known already.
        """
        with self._writing():
            self._connection.execute(f"{_INSERT} ON CONFLICT (id) DO NOTHING", _values(record))
            self._connection.execute("DELETE FROM expected_file WHERE path = ?", (_stored(file.path),))
            self._connection.execute(
                "INSERT OR REPLACE INTO awaited_file VALUES (?, ?, ?, ?)",
                (_stored(file.path), record.id, file.seen, file.prepared),
            )

    def awaited(self, hand_over_id: str) -> AwaitedFile | None:
        """Returns the file that may not have the last outcome of a hand-over; None if there is none."""
        with journal_errors(self._path):
            rows = self._connection.execute(f"{_SELECT_AWAITED} WHERE hand_over = ?", (hand_over_id,)).fetchall()
        return next(_readable(rows, _awaited_file, self._log_once), None)

    def note_published(self, hand_over_id: str, file: AwaitedFile) -> None:
        """Records that a file has the outcome of a hand-over, for a later one that waits and named the same file."""
        with self._writing():
            self._connection.execute(
                "UPDATE awaited_file SET seen = ? WHERE path = ? AND hand_over <> ?",
                (file.seen, _stored(file.path), hand_over_id),
            )

    def forget_awaited(self, hand_over_id: str) -> None:
        """Forgets the file of a hand-over, because it has the last outcome, or must not get it any more."""
        with self._writing():
            self._connection.execute("DELETE FROM awaited_file WHERE hand_over = ?", (hand_over_id,))

    def find(self, hand_over_id: str) -> HandOverRecord | None:
        """Returns one hand-over.

        Raises:
            DamagedRowError: it cannot be read. The others can.
        """
        return self._one("id = ?", hand_over_id)

    def find_key(self, key: str) -> HandOverRecord | None:
        """Returns the hand-over that has a caller's key; see `find`."""
        return self._one("key = ?", key) if key else None

    def open(self, hand_over_id: str, at: JournalPosition) -> None:
        """Records durably that the customer is at the counter now."""
        with self._writing():
            self._connection.execute(
                "UPDATE hand_over SET journal = ?, events = ? WHERE id = ?", (at.identity, at.events, hand_over_id)
            )

    def tell(
        self,
        hand_over_id: str,
        told: Mapping[str, object],
        *,
        reference: str,
        reversal_id: str,
        is_done: bool,
        file: AwaitedFile | None = None,
    ) -> None:
        """Records durably what the POS is about to be told, and with which prepared file if there is one.

        If the cashier has finished, and there is none, its file is not waited for any more.
        """
        with self._writing():
            self._connection.execute(
                "UPDATE hand_over SET told = ?, reference = ?, reversal_id = ?, is_done = max(is_done, ?) WHERE id = ?",
                (json.dumps(told), reference, reversal_id, is_done, hand_over_id),
            )
            if file is not None:
                self._connection.execute(
                    "UPDATE awaited_file SET seen = ?, prepared = ? WHERE hand_over = ?",
                    (file.seen, file.prepared, hand_over_id),
                )
            elif is_done:
                self._connection.execute("DELETE FROM awaited_file WHERE hand_over = ?", (hand_over_id,))

    def lost(self) -> tuple[HandOverRecord, ...]:
        """Returns the hand-overs without a final outcome, and those whose file may not have it, oldest first.

        Those of the local interface count only if they came to the counter, because nothing was sent for the others.
        One that cannot be read is left out, and logged.
        """
        with journal_errors(self._path):
            rows = self._connection.execute(_SELECT_LOST).fetchall()
        return tuple(_readable(rows, _record, self._log_once))

    def remove(self, hand_over_id: str) -> None:
        """Forgets a hand-over that was not taken, and its key."""
        with self._writing():
            self._connection.execute("DELETE FROM hand_over WHERE id = ?", (hand_over_id,))

    def sure_time(self, now: datetime) -> datetime | None:
        """Returns when the newest hand-over came that is at least a day older than the clock; None if there is none.

        By this time the age of what is deleted is judged; see `store.sure_time`.
        """
        until = int((now - RUNS_ON).timestamp())
        with journal_errors(self._path):
            row = self._connection.execute(_SELECT_TIME, (until,)).fetchone()
        try:
            return None if row is None else datetime.fromtimestamp(row[0], now.tzinfo)
        except (TypeError, ValueError, OverflowError, OSError):
            # No clock shows this time.
            return None

    def forget(self, before: datetime, until: datetime) -> int:
        """Deletes hand-overs that are older, with what was handed over. Returns how many there were.

        What follows one of between the two times is not older, although the clock was set back when it came.
        """
        since = int(before.timestamp())
        with self._writing():
            deleted = self._connection.execute(_FORGET, (since, since, int(until.timestamp())))
            self._connection.execute("DELETE FROM awaited_file WHERE hand_over NOT IN (SELECT id FROM hand_over)")
            return deleted.rowcount

    def take_over(self, other: PosRecords) -> int:
        """Records durably what another file remembers, unless it is here already. Returns how many were added."""
        with journal_errors(other._path):
            files = other._connection.execute("SELECT * FROM expected_file ORDER BY rowid").fetchall()
            hand_overs = other._connection.execute("SELECT * FROM hand_over ORDER BY rowid").fetchall()
            awaited = other._connection.execute("SELECT * FROM awaited_file ORDER BY rowid").fetchall()
        with self._writing():
            before = self._connection.total_changes
            self._connection.executemany("INSERT OR IGNORE INTO expected_file VALUES (?, ?, ?, ?)", files)
            self._connection.executemany(
                "INSERT OR IGNORE INTO hand_over VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", hand_overs
            )
            self._connection.executemany("INSERT OR IGNORE INTO awaited_file VALUES (?, ?, ?, ?)", awaited)
            return self._connection.total_changes - before

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with journal_errors(self._path), self._connection:
            yield

    def _one(self, condition: str, value: str) -> HandOverRecord | None:
        with journal_errors(self._path):
            row = self._connection.execute(f"{_SELECT} WHERE {condition}", (value,)).fetchone()
        return None if row is None else _record(row)

    def _log_once(self, what: str) -> None:
        if what not in self._logged:
            self._logged.add(what)
            _log.error("a record for the POS cannot be read and is left out: %s", what)


def unreadable(path: Path) -> list[str]:
    """Returns what is wrong with each row that cannot be read, and changes nothing. A file that is damaged is one."""
    found: list[str] = []
    # False also if this user may not enter the folder.
    if not os.access(path, os.F_OK):
        return found
    try:
        with closing(connect(path, "mode=ro", _TIMEOUT)) as connection:
            check_version(connection, path, VERSION)
            connection.text_factory = _text
            files = _SELECT_FILES if _has_hand_overs(connection) else _SELECT_OLD_FILES
            selects = [(files, _expected_file), (_SELECT, _record)]
            if not _is_older(connection):
                selects.append((_SELECT_AWAITED, _awaited_file))
            for select, read in selects:
                for _ in _readable(connection.execute(select), read, found.append):
                    pass
    except (sqlite3.Error, JournalUnusable) as error:
        found.append(f"{path}: {error}")
    return found


def _readable(
    rows: Iterable[tuple[Any, ...]],
    read: Callable[[tuple[Any, ...]], RecordT],
    note: Callable[[str], object],
) -> Iterator[RecordT]:
    """Yields what can be read, and notes what is wrong with each of the others."""
    for row in rows:
        try:
            yield read(row)
        except DamagedRowError as error:
            note(str(error))


def _expected_file(row: tuple[Any, ...]) -> ExpectedFile:
    """Reads a row, as `_record` does."""
    path, reference, reversal_id, hand_over_id = _file_and_texts(row)
    return ExpectedFile(path=path, reference=reference, reversal_id=reversal_id, hand_over_id=hand_over_id)


def _awaited_file(row: tuple[Any, ...]) -> AwaitedFile:
    """Reads a row, as `_record` does."""
    path, seen, prepared = _file_and_texts(row)
    return AwaitedFile(path=path, seen=seen, prepared=prepared)


def _file_and_texts(row: tuple[Any, ...]) -> tuple[str, ...]:
    if not all(isinstance(one, str) for one in row):
        raise DamagedRowError(f"not a file of the POS: {row[0]!r}")
    path, *texts = row
    if not path.startswith(_HEX):
        return path, *texts
    try:
        return os.fsdecode(bytes.fromhex(path.removeprefix(_HEX))), *texts
    except ValueError as error:
        raise DamagedRowError(f"not a file of the POS: {path!r}") from error


def _stored(path: str) -> str:
    """Returns what is stored for a path. The name of a file may be bytes that are no text."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return f"{_HEX}{os.fsencode(path).hex()}"
    return path


def _values(record: HandOverRecord) -> tuple[str | int | None, ...]:
    """Returns the values for `_INSERT`."""
    fields = json.dumps(dict(record.fields))
    return (record.id, record.at.isoformat(), int(record.at.timestamp()), fields, record.key or None)


def _record(row: tuple[Any, ...]) -> HandOverRecord:
    """Reads a row.

    Raises:
        DamagedRowError: it holds something that this program did not write.
    """
    found, at, fields, key, journal, events, reference, reversal_id, told, is_done = row
    is_text = not any(isinstance(value, bytes) for value in row)
    try:
        said = None if told is None else dict(json.loads(told))
        if not is_text or (said is not None and not isinstance(said.get("outcome"), str)):
            raise DamagedRowError(f"not a hand-over: {found!r}")
        return HandOverRecord(
            id=str(found),
            at=datetime.fromisoformat(at),
            fields={str(name): str(value) for name, value in json.loads(fields).items()},
            key=str(key or ""),
            opened=None if journal is None else JournalPosition(identity=str(journal), events=int(events)),
            reference=str(reference),
            reversal_id=str(reversal_id),
            told=said,
            is_done=bool(is_done),
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedRowError(f"not a hand-over: {found!r}") from error


def _text(stored: bytes) -> str | bytes:
    """Returns a stored text. One that is not UTF-8 stays as it is: the others of the same answer can be read."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def _number(path: Path) -> int:
    """Returns the file's number in its file system; -1 if there is none."""
    try:
        return path.stat().st_ino
    except OSError:
        return -1


def _is_older(connection: sqlite3.Connection) -> bool:
    """True if the file is one of a version that remembered hand-overs of the local interface only."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return "hand_over" in tables and "awaited_file" not in tables


def _has_hand_overs(connection: sqlite3.Connection) -> bool:
    """True if the file's expected files know their hand-overs."""
    return any(row[1] == "hand_over" for row in connection.execute("PRAGMA table_info (expected_file)"))


def _connect(path: Path, *, any_thread: bool) -> sqlite3.Connection:
    with connecting(path, any_thread=any_thread) as connection:
        version = check_version(connection, path, VERSION)
        connection.execute("PRAGMA journal_mode = WAL")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if _is_older(connection):
                connection.execute(_LEAVE_OPEN)
        connection.executescript(_TABLES)
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            # Another thread may open the file at the same time.
            if not _has_hand_overs(connection):
                connection.execute("ALTER TABLE expected_file ADD COLUMN hand_over TEXT NOT NULL DEFAULT ''")
        if version < VERSION:
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.text_factory = _text
    return connection
