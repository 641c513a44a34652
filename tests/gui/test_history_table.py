"""Tests that the history's table shows what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from tests.gui.test_layouts import settle

if TYPE_CHECKING:
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
