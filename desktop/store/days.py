"""Finds the range of attempts that were sent on some local days, although the clock may have been set back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.store.small_values import packed_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date

_NEVER = 10_000_000
"""A day after every day, in days since 1970."""


class Days(NamedTuple):
    """Some local days, in days since 1970, and the attempts between the first and the last one of them.

    Attributes:
        first: the first day.
        last: the last day, inclusive.
        low: number of the first attempt of these days.
        high: number of the last one. Between them are attempts of other days only if the clock was set back. Lower than
            `low` if there is none.
    """

    first: int
    last: int
    low: int
    high: int


def days_between(connection: sqlite3.Connection, start: date | None, end: date | None) -> Days | None:
    """Returns the days from one to another, inclusive, or None if neither is given.

    It makes two look-ups in the index for each day that has attempts.
    """
    if start is None and end is None:
        return None
    first = 0 if start is None else packed_day(start)
    last = _NEVER if end is None else packed_day(end)
    low, high = connection.execute(
        "WITH RECURSIVE days (day) AS ("
        " SELECT min(day) FROM attempt INDEXED BY attempt_day WHERE day >= :first"
        " UNION ALL SELECT (SELECT min(day) FROM attempt INDEXED BY attempt_day WHERE day > days.day)"
        " FROM days WHERE days.day < :last)"
        " SELECT min(low), max(high) FROM (SELECT"
        " (SELECT min(seq) FROM (SELECT min(seq) AS seq FROM attempt INDEXED BY attempt_day"
        "  WHERE day = days.day AND remembered = 0 UNION ALL SELECT min(seq) FROM attempt INDEXED BY attempt_day"
        "  WHERE day = days.day AND remembered = 1)) AS low,"
        " (SELECT max(seq) FROM (SELECT max(seq) AS seq FROM attempt INDEXED BY attempt_day"
        "  WHERE day = days.day AND remembered = 0 UNION ALL SELECT max(seq) FROM attempt INDEXED BY attempt_day"
        "  WHERE day = days.day AND remembered = 1)) AS high"
        " FROM days WHERE day <= :last)",
        {"first": first, "last": last},
    ).fetchone()
    return Days(first, last, low or 0, high or -1)


def rows_of_days(connection: sqlite3.Connection, start: date | None, end: date | None) -> Iterator[sqlite3.Row]:
    """Yields the packed attempts of some local days, oldest first.

    Args:
        connection: the journal.
        start: the first day; None for no bound.
        end: the last day, inclusive; None for no bound.
    """
    days = days_between(connection, start, end)
    if days is None:
        yield from connection.execute("SELECT * FROM attempt NOT INDEXED ORDER BY seq")
        return
    yield from connection.execute(
        "SELECT * FROM attempt NOT INDEXED WHERE seq BETWEEN ? AND ? AND day BETWEEN ? AND ? ORDER BY seq",
        (days.low, days.high, days.first, days.last),
    )
