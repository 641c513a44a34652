"""Tests the machine's clock: local time, seconds that only go forward, waits that can be interrupted."""

from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.flow.clock import SystemClock, uptime


def test_the_wall_clock_has_an_offset() -> None:
    """The time has an offset, because the journal may be read elsewhere."""
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_seconds_only_go_forward() -> None:
    """They are the machine's own seconds, so that waits and proofs use one measure."""
    clock = SystemClock()
    before = time.monotonic()
    assert before <= clock.monotonic() <= time.monotonic()


def test_a_wait_lasts_and_is_not_interrupted() -> None:
    """A wait of zero seconds, or fewer, returns at once."""
    clock = SystemClock()
    began = time.monotonic()
    assert clock.wait(0.02) is False
    assert time.monotonic() - began >= 0.02
    assert clock.wait(-1.0) is False
    assert clock.wait(0.0) is False


def test_an_interrupt_ends_every_wait_now_and_later() -> None:
    """An interrupt from another thread ends every wait of this clock, and no other clock's."""
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


@pytest.mark.skipif(sys.platform != "linux", reason="reads how long Linux has been up")
def test_the_uptime_counts_sleep() -> None:
    """It is the kernel's own, which goes on while the machine sleeps."""
    before = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    assert before - 0.02 <= uptime() <= before + 5


def test_the_uptime_only_goes_forward() -> None:
    """On every system."""
    before = uptime()
    assert before <= uptime()
