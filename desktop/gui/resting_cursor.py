"""Stops the blinking of the text cursor while no one types, so that an idle till does nothing at all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.focus import follow_focus
from desktop.gui.focus_filter import FocusFilter
from desktop.gui.timers import once

REST_AFTER = 10_000
"""Milliseconds after the last key. GTK stops the cursor of its fields after the same time."""

_STILL, _AS_THE_SYSTEM = 0, -1
"""Values of Qt's flash time: always visible, and as the system's settings say."""

_USES = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress})


class RestingCursor(FocusFilter):
    """Lets the cursor blink after each key and each change of the focus, for a while. Then it stays visible.

    Each blink wakes the processor, and draws the field and everything behind it.
    """

    def __init__(self, parent: QObject, rest_after: int = REST_AFTER) -> None:
        """Lets the cursor blink from now on.

        Args:
            parent: Qt parent.
            rest_after: milliseconds after which it rests.
        """
        super().__init__(parent)
        self._timer = once(self, rest_after, self._rest)
        self._is_resting = True
        self.watch_focused()
        follow_focus(self._on_focus_moved)
        self._wake()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wakes the cursor. No event is filtered out."""
        if event.type() in _USES:
            self._wake()
        return False

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._wake()

    def _wake(self) -> None:
        if self._is_resting:
            self._is_resting = False
            QApplication.setCursorFlashTime(_AS_THE_SYSTEM)
        self._timer.start()

    @Slot()
    def _rest(self) -> None:
        self._is_resting = True
        QApplication.setCursorFlashTime(_STILL)
