"""Owns what points are worth while the cashier still types: asked once the typing rests, and never waited for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.domain.messages import FormField
from desktop.gui.screen import Place

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.failures import Refused
    from desktop.domain.redemption import Draft
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.settlement import Settlement

WORTH_AFTER = 600
"""Milliseconds that a cashier must have stopped typing before the worth is asked for."""


class Worth(QObject):
    """Asks what points are worth, and shows it."""

    def __init__(
        self, display: Display, drafting: Drafting, settlement: Settlement, parent: QObject | None = None
    ) -> None:
        """Has nothing to ask yet.

        Args:
            display: shows it.
            drafting: makes a draft of what is typed so far, and learns from a refusal.
            settlement: asks, on its own worker, so that no code waits for it.
            parent: owner.
        """
        super().__init__(parent)
        self._display = display
        self._drafting = drafting
        self._settlement = settlement
        self._draft: Draft | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(WORTH_AFTER)
        self._typing.timeout.connect(self._on_typed)
        settlement.worth_known.connect(self._on_known)
        settlement.worth_refused.connect(self._on_refused)

    def think_about(self, points_text: str, bill: str) -> None:
        """The cashier is typing an amount: what it is worth is asked once the typing rests."""
        self.stop()
        screen = self._display.screen
        draft = self._drafting.rough(screen, points_text, bill)
        if draft is None or screen.worth_of(draft) is not None:
            return
        self._draft = draft
        self._typing.start()

    def stop(self) -> None:
        """Asks no more for what was typed: the service is asked for the code, or the customer is gone."""
        self._typing.stop()

    @Slot()
    def _on_typed(self) -> None:
        screen = self._display.screen
        if self._draft is not None and screen.ready and screen.busy is None:
            self._settlement.ask_worth(self._draft)

    @Slot(object, object)
    def _on_known(self, draft: Draft, worth: Decimal) -> None:
        member = self._display.screen.member
        if member is not None and member.identifier == draft.identifier:
            self._display.show(replace(self._display.screen, worth=(draft, worth)))

    @Slot(object, object)
    def _on_refused(self, draft: Draft, refusal: Refused) -> None:
        self._drafting.learn(draft, refusal.code, refusal.message)
        # Only what the service says about the amount helps while typing; all else is said when Enter is pressed.
        notice = self._display.words.failure(refusal, tone="wait")
        screen = self._display.screen
        if notice.field is FormField.POINTS and screen.place is Place.POINTS and screen.busy is None:
            self._display.show(replace(self._display.screen, notice=notice))
