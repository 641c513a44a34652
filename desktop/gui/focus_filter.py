"""Filters the events of the widget that has the focus, whichever that is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.gui.focus import follow_focus


class FocusFilter(QObject):
    """An event filter that follows the focus. Its `eventFilter` is the subclass's.

    It does not watch the whole application, because every event of every widget would then cost a call into Python.

    Attributes:
        watched: the widget that has the focus; None if none has.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Follows the focus from now on."""
        super().__init__(parent)
        self.watched: QWidget | None = None
        follow_focus(self._on_focus_changed)

    def watch_focused(self) -> None:
        """Watches the widget that has the focus already."""
        self._on_focus_changed(None, QApplication.focusWidget())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.watched is not None and isValid(self.watched):
            self.watched.removeEventFilter(self)
        self.watched = now
        if now is not None:
            now.installEventFilter(self)
