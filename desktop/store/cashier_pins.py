"""Checks cashiers' PINs against the file that the machine's policy names.

The file is a JSON object: each cashier's name with the PIN as `points-till pin hash` makes it. It has to be as well
protected as a policy. Tries are counted for each cashier, like those of the supervisor's PIN (`supervisor`), so one
cashier's wrong PINs do not keep the others out.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.cashiers import find_cashier, find_listed, key_of
from desktop.domain.failures import NotSignedOn, SignOnTrouble
from desktop.domain.joiners import is_printable
from desktop.domain.setting_values import printable
from desktop.store import policy_trust
from desktop.store.pin_tries import CountedPin, JournalTries, PinRefusal, PinRefusedError
from desktop.store.pins import is_stored_pin

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain.settings import Settings
    from desktop.store.journal import SqliteJournal

TRIED = "cashier_pin_tried"
"""The event of a try, recorded before the PIN is checked."""

SIGNED_ON = "signed_on"
"""The event of a cashier who has signed on (`flow.sign_on`). Tries before it no longer count."""

_LARGEST = 1_000_000
"""Bytes of the file: some thousand cashiers."""

_WHY = {
    PinRefusal.WRONG: SignOnTrouble.WRONG_PIN,
    PinRefusal.PAUSED: SignOnTrouble.PAUSED,
    PinRefusal.NO_PIN: SignOnTrouble.NO_PIN,
    PinRefusal.UNCOUNTED: SignOnTrouble.UNCOUNTED,
}


class PinFileError(ValueError):
    """The file of PINs cannot be used. The message says why, in plain English."""


def read_pin_file(path: str, trust_problem: Callable[[Path], str] | None = None) -> dict[str, str]:
    """Returns the stored PIN of each cashier by name. What is stored for one of them may be unusable.

    Args:
        path: of the file, absolute.
        trust_problem: returns why the file cannot be trusted, or an empty text; by default `policy_trust.problem`.

    Raises:
        PinFileError: the file cannot be read or trusted, or is not a JSON object.
    """
    place = Path(path)
    if not place.is_absolute():
        raise PinFileError("must be the whole path of a file")
    try:
        # Before it is trusted, because a file that is missing has no owner.
        size = os.stat(place).st_size  # noqa: PTH116 - so that a test can replace it
        why = (trust_problem or policy_trust.problem)(place)
        content = b"" if why or size > _LARGEST else place.read_bytes()
    except OSError as error:
        raise PinFileError(f"the file cannot be read: {error.strerror or 'no reason given'}") from None
    if why:
        raise PinFileError(f"the file cannot be trusted: {why}")
    if size > _LARGEST:
        raise PinFileError("the file is too large")
    try:
        entries = json.loads(content, object_pairs_hook=_without_repeats)
    except PinFileError:
        raise
    except (ValueError, RecursionError):
        raise PinFileError("the file is not JSON") from None
    if not isinstance(entries, dict):
        raise PinFileError("the file is not a JSON object")
    found: dict[str, str] = {}
    keys: set[str] = set()
    for name, stored in entries.items():
        shown, key = " ".join(name.split()), key_of(name)
        if not shown or not is_printable(shown) or key in keys:
            raise PinFileError(f"the file has a name that is empty, repeated or unprintable: {printable(name)}")
        keys.add(key)
        found[shown] = stored if isinstance(stored, str) else ""
    return found


def without_pin(settings: Settings) -> list[str]:
    """Returns the cashiers of the list who cannot sign on, because the file of PINs has no usable PIN of theirs.

    Returns no one if no PINs are asked for, or if the file cannot be read: then no one can sign on at all.
    """
    listed = settings.cashiers
    if not settings.cashier_pin_file or not settings.cashiers_sign_on:
        return []
    try:
        stored = read_pin_file(settings.cashier_pin_file)
    except PinFileError:
        return []

    def can_sign_on(name: str) -> bool:
        meant = find_cashier(name, stored)
        if meant is None or (settings.only_listed_cashiers and find_listed(meant, listed) is None):
            return False
        return is_stored_pin(stored[meant])

    return [name for name in listed if not can_sign_on(name)]


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuses a name that stands there twice: JSON takes the last, which may be the PIN that was to be replaced."""
    names = dict(pairs)
    if len(names) < len(pairs):
        raise PinFileError("the file has a name twice")
    return names


class CashierPins:
    """Checks cashiers' PINs (`flow.ports.CashierPins`). The file is read for each sign-on, so that a change counts."""

    def __init__(
        self,
        path: str,
        folder: Path,
        journal: SqliteJournal,
        *,
        till: str,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Reads nothing yet.

        Args:
            path: the file of PINs.
            folder: where tries are counted in addition to the journal.
            journal: opened for writing, in the thread that checks PINs.
            till: till of the events.
            now: the wall clock, with offset.
            clock: the wall clock in seconds, because a pause has to outlast the program.
        """
        self._path = path
        self._folder = folder
        self._journal = journal
        self._till = till
        self._now = now
        self._clock = clock

    def find(self, typed: str) -> str:
        """Returns the name of the cashier that a text means.

        Raises:
            NotSignedOn: the file names no such cashier, or cannot be read.
        """
        name = find_cashier(typed, self._read())
        if name is None:
            raise NotSignedOn(SignOnTrouble.UNKNOWN)
        return name

    def check(self, cashier: str, pin: str) -> None:
        """Checks the PIN of a cashier whom `find` has returned. Blocks for a second or more.

        Raises:
            NotSignedOn: it is wrong, there were too many wrong ones, or tries cannot be counted.
        """
        stored = self._read().get(cashier, "")
        tries = JournalTries(
            self._journal,
            till=self._till,
            cashier=cashier,
            now=self._now,
            tried=TRIED,
            agreed=SIGNED_ON,
            of_cashier=True,
        )
        # A name may have characters that no file can have.
        digest = hashlib.sha256(key_of(cashier).encode()).hexdigest()
        counted = CountedPin(self._folder / f"cashier-{digest[:16]}.json", tries, clock=self._clock)
        try:
            counted.check(pin, stored)
        except PinRefusedError as refusal:
            raise NotSignedOn(_WHY[refusal.why]) from refusal

    def _read(self) -> dict[str, str]:
        try:
            return read_pin_file(self._path)
        except PinFileError as error:
            raise NotSignedOn(SignOnTrouble.UNREADABLE) from error
