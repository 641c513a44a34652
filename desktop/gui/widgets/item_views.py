"""Tells screen readers which entries of a table or a list can be read, and which one has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractItemView
else:
    # The class of Qt comes after this one in each view.
    QAbstractItemView = object

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class HonestView(QAbstractItemView):
    """Comes before the class of a view. Its entries cannot be read while it is hidden, and have no focus without it.

    Qt says that an entry can be seen if it lies within its view, and that the current one has the focus, and asks
    neither whether the view is shown nor whether it has the focus.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Lets the arrow keys go on from the entry that is selected, before Qt chooses one."""
        selected = self.selectedIndexes()
        if selected:
            self.selectionModel().setCurrentIndex(selected[0], _NO_UPDATE)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the focus from the entry. It stays selected."""
        super().focusOutEvent(event)
        self._leave_no_focus()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Follows the program, which can choose an entry while the focus is elsewhere."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._leave_no_focus()

    def _leave_no_focus(self) -> None:
        if not self.hasFocus():
            self.selectionModel().setCurrentIndex(QModelIndex(), _NO_UPDATE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaves the view no size, or else the entries of the last customers would stay on the next one's page.

        Its layout gives it one before it is shown again.
        """
        super().hideEvent(event)
        if not event.spontaneous():
            self.resize(0, 0)
            self.updateGeometry()


class ItemList(HonestView, QListWidget):
    """A list of texts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets an arrow key select the first entry if none is selected. Qt would pass over it."""
        if event.key() in _ARROWS and not self.selectedIndexes():
            self.setCurrentRow(0)
        else:
            super().keyPressEvent(event)
