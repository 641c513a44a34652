"""Stacks pages in a frame that scrolls if there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.gui.scale import make_viewport

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent


class ScrollingPages(QScrollArea):
    """The scrolling frame.

    Signals:
        resized: the room for the page has changed.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        make_viewport(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Emits `resized`."""
        super().resizeEvent(event)
        self.resized.emit()


class PageStack(QStackedWidget):
    """Stacked pages. Only the current page determines the size, so that a long page does not make the others scroll."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The preferred size of the current page."""
        return self._of(lambda page: page.sizeHint())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The minimum size of the current page."""
        # Not `QWidget.minimumSizeHint`, which would pass over what a page says itself.
        return self._of(lambda page: page.minimumSizeHint())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
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
