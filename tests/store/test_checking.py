"""Tests that the check at every start looks rows up, so that it takes the same time in every journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.redemption import new_reference
from desktop.store.checking import check_recent
from desktop.store.journal import SqliteJournal
from tests.commands.runs import NOW, draft

if TYPE_CHECKING:
    from pathlib import Path


def test_the_check_at_the_start_reads_no_whole_table(tmp_path: Path) -> None:
    """No statement of it walks all attempts, reversals or events: a till keeps a million of them."""
    file = paths.journal(tmp_path)
    with SqliteJournal.open(file, till="till.one") as journal:
        for days in range(3):
            at = NOW + timedelta(days=days)
            journal.begin(draft(f"MG-{days}", "5"), new_reference(at), till="till.one", cashier="Meera", at=at)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        check_recent(connection)
        connection.set_trace_callback(None)
        plans = {
            statement: [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
            for statement in set(asked)
            if statement.startswith("SELECT")
        }
    assert any("FROM attempt" in statement for statement in plans)
    assert any("FROM reversal" in statement for statement in plans)
    walks = {
        statement: detail
        for statement, plan in plans.items()
        for detail in plan
        if detail.startswith(("SCAN attempt", "SCAN reversal", "SCAN event"))
    }
    assert walks == {}
