"""The customer sees points and money but never a whole number, and types the code without the cashier's keyboard."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.gui.screen import Place
from desktop.training.bad_days import BadDay
from desktop.training.members import Account
from tests.gui.test_layouts import settle
from tests.journeys.cashier import ASHA
from tests.journeys.signing_on import sign_off, sign_on

if TYPE_CHECKING:
    from desktop.gui.customer_window import CustomerWindow
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


def display_of(cashier: Cashier) -> CustomerWindow:
    """Returns the customer's display."""
    window = cashier.session.customer
    assert window is not None
    assert window.isVisible()
    return window


def texts(window: CustomerWindow) -> list[str]:
    """Returns every visible text, without the marks around names."""
    shown = (one.text() for one in window.findChildren(QLabel) if one.isVisible())
    return [text.replace("\u2068", "").replace("\u2069", "") for text in shown if text]


def touch(window: CustomerWindow, code: str) -> None:
    """Types a code on the display's keys, then touches Done."""
    keys = {one.text(): one for one in window.pad.findChildren(QAbstractButton)}
    for letter in (*code, "Done"):
        QTest.mouseClick(keys[letter], Qt.MouseButton.LeftButton)


def test_the_customer_sees_points_value_and_balance(open_till: OpenTill, service: PracticeService) -> None:
    """From the welcome to the amount taken, the display says what the customer wants to know."""
    cashier = open_till(service=service, customer_display="window", store="MG Road")
    window = display_of(cashier)
    assert "Welcome" in texts(window)
    assert "MG Road" in texts(window)
    cashier.find_member()
    assert {"Asha, you have", "1,991 points"} <= set(texts(window))
    cashier.type("Points to redeem", "250.125")
    cashier.until(lambda: "₹\xa0250.13 off your bill" in texts(window), "the worth")
    cashier.enter()
    cashier.until_sees("Validation code")
    shown = texts(window)
    assert {"Asha, you are using", "250.125 points", "You keep", "1,740.875"} <= set(shown)
    assert any("8221" in text for text in shown)
    cashier.type("Validation code", cashier.code())
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert {"Thank you", "₹\xa0250.13 off your bill", "1,740.875"} <= set(texts(window))
    cashier.press("New customer")
    assert "Welcome" in texts(window)


