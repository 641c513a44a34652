"""Tests of the window before the till is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui import main_window
from desktop.gui.main_window import MainWindow

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

COLOURS = {"ground": "#102030", "surface": "#405060", "faint": "#ffffff"}


def _said(window: MainWindow) -> list[None]:
    said: list[None] = []
    window.painted.connect(lambda: said.append(None))
    return said


def test_the_first_picture_has_the_theme(qtbot: QtBot) -> None:
    """The first picture has the theme's colours, so that a dark till does not flash white at first."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # There is no style sheet yet when a till starts. Tests before this one may have left theirs.
    app.setStyleSheet("")
    window = MainWindow(COLOURS)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show_fitting()
    picture = window.grab().toImage()
    assert picture.pixelColor(5, picture.height() - 5).name() == COLOURS["ground"]
    assert picture.pixelColor(5, 5).name() == COLOURS["surface"]
    middle = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width() // 2 - 80, picture.width() // 2 + 80)
        for y in range(picture.height() // 2 - 20, picture.height() // 2 + 60)
    }
    assert COLOURS["faint"] in middle


def test_it_opens_maximised(qtbot: QtBot) -> None:
    """Also on a large screen, so that type and layout use all of it. Restored, it is as large as a terminal."""
    window = MainWindow(COLOURS)
    qtbot.addWidget(window)
    window.show_fitting()
    assert window.isMaximized()
    room = window.screen().availableGeometry()
    normal = window.normalGeometry()
    assert normal.width() <= min(1024, room.width())
    assert normal.height() <= min(720, room.height())


def test_it_starts_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window starts the till once, however often it is painted and although the time-out has also passed."""
    monkeypatch.setattr(main_window, "_UNSEEN", 50)
    window = MainWindow(COLOURS)
    qtbot.addWidget(window)
    said = _said(window)
    with qtbot.waitSignal(window.painted):
        window.show_fitting()
    picture = window.centralWidget()
    assert isinstance(picture, QWidget)
    for _ in range(3):
        picture.repaint()
    qtbot.wait(100)
    assert len(said) == 1


def test_a_window_that_is_not_visible_starts_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minimised or covered window is not painted, but starts the till, which must settle and answer the POS."""
    monkeypatch.setattr(main_window, "_UNSEEN", 50)
    monkeypatch.setattr(MainWindow, "show", MainWindow.showMinimized)
    monkeypatch.setattr(MainWindow, "showMaximized", MainWindow.showMinimized)
    window = MainWindow(COLOURS)
    qtbot.addWidget(window)
    said = _said(window)
    with qtbot.waitSignal(window.painted):
        window.show_fitting()
        assert window.isMinimized()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    assert said == [None]
