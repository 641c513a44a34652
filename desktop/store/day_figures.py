"""Reads what happened on one local day from the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.day_report import REFUSED, UNKNOWN, ChainEnd, Closing, DayEntry, DayReport, SettledLater
from desktop.domain.redemption import UNSETTLED, State
from desktop.domain.reversal import OPEN
from desktop.store import chain, event_rows, packing, reversals, rows
from desktop.store.days import rows_of_days
from desktop.store.errors import DamagedRowError
from desktop.store.exporting import chained_events
from desktop.store.given_back import KINDS, entry_of, entry_of_reversal, given_back_elsewhere, given_back_here
from desktop.store.reversal_rows import reversal_from_columns
from desktop.store.row_attempts import attempt_of
from desktop.store.small_values import DAY_US, packed_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain.history import Event
    from desktop.domain.redemption import Attempt
    from desktop.store.words import Words

_SETTLES = frozenset({"redeemed", "refused", "not_sent", "found", "absent"})
"""Events after which an outcome is known."""

_SENDS = frozenset({"begun", "sent_again"})
"""Events that send an attempt."""

_CHANGES = event_rows.numbers("lost", "suspected", *sorted(_SENDS | _SETTLES))
"""The events of an attempt that change whether its outcome is known, as the journal has them."""

_SETTLES_REVERSAL = frozenset({"reversed", "refused", "not_sent", "found", "absent"})
"""Likewise, of reversals."""


def read_day(connection: sqlite3.Connection, words: Words, day: date) -> DayReport:
    """Returns the report of a local day. The time zone is that which the till had when it recorded each event.

    Args:
        connection: a connection in a read transaction.
        words: the connection's words.
        day: the day.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    reading = _Reading(connection, words)
    closings = reading.closings()
    closing = next((one for one in closings if one.day == day), None)
    events = reading.events_of(day)
    # The newest earlier day counts, not what was closed last: a forgotten day may be closed after its successor.
    before = max((one for one in closings if one.day < day), key=lambda one: one.day, default=None)
    above = before.seq if before is not None else (events.first or reading.first_since(day)) - 1
    until = closing.seq if closing is not None else events.last or above
    # What was recorded before then, on a later day than that, had a clock that was ahead.
    latest = day if closing is None else max(day, closing.at.date())
    sent = reading.sent_on(day)
    elsewhere = tuple(given_back_elsewhere(connection, words, day))
    return DayReport(
        day=day,
        entries=(
            *(entry_of(attempt) for attempt in sent.values() if attempt.state in KINDS),
            *(reading.sent_again_after(closing) if closing is not None else ()),
            *given_back_here(connection, words, day),
            *elsewhere,
        ),
        events=events,
        closing=closing,
        since_closing=tuple(reading.since(closing, sent, elsewhere)) if closing is not None else (),
        settled_later=(
            *reading.settled_between(above, until, closings, before=day, after=latest),
            *reading.reversals_settled_between(above, until, closings, before=day, after=latest),
        ),
        open_before=tuple(reading.open_before(day)),
        open_reversals=tuple(reading.open_reversals(day)),
    )


def closings(connection: sqlite3.Connection, words: Words) -> list[Closing]:
    """Returns all days that were closed, in the order of closing. The first closing of a day counts."""
    return _Reading(connection, words).closings()


