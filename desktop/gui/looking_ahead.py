"""Asks, as soon as a member is found, what the cashier should know before typing any points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.limits import CODES
from desktop.domain.points import Points, PointsError
from desktop.gui.screen import Outlook
from desktop.gui.timers import after_painting

if TYPE_CHECKING:
    from desktop.domain.failures import Refused
    from desktop.domain.redemption import Draft
    from desktop.domain.settings import Settings
    from desktop.flow.background_till import OutlookAnswer
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.settling_controller import SettlingController


class LookingAhead(QObject):
    """The part of the controller that asks which points expire, which can be redeemed, and which cover the bill."""

    def __init__(
        self,
        display: Display,
        drafting: Drafting,
        settling: SettlingController,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """Asks nothing yet.

        Args:
            display: shows what is known.
            drafting: makes the draft to ask about, and learns from a refusal.
            settling: asks, on its own worker, so that no cashier waits for it.
            settings: in force.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._drafting = drafting
        self._settling = settling
        self._is_on = settings.look_ahead
        self._asked: Draft | None = None
        self._amount: Points | None = None
        self._soon = after_painting(self, self._ask)
        settling.outlook_known.connect(self._on_known)

    @Slot()
    def ask(self) -> None:
        """Asks soon about the member at hand, in the program or group that is chosen."""
        self._asked, self._amount = self._drafting.everything(self._display.screen), self._bill()
        self._soon.start()

    @Slot()
    def _ask(self) -> None:
        if self._asked is not None and (self._is_on or self._amount is not None):
            self._settling.ask_outlook(self._asked, self._amount)

    def _bill(self) -> Points | None:
        """Returns the amount of the bill, as the service is asked about it."""
        amount = self._display.screen.prefill.amount
        try:
            return None if amount is None else Points(amount)
        except PointsError:
            return None

    @Slot(object)
    def _on_known(self, answer: OutlookAnswer) -> None:
        screen = self._display.screen
        if answer.draft is not self._asked or screen.member is None:
            return
        reason = "" if answer.refusal is None else self._reason(answer.draft, answer.refusal)
        covers = None if answer.points_for_bill is None else answer.points_for_bill.value
        if covers is not None and (screen.most is None or covers > screen.most):
            covers = None
        self._display.show(
            replace(self._display.screen, outlook=Outlook(answer.expiring, reason), points_for_bill=covers)
        )

    def _reason(self, draft: Draft, refusal: Refused) -> str:
        """Returns why points cannot be redeemed, or only some amounts."""
        words = self._display.words
        self._drafting.learn(draft, refusal.code, refusal.message)
        hint = self._drafting.limits(self._display.screen.choices).hint(draft.points.value)
        if refusal.code in CODES and hint is not None:
            return words.limit_hint(hint)
        notice = words.failure(refusal)
        return f"{notice.text} ({notice.support})" if notice.support else notice.text
