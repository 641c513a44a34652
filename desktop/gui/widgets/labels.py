"""Owns labels: plain ones with a role, and those that carry a value which a screen reader must say with its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.gui.style import set_role, tabular


def label(role: str, text: str = "", *, name: str = "", wrap: bool = False) -> QLabel:
    """A label of a role of the style sheet; plain text, so that no name or message is ever read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_role(made, role)
    made.setWordWrap(wrap)
    align_leading(made)
    if name:
        made.setObjectName(name)
    return made


def caption(role: str, text: str) -> QLabel:
    """A label for the eye beside something that a screen reader says with its words already."""
    made = label(role, text)
    made.setAccessibleName(" ")
    return made


def literal(text: str) -> str:
    """Escapes a text for a button, or for a label with a buddy: both read `&` as the mark of a shortcut."""
    return text.replace("&", "&&")


def set_plain_tip(widget: QWidget, text: str) -> None:
    """Sets a tool tip that shows exactly this text. Qt would read a name that looks like HTML as HTML."""
    widget.setToolTip(RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text)


def align_leading(made: QLabel) -> None:
    """Sets a label where a line begins: left to itself, Qt sets figures at the end of a line that runs to the left."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        made.setAlignment(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ValueLabel(QLabel):
    """A label that carries a value. Its accessible name is `<words>: <value>`, so that a reader says both.

    The text that is shown may be shorter or dressed differently; what is said is always the words and the value.
    """

    def __init__(self, words: str, object_name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName(object_name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)
        align_leading(self)
        tabular(self)
        self.show_value("")

    def show_value(self, value: str, shown: str | None = None) -> None:
        """Shows a value.

        Args:
            value: what a reader says after the words.
            shown: what the eye sees, where that differs.
        """
        self.setText(value if shown is None else shown)
        _name(self, self._words, value)


def _name(made: QLabel, words: str, value: str) -> None:
    name = f"{words}: {value}" if value else words
    if made.accessibleName() != name:
        made.setAccessibleName(name)


class ElidedLabel(QLabel):
    """A label for a text of any length: it ends in `…` where there is no room, and its tool tip has it whole."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Sets the whole text."""
        self._whole = text
        super().setText(text)
        self.setToolTip("")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cuts the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._whole) > self.width() > 0
        set_plain_tip(self, self._whole if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the text as far as there is room."""
        if not self.toolTip():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), int(alignment), text)
        painter.end()


class ElidedValueLabel(ElidedLabel):
    """A label that carries a value of any length, such as a name; a reader says the whole of it with its words."""

    def __init__(self, words: str, object_name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(role, parent)
        self._words = words
        self.setObjectName(object_name)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Shows a value, as far as there is room."""
        self.setText(value)
        _name(self, self._words, value)
