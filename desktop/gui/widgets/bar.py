"""Shows the bar at the top: the till's name, the state of the service, and the buttons for other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.gui.icons import Icon
from desktop.gui.receipts import isolated_name
from desktop.gui.scale import follow_scale, set_fixed_size, set_margins, set_maximum_width, set_spacing
from desktop.gui.screen import Busy, Screen, ServiceStatus
from desktop.gui.style import set_tone, tabular
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, label, set_plain_tip
from desktop.gui.widgets.sign_off_button import ShortButton, SignOffButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.style import Style

_HEIGHT, _SMALL = 56, 48
"""Heights in pixels at scale 1: at the counter, and in a window below 1024 in width."""

_NARROW = 1024
_WHERE, _LEAST_OF_WHERE = 120, 72
"""Widths in pixels at scale 1 that store and till have before less important parts are hidden, and before they are."""

_APART = 8
"""Pixels at scale 1 between words and the icon of other words, besides the spacing on both sides."""

_ICONS = {
    ServiceStatus.STARTING: ("clock", "faint"),
    ServiceStatus.CONNECTED: ("check", "good"),
    ServiceStatus.TRAINING: ("check", "good"),
    ServiceStatus.SLOW: ("clock", "wait"),
    ServiceStatus.FAILING: ("alert", "wait"),
    ServiceStatus.OFFLINE: ("wifi-off", "bad"),
    ServiceStatus.UNSAFE: ("alert", "bad"),
    ServiceStatus.NOT_ACCEPTED: ("alert", "bad"),
    ServiceStatus.WRONG_ADDRESS: ("alert", "bad"),
    ServiceStatus.BLOCKED: ("alert", "bad"),
    ServiceStatus.STOPPED: ("alert", "bad"),
}
"""The icon of each state and the role of its colour. The icon is enough, and the colour only helps."""


def make_logo() -> QLabel:
    """Returns the product's sign, at the start of every bar. The name beside it says what it is."""
    made = label("logo", "P", name="logo")
    made.setAccessibleName(" ")
    set_fixed_size(made, 28, 28)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _space() -> QWidget:
    """Returns a space that sets words and the next icon apart, so that each icon stands by its own words."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
    return made


class _KeyedButton(Button):
    """A button of the bar. While it cannot be pressed, as behind a question, its key does nothing either."""

    def changeEvent(self, event: QEvent) -> None:
        """Hides the key, or shows it again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.set_key_works(works=self.isEnabled())


