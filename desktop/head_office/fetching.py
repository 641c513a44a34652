"""Chooses which members the service is asked about, and keeps what it answers as lists to compare with."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop.head_office.importing import ImportedListError, ListedReversal, ListedRow, add_rows
from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from psycopg import Connection

    from desktop.domain.reconciliation import ServiceRedemption

_FRESH = timedelta(hours=12)
"""A member who was asked about within this time is not asked about again, so that a fetch goes on where it stopped."""

_LOCK = 5_037_191
"""Number of the lock that lets one process fetch at a time."""

_LONGEST = 500


class MemberToAsk(NamedTuple):
    """A member whose redemptions are concerned.

    Attributes:
        member: keyed digest of the number.
        mobile: the number's digits with the country code.
        since: day of the oldest redemption that is concerned.
    """

    member: str
    mobile: str
    since: date


class Members(NamedTuple):
    """Whom the service can be asked about.

    Attributes:
        waiting: those who were not asked about yet, in a fixed order.
        without_number: how many redemptions are of members whose number is not here.
    """

    waiting: list[MemberToAsk]
    without_number: int


class FetchRunsError(Exception):
    """Another process fetches from the service now."""


@contextmanager
def alone(connection: Connection) -> Iterator[None]:
    """Keeps other processes from fetching meanwhile.

    Raises:
        FetchRunsError: another one does already.
    """
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", (_LOCK,)).fetchone()
    if row is None or not row[0]:
        raise FetchRunsError("another fetch from the service is running")
    try:
        yield
    finally:
        connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))


def members(connection: Connection, first: date, last: date, now: datetime) -> Members:
    """Returns the members who redeemed on some days, or who got back something on them.

    Args:
        connection: the database.
        first: the first day.
        last: the last day, inclusive.
        now: this machine's clock.
    """
    values = {"first": first, "last": last, "fresh": now - _FRESH}
    found = connection.execute(
        f"{_CONCERNED} SELECT member, max(mobile), min(day) FROM concerned WHERE mobile <> '' AND member <> ''"  # noqa: S608 - a constant
        " AND NOT EXISTS (SELECT FROM list WHERE list.member = concerned.member AND first_day <= %(first)s"
        " AND last_day >= %(last)s AND imported > %(fresh)s) GROUP BY member ORDER BY member",
        values,
    ).fetchall()
    row = connection.execute(
        f"{_CONCERNED} SELECT count(*) FROM concerned WHERE mobile = '' OR member = ''",  # noqa: S608 - a constant
        values,
    ).fetchone()
    return Members([MemberToAsk(*one) for one in found], 0 if row is None else row[0])


_CONCERNED = """
WITH concerned AS (
    SELECT member, mobile, day FROM attempt WHERE counts AND day BETWEEN %(first)s AND %(last)s
        AND state IN ('redeemed', 'reversed', 'in_flight', 'unknown')
    UNION ALL SELECT member, mobile, attempt.day FROM reversal
        JOIN attempt ON attempt.counts AND upper(attempt.reference) = upper(reversal.reference)
    WHERE reversal.day BETWEEN %(first)s AND %(last)s AND attempt.day < %(first)s
)
"""


def keep(
    connection: Connection, member: str, days: tuple[date, date], found: Iterable[ServiceRedemption], now: datetime
) -> int:
    """Replaces what was known of a member's redemptions on some days. Returns how many redemptions there are.

    Args:
        connection: a connection without an open transaction.
        member: keyed digest of the number.
        days: the first and the last day that were asked for.
        found: every redemption that the service lists.
        now: this machine's clock.

    Raises:
        ImportedListError: an entry cannot be compared, and nothing was changed.
    """
    first, last = days
    listed = list(found)
    lines = [line for number, one in enumerate(listed) for line in _lines(number * _LONGEST, one)]
    digest = hashlib.sha256(f"{member} {first} {last} {now.isoformat()}".encode()).digest()
    with connection.transaction():
        for table in ("listed", "listed_reversal"):
            connection.execute(
                f"DELETE FROM {table} USING list WHERE list.id = {table}.list AND list.member = %s"  # noqa: S608 - constants
                f" AND {table}.day BETWEEN %s AND %s".encode(),
                (member, first, last),
            )
        connection.execute(
            "DELETE FROM list WHERE member = %s AND first_day >= %s AND last_day <= %s", (member, first, last)
        )
        row = connection.execute(
            "INSERT INTO list (source, file, digest, first_day, last_day, imported, member, has_reversals)"
            " VALUES ('service', 'customer/redemptions', %s, %s, %s, %s, %s, true) RETURNING id",
            (digest, first, last, now, member),
        ).fetchone()
        assert row is not None  # noqa: S101 - RETURNING returns the row
        add_rows(connection, row[0], "service", lines)
    return len(listed)


def _lines(number: int, one: ServiceRedemption) -> Iterator[ListedRow]:
    """Yields a line for a redemption, and one more for each further part of it that came back.

    Raises:
        ImportedListError: it has no day, or neither a reference nor an id.
    """
    reference, redemption_id = _text(one.reference), _text(one.redemption_id)
    if not (reference or redemption_id):
        raise ImportedListError("the service lists a redemption without a reference and an id")
    whole = ListedRow(
        number, reference, redemption_id, _text(one.bill), one.points, _text(one.till), "", _text(one.program_id),
        _day(one.time),
    )  # fmt: skip
    if not one.reversals:
        yield whole
    for place, back in enumerate(one.reversals[: _LONGEST - 1]):
        if back.points is None:
            raise ImportedListError("the service lists a reversal without its points")
        came_back = ListedReversal(_text(back.reversal_id), back.points, _day(back.time))
        yield whole._replace(line=number + place, back=came_back)


def _text(text: str) -> str:
    return storable(text)[:_LONGEST]


def _day(time: str) -> date:
    try:
        return date.fromisoformat(time[:10])
    except ValueError:
        raise ImportedListError("the service lists an entry without a time") from None
