"""Measures whether a window that redeems for long keeps memory, or becomes slower."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.calls import slow_service
from tests.benchmarks.figures import Figure, missing, quartiles
from tests.benchmarks.names import MANY_ROUNDS
from tests.benchmarks.stalls import play_in_window

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 10_000
"""Redemptions. A quiet machine makes about six a second."""

_COMPARED = 100
"""Redemptions at the beginning and at the end whose times are compared."""

_FIGURES = {
    "growth": "memory kept by each redemption",
    "last_redemptions": "the last hundred redemptions, relative to the first",
}


def redemptions(rounds: int) -> Iterator[Figure]:
    """Redeems many times, with a service that answers at once.

    Args:
        rounds: how often.
    """
    if sys.platform != "linux":
        yield from (
            missing(name, title, "only Linux tells what a process has written") for name, title in _FIGURES.items()
        )
    else:
        with tempfile.TemporaryDirectory(prefix="points-till-") as name, slow_service(0, Path(name)) as service:
            settings = {MANY_ROUNDS: str(rounds)}
            folders = {"config": Path(name) / "config", "data": Path(name) / "data"}
            found = play_in_window("many_window", "redeem", service, settings, **folders)
        yield growth(found["samples"])
        compared = min(_COMPARED, max(1, rounds // 2))
        first, last = found["times"][:compared], found["times"][-compared:]
        before, after = statistics.median(first) * 1000, statistics.median(last) * 1000
        spread = tuple(one * 1000 / before for one in quartiles(last))
        facts = {"first ms": before, "last ms": after}
        title = _FIGURES["last_redemptions"]
        yield Figure("last_redemptions", title, after / before, goal=1.1, spread=spread, runs=rounds, facts=facts)


def growth(samples: list[dict[str, Any]]) -> Figure:
    """Returns how much memory each redemption keeps, in the second half of them.

    Until then caches fill up: SQLite keeps 2 MB of pages for each connection.
    """
    late = samples[len(samples) // 2 :]

    def slope(name: str) -> float:
        return statistics.linear_regression([one["round"] for one in late], [one[name] for one in late]).slope

    whole = samples[-1]["round"] - samples[1]["round"]
    facts = {
        "KiB of all but the first": (samples[-1]["written"] - samples[1]["written"]) / max(1, whole),
        "KiB of them in SQLite's caches": slope("sqlite"),
        "objects of Python": (late[-1]["objects"] - late[0]["objects"]) / max(1, late[-1]["round"] - late[0]["round"]),
        "objects of Qt more": late[-1]["qt"] - late[0]["qt"],
        "threads more": late[-1]["threads"] - late[0]["threads"],
    }
    note = f"{samples[-1]['round']:,} redemptions, look-up and code included; the second half of them"
    return Figure(
        "growth", _FIGURES["growth"], slope("written"), "KiB", 1, runs=samples[-1]["round"], facts=facts, note=note
    )
