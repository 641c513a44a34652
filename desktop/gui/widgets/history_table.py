"""Shows attempts as a table with a bar at the selected row, and says in it if nothing was found."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.domain.redemption import State
from desktop.gui.icons import SIZE, pixmap
from desktop.gui.receipts import isolated
from desktop.gui.scale import follow_scale, make_viewport
from desktop.gui.states import STATE_ICONS, state_words
from desktop.gui.widgets.item_views import HonestView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.redemption import Attempt
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

_BILL, _MEMBER, _POINTS, _STATE = 1, 2, 3, 4
"""Columns."""

_ENOUGH = 120
"""Width in pixels at scale 1 that is enough for a usual bill number."""

_BAR = 4
_ROW = 44
_LOW = 192
"""Pixels at scale 1 below which the list is only part of a page that scrolls."""


class _RowDelegate(QStyledItemDelegate):
    """Paints a bar at the start of the selected row, which does not depend on colour."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints the cell, and the bar in the first one."""
        super().paint(painter, option, index)
        if index.column() or not option.state & QStyle.StateFlag.State_Selected:
            return
        box: QRect = option.rect
        width = round(_BAR * self._style.scale)
        leading = option.direction == Qt.LayoutDirection.LeftToRight
        left = box.left() if leading else box.right() - width + 1
        painter.fillRect(QRect(left, box.top(), width, box.height()), self._style.colour("accent"))


class HistoryTable(HonestView, QTableWidget):
    """The attempts, newest first: time, bill, member, points and state.

    Signals:
        row_entered: Enter was pressed on the selected row.
    """

    row_entered = Signal()

    def __init__(self, formats: LocaleFormats, style: Style) -> None:
        super().__init__(0, 5)
        follow_scale(self)
        make_viewport(self)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._formats = formats
        self._style = style
        self._nothing = ""
        self.setObjectName("redemptions")
        self.setAccessibleName(self.tr("Redemptions"))
        headings = (self.tr("Time"), self.tr("Bill"), self.tr("Member"), self.tr("Points"), self.tr("State"))
        for column, words in enumerate(headings):
            item = QTableWidgetItem(words)
            end = Qt.AlignmentFlag.AlignTrailing if column == _POINTS else Qt.AlignmentFlag.AlignLeading
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | end)
            self.setHorizontalHeaderItem(column, item)
        self.setItemDelegate(_RowDelegate(style, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_BILL, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        style.changed.connect(self._on_style_changed)
        self.set_scale(style.scale)

    def set_scale(self, scale: float) -> None:
        """Makes the rows high enough for a finger at every size."""
        self.verticalHeader().setDefaultSectionSize(round(_ROW * scale))
        self.setIconSize(QSize(round(SIZE * scale), round(SIZE * scale)))
        # Qt has fitted the columns to the new type already, but with the icons from before.
        self.horizontalHeader().setSectionResizeMode(_STATE, QHeaderView.ResizeMode.ResizeToContents)

    def show_attempts(self, attempts: Sequence[Attempt], *, nothing: str) -> None:
        """Fills the table.

        Args:
            attempts: newest first.
            nothing: what the table says if there are none.
        """
        self._nothing = nothing
        self.setAccessibleDescription("" if attempts else nothing)
        self.setRowCount(len(attempts))
        with self._one_change():
            for row, attempt in enumerate(attempts):
                self._fill(row, attempt)
        self._fit_columns()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves what is typed to the search. Qt would select a row whose time begins with it."""
        text = event.text()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.row_entered.emit()
        elif text and text.isprintable() and not text.isspace():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the columns again."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leaves the members out if the bills would be cut. Who it was stands beside the table."""
        header = self.horizontalHeader()
        wants = [max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(self.columnCount())]
        wants[_BILL] = min(wants[_BILL], round(_ENOUGH * self._style.scale))
        self.setColumnHidden(_MEMBER, sum(wants) > self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the table, or the text if it is empty."""
        super().paintEvent(event)
        if self.rowCount() or not self._nothing:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._style.colour("soft"))
        room = self.viewport().rect().adjusted(16, 8, -16, -8)
        # In a small window, the middle of the list is below what is in sight.
        is_low = room.height() < _LOW * self._style.scale
        up = Qt.AlignmentFlag.AlignTop if is_low else Qt.AlignmentFlag.AlignVCenter
        flags = int(Qt.AlignmentFlag.AlignHCenter | up) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._nothing)
        painter.end()

    @contextmanager
    def _one_change(self) -> Iterator[None]:
        """Tells of all changed cells at once. While a screen reader runs, Qt takes milliseconds to tell of each one."""
        model = self.model()
        with QSignalBlocker(model):
            yield
        if self.rowCount():
            model.dataChanged.emit(model.index(0, 0), model.index(self.rowCount() - 1, self.columnCount() - 1))

    def _fill(self, row: int, attempt: Attempt) -> None:
        formats = self._formats
        texts = (
            self._when(attempt.at),
            attempt.draft.bill,
            attempt.masked_identifier,
            formats.number(attempt.moved),
            state_words(attempt.state),
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        last = len(texts) - 1
        for column, text in enumerate(texts):
            item = QTableWidgetItem(isolated(text) if rtl and column != last else text)
            if column == _POINTS:
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
            if column in {_BILL, _POINTS}:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(row, column, item)
        self._sign(row, attempt.state)

    def _when(self, at: datetime) -> str:
        """Returns the time, with the day unless it is today."""
        if at.astimezone().date() == datetime.now(UTC).astimezone().date():
            return self._formats.clock(at)
        return self._formats.moment(at, "").rsplit(" ", 1)[0]

    def _sign(self, row: int, state: State) -> None:
        item = self.item(row, _STATE)
        if item is not None:
            name, role = STATE_ICONS[state]
            side = round(SIZE * self._style.scale)
            item.setData(Qt.ItemDataRole.UserRole, state)
            item.setIcon(QIcon(pixmap(name, self._style.colour(role), side, self.devicePixelRatioF())))

    def _on_style_changed(self) -> None:
        with self._one_change():
            for row in range(self.rowCount()):
                item = self.item(row, _STATE)
                if item is not None:
                    self._sign(row, State(item.data(Qt.ItemDataRole.UserRole)))
