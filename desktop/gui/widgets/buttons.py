"""Provides buttons with a constant accessible name, a key hint beside the text, and room for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from desktop.gui.style import set_role
from desktop.gui.widgets.labels import literal

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_CHIP_GAP = 10
_CHIP_PADDING = 7
_CHIP_FONT = 12


class Button(QPushButton):
    """A button whose accessible name stays while its text says more (`Redeem` / `Redeem 250.125 points`).

    Enter presses it as Space does. A key hint is painted beside the text if a key does the same.

    Attributes:
        offer: what a press agrees to. If it changes between press and release, the press has no effect, because the
            user
            agreed to what was shown when the finger went down.
    """

    def __init__(
        self, text: str, object_name: str, *, role: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(literal(text), parent)
        self.setObjectName(object_name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.offer: object = None
        self._offered: object = None
        self._key = key
        self._shows_key = bool(key)
        if role:
            set_role(self, role)
        if key:
            self.setAccessibleDescription(key)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Sets the text. An `&` in it is shown and makes no shortcut."""
        super().setText(literal(text))

    def text(self) -> str:
        """Returns the text as it is shown."""
        return super().text().replace("&&", "&")

    def show_key(self, *, shown: bool) -> None:
        """Paints the key hint, or hides it if there is no room. A screen reader reads it in any case."""
        if self._shows_key != (shown and bool(self._key)):
            self._shows_key = not self._shows_key
            self.updateGeometry()
            self.update()

    @property
    def key_hint_room(self) -> int:
        """The width of the key hint if it is painted."""
        return self._chip_room()

    @property
    def shown_key_hint_room(self) -> int:
        """The current width of the key hint."""
        return self._chip_room() if self._shows_key else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the text with the key hint."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.shown_key_hint_room, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never narrower than the text, which must not be clipped."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the button, then the text and the key hint together in the middle."""
        if not self._shows_key:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self._chip_room()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        shift = -room // 2 if leading else room // 2
        option.rect.translate(shift, 0)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        self._paint_chip(painter, option, leading=leading)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remembers what is offered now."""
        self._offered = self.offer
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Presses the button if it still offers the same."""
        if self._offered != self.offer:
            self.setDown(False)
        super().mouseReleaseEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space presses the button when it is released, if it still offers the same."""
        if self._offered != self.offer:
            self.setDown(False)
        super().keyReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus."""
        if not event.isAutoRepeat():
            self._offered = self.offer
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _chip_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(_CHIP_FONT)
        font.setWeight(QFont.Weight.Medium)
        return font

    def _chip_room(self) -> int:
        if not self._key:
            return 0
        return QFontMetrics(self._chip_font()).horizontalAdvance(self._key) + 2 * _CHIP_PADDING + _CHIP_GAP

    def _paint_chip(self, painter: QPainter, option: QStyleOptionButton, *, leading: bool) -> None:
        colour = QColor(self.palette().color(self.foregroundRole()))
        colour.setAlphaF(0.85)
        font = self._chip_font()
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        width, height = self._chip_room() - _CHIP_GAP, QFontMetrics(font).height() + 4
        middle = option.rect.center()
        x = middle.x() + text_width / 2 + _CHIP_GAP if leading else middle.x() - text_width / 2 - _CHIP_GAP - width
        box = QRectF(x, middle.y() - height / 2 + 1, width, height)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)


class KeyButton(Button):
    """A key of the number pad: the focus stays in the field when it is touched."""

    def __init__(self, text: str, object_name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(text, object_name, role="key", parent=parent)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRepeat(False)

    @Slot()
    def touch(self) -> None:
        """Presses the key as a finger would."""
        self.click()
