"""Settles attempts and asks what points are worth, on connections of its own beside the counter's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.settling.settler import Settler

if TYPE_CHECKING:
    from desktop.domain.eligibility import Eligibility
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.settings import Settings
    from desktop.flow.ports import Clock, Journal, LoyaltyApi


class BackgroundTill:
    """The work of the settling thread, on the second connection to the service and the second to the journal."""

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
        """Asks what the points are worth. Sends no code.

        Raises:
            Failure: as `LoyaltyApi.check`.
        """
        return self.api.check(draft, send_code=False)

    def close(self) -> None:
        """Closes the connections to the service and to the journal."""
        self.api.close()
        self.journal.close()