@pytest.mark.parametrize(("language", "name"), [("ar", "Asha"), ("en", "عائشة")])
def test_a_name_in_another_script_does_not_turn_its_line_around(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    """A line that begins with a name goes on in the window's direction, so that the name is read first."""
    monkeypatch.setattr(Account, "first_name", name)
    cashier = open_till(service=service, customer_display="window", language=language, country="IN")
    window = display_of(cashier)
    cashier.find_member()
    text = window.lead.text()
    assert name in text
    layout = QTextLayout(text, window.lead.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    # PySide6 calls the pair an object.
    begin, end = (cast("tuple[float, int]", line.cursorToX(at))[0] for at in (text.index(name), len(text)))
    assert (begin > end) == (language == "ar")


def test_the_whole_number_is_never_shown(open_till: OpenTill, service: PracticeService) -> None:
    """At no step does the display show more of the number than its last four digits."""
    cashier = open_till(service=service, customer_display="window", number_pad="always")
    window = display_of(cashier)
    seen: list[str] = []
    cashier.session.controller.changed.connect(lambda _screen: seen.extend(texts(window)))
    cashier.redeem("5", bill="MG-1")
    digits = ["".join(one for one in text if one.isdigit()) for text in seen]
    assert any(one.endswith(ASHA[-4:]) for one in digits)
    assert not any(ASHA[-5:] in one for one in digits)


def test_the_member_types_the_code(open_till: OpenTill, service: PracticeService) -> None:
    """The code appears in the cashier's field, the focus stays there, and only the cashier's Enter redeems."""
    cashier = open_till(service=service, customer_display="window", number_pad="always")
    window = display_of(cashier)
    cashier.find_member()
    cashier.type("Points to redeem", "5")
    cashier.enter()
    cashier.until_sees("Validation code")
    touch(window, cashier.code())
    assert cashier.text("Validation code") == cashier.code()
    assert cashier.focus == "Validation code"
    assert cashier.message.startswith("The member has entered the code.")
    assert not service.ledger()
    cashier.rest()
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == 1


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", [(1024, 600), (800, 600), (1280, 800), (1920, 1080)])
def test_every_key_is_on_the_display(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int], language: str
) -> None:
    """A member who cannot touch Done cannot enter the code. Nothing overlaps either."""
    cashier = open_till(
        service=service, customer_display="window", number_pad="always", language=language, country="IN"
    )
    window = display_of(cashier)
    window.resize(*size)
    cashier.find_member()
    cashier.send_code("12.5")
    settle(cashier)
    assert (window.width(), window.height()) == size
    parts = [
        one for one in window.findChildren(QWidget) if one.isVisible() and isinstance(one, QAbstractButton | QLabel)
    ]
    places = [(one, QRect(one.mapTo(window, QPoint(0, 0)), one.size())) for one in parts]
    assert [one.objectName() for one, place in places if not window.rect().contains(place)] == []
    assert [
        (one.objectName(), other.objectName())
        for (one, place), (other, other_place) in combinations(places, 2)
        if place.intersects(other_place)
    ] == []
    assert min(place.height() for one, place in places if isinstance(one, QAbstractButton)) >= 44


def test_a_code_that_the_cashier_types_is_kept(open_till: OpenTill, service: PracticeService) -> None:
    """If the cashier has begun to type the code, the display does not replace it."""
    cashier = open_till(service=service, customer_display="window", number_pad="always")
    window = display_of(cashier)
    cashier.find_member()
    cashier.type("Points to redeem", "5")
    cashier.enter()
    cashier.until_sees("Validation code")
    cashier.type("Validation code", "NS")
    touch(window, "ABC123")
    assert cashier.text("Validation code") == "NS"


def test_a_wrong_code_can_be_typed_again(open_till: OpenTill, service: PracticeService) -> None:
    """After a refusal the boxes are empty, the display says so, and the next code replaces the wrong one."""
    cashier = open_till(service=service, customer_display="window", number_pad="always")
    window = display_of(cashier)
    cashier.find_member()
    cashier.type("Points to redeem", "5")
    cashier.enter()
    cashier.until_sees("Validation code")
    touch(window, "WRONG1")
    cashier.rest()
    cashier.enter()
    cashier.until(lambda: "That code was not accepted. Please try again." in texts(window), "the refusal")
    assert window.pad.code == ""
    touch(window, cashier.code())
    cashier.rest()
    cashier.enter()
    cashier.until_sees("Updated balance")


def test_an_unknown_outcome_is_told_calmly(open_till: OpenTill, service: PracticeService) -> None:
    """While the outcome is unknown, the display asks for a moment, and then shows what was taken."""
    cashier = open_till(service=service, customer_display="window", read_timeout=0.5, settle_after=0.5)
    window = display_of(cashier)
    cashier.lose_answer(BadDay.HANG_AFTER)
    assert "We are checking whether your points were used." in texts(window)
    cashier.until_at(Place.RECEIPT)
    assert "Thank you" in texts(window)


def test_a_balance_does_not_stay_while_no_one_is_signed_on(open_till: OpenTill, service: PracticeService) -> None:
    """The next people in the queue would read what the last customer had."""
    cashier = open_till(service=service, customer_display="window", sign_on=True)
    window = display_of(cashier)
    sign_on(cashier, "Meera")
    cashier.redeem("250.125")
    assert "1,740.875" in texts(window)
    sign_off(cashier)
    cashier.until(lambda: "Thank you" in texts(window), "the thanks")
    assert not any(digit in text for text in texts(window) for digit in "0123456789")


def test_the_display_never_takes_the_keyboard(open_till: OpenTill, service: PracticeService) -> None:
    """No widget of the display can have the focus, so a cashier's key never goes there."""
    cashier = open_till(service=service, customer_display="window", number_pad="always")
    window = display_of(cashier)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    cashier.find_member()
    assert cashier.focus == "Points to redeem"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not window.isAncestorOf(focused)
    for button in window.findChildren(QAbstractButton):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("setting", ["off", "second"])
def test_without_a_second_display_nothing_is_shown(open_till: OpenTill, service: PracticeService, setting: str) -> None:
    """With the setting off, or with one display only, there is no second window."""
    cashier = open_till(service=service, customer_display=setting)
    assert cashier.session.customer is None or not cashier.session.customer.isVisible()
