"""Counts the tries of a PIN where the user cannot reset them, and pauses after too many wrong ones."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import JournalUnusable
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


class PinRefusal(StrEnum):
    """Why a PIN is refused."""

    WRONG = "wrong"
    PAUSED = "paused"
    NO_PIN = "no_pin"
    """What is stored is not a hash that a till has made."""
    UNCOUNTED = "uncounted"


class PinRefusedError(Exception):
    """A PIN is refused.

    Attributes:
        why: the reason.
    """

    def __init__(self, why: PinRefusal) -> None:
        super().__init__(why.value)
        self.why = why


class Tries(Protocol):
    """Counts tries in a place that the user cannot reset unnoticed."""

    def recent(self) -> int:
        """Returns how many tries of the last `PAUSE` seconds came after the last correct PIN."""

    def add(self) -> None:
        """Records a try durably before its PIN is checked."""


class JournalTries:
    """Counts tries in the journal's audit trail (`Tries`)."""

    def __init__(
        self,
        journal: SqliteJournal,
        *,
        till: str,
        cashier: str,
        now: Callable[[], datetime],
        tried: str,
        agreed: str,
        of_cashier: bool = False,
    ) -> None:
        """Does not read the journal yet.

        Args:
            journal: opened for writing, in the thread that checks the PIN.
            till: till of the event.
            cashier: cashier of the event.
            now: the wall clock, with offset.
            tried: the event of a try, recorded before the PIN is checked.
            agreed: the event of a correct PIN, which the caller records. Tries before it no longer count.
            of_cashier: True to count only this cashier's events.
        """
        self._journal = journal
        self._till = till
        self._cashier = cashier
        self._now = now
        self._tried, self._agreed = tried, agreed
        self._of_cashier = of_cashier

    def recent(self) -> int:
        """See `Tries.recent`.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        now, pause = self._now(), timedelta(seconds=PAUSE)
        tries = 0
        for event in self._journal.recent_events((self._tried, self._agreed), now, pause):
            if self._of_cashier and event.cashier != self._cashier:
                continue
            if event.what == self._agreed:
                break
            # Look in both directions: if the clock was set back, the pause must not become longer.
            if abs(now - event.at) < pause:
                tries += 1
        return tries

    def add(self) -> None:
        """See `Tries.add`.

        Raises:
            JournalUnusable: the journal cannot be written.
        """
        self._journal.note(self._tried, at=self._now(), till=self._till, cashier=self._cashier)


class CountedPin:
    """Checks a PIN. Counts each try before it checks the PIN, so killing the program does not give an extra try."""

    def __init__(self, path: Path, tries: Tries, *, clock: Callable[[], float] = time.time) -> None:
        """Does not read the file yet.

        Args:
            path: the file that counts tries in addition to the journal.
            tries: counts the tries in the journal.
            clock: the wall clock in seconds, because a pause has to outlast the program.
        """
        self._path = path
        self._tries = tries
        self._clock = clock

    def check(self, pin: str, stored: str) -> None:
        """Checks a PIN. Blocks for a second or more.

        Args:
            pin: the PIN as it was typed.
            stored: the PIN as `pins.hash_pin` made it.

        Raises:
            PinRefusedError: it is wrong, there were too many wrong ones, or tries cannot be counted.
        """
        wrong, until = self._read()
        now = self._clock()
        # If the clock was set back, the pause must not become longer.
        if now < until <= now + PAUSE:
            raise PinRefusedError(PinRefusal.PAUSED)
        wrong = self._count(1 if wrong >= MAX_TRIES else wrong + 1)
        self._write(wrong, now + PAUSE if wrong >= MAX_TRIES else 0.0)
        try:
            agreed = is_pin(pin, stored)
        except PinError:
            raise PinRefusedError(PinRefusal.NO_PIN) from None
        if not agreed:
            raise PinRefusedError(PinRefusal.PAUSED if wrong >= MAX_TRIES else PinRefusal.WRONG)
        self._write(0, 0.0)

    def _count(self, wrong: int) -> int:
        """Counts this try in the journal, and returns the higher of the two counts."""
        try:
            recorded = self._tries.recent()
            if recorded >= MAX_TRIES:
                raise PinRefusedError(PinRefusal.PAUSED)
            self._tries.add()
        except JournalUnusable as error:
            raise PinRefusedError(PinRefusal.UNCOUNTED) from error
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
            raise PinRefusedError(PinRefusal.UNCOUNTED) from error
