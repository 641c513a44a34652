"""Provides buttons with a constant accessible name, a key hint beside the text, and room for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from desktop.gui.icons import paint_icon
from desktop.gui.scale import follow_scale
from desktop.gui.style import set_role
from desktop.gui.voice import joined, voice_of
from desktop.gui.widgets.labels import literal

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

_GAP, _WIDE_GAP = 8, 12
"""Pixels between icon, text and key hint at scale 1: usually, and on a first button, which has larger type."""

_KEY_PADDING = 6
_KEY_FONT = 14
_FONT, _TIGHT_FONT = 20, 16
"""Sizes of type of a first button in pixels at scale 1, as the tokens `title` and `text`."""

_PADDING, _HELD_PADDING = 16, 10
"""Pixels beside the text of a first button at scale 1, with its border: usually, and with the smaller type."""


class _KeyHintFont:
    """The font of key hints, with what was measured. Qt asks for it many times between two answers.

    Attributes:
        font: of the key hint.
        height: of a line in pixels.
    """

    def __init__(self, around: QFont, size: int) -> None:
        self.font = QFont(around)
        self.font.setPixelSize(size)
        self.font.setWeight(QFont.Weight.Normal)
        self._metrics = QFontMetrics(self.font)
        self.height = self._metrics.height()
        self._widths: dict[str, int] = {}

    def width(self, key: str) -> int:
        """Returns the width of a key's name in pixels."""
        if key not in self._widths:
            self._widths[key] = self._metrics.horizontalAdvance(key)
        return self._widths[key]


_KEY_HINTS: dict[tuple[str, int], _KeyHintFont] = {}


def _key_hint_of(around: QFont, size: int) -> _KeyHintFont:
    """Returns the font of key hints.

    Args:
        around: the font of the button.
        size: of type in pixels.
    """
    known = (around.key(), size)
    if known not in _KEY_HINTS:
        _KEY_HINTS[known] = _KeyHintFont(around, size)
    return _KEY_HINTS[known]


