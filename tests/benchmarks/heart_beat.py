"""Measures how long a window's painting thread did nothing else, and how long an empty process beside it was held up.

    python -m tests.benchmarks.heart_beat

runs that empty process until its standard input ends, and prints its late beats. What holds it up is the machine.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

_BEAT = 1
"""Milliseconds between two beats."""

Late = list[tuple[float, float]]
"""The beats that were late: when each was due, by the monotonic clock that all processes share, and how late it was, in
seconds."""


class HeartBeat(QObject):
    """A timer of the painting thread that notes when it comes late.

    Attributes:
        late: the beats that were late since `start`.
        began: when it was started, in seconds of the monotonic clock.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: Late = []
        self.began = self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Forgets what was measured, and begins."""
        self.late = []
        self.began = self._last = time.monotonic()
        self._timer.start()

    def stop(self) -> float:
        """Ends. Returns when it did, in seconds of the monotonic clock."""
        self._on_beat()
        self._timer.stop()
        return self._last

    @Slot()
    def _on_beat(self) -> None:
        self._last = note(self.late, self._last)


def note(late: Late, last: float) -> float:
    """Adds a beat to the late ones if it is. Returns the time.

    Args:
        late: the beats that were late.
        last: when the last beat was.
    """
    now, due = time.monotonic(), last + _BEAT / 1000
    if now - due > _BEAT / 1000:
        late.append((due, now - due))
    return now


def written() -> int:
    """Returns the KiB that this process has written and still has; 0 if the system does not tell."""
    sizes = Path("/proc/self/smaps_rollup")
    if not sizes.exists():
        return 0
    return next(int(line.split()[1]) for line in sizes.read_text().splitlines() if line.startswith("Anonymous"))


def _beat_alone() -> Late:
    """Beats until standard input ends."""
    ended = threading.Event()

    def wait_for_the_end() -> None:
        sys.stdin.read()
        ended.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    late: Late = []
    last = time.monotonic()
    while not ended.is_set():
        time.sleep(_BEAT / 1000)
        last = note(late, last)
    return late


if __name__ == "__main__":
    print(json.dumps(_beat_alone()))
