"""Checks whether points may be redeemed, has the member's code sent, and redeems."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import HeldBack, NotAllowed, Refused, Unwritten
from desktop.domain.messages import FormField
from desktop.domain.redemption import State, ends_with_reference
from desktop.domain.validation import CodeError, CodeProblem, ValidationCode, ValidationMethod
from desktop.flow.clock import uptime
from desktop.flow.till import Till
from desktop.gui.code_validity import CodeValidity
from desktop.gui.drafting import IncompleteError
from desktop.gui.key_guard import REST
from desktop.gui.screen import Busy, Notice, Panel, Place, Question

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.failures import Failure
    from desktop.domain.member import Identifier
    from desktop.domain.redemption import Draft
    from desktop.domain.settings import Settings
    from desktop.gui.calls import CounterCalls
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.outcomes import Outcomes
    from desktop.gui.screen import Screen

_log = logging.getLogger(__name__)


class _Action(Enum):
    """What the cashier requests."""

    SEND_CODE = auto()
    SEND_CODE_FOR_MONEY = auto()
    SEND_CODE_AGAIN = auto()
    REDEEM = auto()
    REDEEM_WITHOUT_CODE = auto()


@dataclass(frozen=True, slots=True)
class _Request:
    """The last request, exactly as it was on the button.

    Attributes:
        action: what to do.
        draft: what it is about.
        code: the member's code; None except for `REDEEM`.
        named: how the member is named when a code is sent again; None for the draft's own identifier.
    """

    action: _Action
    draft: Draft
    code: ValidationCode | None = None
    named: Identifier | None = None


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A code that looks like the bar code of an article, about which the cashier was asked.

    Attributes:
        code: as it was scanned.
        question: the message that asks.
        at: when, by the monotonic clock.
    """

    code: ValidationCode
    question: Notice
    at: float


