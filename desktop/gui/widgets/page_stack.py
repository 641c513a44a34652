"""Stacks pages in a frame that scrolls if there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.gui.scale import make_viewport

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent


_MOST_LOOKS = 4
"""How often Qt may look again within a look. Two are usual: with a scroll bar, and without."""


class ScrollingPages(QScrollArea):
    """The scrolling frame.

    Signals:
        resized: the room for the page has changed.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._looks = 0
        self._decided_for = QSize()
        self._is_undecided = False
        make_viewport(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets Qt look again whether there must be a scroll bar, but not without an end.

        Each look may change the size of the pages, which causes the next one within it. A page that fits beside a bar
        but not without one would go on until the program crashes. It gets a bar.
        """
        if event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._looks == _MOST_LOOKS:
            self._is_undecided = True
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            return False
        self._looks += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._looks -= 1

    def decide_again(self) -> None:
        """Lets a page have a scroll bar only if it needs one, because the page or the room is another one."""
        if self._is_undecided:
            self._is_undecided = False
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Emits `resized`."""
        if self.size() != self._decided_for:
            self._decided_for = self.size()
            self.decide_again()
        super().resizeEvent(event)
        self.resized.emit()


class PageStack(QStackedWidget):
    """Stacked pages. Only the current page determines the size, so that a long page does not make the others scroll."""

    def sizeHint(self) -> QSize:
        """The preferred size of the current page."""
        return self._of(lambda page: page.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """The minimum size of the current page."""
        # Not `QWidget.minimumSizeHint`, which would pass over what a page says itself.
        return self._of(lambda page: page.minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        """The minimum height of the current page, because its preferred height is no reason to scroll."""
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        margins = self.contentsMargins()
        if layout is None or not layout.hasHeightForWidth():
            return self.minimumSizeHint().height()
        inner = layout.minimumHeightForWidth(width - margins.left() - margins.right())
        return inner + margins.top() + margins.bottom()

    def _of(self, hint: Callable[[QWidget], QSize]) -> QSize:
        page = self.currentWidget()
        if page is None:
            return QSize()
        room = hint(page)
        margins = self.contentsMargins()
        return QSize(room.width() + margins.left() + margins.right(), room.height() + margins.top() + margins.bottom())
