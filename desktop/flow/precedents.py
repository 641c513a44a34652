"""Owns what earlier attempts mean for a redemption: what holds it back, what is asked first, which one goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.failures import Held, HeldBack
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import RESENDABLE, UNSETTLED, Attempt, Draft, State, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.flow.ports import Clock, Journal

_SEEN_LATELY = 50
"""Attempts of one member, of today and yesterday, among which one is looked for that nobody may have seen."""


class Precedents:
    """Weighs a redemption against what the journal has.

    What the journal has may change between two readings of it, because settling goes on meanwhile: unknown becomes
    absent, absent becomes redeemed. So everything about a bill is decided from one reading.
    """

    def __init__(self, journal: Journal, clock: Clock, *, service: str = "") -> None:
        self._journal = journal
        self._clock = clock
        self._service = service
        self._asked: set[tuple[Held, str]] = set()

    def weigh(self, draft: Draft, *, confirmed: bool) -> tuple[Attempt | None, Draft]:
        """Refuses a redemption that an earlier one stands in the way of, and says which earlier one it goes on with.

        Args:
            draft: what is about to be redeemed.
            confirmed: the cashier goes on. That answers only what was asked since the last press that was not
                confirmed: an earlier attempt that has come to light meanwhile is asked about, and a bill whose outcome
                is not known cannot be overridden at all.

        Returns:
            The attempt to be sent again, None for a new one; and what is to be sent, as the earlier one had it.

        Raises:
            HeldBack: with the earlier attempt.
            JournalUnusable: the journal cannot be read.
        """
        if not confirmed:
            self._asked.clear()
        if not draft.bill.strip():
            return self._weigh_without_bill(draft)
        same_bill = self._journal.same_bill(draft.bill)
        for earlier in same_bill:
            if earlier.state in UNSETTLED:
                raise HeldBack(Held.SAME_BILL, earlier)
        done = [one for one in same_bill if one.state is State.REDEEMED and self._is_repeated(one, draft)]
        self._ask(Held.SAME_BILL_REDEEMED, done)
        self._ask(Held.SAME_MEMBER, self._journal.same_member(draft.identifier))
        for earlier in same_bill:
            if earlier.state in RESENDABLE and _is_same(earlier, draft) and not earlier.is_elsewhere(self._service):
                return earlier, replace(draft, bill=earlier.draft.bill)
        return None, draft

    def _is_repeated(self, earlier: Attempt, draft: Draft) -> bool:
        """Whether a redemption of the same bill would be taken a second time.

        On the same day whoever's points they were: a member may be asked for by number now and by card then. Shops
        that begin to count anew every morning are not asked about every bill.
        """
        today = self._clock.now().date() == earlier.at.date()
        return _is_same(earlier, draft) or (today and earlier.draft.points == draft.points)

    def _weigh_without_bill(self, draft: Draft) -> tuple[Attempt | None, Draft]:
        # In this order: whatever settling has moved on since one reading is met by the next.
        self._ask(Held.SAME_MEMBER, self._journal.same_member(draft.identifier))
        earlier = self._journal.resendable(draft)
        if earlier is not None and earlier.is_elsewhere(self._service):
            earlier = None
        self._ask(Held.SAME_BILL_REDEEMED, tuple(self._unseen(draft)))
        return earlier, draft

    def _unseen(self, draft: Draft) -> Iterator[Attempt]:
        """Redemptions without a bill that only a look found: the cashier may be trying again what has happened.

        One whose answer came was on the screen, and what follows it is another purchase. The wall clock bounds the
        search, for nothing is proved by it.
        """
        yesterday = self._clock.now().date() - timedelta(days=1)
        query = HistoryQuery(text=draft.identifier.value, start=yesterday, limit=_SEEN_LATELY)
        for one in self._journal.search(query):
            if one.state is State.REDEEMED and one.draft.same_as(draft) and self._was_found(one):
                yield one

    def _was_found(self, attempt: Attempt) -> bool:
        return any(event.what == Step.FOUND for event in self._journal.events(attempt.reference))

    def _ask(self, why: Held, earlier: Sequence[Attempt]) -> None:
        unasked = [one for one in earlier if (why, one.reference) not in self._asked]
        if unasked:
            self._asked.update((why, one.reference) for one in unasked)
            raise HeldBack(why, unasked[0])


def _is_same(earlier: Attempt, draft: Draft) -> bool:
    """Whether both are the same redemption, for a bill that was found to be the same.

    `B-17` and `b-17` are one slip of paper to the journal.
    """
    return replace(draft, bill=earlier.draft.bill).same_as(earlier.draft)
