"""The focus goes straight to where the next input belongs. What it passes on the way, a screen reader would read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.focus import follow_focus
from tests.journeys.signing_on import sign_on
from tests.journeys.test_give_back import open_page, redeemed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


class _Path(QObject):
    """What had the focus, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        follow_focus(self.on_moved)

    @Slot(QWidget, QWidget)
    def on_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Notes what has it now."""
        if now is not None:
            self.names.append(now.accessibleName())


@contextmanager
def focus_path() -> Iterator[list[str]]:
    """Yields the names of what gets the focus inside, in order."""
    path = _Path()
    yield path.names
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.disconnect(path.on_moved)


def by_keyboard(cashier: Cashier, name: str) -> None:
    """Moves the focus to a button with Tab, so that it has it when it is pressed."""
    cashier.find(name).setFocus(Qt.FocusReason.TabFocusReason)


def test_redeeming_without_a_code(open_till: OpenTill, service: PracticeService, stored_pin: str) -> None:
    """The focus goes from the button, which is hidden then, to the supervisor's PIN, and back to the code."""
    cashier = open_till(service=service, skip_validation=True, supervisor_pin=stored_pin)
    cashier.find_member()
    cashier.send_code("12.5")
    by_keyboard(cashier, "Redeem without a code")
    with focus_path() as path:
        cashier.key(Qt.Key.Key_Space)
        cashier.until_sees("Supervisor’s PIN")
    assert path == ["Supervisor’s PIN"]
    by_keyboard(cashier, "Go back")
    with focus_path() as path:
        cashier.key(Qt.Key.Key_Space)
        cashier.until_sees("Validation code")
    assert path == ["Validation code"]


def test_a_missed_call(open_till: OpenTill, service: PracticeService) -> None:
    """The focus waits in the code field while the service is asked, then goes to *Redeem*, and back to the code."""
    cashier = open_till(service=service, missed_call=True, code_by_email=True)
    cashier.find_member()
    cashier.send_code("12.5")
    by_keyboard(cashier, "Missed call")
    with focus_path() as path:
        cashier.key(Qt.Key.Key_Space)
        cashier.until_sees("Number to call")
    assert path == ["Validation code", "Redeem 12.5 points"]
    by_keyboard(cashier, "Send a code instead")
    with focus_path() as path:
        cashier.key(Qt.Key.Key_Space)
        cashier.until_sees("Validation code")
    assert path == ["Validation code"]


def test_closing_the_day(open_till: OpenTill, service: PracticeService) -> None:
    """The focus goes from *Close the day* to *Not yet*, back, and to *History* once the day is closed."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    cashier.rest()
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    cashier.press("End of day")
    cashier.until(lambda: cashier.sees("Redeemed") and cashier.value("Redeemed"), "the figures")
    cashier.until(lambda: cashier.focus == "Close the day", "the focus")
    with focus_path() as path:
        cashier.enter()
    assert path == ["Not yet"]
    with focus_path() as path:
        cashier.enter()
    assert path == ["Close the day"]
    cashier.rest()
    cashier.enter()
    with focus_path() as path:
        cashier.escape()
    assert path == ["Close the day"]
    cashier.rest()
    cashier.enter()
    question = cashier.session.view.pages.day_page.confirm
    question.setFocus(Qt.FocusReason.TabFocusReason)
    with focus_path() as path:
        cashier.key(Qt.Key.Key_Space)
        cashier.until(lambda: cashier.sees("Closed"), "the closed day")
    assert path == ["Back to History"]


def test_signing_off(open_till: OpenTill, service: PracticeService) -> None:
    """The focus goes from *Sign off* to the next cashier's name."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.find_member()
    by_keyboard(cashier, "Sign off")
    with focus_path() as path:
        cashier.key(Qt.Key.Key_Space)
    assert path == ["Cashier"]


def test_signing_on(open_till: OpenTill, service: PracticeService) -> None:
    """The focus goes to the first field."""
    cashier = open_till(service=service, sign_on=True)
    cashier.type("Cashier", "Meera")
    with focus_path() as path:
        cashier.enter()
        cashier.until_sees("Mobile number")
    assert path == ["Mobile number"]


def test_giving_points_back(open_till: OpenTill, service: PracticeService) -> None:
    """The focus goes from the reason to *Done*, and to no button that a second press of Enter would press."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    cashier.type("Points to give back", "40")
    cashier.type("Reason", "Item returned")
    with focus_path() as path:
        cashier.enter()
        cashier.until_sees("Done")
    assert path == ["Done"]
