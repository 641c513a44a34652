"""Attaches a bill number to a redemption afterwards: looks first if an earlier try was lost, and records every step."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, NotSent, Refused, Throttled
from desktop.domain.redemption import HAPPENED, UNSETTLED, State

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

BILL_SENT = "bill_sent"
"""The event that comes before the request leaves."""


class BillTrouble(StrEnum):
    """Why a bill is not attached. The values are codes of the POS's local interface."""

    NO_RECORD = "no_record"
    """This till has made no redemption with this reference."""
    OUTCOME_UNKNOWN = "outcome_unknown"
    """It is not known whether the points moved."""
    NOT_REDEEMED = "not_redeemed"
    """No points moved, or all are back."""
    HAS_BILL = "has_a_bill"
    """The redemption has another bill."""
    FORGOTTEN = "member_forgotten"
    """The member's number was deleted after the retention time, and the call needs it."""
    ELSEWHERE = "other_service"
    """The redemption was made with another service than the one in the settings."""
    REFUSED = "refused"
    """The service refused it."""
    NOT_SENT = "not_sent"
    """The service was not reached, or did not process it. Try again."""
    NOT_KNOWN = "not_known"
    """The answer was lost. Try again: the till looks first."""


@dataclass(frozen=True, slots=True)
class BillAnswer:
    """What became of attaching a bill.

    Attributes:
        attempt: the redemption as it is now; None if there is none.
        trouble: why the bill is not attached; None if it is.
        support: the code for support, such as the service's own.
        message: the service's words; may be empty.
    """

    attempt: Attempt | None = None
    trouble: BillTrouble | None = None
    support: str = ""
    message: str = ""


class AttachBill:
    """Attaches bills.

    Attaching moves no points. Sending the same bill twice is harmless, but what the service does with a second, other
    bill is not documented. So an earlier try whose answer was lost is looked up before anything is sent again. Another
    bill is sent only if the look-up shows the redemption without a bill.
    """

    def __init__(self, api: LoyaltyApi, journal: Journal, clock: Clock, *, till: str, service: str = "") -> None:
        self._api = api
        self._journal = journal
        self._clock = clock
        self._till = till
        self._service = service

    def attach(self, reference: str, bill: str) -> BillAnswer:
        """Attaches a bill number to a redemption. Attaching the same one again is no error.

        Args:
            reference: of the redemption.
            bill: the number, checked by the caller: not empty and not too long.

        Raises:
            JournalUnusable: the journal cannot be read or written. If the service has the bill by then, attaching it
                again records it.
        """
        attempt = self._journal.get(reference)
        if attempt is None:
            return BillAnswer(trouble=BillTrouble.NO_RECORD)
        if attempt.state in UNSETTLED:
            return BillAnswer(attempt, BillTrouble.OUTCOME_UNKNOWN)
        if attempt.state in HAPPENED and attempt.draft.bill and attempt.draft.bill.casefold() == bill.casefold():
            return BillAnswer(attempt)
        trouble = self._trouble(attempt)
        if trouble is not None:
            return BillAnswer(attempt, trouble)
        tried = [event.detail for event in self._journal.events(attempt.reference) if event.what == BILL_SENT]
        if tried:
            # The event masks a long number, which then counts as another bill.
            is_same = all(detail.casefold() == _detail(bill).casefold() for detail in tried)
            answer = self._look(attempt, bill, unseen=None if is_same else BillAnswer(attempt, BillTrouble.NOT_KNOWN))
            if answer is not None:
                return answer
        self._journal.note(
            BILL_SENT,
            at=self._clock.now(),
            till=self._till,
            cashier=attempt.cashier,
            reference=attempt.reference,
            detail=_detail(bill),
        )
        return self._send(attempt, bill)

    def _trouble(self, attempt: Attempt) -> BillTrouble | None:
        if attempt.state is not State.REDEEMED:
            return BillTrouble.NOT_REDEEMED
        if attempt.draft.bill:
            return BillTrouble.HAS_BILL
        if attempt.is_elsewhere(self._service):
            return BillTrouble.ELSEWHERE
        return None if attempt.draft.identifier.value else BillTrouble.FORGOTTEN

    def _send(self, attempt: Attempt, bill: str) -> BillAnswer:
        known = "" if attempt.redeemed is None else attempt.redeemed.redemption_id
        try:
            request_id = self._api.attach_bill(attempt.draft, attempt.reference, known, bill)
        except Refused as refusal:
            # A refusal may be about a repeat of what was done before.
            return self._look(attempt, bill) or BillAnswer(
                attempt, BillTrouble.REFUSED, refusal.support, refusal.message
            )
        except (NotSent, Throttled) as failure:
            return BillAnswer(attempt, BillTrouble.NOT_SENT, failure.support)
        except Failure as lost:
            _log.warning("not known whether the bill of %s is attached: %s", attempt.reference, lost.support)
            return self._look(attempt, bill) or BillAnswer(attempt, BillTrouble.NOT_KNOWN, lost.support)
        return self._record(attempt, bill, request_id)

    def _look(self, attempt: Attempt, bill: str, *, unseen: BillAnswer | None = None) -> BillAnswer | None:
        """Looks whether the service has a bill for the redemption. Returns None if it has none.

        Args:
            attempt: the redemption.
            bill: the bill that is to be attached.
            unseen: what to return if the service does not show the redemption as it is now.
        """
        try:
            seen = self._api.find_redemptions(
                attempt.draft, attempt.reference, begun=attempt.began, now=self._clock.now()
            )
        except Failure as failure:
            _log.info("look-up of %s failed: %s", attempt.reference, failure.support)
            return None if unseen is None else replace(unseen, support=failure.support)
        if not seen.found:
            return unseen
        there = next((one.bill.strip() for one in seen.found if one.bill.strip() not in _NO_BILL), "")
        if not there:
            # A cache may show what was before the bill.
            return unseen if seen.is_cached else None
        if there.casefold() == bill.casefold():
            return self._record(attempt, bill, seen.request_id)
        return BillAnswer(self._record(attempt, there, seen.request_id).attempt, BillTrouble.HAS_BILL)

    def _record(self, attempt: Attempt, bill: str, request_id: str) -> BillAnswer:
        return BillAnswer(
            self._journal.attach_bill(attempt.reference, bill, at=self._clock.now(), request_id=request_id)
        )


def _detail(bill: str) -> str:
    return f"bill {bill}"


_NO_BILL = frozenset({"", "-1", "null"})
"""What the service shows for a redemption without a bill."""
