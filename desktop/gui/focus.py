"""Follows the keyboard focus of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def follow_focus(slot: Callable[[QWidget | None, QWidget | None], object]) -> None:
    """Calls a slot whenever the focus moves, with the widget that had it and the one that has it.

    Args:
        slot: a method of a QObject, so that it is not called after the object is gone.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.focusChanged.connect(slot)
