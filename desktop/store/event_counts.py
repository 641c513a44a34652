"""Counts what the events of a journal say, to compare it with the rows of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.store import event_rows
from desktop.store.errors import expect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from desktop.store.event_rows import NewEvent


class Counts:
    """Counts what the events say, to compare it with what is there."""

    def __init__(self, found: Sequence[Any] = (None, 0, 0, 0, False)) -> None:
        """Begins with nothing, or with what `found` says."""
        self._identity, self._begun, self._reversals, self._forgotten, self._is_chained = found

    @property
    def found(self) -> tuple[str | None, int, int, int, bool]:
        """What was counted, to be sent to another process."""
        return self._identity, self._begun, self._reversals, self._forgotten, self._is_chained

    def add(self, later: Counts) -> None:
        """Adds what the events after these say."""
        self._identity = self._identity if later._identity is None else later._identity
        self._begun += later._begun
        self._reversals += later._reversals
        self._forgotten = later._forgotten + (0 if later._is_chained else self._forgotten)
        self._is_chained |= later._is_chained

    def follow(self, events: Iterable[NewEvent]) -> None:
        """Reads all events."""
        for event in events:
            self.add_event(event.what, event.detail)

    def add_event(self, what: str, detail: str) -> None:
        """Reads the next event."""
        if what in event_rows.FIRST_NAMES:
            self._begun += 1
        elif what in event_rows.FIRST_OF_REVERSAL:
            self._reversals += 1
        elif what == "chained":
            # Members who were forgotten earlier have a digest of the columns that were left.
            self._forgotten, self._is_chained = 0, True
        elif what == "forgotten":
            self._forgotten += int(detail)
        if what in event_rows.OF_IDENTITY:
            self._identity = detail[: event_rows.IDENTITY_LENGTH]

    def add_begun(self, count: int) -> None:
        """Counts events that began an attempt."""
        self._begun += count

    def check(self, connection: sqlite3.Connection, without_salt: str) -> None:
        """Compares the identity and the counts. `without_salt` is true for attempts whose member was forgotten."""
        (stored,) = connection.execute("SELECT identity FROM journal").fetchone()
        expect(stored == self._identity, "the journal's identity was changed")
        attempts, forgotten = connection.execute(
            f"SELECT count(*), count(*) FILTER (WHERE {without_salt}) FROM attempt NOT INDEXED"  # noqa: S608 - a constant
        ).fetchone()
        expect(self._begun == attempts, f"{self._begun} attempts were begun, and {attempts} are there")
        expect(
            self._forgotten == forgotten,
            f"{self._forgotten} members were forgotten, and {forgotten} attempts are without one",
        )

    def check_reversals(self, connection: sqlite3.Connection) -> None:
        """Compares the number of reversals."""
        (there,) = connection.execute("SELECT count(*) FROM reversal").fetchone()
        expect(self._reversals == there, f"{self._reversals} reversals were begun, and {there} are there")
