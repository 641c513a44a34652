"""Owns the desk beside the counter: settles what nobody knows yet, and asks what points are worth meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.settling.settler import Settler

if TYPE_CHECKING:
    from desktop.domain.eligibility import Eligibility
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.settings import Settings
    from desktop.flow.ports import Clock, Journal, LoyaltyApi


class BackgroundTill:
    """The second connection and the second journal connection; belongs to the settling thread."""

    def __init__(
        self, api: LoyaltyApi, journal: Journal, clock: Clock, settings: Settings, *, service: str = ""
    ) -> None:
        self.api = api
        self.journal = journal
        self.settler = Settler(
            api,
            journal,
            clock,
            settle_after=settings.settle_after,
            look_again_after=settings.look_again_after,
            service=service,
        )

    def resume(self) -> tuple[Attempt, ...]:
        """See `Settler.resume`."""
        return self.settler.resume()

    def worth(self, draft: Draft) -> Eligibility:
        """What the points are worth; sends no code.

        Raises:
            Failure: as `LoyaltyApi.check`.
        """
        return self.api.check(draft, send_code=False)

    def close(self) -> None:
        """Gives connection and journal back."""
        self.api.close()
        self.journal.close()
