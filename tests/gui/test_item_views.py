"""Tests what screen readers are told of the entries of tables and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QTableWidget

from tests.gui.screen_reader import tree

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


def said_to_have_the_focus(window: QWidget) -> list[str]:
    """Returns the names of the entries of which a screen reader is told that they have the focus."""
    cells = {QAccessible.Role.ListItem, QAccessible.Role.Cell}
    return [
        reader.text(QAccessible.Text.Name)
        for reader, _ in tree(window)
        if reader.role() in cells and reader.state().focused
    ]


@pytest.fixture
def till(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Returns a till with two redemptions."""
    cashier = open_till(service=service)
    for bill in ("MG-1", "MG-2"):
        cashier.redeem("10", bill=bill)
        cashier.press("New customer")
    return cashier


def test_a_group_of_settings_has_the_focus_only_if_the_list_has(till: Cashier) -> None:
    """The page opens with the focus in its first setting. In the list, the arrow keys go on from the group shown."""
    till.key(Qt.Key.Key_F10)
    assert said_to_have_the_focus(till.window) == []
    groups = till.find("Groups of settings", QListWidget)
    groups.setFocus(Qt.FocusReason.TabFocusReason)
    assert said_to_have_the_focus(till.window) == ["Service"]
    till.key(Qt.Key.Key_Down)
    assert said_to_have_the_focus(till.window) == ["Shop"]
    till.key(Qt.Key.Key_Tab)
    assert said_to_have_the_focus(till.window) == []
    assert [one.text() for one in groups.selectedItems()] == ["Shop"]
    groups.setFocus(Qt.FocusReason.BacktabFocusReason)
    till.key(Qt.Key.Key_Down)
    assert said_to_have_the_focus(till.window) == ["Redeeming"]


@pytest.mark.parametrize("arrow", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_an_arrow_key_begins_at_the_first_group_while_none_is_selected(till: Cashier, arrow: Qt.Key) -> None:
    """During a search. It passed over the group that a screen reader had just said, or did nothing."""
    till.key(Qt.Key.Key_F10)
    till.type("Search settings", "receipt")
    groups = till.find("Groups of settings", QListWidget)
    groups.setFocus(Qt.FocusReason.TabFocusReason)
    assert groups.selectedItems() == []
    assert said_to_have_the_focus(till.window) == ["Service"]
    till.key(arrow)
    assert [one.text() for one in groups.selectedItems()] == ["Service"]
    assert till.text("Search settings") == ""
    till.key(Qt.Key.Key_Down)
    assert [one.text() for one in groups.selectedItems()] == ["Shop"]


def test_a_redemption_has_the_focus_only_if_the_history_has(till: Cashier) -> None:
    """The history opens with the focus in its search, and shows the newest redemption beside the table."""
    till.key(Qt.Key.Key_F2)
    till.until_sees("Print receipt")
    table = till.find("Redemptions", QTableWidget)
    assert till.focus == "Search"
    assert said_to_have_the_focus(till.window) == []
    assert {index.row() for index in table.selectedIndexes()} == {0}
    till.key(Qt.Key.Key_Down)
    assert len(said_to_have_the_focus(till.window)) == 1
    till.key(Qt.Key.Key_Down)
    assert table.currentRow() == 1
    till.find("Search").setFocus()
    assert said_to_have_the_focus(till.window) == []
    assert {index.row() for index in table.selectedIndexes()} == {1}
