"""Keeps the till under the service's rate limit, so that a redemption is not answered with 429."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW = 61.0
"""Seconds. A minute, and one more for requests that took longer on the way than those behind them."""

_RESERVED_SHARE = 10
"""One in so many requests is kept for redemptions: a burst of look-ups must not make a member wait at the counter."""


class RateLimit:
    """Lets at most so many requests go in any minute. Several transports of one till may share one rate limit.

    Args:
        per_minute: the service's limit for this till.
        clock: seconds that only go forward.
    """

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = max(1, per_minute)
        self._reserve = self._limit // _RESERVED_SHARE
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: deque[float] = deque()

    def wait_for_turn(self, *, moves_points: bool, stopped: threading.Event) -> bool:
        """Waits until one more request may go.

        Args:
            moves_points: whether the reserve may be used.
            stopped: ends the waiting.

        Returns:
            True if the request may go; False if waiting was ended.
        """
        while True:
            with self._lock:
                wait = self._wait(moves_points=moves_points)
                if wait <= 0:
                    self._taken.append(self._clock())
                    return True
            if stopped.wait(wait):
                return False

    def _wait(self, *, moves_points: bool) -> float:
        now = self._clock()
        while self._taken and self._taken[0] <= now - WINDOW:
            self._taken.popleft()
        limit = self._limit if moves_points else self._limit - self._reserve
        if len(self._taken) < limit:
            return 0.0
        return self._taken[-limit] + WINDOW - now
