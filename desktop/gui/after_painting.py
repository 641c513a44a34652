"""Puts off what no one waits for until an answer is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_AFTER_PAINTING = 50
"""Milliseconds after which something that has just changed is on the screen. Doing more meanwhile would delay that."""


def after_painting(parent: QObject, slot: Callable[[], None]) -> QTimer:
    """Returns a timer that calls a slot once the window has been painted. It is to be started after a change.

    Args:
        parent: owns the timer.
        slot: a method of a QObject, so that it is not called after the object is gone.
    """
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_AFTER_PAINTING)
    timer.timeout.connect(slot)
    return timer
