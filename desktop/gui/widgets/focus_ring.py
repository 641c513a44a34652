"""Paints a ring outside the button that has the focus, where it stands out from any button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget

if TYPE_CHECKING:
    from desktop.gui.style import Style

_LINE, _GAP = 3, 2
"""The width of the ring, and its distance from the button, in pixels."""

_ROOM = _LINE + _GAP

_MOVED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.ParentChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
}
"""Events of the button after which Qt places the ring by its own rules."""


class FocusRing(QFocusFrame):
    """The ring. Fields have one of their own in the style sheet."""

    def __init__(self, style: Style, window: QWidget) -> None:
        super().__init__(window)
        self._style = style
        self._window = window
        self._around: QWidget | None = None
        self.setAccessibleName(" ")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # A window that is already visible would show it in its corner.
        self.hide()
        style.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QAbstractButton) and self._window.isAncestorOf(now):
            self._around = now
            self.setWidget(now)
            self._surround()
        else:
            self._around = None
            # Qt accepts None here, and then surrounds nothing.
            self.setWidget(None)  # type: ignore[arg-type]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follows the button."""
        done = super().eventFilter(watched, event)
        if event.type() in _MOVED:
            self._surround()
        return done

    def event(self, event: QEvent) -> bool:
        """Keeps Qt from moving the ring back, close to the button, whenever it is moved."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            return QWidget.event(self, event)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.colour("accent"), _LINE))
        box = QRectF(self.rect()).adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2)
        radius = min(self._style.px("radius_control") + _ROOM, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()

    def _surround(self) -> None:
        home = self.parentWidget()
        if self._around is not None and home is not None:
            corner = self._around.mapTo(home, QPoint(0, 0))
            self.setGeometry(QRect(corner, self._around.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
            # Qt cuts out the button with a mask for a ring of its own size.
            self.clearMask()
