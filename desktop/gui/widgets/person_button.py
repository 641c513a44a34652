"""Provides a button for one cashier: initials in a disc, the name, and a tick if it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from desktop.gui.icons import paint_icon
from desktop.gui.receipts import isolated_name
from desktop.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.gui.style import Style

_DISC, _TICK, _GAP, _PADDING, _INITIALS = 36, 24, 12, 12, 14
"""Widths and heights in pixels at scale 1."""


class PersonButton(Button):
    """The button. A name that is too long is elided; a screen reader reads the whole."""

    def __init__(self, object_name: str, style: Style) -> None:
        super().__init__("", object_name, role="person")
        self._style = style
        self.setCheckable(True)
        style.changed.connect(self.update)

    def show_person(self, name: str) -> None:
        """Shows another person."""
        self.show_words(name)
        self.setToolTip("")

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leaves it to the page to say who is chosen."""

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the initials and some of the name."""
        return QSize(self._px(_DISC * 3), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the button, then its parts from the leading to the trailing edge."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        disc, tick, padding = self._px(_DISC), self._px(_TICK), self._px(_PADDING)
        is_chosen = self.isChecked()
        self._paint_initials(painter, self._place(padding, disc), is_chosen=is_chosen)
        text_at = padding + disc + self._px(_GAP)
        room = self.width() - text_at - padding - (tick + self._px(_GAP) if is_chosen else 0)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if is_chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._style.colour("ink" if self.isEnabled() else "soft"))
        text = QFontMetrics(font).elidedText(isolated_name(self.text()), Qt.TextElideMode.ElideRight, room)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignLeft if leading else Qt.AlignmentFlag.AlignRight
        box = self._place(text_at, room, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignAbsolute | side | Qt.AlignmentFlag.AlignVCenter), text)
        if is_chosen:
            at = self._place(self.width() - padding - tick, tick)
            paint_icon(painter, "check", self._style.colour("accent"), at)
        painter.end()

    def _paint_initials(self, painter: QPainter, box: QRectF, *, is_chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("accent" if is_chosen else "ground"))
        painter.drawEllipse(box)
        font = QFont(self.font())
        font.setPixelSize(self._px(_INITIALS))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(self._style.colour("on_accent" if is_chosen else "soft"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials(self.text()))

    def _place(self, start: float, width: float, height: float = 0) -> QRectF:
        """Returns a box in the middle of the height. `start` counts from the leading edge."""
        height = height or width
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = start if leading else self.width() - start - width
        return QRectF(x, (self.height() - height) / 2, width, height)


def initials(name: str) -> str:
    """Returns the first letters of a name, at most two; of a number without a name its last two digits."""
    words = [word for word in name.split() if not word.isdecimal()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or name[-2:]
