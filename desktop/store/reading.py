"""Reads the journal: the queries of the till, the history and the export."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from desktop.domain.history import Totals
from desktop.domain.redemption import UNSETTLED, State
from desktop.store import chain, ownership, rows, schema
from desktop.store.errors import journal_errors
from desktop.store.history_search import search
from desktop.store.opening import connect
from desktop.store.search_keys import fold, loose_key, person_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from desktop.domain.history import Event, HistoryQuery
    from desktop.domain.redemption import Attempt, Draft

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another thread of this process. Its transactions take milliseconds."""


class JournalReader:
    """All queries of the journal. `SqliteJournal` adds the methods that write.

    The order is that of the events, not of the clock: the newest attempt is the one that was sent last.

    Attributes:
        path: the file.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, read_parameters: str, moved: bool = False
    ) -> None:
        self.path = path
        self._connection = connection
        self._read_parameters = read_parameters
        self._moved = moved

    @property
    def identity(self) -> str:
        """The journal's identity, or empty in a file of an earlier version that no writer has opened yet."""
        with journal_errors(self.path):
            return self._identity() if self._is_chained() else ""

    @property
    def head(self) -> str:
        """The hash of the last event in hexadecimal, or empty in a file of an earlier version."""
        with journal_errors(self.path):
            return chain.tail(self._connection).hash.hex() if self._is_chained() else ""

    @property
    def moved_from(self) -> str:
        """The identity that the journal had elsewhere, or empty if it did not move or the move is over.

        The move is over once the journal has been opened again and no attempt of the old identity is unsettled.
        """
        with journal_errors(self.path):
            if not self._is_chained():
                return ""
            (before,) = self._connection.execute("SELECT moved_from FROM journal").fetchone()
            if not before or self._moved:
                return str(before)
            identity = self._identity()
            is_over = all(one.journal_id == identity for one in self._in_states(*UNSETTLED))
            return "" if is_over else str(before)

    def get(self, reference: str) -> Attempt | None:
        """Returns one attempt. Ignores letter case, because people read references out."""
        with journal_errors(self.path):
            row = self._row(reference)
            return None if row is None else rows.attempt_from_row(row)

    def in_states(self, *states: State) -> tuple[Attempt, ...]:
        """Returns all attempts in these states, oldest first."""
        with journal_errors(self.path):
            return self._in_states(*states)

    def same_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns all attempts with this bill number, newest first, or none for an empty number.

        Ignores letter case and surrounding white space: `B-17` and `b-17` are the same bill.
        """
        key = rows.text(fold(bill))
        return self._attempts(
            "SELECT * FROM attempt INDEXED BY attempt_bill WHERE bill_key = ? AND bill_key > '' ORDER BY seq DESC",
            (key,),
        )

    def similar_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns attempts whose bill differs only in blanks, dashes, slashes or leading zeros, newest first.

        `same_bill` returns those with the same spelling.
        """
        return self._attempts(
            "SELECT * FROM attempt INDEXED BY attempt_loose"
            " WHERE loose_key = ? AND loose_key > '' AND bill_key <> ? ORDER BY seq DESC",
            (rows.text(loose_key(bill)), rows.text(fold(bill))),
        )

    def same_member(self, draft: Draft) -> tuple[Attempt, ...]:
        """Returns all unsettled attempts of the same person (`Draft.is_same_person`), newest first."""
        unsettled = self.in_states(*UNSETTLED)
        return tuple(one for one in reversed(unsettled) if _is_same_person(one, draft))

    def not_redeemed(self, draft: Draft) -> tuple[Attempt, ...]:
        """Returns attempts of the same person that are resendable or unproved (`Attempt`), newest first."""
        found = self._of_person(draft, "state IN ('not_sent', 'not_applied', 'refused')")
        return tuple(one for one in found if one.is_resendable or one.is_unproved)

    def recent(self, draft: Draft, since: date) -> tuple[Attempt, ...]:
        """Returns attempts of the same person since a local day, newest first."""
        return self._of_person(draft, "day >= ?", rows.day_number(since))

    def _of_person(self, draft: Draft, condition: str, *values: int) -> tuple[Attempt, ...]:
        by_key = f"INDEXED BY attempt_person WHERE person_key = ? AND person_key > '' AND {condition}"
        by_id = f"INDEXED BY attempt_user WHERE user_id = ? AND user_id > '' AND {condition}"
        found = self._attempts(
            f"SELECT * FROM attempt WHERE seq IN (SELECT seq FROM attempt {by_key}"  # noqa: S608 - texts of this module
            f" UNION SELECT seq FROM attempt {by_id}) ORDER BY seq DESC",
            (rows.text(person_key(draft.identifier)), *values, rows.text(draft.user_id), *values),
        )
        return tuple(one for one in found if _is_same_person(one, draft))

    def unproved(self, limit: int) -> tuple[Attempt, ...]:
        """Returns attempts that count as not redeemed without proof (`Attempt.is_unproved`), newest first.

        Leaves out attempts whose member was forgotten, because they cannot be looked up.
        """
        return self._attempts(
            f"SELECT * FROM attempt INDEXED BY attempt_unproved WHERE {schema.UNPROVED} ORDER BY seq DESC LIMIT ?",  # noqa: S608 - a constant
            (limit,),
        )

    def search(self, query: HistoryQuery) -> tuple[Attempt, ...]:
        """Returns attempts by mobile, last digits, bill, redemption id, reference or day, newest first."""
        with journal_errors(self.path):
            return tuple(rows.attempt_from_row(row) for row in search(self._connection, query))

    def export(self, start: date | None, end: date | None) -> Iterator[Attempt]:
        """Yields every attempt of these local days, oldest first, without holding them all in memory.

        It reads the journal in the state at the first attempt, even if the till writes meanwhile. It has its own
        connection,
        which closes with the iteration.
        """
        first = 0 if start is None else rows.day_number(start)
        last = 99_999_999 if end is None else rows.day_number(end)
        with journal_errors(self.path), closing(connect(self.path, self._read_parameters, BUSY_TIMEOUT)) as connection:
            connection.execute("BEGIN")
            # The days bound the scan. Attempts of other days lie between them only if the clock was set back.
            bounds = connection.execute(
                "SELECT min(seq), max(seq) FROM attempt INDEXED BY attempt_day WHERE day BETWEEN ? AND ?", (first, last)
            ).fetchone()
            for row in connection.execute(
                "SELECT * FROM attempt NOT INDEXED WHERE seq BETWEEN ? AND ? AND day BETWEEN ? AND ? ORDER BY seq",
                (*bounds, first, last),
            ):
                yield rows.attempt_from_row(row)

    def totals(self, day: date) -> Totals:
        """Returns how many redemptions there were on a local day, their points, and how many attempts are unsettled.

        Sums are exact. They use the amount that the service reported, or else the requested one.
        """
        with journal_errors(self.path):
            done = self._connection.execute(
                "SELECT points, moved_points, moved_value FROM attempt INDEXED BY attempt_day"
                " WHERE day = ? AND state = ?",
                (rows.day_number(day), State.REDEEMED.value),
            ).fetchall()
            (unsettled,) = self._connection.execute(
                "SELECT count(*) FROM attempt INDEXED BY attempt_state WHERE state IN (?, ?)", tuple(sorted(UNSETTLED))
            ).fetchone()
            return Totals(
                count=len(done),
                points=rows.total(asked if moved is None else moved for asked, moved, _ in done),
                value=rows.total(value for _, _, value in done if value is not None),
                unsettled=unsettled,
            )

    def events(self, reference: str) -> tuple[Event, ...]:
        """Returns the events of an attempt, oldest first."""
        with journal_errors(self.path):
            found = self._connection.execute(
                "SELECT * FROM event WHERE reference = ? AND reference > '' ORDER BY seq", (reference,)
            )
            return tuple(rows.event_from_row(row) for row in found)

    def _is_chained(self) -> bool:
        return schema.version_of(self._connection) >= schema.CHAINED

    def newest_events(self, limit: int) -> Iterator[Event]:
        """Yields the newest events of the audit trail, newest first."""
        with journal_errors(self.path):
            for row in self._connection.execute("SELECT * FROM event ORDER BY seq DESC LIMIT ?", (limit,)):
                yield rows.event_from_row(row)

    def _identity(self) -> str:
        return ownership.identity_of(self._connection)

    def _row(self, reference: str) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(
            "SELECT * FROM attempt WHERE reference = ?", (rows.text(reference),)
        ).fetchone()
        return found

    def _known(self, reference: str) -> Attempt:
        return rows.attempt_from_columns(self._known_row(reference))

    def _known_row(self, reference: str) -> dict[str, Any]:
        row = self._row(reference)
        if row is None:
            raise KeyError("no attempt with this reference")
        return rows.as_dict(row)

    def _in_states(self, *states: State) -> tuple[Attempt, ...]:
        marks = ", ".join("?" * len(states))
        found = self._connection.execute(
            f"SELECT * FROM attempt INDEXED BY attempt_state WHERE state IN ({marks}) ORDER BY seq",  # noqa: S608 - marks
            tuple(state.value for state in states),
        ).fetchall()
        return tuple(rows.attempt_from_row(row) for row in found)

    def _attempts(self, sql: str, values: tuple[str | int, ...]) -> tuple[Attempt, ...]:
        with journal_errors(self.path):
            return tuple(rows.attempt_from_row(row) for row in self._connection.execute(sql, values))


def _is_same_person(attempt: Attempt, draft: Draft) -> bool:
    # A forgotten member has no values left, and two empty values do not mean the same person.
    known = attempt.draft.identifier.value or attempt.draft.user_id
    return bool(known) and attempt.draft.is_same_person(draft)
