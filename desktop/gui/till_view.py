"""Fills the window with the bar, the banners and the pages, and draws each change where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.gui.activity_watch import ActivityWatch
from desktop.gui.announcer import Announcer
from desktop.gui.banners import Banners
from desktop.gui.display import Cause
from desktop.gui.focus import FocusKeeper, follow_focus
from desktop.gui.function_keys import FunctionKeys
from desktop.gui.key_guard import KeyGuard
from desktop.gui.message_places import MessagePlaces
from desktop.gui.navigation import Navigation
from desktop.gui.pages.till_pages import TillPages
from desktop.gui.paper_requests import PaperRequests
from desktop.gui.resting_cursor import RestingCursor
from desktop.gui.scale import rescale, scale_for, scale_of
from desktop.gui.screen import Busy, Notice, Place, Screen
from desktop.gui.timers import after_painting, once
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
    from desktop.gui.pages.settings_page import SettingsPage
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style


_NARROW, _LOW = 720, 480
"""Size in pixels below which a window is small, for example on a terminal with doubled pixels."""


class TillView(FocusKeeper):
    """The till, inside its window.

    Signals:
        new_journal_requested: keep a damaged journal aside, and begin a new one.
    """

    new_journal_requested = Signal()

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
        self._style = style
        self._place: tuple[object, ...] = ()
        self._notice = Notice()
        self._matches: tuple[Member, ...] = ()
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
        self.keys = KeyGuard(self.counter.question, self)
        side = self.counter.side
        self._dock = PadDock(side.make_pad, self._needs_dock, style, self) if side.wants_pad() else None
        if self._dock is not None:
            column.addWidget(self._dock)
        self._messages = MessagePlaces(controller, self.pages, self.bar, self._banners)
        self.navigation = Navigation(
            self.pages,
            self.bar,
            self._messages,
            controller,
            office=office,
            day=day,
            close_dock=self._close_dock,
            parent=self,
        )
        paper = PaperRequests(self.pages, controller, office, printing, design, parent=self)
        self._function_keys = FunctionKeys(
            self, self.pages, self.navigation, controller, drawer=self.drawer, paper=paper
        )
        self._begun: Attempt | None = None
        # After what is under way is on the screen.
        self._receipt_soon = once(self, 0, self._prepare_receipt)
        self._steps_behind = after_painting(self, self._draw_steps_behind)
        self._unknown_soon = after_painting(self, self.pages.prepare_unknown)
        self._is_compact = False
        self._set_compact(compact=False)

        follow_focus(self._on_focus_changed)
        self._ring, self._cursor = FocusRing(style, self), RestingCursor(self)
        signing_on = controller.signing_on
        self._activity = ActivityWatch(self, signing_on.note_activity) if signing_on.watches_activity else None
        self.announcer = Announcer(controller, design, self)
        self._connect(office, day)
        self._on_changed(controller.screen)

    def _connect(self, office: OfficeController, day: DayController) -> None:
        controller = self._controller
        self._banners.acknowledged.connect(self.focus)
        self._banners.new_journal_requested.connect(self.new_journal_requested)
        self.navigation.locked.connect(self._on_locked)
        # A reason or a PIN that is being typed was not meant for the next page.
        self.navigation.withdrawn.connect(self.keys.arm)
        day.failed.connect(controller.say_failure)
        self._banners.hand_over.give_back_left.connect(self.announcer.say_handed_back)
        self._banners.hand_over.give_back_left.connect(self.navigation.return_to_history)
        self.pages.way_back_needs_focus.connect(self._banners.hand_over.cancel.setFocus)
        self.keys.dropped.connect(self._on_key_dropped)
        self.bar.new_customer.clicked.connect(self._function_keys.begin_new_customer)
        self.bar.sign_off.clicked.connect(self._on_sign_off)
        self.bar.drawer.clicked.connect(self.drawer.toggle)
        self.drawer.closed.connect(self.focus)
        self.counter.side.member_chosen.connect(self._on_member_chosen)
        office.today_changed.connect(self.counter.today.show_today)
        controller.changed.connect(self._on_changed)
        controller.redeeming.begun.connect(self._on_begun)
        office.failed.connect(controller.say_failure)

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the focus once the field is visible.

        In a window that is already active, a hidden field does not get it. If a window comes back that was minimised,
        Qt gives the focus back. What was typed into the field must not be selected then: the next key would replace it.
        """
        super().showEvent(event)
        if self._activity is not None:
            self._activity.watch(self)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if QApplication.focusWidget() is None and (self.pages.shows_sign_on or not self.pages.is_elsewhere):
            self.focus()

    # How much room there is

    def resizeEvent(self, event: QResizeEvent) -> None:
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
            # Its parts have their new sizes only now. Before, they seem to need the room of the larger ones.
            self.bar.set_scale(scale)
        if self._dock is not None:
            self._dock.arrange()

    def _close_dock(self) -> None:
        if self._dock is not None:
            self._dock.close_dock()

    def _needs_dock(self, edit: QWidget) -> bool:
        """True for a field of a page that has no pad of its own."""
        return self.pages.isAncestorOf(edit) and not self.pages.has_pad_for(edit)

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
        with self.keeping_focus():
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
            self.navigation.draw_sign_on(screen)
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
            self._messages.draw(screen)
            return
        is_other_page = self.pages.shown is not page
        if is_other_page:
            self.navigation.follow(page)
        self._messages.draw(self._controller.screen)
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

    @Slot(object)
    def _on_begun(self, attempt: Attempt) -> None:
        self._begun = attempt
        self._receipt_soon.start()

    @Slot()
    def _prepare_receipt(self) -> None:
        """Makes the QR code of the receipt while the service works, unless it has answered."""
        if self._begun is not None and self._controller.screen.busy is Busy.REDEEMING:
            self.pages.receipt_page.paper.prepare(self._begun.reference)
        self._begun = None

    @Slot()
    def _draw_steps_behind(self) -> None:
        """Draws the steps behind a receipt. They forget its code and a supervisor's PIN, and nothing moves there."""
        self.counter.draw(self._controller.screen)

    @Slot()
    def _on_locked(self) -> None:
        self.drawer.close_drawer()
        if self._controller.cause is Cause.BACKGROUND:
            self.keys.arm()

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
        """Moves the focus to where the next input belongs, on the page that is shown.

        Qt gives it to a field of a page that is not shown, too, which then takes what is typed.
        """
        page = self.pages.elsewhere or self.pages.page_for(self._controller.screen)
        page.focus()

    @Slot()
    def _on_member_chosen(self) -> None:
        """Shows the counter, which has the number of the sample member already."""
        if self.pages.is_elsewhere and not self._controller.screen.is_locked:
            self.navigation.show_counter()

    @Slot()
    def _on_sign_off(self) -> None:
        """Signs the cashier off. If the POS says who serves, the page stays, but the pressed button is gone."""
        self._controller.signing_on.sign_off()
        if not self._controller.screen.is_locked:
            self.focus()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sends a scanner's keys to the first field, or to the search of the history, wherever the focus is.

        No other field takes keys from elsewhere.
        """
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and text and text.isprintable() and not text.isspace():
            screen, history = self._controller.screen, self.pages.shown_history
            if history is not None:
                history.type_key(text)
                event.accept()
                return
            if screen.place is Place.MEMBER and screen.busy is None and not self.pages.is_elsewhere:
                self.counter.type_key(text)
                event.accept()
                return
        super().keyPressEvent(event)
