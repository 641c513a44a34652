"""Holds the till's pages, and shows one at a time in a frame that scrolls if there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.focus import follow_focus
from desktop.gui.pages.counter_page import CounterPage
from desktop.gui.scale import follow_scale, rescale, scale_of
from desktop.gui.screen import Place, Screen
from desktop.gui.touch import Finger
from desktop.gui.widgets.fields import PinField
from desktop.gui.widgets.page_stack import PageStack, ScrollingPages

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from desktop.gui.controller import Controller
    from desktop.gui.day_controller import DayController
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.pages.day_page import DayPage
    from desktop.gui.pages.give_back_page import GiveBackPage
    from desktop.gui.pages.history_page import HistoryPage
    from desktop.gui.pages.receipt_page import ReceiptPage
    from desktop.gui.pages.settings_page import SettingsPage
    from desktop.gui.pages.sign_on_page import SignOnPage
    from desktop.gui.pages.unknown_page import UnknownPage
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style

    CustomerPage: TypeAlias = CounterPage | ReceiptPage | UnknownPage | SignOnPage
    Page: TypeAlias = CustomerPage | HistoryPage | GiveBackPage | DayPage | SettingsPage

_NARROW = 1024
_MARGINS, _NARROW_MARGINS, _SMALL_MARGINS = (24, 16, 24, 16), (12, 12, 12, 12), (8, 3, 8, 2)
"""Left, top, right and bottom of the pages in pixels at scale 1: at the counter, in a narrow window, in a small one."""


class TillPages(ScrollingPages):
    """The pages of the till. Each page except the counter is made when it is first needed.

    Signals:
        closed: the user leaves the history or the settings for the counter.
        give_back_requested: give points of a redemption back (`Attempt`).
        give_back_closed: the user returns from giving points back to the history, or to the POS.
        way_back_needs_focus: the POS asked to give points back, and the only thing to do is to go back to it.
        day_requested: show the end of the day.
        day_closed: the user returns from the end of the day to the history.
        print_day_requested: print the report of a day (`DayReport`).
        save_day_requested: save the report of a day (`DayReport`).
        print_requested: print the receipt (`Attempt`).
        save_requested: save the receipt (`Attempt`).
        reversal_print_requested: print the receipt of points given back (`Attempt`, `Reversal`).
        reversal_save_requested: save it (`Attempt`, `Reversal`).
    """

    closed = Signal()
    give_back_requested = Signal(object)
    give_back_closed = Signal()
    way_back_needs_focus = Signal()
    day_requested = Signal()
    day_closed = Signal()
    print_day_requested = Signal(object)
    save_day_requested = Signal(object)
    print_requested = Signal(object)
    save_requested = Signal(object)
    reversal_print_requested = Signal(object, object)
    reversal_save_requested = Signal(object, object)

    def __init__(
        self,
        controller: Controller,
        office: OfficeController,
        printing: PrintingController,
        style: Style,
        design: ReceiptDesign,
        *,
        day: DayController,
        make_settings: Callable[[], SettingsPage],
    ) -> None:
        """Shows the counter.

        Args:
            controller: of the counter.
            office: of the history.
            printing: of receipts.
            style: the colours and sizes.
            design: draws receipts.
            day: of the end of the day.
            make_settings: makes the settings page.
        """
        super().__init__()
        follow_scale(self)
        self._controller = controller
        self._office = office
        self._printing = printing
        self._style = style
        self._design = design
        self._day_controller = day
        self._make_settings = make_settings
        self._is_compact = False
        self._sign_on: SignOnPage | None = None
        self._receipt: ReceiptPage | None = None
        self._unknown: UnknownPage | None = None
        self._history: HistoryPage | None = None
        self._give_back: GiveBackPage | None = None
        self._day: DayPage | None = None
        self._settings: SettingsPage | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = PageStack()
        self.setWidget(self._stack)
        self.counter = CounterPage(controller, style)
        self._stack.addWidget(self.counter)
        self.resized.connect(self._on_resized)
        self._finger = Finger(self)
        self._finger.lifted.connect(self._scroll_to_focus)
        follow_focus(self._on_focus_changed)

    # The pages

    @property
    def sign_on_page(self) -> SignOnPage:
        """The page that is shown while no one has signed on."""
        if self._sign_on is None:
            from desktop.gui.pages.sign_on_page import SignOnPage

            self._sign_on = SignOnPage(self._controller, self._style, self.counter.side)
            self._add(self._sign_on)
        return self._sign_on

    @property
    def receipt_page(self) -> ReceiptPage:
        """The page after a redemption."""
        if self._receipt is None:
            from desktop.gui.pages.receipt_page import ReceiptPage

            self._receipt = ReceiptPage(self._controller, self._printing, self._style, self._design)
            self._receipt.print_requested.connect(self.print_requested)
            self._receipt.save_requested.connect(self.save_requested)
            self._add(self._receipt)
        return self._receipt

    @Slot()
    def prepare_receipt(self) -> None:
        """Makes the page after a redemption in advance. Has no effect if it was made."""
        _ = self.receipt_page

    @property
    def unknown_page(self) -> UnknownPage:
        """The page for an unknown outcome."""
        if self._unknown is None:
            from desktop.gui.pages.unknown_page import UnknownPage

            self._unknown = UnknownPage(self._controller, self._style)
            self._add(self._unknown)
        return self._unknown

    @Slot()
    def prepare_unknown(self) -> None:
        """Makes the page for an unknown outcome in advance. Has no effect if it was made."""
        _ = self.unknown_page

    @property
    def history_page(self) -> HistoryPage:
        """The history."""
        if self._history is None:
            from desktop.gui.pages.history_page import HistoryPage

            self._history = HistoryPage(self._controller, self._office, self._printing, self._style, self._design)
            self._history.closed.connect(self.closed)
            self._history.print_requested.connect(self.print_requested)
            self._history.save_requested.connect(self.save_requested)
            self._history.reversal_print_requested.connect(self.reversal_print_requested)
            self._history.reversal_save_requested.connect(self.reversal_save_requested)
            self._history.give_back_requested.connect(self.give_back_requested)
            self._history.day_requested.connect(self.day_requested)
            self._add(self._history)
        return self._history

    @property
    def give_back_page(self) -> GiveBackPage:
        """The page that gives points back."""
        if self._give_back is None:
            from desktop.gui.pages.give_back_page import GiveBackPage

            side = self.counter.side
            self._give_back = GiveBackPage(
                self._controller.giving_back,
                self._controller.formats,
                self._style,
                self._design,
                side.make_pad() if side.wants_pad() else None,
            )
            self._give_back.closed.connect(self.give_back_closed)
            self._give_back.way_back_needs_focus.connect(self.way_back_needs_focus)
            self._give_back.print_requested.connect(self.reversal_print_requested)
            self._give_back.save_requested.connect(self.reversal_save_requested)
            self._add(self._give_back)
        return self._give_back

    @property
    def day_page(self) -> DayPage:
        """The page at the end of the day."""
        if self._day is None:
            from desktop.gui.pages.day_page import DayPage

            self._day = DayPage(self._controller, self._day_controller, self._office, self._style)
            self._day.closed.connect(self.day_closed)
            self._day.print_requested.connect(self.print_day_requested)
            self._day.save_requested.connect(self.save_day_requested)
            self._add(self._day)
        return self._day

    @property
    def settings_page(self) -> SettingsPage:
        """The settings."""
        if self._settings is None:
            self._settings = self._make_settings()
            self._settings.closed.connect(self.closed)
            self._add(self._settings)
        return self._settings

    def page_for(self, screen: Screen) -> CustomerPage:
        """Returns the page that shows the customer at hand, or asks a cashier to sign on first."""
        if screen.is_locked:
            return self.sign_on_page
        match screen.place:
            case Place.RECEIPT:
                return self.receipt_page
            case Place.UNKNOWN:
                return self.unknown_page
            case Place.MEMBER | Place.POINTS | Place.CODE:
                return self.counter

    def _add(self, page: Page) -> None:
        self._stack.addWidget(page)
        self._fit(page)

    def _fit(self, page: Page) -> None:
        page.set_compact(compact=self._is_compact)
        # Made after the window got its size.
        rescale(page, scale_of(self))
        self.set_scale(scale_of(self))

    # The page that is shown

    @property
    def shown(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    @property
    def shown_history(self) -> HistoryPage | None:
        """The history, if it is shown."""
        return self._history if self._history is self.shown else None

    @property
    def shows_give_back(self) -> bool:
        """True if the page that gives points back is shown."""
        return self._give_back is not None and self._give_back is self.shown

    def has_pad_for(self, edit: QWidget) -> bool:
        """True if the page of a field has a pad of its own."""
        if self._give_back is not None and self._give_back.isAncestorOf(edit):
            return self._give_back.has_pad
        return self.counter.isAncestorOf(edit) or self.shows_sign_on

    @property
    def with_message(self) -> SignOnPage | GiveBackPage | None:
        """The page that is shown instead of the customer at hand, if it has a place of its own for messages."""
        pages = (self._sign_on, self._give_back)
        return next((page for page in pages if page is not None and page is self.shown), None)

    @property
    def shown_day(self) -> DayPage | None:
        """The page at the end of the day, if it is shown."""
        return self._day if self._day is self.shown else None

    @property
    def shows_sign_on(self) -> bool:
        """True if a cashier is asked to sign on."""
        return self._sign_on is not None and self._sign_on is self.shown

    @property
    def shows_settings(self) -> bool:
        """True if the settings are shown."""
        return self._settings is not None and self._settings is self.shown

    @property
    def elsewhere(self) -> Page | None:
        """The page that is shown instead of the customer at hand: history, settings, sign-on. None if none is."""
        pages = (self._history, self._give_back, self._day, self._settings, self._sign_on)
        return next((page for page in pages if page is not None and page is self.shown), None)

    @property
    def is_elsewhere(self) -> bool:
        """True if another page is shown instead of the customer at hand."""
        return self.elsewhere is not None

    @property
    def other_page(self) -> HistoryPage | GiveBackPage | DayPage | None:
        """The page that is shown instead of the customer at hand and can be shown again; None if there is none."""
        pages = (self._history, self._give_back, self._day)
        return next((page for page in pages if page is not None and page is self.shown), None)

    def show_page(self, page: Page) -> None:
        """Shows a page. The caller then moves the focus to it."""
        focused, shown = QApplication.focusWidget(), self.shown
        if page is not shown and focused is not None and shown is not None and shown.isAncestorOf(focused):
            # Otherwise Qt would pass the focus on through the whole window when it hides the page.
            focused.clearFocus()
        if page is not shown:
            self.decide_again()
        self._stack.setCurrentWidget(page)

    def empty_pins(self) -> None:
        """Empties what must not wait for the next person at the till: a PIN on any page."""
        for page in (self.counter, self._sign_on, self._unknown, self._history, self._give_back):
            for pin in () if page is None else page.findChildren(PinField):
                pin.set_text("")

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self._is_compact = compact
        self.set_scale(scale_of(self))
        for page in (
            self.counter,
            self._sign_on,
            self._receipt,
            self._unknown,
            self._history,
            self._give_back,
            self._day,
            self._settings,
        ):
            if page is not None:
                page.set_compact(compact=compact)

    def set_scale(self, scale: float) -> None:
        """Scales the margins around the pages."""
        margins = _NARROW_MARGINS if self.width() < _NARROW * scale else _MARGINS
        margins = _SMALL_MARGINS if self._is_compact else margins
        left, top, right, bottom = (round(margin * scale) for margin in margins)
        self._stack.setContentsMargins(left, top, right, bottom)
        height = self.viewport().height() - top - bottom
        self.counter.set_height(height)
        # A page that fits only without the bar would have one and no longer fit, then none and fit, without an end.
        bar = self.verticalScrollBar().sizeHint().width()
        for page in (self._receipt, self._unknown, self._day):
            if page is not None:
                page.set_room(self.maximumViewportSize().width() - bar - left - right, height)

    # What is in sight

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keeps the widget that has the focus in sight, however much is above it on a small screen."""
        if now is not None and self._stack.isAncestorOf(now):
            # Later, because what was opened together with it has not been laid out yet.
            QTimer.singleShot(0, self, self._scroll_to_focus)

    @Slot()
    def _on_resized(self) -> None:
        """Keeps the focus and the default button in sight when a message of several lines takes room from the page."""
        self.set_scale(scale_of(self))
        QTimer.singleShot(0, self, self._scroll_to_focus)

    @Slot()
    def _scroll_to_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self._stack.isAncestorOf(now):
            return
        if self._finger.holds():
            # What is touched must not move away.
            return
        if not self.counter.isAncestorOf(now) and now is self._default_button():
            # Enter presses it wherever it is. The cashier must read the outcome first.
            self.verticalScrollBar().setValue(0)
            return
        if self.counter.step.isAncestorOf(now):
            # Together with the step's main button, if both fit.
            self.ensureWidgetVisible(self.counter.step, 0, 0)
        self.ensureWidgetVisible(now, 0, 24)

    def _default_button(self) -> QWidget | None:
        """Returns the button that Enter presses on the pages after a redemption."""
        if self._receipt is not None and self.shown is self._receipt:
            return self._receipt.default_button
        return self._unknown.default_button if self._unknown is not None and self.shown is self._unknown else None
