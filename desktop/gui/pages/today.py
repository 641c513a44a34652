"""Lists today's redemptions, with their totals at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.redemption import Attempt, State
from desktop.domain.reversal import still_off_bill
from desktop.gui.day_controller import today
from desktop.gui.icons import Icon
from desktop.gui.scale import follow_scale, rescale, set_margins, set_minimum_height, set_minimum_width, set_spacing
from desktop.gui.states import STATE_ICONS, state_words
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import DateLabel, ElidedLabel, align_trailing, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.history import Totals
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

_HEAD, _ROW, _TALLEST = 56, 44, 58
"""Heights in pixels at scale 1: of head and foot, and of a row at least and at most."""

_MARGIN, _GAP, _ICON = 16, 12, 20
"""Widths in pixels at scale 1: beside a row, between its parts, and of its icon."""

_MOST = 40
"""Rows that are made. More do not fit on any screen."""


class _Row(QFrame):
    """A row of the list.

    Attributes:
        attempt: that it shows; None before the first one.
        icon: of its state.
        time: when it was begun.
        bill: its bill number.
        who: the last digits of the member's number, and the state or what was given back if it is not the usual one.
        amount: its points, without what was given back of them in part.
        whom: the last digits alone, for a list without room for the state. The icon says it too.
        whom_and_state: what `who` says if there is room.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.attempt: Attempt | None = None
        self.setObjectName("today_row")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        strip, line = _strip(_ROW)
        self.icon, self.time, self.amount = Icon(style, "", "good"), label("muted"), label("strong")
        self.bill, self.who = ElidedLabel("strong"), ElidedLabel("muted")
        self.whom = self.whom_and_state = ""
        align_trailing(self.amount)
        # The same width in every row, whatever the text.
        self.bill.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (strip, self.time, self.bill, self.who, self.amount):
            part.setAccessibleName(" ")
        line.addWidget(self.icon)
        line.addWidget(self.time)
        line.addWidget(self.bill, 1)
        line.addWidget(self.who)
        line.addWidget(self.amount)
        outer.addWidget(strip, 1)
        outer.addWidget(_rule())


