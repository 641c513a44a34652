"""Shows the till's window at once, before anything heavy is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

# The first picture takes its colours from a palette. A pen or brush that is made in Python, or a call that could take
# one of several kinds of colour, loads all enumerations of `Qt`, which takes a third as long as a bare window. A style
# sheet takes a tenth for its parser.
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.gui.scale import DESIGN_WIDTH, scale_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

_BAR = 56
"""Height of the bar in pixels at scale 1, as the token `bar`."""

_NAME = 32
"""Size of the product's name in pixels at scale 1, as the token `figure`."""

_UNSEEN = 2_000
"""Milliseconds after which the till starts even if the window was never painted. A minimised window, or one behind a
full-screen POS, is not painted, but must settle attempts and answer the POS.
"""


class _FirstPicture(QWidget):
    """The background, the bar, and the product's name in the middle.

    Signals:
        painted: painted for the first time.
    """

    painted = Signal()

    def __init__(self, colours: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName("Points Till")
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours["ground"]))
        palette.setColor(QPalette.ColorRole.Base, QColor(colours["surface"]))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours["faint"]))
        self.setPalette(palette)
        self._has_painted = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture."""
        # A new painter has the palette's background and pen.
        painter = QPainter(self)
        width, height = self.width(), self.height()
        scale = scale_for(width, height)
        bar = round(_BAR * scale)
        painter.eraseRect(0, 0, width, height)
        painter.setBackground(self.palette().base())
        painter.eraseRect(0, 0, width, bar)
        font = self.font()
        font.setPixelSize(round(_NAME * scale))
        font.setBold(True)
        painter.setFont(font)
        name = "Points Till"
        room = painter.fontMetrics()
        left = (width - room.horizontalAdvance(name)) // 2
        painter.drawText(left, (bar + height + room.ascent() - room.descent()) // 2, name)
        painter.end()
        if not self._has_painted:
            self._has_painted = True
            # The picture is on the screen only after this event has been handled.
            QTimer.singleShot(0, self, self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()


class MainWindow(QMainWindow):
    """The window. At first it shows only the product's name, then the till.

    Keys typed in the meantime wait in the window system's queue and go into the first field.

    Signals:
        painted: the first picture is on the screen, or the window is not visible. Heavy work may begin.
    """

    painted = Signal()

    def __init__(self, colours: Mapping[str, str]) -> None:
        """Creates the first picture.

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
        """Shows the window maximised. If the user restores it, it has the size that everything is drawn for."""
        QTimer.singleShot(_UNSEEN, self, self._begin)
        room = self.screen().availableGeometry()
        self.resize(min(DESIGN_WIDTH, room.width()), min(720, room.height()))
        self.showMaximized()

    @Slot()
    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self.painted.emit()
