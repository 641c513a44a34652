"""Makes a journal that has every kind of row, and puts odd values into single cells of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Candidate, Draft, Redeemed, Refusal, Step, Trace
from desktop.domain.reversal import GivenBack, ReversalRow, ReversalsSeen, ReversalStep
from desktop.domain.validation import ValidationMethod
from desktop.store import chain
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 22, 14, 37, 11, 123456, tzinfo=UTC)
DAY = NOW.date()
REFERENCE = "01KAN4Z7Q8V9W0X1Y2Z3A4B5{:02}"

TABLES = ("word", "event", "checkpoint", "journal", "attempt", "reversal")

ODD_VALUES = {
    "null": "NULL",
    "zero": "0",
    "one": "1",
    "negative": "-1",
    "other number": "99",
    "huge": "9223372036854775807",
    "hugely negative": "-9223372036854775808",
    "beyond any date": "300000000000000000",
    "real": "1.5",
    "infinite": "9e999",
    "empty text": "''",
    "text": "'odd'",
    "zero byte": "'a' || char(0) || 'b'",
    "not a number": "'NaN'",
    "huge exponent": "'1E+999999999'",
    "other digits": "'\u0663'",
    "time without offset": "'2026-11-22T14:37:11'",
    "time of year 1": "'0001-01-01T00:00:00+14:00'",
    "not UTF-8": "CAST(x'ff80' AS TEXT)",
    "no bytes": "x''",
    "bytes": "x'ff80'",
    "sixteen bytes": "x'ffffffffffffffffffffffffffffffff'",
    "cut JSON": "'{'",
    "JSON list": "'[1]'",
    "JSON number": "'1'",
    "other JSON": '\'{"rows": 1, "points": "x", "custom_fields": 1, "at": 1, "sends": "x"}\'',
    "deep JSON": "replace(hex(zeroblob(100000)), '00', '[')",
}
"""What is put into a cell, as SQL, by what it is."""


def make(path: Path) -> None:
    """Writes a journal with every state, reversals, a forgotten member, a closed day and a checkpoint."""
    seen = ReversalsSeen(
        is_seen=True, redemption_id="7t4y2a", points=Decimal("250.125"), complete=True, request_id="q-0",
        rows=(ReversalRow(reversal_id="7", points=Decimal("1.5"), time="t"), ReversalRow()),
    )  # fmt: skip
    with SqliteJournal.open(path, till="till.one") as journal:

        def begin(number: int, at: datetime = NOW, **others: Any) -> str:  # noqa: ANN401 - the draft's fields
            draft = Draft(
                identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
                shown="+91 ••••• •8221",
                name="Asha Rao",
                points=Points(Decimal("250.125")),
                bill=f"B-{number}",
                user_id="17",
            )
            reference = REFERENCE.format(number)
            journal.begin(
                replace(draft, **others), reference, till="till.one", cashier="Ravi", at=at, service="https://a/",
                hand_over="h-1",
            )  # fmt: skip
            return reference

        done = Redeemed(
            redemption_id="7t4y2a", points=Decimal("250.125"), value=Decimal("250.13"), balance=Decimal(3),
            request_id="5f0c",
        )  # fmt: skip
        forgotten = begin(0, NOW - timedelta(days=400))
        journal.step(forgotten, Step.REDEEMED, at=NOW - timedelta(days=400), redeemed=done)
        journal.forget_members(NOW - timedelta(days=300))
        journal.close_day(DAY - timedelta(days=400), at=NOW - timedelta(days=399), till="till.one", cashier="Ravi")
        first = begin(
            1, program_id="p1", notes="n", custom_fields=(("a", "b"),), worth=Decimal("2.50"),
            group=GroupChoice(id="7", name="Family"),
            validation=ValidationMethod.SKIPPED,
        )  # fmt: skip
        journal.step(first, Step.REDEEMED, at=NOW, redeemed=done)
        second = begin(2, identifier=Identifier(IdentifierKind.EMAIL, "a@b.example"), shown="")
        journal.step(second, Step.REFUSED, at=NOW, trace=Trace(code="808", message="m", request_id="r-2"))
        third = begin(3)
        journal.step(third, Step.NOT_SENT, at=NOW, doubtful=True)
        journal.step(third, Step.SENT_AGAIN, at=NOW, hand_over="h-2")
        journal.step(third, Step.LOST, at=NOW, trace=Trace(code="PT-TIMEOUT"))
        journal.step(third, Step.SUSPECTED, at=NOW, candidate=Candidate(redemption_id="x", points=Decimal(3)))
        fourth = begin(4)
        journal.step(fourth, Step.LOST, at=NOW)
        journal.step(fourth, Step.ABSENT, at=NOW)
        journal.step(begin(5), Step.REFUSED, at=NOW, refusal=Refusal.NOT_PROCESSED)
        begin(6)
        fifth = begin(7)
        journal.step(fifth, Step.REDEEMED, at=NOW, redeemed=done)
        for number in range(3):
            journal.begin_reversal(
                fifth, f"rv-{number}", points=Points(Decimal(40)), reason="Returned", before=seen, till="till.one",
                cashier="Ravi", at=NOW, approved_by="Meera", service="https://a/", hand_over=f"h-rv-{number}",
            )  # fmt: skip
            if number == 0:
                back = GivenBack(
                    points=Decimal(40), available=Decimal(30), expired=Decimal(10), value=Decimal("40.00"),
                    reversal_id="rv-1", request_id="q-1", balance=Decimal(7),
                )  # fmt: skip
                journal.step_reversal("rv-0", ReversalStep.REVERSED, at=NOW, given_back=back)
            elif number == 1:
                journal.step_reversal("rv-1", ReversalStep.REFUSED, at=NOW, trace=Trace(code="1", message="m"))
            else:
                journal.step_reversal("rv-2", ReversalStep.LOST, at=NOW)
                journal.step_reversal("rv-2", ReversalStep.SUSPECTED, at=NOW, candidate=ReversalRow(reversal_id="9"))
        while journal.events_count < chain.CHECKPOINT_EVERY + 2:
            journal.note("opened", at=NOW, till="till.one", cashier="Ravi", reference="x", detail="d")


def columns(path: Path) -> list[tuple[str, str]]:
    """Returns all columns of all tables."""
    with closing(sqlite3.connect(path)) as raw:
        return [(table, row[1]) for table in TABLES for row in raw.execute(f"PRAGMA table_info({table})")]


def put(path: Path, table: str, column: str, value: str, row: int) -> bool:
    """Puts a value into one cell, whatever the table's definition forbids. Returns False if the cell cannot hold it.

    Args:
        path: the journal.
        table: its table.
        column: its column.
        value: the value as SQL.
        row: a number, from which one of the table's rows is chosen.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        tables = raw.execute("SELECT sql, name FROM sqlite_master WHERE type = 'table'").fetchall()
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE type = 'table'")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        ids = [one for (one,) in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
        cell = f"SELECT hex(quote({column})) FROM {table} WHERE rowid = ?", (ids[row % len(ids)],)
        before = raw.execute(*cell).fetchone()
        try:
            raw.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = ?", cell[1])
        except sqlite3.IntegrityError:
            # It is the row's number, or another row has it.
            return False
        after = raw.execute(*cell).fetchone()
        for _, sql in triggers:
            raw.execute(sql)
        raw.execute("PRAGMA writable_schema = ON")
        raw.executemany("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", tables)
    return bool(after != before)
