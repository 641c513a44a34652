"""Tests that the cursor blinks while someone types, and rests afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.gui.resting_cursor import RestingCursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def fields(qtbot: QtBot) -> Iterator[tuple[QLineEdit, QLineEdit]]:
    """Yields two fields of a window whose cursor rests at once. The first one has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = QLineEdit(), QLineEdit()
    for field in made:
        column.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
    made[0].setFocus()
    RestingCursor(window, rest_after=0)
    yield made
    QApplication.setCursorFlashTime(-1)


def test_the_cursor_rests_until_it_is_needed(fields: tuple[QLineEdit, QLineEdit], qtbot: QtBot) -> None:
    """A key and a change of the focus make it blink again, as the system's settings say."""
    first, second = fields
    qtbot.waitUntil(lambda: QApplication.cursorFlashTime() == 0)
    times: list[int] = []
    QApplication.styleHints().cursorFlashTimeChanged.connect(lambda: times.append(QApplication.cursorFlashTime()))
    QTest.keyClick(first, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(times) == 2)
    second.setFocus()
    qtbot.waitUntil(lambda: len(times) == 4)
    usual = times[0]
    assert usual > 0
    assert times == [usual, 0, usual, 0]


def test_another_window_begins_with_a_blinking_cursor(fields: tuple[QLineEdit, QLineEdit], qtbot: QtBot) -> None:
    """The session that begins after settings were saved does not inherit a resting cursor."""
    qtbot.waitUntil(lambda: QApplication.cursorFlashTime() == 0)
    RestingCursor(fields[0], rest_after=10_000)
    assert QApplication.cursorFlashTime() > 0
