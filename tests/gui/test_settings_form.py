"""Tests how the settings are searched with the keyboard, and what a screen reader is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui.pages.settings_form import SettingsForm
from desktop.gui.voice import voice_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


@pytest.fixture
def form(style: Style, qtbot: QtBot) -> SettingsForm:
    """Returns the settings with the focus in the search."""
    made = SettingsForm(style)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.search.setFocus()
    qtbot.waitUntil(made.search.hasFocus)
    return made


def said_by(form: SettingsForm) -> list[str]:
    """Returns a list of what the window says from now on."""
    said: list[str] = []
    voice_of(form).said.connect(lambda text, _interrupts: said.append(text))
    return said


def shown(form: SettingsForm) -> set[str]:
    """Returns the settings that are shown."""
    return {name for name, row in form.made.items() if not row.isHidden()}


def test_the_first_letters_of_a_word_make_no_rows(form: SettingsForm, qtbot: QtBot) -> None:
    """Most settings have them. A reader is told how many have the whole word, once the cashier pauses."""
    said, made = said_by(form), len(form.made)
    QTest.keyClicks(form.search, "receipt_folder")
    qtbot.waitUntil(lambda: shown(form) == {"receipt_folder"})
    assert len(form.made) == made + 1
    assert said == ["1 of 76 settings"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_key_that_goes_on_searches_at_once(form: SettingsForm, key: Qt.Key) -> None:
    """Tab reaches what was found, not what was shown before."""
    said = said_by(form)
    QTest.keyClicks(form.search, "receipt_folder")
    QTest.keyClick(form.search, key)
    assert shown(form) == {"receipt_folder"}
    assert said == ["1 of 76 settings"]
    if key is Qt.Key.Key_Tab:
        # The groups come first.
        QTest.keyClick(form.focusWidget(), key)
        assert QApplication.focusWidget() is form.made["receipt_folder"].control.target


def test_nothing_found_is_told(form: SettingsForm) -> None:
    """The focus stays in the field, so nothing else would be heard. The end of a search is told by no words."""
    said = said_by(form)
    QTest.keyClicks(form.search, "zzz")
    QTest.keyClick(form.search, Qt.Key.Key_Return)
    assert said == ["No setting has these words."]
    before = len(shown(form))
    form.search.selectAll()
    QTest.keyClick(form.search, Qt.Key.Key_Delete)
    assert len(shown(form)) > before
    assert len(said) == 1


def test_a_search_that_was_left_is_not_told(form: SettingsForm, qtbot: QtBot) -> None:
    """It is over, such as with the key Esc before the pause."""
    said = said_by(form)
    QTest.keyClicks(form.search, "receipt_folder")
    form.hide()
    qtbot.waitUntil(lambda: shown(form) == {"receipt_folder"})
    assert said == []
