"""Tests that what came back is compared on the day on which it came back, to the thousandth."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.head_office import importing, queries, reconciling
from desktop.head_office.giving_back import Back, pairs
from desktop.head_office.importing import ImportedListError
from desktop.head_office.taking import take
from tests.head_office.chains import NOON, Chain

if TYPE_CHECKING:
    from psycopg import Connection

    from desktop.head_office.queries import Row

DAY = NOON.date()
LATER = DAY + timedelta(days=5)
HEAD = "external_reference_number,redemption_id,points_redeemed,redemption_date,points_reversed,reversal_date\n"


def _tills(connection: Connection, *chains: Chain) -> None:
    for chain in chains:
        take(connection, chain.till, chain.batch(), datetime.now(UTC))


def _results(found: list[Row]) -> list[tuple[str, date, str, Decimal | None, Decimal | None]]:
    return [(one["reference"], one["day"], one["result"], one["ours"], one["theirs"]) for one in found]


def _chain() -> Chain:
    """A redemption of which two parts come back, the second one five days later."""
    chain = Chain()
    chain.redeem("R1", "12.5", program_id="p1")
    chain.give_back("R1", "2.125", "back-1")
    chain.at += timedelta(days=5)
    chain.give_back("R1", "3", "back-2")
    return chain


def test_it_counts_on_the_day_on_which_it_came_back(connection: Connection) -> None:
    """The redemption's day keeps its points. What comes back later lowers the later day, at the till that gave it."""
    _tills(connection, _chain())
    (begun,) = queries.totals(connection, DAY, DAY)
    (later,) = queries.totals(connection, LATER, LATER, "program")
    assert (begun["points"], begun["given_back"], begun["net"]) == (
        Decimal("12.5"), Decimal("2.125"), Decimal("10.375"),
    )  # fmt: skip
    assert (later["name"], later["count"], later["points"], later["given_back"], later["net"]) == (
        "p1", 0, Decimal(0), Decimal(3), Decimal(-3),
    )  # fmt: skip
    (both,) = queries.totals(connection, DAY, LATER)
    assert both["net"] == Decimal("7.375")


def test_a_copy_of_a_journal_gives_back_once(connection: Connection) -> None:
    """Both copies know the reversal. It counts once, and what is proved counts."""
    chain = Chain()
    chain.redeem("R1", "5")
    chain.give_back("R1", "2", "back-1", state="unknown")
    moved = chain.copy("b" * 32)
    moved.give_back("R1", "2", "back-1")
    _tills(connection, moved, chain)
    (totals,) = queries.totals(connection, DAY, DAY)
    assert (totals["points"], totals["given_back"]) == (5, 2)


def test_what_others_gave_back_counts_when_a_till_found_it(connection: Connection) -> None:
    """A redemption that was found to be reversed has no reversal of the till's own."""
    chain = Chain()
    chain.redeem("R1", "5")
    chain.at += timedelta(days=5)
    chain.add("reversed", "R1", state="reversed")
    _tills(connection, chain)
    assert queries.totals(connection, DAY, DAY)[0]["given_back"] == 0
    assert queries.totals(connection, LATER, LATER)[0]["given_back"] == 5


def test_each_reversal_is_compared_on_its_day(connection: Connection) -> None:
    """Equal to the thousandth on one day, another amount on another one. Redemptions are compared as before."""
    _tills(connection, _chain())
    lines = f"R1,,12.5,{DAY},2.125,{DAY} 23:00:00\nR1,,12.5,{DAY},3.001,{LATER}\n"
    assert importing.store(connection, "service", "a.csv", HEAD + lines) == 2
    found = reconciling.compare(connection, "service", DAY, DAY)
    assert found.count(reconciling.Result.EQUAL) == 1
    assert not found.given_back_differences
    (back,) = found.given_back
    assert (back["result"], back["count"], back["ours"]) == ("equal", 1, Decimal("2.125"))
    later = reconciling.compare(connection, "service", LATER, LATER)
    assert not later.sums
    assert _results(later.given_back_differences) == [("R1", LATER, "other amount", Decimal(3), Decimal("3.001"))]


