"""Reads the journal for other programs: one record for each attempt, or the audit trail, in little memory.

The number of a record (`seq`) is that of the newest event about the attempt. A program that collects the journal
remembers the highest number it has, and asks for what came after it: new attempts, and those that changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import chain, event_rows
from desktop.store.checking import AttemptCheck
from desktop.store.days import days_between
from desktop.store.errors import expect
from desktop.store.packing import attempt_row
from desktop.store.small_values import packed_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator
    from datetime import date

    from desktop.store.event_rows import NewEvent
    from desktop.store.words import Words

APPROVALS = ("code_skipped", "settled_by_hand", "supervisor_agreed", "taken_over")
"""Events that say who approved something about an attempt."""


class ExportedAttempt(NamedTuple):
    """An attempt with its number in an export.

    Attributes:
        columns: the columns for an export record, compared with the digest that its last event covers.
        seq: the number of the newest event about it.
        has_approvals: True if one of its events says who approved something, also about points given back.
    """

    columns: dict[str, Any]
    seq: int
    has_approvals: bool


class AuditLine(NamedTuple):
    """An event with its place in the chain.

    Attributes:
        seq: its number.
        event: the event.
        hash: its hash.
    """

    seq: int
    event: NewEvent
    hash: bytes


_ID = "coalesce(attempt.first, attempt.seq)"
_FACTS = (
    f"(SELECT facts FROM event WHERE event.seq = coalesce((SELECT one.seq FROM event AS one WHERE one.attempt = {_ID}"  # noqa: S608
    f" AND one.reversal IS NULL ORDER BY one.seq DESC LIMIT 1), {_ID})) AS last_facts"
)
_APPROVED = (
    f"EXISTS (SELECT 1 FROM event AS one WHERE one.attempt = {_ID}"  # noqa: S608
    f" AND one.what IN ({', '.join(map(str, event_rows.numbers(*APPROVALS)))})) AS has_approvals"
)
_NEWEST = f"coalesce((SELECT max(one.seq) FROM event AS one WHERE one.attempt = {_ID}), {_ID}) AS newest"  # noqa: S608


def attempts(
    connection: sqlite3.Connection,
    words: Words,
    start: date | None,
    end: date | None,
    after: int | None,
    *,
    only: Collection[int] | None = None,
) -> Iterator[ExportedAttempt]:
    """Yields attempts of some local days, oldest first.

    Args:
        connection: a connection in a read transaction.
        words: the connection's words.
        start: the first day; None for no bound.
        end: the last day, inclusive; None for no bound.
        after: only attempts with a newer event than this one, in the order of their newest events; None for all, in
            the order in which they were sent.
        only: the numbers of the rows to yield, of those; None for all.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    one_check = AttemptCheck(connection, words)
    days = days_between(connection, start, end)
    within = ""
    values: tuple[int | str, ...] = ()
    if days is not None:
        within = " AND attempt.seq BETWEEN ? AND ? AND attempt.day BETWEEN ? AND ?"
        values = (days.low, days.high, days.first, days.last)
    if only is not None:
        # One JSON array, because a statement may have only a limited number of bound values.
        within += " AND attempt.seq IN (SELECT value FROM json_each(?))"
        values = (*values, json.dumps(list(only)))
    if after is None:
        rows = connection.execute(
            f"SELECT attempt.*, {_FACTS}, {_APPROVED}, {_NEWEST} FROM attempt NOT INDEXED"  # noqa: S608
            f" WHERE 1{within} ORDER BY attempt.seq",
            values,
        )
    else:
        of = event_rows.OF_ATTEMPT
        rows = connection.execute(
            f"SELECT attempt.*, {_FACTS}, {_APPROVED}, event.seq AS newest FROM event"  # noqa: S608
            f" LEFT JOIN attempt AS moved ON moved.first = {of} AND moved.first IS NOT NULL"
            f" JOIN attempt ON attempt.seq = coalesce(moved.seq, {of})"
            f" WHERE event.seq > ? AND NOT EXISTS (SELECT 1 FROM event AS later WHERE later.attempt = {of}"
            f" AND later.seq > event.seq){within} ORDER BY event.seq",
            (after, *values),
        )
    for row in rows:
        yield ExportedAttempt(one_check.check(row), row["newest"], bool(row["has_approvals"]))


def audit(
    connection: sqlite3.Connection, words: Words, start: date | None, end: date | None, after: int
) -> Iterator[AuditLine]:
    """Yields the events after a number, of some local days, in order, each with its hash.

    Args:
        connection: a connection in a read transaction.
        words: the connection's words.
        start: the first day; None for no bound.
        end: the last day, inclusive; None for no bound.
        after: the number; 0 for all.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    first = 0 if start is None else packed_day(start)
    last = None if end is None else packed_day(end)
    for line in chained_events(connection, words, after):
        day = local_day(line.event.at)
        if day >= first and (last is None or day <= last):
            yield line


def chained_events(connection: sqlite3.Connection, words: Words, after: int) -> Iterator[AuditLine]:
    """Yields the events after a number with their hashes, which follow from the whole hash before it.

    Raises:
        BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged.
    """
    known, previous = 0, chain.START
    before = connection.execute("SELECT seq, hash FROM checkpoint WHERE seq <= ? ORDER BY seq DESC LIMIT 1", (after,))
    row = before.fetchone()
    if row is not None:
        known, previous = row
    for packed in connection.execute(f"{event_rows.SELECT} WHERE event.seq > ? ORDER BY event.seq", (known,)):
        event = event_rows.unpack(packed, words, connection)
        seq, facts, mark = packed["seq"], packed["facts"], packed["mark"]
        known += 1
        expect(seq == known, f"event {known} is missing")
        previous = chain.hash_of(previous, seq, event, facts or b"")
        expect(previous[: chain.MARK_BYTES] == mark, f"event {seq} was changed")
        if seq > after:
            yield AuditLine(seq, event, previous)


def local_day(at: str) -> int:
    """Returns the local day of a time as the journal keeps it, in days since 1970."""
    from datetime import date as day

    return packed_day(day.fromisoformat(at[:10]))


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
