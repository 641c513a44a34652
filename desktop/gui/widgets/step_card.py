"""Shows one step as a card: hidden before its turn, large while it is current, one line of facts when it is done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.scale import (
    set_fixed_size,
    set_free_size,
    set_margins,
    set_minimum_width,
    set_spacing,
)
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.widgets.step_badge import StepBadge

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LINE, _SHORT_LINE = 48, 46
"""Height of a finished step in pixels at scale 1, and in a small window."""

_HEAD, _CLOSE_HEAD, _LOW_HEAD = 44, 36, 32
"""Heights of the head in pixels at scale 1: with room for links, if a message needs some of it, in a narrow window."""


class Stage(StrEnum):
    """Whether a step is upcoming, current or done."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    DONE = "done"


class Room(StrEnum):
    """How much room the window has."""

    WIDE = "wide"
    CLOSE = "close"
    """As wide, but a message needs some of the room around the title."""
    NARROW = "narrow"
    """Less than 1024 pixels wide at scale 1."""
    SMALL = "small"
    """A terminal with doubled pixels."""
    LOW = "low"
    """So little height that only the field and its messages have room beside the pad."""


_MARGINS = {
    Room.WIDE: (24, 10, 24, 24),
    Room.CLOSE: (24, 6, 24, 24),
    Room.NARROW: (16, 6, 16, 12),
    Room.SMALL: (12, 0, 12, 8),
    Room.LOW: (8, 4, 8, 4),
}


