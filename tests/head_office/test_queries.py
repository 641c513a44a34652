"""Tests that what people look for is found without reading whole tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.event_batch import write
from desktop.head_office import queries
from desktop.head_office.queries import Search
from desktop.head_office.taking import take_body
from tests.head_office.chains import NOON, Chain

if TYPE_CHECKING:
    from psycopg import Connection


@pytest.mark.parametrize(
    ("search", "index"),
    [
        (Search(reference="r1"), "attempt_counted"),
        (Search(bill="b-1"), "attempt_bill"),
        (Search(redemption_id="ID-r1"), "attempt_redemption"),
        (Search(member="d" * 64), "attempt_member"),
    ],
)
def test_a_search_uses_its_index(
    connection: Connection, search: Search, index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a million redemptions, a search that reads the whole table takes a second."""
    chain = Chain()
    for number in range(1, 4):
        chain.redeem(f"R{number}", bill=f"B-{number}", member=("d" if number == 1 else "e") * 64)
    for after in (chain.last, 0):
        take_body(connection, chain.till, write(chain.batch(after)), NOON)
    assert [one["reference"] for one in queries.redemptions(connection, search)] == ["R1"]
    connection.execute("SET enable_seqscan = off")
    run = queries.rows
    monkeypatch.setattr(queries, "rows", lambda opened, query, values: run(opened, f"EXPLAIN {query}", values))
    plan = " ".join(one["QUERY PLAN"] for one in queries.redemptions(connection, search))
    assert f"Index Scan using {index} on" in plan or f"Bitmap Index Scan on {index}" in plan
