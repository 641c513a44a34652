"""Shows the number of a step in a circle, or a tick once the step is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

from desktop.gui.icons import SIZE, paint_icon
from desktop.gui.scale import follow_scale, set_fixed_size
from desktop.gui.style import set_role, set_tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIDE = 28


class StepBadge(QLabel):
    """The circle before the name of a step. The words beside it say the same.

    The tick is the icon that every other tick is: one in letters would be another one in each font.
    """

    def __init__(self, number: str) -> None:
        """Shows the number of a step that is yet to come."""
        super().__init__(number)
        self.setTextFormat(Qt.TextFormat.PlainText)
        follow_scale(self)
        self._number, self._scale = number, 1.0
        self.setAccessibleName(" ")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self, "step")
        set_fixed_size(self, _SIDE, _SIDE)

    def set_scale(self, scale: float) -> None:
        """Paints the tick larger."""
        self._scale = scale

    def show_tone(self, tone: str) -> None:
        """Shows the step as `current`, `done` or, if empty, yet to come."""
        set_tone(self, tone)
        self.setText("" if tone == "done" else self._number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the circle with the number, or the tick in it."""
        super().paintEvent(event)
        if self.text():
            return
        side = SIZE * self._scale
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, "check", self.palette().color(self.foregroundRole()), box)
        painter.end()
