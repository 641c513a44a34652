"""Reads the database for the page and for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from psycopg.rows import dict_row

from desktop.domain.points import plain
from desktop.domain.redemption import State
from desktop.domain.result_line import BY_HAND, REDEEMED_CODE
from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from psycopg import Connection

Row = dict[str, Any]

SILENT_AFTER = timedelta(hours=24)
"""A till that was not heard of for so long is silent."""

BEHIND_BY = 1
"""Events by which a till is behind."""

_MOST_FOUND = 500

_MOST_DIGITS = 18
"""Digits of a part of a version that count."""

_HAPPENED = "('redeemed', 'reversed')"
_MOVED = "coalesce(attempt.moved_points, attempt.points, 0)"
"""What was redeemed: what the service reported, or else what was asked for."""

_NET = f"CASE WHEN attempt.state = 'reversed' THEN 0 ELSE greatest({_MOVED} - attempt.reversed_points, 0) END"


_MOST_PROVED = "array_position(ARRAY['in_flight', 'unknown', 'not_sent', 'not_applied', 'refused', 'reversed'], state)"

GIVEN_BACK = f"""
SELECT back.reference, back.state, back.points, back.day, back.till, back.cashier, a.store, a.program, a.redemption_id,
    a.bill, a.member FROM (
    SELECT DISTINCT ON (id) id, reference, state, coalesce(reversed_points, points, 0) AS points, day, till, cashier
    FROM reversal WHERE day BETWEEN %(first)s::date - %(wider)s AND %(last)s::date + %(wider)s
    ORDER BY id, {_MOST_PROVED} DESC, number DESC
) AS back LEFT JOIN attempt AS a ON a.counts AND upper(a.reference) = upper(back.reference)
UNION ALL
SELECT attempt.reference, 'reversed', {_MOVED} - known.points, left(attempt.changed, 10)::date, attempt.till,
    attempt.cashier, attempt.store, attempt.program, attempt.redemption_id, attempt.bill, attempt.member
FROM attempt CROSS JOIN LATERAL (
    SELECT coalesce(sum(points), 0) AS points FROM (
        SELECT DISTINCT ON (id) coalesce(reversed_points, points, 0) AS points FROM reversal
        WHERE upper(reversal.reference) = upper(attempt.reference) AND state = 'reversed' ORDER BY id, number DESC
    ) AS each
) AS known
WHERE counts AND state = 'reversed' AND {_MOVED} > known.points AND left(attempt.changed, 10) BETWEEN
    (%(first)s::date - %(wider)s)::text AND (%(last)s::date + %(wider)s)::text
"""  # noqa: S608 - constants
"""What the tills gave back or tried to, on the day on which they did, and some days (`wider`) around them.

