"""Owns the till's one window from its first picture on. It knows nothing heavy, so that it is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Not `Qt`: the whole of its enumerations comes with it, which takes a seventh of the time to the first picture.
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping


class MainWindow(QMainWindow):
    """The window: empty but for the product's name at first, then with the till in it.

    What is typed meanwhile waits in the window system's queue and goes into the first field.

    Signals:
        painted: the first picture is on the screen; what is heavy may begin.
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
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        bar = QFrame()
        bar.setFixedHeight(56)
        bar.setStyleSheet(f"background: {colours['surface']}; border: none;")
        name = QLabel("Points Till")
        name.setStyleSheet(f"color: {colours['faint']}; font-size: 27px; font-weight: 600;")
        column.addWidget(bar)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(name)
        middle.addStretch(1)
        column.addLayout(middle, 1)
        ground.setStyleSheet(f"background: {colours['ground']};")
        self.setCentralWidget(ground)
        self.installEventFilter(self)

    def show_fitting(self) -> None:
        """Shows the window: on a small screen, as a terminal's, it has all of it."""
        room = self.screen().availableGeometry()
        self.resize(min(1024, room.width()), min(720, room.height()))
        if room.width() <= 1100 or room.height() <= 800:  # noqa: PLR2004 - what a till's terminal has
            self.showMaximized()
        else:
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Waits for the first picture."""
        if event.type() == QEvent.Type.Paint:
            self.removeEventFilter(self)
            # Only once this event has been dealt with is the picture on the screen.
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_painted(self) -> None:
        self.painted.emit()
