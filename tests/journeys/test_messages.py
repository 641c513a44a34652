"""Each message is shown once, at the field that it is about, and nothing of one customer is left for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.failures import Call
from desktop.gui.screen import Place
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


def below(cashier: Cashier, field: str) -> int:
    """Returns the pixels between a field and the message under it."""
    edit, message = cashier.find(field), cashier.find("Message").parentWidget()
    end = edit.mapTo(cashier.window, QPoint(0, edit.height())).y()
    return int(message.mapTo(cashier.window, QPoint(0, 0)).y() - end)


def in_error(cashier: Cashier) -> list[str]:
    """Returns the names of the fields that are marked, for the eye and for a screen reader alike."""
    marked = [one for one in cashier.window.findChildren(QWidget) if one.isVisible() and one.property("tone") == "bad"]
    described = [
        one for one in cashier.window.findChildren(QWidget) if one.accessibleDescription().startswith("Error: ")
    ]
    assert {one for one in marked if one.objectName() and not isinstance(one, QLabel)} >= set(described)
    return [one.accessibleName() for one in described if one.isVisible()]


def test_a_wrong_number_is_explained_under_the_number(open_till: OpenTill, service: PracticeService) -> None:
    """The field is marked, and a screen reader reads the message with it. Typing removes both."""
    cashier = open_till(service=service)
    cashier.type("Mobile number", "12")
    cashier.enter()
    assert cashier.message == "The number is too short. Ask the member to say it again."
    assert 0 <= below(cashier, "Mobile number") < 24
    assert in_error(cashier) == ["Mobile number"]
    assert cashier.find("Mobile number").accessibleDescription() == f"Error: {cashier.message}"
    cashier.keys("3")
    assert (cashier.message, in_error(cashier)) == ("", [])


def test_a_wrong_amount_is_explained_under_the_amount(open_till: OpenTill, service: PracticeService) -> None:
    """Also while it is being typed, the field is marked if the member has fewer points."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Points to redeem", "2000")
    assert in_error(cashier) == ["Points to redeem"]
    cashier.enter()
    assert cashier.message == "The member has 1,991 points. Enter no more than that."
    assert 0 <= below(cashier, "Points to redeem") < 24
    cashier.type("Points to redeem", "20")
    assert (cashier.message, in_error(cashier)) == ("", [])


def test_a_missing_bill_is_explained_under_the_bill(open_till: OpenTill, service: PracticeService) -> None:
    """The bill is marked and has the focus, not the points beside it."""
    cashier = open_till(service=service, bill_required=True)
    cashier.find_member()
    cashier.type("Points to redeem", "20")
    cashier.enter()
    assert cashier.message == "Enter the bill number."
    assert 0 <= below(cashier, "Bill number") < 24
    assert in_error(cashier) == ["Bill number"]
    assert cashier.focus == "Bill number"


def test_a_wrong_code_is_explained_under_the_code(open_till: OpenTill, service: PracticeService) -> None:
    """It says in how many seconds another code can be sent, until it can, and is still the same message then."""
    cashier = open_till(service=service, code_again_after=2)
    cashier.find_member()
    cashier.send_code("20")
    cashier.enter_code("WRONG1")
    cashier.until_says("(808)")
    assert "or send a new code in " in cashier.message
    assert " s. (808)" in cashier.message
    assert 0 <= below(cashier, "Validation code") < 24
    assert in_error(cashier) == ["Validation code"]
    # A screen reader does not come to the line for support by itself.
    assert cashier.find("Validation code").accessibleDescription().endswith("(808)")
    assert [one for one in cashier.texts() if one.startswith("For support: 808 · request ")]
    cashier.until(lambda: "or send a new code. (808)" in cashier.message, "the end of the pause")
    assert cashier.find("Send code again").isEnabled()


def test_there_is_always_exactly_one_message(open_till: OpenTill, service: PracticeService) -> None:
    """Without anything to say it takes no room, and it is never in two places."""
    cashier = open_till(service=service)
    assert cashier.find("Message").height() == 0
    for mobile in ("12", "9999999999"):
        cashier.type("Mobile number", mobile)
        cashier.enter()
        cashier.until(lambda: cashier.message, "a message")
        cashier.find("Message")
    cashier.find_member()
    assert cashier.find("Message").height() == 0
    for name in ("History", "Settings"):
        cashier.press(name)
        assert cashier.message == ""
        cashier.escape()
    cashier.send_code("20")
    cashier.enter_code("WRONG1")
    cashier.until_says("808")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.message == ""


def test_a_customers_message_is_not_shown_elsewhere(open_till: OpenTill, service: PracticeService) -> None:
    """History and Settings begin without a message, and the customer's own is still there afterwards."""
    cashier = open_till(service=service)
    cashier.type("Mobile number", "12")
    cashier.enter()
    said = cashier.message
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F10):
        cashier.key(key)
        assert cashier.message == ""
        cashier.session.controller.say("good", "Saved as receipt.pdf")
        assert cashier.message == "Saved as receipt.pdf"
        cashier.key(key)
        assert cashier.message == said


