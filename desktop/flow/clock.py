"""Tells the time: a wall clock for people, a monotonic clock for proof, and waits that can be interrupted."""

from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock. Each worker has one, so that each can be interrupted by itself."""

    def __init__(self) -> None:
        self._ended = threading.Event()

    def now(self) -> datetime:
        """Returns the wall clock's time, with the local offset. It may jump, so it proves nothing."""
        return datetime.now(UTC).astimezone()

    def monotonic(self) -> float:
        """Returns seconds that only go forward, within this process."""
        return time.monotonic()

    def wait(self, seconds: float) -> bool:
        """Waits. Returns True if the wait was interrupted because the program ends."""
        return self._ended.wait(max(seconds, 0.0))

    def interrupt(self) -> None:
        """Ends every wait, now and later. Called from another thread as the program ends."""
        self._ended.set()


def uptime() -> float:
    """Returns seconds that no one can set, and that go on while the machine sleeps, unlike those of `monotonic`."""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # pragma: no cover - the tests run this branch on macOS
        seconds = time.clock_gettime(time.CLOCK_MONOTONIC)
    else:  # pragma: no cover - the tests run this branch on Windows
        seconds = time.monotonic()
    return seconds
