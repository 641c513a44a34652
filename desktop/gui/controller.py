"""Leads the counter from step to step and from customer to customer."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import JournalTrouble, JournalUnusable, SettingsUnusable
from desktop.domain.messages import FormField
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import State
from desktop.flow.clock import uptime
from desktop.flow.till import Till
from desktop.gui.calls import CounterCalls
from desktop.gui.display import Cause, Display
from desktop.gui.drafting import Drafting
from desktop.gui.finding import Finding
from desktop.gui.give_back_controller import GiveBackController
from desktop.gui.late_records import LateRecords
from desktop.gui.looking_ahead import LookingAhead
from desktop.gui.outcomes import Outcomes
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.redeeming import Redeeming
from desktop.gui.screen import Busy, Notice, Outlook, Panel, Place, Remedy, Screen, ServiceStatus
from desktop.gui.settling_by_hand import SettlingByHand
from desktop.gui.signing_on import SigningOn
from desktop.gui.worth_preview import WorthPreview

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from desktop.domain.choices import Choices
    from desktop.domain.failures import Failure
    from desktop.domain.points import Points
    from desktop.domain.reversal import Reversal
    from desktop.domain.settings import Settings
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.settling_controller import SettlingController
    from desktop.gui.words import Words
    from desktop.gui.worker import WorkerThread


class Controller(QObject):
    """The counter, between the pages and the workers. Lives on the GUI thread and never blocks.

    The parts `finding`, `redeeming`, `worth` and `by_hand` do what the cashier requests, each through `CounterCalls` or
    a worker. An answer goes straight back to the method that asked, and is shown on the one `Display`.

    Attributes:
        drafting: reads what is typed.
        finding: finds members.
        late: has recorded later what the journal could not record at once.
        redeeming: has codes sent and points redeemed.
        worth: asks what points are worth while they are typed.
        ahead: asks what the cashier should know before typing.
        by_hand: lets a supervisor settle unknown attempts.
        giving_back: gives points of earlier redemptions back.
        signing_on: signs cashiers on and off.

    Signals:
        changed: the screen to draw (`Screen`).
        attempt_known: an attempt has an outcome, or a new one; for the history, the totals and the POS (`Attempt`).
        reversal_known: points that are given back have an outcome, or a new one; for the POS (`Reversal`).
        receipt_shown: the receipt of a redemption is shown to the cashier who made it (`Attempt`).
        customer_done: the cashier has finished with the customer (`Attempt | None`: the attempt at hand).
        handed_back: the cashier leaves a customer from the POS before anything was redeemed.
        next_bill_requested: open the next bill that the POS has handed over.
    """

    changed = Signal(object)
    attempt_known = Signal(object)
    reversal_known = Signal(object)
    customer_done = Signal(object)
    handed_back = Signal()
    receipt_shown = Signal(object)
    next_bill_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        words: Words,
        counter: WorkerThread[Till],
        settling: SettlingController,
        *,
        cancel: Callable[[], None],
        has_left: threading.Event,
        training: bool,
        parent: QObject | None = None,
    ) -> None:
        """Begins with an empty screen.

        Args:
            settings: in force.
            words: puts failures and amounts into words.
            counter: does what the cashier requests.
            settling: settles attempts whose outcome is unknown.
            cancel: ends the counter's call in flight, without waiting.
            has_left: set whenever a request of the counter has left.
            training: True if the practice service is used.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.settings = settings
        self.training = training
        self._typing: set[str] = set()
        self.drafting = Drafting(settings, words, self)
        self._counter = counter
        self._settling = settling
        self._display = Display(words, self.drafting.first_choices(""), training=training, parent=self)
        self._cancel = cancel
        self._calls = CounterCalls(counter, self._display, self._cancel_call, has_left, self)
        self._calls.check_wanted.connect(settling.check_service)
        settling.service_checked.connect(self._calls.show_checked)
        self.late = LateRecords(self._display, counter, self)
        self._outcomes = outcomes = Outcomes(self._display, self.drafting, settling, self.late, self)
        self.finding = Finding(self._display, self._calls, self.drafting, settings, self)
        self.worth = WorthPreview(self._display, self.drafting, settling, self)
        self.ahead = LookingAhead(self._display, self.drafting, settling, settings, self)
        self.finding.found.connect(self.ahead.ask)
        self.redeeming = Redeeming(self._display, self._calls, self.drafting, outcomes, settings, parent=self)
        self.by_hand = SettlingByHand(self._display, counter, outcomes, settings, self)
        self.giving_back = GiveBackController(settings, words, counter, settling, serving=self._serving, parent=self)
        self.signing_on = SigningOn(
            self._display, counter, settings, self.late, is_calling=self._is_calling, parent=self
        )
        self.signing_on.other_signed_on.connect(self._on_other_signed_on)
        self.signing_on.signs_on.connect(self._on_signs_on)
        self.finding.begun.connect(self.signing_on.check_list)
        self.giving_back.begun.connect(self.signing_on.check_list_at_once)
        self.giving_back.known.connect(self._on_reversal_known)
        self.giving_back.known.connect(self.reversal_known)
        self.giving_back.news.connect(outcomes.tell)
        self.giving_back.not_recorded.connect(self.late.try_later)
        self._display.changed.connect(self.changed)
        outcomes.attempt_known.connect(self.attempt_known)
        outcomes.receipt_shown.connect(self.receipt_shown)
        counter.opened.connect(self._on_opened)

    @property
    def screen(self) -> Screen:
        """What is shown."""
        return self._display.screen

    @property
    def words(self) -> Words:
        """Puts failures and amounts into words."""
        return self._display.words

    @property
    def formats(self) -> LocaleFormats:
        """Formats amounts and times."""
        return self._display.words.formats

    @property
    def cause(self) -> Cause:
        """Why the screen is changing. It decides whether drawing may move the focus."""
        return self._display.cause

    @property
    def is_idle(self) -> bool:
        """True if no customer is being served and nothing is being typed, so that the next bill may be shown."""
        screen = self.screen
        if not self._is_free:
            return False
        if screen.place is Place.MEMBER:
            return screen.member is None and "member" not in self._typing
        return screen.place in {Place.RECEIPT, Place.UNKNOWN} and "by_hand" not in self._typing

    @property
    def _is_free(self) -> bool:
        return self.screen.busy is None and self.screen.question is None

    # Opening the till, and messages

    def start(self) -> None:
        """Opens the counter's service, off the GUI thread."""
        self._display.show(
            replace(self.screen, status=ServiceStatus.STARTING, warning=None, remedy=Remedy.NONE, notice=Notice())
        )
        self._counter.open()

    def stop_with(self, failure: Failure) -> None:
        """Shows why the till cannot work at all, and offers a remedy if there is one here."""
        remedy = Remedy.TRY_AGAIN
        if isinstance(failure, SettingsUnusable):
            remedy = Remedy.NONE
        elif isinstance(failure, JournalUnusable) and failure.why is JournalTrouble.DAMAGED:
            remedy = Remedy.NEW_JOURNAL
        self._display.show(
            replace(
                self.screen,
                status=ServiceStatus.STOPPED,
                ready=False,
                warning=self.words.failure(failure),
                remedy=remedy,
            )
        )

    def try_again(self) -> None:
        """Opens the service once more, for example after the keyring was unlocked or the disk has room again."""
        if not self.screen.ready:
            self.start()

    def warm_up(self) -> None:
        """Opens the connection while a number is being typed, so that it is open when Enter is pressed."""
        if self.screen.ready and self.screen.busy is None:
            self._calls.warm_up()

    def add_standing_warning(self, text: str) -> None:
        """Shows a warning that stays for the whole session, beside all other messages."""
        if text not in self.screen.standing:
            self._display.show(replace(self.screen, standing=(*self.screen.standing, text)))

    def say(self, tone: str, text: str, support: str = "", *, field: FormField = FormField.NONE) -> None:
        """Shows a message about something outside the counter's own calls, on the page that the user sees.

        Args:
            tone: `bad`, `wait`, `good` or `info`.
            text: the message, translated.
            support: the number for support.
            field: the field that it is about.
        """
        self._display.say_here(Notice(tone, text, support, field))

    @Slot(object)
    def add_news(self, notice: Notice) -> None:
        """Shows something about an earlier customer as soon as that does not disturb, until the cashier has read it."""
        self._display.show(replace(self.screen, news=(*self.screen.news, notice)))

    def say_failure(self, failure: Failure) -> None:
        """Shows a failure from outside the counter, on the page that the user sees."""
        self._display.say_here(self.words.failure(failure))

    def note_page(self, *, is_elsewhere: bool) -> None:
        """Remembers whether a page beside the counter is open. What was said there does not stay."""
        self._display.is_elsewhere = is_elsewhere
        self.dismiss_aside()

    def withdraw_notice(self, notice: Notice) -> None:
        """Removes a message of the counter that is not true any more, unless another one has taken its place."""
        if notice.text and self.screen.notice is notice:
            self._display.show(replace(self.screen, notice=Notice()))

    @property
    def message(self) -> str:
        """The message of the page that the user sees; empty if there is none."""
        return (self.screen.aside if self._display.is_elsewhere else self.screen.notice).text

    def dismiss_aside(self) -> None:
        """Removes the message of a page beside the counter."""
        if self.screen.aside.text:
            self._display.show(replace(self.screen, aside=Notice()))

    def as_of_now(self, notice: Notice) -> Notice:
        """Returns a message with the time that is left until a code can be sent again, if it mentions that."""
        code = self.screen.code
        left = 0 if code is None or not code.sent else math.ceil(code.again_at - uptime())
        if not notice.until_again or left <= 0:
            return notice
        return replace(notice, text=notice.until_again.format(seconds=self.formats.count(left)))

    # The points

    def remaining(self, points: Points) -> Decimal | None:
        """Returns the points that the member would keep; None if the balance is not known."""
        available = self.screen.available
        return None if available is None else available - points.value

    def choose(self, choices: Choices) -> None:
        """Chooses program, group, custom fields or notes. The code is compared with them when it is used."""
        if not self._is_free:
            return
        before = self.screen.choices
        source = (choices.program_id, choices.group) == (before.program_id, before.group)
        screen = replace(self.screen, choices=choices, panel=Panel.NONE, notice=Notice())
        if not source or choices.as_money != before.as_money:
            screen = replace(screen, worth=None)
        with self._display.moving_focus():
            self._display.show(screen if source else replace(screen, outlook=Outlook(), points_for_bill=None))
        if not source:
            self.ahead.ask()

    # From step to step

    def open_panel(self, panel: Panel) -> None:
        """Opens a panel in place of a step's own fields. `Panel.NONE` closes it."""
        if self._is_free and self.screen.member is not None:
            with self._display.moving_focus():
                self._display.show(replace(self.screen, panel=panel, notice=Notice()))

    def dismiss(self) -> None:
        """Removes the message of the page that the user sees, because the user goes on typing."""
        if self._display.is_elsewhere:
            self.dismiss_aside()
        elif self._is_free and self.screen.notice.text:
            self._display.show(replace(self.screen, notice=Notice(), matches=()))

    def note_typing(self, where: str, *, is_typing: bool) -> None:
        """Remembers whether something is typed in a place. What the POS hands over does not replace it."""
        (self._typing.add if is_typing else self._typing.discard)(where)

    def acknowledge(self) -> None:
        """Removes the oldest news, because the cashier has read it."""
        with self._display.moving_focus():
            self._display.show(replace(self.screen, news=self.screen.news[1:]))

    def withdraw(self, news: Notice) -> None:
        """Removes news that is not true any more. The focus stays where it is."""
        self._display.withdraw_news(news)

    def back(self) -> None:
        """Goes one step back and keeps what was typed. A redemption under way cannot be taken back."""
        if self.screen.busy is not Busy.REDEEMING and self.screen.question is None:
            with self._display.moving_focus():
                self._go_back(self.screen)

    def _go_back(self, screen: Screen) -> None:
        if screen.busy is not None:
            self._calls.give_up()
            self.finding.stop_waiting()
            self._display.show(replace(self.screen, busy=None, slow=False, notice=Notice()))
            return
        if screen.panel is not Panel.NONE:
            self._display.show(replace(self.screen, panel=Panel.NONE, notice=Notice()))
            return
        match screen.place:
            case Place.CODE:
                self._display.show(replace(self.screen, place=Place.POINTS, notice=Notice()))
            case Place.POINTS:
                self._display.show(replace(self.screen, place=Place.MEMBER, notice=Notice()))
            case Place.MEMBER | Place.RECEIPT | Place.UNKNOWN:
                if screen.news and not screen.notice.text:
                    self.acknowledge()
                self._display.show(replace(self.screen, notice=Notice(), matches=()))

    def back_to(self, place: Place) -> None:
        """Goes back to a step that is done."""
        if self._is_free and self.screen.place in {Place.POINTS, Place.CODE}:
            with self._display.moving_focus():
                self._display.show(replace(self.screen, place=place, panel=Panel.NONE, notice=Notice()))

    def redeem_again(self) -> None:
        """Goes back to the code, with everything as it was, after a redemption that turned out not to have happened."""
        attempt = self.screen.attempt
        if self.screen.place is Place.UNKNOWN and attempt and attempt.state is State.NOT_APPLIED:
            with self._display.moving_focus():
                self._display.show(replace(self.screen, place=Place.CODE, attempt=None, progress=None, notice=Notice()))

    # From customer to customer

    def new_customer(self) -> None:
        """Clears the window for the next customer. Settling goes on in the background.

        A customer from the POS is given up only if the cashier asks twice, because the POS waits for the outcome. Has
        no effect while a redemption is under way or a question is open.
        """
        screen = self.screen
        asks = Notice(
            "wait", self.tr("This bill came from the POS. Press F4 again to cancel it and go back to the POS.")
        )
        if screen.handed_over and screen.is_at_a_step and screen.notice != asks:
            if screen.question is None and not screen.is_redeeming:
                self._display.show(replace(screen, notice=asks))
            return
        self.leave_customer()

    def leave_customer(self) -> None:
        """Clears the window, also if the POS handed the customer over. The POS is told the outcome."""
        if self.screen.busy is Busy.REDEEMING or self.screen.question is not None:
            return
        if self.screen.handed_over and self.screen.is_at_a_step:
            # First, because another bill may open at once.
            self.handed_back.emit()
        with self._display.moving_focus():
            self._finish_customer(Prefill(), handed_over=False)

    def gives_back(self, reference: str) -> bool:
        """True while points of a redemption are being given back."""
        return self.giving_back.gives_back(reference)

    def withdraw_customer(self) -> None:
        """Clears the window, because the POS no longer needs the customer, and says so.

        The cashier did not ask for this. So the rest of what is being typed is dropped. If the next bill opens at once,
        the message about this one is news, because a look-up removes other messages.
        """
        if self.screen.busy is Busy.REDEEMING or self.screen.question is not None:
            return
        bill = isolated_in_rtl(self.screen.prefill.bill)
        self._finish_customer(Prefill(), handed_over=False)
        if not self.screen.handed_over:
            self.say("info", self.tr("The POS no longer needs this bill."))
        elif bill:
            self.add_news(Notice("info", self.tr("The POS no longer needs bill {bill}.").format(bill=bill)))

    def hand_over(self, prefill: Prefill) -> None:
        """Fills in the customer that the POS hands over, and looks the member up, which moves no points."""
        cashier = self.signing_on.name_of(prefill.cashier)
        self._finish_customer(replace(prefill, cashier=cashier), handed_over=True)
        self.signing_on.compare(cashier)
        self._find_handed_over()

    def show_waiting(self, bills: Sequence[str]) -> None:
        """Shows which bills wait until the customer at hand is done."""
        if tuple(bills) != self.screen.waiting:
            self._display.show(replace(self.screen, waiting=tuple(bills)))

    def open_next_bill(self) -> None:
        """Opens the bill that waits instead of the number that is being typed."""
        if self.screen.can_open_waiting:
            with self._display.moving_focus():
                self.next_bill_requested.emit()

    def _find_handed_over(self) -> None:
        screen = self.screen
        is_untouched = screen.place is Place.MEMBER and screen.member is None and "member" not in self._typing
        if screen.ready and screen.handed_over and screen.prefill.mobile and is_untouched:
            self.finding.find_handed_over(screen.prefill.mobile)

    def _finish_customer(self, prefill: Prefill, *, handed_over: bool) -> None:
        attempt = self.screen.attempt
        self._clear(prefill, handed_over=handed_over)
        self.customer_done.emit(attempt)

    def _clear(self, prefill: Prefill, *, handed_over: bool) -> None:
        # This answer is no longer needed, and the next customer must not wait for it.
        self._calls.give_up()
        self.finding.stop_waiting()
        self.worth.stop()
        self.redeeming.reset()
        choices = self.drafting.first_choices(replace(self.screen, prefill=prefill).cashier)
        self._display.show_next_customer(choices, prefill, handed_over=handed_over)
        self.signing_on.check_list()

    @Slot(object)
    def _on_reversal_known(self, reversal: Reversal) -> None:
        """Reads the redemption of a receipt again: the cashier must not take off the bill what was given back."""
        shown = self.screen.attempt
        if self.screen.place is Place.RECEIPT and shown is not None and shown.reference == reversal.reference:
            self._counter.ask(self._outcomes.show_reversed, self.say_failure, Till.redemption, reversal.reference)

    # Another cashier

    def _serving(self) -> str:
        return self.screen.cashier

    def _cancel_call(self) -> None:
        """Ends the counter's call in flight, unless it is an earlier one that gives points back."""
        if not self.giving_back.is_giving:
            self._cancel()

    def _is_calling(self) -> bool:
        """True while an answer is awaited, so that no cashier is signed off for being idle."""
        return self.screen.busy is not None or self.giving_back.is_busy

    @Slot()
    def _on_other_signed_on(self) -> None:
        """Clears what the cashier before has left. A customer from the POS begins again, because the POS waits."""
        screen = self.screen
        if screen.handed_over and screen.is_at_a_step:
            self._clear(screen.prefill, handed_over=True)
            self._find_handed_over()
        else:
            self._finish_customer(Prefill(), handed_over=False)

    @Slot(str)
    def _on_signs_on(self, cashier: str) -> None:
        """Lets no value that the till remembers of another cashier be sent as this one's."""
        if self.screen.is_at_a_step:
            self._display.prepare(replace(self.screen, choices=self.drafting.taken_over(self.screen.choices, cashier)))

    # Answers

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        if failure is not None:
            self.stop_with(failure)
            return
        self._display.show(
            replace(
                self.screen,
                status=ServiceStatus.TRAINING if self.training else ServiceStatus.STARTING,
                ready=True,
                warning=None,
            )
        )
        self._calls.warm_up()
        self._settling.open()
        # The POS may have handed a customer over before the till could work.
        self._find_handed_over()
