"""Keeps what is in a table or a list that is not shown from screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QAbstractItemView


def leave_no_cells(view: QAbstractItemView, event: QHideEvent) -> None:
    """Call it in `hideEvent`, or else the cells of the last customers stay on the next one's page.

    Qt says that a cell can be seen if it lies within its view, and does not ask whether the view is shown. So the view
    has no size while it is not. Its layout gives it one before it is shown again.
    """
    if not event.spontaneous():
        view.resize(0, 0)
        view.updateGeometry()


class ItemList(QListWidget):
    """A list whose entries cannot be read while it is not shown."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Hides the entries with the list."""
        super().hideEvent(event)
        leave_no_cells(self, event)
