"""Lays widgets out in lines, and begins another line if there is no room, as words in a text."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QWidget

from desktop.gui.scale import follow_scale

_GAP = 8
"""Pixels between widgets and between lines at scale 1."""


class FlowLayout(QLayout):
    """Lines of widgets, each as wide as it wants to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = _GAP
        # Qt asks many times between two changes.
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def set_gap(self, gap: int) -> None:
        """Changes the pixels between widgets and between lines."""
        self._gap = gap
        self.invalidate()

    def invalidate(self) -> None:
        """Forgets what was measured, because a widget has changed."""
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Adds an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Returns an item; None if there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Removes and returns an item; None if there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It does not want more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height depends on how many lines there are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return height

    def sizeHint(self) -> QSize:
        """One line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest widget."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Moves the widgets to their places."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(QMargins(self.contentsMargins())), moves=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, room: QRect, *, moves: bool) -> int:
        """Returns the height of all lines.

        Args:
            room: where the lines go.
            moves: True to move the widgets there.
        """
        at, line = room.topLeft(), 0
        for item in self._shown():
            size = item.sizeHint()
            if at.x() > room.left() and at.x() + size.width() > room.right() + 1:
                at, line = QPoint(room.left(), at.y() + line + self._gap), 0
            if moves:
                place = QRect(at, size)
                if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                    place.moveRight(room.right() - (at.x() - room.left()))
                item.setGeometry(place)
            at.setX(at.x() + size.width() + self._gap)
            line = max(line, size.height())
        return at.y() + line - room.top()


class FlowBox(QWidget):
    """Widgets in lines, whose gaps grow with the window."""

    def __init__(self) -> None:
        super().__init__()
        follow_scale(self)
        self._lines = FlowLayout(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Adds widgets at the end."""
        for widget in widgets:
            self._lines.addWidget(widget)

    def set_scale(self, scale: float) -> None:
        """Makes the gaps larger."""
        self._lines.set_gap(round(_GAP * scale))
