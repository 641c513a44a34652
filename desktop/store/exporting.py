"""Reads the journal for other programs: one record for each attempt, or the audit trail, in little memory.

The number of a record (`seq`) is that of the newest event about the attempt. A program that collects the journal
remembers the highest number it has, and asks for what came after it: new attempts, and those that changed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import chain, event_rows
from desktop.store.attempt_check import LAST_FACTS, AttemptCheck
from desktop.store.checking import ALL
from desktop.store.covered_rows import APPROVALS, covered_rows
from desktop.store.days import days_between
from desktop.store.errors import expect
from desktop.store.fast_attempts import Ordinary, columns_of
from desktop.store.fast_events import FastEvents
from desktop.store.history_search import matching
from desktop.store.packing import attempt_row
from desktop.store.search_keys import mask_numbers
from desktop.store.small_values import packed_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from desktop.store.event_rows import NewEvent
    from desktop.store.small_values import Small
    from desktop.store.words import Words


_new = tuple.__new__


class ExportedAttempt(NamedTuple):
    """An attempt with its number in an export.

    Attributes:
        attempt: its columns, or what is known of an ordinary one; compared with the digest that its last event covers.
        seq: the number of the newest event about it.
        has_approvals: True if one of its events says who approved something, also about points given back.
    """

    attempt: dict[str, Any] | Ordinary
    seq: int
    has_approvals: bool

    @property
    def columns(self) -> dict[str, Any]:
        """The columns for an export record."""
        return columns_of(self.attempt)

    def is_wanted(self, states: Collection[str], cashier: str) -> bool:
        """True if the attempt is in one of some states and of a cashier. Empty stands for all of them."""
        attempt = self.attempt
        if isinstance(attempt, Ordinary):
            its_state, its_cashier = attempt.common.state, attempt.common.cashier
        else:
            its_state, its_cashier = attempt["state"], attempt["cashier"]
        return (not states or its_state in states) and cashier in {"", its_cashier}

    @property
    def reference(self) -> str:
        """The attempt's reference."""
        attempt = self.attempt
        return attempt.reference if isinstance(attempt, Ordinary) else str(attempt["reference"])


class Piece(NamedTuple):
    """A part of a table, by the numbers of its rows.

    Attributes:
        first: the number of the first row.
        last: the number of the last row.
    """

    first: int
    last: int


class AuditLine(NamedTuple):
    """An event with its place in the chain.

    Attributes:
        seq: its number.
        event: the event.
        hash: its hash.
        reason: why points are given back, in the cashier's words with numbers masked, if the event is the first one of
            a reversal. It is no part of the chain, because it is deleted with the other personal data. Empty for every
            other event.
    """

    seq: int
    event: NewEvent
    hash: bytes
    reason: str = ""


_DATE = len("2026-11-22")
_APPROVED = (
    "EXISTS (SELECT 1 FROM event AS one WHERE one.attempt = coalesce(attempt.first, attempt.seq)"  # noqa: S608
    f" AND one.what IN ({', '.join(map(str, event_rows.numbers(*APPROVALS)))})) AS has_approvals"
)


