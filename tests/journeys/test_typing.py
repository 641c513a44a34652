"""Validation while typing: what is rejected, why, and what was read; the number pad and scanners."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.points import Points
from desktop.gui.screen import Place
from tests.gui.test_layouts import settle
from tests.journeys.cashier import ASHA, VIKRAM, Cashier

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

NO_FOURTH = "Points have at most three decimal places."
DIGITS_ONLY = "Type digits only, with one mark for part of a point."
NO_GROUPS = "Leave out the marks that group thousands. Use one mark, for part of a point."


@pytest.fixture
def cashier(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Returns a cashier at the points step of a member with 1,991 points."""
    made = open_till(service=service)
    made.find_member()
    return made


def typed(cashier: Cashier, text: str) -> tuple[str, str]:
    """Returns the text in the field after typing, and the line below it."""
    cashier.type("Points to redeem", "")
    cashier.keys(text)
    return cashier.text("Points to redeem"), cashier.label("points_note")


def test_a_fourth_decimal_is_rejected_with_the_reason(cashier: Cashier) -> None:
    """The keystroke is rejected, the text stays, and the next good keystroke removes the explanation."""
    assert typed(cashier, "250.1259") == ("250.125", NO_FOURTH)
    assert cashier.message == ""
    cashier.key(Qt.Key.Key_Backspace)
    assert NO_FOURTH not in cashier.label("points_note")
    assert typed(cashier, "1.5000") == ("1.5000", typed(cashier, "1.5")[1])


@pytest.mark.parametrize(
    ("text", "stands", "why"),
    [
        ("12a", "12a", DIGITS_ONLY),
        ("-5", "-5", DIGITS_ONLY),
        ("1e2", "1e2", DIGITS_ONLY),
        ("+5", "+5", DIGITS_ONLY),
        ("1,5", "1,5", NO_GROUPS),
        ("1,234.5", "1,234.5", NO_GROUPS),
        ("1.2.3", "1.2.3", NO_GROUPS),
        ("1 ", "1 ", ""),
        ("1 5", "1 5", NO_GROUPS),
        ("1234567890123", "123456789012", "That is too many points. Check the number."),
    ],
)
def test_bad_input_never_becomes_another_amount(cashier: Cashier, text: str, stands: str, why: str) -> None:
    """Letters, signs, exponents, grouping marks and a second mark stay to be corrected, with the reason."""
    found, note = typed(cashier, text)
    assert found == stands
    assert why in note


@pytest.mark.parametrize("text", ["1,5", "1e2", "-5", "1.2.3", "5 points"])
def test_bad_input_is_not_sent(cashier: Cashier, text: str) -> None:
    """Enter shows the reason once more and makes no call. After the correction it goes on."""
    typed(cashier, text)
    cashier.enter()
    assert cashier.message in {NO_GROUPS, DIGITS_ONLY}
    assert cashier.focus == "Points to redeem"
    assert not cashier.requests("/isredeemable")
    cashier.send_code("5")


def test_too_many_points_are_reported_at_once(cashier: Cashier) -> None:
    """The message appears before Enter. Enter then sends nothing and keeps the cursor there."""
    assert typed(cashier, "1991.001") == ("1991.001", "The member has 1,991 points. Enter no more than that.")
    assert typed(cashier, "1991")[1].endswith(" Leaves 0 points.")
    typed(cashier, "2000")
    cashier.enter()
    assert cashier.message == "The member has 1,991 points. Enter no more than that."
    assert cashier.focus == "Points to redeem"
    assert not cashier.requests("/isredeemable")


@pytest.mark.parametrize(
    ("text", "says"), [("", "Enter how many points the member wants to redeem."), ("0", "Enter more than 0 points.")]
)
def test_empty_and_zero_are_not_amounts(cashier: Cashier, text: str, says: str) -> None:
    """Enter on an empty field or on 0 says what is needed and makes no call."""
    typed(cashier, text)
    cashier.enter()
    assert cashier.message == says
    assert cashier.screen.place is Place.POINTS
    assert not cashier.requests("/isredeemable")


def test_what_was_read_is_shown_with_what_it_leaves(cashier: Cashier) -> None:
    """Before the amount can be sent, the window shows the value that it read, grouped as people there write it."""
    assert typed(cashier, "250.125")[1] == "250.125 points. Leaves 1,740.875 points."
    assert typed(cashier, "1234.500")[1].startswith("1,234.5 points. ")
    assert typed(cashier, "1")[1] == "1 point. Leaves 1,990 points."
    assert typed(cashier, "1990")[1] == "1,990 points. Leaves 1 point."


@pytest.mark.parametrize("digits", ["١٢٫٥", "१२.५", "１２.５"])
def test_digits_of_other_scripts_are_read(cashier: Cashier, digits: str) -> None:
    """Arabic, Devanagari and full-width digits are read: the amount on the wire is 12.5."""
    cashier.send_code(digits)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert [str(one.points) for one in cashier.service.ledger()] == ["12.5"]


