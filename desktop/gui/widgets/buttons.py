"""Provides buttons with a constant accessible name, a key hint beside the text, and room for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from desktop.gui.icons import paint_icon
from desktop.gui.style import set_role
from desktop.gui.widgets.labels import literal

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_GAP = 8
"""Pixels between icon, text and key hint at scale 1."""

_KEY_PADDING = 6
_KEY_FONT = 14
_ICON = 20


class Button(QPushButton):
    """A button with an icon before its text, and a hint for the key that does the same.

    Its accessible name may stay while the text counts down or says what is under way. `show_words` changes both.

    Enter presses it as Space does. An icon is painted before the text, and a key hint after it if a key does the same.

    Attributes:
        offer: what a press agrees to. If it changes between press and release, the press has no effect, because the
            user agreed to what was shown when the finger went down.
    """

    def __init__(
        self,
        text: str,
        object_name: str,
        *,
        role: str = "",
        key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Creates the button.

        Args:
            text: the words on it, which are also its accessible name.
            object_name: the name for tests, in snake_case.
            role: its role in the style sheet.
            key: the key that does the same, shown beside the text.
            icon: a file in `resources/icons` without its ending.
            parent: the parent widget.
        """
        super().__init__(literal(text), parent)
        self.setObjectName(object_name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.offer: object = None
        self._offered: object = None
        self._key = key
        self._shows_key = bool(key)
        self._icon = icon
        self._scale = 1.0
        if role:
            set_role(self, role)
        if key:
            self.setAccessibleDescription(key)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Sets the text. An `&` in it is shown and makes no shortcut."""
        super().setText(literal(text))

    def show_words(self, name: str, text: str | None = None) -> None:
        """Sets the accessible name and the text together, because a button is named as it reads.

        Args:
            name: the accessible name.
            text: the text, if it is shorter than the name.
        """
        self.setText(name if text is None else text)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def text(self) -> str:
        """Returns the text as it is shown."""
        return super().text().replace("&&", "&")

    def show_key(self, *, shown: bool) -> None:
        """Paints the key hint, or hides it if there is no room. A screen reader reads it in any case."""
        if self._shows_key != (shown and bool(self._key)):
            self._shows_key = not self._shows_key
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str) -> None:
        """Changes the icon."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_scale(self, scale: float) -> None:
        """Paints icon and key hint larger, as the style sheet does with the text."""
        self._scale = scale
        self.updateGeometry()

    @property
    def key_hint_room(self) -> int:
        """The width of the key hint if it is painted."""
        return self._key_room()

    @property
    def shown_key_hint_room(self) -> int:
        """The current width of the key hint."""
        return self._key_room() if self._shows_key else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the text with icon and key hint."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._icon_room() + self.shown_key_hint_room, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never narrower than the text, which must not be clipped."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the button, then icon, text and key hint together in the middle."""
        if not self._shows_key and not self._icon:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        before, after = self._icon_room(), self.shown_key_hint_room
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        shift = (before - after) // 2
        option.rect.translate(shift if leading else -shift, 0)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        # Where there is nothing but an icon, it stands in the middle.
        half = self.fontMetrics().horizontalAdvance(self.text()) / 2 if self.text() else -before / 2
        middle = QPointF(option.rect.center()) + QPointF(0.5, 0.5)
        colour = QColor(self.palette().color(self.foregroundRole()))
        if self._icon:
            side = self._px(_ICON)
            x = middle.x() - half - before if leading else middle.x() + half + before - side
            paint_icon(painter, self._icon, colour, QRectF(x, middle.y() - side / 2, side, side))
        if self._shows_key:
            self._paint_key(painter, colour, middle, half, leading=leading)
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

    def _px(self, length: int) -> int:
        return round(length * self._scale)

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._px(_KEY_FONT))
        font.setWeight(QFont.Weight.Normal)
        return font

    def _icon_room(self) -> int:
        if not self._icon:
            return 0
        return self._px(_ICON) + (self._px(_GAP) if self.text() else 0)

    def _key_room(self) -> int:
        if not self._key:
            return 0
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key) + 2 * self._px(_KEY_PADDING) + self._px(_GAP)

    def _paint_key(self, painter: QPainter, colour: QColor, middle: QPointF, half: float, *, leading: bool) -> None:
        font = self._key_font()
        width, height = self._key_room() - self._px(_GAP), QFontMetrics(font).height() + 2
        x = middle.x() + half + self._px(_GAP) if leading else middle.x() - half - self._px(_GAP) - width
        box = QRectF(round(x) + 0.5, round(middle.y() - height / 2) + 0.5, width, height)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, self._px(6), self._px(6))
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