def test_lists_that_name_a_redemption_in_different_ways_give_back_once(connection: Connection) -> None:
    """The newest list counts. A reversal that it repeats under its id is one; without ids, each line is one."""
    _tills(connection, _chain())
    importing.store(connection, "service", "a.csv", f"{HEAD}R1,id-R1,12.5,{DAY},2.125,{DAY}\n")
    importing.store(connection, "service", "b.csv", f"{HEAD},ID-R1,12.5,{DAY},2.125,{DAY}\n")
    (back,) = reconciling.compare(connection, "service", DAY, DAY).given_back
    assert (back["result"], back["count"], back["theirs"]) == ("equal", 1, Decimal("2.125"))
    line = f"R1,id-R1,12.5,{DAY},2.125,{DAY}"
    with_ids = HEAD.strip() + ",reversal_id\n"
    importing.store(connection, "service", "c.csv", f"{with_ids}{line},7\n{line},7\n")
    (back,) = reconciling.compare(connection, "service", DAY, DAY).given_back
    assert (back["result"], back["count"]) == ("equal", 1)
    importing.store(connection, "service", "d.csv", f"{with_ids}{line},7\n{line},8\n")
    found = reconciling.compare(connection, "service", DAY, DAY).given_back
    assert [(one["result"], one["count"]) for one in found] == [("equal", 1), ("theirs alone", 1)]


def test_alone_open_and_not_asked_are_told_apart(connection: Connection) -> None:
    """A list without a column for it says nothing of what came back."""
    chain = _chain()
    chain.redeem("R2", "4")
    chain.give_back("R2", "1", "back-3", state="unknown")
    _tills(connection, chain)
    without = "external_reference_number,points_redeemed,redemption_date\n"
    importing.store(connection, "service", "a.csv", f"{without}R1,12.5,{DAY}\nR2,4,{LATER}\n")
    both = reconciling.compare(connection, "service", DAY, LATER).given_back_differences
    assert [one["result"] for one in both] == ["not asked", "not asked", "still open"]
    importing.store(connection, "service", "b.csv", f"{HEAD}R1,,12.5,{LATER},,\n,X9,4,{LATER},4,{LATER}\n")
    later = reconciling.compare(connection, "service", LATER, LATER).given_back_differences
    assert {(one["reference"] or one["redemption_id"], one["result"]) for one in later} == {
        ("R1", "ours alone"), ("R2", "still open"), ("X9", "theirs alone"),
    }  # fmt: skip


def test_a_list_whose_columns_are_named_in_quotes_speaks_of_what_came_back(connection: Connection) -> None:
    """Some programs put every field in quotes. What such a list lacks is ours alone, and not a day without a list."""
    _tills(connection, _chain())
    quoted = ",".join(f'"{name}"' for name in HEAD.strip().split(","))
    importing.store(connection, "service", "a.csv", f'{quoted}\n"R1","","12.5","{DAY}","",""\n')
    (back,) = reconciling.compare(connection, "service", DAY, DAY).given_back_differences
    assert back["result"] == "ours alone"


@pytest.mark.parametrize("part", ["0,", f"0.000,{DAY}"])
def test_a_nought_says_that_nothing_came_back(connection: Connection, part: str) -> None:
    """A report may have one for each redemption of which nothing came back."""
    chain = Chain()
    chain.redeem("R1", "2")
    _tills(connection, chain)
    assert importing.store(connection, "service", "a.csv", f"{HEAD}R1,,2,{DAY},{part}\n") == 1
    found = reconciling.compare(connection, "service", DAY, DAY)
    assert found.count(reconciling.Result.EQUAL) == 1
    assert not found.given_back


@pytest.mark.parametrize("part", ["1.0001,2026-11-25", ",2026-11-25", "1,", "x,2026-11-25", "1,25/11/2026"])
def test_a_part_that_cannot_be_read_names_the_line(connection: Connection, part: str) -> None:
    """Nothing is guessed about what came back either."""
    with pytest.raises(ImportedListError, match="line 2"):
        importing.store(connection, "service", "a.csv", f"{HEAD}R1,,2,2026-11-25,{part}\n")


_BACKS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 4), st.integers(1, 3), st.booleans()), max_size=8)


@given(_BACKS, _BACKS)
def test_every_reversal_is_in_one_pair(
    ours: list[tuple[str, int, int, bool]], theirs: list[tuple[str, int, int, bool]]
) -> None:
    """None is lost and none is there twice. Pairs are of one redemption and at most a day apart."""

    def backs(found: list[tuple[str, int, int, bool]]) -> list[Back]:
        return [
            Back(key, DAY + timedelta(days=day), Decimal(points), is_open, True, {"number": number})
            for number, (key, day, points, is_open) in enumerate(found)
        ]

    mine, others = backs(ours), backs(theirs)
    found = pairs(mine, others)
    assert sorted(pair.ours.row["number"] for pair in found if pair.ours) == list(range(len(mine)))
    assert sorted(pair.theirs.row["number"] for pair in found if pair.theirs) == list(range(len(others)))
    for pair in found:
        if pair.ours is not None and pair.theirs is not None:
            assert pair.ours.key == pair.theirs.key
            assert abs((pair.ours.day - pair.theirs.day).days) <= 1
    assert all(pair.result == "equal" for pair in pairs(backs([(*one[:3], False) for one in ours]), mine))
