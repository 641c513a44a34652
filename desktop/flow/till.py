"""Does what a cashier does at the counter: finds a member, asks what points are worth, sends a code, redeems."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.failures import (
    JournalUnusable,
    Lost,
    NotAllowed,
    NotReversible,
    Supervision,
    Unanswered,
    Unreversible,
)
from desktop.domain.finding import found
from desktop.domain.points import Points, PointsError, redeemable
from desktop.domain.settings import GiveBackRule
from desktop.domain.validation import ValidationMethod
from desktop.flow.give_back import GiveBack
from desktop.flow.redeem import Redeemer
from desktop.flow.sign_on import SignOn

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.domain.day_report import DayReport
    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.member import Identifier, Member
    from desktop.domain.messages import Catalogue
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.reversal import GiveBackOffer, Reversal
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import CashierPins, Clock, Journal, LoyaltyApi, Supervisor
    from desktop.flow.sign_on import SignOffCause

_log = logging.getLogger(__name__)


SUPERVISOR = "supervisor"
"""Who approved a reversal: the policy has one PIN for all supervisors."""


class Till:
    """The actions of the counter, on one connection and one journal. They block. A till belongs to one thread."""

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        settings: Settings,
        catalogue: Catalogue,
        *,
        supervisor: Supervisor | None = None,
        pins: CashierPins | None = None,
        service: str = "",
        on_begun: Callable[[Attempt], object] | None = None,
    ) -> None:
        self.api = api
        self.journal = journal
        self.clock = clock
        self.settings = settings
        self._supervisor = supervisor
        self._sign_on = SignOn(journal, clock, settings, pins)
        self._redeemer = Redeemer(
            api,
            journal,
            clock,
            catalogue,
            till=settings.till,
            cashier=settings.cashier,
            service=service,
            on_begun=on_begun,
        )
        self._give_back = GiveBack(
            api, journal, clock, catalogue, till=settings.till, cashier=settings.cashier, service=service
        )

    def warm_up(self) -> bool:
        """Opens the connection in advance, so that the next call costs one round trip. Returns whether it is open."""
        return self.api.warm_up()

    def sign_on(self, cashier: str, pin: str) -> str:
        """Signs a cashier on, and returns the name; see `SignOn.sign_on`.

        Raises:
            NotSignedOn: the name or the PIN is not right.
            JournalUnusable: it could not be recorded.
        """
        return self._sign_on.sign_on(cashier, pin)

    def is_cashier_removed(self) -> bool:
        """True if the cashier who has signed on could not sign on any more; see `SignOn.is_removed`."""
        return self._sign_on.is_removed()

    def sign_off(self, why: SignOffCause) -> None:
        """Signs the cashier off; see `SignOn.sign_off`.

        Raises:
            JournalUnusable: it could not be recorded.
        """
        self._sign_on.sign_off(why)

    def find_member(self, identifier: Identifier) -> Member:
        """Looks a member up.

        Raises:
            Failure: as `LoyaltyApi.find_member`.
        """
        return found(self.api.find_member(identifier))

    def send_code(self, draft: Draft, *, confirmed: bool = False) -> Eligibility:
        """Asks whether the points may be redeemed and has the code sent, in one call.

        A redemption that is held back is reported here, before the member gets a useless code.

        Raises:
            HeldBack: an earlier redemption stands in the way.
            JournalUnusable: nothing could be redeemed.
            Failure: as `LoyaltyApi.check`.
        """
        self._redeemer.hold_back(draft, confirmed=confirmed)
        return self.api.check(draft, send_code=draft.validation is ValidationMethod.CODE)

    def send_code_for_money(self, draft: Draft, *, confirmed: bool = False) -> tuple[Draft, Eligibility]:
        """Asks how many points an amount of money takes, and then for exactly those points, with the code.

        It makes two calls, because points are redeemed in the end: the second answer says what they are worth, and the
        cashier sees both before anything is redeemed.

        Args:
            draft: its points are the amount of money.
            confirmed: as in `send_code`.

        Returns:
            The draft with points instead of money, and the answer for it.

        Raises:
            HeldBack: an earlier redemption stands in the way.
            Failure: as `LoyaltyApi.check`; `Unanswered` if the service does not say how many points it takes.
        """
        answer = self.api.check(draft, send_code=False, as_money=True)
        try:
            # Never rounded up: a till must not take more than was asked for.
            points = Points(redeemable(answer.points or Decimal(0)))
        except PointsError:
            raise Unanswered(Lost.CONTRADICTORY, request_id=answer.request_id) from None
        draft = replace(draft, points=points, worth=None)
        if draft.validation is ValidationMethod.CODE and not self.settings.needs_code(points.value):
            draft = replace(draft, validation=ValidationMethod.SKIPPED)
        return draft, self.send_code(draft, confirmed=confirmed)

    def send_code_again(self, draft: Draft, named: Identifier | None = None) -> CodeSent:
        """Has the code sent again.

        Args:
            draft: what the code is for.
            named: another identifier of the same member, such as the e-mail address; None for the draft's own.

        Raises:
            Failure: as `LoyaltyApi.send_code`.
        """
        return self.api.send_code(named or draft.identifier, draft.points)

    def redeem(
        self,
        draft: Draft,
        code: ValidationCode | None,
        *,
        confirmed: bool = False,
        cashier: str = "",
        hand_over: str = "",
    ) -> Attempt:
        """Redeems; see `Redeemer.redeem`.

        Raises:
            NotAllowed: the draft skips the code, and the policy does not allow that for so many points.
        """
        skips_code = draft.validation is ValidationMethod.SKIPPED
        if skips_code and self.settings.needs_code(draft.points.value):
            raise NotAllowed(Supervision.OFF)
        few = f"fewer than {self.settings.code_from} points"
        why = partial(self._note_why, "code_not_needed", few, cashier) if skips_code else None
        return self._redeemer.redeem(
            draft, code, confirmed=confirmed, cashier=cashier, hand_over=hand_over, on_sending=why
        )

    def redeem_without_code(
        self,
        draft: Draft,
        pin: str,
        reason: str,
        *,
        confirmed: bool = False,
        cashier: str = "",
        hand_over: str = "",
    ) -> Attempt:
        """Redeems without the member's code, if a supervisor allows it. Who agreed and why is in the audit trail.

        Raises:
            NotAllowed: no supervisor agreed. Nothing was begun, and the audit trail has the try.
            ValueError: there is no reason.
        """
        if not reason.strip():
            raise ValueError("skipping the code needs a reason")
        if not self.settings.skip_validation or self._supervisor is None:
            raise NotAllowed(Supervision.OFF)
        draft = replace(draft, validation=ValidationMethod.SKIPPED)
        # First ask the cashier about an earlier redemption, so that the supervisor is not called twice.
        self._redeemer.hold_back(draft, confirmed=confirmed)
        about = f"{draft.points} points, bill {draft.bill or 'none'}: {reason.strip()}"
        self._ask_supervisor(pin, about, cashier=cashier)
        why = partial(self._note_why, "code_skipped", reason.strip(), cashier)
        return self._redeemer.redeem(
            draft, None, confirmed=confirmed, cashier=cashier, hand_over=hand_over, on_sending=why
        )

    def _note_why(self, what: str, why: str, cashier: str, attempt: Attempt) -> None:
        """Records why a redemption goes without a code. It goes on even if that fails."""
        try:
            self._note(what, why, attempt.reference, cashier=cashier)
        except JournalUnusable:
            # The attempt itself says that there was no code, and a supervisor's permission was recorded before.
            _log.warning("the audit trail does not say why %s went without a code", attempt.reference)

    def settle_by_hand(self, attempt: Attempt, pin: str, reason: str, *, redeemed: bool, cashier: str = "") -> Attempt:
        """Records what a supervisor says about an unknown attempt. Who agreed and why is in the audit trail.

        If settling has found the outcome out meanwhile, that is the answer.

        Args:
            attempt: whose outcome is not known.
            pin: the supervisor's.
            reason: how the outcome is known.
            redeemed: True if the points moved.
            cashier: who is at the till; empty for the cashier of the settings.

        Raises:
            NotAllowed: no supervisor agreed. Nothing was settled, and the audit trail has the try.
            NotUnknownError: this till did not make the attempt.
            JournalUnusable: nothing was settled.
            ValueError: there is no reason.
        """
        # Imported late, because few tills ever do it.
        from desktop.flow.settling.by_hand import NotUnknownError, settle_by_hand

        if not reason.strip():
            raise ValueError("settling by hand needs a reason")
        # Until the journal has its lost answer, it would be in flight, which no one can settle as not redeemed.
        self._redeemer.catch_up()
        about = f"settled as {'redeemed' if redeemed else 'not redeemed'}: {reason.strip()}"
        self._ask_supervisor(pin, about, attempt.reference, cashier=cashier)
        who = cashier or self.settings.cashier
        try:
            return settle_by_hand(
                self.journal, self.clock, attempt.reference, redeemed=redeemed, reason=reason, who=who
            )
        except NotUnknownError:
            known = self.journal.get(attempt.reference)
            if known is None:
                raise
            return known

    def redemption(self, reference: str) -> Attempt:
        """Returns a redemption of this till, of which the POS asks to give points back.

        Raises:
            NotReversible: this till has no such redemption.
            JournalUnusable: the journal cannot be read.
        """
        attempt = self.journal.get(reference)
        if attempt is None:
            raise NotReversible(Unreversible.NOT_REDEEMED)
        return attempt

    def offer_to_give_back(self, reference: str) -> GiveBackOffer:
        """Returns how many points of a redemption can be given back; see `GiveBack.offer`.

        Raises:
            NotReversible: none, or the policy does not allow it.
            JournalUnusable: nothing could be given back.
            Failure: the service did not show its list of reversals.
        """
        self._check_policy(reference)
        return self._give_back.offer(reference)

    def give_back(
        self, reference: str, points: Points, reason: str, pin: str = "", *, cashier: str = "", hand_over: str = ""
    ) -> Reversal:
        """Gives points of a redemption back, with a supervisor's PIN if the policy asks for it.

        Args:
            reference: of the redemption.
            points: how many.
            reason: why, in the cashier's words.
            pin: the supervisor's.
            cashier: who is at the till; empty for the cashier of the settings.
            hand_over: the id of the POS's hand-over that asks for it; empty if the cashier does.

        Raises:
            NotAllowed: no supervisor agreed. Nothing was begun, and the audit trail has the try.
            NotReversible: nothing was begun.
            ValueError: there is no reason, or it is too long.
            JournalUnusable: nothing was sent.
            UnwrittenReversal: the service answered, but the journal could not record it.
            Failure: the service did not show its list of reversals, so nothing was begun.
        """
        self._check_policy(reference)
        approved_by = ""
        if self.settings.give_back is GiveBackRule.SUPERVISOR:
            # First see whether it is possible at all, so that the supervisor is not called for nothing.
            self._give_back.offer(reference)
            self._ask_supervisor(pin, f"{points} points back: {reason.strip()}", reference, cashier=cashier)
            approved_by = SUPERVISOR
        return self._give_back.give_back(
            reference, points, reason, approved_by=approved_by, cashier=cashier, hand_over=hand_over
        )

    def close_day(self, day: date, cashier: str = "") -> DayReport:
        """Closes a day, and returns its report. If it was closed before, that closing stands.

        Args:
            day: today or an earlier day.
            cashier: who closes it; empty for the cashier of the settings.

        Raises:
            DayNotBegun: it has not begun.
            JournalUnusable: nothing was recorded.
        """
        # Imported late, because it is done once a day.
        from desktop.flow.report import DayAlreadyClosedError, close_day

        # What is known counts as known in the report.
        self.catch_up()
        who = cashier or self.settings.cashier
        try:
            return close_day(self.journal, self.clock, day, till=self.settings.till, cashier=who)
        except DayAlreadyClosedError:
            return self.journal.day_report(day)

    def _check_policy(self, reference: str) -> None:
        if self.settings.give_back is GiveBackRule.NO_ONE:
            raise NotReversible(Unreversible.OFF)
        attempt = self.journal.get(reference)
        if attempt is None:
            return
        # The journal knows better than a clock that was set back.
        now = max(self.clock.now(), self.journal.latest_since(reference) or attempt.at)
        if now - attempt.at > timedelta(days=self.settings.give_back_days):
            raise NotReversible(Unreversible.TOO_LATE)

    def _ask_supervisor(self, pin: str, about: str, reference: str = "", *, cashier: str = "") -> None:
        """Checks the PIN, and records the answer before anything is done because of it."""
        if self._supervisor is None:
            raise NotAllowed(Supervision.OFF)
        try:
            self._supervisor.check(pin)
        except NotAllowed as refusal:
            self._note("supervisor_refused", f"{refusal.support}, {about}", reference, cashier=cashier)
            raise
        self._note("supervisor_agreed", about, reference, cashier=cashier)

    def _note(self, what: str, detail: str, reference: str = "", *, cashier: str = "") -> None:
        self.journal.note(
            what,
            at=self.clock.now(),
            till=self.settings.till,
            cashier=cashier or self.settings.cashier,
            reference=reference,
            detail=detail,
        )

    def catch_up(self) -> None:
        """Records what the journal could not record when it happened.

        Raises:
            JournalUnusable: it still cannot.
        """
        self._redeemer.catch_up()
        self._give_back.catch_up()
        self._sign_on.catch_up()

    def close(self) -> None:
        """Signs the cashier off, and closes the connections.

        First tries once more to record what the journal could not record before.
        """
        try:
            self.catch_up()
        except JournalUnusable as trouble:
            # The journal has the attempt as in flight, so the next start settles it.
            _log.warning("the journal could not record a known outcome: %s", trouble.support)
        self._sign_on.close()
        self.api.close()
        self.journal.close()
