"""Signs cashiers on and off, and signs an idle cashier off."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.cashiers import find_cashier, find_listed
from desktop.domain.failures import NotSignedOn, SignOnTrouble
from desktop.flow.clock import uptime
from desktop.flow.sign_on import SignOffCause
from desktop.flow.till import Till
from desktop.gui.display import Cause
from desktop.gui.screen import Notice, Place, SignOnField, SignOnState
from desktop.gui.timers import once

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.failures import Failure
    from desktop.domain.settings import Settings
    from desktop.gui.display import Display
    from desktop.gui.late_records import LateRecords
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)

_FIELDS = {SignOnTrouble.WRONG_PIN: SignOnField.PIN, SignOnTrouble.PAUSED: SignOnField.PIN}
"""The field that a refusal is about, if that is not the name."""

LOOK_EVERY = 15_000
"""Milliseconds. A timer stands still while the machine sleeps, so it is never started for the whole time."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is being checked: if a cashier is still listed.

    Attributes:
        cashier: who it is.
        visit: the customer at the counter.
        interrupts: True if the cashier may be signed off while that customer is served.
    """

    cashier: str = ""
    visit: int = 0
    interrupts: bool = False


@dataclass(frozen=True, slots=True)
class _Left:
    """What a cashier who was signed off has left.

    Attributes:
        cashier: who it was.
        visit: the customer at the counter.
        awaits_outcome: True if it was not known yet what had become of a redemption.
    """

    cashier: str
    visit: int
    awaits_outcome: bool


class SigningOn(QObject):
    """The part of the controller that knows who has signed on. It asks the counter's worker, between redemptions.

    Time without activity is measured by the uptime, which no one can set and which goes on while the machine sleeps.
    While a call is under way, no one is signed off for being idle.

    Attributes:
        has_returned: True if the cashier who has signed on is the one who was signed off before.

    Signals:
        other_signed_on: another cashier signs on than the one who has left a customer at the counter.
        signs_on: any cashier signs on, with the name. It is not on the screen yet.
    """

    other_signed_on = Signal()
    signs_on = Signal(str)

    def __init__(
        self,
        display: Display,
        counter: WorkerThread[Till],
        settings: Settings,
        late: LateRecords,
        *,
        is_calling: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Begins with no one signed on.

        Args:
            display: shows who has signed on.
            counter: checks PINs and keeps the audit trail.
            settings: in force.
            late: has a sign-off recorded that the journal could not record.
            is_calling: returns True while an answer of the service is awaited.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._counter = counter
        self._settings = settings
        self._late = late
        self._is_calling = is_calling
        self._left: _Left | None = None
        self.has_returned = False
        self._active_at = 0.0
        self._idle = once(self, LOOK_EVERY, self._on_look)
        self._checked = _Checked()
        self._compared: tuple[int, Notice] | None = None
        needed = settings.cashiers_sign_on
        state = SignOnState(
            needed=needed,
            asks_pin=bool(settings.cashier_pin_file),
            only=settings.cashiers if needed and settings.only_listed_cashiers else (),
        )
        display.screen = replace(display.screen, sign_on=state)

    @property
    def watches_activity(self) -> bool:
        """True if idle cashiers are signed off, so that `note_activity` must be called."""
        return self._settings.cashiers_sign_on and self._settings.sign_off_after > 0

    def sign_on(self, typed: str, pin: str) -> None:
        """Signs a cashier on, if the name and the PIN are right. Has no effect while that is being checked."""
        screen = self._display.screen
        if not screen.is_locked or screen.sign_on.checking:
            return
        if not screen.ready:
            self._refuse(Notice("wait", self.tr("The till is not ready yet. Try again in a moment.")), SignOnField.NONE)
            return
        if not typed.strip():
            self._refuse(Notice("bad", self.tr("Enter your name or number.")), SignOnField.CASHIER)
            return
        if screen.sign_on.asks_pin and not pin.strip():
            if screen.sign_on.wrong is SignOnField.PIN and screen.aside.text:
                # What is wrong with the PIN says more, such as how long the till waits after too many tries.
                return
            self._refuse(Notice("bad", self.tr("Enter your PIN.")), SignOnField.PIN)
            return
        self._show(replace(screen.sign_on, checking=True, wrong=SignOnField.NONE), Notice())
        self._counter.ask(self._on_signed_on, self._on_refused, Till.sign_on, typed, pin)

    @Slot()
    def sign_off(self) -> None:
        """Signs the cashier off. A redemption under way goes on, and what is at the counter stays for the cashier."""
        with self._display.moving_focus():
            self._sign_off(SignOffCause.CASHIER)

    def note_activity(self) -> bool:
        """Notes that someone is using the till.

        Returns:
            True if that signed off a cashier who had left before the machine went to sleep. Someone else may have woken
            it, and must not go on with the cashier's customer.
        """
        if not self._idle.isActive():
            return False
        if self._idle_left > 0:
            self._begin_idle()
        else:
            self._on_look()
        return not self._idle.isActive()

    def name_of(self, named: str) -> str:
        """Returns the cashier whom the POS means, by the name that the list has for a name or number."""
        if not self._settings.cashiers_sign_on:
            return named
        # With PINs, the file of PINs knows whom a name without its number means.
        find = find_listed if self._settings.cashier_pin_file else find_cashier
        return find(named, self._settings.cashiers) or named

    def compare(self, named: str) -> None:
        """Says so if the POS names a cashier who cannot serve by its word, for want of a PIN or a place on the list."""
        screen = self._display.screen
        cashier = screen.sign_on.cashier
        if not named or named == screen.cashier:
            return
        if not cashier:
            if not screen.sign_on.asks_pin:
                self._refuse(self._unknown(), SignOnField.CASHIER)
        elif not self._is_meant(named, cashier):
            text = self.tr(
                "The POS says that {named} serves, but {cashier} has signed on and is recorded. Sign off if that is "
                "wrong."
            ).format(named=named, cashier=cashier)
            news = Notice("info", text)
            self._compared = screen.visit, news
            self._display.show(replace(screen, news=(*screen.news, news)))

    def _is_meant(self, named: str, cashier: str) -> bool:
        """True if a name or number means a certain cashier, and no other one who has the same name."""
        if find_listed(named, (cashier,)) is not None:
            return True
        return find_cashier(named, (cashier, *self._settings.cashiers)) == cashier

    def _withdraw_comparison(self) -> None:
        """Removes what `compare` said, which is true only for that customer and that cashier."""
        if self._compared is not None:
            _, news = self._compared
            self._compared = None
            self._display.withdraw_news(news)

    @Slot()
    def check_list(self) -> None:
        """Signs a cashier off who is no longer in the file of PINs. Called whenever a customer ends or begins.

        The counter's worker answers before the look-up that is asked for next, so no customer is half served.
        """
        if self._compared is not None and self._compared[0] != self._display.screen.visit:
            self._withdraw_comparison()
        self._check_list(interrupts=False)

    @Slot()
    def check_list_at_once(self) -> None:
        """Does the same before points are given back. The customer at the counter is not the one who gets them."""
        self._check_list(interrupts=True)

    def _check_list(self, *, interrupts: bool) -> None:
        screen = self._display.screen
        if screen.sign_on.cashier and screen.sign_on.asks_pin:
            self._checked = _Checked(screen.sign_on.cashier, screen.visit, interrupts)
            self._counter.ask(self._on_checked, self._on_not_checked, Till.is_cashier_removed)

    @Slot(object)
    def _on_checked(self, is_removed: bool) -> None:  # noqa: FBT001 - an answer has one argument
        screen, checked = self._display.screen, self._checked
        is_meant = (checked.cashier, checked.visit) == (screen.sign_on.cashier, screen.visit)
        if is_removed and is_meant and (checked.interrupts or screen.place in {Place.MEMBER, Place.RECEIPT}):
            self._sign_off(SignOffCause.REMOVED)
            self._refuse(self._unknown(), SignOnField.NONE)

    @Slot(object)
    def _on_not_checked(self, failure: Failure) -> None:
        _log.warning("whether the cashier is still listed is not known: %s", failure)

    def _unknown(self) -> Notice:
        return self._display.words.failure(NotSignedOn(SignOnTrouble.UNKNOWN))

    @Slot(object)
    def _on_signed_on(self, cashier: str) -> None:
        left, self._left = self._left, None
        self.has_returned = left is not None and left.cashier == cashier
        with self._display.moving_focus(Cause.ANSWER):
            if left is not None and not self.has_returned and self._is_to_clear(left):
                # First, so that no one sees another cashier's customer.
                self.other_signed_on.emit()
            self.signs_on.emit(cashier)
            self._show(replace(self._display.screen.sign_on, cashier=cashier, checking=False), Notice())
        if self.watches_activity:
            self._begin_idle()

    def _is_to_clear(self, left: _Left) -> bool:
        screen = self._display.screen
        has_outcome = screen.place in {Place.RECEIPT, Place.UNKNOWN}
        # The outcome of a redemption must be read by someone. A customer who came since is the new cashier's.
        return left.visit == screen.visit and not (left.awaits_outcome and has_outcome)

    @Slot(object)
    def _on_refused(self, failure: Failure) -> None:
        field = SignOnField.NONE
        if isinstance(failure, NotSignedOn):
            field = _FIELDS.get(failure.why, SignOnField.CASHIER)
        with self._display.moving_focus(Cause.ANSWER):
            self._refuse(self._display.words.failure(failure), field)

    def _refuse(self, notice: Notice, field: SignOnField) -> None:
        self._show(replace(self._display.screen.sign_on, checking=False, wrong=field), notice)

    def _show(self, state: SignOnState, notice: Notice) -> None:
        self._display.show(replace(self._display.screen, sign_on=state, aside=notice))

    def _sign_off(self, why: SignOffCause) -> None:
        screen = self._display.screen
        cashier = screen.sign_on.cashier
        if not cashier:
            return
        self._idle.stop()
        # The POS can name someone else before anyone signs on again.
        self.has_returned = False
        self._withdraw_comparison()
        screen = self._display.screen
        self._left = _Left(cashier, screen.visit, screen.is_redeeming or screen.place is Place.UNKNOWN)
        self._show(replace(screen.sign_on, cashier="", wrong=SignOnField.NONE), Notice())
        # After the redemption that may be under way, which is this cashier's.
        self._counter.ask(self._on_recorded, self._on_not_recorded, Till.sign_off, why)

    @property
    def _idle_left(self) -> float:
        """Seconds until an idle cashier is signed off; not more than 0 if that is over."""
        return self._active_at + self._settings.sign_off_after - uptime()

    def _begin_idle(self) -> None:
        self._active_at = uptime()
        self._look_in(self._settings.sign_off_after)

    def _look_in(self, seconds: float) -> None:
        self._idle.start(min(math.ceil(seconds * 1_000), LOOK_EVERY))

    @Slot()
    def _on_look(self) -> None:
        """Signs an idle cashier off, also one who left before the machine went to sleep."""
        left = self._idle_left
        if left > 0:
            self._look_in(left)
        elif self._is_calling():
            self._begin_idle()
        else:
            self._sign_off(SignOffCause.IDLE)

    @Slot(object)
    def _on_recorded(self, _answer: object) -> None:
        """Does nothing more. The window has shown the sign-off already."""

    @Slot(object)
    def _on_not_recorded(self, failure: Failure) -> None:
        _log.warning("the audit trail does not have a sign-off: %s", failure.support)
        self._late.warn(failure)
