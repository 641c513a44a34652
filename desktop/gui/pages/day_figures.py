"""Shows the figures of a day in columns: count, points and money; then the same by cashier and by program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.day_report import GIVEN_BACK, REDEEMED, REFUSED, UNKNOWN, DayReport, Figures, Sums
from desktop.gui.icons import Icon
from desktop.gui.scale import make_viewport, rescale, set_margins, set_spacing
from desktop.gui.style import set_role, set_tone, tabular
from desktop.gui.voice import joined
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, align_trailing, caption

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

_NET = "net"
_ROWS = {REDEEMED: 1, GIVEN_BACK: 2, _NET: 4, UNKNOWN: 5, REFUSED: 6}
_RULE = 3
_COLUMNS = 5
"""Words, count, points, value, and a little room."""
_FIRST_GROUP = 7
_SIGNS = {
    REDEEMED: ("check", "good"),
    GIVEN_BACK: ("giveback", "accent"),
    UNKNOWN: ("question", "wait"),
    REFUSED: ("cross", "bad"),
}


def scrolling(inside: QWidget) -> QScrollArea:
    """Returns an area around a part of a card, which scrolls if there is much in it."""
    area = QScrollArea()
    make_viewport(area)
    set_role(area, "form")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


class DayFigures(QWidget):
    """The figures. Each row is one label with a value for a screen reader: `Redeemed: 10 redemptions, 2,888 points`."""

    def __init__(self, formats: LocaleFormats, style: Style) -> None:
        super().__init__()
        self._formats = formats
        self._style = style
        self._drawn: DayReport | None = None
        self._group_widgets: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 3)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 2)
        # Room between the values and the end of the line around them.
        grid.setColumnMinimumWidth(_COLUMNS - 1, 1)
        outer.addLayout(grid)
        outer.addStretch(1)
        for column, words in ((1, self.tr("Count")), (2, self.tr("Points")), (3, self.tr("Value"))):
            grid.addWidget(_trailing(caption("small", words)), 0, column)
        rule = QFrame()
        set_role(rule, "rule")
        grid.addWidget(rule, _RULE, 0, 1, _COLUMNS)
        self._open_frame = QFrame()
        set_role(self._open_frame, "notice")
        set_tone(self._open_frame, "wait")
        # Below the labels of its row, which are added later.
        grid.addWidget(self._open_frame, _ROWS[UNKNOWN], 0, 1, _COLUMNS)
        self.points: dict[str, ValueLabel] = {}
        self._counts: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        for kind, words, name in (
            (REDEEMED, self.tr("Redeemed"), "redeemed"),
            (GIVEN_BACK, self.tr("Given back"), "given_back"),
            (_NET, self.tr("Net"), "net"),
            (UNKNOWN, self.tr("Not known yet"), "not_known_yet"),
            (REFUSED, self.tr("Refused"), "refused"),
        ):
            self._add_row(kind, words, name)

    def _add_row(self, kind: str, words: str, name: str) -> None:
        row, is_net = _ROWS[kind], kind == _NET
        first = QHBoxLayout()
        set_margins(first, 8, 6, 8, 6)
        set_spacing(first, 8)
        if kind in _SIGNS:
            first.addWidget(Icon(self._style, *_SIGNS[kind]))
        first.addWidget(caption("title" if is_net else "plain", words))
        first.addStretch(1)
        self._grid.addLayout(first, row, 0)
        self._counts[kind] = _trailing(caption("plain", ""))
        self.points[kind] = ValueLabel(words, name, "title" if is_net else "strong")
        align_trailing(self.points[kind])
        self._values[kind] = _trailing(caption("title" if is_net else "plain", ""))
        for column, cell in enumerate((self._counts[kind], self.points[kind], self._values[kind]), 1):
            self._grid.addWidget(cell, row, column)

    def draw(self, report: DayReport | None) -> None:
        """Shows the figures of a report, or none."""
        if report is self._drawn and report is not None:
            return
        self._drawn = report
        if report is None:
            for kind in _ROWS:
                self._show(kind, "", "", "", "")
            self._draw_groups(None)
            return
        sums, formats = report.sums, self._formats
        self._show_figures(REDEEMED, sums.redeemed, self.tr("%Ln redemption(s)", "", sums.redeemed.count))
        self._show_figures(GIVEN_BACK, sums.given_back, self.tr("%Ln time(s)", "", sums.given_back.count), sign=-1)
        self._show_figures(UNKNOWN, sums.unknown, self.tr("%Ln redemption(s)", "", sums.unknown.count))
        self._show_figures(REFUSED, sums.refused, self.tr("%Ln redemption(s)", "", sums.refused.count))
        points, money = formats.number(sums.net_points), formats.money(sums.redeemed.value - sums.given_back.value)
        self._show(_NET, "", points, money, f"{self._points_words(sums.net_points)}, {money}")
        self._open_frame.setVisible(bool(sums.unknown.count))
        self._draw_groups(report)

    @property
    def spoken(self) -> str:
        """What is announced of the day: what was redeemed and what is left of it, and what else there is any of."""
        if self._drawn is None:
            return ""
        sums = self._drawn.sums
        counts = {GIVEN_BACK: sums.given_back.count, UNKNOWN: sums.unknown.count, REFUSED: sums.refused.count}
        return joined(self.points[kind].accessibleName() for kind in _ROWS if counts.get(kind, 1))

    def _show_figures(self, kind: str, figures: Figures, counted: str, *, sign: int = 1) -> None:
        formats = self._formats
        money = formats.money(figures.value)
        spoken = f"{counted}, {self._points_words(figures.points)}, {money}"
        points, value = formats.number(sign * figures.points), formats.money(sign * figures.value)
        self._show(kind, formats.count(figures.count), points, value, spoken)

    def _show(self, kind: str, count: str, points: str, value: str, spoken: str) -> None:
        self._counts[kind].setText(count)
        self._values[kind].setText(value)
        self.points[kind].show_value(spoken, points)

    def _points_words(self, points: Decimal) -> str:
        words = self.tr("{points} points", "", self._formats.plural(points))
        return words.format(points=self._formats.number(points))

    def _draw_groups(self, report: DayReport | None) -> None:
        for widget in self._group_widgets:
            # At once, because a row that is only marked for deletion would still be read and found.
            widget.hide()
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._group_widgets = []
        if report is None:
            return
        row = _FIRST_GROUP
        for title, nameless, groups in (
            (self.tr("By cashier"), self.tr("No name"), report.by_cashier),
            (self.tr("By program"), self.tr("Default program"), report.by_program),
        ):
            row = self._add_groups(row, title, nameless, groups)
        rescale(self, self._style.scale)

    def _add_groups(self, row: int, title: str, nameless: str, groups: Mapping[str, Sums]) -> int:
        """Adds the figures of each group if there are several. Returns the next free row."""
        if len(groups) < 2:  # noqa: PLR2004 - one group has the figures of the day
            return row
        heads = (title, self.tr("Count"), self.tr("Redeemed"), self.tr("Given back"))
        for column, words in enumerate(heads):
            head = caption("small", words)
            self._add(head if not column else _trailing(head), row, column)
        for name, sums in groups.items():
            row += 1
            shown = ElidedLabel("plain")
            shown.setText(name or nameless)
            shown.setAccessibleName(" ")
            points = ValueLabel(name or nameless, "", "strong")
            align_trailing(points)
            redeemed, back = sums.redeemed, sums.given_back
            spoken = [
                self.tr("%Ln redemption(s)", "", redeemed.count),
                self._points_words(redeemed.points),
                self._formats.money(redeemed.value),
            ]
            if back.count:
                words = self.tr("{points} points given back", "", self._formats.plural(back.points))
                spoken.append(words.format(points=self._formats.number(back.points)))
            points.show_value(", ".join(spoken), self._formats.number(redeemed.points))
            self._add(shown, row, 0)
            self._add(_trailing(caption("plain", self._formats.count(redeemed.count))), row, 1)
            self._add(points, row, 2)
            self._add(_trailing(caption("plain", self._formats.number(-back.points))), row, 3)
            self._grid.setRowMinimumHeight(row, round(32 * self._style.scale))
        return row + 1

    def _add(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column)
        self._group_widgets.append(widget)


def _trailing(made: QLabel) -> QLabel:
    align_trailing(made)
    tabular(made)
    return made
