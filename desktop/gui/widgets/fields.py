"""Owns the fields that a cashier types into: large, named, and saying at once what they do not take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.points import Points, PointsError, PointsProblem
from desktop.gui.style import set_role, set_tone, tabular
from desktop.gui.widgets.labels import caption, label, literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class TextField(QWidget):
    """A labelled line to type into.

    Signals:
        entered: Enter was pressed.
        down_pressed: the Down key was pressed, to whatever stands below.
        typed: the text changed, by whatever hand.
    """

    entered = Signal()
    down_pressed = Signal()
    typed = Signal(str)

    def __init__(self, words: str, object_name: str, *, role: str = "field", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = caption("field_label", literal(words))
        self.edit = _Edit(self)
        self.edit.setObjectName(object_name)
        self.edit.setAccessibleName(words)
        set_role(self.edit, role)
        tabular(self.edit)
        self._label.setBuddy(self.edit)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        self.edit.entered.connect(self.entered)
        self.edit.down_pressed.connect(self.down_pressed)
        self.edit.textChanged.connect(self.typed)

    def set_words(self, words: str) -> None:
        """Says what the field is for, where that changes."""
        self._label.setText(literal(words))
        self.edit.setAccessibleName(words)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Replaces what stands in the field."""
        if text != self.edit.text():
            self.edit.setText(text)

    def set_bad(self, *, bad: bool) -> None:
        """Marks the field as the one that a message is about."""
        set_tone(self.edit, "bad" if bad else "")

    def focus(self, *, select: bool = False) -> None:
        """Takes the focus; with the text selected, so that typing replaces it."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self.edit.selectAll()


class _Edit(QLineEdit):
    """A line edit that tells Enter once for each press: a key held down is not a second wish."""

    entered = Signal()
    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tells Enter and Down; all else as usual."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class PointsValidator(QValidator):
    """Takes no digit that an amount has no room for: a fourth decimal, a thirteenth place before the mark.

    Everything else stands where it was typed, and the amount is not read until it is put right. Were a grouping mark or
    a letter left out, what is typed behind it would make another amount: `1,5` fifteen, and `1e2` twelve.

    Signals:
        refused: why the last keystroke was not taken (`PointsProblem`).
    """

    refused = Signal(object)

    def __init__(self, decimal_mark: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._decimal_mark = decimal_mark

    def validate(self, text: str, position: int) -> object:
        """Qt's question whether a text may stand in the field."""
        if not text.strip():
            return QValidator.State.Intermediate, text, position
        try:
            Points.parse(text, self._decimal_mark())
        except PointsError as error:
            if error.problem in {PointsProblem.TOO_PRECISE, PointsProblem.TOO_LARGE}:
                self.refused.emit(error.problem)
                return QValidator.State.Invalid, text, position
            return QValidator.State.Intermediate, text, position
        return QValidator.State.Acceptable, text, position


class FieldNote(QWidget):
    """The line under a field: what was read, or why a keystroke was not taken."""

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._label = label("note", name=object_name, wrap=True)
        column.addWidget(self._label)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    @Slot(str)
    def say(self, text: str, tone: str = "") -> None:
        """Says something quietly; with a tone where it matters."""
        self._label.setText(text)
        set_tone(self._label, tone)
