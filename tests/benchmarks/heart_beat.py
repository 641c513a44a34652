"""Measures in a window's own process how long its painting thread did nothing else, and what the process has written."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

_BEAT = 1
"""Milliseconds between two beats."""


class HeartBeat(QObject):
    """A timer of the painting thread that notes when it comes late. It must not run while anything else is measured.

    Attributes:
        late: when each beat came that was late, in seconds since `start`, and by how many seconds.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[tuple[float, float]] = []
        self._began = self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Forgets what was measured, and begins."""
        self.late.clear()
        self._began = self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Ends. Returns the longest stall in seconds, beyond the time between two beats."""
        self._on_beat()
        self._timer.stop()
        return max((late for _, late in self.late), default=0.0)

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        late = now - self._last - _BEAT / 1000
        if late > _BEAT / 1000:
            self.late.append((self._last - self._began, late))
        self._last = now


def written() -> int:
    """Returns the KiB that this process has written and still has; 0 if the system does not tell."""
    sizes = Path("/proc/self/smaps_rollup")
    if not sizes.exists():
        return 0
    return next(int(line.split()[1]) for line in sizes.read_text().splitlines() if line.startswith("Anonymous"))
