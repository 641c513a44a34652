"""Makes a page of an outcome fit its window without scrolling, by tightening it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.scale import activate_inside, set_spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


CARD, SIDE = 79, 40
"""Shares of the width: those of steps and keys in a window of 1024 pixels, so that an outcome moves no edge."""


class Tightness(IntEnum):
    """How little room a page takes. Each value takes less than the one before."""

    ROOMY = 0
    CLOSE = 1
    """Smaller margins and spaces."""
    BARE = 2
    """Also without what is shown elsewhere too."""
    SMALL = 3
    """Also with a smaller headline."""


class OutcomePage(QWidget):
    """A page of an outcome: a card, and beside it, or below it if there is little room, what is known."""

    def __init__(self) -> None:
        super().__init__()
        self._is_compact, self._room = False, (0, 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def set_compact(self, *, compact: bool) -> None:
        """Puts everything below each other if there is little room."""
        self._is_compact = compact
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if compact else QHBoxLayout.Direction.LeftToRight)
        self._fit()

    def set_room(self, width: int, height: int) -> None:
        """Takes the width in pixels that the page has beside a scroll bar, and the height without scrolling."""
        self._room = (width, height)
        if self.isVisible():
            # Otherwise it is fitted when it is drawn.
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the page to its width."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Applies the first tightness with which the page fits, or the last one. A compact page may be scrolled."""
        set_spacing(self._row, 8 if self._is_compact else 24)
        if self._is_compact:
            self._tighten(Tightness.SMALL)
            return
        # The same width whether or not there is a scroll bar, which depends on the outcome.
        width, height = self._room
        for tightness in Tightness:
            self._tighten(tightness)
            if not 0 < height < self._least_height(width or self.width()):
                break

    def _tighten(self, tightness: Tightness) -> None:
        """Changes the page. It may be applied several times before the page is painted."""
        raise NotImplementedError

    def _least_height(self, width: int) -> int:
        activate_inside(self)
        if self._row.hasHeightForWidth():
            return self._row.minimumHeightForWidth(width)
        return self._row.minimumSize().height()
