"""Lists today's redemptions, with their totals at the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.redemption import Attempt, State
from desktop.gui.scale import set_margins, set_spacing
from desktop.gui.style import set_role, set_tone
from desktop.gui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from desktop.domain.history import Totals
    from desktop.gui.formats import LocaleFormats

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

_ROWS = 9
_SIGN_WIDTH = 16
"""Pixels, so that texts behind signs of different widths are aligned."""


class TodayList(QFrame):
    """Today's attempts at this till, newest first."""

    def __init__(self, formats: LocaleFormats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        set_role(self, "panel")
        self.setObjectName("today")
        self.setMinimumWidth(250)
        self._column = QVBoxLayout(self)
        set_margins(self._column, 0, 6, 0, 6)
        self._column.setSpacing(0)
        self.show_today((), None)

    @Slot(object, object)
    def show_today(self, attempts: tuple[Attempt, ...], totals: Totals | None) -> None:
        """Draws the list again."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        figures = ""
        if totals is not None:
            figures = f"{self._formats.count(totals.count)} · {self._formats.number(totals.points)}"
        self._add_row("", "", self.tr("Today"), figures)
        for attempt in attempts[:_ROWS]:
            mark, tone = MARKS[attempt.state]
            who = attempt.draft.bill or attempt.masked_identifier
            self._add_row(mark, tone, who, self._formats.number(attempt.draft.points.value))
        self._column.addStretch(1)

    def _add_row(self, mark: str, tone: str, left: str, right: str) -> None:
        if self._column.count():
            rule = QFrame()
            set_role(rule, "rule")
            self._column.addWidget(rule)
        row = QWidget()
        line = QHBoxLayout(row)
        set_margins(line, 18, 9, 18, 9)
        set_spacing(line, 10)
        if mark:
            sign = label("note", mark)
            set_tone(sign, tone)
            sign.setMinimumWidth(_SIGN_WIDTH)
            line.addWidget(sign)
        text = ElidedLabel("plain" if mark else "muted")
        text.setText(left)
        line.addWidget(text, 1)
        line.addWidget(label("strong", right))
        self._column.addWidget(row)
