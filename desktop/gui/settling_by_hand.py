"""Has an unknown attempt settled by a supervisor, and says why that was not possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.failures import Failure, NotAllowed, Supervision
from desktop.flow.operations import SettleByHand
from desktop.gui.display import Lead

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.flow.till import Till
    from desktop.gui.display import Display
    from desktop.gui.outcomes import Outcomes
    from desktop.gui.worker import Crew, Reply


class SettlingByHand(QObject):
    """Asks the counter's worker, which serialises it with redemptions. The customer at hand goes on meanwhile."""

    def __init__(
        self,
        display: Display,
        counter: Crew[Till],
        outcomes: Outcomes,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """Has nothing to settle yet.

        Args:
            display: says what went wrong.
            counter: carries it out.
            outcomes: shows the outcome.
            settings: in force.
            parent: owner.
        """
        super().__init__(parent)
        self._display = display
        self._counter = counter
        self._outcomes = outcomes
        self._settings = settings
        self._awaited = 0
        counter.replied.connect(self._on_replied)

    @property
    def is_offered(self) -> bool:
        """True if a supervisor can settle attempts in this window."""
        return bool(self._settings.supervisor_pin)

    def settle(self, attempt: Attempt, pin: str, reason: str, *, redeemed: bool) -> None:
        """Records what the supervisor says, if the PIN is right."""
        if self._awaited:
            return
        if not pin.strip() or not reason.strip():
            self._display.say("bad", self.tr("Nothing was recorded. It takes the supervisor’s PIN and a reason."))
            return
        # The check of a PIN is slow on purpose.
        self._display.say("info", self.tr("Checking the PIN…"))
        self._awaited = self._counter.ask(SettleByHand(attempt, pin, reason, redeemed))

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        if reply.number != self._awaited:
            return
        self._awaited = 0
        match reply.failure:
            case None:
                with self._display.moving_focus(Lead.ANSWER):
                    self._outcomes.show_settled_by_hand(reply.result)
            case NotAllowed() as refusal:
                self._display.say("bad", self._words(refusal), refusal.support)
            case Failure() as failure:
                self._display.say_failure(failure)

    def _words(self, refusal: NotAllowed) -> str:
        match refusal.why:
            case Supervision.WRONG_PIN:
                return self.tr("That PIN is wrong. Nothing was recorded.")
            case Supervision.PAUSED:
                return self.tr("A wrong PIN was entered too often. Nothing was recorded. Try again in five minutes.")
            case Supervision.OFF | Supervision.NO_PIN | Supervision.UNCOUNTED:
                return self.tr("A supervisor’s PIN cannot be checked here. Nothing was recorded. Tell support.")
