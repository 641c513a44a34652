"""Paints the icons of `resources/icons` in a colour of the theme."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop.gui.scale import set_fixed_size

if TYPE_CHECKING:
    from desktop.gui.style import Style

SEARCH_PATH = "icons"
"""The prefix of icons' paths. `Style` says which folder it stands for."""

SIZE = 20
"""The width and height of an icon beside text, in pixels at scale 1."""


_MIRRORED = frozenset({"back", "giveback", "question", "send", "signoff"})
"""Icons that point where the text begins or ends, and the question mark. From right to left, they are turned round."""


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    file = QFile(f"{SEARCH_PATH}:{name}.svg")
    if not file.open(QFile.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"there is no icon {name}")
    source = bytes(file.readAll().data())
    file.close()
    return QSvgRenderer(source.replace(b"currentColor", colour.encode()))


def paint_icon(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Paints an icon.

    Args:
        painter: paints on the widget.
        name: the file in `resources/icons` without its ending.
        colour: the colour of its lines.
        box: the place to fill, in the painter's coordinates.

    Raises:
        FileNotFoundError: there is no such icon. The painter has ended, because Qt crashes if what it paints on is
            destroyed while the exception keeps it.
    """
    try:
        drawing = _drawing(name, colour.name())
    except FileNotFoundError:
        painter.end()
        raise
    if name in _MIRRORED and QGuiApplication.isRightToLeft():
        painter.save()
        painter.translate(2 * box.center().x(), 0)
        painter.scale(-1, 1)
        drawing.render(painter, box)
        painter.restore()
        return
    drawing.render(painter, box)


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Returns an icon for views that take a picture.

    Args:
        name: the file in `resources/icons` without its ending.
        colour: the colour of its lines.
        size: width and height in logical pixels.
        ratio: device pixels for each logical pixel.
    """
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return made


class Icon(QWidget):
    """An icon beside a text. The text says the same, so a screen reader skips the icon."""

    def __init__(self, style: Style, name: str, role: str, size: int = SIZE, parent: QWidget | None = None) -> None:
        """Creates the icon.

        Args:
            style: the theme.
            name: the file in `resources/icons` without its ending; empty for none yet.
            role: the colour's role.
            size: width and height in pixels at scale 1.
            parent: the parent widget.
        """
        super().__init__(parent)
        self._style, self._icon, self._role = style, name, role
        self.setAccessibleName(" ")
        set_fixed_size(self, size, size)
        style.changed.connect(self.update)

    def show_icon(self, name: str, role: str) -> None:
        """Shows another icon, or the same in another colour."""
        if (name, role) != (self._icon, self._role):
            self._icon, self._role = name, role
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the icon."""
        if not self._icon:
            return
        painter = QPainter(self)
        paint_icon(painter, self._icon, self._style.colour(self._role), QRectF(self.rect()))
        painter.end()
