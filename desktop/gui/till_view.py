"""Owns what fills the window: the bar, the page at hand, the message strip, and the keys that work everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.gui.display import Lead
from desktop.gui.foot import Foot
from desktop.gui.key_guard import KeyGuard
from desktop.gui.pages.counter_page import CounterPage
from desktop.gui.screen import Notice, Place, Screen
from desktop.gui.widgets.bar import Bar
from desktop.gui.widgets.page_stack import PageStack, ScrollingPages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from desktop.domain.member import Member
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.pages.history_page import HistoryPage
    from desktop.gui.pages.receipt_page import ReceiptPage
    from desktop.gui.pages.settings_page import SettingsPage
    from desktop.gui.pages.unknown_page import UnknownPage
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.theme import Look


_NARROW, _LOW = 720, 480
"""Pixels below which a window is a small one: a terminal whose pixels are doubled."""


_LARGEST = (1400, 900)
"""Pixels that a page takes at most: on a large screen the eye and the hand should not have to travel."""


class TillView(QWidget):
    """The till, inside its window.

    Signals:
        new_journal_requested: a damaged journal is to be kept aside, and a new one begun.
    """

    new_journal_requested = Signal()

    def __init__(
        self,
        controller: Controller,
        office: OfficeController,
        look: Look,
        design: ReceiptDesign,
        make_settings: Callable[[], SettingsPage],
    ) -> None:
        super().__init__()
        self._controller = controller
        self._office = office
        self._look = look
        self._design = design
        self._make_settings = make_settings
        self._receipt: ReceiptPage | None = None
        self._unknown: UnknownPage | None = None
        self._history: HistoryPage | None = None
        self._settings: SettingsPage | None = None
        self._place: tuple[object, ...] = ()
        self._notice = Notice()
        self._matches: tuple[Member, ...] = ()
        self._is_busy, self._presses, self._is_drawing = False, 0, False
        self._printed: set[str] = set()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = Bar(controller, look)
        column.addWidget(self.bar)
        self._scroll = ScrollingPages()
        self._scroll.resized.connect(self._on_room_changed)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = PageStack()
        self._pages.setMaximumSize(*_LARGEST)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setWidget(self._pages)
        column.addWidget(self._scroll, 1)
        self.counter = CounterPage(controller, look)
        self.keys = KeyGuard(self.counter.question, self)
        self._pages.addWidget(self.counter)
        self._foot = Foot(controller)
        self.message = self._foot.message
        column.addWidget(self._foot)
        self._is_compact = False
        self._set_compact(compact=False)

        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._connect()
        self._on_changed(controller.screen)

    def _connect(self) -> None:
        controller, office = self._controller, self._office
        self._foot.acknowledged.connect(self.focus)
        self._foot.new_journal_requested.connect(self.new_journal_requested)
        self.keys.dropped.connect(self._on_key_dropped)
        self.bar.history.clicked.connect(self.show_history)
        self.bar.settings.clicked.connect(self.show_settings)
        self.bar.unsettled.clicked.connect(self.show_unsettled)
        self.bar.new_customer.clicked.connect(self._on_new_customer)
        for key, slot in (
            ("F2", self.show_history),
            ("F4", self._on_new_customer),
            ("F9", self._on_print_key),
            ("F10", self.show_settings),
            ("Esc", self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)
        controller.changed.connect(self._on_changed)
        office.failed.connect(controller.say_failure)
        office.saved.connect(self._on_saved)
        office.printed.connect(self._on_printed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Takes the focus once it can be seen: in a window that is active already, a hidden field gets none."""
        super().showEvent(event)
        QTimer.singleShot(0, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if QApplication.focusWidget() is None and not self._is_elsewhere():
            self.focus()

    # How much room there is

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a screen of few pixels everything but what is pressed takes less of them."""
        super().resizeEvent(event)
        compact = event.size().width() < _NARROW or event.size().height() < _LOW
        if compact != self._is_compact:
            self._set_compact(compact=compact)

    def _set_compact(self, *, compact: bool) -> None:
        self._is_compact = compact
        self.setStyleSheet(self._look.compact if compact else "")
        self._pages.setContentsMargins(*((8, 6, 8, 2) if compact else (24, 16, 24, 6)))
        self.bar.set_compact(compact=compact)
        self._foot.set_compact(compact=compact)
        for page in (self.counter, self._receipt, self._unknown, self._history, self._settings):
            if page is not None:
                page.set_compact(compact=compact)

    def _add(self, page: CounterPage | ReceiptPage | UnknownPage | HistoryPage | SettingsPage) -> None:
        page.set_compact(compact=self._is_compact)
        self._pages.addWidget(page)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Whatever has the focus is in sight, however much stands above it on a small screen."""
        handed_on = old is not None and isValid(old) and not (old.isVisible() and old.isEnabled())
        if handed_on and self._is_drawing and self._controller.lead is Lead.NOTHING:
            # Qt moved the focus because its widget went away. What is being typed was not meant for the next one.
            self.keys.arm()
        if now is not None and self._pages.isAncestorOf(now):
            # Once what was opened with it has found its room.
            QTimer.singleShot(0, self._bring_into_sight)

    @Slot()
    def _on_room_changed(self) -> None:
        """A message of several lines takes room from the page: what has the focus, and what goes on, stay in sight."""
        QTimer.singleShot(0, self._bring_into_sight)

    @Slot()
    def _bring_into_sight(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self._pages.isAncestorOf(now):
            return
        if not self.counter.isAncestorOf(now) and now is self._goes_on():
            # Enter presses it wherever it is; what became of the redemption has to be read first.
            self._scroll.verticalScrollBar().setValue(0)
            return
        if self.counter.step.isAncestorOf(now):
            # With the button that goes on, if both have room.
            self._scroll.ensureWidgetVisible(self.counter.step, 0, 0)
        self._scroll.ensureWidgetVisible(now, 0, 24)

    def _goes_on(self) -> QWidget | None:
        """What Enter presses on the pages after a redemption."""
        shown = self._pages.currentWidget()
        if self._receipt is not None and shown is self._receipt:
            return self._receipt.goes_on
        return self._unknown.goes_on if self._unknown is not None and shown is self._unknown else None

    # What is shown

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        was_drawing, self._is_drawing = self._is_drawing, True
        self._draw(screen)
        self._is_drawing = was_drawing

    def _draw(self, screen: Screen) -> None:
        self._mind_the_keys(screen)
        self.bar.draw(screen)
        self.counter.draw(screen)
        page = self._page_for(screen)
        page.draw(screen)
        place = (
            screen.visit,
            screen.place,
            screen.panel,
            screen.validation,
            screen.question,
            screen.busy is None,
            (screen.attempt.reference, screen.attempt.state) if screen.attempt is not None else None,
        )
        # A refusal puts the cashier into the field that it is about; taking the message away must not.
        moved = place != self._place or (screen.notice.tone == "bad" and screen.notice != self._notice)
        # Those who fit are to be chosen from; that typing on takes them away must not stop the typing.
        moved = moved or (bool(screen.matches) and screen.matches != self._matches)
        is_other_customer = bool(self._place) and self._place[0] != screen.visit
        is_settled = screen.place is Place.UNKNOWN and place != self._place
        is_awaited = self._controller.lead is not Lead.NOTHING
        self._place = place
        self._notice = screen.notice
        self._matches = screen.matches
        if self._is_elsewhere() and not (is_awaited and moved and screen.place in {Place.RECEIPT, Place.UNKNOWN}):
            self._draw_message(screen)
            return
        is_other_page = self._pages.currentWidget() is not page
        if is_other_page:
            self._pages.setCurrentWidget(page)
        self._draw_message(screen)
        if screen.busy is not None:
            return
        if is_awaited:
            if moved or is_other_page:
                page.focus()
        elif is_other_page or is_other_customer or is_settled:
            # In the background, and what had the focus is about something else now, or gone. Nothing that is being
            # typed was meant for this.
            self.keys.arm()
            page.focus()

    def _mind_the_keys(self, screen: Screen) -> None:
        """Drops what is being typed if an answer comes in the middle of it."""
        is_busy = screen.busy is not None
        if is_busy and not self._is_busy:
            self._presses = self.keys.presses
        elif self._is_busy and not is_busy:
            was_typed = self._presses != self.keys.presses
            if was_typed and self._controller.lead is Lead.ANSWER:
                self.keys.arm()
        self._is_busy = is_busy

    @Slot()
    def _on_key_dropped(self) -> None:
        """Says so, because half a number that was typed in vain is not seen on the screen."""
        screen = self._controller.screen
        if screen.busy is None and not screen.notice.text and screen.place in {Place.MEMBER, Place.POINTS, Place.CODE}:
            text = self.tr("What you typed while the till was busy was ignored. Type it again.")
            self._controller.say("info", text)

    @Slot()
    def focus(self) -> None:
        """Puts the cashier where the next thing is to be done."""
        self._page_for(self._controller.screen).focus()

    def _page_for(self, screen: Screen) -> CounterPage | ReceiptPage | UnknownPage:
        match screen.place:
            case Place.RECEIPT:
                return self.receipt_page
            case Place.UNKNOWN:
                return self.unknown_page
            case Place.MEMBER | Place.POINTS | Place.CODE:
                return self.counter

    def _draw_message(self, screen: Screen) -> None:
        can_ask = not self._is_elsewhere()
        self.bar.setEnabled(screen.question is None or not can_ask)
        self._foot.draw(screen, can_ask=can_ask)

    @property
    def receipt_page(self) -> ReceiptPage:
        """The page after a redemption, made when it is first needed."""
        if self._receipt is None:
            from desktop.gui.pages.receipt_page import ReceiptPage

            self._receipt = ReceiptPage(self._controller, self._design)
            self._receipt.print_requested.connect(self._print)
            self._receipt.save_requested.connect(self._save)
            self._add(self._receipt)
        return self._receipt

    @property
    def unknown_page(self) -> UnknownPage:
        """The page for an unknown outcome, made when it is first needed."""
        if self._unknown is None:
            from desktop.gui.pages.today import TodayList
            from desktop.gui.pages.unknown_page import UnknownPage

            today = TodayList(self._controller.formats)
            self._office.today_changed.connect(today.show_today)
            self._unknown = UnknownPage(self._controller, self._look, today)
            self._add(self._unknown)
            self._office.refresh_today()
        return self._unknown

    @property
    def history_page(self) -> HistoryPage:
        """The history, made when it is first needed."""
        if self._history is None:
            from desktop.gui.pages.history_page import HistoryPage

            self._history = HistoryPage(self._controller, self._office, self._design)
            self._history.closed.connect(self.show_counter)
            self._history.print_requested.connect(self._print)
            self._history.save_requested.connect(self._save)
            self._add(self._history)
        return self._history

    def _is_elsewhere(self) -> bool:
        return self._pages.currentWidget() in {self._history, self._settings} - {None}

    # Where to go

    @Slot()
    def show_history(self) -> None:
        """Opens the history; closes it where it is open."""
        if self._pages.currentWidget() is self._history:
            self.show_counter()
            return
        self.history_page.show_all()
        self._open(self.history_page)

    @Slot()
    def show_unsettled(self) -> None:
        """Opens the history at what nobody knows yet."""
        self.history_page.show_unsettled()
        self._open(self.history_page)

    @Slot()
    def show_settings(self) -> None:
        """Opens the settings; closes them where they are open."""
        if self._settings is not None and self._pages.currentWidget() is self._settings:
            self.show_counter()
            return
        if self._settings is None:
            self._settings = self._make_settings()
            self._settings.closed.connect(self.show_counter)
            self._add(self._settings)
        self._settings.fill()
        self._open(self._settings)

    @Slot()
    def show_counter(self) -> None:
        """Back to the customer at hand."""
        self._turn_to(self._page_for(self._controller.screen))
        self.bar.mark("")

    def _open(self, page: HistoryPage | SettingsPage) -> None:
        self._turn_to(page)
        self.bar.mark(page.objectName())

    def _turn_to(self, page: CounterPage | ReceiptPage | UnknownPage | HistoryPage | SettingsPage) -> None:
        """Shows a page because the user wants to see it: what is typed next is meant for it."""
        self._pages.setCurrentWidget(page)
        self._draw_message(self._controller.screen)
        page.focus()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A scanner works in the first field whatever has the focus. No other field takes keys from elsewhere."""
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and text and text.isprintable() and not text.isspace() and not self._is_elsewhere():
            screen = self._controller.screen
            if screen.place is Place.MEMBER and screen.busy is None:
                self.counter.type_key(text)
                event.accept()
                return
        super().keyPressEvent(event)

    @Slot()
    def _on_escape(self) -> None:
        if self._is_elsewhere():
            self.show_counter()
        else:
            self._controller.back()

    @Slot()
    def _on_new_customer(self) -> None:
        if self._is_elsewhere():
            self.show_counter()
        self._controller.new_customer()

    @Slot()
    def _on_print_key(self) -> None:
        screen = self._controller.screen
        if self._is_elsewhere() and self._history is not None and self._pages.currentWidget() is self._history:
            self._history.print_selected()
        elif screen.place is Place.RECEIPT and screen.attempt is not None:
            self._print(screen.attempt)

    # Paper

    @Slot(object)
    def _print(self, attempt: Attempt) -> None:
        copy = attempt.reference in self._printed or attempt is not self._controller.screen.attempt
        self._printed.add(attempt.reference)
        self._controller.say("info", self.tr("Printing the receipt…"))
        self._office.print_receipt(self._design.receipt(attempt, copy=copy))

    @Slot(object)
    def _save(self, attempt: Attempt) -> None:
        copy = attempt is not self._controller.screen.attempt
        self._controller.say("info", self.tr("Saving the receipt…"))
        self._office.save_receipt(self._design.receipt(attempt, copy=copy))

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._controller.say("good", self.tr("Saved as {path}").format(path=path))

    @Slot()
    def _on_printed(self) -> None:
        self._controller.say("good", self.tr("The receipt has been sent to the printer."))
