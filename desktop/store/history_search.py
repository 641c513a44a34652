"""Finds attempts among a million by choosing an index for each search, fast enough to search while typing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.store.rows import day_number
from desktop.store.rows import text as storable
from desktop.store.search_keys import LAST_DIGITS, digits_of, fold, is_number_like, prefix_range

if TYPE_CHECKING:
    import sqlite3

    from desktop.domain.history import HistoryQuery

_NARROW = 2000
"""Index entries that are read unsorted. Reading this many takes less than a millisecond."""

_NEWEST = 60
"""Newest events to scan for each wanted row. If most rows match, this range holds enough of them."""

_MIN_REFERENCE = 4
"""Minimum length of a reference to search for. References begin with the time, so shorter ones match too many."""

_UNSETTLED = "state IN ('in_flight', 'unknown')"

# All SQL below is built from these constants only. Text that a cashier types is passed as a bound value.


def search(connection: sqlite3.Connection, query: HistoryQuery) -> list[sqlite3.Row]:
    """Returns the rows that match a query, newest first."""
    if query.limit <= 0:
        return []
    days = _Days(query)
    ranges = _ranges(query.text)
    if query.unsettled_only:
        return _among_unsettled(connection, query, days, ranges)
    if ranges is not None:
        wanted = _newest(connection, ranges, days, query.limit)
    elif days.bounded:
        wanted = _newest(connection, [_Range("attempt_day", "day", days.first, days.last + 1)], days, query.limit)
    else:
        return connection.execute("SELECT * FROM attempt ORDER BY seq DESC LIMIT ?", (query.limit,)).fetchall()
    # Pass one JSON array, because a statement may have only a limited number of bound values.
    return connection.execute(
        "SELECT * FROM attempt WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC", (json.dumps(wanted),)
    ).fetchall()


class _Days:
    def __init__(self, query: HistoryQuery) -> None:
        self.bounded = query.start is not None or query.end is not None
        self.first = 0 if query.start is None else day_number(query.start)
        self.last = 99_999_999 if query.end is None else day_number(query.end)
        self.sql = "day BETWEEN ? AND ?"
        self.values = (self.first, self.last)


class _Range:
    """A range of one index between two bounds, without the second one."""

    def __init__(self, index: str, column: str, low: str | int, high: str | int) -> None:
        self.index = index
        # The index leaves out empty texts, and SQLite uses it only if the query does so too.
        self.sql = f"({column} >= ? AND {column} < ?" + (f" AND {column} > '')" if index in _PARTIAL else ")")
        self.values = (low, high)


_PARTIAL = frozenset(
    {"attempt_digits", "attempt_national", "attempt_last_digits", "attempt_bill", "attempt_redemption"}
)


def _ranges(text: str) -> list[_Range] | None:
    """Returns the index ranges that may hold a text, or None if the text is empty."""
    key = storable(fold(text))
    if not key:
        return None
    found = [_prefix("attempt_bill", "bill_key", key), _prefix("attempt_redemption", "redemption_key", key)]
    if len(key) >= _MIN_REFERENCE:
        found.append(_prefix("attempt_reference", "reference", key))
    if is_number_like(text):
        digits = digits_of(text)
        # People dial `0` or `00` first, but some countries have numbers that begin with a zero.
        for number in filter(None, dict.fromkeys((digits, digits.lstrip("0")))):
            found.append(_prefix("attempt_digits", "digits", number))
            found.append(_prefix("attempt_national", "national", number))
            if len(number) >= LAST_DIGITS:
                found.append(_prefix("attempt_last_digits", "last_digits", number[::-1]))
    return found


def _prefix(index: str, column: str, prefix: str) -> _Range:
    return _Range(index, column, *prefix_range(prefix))


def _newest(connection: sqlite3.Connection, ranges: list[_Range], days: _Days, limit: int) -> list[int]:
    """Returns the numbers of the newest rows in any of the ranges.

    Small ranges are read completely. If a range is large, the newest rows of the table usually contain enough matches.
    Only
    a search for many old rows needs sorting.
    """
    found: set[int] = set()
    for one in ranges:
        entries = connection.execute(
            f"SELECT seq FROM attempt INDEXED BY {one.index} WHERE {one.sql} AND {days.sql} LIMIT ?",  # noqa: S608 - constants
            (*one.values, *days.values, _NARROW),
        ).fetchall()
        if len(entries) == _NARROW:
            return _newest_of_many(connection, ranges, days, limit)
        found.update(entry[0] for entry in entries)
    return sorted(found, reverse=True)[:limit]


def _newest_of_many(connection: sqlite3.Connection, ranges: list[_Range], days: _Days, limit: int) -> list[int]:
    fits = " OR ".join(one.sql for one in ranges)
    values = [value for one in ranges for value in one.values]
    (newest,) = connection.execute("SELECT max(seq) FROM attempt").fetchone()
    recent = connection.execute(
        f"SELECT seq FROM attempt NOT INDEXED WHERE seq > ? AND ({fits}) AND {days.sql} ORDER BY seq DESC LIMIT ?",  # noqa: S608 - constants
        (newest - limit * _NEWEST, *values, *days.values, limit),
    ).fetchall()
    if len(recent) == limit:
        return [entry[0] for entry in recent]
    found: set[int] = set()
    for one in ranges:
        entries = connection.execute(
            f"SELECT seq FROM attempt INDEXED BY {one.index} WHERE {one.sql} AND {days.sql} ORDER BY seq DESC LIMIT ?",  # noqa: S608 - constants
            (*one.values, *days.values, limit),
        )
        found.update(entry[0] for entry in entries)
    return sorted(found, reverse=True)[:limit]


def _among_unsettled(
    connection: sqlite3.Connection, query: HistoryQuery, days: _Days, ranges: list[_Range] | None
) -> list[sqlite3.Row]:
    fits = "1" if ranges is None else " OR ".join(one.sql for one in ranges)
    values = [value for one in ranges or () for value in one.values]
    return connection.execute(
        f"SELECT * FROM attempt INDEXED BY attempt_state WHERE {_UNSETTLED} AND ({fits}) AND {days.sql}"  # noqa: S608 - constants
        " ORDER BY seq DESC LIMIT ?",
        (*values, *days.values, query.limit),
    ).fetchall()
