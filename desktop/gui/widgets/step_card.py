"""Shows one step as a card: one line before its turn, large while it is current, one line of facts when it is done."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.scale import set_fixed_size, set_margins, set_spacing
from desktop.gui.style import set_role, set_tone
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, caption, label

_LINE_HEIGHT = 50


class Stage(StrEnum):
    """Whether a step is upcoming, current or done."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    DONE = "done"


class StepCard(QFrame):
    """A step of the redemption. Subclasses fill `body` (while it is current) and `facts` (when it is done).

    Signals:
        back_requested: the cashier wants to change this step.
    """

    back_requested = Signal()

    def __init__(self, number: str, title: str, change: tuple[str, str] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Stage.UPCOMING
        self._is_compact = False
        self._margins = QMargins()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)

        self._upcoming = QWidget()
        row = QHBoxLayout(self._upcoming)
        set_margins(row, 18, 0, 18, 0)
        set_spacing(row, 14)
        row.addWidget(_badge(number))
        self._upcoming_title = label("upcoming_title", title)
        row.addWidget(self._upcoming_title, 1)

        self._done = QWidget()
        self.facts = QHBoxLayout()
        set_spacing(self.facts, 12)
        row = QHBoxLayout(self._done)
        set_margins(row, 18, 0, 10, 0)
        set_spacing(row, 14)
        row.addWidget(_badge("✓", "done"))
        row.addLayout(self.facts, 1)
        self.change_button: Button | None = None
        if change is not None:
            text, name = change
            self.change_button = Button(text, name, role="link")
            self.change_button.clicked.connect(self.back_requested)
            row.addWidget(self.change_button)

        self._current = QWidget()
        self.body = QVBoxLayout(self._current)
        set_margins(self.body, 22, 14, 22, 16)
        set_spacing(self.body, 8)
        head = QHBoxLayout()
        set_spacing(head, 12)
        head.addWidget(_badge(number, "current"))
        self._title = ElidedLabel("title")
        self._title.setText(title)
        head.addWidget(self._title)
        head.addStretch(1)
        self.head = head
        self.body.addLayout(head)

        for part in (self._upcoming, self._done, self._current):
            outer.addWidget(part)
        self.set_stage(Stage.UPCOMING)

    def set_title(self, title: str) -> None:
        """Sets the title, which asks the step's question."""
        self._title.setText(title)
        self._upcoming_title.setText(title)

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        if compact == self._is_compact:
            return
        self._is_compact = compact
        if compact:
            self._margins = self.body.contentsMargins()
        self.body.setContentsMargins(QMargins(12, 2, 12, 8) if compact else self._margins)
        self.set_stage(self.stage)

    def set_stage(self, stage: Stage) -> None:
        """Shows the card as upcoming, current or done."""
        self.stage = stage
        self._upcoming.setVisible(stage is Stage.UPCOMING and not self._is_compact)
        self._done.setVisible(stage is Stage.DONE)
        self._current.setVisible(stage is Stage.CURRENT)
        roles = {Stage.UPCOMING: "upcoming", Stage.CURRENT: "card", Stage.DONE: "line"}
        if self.property("role") != roles[stage]:
            set_role(self, roles[stage])
            style = self.style()
            style.unpolish(self)
            style.polish(self)
        if stage is Stage.CURRENT:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        else:
            # If there is little room, an upcoming step can be hidden.
            self.setFixedHeight(0 if stage is Stage.UPCOMING and self._is_compact else _LINE_HEIGHT)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _badge(text: str, tone: str = "") -> QLabel:
    made = caption("step", text)
    set_fixed_size(made, 28, 28)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_tone(made, tone)
    return made
