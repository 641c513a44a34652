"""Provides large text fields with labels, and a validator that rejects a digit at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.points import Points, PointsError, PointsProblem
from desktop.gui.scale import set_spacing
from desktop.gui.style import set_role, set_tone, tabular
from desktop.gui.widgets.labels import caption, label, literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class TextField(QWidget):
    """A text field with a label.

    Signals:
        entered: Enter was pressed.
        down_pressed: the Down key was pressed.
        typed: the text changed, also by the program.
    """

    entered = Signal()
    down_pressed = Signal()
    typed = Signal(str)

    def __init__(self, words: str, object_name: str, *, role: str = "field", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 4)
        self._label = caption("field_label", literal(words))
        self.edit = FieldEdit(self)
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
        """Changes the label."""
        self._label.setText(literal(words))
        self.edit.setAccessibleName(words)

    @property
    def text(self) -> str:
        """The text in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Replaces the text in the field."""
        if text != self.edit.text():
            self.edit.setText(text)

    def set_bad(self, *, bad: bool) -> None:
        """Marks the field as the one that a message is about."""
        set_tone(self.edit, "bad" if bad else "")

    def focus(self, *, select: bool = False) -> None:
        """Takes the focus. With `select`, the text is selected, so that typing replaces it."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self.edit.selectAll()


class FieldEdit(QLineEdit):
    """A line edit that emits `entered` once for each press, even if the key is held down.

    Signals:
        entered: Enter was pressed.
        down_pressed: the Down key was pressed.
        hints_changed: the field takes other characters now.
    """

    entered = Signal()
    down_pressed = Signal()
    hints_changed = Signal()

    def setInputMethodHints(self, hints: Qt.InputMethodHint) -> None:  # noqa: N802 - Qt's name
        """Sets what the field takes, for the on-screen pad and for the system's own keyboard."""
        super().setInputMethodHints(hints)
        self.hints_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Handles Enter and Down. All other keys work as usual."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class PointsValidator(QValidator):
    """Rejects a digit for which an amount has no room: a fourth decimal, or a thirteenth place before the mark.

    Other characters are accepted, and the amount is not read until they are corrected. If a grouping mark or a letter
    were
    dropped, the digits behind it would make another amount: `1,5` would be fifteen, and `1e2` twelve.

    Signals:
        refused: why the last keystroke was rejected (`PointsProblem`).
    """

    refused = Signal(object)

    def __init__(self, decimal_mark: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._decimal_mark = decimal_mark

    def validate(self, text: str, position: int) -> object:
        """Answers Qt's question whether a text may be in the field."""
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
    """The line under a field: what was read, or why a keystroke was rejected."""

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._label = label("note", name=object_name, wrap=True)
        column.addWidget(self._label)

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._label.text()

    @Slot(str)
    def say(self, text: str, tone: str = "") -> None:
        """Shows a text, with a tone if it matters."""
        self._label.setText(text)
        set_tone(self._label, tone)
