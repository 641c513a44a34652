"""Offers several matching members by masked details, so that the cashier can choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.masking import mask_identifier
from desktop.gui.scale import rescale, scale_of, set_spacing
from desktop.gui.tab_order import come_after
from desktop.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.member import Member

MOST = 5
"""Members that are offered at most. If more match, the cashier must ask for something else."""


class _MemberButton(Button):
    """A member in one line, or with the name above the details if the line would be wider than the card."""

    def __init__(self, object_name: str) -> None:
        super().__init__("", object_name)
        # A button is otherwise never narrower than its text.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._parts: tuple[str, ...] = ()

    def show_member(self, member: Member) -> None:
        """Shows a member by masked details."""
        details = (mask_identifier(member.mobile), mask_identifier(member.email), member.tier)
        self._parts = tuple(part for part in (member.name, " · ".join(one for one in details if one)) if part)
        self.show_words(" · ".join(self._parts))
        self._fit_lines()

    def minimumSizeHint(self) -> QSize:
        """Any width will do, because the text is fitted to it."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the text to the width."""
        super().resizeEvent(event)
        self._fit_lines()

    def _fit_lines(self) -> None:
        metrics = self.fontMetrics()
        edges = self.sizeHint().width() - max(metrics.horizontalAdvance(one) for one in self.text().split("\n"))
        room, line = self.width() - edges, " · ".join(self._parts)
        if metrics.horizontalAdvance(line) > room:
            line = "\n".join(metrics.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in self._parts)
        if line != self.text():
            self.setText(line)


class Matches(QWidget):
    """A button for each matching member.

    Signals:
        chosen: the cashier chose this one (`Member`).
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._members: tuple[Member, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 6)
        self.buttons: list[_MemberButton] = []
        self.hide()

    def show_members(self, members: tuple[Member, ...]) -> None:
        """Offers these members. Hides the buttons if there are none."""
        self._members = members[:MOST]
        # Made when they are needed, because several members seldom match.
        while len(self.buttons) < len(self._members):
            button = _MemberButton(f"match_{len(self.buttons) + 1}")
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(button)
            come_after(self.buttons[-1] if self.buttons else self, [button])
            self.buttons.append(button)
            rescale(button, scale_of(self))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self._members))
            if at < len(self._members):
                button.show_member(self._members[at])
        self.setVisible(bool(self._members))

    def focus(self) -> None:
        """Moves the focus to the first."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _MemberButton) and button in self.buttons:
            self.chosen.emit(self._members[self.buttons.index(button)])
