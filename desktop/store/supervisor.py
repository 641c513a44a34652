"""Owns asking for the supervisor's PIN: how many wrong ones are taken, and the pause after them, across restarts."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from desktop.domain.failures import NotAllowed, Supervision
from desktop.store.pins import PinError, is_pin
from desktop.store.private_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_TRIES = 5
"""Wrong PINs in a row after which the till pauses."""

PAUSE = 300.0
"""Seconds of the pause; at that pace ten thousand PINs take a week."""


class SupervisorGate:
    """Lets a supervisor through (`flow.ports.Supervisor`).

    A try is written down before it is looked at, so that ending the program in between wins nobody another one.

    Args:
        path: where the tries are kept.
        stored: the PIN as `pins.hash_pin` made it; empty for none.
        clock: the wall clock in seconds, since a pause has to outlast the program.
    """

    def __init__(self, path: Path, stored: str, *, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._stored = stored
        self._clock = clock

    def check(self, pin: str) -> None:
        """Takes a PIN.

        Raises:
            NotAllowed: it is wrong, there were too many wrong ones, none is set, or tries cannot be counted.
        """
        if not self._stored:
            raise NotAllowed(Supervision.NO_PIN)
        wrong, until = self._read()
        now = self._clock()
        # A clock that was set back must not make the pause longer than it is.
        if now < until <= now + PAUSE:
            raise NotAllowed(Supervision.PAUSED)
        wrong = 1 if wrong >= MOST_TRIES else wrong + 1
        self._write(wrong, now + PAUSE if wrong >= MOST_TRIES else 0.0)
        try:
            agreed = is_pin(pin, self._stored)
        except PinError:
            raise NotAllowed(Supervision.NO_PIN) from None
        if not agreed:
            raise NotAllowed(Supervision.PAUSED if wrong >= MOST_TRIES else Supervision.WRONG_PIN)
        self._write(0, 0.0)

    def _read(self) -> tuple[int, float]:
        try:
            kept = json.loads(self._path.read_bytes())
            return int(kept["wrong"]), float(kept["until"])
        except FileNotFoundError:
            return 0, 0.0
        except (OSError, ValueError, TypeError, KeyError):
            # What cannot be read was damaged or tampered with: one more try, then the pause.
            return MOST_TRIES - 1, 0.0

    def _write(self, wrong: int, until: float) -> None:
        try:
            write_whole(self._path, json.dumps({"wrong": wrong, "until": until}).encode())
        except OSError as error:
            raise NotAllowed(Supervision.UNCOUNTED) from error
