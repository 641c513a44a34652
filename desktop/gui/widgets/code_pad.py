"""Lets the member type the validation code on the customer's display: boxes for the characters, and keys to touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.scale import set_fixed_size, set_spacing
from desktop.gui.style import set_role, set_tone
from desktop.gui.widgets.buttons import Button, KeyButton

if TYPE_CHECKING:
    from desktop.gui.formats import LocaleFormats

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_COLUMNS = 6
_WIDE_COLUMNS = 9
_BOXES = 6
_LONGEST = 16
"""More characters than any code has. A box gets too narrow beyond that."""


class CodePad(QWidget):
    """Boxes and keys for one code. It never takes the keyboard, which is the cashier's.

    Signals:
        entered: the member is done (`str`).
    """

    entered = Signal(str)

    def __init__(self, formats: LocaleFormats) -> None:
        super().__init__()
        self._formats = formats
        self._code = ""
        self._boxes: list[QLabel] = []
        self._columns = 0
        # A code reads from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        set_spacing(self._row, 8)
        column.addLayout(self._row)
        grid = self._grid = QGridLayout()
        self._keys: list[KeyButton] = []
        for letter in _LETTERS:
            key = KeyButton(letter, f"key_{letter.lower()}", letter, letter, tone="letter")
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            key.clicked.connect(self._on_key)
            self._keys.append(key)
        column.addLayout(grid, 1)
        last = QHBoxLayout()
        set_spacing(last, 8)
        self.erase = KeyButton("", "erase_code", self.tr("Erase"), "", icon="erase")
        self.done = Button(self.tr("Done"), "code_done", role="primary", icon="check")
        for button in (self.erase, self.done):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_fixed_size(self.erase, 0, 60)
        last.addWidget(self.erase, 1)
        last.addWidget(self.done, 2)
        column.addLayout(last)
        self.erase.clicked.connect(self._on_erase)
        self.done.clicked.connect(self._on_done)
        self.set_low(low=False)
        self.clear()

    def set_low(self, *, low: bool, wide: bool = False) -> None:
        """Makes the keys fit on a low display, on which they keep their size.

        Args:
            low: moves them closer together.
            wide: has fewer rows of more keys.
        """
        set_spacing(self._column, 8 if low else 16)
        set_spacing(self._grid, 4 if low else 8)
        columns = _WIDE_COLUMNS if wide else _COLUMNS
        if columns != self._columns:
            self._columns = columns
            for place, key in enumerate(self._keys):
                self._grid.addWidget(key, place // columns, place % columns)

    @property
    def code(self) -> str:
        """What was typed."""
        return self._code

    def clear(self) -> None:
        """Begins again."""
        self._set("")

    @Slot()
    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton) and len(self._code) < _LONGEST:
            self._set(self._code + key.text())

    @Slot()
    def _on_erase(self) -> None:
        self._set(self._code[:-1])

    @Slot()
    def _on_done(self) -> None:
        if self._code:
            self.entered.emit(self._code)

    def _set(self, code: str) -> None:
        self._code = code
        wanted = max(_BOXES, len(code))
        while len(self._boxes) < wanted:
            box = QLabel()
            set_role(box, "code_box")
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.setAccessibleName(" ")
            self._boxes.append(box)
            self._row.addWidget(box, 1)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < wanted)
            box.setText(code[place] if place < len(code) else "")
            set_tone(box, "next" if place == len(code) else "")
        self.done.setEnabled(bool(code))