def test_nothing_of_one_customer_is_left_for_the_next(open_till: OpenTill) -> None:
    """After a missed call, a supervisor's form, a group, a note or a wrong code, the next customer finds none of it."""
    pin = hash_pin("471108", Cost(4, 8, 1))
    cashier = open_till(missed_call=True, skip_validation=True, supervisor_pin=pin, groups_by_hand=True)

    def call() -> None:
        cashier.send_code("20")
        cashier.press("Missed call")
        cashier.until_sees("Number to call")
        cashier.press("Redeem")
        cashier.until_says("(822)")

    def ask_supervisor() -> None:
        cashier.send_code("20")
        cashier.press("Redeem without a code")
        cashier.type("Supervisor’s PIN", "1111")
        cashier.type("Why is there no code?", "dead phone")
        cashier.enter()
        cashier.until_says("PIN is wrong")

    def write() -> None:
        cashier.press("Add a note")
        cashier.keys("for a friend")

    def choose_by_hand() -> None:
        cashier.press("Redeem from a group")
        cashier.press("Use this group")

    def mistype() -> None:
        cashier.send_code("20")
        cashier.enter_code("WRONG1")
        cashier.until_says("(808)")

    steps: tuple[Callable[[], None], ...] = (call, ask_supervisor, write, choose_by_hand, mistype)
    for step in steps:
        cashier.find_member("9876543005" if step is choose_by_hand else ASHA)
        step()
        cashier.key(Qt.Key.Key_F4)
        cashier.until_at(Place.MEMBER)
        assert cashier.message == ""
        assert in_error(cashier) == []
        seen = cashier.texts()
        assert not [one for one in seen if "missed call" in one.lower() or "PIN" in one or "friend" in one], seen
        cashier.find_member("9876543010")
        cashier.send_code("20")
        assert cashier.text("Validation code") == ""
        assert not cashier.sees("Supervisor’s PIN")
        assert not cashier.sees("Number to call")
        assert cashier.screen.choices.notes == ""
        assert cashier.message == ""
        cashier.key(Qt.Key.Key_F4)
        cashier.until_at(Place.MEMBER)


def test_the_till_says_afterwards_that_it_has_waited(open_till: OpenTill, service: PracticeService) -> None:
    """While the service is busy the till waits, and then says that all is well."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.ERROR_429_RETRY_AFTER, 1, call=Call.FIND_MEMBER, seconds=1)
    cashier.find_member()
    assert cashier.message == "The service was very busy. The till waited until it answered."
    cashier.keys("20")
    assert cashier.message == ""


def test_news_never_moves_the_focus_and_leaves_the_message(open_till: OpenTill, service: PracticeService) -> None:
    """A warning that stays is above the page, whatever else there is to say."""
    cashier = open_till(service=service)
    cashier.type("Mobile number", "12")
    cashier.enter()
    said = cashier.message
    cashier.session.controller.add_standing_warning("Close the other window.")
    assert cashier.focus == "Mobile number"
    assert cashier.value("Warning") == "Close the other window."
    assert cashier.message == said


def test_the_focus_goes_straight_to_the_next_field(open_till: OpenTill) -> None:
    """From number to points to code to the receipt, no other widget has the focus in between."""
    cashier = open_till()
    visited: list[str] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def note(_old: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            visited.append(now.accessibleName())

    app.focusChanged.connect(note)
    try:
        cashier.keys(ASHA)
        cashier.enter()
        cashier.until_at(Place.POINTS)
        cashier.keys("12.5")
        cashier.enter()
        cashier.until_at(Place.CODE)
        cashier.keys(cashier.code())
        cashier.enter()
        cashier.until_at(Place.RECEIPT)
        cashier.enter()
        cashier.until_at(Place.MEMBER)
    finally:
        app.focusChanged.disconnect(note)
    assert visited == ["Points to redeem", "Validation code", "New customer", "Mobile number"]


def test_expiring_points_are_mentioned_before_anything_is_typed(open_till: OpenTill) -> None:
    """The window says how many expire next, and on which day."""
    cashier = open_till(look_ahead=True)
    cashier.find_member("9876543012")
    cashier.until(lambda: cashier.label("outlook"), "the points that expire")
    assert cashier.label("outlook").startswith("412 of the 1,991 points expire on ")
    cashier.key(Qt.Key.Key_F4)
    cashier.find_member()
    assert cashier.label("outlook") == ""


@pytest.mark.parametrize(
    ("mobile", "says"),
    [
        ("9876540805", "The member has not collected enough points in total to redeem any yet."),
        ("9876540819", "can be redeemed at one time."),
        ("9876540827", "Redeeming points is not switched on for this shop."),
    ],
)
def test_why_points_cannot_be_redeemed_is_said_before_any_is_typed(open_till: OpenTill, mobile: str, says: str) -> None:
    """The service is asked about all of the member's points as soon as the member is found."""
    cashier = open_till(look_ahead=True)
    cashier.find_member(mobile)
    cashier.until(lambda: says in cashier.label("outlook"), says)
    assert cashier.text("Points to redeem") == ""
    assert cashier.focus == "Points to redeem"


def test_what_is_said_before_has_the_number_for_support(open_till: OpenTill) -> None:
    """It asks the cashier to tell support the number, so the number stands there."""
    cashier = open_till(look_ahead=True)
    cashier.find_member("9876540827")
    cashier.until(lambda: cashier.label("outlook"), "why no points can be redeemed")
    assert cashier.label("outlook").endswith("Tell support the number below. (827)")


def test_a_service_that_does_not_know_expiring_points_is_no_problem(
    open_till: OpenTill, service: PracticeService
) -> None:
    """No message appears, and the redemption goes on."""
    service.bad_day(BadDay.ERROR_503, call=Call.EXPIRING)
    cashier = open_till(service=service, look_ahead=True)
    cashier.redeem("10")
    assert cashier.message == ""
