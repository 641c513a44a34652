"""Waits until the service's rate limit allows another call, with a countdown, and then repeats the look-up."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.gui.timers import every

if TYPE_CHECKING:
    from desktop.domain.member import Identifier

MOST_REPEATS = 5
"""Waits in a row after which the window shows the failure instead."""

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0
"""Seconds, because the service counts calls by the minute."""


class RateLimitWait(QObject):
    """Counts down to the next try.

    Signals:
        ticked: the whole seconds that are left (`int`).
        due: look this member up again (`Identifier`).
    """

    ticked = Signal(int)
    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._identifier: Identifier | None = None
        self._repeats = 0
        self._until = 0.0
        self._timer = every(self, 250, self._on_tick)

    def begin(self, identifier: Identifier, retry_after: float | None) -> bool:
        """Starts to wait. Returns False after too many waits in a row, or if the service asks for too long a pause.

        Args:
            identifier: whose look-up met the limit.
            retry_after: seconds that the service asked for; None if it did not say.
        """
        if identifier != self._identifier:
            self._identifier, self._repeats = identifier, 0
        pause = min(FIRST_PAUSE * 2.0**self._repeats, LONGEST_PAUSE) if retry_after is None else max(retry_after, 1.0)
        if self._repeats >= MOST_REPEATS or pause > LONGEST_PAUSE:
            self.stop()
            return False
        self._repeats += 1
        self._until = time.monotonic() + pause
        self._timer.start()
        self._on_tick()
        return True

    def stop(self) -> None:
        """Stops waiting, and forgets the member."""
        self._timer.stop()
        self._identifier = None

    @Slot()
    def _on_tick(self) -> None:
        left = self._until - time.monotonic()
        if left > 0:
            self.ticked.emit(math.ceil(left))
            return
        self._timer.stop()
        if self._identifier is not None:
            self.due.emit(self._identifier)
