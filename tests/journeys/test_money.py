"""Money for points where a setting allows it, and limits that refusals have taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.gui.screen import Place

if TYPE_CHECKING:
    from tests.journeys.tills import OpenTill

ARJUN = "9876543004"


def test_an_amount_of_money_becomes_points_that_the_service_named(open_till: OpenTill) -> None:
    """50.25 in a program where a point is worth a half is 100.5 points, and so they are redeemed."""
    cashier = open_till(money_input=True)
    cashier.find_member(ARJUN)
    cashier.find("Program").setFocus()
    cashier.key(Qt.Key.Key_Down)
    cashier.press("Enter money instead")
    cashier.type("Amount of money", "50.25")
    cashier.enter()
    cashier.until_sees("Validation code")
    cashier.until_at(Place.CODE)
    assert cashier.text("Redeem") == "Redeem 100.5 points"
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    (moved,) = cashier.service.ledger()
    assert (str(moved.points), moved.program) == ("100.5", "1044")


def test_it_is_not_offered_unless_it_is_set(open_till: OpenTill) -> None:
    """And an empty amount is asked for in the right words where it is."""
    cashier = open_till()
    cashier.find_member()
    assert not cashier.sees("Enter money instead")
    assert cashier.end()
    other = open_till(money_input=True)
    other.find_member()
    other.press("Enter money instead")
    other.enter()
    other.until_says("Enter the amount of money")
    other.press("Enter points instead")
    assert other.sees("Points to redeem")


def test_what_was_refused_is_said_while_typing(open_till: OpenTill) -> None:
    """819 for 600 is said of 700, not of 300; once 300 is taken, nothing is said of it."""
    cashier = open_till()
    cashier.find_member("9876540819")
    cashier.type("Points to redeem", "600")
    cashier.enter()
    cashier.until_says("(819)")
    cashier.until(lambda: cashier.screen.busy is None)
    note = cashier.session.window.findChild(QLabel, "points_note")
    assert isinstance(note, QLabel)
    cashier.type("Points to redeem", "700")
    assert note.text() == "Fewer than 600 points can be redeemed at one time."
    cashier.type("Points to redeem", "300")
    assert "300" in note.text()
    assert "refused" not in note.text()
