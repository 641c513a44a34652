"""Shows the three steps, member, points and code, with the number pad or the training panel beside them."""

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
from desktop.gui.scale import set_spacing
from desktop.gui.screen import Panel, Place, Screen
from desktop.gui.widgets.message_view import MessageView
from desktop.gui.widgets.number_pad import BACKSPACE, NumberPad
from desktop.gui.widgets.phone import TrainingPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style
    from desktop.gui.widgets.fields import TextField

_SIDE_WIDTH = 300
_NARROW = 760


class CounterPage(QWidget):
    """The three steps. The current step is large, and a finished step shrinks to one line.

    Attributes:
        message: the place where the last message stands.
    """

    def __init__(self, controller: Controller, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._unread = ""
        self._place = Place.MEMBER
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 22)
        column = self._column = QVBoxLayout()
        set_spacing(column, 10)
        self.member = MemberStep(controller, style)
        self.points = PointsStep(controller, style)
        self.code = CodeStep(controller, style)
        for step in (self.member, self.points, self.code):
            column.addWidget(step)
        self.message = self.member.on_card
        self.question = QuestionPanel(controller, style)
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
        """Draws the three steps."""
        steps = (self.member, self.points, self.code)
        self.step.draw(screen)
        if screen.place is not self._place:
            self._place = screen.place
            focused = QApplication.focusWidget()
            hidden = [step for step in steps if step is not self.step or not screen.is_at_a_step]
            if focused is not None and any(step.isAncestorOf(focused) for step in hidden):
                # Before its step is hidden, because Qt would pass the focus on through the whole window.
                focused.clearFocus()
                if screen.is_at_a_step:
                    self.focus()
        for step in steps:
            step.draw(screen)
        self.make_room()
        if self.training is not None:
            self.training.draw()
        if self._unread and screen.place is Place.CODE and screen.busy is None:
            # Later, because this is part of drawing the window.
            QTimer.singleShot(0, self._say_unread)
        asked = screen.question is not None
        self.question.draw(screen)
        if asked and self.isVisible() and not self.question.has_focus_for(screen):
            # Before the steps are disabled, because a disabled field would pass the focus on by itself.
            self.question.focus()
        for behind in (self.member, self.points, self.code, self._side):
            if behind is not None:
                behind.setEnabled(not asked)
        # The answers need the room of a step that shows nothing new.
        self.code.setVisible(not asked or screen.place is Place.CODE)
        self.member.setVisible(not asked or screen.place is not Place.CODE)

    def show_message(self, notice: Notice) -> None:
        """Shows a message where it belongs, and removes every other. An empty one removes them all."""
        asks = self._controller.screen.question is not None
        place = self.question.message if asks else self.step.place_of(notice)
        for other in self.findChildren(MessageView):
            if other is not place or not notice.text:
                other.clear()
        if notice.text:
            self.message = place
            place.show_message(self._controller.as_of_now(notice))

    @Slot()
    def make_room(self) -> None:
        """Hides the code step if the points step needs its room."""
        self.code.setVisible(not self.points.is_crowded)

    def focus(self) -> None:
        """Moves the focus to where the next input belongs, or to the careful answer if a question is open."""
        screen = self._controller.screen
        if screen.question is not None:
            self.question.focus()
            return
        self.step.focus()

    @property
    def field(self) -> TextField:
        """The field into which the number pad and a scanner type."""
        match self._controller.screen.place:
            case Place.POINTS:
                return self.points.bill if self.points.bill.edit.hasFocus() else self.points.points
            case Place.CODE:
                return self.code.supervisor.pin if self._controller.screen.panel is Panel.SUPERVISOR else self.code.code
            case _:
                return self.member.mobile

    @Slot(str)
    def type_key(self, typed: str) -> None:
        """Types a key of the number pad or a scanner like a keyboard would, so that the same checks apply."""
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
        """Fills in a sample member's number."""
        if self._controller.screen.place is not Place.MEMBER:
            self._controller.new_customer()
        self.member.mobile.set_text(mobile)
        self.member.focus()

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self._column.setSpacing(4 if compact else 10)
        for step in (self.member, self.points, self.code):
            step.set_compact(compact=compact)
        for message in self.findChildren(MessageView):
            message.set_compact(compact=compact)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Hides the side in a narrow window."""
        super().resizeEvent(event)
        if self._side is not None:
            self._side.setVisible(self.width() >= _NARROW)

    @property
    def step(self) -> MemberStep | PointsStep | CodeStep:
        """The current step."""
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
        """Remembers a text message, to show it as a message if there is no room for the member's phone."""
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
