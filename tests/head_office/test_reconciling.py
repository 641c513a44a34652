"""Tests the import of lists and the comparison of what the tills recorded with them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.head_office import importing, queries, reconciling
from desktop.head_office.importing import ImportedListError
from desktop.head_office.reconciling import Result
from desktop.head_office.taking import take
from tests.head_office.chains import NOON, Chain

if TYPE_CHECKING:
    from psycopg import Connection

    from desktop.head_office.queries import Row
    from desktop.head_office.reconciling import Comparison

DAY = NOON.date()
SERVICE = "external_reference_number,redemption_id,points_redeemed,redemption_date,store,program_id\n"


def _tills(connection: Connection, *chains: Chain) -> None:
    for chain in chains:
        take(connection, chain.till, chain.batch(), datetime.now(UTC))


def _compare(connection: Connection, source: str = "service") -> Comparison:
    return reconciling.compare(connection, source, DAY, DAY)


def _counts(found: Comparison) -> dict[str, int]:
    return {result.value: found.count(result) for result in Result if found.count(result)}


def test_each_redemption_is_compared_by_its_reference(connection: Connection) -> None:
    """Equal, ours alone, theirs alone, other amount and still open are told apart, to the thousandth."""
    chain = Chain()
    chain.redeem("EQUAL", "12.500")
    chain.redeem("OTHER", "1.125")
    chain.redeem("OURS", "3")
    chain.add("begun", "OPEN", state="in_flight", points="4")
    chain.add("begun", "OPENTHERE", state="in_flight", points="5")
    chain.add("begun", "REFUSED", state="in_flight", points="6")
    chain.add("refused", "REFUSED", state="refused")
    _tills(connection, chain)
    text = SERVICE + "".join(
        f"{reference},,{points},{DAY} 10:00:00,,\n"
        for reference, points in (
            ("equal", "12.5"), ("OTHER", "1.124"), ("OPENTHERE", "5"), ("REFUSED", "6"), ("THEIRS", "7"),
        )
    )  # fmt: skip
    assert importing.store(connection, "service", "report.csv", text) == 5
    found = _compare(connection)
    assert _counts(found) == {
        "equal": 1, "ours alone": 1, "theirs alone": 2, "other amount": 1, "still open": 2,
    }  # fmt: skip
    by_reference = {one["reference"]: one for one in found.differences}
    assert (by_reference["OTHER"]["ours"], by_reference["OTHER"]["theirs"]) == (Decimal("1.125"), Decimal("1.124"))
    assert by_reference["REFUSED"]["result"] == by_reference["THEIRS"]["result"] == "theirs alone"
    assert by_reference["OPEN"]["result"] == by_reference["OPENTHERE"]["result"] == "still open"
    assert found.listed_days == {DAY}


def test_without_a_reference_the_services_id_counts(connection: Connection) -> None:
    """The service's report of a store has no references."""
    chain = Chain()
    chain.redeem("R1", "2")
    chain.redeem("R2", "3")
    _tills(connection, chain)
    importing.store(connection, "service", "a.csv", f"{SERVICE}-1,ID-R1,2,{DAY},,\n,nothing,1,{DAY},,\n")
    assert _counts(_compare(connection)) == {"equal": 1, "ours alone": 1, "theirs alone": 1}


