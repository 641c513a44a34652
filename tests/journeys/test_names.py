"""The contract's names: what a screen reader finds at each step, and that everything can be reached and pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.domain.failures import Call
from desktop.gui.screen import Place
from desktop.gui.widgets.buttons import KeyButton
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import Cashier, snake

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

ALWAYS: tuple[tuple[str, type[QWidget]], ...] = (
    ("Message", QLabel),
    ("Connection", QLabel),
    ("History", QPushButton),
    ("Settings", QPushButton),
)
MEMBER: tuple[tuple[str, type[QWidget]], ...] = (
    ("Mobile number", QLineEdit),
    ("Find member", QPushButton),
    ("New customer", QPushButton),
)
POINTS: tuple[tuple[str, type[QWidget]], ...] = (
    ("Member", QLabel),
    ("Tier", QLabel),
    ("Available points", QLabel),
    ("New customer", QPushButton),
    ("Points to redeem", QLineEdit),
    ("Bill number", QLineEdit),
    ("All points", QPushButton),
    ("Half", QPushButton),
    ("Worth", QLabel),
    ("Send code", QPushButton),
)
CODE: tuple[tuple[str, type[QWidget]], ...] = (
    ("Member", QLabel),
    ("Available points", QLabel),
    ("Validation code", QLineEdit),
    ("Redeem", QPushButton),
    ("Send code again", QPushButton),
)
OUTCOME: tuple[tuple[str, type[QWidget]], ...] = (
    ("Receipt", QTextEdit),
    ("Updated balance", QLabel),
    ("Print receipt", QPushButton),
    ("Save receipt", QPushButton),
    ("New customer", QPushButton),
)


def check_names(cashier: Cashier, names: tuple[tuple[str, type[QWidget]], ...]) -> None:
    """Checks that each name exists once, on the right kind of widget, with the matching object name."""
    for name, kind in (*names, *ALWAYS):
        found = cashier.find(name)
        assert isinstance(found, kind), name
        assert found.objectName() == snake(name)
        if isinstance(found, QPushButton | QLineEdit):
            # While a question is open, only its answers can be pressed.
            is_behind = cashier.screen.question is not None and (name, kind) in ALWAYS
            assert found.isEnabled() != is_behind or name == "Send code again", name
            assert found.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def tab_stops(cashier: Cashier) -> set[QWidget]:
    """Returns every widget that the Tab key reaches."""
    reached: set[QWidget] = set()
    first = QApplication.focusWidget()
    assert first is not None
    for _ in range(200):
        cashier.key(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in reached:
            return reached
        reached.add(now)
    raise AssertionError("Tab never returns to the start")


def can_be_pressed(cashier: Cashier) -> list[QWidget]:
    """Returns every visible control that is enabled."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTextEdit, QAbstractItemView)
    found = [one for kind in kinds for one in cashier.window.findChildren(kind)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not isinstance(one, QHeaderView)]


def all_is_within_reach(cashier: Cashier) -> None:
    """Checks that every control has a name, an object name in snake_case, and a place in the tab order."""
    reached = tab_stops(cashier)
    for control in can_be_pressed(cashier):
        name = control.accessibleName()
        assert name.strip(), f"{control.objectName()} ({type(control).__name__}) has no name"
        assert control.objectName(), f"{name} has no object name"
        assert control.objectName() == snake(control.objectName()), control.objectName()
        # A key of the pad never takes the focus from the field that it types into. The keyboard has the same keys.
        assert control in reached or isinstance(control, KeyButton), f"Tab never reaches {name}"
    named = [(one.objectName(), one.accessibleName()) for one in can_be_pressed(cashier)]
    assert len({object_name for object_name, _ in named}) == len(named), sorted(named)


