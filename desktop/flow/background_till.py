"""Settles attempts and asks what points are worth, on connections of its own beside the counter's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.failures import Refused
from desktop.flow.settling.reversal_settler import ReversalProgress, ReversalSettler
from desktop.flow.settling.settler import Progress, Settler

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.reversal import Reversal
    from desktop.domain.settings import Settings
    from desktop.flow.ports import Clock, Journal, LoyaltyApi


@dataclass(frozen=True, slots=True)
class SettlingState:
    """How settling stands.

    Attributes:
        unknown: every attempt whose outcome is unknown.
        next_in: seconds until the next look-up; None if nothing is watched.
        progress: what the last look-up brought; None if there was none.
        reversals: every reversal whose outcome is unknown.
        reversal: what the last look-up of a reversal showed; None if it was not one.
    """

    unknown: tuple[Progress, ...]
    next_in: float | None
    progress: Progress | None = None
    reversals: tuple[ReversalProgress, ...] = ()
    reversal: ReversalProgress | None = None


@dataclass(frozen=True, slots=True)
class WorthAnswer:
    """What the service says about points that are being typed.

    Attributes:
        draft: what was asked about.
        worth: what the points take off the bill; None if the service did not say.
        refusal: why the service would refuse these points; None if it would not.
    """

    draft: Draft
    worth: Decimal | None = None
    refusal: Refused | None = None


class BackgroundTill:
    """The work of the settling thread, on the second connection to the service and the second to the journal."""

    def __init__(
        self, api: LoyaltyApi, journal: Journal, clock: Clock, settings: Settings, *, service: str = ""
    ) -> None:
        self.api = api
        self.journal = journal
        self._is_reversals_turn = False
        self.settler = Settler(
            api,
            journal,
            clock,
            settle_after=settings.settle_after,
            look_again_after=settings.look_again_after,
            service=service,
        )
        self.reversal_settler = ReversalSettler(
            api,
            journal,
            clock,
            settle_after=settings.settle_after,
            look_again_after=settings.look_again_after,
            service=service,
        )

    def resume(self) -> SettlingState:
        """Takes up what earlier sessions left unsettled; see `Settler.resume`."""
        self.settler.resume()
        self.reversal_settler.resume()
        return self._state()

    def watch(self, attempt: Attempt) -> SettlingState:
        """Has an attempt settled whose outcome has just been lost; see `Settler.watch`."""
        self.settler.watch(attempt)
        return self._state()

    def watch_reversal(self, reversal: Reversal) -> SettlingState:
        """Has a reversal settled whose outcome has just been lost; see `ReversalSettler.watch`."""
        self.reversal_settler.watch(reversal)
        return self._state()

    def look_once(self) -> SettlingState:
        """Looks up one attempt or one reversal that is due, the one that has waited longer."""
        redemption, reversal = self.settler.next_due(), self.reversal_settler.next_due()
        is_reversal = reversal is not None and (redemption is None or reversal <= redemption)
        self._is_reversals_turn = not self._is_reversals_turn
        if redemption == reversal == 0.0:
            # Both wait. Neither may hold up the other for long.
            is_reversal = self._is_reversals_turn
        if is_reversal:
            return self._state(reversal=self.reversal_settler.look_once())
        return self._state(self.settler.look_once())

    def _state(self, progress: Progress | None = None, reversal: ReversalProgress | None = None) -> SettlingState:
        due = [one for one in (self.settler.next_due(), self.reversal_settler.next_due()) if one is not None]
        return SettlingState(
            self.settler.unknown(), min(due, default=None), progress, self.reversal_settler.unknown(), reversal
        )

    def worth(self, draft: Draft) -> WorthAnswer:
        """Asks what the points are worth. Sends no code.

        Raises:
            Failure: as `LoyaltyApi.check`, but for a refusal, which is an answer.
        """
        try:
            answer = self.api.check(draft, send_code=False)
        except Refused as refusal:
            return WorthAnswer(draft, refusal=refusal)
        return WorthAnswer(draft, worth=answer.worth)

    def close(self) -> None:
        """Closes the connections to the service and to the journal."""
        self.api.close()
        self.journal.close()