If copies of a journal know one reversal, it is there once. What others gave back of a redemption is there on the day on
which a till found it, as in the till's own report of the day.
"""


@dataclass(frozen=True, slots=True)
class Search:
    """What someone looks for. One of them is given.

    Attributes:
        reference: of a redemption.
        bill: its bill number.
        redemption_id: the service's id.
        member: keyed digest of the member's number.
    """

    reference: str = ""
    bill: str = ""
    redemption_id: str = ""
    member: str = ""


def rows(connection: Connection, query: str, values: Sequence[object] | dict[str, object] = ()) -> list[Row]:
    """Returns the rows of a query of this program as dictionaries."""
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query.encode(), values).fetchall()


def redemptions(connection: Connection, search: Search) -> list[Row]:
    """Returns redemptions and attempts that match, newest first: one for each reference."""
    # Empty columns are not in the indexes, so without the second condition PostgreSQL would read the whole table.
    conditions = {
        "upper(attempt.reference) = upper(%(reference)s)": search.reference,
        "lower(attempt.bill) = lower(%(bill)s) AND attempt.bill <> ''": search.bill,
        "lower(attempt.redemption_id) = lower(%(redemption_id)s) AND attempt.redemption_id <> ''": search.redemption_id,
        "attempt.member = %(member)s AND attempt.member <> ''": search.member,
    }
    given = [condition for condition, value in conditions.items() if value]
    if not given:
        return []
    return rows(
        connection,
        f"SELECT attempt.*, journal.identity, {_MOVED} AS moved, {_NET} AS net FROM attempt"  # noqa: S608 - constants
        f" JOIN journal ON journal.id = attempt.journal WHERE counts AND {' AND '.join(given)}"
        f" ORDER BY attempt.begun DESC LIMIT {_MOST_FOUND}",
        {
            "reference": storable(search.reference),
            "bill": storable(search.bill),
            "redemption_id": storable(search.redemption_id),
            "member": search.member,
        },
    )


def trail(connection: Connection, reference: str) -> list[Row]:
    """Returns the events about a redemption, in their order."""
    return rows(
        connection,
        "SELECT event.*, journal.identity, journal.branch FROM event JOIN journal ON journal.id = event.journal"
        " WHERE event.reference = %s ORDER BY journal.id, event.number",
        (reference,),
    )


def reversals(connection: Connection, reference: str) -> list[Row]:
    """Returns what was given back of a redemption."""
    return rows(connection, "SELECT * FROM reversal WHERE upper(reference) = upper(%s) ORDER BY begun", (reference,))


def tills(connection: Connection) -> list[Row]:
    """Returns every till with what is wrong with it (`problems`), those with problems first.

    All tills should have the newest version that any of them has. Those that lack only that come after the others:
    while a new version is rolled out, they may be thousands.
    """
    now = datetime.now(UTC)
    found = rows(
        connection,
        "SELECT till.*, greatest(till.events - till.acknowledged, 0) AS behind,"
        " EXISTS (SELECT 1 FROM alarm WHERE alarm.till = till.name AND alarm.kind = 'fork' AND closed IS NULL)"
        " AS forked,"
        " (SELECT count(*) FROM alarm WHERE alarm.till = till.name AND closed IS NULL) AS alarms"
        " FROM till ORDER BY name",
    )
    wanted = max((one["version"] for one in found), key=_version_key, default="")
    for one in found:
        contact = one["contact"]
        one["silent"] = contact is None or now - contact > SILENT_AFTER
        one["old_version"] = bool(one["version"]) and _version_key(one["version"]) < _version_key(wanted)
        one["problems"] = [
            words
            for words, holds in (
                ("forked", one["forked"]),
                ("never seen" if contact is None else "silent", one["silent"]),
                ("behind", one["behind"] >= BEHIND_BY),
                ("old version", one["old_version"]),
                ("alarm", one["alarms"] > one["forked"]),
            )
            if holds
        ]
    return sorted(found, key=lambda one: (not one["problems"], one["problems"] == ["old version"], one["name"]))


def alarms(connection: Connection) -> list[Row]:
    """Returns the alarms that are open, newest first. There may be more of them: `whole`."""
    return rows(
        connection,
        "SELECT *, count(*) OVER () AS whole FROM alarm WHERE closed IS NULL ORDER BY last_seen DESC LIMIT 500",
    )


def totals(connection: Connection, first: date, last: date, by: str = "store") -> list[Row]:
    """Returns what was redeemed on some days, for each store, program, till, cashier or day.

    Points are exact. What was given back counts on the day on which it came back, whenever it was redeemed, as in the
    till's own report of the day. `net` is what was redeemed on these days, less what came back on them.
    """
    column = {"store": "store", "program": "program", "till": "till", "cashier": "cashier", "day": "day::text"}[by]
    return rows(
        connection,
        f"SELECT name, sum(count)::bigint AS count, sum(points) AS points, sum(value) AS value,"  # noqa: S608 - constants
        " sum(given_back) AS given_back, sum(points) - sum(given_back) AS net, sum(open)::bigint AS open,"
        " sum(refused)::bigint AS refused FROM ("
        f"SELECT {column} AS name, count(*) FILTER (WHERE state IN {_HAPPENED}) AS count,"
        f" coalesce(sum({_MOVED}) FILTER (WHERE state IN {_HAPPENED}), 0) AS points,"
        f" coalesce(sum(moved_value) FILTER (WHERE state IN {_HAPPENED}), 0) AS value,"
        " 0 AS given_back, count(*) FILTER (WHERE state IN ('in_flight', 'unknown')) AS open,"
        " count(*) FILTER (WHERE state = 'refused') AS refused"
        f" FROM attempt WHERE counts AND day BETWEEN %(first)s AND %(last)s GROUP BY {column}"
        f" UNION ALL SELECT coalesce({column}, ''), 0, 0, 0, sum(back.points), 0, 0 FROM ({GIVEN_BACK}) AS back"
        f" WHERE state = 'reversed' AND day BETWEEN %(first)s AND %(last)s GROUP BY {column}"
        ") AS figures GROUP BY name ORDER BY name",
        {"first": first, "last": last, "wider": 0},
    )


def open_attempts(connection: Connection) -> list[Row]:
    """Returns the attempts whose outcome is unknown, oldest first. There may be more of them: `whole`."""
    return rows(
        connection,
        f"SELECT attempt.*, {_MOVED} AS moved, count(*) OVER () AS whole FROM attempt"  # noqa: S608 - constants
        " WHERE counts AND state IN ('in_flight', 'unknown') ORDER BY day, begun LIMIT 1000",
    )


def record(row: Row) -> dict[str, object]:
    """Returns a redemption for other programs: what a till exports of it, without personal data, and its origin."""
    happened = row["state"] in {State.REDEEMED.value, State.REVERSED.value}
    given_back = row["moved"] if row["state"] == State.REVERSED.value else row["reversed_points"]
    return {
        "state": row["state"],
        "external_reference_number": row["reference"],
        "redemption_id": (row["redemption_id"] or None) if happened else None,
        "points_redeemed": _amount(row["moved"]) if happened else None,
        "points_requested": _amount(row["points"]),
        "redeemed_value": _amount(row["moved_value"]) if happened else None,
        "balance": _amount(row["balance"]) if happened else None,
        "bill": row["bill"] or None,
        "code": _code(row, happened=happened),
        "request_id": row["request_id"] or None,
        "begun": row["begun"],
        "at": row["changed"],
        "reversed_points": _amount(given_back) if happened and given_back else None,
        "till": row["till"],
        "store": row["store"] or None,
        "cashier": row["cashier"] or None,
        "program": row["program"] or None,
        "validation": row["validation"],
        "journal": row["identity"],
        "seq": row["number"],
    }


def _code(row: Row, *, happened: bool) -> str | None:
    """Returns the code as the till's own export has it: what was settled by hand is not the service's own code."""
    if not happened or (row["code"] == BY_HAND and not row["redemption_id"]):
        return row["code"] or None
    return REDEEMED_CODE


def till_record(row: Row) -> dict[str, object]:
    """Returns a till for other programs."""
    contact = row["contact"]
    return {
        "till": row["name"],
        "store": row["store"] or None,
        "version": row["version"] or None,
        "contact": None if contact is None else contact.isoformat(),
        "journal": row["journal"] or None,
        "events": row["events"],
        "acknowledged": row["acknowledged"],
        "behind": row["behind"],
        "silent": row["silent"],
        "forked": row["forked"],
        "old_version": row["old_version"],
        "alarms": row["alarms"],
        # JSON would show a little less than nothing as -0.0.
        "clock_off": round(row["clock_off"], 1) + 0.0,
    }


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _version_key(version: str) -> tuple[int, ...]:
    numbers = version.split("+", maxsplit=1)[0].split("-", maxsplit=1)[0].split(".")
    digits = ("".join(one for one in part if one.isdecimal() and one.isascii()) for part in numbers)
    # A till may send any text as its version, and Python reads no number of thousands of digits.
    return tuple(int(part[:_MOST_DIGITS] or 0) for part in digits)
