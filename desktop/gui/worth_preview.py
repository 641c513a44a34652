"""Shows what points are worth while the cashier still types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.messages import FormField
from desktop.gui.screen import Place
from desktop.gui.timers import once

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.failures import Refused
    from desktop.domain.redemption import Draft
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.settling_controller import SettlingController

WORTH_AFTER = 600
"""Milliseconds without typing after which the worth is asked for."""


class WorthPreview(QObject):
    """The part of the controller that asks what points are worth."""

    def __init__(
        self, display: Display, drafting: Drafting, settling: SettlingController, parent: QObject | None = None
    ) -> None:
        """Starts without a draft.

        Args:
            display: shows the worth.
            drafting: makes a draft of what is typed so far, and learns from a refusal.
            settling: asks, on its own worker, so that no code waits for it.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._drafting = drafting
        self._settling = settling
        self._draft: Draft | None = None
        self._typing = once(self, WORTH_AFTER, self._on_typed)
        settling.worth_known.connect(self._on_known)
        settling.worth_refused.connect(self._on_refused)

    def schedule(self, points_text: str, bill: str) -> None:
        """Asks what an amount is worth once the cashier has stopped typing, and forgets what another one is worth."""
        self.stop()
        screen = self._display.screen
        draft = self._drafting.draft_so_far(screen, points_text, bill)
        known = screen.worth
        if known is not None and (draft is None or not draft.is_same_intent(known[0])):
            # The customer would go on reading it. Another bill alone changes nothing that is shown.
            screen = replace(screen, worth=None)
            self._display.show(screen)
        if draft is None or screen.worth_of(draft) is not None:
            return
        self._draft = draft
        self._typing.start()

    def stop(self) -> None:
        """Cancels the request, because the code is being asked for or the customer is gone."""
        self._typing.stop()

    @Slot()
    def _on_typed(self) -> None:
        screen = self._display.screen
        if self._draft is not None and screen.ready and screen.busy is None:
            self._settling.ask_worth(self._draft)

    @Slot(object, object)
    def _on_known(self, draft: Draft, worth: Decimal) -> None:
        member = self._display.screen.member
        if member is not None and member.identifier == draft.identifier:
            self._display.show(replace(self._display.screen, worth=(draft, worth)))

    @Slot(object, object)
    def _on_refused(self, draft: Draft, refusal: Refused) -> None:
        self._drafting.learn(draft, refusal.code, refusal.message)
        # While typing, only a message about the amount helps. Everything else is shown when Enter is pressed.
        notice = self._display.words.failure(refusal, tone="wait")
        screen = self._display.screen
        if notice.field is FormField.POINTS and screen.place is Place.POINTS and screen.busy is None:
            self._display.show(replace(self._display.screen, notice=notice))
