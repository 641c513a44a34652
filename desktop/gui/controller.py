"""Owns the state of the counter: takes what the cashier asks, has it carried out, and shows what comes back."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.failures import (
    Call,
    Failure,
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    NotAllowed,
    NotSent,
    Refused,
    SettingsUnusable,
    SeveralFound,
    Throttled,
    Unanswered,
    Unwritten,
)
from desktop.domain.finding import IdentifierError, read_identifier
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.messages import Field
from desktop.domain.mobile import MobileError, MobileNumber, mobile_of
from desktop.domain.redemption import Attempt, Draft, State
from desktop.domain.validation import CodeError, ValidationCode, ValidationMethod
from desktop.flow.operations import (
    FindMember,
    Redeem,
    RedeemWithoutCode,
    SendCode,
    SendCodeAgain,
    SendCodeForMoney,
    WarmUp,
)
from desktop.gui.drafting import Drafting, Unready
from desktop.gui.patience import Patience
from desktop.gui.screen import Busy, Link, Notice, Panel, Place, Prefill, Remedy, Screen, SentCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.member import Member
    from desktop.domain.points import Points
    from desktop.domain.settings import Settings
    from desktop.flow.operations import SettlingState
    from desktop.flow.till import Till
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.settlement import Settlement
    from desktop.gui.words import Words
    from desktop.gui.worker import Crew, Reply

_log = logging.getLogger(__name__)

SLOW_AFTER = 5_000
"""Milliseconds after which the window says that the service is slow."""

MOST_WRONG_CODES = 5
"""Wrong codes after which newer organisations take no more for a while."""

_WRONG_CODE = "808"
_TOO_MANY = 429
_NOT_ENROLLED = 1013

WORTH_AFTER = 600
"""Milliseconds that a cashier must have stopped typing before the worth is asked for."""


class Controller(QObject):
    """The counter, between the pages and the workers. Lives on the painting thread and never waits.

    Signals:
        changed: the screen to be drawn.
        attempt_known: an attempt came to an end or changed since: for history, totals and the POS.
        customer_done: the cashier is done with the customer; the attempt at hand, if there was one.
    """

    changed = Signal(object)
    attempt_known = Signal(object)
    customer_done = Signal(object)

    def __init__(
        self,
        settings: Settings,
        words: Words,
        counter: Crew[Till],
        settlement: Settlement,
        *,
        cancel: Callable[[], None],
        training: bool,
        parent: QObject | None = None,
    ) -> None:
        """Begins with an empty screen.

        Args:
            settings: in force.
            words: how things are said.
            counter: carries out what the cashier asks.
            settlement: settles what nobody knows yet.
            cancel: ends the counter's call in flight, without waiting.
            training: whether nothing of it is real.
            parent: owner.
        """
        super().__init__(parent)
        self.settings = settings
        self.training = training
        self._words = words
        self._counter = counter
        self._settlement = settlement
        self._cancel = cancel
        self.drafting = Drafting(settings, words, self)
        self.screen = Screen(choices=self.drafting.first_choices())
        self._awaited = 0
        self._confirmed = False
        self._slow = self._timer(SLOW_AFTER, self._on_slow)
        self._ask_worth = self._timer(WORTH_AFTER, self._on_worth_due)
        self._worth_draft: Draft | None = None
        self._wrong_codes = 0
        self._patience = Patience(self)
        self._patience.ticked.connect(self._on_waiting)
        self._patience.due.connect(self._on_waited)
        counter.opened.connect(self._on_opened)
        counter.replied.connect(self._on_replied)
        settlement.failed.connect(self._on_settling_failed)
        settlement.resumed.connect(self._on_resumed)
        settlement.changed.connect(self._on_settling_changed)
        settlement.settled.connect(self._on_settled)
        settlement.worth_known.connect(self._on_worth_known)
        settlement.worth_refused.connect(self._on_worth_refused)

    @property
    def formats(self) -> LocaleFormats:
        """How amounts are written."""
        return self._words.formats

    @property
    def words(self) -> Words:
        """How things are said."""
        return self._words

    # What the cashier asks

    def start(self) -> None:
        """Opens the desks, off the painting thread."""
        self._show(link=Link.STARTING, warning=None, remedy=Remedy.NONE, notice=Notice())
        self._counter.open()

    def stop_with(self, failure: Failure) -> None:
        """Says why the till cannot work at all, and offers what can be done about it here."""
        remedy = Remedy.TRY_AGAIN
        if isinstance(failure, SettingsUnusable):
            remedy = Remedy.NONE
        elif isinstance(failure, JournalUnusable) and failure.why is JournalTrouble.DAMAGED:
            remedy = Remedy.NEW_JOURNAL
        self._show(link=Link.STOPPED, ready=False, warning=self._words.failure(failure), remedy=remedy)

    def try_again(self) -> None:
        """Opens the desks once more: the keyring is unlocked, the disk has room."""
        if not self.screen.ready:
            self.start()

    def warm_up(self) -> None:
        """A number is being typed: the connection had better be open when Enter is pressed."""
        if self.screen.ready and self.screen.busy is None:
            self._counter.ask(WarmUp())

    def find(self, text: str, kind: IdentifierKind = IdentifierKind.MOBILE) -> None:
        """Looks the member up whose number, or other identifier, was typed."""
        if self.screen.busy is not None:
            return
        if kind is not IdentifierKind.MOBILE:
            try:
                named = read_identifier(kind, text)
            except IdentifierError as error:
                self._say("bad", self._words.identifier_problem(error.problem), field=Field.MOBILE)
                return
            self._show(mobile=None, member=None, matches=())
            self._begin(Busy.FINDING, FindMember(named))
            return
        try:
            mobile = MobileNumber.parse(text, self.settings.country)
        except MobileError as error:
            self._say("bad", self._words.mobile_problem(error.problem), field=Field.MOBILE)
            return
        identifier = Identifier(IdentifierKind.MOBILE, mobile.wire(self.settings.mobile_form))
        self._show(mobile=mobile, member=None, matches=())
        self._begin(Busy.FINDING, FindMember(identifier))

    def choose_member(self, member: Member) -> None:
        """One of several who fit is the one at the counter."""
        if self.screen.busy is None and member in self.screen.matches:
            self._on_member(member)

    def think_about(self, points_text: str, bill: str) -> None:
        """The cashier is typing an amount: what it is worth is asked once the typing rests."""
        self._ask_worth.stop()
        draft = self.drafting.rough(self.screen, points_text, bill)
        if draft is None or self.screen.worth_of(draft) is not None:
            return
        self._worth_draft = draft
        self._ask_worth.start()

    def send_code(self, points_text: str, bill: str, *, confirmed: bool = False) -> None:
        """Asks whether the points may be redeemed, and has the code sent."""
        self._ask_worth.stop()
        if self.screen.busy is not None or self.screen.member is None:
            return
        try:
            draft = self.drafting.draft(self.screen, points_text, bill)
        except Unready as unready:
            self._show(notice=unready.notice)
            return
        self._confirmed = confirmed
        if self.screen.choices.as_money:
            self._show(question=None)
            self._begin(Busy.SENDING_CODE, SendCodeForMoney(draft, confirmed))
            return
        if draft.validation is ValidationMethod.CODE and self._holds_code(draft):
            # The member already holds the code for exactly this.
            self._show(place=Place.CODE, draft=draft, notice=Notice(), question=None)
            return
        self._show(draft=draft, question=None)
        self._begin(Busy.SENDING_CODE, SendCode(draft, confirmed))

    def choose(self, **chosen: Any) -> None:  # noqa: ANN401 - the fields of Choices
        """Chooses program, group, custom fields or notes; what that changes of code and worth shows as it is sent."""
        if self.screen.busy is None:
            choices = replace(self.screen.choices, **chosen)
            self._show(choices=choices, panel=Panel.NONE, notice=Notice(), question=None)

    def open_panel(self, panel: Panel) -> None:
        """Opens what stands in place of a step's own fields; `Panel.NONE` closes it."""
        if self.screen.busy is None and self.screen.member is not None:
            self._show(panel=panel, notice=Notice(), question=None)

    def send_code_again(self) -> None:
        """Has the code sent again, once the pause is over."""
        draft, code = self.screen.draft, self.screen.code
        if self.screen.busy is not None or draft is None or self.screen.place is not Place.CODE:
            return
        if code is not None and code.sent and time.monotonic() < code.again_at:
            return
        self._begin(Busy.SENDING_AGAIN, SendCodeAgain(draft))

    def redeem(self, code_text: str, *, confirmed: bool = False) -> None:
        """Redeems; a second press while the first is under way does nothing."""
        draft = self.screen.draft
        if self.screen.busy is not None or draft is None or self.screen.place is not Place.CODE:
            return
        self._confirmed = self._confirmed or confirmed
        try:
            code = ValidationCode.parse(code_text) if draft.validation is ValidationMethod.CODE else None
        except CodeError as error:
            self._say("bad", self._words.code_problem(error.problem), field=Field.CODE)
            return
        self._show(question=None, attempt=None)
        self._begin(Busy.REDEEMING, Redeem(draft, code, self._confirmed))

    def validate_by(self, method: ValidationMethod) -> None:
        """Has the member agree in another way; the service is asked first whether it takes that."""
        draft = self.screen.draft
        if self.screen.busy is not None or draft is None or self.screen.place is not Place.CODE:
            return
        draft = replace(draft, validation=method)
        if method is ValidationMethod.CODE and self._holds_code(draft):
            self._show(draft=draft, panel=Panel.NONE, notice=Notice())
            return
        self._begin(Busy.SENDING_CODE, SendCode(draft, self._confirmed))

    def redeem_without_code(self, pin: str, reason: str) -> None:
        """Redeems by leave of a supervisor."""
        draft = self.screen.draft
        if self.screen.busy is not None or draft is None or self.screen.place is not Place.CODE:
            return
        if not pin.strip() or not reason.strip():
            self._say("bad", self.tr("Nothing was redeemed. It takes the supervisor’s PIN and a reason."))
            return
        self._show(question=None, attempt=None)
        self._begin(Busy.REDEEMING, RedeemWithoutCode(draft, pin, reason, self._confirmed))

    def go_on_anyway(self, points_text: str, bill: str, code_text: str) -> None:
        """The cashier was asked about an earlier redemption and goes on."""
        if self.screen.question is None or self.screen.question.why is Held.SAME_BILL:
            return
        if self.screen.place is Place.CODE:
            self.redeem(code_text, confirmed=True)
        else:
            self.send_code(points_text, bill, confirmed=True)

    def redeem_again(self) -> None:
        """After a redemption that turned out not to have happened: back to the code, with everything as it was."""
        if (
            self.screen.place is Place.UNKNOWN
            and self.screen.attempt
            and self.screen.attempt.state is State.NOT_APPLIED
        ):
            self._show(place=Place.CODE, attempt=None, progress=None, notice=Notice())

    def back(self) -> None:
        """One step back; what was typed stays. A redemption under way cannot be taken back."""
        screen = self.screen
        if screen.busy is Busy.REDEEMING:
            return
        if screen.busy is not None:
            self._awaited = 0
            self._patience.stop()
            self._cancel()
            self._rest()
            self._show(notice=Notice())
            return
        if screen.panel is not Panel.NONE:
            self._show(panel=Panel.NONE, notice=Notice(), question=None)
            return
        match screen.place:
            case Place.CODE:
                self._show(place=Place.POINTS, notice=Notice(), question=None)
            case Place.POINTS:
                self._show(place=Place.MEMBER, notice=Notice(), question=None)
            case Place.MEMBER | Place.RECEIPT | Place.UNKNOWN:
                self._show(notice=Notice(), question=None, matches=())

    def back_to(self, place: Place) -> None:
        """Back to a step that is done."""
        if self.screen.busy is None and self.screen.place in {Place.POINTS, Place.CODE}:
            self._show(place=place, panel=Panel.NONE, notice=Notice(), question=None)

    def new_customer(self) -> None:
        """Empties everything for the next customer. A redemption under way goes on and is settled by itself."""
        if self.screen.busy is Busy.REDEEMING:
            return
        self._finish_customer(Prefill(), handed_over=False)

    def hand_over(self, prefill: Prefill) -> None:
        """The POS hands a customer over: the fields are filled in, nothing is sent."""
        self._finish_customer(prefill, handed_over=True)

    def dismiss(self) -> None:
        """Takes the message away, because the cashier goes on typing."""
        if self.screen.busy is None and (self.screen.notice.text or self.screen.question):
            self._show(notice=Notice(), question=None, matches=())

    def say(self, tone: str, text: str, support: str = "") -> None:
        """Says something that happened outside the counter: a receipt saved, a printer that failed."""
        self._show(notice=Notice(tone, text, support))

    def say_failure(self, failure: Failure) -> None:
        """Says a failure that happened outside the counter."""
        self._show(notice=self._words.failure(failure))

    # What the pages ask

    def read_points(self, text: str) -> Points:
        """Reads an amount by the locale's mark.

        Raises:
            PointsError: with the reason.
        """
        return self.drafting.read_points(text)

    def remaining(self, points: Points) -> Decimal | None:
        """What would stay with the member; None where the balance is not known."""
        available = self.screen.available
        return None if available is None else available - points.value

    def more_than_available(self) -> str:
        """Says that there are fewer points than that."""
        return self.drafting.more_than_available(self.screen)

    # What comes back

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        if failure is not None:
            self.stop_with(failure)
            return
        self._show(link=Link.TRAINING if self.training else Link.STARTING, ready=True, warning=None)
        self._counter.ask(WarmUp())
        self._settlement.open()

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        if isinstance(reply.operation, WarmUp):
            if self.screen.busy is None and reply.failure is None:
                self._show(link=self._good_link() if reply.result else Link.OFFLINE)
            return
        if isinstance(reply.operation, Redeem | RedeemWithoutCode):
            # However long it took and whatever the window shows by now: a redemption is never dropped.
            self._on_redeem_replied(reply)
            return
        if reply.number != self._awaited:
            return
        self._rest()
        if reply.failure is not None:
            self._learn(reply.operation, reply.failure)
            if not self._waits_out(reply):
                self._on_failed(reply.failure)
            return
        self._patience.stop()
        self._show(link=self._good_link())
        match reply.operation:
            case FindMember():
                self._on_member(reply.result)
            case SendCode():
                self._on_code_sent(reply.operation.draft, reply.result)
            case SendCodeForMoney():
                self._on_code_sent(*reply.result)
                self._compare_worth(reply.operation.draft.points.value)
            case SendCodeAgain():
                self._on_code_sent_again(reply.operation.draft, reply.result)
            case _:
                pass

    def _learn(self, operation: object, failure: Failure) -> None:
        if isinstance(operation, SendCode) and isinstance(failure, Refused):
            self.drafting.learn(operation.draft, failure.code, failure.message)

    def _waits_out(self, reply: Reply) -> bool:
        """Whether a look-up that met the rate limit is asked again by itself."""
        busy, question = reply.failure, reply.operation
        if not (isinstance(busy, Throttled) and busy.code == _TOO_MANY and isinstance(question, FindMember)):
            return False
        return self._patience.wait_for(question, busy.retry_after)

    @Slot(int)
    def _on_waiting(self, seconds: int) -> None:
        # Said once: the countdown stands on the button, where nobody is read it aloud every second.
        text = self.tr("The service is very busy. The till looks again by itself. Press Escape to stop.")
        self._show(busy=Busy.WAITING, seconds_left=seconds, notice=Notice("wait", text, str(_TOO_MANY)))

    @Slot(object)
    def _on_waited(self, question: FindMember) -> None:
        self._begin(Busy.FINDING, question)

    def _on_member(self, member: Member) -> None:
        if member.is_marked_as_fraud:
            self._show(
                notice=self._words.failure(Failure("refused.customer_get.809", "809", request_id=member.request_id))
            )
            return
        if not member.is_enrolled:
            failure = Refused(Call.FIND_MEMBER, _NOT_ENROLLED, request_id=member.request_id)
            self._show(notice=self._words.failure(failure))
            return
        mobile = self.screen.mobile
        if mobile is None or member.was_merged:
            mobile = mobile_of(member, self.settings.country)
        self._show(
            member=member,
            mobile=mobile,
            matches=(),
            choices=self.drafting.choices_for(self.screen.choices, member),
            place=Place.POINTS,
            notice=self._merged_words(mobile) if member.was_merged else Notice(),
            draft=None,
            code=None,
            worth=None,
        )

    def _merged_words(self, mobile: MobileNumber | None) -> Notice:
        text = self.tr(
            "This number’s account was merged into that of {number}. Points are redeemed there. Check the name with "
            "the member."
        ).format(number=mobile.masked if mobile is not None else self.tr("another"))
        return Notice("wait", text)

    def _on_code_sent(self, draft: Draft, answer: Eligibility) -> None:
        now = time.monotonic()
        self.drafting.allow(draft)
        if answer.worth is not None:
            draft = replace(draft, worth=answer.worth)
        worth = self.screen.worth if answer.worth is None else (draft, answer.worth)
        if draft.validation is not ValidationMethod.CODE:
            self._show(place=Place.CODE, draft=draft, worth=worth, notice=Notice())
            return
        self._wrong_codes = 0
        code = SentCode(
            draft=draft,
            at=now,
            sent=answer.code_sent,
            good_until=self._good_until() if answer.code_sent else None,
            again_at=now + self.settings.code_again_after if answer.code_sent else now,
        )
        notice = Notice()
        if not answer.code_sent:
            notice = self._words.failure(Failure("refused.isredeemable.876", "876", request_id=answer.request_id))
        self._show(place=Place.CODE, draft=draft, code=code, worth=worth, notice=notice)

    def _compare_worth(self, money: Decimal) -> None:
        """Says so where the points that the service named are not worth what was typed: steps and ratios round."""
        draft = self.screen.draft
        if draft is None or draft.worth in {None, money} or self.screen.notice.text:
            return
        points, worth = self.formats.number(draft.points.value), self.formats.money(draft.worth or money)
        text = self.tr("{points} points are worth {worth}. Check the amount with the member.")
        self._show(notice=Notice("wait", text.format(points=points, worth=worth)))

    def _on_code_sent_again(self, draft: Draft, answer: CodeSent) -> None:
        now = time.monotonic()
        code = SentCode(
            draft=draft, at=now, sent=True, good_until=self._good_until(), again_at=now + self.settings.code_again_after
        )
        self._wrong_codes = 0
        _log.info("code sent again, request %s", answer.request_id)
        self._show(code=code, notice=Notice("good", self.tr("The code has been sent again.")))

    def _on_redeem_replied(self, reply: Reply) -> None:
        if reply.number == self._awaited:
            self._rest()
        if isinstance(reply.failure, Unwritten):
            self._show(warning=self._words.failure(reply.failure))
            self._on_attempt(reply.failure.attempt)
        elif reply.failure is not None:
            self._on_failed(reply.failure)
        else:
            self._on_attempt(reply.result)

    def _on_attempt(self, attempt: Attempt) -> None:
        match attempt.state:
            case State.REDEEMED | State.REVERSED:
                self.drafting.remember(attempt.draft)
                self._show(
                    link=self._good_link(),
                    place=Place.RECEIPT,
                    panel=Panel.NONE,
                    attempt=attempt,
                    notice=Notice(),
                    code=None,
                )
            case State.UNKNOWN | State.IN_FLIGHT:
                self._show(
                    link=Link.SLOW,
                    place=Place.UNKNOWN,
                    panel=Panel.NONE,
                    attempt=attempt,
                    progress=None,
                    notice=Notice(),
                )
                self._settlement.watch(attempt)
            case State.REFUSED:
                self._show(link=self._good_link(), attempt=attempt)
                self._refuse(self._refusal_words(attempt))
            case State.NOT_SENT:
                self._show(link=Link.OFFLINE, attempt=attempt, notice=self._words.outcome(attempt))
                if attempt.doubtful:
                    self._settlement.watch(attempt)
            case State.NOT_APPLIED:
                self._show(place=Place.UNKNOWN, attempt=attempt, notice=Notice())
        self.attempt_known.emit(attempt)

    def _refusal_words(self, attempt: Attempt) -> Notice:
        notice = self._words.outcome(attempt)
        if attempt.trace.code.isdigit():
            self.drafting.learn(attempt.draft, int(attempt.trace.code), attempt.trace.message)
        named = [name for name, value in attempt.draft.custom_fields if value]
        if named and "custom field" in attempt.trace.message.lower():
            text = self.tr(
                "The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where "
                "you can, and tell support the number below."
            ).format(fields=", ".join(named))
            return replace(notice, text=text, field=Field.CUSTOM_FIELDS)
        if attempt.trace.code == _WRONG_CODE and attempt.draft.validation is ValidationMethod.CODE:
            self._wrong_codes += 1
            if self._wrong_codes >= MOST_WRONG_CODES:
                text = self.tr(
                    "Five wrong codes. No points were taken. Send the code again and use the new message only; if the "
                    "service still refuses it, wait 15 minutes."
                )
                return replace(notice, text=text)
        return notice

    def _on_failed(self, failure: Failure) -> None:
        if isinstance(failure, SeveralFound):
            notice = self._words.failure(failure, tone="wait")
            self._show(link=self._good_link(), matches=failure.members, notice=notice)
            return
        if isinstance(failure, NotAllowed):
            # The supervisor stays at the keyboard.
            self._show(notice=self._words.failure(failure))
            return
        if isinstance(failure, HeldBack):
            self._hold(failure)
            return
        match failure:
            case NotSent():
                link = Link.OFFLINE
            case Unanswered():
                link = Link.SLOW
            case Refused() | Throttled():
                link = self._good_link()
            case _:
                link = self.screen.link
        self._show(link=link)
        self._refuse(self._words.failure(failure))

    def _refuse(self, notice: Notice) -> None:
        place = self.screen.place
        match notice.field:
            case Field.MOBILE:
                place = Place.MEMBER
            case Field.POINTS | Field.BILL | Field.PROGRAM | Field.GROUP | Field.CUSTOM_FIELDS:
                place = Place.POINTS if self.screen.member is not None else place
            case Field.CODE | Field.NONE:
                pass
        if place not in {Place.MEMBER, Place.POINTS, Place.CODE}:
            place = Place.CODE
        self._show(place=place, panel=Panel.NONE, notice=notice)

    def _hold(self, held: HeldBack) -> None:
        # A yes answers the question that was asked, not the one that comes now.
        self._confirmed = False
        self._show(panel=Panel.NONE)
        earlier = held.attempt
        points = self.formats.number(earlier.draft.points.value)
        at = self.formats.clock(earlier.at)
        match held.why:
            case Held.SAME_BILL:
                text = self.tr(
                    "Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. "
                    "Wait until the till has found out."
                ).format(bill=earlier.draft.bill, points=points, at=at)
                self._show(notice=Notice("wait", text, held.support), question=held)
            case Held.SAME_MEMBER:
                text = self.tr(
                    "For this member it is not known yet whether {points} points were redeemed at {at}. "
                    "Redeem anyway only if this is another purchase."
                ).format(points=points, at=at)
                self._show(notice=Notice("wait", text, held.support), question=held)
            case Held.SAME_BILL_REDEEMED:
                text = self.tr(
                    "{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if they are to "
                    "be taken a second time."
                ).format(bill=earlier.draft.bill, points=points, at=at)
                self._show(notice=Notice("wait", text, held.support), question=held)

    # Settling

    @Slot(object)
    def _on_settling_failed(self, failure: Failure) -> None:
        self._show(warning=self._words.failure(failure))

    @Slot(object)
    def _on_resumed(self, state: SettlingState) -> None:
        if state.unknown and self.screen.place is Place.MEMBER:
            text = self.tr(
                "%n redemption(s) from before are not known yet. The till is asking the service. Do not redeem them "
                "again.",
                "",
                len(state.unknown),
            )
            self._show(notice=Notice("wait", text))

    @Slot(object)
    def _on_settling_changed(self, state: SettlingState) -> None:
        shown = self.screen.attempt
        progress = None
        if shown is not None:
            # The last look first: it alone knows whether there was an answer.
            known = (*([state.progress] if state.progress is not None else []), *state.unknown)
            progress = next((one for one in known if one.attempt.reference == shown.reference), None)
        self._show(unsettled=len(state.unknown), progress=progress)

    @Slot(object)
    def _on_settled(self, attempt: Attempt) -> None:
        shown = self.screen.attempt
        at_hand = shown is not None and shown.reference == attempt.reference and self.screen.busy is None
        if at_hand and self.screen.place is Place.UNKNOWN:
            self._on_attempt(attempt)
            return
        if attempt.state is State.REDEEMED:
            self._show(notice=Notice("wait" if attempt.settled_late else "good", self._settled_words(attempt)))
        elif attempt.state is State.NOT_APPLIED and not at_hand:
            self._show(notice=Notice("info", self._settled_words(attempt)))
        self.attempt_known.emit(attempt)

    def _settled_words(self, attempt: Attempt) -> str:
        points = self.formats.number(attempt.draft.points.value)
        who = attempt.draft.bill or attempt.masked_identifier
        if attempt.settled_late:
            return self.tr(
                "A redemption that was taken for not done did happen: {points} points for {who}. Take them off the "
                "bill, or tell support to give them back."
            ).format(points=points, who=who)
        if attempt.state is State.REDEEMED:
            return self.tr("Now known: {points} points were redeemed for {who}. The receipt is in the history.").format(
                points=points, who=who
            )
        return self.tr("Now known: the {points} points for {who} were not redeemed. Nothing was taken.").format(
            points=points, who=who
        )

    # What the points are worth

    @Slot()
    def _on_worth_due(self) -> None:
        if self._worth_draft is not None and self.screen.ready and self.screen.busy is None:
            self._settlement.ask_worth(self._worth_draft)

    @Slot(object, object)
    def _on_worth_known(self, draft: Draft, worth: Decimal) -> None:
        if self.screen.member is not None and self.screen.member.identifier == draft.identifier:
            self._show(worth=(draft, worth))

    @Slot(object, object)
    def _on_worth_refused(self, draft: Draft, refusal: Refused) -> None:
        self.drafting.learn(draft, refusal.code, refusal.message)
        # Only what the service says about the amount helps while typing; all else is said when Enter is pressed.
        notice = self._words.failure(refusal, tone="wait")
        if notice.field is Field.POINTS and self.screen.place is Place.POINTS and self.screen.busy is None:
            self._show(notice=notice)

    # Small things

    def _is_at_rest(self, place: Place) -> bool:
        return self.screen.place is place and self.screen.busy is None

    def _holds_code(self, draft: Draft) -> bool:
        code = self.screen.code
        return code is not None and code.sent and code.draft.same_as(draft) and not self._is_stale(code)

    def _is_stale(self, code: SentCode) -> bool:
        return bool(self.settings.code_valid_for) and time.monotonic() > code.at + self.settings.code_valid_for

    def _good_until(self) -> datetime | None:
        if not self.settings.code_valid_for:
            return None
        return datetime.now(UTC).astimezone() + timedelta(seconds=self.settings.code_valid_for)

    def _good_link(self) -> Link:
        return Link.TRAINING if self.training else Link.CONNECTED

    def _begin(self, busy: Busy, operation: Any) -> None:  # noqa: ANN401 - any operation of the counter
        self._show(busy=busy, slow=False, notice=Notice())
        self._slow.start()
        self._awaited = self._counter.ask(operation)

    def _rest(self) -> None:
        self._slow.stop()
        self._show(busy=None, slow=False)

    @Slot()
    def _on_slow(self) -> None:
        if self.screen.busy is None:
            return
        if self.screen.busy is Busy.REDEEMING:
            text = self.tr("The service is slow. Please wait: the till finds out whether the points were redeemed.")
        else:
            text = self.tr("The service is slow. Wait a little longer, or press Escape to go back.")
        link = self.screen.link if self.training else Link.SLOW
        self._show(slow=True, link=link, notice=Notice("wait", text))

    def _finish_customer(self, prefill: Prefill, *, handed_over: bool) -> None:
        attempt = self.screen.attempt
        if self.screen.busy is not None:
            # The next customer does not wait for what nobody wants to know any more.
            self._cancel()
        self._awaited = 0
        self._confirmed = False
        self._wrong_codes = 0
        self._patience.stop()
        self._slow.stop()
        self._ask_worth.stop()
        old = self.screen
        self.screen = Screen(
            visit=old.visit + 1,
            link=old.link,
            unsettled=old.unsettled,
            ready=old.ready,
            warning=old.warning,
            remedy=old.remedy,
            prefill=prefill,
            handed_over=handed_over,
            choices=self.drafting.first_choices(),
        )
        self.changed.emit(self.screen)
        self.customer_done.emit(attempt)

    def _say(self, tone: str, text: str, *, field: Field = Field.NONE) -> None:
        self._show(notice=Notice(tone, text, field=field))

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Screen
        self.screen = replace(self.screen, **changes)
        self.changed.emit(self.screen)

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:  # noqa: ANN401 - a bound slot
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
