"""Finds attempts among a million by choosing an index for each search, fast enough to search while typing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.redemption import UNSETTLED, State
from desktop.store.days import days_between
from desktop.store.packing import NUMBER_LENGTHS, NUMBER_MARK, STATES, TAIL_DIGITS
from desktop.store.rows import text as storable
from desktop.store.search_keys import LAST_DIGITS, digits_of, fold, is_number_like, prefix_range
from desktop.store.small_values import reference_range

if TYPE_CHECKING:
    import sqlite3

    from desktop.domain.history import HistoryQuery
    from desktop.store.small_values import Small
    from desktop.store.words import Words

_NARROW = 2000
"""Index entries that are read unsorted. Reading this many takes less than a millisecond."""

_NEWEST = 60
"""Newest events to scan for each wanted row. If most rows match, this range holds enough of them."""

_MIN_REFERENCE = 4
"""Minimum length of a reference to search for. References begin with the time, so shorter ones match too many."""

_COUNTRY = re.compile(r".\+(\d{1,3})")

# All SQL below is built from this module's own texts and numbers. Text that a cashier types is passed as a bound value.


class Filter(NamedTuple):
    """A condition that every row must meet."""

    sql: str = "1"
    values: tuple[Small, ...] = ()

    def and_(self, sql: str, *values: Small) -> Filter:
        """Returns this condition and another one."""
        return Filter(f"{self.sql} AND {sql}", (*self.values, *values))


class _Range(NamedTuple):
    """One way in which a row can match the text.

    Attributes:
        within: the index to search.
        order: what the index is sorted by.
        sql: the condition, in the form for which SQLite uses the index.
        values: its bound values.
        scan: the same condition, in the form that is fastest for one row.
        scan_values: its bound values.
    """

    within: str
    order: str
    sql: str
    values: tuple[Small, ...]
    scan: str
    scan_values: tuple[Small, ...]

    @classmethod
    def of(cls, within: str, order: str, sql: str, *values: Small) -> _Range:
        return cls(within, order, sql, values, sql, values)

    @classmethod
    def between(cls, within: str, column: str, low: Small, high: Small, *, nocase: bool = False) -> _Range:
        """Returns the range of texts from one to just before another."""
        order = f"{column} COLLATE NOCASE" if nocase else column
        # The index leaves out empty texts, and SQLite uses it only if the query does so too.
        return cls.of(within, order, f"({order} >= ? AND {order} < ? AND {column} IS NOT NULL)", low, high)


def search(connection: sqlite3.Connection, query: HistoryQuery, words: Words) -> list[sqlite3.Row]:
    """Returns the packed rows that match a query, newest first."""
    if query.limit <= 0:
        return []
    filtered, high = _filter(connection, query, words)
    if filtered is None:
        return []
    ranges = _ranges(connection, query.text)
    states = frozenset(query.states) or (UNSETTLED if query.unsettled_only else frozenset())
    if ranges is not None:
        found = _few(connection, ranges)
        if found is None:
            found = _newest_of_many(connection, ranges, filtered, states, high=high, limit=query.limit)
    elif states and State.REDEEMED not in states:
        found = _of_states(connection, Filter(), filtered, states, query.limit)
    else:
        where = "" if filtered == Filter() and not states else f" WHERE {filtered.sql} AND {_are(states)}"
        return connection.execute(
            f"SELECT * FROM attempt{where} ORDER BY seq DESC LIMIT ?",  # noqa: S608
            (*filtered.values, query.limit),
        ).fetchall()
    # Pass one JSON array, because a statement may have only a limited number of bound values.
    return connection.execute(
        f"SELECT * FROM attempt WHERE seq IN (SELECT value FROM json_each(?)) AND {filtered.sql} AND {_are(states)}"  # noqa: S608
        " ORDER BY seq DESC LIMIT ?",
        (json.dumps(found), *filtered.values, query.limit),
    ).fetchall()


def matching(connection: sqlite3.Connection, text: str) -> Filter:
    """Returns the condition that the attempts meet which a text finds, in the form that is fastest for one row.

    Args:
        connection: the journal.
        text: the text. All attempts meet the condition of an empty one.
    """
    ranges = _ranges(connection, text)
    return Filter() if ranges is None else _fitting(ranges)


def _filter(connection: sqlite3.Connection, query: HistoryQuery, words: Words) -> tuple[Filter | None, int | None]:
    """Returns what every row must meet, or None if no row can; and the highest number that a row can have."""
    filtered, high = Filter(), None
    days = days_between(connection, query.start, query.end)
    if days is not None:
        if days.high < days.low:
            return None, None
        high = days.high
        filtered = filtered.and_("seq BETWEEN ? AND ?", days.low, days.high).and_(
            "day BETWEEN ? AND ?", days.first, days.last
        )
    if query.cashier:
        cashier = words.known_number(connection, storable(query.cashier))
        if cashier is None:
            return None, high
        filtered = filtered.and_("cashier = ?", cashier)
    return filtered, high


def _are(states: frozenset[State]) -> str:
    return f"state IN ({', '.join(str(STATES[state]) for state in states)})" if states else "1"


def _ranges(connection: sqlite3.Connection, text: str) -> list[_Range] | None:
    """Returns the index ranges that may hold a text, or None if the text is empty."""
    key = storable(fold(text))
    if not key:
        return None
    low, high = prefix_range(key)
    found = [
        _Range.between("attempt_bill", "bill", low, high, nocase=True),
        _Range.between("attempt_bill_key", "bill_key", low, high),
        _Range.between("attempt_redemption", "redemption_id", low, high, nocase=True),
        _Range.between("attempt_redemption_key", "redemption_key", low, high),
    ]
    if len(key) >= _MIN_REFERENCE:
        found.append(_Range.between("attempt_reference", "reference", low, high, nocase=True))
        packed = reference_range(key)
        if packed is not None:
            reference = "reference COLLATE NOCASE"
            condition = f"({reference} >= ? AND {reference} <= ?)"
            found.append(_Range.of("attempt_reference", reference, condition, *packed))
    if is_number_like(text):
        digits = digits_of(text)
        countries = _countries(connection)
        # People dial `0` or `00` first, but some countries have numbers that begin with a zero.
        for number in filter(None, dict.fromkeys((digits, digits.lstrip("0")))):
            for whole in (number, *(country + number for country in countries)):
                found += _number_ranges(whole)
            found += _end_ranges(number)
    return found


def _countries(connection: sqlite3.Connection) -> list[str]:
    """Returns the country codes of the numbers in the journal."""
    found = connection.execute("SELECT text FROM word WHERE substr(text, 2, 1) = '+'")
    return list(dict.fromkeys(country[1] for (text,) in found if (country := _COUNTRY.match(text))))


def _number_ranges(digits: str) -> list[_Range]:
    """Returns the ranges of numbers that begin with some digits: one for each length."""
    begins, scan = int(NUMBER_MARK + digits), f"substr(number, 1, {len(NUMBER_MARK + digits)}) = ?"
    found = []
    for length in NUMBER_LENGTHS:
        if length >= len(digits):
            size = 10 ** (length - len(digits))
            low, high = begins * size, (begins + 1) * size - 1
            found.append(
                _Range(
                    "attempt_number", "number", "(number BETWEEN ? AND ? AND number IS NOT NULL)", (low, high), "", ()
                )
            )
    # The first stands for all of them when rows are scanned.
    return [found[0]._replace(scan=scan, scan_values=(NUMBER_MARK + digits,)), *found[1:]] if found else []


def _end_ranges(digits: str) -> list[_Range]:
    """Returns the range of numbers that end with some digits."""
    if not LAST_DIGITS <= len(digits) <= NUMBER_LENGTHS[-1]:
        return []
    end = digits[::-1][:TAIL_DIGITS]
    size = 10 ** (TAIL_DIGITS - len(end))
    values: tuple[Small, ...]
    sql, values = "(tail BETWEEN ? AND ? AND tail IS NOT NULL)", (int(end) * size, (int(end) + 1) * size - 1)
    if len(digits) > LAST_DIGITS:
        # Of a forgotten member only the last four digits are left, and a short number has zeros after it.
        size = 10 ** len(digits)
        sql, values = f"({sql} AND number >= ? AND number % ? = ?)", (*values, size, size, int(digits))
    return [_Range.of("attempt_tail", "tail", sql, *values)]


def _few(connection: sqlite3.Connection, ranges: list[_Range]) -> list[int] | None:
    """Returns the numbers of all rows in any of the ranges, or None if there are too many to read unsorted."""
    found: set[int] = set()
    for one in ranges:
        entries = connection.execute(
            f"SELECT seq FROM attempt INDEXED BY {one.within} WHERE {one.sql} LIMIT ?",  # noqa: S608
            (*one.values, _NARROW),
        ).fetchall()
        if len(entries) == _NARROW:
            return None
        found.update(entry[0] for entry in entries)
    return list(found)


def _newest_of_many(
    connection: sqlite3.Connection,
    ranges: list[_Range],
    filtered: Filter,
    states: frozenset[State],
    *,
    high: int | None,
    limit: int,
) -> list[int]:
    """Returns the numbers of the newest rows in any of the ranges.

    The newest rows usually contain enough matches. Only a search for many old rows needs sorting.
    """
    fitting = _fitting(ranges)
    if states and State.REDEEMED not in states:
        return _of_states(connection, fitting, filtered, states, limit)
    if high is None:
        (high,) = connection.execute("SELECT max(seq) FROM attempt").fetchone()
    recent = connection.execute(
        f"SELECT seq FROM attempt NOT INDEXED WHERE seq BETWEEN ? AND ? AND {fitting.sql} AND {filtered.sql}"  # noqa: S608
        f" AND {_are(states)} ORDER BY seq DESC LIMIT ?",
        (high - limit * _NEWEST, high, *fitting.values, *filtered.values, limit),
    ).fetchall()
    if len(recent) == limit:
        return [entry[0] for entry in recent]
    found: set[int] = set()
    for one in ranges:
        entries = connection.execute(
            # Bills and references usually ascend, and rows of which the newest come first are sorted twice as fast.
            # Without its limit, SQLite would ignore the order of the inner query.
            f"SELECT seq FROM (SELECT seq FROM attempt INDEXED BY {one.within} WHERE {one.sql} AND {filtered.sql}"  # noqa: S608
            f" AND {_are(states)} ORDER BY {one.order} DESC LIMIT -1) ORDER BY seq DESC LIMIT ?",
            (*one.values, *filtered.values, limit),
        )
        found.update(entry[0] for entry in entries)
    return sorted(found, reverse=True)[:limit]


def _fitting(ranges: list[_Range]) -> Filter:
    """Returns the condition that rows in any of the ranges meet."""
    scans = [one for one in ranges if one.scan]
    return Filter(
        f"({' OR '.join(one.scan for one in scans)})", tuple(value for one in scans for value in one.scan_values)
    )


def _of_states(
    connection: sqlite3.Connection, fitting: Filter, filtered: Filter, states: frozenset[State], limit: int
) -> list[int]:
    """Returns the numbers of the newest rows in states that are rare, from the index of each state."""
    found: list[int] = []
    for state in states:
        entries = connection.execute(
            # `<>` lets SQLite use the index, which leaves out redemptions.
            f"SELECT seq FROM attempt INDEXED BY attempt_state WHERE state = ? AND state <> {STATES[State.REDEEMED]}"  # noqa: S608
            f" AND {fitting.sql} AND {filtered.sql} ORDER BY seq DESC LIMIT ?",
            (STATES[state], *fitting.values, *filtered.values, limit),
        )
        found += [entry[0] for entry in entries]
    return sorted(found, reverse=True)[:limit]
