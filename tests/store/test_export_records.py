"""Tests the records of an export that follows a search of the history."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State, Step, new_reference
from desktop.domain.result_line import EXPORT_FIELDS
from desktop.store.journal import SqliteJournal
from tests.store.edits import edit
from tests.store.thread_workers import ThreadWorker, share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.store.journal_workers import Answer

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVERY = ["A-0", "A-1", "A-2", "B-3", "B-4"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with five attempts on as many days: two refused, one unknown, two redeemed."""
    path = tmp_path / "journal.db"
    steps = (Step.REDEEMED, Step.REFUSED, Step.LOST, Step.REFUSED, Step.REDEEMED)
    with SqliteJournal.open(path, till="till.one") as journal:
        for number, (bill, step) in enumerate(zip(EVERY, steps, strict=True)):
            at = NOW + timedelta(days=number)
            draft = Draft(
                identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
                shown="+91 ••••• •8221",
                points=Points(Decimal(number + 1)),
                bill=bill,
            )
            cashier = "Meera" if number < 3 else "Ravi"
            attempt = journal.begin(draft, new_reference(at), till="till.one", cashier=cashier, at=at)
            journal.step(attempt.reference, step, at=at, redeemed=Redeemed(redemption_id=f"id{number}"))
    return path


@pytest.fixture
def journal(path: Path) -> Iterator[SqliteJournal]:
    """The journal, for reading."""
    with SqliteJournal.open(path, writer=False) as opened:
        yield opened


def exported(journal: SqliteJournal, query: HistoryQuery) -> list[dict[str, str]]:
    """Returns the rows of an export."""
    parts = list(journal.export_table(query))
    rows = list(csv.DictReader("".join(text for text, _ in parts).splitlines(), fieldnames=EXPORT_FIELDS))
    assert sum(count for _, count in parts) == len(rows)
    return rows


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(
    ("query", "bills"),
    [
        (HistoryQuery(), EVERY),
        (HistoryQuery(limit=1), EVERY),
        (HistoryQuery(text="A-"), ["A-0", "A-1", "A-2"]),
        (HistoryQuery(text="8221", states=(State.REFUSED,)), ["A-1", "B-3"]),
        (HistoryQuery(text="nothing like it"), []),
        (HistoryQuery(states=(State.REDEEMED,)), ["A-0", "B-4"]),
        (HistoryQuery(unsettled_only=True), ["A-2"]),
        (HistoryQuery(cashier="Ravi"), ["B-3", "B-4"]),
        (HistoryQuery(cashier="Ravi", states=(State.REDEEMED,)), ["B-4"]),
        (HistoryQuery(start=NOW.date() + timedelta(days=1), end=NOW.date() + timedelta(days=3)), ["A-1", "A-2", "B-3"]),
        (HistoryQuery(text="A-", start=NOW.date() + timedelta(days=1)), ["A-1", "A-2"]),
    ],
)
def test_an_export_has_what_the_search_finds(
    journal: SqliteJournal, query: HistoryQuery, bills: list[str], monkeypatch: pytest.MonkeyPatch, *, shared: bool
) -> None:
    """Every attempt that matches is there, oldest first, whatever the limit of the list on the screen is.

    It makes no difference if a process of its own reads the journal.
    """
    asked: list[str] = []
    ask = ThreadWorker.ask

    def watched(self: ThreadWorker, request: dict[str, Any]) -> Answer:
        asked.append(request["do"])
        return ask(self, request)

    monkeypatch.setattr(ThreadWorker, "ask", watched)
    if shared:
        share(monkeypatch)
    records = exported(journal, query)
    assert [one["bill"] for one in records] == bills
    assert all(one["mobile"] == "+91 ••••• •8221" for one in records)
    # One processor of two is left to the window.
    assert asked.count("begin") == asked.count("records") == shared


@pytest.mark.parametrize("query", [HistoryQuery(), HistoryQuery(text="A-")])
def test_a_damaged_journal_is_not_exported(path: Path, query: HistoryQuery) -> None:
    """A file with what is left could miss rows without a sign, so there is none."""
    edit(path, "UPDATE attempt SET points = 7 WHERE bill = 'B-4'")
    with SqliteJournal.open(path, writer=False) as journal, pytest.raises(JournalUnusable):
        list(journal.export_table(query))


def test_what_others_gave_back_is_exported(path: Path) -> None:
    """The service showed that all points are back, and this till has no reversal of its own."""
    with SqliteJournal.open(path, till="till.one") as journal:
        (attempt,) = journal.same_bill("A-0")
        journal.step(attempt.reference, Step.REVERSED, at=NOW)
        (found,) = exported(journal, HistoryQuery(states=(State.REVERSED,)))
    assert (found["state"], found["reversed_points"], found["points_redeemed"]) == ("reversed", "1", "1")
