"""Offers a few choices as chips, of which one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup

from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.flow_layout import FlowBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice.

    Attributes:
        words: on its chip.
        icon: a file in `resources/icons` without its ending. The chosen chip has a tick instead.
        value: what is chosen.
        name: the object name of its chip, in snake_case.
    """

    words: str
    icon: str
    value: object
    name: str


class _Chip(Button):
    """A chip that knows whether an arrow key is moving on from it, because Qt then clicks the next chip.

    Attributes:
        is_moving: True while it handles an arrow key.
    """

    is_moving = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notes an arrow key while it is handled."""
        self.is_moving = event.key() in _ARROWS
        try:
            super().keyPressEvent(event)
        finally:
            self.is_moving = False


class ChoiceChips(FlowBox):
    """Chips of which exactly one is chosen.

    Signals:
        chosen: the cashier chose another one.
    """

    chosen = Signal()

    def __init__(self, words: str, object_name: str, choices: Iterable[Choice]) -> None:
        """Creates the chips. The first one is chosen.

        Args:
            words: what is chosen, as a screen reader says it.
            object_name: the name for tests, in snake_case.
            choices: what there is to choose from.
        """
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(words)
        self._group = QButtonGroup(self)
        self._choices: dict[_Chip, Choice] = {}
        for choice in choices:
            chip = _Chip(choice.words, choice.name, role="chip", icon=choice.icon)
            # A field may have the same name as the chip that it belongs to.
            chip.setAccessibleName(f"{words} {choice.words}")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self._choices[chip] = choice
            self.add(chip)
            chip.clicked.connect(self._on_clicked)
        self._shown: object = None
        self.choose(next((choice.value for choice in self._choices.values()), None))

    @property
    def chips(self) -> list[Button]:
        """The chips, in their order."""
        return [*self._choices]

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._shown

    def choose(self, value: object) -> None:
        """Chooses without emitting `chosen`."""
        self._shown = value
        for chip, choice in self._choices.items():
            is_chosen = choice.value == value
            chip.setChecked(is_chosen)
            chip.set_icon("check" if is_chosen else choice.icon)

    @property
    def has_focus(self) -> bool:
        """True if one of the chips has the focus."""
        return any(chip.hasFocus() for chip in self._choices)

    @property
    def is_moving(self) -> bool:
        """True while an arrow key goes from one chip to the next. The next arrow key may go further."""
        return any(chip.is_moving for chip in self._choices)

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip) and chip in self._choices and self._choices[chip].value != self._shown:
            self.choose(self._choices[chip].value)
            self.chosen.emit()
