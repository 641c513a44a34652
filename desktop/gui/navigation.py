"""Opens and leaves the pages beside the counter: history, giving back, end of day, settings, and sign-on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.gui.display import Cause
from desktop.gui.screen import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.day_controller import DayController
    from desktop.gui.message_places import MessagePlaces
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.pages.history_page import HistoryPage
    from desktop.gui.pages.settings_page import SettingsPage
    from desktop.gui.pages.till_pages import Page, TillPages
    from desktop.gui.screen import Screen
    from desktop.gui.widgets.bar import Bar


class Navigation(QObject):
    """The way from the counter to the other pages, and back.

    Signals:
        requested_give_back_closed: the cashier has left the page that gives points back for the POS.
        give_back_left: the page that gives points back is no longer shown.
        locked: the page to sign on has taken the place of another one.
        withdrawn: the POS takes back what is on the page.
    """

    requested_give_back_closed = Signal()
    give_back_left = Signal()
    locked = Signal()
    withdrawn = Signal()

    def __init__(
        self,
        pages: TillPages,
        bar: Bar,
        messages: MessagePlaces,
        controller: Controller,
        *,
        office: OfficeController,
        day: DayController,
        close_dock: Callable[[], None],
        parent: QObject,
    ) -> None:
        """Follows what the pages ask for from now on.

        Args:
            pages: shows one page at a time.
            bar: marks the page that is open.
            messages: shows the message on each page.
            controller: of the counter.
            office: of the history.
            day: of the end of the day.
            close_dock: closes the pad below the pages, because its field is about to be hidden.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._pages = pages
        self._bar = bar
        self._messages = messages
        self._controller = controller
        self._office = office
        self._day = day
        self._close_dock = close_dock
        self._gives_back_for_pos = False
        self._before_sign_on: Page | None = None
        self._was_giving_back = False
        pages.closed.connect(self.show_counter)
        pages.give_back_requested.connect(self.show_give_back)
        pages.give_back_closed.connect(self.return_to_history)
        pages.day_requested.connect(self.show_day)
        pages.day_closed.connect(self.return_to_history)
        controller.giving_back.known.connect(self._on_reversal_known)
        controller.giving_back.noticed.connect(self._on_give_back_notice)
        bar.history.clicked.connect(self.show_history)
        bar.settings.clicked.connect(self.show_settings)
        bar.unsettled.clicked.connect(self.show_unsettled)
        pages.counter.history_requested.connect(self.show_history)
        controller.finding.receipt_scanned.connect(self.show_receipt)

    # Pages that the user opens

    @Slot()
    def show_history(self) -> None:
        """Opens the history, or closes it if it is open."""
        if self._asks_to_sign_on():
            return
        if self._pages.shown_history is not None:
            self.show_counter()
            return
        self._pages.history_page.show_all()
        self._open(self._pages.history_page)

    @Slot()
    def show_unsettled(self) -> None:
        """Opens the history with the unknown attempts."""
        if self._asks_to_sign_on():
            return
        self._pages.history_page.show_unsettled()
        self._open(self._pages.history_page)

    @Slot(str)
    def show_receipt(self, reference: str) -> None:
        """Opens the history with the redemption of a receipt, from which points can be given back."""
        self._pages.history_page.show_receipt(reference)
        self._open(self._pages.history_page)

    @Slot(object)
    def show_give_back(self, attempt: Attempt) -> None:
        """Opens the page that gives points of a redemption back."""
        page = self._pages.give_back_page
        self._controller.giving_back.open(attempt)
        self._show_page(page)

    def show_requested_give_back(self, reference: str, points: str, hand_over: str) -> None:
        """Opens the page that gives points back of a redemption that the POS names, with the amount filled in."""
        page = self._pages.give_back_page
        self._gives_back_for_pos = True
        self._controller.giving_back.open_reference(reference, points, hand_over)
        self._show_page(page)

    def withdraw_requested_give_back(self) -> None:
        """Leaves that page for the POS, also if it waits behind the sign-on page for its cashier."""
        self.withdrawn.emit()
        if self._pages.shows_give_back:
            self.show_counter()
        elif self._gives_back_for_pos:
            self._before_sign_on = None
            self._tell_give_back_left()

    @Slot()
    def show_day(self) -> None:
        """Opens the end of the day, today's."""
        page = self._pages.day_page
        self._controller.dismiss()
        page.open_today()
        self._show_page(page)

    @Slot()
    def show_settings(self) -> None:
        """Opens the settings, or closes them if they are open."""
        if self._pages.shows_settings:
            self.show_counter()
            return
        self._pages.settings_page.fill()
        self._open(self._pages.settings_page)

    @Slot()
    def show_counter(self) -> None:
        """Returns to the customer at hand."""
        self._show_page(self._pages.page_for(self._controller.screen))
        self._bar.mark("")

    @Slot()
    def return_to_history(self) -> None:
        """Shows the history as it was left, with the redemption as it is now; or the counter, if the POS asked.

        What the POS asked for cannot be taken back while it is under way, as with a redemption.
        """
        self._day.leave()
        if self._gives_back_for_pos:
            if not self._controller.giving_back.is_giving:
                self.show_counter()
            return
        self._controller.dismiss()
        self._pages.history_page.refresh()
        self._open(self._pages.history_page)

    def _asks_to_sign_on(self) -> bool:
        """Says that someone has to sign on first, if so."""
        if not self._controller.screen.is_locked:
            return False
        self._controller.say("info", self.tr("Sign on first."))
        return True

    def _open(self, page: HistoryPage | SettingsPage) -> None:
        self._show_page(page)
        self._bar.mark(page.objectName())

    def _show_page(self, page: Page) -> None:
        """Shows a page that the user asked for. The keys that follow are meant for it."""
        self._close_dock()
        gave_back = self._pages.shows_give_back
        self._leave_settings(page)
        self._pages.empty_pins()
        self._pages.show_page(page)
        self._controller.note_page(is_elsewhere=self._pages.is_elsewhere)
        self._messages.draw(self._controller.screen)
        page.focus()
        if gave_back and not self._pages.shows_give_back:
            self._tell_give_back_left()

    def _leave_settings(self, page: Page) -> None:
        """Says so if the settings are left for another page with something that was changed and is not saved."""
        settings = self._pages.settings_page if self._pages.shows_settings else None
        if settings is not None and settings is not page and settings.leave():
            # Later, because the other page may still be drawn, or cleared for the next customer.
            QTimer.singleShot(0, self, self._tell_changes_dropped)

    @Slot()
    def _tell_changes_dropped(self) -> None:
        notice = Notice("info", self.tr("What you changed in the settings was not saved."))
        screen = self._controller.screen
        asks = screen.question is not None and not self._pages.is_elsewhere
        if asks or self._controller.message:
            # What the page says about its customer stays.
            self._controller.add_news(notice)
        else:
            self._controller.say(notice.tone, notice.text)

    @Slot(object)
    def _on_give_back_notice(self, notice: Notice) -> None:
        if notice.text:
            self._controller.say(notice.tone, notice.text, notice.support)
        else:
            self._controller.dismiss_aside()

    @Slot(object)
    def _on_reversal_known(self, _reversal: object) -> None:
        self._office.refresh_today()
        history = self._pages.shown_history
        if history is not None:
            history.refresh()

    # Pages that follow the screen

    def follow(self, page: Page) -> None:
        """Shows the page of the customer at hand, because something happened that leads to it."""
        gave_back = self._pages.shows_give_back
        self._leave_settings(page)
        self._pages.show_page(page)
        self._controller.note_page(is_elsewhere=False)
        if gave_back:
            self._tell_give_back_left()

    def _tell_give_back_left(self) -> None:
        self._controller.giving_back.leave()
        was_for_pos, self._gives_back_for_pos = self._gives_back_for_pos, False
        if was_for_pos:
            self.requested_give_back_closed.emit()
        self.give_back_left.emit()

    def draw_sign_on(self, screen: Screen) -> None:
        """Asks a cashier to sign on, or shows again what was left if the same one has returned."""
        if not screen.is_locked:
            self._unlock()
            return
        controller, pages = self._controller, self._pages
        if not pages.shows_sign_on:
            pages.empty_pins()
        if pages.shows_sign_on or pages.shows_settings:
            self._messages.draw(screen)
            if pages.shows_sign_on and controller.cause is not Cause.BACKGROUND and not screen.sign_on.checking:
                pages.sign_on_page.focus()
            return
        self._before_sign_on = pages.other_page
        page = controller.giving_back.view
        self._was_giving_back = pages.shows_give_back and (page.is_giving or page.is_unknown)
        self.locked.emit()
        self._close_dock()
        pages.show_page(pages.sign_on_page)
        self._bar.mark("")
        controller.note_page(is_elsewhere=True)
        self._messages.draw(controller.screen)
        pages.sign_on_page.focus()

    def _unlock(self) -> None:
        """Shows the page that was left, or the counter if another cashier has signed on."""
        before, self._before_sign_on = self._before_sign_on, None
        self._pages.sign_on_page.clear()
        if before is not None and (self._controller.signing_on.has_returned or self._was_giving_back):
            # The outcome of points that were being given back must be read by someone.
            self._show_page(before)
            self._bar.mark(before.objectName())
            return
        was_for_pos, self._gives_back_for_pos = self._gives_back_for_pos, False
        self._controller.giving_back.leave()
        self.show_counter()
        if was_for_pos:
            self.requested_give_back_closed.emit()
