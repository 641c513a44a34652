"""Owns the page of the three steps: member, points, code, with the number pad or the training panel beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QInputDevice, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.settings import NumberPadMode
from desktop.gui.pages.code_step import CodeStep
from desktop.gui.pages.member_step import MemberStep
from desktop.gui.pages.points_step import PointsStep
from desktop.gui.pages.question_panel import QuestionPanel
from desktop.gui.screen import Panel, Place, Screen
from desktop.gui.widgets.number_pad import BACKSPACE, NumberPad
from desktop.gui.widgets.phone import TrainingPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.style import Style
    from desktop.gui.widgets.fields import TextField

_SIDE_WIDTH = 300
_NARROW = 760


class CounterPage(QWidget):
    """The three steps. The one at hand is large; what is done folds to a line."""

    def __init__(self, controller: Controller, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._unread = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(22)
        column = self._column = QVBoxLayout()
        column.setSpacing(10)
        self.member = MemberStep(controller, style)
        self.points = PointsStep(controller, style)
        self.code = CodeStep(controller, style)
        for step in (self.member, self.points, self.code):
            column.addWidget(step)
        self.question = QuestionPanel(controller)
        column.addWidget(self.question)
        row.addLayout(column, 1)
        self._side, self.training = self._make_side()
        if self._side is not None:
            self._side.setFixedWidth(_SIDE_WIDTH)
            row.addWidget(self._side)
        self.member.back_requested.connect(self._on_change_member)
        self.points.back_requested.connect(self._on_change_points)
        self.points.choices.opened.connect(self.make_room)

    def draw(self, screen: Screen) -> None:
        """Draws the three steps as they stand."""
        for step in (self.member, self.points, self.code):
            step.draw(screen)
        self.make_room()
        if self.training is not None:
            self.training.draw()
        if self._unread and screen.place is Place.CODE and screen.busy is None:
            # Not while the window is being drawn, of which this is a part.
            QTimer.singleShot(0, self._say_unread)
        asked = screen.question is not None
        self.question.draw(screen)
        if asked and self.isVisible() and not self.question.has_focus_for(screen):
            # Before the steps are disabled: a field that is disabled would hand the focus on by itself.
            self.question.focus()
        for behind in (self.member, self.points, self.code, self._side):
            if behind is not None:
                behind.setEnabled(not asked)
        # The answers need the room of a line that says nothing new.
        self.code.setVisible(not asked or screen.place is Place.CODE)
        self.member.setVisible(not asked or screen.place is not Place.CODE)

    @Slot()
    def make_room(self) -> None:
        """A step with much to fill in takes the room of the line that only says what comes next."""
        self.code.setVisible(not self.points.is_crowded)

    def focus(self) -> None:
        """Puts the cashier where the next thing is to be done; where something is asked, on the careful answer."""
        screen = self._controller.screen
        if screen.question is not None:
            self.question.focus()
            return
        self.step.focus()

    @property
    def field(self) -> TextField:
        """The field at hand, into which the number pad and a scanner type."""
        match self._controller.screen.place:
            case Place.POINTS:
                return self.points.bill if self.points.bill.edit.hasFocus() else self.points.points
            case Place.CODE:
                return self.code.supervisor.pin if self._controller.screen.panel is Panel.SUPERVISOR else self.code.code
            case _:
                return self.member.mobile

    @Slot(str)
    def type_key(self, typed: str) -> None:
        """Types what the number pad or a scanner sends, as the keyboard would, so that the same checks see it."""
        focused = QApplication.focusWidget()
        edit = focused if isinstance(focused, QLineEdit) and self.isAncestorOf(focused) else self.field.edit
        if not edit.hasFocus():
            self.field.focus()
            edit.deselect()
            edit.end(False)  # noqa: FBT003 - Qt's own signature: do not select
        key = Qt.Key.Key_Backspace if typed == BACKSPACE else Qt.Key.Key_unknown
        text = "" if typed == BACKSPACE else typed
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(edit, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    @Slot(str)
    def fill_mobile(self, mobile: str) -> None:
        """Fills a sample member's number in."""
        if self._controller.screen.place is not Place.MEMBER:
            self._controller.new_customer()
        self.member.mobile.set_text(mobile)
        self.member.focus()

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self._column.setSpacing(4 if compact else 10)
        for step in (self.member, self.points, self.code):
            step.set_compact(compact=compact)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow window has no side."""
        super().resizeEvent(event)
        if self._side is not None:
            self._side.setVisible(self.width() >= _NARROW)

    @property
    def step(self) -> MemberStep | PointsStep | CodeStep:
        """The step at hand."""
        match self._controller.screen.place:
            case Place.POINTS:
                return self.points
            case Place.CODE:
                return self.code
            case _:
                return self.member

    def _make_side(self) -> tuple[QWidget | None, TrainingPanel | None]:
        formats = self._controller.formats
        pad: NumberPad | None = None
        if self._wants_pad() or self._controller.training:
            pad = NumberPad(formats.decimal_mark, formats.locale.zeroDigit())
            pad.pressed.connect(self.type_key)
        if self._controller.training:
            panel = TrainingPanel(formats, pad)
            panel.member_chosen.connect(self.fill_mobile)
            panel.arrived.connect(self._on_arrived)
            return panel, panel
        return pad, None

    def _wants_pad(self) -> bool:
        match self._controller.settings.number_pad:
            case NumberPadMode.ALWAYS:
                return True
            case NumberPadMode.NEVER:
                return False
            case NumberPadMode.AUTO:
                return any(device.type() == QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())

    @Slot(str)
    def _on_arrived(self, text: str) -> None:
        """Where there is no room for the member's phone, what it says has to be said here."""
        self._unread = text if self._side is not None and not self._side.isVisibleTo(self) else ""

    @Slot()
    def _say_unread(self) -> None:
        text, self._unread = self._unread, ""
        if text:
            self._controller.say("info", text)

    @Slot()
    def _on_change_member(self) -> None:
        self._controller.back_to(Place.MEMBER)

    @Slot()
    def _on_change_points(self) -> None:
        self._controller.back_to(Place.POINTS)
