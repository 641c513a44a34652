"""Shows the custom fields of an organisation, one widget for each, made from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from desktop.domain.custom_values import NO, YES, CustomValueError, read_value
from desktop.domain.settings import CustomField, CustomFieldKind
from desktop.gui.scale import set_spacing
from desktop.gui.style import set_tone
from desktop.gui.voice import enter
from desktop.gui.widgets.check_box import CheckBox
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.labels import label, literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_COLUMNS = 2


class CustomFieldsForm(QWidget):
    """The custom fields of a redemption, in two columns.

    Signals:
        typed: a value changed.
        entered: Enter was pressed in one of them.
    """

    typed = Signal()
    entered = Signal()

    def __init__(self, fields: Sequence[CustomField]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._inputs: dict[str, TextField | _LabelledChoice | QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(grid, 12)
        for at, field in enumerate(self._fields):
            made = self._make(field, at)
            self._inputs[field.name] = made
            grid.addWidget(made, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignBottom)
        self.setVisible(bool(self._fields))

    @property
    def count(self) -> int:
        """How many fields there are."""
        return len(self._fields)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """The names and the current values."""
        return tuple((field.name, self._text(field)) for field in self._fields)

    def show_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Shows the values."""
        if tuple(values) == self.values:
            return
        for name, text in values:
            match self._inputs.get(name):
                case TextField() as field:
                    field.set_text(text)
                case _LabelledChoice() as box:
                    box.show_value(text)
                case QCheckBox() as check:
                    check.setChecked(text == YES)
                case None:
                    pass

    def set_changeable(self, *, changeable: bool) -> None:
        """Locks or unlocks the fields while a call uses their values. The focus stays where it is."""
        for made in self._inputs.values():
            if isinstance(made, TextField):
                made.edit.setReadOnly(not changeable)

    def focus_problem(self, decimal_mark: str) -> bool:
        """Moves the focus to the first field that cannot be sent. Returns False if there is none."""
        match self._problem(decimal_mark):
            case TextField() as edit:
                edit.focus(select=True)
            case _LabelledChoice() as box:
                box.box.setFocus(Qt.FocusReason.OtherFocusReason)
            case QCheckBox() as check:
                check.setFocus(Qt.FocusReason.OtherFocusReason)
            case None:
                return False
        return True

    def show_error(self, why: str, decimal_mark: str) -> None:
        """Marks the first field that cannot be sent, and no other.

        Args:
            why: the message; empty if there is none.
            decimal_mark: of numbers that are typed.
        """
        wrong = self._problem(decimal_mark) if why else None
        for made in self._inputs.values():
            if isinstance(made, (TextField, _LabelledChoice)):
                made.set_bad(bad=made is wrong, why=why)

    def _problem(self, decimal_mark: str) -> TextField | _LabelledChoice | QCheckBox | None:
        """Returns the first field that cannot be sent."""
        for field in self._fields:
            try:
                read_value(field, self._text(field), decimal_mark)
            except CustomValueError:
                return self._inputs[field.name]
        return None

    def _make(self, field: CustomField, at: int) -> TextField | _LabelledChoice | QCheckBox:
        words, name = field.label or field.name, f"custom_field_{at + 1}"
        shown = self.tr("{field} (required)").format(field=words) if field.required else words
        match field.kind:
            case CustomFieldKind.CHOICE:
                box = _LabelledChoice(shown, words, name, field.choices)
                box.box.chosen.connect(self._on_typed)
                box.entered.connect(self.entered)
                return box
            case CustomFieldKind.YES_NO:
                check = _YesOrNo(words, name)
                check.toggled.connect(self._on_typed)
                check.entered.connect(self.entered)
                return check
            case CustomFieldKind.TEXT | CustomFieldKind.NUMBER:
                made = TextField(shown, name, role="")
                made.edit.setAccessibleName(words)
                made.edit.setMaxLength(255)
                if field.kind is CustomFieldKind.NUMBER:
                    made.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
                made.typed.connect(self._on_typed)
                made.entered.connect(self.entered)
                return made

    def _text(self, field: CustomField) -> str:
        match self._inputs[field.name]:
            case TextField() as edit:
                return edit.text
            case _LabelledChoice() as box:
                return str(box.box.value or "")
            case QCheckBox() as check:
                return YES if check.isChecked() else NO

    @Slot()
    def _on_typed(self) -> None:
        self.typed.emit()


class _YesOrNo(CheckBox):
    """A check box from which Enter goes on, as from every other field.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emits `entered` for Enter. Space changes the value."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        if not event.isAutoRepeat():
            self.entered.emit()
        event.accept()


class _LabelledChoice(QWidget):
    """A choice with its label. Nothing is chosen at first.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def __init__(self, shown: str, words: str, name: str, choices: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 4)
        self.box = ChoiceBox(words, name)
        self.box.entered.connect(self._on_entered)
        self._entries = [("–", ""), *((one, one) for one in choices)]
        above = label("field_label", literal(shown))
        above.setBuddy(self.box)
        column.addWidget(above)
        column.addWidget(self.box)
        self.show_value("")

    def show_value(self, text: str) -> None:
        """Chooses an entry."""
        self.box.show_entries(self._entries, text)

    def set_bad(self, *, bad: bool, why: str = "") -> None:
        """Marks the choice as the one that a message is about; see `TextField`."""
        set_tone(self.box, "bad" if bad else "")
        self.box.setAccessibleDescription(self.tr("Error: {why}").format(why=why) if bad else "")

    @Slot()
    def _on_entered(self) -> None:
        enter(self.box, self.entered.emit)
