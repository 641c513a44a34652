"""Makes the control of a setting from its description: a switch, segments, a choice box, or a field."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.setting_schema import Kind
from desktop.domain.setting_values import CustomField
from desktop.gui.scale import set_fixed_size
from desktop.gui.setting_words import LANGUAGES, regions, setting_words
from desktop.gui.style import set_tone
from desktop.gui.voice import joined
from desktop.gui.widgets.check_box import CheckBox
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.segments import SegmentControl
from desktop.gui.widgets.setting_edits import SettingEdit
from desktop.gui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.setting_schema import Setting
    from desktop.gui.style import Style

_SIDE_BY_SIDE = 3
_CHARACTERS = 28
"""Choices and their characters that have room side by side. More become a choice box."""

_RING = 5
"""Pixels around a button in which the ring of the focus is painted."""

_HIGH = 100
"""Height of a field of several lines in pixels at scale 1."""


class SettingControl(QWidget):
    """The control of one setting. The widget that takes the focus has the setting's label as its accessible name.

    Signals:
        changed: the user or the program changed the value.
    """

    changed = Signal()

    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__()
        self.setting = setting
        self._theme = style
        self._words = setting_words(setting.label)
        self._name = f"setting_{setting.name}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        self._help = self._error = ""

    @property
    def target(self) -> QWidget:
        """The widget that takes the focus."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Shows a value as `Settings` has it."""
        raise NotImplementedError

    def raw(self) -> object:
        """Returns what is entered, as `read_value` takes it."""
        raise NotImplementedError

    def set_locked(self, *, locked: bool) -> None:
        """Shows a value that cannot be changed here."""
        self.setEnabled(not locked)

    def set_bad(self, *, bad: bool, why: str = "") -> None:
        """Marks the control as the one that a message is about.

        Args:
            bad: True if the value has to be changed.
            why: the message, which a screen reader reads with the control.
        """
        set_tone(self.target, "bad" if bad else "")
        self._error = self.tr("Error: {why}").format(why=why) if bad else ""
        self._describe()

    def describe(self, *helps: str) -> None:
        """Sets what a screen reader reads after the name of the control."""
        self._help = joined(helps)
        self._describe()

    def _describe(self) -> None:
        text = joined((self._error, self._help))
        if text != self.target.accessibleDescription():
            self.target.setAccessibleDescription(text)

    def focus(self) -> None:
        """Takes the focus."""
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)


class _SwitchControl(SettingControl):
    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__(setting, style)
        self._switch = Switch(style, self._words, self._name)
        self._switch.toggled.connect(self.changed)
        self._column.setContentsMargins(_RING, _RING, _RING, _RING)
        self._column.addWidget(self._switch)

    @property
    def target(self) -> QWidget:
        return self._switch

    def show_value(self, value: object) -> None:
        self._switch.setChecked(bool(value))

    def raw(self) -> object:
        return self._switch.isChecked()


