"""Shows the on-screen number pad, which types into the current field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.gui.scale import set_spacing
from desktop.gui.widgets.buttons import KeyButton

BACKSPACE = "\b"
_ROWS = ("789", "456", "123")


class NumberPad(QWidget):
    """Ten digits, the decimal mark and a key that erases the last character.

    Signals:
        pressed: the character to type, or `BACKSPACE`.
    """

    pressed = Signal(str)

    def __init__(self, decimal_mark: str, zero: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("number_pad")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(grid, 10)
        # A number pad has the same order in every language, like a calculator.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for row, digits in enumerate(_ROWS):
            for column, digit in enumerate(digits):
                grid.addWidget(self._key(chr(ord(zero) + int(digit)), f"digit_{digit}", digit), row, column)
        grid.addWidget(self._key(decimal_mark, "decimal_mark", self.tr("Decimal mark")), 3, 0)
        grid.addWidget(self._key(zero, "digit_0", "0"), 3, 1)
        grid.addWidget(self._key("\N{ERASE TO THE LEFT}", "erase", self.tr("Erase"), typed=BACKSPACE), 3, 2)

    def _key(self, text: str, name: str, spoken: str, *, typed: str = "") -> KeyButton:
        key = KeyButton(text, name, spoken, self)
        key.setProperty("typed", typed or text)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.clicked.connect(self._on_clicked)
        return key

    @Slot()
    def _on_clicked(self) -> None:
        self.pressed.emit(self.sender().property("typed"))
