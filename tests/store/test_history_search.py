"""Tests that a search of the history finds what a cashier means, newest first and fast."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Redeemed, State, Step
from desktop.store import history_search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt, Draft
    from desktop.store.journal import SqliteJournal


@pytest.fixture
def wanted(journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]) -> Attempt:
    """One redemption among others that share nothing with it."""
    begin(journal, draft=make_draft("4915112345678", shown="+49 •••• •••5678", bill="X-1"))
    attempt = begin(
        journal, Step.REDEEMED, draft=make_draft(bill="Öl-20261122/a"), redeemed=Redeemed(redemption_id="7t4Y2a")
    )
    begin(journal, draft=make_draft(bill="Z", identifier=Identifier(IdentifierKind.EMAIL, "9777@example.org")))
    return attempt


@pytest.mark.parametrize(
    "text",
    [
        "919777788221",
        "+91 97777 88221",
        "+91 (97777) 88-221",
        "0091 97777 88221",
        "919777",
        "91977778822",
        "9777788221",
        "97777",
        "09777788221",
        "8221",
        "788221",
        "٨٢٢١",
        "९७७७",
        "Öl-2",
        "öl-20261122/A",
        " ÖL ",
        "7T4",
        "7t4y2a",
    ],
)
def test_text_that_a_cashier_types_finds_the_redemption(journal: SqliteJournal, wanted: Attempt, text: str) -> None:
    """Numbers are found in every script and form, by beginning or end, and bills and redemption ids by beginning."""
    assert journal.search(HistoryQuery(text=text)) == (wanted,)


@pytest.mark.parametrize("length", [4, 12, 26])
def test_a_reference_finds_its_attempt(journal: SqliteJournal, wanted: Attempt, length: int) -> None:
    """A reference is found by its beginning, in any letter case."""
    assert wanted in journal.search(HistoryQuery(text=wanted.reference[:length].lower()))
    assert journal.search(HistoryQuery(text=wanted.reference)) == (wanted,)


@pytest.mark.parametrize(
    "text", ["777", "221", "l-2", "t4y", "77778", "9777788220", "Ö-", "%", "_", "7t4y2a7t4y2a", "-"]
)
def test_text_in_the_middle_is_not_found(journal: SqliteJournal, wanted: Attempt, text: str) -> None:
    """The middle of a number or a bill, a short end of a number, and wildcards find nothing."""
    assert wanted not in journal.search(HistoryQuery(text=text))


@pytest.mark.parametrize(
    ("value", "shown"),
    [("919777788221", "+91 ••••• •8221"), ("+919777788221", "+91 ••••• •8221"), ("9777788221", "+91 ••••• •8221")],
)
def test_a_number_is_found_in_every_form_that_the_service_wants(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], value: str, shown: str
) -> None:
    """A number is found with and without its country code, whichever form was sent."""
    attempt = begin(journal, draft=make_draft(value, shown=shown))
    for text in ("919777", "97777", "8221", "+919777788221"):
        assert journal.search(HistoryQuery(text=text)) == (attempt,)


@pytest.mark.parametrize(("start", "end", "found"), [(0, 0, 1), (0, 1, 2), (1, None, 3), (None, 1, 2), (9, None, 0)])
def test_days_bound_a_search(
    *,
    journal: SqliteJournal,
    begin: Callable[..., Attempt],
    now: datetime,
    start: int | None,
    end: int | None,
    found: int,
) -> None:
    """Both bounds are inclusive, alone and together, and with a text or the unsettled filter."""
    for day in range(4):
        begin(journal, at=now + timedelta(days=day))
    days = {
        name: None if day is None else now.date() + timedelta(days=day)
        for name, day in (("start", start), ("end", end))
    }
    for text in ("", "8221", "b-17"):
        for unsettled_only in (False, True):
            query = HistoryQuery(text=text, unsettled_only=unsettled_only, start=days["start"], end=days["end"])
            assert len(journal.search(query)) == found


def test_the_day_is_the_shops_own(journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> None:
    """A redemption after midnight belongs to the till's new day, although London still has the old one."""
    attempt = begin(journal, at=now.replace(hour=1))
    assert journal.search(HistoryQuery(start=date(2026, 11, 22), end=date(2026, 11, 22))) == (attempt,)


