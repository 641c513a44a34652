"""Keeps the customer's window on a display of its own while displays are plugged in and out, moved and resized."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from desktop.gui.timers import once

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_SETTLED = 300
"""Milliseconds after which the window system has moved the windows of a display that changed. It moves them by itself,
also onto the cashier's display.
"""

_TRIES = 3
"""How often the window is put back if the window system moves it again. Then it is hidden: better no picture for the
customer than one over the cashier's.
"""


class SecondDisplay(QObject):
    """Shows a window on a display that the cashier's window is not on, and hides it if there is none."""

    def __init__(self, shown: QWidget, cashiers: QWidget) -> None:
        """Shows the window.

        Args:
            shown: fills the display. It owns this object.
            cashiers: the cashier's window, which has been shown.
        """
        super().__init__(shown)
        self._shown = shown
        self._cashiers = cashiers
        self._soon = once(self, _SETTLED, self._place)
        self._tries = 0
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self._on_changed)
        for display in QGuiApplication.screens():
            display.geometryChanged.connect(self._on_changed)
        for window in (shown, cashiers):
            window.winId()
        cashiers.windowHandle().screenChanged.connect(self._on_changed)
        shown.windowHandle().screenChanged.connect(self._soon.start)
        self._place()

    @Slot()
    def _place(self) -> None:
        taken = self._cashiers.screen().geometry()
        # Two displays that show the same picture have the same place.
        places = (one.geometry() for one in QGuiApplication.screens())
        free = [one for one in places if not one.intersects(taken)]
        now = self._shown.geometry()
        # Once it was put there, what the window system made of that is good enough.
        is_good = now in free or (self._tries > 0 and not now.intersects(taken))
        if free and self._shown.isVisible() and is_good:
            return
        # A window system may refuse to move a window that fills a display.
        self._shown.hide()
        if free and self._tries < _TRIES:
            self._tries += 1
            self._shown.setGeometry(free[0])
            # Not `showFullScreen`, which asks for the keyboard.
            self._shown.setWindowState(Qt.WindowState.WindowFullScreen)
            self._shown.show()

    @Slot(object)
    def _on_added(self, display: QScreen) -> None:
        display.geometryChanged.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._tries = 0
        self._soon.start()
