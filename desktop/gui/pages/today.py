"""Lists today's redemptions, with their totals at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.redemption import Attempt, State
from desktop.gui.icons import Icon
from desktop.gui.scale import follow_scale, rescale, set_margins, set_minimum_height, set_minimum_width, set_spacing
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.history import Totals
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

MARKS = {
    State.IN_FLIGHT: ("?", "wait"),
    State.UNKNOWN: ("?", "wait"),
    State.REDEEMED: ("✓", "good"),
    State.REVERSED: ("↶", "wait"),
    State.REFUSED: ("✕", "bad"),
    State.NOT_SENT: ("✕", "bad"),
    State.NOT_APPLIED: ("✕", "bad"),
}
"""A sign and a tone for every state. The sign is enough, and the colour only helps."""

ICONS = {
    State.IN_FLIGHT: ("question", "wait"),
    State.UNKNOWN: ("question", "wait"),
    State.REDEEMED: ("check", "good"),
    State.REVERSED: ("giveback", "accent"),
    State.REFUSED: ("cross", "bad"),
    State.NOT_SENT: ("cross", "bad"),
    State.NOT_APPLIED: ("cross", "bad"),
}
"""An icon and the role of its colour for every state."""

_HEAD, _ROW, _TALLEST = 56, 44, 58
"""Heights in pixels at scale 1: of head and foot, and of a row at least and at most."""

_MOST = 40
"""Rows that are made. More do not fit on any screen."""

_ANY = 16_777_215
"""Qt's own greatest length."""


class _Row(NamedTuple):
    """A row of the list.

    Attributes:
        attempt: that it shows.
        frame: the row.
        amount: its points.
    """

    attempt: Attempt
    frame: QFrame
    amount: QLabel


class TodayList(QFrame):
    """Today's attempts at this till, newest first. It shows as many as fit.

    Signals:
        history_requested: open the history.
    """

    history_requested = Signal()

    def __init__(self, formats: LocaleFormats, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        """Makes the rows of attempts. Those that were made and have not changed are kept.

        A row takes up to 250 KiB, so an attempt for which there is no room has none.
        """
        rows: list[_Row] = []
        for attempt in attempts:
            row = next((one for one in self._rows if one.attempt == attempt), None)
            if row is not None:
                self._rows.remove(row)
                self._list.removeWidget(row.frame)
            else:
                row = self._row(attempt)
            # Below the rule.
            self._list.insertWidget(1 + len(rows), row.frame, _ROW)
            rows.append(row)
        for row in self._rows:
            # At once, because a row that is only marked for deletion would still be read and found.
            row.frame.hide()
            self._list.removeWidget(row.frame)
            row.frame.setParent(None)
            row.frame.deleteLater()
        self._rows = rows

    def state_words(self, state: State) -> str:
        """Returns the name of a state."""
        match state:
            case State.REDEEMED:
                return self.tr("Redeemed")
            case State.REFUSED:
                return self.tr("Refused")
            case State.NOT_SENT:
                return self.tr("Not sent")
            case State.UNKNOWN | State.IN_FLIGHT:
                return self.tr("Not known yet")
            case State.NOT_APPLIED:
                return self.tr("Did not happen")
            case State.REVERSED:
                return self.tr("Given back")

    def set_scale(self, _scale: float) -> None:
        """Fits the rows again."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
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
            row.amount.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            row.frame.setMaximumHeight(round(_TALLEST * scale))
            row.frame.setVisible(at < fitting)

    def _row(self, attempt: Attempt) -> _Row:
        formats, draft = self._formats, attempt.draft
        icon, role = ICONS[attempt.state]
        words = self.state_words(attempt.state)
        points, at = formats.number(draft.points.value), formats.clock(attempt.began.astimezone())
        last = f"•{attempt.masked_identifier[-_DIGITS:]}"
        row = QFrame()
        row.setObjectName("today_row")
        outer = QVBoxLayout(row)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        strip, line = _strip(_ROW)
        time = label("muted", at)
        set_minimum_width(time, 44)
        bill = ElidedLabel("strong")
        bill.setText(draft.bill)
        who = ElidedLabel("muted")
        who.setText(last if attempt.state is State.REDEEMED else f"{last} · {words}")
        amount = label("strong", points)
        for text in (bill, who):
            # The same width in every row, whatever the text.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (strip, time, bill, who, amount):
            part.setAccessibleName(" ")
        line.addWidget(Icon(self._style, icon, role))
        line.addWidget(time)
        line.addWidget(bill, 1)
        line.addWidget(who, 1)
        line.addWidget(amount)
        outer.addWidget(strip, 1)
        outer.addWidget(_rule())
        told = self.tr("{points} points", "", formats.plural(draft.points.value)).format(points=points)
        row.setAccessibleName(", ".join(part for part in (at, words, draft.bill, last, told) if part))
        rescale(row, self._style.scale)
        return _Row(attempt, row, amount)


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