class Bar(QFrame):
    """The bar at the top of the window."""

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        follow_scale(self)
        self._controller, self._style = controller, style
        self.setObjectName("bar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._is_compact, self._is_narrow = False, False
        self._row = QHBoxLayout(self)
        settings = controller.settings
        logo = make_logo()
        product = label("product", self.tr("Points Till"), name="product")
        self.where = ElidedLabel("muted")
        self.where.setText(" · ".join(part for part in (settings.store, settings.till) if part))
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.training = label("training", self.tr("Training. Nothing here is real."), name="training")
        set_fixed_size(self.training, 0, 30)
        self._training_short = label("training", self.tr("Training"), name="training_short")
        set_fixed_size(self._training_short, 0, 30)
        self.drawer = ShortButton(self.tr("Training"), "open_training", role="chip", icon="cap")
        self.drawer.setAccessibleName(self.tr("Training: phone and members"))
        set_tone(self.drawer, "wait")
        self.leave_training = ShortButton(self.tr("Leave training"), "leave_training", role="chip", icon="cross")
        set_tone(self.leave_training, "wait")
        self.unsettled = Button("", "unsettled", role="chip", icon="question")
        tabular(self.unsettled)
        set_tone(self.unsettled, "wait")
        self._state = Icon(style, *_ICONS[ServiceStatus.STARTING])
        self.connection = ValueLabel(self.tr("Connection"), "connection", "muted")
        self._before, self._apart, self._after = _space(), _space(), _space()
        self._person = Icon(style, "user", "soft")
        self.cashier = ElidedLabel("muted")
        set_maximum_width(self.cashier, 140)
        self.sign_off = SignOffButton(self.tr("Sign off"))
        self.new_customer = _KeyedButton(self.tr("New customer"), "new_customer", role="bar", key="F4", icon="next")
        self.history = _KeyedButton(self.tr("History"), "history", role="bar", key="F2", icon="history")
        self.settings = _KeyedButton(self.tr("Settings"), "settings", role="bar", key="F10", icon="sliders")
        self._parts: tuple[QWidget, ...] = (
            logo,
            product,
            self.where,
            self.training,
            self._training_short,
            self.drawer,
            self.leave_training,
            self.unsettled,
            self._before,
            self._state,
            self.connection,
            self._apart,
            self._person,
            self.cashier,
            self._after,
            self.sign_off,
            self.new_customer,
            self.history,
            self.settings,
        )
        self._add_parts()
        self._keyed = (self.new_customer, self.history, self.settings)
        self._short = (self.sign_off, self.leave_training, self.drawer)
        self._who = (self._apart, self._person, self.cashier)
        self._spare = self._spare_parts(product, logo)
        practice = {self.training, self._training_short, self.drawer, self.leave_training}
        # What has a frame would stand too close to the state of the service. In training there always is such a part.
        self._of_unsettled: set[QWidget] = {self.unsettled} if controller.training else {self.unsettled, self._before}
        self._absent = self._of_unsettled | (set() if controller.training else practice)
        self._drawn: tuple[object, ...] | None = None
        self._unsettled = ("", "")
        self._show_cashier(controller.screen)
        self._arrange()
        # While a new style sheet is applied, some parts have their new font but still their old frame.
        style.changed.connect(self._arrange)

    def _add_parts(self) -> None:
        # Takes the room that store and till leave when they are hidden. Without it, everything else would get wider.
        self._gap = QWidget()
        self._gap.hide()
        for part in self._parts:
            self._row.addWidget(part, 1 if part is self.where else 0)
            if part is self.where:
                self._row.addWidget(self._gap, 1)

    def _spare_parts(self, product: QWidget, logo: QWidget) -> tuple[tuple[QWidget, ...], ...]:
        """Returns what is hidden first, second and so on.

        The key hints are one step, and so are the words on a button that has its icon too. Training keeps a shorter
        word, but where the till is matters less there. The state of the service, what is not known yet, and the buttons
        stay. If nothing else is left in training, the state keeps its icon only, because its words say no more than
        Training. Who has signed on matters more than where the till is, because everyone must see it.
        """
        where: tuple[tuple[QWidget, ...], ...] = ((self.where,),)
        last: tuple[tuple[QWidget, ...], ...] = ((logo,),)
        if self._controller.training:
            where = ((self.where,), (self.training,))
            last = ((logo,), (self.leave_training,), (self.connection,), (self.drawer,))
        if self._controller.settings.cashiers_sign_on:
            return (self._keyed, (product,), (self.sign_off,), *where, self._who, *last)
        return (self._keyed, (product,), self._who, *where, *last)

    def draw(self, screen: Screen) -> None:
        """Draws the bar, if anything on it has changed: measuring its parts is slow."""
        has_customer = screen.is_at_a_step and not screen.is_locked
        shown = (
            *(screen.status, screen.status_reason, screen.unsettled, has_customer, screen.busy is Busy.REDEEMING),
            *(screen.cashier, screen.sign_on, self._controller.settings.cashier),
        )
        if shown == self._drawn:
            return
        self._drawn = shown
        self._state.show_icon(*_ICONS[screen.status])
        self.connection.show_value(self._status_words(screen.status))
        set_plain_tip(self.connection, screen.status_reason)
        self.connection.setAccessibleDescription(screen.status_reason)
        self.new_customer.setEnabled(screen.busy is not Busy.REDEEMING)
        if screen.unsettled:
            words = self.tr("%Ln not known yet", "", screen.unsettled)
            self.unsettled.setAccessibleName(words)
            self._unsettled = (words, self.locale().toString(screen.unsettled))
        self._absent -= {self.new_customer, *self._of_unsettled}
        if not has_customer:
            self._absent.add(self.new_customer)
        if not screen.unsettled:
            self._absent |= self._of_unsettled
        self._show_cashier(screen)
        self._fit()

    def _show_cashier(self, screen: Screen) -> None:
        """Shows who serves, and lets a cashier who has signed on sign off."""
        name = screen.cashier or ("" if screen.sign_on.needed else self._controller.settings.cashier)
        if isolated_name(name) != self.cashier.text():
            self.cashier.setText(isolated_name(name))
        self._absent -= {*self._who, self._after, self.sign_off}
        if not name:
            self._absent |= {*self._who}
        # The button to sign off stands close to the name that it is about.
        self._absent.add(self._after if screen.sign_on.cashier else self.sign_off)

    def mark(self, page: str) -> None:
        """Marks the button of the open page: `history_page`, `settings_page`, or none."""
        set_tone(self.history, "open" if page == "history_page" else "")
        set_tone(self.settings, "open" if page == "settings_page" else "")
        self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self._is_compact = compact
        self._arrange()

    def set_scale(self, _scale: float) -> None:
        """Fits the parts again."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hides what is shown elsewhere too if the bar is narrow."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        self._is_narrow = self.width() / self._style.scale < _NARROW
        set_fixed_size(self, 0, _SMALL if self._is_narrow or self._is_compact else _HEIGHT)
        set_margins(self._row, *self._margins())
        set_spacing(self._row, 4 if self._is_compact else 8)
        for space, width in ((self._before, _APART), (self._apart, _APART), (self._after, 1)):
            set_fixed_size(space, 1 if self._is_compact else width, 0)
        self._fit()

    def _margins(self) -> tuple[int, int, int, int]:
        if self._is_compact:
            return 8, 0, 6, 0
        return (16, 0, 8, 0) if self._is_narrow else (24, 0, 16, 0)

    def minimumSizeHint(self) -> QSize:
        """The size with everything hidden that can be hidden, because the bar must not make the window wider."""
        width = self._width_at(len(self._spare))
        if self.unsettled not in self._absent:
            metrics = self.unsettled.fontMetrics()
            width -= metrics.horizontalAdvance(self.unsettled.text()) - metrics.horizontalAdvance(self._unsettled[1])
        return QSize(width, self.height())

    def _fit(self) -> None:
        """Hides as little as possible. The words about unknown attempts are shortened last, to their number."""
        if self.unsettled not in self._absent:
            self.unsettled.setText(self._unsettled[0])
            if self._width_at(len(self._spare)) > self.width():
                self.unsettled.setText(self._unsettled[1])
        levels = range(len(self._spare) + 1)
        level = next((one for one in levels if self._width_at(one) <= self.width()), levels[-1])
        for button in self._keyed:
            button.show_key(shown=self._keyed not in self._spare[:level])
        for short in self._short:
            short.spell_out(shown=(short,) not in self._spare[:level])
        shown = self._shown_at(level)
        self._gap.setVisible(self.where not in shown)
        for part in self._parts:
            part.setVisible(part in shown)

    def _shown_at(self, level: int) -> list[QWidget]:
        left_away = {part for spare in self._spare[:level] for part in spare} - {*self._keyed, *self._short}
        # Training is always shown: by the button that opens its drawer, or by the long or the short label.
        if self._is_narrow:
            left_away |= {self.training, self._training_short}
        else:
            left_away |= {self.drawer, self.training if self.training in left_away else self._training_short}
        return [part for part in self._parts if part not in self._absent | left_away]

    def _width_at(self, level: int) -> int:
        shown = self._shown_at(level)
        margins = self._row.contentsMargins()
        gaps = len(shown) - (self.where in shown)
        width = margins.left() + margins.right() + self._row.spacing() * gaps
        for part in shown:
            part.ensurePolished()
            if isinstance(part, ShortButton):
                width += part.room(words=(part,) not in self._spare[:level])
            else:
                width += part.minimumWidth() or part.minimumSizeHint().width()
            if part is self.where:
                # A part of the store's name is worth more than the product's, but a letter of it says nothing.
                enough = _WHERE if level < self._spare.index((self.where,)) else _LEAST_OF_WHERE
                width += max(0, min(part.sizeHint().width(), round(enough * self._style.scale)) - part.minimumWidth())
        for button in self._keyed:
            if button in shown:
                width -= button.shown_key_hint_room
                width += 0 if self._keyed in self._spare[:level] else button.key_hint_room
        return width

    def _status_words(self, status: ServiceStatus) -> str:  # noqa: PLR0911 - one for each
        match status:
            case ServiceStatus.STARTING:
                return self.tr("Starting")
            case ServiceStatus.CONNECTED:
                return self.tr("Connected")
            case ServiceStatus.TRAINING:
                return self.tr("Training")
            case ServiceStatus.SLOW:
                return self.tr("Slow")
            case ServiceStatus.OFFLINE:
                return self.tr("No connection")
            case ServiceStatus.UNSAFE:
                return self.tr("Not safe")
            case ServiceStatus.NOT_ACCEPTED:
                return self.tr("Not accepted")
            case ServiceStatus.WRONG_ADDRESS:
                return self.tr("Wrong address")
            case ServiceStatus.BLOCKED:
                return self.tr("Blocked")
            case ServiceStatus.FAILING:
                return self.tr("Service error")
            case ServiceStatus.STOPPED:
                return self.tr("Not working")
