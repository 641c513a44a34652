"""Shows one redemption of the history: what it was, everything that happened to it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.redemption import State
from desktop.gui.focus import follow_focus
from desktop.gui.icons import Icon
from desktop.gui.pages.by_hand_panel import ByHandPanel
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import make_viewport, rescale, set_margins, set_minimum_height, set_spacing
from desktop.gui.states import STATE_ICONS, state_words
from desktop.gui.style import set_role, set_tone
from desktop.gui.trail_words import TrailWords
from desktop.gui.voice import joined
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, breakable, label, set_plain_tip
from desktop.gui.widgets.print_status import PrintStatus
from desktop.gui.widgets.reversal_receipts import ReversalReceipts

if TYPE_CHECKING:
    from desktop.domain.history import Event
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.flow.office import Trail
    from desktop.gui.controller import Controller
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style

_STORY, _STORY_BELOW = 40, 120
"""Least heights in pixels at scale 1 of the part that scrolls: beside the table, and below it."""

_BESIDE_BAR = 6
"""Space in pixels at scale 1 between what scrolls and the bar beside it."""

_LONGEST_WORD = 40
"""Characters of a word for which there is always room in one or two lines."""


class _Story(QScrollArea):
    """Scrolls up and down only, so it is never narrower than its widest part, such as a reference, beside its bar."""

    def watch_bar(self) -> None:
        """Keeps what is inside away from the bar from now on."""
        self.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaves a space before the bar while there is one. Otherwise the values end where the card's others do."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            set_margins(layout, 0, 0, _BESIDE_BAR if event.type() is QEvent.Type.Show else 0, 0)
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is inside, with the bar."""
        hint, inside = super().minimumSizeHint(), self.widget()
        least = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(max(hint.width(), least + self.verticalScrollBar().sizeHint().width()), hint.height())


