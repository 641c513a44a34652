"""Has codes sent and points redeemed: whether the points may be redeemed, the member's code, then the redemption."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.failures import Failure, Held, HeldBack, NotAllowed, Refused, Unwritten
from desktop.domain.messages import FormField
from desktop.domain.redemption import State
from desktop.domain.validation import CodeError, ValidationCode, ValidationMethod
from desktop.flow.till import Till
from desktop.gui.drafting import IncompleteError
from desktop.gui.screen import Busy, Notice, Panel, Place, Question, SentCode

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.redemption import Draft
    from desktop.domain.settings import Settings
    from desktop.gui.calls import CounterCalls
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.outcomes import Outcomes
    from desktop.gui.screen import Screen

_log = logging.getLogger(__name__)


class _Ask(Enum):
    """What the cashier asks of the service."""

    SEND_CODE = auto()
    SEND_CODE_FOR_MONEY = auto()
    SEND_CODE_AGAIN = auto()
    REDEEM = auto()
    REDEEM_WITHOUT_CODE = auto()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the cashier asked for last, exactly as it was on the button.

    Attributes:
        what: was asked.
        draft: for which it was asked.
        code: the member's code; None for all but `REDEEM`.
    """

    what: _Ask
    draft: Draft
    code: ValidationCode | None = None