def test_a_bill_is_found_by_its_number(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of days would go through all redemptions of the day for each bill."""
    chain = Chain()
    chain.redeem("R0", "1", bill="B-0")
    _tills(connection, chain)
    columns = [one.name for one in connection.execute("SELECT * FROM attempt LIMIT 0").description or ()]
    numbered = {"reference": "'R-' || i", "bill": "'B-' || i"}
    connection.execute(
        f"INSERT INTO attempt ({', '.join(columns)})"
        f" SELECT {', '.join(numbered.get(name, name) for name in columns)} FROM attempt, generate_series(1, 2000) AS i"
    )
    connection.execute("ANALYZE attempt")
    run = queries.rows
    plans: list[str] = []

    def explain(opened: Connection, query: str, values: dict[str, object]) -> list[Row]:
        plans.append(" ".join(one["QUERY PLAN"] for one in run(opened, f"EXPLAIN {query}", values)))
        return run(opened, query, values)

    monkeypatch.setattr(reconciling, "rows", explain)
    _compare(connection, "pos")
    assert any("on attempt_bill" in plan or "using attempt_bill" in plan for plan in plans)


def test_the_poss_bills_are_compared_with_all_redemptions_of_a_bill(connection: Connection) -> None:
    """A bill may have several redemptions, and a list of bills one line for all of them."""
    one, other = Chain(), Chain("till.two", "b" * 32)
    one.redeem("R1", "2.5", bill="MG-1")
    one.redeem("R2", "1.5", bill="mg-1")
    one.redeem("R3", "9", bill="MG-3")
    other.redeem("R4", "5", bill="BR-1")
    _tills(connection, one, other)
    text = f"bill;points;date\nMG-1;4;{DAY}\nBR-1;4.999;{DAY}\nBR-2;1;{DAY}\n"
    importing.store(connection, "pos", "bills.csv", text)
    assert _counts(_compare(connection, "pos")) == {
        "equal": 1, "other amount": 1, "theirs alone": 1, "ours alone": 1,
    }  # fmt: skip
    assert _counts(_compare(connection)) == {"ours alone": 4}


def test_a_file_that_is_imported_twice_counts_once(connection: Connection) -> None:
    """The same file is known; a longer list of the same day replaces what it has again."""
    chain = Chain()
    chain.redeem("R1", "2", bill="B1")
    chain.redeem("R2", "3", bill="B2")
    _tills(connection, chain)
    first = f"{SERVICE}R1,,2,{DAY},,\n"
    assert importing.store(connection, "service", "a.csv", first) == 1
    assert importing.store(connection, "service", "b.csv", first) == 0
    importing.store(connection, "service", "c.csv", f"{first}R2,,3,{DAY},,\n")
    assert _counts(_compare(connection)) == {"equal": 2}
    bills = f"bill,points,date\nB1,2,{DAY}\n"
    importing.store(connection, "pos", "d.csv", bills)
    importing.store(connection, "pos", "e.csv", f"{bills}B2,3,{DAY}\n")
    assert _counts(_compare(connection, "pos")) == {"equal": 2}


def test_points_that_moved_again_for_one_reference_are_another_amount(connection: Connection) -> None:
    """The service then lists two ids for the reference. Two lines with the same id are one redemption."""
    chain = Chain()
    chain.redeem("R1", "2")
    chain.redeem("R2", "3")
    _tills(connection, chain)
    text = f"{SERVICE}R1,id-R1,2,{DAY},,\nR1,again,2,{DAY},,\nR2,id-R2,3,{DAY},,\nr2,ID-R2,3,{DAY},,\n"
    importing.store(connection, "service", "a.csv", text)
    found = _compare(connection)
    assert _counts(found) == {"equal": 1, "other amount": 1}
    assert (found.differences[0]["ours"], found.differences[0]["theirs"]) == (2, 4)
    # A newer list that has it once only replaces both lines.
    importing.store(connection, "service", "b.csv", f"{SERVICE}R1,id-R1,2,{DAY},,\n")
    assert _counts(_compare(connection)) == {"equal": 2}


def test_lists_that_name_one_redemption_in_different_ways_count_it_once(connection: Connection) -> None:
    """By reference in one, by the service's id in the next, by bill in the last. What only one of them has stays."""
    chain = Chain()
    chain.redeem("R1", "2", bill="B1")
    chain.redeem("R2", "3", bill="B2")
    chain.redeem("R3", "4", bill="B2")
    _tills(connection, chain)
    bills = f"bill,points,date\nB1,2,{DAY}\nB2,7,{DAY}\nB9,1,{DAY}\n"
    importing.store(connection, "service", "bills.csv", bills)
    assert _counts(_compare(connection)) == {"equal": 2, "theirs alone": 1}
    importing.store(connection, "service", "ids.csv", f"{SERVICE},id-R1,2,{DAY},,\n,id-R2,3,{DAY},,\n,web,5,{DAY},,\n")
    # The bill B2 has another redemption that the list of ids lacks, so the rest of its line is still needed.
    found = _compare(connection)
    assert _counts(found) == {"equal": 3, "theirs alone": 2}
    assert (sum(one["ours"] for one in found.sums), sum(one["theirs"] for one in found.sums)) == (9, 15)
    text = f"{SERVICE}R1,id-R1,2,{DAY},,\nR2,id-R2,3,{DAY},,\nR3,id-R3,4,{DAY},,\nWEB,web,5,{DAY},,\n"
    importing.store(connection, "service", "references.csv", text)
    found = _compare(connection)
    assert _counts(found) == {"equal": 3, "theirs alone": 2}
    assert sum(one["ours"] for one in found.sums) == 9
    assert sum(one["theirs"] for one in found.sums) == 15


def test_the_rest_of_a_bill_is_compared_by_itself(connection: Connection) -> None:
    """A list names some redemptions of a bill by reference. What is wrong with the others is shown with its amount."""
    chain = Chain()
    chain.redeem("R1", "2", bill="B1")
    chain.redeem("R2", "3", bill="B1")
    chain.redeem("R3", "4", bill="B2")
    chain.add("begun", "R4", state="in_flight", points="5", bill="B2")
    chain.add("lost", "R4", state="unknown")
    _tills(connection, chain)
    importing.store(connection, "service", "bills.csv", f"bill,points,date\nB1,9,{DAY}\nB2,9,{DAY}\n")
    importing.store(connection, "service", "references.csv", f"{SERVICE}R1,id-R1,2.5,{DAY},,\nR3,id-R3,4,{DAY},,\n")
    found = _compare(connection)
    rows = [(one["reference"], one["result"], one["ours"], one["theirs"]) for one in found.differences]
    assert sorted(rows) == [
        ("R1", "other amount", 2, Decimal("2.5")),
        ("R2", "other amount", 3, Decimal("6.5")),
        ("R4", "still open", None, 5),
    ]
    assert _counts(found) == {"equal": 1, "other amount": 2, "still open": 1}


def test_a_redemption_at_midnight_is_found(connection: Connection) -> None:
    """The service may list it under the next day. It is compared on the till's own day, and only there."""
    chain = Chain()
    chain.redeem("R1", "2", bill="B1")
    _tills(connection, chain)
    importing.store(connection, "service", "a.csv", f"{SERVICE}R1,,2,{date(2026, 11, 26)},,\n")
    assert _counts(_compare(connection)) == {"equal": 1}
    assert _counts(reconciling.compare(connection, "service", date(2026, 11, 26), date(2026, 11, 26))) == {}
    both = reconciling.compare(connection, "service", DAY, date(2026, 11, 26))
    assert _counts(both) == {"equal": 1}


def test_sums_go_by_day_store_and_program(connection: Connection) -> None:
    """Every row of the report names all three, with the exact sums of both sides."""
    one, other = Chain(), Chain("till.two", "b" * 32, store="Brigade")
    one.redeem("R1", "0.1", program_id="p1")
    one.redeem("R2", "0.2", program_id="p1")
    one.redeem("R3", "5", program_id="p2")
    other.redeem("R4", "7", program_id="p1")
    _tills(connection, one, other)
    lines = "".join(f"{name},,{points},{DAY},,\n" for name, points in (("R1", "0.1"), ("R2", "0.2"), ("R4", "7")))
    importing.store(connection, "service", "a.csv", SERVICE + lines)
    rows = [
        (one["store"], one["program"], one["result"], one["ours"], one["theirs"]) for one in _compare(connection).sums
    ]
    assert rows == [
        ("Brigade", "p1", "equal", Decimal(7), Decimal(7)),
        ("MG Road", "p1", "equal", Decimal("0.3"), Decimal("0.3")),
        ("MG Road", "p2", "ours alone", Decimal(5), Decimal(0)),
    ]


def test_a_copy_of_a_journal_does_not_count_twice(connection: Connection) -> None:
    """Only the row that counts is compared."""
    chain = Chain()
    chain.redeem("R1", "2", bill="B1")
    _tills(connection, chain, chain.copy("c" * 32))
    importing.store(connection, "pos", "a.csv", f"bill,points,date\nB1,2,{DAY}\n")
    assert _counts(_compare(connection, "pos")) == {"equal": 1}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "line 1"),
        ("points,date\n1,2026-01-01\n", "line 1"),
        ("bill,points,date\n", "nothing"),
        ("bill,points,date\nB,1.2345,2026-01-01\n", "line 2"),
        ('bill,points,date\nB,"1,5",2026-01-01\n', "line 2"),
        ("bill,points,date\nB,1e3,2026-01-01\n", "line 2"),
        ("bill,points,date\nB,NaN,2026-01-01\n", "line 2"),
        ("bill,points,date\nB,1,2026-01-01\nC,-5,2026-01-01\n", "line 3: “-5” is less than 0"),
        ("bill,points,date,points_reversed,reversal_date\nB,1,2026-01-01,-1,2026-01-01\n", "less than 0"),
        ("bill,points,date\nB,1_0,2026-01-01\n", "line 2"),
        ("bill,points,date\nB,1,01/02/2026\n", "line 2"),
        ("bill,points,date\nB,1,2026-01-01\n,1,2026-01-01\n", "line 3"),
        ('bill,points,date\n"B,1,2026-01-01\n', "line"),
        (f"bill,points,date\n{'B' * 501},1,2026-01-01\n", "too long"),
        ("bill,points,date\nB\n", "line 2"),
    ],
)
def test_a_list_that_cannot_be_read_names_the_line(connection: Connection, text: str, why: str) -> None:
    """Nothing of it is imported, and nothing is guessed."""
    with pytest.raises(ImportedListError, match=why):
        importing.store(connection, "pos", "a.csv", text)
    assert connection.execute("SELECT count(*) FROM list").fetchone() == (0,)


@given(st.text(max_size=60), st.sampled_from(["", "bill,points,date\n", "bill;points;date\n"]))
def test_any_text_is_read_or_refused(text: str, head: str) -> None:
    """Nothing but `ImportedListError` comes of a file."""
    try:
        for row in importing.read(head + text):
            assert row.points is not None
            assert row.points == row.points.quantize(Decimal("0.001"))
    except ImportedListError:
        return
