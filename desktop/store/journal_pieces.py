"""Reads one state of a journal in pieces, so that several processes can share a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.store import chain, checking, exporting, newest_head, ownership
from desktop.store.checking import CheckProgress
from desktop.store.errors import expect
from desktop.store.event_counts import Counts
from desktop.store.export_records import RecordWriter, event_line
from desktop.store.opening import open_reader
from desktop.store.schema import PACKED, version_of
from desktop.store.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from desktop.store.exporting import Piece
    from desktop.store.newest_head import NewestHead

LOWEST = -(2**63)
"""The lowest number that a row can have. A journal has none below 1, unless another program changed it."""


class JournalState(NamedTuple):
    """A state of a journal. Every change of an attempt adds an event, so two different states have different heads.

    Attributes:
        identity: the journal's identity.
        events: the number of the newest event.
        head: its hash in hexadecimal.
    """

    identity: str
    events: int
    head: str


class CheckedPiece(NamedTuple):
    """Events that are in order.

    Attributes:
        events: the number of the last one.
        head: its hash in hexadecimal.
        counted: what they say (`Counts.found`).
    """

    events: int
    head: str
    counted: tuple[str | None, int, int, int, bool]


class Wanted(NamedTuple):
    """What an export writes.

    Attributes:
        form: `csv` or `jsonl`.
        full_mobile: True for whole mobile numbers.
        start: the first local day; None for no bound.
        end: the last local day, inclusive; None for no bound.
        after: only attempts with a newer event than this one, ordered by their newest events; None for all.
        states: only attempts in one of these states, as they are stored; empty for all.
        cashier: only attempts of this cashier; empty for all.
        text: only attempts that a search for this text finds; empty for all.
    """

    form: str
    full_mobile: bool
    start: date | None
    end: date | None
    after: int | None = None
    states: tuple[str, ...] = ()
    cashier: str = ""
    text: str = ""


class JournalPieces:
    """One state of a journal, which can be read piece by piece.

    Every method but `close` raises `BrokenError`, `DamagedRowError` or `sqlite3.Error` if the journal is damaged.
    """

    def __init__(self, path: Path, timeout: float = 5.0) -> None:
        """Opens the journal for reading.

        Args:
            path: the journal.
            timeout: seconds to wait for a lock.

        Raises:
            JournalUnusable, sqlite3.Error, OSError: the journal cannot be read.
        """
        self._path = path
        self._connection, _ = open_reader(path, timeout)
        self._words = Words()
        self._noted: NewestHead | None = None
        chain.hash_faster()

    def close(self) -> None:
        """Closes the journal."""
        self._connection.close()

    def begin(self) -> JournalState:
        """Reads the newest state from now on, whatever a till writes meanwhile."""
        if self._connection.in_transaction:
            self._connection.rollback()
        self._words.forget()
        self._noted = newest_head.read(self._path)
        self._connection.execute("BEGIN")
        # A connection has chosen its state once it has read something.
        expect(version_of(self._connection) >= PACKED, "an earlier version's journal has no pieces")
        events, head = chain.tail(self._connection)
        return JournalState(ownership.identity_of(self._connection), events, head.hex())

    def checkpoint(self, seq: int) -> bytes:
        """Returns the whole hash that the journal keeps of an event."""
        row = self._connection.execute("SELECT hash FROM checkpoint WHERE seq = ?", (seq,)).fetchone()
        expect(row is not None and isinstance(row["hash"], bytes), f"the hash of event {seq} is missing")
        return bytes(row["hash"])

    def check_structure(self) -> None:
        """Has SQLite check every page, index and constraint."""
        checking.check_wal(self._connection, self._path)
        checking.check_structure(self._connection)

    def check_events(self, piece: Piece, before: bytes) -> CheckedPiece:
        """Checks the chain of some events.

        Args:
            piece: the events.
            before: the hash of the event before them; empty if they are the first.
        """
        progress, counts = CheckProgress(), Counts()
        progress.events, progress.last = piece.first - 1, before
        checking.check_events(self._connection, progress, counts, piece.last)
        return CheckedPiece(progress.events, progress.last.hex(), counts.found)

    def check_attempts(self, piece: Piece) -> None:
        """Compares some attempts with the chain."""
        checking.check_attempts(self._connection, piece)

    def check_rest(self, progress: CheckProgress, counts: Counts) -> None:
        """Checks what has no pieces: the schema, the end of the chain, the totals and the reversals.

        Args:
            progress: the last event, and its hash.
            counts: what all events say.
        """
        checking.check_schema(self._connection, version_of(self._connection))
        checking.check_totals(self._connection, progress, counts)
        newest_head.check(self._connection, self._path, self._noted)
        checking.check_reversals(self._connection)

    def records(self, wanted: Wanted, piece: Piece) -> Iterator[tuple[str, str]]:
        """Yields the text of each record, and the attempt's reference. Each is compared with the chain.

        Args:
            wanted: what to write.
            piece: the attempts.
        """
        text_of = RecordWriter(wanted.form, full_mobile=wanted.full_mobile).text
        found = exporting.attempts(
            self._connection, self._words, wanted.start, wanted.end, wanted.after, piece=piece, text=wanted.text
        )
        if wanted.states or wanted.cashier:
            found = (one for one in found if one.is_wanted(wanted.states, wanted.cashier))
        connection, words = self._connection, self._words
        for one in found:
            approved = exporting.approvals(connection, words, one.reference) if one.has_approvals else ()
            yield text_of(one.attempt, one.seq, approved), one.reference

    def event_lines(self, start: date | None, end: date | None, piece: Piece) -> Iterator[str]:
        """Yields some events as lines of JSON.

        Args:
            start: the first local day; None for no bound.
            end: the last local day, inclusive; None for no bound.
            piece: the events.
        """
        lines = exporting.audit(self._connection, self._words, start, end, piece.first - 1, upto=piece.last)
        return map(event_line, lines)
