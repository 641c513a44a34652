"""Makes timers that call a slot, once or again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

_AFTER_PAINTING = 50
"""Milliseconds after which something that has just changed is on the screen. Doing more meanwhile would delay that."""

AFTER_A_FAILURE = 30_000
"""Milliseconds until another try. A disk that was full may have room again by then."""


def once(parent: QObject, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    """Returns a timer that does not run yet. Each start begins its time anew.

    Args:
        parent: owns the timer.
        milliseconds: from the last start to the call.
        slot: a method of a QObject, so that it is not called after the object is gone.
    """
    timer = every(parent, milliseconds, slot)
    timer.setSingleShot(True)
    return timer


def every(parent: QObject, milliseconds: int, slot: Callable[[], object]) -> QTimer:
    """Returns a timer that does not run yet, and calls a slot again and again once it is started.

    Args:
        parent: owns the timer.
        milliseconds: between two calls.
        slot: as for `once`.
    """
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


def after_painting(parent: QObject, slot: Callable[[], object]) -> QTimer:
    """Returns a timer for what no one waits for. It is to be started after a change, and lets that be painted first."""
    return once(parent, _AFTER_PAINTING, slot)


def after_a_failure(parent: QObject, slot: Callable[[], object]) -> QTimer:
    """Returns a timer for another try. It is to be started after a failure that may end by itself."""
    return once(parent, AFTER_A_FAILURE, slot)
