"""Measures the painting thread of a real window while something slow is done beside it.

    python -m tests.benchmarks.stalled_window SCENE FACTS ARGUMENTS

Prints, for each time that the scene was played, when it began and ended, and which beats of the painting thread were
late.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from desktop.gui.screen import Place
from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.heart_beat import Late
from tests.benchmarks.names import STALL_EXPORTED, STALL_TIMES
from tests.benchmarks.player import play

if TYPE_CHECKING:
    from tests.benchmarks.player import Player

_AFTER = 700
"""Milliseconds in which what a step causes in the background has been done as well."""

_LONGEST = 600_000
"""Milliseconds for an export of a million attempts, or for settling."""

Plays = list[tuple[float, float, Late]]
"""When each time that a scene was played began and ended, in seconds of the monotonic clock, and its late beats."""


def hanging(player: Player) -> Plays:
    """The service takes a redemption and does not answer, until the till says that the outcome is not known."""
    found: Plays = []
    _warm_up(player)
    for one in _times():
        _begin_redemption(player, one)
        player.ask_service("POST", "/training/bad-day", {"name": "hang_after", "times": 1, "call": "redeem"})
        player.heart.start()
        player.enter()
        player.until_at(Place.UNKNOWN)
        found.append(_stop(player))
        player.until(lambda: player.screen.place is not Place.UNKNOWN, "settled")
        player.rest(_AFTER)
        player.session.controller.new_customer()
        player.rest(_AFTER)
    return found


def printing(player: Player) -> Plays:
    """A receipt is drawn and sent to a printer that reads slowly."""
    found: Plays = []
    states = player.collect(*(getattr(player.session.printing, name) for name in ("taken", "printed", "failed")))
    _warm_up(player)
    for one in _times():
        _begin_redemption(player, one)
        player.enter()
        player.until_at(Place.RECEIPT)
        player.rest(_AFTER)
        states.clear()
        player.heart.start()
        player.press("print_receipt")
        player.until(lambda: bool(states), "printed")
        player.rest(_AFTER)
        found.append(_stop(player))
        player.session.controller.new_customer()
        player.rest(_AFTER)
    return found


def exporting(player: Player) -> Plays:
    """The history is exported by its button."""
    player.session.view.navigation.show_history()
    player.rest(4 * _AFTER)
    done = player.collect(player.session.office.exported, player.session.office.failed)
    player.heart.start()
    player.press("export")
    player.until(lambda: bool(done), "exported", within=_LONGEST)
    return [_stop(player)]


def reading_beside(player: Player) -> Plays:
    """A command exports the journal of this till in processes of its own."""
    found: Plays = []
    command = [sys.executable, "-m", "desktop", "history", "export", "--data", os.environ[STALL_EXPORTED]]
    for _ in _times():
        player.heart.start()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as export:
            while export.poll() is None:
                player.rest(200)
        if export.returncode:
            raise RuntimeError(f"the export ended with {export.returncode}")
        found.append(_stop(player))
    return found


def settling(player: Player) -> Plays:
    """Many attempts are settled in the background, from the first look-up that the till makes to the last."""
    player.heart.start()
    player.until(lambda: player.screen.unsettled > 0, "unknown attempts")
    player.until(lambda: player.screen.unsettled == 0, "settled", within=_LONGEST)
    player.rest(_AFTER)
    return [_stop(player)]


def _stop(player: Player) -> tuple[float, float, Late]:
    ended = player.heart.stop()
    return player.heart.began, ended, player.heart.late


def _times() -> range:
    return range(int(os.environ.get(STALL_TIMES, "1")))


def _warm_up(player: Player) -> None:
    """Redeems once: the first redemption makes pages and loads their pictures."""
    _begin_redemption(player, -1)
    player.enter()
    player.until_at(Place.RECEIPT)
    player.rest(_AFTER)
    player.session.controller.new_customer()
    player.rest(_AFTER)


def _begin_redemption(player: Player, number: int) -> None:
    player.find_member()
    # Its own bill, so that the till asks no question about the one before.
    player.type("bill_number", f"BILL-{number + 2}")
    player.send_code("1")
    player.type_code()
    player.rest(_AFTER)


SCENES = {one.__name__: one for one in (hanging, printing, exporting, reading_beside, settling)}

if __name__ == "__main__":
    sys.exit(play(SCENES))
