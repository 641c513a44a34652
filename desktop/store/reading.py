"""Reads the journal: the queries of the till, the history and the export."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.hand_over_record import JournalPosition
from desktop.domain.history import Totals
from desktop.domain.points import plain
from desktop.domain.redemption import UNSETTLED, State, Step
from desktop.store import chain, event_rows, ownership, packing, rows, schema
from desktop.store.days import rows_of_days
from desktop.store.errors import DamagedRowError, journal_errors
from desktop.store.history_search import search
from desktop.store.opening import connect
from desktop.store.recent_events import recent_rows
from desktop.store.row_attempts import attempt_of
from desktop.store.rows import microseconds
from desktop.store.search_keys import bill_key, loose_key
from desktop.store.small_values import DAY_US, EPOCH, hash_of_text, pack_amount, pack_integer, packed_day, unpack_amount
from desktop.store.words import Words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from desktop.domain.day_report import Closing, DayReport
    from desktop.domain.history import Event, HistoryQuery
    from desktop.domain.redemption import Attempt, Draft
    from desktop.store.event_rows import NewEvent
    from desktop.store.exporting import AuditLine, ExportedAttempt
    from desktop.store.small_values import Small

ASKED_AGAIN = "asked_again"
"""The event of a press that found out that the attempt happened. It is for the sale of that press from then on."""

_SENT = ("begun", "sent_again", ASKED_AGAIN)
"""The events whose detail is the hand-over that an attempt is for from then on."""

_SENT_STORED = tuple(map(event_rows.stored_name, _SENT))

_OF_ONE_CUSTOMER = 5_000
"""More events than there are while one customer is served. Settling others may add a few every minute."""

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
        self._words = Words()

    @property
    def identity(self) -> str:
        """The journal's identity."""
        with journal_errors(self.path):
            return self._identity()

    @property
    def head(self) -> str:
        """The hash of the last event in hexadecimal."""
        with journal_errors(self.path):
            return chain.tail(self._connection).hash.hex()

    @property
    def position(self) -> JournalPosition:
        """Where the journal is now. What has a higher number happens later."""
        with journal_errors(self.path):
            return JournalPosition(identity=self._identity(), events=chain.tail(self._connection).seq)

    def sent_for(self, hand_over: str, since: datetime, after: int | None = None) -> Attempt | None:
        """Returns the attempt that was sent or asked for last for a hand-over of the POS; None if none was.

        It is None, too, if that is without a bill and was sent or asked for again afterwards: that was for a later sale
        to the same member.

        Args:
            hand_over: its id.
            since: when it was handed over. Fewer events need to be read, but those of a day before are, because a clock
                may be set back.
            after: the number of an event about then; None if it is not known.
        """
        with journal_errors(self.path):
            last = next(self._asked_for(hand_over, since, after), None)
            return last if last is not None and self._is_for(last, hand_over) else None

    def all_sent_for(self, hand_over: str, reference: str) -> tuple[Attempt, ...]:
        """Returns all attempts that were sent or asked for for a hand-over of the POS; see `sent_for`, newest first.

        Args:
            hand_over: its id.
            reference: of one of them. The others were sent not long before or after it.
        """
        with journal_errors(self.path):
            row = self._known_row(reference)
            # The clock may have been set by any time between two of them, so their order counts too.
            after = row["seq"] if row["first"] is None else row["first"]
            found = self._asked_for(hand_over, self._attempt(row).began, after)
            return tuple(one for one in found if self._is_for(one, hand_over))

    def _asked_for(self, hand_over: str, since: datetime, after: int | None = None) -> Iterator[Attempt]:
        """Yields the attempts, newest first. It reads no further back than its caller asks."""
        before = self._connection.execute(
            "SELECT seq FROM event WHERE at_us < ? ORDER BY seq DESC LIMIT 1", (microseconds(since) - DAY_US,)
        ).fetchone()
        first = 0 if before is None else int(before["seq"])
        sent = self._connection.execute(
            f"SELECT coalesce(attempt, seq) AS number FROM event WHERE seq > ? AND what IN {_SENT_STORED}"  # noqa: S608 - constants
            " AND detail = ? ORDER BY seq DESC",
            (first if after is None else min(first, after - _OF_ONE_CUSTOMER), rows.text(hand_over)),
        )
        seen: set[int] = set()
        for (number,) in sent:
            if number not in seen:
                seen.add(number)
                yield self._numbered(number)

    def _numbered(self, number: int) -> Attempt:
        """Returns the attempt whose first event has a number."""
        row = self._connection.execute("SELECT * FROM attempt WHERE seq = ? OR first = ?", (number, number)).fetchone()
        if row is None:
            raise DamagedRowError("an event that sent an attempt is of none")
        return self._attempt(row)

    def _is_for(self, attempt: Attempt, hand_over: str) -> bool:
        """True if an attempt that was sent for a hand-over is not for a later one by now."""
        events = self.events(attempt.reference)
        # A bill that was attached since may be a later sale's.
        had_bill = bool(attempt.draft.bill) and all(one.what != "bill_attached" for one in events)
        return had_bill or next(one.detail for one in reversed(events) if one.what in _SENT) == hand_over

    def hand_overs(self, reference: str) -> tuple[str, ...]:
        """Returns the hand-overs that an attempt was sent or asked for, oldest first; the last one has its outcome.

        A customer of the cashier's own is an empty text, and so is what an earlier version sent.
        """
        return tuple(one.detail for one in self.events(reference) if one.what in _SENT)

    def asked_last(self, reference: str) -> datetime | None:
        """Returns when an attempt was sent or asked for last; None if the journal does not say.

        It does not say so of what was taken over from a damaged journal.
        """
        return next((one.at for one in reversed(self.events(reference)) if one.what in _SENT), None)

    @property
    def events_count(self) -> int:
        """The number of the last event, which is how many there are."""
        with journal_errors(self.path):
            return chain.tail(self._connection).seq

    def count_states(self) -> dict[str, int]:
        """Returns how many attempts are in each state, by the state's name.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        with journal_errors(self.path):
            found = self._connection.execute("SELECT state, count(*) FROM attempt GROUP BY state").fetchall()
            if any(state not in packing.STATE_TEXTS for state, _ in found):
                raise DamagedRowError("a row holds no attempt")
            return {packing.STATE_TEXTS[state]: count for state, count in found}

    def count_reversals(self) -> dict[str, int]:
        """Returns how many reversals are in each state, by the state's name.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        with journal_errors(self.path):
            return dict(self._connection.execute("SELECT state, count(*) FROM reversal GROUP BY state").fetchall())

    @property
    def moved_from(self) -> str:
        """The identity that the journal had elsewhere, or empty if it did not move or the move is over.

        The move is over once the journal has been opened again and no attempt of the old identity is unsettled.
        """
        with journal_errors(self.path):
            (before,) = self._connection.execute("SELECT moved_from FROM journal").fetchone()
            if not before or self._moved:
                return str(before)
            identity = self._identity()
            is_over = all(one.journal_id == identity for one in self._in_states(*UNSETTLED))
            return "" if is_over else str(before)

    @property
    def copied_from(self) -> str:
        """The identity that a copy had before it was copied or restored, for as long as the copy exists.

        Unlike `moved_from`, it also names a copy with which no till has been opened yet. Empty if this is no copy.
        """
        from desktop.store.machine import lives_elsewhere

        with journal_errors(self.path):
            if lives_elsewhere(self._connection, self.path):
                return self._identity()
            (before,) = self._connection.execute("SELECT moved_from FROM journal").fetchone()
            return str(before)

    def get(self, reference: str) -> Attempt | None:
        """Returns one attempt. Ignores letter case, because people read references out."""
        with journal_errors(self.path):
            row = self._row(reference)
            return None if row is None else self._attempt(row)

    def in_states(self, *states: State) -> tuple[Attempt, ...]:
        """Returns all attempts in these states, oldest first."""
        with journal_errors(self.path):
            return self._in_states(*states)

    def same_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns all attempts with this bill number, newest first, or none for an empty number.

        Ignores letter case and surrounding white space: `B-17` and `b-17` are the same bill.
        """
        key = bill_key(bill)
        if not key:
            return ()
        found = self._attempts(
            f"SELECT * FROM attempt WHERE {packing.SAME_BILL} ORDER BY seq DESC",  # noqa: S608 - a constant
            (key, key),
        )
        return tuple(one for one in found if bill_key(one.draft.bill) == key)

    def similar_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns attempts whose bill differs only in blanks, dashes, slashes or leading zeros, newest first.

        `same_bill` returns those with the same spelling.
        """
        key, loose = bill_key(bill), rows.text(loose_key(bill))
        found = self._attempts(
            "SELECT * FROM attempt INDEXED BY attempt_loose WHERE loose = ? AND loose IS NOT NULL ORDER BY seq DESC",
            (hash_of_text(loose),),
        )
        bills = ((one, one.draft.bill) for one in found)
        return tuple(one for one, its in bills if rows.text(loose_key(its)) == loose and bill_key(its) != key)

    def same_member(self, draft: Draft) -> tuple[Attempt, ...]:
        """Returns all unsettled attempts of the same person (`Draft.is_same_person`), newest first."""
        unsettled = self.in_states(*UNSETTLED)
        return tuple(one for one in reversed(unsettled) if _is_same_person(one, draft))

    def not_redeemed(self, draft: Draft) -> tuple[Attempt, ...]:
        """Returns attempts of the same person that are resendable or unproved (`Attempt`), newest first."""
        found = self._of_person(draft, f"state IN ({schema.NOT_REDEEMED})")
        return tuple(one for one in found if one.is_resendable or one.is_unproved)

    def recent(self, draft: Draft, since: date) -> tuple[Attempt, ...]:
        """Returns attempts since a local day that may be the same redemption if one has no bill, newest first.

        They are of the same person, and for the same points or found only by a look-up. A member may redeem often on
        one day, and every press of a button waits for this.
        """
        found = "SELECT 1 FROM event WHERE event.attempt = coalesce(attempt.first, attempt.seq) AND event.what = ?"
        return self._of_person(
            draft,
            f"day >= ? AND (points = ? OR EXISTS ({found}))",
            packed_day(since),
            pack_amount(plain(draft.points.value)),
            *event_rows.numbers(Step.FOUND),
        )

    def _of_person(self, draft: Draft, condition: str, *values: Small) -> tuple[Attempt, ...]:
        column, key = packing.person_columns(draft.identifier.kind, draft.identifier.value)
        user = pack_integer(rows.text(draft.user_id))
        found = self._attempts(
            f"SELECT * FROM attempt WHERE seq IN (SELECT seq FROM attempt INDEXED BY attempt_{column}"  # noqa: S608 - texts of this module
            f" WHERE {column} = ? AND {column} IS NOT NULL UNION SELECT seq FROM attempt INDEXED BY attempt_user"
            f" WHERE user_id = ? AND user_id IS NOT NULL) AND {condition} ORDER BY seq DESC",
            (key, user, *values),
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
            return tuple(self._attempt(row) for row in search(self._connection, query, self._words))

    def export(self, start: date | None, end: date | None) -> Iterator[Attempt]:
        """Yields every attempt of these local days, oldest first, without holding them all in memory.

        It reads the journal in the state at the first attempt, even if the till writes meanwhile. It has its own
        connection, which closes with the iteration.
        """
        with journal_errors(self.path), self._snapshot() as connection:
            for row in rows_of_days(connection, start, end):
                yield self._attempt(row, connection)

    def export_rows(
        self, start: date | None, end: date | None, after: int | None = None
    ) -> Iterator[tuple[ExportedAttempt, list[NewEvent]]]:
        """Yields attempts for an export, each compared with the chain, with the events that approved something.

        Args:
            start: the first local day; None for no bound.
            end: the last local day, inclusive; None for no bound.
            after: only what changed after this event; see `exporting.attempts`.
        """
        with journal_errors(self.path), self._snapshot() as connection:
            yield from self._export_rows(connection, start, end, after)

    def export_table(self, query: HistoryQuery) -> Iterator[tuple[str, int]]:
        """Checks the whole journal, then yields rows of CSV for every attempt that matches a search, oldest first.

        The search's limit does not count, so nothing is left out.

        Yields:
            One row or more, and how many.

        Raises:
            JournalUnusable: the journal is damaged, or cannot be read.
        """
        from desktop.store.table_export import export_table

        def found() -> Iterator[tuple[ExportedAttempt, list[NewEvent]]]:
            with self._snapshot() as connection:
                yield from self._export_rows(connection, query.start, query.end, text=query.text)

        with journal_errors(self.path):
            yield from export_table(self.path, query, found)

    def _export_rows(
        self,
        connection: sqlite3.Connection,
        start: date | None,
        end: date | None,
        after: int | None = None,
        *,
        text: str = "",
    ) -> Iterator[tuple[ExportedAttempt, list[NewEvent]]]:
        from desktop.store import exporting

        found = exporting.attempts(connection, self._words, start, end, after, text=text)
        yield from exporting.with_approvals(connection, self._words, found)

    def audit(self, start: date | None, end: date | None, after: int = 0) -> Iterator[AuditLine]:
        """Yields the audit trail in order; see `exporting.audit`."""
        from desktop.store import exporting

        with journal_errors(self.path), self._snapshot() as connection:
            yield from exporting.audit(connection, self._words, start, end, after)

    def day_report(self, day: date) -> DayReport:
        """Returns the report of a local day, in one consistent state of the journal."""
        from desktop.store.day_figures import read_day

        with journal_errors(self.path), self._snapshot() as connection:
            return read_day(connection, self._words, day)

    def attempts_on(self, day: date) -> tuple[Attempt, ...]:
        """Returns the attempts that were last sent on a local day, oldest first."""
        with journal_errors(self.path):
            return tuple(self._attempt(row) for row in rows_of_days(self._connection, day, day))

    def closings(self) -> tuple[Closing, ...]:
        """Returns the days that were closed, in the order of closing."""
        from desktop.store.day_figures import closings

        with journal_errors(self.path):
            return tuple(closings(self._connection, self._words))

    def check(self, attempts: Iterable[Attempt]) -> None:
        """Compares attempts that were read with the digests that their last events cover.

        Raises:
            JournalUnusable: `DAMAGED`, if one of them was changed by another program.
        """
        from desktop.store.attempt_check import SELECT_ATTEMPTS, AttemptCheck

        one_check = AttemptCheck(self._connection, self._words)
        with journal_errors(self.path):
            for one in attempts:
                row = self._known_row(one.reference)
                for found in self._connection.execute(f"{SELECT_ATTEMPTS} WHERE attempt.seq = ?", (row["seq"],)):
                    one_check.columns_of(found, found["last_facts"])

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Opens another connection that sees one state of the journal, however long it reads."""
        if not self._read_parameters:
            # A copy of an older journal has no file, and no writer.
            yield self._connection
            return
        with closing(connect(self.path, self._read_parameters, BUSY_TIMEOUT)) as connection:
            connection.execute("BEGIN")
            yield connection

    def totals(self, day: date) -> Totals:
        """Returns how many redemptions there were on a local day, their points, and how many attempts are unsettled.

        Sums are exact. They use the amount that the service reported, or else the requested one.
        """
        with journal_errors(self.path):
            done = self._connection.execute(
                "SELECT points, moved_points, moved_value FROM attempt INDEXED BY attempt_day"
                " WHERE day = ? AND state = ?",
                (packed_day(day), packing.STATES[State.REDEEMED]),
            ).fetchall()
            (unsettled,) = self._connection.execute(
                f"SELECT count(*) FROM attempt INDEXED BY attempt_state WHERE {_in_states(UNSETTLED)}"  # noqa: S608
            ).fetchone()
            return Totals(
                count=len(done),
                points=rows.total(unpack_amount(asked if moved is None else moved) for asked, moved, _ in done),
                value=rows.total(unpack_amount(value) for _, _, value in done if value is not None),
                unsettled=unsettled,
            )

    def events(self, reference: str) -> tuple[Event, ...]:
        """Returns the events of an attempt, and of its reversals, oldest first."""
        with journal_errors(self.path):
            row = self._row(reference) if reference else None
            if row is None:
                condition, value = "event.reference = ? AND event.reference IS NOT NULL", reference
            else:
                condition, value = "(event.seq = :of OR event.attempt = :of)", row["first"] or row["seq"]
            found = self._connection.execute(
                f"{event_rows.SELECT} WHERE {condition} ORDER BY event.seq",
                (value,) if row is None else {"of": value},
            )
            return tuple(self._event_in(one) for one in found)

    def latest_since(self, reference: str) -> datetime | None:
        """Returns the latest time since an attempt was last sent that a later one confirms, or None.

        It may be later than that of the newest event, because the clock may have been set back. It is not that of a
        clock that was ahead for less than a day, which would make everything old for good.
        """
        with journal_errors(self.path):
            row = self._row(reference)
            if row is None:
                return None
            latest = self._latest_event(row["seq"])
            return None if latest is None else self._latest_event(row["seq"], microseconds(latest) - DAY_US)

    def _latest_event(self, above: int, until: int | None = None) -> datetime | None:
        (latest,) = self._connection.execute(
            "SELECT max(at_us) FROM event WHERE seq > ? AND (at_us <= ? OR ? IS NULL)", (above, until, until)
        ).fetchone()
        try:
            return None if latest is None else EPOCH + timedelta(microseconds=latest)
        except (TypeError, OverflowError) as error:
            raise DamagedRowError("a time that no clock shows") from error

    def recent_events(self, names: Iterable[str], around: datetime, within: timedelta) -> Iterator[Event]:
        """Yields the events with some names, newest first; see `recent_rows`."""
        with journal_errors(self.path):
            for row in recent_rows(self._connection, names, around, within):
                yield self._event_in(row)

    def newest_events(self, limit: int) -> Iterator[Event]:
        """Yields the newest events of the audit trail, newest first."""
        with journal_errors(self.path):
            for row in self._connection.execute(f"{event_rows.SELECT} ORDER BY event.seq DESC LIMIT ?", (limit,)):
                yield self._event_in(row)

    def _event_in(self, row: sqlite3.Row) -> Event:
        return rows.event_of(event_rows.unpack(row, self._words, self._connection))

    def _identity(self) -> str:
        return ownership.identity_of(self._connection)

    def _row(self, reference: str) -> sqlite3.Row | None:
        return packing.attempt_row(self._connection, rows.text(reference))

    def _known(self, reference: str) -> Attempt:
        return rows.attempt_from_columns(self._unpack(self._known_row(reference)))

    def _known_row(self, reference: str) -> sqlite3.Row:
        row = self._row(reference)
        if row is None:
            raise KeyError("no attempt with this reference")
        return row

    def _unpack(self, row: sqlite3.Row) -> dict[str, Any]:
        return packing.unpack(row, self._words, self._connection)

    def _attempt(self, row: sqlite3.Row, connection: sqlite3.Connection | None = None) -> Attempt:
        return attempt_of(row, self._words, connection or self._connection)

    def _in_states(self, *states: State) -> tuple[Attempt, ...]:
        if not states:
            return ()
        index = "" if State.REDEEMED in states else "INDEXED BY attempt_state"
        found = self._connection.execute(
            f"SELECT * FROM attempt {index} WHERE {_in_states(states)} ORDER BY seq"  # noqa: S608 - numbers
        ).fetchall()
        return tuple(self._attempt(row) for row in found)

    def _attempts(self, sql: str, values: tuple[Small, ...]) -> tuple[Attempt, ...]:
        with journal_errors(self.path):
            return tuple(self._attempt(row) for row in self._connection.execute(sql, values))


def _in_states(states: Collection[State]) -> str:
    """Returns the condition for some states. Only then does SQLite use the index, which leaves out redemptions."""
    condition = f"state IN ({', '.join(str(packing.STATES[state]) for state in states)})"
    if State.REDEEMED in states:
        return condition
    return f"{condition} AND state <> {packing.STATES[State.REDEEMED]}"


def _is_same_person(attempt: Attempt, draft: Draft) -> bool:
    # A forgotten member has no values left, and two empty values do not mean the same person.
    known = attempt.draft.identifier.value or attempt.draft.user_id
    return bool(known) and attempt.draft.is_same_person(draft)
