"""Tells screen readers which entries of a table or a list can be read, and which one has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractItemView

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


def leave_no_cells(view: QAbstractItemView, event: QHideEvent) -> None:
    """Call it in `hideEvent`, or else the cells of the last customers stay on the next one's page.

    Qt says that a cell can be seen if it lies within its view, and does not ask whether the view is shown. So the view
    has no size while it is not. Its layout gives it one before it is shown again.
    """
    if not event.spontaneous():
        view.resize(0, 0)
        view.updateGeometry()


def leave_no_focus(view: QAbstractItemView) -> None:
    """Call it whenever the current entry changes and when the focus leaves. Has no effect while the view has the focus.

    Qt says that the current entry has the focus, and does not ask whether its view has it. So there is no current entry
    meanwhile; the selection stays.
    """
    if not view.hasFocus():
        view.selectionModel().setCurrentIndex(QModelIndex(), _NO_UPDATE)


def go_on_at_selected(view: QAbstractItemView) -> None:
    """Call it when the focus comes, before Qt chooses an entry: the arrow keys go on from the one that is selected."""
    selected = view.selectedIndexes()
    if selected:
        view.selectionModel().setCurrentIndex(selected[0], _NO_UPDATE)


class ItemList(QListWidget):
    """A list whose entries cannot be read while it is not shown, and have the focus only if it has."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Gives the focus to the entry that is selected."""
        go_on_at_selected(self)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the focus from the entry."""
        super().focusOutEvent(event)
        leave_no_focus(self)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Follows the program, which can choose an entry while the focus is elsewhere."""
        super().currentChanged(current, previous)
        if current.isValid():
            leave_no_focus(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lets an arrow key select the first entry if none is selected. Qt would pass over it."""
        if event.key() in _ARROWS and not self.selectedIndexes():
            self.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hides the entries with the list."""
        super().hideEvent(event)
        leave_no_cells(self, event)
