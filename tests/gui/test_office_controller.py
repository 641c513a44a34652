"""Tests when today's figures are asked for, with a worker that answers when the test says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.history import HistoryQuery, Totals
from desktop.gui.office_controller import OfficeController
from tests.gui.slow_worker import SlowWorker

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def open_office(qtbot: QtBot) -> tuple[SlowWorker, OfficeController, list[int]]:
    """Returns a worker, its controller, and the counts of redemptions that it reports. The first is awaited."""
    del qtbot  # Signals need its application.
    office = SlowWorker()
    controller = OfficeController(cast("Any", office))
    reported: list[int] = []
    controller.today_changed.connect(lambda _attempts, totals: reported.append(totals.count))
    office.opened.emit(None)
    return office, controller, reported


def test_many_changes_are_read_once(qtbot: QtBot) -> None:
    """What changed while an answer was awaited is read together, and the last answer has it."""
    office, controller, reported = open_office(qtbot)
    for _ in range(200):
        controller.refresh_today()
    assert office.asked == ["search", "totals"]
    office.answer(())
    office.answer(Totals(count=7))
    assert office.asked == ["search", "totals"] * 2
    office.answer(())
    office.answer(Totals(count=200))
    assert office.asked == ["search", "totals"] * 2
    assert reported == [7, 200]


def test_a_search_before_the_office_is_open(qtbot: QtBot) -> None:
    """A history that is opened right after a start is filled, by the last search."""
    del qtbot
    office = SlowWorker()
    controller = OfficeController(cast("Any", office))
    found: list[tuple[int, ...]] = []
    controller.found.connect(found.append)
    for limit in (1, 2):
        controller.search(HistoryQuery(limit=limit))
    assert office.asked == []
    office.opened.emit(None)
    assert office.asked == ["search", "search", "totals"]
    office.answer((7,))
    assert found == [(7,)]


def test_a_failure_does_not_end_it(qtbot: QtBot) -> None:
    """The next change is read, and what changed meanwhile is read at once."""
    office, controller, reported = open_office(qtbot)
    office.fail()
    office.fail()
    controller.refresh_today()
    assert office.asked == ["search", "totals"] * 2
    controller.refresh_today()
    office.answer(())
    office.fail()
    assert office.asked == ["search", "totals"] * 3
    office.answer(())
    office.answer(Totals(count=3))
    assert reported == [3]


def test_a_new_day_begins_with_its_own_figures(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """At midnight, or when someone sets the clock, a till at rest no longer shows the figures of the day before."""
    monkeypatch.setattr("desktop.gui.office_controller.LOOK_AT_DATE_EVERY", 5)
    day = date(2026, 11, 27)
    monkeypatch.setattr("desktop.gui.office_controller.today", lambda: day)
    office, controller, reported = open_office(qtbot)
    office.answer(())
    office.answer(Totals(count=7))
    with qtbot.waitSignal(controller._date_timer.timeout):
        pass
    assert office.asked == ["search", "totals"]
    day = date(2026, 11, 28)
    qtbot.waitUntil(lambda: len(office.asked) == 4)
    office.answer(())
    office.answer(Totals(count=0))
    assert reported == [7, 0]
    with qtbot.waitSignal(controller._date_timer.timeout):
        pass
    assert len(office.asked) == 4


def test_an_export_begins_once_its_message_is_on_the_screen(qtbot: QtBot) -> None:
    """Starting it computes beside the painting thread. A second press meanwhile does not export twice."""
    office, controller, _ = open_office(qtbot)
    office.asked.clear()
    controller.export(HistoryQuery(text="first"))
    controller.export(HistoryQuery(text="second"))
    assert office.asked == []
    qtbot.waitUntil(lambda: office.asked == ["export"])
    assert office.arguments == (HistoryQuery(text="second"),)