def test_pasted_text_is_checked_too(cashier: Cashier) -> None:
    """Pasted text that is not an amount stays to be corrected. A pasted amount is filled in."""
    QGuiApplication.clipboard().setText("1,234.5")
    cashier.type("Points to redeem", "")
    cashier.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cashier.text("Points to redeem") == "1,234.5"
    assert cashier.label("points_note") == NO_GROUPS
    QGuiApplication.clipboard().setText("12.345")
    cashier.type("Points to redeem", "")
    cashier.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cashier.text("Points to redeem") == "12.345"


def test_a_decimal_comma(open_till: OpenTill, service: PracticeService) -> None:
    """In French the mark is a comma: typed, shown, and used by All points. The dot is read as well."""
    cashier = open_till(service=service, language="fr", country="FR")
    cashier.type("Mobile number", f"+91{VIKRAM}")
    cashier.enter()
    cashier.until_at(Place.POINTS)
    assert typed(cashier, "1,5")[0] == "1,5"
    assert typed(cashier, "1.5")[0] == "1.5"
    cashier.press("All points")
    assert cashier.text("Points to redeem") == "12,345"
    assert "12,345" in cashier.text("All points")
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert [str(one.points) for one in service.ledger()] == ["12.345"]


def test_all_points_of_a_member_with_parts_of_a_point(open_till: OpenTill, service: PracticeService) -> None:
    """All 12.345 points are exact on the button, in the field, on the wire, in the ledger and on the receipt."""
    cashier = open_till(service=service)
    cashier.find_member(VIKRAM)
    assert cashier.value("Available points") == "12.345"
    assert cashier.text("All points") == "All 12.345"
    cashier.press("All points")
    assert cashier.text("Points to redeem") == "12.345"
    assert cashier.focus == "Points to redeem"
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.value("Updated balance") == "0"
    assert '"points_redeemed": 12.345' in cashier.requests("/points/redeem")[0].replace('":1', '": 1')
    assert [str(one.points) for one in service.ledger()] == ["12.345"]
    assert "−12.345" in cashier.find("Receipt").toPlainText()


def test_half_of_the_points(open_till: OpenTill, service: PracticeService) -> None:
    """Half of 12.345 is 6.172, rounded down."""
    cashier = open_till(service=service)
    cashier.find_member(VIKRAM)
    assert cashier.text("Half") == "Half 6.172"
    cashier.press("Half")
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.value("Updated balance") == "6.173"


def test_a_member_without_points(open_till: OpenTill, service: PracticeService) -> None:
    """The window says so as soon as the member is found, asks for nothing, and Enter goes on to the next customer."""
    cashier = open_till(service=service)
    cashier.type("Mobile number", "9876543002")
    cashier.enter()
    cashier.until_says("Neha Iyer has no points to redeem. Finish the sale without points.")
    assert cashier.value("Available points") == "0"
    for name in ("Points to redeem", "Bill number", "All points", "Half", "Send code", "Add a note"):
        assert not cashier.sees(name)
    assert cashier.focus == "Next customer"
    cashier.enter()
    cashier.until_at(Place.MEMBER)
    assert cashier.text("Mobile number") == ""
    assert cashier.message == ""
    assert cashier.focus == "Mobile number"


