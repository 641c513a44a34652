"""Tests WCAG 2.2 AA over all pages: what a screen reader is told, and that the keyboard alone is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.settings import SCHEMA
from desktop.gui.screen import Place
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.setting_control import PrinterControl
from desktop.store import policy_trust
from tests.gui.screen_reader import barriers, name_of
from tests.gui.test_layouts import settle
from tests.journeys.cashier import ASHA
from tests.journeys.test_give_back import open_page, redeemed
from tests.pictures.scenes import SCENES

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.keyrings import MemoryKeyring
    from tests.journeys.tills import OpenTill


@pytest.mark.parametrize("name", [name for name, scene in SCENES.items() if not scene.is_new])
def test_every_page_can_be_used_without_sight_and_without_a_mouse(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Names, labels, lists, tabs, errors, sizes and the order of the Tab key are right on every page."""
    scene = SCENES[name]
    # A test cannot own a system's folder.
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")
    cashier = open_till(
        service=None if scene.training or not scene.ready else service,
        failure=None if scene.ready else JournalUnusable(JournalTrouble.DAMAGED),
        ready=scene.ready,
        size=(1366, 768),
        **({"store": "MG Road", "cashier": "Meera"} | scene.file_of_pins(tmp_path) | scene.settings),
    )
    found = {}
    for state in scene.walk(cashier):
        settle(cashier)
        if wrong := barriers(cashier.window):
            found[state] = wrong
    assert found == {}


def check(window: QWidget) -> None:
    """Fails if anything on a page of its own is a barrier."""
    assert barriers(window) == []


def test_giving_back(open_till: OpenTill, service: PracticeService) -> None:
    """The page that gives points back, with an error at a field, and its outcome."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    settle(cashier)
    check(cashier.window)
    cashier.keys("4000")
    cashier.enter()
    settle(cashier)
    check(cashier.window)
    cashier.type("Points to give back", "40")
    cashier.enter()
    cashier.keys("Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    settle(cashier)
    check(cashier.window)


def test_the_first_start(open_till: OpenTill, machine_keyring: MemoryKeyring) -> None:
    """The pages of the first start, also with an empty field."""
    assert machine_keyring is not None
    cashier = open_till(server="", ready=False, training=False)
    cashier.until_sees("Address of the service")
    settle(cashier)
    check(cashier.window)
    cashier.press("Test connection")
    settle(cashier)
    check(cashier.window)
    field = cashier.find("Address of the service")
    assert field.accessibleDescription().startswith("Error: Enter the address of the service.")


def test_a_wrong_setting_says_so(open_till: OpenTill, service: PracticeService) -> None:
    """A value that cannot be used is in the description of its control until it is right."""
    cashier = open_till(service=service)
    cashier.key(Qt.Key.Key_F10)
    cashier.type("Time to connect", "soon")
    cashier.press("Save")
    settle(cashier)
    field = cashier.find("Time to connect")
    assert field.accessibleDescription().startswith("Error: Time to connect: ")
    check(cashier.window)


def test_the_settings_in_a_narrow_window(open_till: OpenTill, service: PracticeService) -> None:
    """The choice of a group has its name, and Tab comes to it after the search, which stands before it."""
    cashier = open_till(service=service, size=(800, 600))
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Test connection")
    settle(cashier)
    assert cashier.sees("Group")
    check(cashier.window)


def test_the_customers_display(open_till: OpenTill, service: PracticeService) -> None:
    """The second display has no barrier either."""
    cashier = open_till(service=service, customer_display="window")
    window = cashier.session.customer
    assert window is not None
    check(window)
    cashier.find_member()
    check(window)
    cashier.send_code("10")
    check(window)


def test_what_is_in_a_page_is_gone_with_it(open_till: OpenTill, service: PracticeService) -> None:
    """The rows of the history and the groups of the settings cannot be read on the next customer's page."""
    cashier = redeemed(open_till, service)
    pages = ((Qt.Key.Key_F2, "Redemptions", "Print receipt"), (Qt.Key.Key_F10, "Groups of settings", "Save"))
    for key, name, beside in pages:
        cashier.key(key)
        cashier.until_sees(name)
        cashier.until_sees(beside)
        settle(cashier)
        before = cashier.find(name).size()
        cashier.key(key)
        settle(cashier)
        check(cashier.window)
        cashier.key(key)
        cashier.until_sees(name)
        cashier.until_sees(beside)
        settle(cashier)
        assert cashier.find(name).size() == before
        check(cashier.window)
        cashier.key(key)


