"""Follows the keyboard focus of the whole program, and keeps it in place while a change is drawn."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def follow_focus(slot: Callable[[QWidget | None, QWidget | None], object]) -> None:
    """Calls a slot whenever the focus moves, with the widget that had it and the one that has it.

    Args:
        slot: a method of a QObject, so that it is not called after the object is gone.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.focusChanged.connect(slot)


class FocusKeeper(QWidget):
    """A widget in which Qt does not pass the focus on while a change is drawn.

    Qt gives the focus of a widget that is hidden or disabled to the next one at once. That one may be hidden by the
    same change, and a screen reader would read everything on the way.
    """

    def __init__(self) -> None:
        super().__init__()
        self._holds = 0

    @contextmanager
    def keeping_focus(self) -> Iterator[None]:
        """Keeps the focus where it is, even if that is hidden, until something in the block moves it.

        If nothing has, it is passed on afterwards as Qt does it.
        """
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
            focused = QApplication.focusWidget()
            is_gone = focused is not None and not (focused.isVisible() and focused.isEnabled())
            if focused is not None and is_gone and not self._holds and self.isAncestorOf(focused):
                self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Qt asks for this when Tab is pressed, and when the widget that has the focus is hidden or disabled."""
        return bool(self._holds) or super().focusNextPrevChild(forward)
