"""Shows the on-screen pad, which types into the focused field: digits, and letters if the field takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QSizePolicy, QWidget

from desktop.gui.focus import follow_focus
from desktop.gui.scale import rescale, set_minimum_width, set_spacing
from desktop.gui.style import set_tone
from desktop.gui.widgets import pad_layers
from desktop.gui.widgets.buttons import Button, KeyButton
from desktop.gui.widgets.fields import FieldEdit
from desktop.gui.widgets.pad_layers import (
    BACKSPACE,
    COLUMNS,
    Layer,
    Needs,
    Shape,
    digit_rows,
    last_of_digits,
    last_row,
    letter_rows,
    needs_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.style import Style

_GAP, _SMALL_GAP, _LOW_GAP = 8, 3, 2
"""Pixels between keys at scale 1, between those of a small window, and between those of three rows of letters."""

_TALL, _LOW = 54, 36
"""Preferred heights of a key under the card in pixels at scale 1, and in a small window."""

_LAST = 60
"""Preferred height of the last row under the card, which holds the first button."""


class NumberPad(QWidget):
    """The pad. Its keys are never in the tab order, and the focus stays in the field.

    Below the keys, or beside those of the last row, there is a place for the first button of a narrow window.

    Signals:
        pressed: the character to type, or `BACKSPACE`.
        layer_changed: the keys are others now, which may need another place.
    """

    pressed = Signal(str)
    layer_changed = Signal()

    def __init__(self, decimal_mark: str, zero: str, style: Style, parent: QWidget | None = None) -> None:
        """Creates the pad, for digits.

        Args:
            decimal_mark: of the cashier's language.
            zero: the digit 0 of the cashier's language.
            style: the sizes in force.
            parent: the parent widget.
        """
        super().__init__(parent)
        self.setObjectName("number_pad")
        self.setAccessibleName(self.tr("Keys"))
        self._decimal_mark, self._zero, self._style = decimal_mark, zero, style
        self._needs, self._layer, self._shape = Needs(mark=decimal_mark), Layer.DIGITS, Shape.BESIDE
        self._edit: QLineEdit | None = None
        self._page_served: QWidget | None = None
        self._focus_page: Callable[[], None] | None = None
        self._first: QWidget | None = None
        self._first_width = 0
        self._is_small, self._is_upper = False, False
        self._pages: dict[tuple[Needs, Layer, Shape, bool], tuple[_Keys, _Keys | None]] = {}
        self._shown: tuple[_Keys, _Keys | None] | None = None
        # A pad has the same order in every language, like a calculator or a keyboard.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._grid, _GAP)
        self._draw()

    # What it shows

    @property
    def layer(self) -> Layer:
        """The keys that are shown."""
        return self._layer

    @property
    def wants_width(self) -> bool:
        """True if the keys need the whole width of a narrow window."""
        return self._layer is Layer.LETTERS

    def follow(self, edit: QLineEdit) -> None:
        """Shows the keys of a field. A field that is followed already keeps the layer that the cashier chose."""
        needs = needs_of(edit, self._decimal_mark)
        if edit is self._edit and needs == self._needs:
            return
        if isinstance(self._edit, FieldEdit):
            self._edit.hints_changed.disconnect(self._on_hints_changed)
        if isinstance(edit, FieldEdit):
            edit.hints_changed.connect(self._on_hints_changed)
        self._edit = edit
        self._needs, self._layer, self._is_upper = needs, needs.first, needs.upper
        self._draw()
        self.layer_changed.emit()

    def serve(self, page: QWidget, focus: Callable[[], None]) -> None:
        """Types into the focused field of a page, and shows its keys.

        Args:
            page: whose fields all take text.
            focus: moves the focus to the field that is filled in first, if no field has it.
        """
        self._page_served, self._focus_page = page, focus
        self.pressed.connect(self._on_typed)
        follow_focus(self._on_focus_changed)

    def arrange(self, shape: Shape, *, small: bool = False) -> None:
        """Arranges the keys.

        Args:
            shape: where there is room for them.
            small: True for keys that are less high than a finger, because the window is.
        """
        if (shape, small) != (self._shape, self._is_small):
            self._shape, self._is_small = shape, small
            set_spacing(self._grid, _SMALL_GAP if small else _GAP)
            self._draw()

    def hold(self, first: QWidget | None, width: int) -> None:
        """Holds the first button of a narrow window.

        Args:
            first: the button.
            width: of the button in pixels at scale 1; 0 for all of the pad's.
        """
        if first is None or (first is self._first and width == self._first_width):
            return
        is_hidden, has_focus = first.isHidden(), first.hasFocus()
        self._first, self._first_width = first, width
        self._draw()
        # The text and the icon of the button keep the direction of the language.
        first.setLayoutDirection(QApplication.layoutDirection())
        first.setVisible(not is_hidden)
        if isinstance(first, Button):
            first.set_held(held=True)
        if has_focus:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def release(self, first: QWidget | None) -> None:
        """Gives the place of the first button back to the keys, if it is this button."""
        if first is not None and first is self._first:
            self._grid.removeWidget(first)
            self._first = None
            self._draw()

    def _draw(self) -> None:
        rows, last = self._page()
        for part in self._shown or ():
            if part is not None and part not in {rows, last}:
                part.hide()
                self._grid.removeWidget(part)
        self._shown = rows, last
        self._grid.addWidget(rows, 0, 0, 1, 2)
        rows.show()
        if last is not None:
            self._grid.addWidget(last, 1, 0, 1, 1 if self._first is not None else 2)
            last.show()
        if self._first is not None:
            if last is not None:
                self._grid.addWidget(self._first, 1, 1)
                set_minimum_width(self._first, self._first_width)
            else:
                self._grid.addWidget(self._first, 1, 0, 1, 2)
                set_minimum_width(self._first, 0)
        self._grid.setRowStretch(0, 1)
        for part in (rows, last):
            if part is not None:
                part.show_case(upper=self._is_upper)
        rescale(self, self._style.scale)

    def _page(self) -> tuple[_Keys, _Keys | None]:
        wanted = (self._needs, self._layer, self._shape, self._is_small)
        made = self._pages.get(wanted)
        if made is None:
            made = self._pages[wanted] = self._make_page()
            for part in made:
                if part is not None:
                    part.pressed.connect(self._on_pressed)
        return made

    def _make_page(self) -> tuple[_Keys, _Keys | None]:
        gap = _LOW_GAP if self._shape is Shape.LOW else _SMALL_GAP if self._is_small else _GAP
        tall = 0 if self._shape is Shape.BESIDE else _LOW if self._is_small else _TALL
        # Codes and bill numbers are sent as they are typed, so they have no digits of another script.
        zero = "0" if self._needs.letters else self._zero
        if self._layer is Layer.DIGITS:
            keys = _Keys(zero, gap, tall, self)
            for row in digit_rows(self._needs, self._shape):
                keys.add_row([(key, 1) for key in row], digits=True)
            if self._shape is Shape.BESIDE:
                return keys, None
            last = _Keys(zero, gap, tall, self)
            last.add_row(last_of_digits(self._needs), digits=True)
            return keys, last
        keys = _Keys(zero, gap, tall, self)
        for row in letter_rows(self._needs, self._shape):
            # The first ones fill a short row. They are what an e-mail address has most.
            wide = COLUMNS - len(row) if self._shape is Shape.BESIDE else 0
            spans = [(key, 4 if at < wide else 2) for at, key in enumerate(row)]
            keys.add_row(spans, shift=10 - len(row) if self._shape is Shape.UNDER else 0)
        last_keys = last_row(self._needs, self._shape)
        if self._shape is Shape.BESIDE:
            keys.add_row([(key, 2 * span) for key, span in last_keys])
            return keys, None
        last = _Keys(zero, gap, tall and (_LOW if self._is_small else _LAST), self)
        last.add_row(last_keys)
        return keys, last

    # What is pressed

    @Slot(str)
    def _on_pressed(self, key: str) -> None:
        match key:
            case pad_layers.SHIFT:
                self._is_upper = not self._is_upper
                self._draw()
            case pad_layers.SWITCH:
                self._layer = Layer.LETTERS if self._layer is Layer.DIGITS else Layer.DIGITS
                self._draw()
                self.layer_changed.emit()
            case _:
                self.pressed.emit(key)

    def _field(self) -> QLineEdit | None:
        focused = QApplication.focusWidget()
        is_served = self._page_served is not None and focused is not None and self._page_served.isAncestorOf(focused)
        return focused if is_served and isinstance(focused, QLineEdit) else None

    @Slot(str)
    def _on_typed(self, key: str) -> None:
        if self._field() is None and self._focus_page is not None:
            self._focus_page()
        field = self._field()
        if field is not None:
            type_into(field, key)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        field = self._field()
        if field is not None:
            self.follow(field)

    @Slot()
    def _on_hints_changed(self) -> None:
        if self._edit is not None:
            self.follow(self._edit)


class _Keys(QWidget):
    """Some rows of keys.

    Signals:
        pressed: a character, `BACKSPACE`, `SHIFT` or `SWITCH`.
    """

    pressed = Signal(str)

    def __init__(self, zero: str, gap: int, tall: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._zero, self._tall = zero, tall
        self._rows = 0
        self._is_upper = False
        self._letters: list[KeyButton] = []
        self._shifts: list[KeyButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._grid, gap)
        if tall:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add_row(self, keys: list[tuple[str, int]], *, digits: bool = False, shift: int = 0) -> None:
        """Adds a row.

        Args:
            keys: each with the columns that it takes. An empty one leaves its place free.
            digits: True for the large keys of the digits' layer.
            shift: columns that the row begins further in.
        """
        column = shift
        for key, span in keys:
            if key:
                self._grid.addWidget(self._key(key, digits=digits), self._rows, column, 1, span)
            column += span
        for at in range(column):
            self._grid.setColumnStretch(at, 1)
        self._grid.setRowStretch(self._rows, 1)
        self._rows += 1

    def show_case(self, *, upper: bool) -> None:
        """Shows upper-case or lower-case letters."""
        for key in self._shifts:
            set_tone(key, "on" if upper else "layer")
        if upper == self._is_upper:
            return
        self._is_upper = upper
        for key in self._letters:
            letter = key.typed.upper() if upper else key.typed.lower()
            key.typed = letter
            key.setText(letter)
            key.setAccessibleName(letter)

    def _key(self, key: str, *, digits: bool) -> KeyButton:
        made = self._make(key, digits=digits)
        made.tall = self._tall
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        made.pressed.connect(self._on_key)
        return made

    def _make(self, key: str, *, digits: bool) -> KeyButton:
        tone = "" if digits else "letter"
        match key:
            case pad_layers.BACKSPACE:
                made = KeyButton("", "backspace", self.tr("Backspace"), key, icon="erase", parent=self)
                made.setAutoRepeat(True)
            case pad_layers.SHIFT:
                made = KeyButton("⇧", "shift", self.tr("Shift"), key, tone="layer", parent=self)
                self._shifts.append(made)
            case pad_layers.SWITCH:
                words = ("ABC", self.tr("Letters")) if digits else ("123", self.tr("Digits"))
                made = KeyButton(words[0], words[1].lower(), words[1], key, tone="layer", parent=self)
                made.setObjectName("letters" if digits else "digits")
            case pad_layers.SPACE:
                made = KeyButton("␣", "space", self.tr("Space"), key, tone=tone, parent=self)
            case _ if key in "0123456789":
                shown = chr(ord(self._zero) + int(key))
                made = KeyButton(shown, f"digit_{key}", key, shown, tone=tone, parent=self)
            case _ if key.isalpha():
                made = KeyButton(key, f"letter_{key}", key, key, tone=tone, parent=self)
                self._letters.append(made)
            case "+":
                made = KeyButton(key, "plus", key, key, tone=tone, parent=self)
            case _ if digits:
                made = KeyButton(key, "decimal_mark", self.tr("Decimal mark"), key, parent=self)
            case _:
                made = KeyButton(key, f"mark_{ord(key)}", key, key, tone=tone, parent=self)
        return made

    @Slot()
    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton):
            self.pressed.emit(key.typed)


def type_into(edit: QLineEdit, typed: str) -> None:
    """Types one character, or `BACKSPACE`, as a keyboard would, so that the same checks apply."""
    if typed == BACKSPACE:
        key, text = Qt.Key.Key_Backspace, ""
    else:
        code = ord(typed.upper())
        key, text = Qt.Key(code) if _FIRST <= code <= _LAST_ASCII else Qt.Key.Key_unknown, typed
    upper = typed.isalpha() and typed.isupper()
    modifier = Qt.KeyboardModifier.ShiftModifier if upper else Qt.KeyboardModifier.NoModifier
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(edit, QKeyEvent(kind, key, modifier, text))


_FIRST, _LAST_ASCII = 0x20, 0x7E
"""Characters whose code is the code of their key in Qt."""
