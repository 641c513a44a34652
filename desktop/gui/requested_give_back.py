"""Opens the page that gives points back for the POS, and tells its outcome (`desktop.pos.give_backs.GiveBackDesk`)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.domain.failures import NotReversible, NotSent, Refused, Unreversible

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.gui.controller import Controller
    from desktop.gui.give_back_view import GiveBackView
    from desktop.gui.navigation import Navigation
    from desktop.gui.pages.till_pages import TillPages


class RequestedGiveBack(QObject):
    """The page of one request of the POS at a time.

    Signals:
        known: a reversal of the redemption has an outcome, or a new one (`Attempt`, `Reversal`).
        refused: nothing can be given back: `refused`, `not_sent`, or `cancelled` if the service did not say what can
            be, then the code for support, and why.
        asked_again: the cashier has the service asked once more, so that it is open again what can be given back.
        closed: the cashier has left the page.
        freed: a request may be possible now.
    """

    known = Signal(object, object)
    refused = Signal(str, str, str)
    asked_again = Signal()
    closed = Signal()
    freed = Signal()

    def __init__(
        self, pages: TillPages, navigation: Navigation, controller: Controller, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._navigation = navigation
        self._controller = controller
        self._attempts: dict[str, Attempt] = {}
        self._reference = ""
        self._points: Decimal | None = None
        self._earlier: set[str] = set()
        giving_back = controller.giving_back
        giving_back.changed.connect(self._on_page_changed)
        giving_back.known.connect(self._on_known)
        giving_back.not_offered.connect(self._on_not_offered)
        giving_back.asked_again.connect(self.asked_again)
        navigation.requested_give_back_closed.connect(self.closed)
        # Later, because the window is still being drawn.
        controller.changed.connect(self._on_changed, Qt.ConnectionType.QueuedConnection)
        navigation.give_back_left.connect(self.freed)

    @property
    def is_free(self) -> bool:
        """True if the till is ready and a request interrupts no customer."""
        return (
            self._controller.screen.ready
            and not self._controller.screen.is_locked
            and self._controller.is_idle
            and not self._pages.shows_give_back
            and not self.is_giving
        )

    @property
    def is_giving(self) -> bool:
        """True while points are being given back."""
        return self._controller.giving_back.is_giving

    def open(self, reference: str, points: str, hand_over: str) -> None:
        """Shows the page with the amount filled in, and asks how many points can be given back."""
        self._reference = reference.casefold()
        self._points = Decimal(points) if points else None
        self._earlier = set()
        shown = "" if self._points is None else self._controller.formats.typed(self._points)
        self._navigation.show_requested_give_back(reference, shown, hand_over)

    def withdraw(self) -> None:
        """Leaves the page and says so, unless points are being given back."""
        if self.is_giving:
            return
        self._navigation.withdraw_requested_give_back()
        if not self._pages.shows_give_back:
            self._controller.say("info", self.tr("The POS no longer asks to give points back."))

    @Slot(object)
    def _on_page_changed(self, view: GiveBackView) -> None:
        """Remembers the redemption, because another one may be on the page when the outcome is known."""
        if view.attempt is not None and view.attempt.reference.casefold() == self._reference:
            self._attempts[view.attempt.reference] = view.attempt
            if view.offer is not None:
                if self._points is None:
                    # A request that does not say how many is for all that is left.
                    self._points = view.offer.left
                self._earlier |= {one.id for one in view.offer.reversals}

    @Slot(object)
    def _on_known(self, reversal: Reversal) -> None:
        known = self._attempts.get(reversal.reference)
        if known is not None and not self._is_of_another_request(reversal):
            self.known.emit(known, reversal)

    def _is_of_another_request(self, reversal: Reversal) -> bool:
        """True if it was begun before, for other points. For the same points, the POS may be asking once more."""
        return reversal.id in self._earlier and self._points not in {None, reversal.points.value}

    @Slot(object)
    def _on_not_offered(self, failure: Failure) -> None:
        if isinstance(failure, NotReversible) and failure.reversal is not None:
            self._earlier.add(failure.reversal.id)
            if not self._is_of_another_request(failure.reversal):
                # An earlier reversal is the outcome: it is back, or it is not known yet.
                return
        self.refused.emit(_outcome_of(failure), failure.support, self._controller.words.failure(failure).text)

    @Slot(object)
    def _on_changed(self, _screen: object) -> None:
        self.freed.emit()


def _outcome_of(failure: Failure) -> str:
    """Returns what the POS is told if the cashier leaves a page on which nothing can be given back."""
    if isinstance(failure, NotSent):
        return "not_sent"
    if isinstance(failure, NotReversible):
        is_refused = failure.why is not Unreversible.UNSEEN
    else:
        is_refused = isinstance(failure, Refused)
    # Otherwise no one has refused anything: the service did not say what can be given back, and may say so next time.
    return "refused" if is_refused else "cancelled"
