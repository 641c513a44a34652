"""Shows a moving bar while something is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.scale import set_fixed_size

if TYPE_CHECKING:
    from desktop.gui.style import Style

_HEIGHT = 6
"""Pixels at scale 1."""

_SHARE = 0.34

_STILL = 8
"""Pieces of the still pattern."""


class BusyBar(QWidget):
    """A thin bar in which a shorter one moves while something is under way.

    If motion is to be reduced, it shows a still pattern instead. Otherwise it is empty but keeps its height.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._is_busy = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_fixed_size(self, 0, _HEIGHT)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(-_SHARE)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(1400)
        self._animation.setLoopCount(-1)
        self._animation.valueChanged.connect(self._on_moved)
        style.changed.connect(self._on_style_changed)

    def set_busy(self, *, busy: bool) -> None:
        """Shows that something is under way, or that it is over."""
        self._is_busy = busy
        self._move()

    @property
    def moves(self) -> bool:
        """True while the bar moves."""
        return self._animation.state() == QVariantAnimation.State.Running

    def _move(self) -> None:
        wanted = self._is_busy and not self._style.reduces_motion
        if wanted and not self.moves:
            self._animation.start()
        elif self.moves and not wanted:
            self._animation.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name and signature
        """Paints the bar."""
        if not self._is_busy:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("track"))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(self._style.colour("accent"))
        for left, right in self._pieces():
            part = QRectF(left * self.width(), 0, max(0.0, right - left) * self.width(), self.height())
            painter.drawRoundedRect(part, radius, radius)
        painter.end()

    def _pieces(self) -> list[tuple[float, float]]:
        """Returns where the bar is filled, from 0 to 1."""
        if not self.moves:
            return [((2 * at + 0.5) / (2 * _STILL), (2 * at + 1.5) / (2 * _STILL)) for at in range(_STILL)]
        at = float(self._animation.currentValue())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = 1.0 - _SHARE - at
        return [(max(0.0, at), min(1.0, at + _SHARE))]

    @Slot()
    def _on_moved(self) -> None:
        self.update()

    @Slot()
    def _on_style_changed(self) -> None:
        self._move()
