"""Paints a ring outside the button that has the focus, where it stands out from any button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget
from shiboken6 import isValid

from desktop.gui.focus import follow_focus

if TYPE_CHECKING:
    from desktop.gui.style import Style

_LINE, _GAP = 3, 2
"""The width of the ring, and its distance from the button, in pixels."""

_ROOM = _LINE + _GAP

_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
    }
)


class FocusRing(QWidget):
    """The ring. Fields have one of their own in the style sheet.

    It lies on the window, so that a button at the edge of a card or a line has a whole ring.
    """

    def __init__(self, style: Style, window: QWidget) -> None:
        super().__init__(window)
        self._style = style
        self._window = window
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._box = QRect()
        self.setAccessibleName(" ")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # A window that is already visible would show it in its corner.
        self.hide()
        style.changed.connect(self.update)
        follow_focus(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._around = now if isinstance(now, QAbstractButton) and self._window.isAncestorOf(now) else None
        one: QWidget | None = self._around
        while one is not None and one is not self._window:
            # Whatever is around the button may move, scroll or be hidden together with it.
            self._watched.append(one)
            one.installEventFilter(self)
            one = one.parentWidget()
        self._surround()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the button."""
        if event.type() in _MOVES:
            self._surround()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.colour("accent"), _LINE))
        box = QRectF(self._box).adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2)
        radius = min(self._style.px("radius_control") + _ROOM, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()

    def _surround(self) -> None:
        button = self._around
        if button is None or not isValid(button) or not button.isVisibleTo(self._window):
            self.hide()
            return
        box = QRect(button.mapTo(self._window, QPoint(0, 0)), button.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        seen = self._window.rect()
        for one in self._watched:
            area = one.parentWidget()
            if isinstance(area, QAbstractScrollArea):
                # What is scrolled away has no ring either.
                seen &= QRect(one.mapTo(self._window, QPoint(0, 0)), one.size())
        shown = box & seen
        self._box = box.translated(-shown.topLeft())
        self.setGeometry(shown)
        self.setVisible(not shown.isEmpty())
        self.update()
        self.raise_()
