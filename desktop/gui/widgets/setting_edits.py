"""Draws the fields of one line on the settings page, with a sign at their end or start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui.icons import SIZE, paint_icon
from desktop.gui.timers import once
from desktop.gui.widgets.fields import SpokenEdit
from desktop.gui.widgets.labels import align_leading

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.gui.style import Style


_PAUSE = 400
"""Milliseconds without a key after which what was typed is searched for. Slow typists press the next key within it."""


class SettingEdit(SpokenEdit):
    """A field that shows a lock if it cannot be changed, and a sign if a message is about it."""

    def __init__(self, style: Style, *, is_secret: bool = False) -> None:
        super().__init__(is_secret=is_secret)
        self._theme = style
        align_leading(self)

    def changeEvent(self, event: QEvent) -> None:
        """Keeps the text away from the sign."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.EnabledChange, QEvent.Type.LayoutDirectionChange}:
            self.make_room()

    def make_room(self) -> None:
        """Keeps the text away from the sign, if there is one."""
        room = round((SIZE + 4) * self._theme.scale) if self._sign()[0] else 0
        self.setTextMargins(*((0, 0, room, 0) if not self.isRightToLeft() else (room, 0, 0, 0)))

    def _sign(self) -> tuple[str, str]:
        """Returns the icon at the end and its colour; empty if there is none."""
        if self.property("tone") == "bad":
            return "alert", "bad"
        return ("", "") if self.isEnabled() else ("lock", "soft")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the sign at the end of the field."""
        super().paintEvent(event)
        sign, colour = self._sign()
        if sign:
            side = round(SIZE * self._theme.scale)
            left = self.width() - side - side / 2 if not self.isRightToLeft() else side / 2
            painter = QPainter(self)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, sign, self._theme.colour(colour), box)
            painter.end()


class SearchEdit(QLineEdit):
    """A field for a search, with a glass at its start.

    The first letters of a word find most settings, and to show them all takes long, above all with a screen reader. So
    what is typed is searched for after a pause, or with the key that leaves the field.

    Signals:
        searched: the text to search for has changed.
    """

    searched = Signal(str)

    def __init__(self, style: Style, words: str, parent: QWidget | None = None) -> None:
        """Creates the field.

        Args:
            style: the theme.
            words: the accessible name, which is shown while the field is empty.
            parent: the parent widget.
        """
        super().__init__(parent)
        self._theme = style
        self.setObjectName("search_settings")
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self._searched = ""
        self._typing = once(self, _PAUSE, self._search)
        self.textEdited.connect(self._typing.start)
        self.textChanged.connect(self._on_changed)
        style.changed.connect(self._make_room)
        self._make_room()

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if not text or not self._typing.isActive():
            self._search()

    @Slot()
    def _search(self) -> None:
        self._typing.stop()
        if self.text() != self._searched:
            self._searched = self.text()
            self.searched.emit(self._searched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Searches at once with Enter."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._search()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Searches at once with Tab, which goes to the first setting that is found."""
        self._search()
        return super().focusNextPrevChild(forward)

    def _make_room(self) -> None:
        side = round((SIZE + 8) * self._theme.scale)
        self.setTextMargins(*((side, 0, 0, 0) if not self.isRightToLeft() else (0, 0, side, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the glass."""
        super().paintEvent(event)
        side = round(SIZE * self._theme.scale)
        left = side / 2 + 2 if not self.isRightToLeft() else self.width() - side * 1.5 - 2
        painter = QPainter(self)
        paint_icon(painter, "search", self._theme.colour("ink"), QRectF(left, (self.height() - side) / 2, side, side))
        painter.end()
