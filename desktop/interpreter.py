"""Sets Python up for a program with a window, so that other threads hardly hold up the painting thread."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

SWITCH_INTERVAL = 0.001
"""Seconds after which a thread that computes gives way to another one.

Python's own 5 ms are a third of what the painting thread may be held up, and it waits once for each part of its work.
An export of 50,000 attempts then held it up twice as long in all.
"""

_STARTED_AFTER = 10_000
"""Milliseconds after which a window has imported and made what it keeps."""


def switch_threads_sooner() -> None:
    """Lets the painting thread go on sooner while another thread computes."""
    sys.setswitchinterval(SWITCH_INTERVAL)


def keep_out_of_collections(window: QObject) -> None:
    """Leaves what exists once a window has started out of later garbage collections.

    A collection stops every thread. Looking through the 70,000 objects of the program took it 25 ms on a quiet machine,
    and found hardly any garbage. Call `let_collect` when the window has ended.

    Args:
        window: what ends with the window. If it ends earlier, nothing is left out.
    """
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(_freeze)
    timer.start(_STARTED_AFTER)


def _freeze() -> None:
    gc.freeze()


def let_collect() -> None:
    """Lets later collections look through everything again, because much of it belonged to a window that has ended."""
    gc.unfreeze()
