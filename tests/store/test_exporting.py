"""Tests an export, byte by byte, against a plain one that reads every row the general way."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.csv_cells import cells
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Redeemed, State, Step
from desktop.domain.result_line import escape_breaks
from desktop.domain.result_record import record as plain_record
from desktop.domain.reversal import ReversalsSeen
from desktop.store import chain, event_rows
from desktop.store.covered_rows import APPROVALS
from desktop.store.export_records import export_line, export_record
from desktop.store.journal import SqliteJournal
from tests.store.test_fast_attempts import attempts, record

if TYPE_CHECKING:
    import sqlite3

    import pytest

LATER = datetime(2026, 11, 23, 0, 0, 2, 17, tzinfo=UTC)

lives = st.sampled_from(["", "", "sent again", "skipped", "given back", "given back with approval"])
"""What happens to an attempt besides its own step."""


def live(journal: SqliteJournal, what: str) -> None:
    """Adds what is rarer to the newest attempt of a journal, if it can happen to it."""
    (attempt,) = journal.search(HistoryQuery(limit=1))
    if what == "sent again" and attempt.state is State.IN_FLIGHT:
        for step in (Step.NOT_SENT, Step.SENT_AGAIN, Step.REDEEMED):
            journal.step(attempt.reference, step, at=LATER, redeemed=Redeemed(redemption_id="7t4y2a"))
    if what == "skipped":
        journal.note(
            "code_skipped", at=LATER, till="t", cashier="Öl", reference=attempt.reference, detail="no\x7fphone"
        )
    if what.startswith("given back") and attempt.state is State.REDEEMED:
        journal.begin_reversal(
            attempt.reference, f"r-{attempt.reference}", points=attempt.draft.points, reason="returned",
            before=ReversalsSeen(), till="t", cashier="Dev", at=LATER,
            approved_by="supervisor" if what.endswith("approval") else "",
        )  # fmt: skip


def plain_export(journal: SqliteJournal) -> tuple[str, str, str]:
    """Exports as JSON lines, as CSV and as events, with a query for each fact and the general functions only."""
    raw: sqlite3.Connection = journal._connection
    lines, table = "", io.StringIO()
    for seq, first in raw.execute("SELECT seq, coalesce(first, seq) FROM attempt ORDER BY seq").fetchall():
        attempt = journal._attempt(raw.execute("SELECT * FROM attempt WHERE seq = ?", (seq,)).fetchone())
        events = journal.events(attempt.reference)
        (newest,) = raw.execute("SELECT max(seq) FROM event WHERE seq = ? OR attempt = ?", (first, first)).fetchone()
        approved = [
            f"{one.what} {'for' if one.what == 'supervisor_agreed' else 'by'} {one.cashier}"
            f" at {one.at.isoformat(timespec='seconds')}{f': {one.detail}' if one.detail else ''}"
            for one in events
            if one.what in APPROVALS
        ]
        made = plain_record(attempt, full_mobile=False, approvals="; ".join(approved) or None, seq=newest)
        compact = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        lines += f"{escape_breaks(compact)}\n"
        csv.writer(table, lineterminator="\n").writerow(cells(made))
    trail, previous = "", chain.START
    for row in raw.execute(f"{event_rows.SELECT} ORDER BY event.seq"):
        event = event_rows.unpack(row, journal._words, raw)
        previous = chain.hash_of(previous, row["seq"], event, row["facts"] or b"")
        trail += f"{row['seq']} {tuple(event)} {previous.hex()}\n"
    return lines, table.getvalue(), trail


def export(journal: SqliteJournal) -> tuple[str, str, str]:
    """Exports the same as the commands do."""
    lines, table = "", io.StringIO()
    for one, approvals in journal.export_rows(None, None):
        made = export_record(one.columns, one.seq, approvals, full_mobile=False)
        lines += export_line(made)
        csv.writer(table, lineterminator="\n").writerow(cells(made))
    trail = "".join(f"{one.seq} {tuple(one.event)} {one.hash.hex()}\n" for one in journal.audit(None, None))
    return lines, table.getvalue(), trail


@settings(max_examples=25, deadline=None)
@given(made=st.lists(st.tuples(attempts, lives), min_size=1, max_size=4))
def test_an_export_is_the_plain_one(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[dict[str, Any], str]]
) -> None:
    """Not one byte differs, whatever the journal holds."""
    with SqliteJournal.open(tmp_path_factory.mktemp("export") / "journal.sqlite") as journal:
        for one, what in made:
            record(journal, one)
            live(journal, what)
        assert export(journal) == plain_export(journal)
        everything = {one.seq for one, _ in journal.export_rows(None, None)}
        # A program that collects sees the same, by another query.
        assert {one.seq for one, _ in journal.export_rows(None, None, after=0)} == everything
