"""Shows a question about an earlier redemption. Only its own two buttons answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.scale import set_margins, set_spacing
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.message_view import MessageView

if TYPE_CHECKING:
    from desktop.domain.failures import HeldBack
    from desktop.gui.controller import Controller
    from desktop.gui.screen import Screen
    from desktop.gui.style import Style


class QuestionPanel(QWidget):
    """`Screen.question` with its answers: the careful one first, and if the hold is not final, the one that goes on."""

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._focused_for: HeldBack | None = None
        self.setObjectName("question")
        column = QVBoxLayout(self)
        # Room for the ring around the answer that has the focus.
        set_margins(column, 6, 0, 6, 6)
        set_spacing(column, 8)
        self.message = MessageView(style)
        column.addWidget(self.message)
        row = QHBoxLayout()
        set_spacing(row, 14)
        column.addLayout(row)
        self.leave = Button(self.tr("Go back"), "go_back", role="quiet", key=self.tr("Enter"))
        self.anyway = Button(self.tr("Redeem anyway"), "redeem_anyway", role="quiet")
        row.addWidget(self.leave, 1)
        row.addWidget(self.anyway, 1)
        self.hide()
        self.leave.clicked.connect(controller.redeeming.leave_question)
        self.anyway.clicked.connect(self._on_anyway)

    def draw(self, screen: Screen) -> None:
        """Shows the answers to the question, or hides them if there is none."""
        question = screen.question
        self.setVisible(question is not None)
        self.leave.offer = self.anyway.offer = question
        if question is None:
            return
        self.anyway.setVisible(question.can_go_on)
        formats, points = self._controller.formats, question.points
        self.anyway.show_words(
            self.tr("Redeem anyway")
            if points is None
            else self.tr("Redeem {points} points anyway", "", formats.plural(points)).format(
                points=formats.number(points)
            )
        )

    def has_focus_for(self, screen: Screen) -> bool:
        """True if the focus is already on an answer to this question. Drawing it again must not move the focus."""
        held = screen.question.held if screen.question is not None else None
        return held is self._focused_for and (self.leave.hasFocus() or self.anyway.hasFocus())

    def focus(self) -> None:
        """Moves the focus to the careful answer."""
        question = self._controller.screen.question
        self._focused_for = question.held if question is not None else None
        self.leave.take_focus(question.says.spoken if question is not None else "")

    @property
    def is_asking(self) -> bool:
        """True while the question is visible and unanswered."""
        return self._controller.screen.question is not None and self.isVisible()

    def has_answer(self, widget: QObject) -> bool:
        """True if the widget is one of the answers."""
        return widget in {self.leave, self.anyway}

    def step(self) -> None:
        """Moves the focus to the other answer; to the careful one if the focus is elsewhere."""
        is_next = self.leave.hasFocus() and self.anyway.isVisible()
        (self.anyway if is_next else self.leave).setFocus(Qt.FocusReason.TabFocusReason)

    def press_careful_answer(self) -> None:
        """Presses the careful answer."""
        self.leave.click()

    @Slot()
    def _on_anyway(self) -> None:
        question = self._controller.screen.question
        if question is not None:
            self._controller.redeeming.go_on_anyway(question)