class StepCard(QFrame):
    """A step of the redemption. Subclasses fill `body` (while it is current) and `facts` (when it is done).

    Attributes:
        is_brief: True if a finished step has half a line only.

    Signals:
        back_requested: the cashier wants to change this step.
    """

    back_requested = Signal()

    _drawn: tuple[Stage, Room] | None = None
    """What the card was arranged for."""

    def __init__(self, number: int, title: str, change: tuple[str, str] | None) -> None:
        super().__init__()
        self.stage = Stage.UPCOMING
        self.is_brief = False
        self._room = Room.WIDE
        self._first: Button | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)

        self._make_line(change)
        self._current = QWidget()
        inside = self._inside = QVBoxLayout(self._current)
        set_spacing(inside, 6)
        self._head = QWidget()
        head = self.head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        set_spacing(head, 12)
        # The line is as high as a link, also without one, so that nothing moves.
        self._strut = QWidget()
        self._strut.setMaximumWidth(0)
        start = QHBoxLayout()
        start.setSpacing(0)
        start.addWidget(self._strut)
        badge = StepBadge(self.locale().toString(number))
        badge.show_tone("current")
        start.addWidget(badge)
        head.addLayout(start)
        self._title = ElidedLabel("title")
        self._title.setText(title)
        head.addWidget(self._title)
        self._before_links = (self._strut, badge, self._title)
        head.addStretch(1)
        self._next = label("muted")
        self._next.hide()
        head.addWidget(self._next)
        self.body = QVBoxLayout()
        set_spacing(self.body, 8)
        self._foot = QVBoxLayout()
        set_spacing(self._foot, 8)
        inside.addWidget(self._head)
        inside.addLayout(self.body, 1)
        inside.addLayout(self._foot)

        for part in (self._done, self._current):
            outer.addWidget(part)
        self._arrange()
        self.set_stage(Stage.UPCOMING)

    def _make_line(self, change: tuple[str, str] | None) -> None:
        """Makes the line of the finished step."""
        self._done = QWidget()
        self.facts = QHBoxLayout()
        set_spacing(self.facts, 12)
        row = self._line = QHBoxLayout(self._done)
        set_margins(row, 16, 0, 8, 0)
        set_spacing(row, 12)
        self._done_badge = StepBadge("")
        self._done_badge.show_tone("done")
        row.addWidget(self._done_badge)
        row.addLayout(self.facts, 1)
        self.change_button: Button | None = None
        if change is not None:
            text, name = change
            self.change_button = Button(text, name, role="link")
            self.change_button.clicked.connect(self.back_requested)
            row.addWidget(self.change_button)

    def set_title(self, title: str) -> None:
        """Sets the title, which asks the step's question."""
        self._title.setText(title)

    def set_next(self, text: str) -> None:
        """Says at the end of the title's line what comes next."""
        self._next.setText(text)
        self._fit_head()

    # The first button

    def set_first(self, button: Button, *above: QWidget) -> None:
        """Puts the step's first button at the bottom of the card.

        Args:
            button: the button for the next step.
            above: what stands directly above it, such as a bar that moves.
        """
        self._first = button
        for widget in (*above, button):
            self._foot.addWidget(widget)

    @property
    def first(self) -> Button | None:
        """The button for the next step. In a narrow window, the pad holds it."""
        return self._first

    @property
    def firsts(self) -> tuple[Button, ...]:
        """Every button that may be the first one."""
        return () if self._first is None else (self._first,)

    def keep(self, first: Button) -> None:
        """Takes a button that was the first one back to where it stands without a pad."""
        place, share = self.place_of_first(first)
        around = place.parentWidget()
        if around is None or first.parentWidget() is around:
            return
        is_hidden, has_focus = first.isHidden(), first.hasFocus()
        first.set_held(held=False)
        set_minimum_width(first, 0)
        place.addWidget(first, share)
        first.setVisible(not is_hidden)
        if has_focus:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_of_first(self, _first: Button) -> tuple[QBoxLayout, int]:
        """Returns the layout at whose end a first button stands without a pad, and its share of the room there."""
        return self._foot, 0

    # Room

    def set_room(self, room: Room, *, brief: bool) -> None:
        """Takes as much room as there is.

        Args:
            room: in the window.
            brief: True if a finished step has half a line only.
        """
        self.is_brief = brief
        if room is not self._room:
            self._room = room
            self._arrange()
            self.set_stage(self.stage)
        else:
            self._show_head()

    @property
    def room(self) -> Room:
        """How much room the card has taken."""
        return self._room

    @property
    def has_only_a_title(self) -> bool:
        """True if the line of the title has no link, so that it can be left out."""
        return not any(isinstance(one, Button) and not one.isHidden() for one in self._head.children())

    @property
    def is_narrow(self) -> bool:
        """True if the window is narrower than 1024 pixels at scale 1."""
        return self._room not in {Room.WIDE, Room.CLOSE}

    @property
    def facts_room(self) -> int:
        """The width in pixels that the facts of a finished step have."""
        margins, spacing = self._line.contentsMargins(), self._line.spacing()
        room = self.width() - margins.left() - margins.right() - self._done_badge.width() - spacing
        return room if self.change_button is None else room - self.change_button.sizeHint().width() - spacing

    def _arrange(self) -> None:
        set_margins(self._inside, *_MARGINS[self._room])
        height = {Room.WIDE: _HEAD, Room.CLOSE: _CLOSE_HEAD}.get(self._room, _LOW_HEAD)
        set_fixed_size(self._strut, 0, height)
        is_low = self._room is Room.LOW
        for part in self._before_links:
            part.setVisible(not is_low)
        # Moved as a whole, so that a link keeps the focus.
        self._inside.removeWidget(self._head)
        self._inside.insertWidget(1 if is_low else 0, self._head)
        self._show_head()
        self._fit_head()

    def _show_head(self) -> None:
        """Leaves the title out if it has no room. Its links then stand below the fields, if they can be used."""
        has_links = self.isEnabled() and not self.has_only_a_title
        self._head.setVisible(self._room is not Room.LOW or has_links)

    def _fit_head(self) -> None:
        """Says what comes next if there is room for it beside the title and the links."""
        self._next.setVisible(bool(self._next.text()) and not self.is_narrow)
        if not self._next.isHidden() and self._head.sizeHint().width() > self._head.width():
            self._next.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the title's line again."""
        super().resizeEvent(event)
        self._fit_head()

    def set_stage(self, stage: Stage) -> None:
        """Shows the card as upcoming, current or done."""
        if (stage, self._room) == self._drawn:
            return
        self.stage, self._drawn = stage, (stage, self._room)
        # Hides before it shows, because Qt arranges the card again for everything that appears.
        parts = {self._done: stage is Stage.DONE, self._current: stage is Stage.CURRENT}
        for part in sorted(parts, key=parts.__getitem__):
            part.setVisible(parts[part])
        role = "card" if stage is Stage.CURRENT else "line"
        if self.property("role") != role:
            set_role(self, role)
            style = self.style()
            style.unpolish(self)
            style.polish(self)
        if stage is Stage.CURRENT:
            set_free_size(self)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        else:
            set_fixed_size(self, 0, _SHORT_LINE if self._room in {Room.SMALL, Room.LOW} else _LINE)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