class Redeeming(QObject):
    """Has codes sent and points redeemed, as the cashier asks. `Outcomes` shows the outcome of a redemption."""

    def __init__(
        self,
        display: Display,
        calls: CounterCalls,
        drafting: Drafting,
        outcomes: Outcomes,
        settings: Settings,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Has nothing to redeem yet.

        Args:
            display: shows the draft and the code on its way.
            calls: asks the service.
            drafting: makes drafts of what is typed.
            outcomes: shows the outcome of a redemption.
            settings: in force.
            parent: owner.
        """
        super().__init__(parent)
        self._display = display
        self._calls = calls
        self._drafting = drafting
        self._outcomes = outcomes
        self._settings = settings
        self._confirmed = False
        self._asked: _Asked | None = None
        self._held: _Asked | None = None

    def begin_anew(self) -> None:
        """The next customer: what the cashier has agreed to counts no more."""
        self._confirmed = False
        self._held = None

    # What the cashier asks

    def send_code(self, points_text: str, bill: str) -> None:
        """Asks whether the points may be redeemed, and has the code sent."""
        screen = self._display.screen
        if screen.busy is None and screen.member is not None and screen.question is None:
            with self._display.moving_focus():
                self._send_code(screen, points_text, bill)

    def _send_code(self, screen: Screen, points_text: str, bill: str) -> None:
        try:
            draft = self._drafting.draft(screen, points_text, bill)
        except IncompleteError as incomplete:
            self._display.show(replace(screen, notice=incomplete.notice))
            return
        self._confirmed = False
        if screen.choices.as_money:
            self._begin(_Asked(_Ask.SEND_CODE_FOR_MONEY, draft))
            return
        if draft.validation is ValidationMethod.CODE and self._holds_code(draft):
            # The member already has the code for exactly this.
            self._display.show(replace(screen, place=Place.CODE, draft=draft, notice=Notice()))
            return
        self._display.show(replace(screen, draft=draft))
        self._begin(_Asked(_Ask.SEND_CODE, draft))

    @Slot()
    def send_code_again(self) -> None:
        """Has the code sent again, once the pause is over."""
        draft, code = self._draft_at_hand, self._display.screen.code
        if draft is None:
            return
        if code is not None and code.sent and time.monotonic() < code.again_at:
            return
        with self._display.moving_focus():
            self._begin(_Asked(_Ask.SEND_CODE_AGAIN, draft))

    def validate_by(self, method: ValidationMethod) -> None:
        """Has the member agree in another way. The service is asked first whether it accepts that."""
        draft = self._draft_at_hand
        if draft is None:
            return
        draft = replace(draft, validation=method)
        with self._display.moving_focus():
            if method is ValidationMethod.CODE and self._holds_code(draft):
                self._display.show(replace(self._display.screen, draft=draft, panel=Panel.NONE, notice=Notice()))
                return
            self._begin(_Asked(_Ask.SEND_CODE, draft))

    def redeem(self, code_text: str, shown: Draft | None) -> None:
        """Redeems. A second press while the first is under way does nothing.

        Args:
            code_text: what is in the field.
            shown: what the button offered when it was pressed. If something else is at hand by now, nothing is done.
        """
        draft = self._draft_at_hand
        if draft is None or draft != shown:
            return
        with self._display.moving_focus():
            try:
                code = ValidationCode.parse(code_text) if draft.validation is ValidationMethod.CODE else None
            except CodeError as error:
                self._display.say("bad", self._display.words.code_problem(error.problem), field=FormField.CODE)
                return
            self._begin(_Asked(_Ask.REDEEM, draft, code))

    @Slot(str, str)
    def redeem_without_code(self, pin: str, reason: str) -> None:
        """Redeems if a supervisor allows it."""
        draft = self._draft_at_hand
        if draft is None:
            return
        with self._display.moving_focus():
            if not pin.strip() or not reason.strip():
                self._display.say("bad", self.tr("Nothing was redeemed. It takes the supervisor’s PIN and a reason."))
                return
            # The PIN is not kept with what was asked.
            self._asked = _Asked(_Ask.REDEEM_WITHOUT_CODE, draft)
            self._display.show(replace(self._display.screen, attempt=None))
            self._calls.begin(
                Busy.REDEEMING,
                self._outcomes.show,
                self._on_failed,
                Till.redeem_without_code,
                draft,
                pin,
                reason,
                confirmed=self._confirmed,
            )

    @Slot()
    def leave_question(self) -> None:
        """The careful answer: back to the step, with everything as it was."""
        self._held = None
        with self._display.moving_focus():
            self._display.show(replace(self._display.screen, question=None, notice=Notice()))

    def go_on_anyway(self, question: Question) -> None:
        """Goes on with exactly what was held back, whatever is in the fields by now."""
        held = self._held
        if held is None or question is not self._display.screen.question or not question.can_go_on:
            return
        self._held = None
        self._confirmed = True
        with self._display.moving_focus():
            self._display.show(replace(self._display.screen, question=None, notice=Notice()))
            if held.what is _Ask.REDEEM_WITHOUT_CODE:
                # The PIN was not kept: the supervisor agrees to the redemption that the cashier has just confirmed.
                self._display.show(replace(self._display.screen, panel=Panel.SUPERVISOR))
            else:
                self._begin(held)

    def _begin(self, asked: _Asked) -> None:
        """Asks the service, off the GUI thread."""
        self._asked = asked
        calls, draft, confirmed = self._calls, asked.draft, self._confirmed
        match asked.what:
            case _Ask.SEND_CODE:
                calls.begin(
                    Busy.SENDING_CODE, self._on_sent, self._on_not_sent, Till.send_code, draft, confirmed=confirmed
                )
            case _Ask.SEND_CODE_FOR_MONEY:
                calls.begin(
                    Busy.SENDING_CODE,
                    self._on_sent_for_money,
                    self._on_failed,
                    Till.send_code_for_money,
                    draft,
                    confirmed=confirmed,
                )
            case _Ask.SEND_CODE_AGAIN:
                calls.begin(Busy.SENDING_AGAIN, self._on_sent_again, self._on_failed, Till.send_code_again, draft)
            case _Ask.REDEEM:
                self._display.show(replace(self._display.screen, attempt=None))
                calls.begin(
                    Busy.REDEEMING,
                    self._outcomes.show,
                    self._on_failed,
                    Till.redeem,
                    draft,
                    asked.code,
                    confirmed=confirmed,
                )
            case _Ask.REDEEM_WITHOUT_CODE:
                raise ValueError("a redemption without a code needs the supervisor's PIN")

    # What comes back

    @Slot(object)
    def _on_sent(self, answer: Eligibility) -> None:
        if self._asked is not None:
            self._show_sent(self._asked.draft, answer)

    @Slot(object)
    def _on_sent_for_money(self, answer: tuple[Draft, Eligibility]) -> None:
        """The same for an amount of money, in the points that the service named for it."""
        self._show_sent(*answer)
        if self._asked is not None:
            self._compare_worth(self._asked.draft.points.value)

    @Slot(object)
    def _on_sent_again(self, answer: CodeSent) -> None:
        if self._asked is None:
            return
        now = time.monotonic()
        again_at = now + self._settings.code_again_after
        code = SentCode(draft=self._asked.draft, at=now, sent=True, good_until=self._good_until(), again_at=again_at)
        _log.info("code sent again, request %s", answer.request_id)
        notice = Notice("good", self.tr("The code has been sent again."))
        self._display.show(replace(self._display.screen, code=code, notice=notice))

    @Slot(object)
    def _on_not_sent(self, failure: Failure) -> None:
        if isinstance(failure, Refused) and self._asked is not None:
            self._drafting.learn(self._asked.draft, failure.code, failure.message)
        self._on_failed(failure)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        match failure:
            case HeldBack():
                self._ask_about(failure)
            case NotAllowed():
                # The supervisor stays at the keyboard.
                self._display.say_failure(failure)
            case Unwritten():
                self._outcomes.show_unwritten(failure)
            case _:
                self._display.show_call_failure(failure)

    def _show_sent(self, draft: Draft, answer: Eligibility) -> None:
        """The points may be redeemed: on to the code, or to the other way in which the member agrees."""
        now = time.monotonic()
        screen = self._display.screen
        self._drafting.allow(draft)
        if answer.worth is not None:
            draft = replace(draft, worth=answer.worth)
        worth = screen.worth if answer.worth is None else (draft, answer.worth)
        if draft.validation is not ValidationMethod.CODE:
            self._display.show(replace(screen, place=Place.CODE, draft=draft, worth=worth, notice=Notice()))
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
        self._display.show(replace(screen, place=Place.CODE, draft=draft, code=code, worth=worth, notice=notice))

    def _ask_about(self, held: HeldBack) -> None:
        """An earlier redemption is in the way: the cashier is asked about it, or waits until it is known."""
        if held.attempt.state is State.UNKNOWN:
            # The press itself may have found a redemption that could be the earlier attempt.
            self._outcomes.watch(held.attempt)
        # A yes answers the question that was asked, not the one that comes now.
        self._confirmed = False
        self._held = self._asked
        points: Decimal | None = None
        if self._asked is not None and self._asked.what is not _Ask.SEND_CODE_FOR_MONEY:
            # Of an amount of money it is not known here how many points it takes.
            points = self._asked.draft.points.value
        question = Question(held, Notice("wait", self._held_words(held), held.support), points)
        self._display.show(replace(self._display.screen, panel=Panel.NONE, notice=Notice(), question=question))

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
