"""Tests what screen readers are told about fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui.widgets.fields import PinField, TextField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