class TodayList(QFrame):
    """Today's attempts at this till, newest first. It shows as many as fit.

    Signals:
        history_requested: open the history.
    """

    history_requested = Signal()

    def __init__(self, formats: LocaleFormats, style: Style) -> None:
        super().__init__()
        follow_scale(self)
        self._formats = formats
        self._style = style
        self._attempts: tuple[Attempt, ...] = ()
        self._rows: list[_Row] = []
        set_role(self, "panel")
        self.setObjectName("today")
        set_minimum_width(self, 250)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list, 1)
        self._list.addWidget(_rule())
        self._empty, line = _strip(_ROW)
        line.addWidget(label("muted", self.tr("No redemptions yet today."), wrap=True))
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self._list.addWidget(_rule())
        column.addWidget(self._make_foot())
        self.show_today((), None)

    def _make_head(self) -> QWidget:
        head, row = _strip(_HEAD)
        row.addWidget(label("title", self.tr("Today")))
        self._day = DateLabel("muted")
        row.addWidget(self._day, 1)
        self.history = Button(self.tr("History"), "history_of_today", role="link", icon="history")
        self.history.setAccessibleName(self.tr("History of today"))
        self.history.clicked.connect(self.history_requested)
        row.addWidget(self.history)
        return head

    def _make_foot(self) -> QWidget:
        foot, row = _strip(_HEAD)
        self._count = ElidedLabel("muted")
        self._count.setObjectName("today_count")
        self._sum = label("strong", name="today_points")
        row.addWidget(self._count, 1)
        row.addWidget(self._sum)
        return foot

    @Slot(object, object)
    def show_today(self, attempts: tuple[Attempt, ...], totals: Totals | None) -> None:
        """Draws the list again."""
        formats = self._formats
        day = today()
        self._day.show_day(formats.full_day(day), formats.day(day))
        self._count.setText(
            self.tr("{count} redeemed", "", totals.count).format(count=formats.count(totals.count))
            if totals is not None
            else ""
        )
        self._sum.setText(
            self.tr("{points} points", "", formats.plural(totals.points)).format(points=formats.number(totals.points))
            if totals is not None
            else ""
        )
        self._attempts = attempts[:_MOST]
        self._empty.setVisible(not attempts)
        self._fit()

    def _make_rows(self, attempts: tuple[Attempt, ...]) -> None:
        """Shows attempts, each in a row. One that has not changed keeps its row, others get rows that are left over.

        A row takes up to 250 KiB, so an attempt for which there is no room has none.
        """
        left = list(self._rows)
        kept = [self._take(left, attempt) for attempt in attempts]
        self._rows = [row or (left.pop() if left else self._new_row()) for row in kept]
        for at, (row, attempt) in enumerate(zip(self._rows, attempts, strict=True), start=1):
            if row.attempt != attempt:
                self._draw_row(row, attempt)
            # The rule has place 0 in the layout.
            if self._list.indexOf(row) != at:
                self._list.removeWidget(row)
                self._list.insertWidget(at, row, _ROW)
        for row in left:
            # At once, because a row that is only marked for deletion would still be read and found.
            row.hide()
            self._list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()

    @staticmethod
    def _take(rows: list[_Row], attempt: Attempt) -> _Row | None:
        """Takes the row that shows an attempt out of a list, if there is one."""
        row = next((one for one in rows if one.attempt == attempt), None)
        if row is not None:
            rows.remove(row)
        return row

    def set_scale(self, _scale: float) -> None:
        """Fits the rows again."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many rows as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._style.scale
        room = self.height() - round(2 * _HEAD * scale) - 4
        fitting = max(0, room) // (round(_ROW * scale) + 1)
        made = tuple(row.attempt for row in self._rows)
        if len(made) < min(fitting, len(self._attempts)) or made != self._attempts[: len(made)]:
            self._make_rows(self._attempts[:fitting])
        for at, row in enumerate(self._rows):
            row.setMaximumHeight(round(_TALLEST * scale))
            row.setVisible(at < fitting)
        self._fit_columns(self._rows[:fitting])

    def _fit_columns(self, rows: list[_Row]) -> None:
        """Gives a column of all rows the same width. A bill is cut off only after the states are left out."""
        if not rows:
            return
        amount = max(row.amount.sizeHint().width() for row in rows)
        time = max(row.time.sizeHint().width() for row in rows)
        bill = max(_width(row.bill, row.attempt.draft.bill) for row in rows if row.attempt is not None)
        who = max(_width(row.who, row.whom_and_state) for row in rows)
        gaps = 4 * _GAP + 2 * _MARGIN + _ICON
        room = self.width() - round(gaps * self._style.scale) - time - amount
        has_states = bill + who <= room
        if not has_states:
            who = max(_width(row.who, row.whom) for row in rows)
        for row in rows:
            row.amount.setMinimumWidth(amount)
            row.time.setMinimumWidth(time)
            row.who.setText(row.whom_and_state if has_states else row.whom)
            row.who.setFixedWidth(who)

    def _new_row(self) -> _Row:
        row = _Row(self._style)
        rescale(row, self._style.scale)
        return row

    def _draw_row(self, row: _Row, attempt: Attempt) -> None:
        formats, draft = self._formats, attempt.draft
        words = state_words(attempt.state)
        # What came back of a redemption is not in the foot's sum either. A state says so if all of it came back.
        is_in_part = attempt.state is State.REDEEMED and bool(attempt.reversed_points)
        left = still_off_bill(attempt)[0] if is_in_part else attempt.moved
        points, at, back = formats.number(left), formats.clock(attempt.began.astimezone()), ""
        if is_in_part:
            back = self.tr("{points} points given back", "", formats.plural(attempt.reversed_points))
            back = back.format(points=formats.number(attempt.reversed_points))
        last = f"•{attempt.masked_identifier[-_DIGITS:]}"
        row.attempt = attempt
        row.icon.show_icon(*STATE_ICONS[attempt.state])
        row.time.setText(at)
        row.bill.setText(draft.bill)
        row.whom = last
        state = back if attempt.state is State.REDEEMED else words
        row.whom_and_state = f"{last} · {state}" if state else last
        row.amount.setText(points)
        told = self.tr("{points} points", "", formats.plural(left)).format(points=points)
        row.setAccessibleName(", ".join(part for part in (at, words, draft.bill, last, told, back) if part))


_DIGITS = 4
"""Last digits of a number that are shown."""


def _width(made: ElidedLabel, text: str) -> int:
    """Returns the width in pixels that a label needs for a text."""
    made.ensurePolished()
    return made.fontMetrics().horizontalAdvance(text) + 1


def _strip(height: int) -> tuple[QWidget, QHBoxLayout]:
    strip = QWidget()
    set_minimum_height(strip, height)
    row = QHBoxLayout(strip)
    set_margins(row, _MARGIN, 0, _MARGIN, 0)
    set_spacing(row, _GAP)
    return strip, row


def _rule() -> QFrame:
    rule = QFrame()
    set_role(rule, "rule")
    return rule