def test_the_unsettled_filter(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """The filter leaves out every settled attempt, with and without a text."""
    begin(journal, Step.REDEEMED)
    unknown, flying = begin(journal, Step.LOST), begin(journal)
    assert journal.search(HistoryQuery(unsettled_only=True)) == (flying, unknown)
    assert journal.search(HistoryQuery(unsettled_only=True, text="8221", limit=1)) == (flying,)
    assert journal.search(HistoryQuery(unsettled_only=True, text="8222")) == ()


@pytest.mark.parametrize("limit", [-1, 0])
def test_a_limit_of_zero_finds_nothing(journal: SqliteJournal, wanted: Attempt, limit: int) -> None:
    """A limit of zero or less returns nothing."""
    assert wanted not in journal.search(HistoryQuery(limit=limit))


@pytest.mark.parametrize("narrow", [1, 3, 2000])
@pytest.mark.parametrize("newest", [1, 2, 60])
@pytest.mark.parametrize("limit", [1, 4, 9, 100])
def test_the_newest_come_first_with_every_plan(
    *,
    journal: SqliteJournal,
    begin: Callable[..., Attempt],
    make_draft: Callable[..., Draft],
    monkeypatch: pytest.MonkeyPatch,
    narrow: int,
    newest: int,
    limit: int,
) -> None:
    """A search gives the same result whether its ranges are read completely, from the newest events, or sorted."""
    monkeypatch.setattr(history_search, "_NARROW", narrow)
    monkeypatch.setattr(history_search, "_NEWEST", newest)
    ours = [begin(journal, Step.REFUSED) for _ in range(6)]
    for _ in range(8):
        begin(journal, draft=make_draft("4915112345678", shown="", bill="X"))
    expected = tuple(reversed(ours))[:limit]
    assert journal.search(HistoryQuery(text="919777", limit=limit)) == expected
    assert journal.search(HistoryQuery(text="B-1", limit=limit, start=date(2026, 11, 22))) == expected
    assert journal.search(HistoryQuery(start=date(2026, 11, 22), limit=limit))[-1:] != ()
    assert journal.search(HistoryQuery(limit=limit)) == journal.search(
        HistoryQuery(limit=limit, end=date(2026, 11, 22))
    )


def test_a_limit_may_exceed_the_number_of_bound_values(journal: SqliteJournal, wanted: Attempt) -> None:
    """A limit above SQLite's number of bound values works."""
    assert journal.search(HistoryQuery(text="8221", limit=1_000_000)) == (wanted,)


def test_no_search_reads_every_row(journal: SqliteJournal, wanted: Attempt) -> None:
    """Every statement of every search uses an index or the newest rows. None scans the table."""
    seen: list[str] = []
    journal._connection.set_trace_callback(seen.append)
    for text in ("", "8221", "97777", "b-1", wanted.reference):
        for start in (None, date(2026, 11, 22)):
            for unsettled_only in (False, True):
                journal.search(HistoryQuery(text=text, start=start, unsettled_only=unsettled_only))
    journal.same_bill("B-17")
    journal.similar_bill("B-17")
    journal.same_member(wanted.draft)
    journal.not_redeemed(wanted.draft)
    journal.recent(wanted.draft, date(2026, 11, 22))
    journal.totals(date(2026, 11, 22))
    journal.events(wanted.reference)
    journal.get(wanted.reference)
    journal._connection.set_trace_callback(None)
    plans = {sql: journal._connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql in dict.fromkeys(seen)}
    assert len(plans) > 20
    of_references = [plan[0]["detail"] for sql, plan in plans.items() if "attempt_reference" in sql and "LIMIT" in sql]
    assert of_references
    assert all("reference>? AND reference<?" in detail for detail in of_references)
    for sql, plan in plans.items():
        for step in plan:
            is_newest_first = sql.startswith("SELECT * FROM attempt ORDER BY seq DESC LIMIT")
            assert not step["detail"].startswith("SCAN attempt") or is_newest_first, sql
            assert not step["detail"].startswith("SCAN event"), sql


def test_the_plan_would_show_a_scan(journal: SqliteJournal) -> None:
    """The test above can fail: a statement that ignores the index shows in the plan."""
    raw: sqlite3.Connection = journal._connection
    plan = raw.execute("EXPLAIN QUERY PLAN SELECT * FROM attempt WHERE number LIKE '9%'").fetchall()
    assert plan[0]["detail"].startswith("SCAN attempt")


def test_states_and_cashiers_filter_a_search(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], now: datetime
) -> None:
    """Each filter works alone and with a text and days, also for states that are rare."""
    redeemed, refused, lost = begin(journal, Step.REDEEMED), begin(journal, Step.REFUSED), begin(journal, Step.LOST)
    other = journal.begin(make_draft(bill="Z"), "R-1", till="t", cashier="Asif", at=now)
    for text in ("", "8221", "91"):
        for start in (None, now.date()):

            def found(text: str = text, start: date | None = start, **filters: Any) -> tuple[Attempt, ...]:  # noqa: ANN401
                return journal.search(HistoryQuery(text=text, start=start, **filters))

            assert found(states=(State.REFUSED,)) == (refused,)
            assert found(states=(State.REFUSED, State.UNKNOWN), limit=1) == (lost,)
            assert found(states=(State.REDEEMED, State.REFUSED)) == (refused, redeemed)
            assert found(cashier="Asif") == (other,)
            assert found(cashier="Ravi", states=(State.UNKNOWN,)) == (lost,)
            assert found(cashier="Nobody") == found(cashier="Asif", states=(State.REFUSED,)) == ()
    assert journal.search(HistoryQuery(start=date(2030, 1, 1), text="8221")) == ()


@pytest.mark.parametrize("narrow", [1, 2000])
def test_a_broad_text_with_a_rare_state(
    journal: SqliteJournal, begin: Callable[..., Attempt], monkeypatch: pytest.MonkeyPatch, narrow: int
) -> None:
    """Among many matches, attempts in a rare state are read from the index of that state."""
    monkeypatch.setattr(history_search, "_NARROW", narrow)
    refused = begin(journal, Step.REFUSED)
    for _ in range(5):
        begin(journal, Step.REDEEMED)
    assert journal.search(HistoryQuery(text="9197", states=(State.REFUSED,), limit=1)) == (refused,)


@pytest.mark.parametrize("text", ["12345", "0012345", "12345678901234567890", "1", "123456789012345678"])
def test_numbers_of_odd_lengths_are_found_or_not(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], text: str
) -> None:
    """A short number is found by its beginning and its whole, and a text that is longer than any number is not."""
    short = begin(journal, draft=make_draft("12345", shown="•••45", bill="X"))
    assert journal.search(HistoryQuery(text=text)) == ((short,) if len(text) <= 7 else ())
    assert journal.search(HistoryQuery(text="012345")) == (short,)
    assert journal.search(HistoryQuery(text="912345")) == ()
