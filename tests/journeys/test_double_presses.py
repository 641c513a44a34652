"""Pressing twice, or holding a key down, redeems once and does not press what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui.screen import Place

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def test_a_double_press_sends_once(open_till: OpenTill, service: PracticeService) -> None:
    """Enter twice, held down, and the button as well: one request, one redemption, one attempt."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10")
    cashier.type("Validation code", cashier.code())
    field, button = cashier.find("Validation code"), cashier.find("Redeem")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    cashier.until_sees("Updated balance")
    assert len(cashier.requests("/points/redeem")) == 1
    assert len(service.ledger()) == 1


def test_a_double_press_of_the_button_sends_once(open_till: OpenTill, service: PracticeService) -> None:
    """Two fast presses of Redeem with the mouse are one redemption, and the second does not press what comes next."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10")
    cashier.type("Validation code", cashier.code())
    button = cashier.find("Redeem")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    cashier.until_sees("Updated balance")
    assert len(cashier.requests("/points/redeem")) == 1
    assert cashier.screen.place is Place.RECEIPT


def test_a_key_held_down_is_one_press(open_till: OpenTill, service: PracticeService) -> None:
    """An Enter that repeats by itself does not press the next button: the receipt stays."""
    cashier = open_till(service=service)
    cashier.redeem("10")
    button = cashier.find("New customer")
    for _ in range(3):
        repeated = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(button, repeated)
    assert cashier.screen.place is Place.RECEIPT
