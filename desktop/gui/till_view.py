"""Fills the window: the bar, the banners, the pages, and the shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.gui.activity_watch import ActivityWatch
from desktop.gui.after_painting import after_painting
from desktop.gui.announcer import Announcer
from desktop.gui.banners import Banners
from desktop.gui.display import Cause
from desktop.gui.key_guard import KeyGuard
from desktop.gui.pages.till_pages import TillPages
from desktop.gui.paper_requests import PaperRequests
from desktop.gui.resting_cursor import RestingCursor
from desktop.gui.scale import rescale, scale_for, scale_of
from desktop.gui.screen import Busy, Notice, Place, Screen
from desktop.gui.voice import announce
from desktop.gui.widgets.bar import Bar
from desktop.gui.widgets.drawer import Drawer
from desktop.gui.widgets.focus_ring import FocusRing
from desktop.gui.widgets.pad_dock import PadDock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from desktop.domain.member import Member
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.day_controller import DayController
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.pages.history_page import HistoryPage
    from desktop.gui.pages.settings_page import SettingsPage
    from desktop.gui.pages.till_pages import Page
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style


_NARROW, _LOW = 720, 480
"""Size in pixels below which a window is small, for example on a terminal with doubled pixels."""


class TillView(QWidget):
    """The till, inside its window.

    Signals:
        new_journal_requested: keep a damaged journal aside, and begin a new one.
        requested_give_back_closed: the cashier has left the page that gives points back for the POS.
        give_back_left: the page that gives points back is no longer shown.
    """

    new_journal_requested = Signal()
    requested_give_back_closed = Signal()
    give_back_left = Signal()

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
        super().__init__()
        self._controller = controller
        self._office = office
        self._day = day
        self._style = style
        self._place: tuple[object, ...] = ()
        self._notice = self._announced = Notice()
        self._gives_back_for_pos = False
        self._matches: tuple[Member, ...] = ()
        self._before_sign_on: Page | None = None
        self._was_giving_back = False
        self._is_busy, self._presses, self._is_drawing = False, 0, False
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = Bar(controller, style)
        column.addWidget(self.bar)
        self._banners = Banners(controller, style)
        column.addWidget(self._banners)
        self.pages = TillPages(controller, office, printing, style, design, day=day, make_settings=make_settings)
        self.drawer = Drawer(self.tr("Training"), self.bar, self)
        self.pages.counter.side.set_drawer(self.drawer)
        column.addWidget(self.pages, 1)
        self.counter = self.pages.counter
        self._paper = PaperRequests(self.pages, controller, office, printing, design, parent=self)
        self.keys = KeyGuard(self.counter.question, self)
        side = self.counter.side
        self._dock = PadDock(side.make_pad, self._needs_dock, style, self) if side.wants_pad() else None
        if self._dock is not None:
            column.addWidget(self._dock)
        self._steps_behind = after_painting(self, self._draw_steps_behind)
        self._unknown_soon = after_painting(self, self.pages.prepare_unknown)
        self._is_compact = False
        self._set_compact(compact=False)

        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._ring, self._cursor = FocusRing(style, self), RestingCursor(self)
        self._activity = ActivityWatch(self) if controller.signing_on.watches_activity else None
        if self._activity is not None:
            self._activity.seen.connect(controller.signing_on.note_activity)
        self.announcer = Announcer(controller, design, self)
        self._connect()
        self._on_changed(controller.screen)

    def _connect(self) -> None:
        controller, office = self._controller, self._office
        self._banners.acknowledged.connect(self.focus)
        self._banners.new_journal_requested.connect(self.new_journal_requested)
        self.pages.closed.connect(self.show_counter)
        self.pages.give_back_requested.connect(self.show_give_back)
        self.pages.give_back_closed.connect(self._return_to_history)
        self.pages.day_requested.connect(self.show_day)
        self.pages.day_closed.connect(self._return_to_history)
        self._day.failed.connect(controller.say_failure)
        controller.giving_back.known.connect(self._on_reversal_known)
        controller.giving_back.noticed.connect(self._on_give_back_notice)
        self.keys.dropped.connect(self._on_key_dropped)
        self.bar.history.clicked.connect(self.show_history)
        self.bar.settings.clicked.connect(self.show_settings)
        self.bar.unsettled.clicked.connect(self.show_unsettled)
        self.bar.new_customer.clicked.connect(self._on_new_customer)
        self.bar.sign_off.clicked.connect(controller.signing_on.sign_off)
        self.bar.drawer.clicked.connect(self.drawer.toggle)
        self.drawer.closed.connect(self.focus)
        self.counter.history_requested.connect(self.show_history)
        office.today_changed.connect(self.counter.today.show_today)
        for key, slot in (
            ("F2", self.show_history),
            ("F4", self._on_new_customer),
            ("F6", self._on_all_points),
            ("F9", self._on_print_key),
            ("F10", self.show_settings),
            ("Esc", self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)
        controller.changed.connect(self._on_changed)
        office.failed.connect(controller.say_failure)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Takes the focus once the field is visible.

        In a window that is already active, a hidden field does not get it.
        """
        super().showEvent(event)
        if self._activity is not None:
            self._activity.watch(self)
        QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if QApplication.focusWidget() is None and (self.pages.shows_sign_on or not self.pages.is_elsewhere):
            self.focus()

    # How much room there is

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Takes less room for everything except buttons and fields on a small screen, and more on a large one."""
        super().resizeEvent(event)
        # First, because the sheet for small windows is made for the scale in force.
        self._set_scale(scale_for(event.size().width(), event.size().height()))
        compact = event.size().width() < _NARROW or event.size().height() < _LOW
        if compact != self._is_compact:
            self._set_compact(compact=compact)

    def _set_compact(self, *, compact: bool) -> None:
        self._is_compact = compact
        self.setStyleSheet(self._style.compact if compact else "")
        self.bar.set_compact(compact=compact)
        self._banners.set_compact(compact=compact)
        self.pages.set_compact(compact=compact)

    def _set_scale(self, scale: float) -> None:
        if scale != self._style.scale:
            self._style.set_scale(scale)
        if scale != scale_of(self):
            rescale(self, scale)
        if self._dock is not None:
            self._dock.arrange()

    def _needs_dock(self, edit: QWidget) -> bool:
        """True for a field of a page that has no pad of its own."""
        has_own = self.counter.isAncestorOf(edit) or self.pages.shows_sign_on
        return self.pages.isAncestorOf(edit) and not has_own

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, _now: QWidget | None) -> None:
        """Drops the rest of what is being typed if Qt moved the focus by itself."""
        handed_on = old is not None and isValid(old) and not (old.isVisible() and old.isEnabled())
        if handed_on and self._is_drawing and self._controller.cause is Cause.BACKGROUND:
            # Qt moved the focus because its widget was hidden or disabled. These keys were not meant for the next one.
            self.keys.arm()

    # What is shown

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        was_drawing, self._is_drawing = self._is_drawing, True
        self._draw(screen)
        self._is_drawing = was_drawing

    def _draw(self, screen: Screen) -> None:
        self._drop_early_keys(screen)
        self.bar.draw(screen)
        page = self.pages.page_for(screen)
        if screen.place is Place.RECEIPT and not screen.is_locked:
            # The cashier waits for the receipt, and cannot see the steps behind it.
            self.counter.draw_behind(screen)
            self._steps_behind.start()
        else:
            self._steps_behind.stop()
            self.counter.draw(screen)
        if page is not self.counter:
            page.draw(screen)
        if screen.is_locked or self.pages.shows_sign_on:
            self._draw_sign_on(screen)
            return
        place = (
            screen.visit,
            screen.place,
            screen.panel,
            screen.validation,
            screen.question,
            screen.busy is None,
            (screen.attempt.reference, screen.attempt.state) if screen.attempt is not None else None,
        )
        # A refusal moves the focus to the field that it is about. Removing the message must not move it.
        moved = place != self._place or (screen.notice.tone == "bad" and screen.notice != self._notice)
        # New matches take the focus. Removing them, because the cashier types on, must not.
        moved = moved or (bool(screen.matches) and screen.matches != self._matches)
        is_other_customer = bool(self._place) and self._place[0] != screen.visit
        is_settled = screen.place is Place.UNKNOWN and place != self._place
        is_awaited = self._controller.cause is not Cause.BACKGROUND
        self._place = place
        self._notice = screen.notice
        self._matches = screen.matches
        if self.pages.is_elsewhere and not (is_awaited and moved and screen.place in {Place.RECEIPT, Place.UNKNOWN}):
            self._draw_message(screen)
            return
        is_other_page = self.pages.shown is not page
        if is_other_page:
            gave_back = self.pages.shows_give_back
            self.pages.show_page(page)
            self._controller.note_page(is_elsewhere=False)
            if gave_back:
                self._tell_give_back_left()
        self._draw_message(self._controller.screen)
        if screen.busy is not None:
            self._prepare_pages(screen)
            return
        if is_awaited:
            if moved or is_other_page:
                page.focus()
        elif is_other_page or is_other_customer or is_settled:
            # A change in the background: the widget that had the focus is gone or about something else. Keys that are
            # being typed were not meant for this.
            self.keys.arm()
            page.focus()

    def _prepare_pages(self, screen: Screen) -> None:
        """Makes the pages that may follow while the service works, and after what is under way is on the screen."""
        if screen.busy is not Busy.REDEEMING:
            return
        QTimer.singleShot(0, self.pages, self.pages.prepare_receipt)
        if screen.slow:
            # The answer may never come.
            self._unknown_soon.start()

    @Slot()
    def _draw_steps_behind(self) -> None:
        """Draws the steps behind a receipt. They forget its code and a supervisor's PIN, and nothing moves there."""
        self.counter.draw(self._controller.screen)

    def _draw_sign_on(self, screen: Screen) -> None:
        """Asks a cashier to sign on, or shows again what was left if the same one has returned."""
        controller, pages = self._controller, self.pages
        if not screen.is_locked:
            before, self._before_sign_on = self._before_sign_on, None
            pages.sign_on_page.clear()
            if before is not None and (controller.signing_on.has_returned or self._was_giving_back):
                # The outcome of points that were being given back must be read by someone.
                self._show_page(before)
                self.bar.mark(before.objectName())
                return
            was_for_pos, self._gives_back_for_pos = self._gives_back_for_pos, False
            controller.giving_back.leave()
            self.show_counter()
            if was_for_pos:
                self.requested_give_back_closed.emit()
            return
        if not pages.shows_sign_on:
            pages.empty_pins()
        if pages.shows_sign_on or pages.shows_settings:
            self._draw_message(screen)
            if pages.shows_sign_on and controller.cause is not Cause.BACKGROUND and not screen.sign_on.checking:
                pages.sign_on_page.focus()
            return
        self._before_sign_on = pages.other_page
        self._was_giving_back = pages.shows_give_back and controller.giving_back.view.is_giving
        self.drawer.close_drawer()
        if controller.cause is Cause.BACKGROUND:
            self.keys.arm()
        if self._dock is not None:
            self._dock.close_dock()
        pages.show_page(pages.sign_on_page)
        self.bar.mark("")
        controller.note_page(is_elsewhere=True)
        self._draw_message(controller.screen)
        pages.sign_on_page.focus()

    def _asks_to_sign_on(self) -> bool:
        """Says that someone has to sign on first, if so."""
        if not self._controller.screen.is_locked:
            return False
        self._controller.say("info", self.tr("Sign on first."))
        return True

    def _drop_early_keys(self, screen: Screen) -> None:
        """Drops what is being typed if an answer arrives in the middle of it."""
        is_busy = screen.busy is not None or screen.sign_on.checking
        if is_busy and not self._is_busy:
            self._presses = self.keys.presses
        elif self._is_busy and not is_busy:
            was_typed = self._presses != self.keys.presses
            if was_typed and self._controller.cause is Cause.ANSWER:
                self.keys.arm()
        self._is_busy = is_busy

    @Slot()
    def _on_key_dropped(self) -> None:
        """Tells the cashier, because half a number that was dropped cannot be seen on the screen."""
        screen = self._controller.screen
        if screen.busy is None and not screen.notice.text and screen.place in {Place.MEMBER, Place.POINTS, Place.CODE}:
            text = self.tr("What you typed while the till was busy was ignored. Type it again.")
            self._controller.say("info", text)

    @Slot()
    def focus(self) -> None:
        """Moves the focus to where the next input belongs."""
        self.pages.page_for(self._controller.screen).focus()

    def _draw_message(self, screen: Screen) -> None:
        """Shows the message where it belongs: at its field, above the answers to a question, or above the page."""
        is_elsewhere = self.pages.is_elsewhere
        asks = screen.question is not None and not is_elsewhere
        self.bar.setEnabled(not asks)
        if is_elsewhere:
            notice = screen.aside
        else:
            # A question stays until it is answered, whatever else there is to say.
            notice = screen.question.says if screen.question is not None else screen.notice
        on_counter = bool(notice.text) and self.pages.shown is self.counter
        on_sign_on = bool(notice.text) and self.pages.shows_sign_on
        has_place = on_counter or on_sign_on
        if self.pages.shown is self.counter:
            self.counter.show_message(notice)
        else:
            self.counter.remove_messages()
        if self.pages.shows_sign_on:
            self.pages.sign_on_page.show_message(notice)
        self._banners.draw(screen, Notice() if has_place else notice, is_elsewhere=has_place)
        if notice != self._announced:
            self._announced = notice
            if notice.text:
                place = self.counter.message if on_counter else self._banners.message
                label = self.pages.sign_on_page.message.label if on_sign_on else place.label
                announce(label, self._controller.as_of_now(notice).spoken)

    # Other pages

    @Slot()
    def show_history(self) -> None:
        """Opens the history, or closes it if it is open."""
        if self._asks_to_sign_on():
            return
        if self.pages.shown_history is not None:
            self.show_counter()
            return
        self.pages.history_page.show_all()
        self._open(self.pages.history_page)

    @Slot()
    def show_unsettled(self) -> None:
        """Opens the history with the unknown attempts."""
        if self._asks_to_sign_on():
            return
        self.pages.history_page.show_unsettled()
        self._open(self.pages.history_page)

    @Slot(object)
    def show_give_back(self, attempt: Attempt) -> None:
        """Opens the page that gives points of a redemption back."""
        page = self.pages.give_back_page
        self._controller.giving_back.open(attempt)
        self._show_page(page)

    def show_requested_give_back(self, reference: str, points: str) -> None:
        """Opens the page that gives points back of a redemption that the POS names, with the amount filled in."""
        page = self.pages.give_back_page
        self._gives_back_for_pos = True
        self._controller.giving_back.open_reference(reference, points)
        self._show_page(page)

    @Slot()
    def show_day(self) -> None:
        """Opens the end of the day, today's."""
        page = self.pages.day_page
        self._controller.dismiss()
        page.open_today()
        self._show_page(page)

    @Slot()
    def _return_to_history(self) -> None:
        """Shows the history as it was left, with the redemption as it is now; or the counter, if the POS asked.

        What the POS asked for cannot be taken back while it is under way, as with a redemption.
        """
        self._day.leave()
        if self._gives_back_for_pos:
            if not self._controller.giving_back.is_giving:
                self.show_counter()
            return
        self._controller.dismiss()
        self.pages.history_page.refresh()
        self._open(self.pages.history_page)

    @Slot(object)
    def _on_give_back_notice(self, notice: Notice) -> None:
        if notice.text:
            self._controller.say(notice.tone, notice.text, notice.support)
        else:
            self._controller.dismiss_aside()

    @Slot(object)
    def _on_reversal_known(self, _reversal: object) -> None:
        self._office.refresh_today()
        history = self.pages.shown_history
        if history is not None:
            history.refresh()

    @Slot()
    def show_settings(self) -> None:
        """Opens the settings, or closes them if they are open."""
        if self.pages.shows_settings:
            self.show_counter()
            return
        self.pages.settings_page.fill()
        self._open(self.pages.settings_page)

    @Slot()
    def show_counter(self) -> None:
        """Returns to the customer at hand."""
        self._show_page(self.pages.page_for(self._controller.screen))
        self.bar.mark("")

    def _open(self, page: HistoryPage | SettingsPage) -> None:
        self._show_page(page)
        self.bar.mark(page.objectName())

    def _show_page(self, page: Page) -> None:
        """Shows a page that the user asked for. The keys that follow are meant for it."""
        if self._dock is not None:
            self._dock.close_dock()
        gave_back = self.pages.shows_give_back
        self.pages.empty_pins()
        self.pages.show_page(page)
        self._controller.note_page(is_elsewhere=self.pages.is_elsewhere)
        self._draw_message(self._controller.screen)
        page.focus()
        if gave_back and not self.pages.shows_give_back:
            self._tell_give_back_left()

    def _tell_give_back_left(self) -> None:
        self._controller.giving_back.leave()
        was_for_pos, self._gives_back_for_pos = self._gives_back_for_pos, False
        if was_for_pos:
            self.requested_give_back_closed.emit()
        self.give_back_left.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Sends a scanner's keys to the first field, wherever the focus is.

        No other field takes keys from elsewhere.
        """
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and text and text.isprintable() and not text.isspace() and not self.pages.is_elsewhere:
            screen = self._controller.screen
            if screen.place is Place.MEMBER and screen.busy is None:
                self.counter.type_key(text)
                event.accept()
                return
        super().keyPressEvent(event)

    @Slot()
    def _on_escape(self) -> None:
        if self.drawer.is_open:
            self.drawer.close_drawer()
        elif self.pages.shows_sign_on:
            self.pages.sign_on_page.escape()
        elif self.pages.shows_give_back or self.pages.shown_day is not None:
            # An action started in the history ends there.
            self._return_to_history()
        elif self.pages.shows_settings and self.pages.settings_page.step_back():
            # The contents of a support file were shown in the place of the settings.
            return
        elif self.pages.is_elsewhere:
            self.show_counter()
        else:
            self._controller.back()

    @Slot()
    def _on_new_customer(self) -> None:
        if self._controller.screen.is_locked:
            return
        if self.pages.is_elsewhere:
            self.show_counter()
        self._controller.new_customer()

    @Slot()
    def _on_all_points(self) -> None:
        screen = self._controller.screen
        if self.pages.shows_give_back:
            self.pages.give_back_page.choose_all()
        elif not self.pages.is_elsewhere and screen.busy is None and screen.question is None:
            self.counter.points.choose_all()

    @Slot()
    def _on_print_key(self) -> None:
        screen = self._controller.screen
        if screen.is_locked:
            return
        history, day = self.pages.shown_history, self.pages.shown_day
        if history is not None:
            history.print_selected()
        elif day is not None:
            day.print_report()
        elif self.pages.shows_give_back:
            self.pages.give_back_page.print_receipt()
        elif screen.place is Place.RECEIPT and screen.attempt is not None:
            self._paper.print_receipt(screen.attempt)
