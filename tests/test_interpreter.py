"""Tests that a window's threads give way soon."""

from __future__ import annotations

import sys

from desktop import interpreter


def test_threads_give_way_sooner() -> None:
    """A thread that computes holds the painting thread up for a millisecond at a time."""
    before = sys.getswitchinterval()
    try:
        interpreter.switch_threads_sooner()
        assert sys.getswitchinterval() == interpreter.SWITCH_INTERVAL < before
    finally:
        sys.setswitchinterval(before)
