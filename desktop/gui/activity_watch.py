"""Notices that someone is using the window: keys, touches and the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_IN_WINDOW = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
    }
)
_IN_FIELD = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod})
"""An input method sends its text to the field, past the window."""


class ActivityWatch(QObject):
    """Watches the window itself and the widget that has the focus.

    It does not watch the whole application, because every event of every widget would then cost a call into Python. A
    mouse that only moves is no activity: a counter that shakes would keep a cashier signed on.

    Signals:
        seen: someone used the window.
    """

    seen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def watch(self, widget: QWidget) -> None:
        """Watches the window that a widget is in. Its focus is watched in any case."""
        handle = widget.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Emits `seen`. No event is filtered out."""
        if event.type() in (_IN_FIELD if watched is self._watched else _IN_WINDOW):
            self.seen.emit()
        return False

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)
