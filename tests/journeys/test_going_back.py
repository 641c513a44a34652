"""Escape, Change and the next customer keep or clear what was typed as they should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.failures import Call
from desktop.gui.screen import Place
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, VIKRAM, Cashier

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def test_escape_goes_back_step_by_step_and_keeps_what_was_typed(open_till: OpenTill, service: PracticeService) -> None:
    """Escape goes from code to points to member and keeps each field, and Enter goes the same way forward again."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("250.125", bill="MG-1")
    cashier.type("Validation code", "HALF")
    cashier.escape()
    cashier.until_at(Place.POINTS)
    assert cashier.focus == "Points to redeem"
    assert cashier.text("Points to redeem") == "250.125"
    assert cashier.text("Bill number") == "MG-1"
    cashier.escape()
    cashier.until_at(Place.MEMBER)
    assert cashier.focus == "Mobile number"
    assert cashier.text("Mobile number") == ASHA
    cashier.escape()
    assert cashier.screen.place is Place.MEMBER
    cashier.enter()
    cashier.until_at(Place.POINTS)
    assert cashier.text("Points to redeem") == "250.125"
    assert cashier.text("Bill number") == "MG-1"
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert [str(one.points) for one in service.ledger()] == ["250.125"]


def test_change_goes_back_to_a_step(open_till: OpenTill, service: PracticeService) -> None:
    """Each finished step has a button that goes back to it."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10")
    cashier.press("Change points")
    cashier.until_at(Place.POINTS)
    assert cashier.focus == "Points to redeem"
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.press("Change member")
    cashier.until_at(Place.MEMBER)
    assert cashier.focus == "Mobile number"


def test_another_member_does_not_inherit_the_amount(open_till: OpenTill, service: PracticeService) -> None:
    """After Change to another member, the amount is gone. The bill, which is the same sale, stays."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    cashier.press("Change member")
    cashier.until_at(Place.MEMBER)
    cashier.keys(VIKRAM)
    cashier.enter()
    cashier.until_at(Place.POINTS)
    assert cashier.value("Available points") == "12.345"
    assert cashier.text("Points to redeem") == ""
    assert cashier.text("Bill number") == "MG-1"


def test_the_same_member_again_keeps_the_amount(open_till: OpenTill, service: PracticeService) -> None:
    """After going back to the number and finding the same member, the amount stays."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Points to redeem", "10")
    cashier.escape()
    cashier.until_at(Place.MEMBER)
    cashier.enter()
    cashier.until_at(Place.POINTS)
    assert cashier.text("Points to redeem") == "10"


def _is_empty(cashier: Cashier) -> None:
    cashier.until_at(Place.MEMBER)
    assert cashier.focus == "Mobile number"
    assert cashier.text("Mobile number") == ""
    assert cashier.message == ""
    assert not cashier.sees("Member")
    cashier.find_member(VIKRAM)
    assert cashier.text("Points to redeem") == ""
    assert cashier.text("Bill number") == ""
    assert not cashier.sees("Worth")


def test_f4_clears_everything_at_every_step(open_till: OpenTill, service: PracticeService) -> None:
    """F4 starts the next customer from every step and from the receipt, and clears everything."""
    cashier = open_till(service=service)
    cashier.type("Mobile number", ASHA)
    cashier.key(Qt.Key.Key_F4)
    _is_empty(cashier)
    cashier.key(Qt.Key.Key_F4)
    cashier.find_member()
    cashier.type("Points to redeem", "250")
    cashier.type("Bill number", "MG-1")
    cashier.key(Qt.Key.Key_F4)
    _is_empty(cashier)
    cashier.key(Qt.Key.Key_F4)
    cashier.find_member()
    cashier.send_code("250", bill="MG-1")
    cashier.type("Validation code", "HALF")
    cashier.key(Qt.Key.Key_F4)
    _is_empty(cashier)
    cashier.type("Points to redeem", "1")
    cashier.enter()
    cashier.until_at(Place.CODE)
    assert cashier.text("Validation code") == ""
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    cashier.key(Qt.Key.Key_F4)
    _is_empty(cashier)


def test_new_customer_in_the_bar(open_till: OpenTill, service: PracticeService) -> None:
    """The button does what F4 does."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.press("New customer")
    _is_empty(cashier)


def test_the_next_customer_does_not_wait_for_the_last_ones_call(open_till: OpenTill, service: PracticeService) -> None:
    """F4 while a look-up hangs: the next number is looked up at once, not after the last call's deadline."""
    cashier = open_till(service=service, read_timeout=60)
    service.bad_day(BadDay.HANG, 1, call=Call.FIND_MEMBER)
    cashier.type("Mobile number", VIKRAM)
    cashier.enter()
    cashier.until(lambda: len(cashier.requests("/customer/get")) == 1, "the first call")
    cashier.key(Qt.Key.Key_F4)
    cashier.keys(ASHA)
    cashier.enter()
    cashier.until_sees("Available points", timeout=5_000)
    assert cashier.value("Member") == "Asha Rao"


def test_f4_does_nothing_while_points_are_redeemed(open_till: OpenTill, service: PracticeService) -> None:
    """Neither F4 nor Escape leaves a redemption under way, and its outcome is shown."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10")
    service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM, seconds=0.5)
    cashier.enter_code()
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        cashier.key(key)
    assert not cashier.find("New customer").isEnabled()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == 1


def test_the_focus_stays_in_the_field_while_the_service_works(open_till: OpenTill, service: PracticeService) -> None:
    """While a call is under way, the focus does not move to a button that another Enter would press."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.SLOW, seconds=0.3)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    assert cashier.focus == "Mobile number"
    cashier.until_at(Place.POINTS)
    cashier.keys("10")
    cashier.enter()
    assert cashier.focus == "Points to redeem"
    cashier.until_at(Place.CODE)
    cashier.keys(cashier.code())
    cashier.enter()
    assert cashier.focus == "Validation code"
    cashier.until_sees("Updated balance")


def test_fields_are_locked_during_a_call(open_till: OpenTill, service: PracticeService) -> None:
    """Fields that a call uses cannot be changed meanwhile."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.SLOW, seconds=0.3)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    QTest.keyClicks(cashier.focused(), "5")
    cashier.until_at(Place.POINTS)
    assert cashier.text("Points to redeem") == ""
    cashier.rest()
    cashier.keys("10")
    cashier.enter()
    QTest.keyClicks(cashier.focused(), "5")
    cashier.until_at(Place.CODE)
    cashier.rest()
    cashier.escape()
    assert cashier.text("Points to redeem") == "10"
