"""Provides a combo box that is high enough for a finger, shows its whole text, and passes Enter on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QObject,
    QPointF,
    QRectF,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QStandardItemModel, QTextOption
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.gui.icons import paint_icon
from desktop.gui.scale import follow_scale
from desktop.gui.voice import voice_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPaintEvent, QWheelEvent

_ARROW_FROM_EDGE = 18

_SMALLER = 7 / 8
"""Size of the type of a text that needs two lines: the style's next smaller one."""

_PAUSE = 1_000
"""Milliseconds without a key after which typing begins a new text. Qt's 400 are too short for two fingers."""

_MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)
"""Keys that choose another entry of a closed list."""

_CONTROL, _ALT, _META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


class ChoiceBox(QComboBox):
    """A choice between entries, each with a text and a value.

    A text that is too long for one line is shown in two, in smaller type. The open list is as wide as its longest
    entry. Typing chooses nothing unless `find_by_typing` is called: a scanner types too, whatever has the focus.

    The list is filled when it opens and emptied when it closes, because Qt exposes the entries of a closed list to
    screen readers as if they could be seen. While the box has the focus, its closed list holds the chosen entry only:
    Orca reads the value of a box from its list.

    Signals:
        entered: Enter was pressed, to go on with the current choice.
        chosen: the cashier chose another entry.
    """

    entered = Signal()
    chosen = Signal()

    def __init__(self, words: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow_scale(self)
        self.setObjectName(object_name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A long title must not make the window wider than a terminal's screen.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._entries: tuple[tuple[str, object], ...] = ()
        self._others: tuple[tuple[str, ...], ...] = ()
        self._opens_to_move = False
        self._typed = ""
        self._before = self._found = -1
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._scale = 1.0
        self._closed = QStringListModel(self)
        self._list = self.view()
        self._list.setModel(self._closed)
        self._list.installEventFilter(self)
        self.activated.connect(self.chosen)
        self.currentTextChanged.connect(self._close_list)

    def set_scale(self, scale: float) -> None:
        """Paints the arrow larger, as the style sheet does with the box."""
        self._scale = scale

    def add_heading(self, words: str) -> None:
        """Adds a line that cannot be chosen, above the entries that follow."""
        self.addItem(words)
        model = self.model()
        item = model.item(self.count() - 1) if isinstance(model, QStandardItemModel) else None
        if item is not None:
            item.setEnabled(False)
            font = item.font()
            font.setBold(True)
            item.setFont(font)

    @property
    def value(self) -> object:
        """The value of the current entry."""
        at = self.currentIndex()
        return self._entries[at][1] if 0 <= at < len(self._entries) else None

    def show_entries(self, entries: Iterable[tuple[str, object]], value: object) -> None:
        """Offers entries, and selects the one with the value, or else the first."""
        wanted = tuple(entries)
        if wanted != self._entries:
            self._entries = wanted
            self.clear()
            for words, _ in wanted:
                self.addItem(words)
        at = next((at for at, (_, one) in enumerate(wanted) if one == value), 0)
        if at != self.currentIndex():
            self.setCurrentIndex(at)

    def find_by_typing(self, others: Iterable[tuple[str, ...]]) -> None:
        """Lets an entry be chosen by typing its text or one of its other names, also with an input method.

        A text that fits none, such as a scanned code, leaves the entry that was chosen before.

        Args:
            others: the other names of each entry.
        """
        self._others = tuple(others)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def choose_in_list(self) -> None:
        """Opens the list for the arrows and for Enter, because a choice has an effect at once."""
        self._opens_to_move = True
        self.entered.connect(self.showPopup)

    def show_value(self, value: object) -> None:
        """Selects the entry with a value. Has no effect if there is none."""
        at = next((at for at, (_, one) in enumerate(self._entries) if one == value), self.currentIndex())
        self.setCurrentIndex(at)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Fills the list, and opens it."""
        self._list.setModel(self.model())
        current = self.model().index(self.currentIndex(), self.modelColumn())
        self._list.setCurrentIndex(current)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self._list.setMinimumWidth(min(self._list.sizeHintForColumn(0) + bar, self.window().width()))
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Empties the list after it was closed, and finds in it what is typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self._list:
            if self._is_typing(event):
                at = self._typed_entry(event.text(), self._list.currentIndex().row())
                self._list.setCurrentIndex(self.model().index(at, self.modelColumn()))
                return True
        elif event.type() is QEvent.Type.Hide and watched is self._list:
            # Later, because Qt still reads from the list which entry was chosen.
            QTimer.singleShot(0, self, self._close_list)
        return super().eventFilter(watched, event)

    @Slot()
    def _close_list(self) -> None:
        """Leaves the chosen entry in the closed list if the box has the focus, or else nothing."""
        if self._list.isVisible():
            return
        held = [self.currentText()] if self.hasFocus() and self.currentIndex() >= 0 else []
        if held and self._closed.rowCount():
            # A reset would leave a screen reader with an entry that is none any more.
            self._closed.setData(self._closed.index(0, 0), held[0])
        elif held or self._closed.rowCount():
            self._closed.setStringList(held)
        if self._list.model() is not self._closed:
            self._list.setModel(self._closed)
        if held:
            # It is not made the current one, which screen readers would find focused.
            chosen = self._closed.index(0, 0)
            self._list.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Lets a screen reader read the value."""
        super().focusInEvent(event)
        self._close_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Empties the closed list."""
        super().focusOutEvent(event)
        # Later, because a box that is being deleted loses the focus after its list is gone.
        QTimer.singleShot(0, self, self._close_list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emits `entered` for Enter. The arrows choose or open the list, and typing chooses."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.entered.emit()
            event.accept()
            return
        if self._opens_to_move and event.key() in _MOVES:
            self.showPopup()
            event.accept()
            return
        before = self.currentIndex()
        if self._is_typing(event):
            self.setCurrentIndex(self._typed_entry(event.text(), before))
        else:
            super().keyPressEvent(event)
        self._tell_choice(before)

    def _tell_choice(self, before: int) -> None:
        """Emits `chosen`, and has Orca 43 say the value, because it takes no notice if that of a closed box changes."""
        if self.currentIndex() != before:
            voice_of(self).say_value(self.currentText())
            self.chosen.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Chooses what an input method has composed."""
        before = self.currentIndex()
        if not self._others:
            super().inputMethodEvent(event)
        elif event.commitString():
            self.setCurrentIndex(self._typed_entry(event.commitString(), before))
        self._tell_choice(before)

    def _is_typing(self, event: QKeyEvent) -> bool:
        """True if a key belongs to the name of an entry. A blank that does not continue one opens the list."""
        held, text = event.modifiers(), event.text()
        # Both together are Windows' AltGr, with which letters are typed.
        control, alt = (bool(held & one) for one in (_CONTROL, _ALT))
        if not self._others or control != alt or held & _META or not text.isprintable():
            return False
        return bool(text if self._typing.isActive() else text.strip())

    def _typed_entry(self, text: str, current: int) -> int:
        """Returns the entry that fits what was typed, with this text: the one before the typing if none does."""
        if not self._typing.isActive():
            self._typed = ""
        if not self._typed or current != self._found:
            # The arrows or the mouse can choose in between.
            self._before = current
        typed = self._typed = _plain(self._typed + text)
        self._typing.start()
        rows = range(self.count())
        here, following = sorted(rows, key=lambda at: at < current), sorted(rows, key=lambda at: at <= current)
        own = {at: [_plain(self.itemText(at))] for at in rows}
        others = {at: [_plain(name) for name in self._others[at]] for at in rows}
        beginning = here if len(typed) > 1 else following
        searches: list[tuple[list[int], dict[int, list[str]], Callable[[str], bool]]] = [
            (here, others, lambda name: name == typed),
            (beginning, own, lambda name: name.startswith(typed)),
            (beginning, others, lambda name: name.startswith(typed)),
            # The same letter again means the next entry that begins with it.
            (following, own, lambda name: name.startswith(typed[0]))
            if len(set(typed)) == 1
            else (here, own, lambda name: typed in name),
        ]
        found = (at for order, names, fits in searches for at in order if any(map(fits, names[at])))
        self._found = next(found, self._before) if typed else current
        return self._found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the arrow, because the style sheet's own does not have the theme's colour; or a lock if disabled."""
        if self.isEditable() or self.fontMetrics().horizontalAdvance(self.currentText()) <= self.text_room.width():
            super().paintEvent(event)
        else:
            self._paint_small()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(self.foregroundRole()), 2))
        right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        edge, unit = _ARROW_FROM_EDGE * self._scale, self._scale
        x = self.width() - edge if right else edge
        y = self.height() / 2
        if not self.isEnabled():
            side = self.fontMetrics().height() * 0.9
            colour = self.palette().color(self.foregroundRole())
            paint_icon(painter, "lock", colour, QRectF(x - side / 2, y - side / 2, side, side))
            painter.end()
            return
        painter.drawPolyline(
            [QPointF(x - 5 * unit, y - 2 * unit), QPointF(x, y + 3 * unit), QPointF(x + 5 * unit, y - 2 * unit)]
        )
        painter.end()

    @property
    def text_room(self) -> QRectF:
        """The place of the text, in pixels."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self))

    def _paint_small(self) -> None:
        """Paints the box with its text in two lines. The style would cut the text."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        font = self.font()
        font.setPixelSize(round(self.fontInfo().pixelSize() * _SMALLER))
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = QTextOption(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines.setTextDirection(self.layoutDirection())
        painter.drawText(self.text_room, self.currentText(), lines)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignores the wheel, so that scrolling the page changes no choice."""
        event.ignore()


def _plain(text: str) -> str:
    """Returns a text without capitals and accents, and with the apostrophe of keyboards, by which it is found."""
    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one)).replace("’", "'")
