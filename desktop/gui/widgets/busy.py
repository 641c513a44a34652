"""Shows a moving bar while something is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from desktop.gui.style import Style

_HEIGHT = 6
_SHARE = 0.34


class BusyBar(QWidget):
    """A thin bar in which a shorter one moves while something is under way.

    Otherwise it is empty but keeps its height.
    """

    def __init__(self, style: Style, role: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(-_SHARE)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(1400)
        self._animation.setLoopCount(-1)
        self._animation.valueChanged.connect(self._on_moved)

    def set_busy(self, *, busy: bool) -> None:
        """Starts or stops the animation."""
        running = self._animation.state() == QVariantAnimation.State.Running
        if busy and not running:
            self._animation.start()
        elif running and not busy:
            self._animation.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paints the bar."""
        if self._animation.state() != QVariantAnimation.State.Running:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        at = float(self._animation.currentValue())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = 1.0 - _SHARE - at
        left, right = max(0.0, at), min(1.0, at + _SHARE)
        painter.setBrush(self._style.colour(self._role))
        painter.drawRoundedRect(
            QRectF(left * self.width(), 0, max(0.0, right - left) * self.width(), _HEIGHT), _HEIGHT / 2, _HEIGHT / 2
        )
        painter.end()

    @Slot()
    def _on_moved(self) -> None:
        self.update()