def test_a_list_has_entries_only_while_it_is_open(qtbot: QtBot, qt_warnings: list[str]) -> None:
    """It opens at its value, and its entries are gone when it has closed; what was chosen stays chosen."""
    box = ChoiceBox("Theme", "theme")
    qtbot.addWidget(box)
    box.show_entries([("Light", 1), ("Dark", 2), ("System", 3)], 2)
    assert box.view().model().rowCount() == 0
    with qtbot.waitExposed(box):
        box.show()
    box.showPopup()
    assert box.view().model().rowCount() == 3
    assert box.view().currentIndex().row() == 1
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.view().model().rowCount() == 0)
    assert box.value == 3
    # The offscreen platform warns about every list that opens. A real platform does not.
    qt_warnings[:] = [one for one in qt_warnings if "This plugin does not support" not in one]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return])
def test_a_choice_that_has_an_effect_at_once_is_made_in_the_list(
    qtbot: QtBot, qt_warnings: list[str], key: Qt.Key
) -> None:
    """The arrows and Enter open it, and choose nothing before."""
    box = ChoiceBox("Printer", "printer")
    box.choose_in_list()
    qtbot.addWidget(box)
    box.show_entries([("Choose a printer", 0), ("Kitchen", 1), ("Office", 2)], 0)
    with qtbot.waitExposed(box):
        box.show()
    with qtbot.assertNotEmitted(box.activated):
        QTest.keyClick(box, key)
    assert box.currentText() == "Choose a printer"
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(box.activated):
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentText() == "Kitchen"
    # The offscreen platform warns about every list that opens. A real platform does not.
    qt_warnings[:] = [one for one in qt_warnings if "This plugin does not support" not in one]


def test_a_reader_finds_the_value_of_a_closed_choice_that_has_the_focus(qtbot: QtBot) -> None:
    """Orca 43 reads it from the list: the one entry, which is selected and not focused. Other lists stay empty."""
    page = QWidget()
    column = QVBoxLayout(page)
    box, other = ChoiceBox("Theme", "theme"), ChoiceBox("Language", "language")
    for one in (box, other):
        one.show_entries([("Light", 1), ("Dark", 2), ("System", 3)], 2)
        column.addWidget(one)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()

    def selected(of: ChoiceBox) -> list[str]:
        listed = QAccessible.queryAccessibleInterface(of).child(0)
        entries = [listed.child(at) for at in range(listed.childCount())]
        assert all(one.state().selected and not one.state().focused for one in entries)
        return [one.text(QAccessible.Text.Name) for one in entries]

    box.setFocus()
    assert (selected(box), selected(other)) == (["Dark"], [])
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert selected(box) == ["System"]
    other.setFocus()
    assert selected(other) == ["Dark"]
    qtbot.waitUntil(lambda: selected(box) == [])


def test_a_redemption_with_the_keyboard_alone(open_till: OpenTill, service: PracticeService) -> None:
    """Tab reaches, the space bar and Enter press, and Escape leaves."""
    cashier = open_till(service=service)
    cashier.keys(ASHA)
    tab_to(cashier, "Find member")
    cashier.key(Qt.Key.Key_Space)
    cashier.until_at(Place.POINTS)
    cashier.keys("12.5")
    tab_to(cashier, "Send code")
    cashier.key(Qt.Key.Key_Space)
    cashier.until_at(Place.CODE)
    cashier.escape()
    cashier.until_at(Place.POINTS)
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.keys(cashier.code())
    tab_to(cashier, "Redeem 12.5 points")
    cashier.enter()
    cashier.until_at(Place.RECEIPT)
    for page in ("History", "Settings"):
        tab_to(cashier, page)
        cashier.key(Qt.Key.Key_Space)
        cashier.until_sees("Close")
        cashier.escape()
        cashier.until_sees("Updated balance")


def tab_to(cashier: Cashier, name: str) -> None:
    """Presses Tab until a widget has the focus."""
    for _ in range(40):
        if cashier.focus == name:
            return
        cashier.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def test_the_error_of_a_setting_ends_before_what_the_setting_is_for(qtbot: QtBot, style: Style) -> None:
    """Orca read both as one sentence."""
    control = PrinterControl(SCHEMA["printer"], style)
    qtbot.addWidget(control)
    control.describe("A system queue", "")
    control.set_bad(bad=True, why="must be tcp://HOST:PORT")
    assert control.target.accessibleDescription() == "Error: must be tcp://HOST:PORT. A system queue"


def test_an_empty_printer_is_called_the_default_one(qtbot: QtBot, style: Style) -> None:
    """Orca reads the name of an empty field as the value of its box. It said the name of the setting twice."""
    control = PrinterControl(SCHEMA["printer"], style)
    qtbot.addWidget(control)
    field = control.findChild(QLineEdit)
    assert field is not None
    reader = QAccessible.queryAccessibleInterface(field)
    assert name_of(reader) == "Default printer"
    control.show_value("tcp://127.0.0.1:9100")
    assert name_of(reader) == "Printer"
    control.show_value("")
    assert name_of(reader) == "Default printer"
    assert control.accessibleName() == "Printer"
