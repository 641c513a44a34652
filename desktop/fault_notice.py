"""Tells the cashier that the program has made a mistake, wherever in the program it was."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import Unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.controller import Controller

_PAUSE = 10.0
"""Seconds between two notices. A mistake in painting happens sixty times a second."""


class FaultNotice(QObject):
    """Brings mistakes from any thread to the GUI thread, and says so kindly, with the code that support asks for."""

    _raised = Signal()

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._controller: Controller | None = None
        self._clock = clock
        self._said: float | None = None
        self._raised.connect(self._on_raised)

    def follow(self, controller: Controller | None) -> None:
        """Says it in this window from now on; None while there is none."""
        self._controller = controller

    def note(self) -> None:
        """Takes note of a mistake (`logs.Log.on_fault`). Called from any thread; only emits a signal."""
        self._raised.emit()

    @Slot()
    def _on_raised(self) -> None:
        now = self._clock()
        if self._controller is None or (self._said is not None and now - self._said < _PAUSE):
            return
        self._said = now
        self._controller.say_failure(Unexpected())
