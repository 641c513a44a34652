"""Tests what screen readers are told about fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui.voice import Voice, voice_of
from desktop.gui.widgets.fields import PinField, TextField
from desktop.gui.widgets.setting_edits import SettingEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


def told_of_cursor(edit: QLineEdit) -> list[int]:
    """Returns the list that each place of the cursor is added to of which Qt tells screen readers.

    Qt tells them of every move, unless text is selected then.
    """
    told: list[int] = []

    def note(_before: int, now: int) -> None:
        if not edit.hasSelectedText():
            told.append(now)

    edit.cursorPositionChanged.connect(note)
    return told


@pytest.mark.parametrize("kind", [TextField, PinField])
def test_a_field_without_the_focus_says_nothing_of_its_cursor(kind: type[TextField], qtbot: QtBot) -> None:
    """If it gets the focus in the same moment, Orca 43 takes that for the move of the focus and says no field."""
    window = QWidget()
    qtbot.addWidget(window)
    field = kind("Mobile number", "mobile_number", parent=window)
    window.show()
    told = told_of_cursor(field.edit)
    field.edit.setMaxLength(100)
    assert not told
    field.edit.insert("1234")
    told.clear()
    field.set_text("")
    assert (field.text, told) == ("", [])


def test_a_setting_that_gets_the_focus_first_says_nothing_of_its_cursor(qtbot: QtBot, style: Style) -> None:
    """Orca 43 took the cursor's first place for the move of the focus, and never said the first field of a new till."""
    window = QWidget()
    qtbot.addWidget(window)
    edit = SettingEdit(style)
    told = told_of_cursor(edit)
    edit.setParent(window)
    edit.setMaxLength(100)
    edit.setText("")
    edit.setCursorPosition(0)
    window.show()
    edit.setFocus()
    edit.selectAll()
    assert not told


@pytest.mark.parametrize("is_told", [False, True])
def test_an_error_that_enter_does_not_change_is_said_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, is_told: bool
) -> None:
    """Screen readers read only what changes, so Enter would be followed by silence. What is said anyway is not doubled.

    Readers without announcements are told in both cases, because they read no message that describes the field.
    """
    window = QWidget()
    qtbot.addWidget(window)
    field = TextField("Points to redeem", "points_to_redeem", parent=window)
    window.show()
    qtbot.waitExposed(window)
    field.focus()
    qtbot.waitUntil(field.edit.hasFocus)
    said: list[str] = []
    values: list[str] = []
    monkeypatch.setattr(Voice, "say_value", lambda _voice, text: values.append(text))
    voice = voice_of(window)
    voice.said.connect(lambda text, _interrupts: said.append(text))
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert (said, values) == ([], [])
    field.set_bad(bad=True, why="Only 20 points can be given back.")
    if is_told:
        field.entered.connect(lambda: voice.say(field, "Only 20 points can be given back.", interrupts=True))
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    error = "Error: Only 20 points can be given back."
    assert said == ["Only 20 points can be given back." if is_told else error]
    assert values == [error]
    field.entered.connect(lambda: field.set_bad(bad=False))
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert values == [error]
