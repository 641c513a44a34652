"""Waits out the service's rate limit in front of the cashier: a countdown, then the same look-up again."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from desktop.domain.member import Identifier

MOST_REPEATS = 5
"""Waits in a row after which the cashier is told instead."""

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0
"""Seconds: a rate limit counts by the minute."""


class RateLimitWait(QObject):
    """Counts down to the next try.

    Signals:
        ticked: whole seconds that are left.
        due: whom to look up again (`Identifier`).
    """

    ticked = Signal(int)
    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._identifier: Identifier | None = None
        self._repeats = 0
        self._until = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._on_tick)

    def begin(self, identifier: Identifier, retry_after: float | None) -> bool:
        """Begins to wait. False if it has waited often enough, or the service asks for too long.

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
        """Stops waiting, and forgets for whom."""
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