@pytest.fixture
def served(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Place], Cashier]:
    """Brings a cashier to a step."""
    monkeypatch.setattr("desktop.gui.worth_preview.WORTH_AFTER", 20)

    def bring_to(place: Place) -> Cashier:
        cashier = open_till(service=service, read_timeout=0.3, settle_after=60, code_again_after=0)
        if place is Place.MEMBER:
            return cashier
        cashier.find_member()
        cashier.type("Points to redeem", "250.125")
        cashier.until_sees("Worth")
        if place is Place.POINTS:
            return cashier
        cashier.enter()
        cashier.until_at(Place.CODE)
        if place is Place.CODE:
            return cashier
        if place is Place.UNKNOWN:
            code = cashier.code()
            service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
            service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
            cashier.enter_code(code)
        else:
            cashier.enter_code()
        cashier.until_at(place)
        return cashier

    return bring_to


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (Place.MEMBER, MEMBER),
        (Place.POINTS, POINTS),
        (Place.CODE, CODE),
        (Place.RECEIPT, OUTCOME),
        (Place.UNKNOWN, (("Next customer", QPushButton),)),
    ],
)
def test_the_names_of_the_contract(
    served: Callable[[Place], Cashier], place: Place, names: tuple[tuple[str, type[QWidget]], ...]
) -> None:
    """Each step has exactly the names of the contract, and every control on it can be reached."""
    cashier = served(place)
    check_names(cashier, names)
    all_is_within_reach(cashier)


def test_names_of_values_contain_their_words(served: Callable[[Place], Cashier]) -> None:
    """A label with a value has `<words>: <value>` as its name, even if the text on the screen differs."""
    cashier = served(Place.CODE)
    assert cashier.find("Available points").accessibleName() == "Available points: 1,991"
    assert cashier.find("Member").accessibleName() == "Member: Asha Rao"
    assert cashier.find("Tier").accessibleName() == "Tier: Silver"
    assert cashier.find("Connection").accessibleName() == "Connection: Connected"
    assert cashier.find("Redeem").accessibleName() == cashier.text("Redeem") == "Redeem 250.125 points"


def test_a_number_is_always_masked(served: Callable[[Place], Cashier]) -> None:
    """Once the member is found, screen and receipt show only the country and the last four digits."""
    cashier = served(Place.RECEIPT)
    shown = " ".join([*cashier.texts(), *cashier.names(), cashier.find("Receipt").toPlainText()])
    assert "8221" in shown
    assert "97777" not in shown


def test_a_message_is_announced(served: Callable[[Place], Cashier], monkeypatch: pytest.MonkeyPatch) -> None:
    """If a screen reader is active, the whole message is announced, with the number for support."""
    cashier = served(Place.CODE)
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr("desktop.gui.message_places.announce", lambda _about, text: said.append(text))
    cashier.enter_code("WRONG1")
    cashier.until_says("(808)")
    assert said == [cashier.message]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_F10])
def test_the_other_pages_are_within_reach(open_till: OpenTill, service: PracticeService, key: Qt.Key) -> None:
    """In history and settings every control has a name and is in the tab order, and the F-key closes them again."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    cashier.key(key)
    if key == Qt.Key.Key_F2:
        cashier.until_sees("Print receipt")
    all_is_within_reach(cashier)
    cashier.key(key)
    cashier.until_sees("Updated balance")


def test_the_training_panel_is_within_reach(open_till: OpenTill) -> None:
    """The member's phone, the sample members, the pad and the faults have names as well."""
    cashier = open_till(number_pad="always")
    tabs = cashier.find("Training", QTabBar)
    assert [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)] == [
        "Phone",
        "Members",
        "Lessons",
        "Keys",
    ]
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        all_is_within_reach(cashier)


def test_a_question_is_within_reach(open_till: OpenTill, service: PracticeService) -> None:
    """The two answers to a question have names, and the careful one has the focus."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    cashier.enter()
    cashier.find_member()
    cashier.type("Bill number", "MG-1")
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_sees("Redeem anyway")
    cashier.rest()
    check_names(cashier, (("Go back", QPushButton), ("Redeem anyway", QPushButton)))
    all_is_within_reach(cashier)


def test_tab_goes_in_the_order_of_reading(served: Callable[[Place], Cashier]) -> None:
    """From the points, Tab goes to the bill, the shortcuts and Send code before the bar."""
    cashier = served(Place.POINTS)
    cashier.find("Points to redeem").setFocus()
    order = []
    for _ in range(5):
        cashier.key(Qt.Key.Key_Tab)
        order.append(cashier.focus)
    assert order == ["Bill number", "All 1,991", "Half 995.5", "Add a note", "Send code"]


def test_space_presses_what_enter_presses(served: Callable[[Place], Cashier]) -> None:
    """Buttons react to both keys, as keyboard users expect."""
    cashier = served(Place.RECEIPT)
    cashier.key(Qt.Key.Key_Space)
    cashier.until_at(Place.MEMBER)
    assert cashier.focus == "Mobile number"