def attempts(
    connection: sqlite3.Connection,
    words: Words,
    start: date | None,
    end: date | None,
    after: int | None,
    *,
    text: str = "",
    piece: Piece | None = None,
) -> Iterator[ExportedAttempt]:
    """Yields attempts of some local days, oldest first.

    Args:
        connection: a connection in a read transaction.
        words: the connection's words.
        start: the first day; None for no bound.
        end: the last day, inclusive; None for no bound.
        after: only attempts with a newer event than this one, in the order of their newest events; None for all, in
            the order in which they were sent.
        text: only attempts that a search for this text finds; empty for all.
        piece: only rows of this piece of the table.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    one_check = AttemptCheck(connection, words)
    days = days_between(connection, start, end)
    within = ""
    values: tuple[Small, ...] = ()
    if days is not None:
        within = " AND attempt.seq BETWEEN ? AND ? AND attempt.day BETWEEN ? AND ?"
        values = (days.low, days.high, days.first, days.last)
    if piece is not None:
        within += " AND attempt.seq BETWEEN ? AND ?"
        values = (*values, *piece)
    if text:
        fitting = matching(connection, text)
        if piece is not None:
            fitting = fitting.and_("seq BETWEEN ? AND ?", *piece)
        # The rows are filtered while they are read. A list of them could be as long as the journal.
        within += f" AND attempt.seq IN (SELECT seq FROM attempt NOT INDEXED WHERE {fitting.sql})"  # noqa: S608
        values = (*values, *fitting.values)
    if after is None:
        check, columns_of_row = one_check.ordinary, one_check.columns_of
        for row, facts, newest, has_approvals in covered_rows(connection, within, values):
            # Faster than calling the class.
            yield _new(ExportedAttempt, (check(row, facts) or columns_of_row(row, facts), newest, has_approvals))
        return
    of = event_rows.OF_ATTEMPT
    rows = connection.execute(
        f"SELECT attempt.*, {LAST_FACTS}, {_APPROVED}, event.seq AS newest FROM event"  # noqa: S608
        f" LEFT JOIN attempt AS moved ON moved.first = {of} AND moved.first IS NOT NULL"
        f" JOIN attempt ON attempt.seq = coalesce(moved.seq, {of})"
        f" WHERE event.seq > ? AND NOT EXISTS (SELECT 1 FROM event AS later WHERE later.attempt = {of}"
        f" AND later.seq > event.seq){within} ORDER BY event.seq",
        (after, *values),
    )
    for row in rows:
        yield ExportedAttempt(one_check.check(row, row["last_facts"]), row["newest"], bool(row["has_approvals"]))


def audit(
    connection: sqlite3.Connection, words: Words, start: date | None, end: date | None, after: int, *, upto: int = ALL
) -> Iterator[AuditLine]:
    """Yields the events after a number, of some local days, in order, each with its hash, and why points came back.

    Args:
        connection: a connection in a read transaction.
        words: the connection's words.
        start: the first day; None for no bound.
        end: the last day, inclusive; None for no bound.
        after: the number; 0 for all.
        upto: the number of the last event.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    first = 0 if start is None else packed_day(start)
    last = None if end is None else packed_day(end)
    has_bounds = bool(first) or last is not None
    for line in chained_events(connection, words, after, upto):
        if has_bounds:
            day = local_day(line.event.at)
            if day < first or (last is not None and day > last):
                continue
        yield line if line.event.what not in event_rows.FIRST_OF_REVERSAL else _with_reason(connection, line)


def _with_reason(connection: sqlite3.Connection, line: AuditLine) -> AuditLine:
    found = connection.execute("SELECT reason FROM reversal WHERE seq = ?", (line.seq,)).fetchone()
    # Earlier versions stored the numbers in it as they were typed.
    return line if found is None else line._replace(reason=mask_numbers(found[0] or ""))


def chained_events(connection: sqlite3.Connection, words: Words, after: int, upto: int = ALL) -> Iterator[AuditLine]:
    """Yields the events after a number with their hashes, which follow from the whole hash before it.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    known, previous = 0, chain.START
    before = connection.execute("SELECT seq, hash FROM checkpoint WHERE seq <= ? ORDER BY seq DESC LIMIT 1", (after,))
    row = before.fetchone()
    if row is not None:
        known, previous = row
        expect(isinstance(previous, bytes), f"the hash of event {known} is missing")
    fast, width = FastEvents(connection, words), chain.MARK_BYTES
    cursor = connection.cursor()
    cursor.row_factory = None
    some = f"{event_rows.SELECT} WHERE event.seq > ? AND event.seq <= ? ORDER BY event.seq"
    for packed in cursor.execute(some, (known, upto)):
        seq, mark = packed[0], packed[event_rows.MARK]
        known += 1
        found, event = fast.hash_of(packed, previous), None
        if found is None or seq != known or found[:width] != mark:
            # The general way says what is wrong.
            event = event_rows.unpack(packed, words, connection)
            expect(seq == known, f"event {known} is missing")
            found = chain.hash_of(previous, seq, event, packed[event_rows.FACTS] or b"")
            expect(found[:width] == mark, f"event {seq} was changed")
        previous = found
        if seq > after:
            yield AuditLine(seq, event or fast.event(packed), found)


def local_day(at: str) -> int:
    """Returns the local day of a time as the journal keeps it, in days since 1970."""
    return _day_in(at[:_DATE])


@lru_cache(maxsize=64)
def _day_in(text: str) -> int:
    from datetime import date as day

    return packed_day(day.fromisoformat(text))


def with_approvals(
    connection: sqlite3.Connection, words: Words, found: Iterable[ExportedAttempt]
) -> Iterator[tuple[ExportedAttempt, list[NewEvent]]]:
    """Yields attempts with the events that approved something."""
    for one in found:
        yield one, approvals(connection, words, one.reference) if one.has_approvals else []


def approvals(connection: sqlite3.Connection, words: Words, reference: str) -> list[NewEvent]:
    """Returns the events about an attempt that say who approved something.

    Args:
        connection: the journal.
        words: the connection's words.
        reference: the attempt's.
    """
    attempt = attempt_row(connection, reference)
    first = None if attempt is None else attempt["first"] or attempt["seq"]
    rows = connection.execute(f"{event_rows.SELECT} WHERE event.attempt = ? ORDER BY event.seq", (first,))
    events = (event_rows.unpack(row, words, connection) for row in rows)
    return [event for event in events if event.what in APPROVALS]
