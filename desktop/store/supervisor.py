"""Checks the supervisor's PIN: counts the tries, and pauses after too many wrong ones.

For a PIN of six digits that `pins.hash_pin` has accepted, this holds:

- At the till there are five tries in 15 minutes, so 480 a day. Half of the million PINs take 1,040 days, and every
  wrong try is in the audit trail.
- The tries are counted in a file and in the journal's audit trail, which is chained. Deleting the file has no effect.
  Deleting or changing the journal is found by `journal verify`, if it is given the head on the day's report.
- A cashier who starts the till with another data folder has another journal. One who copies the hash out of the policy
  can try PINs anywhere. No program that runs with the cashier's own rights can prevent that. Then only the cost of each
  try counts: a second of one processor and 64 MiB, so half of the PINs take six days. Each further digit makes that ten
  times as long, so a policy should use eight digits.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop.domain.failures import NotAllowed, Supervision
from desktop.store import pin_tries
from desktop.store.pin_tries import MAX_TRIES, PAUSE, CountedPin, PinRefusal, PinRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.store.journal import SqliteJournal
    from desktop.store.pin_tries import Tries

__all__ = ["AGREED", "MAX_TRIES", "PAUSE", "TRIED", "SupervisorPin", "SupervisorTries"]

TRIED = "pin_tried"
"""The event of a try, recorded before the PIN is checked."""

AGREED = "supervisor_agreed"
"""The event of a correct PIN (`flow.till`). Tries before it no longer count."""

_WHY = {
    PinRefusal.WRONG: Supervision.WRONG_PIN,
    PinRefusal.PAUSED: Supervision.PAUSED,
    PinRefusal.NO_PIN: Supervision.NO_PIN,
    PinRefusal.UNCOUNTED: Supervision.UNCOUNTED,
}


class SupervisorTries(pin_tries.JournalTries):
    """Counts the tries of the supervisor's PIN in the journal's audit trail (`Tries`)."""

    def __init__(self, journal: SqliteJournal, *, till: str, cashier: str, now: Callable[[], datetime]) -> None:
        """Does not read the journal yet; see `pin_tries.JournalTries`."""
        super().__init__(journal, till=till, cashier=cashier, now=now, tried=TRIED, agreed=AGREED)


class SupervisorPin:
    """Checks a supervisor's PIN (`flow.ports.Supervisor`)."""

    def __init__(self, path: Path, stored: str, tries: Tries, *, clock: Callable[[], float] = time.time) -> None:
        """Does not read the file yet.

        Args:
            path: the file that counts tries in addition to the journal.
            stored: the PIN as `pins.hash_pin` made it, or empty if none is set.
            tries: counts the tries in the journal.
            clock: the wall clock in seconds, because a pause has to outlast the program.
        """
        self._counted = CountedPin(path, tries, clock=clock)
        self._stored = stored

    def check(self, pin: str) -> None:
        """Checks a PIN. Blocks for a second or more.

        Raises:
            NotAllowed: it is wrong, there were too many wrong ones, none is set, or tries cannot be counted.
        """
        if not self._stored:
            raise NotAllowed(Supervision.NO_PIN)
        try:
            self._counted.check(pin, self._stored)
        except PinRefusedError as refusal:
            raise NotAllowed(_WHY[refusal.why]) from refusal
