"""Keeps print jobs in a file of its own, so that they survive a restart and never touch the journal."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalUnusable, PaperFailed, PaperTrouble
from desktop.domain.paper import Paper, PaperDocument
from desktop.domain.print_job import PrintJob, PrintState
from desktop.domain.receipt import Line, LineKind
from desktop.store.side_database import check_version, connecting, open_or_set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)

VERSION = 1
"""The version of the tables, in `PRAGMA user_version`."""

_TABLES = """
CREATE TABLE IF NOT EXISTS job (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL,
    document TEXT NOT NULL,
    printer TEXT NOT NULL,
    paper TEXT NOT NULL,
    opens_drawer INTEGER NOT NULL,
    state TEXT NOT NULL,
    why TEXT,
    queue_job TEXT NOT NULL,
    begun TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS job_reference ON job (reference) WHERE reference > '';
CREATE INDEX IF NOT EXISTS job_open ON job (number) WHERE state IN ('waiting', 'sending', 'taken');
"""

_BEGUN = "begun"
"""In the column `queue_job` if `PrintJob.has_begun`. Such a job was in no queue, so the column is free."""

_UNFINISHED = frozenset({PrintState.WAITING, PrintState.SENDING})

_VALUES = "reference, document, printer, paper, opens_drawer, state, why, queue_job, begun, at"
_COLUMNS = f"number, {_VALUES}"
_INSERT = f"INSERT INTO job ({_VALUES}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
_INSERT_MISSING = (
    f"INSERT INTO job ({_VALUES}) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS"  # noqa: S608 - constants
    " (SELECT 1 FROM job WHERE reference = ? AND document = ? AND begun = ?)"
)


class PrintQueue:
    """The print jobs of a till (`flow.ports.PrintQueue`). Belongs to the thread that opened it.

    What it holds can be printed again from History. So a file that cannot be used is kept aside, and a new one begun:
    printing must go on, and nothing is lost by it.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file, and creates it if it is missing.

        Raises:
            PaperFailed: a newer program made the file, or there can be none on this disk.
        """
        with _errors():
            self._connection = open_or_set_aside(path, _connect, "the print queue is")

    def add(self, job: PrintJob) -> PrintJob:
        """Records a new job durably. Returns it with its number."""
        values = _values(job)
        with _errors(), self._connection:
            made = self._connection.execute(_INSERT, values)
        return replace(job, number=made.lastrowid or 0)

    def change(self, job: PrintJob) -> None:
        """Records a job's new state durably."""
        with _errors(), self._connection:
            self._connection.execute(
                "UPDATE job SET state = ?, why = ?, queue_job = ?, at = ? WHERE number = ?",
                (job.state.value, job.why, _queue_job(job), job.at.isoformat(), job.number),
            )

    def unfinished(self) -> tuple[PrintJob, ...]:
        """Returns the jobs that are waiting, being sent, or taken, oldest first."""
        return self._read("WHERE state IN ('waiting', 'sending', 'taken') ORDER BY number")

    def of(self, reference: str) -> tuple[PrintJob, ...]:
        """Returns the jobs of a redemption, newest first; none for an empty reference."""
        return self._read("WHERE reference = ? AND reference > '' ORDER BY number DESC", reference)

    def last_on(self, printer: str) -> PrintJob | None:
        """Returns the last job that a printer has taken or printed; None if there is none."""
        found = self._read("WHERE state IN ('taken', 'printed') AND printer = ? ORDER BY number DESC LIMIT 1", printer)
        return found[0] if found else None

    def failed(self) -> tuple[PrintJob, ...]:
        """Returns the failed jobs of redemptions that have not been printed since, newest first."""
        return self._read(
            "WHERE state = 'failed' AND reference > '' AND number = "
            "(SELECT max(number) FROM job AS other WHERE other.reference = job.reference) ORDER BY number DESC"
        )

    def take_over(self, other: PrintQueue) -> int:
        """Records the jobs of another queue durably, unless they are there already. Returns how many were added."""
        with _errors(), self._connection:
            found = other._connection.execute(f"SELECT {_VALUES} FROM job ORDER BY number").fetchall()  # noqa: S608 - constants
            before = self._connection.total_changes
            self._connection.executemany(_INSERT_MISSING, [(*row, row[0], row[1], row[8]) for row in found])
            return self._connection.total_changes - before

    def forget(self, before: datetime, until: datetime) -> None:
        """Deletes finished and failed jobs that are older.

        What follows one of between the two times is not older, although the clock was set back when it was printed.
        """
        with _errors(), self._connection:
            rows = self._connection.execute("SELECT number, state, begun, at FROM job ORDER BY number")
            old: list[tuple[int]] = []
            # The offset may differ from row to row, so SQLite cannot compare the texts.
            for number, state, begun, at in rows.fetchall():
                if not _is_before(begun, before) and _is_before(begun, until):
                    break
                if state not in _UNFINISHED and _is_before(at, before):
                    old.append((number,))
            self._connection.executemany("DELETE FROM job WHERE number = ?", old)

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def _read(self, which: str, *values: str) -> tuple[PrintJob, ...]:
        with _errors():
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM job {which}", values).fetchall()  # noqa: S608 - constants
        jobs = (_job(row) for row in rows)
        return tuple(job for job in jobs if job is not None)


def _connect(path: Path) -> sqlite3.Connection:
    # Durable, because a job that the cashier was told is waiting must survive a power cut.
    with connecting(path) as connection:
        _check(connection, path)
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises `sqlite3.DatabaseError` if the file is damaged, and `JournalUnusable` if a newer program made it."""
    version = check_version(connection, path, VERSION)
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check")
    if version:
        connection.execute(f"SELECT {_COLUMNS} FROM job LIMIT 1").fetchone()  # noqa: S608 - constants


@contextmanager
def _errors() -> Iterator[None]:
    """Raises errors of SQLite and of the disk, and a newer version, as `PaperFailed`."""
    try:
        yield
    except (sqlite3.Error, OSError, JournalUnusable) as error:
        if isinstance(error, sqlite3.ProgrammingError):
            raise
        _log.warning("the print queue cannot be used: %s", error)
        raise PaperFailed(PaperTrouble.QUEUE_FILE) from error


def _values(job: PrintJob) -> tuple[object, ...]:
    return (
        job.reference,
        document_text(job.document),
        job.printer,
        job.paper.value,
        int(job.opens_drawer),
        job.state.value,
        job.why,
        _queue_job(job),
        job.begun.isoformat(),
        job.at.isoformat(),
    )


def _queue_job(job: PrintJob) -> str:
    return _BEGUN if job.has_begun else job.queue_job


def _job(row: tuple[object, ...]) -> PrintJob | None:
    """Reads a row. Returns None if it holds something that this program did not write."""
    number, reference, document, printer, paper, opens_drawer, state, why, queue_job, begun, at = row
    try:
        return PrintJob(
            number=int(str(number)),
            reference=str(reference),
            document=read_document(str(document)),
            printer=str(printer),
            paper=Paper(str(paper)),
            opens_drawer=bool(opens_drawer),
            state=PrintState(str(state)),
            why=None if why is None else PaperTrouble(str(why)),
            queue_job="" if queue_job == _BEGUN else str(queue_job),
            has_begun=queue_job == _BEGUN,
            begun=_moment(str(begun)),
            at=_moment(str(at)),
        )
    except ValueError as error:
        _log.warning("print job %s cannot be read: %s", number, type(error).__name__)
        return None


def document_text(document: PaperDocument) -> str:
    """Writes a document as JSON."""
    return json.dumps(
        {
            "title": document.title,
            "lines": [[line.kind.value, line.left, line.right] for line in document.lines],
            "is_rtl": document.is_rtl,
            "watermark": document.watermark,
            "copy_banner": document.copy_banner,
        },
        ensure_ascii=False,
    )


def read_document(text: str) -> PaperDocument:
    """Reads what `document_text` wrote.

    Raises:
        ValueError: it is something else.
    """
    try:
        data = json.loads(text)
        return PaperDocument(
            title=str(data["title"]),
            lines=tuple(Line(LineKind(kind), str(left), str(right)) for kind, left, right in data["lines"]),
            is_rtl=bool(data["is_rtl"]),
            watermark=str(data["watermark"]),
            copy_banner=str(data["copy_banner"]),
        )
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a document") from error


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without an offset")
    return found


def _is_before(text: str, before: datetime) -> bool:
    try:
        return _moment(text) < before
    except ValueError:
        return True