class HistoryDetail(QFrame):
    """The card beside the table.

    Signals:
        print_requested: print the receipt (`Attempt`).
        save_requested: save the receipt (`Attempt`).
        reversal_print_requested: print the receipt of points given back (`Attempt`, `Reversal`).
        reversal_save_requested: save it (`Attempt`, `Reversal`).
        give_back_requested: give points of the redemption back (`Attempt`).
    """

    print_requested = Signal(object)
    save_requested = Signal(object)
    reversal_print_requested = Signal(object, object)
    reversal_save_requested = Signal(object, object)
    give_back_requested = Signal(object)

    def __init__(
        self, controller: Controller, printing: PrintingController, style: Style, design: ReceiptDesign
    ) -> None:
        super().__init__()
        self._controller = controller
        self._style = style
        self._design = design
        self._attempt: Attempt | None = None
        self._drawn: tuple[Event, ...] = ()
        self._trail_words = TrailWords(controller.formats, self)
        set_role(self, "card")
        self.setObjectName("history_detail")
        outer = QVBoxLayout(self)
        set_margins(outer, 20, 12, 20, 12)
        set_spacing(outer, 6)
        self.print_status = PrintStatus(printing, controller)
        # Messages change while the row stays.
        controller.changed.connect(self.print_status.draw)
        outer.addLayout(self._make_head())
        outer.addWidget(self._make_story(), 1)
        outer.addWidget(self.print_status)
        self._make_buttons(outer)
        self.given_back.print_requested.connect(self._on_print_reversal)
        self.given_back.save_requested.connect(self._on_save_reversal)
        follow_focus(self._on_focus_changed)
        self.draw(None)

    def _make_story(self) -> _Story:
        """Returns who it was and what happened, which scrolls if there is much of it."""
        area = _Story()
        make_viewport(area)
        set_role(area, "form")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        area.setWidget(inside)
        self._area = area
        set_minimum_height(area, _STORY)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        area.watch_bar()
        # Why a print failed comes first, so that it is seen however little room there is.
        column.addWidget(self.print_status.text)
        column.addLayout(self._make_facts())
        # One word, which support asks for: the card becomes as wide as it needs.
        self.reference = label("small", name="facts", wrap=True)
        column.addWidget(self.reference)
        self.story = label("note", name="story", wrap=True)
        self.by_hand = ByHandPanel(self._controller)
        self.given_back = ReversalReceipts(self._controller.formats)
        self._happened = label("strong", self.tr("What happened"))
        self._trail = QGridLayout()
        set_spacing(self._trail, 8)
        self._trail.setColumnStretch(2, 1)
        for part in (self.story, self.by_hand, self.given_back, self._happened):
            column.addWidget(part)
        column.addLayout(self._trail)
        # Only support asks for it.
        self.request = _wrapped("small", "request")
        column.addWidget(self.request)
        column.addStretch(1)
        return area

    def _make_buttons(self, outer: QVBoxLayout) -> None:
        self.print = Button(self.tr("Print receipt"), "print_receipt", role="quiet", key="F9", icon="printer")
        self.save = Button("", "save_receipt", role="quiet", icon="save")
        self.save.setAccessibleName(self.tr("Save receipt"))
        set_plain_tip(self.save, self.tr("Save receipt"))
        self.give_back = Button(self.tr("Give points back"), "give_points_back", role="quiet", icon="giveback")
        paper = QHBoxLayout()
        set_spacing(paper, 8)
        paper.addWidget(self.print, 1)
        paper.addWidget(self.save)
        outer.addLayout(paper)
        outer.addWidget(self.give_back)
        self.print.clicked.connect(self.print_shown)
        self.save.clicked.connect(self._on_save)
        self.give_back.clicked.connect(self._on_give_back)

    def _make_head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        set_spacing(column, 4)
        row = QHBoxLayout()
        set_spacing(row, 8)
        self._title = ElidedLabel("title")
        self._icon = Icon(self._style, "", "good")
        self._state = label("strong", name="state")
        row.addWidget(self._title, 1)
        row.addWidget(self._icon)
        row.addWidget(self._state)
        column.addLayout(row)
        row = QHBoxLayout()
        self._points = label("figure", name="detail_points")
        self._value = label("body", name="detail_value")
        row.addWidget(self._points, 1)
        row.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        rule = QFrame()
        set_role(rule, "rule")
        column.addWidget(rule)
        return column

    def _make_facts(self) -> QGridLayout:
        facts = QGridLayout()
        set_spacing(facts, 4)
        facts.setColumnStretch(1, 1)
        self._facts: dict[str, tuple[QLabel, QLabel]] = {}
        for line, (name, words) in enumerate(
            (("member", self.tr("Member")), ("cashier", self.tr("Cashier")), ("redemption", self.tr("Redemption")))
        ):
            described, value = label("small", words), _wrapped("strong_small")
            value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            facts.addWidget(described, line, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, line, 1)
            self._facts[name] = (described, value)
        return facts

    def set_compact(self, *, compact: bool) -> None:
        """Keeps more room for what happened if the page scrolls. The rest keeps what it needs."""
        set_minimum_height(self._area, _STORY_BELOW if compact else _STORY)

    @property
    def attempt(self) -> Attempt | None:
        """The attempt that is shown."""
        return self._attempt

    @property
    def spoken(self) -> str:
        """What became of the attempt, in words for a screen reader; empty if none is shown."""
        if self._attempt is None:
            return ""
        return joined((self._title.text(), self._state.text(), *self.story.text().splitlines()))

    def draw(self, attempt: Attempt | None) -> None:
        """Shows an attempt, or nothing."""
        self._attempt = attempt
        self.setVisible(attempt is not None)
        self.by_hand.draw(attempt)
        is_redeemed = attempt is not None and attempt.redeemed is not None
        self.print_status.show_for(attempt.reference if attempt is not None and is_redeemed else "")
        for button in (self.print, self.save):
            button.setVisible(is_redeemed)
        can_give_back = attempt is not None and attempt.state is State.REDEEMED
        self.give_back.setVisible(can_give_back and self._controller.giving_back.is_allowed)
        if attempt is None:
            return
        formats, draft = self._controller.formats, attempt.draft
        self._title.setText(isolated_in_rtl(draft.bill or attempt.short_reference))
        icon, role = STATE_ICONS[attempt.state]
        self._icon.show_icon(icon, role)
        self._state.setText(state_words(attempt.state))
        set_tone(self._state, role if role != "accent" else "")
        points, value = draft.points.value, draft.worth
        if attempt.redeemed is not None:
            receipt = self._design.receipt(attempt)
            points, value = receipt.points, receipt.value
        self._points.setText(formats.number(points))
        self._value.setText(formats.money(value) if value is not None else "")
        redemption = attempt.redeemed.redemption_id if attempt.redeemed is not None else ""
        # A masked number is not broken between its groups.
        number = isolated_in_rtl(attempt.masked_identifier).replace(" ", "\N{NO-BREAK SPACE}")
        member = " · ".join(part for part in (draft.name, number) if part)
        for name, text in (("member", member), ("cashier", attempt.cashier), ("redemption", redemption)):
            for part in self._facts[name]:
                part.setVisible(bool(text))
            _show(self._facts[name][1], text)
        self.reference.setText(self.tr("Reference {reference}").format(reference=isolated_in_rtl(attempt.reference)))
        # It stands below what support can do instead.
        self.reference.setVisible(not self.by_hand.reference.isVisibleTo(self))
        request = attempt.trace.request_id or (attempt.redeemed.request_id if attempt.redeemed else "")
        _show(self.request, self.tr("Request {request}").format(request=isolated_in_rtl(request)))
        self.request.setVisible(bool(request))
        story = self._story(attempt)
        self.story.setText(story)
        self.story.setVisible(bool(story))
        self._area.updateGeometry()

    def show_trail(self, trail: Trail) -> None:
        """Shows what happened to the attempt, oldest first, and what was given back of it."""
        has_new_rows = self.given_back.show_reversals(trail.reversals)
        if trail.events != self._drawn:
            self._draw_events(trail.events)
        elif not has_new_rows:
            return
        rescale(self, self._style.scale)
        self._area.updateGeometry()

    def _draw_events(self, events: tuple[Event, ...]) -> None:
        self._drawn = events
        while (item := self._trail.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # At once, because a row that is only marked for deletion would still be read and found.
                widget.hide()
                widget.deleteLater()
        self._happened.setVisible(bool(events))
        for row, event in enumerate(events):
            icon, role = self._trail_words.icon(event)
            self._trail.addWidget(label("small", self._controller.formats.clock_with_seconds(event.at)), row, 0)
            self._trail.addWidget(Icon(self._style, icon, role), row, 1)
            self._trail.addWidget(label("plain_small", self._trail_words.says(event), wrap=True), row, 2)

    @Slot()
    def print_shown(self) -> None:
        """Prints the receipt of the attempt that is shown."""
        if self._attempt is not None and self._attempt.redeemed is not None:
            self.print_requested.emit(self._attempt)

    def _story(self, attempt: Attempt) -> str:
        parts: list[str] = []
        match attempt.state:
            case State.UNKNOWN | State.IN_FLIGHT:
                parts.append(self.tr("Not known yet whether the points were redeemed. The till keeps asking."))
            case State.REFUSED | State.NOT_SENT:
                notice = self._controller.words.outcome(attempt)
                parts.append(f"{notice.text} ({notice.support})")
            case State.NOT_APPLIED:
                parts.append(self.tr("The till looked several times and did not find it. No points were taken."))
            case State.REVERSED:
                parts.append(self.tr("The points have been given back since."))
            case State.REDEEMED:
                if attempt.settled_late:
                    parts.append(self.tr("Found late: it was recorded as not redeemed."))
                if attempt.reversed_points:
                    formats = self._controller.formats
                    words = self.tr(
                        "{points} points have been given back since.", "", formats.plural(attempt.reversed_points)
                    )
                    parts.append(words.format(points=formats.number(attempt.reversed_points)))
        return "\n".join(parts)

    @Slot()
    def _on_save(self) -> None:
        if self._attempt is not None and self._attempt.redeemed is not None:
            self.save_requested.emit(self._attempt)

    @Slot(object)
    def _on_print_reversal(self, reversal: Reversal) -> None:
        if self._attempt is not None:
            self.reversal_print_requested.emit(self._attempt, reversal)

    @Slot(object)
    def _on_save_reversal(self, reversal: Reversal) -> None:
        if self._attempt is not None:
            self.reversal_save_requested.emit(self._attempt, reversal)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keeps a button of what happened in sight. By itself, Qt scrolls only for a key that was pressed inside."""
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, 8)

    @Slot()
    def _on_give_back(self) -> None:
        if self._attempt is not None and self._attempt.state is State.REDEEMED:
            self.give_back_requested.emit(self._attempt)


def _wrapped(role: str, name: str = "") -> QLabel:
    """Returns a label that takes as many lines as its text needs, and never makes the card wider."""
    made = label(role, name=name, wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def _show(made: QLabel, text: str) -> None:
    """Shows a text, and names the label without what only breaks its lines."""
    # A request id of the usual length is broken at one of its hyphens.
    made.setText(breakable(text) if max(map(len, text.split(" "))) > _LONGEST_WORD else text)
    made.setAccessibleName(text.replace("\N{NO-BREAK SPACE}", " "))
