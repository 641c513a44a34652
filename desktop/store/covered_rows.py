"""Reads packed attempts with what their events say: the digest that covers each, and if someone approved something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import event_rows
from desktop.store.packing import COLUMNS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from desktop.store.small_values import Small

APPROVALS = ("code_skipped", "settled_by_hand", "supervisor_agreed", "taken_over")
"""Events that say who approved something about an attempt."""

_APPROVAL_NUMBERS = frozenset(event_rows.numbers(*APPROVALS))

_SELECT = (
    "SELECT attempt.*, later.facts, later.seq, later.what, later.reversal FROM attempt NOT INDEXED"
    " LEFT JOIN event AS later ON later.attempt = coalesce(attempt.first, attempt.seq) AND later.attempt IS NOT NULL"
)
"""Selects attempts with each of their events but the first. Nearly all have exactly one."""


_new = tuple.__new__


class CoveredRow(NamedTuple):
    """A packed attempt.

    Attributes:
        row: its columns. Others follow.
        facts: the digest that the last event about the attempt itself covers.
        newest: the number of the newest event, also if that is about points given back.
        has_approvals: True if one of its events says who approved something.
    """

    row: Sequence[Any]
    facts: Any
    newest: int
    has_approvals: bool


def covered_rows(
    connection: sqlite3.Connection, condition: str = "", values: Sequence[Small] = ()
) -> Iterator[CoveredRow]:
    """Yields attempts in the order in which they were sent.

    One walk over the table is several times faster than looking for the events of each attempt in queries of their own.

    Args:
        connection: the journal.
        condition: SQL that begins with `AND`, or nothing.
        values: its bound values.
    """
    cursor = connection.cursor()
    # A plain tuple is faster than a `Row`.
    cursor.row_factory = None
    cursor.execute(f"{_SELECT} WHERE 1{condition} ORDER BY attempt.seq, later.seq", values)
    one: tuple[Any, ...] | None = None
    before: list[tuple[Any, ...]] = []
    for row in cursor:
        if one is not None:
            if one[0] == row[0]:
                before.append(one)
            elif before:
                yield _covered(connection, [*before, one])
                before = []
            else:
                yield _covered_by_one(connection, one)
        one = row
    if one is not None:
        yield _covered(connection, [*before, one])


def _covered_by_one(connection: sqlite3.Connection, row: tuple[Any, ...]) -> CoveredRow:
    """Returns an attempt with one event after the first, as nearly all have."""
    _, newest, what, reversal = row[COLUMNS:]
    if newest is None or reversal is not None:
        return _covered(connection, [row])
    # Faster than calling the class.
    return _new(CoveredRow, (row, row[COLUMNS], newest, what in _APPROVAL_NUMBERS))


def _covered(connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> CoveredRow:
    """Returns an attempt from its rows, one for each event but the first."""
    row = rows[0]
    own = [one[COLUMNS] for one in rows if one[-1] is None and one[COLUMNS + 1] is not None]
    first = row[1] or row[0]
    facts = own[-1] if own else _facts_of(connection, first)
    newest = rows[-1][COLUMNS + 1]
    approved = any(one[COLUMNS + 2] in _APPROVAL_NUMBERS for one in rows)
    return CoveredRow(row, facts, first if newest is None else newest, approved)


def _facts_of(connection: sqlite3.Connection, event: int) -> Any:  # noqa: ANN401 - what a file holds
    found = connection.execute("SELECT facts FROM event WHERE seq = ?", (event,)).fetchone()
    return None if found is None else found[0]
