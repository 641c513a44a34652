"""Owns what a cashier does at the counter: find a member, ask what points are worth, send a code, redeem."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalUnusable
from desktop.domain.validation import ValidationMethod
from desktop.flow.redeem import Redeemer

if TYPE_CHECKING:
    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.member import Identifier, Member
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)


class Till:
    """The verbs of the counter, on one connection and one journal. Blocking; belongs to one thread."""

    def __init__(self, api: LoyaltyApi, journal: Journal, clock: Clock, settings: Settings) -> None:
        self.api = api
        self.journal = journal
        self.clock = clock
        self.settings = settings
        self._redeemer = Redeemer(api, journal, clock, till=settings.till, cashier=settings.cashier)

    def warm_up(self) -> bool:
        """Opens the connection ahead, so that the next call costs one round trip; whether it is open."""
        return self.api.warm_up()

    def find_member(self, identifier: Identifier) -> Member:
        """Looks a member up.

        Raises:
            Failure: as `LoyaltyApi.find_member`.
        """
        return self.api.find_member(identifier)

    def send_code(self, draft: Draft, *, confirmed: bool = False) -> Eligibility:
        """Asks whether the points may be redeemed and has the code sent, in one call.

        A redemption that is held back is said so here, before the member gets a code in vain.

        Raises:
            HeldBack: an earlier redemption stands in the way.
            JournalUnusable: nothing could be redeemed.
            Failure: as `LoyaltyApi.check`.
        """
        self._redeemer.hold_back(draft, confirmed=confirmed)
        return self.api.check(
            draft.identifier,
            draft.points,
            send_code=draft.validation is ValidationMethod.CODE,
            program_id=draft.program_id,
            group=draft.group,
            validation=draft.validation,
        )

    def send_code_again(self, draft: Draft) -> CodeSent:
        """Has the code sent again.

        Raises:
            Failure: as `LoyaltyApi.send_code`.
        """
        return self.api.send_code(draft.identifier, draft.points)

    def redeem(self, draft: Draft, code: ValidationCode | None, *, confirmed: bool = False) -> Attempt:
        """Redeems; see `Redeemer.redeem`."""
        return self._redeemer.redeem(draft, code, confirmed=confirmed)

    def close(self) -> None:
        """Gives connection and journal back; what the journal could not take down before is tried once more."""
        try:
            self._redeemer.catch_up()
        except JournalUnusable as trouble:
            # It stands there as in flight, so that the next start settles it.
            _log.warning("the journal stays behind what is known: %s", trouble.support)
        self.api.close()
        self.journal.close()
