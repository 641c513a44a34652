"""Provides a check box in the theme's colours, whose tick is a shape and not only a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from desktop.gui.scale import follow_scale
from desktop.gui.widgets.labels import literal

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class CheckBox(QCheckBox):
    """A check box."""

    def __init__(self, words: str, object_name: str) -> None:
        super().__init__(literal(words))
        follow_scale(self)
        self.setObjectName(object_name)
        self.setAccessibleName(words)
        self._scale = 1.0

    def set_scale(self, scale: float) -> None:
        """Paints the tick larger, as the style sheet does with the box."""
        self._scale = scale

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tick, because a style sheet for the box removes the system's tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 2.5 * self._scale))
        left, top, side = box.x(), box.y(), box.width()
        shape = [(0.25, 0.52), (0.43, 0.70), (0.76, 0.32)]
        painter.drawPolyline([QPointF(left + side * x, top + side * y) for x, y in shape])
        painter.end()
