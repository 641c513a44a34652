"""Owns the till's time: the wall clock for people, a monotonic one for proof, and waits that the end interrupts."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock. One for each worker, so that each can be interrupted by itself."""

    def __init__(self) -> None:
        self._ended = threading.Event()

    def now(self) -> datetime:
        """The wall clock, with the local offset. It may jump, so nothing is proved by it."""
        return datetime.now(UTC).astimezone()

    def monotonic(self) -> float:
        """Seconds that only go forward, within this process."""
        return time.monotonic()

    def wait(self, seconds: float) -> bool:
        """Waits; True where it was interrupted because the program ends."""
        return self._ended.wait(max(seconds, 0.0))

    def interrupt(self) -> None:
        """Ends every wait, now and later; called from another thread as the program ends."""
        self._ended.set()
