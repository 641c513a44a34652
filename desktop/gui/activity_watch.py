"""Notices that someone is using the window: keys, touches and the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from desktop.gui.focus_filter import FocusFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

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


class ActivityWatch(FocusFilter):
    """Watches the window itself and the widget that has the focus.

    A mouse that only moves is no activity: a counter that shakes would keep a cashier signed on.
    """

    def __init__(self, parent: QObject, note: Callable[[], bool]) -> None:
        """Watches the widget that has the focus.

        Args:
            parent: the Qt parent.
            note: called if someone uses the window. It returns True if the key or the touch must do nothing else.
        """
        super().__init__(parent)
        self._note = note

    def watch(self, widget: QWidget) -> None:
        """Watches the window that a widget is in. Its focus is watched in any case."""
        handle = widget.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes that someone uses the window."""
        return event.type() in (_IN_FIELD if watched is self.watched else _IN_WINDOW) and self._note()
