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

import json
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import JournalUnusable, NotAllowed, Supervision
from desktop.private_files import write_atomically
from desktop.store.pins import PinError, is_pin

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.store.journal import SqliteJournal

MAX_TRIES = 5
"""Wrong PINs in a row before the till pauses."""

PAUSE = 900.0
"""Seconds of the pause. Tries in the journal are counted over the same time."""

TRIED = "pin_tried"
"""The event of a try, recorded before the PIN is checked."""

AGREED = "supervisor_agreed"
"""The event of a correct PIN (`flow.till`). Tries before it no longer count."""

_NEWEST = 5_000
"""Newest events to search for tries. A till records fewer in 15 minutes."""


class Tries(Protocol):
    """Counts tries in a place that the user cannot reset unnoticed."""

    def recent(self) -> int:
        """Returns how many tries of the last `PAUSE` seconds came after the last correct PIN."""

    def add(self) -> None:
        """Records a try durably before its PIN is checked."""


class JournalTries:
    """Counts tries in the journal's audit trail (`Tries`)."""

    def __init__(self, journal: SqliteJournal, *, till: str, cashier: str, now: Callable[[], datetime]) -> None:
        """Does not read the journal yet.

        Args:
            journal: opened for writing, in the thread that checks the PIN.
            till: till of the event.
            cashier: cashier of the event.
            now: the wall clock, with offset.
        """
        self._journal = journal
        self._till = till
        self._cashier = cashier
        self._now = now

    def recent(self) -> int:
        """See `Tries.recent`.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        now = self._now()
        tries = 0
        for event in self._journal.newest_events(_NEWEST):
            if event.what == AGREED:
                break
            # Look in both directions: if the clock was set back, the pause must not become longer.
            if event.what == TRIED and abs(now - event.at) < timedelta(seconds=PAUSE):
                tries += 1
        return tries

    def add(self) -> None:
        """See `Tries.add`.

        Raises:
            JournalUnusable: the journal cannot be written.
        """
        self._journal.note(TRIED, at=self._now(), till=self._till, cashier=self._cashier)


class SupervisorPin:
    """Checks a supervisor's PIN (`flow.ports.Supervisor`).

    Counts each try before it checks the PIN, so killing the program does not give an extra try.
    """

    def __init__(self, path: Path, stored: str, tries: Tries, *, clock: Callable[[], float] = time.time) -> None:
        """Does not read the file yet.

        Args:
            path: the file that counts tries in addition to the journal.
            stored: the PIN as `pins.hash_pin` made it, or empty if none is set.
            tries: counts the tries in the journal.
            clock: the wall clock in seconds, because a pause has to outlast the program.
        """
        self._path = path
        self._stored = stored
        self._tries = tries
        self._clock = clock

    def check(self, pin: str) -> None:
        """Checks a PIN. Blocks for a second or more.

        Raises:
            NotAllowed: it is wrong, there were too many wrong ones, none is set, or tries cannot be counted.
        """
        if not self._stored:
            raise NotAllowed(Supervision.NO_PIN)
        wrong, until = self._read()
        now = self._clock()
        # If the clock was set back, the pause must not become longer.
        if now < until <= now + PAUSE:
            raise NotAllowed(Supervision.PAUSED)
        wrong = self._count(1 if wrong >= MAX_TRIES else wrong + 1)
        self._write(wrong, now + PAUSE if wrong >= MAX_TRIES else 0.0)
        try:
            agreed = is_pin(pin, self._stored)
        except PinError:
            raise NotAllowed(Supervision.NO_PIN) from None
        if not agreed:
            raise NotAllowed(Supervision.PAUSED if wrong >= MAX_TRIES else Supervision.WRONG_PIN)
        self._write(0, 0.0)

    def _count(self, wrong: int) -> int:
        """Counts this try in the journal, and returns the higher of the two counts."""
        try:
            recorded = self._tries.recent()
            if recorded >= MAX_TRIES:
                raise NotAllowed(Supervision.PAUSED)
            self._tries.add()
        except JournalUnusable as error:
            raise NotAllowed(Supervision.UNCOUNTED) from error
        return max(wrong, recorded + 1)

    def _read(self) -> tuple[int, float]:
        try:
            kept = json.loads(self._path.read_bytes())
            return int(kept["wrong"]), float(kept["until"])
        except FileNotFoundError:
            return 0, 0.0
        except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
            # An unreadable file was damaged or tampered with. Allow one more try, then pause.
            return MAX_TRIES - 1, 0.0

    def _write(self, wrong: int, until: float) -> None:
        try:
            write_atomically(self._path, json.dumps({"wrong": wrong, "until": until}).encode())
        except OSError as error:
            raise NotAllowed(Supervision.UNCOUNTED) from error
