"""Opens the on-screen pad under a page when one of its fields is touched: search, settings, a supervisor's PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.gui.focus import follow_focus
from desktop.gui.scale import rescale, scale_of, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.touch import Finger
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.number_pad import NumberPad, type_into
from desktop.gui.widgets.pad_layers import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.style import Style

_SMALL_WIDTH, _SMALL_HEIGHT, _LOW = 720, 480, 340


class PadDock(QFrame):
    """The pad under a page. It is closed until a field is touched, and closes when something else gets the focus.

    It follows the focus instead of watching the whole application, because every other event would then cost a call
    into Python.
    """

    def __init__(
        self, make_pad: Callable[[], NumberPad], serves: Callable[[QWidget], bool], style: Style, parent: QWidget
    ) -> None:
        """Creates the closed dock.

        Args:
            make_pad: makes the pad when it is first needed.
            serves: returns True for a field that the pad is for.
            style: the sizes in force.
            parent: the parent widget.
        """
        super().__init__(parent)
        self._make_pad, self._serves, self._style = make_pad, serves, style
        self._pad: NumberPad | None = None
        self._edit: QLineEdit | None = None
        self._finger = Finger(self)
        self._finger.lifted.connect(self.close_dock)
        set_role(self, "dock")
        self.setObjectName("pad_dock")
        self._row = QHBoxLayout(self)
        set_margins(self._row, 12, 8, 12, 8)
        set_spacing(self._row, 8)
        self.close_button = Button(self.tr("Hide keys"), "hide_keys", role="quiet", icon="down")
        self.close_button.clicked.connect(self.close_dock)
        self.hide()
        follow_focus(self._on_focus_changed)

    @property
    def is_open(self) -> bool:
        """True if the pad is shown."""
        return not self.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Opens the pad when the field that has the focus is touched."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is self._edit and self._edit is not None:
            self._open(self._edit)
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Follows the size of the window, on which it may depend whether a page has a pad of its own."""
        self._watch(QApplication.focusWidget())
        if self._pad is not None:
            self._arrange_keys(self._pad)

    def _arrange_keys(self, pad: NumberPad) -> None:
        scale, window = scale_of(self), self.window()
        width, height = window.width() / scale, window.height() / scale
        small = width < _SMALL_WIDTH or height < _SMALL_HEIGHT
        pad.arrange(Shape.LOW if height < _LOW else Shape.UNDER, small=small)

    @Slot()
    def close_dock(self) -> None:
        """Hides the pad until a field is touched again."""
        self.hide()

    def _open(self, edit: QLineEdit) -> None:
        if self._pad is None:
            self._pad = self._make_pad()
            self._row.addWidget(self._pad)
            self._pad.pressed.connect(self._on_pressed)
            self._pad.hold(self.close_button, 0)
            self.close_button.show()
            rescale(self, self._style.scale)
        self._pad.follow(edit)
        self._arrange_keys(self._pad)
        self.show()

    @Slot(str)
    def _on_pressed(self, key: str) -> None:
        if self._edit is not None and isValid(self._edit):
            type_into(self._edit, key)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._watch(now)

    def _watch(self, now: QWidget | None) -> None:
        """Serves the field that has the focus, if it is one of those that the pad is for."""
        if self._edit is not None and isValid(self._edit):
            self._edit.removeEventFilter(self)
        self._edit = None
        if now is None:
            # Another window is active, or the focus is on its way.
            return
        if isinstance(now, QLineEdit) and self._serves(now):
            self._edit = now
            now.installEventFilter(self)
            if self.is_open and self._pad is not None:
                self._pad.follow(now)
        elif now is not self.close_button and self.is_open and not self._finger.holds():
            # Not under a finger: the page would move away, and nothing would be pressed.
            self.hide()
