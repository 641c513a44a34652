"""Shows the three steps, member, points and code, with the pad, today's redemptions or the training panel."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.focus import follow_focus
from desktop.gui.pages.code_step import CodeStep
from desktop.gui.pages.counter_side import CounterSide, Side
from desktop.gui.pages.member_step import MemberStep
from desktop.gui.pages.points_step import PointsStep
from desktop.gui.pages.question_panel import QuestionPanel
from desktop.gui.scale import follow_scale, lay_out_now, make_viewport, scale_of, set_spacing
from desktop.gui.screen import Panel, Place, Screen
from desktop.gui.touch import Finger
from desktop.gui.widgets.fields import FieldEdit
from desktop.gui.widgets.number_pad import type_into
from desktop.gui.widgets.step_card import Room, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.pages.today import TodayList
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style
    from desktop.gui.widgets.fields import TextField
    from desktop.gui.widgets.message_view import MessageView
    from desktop.gui.widgets.phone import TrainingPanel

_NARROW = 1024
"""Width in pixels at scale 1 below which the pad is under the card, or holds the first button."""

_SMALL_WIDTH, _SMALL_HEIGHT = 720, 480
_HINT_FROM = 560
"""Height in pixels at scale 1 from which the first step has room for the hint about scanning."""

_FIELD = 52
"""Height in pixels at scale 1 that the steps have at least: a field. Its label needs more, and can be scrolled to."""

_RING = 4
"""Pixels at scale 1 that stay free below what has the focus, because its ring is painted there."""

_WORDS = 24
"""Height in pixels at scale 1 of the words above a field."""

_LOW = 340
"""Height in pixels below which only the field has room above the letters."""


class _StepsFrame(QScrollArea):
    """Scrolls the steps if there is little room. It has no look of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        make_viewport(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


class CounterPage(QWidget):
    """The three steps. The current step is large, and a finished step shrinks to one line.

    Attributes:
        message: the place where the last message stands.

    Signals:
        history_requested: open the history.
    """

    history_requested = Signal()

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        follow_scale(self)
        self._controller, self._style = controller, style
        self._room = Room.WIDE
        self._is_arranging = self._is_resized = False
        self._from_member = ""
        self._gaps = (0, 0)
        self._is_under = False
        self._height = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        # If the pad leaves too little room, the steps scroll and the pad stays.
        self._frame = _StepsFrame()
        inside = QWidget()
        self._frame.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.member = MemberStep(controller, style)
        self.points = PointsStep(controller, style)
        self.code = CodeStep(controller, style)
        self.steps: tuple[MemberStep, PointsStep, CodeStep] = (self.member, self.points, self.code)
        # The lines of finished steps stand beside each other if there is little room.
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.addWidget(self.member)
        self._lines.addWidget(self.points)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.code)
        self.message = self.member.on_card
        self.question = QuestionPanel(controller, style)
        self._column.addWidget(self.question)
        self._grid.addWidget(self._frame, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1)
        self.side = CounterSide(controller, style)
        self._grid.addWidget(self.side, 0, 1)
        self.side.member_chosen.connect(self.fill_mobile)
        self.side.history_requested.connect(self.history_requested)
        self.side.pressed.connect(self.type_key)
        self.side.changed.connect(self._arrange)
        self.member.back_requested.connect(self._on_change_member)
        self.points.back_requested.connect(self._on_change_points)
        self.points.height_changed.connect(self._arrange)
        self._finger = Finger(self)
        self._finger.lifted.connect(self.show_focus)
        follow_focus(self._on_focus_changed)
        style.changed.connect(self._on_style_changed)
        self._arrange()

    @property
    def training(self) -> TrainingPanel | None:
        """The panel of training, or None."""
        return self.side.training

    @property
    def today(self) -> TodayList:
        """Today's redemptions beside the steps."""
        return self.side.today

    def draw(self, screen: Screen) -> None:
        """Draws the three steps. `show_message` has to follow: it arranges them, with room for the message."""
        with self._arranged_once():
            current = self.step
            current.draw(screen)
            for step in self.steps:
                if step is not current:
                    step.draw(screen)
        self.side.draw(screen)
        asked = screen.question is not None
        self.question.draw(screen)
        if asked and self.isVisible() and not self.question.has_focus_for(screen):
            # Before the steps are disabled, because a disabled field would pass the focus on by itself.
            self.question.focus()
        for behind in (*self.steps, self.side):
            behind.setEnabled(not asked)
        self._follow()

    def draw_behind(self, screen: Screen) -> None:
        """Draws only what can be seen beside another page too. The steps have to be drawn soon after."""
        self.side.draw(screen)

    def show_message(self, notice: Notice) -> None:
        """Shows a message where it belongs, removes every other, and arranges the steps. An empty one removes all."""
        asks = self._controller.screen.question is not None
        place = self.question.message if asks else self.step.place_of(notice)
        self.remove_messages(place if notice.text else None)
        if notice.text:
            self.message = place
            place.show_message(self._controller.as_of_now(notice))
        self._arrange()

    def remove_messages(self, but: MessageView | None = None) -> None:
        """Removes the message unless it stands here. The steps have to be arranged before they are shown again."""
        if self.message is not but:
            self.message.clear()

    def focus(self) -> None:
        """Moves the focus to where the next input belongs, or to the careful answer if a question is open."""
        screen = self._controller.screen
        if screen.question is not None:
            self.question.focus()
            return
        self.step.focus()

    @property
    def field(self) -> TextField:
        """The field into which the pad and a scanner type."""
        match self._controller.screen.place:
            case Place.POINTS:
                return self.points.bill if self.points.bill.edit.hasFocus() else self.points.points
            case Place.CODE:
                return self.code.supervisor.pin if self._controller.screen.panel is Panel.SUPERVISOR else self.code.code
            case _:
                return self.member.mobile

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

    @Slot(str)
    def type_key(self, typed: str) -> None:
        """Types a key of the pad or a scanner like a keyboard would, so that the same checks apply."""
        edit = self._focused_edit()
        if edit is None:
            edit = self.field.edit
            if not edit.isVisible():
                # No code is asked for, or the group's fields are open.
                return
            self.field.focus()
            edit.deselect()
            edit.end(False)  # noqa: FBT003 - Qt's own signature: do not select
        type_into(edit, typed)

    @Slot(str)
    def fill_mobile(self, mobile: str) -> None:
        """Fills in a sample member's number."""
        if self._controller.screen.is_locked:
            return
        if self._controller.screen.place is not Place.MEMBER:
            self._controller.new_customer()
        self.member.mobile.set_text(mobile)
        self.member.focus()

    @Slot(str)
    def fill_code(self, code: str) -> None:
        """Fills in the code that the member typed on the customer's display, unless the cashier is typing one."""
        screen = self._controller.screen
        field = self.code.code
        if screen.place is not Place.CODE or screen.busy is not None or screen.question is not None:
            return
        if field.text in {"", self._from_member}:
            self._from_member = code
            field.set_text(code)
            self._controller.say("info", self.tr("The member has entered the code."))

    # The keys of the field at hand

    def _focused_edit(self) -> QLineEdit | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, QLineEdit) and self.isAncestorOf(focused) else None

    def _follow(self) -> None:
        """Lets the pad show the keys of the focused field, or else of the step's own."""
        if self.side.pad is not None:
            edit = self._focused_edit()
            is_here = edit is not None and self.step.isAncestorOf(edit)
            self.side.pad.follow(edit if edit is not None and is_here else self.field.edit)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and self.step.isAncestorOf(now):
            self._follow()
        if now is not None and self._controller.screen.matches:
            self._arrange()
        self.show_focus()

    @Slot()
    def show_focus(self) -> None:
        """Keeps the widget that has the focus in sight, however little room the pad leaves.

        What is said about the step's field comes first, and goes as soon as the cashier types into it.
        """
        now = QApplication.focusWidget()
        inside = self._frame.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        if self._finger.holds():
            # What is touched must not move away.
            return
        # Qt's own way shows no more of a field than the line with the cursor.
        scale, room = self._style.scale, self._frame.viewport().height()
        place = QRect(now.mapTo(inside, QPoint()), now.size()).adjusted(0, 0, 0, round(_RING * scale))
        with_words = place.adjusted(0, -round(_WORDS * scale), 0, 0)
        has_words = with_words.height() <= room
        if has_words:
            place = with_words
        if isinstance(now, FieldEdit):
            # Without its label, an empty field itself has to say what it is for.
            now.setPlaceholderText("" if has_words else now.accessibleName())
        self._frame.ensureVisible(place.center().x(), place.center().y(), 0, (place.height() + 1) // 2)
        if self.message.isVisible() and now is self.field.edit:
            # A message that is higher than the room above the pad is shown from its beginning.
            over = max(0, self.message.height() - self._frame.viewport().height())
            self._frame.ensureWidgetVisible(self.message, 0, 0)
            bar = self._frame.verticalScrollBar()
            bar.setValue(bar.value() - (over + 1) // 2)

    # How everything is arranged

    def set_compact(self, *, compact: bool) -> None:  # noqa: ARG002 - as every page; this one measures the window itself
        """Takes less room, or as much as it likes."""
        self._arrange()

    def set_height(self, height: int) -> None:
        """Takes the height in pixels that the page has without scrolling."""
        self._height = height
        if self.isVisible():
            # Otherwise it is arranged when it is drawn, or gets its new size.
            self._arrange()

    def set_scale(self, _scale: float) -> None:
        """Arranges the page for another size of type."""
        self._arrange()

    @Slot()
    def _on_style_changed(self) -> None:
        """Arranges the page once a style sheet is complete. While it is applied, panels are measured without frames."""
        # With another scale, `set_scale` follows.
        if self.isVisible() and self._style.scale == scale_of(self):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arranges the page for the room that there is."""
        super().resizeEvent(event)
        self._is_resized = True
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        if self._is_arranging:
            return
        self._is_arranging = True
        self._arrange_once()
        if self._is_resized:
            # What was arranged has moved the parts of the window. The steps now have another room than was measured.
            self._arrange_once()
        self._is_arranging = False

    def _arrange_once(self) -> None:
        self._is_resized = False
        window = self.window()
        width, height = window.width() / self._style.scale, window.height() / self._style.scale
        room = Room.WIDE if width >= _NARROW else Room.NARROW
        if width < _SMALL_WIDTH or height < _SMALL_HEIGHT:
            room = Room.SMALL
        place = self._controller.screen.place
        # Several members that match need the room of the keys, until the cashier goes back to the field.
        types = not self._controller.screen.matches or self._focused_edit() is not None
        side = self.side.arrange(width, is_small=room is Room.SMALL, is_low=height < _LOW, place=place, types=types)
        gap = {Room.WIDE: 24, Room.NARROW: 12}.get(room, 8)
        if side is Side.UNDER:
            gap = 4 if height < _LOW else 8
        self._set_gaps(gap, 4 if room is Room.SMALL else 8)
        if self._is_under is not (side is Side.UNDER):
            self._is_under = side is Side.UNDER
            self._grid.addWidget(self.side, *((1, 0) if self._is_under else (0, 1)))
        if height < _LOW and side is Side.UNDER:
            room = Room.LOW
        self._room = room
        self.member.show_hint(has_room=room is Room.WIDE and height >= _HINT_FROM)
        self._show_steps(side, place)
        self._place_first(holds=self.side.holds_first)
        self._make_room(side)

    def _set_gaps(self, beside: int, between: int) -> None:
        """Sets the spaces beside the steps and between them, in pixels at scale 1."""
        if (beside, between) != self._gaps:
            self._gaps = (beside, between)
            set_spacing(self._grid, beside)
            set_spacing(self._column, between)
            set_spacing(self._lines, between)

    @contextmanager
    def _arranged_once(self) -> Iterator[None]:
        """Lets Qt arrange the steps after all of them have changed, and not for every widget that appears."""
        self._column.setEnabled(False)
        try:
            yield
        finally:
            self._column.setEnabled(True)

    def _show_steps(self, side: Side, place: Place) -> None:
        asked = self._controller.screen.question is not None
        brief = place is Place.CODE and self._room is not Room.WIDE
        across = QBoxLayout.Direction.LeftToRight if brief else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() != across:
            self._lines.setDirection(across)
        with self._arranged_once():
            for step in self.steps:
                step.set_room(self._room, brief=brief)
                hidden = step.stage is Stage.UPCOMING
                # The answers need the room of a line that says nothing new.
                hidden = hidden or (asked and place is Place.CODE and step is self.member)
                hidden = hidden or (asked and self._room is not Room.WIDE and step.stage is Stage.DONE)
                # Beside a form of its own, or above letters in a low window, there is no room for what is done.
                hidden = hidden or (step.stage is Stage.DONE and self._room is Room.LOW)
                hidden = hidden or (side is Side.UNDER and step.stage is Stage.DONE and self._room is Room.SMALL)
                step.setVisible(not hidden)
        if brief and self._lines.minimumSize().width() > self._frame.viewport().width():
            self._lines.setDirection(QBoxLayout.Direction.TopToBottom)

    def _make_room(self, side: Side) -> None:
        """Lets the keys shrink before the steps scroll, and hides what is done if that is not enough."""
        inside = self._frame.widget()
        if inside is None:
            return
        self.message.set_brief(brief=False)
        room = self._height or self.height()
        if side is Side.UNDER:
            room -= self.side.minimumSizeHint().height() + self._grid.spacing()
        wants = self._least_height()
        if side is Side.UNDER and wants > room > 0:
            for step in self.steps:
                if step.stage is Stage.DONE:
                    step.hide()
            wants = self._least_height()
        if side is not Side.UNDER and self._room is Room.WIDE and wants > room > 0:
            wants = self._make_room_beside(room)
        asked = self._controller.screen.question is not None
        if wants > room > 0 and (
            side is Side.UNDER
            or asked
            # Two banners and a message leave too little room beside the keys of a low window.
            or (self._room is Room.WIDE and self.step.has_only_a_title)
        ):
            # The field, what is said about it, and a question matter more than the title.
            self.step.set_room(Room.LOW, brief=self.step.is_brief)
            wants = self._least_height()
            if wants > room and side is Side.UNDER:
                # Reason and next step in one paragraph may take a line less.
                self.message.set_brief(brief=True)
                wants = self._least_height()
        least = round(_FIELD * self._style.scale)
        self._frame.setMinimumHeight(max(least, min(wants, room)) if side is Side.UNDER else wants)
        edit = self._focused_edit()
        if wants > room or (edit is not None and edit.placeholderText()):
            # Later, because nothing has its new place yet.
            QTimer.singleShot(0, self, self.show_focus)

    def _make_room_beside(self, room: int) -> int:
        """Makes the card closer until it fits beside the keys. Returns the height in pixels that it wants then."""
        wants = 0
        # The step with the code has another way to save room, with which it keeps its sides.
        closer = (Room.CLOSE, Room.NARROW) if self.step is self.code else (Room.CLOSE, Room.NARROW, Room.SMALL)
        for less in closer:
            self.step.set_room(less, brief=self.step.is_brief)
            wants = self._least_height()
            if wants <= room:
                return wants
        if self.step is self.code:
            # What is done takes one line less beside each other.
            self._lines.setDirection(QBoxLayout.Direction.LeftToRight)
            for step in (self.member, self.points):
                step.set_room(Room.NARROW, brief=True)
            wants = self._least_height()
        return wants

    def _least_height(self) -> int:
        inside = self._frame.widget()
        if inside is not None:
            lay_out_now(inside)
        self._column.activate()
        if self._column.hasHeightForWidth():
            return self._column.minimumHeightForWidth(self._frame.viewport().width())
        return self._column.minimumSize().height()

    def _place_first(self, *, holds: bool) -> None:
        """Puts the first button of the step into the pad, or keeps it in its card."""
        first, pad = self.step.first if holds else None, self.side.pad
        others = [(step, button) for step in self.steps for button in step.firsts if button is not first]
        if pad is not None:
            for _, button in others:
                pad.release(button)
        for step, button in others:
            step.keep(button)
        if pad is not None:
            pad.hold(first, self.side.first_width)

    @Slot()
    def _on_change_member(self) -> None:
        self._controller.back_to(Place.MEMBER)

    @Slot()
    def _on_change_points(self) -> None:
        self._controller.back_to(Place.POINTS)
