"""The customer's window has a display of its own, whatever is done to the displays, and never covers the till."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.gui import second_display
from desktop.gui.second_display import SecondDisplay

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT, RIGHT = QRect(0, 0, 1024, 600), QRect(1024, 0, 1280, 800)
SMALLER = QRect(1024, 0, 800, 600)


class Display(QObject):
    """A display that can be plugged in and out."""

    geometryChanged = Signal(QRect)  # noqa: N815 - Qt's name

    def __init__(self, place: QRect) -> None:
        super().__init__()
        self.place = place

    def geometry(self) -> QRect:
        """Returns its place."""
        return self.place


class Displays(QObject):
    """The displays of a till, and its two windows. The cashier's is on the left."""

    screenAdded, screenRemoved = Signal(object), Signal(object)  # noqa: N815 - Qt's names

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = Display(LEFT), Display(RIGHT)
        self.all = [self.left, self.right]
        self.cashiers = OnDisplay(self.left)
        self.customers = QWidget(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)

    def remove(self, display: Display) -> None:
        """Unplugs a display. The window system moves the cashier's window to another one."""
        self.all.remove(display)
        self.screenRemoved.emit(display)
        self.cashiers.display = self.all[0]

    def resize(self, display: Display, place: QRect) -> None:
        """Changes the resolution or the place of a display."""
        display.place = place
        display.geometryChanged.emit(place)

    def move_over_the_till(self) -> None:
        """Does what a window system may do by itself."""
        self.customers.setGeometry(LEFT)
        self.customers.windowHandle().screenChanged.emit(QGuiApplication.primaryScreen())

    @property
    def shown(self) -> QRect | None:
        """The place of the customer's window; None if it is hidden."""
        return self.customers.geometry() if self.customers.isVisible() else None


class OnDisplay(QWidget):
    """A window that says on which display it is."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self.display = display

    def screen(self) -> Display:  # type: ignore[override]
        """Returns its display."""
        return self.display


@pytest.fixture
def displays(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Displays:
    """Returns two displays, with the customer's window on the right one."""
    made = Displays()
    qtbot.addWidget(made.cashiers)
    qtbot.addWidget(made.customers)

    monkeypatch.setattr(Displays, "instance", lambda: made, raising=False)
    monkeypatch.setattr(Displays, "screens", lambda: made.all, raising=False)
    monkeypatch.setattr(second_display, "QGuiApplication", Displays)
    monkeypatch.setattr(second_display, "_SETTLED", 0)
    made.cashiers.show()
    SecondDisplay(made.customers, made.cashiers)
    assert made.shown == RIGHT
    return made


def test_it_hides_while_its_display_is_unplugged(displays: Displays, qtbot: QtBot) -> None:
    """It does not wait over the cashier's window, and is back with its display."""
    displays.remove(displays.right)
    qtbot.waitUntil(lambda: displays.shown is None)
    displays.all.append(displays.right)
    displays.screenAdded.emit(displays.right)
    qtbot.waitUntil(lambda: displays.shown == RIGHT)


def test_it_gives_up_its_display_to_the_cashier(displays: Displays, qtbot: QtBot) -> None:
    """If the cashier's display is unplugged, the till moves to the only one left, and must not be covered."""
    displays.remove(displays.left)
    qtbot.waitUntil(lambda: displays.shown is None)


def test_it_fills_a_display_that_changes(displays: Displays, qtbot: QtBot) -> None:
    """The resolution changes, also of a display that was plugged in later."""
    displays.resize(displays.right, SMALLER)
    qtbot.waitUntil(lambda: displays.shown == SMALLER)
    displays.remove(displays.right)
    other = Display(RIGHT)
    displays.all.append(other)
    displays.screenAdded.emit(other)
    qtbot.waitUntil(lambda: displays.shown == RIGHT)
    displays.resize(other, SMALLER)
    qtbot.waitUntil(lambda: displays.shown == SMALLER)


def test_two_displays_with_the_same_picture_have_no_room_for_it(displays: Displays, qtbot: QtBot) -> None:
    """Mirrored, it would cover the till."""
    displays.resize(displays.right, LEFT)
    qtbot.waitUntil(lambda: displays.shown is None)


def test_it_changes_places_with_the_till(displays: Displays, qtbot: QtBot) -> None:
    """A till that is dragged to the customer's display sends it to the other one."""
    displays.cashiers.display = displays.right
    displays.cashiers.windowHandle().screenChanged.emit(QGuiApplication.primaryScreen())
    qtbot.waitUntil(lambda: displays.shown == LEFT)


def test_a_window_system_that_moves_it_over_the_till(displays: Displays, qtbot: QtBot) -> None:
    """It is put back, and hidden if the window system insists."""
    for _ in range(2):
        displays.move_over_the_till()
        qtbot.waitUntil(lambda: displays.shown == RIGHT)
    displays.move_over_the_till()
    qtbot.waitUntil(lambda: displays.shown is None)
