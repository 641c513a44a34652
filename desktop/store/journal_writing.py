"""Writes rows and events of the journal in transactions, and continues its chain with each."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.domain.redemption import HAPPENED
from desktop.store import chain, event_log, newest_head, packing, rows
from desktop.store.errors import DamagedRowError, expect, journal_errors
from desktop.store.event_rows import NO_LINK, Link
from desktop.store.newest_head import NOTHING
from desktop.store.reading import JournalReader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.store.event_rows import NewEvent
    from desktop.store.open_files import OpenFiles


class JournalWriter(JournalReader):
    """What `ReversalJournal` and `SqliteJournal` write with. Everything but `_writing` belongs into a transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        read_parameters: str,
        moved: bool = False,
        files: OpenFiles | None = None,
    ) -> None:
        super().__init__(connection, path, read_parameters=read_parameters, moved=moved)
        self._files = files
        self._added: list[NewEvent] = []
        # Where the journal ends, in the transaction that is open. No one else can write meanwhile.
        self._end = NOTHING

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Runs one transaction, which is durable at its end. After an error nothing of it remains."""
        with journal_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._added.clear()
            try:
                if self._files is not None:
                    self._files.check()
                self._end = newest_head.read_from(self._connection)
                yield
                self._connection.execute("COMMIT")
                if self._files is not None:
                    self._files.note_written(self._end)
            except BaseException:
                self._words.forget()
                # Has no effect if SQLite has already rolled back, for example on a full disk.
                self._connection.rollback()
                raise
        event_log.write(self._added)

    def _add_event(self, event: NewEvent, *, facts: bytes = b"", link: Link = NO_LINK) -> None:
        """Continues the chain with an event, which is logged once it is durable; see `chain.append`."""
        tail = chain.append(self._connection, self._words, self._end.tail, event, facts=facts, link=link)
        self._end = self._end._replace(tail=tail)
        self._added.append(event)

    def _note_added(self, event: NewEvent) -> None:
        """Takes note of an event that `reversals` has added."""
        self._end = newest_head.read_from(self._connection)
        self._added.append(event)

    @staticmethod
    def _event(what: str, at: datetime, attempt: Attempt, *, request_id: str, detail: str = "") -> NewEvent:
        """Returns an event of an attempt."""
        return rows.new_event(
            what,
            at=at,
            till=attempt.till,
            cashier=attempt.cashier,
            reference=attempt.reference,
            request_id=request_id,
            detail=detail,
        )

    def _note(self, what: str, *, at: datetime, till: str, cashier: str, reference: str = "", detail: str = "") -> None:
        """Adds an event that changes no attempt. If it names an attempt, it covers that attempt too."""
        row = self._row(reference)
        known = None if row is None else self._unpack(row)
        # Record the reference as the attempt has it, because the caller may have typed it in another letter case.
        name = reference if known is None else known["reference"]
        event = rows.new_event(what, at=at, till=till, cashier=cashier, reference=name, detail=detail)
        if row is None or known is None:
            self._add_event(event)
        else:
            self._append(event, known, first=row["first"] or row["seq"])

    def _append(self, event: NewEvent, whole: rows.Columns, *, first: int) -> None:
        """Adds an event about an attempt, whose columns are those after the event."""
        link = Link(first, str(whole["redemption_id"]), str(whole["redeemed_request_id"]))
        self._add_event(event, facts=chain.facts_of(whole), link=link)

    def _insert(self, what: str, at: datetime, columns: rows.Columns, *, detail: str = "") -> rows.Columns:
        """Adds an attempt with its first event, and returns its columns."""
        first = self._end.tail.seq + 1
        whole = packing.ATTEMPT_DEFAULTS | columns | {"seq": first, "salt": chain.new_salt()}
        whole |= chain.person_column(whole)
        event = rows.new_event(
            what,
            at=at,
            till=str(whole["till"]),
            cashier=str(whole["cashier"]),
            reference=str(whole["reference"]),
            detail=detail,
        )
        self._append(event, whole, first=first)
        packed = packing.pack(whole, first, self._words, self._connection)
        added = self._connection.execute(packing.INSERT, tuple(packed.values())).rowcount
        expect(added == 1, "an attempt was not stored")
        return whole

    def _update(self, reference: str, columns: rows.Columns, event: NewEvent) -> Attempt:
        """Changes an attempt and adds the event. Returns the attempt after it."""
        row = self._known_row(reference)
        return self._change(row, self._unpack(row), columns, event)

    def _change(
        self, row: sqlite3.Row, known: rows.Columns, columns: rows.Columns, event: NewEvent, *, newest: bool = False
    ) -> Attempt:
        """Changes an attempt that was read in this transaction; see `_update`.

        Args:
            row: the attempt as it is stored.
            known: its columns.
            columns: those that change.
            event: the event.
            newest: True if the attempt becomes the newest.
        """
        whole = known | columns | ({"seq": self._end.tail.seq + 1} if newest else {})
        if any(known[name] and known[name] != whole[name] for name in ("redemption_id", "redeemed_request_id")):
            if rows.STATES[str(known["state"])] not in HAPPENED:
                raise DamagedRowError("an attempt that is no redemption has the ids of one")
            raise ValueError("the ids of a redemption never change")
        whole |= chain.person_column(whole)
        self._append(event, whole, first=row["first"] or row["seq"])
        self._replace(row, whole)
        # `pack` has made sure that the row gives back these columns.
        return rows.attempt_from_columns(whole)

    def _replace(self, row: sqlite3.Row, whole: rows.Columns) -> None:
        """Writes the columns of an attempt that differ from its row."""
        packed = packing.pack(whole, row["first"] or row["seq"], self._words, self._connection)
        changed = {name: value for name, value in packed.items() if value != row[name]}
        if not changed:
            return
        changes = ", ".join(f"{name} = :{name}" for name in changed)
        done = self._connection.execute(
            f"UPDATE attempt SET {changes} WHERE seq = :which",  # noqa: S608 - names of columns
            {**changed, "which": row["seq"]},
        ).rowcount
        expect(done == 1, "an attempt was not changed")