class Redeeming(QObject):
    """The part of the controller that has codes sent and points redeemed. `Outcomes` shows the outcome.

    Signals:
        begun: an attempt is recorded and about to be sent (`Attempt`). Emitted on the worker's thread.
    """

    begun = Signal(object)

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
        """Starts without a request.

        Args:
            display: shows the draft and the code on its way.
            calls: makes the calls.
            drafting: makes drafts of what is typed.
            outcomes: shows the outcome of a redemption.
            settings: in force.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._calls = calls
        self._drafting = drafting
        self._outcomes = outcomes
        self._validity = CodeValidity(settings)
        self._confirmed = False
        self._request: _Request | None = None
        self._held: _Request | None = None
        self._doubt: _Doubt | None = None

    def reset(self) -> None:
        """Forgets what the cashier agreed to, because the next customer begins."""
        self._confirmed = False
        self._held = None
        self._doubt = None

    # Requests

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
            self._begin(_Request(_Action.SEND_CODE_FOR_MONEY, draft))
            return
        if draft.validation is ValidationMethod.CODE and self._validity.covers(screen.code, draft):
            # The member already has the code for exactly this redemption.
            self._display.show(replace(screen, place=Place.CODE, draft=draft, notice=Notice()))
            return
        self._display.prepare(replace(screen, draft=draft))
        self._begin(_Request(_Action.SEND_CODE, draft))

    @Slot()
    def send_code_again(self) -> None:
        """Has the code sent again, if the pause is over."""
        draft, code = self._draft_at_hand, self._display.screen.code
        if draft is None:
            return
        if code is not None and code.sent and uptime() < code.again_at:
            return
        with self._display.moving_focus():
            self._begin(_Request(_Action.SEND_CODE_AGAIN, draft))

    def send_code_to(self, named: Identifier) -> None:
        """Has a code sent to the member under another name, such as the e-mail address."""
        draft = self._draft_at_hand
        if draft is not None:
            with self._display.moving_focus():
                self._begin(_Request(_Action.SEND_CODE_AGAIN, draft, named=named))

    def validate_by(self, method: ValidationMethod) -> None:
        """Changes how the member agrees. The service is asked first whether it accepts that."""
        draft = self._draft_at_hand
        if draft is None:
            return
        draft = replace(draft, validation=method)
        with self._display.moving_focus():
            if method is ValidationMethod.CODE and self._validity.covers(self._display.screen.code, draft):
                self._display.show(replace(self._display.screen, draft=draft, panel=Panel.NONE, notice=Notice()))
                return
            self._begin(_Request(_Action.SEND_CODE, draft))

    def redeem(self, code_text: str, shown: Draft | None) -> None:
        """Redeems. A second press while the first is under way has no effect.

        Args:
            code_text: what is in the field.
            shown: what the button offered when it was pressed. If the draft has changed since, nothing happens.
        """
        draft = self._draft_at_hand
        if draft is None or draft != shown:
            return
        with self._display.moving_focus():
            try:
                code = ValidationCode.parse(code_text) if draft.validation is ValidationMethod.CODE else None
            except CodeError as error:
                self._say_code_problem(error.problem)
                return
            if code is not None and self._is_doubtful(code):
                self._say_code_problem(CodeProblem.BAR_CODE)
                self._doubt = _Doubt(code, self._display.screen.notice, time.monotonic())
                return
            self._doubt = None
            self._begin(_Request(_Action.REDEEM, draft, code))

    def _is_doubtful(self, code: ValidationCode) -> bool:
        """True if a code was scanned from an article or a receipt, unless the cashier has read so and sends it again.

        Each wrong code costs the member a try, and the scanner types into the field that has the focus.
        """
        if not code.is_article_number and not ends_with_reference(code.secret):
            return False
        doubt = self._doubt
        if doubt is None or doubt.code != code or doubt.question is not self._display.screen.notice:
            # Typing removes the question, so scanning the same article again does not answer it.
            return True
        # A scanner may end with two Enters.
        return time.monotonic() - doubt.at <= REST

    def _say_code_problem(self, problem: CodeProblem) -> None:
        self._display.say("bad", self._display.words.code_problem(problem), field=FormField.CODE)

    @Slot(str, str)
    def redeem_without_code(self, pin: str, reason: str) -> None:
        """Redeems if a supervisor allows it."""
        draft = self._draft_at_hand
        if draft is None:
            return
        with self._display.moving_focus():
            if not pin.strip() and self._display.says_pins_are_locked:
                return
            if not pin.strip() or not reason.strip():
                text = self.tr("Nothing was redeemed. Enter the supervisor’s PIN and a reason.")
                self._display.say("bad", text, field=FormField.PIN)
                return
            # The request does not keep the PIN.
            self._request = _Request(_Action.REDEEM_WITHOUT_CODE, draft)
            self._display.prepare(replace(self._display.screen, attempt=None))
            self._calls.begin(
                Busy.REDEEMING,
                self._outcomes.show,
                self._on_failed,
                Till.redeem_without_code,
                draft,
                pin,
                reason,
                confirmed=self._confirmed,
                cashier=self._display.screen.cashier,
                hand_over=self._display.screen.prefill.hand_over,
            )

    @Slot()
    def leave_question(self) -> None:
        """Gives the careful answer: back to the step, with everything as it was."""
        self._held = None
        with self._display.moving_focus():
            self._display.show(replace(self._display.screen, question=None, notice=Notice()))

    def go_on_anyway(self, question: Question) -> None:
        """Goes on with exactly the request that was held back, even if the fields have changed."""
        held = self._held
        if held is None or question is not self._display.screen.question or not question.can_go_on:
            return
        self._held = None
        self._confirmed = True
        with self._display.moving_focus():
            self._display.show(replace(self._display.screen, question=None, notice=Notice()))
            if held.action is _Action.REDEEM_WITHOUT_CODE:
                # The PIN was not kept. The supervisor must agree to the redemption that the cashier has just confirmed.
                self._display.show(replace(self._display.screen, panel=Panel.SUPERVISOR))
            else:
                self._begin(held)

    def _begin(self, request: _Request) -> None:
        """Makes the call for a request."""
        self._request = request
        calls, draft, confirmed = self._calls, request.draft, self._confirmed
        match request.action:
            case _Action.SEND_CODE:
                calls.begin(
                    Busy.SENDING_CODE, self._on_sent, self._on_not_sent, Till.send_code, draft, confirmed=confirmed
                )
            case _Action.SEND_CODE_FOR_MONEY:
                calls.begin(
                    Busy.SENDING_CODE,
                    self._on_sent_for_money,
                    self._on_failed,
                    Till.send_code_for_money,
                    draft,
                    confirmed=confirmed,
                )
            case _Action.SEND_CODE_AGAIN:
                calls.begin(
                    Busy.SENDING_AGAIN,
                    self._on_sent_again,
                    self._on_failed,
                    Till.send_code_again,
                    draft,
                    request.named,
                )
            case _Action.REDEEM:
                self._display.prepare(replace(self._display.screen, attempt=None))
                calls.begin(
                    Busy.REDEEMING,
                    self._outcomes.show,
                    self._on_failed,
                    Till.redeem,
                    draft,
                    request.code,
                    confirmed=confirmed,
                    cashier=self._display.screen.cashier,
                    hand_over=self._display.screen.prefill.hand_over,
                )
            case _Action.REDEEM_WITHOUT_CODE:
                raise ValueError("a redemption without a code needs the supervisor's PIN")

    # Answers

    @Slot(object)
    def _on_sent(self, answer: Eligibility) -> None:
        if self._request is not None:
            self._show_sent(self._request.draft, answer)

    @Slot(object)
    def _on_sent_for_money(self, answer: tuple[Draft, Eligibility]) -> None:
        """Does the same as `_on_sent` for an amount of money, in the points that the service named for it."""
        self._show_sent(*answer)
        if self._request is not None:
            self._compare_worth(self._request.draft.points.value)

    @Slot(object)
    def _on_sent_again(self, answer: CodeSent) -> None:
        if self._request is None:
            return
        code = self._validity.just_sent(self._request.draft, sent=True, channel=answer.channel)
        _log.info("code sent again, request %s", answer.request_id)
        notice = Notice("good", self.tr("The code has been sent again."))
        self._display.show(replace(self._display.screen, code=code, notice=notice))

    @Slot(object)
    def _on_not_sent(self, failure: Failure) -> None:
        if isinstance(failure, Refused) and self._request is not None:
            self._drafting.learn(self._request.draft, failure.code, failure.message)
        self._on_failed(failure)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        match failure:
            case HeldBack():
                self._ask_about(failure)
            case NotAllowed():
                # The panel stays open, because the supervisor is still at the keyboard.
                self._display.say_failure(failure)
            case Unwritten():
                self._outcomes.show_unwritten(failure)
            case _:
                self._display.show_call_failure(failure)

    def _show_sent(self, draft: Draft, answer: Eligibility) -> None:
        """Goes on to the code, or to the other way in which the member agrees, because the points may be redeemed."""
        screen = self._display.screen
        self._drafting.allow(draft)
        if answer.worth is not None:
            draft = replace(draft, worth=answer.worth)
        worth = screen.worth if answer.worth is None else (draft, answer.worth)
        if draft.validation is not ValidationMethod.CODE:
            self._display.show(replace(screen, place=Place.CODE, draft=draft, worth=worth, notice=Notice()))
            return
        code = self._validity.just_sent(draft, sent=answer.code_sent, channel=answer.channel)
        notice = Notice() if answer.code_failure is None else self._display.words.failure(answer.code_failure)
        self._display.show(replace(screen, place=Place.CODE, draft=draft, code=code, worth=worth, notice=notice))

    def _ask_about(self, held: HeldBack) -> None:
        """Asks the cashier about an earlier redemption, or tells them to wait until its outcome is known."""
        if held.attempt.state is State.UNKNOWN:
            # The check may have found a redemption that could be the earlier attempt.
            self._outcomes.watch(held.attempt)
        # A yes counts for one question only.
        self._confirmed = False
        self._held = self._request
        points: Decimal | None = None
        if self._request is not None and self._request.action is not _Action.SEND_CODE_FOR_MONEY:
            # For an amount of money, the number of points is not known yet.
            points = self._request.draft.points.value
        # Few customers are asked about an earlier redemption.
        from desktop.gui.held_words import HeldWords

        bill = self._request.draft.bill if self._request is not None else ""
        text = HeldWords(self._display.words.formats).why(held, bill)
        question = Question(held, Notice("wait", text, held.support), points)
        self._display.show(replace(self._display.screen, panel=Panel.NONE, notice=Notice(), question=question))

    def _compare_worth(self, money: Decimal) -> None:
        """Warns if the points that the service named are not worth the amount typed, because steps and ratios round."""
        screen, formats = self._display.screen, self._display.words.formats
        draft = screen.draft
        if draft is None or draft.worth in {None, money} or screen.notice.text:
            return
        points, worth = formats.number(draft.points.value), formats.money(draft.worth or money)
        count = formats.plural(draft.points.value)
        text = self.tr("{points} points are worth {worth}. Check the amount with the member.", "", count)
        self._display.say("wait", text.format(points=points, worth=worth))

    # The code

    @property
    def _draft_at_hand(self) -> Draft | None:
        """What the member is agreeing to; None if the code step is not shown, or if something is under way."""
        screen = self._display.screen
        if screen.busy is not None or screen.question is not None or screen.place is not Place.CODE:
            return None
        return screen.draft
