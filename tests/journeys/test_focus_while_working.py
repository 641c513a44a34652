"""While the till works on what a button began, the focus does no harm: Enter presses no other button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.failures import Call
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.journeys.test_give_back import open_page, redeemed

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.keyrings import MemoryKeyring
    from tests.journeys.tills import OpenTill


def press_by_keyboard(cashier: Cashier, name: str) -> None:
    """Moves the focus to a button and presses Enter."""
    cashier.find(name).setFocus(Qt.FocusReason.TabFocusReason)
    cashier.enter()


def test_testing_the_connection(open_till: OpenTill, service: PracticeService, machine_keyring: MemoryKeyring) -> None:
    """The focus stays on the button, and a second press makes no second call."""
    assert not machine_keyring.kept
    cashier = open_till(service=service)
    # After the check of the start, which is a call too.
    cashier.until_sees("Connection: Connected")
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Test connection")
    # The till's own login at its start may come late.
    cashier.until(lambda: len(service.requests()) > 0, "the login")
    before = len(service.requests())
    press_by_keyboard(cashier, "Test connection")
    assert cashier.focus == "Test connection"
    cashier.enter()
    cashier.until_says("The service responds and knows this till.")
    assert cashier.focus == "Test connection"
    assert len(service.requests()) == before + 1
    cashier.enter()
    cashier.until(lambda: len(service.requests()) == before + 2, "another test")


def test_collecting_a_support_file(open_till: OpenTill, service: PracticeService) -> None:
    """The focus stays on the button until the contents are shown."""
    cashier = open_till(service=service)
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Support file")
    press_by_keyboard(cashier, "Support file")
    assert cashier.focus == "Support file"
    cashier.until_sees("Save support file")
    cashier.escape()
    assert cashier.focus == "Support file"
    cashier.enter()
    cashier.until_sees("Save support file")


@pytest.mark.usefixtures("machine_keyring")
def test_testing_the_connection_at_the_first_start(open_till: OpenTill, service: PracticeService) -> None:
    """Enter does not begin the training, although its button comes next."""
    cashier = open_till(server="", ready=False, training=False)
    cashier.type("Address of the service", service.url)
    cashier.type("Name of this till", TILL)
    cashier.type("Password of this till", PASSWORD)
    press_by_keyboard(cashier, "Test connection")
    assert cashier.focus == "Address of the service"
    cashier.until_sees("Next")
    assert cashier.focus == "Next"


def test_comparing_the_day(open_till: OpenTill, service: PracticeService) -> None:
    """The focus stays on the button, so that Enter does not print the report."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    cashier.rest()
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    cashier.press("End of day")
    cashier.until(lambda: cashier.sees("Redeemed") and cashier.value("Redeemed"), "the figures")
    seen: set[str] = set()
    day = cashier.session.view.pages.day_page._day
    # What is shown in between may be over before a test looks at it.
    day.changed.connect(lambda _view: seen.add(cashier.focus))
    with cashier.qtbot.waitSignal(day.compared, timeout=20_000):
        press_by_keyboard(cashier, "Compare with the service")
    cashier.until(lambda: cashier.label("comparison"), "the result")
    assert seen | {cashier.focus} == {"Compare with the service"}


def test_giving_points_back(open_till: OpenTill, service: PracticeService) -> None:
    """The focus waits in the field of the points, which cannot be changed meanwhile."""
    cashier = redeemed(open_till, service, read_timeout=0.5)
    open_page(cashier)
    cashier.keys("40")
    cashier.press("Item returned")
    service.bad_day(BadDay.HANG, 1, call=Call.REVERSE)
    press_by_keyboard(cashier, "Give back 40 points")
    assert cashier.focus == "Points to give back"
    cashier.keys("7")
    assert cashier.text("Points to give back") == "40"
    cashier.until_sees("Done")
    assert cashier.focus == "Done"


def test_looking_for_another_printer(open_till: OpenTill, service: PracticeService) -> None:
    """The focus stays on the button until the printers are listed."""
    cashier = open_till(service=service, printer="tcp://127.0.0.1:9")
    cashier.redeem("10")
    cashier.press("Print receipt")
    cashier.until_sees("Another printer")
    press_by_keyboard(cashier, "Another printer")
    assert cashier.focus == "Another printer"
    with cashier.qtbot.waitSignal(cashier.session.printing.listed, timeout=20_000):
        cashier.enter()
    assert cashier.focus in {"Another printer", "Printer"}


def test_sending_a_code_by_e_mail(open_till: OpenTill, service: PracticeService) -> None:
    """The focus goes from the button to the code, and never to Redeem, which comes next in the window."""
    cashier = open_till(service=service, code_by_email=True)
    cashier.find_member()
    cashier.send_code("10")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    went_to: list[str] = []

    def note(_old: QWidget | None, now: QWidget | None) -> None:
        went_to.append("" if now is None else now.accessibleName())

    app.focusChanged.connect(note)
    try:
        press_by_keyboard(cashier, "By e-mail")
        cashier.until_says("The code has been sent again.")
    finally:
        app.focusChanged.disconnect(note)
    assert went_to == ["By e-mail", "Validation code"]
