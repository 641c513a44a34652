"""Gives points back from the history: asks how many can be, has them given back, and shows the outcome."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import NotAllowed, NotReversible, Supervision, Unreversible, UnwrittenReversal
from desktop.domain.messages import FormField
from desktop.domain.points import Points, PointsError, PointsProblem
from desktop.domain.redemption import ends_with_reference
from desktop.domain.reversal import MAX_REASON, ReversalState, worth_of_next
from desktop.domain.settings import GiveBackRule
from desktop.flow.till import Till
from desktop.gui.give_back_view import GiveBackBusy, GiveBackField, GiveBackView
from desktop.gui.receipts import bill_or_member, isolated_in_rtl
from desktop.gui.screen import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import GiveBackOffer, Reversal
    from desktop.domain.settings import Settings
    from desktop.gui.settling_controller import SettlingController
    from desktop.gui.words import Words
    from desktop.gui.worker import WorkerThread

_BARCODE = re.compile(r"\d{8,}|.*[^\W\d_]\d{12,}")
"""The digits of a barcode, alone or right behind a word. The shortest on products has 8 digits, most have 12 to 14."""


class GiveBackController(QObject):
    """Between the page and the counter's worker, which runs it between redemptions. Never blocks.

    Signals:
        begun: a redemption is taken up. The service is asked about it next.
        changed: what the page shows (`GiveBackView`).
        noticed: the page's message has changed (`Notice`).
        known: a reversal has an outcome, or a new one; the history and the totals change (`Reversal`).
        news: an outcome that is not on the page (`Notice`).
        not_recorded: a reversal has an outcome that the journal could not record.
        not_offered: nothing can be given back of the redemption that was opened (`Failure`).
        asked_again: the user has the service asked once more what can be given back.
    """

    begun = Signal()
    changed = Signal(object)
    noticed = Signal(object)
    known = Signal(object)
    news = Signal(object)
    not_recorded = Signal()
    not_offered = Signal(object)
    asked_again = Signal()

    def __init__(
        self,
        settings: Settings,
        words: Words,
        counter: WorkerThread[Till],
        settling: SettlingController,
        *,
        serving: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Starts without a redemption.

        Args:
            settings: in force.
            words: puts failures and amounts into words.
            counter: does the work.
            settling: settles reversals whose outcome is unknown.
            serving: returns who is at the till; empty for the cashier of the settings.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._settings = settings
        self._words = words
        self._counter = counter
        self._settling = settling
        self._serving = serving
        self.view = GiveBackView()
        self._reference = ""
        self._giving: list[str] = []
        settling.reversal_settled.connect(self._on_settled)

    @property
    def is_allowed(self) -> bool:
        """True if the policy lets anyone at this till give points back."""
        return self._settings.give_back is not GiveBackRule.NO_ONE

    @property
    def asks_for_pin(self) -> bool:
        """True if the policy asks for a supervisor's PIN."""
        return self._settings.give_back is GiveBackRule.SUPERVISOR

    @property
    def is_giving(self) -> bool:
        """True while points are being given back, whatever the page shows."""
        return bool(self._giving)

    def gives_back(self, reference: str) -> bool:
        """True while points of a redemption are being given back."""
        return reference in self._giving

    @property
    def is_busy(self) -> bool:
        """True while any answer is awaited."""
        return self.is_giving or self.view.busy is not GiveBackBusy.NO

    def reasons(self) -> tuple[str, ...]:
        """Returns the usual reasons, to choose from."""
        return (self.tr("Item returned"), self.tr("Sale cancelled"), self.tr("Wrong member"))

    def open(self, attempt: Attempt) -> None:
        """Takes up a redemption, and asks how many of its points can be given back."""
        self.begun.emit()
        self._show(GiveBackView(attempt=attempt, busy=GiveBackBusy.LOOKING, visit=self.view.visit + 1))
        self._ask_for_offer(attempt)

    def leave(self) -> None:
        """Notes that the user has left the page. A message about it must not appear at the next customer's field."""
        self._show(replace(self.view, is_left=True))

    def open_reference(self, reference: str, prefill: str, hand_over: str) -> None:
        """Takes up a redemption that the POS names, with the amount that it asks for."""
        self.begun.emit()
        visit = self.view.visit + 1
        self._reference = reference
        self._show(
            GiveBackView(busy=GiveBackBusy.LOOKING, for_pos=True, prefill=prefill, hand_over=hand_over, visit=visit)
        )
        self._ask_for_redemption()

    def try_again(self) -> None:
        """Asks once more how many points can be given back, after the service did not say so."""
        view = self.view
        if not view.can_try_again or view.busy is not GiveBackBusy.NO or not view.is_open:
            return
        self.begun.emit()
        self.asked_again.emit()
        self._show(replace(view, busy=GiveBackBusy.LOOKING, notice=Notice(), can_try_again=False))
        if view.attempt is None:
            self._ask_for_redemption()
        else:
            self._ask_for_offer(view.attempt)

    def _ask_for_redemption(self) -> None:
        asked = _Asked(self, self.view.visit)
        self._counter.ask(asked.on_redemption, asked.on_no_offer, Till.redemption, self._reference)

    def take_redemption(self, visit: int, attempt: Attempt) -> None:
        """Shows the redemption that the POS named, unless another one was opened meanwhile."""
        if visit == self.view.visit:
            self._show(replace(self.view, attempt=attempt))
            self._ask_for_offer(attempt)

    def _ask_for_offer(self, attempt: Attempt) -> None:
        asked = _Asked(self, self.view.visit)
        self._counter.ask(asked.on_offer, asked.on_no_offer, Till.offer_to_give_back, attempt.reference)

    def read_points(self, text: str) -> Points:
        """Reads an amount with the locale's decimal mark.

        Raises:
            PointsError: the text is not an amount.
        """
        return Points.parse(text, self._words.formats.decimal_mark)

    def too_many(self, points: Points) -> str:
        """Returns how many points can be given back, in words, if these are more; otherwise an empty text."""
        offer = self.view.offer
        if offer is None or points.value <= offer.left:
            return ""
        text = self.tr("Only {points} points can be given back.", "", self._words.formats.plural(offer.left))
        return text.format(points=self._words.formats.number(offer.left))

    def worth(self, points: Points) -> Decimal | None:
        """Returns what some points had taken off the bill; None if it is not known."""
        return None if self.view.attempt is None else worth_of_next(self.view.attempt, points.value)

    def give_back(self, points_text: str, reason: str, pin: str) -> None:
        """Has points given back, if everything that is needed was typed. Has no effect while a call is under way."""
        view = self.view
        if view.busy is not GiveBackBusy.NO or view.attempt is None or view.offer is None or view.reversal is not None:
            return
        if view.asked is not None:
            return
        points = self._points_within(points_text, view.offer)
        if points is None:
            return
        # What is scanned here ends with Enter, too: a receipt, a product or the member's card.
        if not reason.strip() or ends_with_reference(reason.strip()) or _BARCODE.fullmatch(reason.strip()):
            self._refuse(self.tr("Enter why the points are given back."), GiveBackField.REASON)
            return
        if self.asks_for_pin and not pin.strip():
            if view.field is GiveBackField.PIN and view.notice.text:
                # What is wrong with the PIN says more, such as how long the till waits after too many tries.
                return
            self._refuse(self.tr("Enter the supervisor’s PIN."), GiveBackField.PIN)
            return
        self._show(replace(view, busy=GiveBackBusy.GIVING, notice=Notice(), field=GiveBackField.NONE))
        asked = _AskedToGiveBack(self, view.visit, view.attempt)
        self._giving.append(view.attempt.reference)
        self._counter.ask(
            asked.on_reversal,
            asked.on_no_reversal,
            Till.give_back,
            view.attempt.reference,
            points,
            reason.strip()[:MAX_REASON],
            pin.strip(),
            cashier=self._serving(),
            hand_over=view.hand_over,
        )

    def accepts(self, points_text: str) -> bool:
        """Says what is wrong with the points, before a supervisor types a PIN. Returns False if something is.

        If a POS asks for as many points as were given back before, it asks the user first, and returns False.
        """
        offer = self.view.offer
        return offer is None or self._points_within(points_text, offer) is not None

    def _points_within(self, points_text: str, offer: GiveBackOffer) -> Points | None:
        """Returns the points; None if they cannot be given back, after saying why, or if the user is asked first."""
        try:
            points = self.read_points(points_text)
        except PointsError as error:
            self._refuse(self._points_problem(error.problem), GiveBackField.POINTS)
            return None
        too_many = self.too_many(points)
        if too_many:
            self._refuse(too_many, GiveBackField.POINTS)
            return None
        if self.view.for_pos and self.view.agreed != points.value:
            # A POS that lost the answer asks a second time for what is back already. A cashier who opens the page by
            # hand means it.
            before = self._given_before(points.value, offer)
            if before:
                notice = Notice("wait", before)
                self._show(replace(self.view, asked=points.value, notice=notice, field=GiveBackField.NONE))
                return None
        return points

    def _given_before(self, points: Decimal, offer: GiveBackOffer) -> str:
        """Returns the question about as many points that were given back before; empty if there were none."""
        formats = self._words.formats
        count = formats.plural(points)
        ours = [one for one in offer.reversals if one.state is ReversalState.REVERSED and one.reversed_points == points]
        if not ours and all(row.points != points for row in offer.seen.rows):
            return ""
        if not ours:
            text = self.tr(
                "{points} points of this redemption were already given back, but not at this till. Go on only if the "
                "customer returns something else now.",
                "",
                count,
            )
            return text.format(points=formats.number(points))
        newest = ours[-1]
        if newest.cashier:
            text = self.tr(
                "{points} points of this redemption were already given back at {at} by {cashier}. Go on only if the "
                "customer returns something else now.",
                "",
                count,
            )
        else:
            text = self.tr(
                "{points} points of this redemption were already given back at {at}. Go on only if the customer "
                "returns something else now.",
                "",
                count,
            )
        cashier = isolated_in_rtl(newest.cashier)
        return text.format(points=formats.number(points), at=formats.recently(newest.at), cashier=cashier)

    def leave_question(self) -> None:
        """Gives nothing back once more. The user may change the points."""
        self._show(replace(self.view, asked=None, notice=Notice()))

    def agree(self) -> None:
        """Notes that these points may be given back once more."""
        self._show(replace(self.view, asked=None, agreed=self.view.asked, notice=Notice()))

    def dismiss(self) -> None:
        """Removes the message, because the cashier goes on typing."""
        if self.view.notice.text and self.view.reversal is None and self.view.offer is not None:
            self._show(replace(self.view, notice=Notice(), field=GiveBackField.NONE))

    def note_keystroke_refused(self, problem: PointsProblem) -> None:
        """Says why a digit was not taken."""
        self._show(replace(self.view, notice=Notice("wait", self._words.points_problem(problem))))

    # Answers

    def take_offer(self, visit: int, offer: GiveBackOffer) -> None:
        """Shows how many points can be given back, unless another redemption was opened meanwhile."""
        view = self.view
        if visit == view.visit:
            whole = self._words.formats.typed(offer.left) if view.for_pos else ""
            prefill = view.prefill or whole
            self._show(replace(view, attempt=offer.attempt, offer=offer, busy=GiveBackBusy.NO, prefill=prefill))

    def take_no_offer(self, visit: int, failure: Failure) -> None:
        """Shows why nothing can be given back."""
        if visit != self.view.visit:
            return
        notice = Notice() if self.view.is_left else self._words.failure(failure)
        # Any other reason lasts.
        is_unseen = not isinstance(failure, NotReversible) or failure.why is Unreversible.UNSEEN
        self._show(replace(self.view, busy=GiveBackBusy.NO, notice=notice, can_try_again=is_unseen))
        self.not_offered.emit(failure)
        self._tell_of_earlier(failure)

    def take_reversal(self, visit: int, reversal: Reversal, redemption: Attempt) -> None:
        """Shows an outcome, and has it settled if it is unknown. It counts even if the page was left."""
        self._giving.remove(redemption.reference)
        self._take_reversal(visit, reversal, redemption)

    def _take_reversal(self, visit: int, reversal: Reversal, redemption: Attempt | None) -> None:
        if reversal.is_open or reversal.is_unproved:
            self._settling.watch_reversal(reversal)
        notice = self._words.reversal(reversal)
        if visit == self.view.visit:
            is_final = reversal.is_open or reversal.state is ReversalState.REVERSED
            shown = reversal if is_final else None
            said = Notice() if self.view.is_left else notice
            self._show(replace(self.view, busy=GiveBackBusy.NO, reversal=shown, notice=said))
        if not self._is_on_page(visit):
            self._tell(notice, redemption)
        self.known.emit(reversal)

    def take_no_reversal(self, visit: int, failure: Failure, redemption: Attempt) -> None:
        """Shows why nothing was begun, or an outcome that could not be recorded."""
        self._giving.remove(redemption.reference)
        if isinstance(failure, UnwrittenReversal):
            self._take_reversal(visit, failure.reversal, redemption)
            self._tell(self._words.failure(failure), redemption)
            self.not_recorded.emit()
            return
        field = GiveBackField.PIN if isinstance(failure, NotAllowed) else GiveBackField.NONE
        notice = self._words.failure(failure)
        if isinstance(failure, NotAllowed):
            notice = Notice("bad", self._pin_words(failure), failure.support)
        if not self._is_on_page(visit):
            # A cashier who left the page believes that it was done.
            if visit == self.view.visit:
                self._show(replace(self.view, busy=GiveBackBusy.NO))
            self._tell(notice, redemption)
            self._tell_of_earlier(failure)
            return
        if notice.field is FormField.POINTS:
            field = GiveBackField.POINTS
        offer = self.view.offer
        if isinstance(failure, NotReversible) and failure.left is not None and offer is not None:
            offer = replace(offer, left=failure.left)
        agreed = self.view.agreed
        if isinstance(failure, NotReversible) and failure.reversal is not None and offer is not None:
            # What the user agreed to did not take this one into account.
            others = tuple(one for one in offer.reversals if one.id != failure.reversal.id)
            agreed, offer = None, replace(offer, reversals=(*others, failure.reversal))
        self._show(replace(self.view, busy=GiveBackBusy.NO, notice=notice, field=field, offer=offer, agreed=agreed))
        self._tell_of_earlier(failure)

    def _is_on_page(self, visit: int) -> bool:
        """True if the user still sees the redemption that an answer is about."""
        return visit == self.view.visit and self.view.is_open

    def _tell_of_earlier(self, failure: Failure) -> None:
        if isinstance(failure, NotReversible) and failure.reversal is not None:
            if failure.reversal.is_open:
                # It may be known only now, for example after a start.
                self._settling.watch_reversal(failure.reversal)
            self.known.emit(failure.reversal)

    @Slot(object, object)
    def _on_settled(self, reversal: Reversal, redemption: Attempt | None) -> None:
        view = self.view
        notice = self._words.reversal(reversal)
        is_shown = view.reversal is not None and view.reversal.id == reversal.id and not view.is_left
        if is_shown or self._is_what_the_pos_asks_for(view, reversal):
            self._show(replace(view, reversal=reversal, notice=notice, asked=None))
        else:
            if view.attempt is not None and view.attempt.reference == reversal.reference and view.offer is None:
                # The page says that this reversal is not known yet, which is over.
                self._leave_earlier(view, view.attempt, reversal)
            self._tell(notice, redemption)
        self.known.emit(reversal)

    def _is_what_the_pos_asks_for(self, view: GiveBackView, reversal: Reversal) -> bool:
        """True if the points that the page still offers are back after all, by a try here or by an earlier request.

        The POS is told of that one only, so the page must not offer them a second time.
        """
        attempt, offer = view.attempt, view.offer
        is_waiting = view.for_pos and not view.is_left and view.reversal is None and view.busy is GiveBackBusy.NO
        if not is_waiting or attempt is None or offer is None or reversal.state is not ReversalState.REVERSED:
            return False
        if attempt.reference != reversal.reference:
            return False
        if all(one.id != reversal.id for one in offer.reversals):
            return True
        return view.prefill == self._words.formats.typed(reversal.points.value)

    def _tell(self, notice: Notice, redemption: Attempt | None) -> None:
        """Emits a message as news, which names the bill or the member: the cashier may be serving somebody else."""
        if redemption is not None:
            words = self.tr("{who}: {news}", "the outcome for a bill or a mobile number")
            text = words.format(who=bill_or_member(redemption), news=notice.text)
            notice = replace(notice, text=text, title="", until_again="")
        self.news.emit(notice)

    def _leave_earlier(self, view: GiveBackView, attempt: Attempt, earlier: Reversal) -> None:
        """Removes the message about an earlier reversal. If that did not happen, the points can be given back now.

        If it did, the cashier opens the page again for more: the same points must not lie ready a second time.
        """
        is_possible = not earlier.is_open and earlier.state is not ReversalState.REVERSED
        if is_possible and view.busy is GiveBackBusy.NO and not view.is_left:
            self._show(replace(view, notice=Notice(), busy=GiveBackBusy.LOOKING))
            self._ask_for_offer(attempt)
        else:
            self._show(replace(view, notice=Notice()))

    def _points_problem(self, problem: PointsProblem) -> str:
        if problem is PointsProblem.EMPTY:
            return self.tr("Enter how many points are given back.")
        return self._words.points_problem(problem)

    def _pin_words(self, refusal: NotAllowed) -> str:
        match refusal.why:
            case Supervision.WRONG_PIN:
                return self.tr("That PIN is wrong. No points were given back.")
            case Supervision.PAUSED:
                return self.tr("Too many wrong PINs. No points were given back. Try again in 15 minutes.")
            case Supervision.OFF | Supervision.NO_PIN | Supervision.UNCOUNTED:
                return self.tr("A supervisor’s PIN cannot be checked here. No points were given back. Tell support.")

    def _refuse(self, text: str, field: GiveBackField) -> None:
        self._show(replace(self.view, notice=Notice("bad", text), field=field))

    def _show(self, view: GiveBackView) -> None:
        before, self.view = self.view, view
        self.changed.emit(view)
        if view.notice != before.notice:
            self.noticed.emit(view.notice)


