"""Tests that the history's table shows what is in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QTableWidget

from desktop.domain.redemption import Redeemed
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.pages import history_page
from desktop.gui.widgets.history_table import HistoryTable
from tests.gui.test_layouts import settle
from tests.gui.test_today import ATTEMPT

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def test_no_column_is_cut_after_the_window_has_changed_its_size(open_till: OpenTill, service: PracticeService) -> None:
    """Every column but the bill's, which takes what is left, has room for its longest text at each scale."""
    cashier = open_till(service=service, size=(800, 600))
    cashier.redeem("250.125", bill="MG-1")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    table = cashier.window.findChild(QTableWidget, "redemptions")
    assert isinstance(table, QTableWidget)
    for size in ((1920, 1080), (1366, 768), (800, 600), (1366, 768)):
        cashier.window.resize(*size)
        settle(cashier)
        columns = [at for at in range(table.columnCount()) if at != 1 and not table.isColumnHidden(at)]
        assert all(table.columnWidth(at) >= table.sizeHintForColumn(at) for at in columns), size


def test_enter_on_a_row_says_what_became_of_it(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that was refused has no button to go on to. A screen reader would say nothing, as if nothing were there."""
    said: list[str] = []
    monkeypatch.setattr(history_page, "announce", lambda _about, text, **_manner: said.append(text))
    cashier = open_till(service=service, size=(1024, 600))
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    cashier.key(Qt.Key.Key_F2)
    table = cashier.find("Redemptions", QTableWidget)
    cashier.until(lambda: table.rowCount() == 1, "the row")
    cashier.key(Qt.Key.Key_Down)
    assert cashier.focus == "Redemptions"
    cashier.enter()
    assert len(said) == 1
    assert said[0].startswith("MG-1. Refused. That code is wrong or has expired.")
    assert cashier.focus == "Redemptions"


def test_no_line_of_the_totals_begins_with_a_dot(open_till: OpenTill, service: PracticeService) -> None:
    """It stays at the end of the line before, however the line breaks."""
    cashier = open_till(service=service, size=(1024, 600))
    cashier.redeem("10", bill="MG-1")
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: "10" in cashier.label("totals"), "the totals")
    assert "\N{NO-BREAK SPACE}· " in cashier.label("totals")
    assert " ·" not in cashier.label("totals")


def test_the_points_of_a_row_are_those_that_moved(qtbot: QtBot, style: Style) -> None:
    """A look-up may show other points than were asked for. The receipt and the day's report have those, too."""
    table = HistoryTable(LocaleFormats(locale_of("en", "IN"), "IN"), style)
    qtbot.addWidget(table)
    table.show_attempts((replace(ATTEMPT, redeemed=Redeemed(points=Decimal(90))),), nothing="")
    item = table.item(0, 3)
    assert item is not None
    assert item.text() == "90"


def test_another_search_is_one_change_of_the_table(qtbot: QtBot, style: Style) -> None:
    """While a screen reader ran, Qt told it of each cell alone, and the window stood still for many seconds."""
    table = HistoryTable(LocaleFormats(locale_of("en", "IN"), "IN"), style)
    qtbot.addWidget(table)
    table.show_attempts((ATTEMPT,) * 3, nothing="")
    table.selectRow(1)
    changes = QSignalSpy(table.model().dataChanged)
    later = replace(ATTEMPT, draft=replace(ATTEMPT.draft, bill="MG-2"))
    table.show_attempts((later,) * 3, nothing="")
    assert changes.count() == 1
    first, last, *_ = changes.at(0)
    assert (first.row(), first.column(), last.row(), last.column()) == (0, 0, 2, 4)
    bills = [table.item(row, 1) for row in range(3)]
    assert [bill.text() for bill in bills if bill is not None] == ["MG-2"] * 3
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    table.show_attempts((), nothing="Nothing found.")
    assert (changes.count(), table.rowCount()) == (1, 0)
