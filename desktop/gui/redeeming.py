"""Owns asking for a redemption: whether the points may be redeemed, the member's code, then the redemption itself."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.failures import Failure, Held
from desktop.domain.messages import FormField
from desktop.domain.validation import CodeError, ValidationCode, ValidationMethod
from desktop.flow.operations import Redeem, RedeemWithoutCode, SendCode, SendCodeAgain, SendCodeForMoney
from desktop.gui.drafting import Unready
from desktop.gui.screen import Busy, Notice, Panel, Place, Question, SentCode

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.failures import HeldBack
    from desktop.domain.redemption import Draft
    from desktop.domain.settings import Settings
    from desktop.gui.calls import Calls
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting

    _Held = SendCode | SendCodeForMoney | Redeem | RedeemWithoutCode

_log = logging.getLogger(__name__)


class Redeeming(QObject):
    """Has codes sent and points redeemed, as the cashier asks. What becomes of a redemption is told by `Outcomes`."""

    def __init__(
        self, display: Display, calls: Calls, drafting: Drafting, settings: Settings, parent: QObject | None = None
    ) -> None:
        """Has nothing to redeem yet.

        Args:
            display: shows the draft and the code on its way.
            calls: asks the service.
            drafting: makes drafts of what is typed.
            settings: in force.
            parent: owner.
        """
        super().__init__(parent)
        self._display = display
        self._calls = calls
        self._drafting = drafting
        self._settings = settings
        self._confirmed = False
        self._held: _Held | None = None

    def begin_anew(self) -> None:
        """The next customer: whatever the cashier has said yes to is no longer agreed to."""
        self._confirmed = False
        self._held = None

    # What the cashier asks

    def send_code(self, points_text: str, bill: str) -> None:
        """Asks whether the points may be redeemed, and has the code sent."""
        screen = self._display.screen
        if screen.busy is not None or screen.member is None or screen.question is not None:
            return
        try:
            draft = self._drafting.draft(screen, points_text, bill)
        except Unready as unready:
            self._display.show(notice=unready.notice)
            return
        self._confirmed = False
        if screen.choices.as_money:
            self._calls.begin(Busy.SENDING_CODE, SendCodeForMoney(draft))
            return
        if draft.validation is ValidationMethod.CODE and self._holds_code(draft):
            # The member already holds the code for exactly this.
            self._display.show(place=Place.CODE, draft=draft, notice=Notice())
            return
        self._display.show(draft=draft)
        self._calls.begin(Busy.SENDING_CODE, SendCode(draft))

    def send_code_again(self) -> None:
        """Has the code sent again, once the pause is over."""
        draft, code = self._draft_at_hand, self._display.screen.code
        if draft is None:
            return
        if code is not None and code.sent and time.monotonic() < code.again_at:
            return
        self._calls.begin(Busy.SENDING_AGAIN, SendCodeAgain(draft))

    def validate_by(self, method: ValidationMethod) -> None:
        """Has the member agree in another way; the service is asked first whether it takes that."""
        draft = self._draft_at_hand
        if draft is None:
            return
        draft = replace(draft, validation=method)
        if method is ValidationMethod.CODE and self._holds_code(draft):
            self._display.show(draft=draft, panel=Panel.NONE, notice=Notice())
            return
        self._calls.begin(Busy.SENDING_CODE, SendCode(draft, self._confirmed))

    def redeem(self, code_text: str, shown: Draft | None) -> None:
        """Redeems; a second press while the first is under way does nothing.

        Args:
            code_text: what stands in the field.
            shown: what the button offered when it was pressed. If something else is at hand by now, nothing is done.
        """
        draft = self._draft_at_hand
        if draft is None or draft != shown:
            return
        try:
            code = ValidationCode.parse(code_text) if draft.validation is ValidationMethod.CODE else None
        except CodeError as error:
            self._display.say("bad", self._display.words.code_problem(error.problem), field=FormField.CODE)
            return
        self._display.show(attempt=None)
        self._calls.begin(Busy.REDEEMING, Redeem(draft, code, self._confirmed))

    def redeem_without_code(self, pin: str, reason: str) -> None:
        """Redeems by leave of a supervisor."""
        draft = self._draft_at_hand
        if draft is None:
            return
        if not pin.strip() or not reason.strip():
            self._display.say("bad", self.tr("Nothing was redeemed. It takes the supervisor’s PIN and a reason."))
            return
        self._display.show(attempt=None)
        self._calls.begin(Busy.REDEEMING, RedeemWithoutCode(draft, pin, reason, self._confirmed))

    def leave_question(self) -> None:
        """The careful answer: back to the step, with everything as it was."""
        self._held = None
        self._display.show(question=None, notice=Notice())

    def go_on_anyway(self, question: Question) -> None:
        """Goes on with exactly what was held back, whatever stands in the fields by now."""
        held, self._held = self._held, None
        if held is None or question is not self._display.screen.question or not question.can_go_on:
            self._held = held
            return
        self._confirmed = True
        self._display.show(question=None, notice=Notice())
        match held:
            case Redeem():
                self._display.show(attempt=None)
                self._calls.begin(Busy.REDEEMING, replace(held, confirmed=True))
            case RedeemWithoutCode():
                # The PIN was not kept: the supervisor agrees to the redemption that the cashier has just confirmed.
                self._display.show(panel=Panel.SUPERVISOR)
            case SendCode() | SendCodeForMoney():
                self._calls.begin(Busy.SENDING_CODE, replace(held, confirmed=True))

    # What comes back

    def show_sent(self, draft: Draft, answer: Eligibility) -> None:
        """The points may be redeemed: on to the code, or to the other way in which the member agrees."""
        now = time.monotonic()
        self._drafting.allow(draft)
        if answer.worth is not None:
            draft = replace(draft, worth=answer.worth)
        worth = self._display.screen.worth if answer.worth is None else (draft, answer.worth)
        if draft.validation is not ValidationMethod.CODE:
            self._display.show(place=Place.CODE, draft=draft, worth=worth, notice=Notice())
            return
        code = SentCode(
            draft=draft,
            at=now,
            sent=answer.code_sent,
            good_until=self._good_until() if answer.code_sent else None,
            again_at=now + self._settings.code_again_after if answer.code_sent else now,
        )
        notice = Notice()
        if not answer.code_sent:
            failure = Failure("refused.isredeemable.876", "876", request_id=answer.request_id)
            notice = self._display.words.failure(failure)
        self._display.show(place=Place.CODE, draft=draft, code=code, worth=worth, notice=notice)

    def show_sent_for_money(self, money: Decimal, draft: Draft, answer: Eligibility) -> None:
        """The same for an amount of money, in the points that the service named for it."""
        self.show_sent(draft, answer)
        self._compare_worth(money)

    def show_sent_again(self, draft: Draft, answer: CodeSent) -> None:
        """Another code is on its way."""
        now = time.monotonic()
        again_at = now + self._settings.code_again_after
        code = SentCode(draft=draft, at=now, sent=True, good_until=self._good_until(), again_at=again_at)
        _log.info("code sent again, request %s", answer.request_id)
        self._display.show(code=code, notice=Notice("good", self.tr("The code has been sent again.")))

    def ask_about(self, held: HeldBack, operation: object) -> None:
        """An earlier redemption is in the way: the cashier is asked about it, or waits until it is known."""
        # A yes answers the question that was asked, not the one that comes now.
        self._confirmed = False
        points: Decimal | None = None
        match operation:
            case SendCode() | Redeem():
                self._held, points = operation, operation.draft.points.value
            case SendCodeForMoney():
                # Its amount is money, and how many points that takes is not known here.
                self._held = operation
            case RedeemWithoutCode():
                self._held, points = replace(operation, pin=""), operation.draft.points.value
            case _:
                raise TypeError(type(operation).__name__)
        question = Question(held, Notice("wait", self._held_words(held), held.support), points)
        self._display.show(panel=Panel.NONE, notice=Notice(), question=question)

    def _held_words(self, held: HeldBack) -> str:
        """Why the redemption is held back, and what the cashier can do about it."""
        formats, earlier = self._display.words.formats, held.attempt
        facts = {
            "points": formats.number(earlier.draft.points.value),
            "bill": earlier.draft.bill,
            "at": formats.clock(earlier.at),
        }
        match held.why:
            case Held.SAME_BILL:
                text = self.tr(
                    "Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. "
                    "Wait until the till has found out."
                )
            case Held.SAME_MEMBER:
                text = self.tr(
                    "For this member it is not known yet whether {points} points were redeemed at {at}. "
                    "Redeem anyway only if this is another purchase."
                )
            case Held.SAME_BILL_REDEEMED if not earlier.draft.bill:
                text = self.tr(
                    "{points} points were already redeemed for this member at {at}. Redeem anyway only if they are to "
                    "be taken a second time."
                )
            case Held.SAME_BILL_REDEEMED if held.so_far is not None and held.count > 1:
                facts["so_far"] = formats.number(held.so_far)
                text = self.tr(
                    "{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only "
                    "if more points are to be taken for this bill.",
                    "",
                    held.count,
                )
            case Held.SAME_BILL_REDEEMED:
                text = self.tr(
                    "{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if they are to "
                    "be taken a second time."
                )
            case Held.UNSEEN:
                text = self.tr(
                    "The service cannot show yet whether an earlier try went through. Try again in a moment. Do not "
                    "take the points off the bill yet."
                )
            case Held.OTHER_POINTS:
                text = self.tr(
                    "At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they "
                    "were not taken. Redeem anyway only if the bill needs other points now."
                )
            case Held.SIMILAR_BILL:
                text = self.tr(
                    "At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt "
                    "almost like this one. Redeem anyway only if this is another bill."
                )
            case Held.OTHER_MACHINE:
                text = self.tr(
                    "Another till sent these {points} points at {at}, and this till cannot tell whether they were "
                    "taken. Ask support first. Redeem anyway only if support says so."
                )
        return text.format(**facts)

    def _compare_worth(self, money: Decimal) -> None:
        """Says so where the points that the service named are not worth what was typed: steps and ratios round."""
        screen, formats = self._display.screen, self._display.words.formats
        draft = screen.draft
        if draft is None or draft.worth in {None, money} or screen.notice.text:
            return
        points, worth = formats.number(draft.points.value), formats.money(draft.worth or money)
        text = self.tr("{points} points are worth {worth}. Check the amount with the member.")
        self._display.say("wait", text.format(points=points, worth=worth))

    # The code

    @property
    def _draft_at_hand(self) -> Draft | None:
        """What the member is agreeing to; None where the cashier is elsewhere, or something is under way."""
        screen = self._display.screen
        if screen.busy is not None or screen.question is not None or screen.place is not Place.CODE:
            return None
        return screen.draft

    def _holds_code(self, draft: Draft) -> bool:
        code = self._display.screen.code
        return code is not None and code.sent and code.draft.same_as(draft) and not self._is_stale(code)

    def _is_stale(self, code: SentCode) -> bool:
        return bool(self._settings.code_valid_for) and time.monotonic() > code.at + self._settings.code_valid_for

    def _good_until(self) -> datetime | None:
        if not self._settings.code_valid_for:
            return None
        return datetime.now(UTC).astimezone() + timedelta(seconds=self._settings.code_valid_for)