class _Asked(QObject):
    """A question under way, which knows for which visit of the page it was made."""

    def __init__(self, controller: GiveBackController, visit: int) -> None:
        super().__init__(controller)
        self._controller = controller
        self._visit = visit

    @Slot(object)
    def on_redemption(self, attempt: Attempt) -> None:
        """Delivers a redemption."""
        self.deleteLater()
        self._controller.take_redemption(self._visit, attempt)

    @Slot(object)
    def on_offer(self, offer: GiveBackOffer) -> None:
        """Delivers an offer."""
        self.deleteLater()
        self._controller.take_offer(self._visit, offer)

    @Slot(object)
    def on_no_offer(self, failure: Failure) -> None:
        """Delivers why there is none."""
        self.deleteLater()
        self._controller.take_no_offer(self._visit, failure)


class _AskedToGiveBack(QObject):
    """Points that are being given back, which know for which redemption."""

    def __init__(self, controller: GiveBackController, visit: int, redemption: Attempt) -> None:
        super().__init__(controller)
        self._controller = controller
        self._visit = visit
        self._redemption = redemption

    @Slot(object)
    def on_reversal(self, reversal: Reversal) -> None:
        """Delivers an outcome."""
        self.deleteLater()
        self._controller.take_reversal(self._visit, reversal, self._redemption)

    @Slot(object)
    def on_no_reversal(self, failure: Failure) -> None:
        """Delivers why there is none."""
        self.deleteLater()
        self._controller.take_no_reversal(self._visit, failure, self._redemption)
