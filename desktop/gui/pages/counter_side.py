"""Shows what stands beside or under the steps: the pad, today's redemptions, the training panel."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.gui.pages.today import TodayList
from desktop.gui.scale import set_fixed_size, set_free_size, set_spacing
from desktop.gui.screen import Notice, Place, Screen
from desktop.gui.touch import has_touch
from desktop.gui.widgets.number_pad import NumberPad
from desktop.gui.widgets.pad_layers import Shape

if TYPE_CHECKING:
    from desktop.gui.controller import Controller
    from desktop.gui.style import Style
    from desktop.gui.widgets.drawer import Drawer
    from desktop.gui.widgets.phone import TrainingPanel

_NARROW = 1024
_PAD, _NARROW_PAD = 320, 268
"""Widths of the pad in pixels at scale 1: beside the card, and in a window below 1024."""

_SMALL = 720
"""Width in pixels below which digits are under the card too, because the card needs the whole width."""

_SHARE = 0.4
"""What the first button takes of a small window's width."""

_TODAY_FROM, _TODAY_WITH_PAD_FROM = 1_100, 1_200
"""Widths of the window in pixels at scale 1 from which today's redemptions have room."""

_TODAY, _TODAY_WITH_PAD, _PAD_WITH_TODAY = 496, 370, 264
_LEFT = 704
"""What the card and the margins need beside today's redemptions."""

_GAP = 24


class Side(StrEnum):
    """Where the side is."""

    NONE = "none"
    BESIDE = "beside"
    UNDER = "under"


