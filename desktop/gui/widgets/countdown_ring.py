"""Shows how much time is left as a ring that shortens, with minutes and seconds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.gui.scale import set_fixed_size

if TYPE_CHECKING:
    from desktop.gui.style import Style

_LINE = 10
_SIDE = 112
_DEGREES = 16
"""Qt counts sixteenths of a degree."""


class CountdownRing(QWidget):
    """A ring for a time that is running. The text beside it says the same, so a screen reader skips it."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._share, self._text = 1.0, ""
        self.setAccessibleName(" ")
        set_fixed_size(self, _SIDE, _SIDE)
        style.changed.connect(self.update)

    def show_left(self, share: float, text: str) -> None:
        """Shows how much is left.

        Args:
            share: of the whole time, from 0 to 1.
            text: minutes and seconds in the cashier's digits, or a sign if the time is not known.
        """
        self._share, self._text = min(1.0, max(0.0, share)), text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ring clockwise from the top; the part that has passed shows the track."""
        line = _LINE * self._style.scale
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._style.colour("track"), line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        if self._share > 0:
            pen.setColor(self._style.colour("wait"))
            painter.setPen(pen)
            painter.drawArc(box, 90 * _DEGREES, -round(360 * _DEGREES * self._share))
        font = self.font()
        font.setPixelSize(self._style.px("figure"))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._style.colour("ink"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.end()
