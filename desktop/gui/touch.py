"""Tells whether the window is touched, so that it needs keys of its own, and when the finger is lifted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputDevice

from desktop.domain.settings import NumberPadMode
from desktop.gui.timers import once


def has_touch(mode: NumberPadMode) -> bool:
    """True if keys to touch are shown: always, never, or if there is a touch screen."""
    match mode:
        case NumberPadMode.ALWAYS:
            return True
        case NumberPadMode.NEVER:
            return False
        case NumberPadMode.AUTO:
            return any(device.type() == QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())


class Finger(QObject):
    """The finger, or a button of the mouse, under which nothing may move: it would press something else, or nothing.

    Signals:
        lifted: it was lifted, and what was under it has been pressed.
    """

    lifted = Signal()

    def __init__(self, parent: QObject) -> None:
        """Waits for nothing yet.

        Args:
            parent: Qt parent.
        """
        super().__init__(parent)
        self._is_watching = False
        self._lifted_soon = once(self, 0, self.lifted.emit)

    def holds(self) -> bool:
        """Returns True if anything is touched or pressed, so that nothing may move. `lifted` follows once.

        Until then it sees every event, because the release may go to any window.
        """
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            return False
        application = QCoreApplication.instance()
        if application is not None and not self._is_watching:
            self._is_watching = True
            application.installEventFilter(self)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the release, which goes on to what is under the finger."""
        application = QCoreApplication.instance()
        if event.type() == QEvent.Type.MouseButtonRelease and application is not None:
            self._is_watching = False
            application.removeEventFilter(self)
            self._lifted_soon.start()
        return super().eventFilter(watched, event)