class _SegmentsControl(SettingControl):
    def __init__(self, setting: Setting, style: Style, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__(setting, style)
        self._segments = SegmentControl(style, self._words, self._name, entries)
        self._segments.chosen.connect(self.changed)
        self._column.addWidget(self._segments)

    @property
    def target(self) -> QWidget:
        return self._segments

    def show_value(self, value: object) -> None:
        self._segments.set_value(str(getattr(value, "value", value)))

    def raw(self) -> object:
        return self._segments.value

    def focus(self) -> None:
        self._segments.focus()


class _ChoiceControl(SettingControl):
    def __init__(
        self, setting: Setting, style: Style, entries: Sequence[tuple[str, str]], others: Sequence[tuple[str, ...]] = ()
    ) -> None:
        super().__init__(setting, style)
        self._box = ChoiceBox(self._words, self._name)
        if sys.platform not in {"win32", "darwin"}:
            # There Qt names a combo box after its current text, and a label only points at it. This widget is in the
            # same place, and screen readers pass over it, so the setting is found by its name and said once.
            self.setAccessibleName(self._words)
        self._box.show_entries(entries, None)
        if others:
            self._box.find_by_typing(others)
        self._box.currentIndexChanged.connect(self.changed)
        self._column.addWidget(self._box)

    @property
    def target(self) -> QWidget:
        return self._box

    def show_value(self, value: object) -> None:
        self._box.show_value(str(getattr(value, "value", value)))

    def raw(self) -> object:
        return self._box.value


class PrinterControl(SettingControl):
    """A printer: one that the system knows, or an address that is typed."""

    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__(setting, style)
        self._box = ChoiceBox(self._words, self._name)
        self._box.setEditable(True)
        self._box.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self._edit = SettingEdit(style)
        self._edit.setFrame(False)
        self._box.setLineEdit(self._edit)
        self._edit.setPlaceholderText(self.tr("Default printer"))
        # The setting is found by its name in the same place, whatever the field is called; see `_ChoiceControl`.
        self.setAccessibleName(self._words)
        self._edit.textChanged.connect(self._name_edit)
        self._name_edit()
        self._box.editTextChanged.connect(self.changed)
        self._column.addWidget(self._box)

    @property
    def target(self) -> QWidget:
        """See `SettingControl.target`."""
        return self._box

    @Slot()
    def _name_edit(self) -> None:
        """Names the field after what it means while it is empty.

        Orca reads an empty field's name as the value of the box, after the box's own. It would say the setting twice.
        """
        self._edit.setAccessibleName(self._words if self._edit.text() else self._edit.placeholderText())

    def show_printers(self, printers: Sequence[str]) -> None:
        """Offers the printers that the system knows, and keeps what is entered."""
        entered, cursor = self._box.currentText(), self._edit.cursorPosition()
        # What is entered stays the same, so nothing has changed for the page.
        with QSignalBlocker(self._box):
            self._box.clear()
            self._box.addItems(list(printers))
            self._box.setEditText(entered)
        self._edit.setCursorPosition(cursor)

    def show_value(self, value: object) -> None:
        """See `SettingControl.show_value`."""
        self._box.setEditText(str(value))

    def raw(self) -> object:
        """See `SettingControl.raw`."""
        return self._box.currentText().strip()


class _TextControl(SettingControl):
    _is_secret = False
    """True if dots are shown in place of the text."""

    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__(setting, style)
        self._edit = SettingEdit(style, is_secret=self._is_secret)
        self._edit.setObjectName(self._name)
        self._edit.setAccessibleName(self._words)
        self._edit.textChanged.connect(self.changed)
        self._column.addWidget(self._edit)

    @property
    def target(self) -> QWidget:
        return self._edit

    def show_value(self, value: object) -> None:
        self._edit.replace_text(f"{value:g}" if isinstance(value, float) else str(value))
        self._edit.setCursorPosition(0)

    def raw(self) -> object:
        return self._edit.text().strip()

    def focus(self) -> None:
        super().focus()
        self._edit.selectAll()

    def set_bad(self, *, bad: bool, why: str = "") -> None:
        super().set_bad(bad=bad, why=why)
        self._edit.make_room()


class _PinControl(_TextControl):
    """Says only whether there is a PIN. It is set in the policy."""

    def show_value(self, value: object) -> None:
        self._edit.setText(self.tr("Set") if value else self.tr("Not set"))


class _PasswordControl(_TextControl):
    """Shows dots only, and is empty until another password is typed."""

    _is_secret = True

    def show_value(self, value: object) -> None:
        self._edit.clear()
        self._edit.setPlaceholderText(self.tr("Set") if value else "")

    def raw(self) -> object:
        return self._edit.text()


class _LinesControl(SettingControl):
    """Several lines: a text, a list with one entry on each line, or JSON."""

    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__(setting, style)
        self._edit = QPlainTextEdit()
        self._edit.setObjectName(self._name)
        self._edit.setAccessibleName(self._words)
        self._edit.setTabChangesFocus(True)
        set_fixed_size(self._edit, 0, _HIGH)
        self._edit.textChanged.connect(self.changed)
        self._column.addWidget(self._edit)
        self._is_json = setting.kind is Kind.JSON

    @property
    def target(self) -> QWidget:
        return self._edit

    def show_value(self, value: object) -> None:
        if isinstance(value, tuple):
            texts = [one for one in value if isinstance(one, str)]
            self._is_json = len(texts) < len(value) or any("\n" in one for one in texts) or self._is_json
            entries = [dataclasses.asdict(one) if isinstance(one, CustomField) else one for one in value]
            shown = json.dumps(entries, ensure_ascii=False, indent=1) if value and self._is_json else "\n".join(texts)
            self._edit.setPlainText(shown)
        else:
            self._edit.setPlainText(str(value))

    def raw(self) -> object:
        text = self._edit.toPlainText()
        if self.setting.kind is Kind.LIST and not self._is_json:
            return [line for line in text.splitlines() if line.strip()]
        return text


class _SeveralControl(SettingControl):
    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__(setting, style)
        self._boxes = {
            value: CheckBox(setting_words(words), f"{self._name}_{value}") for value, words in setting.choices.items()
        }
        self.setAccessibleName(self._words)
        self._column.setContentsMargins(_RING, _RING, _RING, _RING)
        for box in self._boxes.values():
            box.toggled.connect(self.changed)
            self._column.addWidget(box)

    @property
    def target(self) -> QWidget:
        return next(iter(self._boxes.values()))

    def show_value(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for one, box in self._boxes.items():
            box.setChecked(one in chosen)

    def raw(self) -> object:
        return [value for value, box in self._boxes.items() if box.isChecked()]


def make_control(setting: Setting, style: Style, *, same_as: str) -> SettingControl:  # noqa: PLR0911 - one for each kind
    """Makes the control of a setting.

    Args:
        setting: its description.
        style: the theme.
        same_as: words for a language that is not chosen, such as *Same as the system*.
    """
    match setting.kind:
        case Kind.FLAG:
            return _SwitchControl(setting, style)
        case Kind.CHOICE:
            entries = [(setting_words(words), value) for value, words in setting.choices.items()]
            if len(entries) <= _SIDE_BY_SIDE and sum(len(words) for words, _ in entries) <= _CHARACTERS:
                return _SegmentsControl(setting, style, entries)
            return _ChoiceControl(setting, style, entries)
        case Kind.REGION:
            known = regions()
            entries = [(one.words, one.code) for one in known]
            return _ChoiceControl(setting, style, entries, [(one.code, one.name, one.english) for one in known])
        case Kind.LANGUAGE:
            return _ChoiceControl(setting, style, [(same_as, ""), *LANGUAGES])
        case Kind.PRINTER:
            return PrinterControl(setting, style)
        case Kind.SEVERAL:
            return _SeveralControl(setting, style)
        case Kind.LIST | Kind.JSON | Kind.LINES:
            return _LinesControl(setting, style)
        case Kind.PIN:
            return _PinControl(setting, style)
        case Kind.PASSWORD | Kind.KEY:
            return _PasswordControl(setting, style)
        case Kind.TEXT | Kind.NUMBER:
            return _TextControl(setting, style)
