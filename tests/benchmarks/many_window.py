"""Redeems many times in one window, one redemption right after the other, and prints times and memory.

python -m tests.benchmarks.many_window redeem FACTS ARGUMENTS
"""

from __future__ import annotations

import ctypes
import ctypes.util
import gc
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.gui.screen import Place
from tests.benchmarks.heart_beat import written
from tests.benchmarks.names import MANY_ROUNDS
from tests.benchmarks.player import play

if TYPE_CHECKING:
    from tests.benchmarks.player import Player

FIRST_MEMBER, MORE_MEMBERS = 9_000_000_000, 500
"""The members of `slow_service`, whose modules must not be in this process."""

_REST = 2_600
"""Milliseconds in which the window has done everything, garbage collection included."""

SAMPLES = 40
"""How often memory is looked at, evenly spread."""


def redeem(player: Player) -> dict[str, list[dict[str, float]] | list[float]]:
    """Finds the member, has a code sent, redeems, and goes on to the next customer, again and again."""
    rounds = int(os.environ[MANY_ROUNDS])
    every = max(1, rounds // SAMPLES)
    times: list[float] = []
    samples = [_sample(player, 0)]
    for number in range(1, rounds + 1):
        # A shop has many members. The till looks at all earlier redemptions of the one at hand.
        mobile = str(FIRST_MEMBER + number % MORE_MEMBERS)
        player.find_member(mobile)
        player.send_code(f"{number // MORE_MEMBERS + 1}")
        player.type_code(mobile)
        began = time.perf_counter()
        player.enter()
        player.until_at(Place.RECEIPT)
        times.append(time.perf_counter() - began)
        player.enter()
        player.until_at(Place.MEMBER)
        if number % every == 0:
            samples.append(_sample(player, number))
    return {"samples": samples, "times": times}


def _sample(player: Player, number: int) -> dict[str, float]:
    """Returns what the process has, once it has done what the last redemption causes in the background."""
    player.rest(_REST)
    return {
        "round": number,
        "written": written(),
        "objects": len(gc.get_objects()) + gc.get_freeze_count(),
        "sqlite": _sqlite_memory(),
        "qt": len(player.session.findChildren(QObject)) + len(player.session.window.findChildren(QObject)),
        "threads": threading.active_count(),
        "at": time.monotonic(),
    }


def _sqlite_memory() -> float:
    """Returns the KiB that SQLite has, most of them pages of journals that it keeps; 0 if the system does not tell."""
    name = ctypes.util.find_library("sqlite3")
    if name is None:
        return 0.0
    library = ctypes.CDLL(name)
    library.sqlite3_memory_used.restype = ctypes.c_int64
    return float(library.sqlite3_memory_used() / 1024)


if __name__ == "__main__":
    sys.exit(play({"redeem": redeem}))