class Button(QPushButton):
    """A button with an icon before its text, and a hint for the key that does the same.

    Its accessible name may stay while the text counts down or says what is under way. `show_words` changes both.

    Enter presses it as Space does. An icon is painted before the text, and a key hint after it if a key does the same.

    Attributes:
        offer: what a press agrees to. If it changes between press and release, the press has no effect, because the
            user agreed to what was shown when the finger went down.
    """

    _ICON = 20
    """Width and height of the icon in pixels at scale 1."""

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
        follow_scale(self)
        self.setObjectName(object_name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.offer: object = None
        self._offered: object = None
        self._key = key
        self._shows_key = self._wants_key = bool(key)
        self._key_works = True
        self._is_read_with = False
        self._icon = icon
        self._scale = 1.0
        self._is_held = False
        if role:
            set_role(self, role)
        if key:
            self.setAccessibleDescription(key)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Sets the text. An `&` in it is shown and makes no shortcut."""
        super().setText(literal(text))
        self._fit()

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
        self._wants_key = shown
        shows = shown and bool(self._key) and not self._is_held
        if self._shows_key != shows:
            self._shows_key = shows
            self.updateGeometry()
            self.update()

    def set_key_works(self, *, works: bool) -> None:
        """Hides the key, also from a screen reader, while it does nothing. It keeps its room, so nothing moves."""
        if works != self._key_works:
            self._key_works = works
            self.setAccessibleDescription(self._key if works else "")
            self.update()

    def take_focus(self, text: str = "") -> None:
        """Takes the focus, and has readers without announcements read with it what is said at the same time.

        Args:
            text: what is announced after the focus has moved. What was announced before is read too.
        """
        if self.window().focusWidget() is not self:
            self._describe(voice_of(self).take_waiting(text))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forgets what was read with the button. It may not be true when the focus comes back."""
        super().focusOutEvent(event)
        if self._is_read_with and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            # After the focus is elsewhere, because Orca reads a new description of what has it.
            QTimer.singleShot(0, self, self._describe)

    @Slot()
    def _describe(self, text: str = "") -> None:
        """Describes the button by a text and its key."""
        if text or not self.hasFocus():
            self._is_read_with = bool(text)
            key = self._key if self._key_works else ""
            self.setAccessibleDescription(joined((text, key)))

    def set_held(self, *, held: bool) -> None:
        """Stands in the on-screen pad, without a key hint and with smaller text if there is little room."""
        self._is_held = held
        self.show_key(shown=self._wants_key)
        self._fit()

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

    def sizeHint(self) -> QSize:
        """The size of the text with icon and key hint, and room for a finger if there is little text or none."""
        hint = super().sizeHint()
        # Without a text, Qt leaves room for one of four letters.
        inside = hint.width() + self._icon_room() if self.text() or not self._icon else 0
        return QSize(max(inside + self.shown_key_hint_room, hint.height()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the text, which must not be clipped."""
        hint = self.sizeHint()
        if self._is_held:
            return QSize(self._tight_width(), hint.height())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the text smaller if the pad has little room for the button."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the button, then icon, text and key hint together in the middle.

        Nothing paints Qt's own rectangle of the focus, because the focus ring stands around every button.
        """
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
        half = self._painted_metrics().horizontalAdvance(self.text()) / 2 if self.text() else 0
        middle = QPointF(option.rect.center()) + QPointF(0.5, 0.5)
        colour = self._line_colour()
        if self._icon:
            side = self._px(self._ICON)
            x = middle.x() - half - before if leading else middle.x() + half + before - side
            paint_icon(painter, self._icon, colour, QRectF(x, middle.y() - side / 2, side, side))
        if self._shows_key and self._key_works:
            self._paint_key(painter, colour, middle, half, leading=leading)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers what is offered now."""
        self._offered = self.offer
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Presses the button if it still offers the same."""
        if self._offered != self.offer:
            self.setDown(False)
        super().mouseReleaseEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space presses the button when it is released, if it still offers the same."""
        if self._offered != self.offer:
            self.setDown(False)
        super().keyReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not event.isAutoRepeat():
            self._offered = self.offer
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _painted_metrics(self) -> QFontMetrics:
        """Returns the metrics of the type that is painted: the style sheet has a lighter one for a disabled button."""
        if self.isEnabled():
            return self.fontMetrics()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal)
        return QFontMetrics(font)

    def _line_colour(self) -> QColor:
        """Returns the colour of icon and key hint, which is that of the text."""
        palette = self.palette()
        if not self.isEnabled():
            return palette.color(QPalette.ColorGroup.Disabled, self.foregroundRole())
        if self.isChecked():
            return palette.color(QPalette.ColorRole.HighlightedText)
        return palette.color(self.foregroundRole())

    def _width_with(self, size: int, padding: int) -> int:
        font = QFont(self.font())
        font.setPixelSize(self._px(size))
        # While a style sheet is being applied, a button has the window's own font, which is narrower.
        font.setBold(True)
        text = QFontMetrics(font).horizontalAdvance(self.text())
        return text + self._icon_room() + 2 * self._px(padding)

    def _tight_width(self) -> int:
        return self._width_with(_TIGHT_FONT, _HELD_PADDING)

    def _fit(self) -> None:
        """Chooses the smaller size of type if the text is wider than the place in the pad."""
        tight = self._is_held and self._width_with(_FONT, _PADDING) > self.width()
        if bool(self.property("tight")) != tight:
            self.setProperty("tight", tight)
            style = self.style()
            style.unpolish(self)
            style.polish(self)

    def _px(self, length: int) -> int:
        return round(length * self._scale)

    def _icon_room(self) -> int:
        if not self._icon:
            return 0
        return self._px(self._ICON) + (self._gap() if self.text() else 0)

    def _key_room(self) -> int:
        if not self._key:
            return 0
        width = _key_hint_of(self.font(), self._px(_KEY_FONT)).width(self._key)
        return width + 2 * self._px(_KEY_PADDING) + self._gap()

    def _gap(self) -> int:
        """Returns the pixels between icon, text and key hint. In the pad, a first button has no room to spare."""
        return self._px(_WIDE_GAP if self.property("role") == "primary" and not self._is_held else _GAP)

    def _paint_key(self, painter: QPainter, colour: QColor, middle: QPointF, half: float, *, leading: bool) -> None:
        hint = _key_hint_of(self.font(), self._px(_KEY_FONT))
        gap = self._gap()
        width, height = self._key_room() - gap, hint.height + 2
        x = middle.x() + half + gap if leading else middle.x() - half - gap - width
        box = QRectF(round(x) + 0.5, round(middle.y() - height / 2) + 0.5, width, height)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, self._px(6), self._px(6))
        painter.setFont(hint.font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)


def name_next(button: Button, words: str, shown: str) -> None:
    """Names the button that ends a customer. Its accessible name has both its constant words and what it shows.

    Args:
        button: the button.
        words: its constant words.
        shown: what it shows instead, for a customer from the POS; empty to show the words.
    """
    button.setText(shown or words)
    button.setAccessibleName(f"{words}: {shown}" if shown else words)


class KeyButton(Button):
    """A key of the on-screen pad. It takes no focus, so that the focus stays in the field.

    Attributes:
        typed: what it types.
        tall: its preferred height in pixels at scale 1; 0 for that of the style sheet.
    """

    _ICON = 28

    def __init__(
        self,
        text: str,
        object_name: str,
        spoken: str,
        typed: str,
        *,
        tone: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Creates the key.

        Args:
            text: what stands on it.
            object_name: the name for tests, in snake_case.
            spoken: its accessible name.
            typed: what it types.
            tone: `letter` or `layer` for smaller text than that of digits.
            icon: a file in `resources/icons` without its ending, in place of a text.
            parent: the parent widget.
        """
        super().__init__(text, object_name, role="key", icon=icon, parent=parent)
        self.typed = typed
        self.tall = 0
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if tone:
            set_role(self, "key", tone)

    def sizeHint(self) -> QSize:
        """The size of the text, and the height that is preferred."""
        hint = self.minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._px(self.tall)))

    def minimumSizeHint(self) -> QSize:
        """The width of the text or the icon, and the least height of the style sheet."""
        inside = self.fontMetrics().horizontalAdvance(self.text()) if self.text() else self._icon_room()
        return QSize(inside + self._px(_KEY_PADDING), super().sizeHint().height())
