"""The customer sees points and money but never a whole number, and types the code without the cashier's keyboard."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.domain.eligibility import CodeChannel
from desktop.gui.screen import Place
from desktop.gui.style import Style
from desktop.training.bad_days import BadDay
from desktop.training.members import Account
from tests.gui.test_layouts import clipped, name_of, settle
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


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "1,991 points"), ("5000", "1,991 points"), ("12.5.", "1,991 points"), ("250.125", "250.125 points")],
)
def test_points_that_are_typed_no_more_are_not_shown(
    open_till: OpenTill, service: PracticeService, typed: str, says: str
) -> None:
    """The customer never reads an amount that the cashier has changed, even if the service does not answer any more."""
    cashier = open_till(service=service, customer_display="window")
    window = display_of(cashier)
    cashier.find_member()
    cashier.type("Points to redeem", "25")
    cashier.until(lambda: "25 points" in texts(window), "the worth")
    cashier.type("Bill number", "MG-1")
    assert "25 points" in texts(window)
    cashier.type("Points to redeem", typed)
    if typed == "250.125":
        assert "25 points" not in texts(window)
    cashier.until(lambda: says in texts(window), "the next amount")
    assert not any("25.00" in text or text == "25 points" for text in texts(window))


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
    assert any(ASHA[-4:] in one for one in digits)
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


SIZES = (
    *((1024, 600), (800, 600), (1280, 800), (1920, 1080), (1366, 768), (800, 480), (640, 480)),
    *((720, 720), (800, 1280), (600, 1024), (480, 800), (1080, 1920)),
)
"""Displays that are sold for customers, some of them upright."""


def visible_parts(window: QWidget) -> list[QWidget]:
    """Returns the words and keys that are shown."""
    return [
        one for one in window.findChildren(QWidget) if one.isVisible() and isinstance(one, QAbstractButton | QLabel)
    ]


def misplaced_parts(window: QWidget) -> list[str]:
    """Returns the words and keys that are outside of the window, too small for their text, or overlap."""
    parts = visible_parts(window)
    places = {one: QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in parts}
    found = [f"outside: {name_of(one)}" for one in parts if not window.rect().contains(places[one])]
    found += [f"clipped: {name_of(one)}" for one in parts if clipped(one)]
    return found + [
        f"overlapping: {name_of(one)}, {name_of(other)}"
        for one, other in combinations(parts, 2)
        if places[one].intersects(places[other])
    ]


@pytest.mark.parametrize(("language", "has_pad"), [("en", True), ("th", True), ("fr", True), ("ar", False)])
def test_everything_is_on_the_display(
    open_till: OpenTill, service: PracticeService, language: str, *, has_pad: bool
) -> None:
    """At every step, on displays of every form, nothing is cut off, and what is redeemed can be read beside the code.

    A member who cannot touch *Done* cannot enter the code.
    """
    cashier = open_till(
        service=service,
        customer_display="window",
        number_pad="always" if has_pad else "never",
        language=language,
        country="IN",
        store="Hypermarket of the Northern Railway Station",
    )
    window = display_of(cashier)

    def check(step: str) -> None:
        for size in SIZES:
            window.resize(*size)
            settle(cashier)
            assert (window.width(), window.height()) == size
            assert (step, size, misplaced_parts(window)) == (step, size, [])
            assert window.main.isVisible()

    check("welcome")
    cashier.find_member()
    check("points")
    cashier.send_code("250.125")
    check("code")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    check("wrong code")
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    check("receipt")


def test_a_font_with_high_lines_fits(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The amount and the spaces get smaller if lines are higher, as those of Thai are. Then there is room again."""
    its_sheet = Style.sheet_at
    higher = "#customer QLabel { padding-top: 4px; padding-bottom: 4px; }"
    monkeypatch.setattr(Style, "sheet_at", lambda style, scale: its_sheet(style, scale) + higher)
    cashier = open_till(service=service, customer_display="window", number_pad="always", country="IN")
    window = display_of(cashier)
    cashier.find_member()
    sizes = {}
    for step in ("points", "code"):
        if step == "code":
            cashier.send_code("250.125")
        for size in SIZES:
            window.resize(*size)
            settle(cashier)
            assert (step, size, misplaced_parts(window)) == (step, size, [])
            sizes[step, size] = window.main.font().pixelSize()
    assert sizes["code", (800, 480)] < sizes["points", (800, 480)] == sizes["code", (1024, 600)]


@pytest.mark.parametrize("size", SIZES)
def test_a_member_can_touch_every_key(open_till: OpenTill, service: PracticeService, size: tuple[int, int]) -> None:
    """Keys are large enough on every display, also if it becomes another one while the code is asked."""
    cashier = open_till(service=service, customer_display="window", number_pad="always")
    window = display_of(cashier)
    cashier.find_member()
    cashier.send_code("12.5")
    window.resize(*size)
    settle(cashier)
    keys = [one for one in visible_parts(window) if isinstance(one, QAbstractButton)]
    assert len(keys) == len("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") + 2
    assert min(key.height() for key in keys) >= 44
    assert min(key.width() for key in keys) >= 40
    touch(window, cashier.code())
    assert cashier.text("Validation code") == cashier.code()


@pytest.mark.parametrize("has_pad", [True, False])
@pytest.mark.parametrize(
    ("change", "says_phone"),
    [
        ({}, True),
        ({"channel": CodeChannel.WHATSAPP}, True),
        ({"channel": CodeChannel.EMAIL}, False),
        ({"sent": False}, False),
    ],
)
def test_the_display_says_where_the_code_is_only_if_it_is_there(
    open_till: OpenTill, service: PracticeService, change: dict[str, Any], *, says_phone: bool, has_pad: bool
) -> None:
    """A code that was sent by e-mail, or that could not be sent, is not looked for on the phone."""
    cashier = open_till(
        service=service, customer_display="window", number_pad="always" if has_pad else "never", country="IN"
    )
    window = display_of(cashier)
    cashier.find_member()
    cashier.send_code("5")
    code = cashier.screen.code
    assert code is not None
    window.draw(replace(cashier.screen, code=replace(code, **change)))
    assert ("8221" in window.hint.text()) is says_phone
    assert ("sent" in window.hint.text().lower()) is (says_phone or (change.get("sent", True) and has_pad))
    assert ("good until about" in window.hint.text()) is (has_pad and change.get("sent", True))


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


def test_a_display_that_was_closed_by_mistake_is_back_for_the_next_customer(
    open_till: OpenTill, service: PracticeService
) -> None:
    """The till goes on meanwhile. The window comes back where it was, without the keyboard."""
    cashier = open_till(service=service, customer_display="window")
    window = display_of(cashier)
    window.setGeometry(40, 30, 900, 600)
    cashier.find_member()
    window.close()
    assert not window.isVisible()
    cashier.send_code("5")
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert not window.isVisible()
    cashier.press("New customer")
    assert display_of(cashier) is window
    assert "Welcome" in texts(window)
    assert window.geometry() == QRect(40, 30, 900, 600)
    assert cashier.focus == "Mobile number"
    assert cashier.end()
    assert not window.isVisible()


@pytest.mark.parametrize("setting", ["off", "second"])
def test_without_a_second_display_nothing_is_shown(open_till: OpenTill, service: PracticeService, setting: str) -> None:
    """With the setting off, or with one display only, there is no second window."""
    cashier = open_till(service=service, customer_display=setting)
    assert cashier.session.customer is None or not cashier.session.customer.isVisible()
