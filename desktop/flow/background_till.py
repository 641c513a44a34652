"""Settles attempts and asks what points are worth, on connections of its own beside the counter's."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.expiring import next_to_expire
from desktop.domain.failures import Failure, JournalUnusable, NotSent, Refused, Throttled
from desktop.domain.points import Points, PointsError
from desktop.domain.redemption import State
from desktop.flow.attach_bill import AttachBill
from desktop.flow.service_check import check_login, check_service
from desktop.flow.settling.reversal_settler import ReversalProgress, ReversalSettler
from desktop.flow.settling.settler import Progress, Settler

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from desktop.domain.expiring import ExpiringPoints
    from desktop.domain.reconciliation import ComparisonProgress
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.reversal import Reversal
    from desktop.domain.settings import Settings
    from desktop.flow.attach_bill import BillAnswer
    from desktop.flow.ports import Clock, Journal, LoyaltyApi
    from desktop.flow.report import DayComparison, RedemptionLists
    from desktop.flow.service_check import LoginCheck

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SettlingState:
    """How settling stands.

    Attributes:
        unknown: every attempt whose outcome is unknown.
        next_in: seconds until the next look-up; None if nothing is watched.
        progress: what the last look-up brought; None if there was none.
        reversals: every reversal whose outcome is unknown.
        reversal: what the last look-up of a reversal showed; None if it was not one.
        redemption: the redemption of `reversal` if that is settled now and the journal can be read; None otherwise.
    """

    unknown: tuple[Progress, ...]
    next_in: float | None
    progress: Progress | None = None
    reversals: tuple[ReversalProgress, ...] = ()
    reversal: ReversalProgress | None = None
    redemption: Attempt | None = None

    @property
    def settled(self) -> Attempt | None:
        """The attempt whose outcome the last look-up showed; None if it showed none."""
        last = self.progress
        if last is None or last.next_in is not None or last.attempt.state is State.UNKNOWN:
            return None
        return last.attempt


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


@dataclass(frozen=True, slots=True)
class OutlookAnswer:
    """What the service says about a member's points before anything is typed.

    Attributes:
        draft: all points that can be redeemed, which was asked about.
        refusal: why the service would refuse to redeem all of them; None if it would not, or was not asked.
        expiring: the points that expire next, if that is soon.
        points_for_bill: the points that are worth exactly the bill; None if there are no such points.
    """

    draft: Draft
    refusal: Refused | None = None
    expiring: ExpiringPoints | None = None
    points_for_bill: Points | None = None


class BackgroundTill:
    """The work of the settling thread, on the second connection to the service and the second to the journal."""

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        settings: Settings,
        *,
        service: str = "",
        lists: RedemptionLists | None = None,
        login: LoginCheck | None = None,
        till: str = "",
    ) -> None:
        """Starts without anything to settle.

        Args:
            api: the service.
            journal: the journal.
            clock: time.
            settings: in force.
            service: the service's name in the journal.
            lists: what days are compared with; None if they are not compared here.
            login: proves till and password; None to ask about a number that belongs to no member.
            till: the till's code, as the service shows it; empty for the one of the settings.
        """
        self.api = api
        self.journal = journal
        self._clock = clock
        self._looks_ahead = settings.look_ahead
        self._knows_expiry = True
        self._is_reversals_turn = False
        self._bills = AttachBill(api, journal, clock, till=settings.till, service=service)
        self._lists = lists
        self._login = login
        self._settings = settings
        self._till = till or settings.till
        self._comparison: DayComparison | None = None
        self.settler = Settler(
            api,
            journal,
            clock,
            settle_after=settings.settle_after,
            look_again_after=settings.look_again_after,
            service=service,
            till=settings.till,
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

    def check_service(self) -> None:
        """Checks that the service accepts this till.

        Raises:
            Failure: it does not, something else answers, or it cannot be reached.
        """
        if self._login is None:
            check_service(self.api, self._settings)
        else:
            check_login(self._login, self.api, self._settings)

    def watch(self, attempt: Attempt) -> SettlingState:
        """Has an attempt settled whose outcome has just been lost; see `Settler.watch`."""
        self.settler.watch(attempt)
        return self._state()

    def watch_reversal(self, reversal: Reversal) -> SettlingState:
        """Has a reversal settled whose outcome has just been lost; see `ReversalSettler.watch`."""
        self.reversal_settler.watch(reversal)
        return self._state()

    def look_once(self) -> SettlingState:
        """Looks up one attempt or one reversal that is due. If both kinds are, they take turns."""
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
            self.settler.unknown(),
            min(due, default=None),
            progress,
            self.reversal_settler.unknown(),
            reversal,
            redemption=self._redemption_of(reversal),
        )

    def _redemption_of(self, reversal: ReversalProgress | None) -> Attempt | None:
        if reversal is None or reversal.next_in is not None:
            return None
        try:
            return self.journal.get(reversal.reversal.reference)
        except JournalUnusable as failure:
            # The outcome is recorded, and must be reported without the member too.
            _log.warning("the redemption of a settled reversal cannot be read: %s", failure)
            return None

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

    def outlook(self, draft: Draft, bill: Points | None) -> OutlookAnswer:
        """Asks what a cashier should know about a member's points before typing any. Sends no code.

        It never raises for what the service says: each question that is not answered is left open.

        Args:
            draft: all points that can be redeemed.
            bill: the amount of money to pay; None if it is not known.
        """
        return OutlookAnswer(
            draft,
            refusal=self._refusal(draft) if self._looks_ahead else None,
            points_for_bill=None if bill is None else self._points_worth(replace(draft, points=bill)),
            expiring=self._expiring(draft) if self._looks_ahead else None,
        )

    def _refusal(self, draft: Draft) -> Refused | None:
        try:
            return self.worth(draft).refusal
        except Failure as failure:
            _log.info("not known whether points can be redeemed: %s", failure)
            return None

    def _points_worth(self, money: Draft) -> Points | None:
        """Returns the points that are worth exactly an amount of money."""
        amount = money.points.value
        try:
            answer = self.api.check(money, send_code=False, as_money=True)
            # The service rounds to its steps, and points of other value would not cover the bill.
            return None if answer.points is None or answer.worth not in {None, amount} else Points(answer.points)
        except (Failure, PointsError) as failure:
            _log.info("not known which points cover the bill: %s", failure)
            return None

    def _expiring(self, draft: Draft) -> ExpiringPoints | None:
        if not self._knows_expiry or draft.group is not None:
            return None
        try:
            schedule = self.api.expiring_points(draft.identifier, draft.program_id)
        except (NotSent, Throttled) as failure:
            _log.info("expiring points are not known: %s", failure)
            return None
        except Failure as failure:
            # Not every organisation has this call. Asking again for every customer would be useless.
            _log.info("expiring points are not shown: %s", failure)
            self._knows_expiry = False
            return None
        return next_to_expire(schedule, self._clock.now().date(), draft.program_id)

    def attach_bill(self, reference: str, bill: str) -> BillAnswer:
        """Attaches a bill number to a redemption; see `AttachBill.attach`.

        Raises:
            JournalUnusable: the journal cannot be read or written.
        """
        return self._bills.attach(reference, bill)

    def begin_comparison(self, day: date) -> ComparisonProgress:
        """Begins to compare a day with the service, in place of any other day. It asks the service for nothing yet.

        Raises:
            JournalUnusable: the journal cannot be read.
            ValueError: days are not compared here.
        """
        if self._lists is None:
            raise ValueError("there are no lists to compare with")
        # Imported late, because it is done once a day.
        from desktop.flow.report import DayComparison

        self._comparison = DayComparison(self.journal, self._lists, day, till=self._till)
        return self._comparison.progress

    def compare_next(self) -> ComparisonProgress:
        """Asks for the next list of the comparison. One at a time, so that settling and worth need not wait for all.

        Raises:
            ValueError: no comparison was begun.
        """
        if self._comparison is None:
            raise ValueError("no comparison was begun")
        return self._comparison.ask_next()

    def close(self) -> None:
        """Closes the connections to the service and to the journal."""
        self.api.close()
        self.journal.close()
