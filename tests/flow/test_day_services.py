"""Tests what the workers do for the end of the day: the report, closing, comparing list by list, and exports."""

from __future__ import annotations

import csv
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import DayNotBegun
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Step
from desktop.domain.result_line import EXPORT_FIELDS
from desktop.domain.settings import Settings
from desktop.flow.background_till import BackgroundTill
from desktop.flow.office import Office
from desktop.flow.report import DayComparison
from desktop.flow.till import Till
from desktop.store.journal import SqliteJournal
from tests.flow.fakes import CATALOGUE
from tests.flow.test_report import ASHA, DAY, NOW, RAVI, TILL, Lists, WallClock, make, row
from tests.flow.test_services_of_workers import Files, Told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.flow.fakes import Counter

SETTINGS = Settings(server="https://eu.example.com", till=TILL, cashier="Ravi", settle_after=0)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    """An empty journal."""
    with SqliteJournal.open(tmp_path / "day.db", till=TILL) as opened:
        yield opened


def test_the_counter_closes_a_day_once(journal: SqliteJournal, counter: Counter) -> None:
    """The cashier of the settings closes it unless another is named. A second closing changes nothing."""
    till = Till(counter.api, journal, WallClock(), SETTINGS, CATALOGUE)
    first = till.close_day(DAY).closing
    assert first is not None
    assert first.cashier == "Ravi"
    assert till.close_day(DAY, "Meera").closing == first
    earlier = till.close_day(DAY - timedelta(days=1), "Meera").closing
    assert earlier is not None
    assert earlier.cashier == "Meera"
    with pytest.raises(DayNotBegun):
        till.close_day(DAY + timedelta(days=1))


def test_the_office_reads_and_exports(journal: SqliteJournal) -> None:
    """The report is the journal's. An export has a heading and every attempt that a search finds."""
    make(journal, Step.REDEEMED, bill="B-1")
    make(journal, Step.REFUSED, bill="C-1")
    files = Files()
    office = Office(lambda: journal, files, Told())
    assert office.day_report(DAY) == journal.day_report(DAY)
    export = office.export(HistoryQuery(text="B-", limit=0))
    assert (export.records, export.path.endswith(" redemptions.csv")) == (1, True)
    (record,) = csv.DictReader(files.tables[0].splitlines())
    assert tuple(record) == EXPORT_FIELDS
    assert record["bill"] == "B-1"


def test_a_comparison_asks_for_one_list_at_a_time(journal: SqliteJournal, counter: Counter) -> None:
    """Each step asks for the list of one member, the last one for the store's. After that nothing more is asked."""
    first = make(journal, Step.REDEEMED)
    second = make(journal, Step.REDEEMED, mobile=RAVI, bill="B-2")
    lists = Lists()
    lists.members = {ASHA: [row(first)], RAVI: [row(second)]}
    desk = BackgroundTill(counter.api, journal, counter.clock, SETTINGS, lists=lists)
    progress = desk.begin_comparison(DAY)
    assert (progress.asked, progress.lists, progress.result, lists.asked) == (0, 3, None, [])
    for asked in (1, 2):
        progress = desk.compare_next()
        assert (progress.asked, progress.result, len(lists.asked)) == (asked, None, asked)
    progress = desk.compare_next()
    assert progress.result is not None
    assert (progress.asked, progress.result.agreed, progress.result.differences) == (3, 2, ())
    assert desk.compare_next() == progress


def test_the_till_is_known_as_the_service_shows_it(journal: SqliteJournal, counter: Counter) -> None:
    """In training, the service shows another till name than the settings have."""
    attempt = make(journal, Step.REDEEMED)
    lists = Lists()
    stranger = row(attempt, reference="OTHER", redemption_id="x", till="practice.till", bill="X")
    lists.members = {ASHA: [row(attempt), stranger]}
    desk = BackgroundTill(counter.api, journal, counter.clock, SETTINGS, lists=lists, till="practice.till")
    desk.begin_comparison(DAY)
    while (found := desk.compare_next().result) is None:
        pass
    assert [one.theirs for one in found.differences] == [stranger]


def test_without_lists_nothing_is_compared(journal: SqliteJournal, counter: Counter) -> None:
    """A mistake in the program is reported as one, not as agreement."""
    desk = BackgroundTill(counter.api, journal, counter.clock, SETTINGS)
    with pytest.raises(ValueError, match="no lists"):
        desk.begin_comparison(DAY)
    with pytest.raises(ValueError, match="no comparison"):
        desk.compare_next()


def test_a_row_that_is_named_already_is_no_hint(journal: SqliteJournal) -> None:
    """What a member's list shows and the journal does not know is not told a second time because of the store's."""
    attempt = make(journal, Step.REFUSED)
    lists = Lists()
    lists.members = {ASHA: [row(attempt)]}
    lists.store = [row(attempt), row(attempt, bill="B-9", points=Decimal(3))]
    comparing = DayComparison(journal, lists, DAY, till=TILL)
    while (found := comparing.ask_next().result) is None:
        pass
    assert [(one.kind.value, one.theirs.bill if one.theirs else "") for one in found.differences] == [
        ("theirs", "B-1"),
        ("hint", "B-9"),
    ]
    assert NOW.date() == found.day
