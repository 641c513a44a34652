"""Offers several matching members by masked details, so that the cashier can choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.masking import mask_identifier
from desktop.gui.scale import rescale, scale_of, set_spacing
from desktop.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.domain.member import Member

MOST = 5
"""Members that are offered at most. If more match, the cashier must ask for something else."""


class Matches(QWidget):
    """A button for each matching member.

    Signals:
        chosen: the cashier chose this one (`Member`).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[Member, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 6)
        self.buttons: list[Button] = []
        self.hide()

    def show_members(self, members: tuple[Member, ...]) -> None:
        """Offers these members. Hides the buttons if there are none."""
        self._members = members[:MOST]
        # Made when they are needed, because several members seldom match.
        while len(self.buttons) < len(self._members):
            button = Button("", f"match_{len(self.buttons) + 1}")
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(button)
            self.buttons.append(button)
            rescale(button, scale_of(self))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self._members))
            if at < len(self._members):
                words = _words_of(self._members[at])
                button.setText(words)
                button.setAccessibleName(words)
        self.setVisible(bool(self._members))

    def focus(self) -> None:
        """Moves the focus to the first."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self.buttons:
            self.chosen.emit(self._members[self.buttons.index(button)])


def _words_of(member: Member) -> str:
    details = (member.name, mask_identifier(member.mobile), mask_identifier(member.email), member.tier)
    return " · ".join(one for one in details if one)
