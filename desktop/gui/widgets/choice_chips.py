"""Offers a few choices as chips, of which one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup

from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.flow_layout import FlowBox

if TYPE_CHECKING:
    from collections.abc import Iterable


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
        self._choices: dict[Button, Choice] = {}
        for choice in choices:
            chip = Button(choice.words, choice.name, role="chip", icon=choice.icon)
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
        return list(self._choices)

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

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button) and chip in self._choices and self._choices[chip].value != self._shown:
            self.choose(self._choices[chip].value)
            self.chosen.emit()
