"""Lets a supervisor settle an unknown attempt, and shows why that was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.failures import NotAllowed, Supervision
from desktop.flow.till import Till
from desktop.gui.display import Cause
from desktop.gui.screen import Notice

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.gui.display import Display
    from desktop.gui.outcomes import Outcomes
    from desktop.gui.worker import WorkerThread


class SettlingByHand(QObject):
    """Uses the counter's worker, which runs it between redemptions.

    The cashier can go on with the customer meanwhile.
    """

    def __init__(
        self,
        display: Display,
        counter: WorkerThread[Till],
        outcomes: Outcomes,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """Starts without a request.

        Args:
            display: shows what went wrong.
            counter: does the work.
            outcomes: shows the outcome.
            settings: in force.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._counter = counter
        self._outcomes = outcomes
        self._settings = settings
        self._is_checking = False

    @property
    def is_offered(self) -> bool:
        """True if a supervisor can settle attempts in this window."""
        return bool(self._settings.supervisor_pin)

    def settle(self, attempt: Attempt, pin: str, reason: str, *, redeemed: bool) -> None:
        """Records what the supervisor says, if the PIN is right."""
        if self._is_checking:
            return
        if not pin.strip() and self._display.says_pins_are_locked:
            return
        if not pin.strip() or not reason.strip():
            text = self.tr("Nothing was recorded. Enter the supervisor’s PIN and a reason.")
            self._display.say_here(Notice("bad", text))
            return
        # Checking a PIN is slow on purpose.
        self._display.say_here(Notice("info", self.tr("Checking the PIN…")))
        self._is_checking = True
        cashier = self._display.screen.cashier
        self._counter.ask(
            self._on_settled,
            self._on_failed,
            Till.settle_by_hand,
            attempt,
            pin,
            reason,
            redeemed=redeemed,
            cashier=cashier,
        )

    @Slot(object)
    def _on_settled(self, attempt: Attempt) -> None:
        self._is_checking = False
        with self._display.moving_focus(Cause.ANSWER):
            self._outcomes.show_settled_by_hand(attempt)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._is_checking = False
        if isinstance(failure, NotAllowed):
            self._display.say_here(Notice("bad", self._words(failure), failure.support))
        else:
            self._display.say_here(self._display.words.failure(failure))

    def _words(self, refusal: NotAllowed) -> str:
        match refusal.why:
            case Supervision.WRONG_PIN:
                return self.tr("That PIN is wrong. Nothing was recorded.")
            case Supervision.PAUSED:
                return self.tr("Too many wrong PINs. Nothing was recorded. Try again in 15 minutes.")
            case Supervision.OFF | Supervision.NO_PIN | Supervision.UNCOUNTED:
                return self.tr("A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.")
