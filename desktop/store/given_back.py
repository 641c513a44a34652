"""Reads what was given back on a day, and says what attempts and reversals add to a day's figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.domain.day_report import GIVEN_BACK, REDEEMED, REFUSED, UNKNOWN, DayEntry
from desktop.domain.redemption import HAPPENED, UNSETTLED, State
from desktop.domain.reversal import OPEN, ReversalState, worth_of
from desktop.store import packing, reversals, rows
from desktop.store.reversal_rows import check_columns, reversal_from_columns
from desktop.store.row_attempts import attempt_of
from desktop.store.small_values import packed_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date

    from desktop.domain.redemption import Attempt
    from desktop.store.words import Words

KINDS = dict.fromkeys(HAPPENED, REDEEMED) | dict.fromkeys(UNSETTLED, UNKNOWN) | {State.REFUSED: REFUSED}
"""What attempts of a state count as."""

_KINDS_OF_REVERSALS = {ReversalState.REVERSED: GIVEN_BACK} | dict.fromkeys(OPEN, UNKNOWN)

_DAY = 86_400_000_000
"""Microseconds of a day."""


def given_back_on(connection: sqlite3.Connection, words: Words, day: date) -> Iterator[DayEntry]:
    """Yields what this till and others gave back on a local day, of redemptions of any day.

    What others gave back counts on the day on which this till learned of it.
    """
    yield from given_back_here(connection, words, day)
    yield from given_back_elsewhere(connection, words, day)


def given_back_here(connection: sqlite3.Connection, words: Words, day: date) -> Iterator[DayEntry]:
    """Yields what this till gave back on a local day."""
    found = connection.execute(
        "SELECT * FROM reversal INDEXED BY reversal_day WHERE day = ? AND state = 'reversed' ORDER BY seq",
        (rows.day_number(day),),
    )
    for row in found:
        columns = rows.as_dict(row)
        check_columns(columns)
        packed = packing.attempt_row(connection, columns["reference"])
        yield entry_of_reversal(columns, None if packed is None else attempt_of(packed, words, connection))


def given_back_elsewhere(connection: sqlite3.Connection, words: Words, day: date) -> Iterator[DayEntry]:
    """Yields what others gave back of redemptions that were found to be reversed."""
    start = packed_day(day) * _DAY
    for row in connection.execute(
        # `<>` lets SQLite use the index, which leaves out redemptions.
        f"SELECT * FROM attempt INDEXED BY attempt_state WHERE state = {packing.STATES[State.REVERSED]}"  # noqa: S608
        # The local day is read from each row. No zone is more than a day from the meridian.
        f" AND state <> {packing.STATES[State.REDEEMED]} AND at_us + changed BETWEEN ? AND ?",
        (start - _DAY, start + 2 * _DAY),
    ):
        attempt = attempt_of(row, words, connection)
        if attempt.changed.date() != day:
            continue
        found = reversals.of_redemption(connection, attempt.reference)
        known = [entry_of_reversal(columns, attempt) for columns in found if columns["state"] == ReversalState.REVERSED]
        points = attempt.moved - sum((one.points for one in known), Decimal(0))
        if points > 0:
            whole = worth_of(attempt, attempt.moved)
            # The rest, because each part was rounded.
            value = None if whole is None else whole - sum((one.value or Decimal(0) for one in known), Decimal(0))
            yield replace(entry_of(attempt), kind=GIVEN_BACK, points=points, value=value)


def entry_of(attempt: Attempt) -> DayEntry:
    """Returns what an attempt adds."""
    done = attempt.redeemed
    points = attempt.draft.points.value
    if done is not None and done.points is not None:
        points = done.points
    return DayEntry(
        kind=KINDS.get(attempt.state, REFUSED),
        cashier=attempt.cashier,
        program=attempt.draft.program_id,
        points=points,
        value=attempt.draft.worth if done is None else done.value,
        reference=attempt.reference,
        bill=attempt.draft.bill,
    )


def entry_of_reversal(columns: dict[str, Any], attempt: Attempt | None) -> DayEntry:
    """Returns what a reversal adds. Unless its value was recorded, it is that part of the redemption's value."""
    reversal = reversal_from_columns(columns)
    done = reversal.given_back
    points = reversal.points.value if done is None else reversal.reversed_points
    value = None if done is None else done.value
    if value is None and attempt is not None:
        value = worth_of(attempt, points)
    return DayEntry(
        kind=_KINDS_OF_REVERSALS.get(reversal.state, REFUSED),
        cashier=reversal.cashier,
        program="" if attempt is None else attempt.draft.program_id,
        points=points,
        value=value,
        reference=reversal.reference,
        bill="" if attempt is None else attempt.draft.bill,
        gives_back=True,
    )
