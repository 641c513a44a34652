"""Shows every attempt of this till, with a search and the receipt of the selected redemption."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QSpacerItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Attempt, State
from desktop.gui.pages.by_hand_panel import ByHandPanel
from desktop.gui.pages.today import MARKS
from desktop.gui.receipts import isolated
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.check_box import CheckBox
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.widgets.paper import Paper

if TYPE_CHECKING:
    from desktop.domain.history import Totals
    from desktop.gui.controller import Controller
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.receipts import ReceiptDesign

_REST = 150


class HistoryPage(QWidget):
    """The history of this till.

    Signals:
        closed: the user returns to the customer at hand.
        print_requested: print the receipt (`Attempt`).
        save_requested: save the receipt (`Attempt`).
        give_back_requested: give points of the redemption back (`Attempt`).
    """

    closed = Signal()
    print_requested = Signal(object)
    save_requested = Signal(object)
    give_back_requested = Signal(object)

    def __init__(
        self, controller: Controller, office: OfficeController, design: ReceiptDesign, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._office = office
        self._design = design
        self._attempts: tuple[Attempt, ...] = ()
        self.setObjectName("history_page")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(8)
        row.addLayout(column, 2)
        head = self._head = QHBoxLayout()
        head.setSpacing(12)
        self.search = TextField(self.tr("Find by mobile, bill or redemption"), "history_search", role="search")
        self.today = CheckBox(self.tr("Today only"), "today_only")
        self.unsettled = CheckBox(self.tr("Not known yet"), "unsettled_only")
        head.addWidget(self.search, 1)
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        boxes.addWidget(self.today, 0, Qt.AlignmentFlag.AlignBottom)
        boxes.addWidget(self.unsettled, 0, Qt.AlignmentFlag.AlignBottom)
        head.addLayout(boxes)
        column.addLayout(head)
        self.table = self._make_table()
        column.addWidget(self.table, 1)
        self.figures = label("note", name="totals")
        column.addWidget(self.figures)

        row.addLayout(self._make_side(), 1)
        self.set_compact(compact=False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.refresh)
        self.search.typed.connect(self._on_typed)
        self.search.down_pressed.connect(self._on_down)
        self.today.toggled.connect(self.refresh)
        self.unsettled.toggled.connect(self.refresh)
        self.table.itemSelectionChanged.connect(self._on_selected)
        office.found.connect(self.show_found)
        office.today_changed.connect(self._on_today)
        controller.attempt_known.connect(self._on_attempt_known)
        self._on_selected()

    def _make_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(8)
        self.paper = Paper(self._design)
        self.story = label("note", name="story", wrap=True)
        self.facts = ElidedLabel("small")
        self.facts.setObjectName("facts")
        self.request = ElidedLabel("small")
        self.request.setObjectName("request")
        self.print = Button(self.tr("Print receipt"), "print_receipt", role="quiet", key="F9")
        self.save = Button(self.tr("Save receipt"), "save_receipt", role="quiet")
        self.give_back = Button(self.tr("Give points back"), "give_points_back", role="quiet")
        self.close_button = Button(self.tr("Close"), "close_history", role="primary", key=self.tr("Esc"))
        side.addWidget(self.paper, 1)
        side.addWidget(self.story)
        self.by_hand = ByHandPanel(self._controller)
        side.addWidget(self.by_hand)
        # Takes room only if no receipt is shown.
        side.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        side.addWidget(self.facts)
        side.addWidget(self.request)
        side.addWidget(self.print)
        side.addWidget(self.save)
        side.addWidget(self.give_back)
        side.addWidget(self.close_button)
        self.print.clicked.connect(self.print_selected)
        self.save.clicked.connect(self._on_save)
        self.give_back.clicked.connect(self._on_give_back)
        self.close_button.clicked.connect(self.closed)
        return side

    def set_compact(self, *, compact: bool) -> None:
        """Puts the receipt below the list instead of beside it if there is little room."""
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if compact else QHBoxLayout.Direction.LeftToRight)
        self._head.setDirection(self._row.direction())
        self._row.setSpacing(6 if compact else 22)
        self.table.setMinimumHeight(140 if compact else 0)
        self.paper.setMinimumHeight(200 if compact else 0)

    def show_all(self) -> None:
        """Shows the newest attempts."""
        self.unsettled.setChecked(False)
        self.search.set_text("")
        self.refresh()

    def show_unsettled(self) -> None:
        """Shows the unknown attempts."""
        self.today.setChecked(False)
        self.search.set_text("")
        self.unsettled.setChecked(True)
        self.refresh()

    def focus(self) -> None:
        """Moves the focus to the search."""
        self.search.focus(select=True)

    @Slot()
    def refresh(self) -> None:
        """Searches again."""
        today = datetime.now(UTC).astimezone().date() if self.today.isChecked() else None
        self._office.search(
            HistoryQuery(
                text=self.search.text.strip(), start=today, end=today, unsettled_only=self.unsettled.isChecked()
            )
        )
        self._office.refresh_today()

    @Slot(object)
    def show_found(self, attempts: tuple[Attempt, ...]) -> None:
        """Fills the table."""
        kept = self._selected()
        self._attempts = attempts
        self.table.setRowCount(len(attempts))
        for row, attempt in enumerate(attempts):
            self._fill_row(row, attempt)
        rows = [row for row, one in enumerate(attempts) if kept is not None and one.reference == kept.reference]
        if attempts:
            # selectRow() selects no cell in a right-to-left table that has not been laid out yet.
            self.table.setCurrentCell(rows[0] if rows else 0, 0)
        self._on_selected()

    @Slot()
    def print_selected(self) -> None:
        """Prints the receipt that is shown."""
        attempt = self._selected()
        if attempt is not None and attempt.redeemed is not None:
            self.print_requested.emit(attempt)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        table.setObjectName("history_table")
        table.setAccessibleName(self.tr("Redemptions"))
        table.setHorizontalHeaderLabels([self.tr("State"), self.tr("Time"), self.tr("Bill"), self.tr("Member"), ""])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(44)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        points = QTableWidgetItem(self.tr("Points"))
        points.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
        table.setHorizontalHeaderItem(4, points)
        return table

    def _fill_row(self, row: int, attempt: Attempt) -> None:
        formats = self._controller.formats
        mark, _tone = MARKS[attempt.state]
        texts = (
            f"{mark} {self.state_words(attempt.state)}",
            formats.moment(attempt.at, "").rsplit(" ", 1)[0],
            attempt.draft.bill,
            attempt.masked_identifier,
            formats.number(attempt.draft.points.value),
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for column, text in enumerate(texts):
            item = QTableWidgetItem(isolated(text) if rtl and column else text)
            if column == len(texts) - 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
            self.table.setItem(row, column, item)

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

    def _selected(self) -> Attempt | None:
        rows = self.table.selectionModel().selectedRows() if self.table.selectionModel() is not None else []
        row = rows[0].row() if rows else -1
        return self._attempts[row] if 0 <= row < len(self._attempts) else None

    @Slot()
    def _on_selected(self) -> None:
        attempt = self._selected()
        redeemed = attempt is not None and attempt.redeemed is not None
        self.paper.setVisible(redeemed)
        self.print.setVisible(redeemed)
        self.save.setVisible(redeemed)
        can_be_given_back = attempt is not None and attempt.state is State.REDEEMED
        self.give_back.setVisible(can_be_given_back and self._controller.giving_back.is_allowed)
        self._show_facts(attempt)
        self.by_hand.draw(attempt)
        if attempt is None:
            self.story.setText(self.tr("Nothing found.") if not self._attempts else "")
            self.story.setVisible(not self._attempts)
            return
        if redeemed:
            self.paper.show_receipt(self._design.receipt(attempt, copy=True))
        story = self._story(attempt)
        self.story.setText(story)
        self.story.setVisible(bool(story))

    def _show_facts(self, attempt: Attempt | None) -> None:
        """Shows the details that support asks for."""
        request = ""
        if attempt is not None:
            self.facts.setText(self.tr("Reference {reference}").format(reference=attempt.reference))
            request = attempt.trace.request_id or (attempt.redeemed.request_id if attempt.redeemed else "")
            self.request.setText(self.tr("Request {request}").format(request=request))
        self.facts.setVisible(attempt is not None)
        self.request.setVisible(bool(request))

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
        self.figures.setText(" · ".join(parts))

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._rest.start()

    @Slot()
    def _on_down(self) -> None:
        """Moves the focus from the search to the results."""
        if self.table.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.table.currentRow() < 0:
                self.table.selectRow(0)

    @Slot(object)
    def _on_attempt_known(self, _attempt: object) -> None:
        if self.isVisible():
            self.refresh()

    @Slot()
    def _on_give_back(self) -> None:
        attempt = self._selected()
        if attempt is not None and attempt.state is State.REDEEMED:
            self.give_back_requested.emit(attempt)

    @Slot()
    def _on_save(self) -> None:
        attempt = self._selected()
        if attempt is not None and attempt.redeemed is not None:
            self.save_requested.emit(attempt)