class CounterSide(QWidget):
    """The side of the counter.

    Attributes:
        pad: the on-screen pad; None if it is not wanted.
        training: the panel of training; None without training.
        today: today's redemptions.
        holds_first: True if the pad holds the first button of the current step.
        first_width: the width of the first button in pixels at scale 1; 0 for all of the pad's.

    Signals:
        pressed: a key of the pad: the character, or `BACKSPACE`.
        changed: the pad needs another place.
        member_chosen: fill in this mobile number of a sample member.
        history_requested: open the history.
    """

    pressed = Signal(str)
    changed = Signal()
    member_chosen = Signal(str)
    history_requested = Signal()

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self.holds_first, self.first_width = False, 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._row, _GAP)
        self._drawer: Drawer | None = None
        self._news: Notice | None = None
        formats = controller.formats
        self.pad: NumberPad | None = None
        self._style = style
        if self.wants_pad():
            self.pad = self.make_pad()
            self.pad.pressed.connect(self.pressed)
            self.pad.layer_changed.connect(self.changed)
            self._row.addWidget(self.pad)
        self.today = TodayList(formats, style)
        self.today.history_requested.connect(self.history_requested)
        self._row.addWidget(self.today)
        self.training: TrainingPanel | None = None
        if controller.training:
            from desktop.gui.widgets.phone import TrainingPanel

            self.training = TrainingPanel(formats)
            self.training.member_chosen.connect(self._on_member_chosen)
            self.training.arrived.connect(self._on_arrived)
            self._row.addWidget(self.training)

    def set_drawer(self, drawer: Drawer) -> None:
        """Takes the drawer that holds the training panel in a narrow window."""
        self._drawer = drawer

    def draw(self, screen: Screen) -> None:
        """Draws the training panel, and withdraws a practice code that is not needed any more."""
        if self.training is not None:
            self.training.draw()
        if screen.place not in {Place.POINTS, Place.CODE}:
            self._withdraw_news()

    def _withdraw_news(self) -> None:
        if self._news is not None and self._news in self._controller.screen.news:
            news, self._news = self._news, None
            # Later, because this is part of drawing the window.
            QTimer.singleShot(0, self, lambda: self._controller.withdraw(news))

    def arrange(self, width: float, *, is_small: bool, is_low: bool, place: Place, types: bool) -> Side:
        """Shows what there is room for, and returns where it is.

        Args:
            width: of the window in pixels at scale 1.
            is_small: True for a window with doubled pixels.
            is_low: True if three rows of letters must be enough.
            place: the step at hand.
            types: False if the cashier chooses instead of typing. What is offered needs the room under the card.
        """
        is_narrow = width < _NARROW
        self.holds_first = False
        if self.training is not None:
            self._seat_training(self.training, in_drawer=is_narrow)
            if not is_narrow:
                self.today.hide()
                self.training.hold_pad(self.pad)
                if self.pad is not None:
                    self.pad.arrange(Shape.BESIDE)
                return self._stand(_PAD)
            self.training.hold_pad(None)
        has_today = self.training is None and self._has_today(width, place)
        self.today.setVisible(has_today)
        if self.pad is None:
            if has_today:
                set_free_size(self.today)
                return self._stand(min(_TODAY, round(width) - _LEFT))
            self.hide()
            return Side.NONE
        if not types and _stands_under(self.pad, width):
            self.hide()
            return Side.NONE
        return self._arrange_pad(self.pad, width, is_small=is_small, is_low=is_low, has_today=has_today)

    def _arrange_pad(self, pad: NumberPad, width: float, *, is_small: bool, is_low: bool, has_today: bool) -> Side:
        if pad.parentWidget() is not self:
            self._row.insertWidget(0, pad)
        pad.show()
        self.holds_first = width < _NARROW
        if _stands_under(pad, width):
            pad.arrange(Shape.LOW if is_low else Shape.UNDER, small=is_small)
            share = round(width * _SHARE) if is_small else _NARROW_PAD
            self.first_width = min(_NARROW_PAD, share)
            set_free_size(self)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self.show()
            return Side.UNDER
        pad.arrange(Shape.BESIDE, small=is_small)
        self.first_width = 0
        if self.holds_first:
            return self._stand(_NARROW_PAD)
        if has_today:
            set_fixed_size(self.today, _TODAY_WITH_PAD, 0)
            return self._stand(_TODAY_WITH_PAD + _PAD_WITH_TODAY + _GAP)
        return self._stand(_PAD)

    def _stand(self, width: int) -> Side:
        """Stands beside the steps."""
        set_fixed_size(self, width, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.show()
        return Side.BESIDE

    def _has_today(self, width: float, place: Place) -> bool:
        """True if today's redemptions have room: beside every step, or beside the first one if there is a pad."""
        if self.pad is None:
            return width >= _TODAY_FROM
        return width >= _TODAY_WITH_PAD_FROM and place is Place.MEMBER

    def _seat_training(self, panel: TrainingPanel, *, in_drawer: bool) -> None:
        if self._drawer is None or (panel.parentWidget() is self) is not in_drawer:
            return
        if in_drawer:
            self._drawer.take(panel)
        else:
            self._drawer.close_drawer()
            self._row.addWidget(panel)
            panel.show()
            # The phone shows it now.
            self._withdraw_news()

    @Slot(str)
    def _on_arrived(self, text: str) -> None:
        """Tells what has arrived on the member's phone if the phone cannot be seen."""
        if self._drawer is not None and self.training is not None and not self.training.isVisible():
            self._news = Notice("info", text)
            self._controller.add_news(self._news)

    @Slot(str)
    def _on_member_chosen(self, mobile: str) -> None:
        if self._drawer is not None:
            self._drawer.close_drawer()
        self.member_chosen.emit(mobile)

    def make_pad(self) -> NumberPad:
        """Makes a pad in the cashier's language."""
        formats = self._controller.formats
        return NumberPad(formats.decimal_mark, formats.locale.zeroDigit(), self._style)

    def wants_pad(self) -> bool:
        """True if the settings ask for the on-screen pad, or leave it to the touch screen that there is."""
        return has_touch(self._controller.settings.number_pad)


def _stands_under(pad: NumberPad, width: float) -> bool:
    """True if the pad stands under the card: it does not fit beside it in a narrow window."""
    return width < _NARROW and (pad.wants_width or width < _SMALL)
