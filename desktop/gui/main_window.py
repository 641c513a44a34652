"""Owns the till's one window from its first picture on. It knows nothing heavy, so that it is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Not `Qt`, and no style sheet: the whole of its enumerations, or Qt's reader of style sheets, would come with it, and
# each takes a tenth of the time to the first picture.
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

_BAR = 56
"""Height of the bar at the top, as of the tokens' `bar`."""

_NAME = 27
"""Size of the product's name in pixels, as of the tokens' `hero`."""

_UNSEEN = 2_000
"""Milliseconds after which the till begins though nothing has been painted: a window that is minimised, or behind a POS
that has the whole screen, is not painted, and must settle and answer the POS all the same."""


class _FirstPicture(QWidget):
    """The ground, the bar, and the product's name in the middle.

    Signals:
        painted: it has been painted, for the first time.
    """

    painted = Signal()

    def __init__(self, colours: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName("Points Till")
        self._colours = colours
        self._has_painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints it."""
        painter = QPainter(self)
        width, height = self.width(), self.height()
        painter.fillRect(0, 0, width, height, QColor(self._colours["ground"]))
        painter.fillRect(0, 0, width, _BAR, QColor(self._colours["surface"]))
        font = self.font()
        font.setPixelSize(_NAME)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._colours["faint"]))
        name = "Points Till"
        room = painter.fontMetrics()
        left = (width - room.horizontalAdvance(name)) // 2
        painter.drawText(left, (_BAR + height + room.ascent() - room.descent()) // 2, name)
        painter.end()
        if not self._has_painted:
            self._has_painted = True
            # Only once this event has been dealt with is the picture on the screen.
            QTimer.singleShot(0, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()


class MainWindow(QMainWindow):
    """The window: empty but for the product's name at first, then with the till in it.

    What is typed meanwhile waits in the window system's queue and goes into the first field.

    Signals:
        painted: the first picture is on the screen, or nobody sees the window; what is heavy may begin.
    """

    painted = Signal()

    def __init__(self, colours: Mapping[str, str]) -> None:
        """Makes the first picture.

        Args:
            colours: the theme's colours by role.
        """
        super().__init__()
        self.setObjectName("till")
        self.setWindowTitle("Points Till")
        picture = _FirstPicture(colours)
        picture.painted.connect(self._begin)
        self.setCentralWidget(picture)
        self._has_begun = False

    def show_fitting(self) -> None:
        """Shows the window: on a small screen, as a terminal's, it has all of it."""
        QTimer.singleShot(_UNSEEN, self._begin)
        room = self.screen().availableGeometry()
        self.resize(min(1024, room.width()), min(720, room.height()))
        if room.width() <= 1100 or room.height() <= 800:  # noqa: PLR2004 - what a till's terminal has
            self.showMaximized()
        else:
            self.show()

    @Slot()
    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self.painted.emit()
