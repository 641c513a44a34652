"""Compares what the tills recorded with what the service or the POS lists, by reference, exactly."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.head_office import giving_back
from desktop.head_office.queries import Row, rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from psycopg import Connection


class Result(StrEnum):
    """How a redemption compares."""

    EQUAL = "equal"
    OURS = "ours alone"
    """A till recorded it, and the list does not have it."""
    THEIRS = "theirs alone"
    """The list has it, and no till recorded that it happened."""
    OTHER_AMOUNT = "other amount"
    OPEN = "still open"
    """A till does not know yet whether it happened."""
    NOT_ASKED = "not asked"
    """A till recorded it, and the service was asked about other members only."""


class Comparison(NamedTuple):
    """A comparison of some days.

    Attributes:
        sums: for each day, store, program and result: how many, and the points of both sides.
        differences: what is not equal, at most `MOST_DIFFERENCES` rows.
        given_back: the same sums of what came back on these days, whenever it was redeemed.
        given_back_differences: what of that is not equal, at most `MOST_DIFFERENCES` rows.
        listed_days: the days of which there is a list.
    """

    sums: list[Row]
    differences: list[Row]
    given_back: list[Row]
    given_back_differences: list[Row]
    listed_days: set[date]

    def count(self, result: Result) -> int:
        """Returns how many redemptions have this result."""
        return sum(one["count"] for one in self.sums if one["result"] == result.value)


MOST_DIFFERENCES = 1_000

_HAPPENED = "a.state IN ('redeemed', 'reversed')"
_OPEN = "a.state IN ('in_flight', 'unknown')"
_MOVED = "coalesce(a.moved_points, a.points, 0)"

# Lists that were fetched are about one member each. Without a whole list of the day, they say nothing about the others.
_OF_THIS_DAY = "SELECT FROM list WHERE list.source = %(source)s AND a.day BETWEEN list.first_day AND list.last_day"
_NOT_ASKED = (
    f"EXISTS ({_OF_THIS_DAY}) AND NOT EXISTS ({_OF_THIS_DAY} AND list.member = '')"
    f" AND (a.member = '' OR NOT EXISTS ({_OF_THIS_DAY} AND list.member = a.member))"
)

# A row of a list is found by its reference. Without one, by the service's id, and without that, by the bill: then all
# redemptions of the bill count together, because a list of bills has one row for each bill. Of each key, the newest
# list counts. If the service has moved points again for a reference, its list has several ids for it, which count
# together. If another list names the same redemptions in a better way, a row would count them twice, and is left out.
# If it names only some of them, as of a bill, the rest counts.
# A bill's number comes again on other days, so for a bill the newest list of each day counts.
_ROWS = f"""
WITH keyed AS (
    SELECT listed.*, CASE WHEN reference <> '' THEN 'r:' || upper(reference)
        WHEN redemption_id <> '' THEN 'i:' || lower(redemption_id) ELSE 'b:' || lower(bill) END AS key
    FROM listed WHERE source = %(source)s AND day BETWEEN %(first)s::date - 1 AND %(last)s::date + 1
), newest AS MATERIALIZED (
    SELECT DISTINCT ON (key, part) * FROM (
        SELECT keyed.*, max(list) OVER (PARTITION BY key, CASE WHEN key LIKE 'b:%%' THEN day END) AS newest_list,
            CASE WHEN key LIKE 'b:%%' THEN line::text WHEN key LIKE 'r:%%' THEN lower(redemption_id) ELSE '' END AS part
        FROM keyed
    ) AS parts
    WHERE list = newest_list
    ORDER BY key, part, list DESC
), theirs AS (
    SELECT key, min(day) AS day, min(till) AS till, min(store) AS store, min(program) AS program,
        min(reference) AS reference, min(redemption_id) AS redemption_id, min(bill) AS bill, sum(points) AS points
    FROM newest GROUP BY key
), found AS MATERIALIZED (
    SELECT theirs.*, position(left(key, 1) IN 'rib') AS way, ours.reference AS our_reference, ours.day AS our_day,
        ours.store AS our_store, ours.program AS our_program, ours.till AS our_till, ours.bill AS our_bill,
        ours.happened, ours.open, ours.moved, ours.known
    FROM theirs CROSS JOIN LATERAL (
        SELECT min(a.reference) AS reference, min(a.day) AS day, min(a.store) AS store, min(a.program) AS program,
            min(a.till) AS till, min(a.bill) AS bill, count(*) FILTER (WHERE {_HAPPENED}) AS happened,
            count(*) FILTER (WHERE {_OPEN}) AS open, sum({_MOVED}) FILTER (WHERE {_HAPPENED}) AS moved,
            array_agg(a.reference) FILTER (WHERE {_HAPPENED} OR {_OPEN}) AS known
        FROM (
            SELECT * FROM attempt WHERE counts AND theirs.reference <> ''
                AND upper(reference) = upper(theirs.reference)
            UNION ALL SELECT * FROM attempt WHERE counts AND theirs.reference = '' AND theirs.redemption_id <> ''
                AND lower(redemption_id) = lower(theirs.redemption_id) AND redemption_id <> ''
            UNION ALL SELECT * FROM attempt WHERE counts AND theirs.reference = '' AND theirs.redemption_id = ''
                -- Written so that no index of days fits: a day has far more redemptions than a bill.
                AND lower(bill) = lower(theirs.bill) AND bill <> '' AND abs(day - theirs.day) <= 1
        ) AS a
    ) AS ours
), mine AS (
    SELECT key, way, each.mine FROM found CROSS JOIN LATERAL unnest(known) AS each (mine)
), best AS (
    SELECT mine, min(way) AS best_way FROM mine GROUP BY mine
), again AS (
    SELECT key FROM mine JOIN best USING (mine) GROUP BY key, way HAVING bool_and(best_way < way)
    UNION SELECT found.key FROM found JOIN newest ON found.key = 'i:' || lower(newest.redemption_id)
    WHERE newest.reference <> '' AND found.known IS NULL
    UNION SELECT found.key FROM found JOIN newest ON found.key = 'b:' || lower(newest.bill)
    WHERE (newest.reference <> '' OR newest.redemption_id <> '') AND found.known IS NULL
), better AS (
    SELECT DISTINCT mine.key, named.key AS better_key FROM mine JOIN best USING (mine)
    JOIN mine AS named ON named.mine = mine.mine AND named.way = best_way WHERE best_way < mine.way
), part AS (
    SELECT better.key, sum(found.points) AS points, sum(moved) AS moved, sum(happened) AS happened, sum(open) AS open
    FROM better JOIN found ON found.key = better_key GROUP BY better.key
), rest AS (
    SELECT found.key, found.day, found.till, found.store, found.program, found.reference, redemption_id, found.bill,
        our_day, our_store, our_program, our_till, our_bill, CASE WHEN part.key IS NULL THEN our_reference ELSE
            (SELECT min(mine) FROM mine JOIN best USING (mine) WHERE mine.key = found.key AND best_way = mine.way)
        END AS our_reference, found.points - coalesce(part.points, 0) AS points,
        found.happened - coalesce(part.happened, 0) AS happened, found.open - coalesce(part.open, 0) AS open,
        found.moved - coalesce(part.moved, 0) AS moved
    FROM found LEFT JOIN part USING (key) WHERE NOT EXISTS (SELECT FROM again WHERE again.key = found.key)
), compared AS MATERIALIZED (
    -- The zone of the service's times is not documented, so its day may be the one beside the till's. Then the till's
    -- day counts.
    SELECT CASE WHEN abs(our_day - day) <= 1 THEN our_day ELSE day END AS day,
        coalesce(nullif(our_store, ''), store) AS store,
        coalesce(nullif(our_program, ''), program) AS program, coalesce(our_till, till) AS till,
        coalesce(our_reference, reference) AS reference, redemption_id, coalesce(nullif(our_bill, ''), bill) AS bill,
        CASE WHEN happened > 0 THEN moved END AS ours, points AS theirs,
        CASE WHEN happened > 0 AND moved = coalesce(points, 0) AND open = 0 THEN 'equal'
            WHEN open > 0 THEN 'still open'
            WHEN happened > 0 THEN 'other amount'
            ELSE 'theirs alone' END AS result
    FROM rest
    UNION ALL
    SELECT a.day, a.store, a.program, a.till, a.reference, a.redemption_id, a.bill,
        CASE WHEN {_HAPPENED} THEN {_MOVED} END, NULL,
        CASE WHEN {_OPEN} THEN 'still open' WHEN {_NOT_ASKED} THEN 'not asked' ELSE 'ours alone' END
    FROM attempt AS a
    WHERE counts AND a.day BETWEEN %(first)s AND %(last)s AND ({_HAPPENED} OR {_OPEN})
        AND NOT EXISTS (SELECT 1 FROM listed AS l WHERE l.source = %(source)s AND l.reference <> ''
            AND upper(l.reference) = upper(a.reference))
        AND NOT EXISTS (SELECT 1 FROM listed AS l WHERE l.source = %(source)s AND l.reference = ''
            AND l.redemption_id <> '' AND a.redemption_id <> '' AND lower(l.redemption_id) = lower(a.redemption_id))
        AND NOT EXISTS (SELECT 1 FROM listed AS l WHERE l.source = %(source)s AND l.reference = ''
            AND l.redemption_id = '' AND a.bill <> '' AND lower(l.bill) = lower(a.bill)
            AND l.day BETWEEN a.day - 1 AND a.day + 1)
), shown AS (SELECT * FROM compared WHERE day BETWEEN %(first)s AND %(last)s)
"""  # noqa: S608 - constants


def compare(connection: Connection, source: str, first: date, last: date) -> Comparison:
    """Compares some days.

    Args:
        connection: the database.
        source: `service` or `pos`.
        first: the first day.
        last: the last day, inclusive.
    """
    values: dict[str, object] = {"source": source, "first": first, "last": last}
    found = rows(
        connection,
        f"{_ROWS} SELECT * FROM (SELECT true AS is_sum, day, store, program, result, count(*) AS count,"  # noqa: S608 - constants
        " coalesce(sum(ours), 0) AS ours, coalesce(sum(theirs), 0) AS theirs, NULL AS till, NULL AS reference,"
        " NULL AS redemption_id, NULL AS bill FROM shown GROUP BY day, store, program, result) AS sums UNION ALL"
        " SELECT * FROM (SELECT false, day, store, program, result, 1, ours, theirs, till, reference, redemption_id,"
        f" bill FROM shown WHERE result <> 'equal' ORDER BY day, store, result, reference LIMIT {MOST_DIFFERENCES})"
        " AS differences ORDER BY is_sum, day, store, program, result, reference",
        values,
    )
    sums = [one for one in found if one["is_sum"]]
    differences = [one for one in found if not one["is_sum"]]
    back = giving_back.compare(connection, source, first, last)
    different = [one for one in back if one["result"] != Result.EQUAL.value]
    return Comparison(sums, differences, _sums(back), different[:MOST_DIFFERENCES], _listed_days(connection, values))


def _sums(found: list[Row]) -> list[Row]:
    """Adds up rows by day, store, program and result."""
    sums: dict[tuple[object, ...], Row] = {}
    for one in found:
        names = ("day", "store", "program", "result")
        key = tuple(one[name] or "" for name in names)
        known = sums.setdefault(
            key, {**dict(zip(names, key, strict=True)), "count": 0, "ours": Decimal(0), "theirs": Decimal(0)}
        )
        known["count"] += 1
        for side in ("ours", "theirs"):
            known[side] += one[side] or Decimal(0)
    return [sums[key] for key in sorted(sums, key=str)]


def _listed_days(connection: Connection, values: dict[str, object]) -> set[date]:
    found: Sequence[Row] = rows(
        connection,
        "SELECT DISTINCT generate_series(greatest(first_day, %(first)s::date), least(last_day, %(last)s::date),"
        " interval '1 day')::date AS day FROM list WHERE source = %(source)s AND first_day <= %(last)s"
        " AND last_day >= %(first)s",
        values,
    )
    return {one["day"] for one in found}