def test_the_worth_is_shown_after_a_pause(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worth comes from the service, for exactly the amount in the field, and sends no code."""
    monkeypatch.setattr("desktop.gui.worth_preview.WORTH_AFTER", 20)
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Points to redeem", "250.125")
    cashier.until_sees("Worth")
    assert cashier.value("Worth") == "₹\N{NO-BREAK SPACE}250.13"
    cashier.key(Qt.Key.Key_Backspace)
    assert not cashier.sees("Worth")
    cashier.until_sees("Worth")
    assert cashier.value("Worth") == "₹\N{NO-BREAK SPACE}250.12"
    assert not service.codes()


def test_the_number_is_read_back(open_till: OpenTill) -> None:
    """What was typed or pasted is read back in international form, or the line says what is wrong with it."""
    cashier = open_till()
    for text, note in (
        (ASHA, "+91 97777 88221"),
        ("97777x", "Type the digits of the mobile number only."),
        ("+91 (97777) 88-221", "+91 97777 88221"),
        ("97777882211111111", "The number is too long. Ask the member to say it again."),
        ("00919777788221", "+91 97777 88221"),
        ("5000000000", "+91 5000 000 000 looks unusual. Check it with the member."),
        ("٩٧٧٧٧٨٨٢٢١", "+91 97777 88221"),
    ):
        cashier.type("Mobile number", text)
        cashier.until(lambda note=note: cashier.label("mobile_note") == note, note)  # type: ignore[misc]  # bound per round
        assert cashier.message == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Enter the member’s mobile number."),
        ("12", "The number is too short. Ask the member to say it again."),
        ("abc", "Type the digits of the mobile number only."),
        ("+999 12345678", "There is no such country code. Check the digits at the beginning."),
    ],
)
def test_a_bad_number_makes_no_call(open_till: OpenTill, text: str, says: str) -> None:
    """Enter on what cannot be a number says why, selects it, and makes no call."""
    cashier = open_till()
    cashier.type("Mobile number", text)
    cashier.enter()
    assert cashier.message == says
    assert cashier.focus == "Mobile number"
    assert not cashier.requests("/customer/get")


def test_the_number_pad_types_into_the_field_at_hand(open_till: OpenTill, service: PracticeService) -> None:
    """A whole redemption works by touch, with the focus staying in the field.

    A fourth decimal is rejected there too.
    """
    cashier = open_till(service=service, number_pad="always")
    for digit in ASHA:
        cashier.press(digit)
    assert cashier.text("Mobile number") == ASHA
    assert cashier.focus == "Mobile number"
    cashier.press("Find member")
    cashier.until_at(Place.POINTS)
    for key in ("1", "Decimal mark", "2", "3", "4", "5"):
        cashier.press(key)
    assert cashier.text("Points to redeem") == "1.234"
    assert cashier.label("points_note") == NO_FOURTH
    cashier.press("Backspace")
    assert cashier.text("Points to redeem") == "1.23"
    cashier.find("Bill number").setFocus()
    cashier.press("7")
    assert cashier.text("Bill number") == "7"
    cashier.press("Send code")
    cashier.until_at(Place.CODE)
    cashier.press("9")
    assert cashier.text("Validation code") == "9"
    cashier.enter_code()
    cashier.until_sees("Updated balance")


def test_the_pad_is_shown_only_if_it_is_wanted(open_till: OpenTill, service: PracticeService) -> None:
    """Without a touch screen and without the setting, there is no number pad."""
    assert not open_till(service=service).sees("Decimal mark")


def focused() -> QWidget:
    """Returns the focused widget."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("place", ["History", "Settings", "New customer", "Find member"])
def test_a_scanner_types_into_the_first_field_whatever_has_the_focus(open_till: OpenTill, place: str) -> None:
    """A scanner that types like a keyboard fills the field and presses Enter, although a button has the focus."""
    cashier = open_till()
    cashier.find(place).setFocus(Qt.FocusReason.TabFocusReason)
    assert cashier.focus == place
    for character in ASHA:
        QTest.keyClick(focused(), character)  # type: ignore[call-overload]  # the stubs leave characters out
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    cashier.until_sees("Available points")


def test_a_scanned_bill_number_waits_for_the_points(open_till: OpenTill, service: PracticeService) -> None:
    """A scanner's Enter in the bill's field goes to the points if they are empty."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Bill number", "MG-20417")
    cashier.enter()
    assert cashier.screen.place is Place.POINTS
    assert cashier.focus == "Points to redeem"
    assert cashier.message == ""
    cashier.keys("5")
    cashier.enter()
    cashier.until_at(Place.CODE)


def test_a_bill_that_is_required(open_till: OpenTill, service: PracticeService) -> None:
    """If a bill number is needed, its field asks for it before anything is sent."""
    cashier = open_till(service=service, bill_required=True)
    cashier.find_member()
    cashier.type("Points to redeem", "5")
    cashier.enter()
    assert cashier.message == "Enter the bill number."
    assert cashier.focus == "Bill number"
    assert not service.codes()
    cashier.keys("MG-1")
    cashier.enter()
    cashier.until_at(Place.CODE)


@pytest.mark.parametrize(("language", "country", "said"), [("ar", "EG", "٥ نقاط"), ("en", "IN", "5 points")])
def test_numbers_in_sentences_have_the_same_digits(open_till: OpenTill, language: str, country: str, said: str) -> None:
    """An amount reads the same in a sentence as alone."""
    controller = open_till(language=language, country=country).session.controller
    points = Points(Decimal(5))
    assert controller.words.points_in_words(points) == said
    assert controller.formats.number(points.value) == said[0]


class _FromSystem(QShowEvent):
    """A window that was minimised is shown by the system."""

    def spontaneous(self) -> bool:
        """Returns what Qt says of it."""
        return True


def test_half_a_code_is_still_there_when_a_minimised_window_comes_back(
    open_till: OpenTill, service: PracticeService
) -> None:
    """It must not be selected, because the next key would replace it. The window is not active yet then."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10")
    cashier.keys("QH5")
    code = cashier.find("Validation code", QLineEdit)
    code.clearFocus()
    assert QApplication.focusWidget() is None
    cashier.session.view.showEvent(_FromSystem())
    settle(cashier)
    code.setFocus()
    cashier.keys("A26")
    assert code.text() == "QH5A26"
