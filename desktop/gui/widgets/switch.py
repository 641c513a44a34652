"""Provides a switch: a check box that is drawn as a knob in a groove, with the word for its state beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from desktop.gui.scale import follow_scale

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.gui.style import Style

_WIDTH, _HEIGHT, _KNOB, _GAP = 52, 28, 20, 12
"""Sizes in pixels at scale 1: the groove, the knob, and the least distance between word and groove."""

_TARGET = 48


class Switch(QCheckBox):
    """A switch that fills its row: the word at the start, the groove at the end. All of it can be pressed.

    A screen reader reads it as a check box with the accessible name of its label.
    """

    def __init__(self, style: Style, words: str, object_name: str) -> None:
        """Creates the switch, off.

        Args:
            style: the theme.
            words: the accessible name. A label beside the switch shows them.
            object_name: the name for tests, in snake_case.
        """
        super().__init__()
        follow_scale(self)
        self._style = style
        self._on, self._off = self.tr("On"), self.tr("Off")
        self.setObjectName(object_name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self.update)

    def set_scale(self, _scale: float) -> None:
        """Takes the size of the current scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word, the groove, and room for a finger."""
        metrics = self.fontMetrics()
        word = max(metrics.horizontalAdvance(self._on), metrics.horizontalAdvance(self._off))
        return QSize(word + self._px(_GAP + _WIDTH), self._px(_TARGET))

    def minimumSizeHint(self) -> QSize:
        """No smaller, because nothing of it can be left out."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Lets a press anywhere count."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets Enter switch, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the word and the groove with its knob. The knob's place tells the state without any colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        starts_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        painter.setPen(self._style.colour("ink"))
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), int(alignment), self._on if self.isChecked() else self._off)
        width, height, knob = self._px(_WIDTH), self._px(_HEIGHT), self._px(_KNOB)
        groove = QRectF(self.width() - width if starts_left else 0, (self.height() - height) / 2, width, height)
        groove, gap = groove.adjusted(1, 1, -1, -1), (height - knob) / 2
        lit = self.isChecked() and self.isEnabled()
        painter.setPen(self._style.colour("accent" if lit else "edge"))
        filled = self._style.colour("accent" if lit else "edge" if self.isChecked() else "surface")
        painter.setBrush(filled)
        painter.drawRoundedRect(groove, groove.height() / 2, groove.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("on_accent" if lit else "surface" if self.isChecked() else "edge"))
        at_right = self.isChecked() == starts_left
        left = groove.right() - gap - knob + 1 if at_right else groove.left() + gap - 1
        painter.drawEllipse(QRectF(left, (self.height() - knob) / 2, knob, knob))
        painter.end()

    def _px(self, length: int) -> int:
        return round(length * self._style.scale)
