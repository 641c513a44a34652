"""Imports a list of redemptions as CSV: the service's report, or the POS's list of bills."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterable, Iterator, Mapping

    from psycopg import Connection

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reference": ("external_reference_number", "reference", "external_reference"),
    "redemption_id": ("redemption_id", "redemptionid"),
    "bill": ("transaction_number", "bill", "bill_number", "bill_no", "receipt"),
    "points": ("points_redeemed", "points", "redeemed_points"),
    "day": ("redemption_date", "date", "day", "time", "at"),
    "till": ("store_username", "till", "till_code"),
    "store": ("store", "store_code", "store_name"),
    "program": ("program_id", "program", "program_name"),
    "reversed": ("points_reversed", "reversed_points"),
    "reversal_day": ("reversal_date", "reversal_time", "reversed_at"),
    "reversal_id": ("reversal_id",),
}
"""The names that a column may have in the first line, in any letter case."""

_LONGEST = 500
_THOUSANDTHS = 3


class ImportedListError(ValueError):
    """A file that cannot be imported. The text names the line."""


class ListedReversal(NamedTuple):
    """What came back of a redemption, by a line of a list or by the service's answer."""

    reversal_id: str
    points: Decimal
    day: date


class ListedRow(NamedTuple):
    """A line of a list."""

    line: int
    reference: str
    redemption_id: str
    bill: str
    points: Decimal | None
    till: str
    store: str
    program: str
    day: date
    back: ListedReversal | None = None

    @property
    def key(self) -> str:
        """What tells the redemption from others. A bill may have several, so each line of it is one.

        So may a reference, if the service has moved points again for it. Then each has an id of its own.
        """
        if self.reference:
            return f"r:{self.reference.upper()} {self.redemption_id.lower()}"
        return f"i:{self.redemption_id.lower()}" if self.redemption_id else f"l:{self.line}"


def read(text: str) -> Iterator[ListedRow]:
    """Reads a list. Fields are separated by commas, semicolons or tabs.

    Raises:
        ImportedListError: with the number of the line. Nothing is guessed: an amount with a comma, or a date that does
            not begin with the year, could mean two things.
    """
    lines = _lines(text)
    head = _head(lines)
    places = {name: next((head.index(one) for one in names if one in head), None) for name, names in COLUMNS.items()}
    if places["points"] is None or places["day"] is None:
        raise ImportedListError("line 1 must name the columns; points_redeemed and date are needed")
    if all(places[name] is None for name in ("reference", "redemption_id", "bill")):
        raise ImportedListError("line 1 must name external_reference_number, redemption_id or bill")
    while True:
        try:
            fields = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            raise ImportedListError(f"line {lines.line_num}: {error}") from None
        if any(fields):
            yield _row(lines.line_num, fields, places)


def store(connection: Connection, source: str, file: str, text: str) -> int:
    """Imports a list in one transaction. Returns how many lines there were; 0 if the same file was imported before.

    Args:
        connection: the database.
        source: `service` or `pos`.
        file: its name, for people.
        text: what is in it.

    Raises:
        ImportedListError: it cannot be read, and nothing was imported.
    """
    found = list(read(text))
    if not found:
        raise ImportedListError("there is nothing in it")
    days = [one.day if one.back is None else one.back.day for one in found]
    with connection.transaction():
        row = connection.execute(
            "INSERT INTO list (source, file, digest, first_day, last_day, has_reversals)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id",
            (
                source,
                storable(file),
                hashlib.sha256(text.encode("utf-8", "replace")).digest(),
                min(days),
                max(days),
                _has_reversals(text),
            ),
        ).fetchone()
        if row is None:
            return 0
        add_rows(connection, row[0], source, found)
    return len(found)


def add_rows(connection: Connection, number: int, source: str, found: Iterable[ListedRow]) -> None:
    """Stores the lines of a list, in the caller's transaction."""
    found = list(found)
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY listed (list, source, line, reference, redemption_id, bill, points, till, store, program, day)"
            " FROM STDIN"
        ) as copy,
    ):
        # A line may say again what was redeemed, with another part of it that came back.
        for one in {one.key: one for one in reversed(found)}.values():
            copy.write_row((number, source, *one[:-1]))
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY listed_reversal (list, source, line, reference, redemption_id, reversal_id, points, bill, till,"
            " store, program, day) FROM STDIN"
        ) as copy,
    ):
        for line, one in enumerate(found):
            if one.back is not None:
                names = (one.reference, one.redemption_id, one.back.reversal_id, one.back.points)
                copy.write_row((number, source, line, *names, one.bill, one.till, one.store, one.program, one.back.day))


def _row(line: int, fields: list[str], places: Mapping[str, int | None]) -> ListedRow:
    def text(name: str) -> str:
        place = places[name]
        found = fields[place].strip() if place is not None and place < len(fields) else ""
        if len(found) > _LONGEST:
            raise ImportedListError(f"line {line}: a field is too long")
        return storable(found)

    row = ListedRow(
        line,
        "" if text("reference") in {"-1", "null", "NULL"} else text("reference"),
        text("redemption_id"),
        text("bill"),
        _points(line, text("points")),
        text("till"),
        text("store"),
        text("program"),
        _day(line, text("day")),
        _back(line, text("reversal_id"), text("reversed"), text("reversal_day")),
    )
    if not (row.reference or row.redemption_id or row.bill):
        raise ImportedListError(f"line {line}: it has no reference, no redemption id and no bill")
    return row


def _lines(text: str) -> Reader:
    first, _, _ = text.partition("\n")
    return csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count), strict=True)


def _head(lines: Reader) -> list[str]:
    """Returns the names of the columns.

    Raises:
        ImportedListError: there are none.
    """
    try:
        return [name.strip().lower().lstrip("\ufeff") for name in next(lines)]
    except StopIteration:
        raise ImportedListError("the file is empty") from None
    except csv.Error as error:
        raise ImportedListError(f"line 1: {error}") from None


def _has_reversals(text: str) -> bool:
    """True if the first line names a column of what came back, so that a list without any says that nothing did."""
    return any(name in COLUMNS["reversed"] for name in _head(_lines(text)))


def _back(line: int, reversal_id: str, points: str, day: str) -> ListedReversal | None:
    if not points and not day:
        return None
    came_back = _points(line, points)
    # A report may have a nought for each redemption of which nothing came back, with a day or without one.
    return ListedReversal(reversal_id, came_back, _day(line, day)) if came_back else None


def _points(line: int, text: str) -> Decimal:
    try:
        found = Decimal(text) if text.isascii() else Decimal("NaN")
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or "_" in text or "e" in text.lower():
        raise ImportedListError(f"line {line}: “{text[:40]}” is not an amount with a point")
    if found < 0:
        raise ImportedListError(f"line {line}: “{text[:40]}” is less than 0")
    exponent = found.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_THOUSANDTHS or found.adjusted() > 15:  # noqa: PLR2004 - digits
        raise ImportedListError(f"line {line}: “{text[:40]}” is more exact than thousandths, or too large")
    return found


def _day(line: int, text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise ImportedListError(f"line {line}: “{text[:40]}” does not begin with a date, YYYY-MM-DD") from None
