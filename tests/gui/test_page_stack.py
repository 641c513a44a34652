"""Tests the frame around the pages, which scrolls if there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.gui.widgets.page_stack import PageStack, ScrollingPages

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 400, 300


class Undecided(QWidget):
    """A page that fits beside a scroll bar, and does not fit without one."""

    def __init__(self) -> None:
        super().__init__()
        self.resized = 0
        self._is_undecided = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        text = QLabel("Some words that may be broken into lines")
        text.setWordWrap(True)
        self._filler = QWidget()
        column.addWidget(text)
        column.addWidget(self._filler)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Needs more height without a scroll bar."""
        super().resizeEvent(event)
        self.resized += 1
        self._filler.setMinimumHeight(2 * HEIGHT if self.width() == WIDTH and self._is_undecided else 10)

    def decide(self) -> None:
        """Fits from now on."""
        self._is_undecided = False


def test_a_page_that_cannot_be_decided_about_gets_a_scroll_bar(qtbot: QtBot) -> None:
    """Qt looks whether there must be a scroll bar, again and again within each look, until the stack is full."""
    area, stack, page = ScrollingPages(), PageStack(), Undecided()
    qtbot.addWidget(area)
    stack.addWidget(page)
    area.setWidgetResizable(True)
    area.setWidget(stack)
    area.setFrameShape(area.Shape.NoFrame)
    area.resize(WIDTH, HEIGHT)
    area.show()
    # The page may already be narrower while Qt still looks.
    qtbot.waitUntil(lambda: page.width() < WIDTH and area.verticalScrollBar().isVisible())
    looks = []
    for _ in range(2):
        for _ in range(20):
            QApplication.processEvents()
        looks.append(page.resized)
    assert looks[0] == looks[1] < 100
    assert area.verticalScrollBar().isVisible()
    page.decide()
    area.decide_again()
    qtbot.waitUntil(lambda: page.width() == WIDTH)
    assert not area.verticalScrollBar().isVisible()
