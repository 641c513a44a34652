"""Lists today's redemptions, with their totals at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.redemption import Attempt, State
from desktop.gui.icons import Icon
from desktop.gui.scale import follow_scale, rescale, set_margins, set_minimum_height, set_minimum_width, set_spacing
from desktop.gui.states import STATE_ICONS, state_words
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, align_trailing, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.history import Totals
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

_HEAD, _ROW, _TALLEST = 56, 44, 58
"""Heights in pixels at scale 1: of head and foot, and of a row at least and at most."""

_MOST = 40
"""Rows that are made. More do not fit on any screen."""


class _Row(QFrame):
    """A row of the list.

    Attributes:
        attempt: that it shows; None before the first one.
        icon: of its state.
        time: when it was begun.
        bill: its bill number.
        who: the last digits of the member's number, and the state if it is not the usual one.
        amount: its points.
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
        set_minimum_width(self.time, 44)
        align_trailing(self.amount)
        for text in (self.bill, self.who):
            # The same width in every row, whatever the text.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (strip, self.time, self.bill, self.who, self.amount):
            part.setAccessibleName(" ")
        line.addWidget(self.icon)
        line.addWidget(self.time)
        line.addWidget(self.bill, 1)
        line.addWidget(self.who, 1)
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
        self._day = ElidedLabel("muted")
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
        self._day.setText(formats.locale.toString(QDate.currentDate(), formats.locale.dateFormat()))
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
        widest = max((row.amount.sizeHint().width() for row in self._rows), default=0)
        for at, row in enumerate(self._rows):
            row.amount.setMinimumWidth(widest)
            row.setMaximumHeight(round(_TALLEST * scale))
            row.setVisible(at < fitting)

    def _new_row(self) -> _Row:
        row = _Row(self._style)
        rescale(row, self._style.scale)
        return row

    def _draw_row(self, row: _Row, attempt: Attempt) -> None:
        formats, draft = self._formats, attempt.draft
        words = state_words(attempt.state)
        points, at = formats.number(draft.points.value), formats.clock(attempt.began.astimezone())
        last = f"•{attempt.masked_identifier[-_DIGITS:]}"
        row.attempt = attempt
        row.icon.show_icon(*STATE_ICONS[attempt.state])
        row.time.setText(at)
        row.bill.setText(draft.bill)
        row.who.setText(last if attempt.state is State.REDEEMED else f"{last} · {words}")
        row.amount.setText(points)
        told = self.tr("{points} points", "", formats.plural(draft.points.value)).format(points=points)
        row.setAccessibleName(", ".join(part for part in (at, words, draft.bill, last, told) if part))


_DIGITS = 4
"""Last digits of a number that are shown."""


def _strip(height: int) -> tuple[QWidget, QHBoxLayout]:
    strip = QWidget()
    set_minimum_height(strip, height)
    row = QHBoxLayout(strip)
    set_margins(row, 16, 0, 16, 0)
    set_spacing(row, 12)
    return strip, row


def _rule() -> QFrame:
    rule = QFrame()
    set_role(rule, "rule")
    return rule
