"""Tests that a window's threads give way soon, and what garbage collections look through."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from desktop import interpreter

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_threads_give_way_sooner() -> None:
    """A thread that computes holds the painting thread up for a millisecond at a time."""
    before = sys.getswitchinterval()
    try:
        interpreter.switch_threads_sooner()
        assert sys.getswitchinterval() == interpreter.SWITCH_INTERVAL < before
    finally:
        sys.setswitchinterval(before)


def test_what_a_window_keeps_is_left_out_until_it_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Collections skip what exists once the window has started, and look through it again afterwards."""
    monkeypatch.setattr(interpreter, "_STARTED_AFTER", 1)
    window = QObject()
    interpreter.keep_out_of_collections(window)
    assert gc.get_freeze_count() == 0
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    interpreter.let_collect()
    assert gc.get_freeze_count() == 0


def test_a_window_that_ended_early_keeps_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its garbage can be collected."""
    monkeypatch.setattr(interpreter, "_STARTED_AFTER", 1)
    window, other = QObject(), QObject()
    interpreter.keep_out_of_collections(window)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    later = QTimer(other)
    with qtbot.waitSignal(later.timeout):
        later.start(20)
    assert gc.get_freeze_count() == 0