class _Reading:
    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words

    def sent_on(self, day: date) -> dict[tuple[int, int], Attempt]:
        """Returns the attempts that were last sent on a day, by the events of their first and their last send."""
        found: dict[tuple[int, int], Attempt] = {}
        # No comprehension: if a row is damaged, its traceback would keep the reading open.
        for row in rows_of_days(self._connection, day, day):
            first, last = row["first"], row["seq"]
            found[last if first is None else first, last] = self._attempt(row)
        return found

    def sent_again_after(self, closing: Closing) -> Iterator[DayEntry]:
        """Yields attempts that were unknown when their day was closed, and were sent again on a later day."""
        for row in self._connection.execute(
            "SELECT * FROM attempt INDEXED BY attempt_first WHERE first IS NOT NULL AND first <= ? AND day > ?",
            (closing.seq, packed_day(closing.day)),
        ):
            changes, attempt = self._changes(row["first"]), self._attempt(row)
            if _day_sent(attempt, changes, closing.seq) == closing.day and _was_open(changes, closing.seq):
                draft = attempt.draft
                yield replace(
                    entry_of(attempt), kind=UNKNOWN, points=draft.points.value, value=draft.worth, is_over=True
                )

    def since(
        self, closing: Closing, sent: Mapping[tuple[int, int], Attempt], elsewhere: Iterable[DayEntry]
    ) -> Iterator[DayEntry]:
        """Yields what was made on a closed day, or became known of it, after it was closed, and is open no longer.

        Args:
            closing: of the day.
            sent: what `sent_on` returned for it.
            elsewhere: what others gave back on it.
        """
        for (first, last), attempt in sent.items():
            # What was made since and did not happen is in no figure, unless it was refused.
            counts = attempt.state not in UNSETTLED and (last <= closing.seq or attempt.state in KINDS)
            if counts and not _SETTLES.isdisjoint(self._names_since(closing, "attempt = ?", first)):
                yield entry_of(attempt)
        for found in self._connection.execute(
            "SELECT * FROM reversal INDEXED BY reversal_day WHERE day = ? ORDER BY seq", (rows.day_number(closing.day),)
        ):
            columns = rows.as_dict(found)
            entry = self._reversal(columns)
            if entry.kind != UNKNOWN and (columns["seq"] <= closing.seq or entry.kind != REFUSED):
                names = self._names_since(closing, "reversal = ?", columns["seq"])
                if any(what.removeprefix(event_rows.REVERSAL) in _SETTLES_REVERSAL for what in names):
                    yield entry
        for entry in elsewhere:
            packed = packing.attempt_row(self._connection, entry.reference)
            if packed is None:
                continue
            names = self._names_since(closing, "attempt = ?", packed["first"] or packed["seq"])
            if State.REVERSED in names:
                yield entry

    def _names_since(self, closing: Closing, condition: str, number: int) -> set[str]:
        """Returns the names of the events of an attempt or a reversal after a closing."""
        found = self._connection.execute(
            f"SELECT what FROM event WHERE {condition} AND seq > ?",  # noqa: S608 - the program's own
            (number, closing.seq),
        )
        return {event_rows.name_of(what) for (what,) in found}

    def _changes(self, first: int) -> list[tuple[int, Event]]:
        """Returns the events that change whether an attempt's outcome is known, with their numbers, oldest first.

        Args:
            first: the number of the attempt's first event.
        """
        found = self._connection.execute(
            f"{event_rows.SELECT} WHERE (event.seq = :of OR event.attempt = :of)"
            f" AND event.reversal IS NULL AND event.what IN {_CHANGES} ORDER BY event.seq",
            {"of": first},
        )
        return [
            (row["seq"], rows.event_of(event_rows.unpack(row, self._words, self._connection)))
            for row in found.fetchall()
        ]

    def open_reversals(self, day: date) -> Iterator[DayEntry]:
        """Yields reversals of a day and of earlier ones whose outcome is still unknown."""
        for columns in reversals.in_states(self._connection, *sorted(OPEN)):
            if columns["day"] <= rows.day_number(day):
                yield self._reversal(columns)

    def open_before(self, day: date) -> Iterator[DayEntry]:
        """Yields attempts of earlier days whose outcome is still unknown."""
        for state in sorted(UNSETTLED):
            for row in self._connection.execute(
                # `<>` lets SQLite use the index, which leaves out redemptions.
                f"SELECT * FROM attempt INDEXED BY attempt_state WHERE state = {packing.STATES[state]}"  # noqa: S608
                f" AND state <> {packing.STATES[State.REDEEMED]} AND day < ? ORDER BY seq",
                (packed_day(day),),
            ):
                yield entry_of(self._attempt(row))

    def settled_between(
        self, above: int, until: int, closings: Iterable[Closing], *, before: date, after: date
    ) -> Iterator[SettledLater]:
        """Yields the attempts of earlier days that were settled by an event in a range of numbers.

        Those of later days are named too: a clock that was ahead would hide them from every report until that day.

        What was settled before its own day was closed is in the figures with which that day was closed. An attempt that
        was sent again since was settled as not redeemed: what became of it then belongs to the day of that send.
        """
        closed = {one.day: one.seq for one in closings}
        of = event_rows.OF_ATTEMPT
        found = self._connection.execute(
            f"SELECT event.what, event.seq, attempt.seq, attempt.first, attempt.* FROM event"  # noqa: S608 - the program's own
            f" LEFT JOIN attempt AS moved ON moved.first = {of}"
            f" AND moved.first IS NOT NULL JOIN attempt ON attempt.seq = coalesce(moved.seq, {of})"
            " WHERE event.seq > ? AND event.seq <= ? AND event.reversal IS NULL"
            " AND (attempt.day < ? OR attempt.day > ? OR event.seq < attempt.seq) ORDER BY event.seq",
            (above, until, packed_day(before), packed_day(after)),
        )
        settled: dict[tuple[str, date], SettledLater] = {}
        for what, seq, sent_at, first, *packed in found:
            if event_rows.name_of(what) not in _SETTLES:
                continue
            attempt = self._attempt(packed)
            day, entry = attempt.at.date(), entry_of(attempt)
            if seq < sent_at:
                day = _day_sent(attempt, self._changes(first), seq) or before
                entry = replace(entry, kind=REFUSED, points=attempt.draft.points.value, value=attempt.draft.worth)
            elif attempt.state in UNSETTLED:
                continue
            if (day < before or day > after) and seq > closed.get(day, 0):
                settled[attempt.reference, day] = SettledLater(day=day, entry=entry)
        yield from settled.values()

    def reversals_settled_between(
        self, above: int, until: int, closings: Iterable[Closing], *, before: date, after: date
    ) -> Iterator[SettledLater]:
        """Yields the reversals of earlier days that were settled by an event in a range of numbers, likewise."""
        closed = {one.day: one.seq for one in closings}
        found = self._connection.execute(
            "SELECT event.what AS event_what, event.seq AS event_seq, reversal.* FROM event"
            " JOIN reversal ON reversal.seq = event.reversal"
            " WHERE event.seq > ? AND event.seq <= ? AND (reversal.day < ? OR reversal.day > ?) ORDER BY event.seq",
            (above, until, rows.day_number(before), rows.day_number(after)),
        )
        settled: dict[str, SettledLater] = {}
        for row in found:
            columns = rows.as_dict(row)
            what = event_rows.name_of(columns["event_what"]).removeprefix(event_rows.REVERSAL)
            reversal = reversal_from_columns(columns)
            day = reversal.at.date()
            if what in _SETTLES_REVERSAL and columns["event_seq"] > closed.get(day, 0) and not reversal.is_open:
                settled[reversal.id] = SettledLater(day=day, entry=self._reversal(columns))
        yield from settled.values()

    def events_of(self, day: date) -> ChainEnd:
        """Returns the numbers of the first and the last event of a day, and the hash of the last one."""
        first, last = self._events_between(day, day)
        if last is None:
            return ChainEnd(head=chain.tail(self._connection).hash.hex())
        line = next(chained_events(self._connection, self._words, last - 1))
        return ChainEnd(first=first, last=last, head=line.hash.hex())

    def first_since(self, day: date) -> int:
        """Returns the number of the first event of a day or a later one; that of the next event if there is none."""
        first, _ = self._events_between(day, date.max)
        return chain.tail(self._connection).seq + 1 if first is None else first

    def _events_between(self, start: date, end: date) -> tuple[int | None, int | None]:
        """Returns the lowest and the highest number of the events from one day to another, inclusive."""
        found: tuple[int | None, int | None] = self._connection.execute(
            # A time whose offset has fractions of a second is text. SQLite rounds a quotient towards zero, which would
            # be the next day before 1970.
            "SELECT min(seq), max(seq) FROM event WHERE CASE WHEN typeof(utc_offset) = 'integer'"
            " THEN at_us + utc_offset * 1000000 BETWEEN ? AND ?"
            " ELSE substr(utc_offset, 1, 10) BETWEEN ? AND ? END",
            (packed_day(start) * DAY_US, (packed_day(end) + 1) * DAY_US - 1, start.isoformat(), end.isoformat()),
        ).fetchone()
        if found[0] is not None and found[0] < 1:
            raise DamagedRowError("an event has no number")
        return found

    def closings(self) -> list[Closing]:
        """Returns the closings, of which the first one of a day counts.

        Raises:
            DamagedRowError, sqlite3.Error: the journal is damaged.
        """
        found: dict[date, Closing] = {}
        for row in self._connection.execute(
            f"{event_rows.SELECT} WHERE event.what = {event_rows.DAY_CLOSED} ORDER BY event.seq"
        ):
            event = rows.event_of(event_rows.unpack(row, self._words, self._connection))
            try:
                day = date.fromisoformat(event.detail[:10])
            except (ValueError, TypeError) as error:
                raise DamagedRowError("a row holds no closing") from error
            found.setdefault(day, Closing(day=day, at=event.at, cashier=event.cashier, seq=row["seq"]))
        return list(found.values())

    def _reversal(self, columns: dict[str, Any]) -> DayEntry:
        packed = packing.attempt_row(self._connection, columns["reference"])
        return entry_of_reversal(columns, None if packed is None else self._attempt(packed))

    def _attempt(self, row: Any) -> Attempt:  # noqa: ANN401 - a row, or its values
        return attempt_of(row, self._words, self._connection)


def _day_sent(attempt: Attempt, changes: list[tuple[int, Event]], until: int) -> date | None:
    """Returns the day on which an attempt was sent last up to an event; None if this journal does not know it.

    Args:
        attempt: as it is now.
        changes: its events.
        until: the number of the event.
    """
    sent = [event for seq, event in changes if seq <= until and event.what in _SENDS]
    if sent:
        return sent[-1].at.date()
    # It was taken over from another journal, whose events are not here. It knows only when it was sent first.
    sends_here = sum(event.what in _SENDS for _, event in changes)
    if attempt.begun is None or attempt.sends != sends_here + 1:
        return None
    return attempt.begun.date()


def _was_open(changes: list[tuple[int, Event]], closed: int) -> bool:
    """True if the outcome of an attempt that was sent again later was not known when its day was closed.

    Args:
        changes: its events.
        closed: the number of the closing.
    """
    earlier = [event for seq, event in changes if seq <= closed]
    if earlier:
        return earlier[-1].what not in _SETTLES
    # It was taken over from another journal, which does not say here how it was. Only an open one can be absent next.
    return next((event.what for seq, event in changes if seq > closed), "") == "absent"
