"""Tests what screen readers find in scrolling frames."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from desktop.gui.widgets.page_stack import ScrollingPages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a reader counts and asks in two messages")
def test_a_scroll_bar_that_has_gone(qtbot: QtBot) -> None:
    """A reader that has counted the parts can ask for each of them, even if the scroll bar has gone in between."""
    area, page = ScrollingPages(), QLabel("a page")
    qtbot.addWidget(area)
    page.setMinimumHeight(400)
    area.setWidget(page)
    area.resize(200, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    frame = QAccessible.queryAccessibleInterface(area)
    counted = frame.childCount()
    page.setMinimumHeight(0)
    page.resize(50, 50)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert frame.role() == QAccessible.Role.Client
    # First, because Qt's own reader would crash with what follows.
    assert frame.childCount() == counted
    assert all(frame.child(at) is not None for at in range(counted))
    assert frame.child(counted) is None
