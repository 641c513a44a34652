"""Claims about the machine's clock: local time for people, seconds that only go forward, waits that the end cuts."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

from desktop.flow.clock import SystemClock


def test_the_wall_clock_has_an_offset() -> None:
    """A time without one would say nothing to whoever reads the journal elsewhere."""
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_seconds_only_go_forward() -> None:
    """They are the machine's own, so that waits and proofs are of one measure."""
    clock = SystemClock()
    before = time.monotonic()
    assert before <= clock.monotonic() <= time.monotonic()


def test_a_wait_lasts_and_says_that_it_was_not_cut_short() -> None:
    """No time at all, and less than none, are waited at once."""
    clock = SystemClock()
    began = time.monotonic()
    assert clock.wait(0.02) is False
    assert time.monotonic() - began >= 0.02
    assert clock.wait(-1.0) is False
    assert clock.wait(0.0) is False


def test_the_end_cuts_every_wait_short_now_and_later() -> None:
    """From another thread, for good, and for this clock alone."""
    clock, other = SystemClock(), SystemClock()
    waiting = threading.Event()
    cut: list[bool] = []

    def wait() -> None:
        waiting.set()
        cut.append(clock.wait(60.0))

    thread = threading.Thread(target=wait)
    thread.start()
    assert waiting.wait(10.0)
    clock.interrupt()
    thread.join(10.0)
    assert cut == [True]
    assert clock.wait(60.0) is True
    assert other.wait(0.0) is False
