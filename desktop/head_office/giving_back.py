"""Compares what the tills gave back with what the service lists of reversals, on the day on which it came back.

The service's list and the answer to points/reverse have different ids for one reversal, so a reversal is found by its
redemption, its points and its day.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from desktop.head_office.queries import GIVEN_BACK, Row, rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from psycopg import Connection

_DAYS_APART = 1
"""Days by which both sides may differ about one reversal: the zone of the service's times is not documented."""


class Back(NamedTuple):
    """Points that came back, as one side says.

    Attributes:
        key: what tells the redemption from others.
        day: the day on which they came back.
        points: how many.
        is_open: True if a till does not know yet whether they came back.
        is_asked: True if a list of the other side speaks of this day and member.
        row: where it is from: `reference`, `redemption_id`, `bill`, `till`, `store` and `program`.
    """

    key: str
    day: date
    points: Decimal
    is_open: bool
    is_asked: bool
    row: Row


class Pair(NamedTuple):
    """One reversal as both sides have it, or one of them."""

    ours: Back | None
    theirs: Back | None

    @property
    def day(self) -> date:
        """The day on which it is shown: the till's own, if a till has it."""
        one = self.ours or self.theirs
        assert one is not None  # noqa: S101 - a pair has one of both
        return one.day

    @property
    def result(self) -> str:
        """How it compares, in the words of `reconciling.Result`."""
        if self.ours is None:
            return "theirs alone"
        if self.ours.is_open:
            return "still open"
        if self.theirs is not None:
            return "equal" if self.ours.points == self.theirs.points else "other amount"
        return "ours alone" if self.ours.is_asked else "not asked"


def compare(connection: Connection, source: str, first: date, last: date) -> list[Row]:
    """Returns a row for each reversal of some days: as in `reconciling.Comparison.differences`, with what is equal."""
    values: dict[str, object] = {"source": source, "first": first, "last": last, "wider": _DAYS_APART}
    ours = [
        Back(
            key=f"r:{one['reference'].upper()}",
            day=one["day"],
            points=one["points"],
            is_open=one["is_open"],
            is_asked=one["is_asked"],
            row=one,
        )
        for one in rows(connection, _OURS, values)
    ]
    theirs = [
        Back(
            key=f"r:{one['known'].upper()}" if one["known"] else f"i:{one['redemption_id'].lower()}",
            day=one["day"],
            points=one["points"],
            is_open=False,
            is_asked=True,
            row=one,
        )
        for one in rows(connection, _THEIRS, values)
    ]
    return [_row(pair) for pair in pairs(ours, theirs) if first <= pair.day <= last]


def pairs(ours: Iterable[Back], theirs: Iterable[Back]) -> list[Pair]:
    """Finds for each reversal of one side that of the other: the same points first, then what is left, in order."""
    waiting: defaultdict[str, list[Back]] = defaultdict(list)
    for back in sorted(theirs, key=lambda one: one.day):
        waiting[back.key].append(back)
    found: list[Pair] = []
    rest: list[Back] = []
    for back in sorted(ours, key=lambda one: one.day):
        other = _take(waiting[back.key], back, same_points=True)
        if other is None:
            rest.append(back)
        else:
            found.append(Pair(back, other))
    found += [Pair(back, _take(waiting[back.key], back, same_points=False)) for back in rest]
    found += [Pair(None, back) for left in waiting.values() for back in left]
    return sorted(found, key=lambda pair: pair.day)


def _take(waiting: list[Back], back: Back, *, same_points: bool) -> Back | None:
    fitting = [
        one
        for one in waiting
        if abs((one.day - back.day).days) <= _DAYS_APART and (not same_points or one.points == back.points)
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda one: abs((one.day - back.day).days))
    waiting.remove(best)
    return best


def _row(pair: Pair) -> Row:
    one = pair.ours or pair.theirs
    assert one is not None  # noqa: S101 - a pair has one of both
    names = ("store", "program", "till", "reference", "redemption_id", "bill")
    return {
        **{name: one.row[name] for name in names},
        "day": pair.day,
        "ours": pair.ours.points if pair.ours is not None and not pair.ours.is_open else None,
        "theirs": pair.theirs.points if pair.theirs is not None else None,
        "result": pair.result,
    }


_OURS = f"""
WITH back AS ({GIVEN_BACK})
SELECT back.*, state IN ('in_flight', 'unknown') AS is_open,
    EXISTS (SELECT FROM list WHERE list.source = %(source)s AND list.has_reversals AND list.first_day <= back.day
        AND list.last_day >= back.day AND list.member IN ('', coalesce(back.member, ''))) AS is_asked
FROM back WHERE state IN ('reversed', 'in_flight', 'unknown')
"""  # noqa: S608 - constants

_THEIRS = """
WITH named AS (
    SELECT one.*, coalesce(known.reference, one.reference) AS known, coalesce(known.store, one.store) AS known_store,
        coalesce(known.program, one.program) AS known_program,
        upper(coalesce(known.reference, nullif(one.reference, ''), 'i:' || one.redemption_id)) AS redemption
    FROM listed_reversal AS one LEFT JOIN LATERAL (
        SELECT attempt.reference, nullif(attempt.store, '') AS store, nullif(attempt.program, '') AS program
        FROM attempt WHERE counts AND one.reference <> '' AND upper(attempt.reference) = upper(one.reference)
        UNION ALL SELECT attempt.reference, nullif(attempt.store, ''), nullif(attempt.program, '') FROM attempt
        WHERE counts AND one.reference = '' AND attempt.redemption_id <> ''
            AND lower(attempt.redemption_id) = lower(one.redemption_id)
        LIMIT 1
    ) AS known ON true
    WHERE source = %(source)s AND day BETWEEN %(first)s::date - %(wider)s AND %(last)s::date + %(wider)s
)
SELECT list, line, reference, redemption_id, bill, till, points, day, known, known_store AS store,
    known_program AS program FROM (
    SELECT named.*, max(list) OVER (PARTITION BY redemption, day) AS newest,
        row_number() OVER (PARTITION BY list, redemption, reversal_id ORDER BY line) AS place FROM named
) AS ranked WHERE list = newest AND (place = 1 OR reversal_id = '') ORDER BY list, line
"""
"""What the lists say came back. Of each redemption and day, the newest list counts, however it names the redemption. A
reversal that a list repeats is there once."""
