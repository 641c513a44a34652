"""Shows what was redeemed at this till: a search while typing, filters, the day's figures, and one redemption whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import State
from desktop.flow.office import Trail
from desktop.gui.pages.history_detail import HistoryDetail
from desktop.gui.scale import set_margins, set_minimum_height, set_spacing
from desktop.gui.style import set_role
from desktop.gui.timers import once
from desktop.gui.voice import announce
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.history_table import HistoryTable
from desktop.gui.widgets.labels import label, literal
from desktop.gui.widgets.number_pad import type_into

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.history import Totals
    from desktop.domain.redemption import Attempt
    from desktop.flow.office import Export
    from desktop.gui.controller import Controller
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style

_REST = 30
"""Milliseconds without a key until the search runs. A search takes a few milliseconds, and typing has pauses."""

_SLOW = 250
"""Milliseconds after which rows that were found for another search disappear. An export or a disk can hold up the new
one, and a cashier who has scanned a receipt would give the points of another redemption back."""

_WEEK = 7

_NARROW = 900
"""Width of the page in pixels at scale 1 below which the list is narrow."""

STATES: dict[str, tuple[State, ...]] = {
    "all": (),
    "redeemed": (State.REDEEMED,),
    "unknown": (State.UNKNOWN, State.IN_FLIGHT),
    "refused": (State.REFUSED,),
    "not_redeemed": (State.NOT_SENT, State.NOT_APPLIED),
    "given_back": (State.REVERSED,),
}
"""What the filter by state finds."""

_TOLD = 800
"""Milliseconds without a key until screen readers are told how many were found, so that no key makes them say it."""


class Days(StrEnum):
    """The days to search."""

    ALL = "all"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"


class HistoryPage(QWidget):
    """The history of this till.

    Signals:
        closed: the user returns to the customer at hand.
        print_requested: print the receipt (`Attempt`).
        save_requested: save the receipt (`Attempt`).
        reversal_print_requested: print the receipt of points given back (`Attempt`, `Reversal`).
        reversal_save_requested: save it (`Attempt`, `Reversal`).
        give_back_requested: give points of the redemption back (`Attempt`).
        day_requested: show the end of the day.
    """

    closed = Signal()
    print_requested = Signal(object)
    save_requested = Signal(object)
    reversal_print_requested = Signal(object, object)
    reversal_save_requested = Signal(object, object)
    give_back_requested = Signal(object)
    day_requested = Signal()

    def __init__(
        self,
        controller: Controller,
        office: OfficeController,
        printing: PrintingController,
        style: Style,
        design: ReceiptDesign,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._office = office
        self._attempts: tuple[Attempt, ...] = ()
        self._style = style
        self._cashiers: set[str] = set()
        self.setObjectName("history_page")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        set_spacing(page, 12)
        page.addLayout(self._make_head(style))
        self._row = QHBoxLayout()
        page.addLayout(self._row, 1)
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        set_margins(column, 4, 4, 4, 4)
        column.setSpacing(0)
        self.table = HistoryTable(controller.formats, style)
        column.addWidget(self.table, 1)
        foot = self._foot = QHBoxLayout()
        set_margins(foot, 12, 8, 8, 8)
        self.figures = label("note", name="totals", wrap=True)
        foot.addWidget(self.figures, 1)
        set_spacing(foot, 12)
        buttons = QHBoxLayout()
        set_spacing(buttons, 12)
        foot.addLayout(buttons)
        self.export = Button(self.tr("Export"), "export", role="quiet", icon="save")
        self.end_of_day = Button(self.tr("End of day"), "end_of_day", role="quiet", icon="calendar")
        buttons.addWidget(self.export)
        buttons.addWidget(self.end_of_day)
        column.addLayout(foot)
        self._row.addWidget(card, 5)
        self.detail = HistoryDetail(controller, printing, style, design)
        self._row.addWidget(self.detail, 3)
        self.set_compact(compact=False)
        self._rest = once(self, _REST, self.refresh)
        self._slow = once(self, _SLOW, self._empty)
        self._tell = once(self, _TOLD, self._say_count)
        self._is_asked = False
        self._connect()

    def _make_head(self, style: Style) -> QGridLayout:
        head = self._head = QGridLayout()
        head.setColumnStretch(0, 4)
        self.search = TextField(self.tr("Search"), "search", role="search", style=style)
        self.search.edit.setPlaceholderText(self.tr("Mobile, bill, receipt number or day"))
        self.search.edit.setMaxLength(100)
        head.addWidget(self.search, 0, 0)
        self.days = ChoiceBox(self.tr("Day"), "day")
        self.days.show_entries(
            (
                (self.tr("All"), Days.ALL),
                (self.tr("Today"), Days.TODAY),
                (self.tr("Yesterday"), Days.YESTERDAY),
                (self.tr("Last seven days"), Days.WEEK),
            ),
            Days.ALL,
        )
        self.states = ChoiceBox(self.tr("State"), "state_filter")
        self.states.show_entries(
            (
                (self.tr("All"), "all"),
                (self.tr("Redeemed"), "redeemed"),
                (self.tr("Not known yet"), "unknown"),
                (self.tr("Refused"), "refused"),
                (self.tr("Not redeemed"), "not_redeemed"),
                (self.tr("Given back"), "given_back"),
            ),
            "all",
        )
        self.cashiers = ChoiceBox(self.tr("Cashier"), "cashier_filter")
        self._show_cashiers()
        self._filters = QWidget()
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        set_spacing(filters, 12)
        for words, box in (
            (self.tr("Day"), self.days),
            (self.tr("State"), self.states),
            (self.tr("Cashier"), self.cashiers),
        ):
            # A longer choice has two lines.
            box.setMinimumContentsLength(5)
            filters.addLayout(_described(words, box), 1)
        self.close_button = Button(self.tr("Close"), "close_history", role="quiet", key=self.tr("Esc"))
        # Already here, because the Tab key goes through them in this order.
        for at, widget in enumerate((self._filters, self.close_button), 1):
            head.addWidget(widget, 0, at)
        return head

    def _connect(self) -> None:
        controller, office = self._controller, self._office
        self.search.typed.connect(self._on_typed)
        self.search.entered.connect(self._on_entered)
        self.search.down_pressed.connect(self._on_down)
        for box in (self.days, self.states, self.cashiers):
            box.chosen.connect(self._on_chosen)
        self.close_button.clicked.connect(self.closed)
        self.export.clicked.connect(self._on_export)
        self.end_of_day.clicked.connect(self.day_requested)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.row_entered.connect(self._on_row_entered)
        # Qt would move the focus to the next button, which prints a copy when Enter is pressed again.
        self.detail.print_status.again_requested.connect(self._on_down)
        self.detail.print_requested.connect(self.print_requested)
        self.detail.save_requested.connect(self.save_requested)
        self.detail.reversal_print_requested.connect(self.reversal_print_requested)
        self.detail.reversal_save_requested.connect(self.reversal_save_requested)
        self.detail.give_back_requested.connect(self.give_back_requested)
        office.found.connect(self.show_found)
        office.trail_found.connect(self._on_trail)
        office.today_changed.connect(self._on_today)
        office.exported.connect(self._on_exported)
        controller.attempt_known.connect(self._on_attempt_known)

    def set_compact(self, *, compact: bool) -> None:
        """Puts the redemption below the list instead of beside it if there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        set_spacing(self._row, 8 if compact else 24)
        set_spacing(self._head, 8 if compact else 12)
        # The filters then have a row of their own.
        self._head.addWidget(self._filters, *((1, 0, 1, 2) if compact else (0, 1)))
        self._head.setColumnStretch(1, 0 if compact else 5)
        self._head.addWidget(self.close_button, 0, 1 if compact else 2, Qt.AlignmentFlag.AlignBottom)
        set_minimum_height(self.table, 192 if compact else 0)
        self.detail.set_compact(compact=compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the day's figures above the buttons if they would have five short lines beside them."""
        super().resizeEvent(event)
        above = self.width() < _NARROW * self._style.scale
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight)

    def show_all(self) -> None:
        """Shows the newest attempts."""
        self._reset("all")

    def show_unsettled(self) -> None:
        """Shows the unknown attempts."""
        self._reset("unknown")

    def show_receipt(self, reference: str) -> None:
        """Shows the redemption of a receipt that was scanned."""
        self._reset("all", reference)

    def _reset(self, state: str, text: str = "") -> None:
        self.days.show_value(Days.ALL)
        self.states.show_value(state)
        self.cashiers.show_value("")
        self.search.set_text(text)
        # What was chosen the last time may be another customer's, and its receipt must not be printed for this one.
        self.table.clearSelection()
        self._on_filtered()
        self._is_asked = False

    def focus(self) -> None:
        """Moves the focus to the search."""
        self.search.focus(select=True)

    def type_key(self, typed: str) -> None:
        """Types a scanner's key into the search, whatever has the focus. A new scan replaces the last search."""
        self.focus()
        type_into(self.search.edit, typed)

    @Slot()
    def refresh(self) -> None:
        """Searches again."""
        self._office.search(self._query())
        self._office.refresh_today()

    @Slot()
    def _on_export(self) -> None:
        self._controller.say("info", self.tr("Saving the list…"))
        self._office.export(self._query())

    def _query(self) -> HistoryQuery:
        text = self.search.text.strip()
        start, end = self._span()
        day = self._controller.formats.read_day(text)
        if day is not None:
            text, start, end = "", day, day
        return HistoryQuery(
            text=text,
            start=start,
            end=end,
            states=STATES[str(self.states.value)],
            cashier=str(self.cashiers.value or ""),
        )

    def _span(self) -> tuple[date | None, date | None]:
        today = datetime.now(UTC).astimezone().date()
        match self.days.value:
            case Days.TODAY:
                return today, today
            case Days.YESTERDAY:
                return today - timedelta(days=1), today - timedelta(days=1)
            case Days.WEEK:
                return today - timedelta(days=_WEEK - 1), today
            case _:
                return None, None

    @Slot(object)
    def show_found(self, attempts: tuple[Attempt, ...]) -> None:
        """Fills the table."""
        if not self._rest.isActive():
            self._slow.stop()
        kept = self._selected()
        self._attempts = attempts
        self.table.show_attempts(attempts, nothing=self.tr("Nothing found."))
        rows = [row for row, one in enumerate(attempts) if kept is not None and one.reference == kept.reference]
        if attempts:
            # selectRow() selects no cell in a right-to-left table that has not been laid out yet.
            self.table.setCurrentCell(rows[0] if rows else 0, 0)
        self._cashiers |= {one.cashier for one in attempts if one.cashier}
        self._show_cashiers()
        self._on_selected()
        if self._is_asked and not self._rest.isActive():
            self._is_asked = False
            self._tell.start()

    def _show_cashiers(self) -> None:
        """Offers every cashier that the history has shown so far."""
        chosen = self.cashiers.value
        names = sorted(self._cashiers, key=str.casefold)
        self.cashiers.show_entries([(self.tr("All"), ""), *((name, name) for name in names)], chosen or "")

    @Slot()
    def print_selected(self) -> None:
        """Prints the receipt of the redemption that is shown."""
        self.detail.print_shown()

    def _selected(self) -> Attempt | None:
        rows = self.table.selectionModel().selectedRows() if self.table.selectionModel() is not None else []
        row = rows[0].row() if rows else -1
        return self._attempts[row] if 0 <= row < len(self._attempts) else None

    @Slot()
    def _on_selected(self) -> None:
        attempt = self._selected()
        before = self.detail.attempt
        self.detail.draw(attempt)
        if attempt is None:
            return
        if before is None or before.reference != attempt.reference:
            self.detail.show_trail(Trail(attempt.reference, ()))
        self._office.ask_trail(attempt.reference)

    @Slot()
    def _on_row_entered(self) -> None:
        """Tells screen readers what a sighted cashier sees beside the row. What can be done has buttons of its own."""
        announce(self.table, self.detail.spoken)

    @Slot(object)
    def _on_trail(self, trail: Trail) -> None:
        attempt = self.detail.attempt
        if attempt is not None and attempt.reference == trail.reference:
            self.detail.show_trail(trail)

    @Slot(object, object)
    def _on_today(self, _attempts: object, totals: Totals) -> None:
        formats = self._controller.formats
        parts = [
            self.tr("Today: %Ln redemption(s)", "", totals.count),
            self.tr("{points} points", "", formats.plural(totals.points)).format(points=formats.number(totals.points)),
        ]
        if totals.value:
            parts.append(formats.money(totals.value))
        if totals.given_back:
            words = self.tr("{points} points given back", "", formats.plural(totals.given_back))
            parts.append(words.format(points=formats.number(totals.given_back)))
        if totals.unsettled:
            parts.append(self.tr("%Ln not known yet", "", totals.unsettled))
        # A line that is full ends with the dot, so that none begins with it.
        self.figures.setText("\N{NO-BREAK SPACE}· ".join(parts))

    @Slot(object)
    def _on_exported(self, export: Export) -> None:
        count = self.tr("%Ln redemption(s)", "", export.records)
        text = self.tr("{count} saved as {path}").format(count=count, path=export.path)
        self._controller.say("good", text)

    @Slot()
    def _empty(self) -> None:
        """Removes rows that do not belong to what is searched for now."""
        self._attempts = ()
        self.table.show_attempts((), nothing="")
        self._on_selected()

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._is_asked = True
        self._tell.stop()
        self._rest.start()
        self._slow.start()

    @Slot()
    def _on_chosen(self) -> None:
        self._is_asked = True
        self._tell.stop()
        self._on_filtered()

    @Slot()
    def _say_count(self) -> None:
        """Tells screen readers what a sighted cashier sees in the list. The focus stays where the search was typed."""
        if self.isVisible():
            found = len(self._attempts)
            text = self.tr("%Ln redemption(s)", "", found) if found else self.tr("Nothing found.")
            announce(self.table, text, interrupts=False)

    @Slot()
    def _on_filtered(self) -> None:
        self._slow.start()
        self.refresh()

    @Slot()
    def _on_entered(self) -> None:
        self.refresh()
        # A scanner ends with Enter, and what it scans next is another search.
        self.search.edit.selectAll()

    @Slot()
    def _on_down(self) -> None:
        """Moves the focus to the results."""
        if self.table.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_attempt_known(self, _attempt: object) -> None:
        if self.isVisible():
            self.refresh()


def _described(words: str, box: ChoiceBox) -> QVBoxLayout:
    """Returns a choice with its label above it."""
    column = QVBoxLayout()
    set_spacing(column, 4)
    # The label's text is its name too, because a screen reader calls the choice by its label's name.
    above = label("field_label", literal(words))
    above.setBuddy(box)
    column.addWidget(above)
    column.addWidget(box)
    return column
