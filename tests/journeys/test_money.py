"""The cashier can enter money if a setting allows it, and refusals reveal limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.gui.screen import Place

if TYPE_CHECKING:
    from tests.journeys.tills import OpenTill

ARJUN = "9876543004"


def test_an_amount_of_money_becomes_points_that_the_service_named(open_till: OpenTill) -> None:
    """50.25 in a program in which a point is worth a half becomes 100.5 points, and these are redeemed."""
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


def test_money_is_offered_only_if_it_is_set(open_till: OpenTill) -> None:
    """Without the setting money is not offered. With it, the message for an empty amount asks for money."""
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


def test_an_earlier_refusal_is_shown_while_typing(open_till: OpenTill) -> None:
    """819 for 600 warns about 700 but not about 300, and after 300 was accepted, there is no warning."""
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
