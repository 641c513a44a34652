"""The counter, as the pages see it: from step to step, and from customer to customer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import JournalTrouble, JournalUnusable, SettingsUnusable
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import State
from desktop.gui.calls import CounterCalls
from desktop.gui.display import Display, Lead
from desktop.gui.drafting import Drafting
from desktop.gui.finding import Finding
from desktop.gui.outcomes import Outcomes
from desktop.gui.redeeming import Redeeming
from desktop.gui.screen import Busy, Link, Notice, Panel, Place, Remedy, Screen
from desktop.gui.settling_by_hand import SettlingByHand
from desktop.gui.worth import Worth

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from desktop.domain.choices import Choices
    from desktop.domain.failures import Failure
    from desktop.domain.points import Points
    from desktop.domain.settings import Settings
    from desktop.flow.till import Till
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.settlement import Settlement
    from desktop.gui.words import Words
    from desktop.gui.worker import WorkerThread


class Controller(QObject):
    """The counter, between the pages and the workers. Lives on the GUI thread and never waits.

    `finding`, `redeeming`, `worth` and `by_hand` do what the cashier asks, each through `CounterCalls` or a worker.
    Each answer comes straight back to the method that asked, and is shown on the one `Display`.

    Attributes:
        drafting: reads what is typed.
        finding: finds members.
        redeeming: has codes sent and points redeemed.
        worth: asks what points are worth while they are typed.
        by_hand: has unknown attempts settled by a supervisor.

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
        counter: WorkerThread[Till],
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
        self._typing: set[str] = set()
        self.drafting = Drafting(settings, words, self)
        self._counter = counter
        self._settlement = settlement
        self._display = Display(words, self.drafting.first_choices(), training=training, parent=self)
        self._calls = CounterCalls(counter, self._display, cancel, self)
        outcomes = Outcomes(self._display, self.drafting, settlement, self)
        self.finding = Finding(self._display, self._calls, self.drafting, settings, self)
        self.worth = Worth(self._display, self.drafting, settlement, self)
        self.redeeming = Redeeming(self._display, self._calls, self.drafting, outcomes, settings, parent=self)
        self.by_hand = SettlingByHand(self._display, counter, outcomes, settings, self)
        self._display.changed.connect(self.changed)
        outcomes.attempt_known.connect(self.attempt_known)
        counter.opened.connect(self._on_opened)

    @property
    def screen(self) -> Screen:
        """What is shown."""
        return self._display.screen

    @property
    def words(self) -> Words:
        """How things are said."""
        return self._display.words

    @property
    def formats(self) -> LocaleFormats:
        """How amounts are written."""
        return self._display.words.formats

    @property
    def lead(self) -> Lead:
        """Why what is shown changes at the moment; decides whether drawing may move the focus."""
        return self._display.lead

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

    # The till

    def start(self) -> None:
        """Opens the desks, off the painting thread."""
        self._display.show(
            replace(self._display.screen, link=Link.STARTING, warning=None, remedy=Remedy.NONE, notice=Notice())
        )
        self._counter.open()

    def stop_with(self, failure: Failure) -> None:
        """Says why the till cannot work at all, and offers what can be done about it here."""
        remedy = Remedy.TRY_AGAIN
        if isinstance(failure, SettingsUnusable):
            remedy = Remedy.NONE
        elif isinstance(failure, JournalUnusable) and failure.why is JournalTrouble.DAMAGED:
            remedy = Remedy.NEW_JOURNAL
        self._display.show(
            replace(
                self._display.screen, link=Link.STOPPED, ready=False, warning=self.words.failure(failure), remedy=remedy
            )
        )

    def try_again(self) -> None:
        """Opens the desks once more: the keyring is unlocked, the disk has room."""
        if not self.screen.ready:
            self.start()

    def warm_up(self) -> None:
        """A number is being typed: the connection had better be open when Enter is pressed."""
        if self.screen.ready and self.screen.busy is None:
            self._calls.warm_up()

    def warn_always(self, text: str) -> None:
        """Shows a warning that stays for the whole session, beside whatever else is said. Nothing takes it away."""
        if text not in self.screen.standing:
            self._display.show(replace(self._display.screen, standing=(*self.screen.standing, text)))

    def say(self, tone: str, text: str, support: str = "") -> None:
        """Says something that happened outside the counter: a receipt saved, a printer that failed."""
        self._display.say(tone, text, support)

    def say_failure(self, failure: Failure) -> None:
        """Says a failure that happened outside the counter."""
        self._display.say_failure(failure)

    # The points

    def remaining(self, points: Points) -> Decimal | None:
        """What would stay with the member; None where the balance is not known."""
        available = self.screen.available
        return None if available is None else available - points.value

    def choose(self, choices: Choices) -> None:
        """Chooses program, group, custom fields or notes. What that changes of code and worth shows as it is sent."""
        if self._is_free:
            with self._display.moving_focus():
                self._display.show(replace(self._display.screen, choices=choices, panel=Panel.NONE, notice=Notice()))

    # From step to step

    def open_panel(self, panel: Panel) -> None:
        """Opens what stands in place of a step's own fields; `Panel.NONE` closes it."""
        if self._is_free and self.screen.member is not None:
            with self._display.moving_focus():
                self._display.show(replace(self._display.screen, panel=panel, notice=Notice()))

    def dismiss(self) -> None:
        """Takes the message away, because the cashier goes on typing."""
        if self._is_free and self.screen.notice.text:
            self._display.show(replace(self._display.screen, notice=Notice(), matches=()))

    def note_typing(self, where: str, *, is_typing: bool) -> None:
        """Something is being typed, or was erased. What the POS hands over meanwhile does not replace it."""
        (self._typing.add if is_typing else self._typing.discard)(where)

    def acknowledge(self) -> None:
        """The cashier has seen what has come to be known of an earlier redemption."""
        with self._display.moving_focus():
            self._display.show(replace(self._display.screen, news=self.screen.news[1:]))

    def back(self) -> None:
        """One step back; what was typed stays. A redemption under way cannot be taken back."""
        if self.screen.busy is not Busy.REDEEMING and self.screen.question is None:
            with self._display.moving_focus():
                self._go_back(self.screen)

    def _go_back(self, screen: Screen) -> None:
        if screen.busy is not None:
            self._calls.give_up()
            self.finding.stop_waiting()
            self._display.show(replace(self._display.screen, busy=None, slow=False, notice=Notice()))
            return
        if screen.panel is not Panel.NONE:
            self._display.show(replace(self._display.screen, panel=Panel.NONE, notice=Notice()))
            return
        match screen.place:
            case Place.CODE:
                self._display.show(replace(self._display.screen, place=Place.POINTS, notice=Notice()))
            case Place.POINTS:
                self._display.show(replace(self._display.screen, place=Place.MEMBER, notice=Notice()))
            case Place.MEMBER | Place.RECEIPT | Place.UNKNOWN:
                if screen.news and not screen.notice.text:
                    self.acknowledge()
                self._display.show(replace(self._display.screen, notice=Notice(), matches=()))

    def back_to(self, place: Place) -> None:
        """Back to a step that is done."""
        if self._is_free and self.screen.place in {Place.POINTS, Place.CODE}:
            with self._display.moving_focus():
                self._display.show(replace(self._display.screen, place=place, panel=Panel.NONE, notice=Notice()))

    def redeem_again(self) -> None:
        """After a redemption that turned out not to have happened: back to the code, with everything as it was."""
        attempt = self.screen.attempt
        if self.screen.place is Place.UNKNOWN and attempt and attempt.state is State.NOT_APPLIED:
            with self._display.moving_focus():
                self._display.show(
                    replace(self._display.screen, place=Place.CODE, attempt=None, progress=None, notice=Notice())
                )

    # From customer to customer

    def new_customer(self) -> None:
        """Empties everything for the next customer. A redemption under way goes on and is settled by itself."""
        if self.screen.busy is Busy.REDEEMING or self.screen.question is not None:
            return
        with self._display.moving_focus():
            self._finish_customer(Prefill(), handed_over=False)

    def hand_over(self, prefill: Prefill) -> None:
        """The POS hands a customer over: the fields are filled in, nothing is sent."""
        self._finish_customer(prefill, handed_over=True)

    def _finish_customer(self, prefill: Prefill, *, handed_over: bool) -> None:
        attempt = self.screen.attempt
        # The next customer does not wait for what nobody wants to know any more.
        self._calls.give_up()
        self.finding.stop_waiting()
        self.worth.stop()
        self.redeeming.begin_anew()
        self._display.show_next_customer(self.drafting.first_choices(), prefill, handed_over=handed_over)
        self.customer_done.emit(attempt)

    # What comes back

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        if failure is not None:
            self.stop_with(failure)
            return
        self._display.show(
            replace(
                self._display.screen, link=Link.TRAINING if self.training else Link.STARTING, ready=True, warning=None
            )
        )
        self._calls.warm_up()
        self._settlement.open()
