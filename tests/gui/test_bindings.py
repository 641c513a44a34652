"""Tests of the Qt bindings, for a release that broke a till that runs all day."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class _Source(QObject):
    """An object with a signal.

    Signals:
        told: anything.
    """

    told = Signal(object)


def test_emitting_a_signal_keeps_the_reference_count_of_true() -> None:
    """Emitting a signal leaves the reference count of True alone. PySide6 6.12.0 lowered it, and Python 3.11 aborts."""
    source = _Source()
    before = sys.getrefcount(True)
    for _ in range(50):
        source.told.emit(None)
    assert sys.getrefcount(True) >= before - 10
