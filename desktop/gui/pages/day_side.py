"""Shows beside a day's figures what is still open, whether the service agrees, and the end of the journal's chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.day_report import GIVEN_BACK, REDEEMED, REFUSED, UNKNOWN
from desktop.domain.reconciliation import Difference
from desktop.domain.redemption import UNSETTLED
from desktop.gui.icons import Icon
from desktop.gui.pages.day_figures import scrolling
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import rescale, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.voice import announce, joined
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ValueLabel, label, set_plain_tip, show_breakable

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from desktop.domain.day_report import DayEntry, DayReport, SettledLater
    from desktop.domain.reconciliation import Comparison, FoundDifference
    from desktop.gui.day_controller import DayView
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

_SHOWN_OF_HEAD = 12
_PIECE = 4
_SHORT_REFERENCE = 8


class DaySide(QFrame):
    """The card beside the figures."""

    def __init__(self, formats: LocaleFormats, style: Style) -> None:
        super().__init__()
        self._formats = formats
        self._style = style
        self._drawn: tuple[object, ...] = ()
        self._comparison: Comparison | None = None
        self.setObjectName("day_side")
        set_role(self, "card")
        column = self._column = QVBoxLayout(self)
        set_spacing(column, 8)
        inside = QWidget()
        self._story = QVBoxLayout(inside)
        self._story.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._story, 12)
        self._area = scrolling(inside)
        column.addWidget(self._area, 1)
        self.compare = Button(
            self.tr("Compare with the service"), "compare_with_the_service", role="quiet", icon="compare"
        )
        column.addWidget(self.compare)
        self.journal = label("small", name="journal")
        self.head = ValueLabel(self.tr("Head"), "head", "small")
        column.addWidget(self.journal)
        column.addWidget(self.head)
        buttons = self._buttons = QHBoxLayout()
        set_spacing(buttons, 8)
        self.print = Button(self.tr("Print"), "print", role="quiet", icon="printer", key="F9")
        self.save = Button(self.tr("Save"), "save", role="quiet", icon="save")
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.save, 1)
        column.addLayout(buttons)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leaves more of a narrow window to the figures: the buttons stand below each other there."""
        side = 12 if narrow else 20
        set_margins(self._column, side, 16, side, 16)
        self._buttons.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def set_compact(self, *, compact: bool) -> None:
        """Keeps room for the lists if the page scrolls."""
        self._area.setMinimumHeight(140 if compact else 0)

    def draw(self, view: DayView) -> None:
        """Shows what the page shows of the day."""
        report = view.report
        for button in (self.print, self.save, self.compare):
            button.setEnabled(report is not None)
        text = self.tr("Compare with the service")
        if view.progress is not None:
            words = self.tr("Comparing, {asked} of {lists}…")
            asked, lists = (self._formats.count(one) for one in (view.progress.asked, view.progress.lists))
            # It stays enabled: a disabled button would pass the focus on, and Enter would print the report.
            text = words.format(asked=asked, lists=lists)
        self.compare.setText(text)
        self._draw_chain(report)
        drawn = (report, view.comparison, view.compared_at)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._clear()
        if report is not None:
            self._draw_open(report)
            self._draw_since_closing(report.since_closing)
            self._draw_settled(report.settled_later)
        if view.comparison is not None and view.compared_at is not None:
            self._draw_comparison(view.comparison, view.compared_at, report)
        self._story.addStretch(1)
        rescale(self, self._style.scale)

    def _draw_chain(self, report: DayReport | None) -> None:
        events = None if report is None else report.events
        self.journal.setVisible(events is not None)
        self.head.setVisible(events is not None and bool(events.head))
        if events is None:
            return
        text = self.tr("Journal: nothing on this day")
        if events.first is not None and events.last is not None:
            first, last = self._formats.count(events.first), self._formats.count(events.last)
            text = self.tr("Journal {first} to {last}").format(first=first, last=last)
        self.journal.setText(text)
        short = events.head[:_SHOWN_OF_HEAD]
        pieces = " ".join(short[at : at + _PIECE] for at in range(0, len(short), _PIECE))
        self.head.show_value(events.head, self.tr("Head {head}").format(head=isolated_in_rtl(pieces)))
        set_plain_tip(self.head, events.head)

    def _draw_open(self, report: DayReport) -> None:
        entries = report.still_open
        if not entries:
            self._add("check", "good", self.tr("Nothing is open"), [], "")
            return
        title = self.tr("%Ln not known yet", "", len(entries))
        note = self.tr("The till keeps asking. The next day’s report names the outcome.")
        self._add("question", "wait", title, [self._open_entry(one) for one in entries], note, name="still_open")

    def _draw_since_closing(self, entries: tuple[DayEntry, ...]) -> None:
        if not entries:
            return
        lines = [f"{self._entry(one)} · {self._outcome(one)}" for one in entries]
        note = self.tr("The figures include this. A report that was printed at the closing does not.")
        self._add("history", "wait", self.tr("Since it was closed"), lines, note, name="since_closing")

    def _outcome(self, entry: DayEntry) -> str:
        if entry.gives_back and entry.kind == REFUSED:
            return self.tr("Not given back")
        state = {REDEEMED: self.tr("Redeemed"), REFUSED: self.tr("Refused"), UNKNOWN: self.tr("Not known yet")}
        return state.get(entry.kind, self.tr("Given back"))

    def _draw_settled(self, settled: tuple[SettledLater, ...]) -> None:
        if not settled:
            return
        lines = [
            f"{self._entry(one.entry)} · {self._outcome(one.entry)} ({self._formats.day(one.day)})" for one in settled
        ]
        title = self.tr("Settled since, of other days")
        self._add("history", "accent", title, lines, "", name="settled_since")

    def _draw_comparison(self, found: Comparison, at: datetime, report: DayReport | None) -> None:
        note = self.tr("Compared at {time}").format(time=isolated_in_rtl(self._formats.clock(at)))
        if not found.has_store_list:
            without_list = self.tr("The service has no list of the store, so only members were compared.")
            note = f"{note}\n{without_list}"
        if report is not None and _gives_earlier_points_back(report):
            # The service's list has them with their redemption.
            elsewhere = self.tr(
                "Points given back of an earlier redemption are compared with the day of that redemption."
            )
            note = f"{note}\n{elsewhere}"
        lines = [self.difference(one) for one in found.differences]
        if found.unseen:
            lines.append(self.tr("%Ln redemption(s) could not be compared. Try again later.", "", len(found.unseen)))
            lines += [self._named(one.draft.bill, one.reference) for one in found.unseen]
        is_good = not lines
        title = self.tr("All %Ln agree with the service", "", found.agreed)
        if not found.agreed:
            title = self.tr("The service has no redemption of this day either")
        if found.differences:
            title = self.tr("%Ln difference(s) from the service", "", len(found.differences))
        elif found.unseen:
            title = self.tr("Not everything could be compared")
        icon, role = ("check", "good") if is_good else ("alert", "bad" if found.differences else "wait")
        said = self._add(icon, role, title, lines, note, name="comparison")
        if self._comparison is not found:
            self._comparison = found
            announce(said, joined((title, *lines)))

    def difference(self, found: FoundDifference) -> str:
        """Returns a difference in words."""
        ours, theirs = found.ours, found.theirs
        name = self._named(
            (ours.draft.bill if ours else "") or (theirs.bill if theirs else ""),
            (ours.reference if ours else "") or (theirs.redemption_id or theirs.reference if theirs else ""),
        )
        mine = self._points(ours.moved if ours else None)
        service = self._points(theirs.points if theirs else None)
        match found.kind:
            case Difference.THEIRS if ours is not None and ours.state in UNSETTLED:
                words = self.tr("{name}: redeemed at the service, {service} points. This till does not know it yet.")
            case Difference.THEIRS if ours is not None:
                words = self.tr("{name}: the service has redeemed {service} points, and this till has not.")
            case Difference.THEIRS:
                words = self.tr("{name}: the service has {service} points of this till that its record does not know.")
            case Difference.OURS:
                words = self.tr("{name}: this till redeemed {mine} points, and the service does not show it.")
            case Difference.OTHER_POINTS:
                words = self.tr("{name}: {mine} points here, {service} at the service.")
            case Difference.OTHER_REVERSED:
                words = self.tr("{name}: only one of the two says that its points were given back.")
            case Difference.OTHER_GIVEN_BACK:
                mine = self._points(ours.reversed_points if ours else None)
                service = self._points(theirs.reversed_points if theirs else None)
                words = self.tr("{name}: {mine} points given back here, {service} at the service.")
            case Difference.HINT:
                words = self.tr("{name}: the store’s list shows {service} points that are not known here.")
        return words.format(name=name, mine=mine, service=service)

    def _points(self, points: Decimal | None) -> str:
        return "?" if points is None else self._formats.number(points)

    def _open_entry(self, entry: DayEntry) -> str:
        words = self.tr("Giving back")
        return f"{self._entry(entry)} · {words}" if entry.gives_back else self._entry(entry)

    def _entry(self, entry: DayEntry) -> str:
        words = self.tr("{points} points", "", self._formats.plural(entry.points))
        points = words.format(points=self._formats.number(entry.points))
        return f"{self._named(entry.bill, entry.reference)} · {points}"

    @staticmethod
    def _named(bill: str, reference: str) -> str:
        return isolated_in_rtl(bill or reference[-_SHORT_REFERENCE:])

    def _add(self, icon: str, role: str, title: str, lines: list[str], note: str, *, name: str = "") -> ValueLabel:
        """Adds a block: an icon, its title in bold, lines, and a note. Returns the title."""
        if self._story.count():
            rule = QFrame()
            set_role(rule, "rule")
            self._story.addWidget(rule)
        block = QWidget()
        row = QHBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 12)
        row.addWidget(Icon(self._style, icon, role), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        head = ValueLabel(title, name, "strong")
        head.setWordWrap(True)
        head.show_value(" ".join(part for part in (*lines, note) if part), title)
        column.addWidget(head)
        for line in lines:
            shown = label("plain", wrap=True)
            show_breakable(shown, line)
            column.addWidget(shown)
        if note:
            column.addWidget(label("muted", note, wrap=True))
        row.addLayout(column, 1)
        self._story.addWidget(block)
        return head

    def _clear(self) -> None:
        while (item := self._story.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _gives_earlier_points_back(report: DayReport) -> bool:
    """True if points were given back on this day of a redemption of another day."""
    redeemed = {one.reference for one in report.entries if one.kind == REDEEMED}
    return any(one.kind == GIVEN_BACK and one.reference not in redeemed for one in report.entries)
