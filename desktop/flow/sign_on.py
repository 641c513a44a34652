"""Signs cashiers on and off, and records that in the audit trail."""

from __future__ import annotations

import logging
import math
from collections import deque
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.cashiers import find_listed, may_sign_on
from desktop.domain.failures import JournalUnusable, NotSignedOn, SignOnTrouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain.settings import Settings
    from desktop.flow.ports import CashierPins, Clock, Journal

_log = logging.getLogger(__name__)

_UNREADABLE_FOR = 600.0
"""Seconds for which a file of PINs that could not be read is left alone between customers. A folder of a server that
does not answer can take half a minute each time, and the next customer's look-up waits for it."""


class SignOffCause(StrEnum):
    """Why a cashier was signed off, as the audit trail says it."""

    CASHIER = "by the cashier"
    IDLE = "idle"
    REMOVED = "no longer listed"
    CLOSED = "the till was closed"


class SignOn:
    """Knows who has signed on at this till. It is asked between redemptions, on the counter's thread.

    Attributes:
        cashier: who has signed on; empty for no one.
    """

    def __init__(self, journal: Journal, clock: Clock, settings: Settings, pins: CashierPins | None) -> None:
        """Begins with no one signed on.

        Args:
            journal: has the audit trail.
            clock: tells the time.
            settings: name the cashiers.
            pins: checks PINs; None if the policy asks for none.
        """
        self.cashier = ""
        self._journal = journal
        self._clock = clock
        self._settings = settings
        self._pins = pins
        self._unrecorded: deque[Callable[[], None]] = deque()
        self._look_again_at = -math.inf

    def sign_on(self, typed: str, pin: str) -> str:
        """Signs a cashier on, and signs off the one before. Returns the cashier's name.

        A text that is no cashier's name is not recorded, because it may be anything: a PIN or a scanned card.

        Raises:
            NotSignedOn: the name or the PIN is not right. The audit trail has the try. No one is signed off.
            JournalUnusable: it could not be recorded, so no one is signed on.
        """
        name = ""
        try:
            name = self._named(typed)
            if self._pins is not None:
                self._pins.check(name, pin)
        except NotSignedOn as refusal:
            self._note("sign_on_refused", name, refusal.support)
            raise
        if self.cashier != name:
            self.sign_off(SignOffCause.CASHIER)
        self.catch_up()
        self._note("signed_on", name, "PIN" if self._pins is not None else "")
        self.cashier = name
        return name

    def is_removed(self) -> bool:
        """True if the file of PINs has no longer the cashier who has signed on. A file that cannot be read proves none.

        The list of the settings does not change while the window is open.
        """
        if self._pins is None or not self.cashier or self._clock.monotonic() < self._look_again_at:
            return False
        try:
            return self._pins.find(self.cashier) != self.cashier
        except NotSignedOn as refusal:
            if refusal.why is SignOnTrouble.UNKNOWN:
                return True
            self._look_again_at = self._clock.monotonic() + _UNREADABLE_FOR
            return False

    def sign_off(self, why: SignOffCause) -> None:
        """Signs the cashier off. Has no effect if no one is signed on.

        Raises:
            JournalUnusable: it could not be recorded yet. The cashier is signed off all the same.
        """
        name, self.cashier = self.cashier, ""
        if name:
            self._unrecorded.append(partial(self._note, "signed_off", name, why.value, at=self._clock.now()))
            self.catch_up()

    def catch_up(self) -> None:
        """Records sign-offs that the journal could not record when they happened.

        Raises:
            JournalUnusable: it still cannot.
        """
        while self._unrecorded:
            self._unrecorded[0]()
            self._unrecorded.popleft()

    def close(self) -> None:
        """Signs the cashier off because the till ends."""
        try:
            self.sign_off(SignOffCause.CLOSED)
        except JournalUnusable as trouble:
            _log.warning("the audit trail does not have the sign-off: %s", trouble.support)

    def _named(self, typed: str) -> str:
        if self._pins is None:
            return may_sign_on(typed, self._settings)
        if not typed.strip():
            raise NotSignedOn(SignOnTrouble.NO_NAME)
        listed = self._settings.cashiers
        # The number that the list gives a cashier counts for the file of PINs too.
        name = self._pins.find(find_listed(typed, listed) or typed)
        if self._settings.only_listed_cashiers and listed and find_listed(name, listed) is None:
            raise NotSignedOn(SignOnTrouble.UNKNOWN)
        return name

    def _note(self, what: str, cashier: str, detail: str, *, at: datetime | None = None) -> None:
        self._journal.note(what, at=at or self._clock.now(), till=self._settings.till, cashier=cashier, detail=detail)
