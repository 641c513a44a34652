"""Shows a panel over the page, at the end of the line, for windows that have no room beside the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.scale import scale_of, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import label

_WIDTH = 344
"""Greatest width in pixels at scale 1."""

_LEFT_FREE = 48
"""What stays free of the page, so that it is seen to lie under the drawer."""


class Drawer(QFrame):
    """The drawer. It is closed at first.

    Signals:
        closed: the drawer was closed.
    """

    closed = Signal()

    def __init__(self, words: str, below: QWidget, window: QWidget) -> None:
        """Creates the drawer.

        Args:
            words: its title, which is also its accessible name.
            below: what stays visible above the drawer.
            window: what it lies on.
        """
        super().__init__(window)
        self._below = below
        self.setObjectName("drawer")
        self.setAccessibleName(words)
        set_role(self, "drawer")
        column = self._column = QVBoxLayout(self)
        set_margins(column, 12, 4, 12, 12)
        set_spacing(column, 4)
        head = QHBoxLayout()
        title = label("title", words)
        title.setAccessibleName(" ")
        head.addWidget(title, 1)
        self.close_button = Button(self.tr("Close"), "close_drawer", role="link", key=self.tr("Esc"))
        self.close_button.clicked.connect(self.close_drawer)
        head.addWidget(self.close_button)
        column.addLayout(head)
        window.installEventFilter(self)
        self.hide()

    def take(self, panel: QWidget) -> None:
        """Takes a panel into the drawer."""
        self._column.addWidget(panel, 1)
        panel.show()

    @property
    def is_open(self) -> bool:
        """True if the drawer is open."""
        return not self.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Opens the drawer, or closes it."""
        if self.is_open:
            self.close_drawer()
            return
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_drawer(self) -> None:
        """Closes the drawer."""
        if self.is_open:
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the size of the window."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        scale = scale_of(self)
        top = self._below.height()
        width = min(round(_WIDTH * scale), window.width() - round(_LEFT_FREE * scale))
        at_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setGeometry(window.width() - width if at_right else 0, top, width, window.height() - top)
