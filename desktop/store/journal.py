"""Owns the journal: what a till keeps of every attempt and of everything that happened, durable before it goes on."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.history import Totals
from desktop.domain.member import IdentifierKind
from desktop.domain.redemption import RESENDABLE, UNSETTLED, Redeemed, State, Step, Trace, after
from desktop.store import rows
from desktop.store.history_search import find
from desktop.store.opening import connect, open_reader, open_writer
from desktop.store.search_keys import digits_of, fold, mask_numbers
from desktop.store.troubles import explained
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from desktop.domain.history import Event, HistoryQuery
    from desktop.domain.member import Identifier
    from desktop.domain.redemption import Attempt, Draft

PATIENCE = 5.0
"""Seconds to wait for another thread of this process; its transactions take milliseconds."""

DIED = "PT-DIED"
"""The code of an attempt whose process ended before the answer came (`failures.Lost.DIED`)."""

_FORGOTTEN_AT_ONCE = 200
"""Rows between two commits, so that forgetting never holds up a cashier."""


class SqliteJournal:
    """The journal in one SQLite file. It belongs to the thread that opened it; every thread opens its own.

    Whatever is wrong with the file comes out as `JournalUnusable`, and what could not be written whole is not written
    at all. A mistake in the program (an unknown reference, a closed journal, another thread) comes out as what it is.

    Order is that of the events, never that of the clock: 'newest' is what was sent last.

    Attributes:
        path: the file.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, till: str, how_to_read: str, own_lock: WriterLock | None
    ) -> None:
        """Called by `open`."""
        self.path = path
        self._connection = connection
        self._till = till
        self._how_to_read = how_to_read
        self._own_lock = own_lock

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        till: str = "",
        writer: bool = True,
        lock: WriterLock | None = None,
        patience: float = PATIENCE,
    ) -> SqliteJournal:
        """Opens the journal, and makes it where a writer finds none.

        Args:
            path: the file; its folder is made where there is none.
            till: whose name stands with events that are nobody's attempt.
            writer: opens it for writing. Without, it can be read beside a writer, and from a folder that is read-only.
            lock: what the process holds already; without one, a writer takes it for itself and so is the only one.
            patience: seconds to wait for another connection of this process.

        Raises:
            JournalUnusable: with what is wrong. Nothing is changed then.
            ValueError: where the lock is another journal's, or was given back.
        """
        if not writer:
            with explained(path):
                connection, how = open_reader(path, patience)
            return cls(connection, path, till=till, how_to_read=how, own_lock=None)
        own = WriterLock(path) if lock is None else None
        held = own or lock
        if held is None or not held.held or held.journal != path.absolute():
            raise ValueError("not this journal's lock")
        try:
            with explained(path):
                connection = open_writer(path, patience, examined=held.examined)
        except BaseException:
            if own is not None:
                own.release()
            raise
        held.examined = True
        return cls(connection, path, till=till, how_to_read="mode=ro", own_lock=own)

    def begin(
        self, draft: Draft, reference: str, *, till: str, cashier: str, at: datetime, service: str = ""
    ) -> Attempt:
        """Writes a new attempt, `in_flight`, before any byte of its request leaves.

        Raises:
            JournalUnusable: nothing was written, so nothing may be sent.
            ValueError: where there is an attempt with this reference.
        """
        columns: rows.Columns = {
            "reference": reference,
            "state": State.IN_FLIGHT.value,
            **rows.draft_columns(draft),
            "till": rows.text(till),
            "cashier": rows.text(cashier),
            "service": rows.text(service),
            **rows.sent_columns(at),
            **rows.changed_columns(at),
        }
        with self._writing():
            if self._row(reference) is not None:
                raise ValueError("there is an attempt with this reference")
            columns["seq"] = self._add_event("begun", at=at, till=till, cashier=cashier, reference=reference)
            self._insert(columns)
            return self._known(reference)

    def adopt(self, attempts: Iterable[Attempt], *, at: datetime) -> int:
        """Takes over what could be read of another journal, all of it or nothing; how many attempts there were.

        Events stay where they are. What stands there as not sent may have been sent since, where the last pages were
        what was damaged, so that it is looked for before it is believed.

        Args:
            attempts: oldest first, each reference once.
            at: when.

        Raises:
            JournalUnusable: nothing was taken over, or the attempts could not be read.
        """
        adopted = 0
        with self._writing():
            for attempt in attempts:
                if self._row(attempt.reference) is not None:
                    continue
                columns = rows.attempt_columns(attempt)
                if attempt.state is State.NOT_SENT:
                    columns["doubtful"] = 1
                columns["seq"] = self._add_event(
                    "salvaged", at=at, till=attempt.till, cashier=attempt.cashier, reference=attempt.reference
                )
                self._insert(columns)
                adopted += 1
        return adopted

    def step(
        self,
        reference: str,
        step: Step,
        *,
        at: datetime,
        redeemed: Redeemed | None = None,
        trace: Trace | None = None,
        doubtful: bool | None = None,
        draft: Draft | None = None,
    ) -> Attempt:
        """Carries an attempt one legal step on and adds the event.

        `SENT_AGAIN` counts a send, makes the attempt the newest and resets the looks; `LOOKED` counts a look that found
        nothing. `changed` moves with the state only, so that it says since when an outcome is unknown.

        Args:
            reference: which attempt.
            step: what happened.
            at: when.
            redeemed: kept with `REDEEMED` and `FOUND`.
            trace: kept where given; a redemption that was settled by hand has one too.
            doubtful: sets the attempt's mark where given.
            draft: what is sent again, where its notes or way of validating differ from the first time.

        Raises:
            IllegalStepError: where the table knows no such step; nothing is written.
            JournalUnusable: nothing was written.
            KeyError: where there is no such attempt.
            ValueError: where the draft is another redemption.
        """
        with self._writing():
            return self._step(reference, step, at=at, redeemed=redeemed, trace=trace, doubtful=doubtful, draft=draft)

    def complete(self, reference: str, redeemed: Redeemed, *, at: datetime) -> Attempt:
        """Adds what became known later about a redemption that happened; what is known already stays.

        Raises:
            JournalUnusable: nothing was written.
            KeyError: where there is no such attempt.
            ValueError: where the attempt is no redemption.
        """
        with self._writing():
            attempt = self._known(reference)
            known = attempt.redeemed
            if known is None:
                raise ValueError(f"no redemption to complete: {attempt.state.value}")
            fuller = Redeemed(
                redemption_id=known.redemption_id or redeemed.redemption_id,
                points=redeemed.points if known.points is None else known.points,
                value=redeemed.value if known.value is None else known.value,
                balance=redeemed.balance if known.balance is None else known.balance,
                is_group=known.is_group or redeemed.is_group,
                request_id=known.request_id or redeemed.request_id,
            )
            if fuller == known:
                return attempt
            self._add_event(
                "completed",
                at=at,
                till=attempt.till,
                cashier=attempt.cashier,
                reference=reference,
                request_id=redeemed.request_id,
            )
            self._update(reference, rows.redeemed_columns(fuller))
            return self._known(reference)

    def note(self, what: str, *, at: datetime, till: str, cashier: str, reference: str = "", detail: str = "") -> None:
        """Adds an event to the audit trail that is no step of an attempt; what could be a number is masked in it.

        Raises:
            JournalUnusable: nothing was written.
        """
        with self._writing():
            self._add_event(what, at=at, till=till, cashier=cashier, reference=reference, detail=mask_numbers(detail))

    def recover(self, at: datetime) -> tuple[Attempt, ...]:
        """Makes unknown what was on its way when the till died; called once, by the writer, at a start.

        Returns:
            Those attempts, oldest first.

        Raises:
            JournalUnusable: nothing was written.
        """
        with self._writing():
            return tuple(
                self._step(attempt.reference, Step.LOST, at=at, trace=Trace(code=DIED))
                for attempt in self._in_states(State.IN_FLIGHT)
            )

    def get(self, reference: str) -> Attempt | None:
        """One attempt; letters' case does not count, because people read references out."""
        with explained(self.path):
            row = self._row(reference)
            return None if row is None else rows.attempt_of(row)

    def in_states(self, *states: State) -> tuple[Attempt, ...]:
        """All attempts in these states, oldest first."""
        with explained(self.path):
            return self._in_states(*states)

    def same_bill(self, bill: str) -> tuple[Attempt, ...]:
        """All attempts with this bill number, newest first; none for an empty number.

        Case and white space around it do not count: `B-17` and `b-17` are one slip of paper.
        """
        key = rows.text(fold(bill))
        return self._attempts(
            "SELECT * FROM attempt INDEXED BY attempt_bill WHERE bill_key = ? AND bill_key > '' ORDER BY seq DESC",
            (key,),
        )

    def same_member(self, identifier: Identifier) -> tuple[Attempt, ...]:
        """All unsettled attempts of this member, newest first; a number counts with and without its country code."""
        keys = digits_of(identifier.value) if identifier.kind is IdentifierKind.MOBILE else ""
        return self._attempts(
            "SELECT * FROM attempt INDEXED BY attempt_state WHERE state IN (?, ?) AND identifier_kind = ?"
            " AND (identifier_value = ? OR (? > '' AND ? IN (digits, national))) ORDER BY seq DESC",
            (*sorted(UNSETTLED), identifier.kind.value, rows.text(identifier.value), keys, keys),
        )

    def resendable(self, draft: Draft) -> Attempt | None:
        """The newest attempt that is `not_sent` or `not_applied` and the same redemption (`Draft.same_as`)."""
        candidates = self._attempts(
            "SELECT * FROM attempt INDEXED BY attempt_resendable"
            " WHERE state IN ('not_sent', 'not_applied') AND identifier_value = ? ORDER BY seq DESC",
            (rows.text(draft.identifier.value),),
        )
        return next((one for one in candidates if one.state in RESENDABLE and one.draft.same_as(draft)), None)

    def search(self, query: HistoryQuery) -> tuple[Attempt, ...]:
        """Attempts by mobile, last digits, bill, redemption id, reference or day, newest first."""
        with explained(self.path):
            return tuple(rows.attempt_of(row) for row in find(self._connection, query))

    def export(self, start: date | None, end: date | None) -> Iterator[Attempt]:
        """Every attempt of these local days, oldest first, without holding them all in memory.

        It is what the journal held when the first was asked for, whatever is written meanwhile: it has a connection of
        its own, which ends with the iteration.
        """
        first = 0 if start is None else rows.day_number(start)
        last = 99_999_999 if end is None else rows.day_number(end)
        with explained(self.path), closing(connect(self.path, self._how_to_read, PATIENCE)) as connection:
            connection.execute("BEGIN")
            # The days bound the walk; only a clock that was set back puts others between them.
            bounds = connection.execute(
                "SELECT min(seq), max(seq) FROM attempt INDEXED BY attempt_day WHERE day BETWEEN ? AND ?", (first, last)
            ).fetchone()
            for row in connection.execute(
                "SELECT * FROM attempt NOT INDEXED WHERE seq BETWEEN ? AND ? AND day BETWEEN ? AND ? ORDER BY seq",
                (*bounds, first, last),
            ):
                yield rows.attempt_of(row)

    def totals(self, day: date) -> Totals:
        """How many redemptions there were on a local day, of how many points, and how many are unsettled.

        Sums are of what the service said it moved, or else of what was asked for; exact, whatever the places.
        """
        with explained(self.path):
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
        """What happened to an attempt, oldest first."""
        with explained(self.path):
            found = self._connection.execute(
                "SELECT * FROM event WHERE reference = ? AND reference > '' ORDER BY seq", (reference,)
            )
            return tuple(rows.event_of(row) for row in found)

    def newest_events(self, limit: int) -> Iterator[Event]:
        """The newest events of the audit trail, the newest first, as they are asked for."""
        with explained(self.path):
            for row in self._connection.execute("SELECT * FROM event ORDER BY seq DESC LIMIT ?", (limit,)):
                yield rows.event_of(row)

    def forget_members(self, before: datetime) -> int:
        """Drops numbers, names and other identifiers of attempts that have been settled since before a time.

        What is unsettled is kept, because settling needs the number; so is what was taken for absent, or may yet
        arrive, until it was looked at once more. The masked number and its last four digits stay.

        Returns:
            How many attempts were dropped from.

        Raises:
            JournalUnusable: some may have been done, none by half.
        """
        limit = rows.microseconds(before)
        forgotten = 0
        while True:
            with self._writing():
                found = self._connection.execute(
                    "SELECT * FROM attempt INDEXED BY attempt_remembered WHERE remembered = 1 AND changed_us < ?"
                    " AND state NOT IN (?, ?)"
                    " AND (rechecked = 1 OR NOT (state = 'not_applied' OR (state = 'not_sent' AND doubtful = 1)))"
                    " LIMIT ?",
                    (limit, *sorted(UNSETTLED), _FORGOTTEN_AT_ONCE),
                ).fetchall()
                for row in found:
                    self._update(row["reference"], rows.forgotten_columns(rows.attempt_of(row)))
                forgotten += len(found)
            if len(found) < _FORGOTTEN_AT_ONCE:
                break
        if forgotten:
            now = datetime.now(tz=UTC).astimezone()
            self.note("forgotten", at=now, till=self._till, cashier="", detail=str(forgotten))
            self._empty_the_wal()
        return forgotten

    def close(self) -> None:
        """Closes the file, and gives back the lock where it was taken for this journal alone; twice does no harm."""
        try:
            with explained(self.path):
                self._connection.close()
        finally:
            if self._own_lock is not None:
                self._own_lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: durable at its end, and as if never begun where anything fails."""
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # Does nothing where SQLite has ended the transaction already, as a full disk makes it do.
                self._connection.rollback()
                raise

    def _step(
        self,
        reference: str,
        step: Step,
        *,
        at: datetime,
        redeemed: Redeemed | None = None,
        trace: Trace | None = None,
        doubtful: bool | None = None,
        draft: Draft | None = None,
    ) -> Attempt:
        attempt = self._known(reference)
        state = after(attempt.state, step)
        happened = redeemed or Redeemed() if step in {Step.REDEEMED, Step.FOUND} else None
        told = trace or Trace()
        seq = self._add_event(
            step.value,
            at=at,
            till=attempt.till,
            cashier=attempt.cashier,
            reference=attempt.reference,
            request_id=told.request_id if happened is None else happened.request_id,
            detail=told.code if happened is None else happened.redemption_id,
        )
        columns: rows.Columns = {"state": state.value}
        if state is not attempt.state:
            columns |= rows.changed_columns(at)
        if draft is not None:
            if not draft.same_as(attempt.draft):
                raise ValueError("the draft is another redemption")
            columns |= rows.draft_columns(draft)
        if doubtful is not None:
            columns["doubtful"] = int(doubtful)
        if happened is not None:
            columns |= rows.redeemed_columns(happened)
            columns["settled_late"] = int(attempt.state not in UNSETTLED)
        if trace is not None:
            columns |= rows.trace_columns(trace, attempt.draft.identifier)
        if step is Step.SENT_AGAIN:
            columns |= {"seq": seq, "sends": attempt.sends + 1, "looks": 0, "rechecked": 0, **rows.sent_columns(at)}
        elif step is Step.LOOKED:
            columns |= {"looks": attempt.looks + 1, "rechecked": int(attempt.state not in UNSETTLED)}
        self._update(attempt.reference, columns)
        return self._known(reference)

    def _add_event(
        self,
        what: str,
        *,
        at: datetime,
        till: str,
        cashier: str,
        reference: str = "",
        request_id: str = "",
        detail: str = "",
    ) -> int:
        added = self._connection.execute(
            "INSERT INTO event (at, at_us, what, till, cashier, reference, request_id, detail)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                at.isoformat(),
                rows.microseconds(at),
                *(rows.text(value) for value in (what, till, cashier, reference, request_id, detail)),
            ),
        )
        # The only kind of statement after which SQLite knows no number is another one.
        return int(added.lastrowid or 0)

    def _insert(self, columns: rows.Columns) -> None:
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        self._connection.execute(f"INSERT INTO attempt ({names}) VALUES ({values})", columns)  # noqa: S608 - names of columns

    def _update(self, reference: str, columns: rows.Columns) -> None:
        changes = ", ".join(f"{name} = :{name}" for name in columns)
        self._connection.execute(
            f"UPDATE attempt SET {changes} WHERE reference = :which",  # noqa: S608 - names of columns
            {**columns, "which": reference},
        )

    def _row(self, reference: str) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(
            "SELECT * FROM attempt WHERE reference = ?", (rows.text(reference),)
        ).fetchone()
        return found

    def _known(self, reference: str) -> Attempt:
        row = self._row(reference)
        if row is None:
            raise KeyError("no attempt with this reference")
        return rows.attempt_of(row)

    def _in_states(self, *states: State) -> tuple[Attempt, ...]:
        marks = ", ".join("?" * len(states))
        found = self._connection.execute(
            f"SELECT * FROM attempt INDEXED BY attempt_state WHERE state IN ({marks}) ORDER BY seq",  # noqa: S608 - marks
            tuple(state.value for state in states),
        ).fetchall()
        return tuple(rows.attempt_of(row) for row in found)

    def _attempts(self, sql: str, values: tuple[str | int, ...]) -> tuple[Attempt, ...]:
        with explained(self.path):
            return tuple(rows.attempt_of(row) for row in self._connection.execute(sql, values))

    def _empty_the_wal(self) -> None:
        # The WAL still has the rows as they were. A reader may keep it busy; then it is overwritten by and by.
        with explained(self.path):
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
