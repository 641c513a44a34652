"""The Qt bindings themselves, where a release of them has broken a till that runs all day."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class _Source(QObject):
    told = Signal(object)


def test_emitting_a_signal_leaves_the_references_of_true_alone() -> None:
    """PySide6 6.12.0 gives a reference to True away at every emit, which aborts Python 3.11 after some hundred."""
    source = _Source()
    before = sys.getrefcount(True)
    for _ in range(50):
        source.told.emit(None)
    assert sys.getrefcount(True) >= before - 10
