"""Shows one day whole: its figures, what is still open, whether the service agrees, and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.day_controller import DayView, today, yesterday
from desktop.gui.focus import FocusKeeper
from desktop.gui.pages.day_figures import DayFigures, scrolling
from desktop.gui.pages.day_side import DaySide
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import scale_of, set_margins, set_maximum_width, set_spacing
from desktop.gui.style import set_role
from desktop.gui.voice import announce, joined
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.labels import DateLabel, ValueLabel, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

    from desktop.domain.day_report import DayReport
    from desktop.gui.controller import Controller
    from desktop.gui.day_controller import DayController
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.style import Style


_WIDE = 900
"""Least width in pixels at scale 1 at which the date stands beside the title."""

_GAP = 16
"""Pixels at scale 1 between the two cards beside each other."""


class DayPage(FocusKeeper):
    """The page at the end of the day. It is opened from the history, and returns there.

    Signals:
        closed: the user returns to the history.
        print_requested: print the report (`DayReport`).
        save_requested: save the report (`DayReport`).
    """

    closed = Signal()
    print_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(self, controller: Controller, day: DayController, office: OfficeController, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._day = day
        self._formats = controller.formats
        self._drawn = (False, False, False)
        self._is_compact = False
        self._width = 0
        self.setObjectName("day_page")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.figures = DayFigures(controller.formats, style)
        self._card = self._make_card()
        self._row.addWidget(self._card, 2)
        self.side = DaySide(controller.formats, style)
        self._row.addWidget(self.side, 1)
        self.set_compact(compact=False)
        self.back.clicked.connect(self.closed)
        self.days.chosen.connect(self._on_day_chosen)
        self.close_button.clicked.connect(day.ask_to_close)
        self.not_yet.clicked.connect(day.keep_open)
        self.confirm.clicked.connect(self._on_confirmed)
        self.side.compare.clicked.connect(day.compare)
        self.side.print.clicked.connect(self.print_report)
        self.side.save.clicked.connect(self._on_save)
        day.changed.connect(self.draw)
        office.today_changed.connect(self._on_today_changed)

    def _make_card(self) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        set_margins(column, 20, 12, 20, 16)
        set_spacing(column, 8)
        head = self._head = QHBoxLayout()
        self.title = label("title", self.tr("End of day"), name="day_title")
        self.date = DateLabel("muted")
        self.date.setObjectName("day_date")
        self.days = ChoiceBox(self.tr("Day"), "day")
        self.back = Button(self.tr("History"), "back_to_history", role="link", key=self.tr("Esc"), icon="back")
        # Not like the button of the bar, which closes the history.
        self.back.setAccessibleName(self.tr("Back to History"))
        head.addWidget(self.title)
        self.days.setMinimumContentsLength(8)
        set_maximum_width(self.days, 160)
        # The choice explains itself to the eye. On Linux a screen reader takes its name from a label.
        words = label("field_label", self.tr("Day"))
        words.setFixedWidth(0)
        words.setBuddy(self.days)
        choice = QHBoxLayout()
        choice.setSpacing(0)
        choice.addWidget(words)
        choice.addWidget(self.days)
        head.addWidget(self.date, 1)
        head.addLayout(choice)
        head.addWidget(self.back)
        column.addLayout(head)
        self._area: QScrollArea = scrolling(self.figures)
        column.addWidget(self._area, 1)
        column.addWidget(self._make_foot())
        return card

    def _make_foot(self) -> QWidget:
        """Makes what closes the day: the button, the question in its place, and afterwards who closed it."""
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        self.question = label("strong", name="close_question", wrap=True)
        self.closed_by = ValueLabel(self.tr("Closed"), "closed_by", "strong")
        self.closed_by.setWordWrap(True)
        words = self.tr("Close the day")
        self.close_button = Button(words, "close_the_day", role="primary", icon="lock", key=self.tr("Enter"))
        self.not_yet = Button(self.tr("Not yet"), "not_yet", role="quiet")
        self.confirm = Button(words, "close_the_day", role="quiet", icon="lock")
        answers = QHBoxLayout()
        set_spacing(answers, 12)
        # Where the button was, so that the second half of a double click closes nothing.
        answers.addWidget(self.not_yet, 2)
        answers.addWidget(self.confirm, 1)
        for part in (self.question, self.closed_by, self.close_button):
            column.addWidget(part)
        column.addLayout(answers)
        return foot

    def set_compact(self, *, compact: bool) -> None:
        """Puts what is still open below the figures instead of beside them if there is little room."""
        self._is_compact = compact
        self._arrange()

    def _arrange(self) -> None:
        """Puts the cards below each other also if large amounts would be cut beside the other card."""
        needed = self.figures.minimumSizeHint().width()
        self._area.setMinimumWidth(needed)
        gap = round(_GAP * scale_of(self))
        both = self._card.minimumSizeHint().width() + gap + self.side.minimumSizeHint().width()
        below = self._is_compact or both > self._width
        if below:
            # A window that is too narrow even for one card must not scroll sideways.
            self._area.setMinimumWidth(0)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        set_spacing(self._row, 8 if below else _GAP)
        self._area.setMinimumHeight(260 if below else 0)
        self.side.set_compact(compact=below)

    def set_room(self, width: int, _height: int) -> None:
        """Leaves out the date and the hint for a key in a narrow window. The choice beside the date names the day too.

        The cards are narrower then, so that amounts have room beside the buttons of the other card. The page's own
        width would not tell: it cannot be less than what is in it.

        Args:
            width: that the page has, in pixels.
        """
        is_wide = width >= _WIDE * scale_of(self)
        self.date.setVisible(is_wide)
        self.back.show_key(shown=is_wide)
        set_spacing(self._head, 12 if is_wide else 6)
        side = 20 if is_wide else 12
        set_margins(self._column, side, 12, side, 16)
        self.side.set_narrow(narrow=not is_wide)
        self._width = width
        self._arrange()

    def open_today(self) -> None:
        """Shows today."""
        self._day.open(today())
        self._offer_days()

    def focus(self) -> None:
        """Moves the focus to where Enter is meant for."""
        if self.not_yet.isVisible():
            self.not_yet.take_focus()
        elif self.close_button.isVisible() and self.close_button.isEnabled():
            self.close_button.take_focus()
        else:
            self.back.take_focus()

    def step_back(self) -> bool:
        """Withdraws the question whether to close the day. Returns False if it was not asked."""
        asked = self._day.view.asks
        if asked:
            self._day.keep_open()
        return asked

    @Slot()
    def print_report(self) -> None:
        """Prints the report that is shown."""
        report = self._day.view.report
        if report is not None:
            self.print_requested.emit(report)

    @Slot(object)
    def draw(self, view: DayView) -> None:
        """Draws the page."""
        with self.keeping_focus():
            self._draw(view)

    def _draw(self, view: DayView) -> None:
        report = view.report
        self.date.show_day(self._formats.full_day(view.day), self._formats.day(view.day))
        self.figures.draw(report)
        self.side.draw(view)
        self._arrange()
        self._draw_foot(view, report)
        before, self._drawn = self._drawn, (view.asks, report is not None, view.is_closing)
        _, was_read, was_closing = before
        if self.isVisible() and before != self._drawn:
            if view.asks:
                announce(self.question, self.question.text())
            elif was_closing and report is not None and report.closing is not None:
                announce(self.closed_by, self.closed_by.text())
            elif report is not None and not was_read:
                # Tab does not stop at figures, nor at the line that says who closed the day.
                closed = self.closed_by.text() if report.closing is not None else ""
                announce(self.figures, joined((self.figures.spoken, closed)), interrupts=False)
            # Otherwise Qt would pass the focus on by itself from a button that is hidden.
            self.focus()

    def _draw_foot(self, view: DayView, report: DayReport | None) -> None:
        closing = None if report is None else report.closing
        self.close_button.setVisible(closing is None and not view.asks)
        self.close_button.setEnabled(report is not None and not view.is_closing)
        self.close_button.setText(self.tr("Closing the day…") if view.is_closing else self.tr("Close the day"))
        for part in (self.question, self.not_yet, self.confirm):
            part.setVisible(closing is None and view.asks)
        self.closed_by.setVisible(closing is not None)
        if report is None:
            return
        if view.asks:
            text = self.tr("Close {day}? It cannot be opened again. What is settled later is in the next day’s report.")
            self.question.setText(text.format(day=self._formats.full_day(view.day)))
        if closing is not None:
            at = isolated_in_rtl(self._formats.moment(closing.at, "").rsplit(" ", 1)[0])
            said = self.tr("Closed by {cashier} on {time}") if closing.cashier else self.tr("Closed on {time}")
            self.closed_by.show_value(
                " · ".join(part for part in (closing.cashier, at) if part),
                said.format(cashier=closing.cashier, time=at),
            )

    def _offer_days(self) -> None:
        """Offers today and yesterday, and the day that is shown if it is neither of them any more."""
        shown = self._day.view.day
        entries = [(self.tr("Today"), today()), (self.tr("Yesterday"), yesterday())]
        if all(day != shown for _, day in entries):
            entries.append((self._formats.day(shown), shown))
        self.days.show_entries(entries, shown)

    @Slot()
    def _on_day_chosen(self) -> None:
        # The words decide. Just after midnight, they may have been offered for other days.
        days = (today(), yesterday(), self._day.view.day)
        self._controller.dismiss()
        self._day.open(days[self.days.currentIndex()])
        self._offer_days()

    @Slot()
    def _on_confirmed(self) -> None:
        # A message about printing, for example, is not about what the page shows next.
        self._controller.dismiss()
        self._day.close_day(self._controller.screen.cashier)

    @Slot()
    def _on_save(self) -> None:
        report = self._day.view.report
        if report is not None:
            self.save_requested.emit(report)

    @Slot(object, object)
    def _on_today_changed(self, _attempts: object, _totals: object) -> None:
        """An outcome became known meanwhile, or a new day has begun."""
        if self.days.count():
            # The day that is shown stays. It is yesterday now if a new one has begun.
            self._offer_days()
        if self.isVisible():
            self._day.refresh()
