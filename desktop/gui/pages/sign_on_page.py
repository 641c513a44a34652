"""Asks who is at the till: a name or number, from a list or typed, and the PIN if the policy asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.cashiers import find_cashier, key_of
from desktop.domain.setting_values import LONGEST_TEXT
from desktop.gui.icons import Icon
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import follow_scale, set_fixed_size, set_free_size, set_margins, set_minimum_width, set_spacing
from desktop.gui.screen import SignOnField
from desktop.gui.style import set_role
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import PinField, TextField
from desktop.gui.widgets.labels import label
from desktop.gui.widgets.message_view import MessageView
from desktop.gui.widgets.pad_layers import Shape
from desktop.gui.widgets.person_button import PersonButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.pages.counter_side import CounterSide
    from desktop.gui.screen import Notice, Screen
    from desktop.gui.style import Style
    from desktop.gui.widgets.number_pad import NumberPad

_COLUMNS, _MOST = 2, 6
"""Cashiers beside each other, and how many are offered at once. Typing finds the others."""

_NARROW, _SMALL_WIDTH, _SMALL_HEIGHT, _LOW = 1024, 720, 480, 340
_PAD, _NARROW_PAD = 320, 268
"""Widths and heights in pixels at scale 1, as at the counter."""

_SHARE = 0.3
"""What the button takes of a small window's width. The keys beside it, which a name can need, must fit a finger."""

_LITTLE, _AMPLE = 560, 700
"""Heights in pixels at scale 1 below which there is little room, and from which there is room for everything."""


class SignOnPage(QWidget):
    """The page that is shown while no one has signed on."""

    def __init__(self, controller: Controller, style: Style, side: CounterSide) -> None:
        """Creates the page.

        Args:
            controller: of the counter.
            style: the theme.
            side: of the counter, which makes pads.
        """
        super().__init__()
        follow_scale(self)
        self._controller, self._style = controller, style
        self._names = controller.settings.cashiers
        self._visit = -1
        self._given = ""
        self._is_arranging, self._is_under = False, False
        self._waits = False
        self._room = _MOST
        self.setObjectName("sign_on_page")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1)
        self._grid.addWidget(self._make_card(), 0, 0)
        self.pad = side.make_pad() if side.wants_pad() else None
        if self.pad is not None:
            self._grid.addWidget(self.pad, 0, 1)
            self.pad.serve(self, self.focus)
            self.pad.layer_changed.connect(self._arrange)
            self.pad.follow(self.cashier.edit)
        self.cashier.typed.connect(self._on_typed)
        self.cashier.entered.connect(self._on_cashier_entered)
        self.pin.typed.connect(controller.dismiss)
        self.pin.entered.connect(self._on_sign_on)
        self.sign_on.clicked.connect(self._on_sign_on)
        self._offer()

    def _make_card(self) -> QFrame:
        card = self._card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        set_spacing(column, 8)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        set_spacing(head, 12)
        head.addWidget(Icon(self._style, "user", "accent", 24))
        head.addWidget(label("title", self.tr("Who is at the till?"), name="sign_on_title"), 1)
        column.addWidget(self._head)
        # An outcome that is not known yet must not be forgotten because no one is signed on.
        self.unknown = label("strong", name="outcome_not_known", wrap=True)
        self.unknown.hide()
        column.addWidget(self.unknown)
        people = QGridLayout()
        set_spacing(people, 8)
        self.people = [PersonButton(f"cashier_{at + 1}", self._style) for at in range(_MOST)]
        for at, person in enumerate(self.people):
            person.clicked.connect(self._on_chosen)
            people.addWidget(person, at // _COLUMNS, at % _COLUMNS)
        for at in range(_COLUMNS):
            people.setColumnStretch(at, 1)
        column.addLayout(people)
        self.cashier = TextField(self.tr("Cashier"), "cashier", role="field_small", style=self._style)
        self.cashier.edit.setMaxLength(LONGEST_TEXT)
        self.pin = PinField(self.tr("PIN"), "pin", role="field_small", style=self._style)
        self.pin.setVisible(self._controller.screen.sign_on.asks_pin)
        fields = QHBoxLayout()
        set_spacing(fields, 12)
        fields.addWidget(self.cashier, 5)
        fields.addWidget(self.pin, 3)
        column.addLayout(fields)
        self.hint = QWidget()
        hint = QHBoxLayout(self.hint)
        hint.setContentsMargins(0, 0, 0, 0)
        set_spacing(hint, 8)
        hint.addWidget(Icon(self._style, "info", "soft"))
        hint.addWidget(label("note", self._hint(), name="sign_on_hint", wrap=True), 1)
        column.addWidget(self.hint)
        self.message = MessageView(self._style)
        column.addWidget(self.message)
        column.addStretch(1)
        self.busy = BusyBar(self._style)
        column.addWidget(self.busy)
        self.sign_on = Button(self.tr("Sign on"), "sign_on", role="primary", key=self.tr("Enter"), icon="check")
        column.addWidget(self.sign_on)
        return card

    def _hint(self) -> str:
        if not self._names:
            return ""
        if self._controller.settings.only_listed_cashiers:
            return self.tr("Choose your name, or type your name or number under Cashier.")
        return self.tr("Not in the list? Type your name or number under Cashier.")

    # What is shown

    def draw(self, screen: Screen) -> None:
        """Draws the page."""
        state = screen.sign_on
        if screen.visit != self._visit:
            self._visit = screen.visit
            if self.cashier.text in {"", self._given} and not self.pin.text:
                # Only as a help: the PIN decides who it is.
                self._given = screen.prefill.cashier
                self.cashier.set_text(self._given)
        self.sign_on.setText(self.tr("Checking…") if state.checking else self.tr("Sign on"))
        if state.checking and self.sign_on.hasFocus():
            # Qt moves the focus away from a button that is disabled.
            self.cashier.focus()
        self.sign_on.setEnabled(not state.checking)
        for field, which in ((self.cashier, SignOnField.CASHIER), (self.pin, SignOnField.PIN)):
            field.edit.setReadOnly(state.checking)
            field.set_bad(bad=state.wrong is which and screen.aside.tone == "bad", why=screen.aside.spoken)
        for person in self.people:
            person.setEnabled(not state.checking)
        self.busy.set_busy(busy=state.checking)
        attempt = screen.attempt
        self._waits = attempt is not None and attempt.is_unsettled
        if attempt is not None and self._waits:
            bill = isolated_in_rtl(attempt.draft.bill)
            words = self.tr("{unknown}. Do not redeem again.")
            if bill:
                words = self.tr("{unknown}. Do not redeem bill {bill} again.")
            self.unknown.setText(words.format(unknown=self._controller.words.unknown(attempt), bill=bill))

    def show_message(self, notice: Notice) -> None:
        """Shows a message below the fields, or removes it."""
        if notice.text:
            self.message.show_message(notice)
        else:
            self.message.clear()
        self._arrange()

    def _show_hint(self) -> None:
        """Explains the list, if there is one and nothing else has to be said."""
        self.hint.setVisible(bool(self._names) and not self.message.text and not self._is_under)

    def focus(self) -> None:
        """Moves the focus to where the next input belongs."""
        state = self._controller.screen.sign_on
        if state.asks_pin and self.cashier.text and state.wrong is not SignOnField.CASHIER:
            self.pin.focus(select=True)
        else:
            self.cashier.focus(select=True)

    def clear(self) -> None:
        """Empties both fields."""
        self.pin.set_text("")
        self.cashier.set_text("")

    def escape(self) -> None:
        """Takes back what was typed, the PIN first."""
        if self._controller.screen.sign_on.checking:
            return
        self._controller.dismiss()
        if self.pin.text:
            self.pin.set_text("")
            return
        self.cashier.set_text("")
        self.cashier.focus()

    def _offer(self) -> None:
        """Offers the cashiers that what is typed can mean. If it is one of them, all are offered.

        All are offered too while the field has the name that the POS gives, because no one typed that.
        """
        typed = self.cashier.text
        chosen = find_cashier(typed, self._names)
        wanted = "" if chosen is not None or typed == self._given else key_of(typed)
        offered = [name for name in self._names if wanted in key_of(name)]
        if chosen is not None and chosen in offered[self._room :]:
            offered.remove(chosen)
            offered.insert(0, chosen)
        focused = QApplication.focusWidget()
        for at, person in enumerate(self.people):
            is_offered = at < min(self._room, len(offered))
            if not is_offered and person is focused:
                self.cashier.focus()
            person.setVisible(is_offered)
            person.show_person(offered[at] if is_offered else "")
            person.setChecked(is_offered and offered[at] == chosen)

    # What is typed and pressed

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._controller.dismiss()
        self._offer()

    @Slot()
    def _on_chosen(self) -> None:
        person = self.sender()
        if isinstance(person, PersonButton):
            self.cashier.set_text(person.text())
            self._on_cashier_chosen()

    def _on_cashier_chosen(self) -> None:
        if self._controller.screen.sign_on.asks_pin:
            self.pin.focus(select=True)
        else:
            self.sign_on.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_cashier_entered(self) -> None:
        if self._controller.screen.sign_on.asks_pin and self.cashier.text.strip() and not self.pin.text:
            self.pin.focus()
        else:
            self._on_sign_on()

    @Slot()
    def _on_sign_on(self) -> None:
        pin = self.pin.text
        if not self._controller.screen.sign_on.checking:
            # A PIN must not stay on the screen.
            self.pin.set_text("")
        self._controller.signing_on.sign_on(self.cashier.text, pin)

    # How everything is arranged

    @property
    def _says_both(self) -> bool:
        """True if an outcome is not known yet, and something else has to be said."""
        return self._waits and bool(self.message.text)

    def set_compact(self, *, compact: bool) -> None:  # noqa: ARG002 - as every page; this one measures the window itself
        """Takes less room, or as much as it likes."""
        self._arrange()

    def set_scale(self, _scale: float) -> None:
        """Arranges the page for another size of type."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arranges the page for the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        if self._is_arranging:
            return
        self._is_arranging = True
        window, scale = self.window(), self._style.scale
        width, height = window.width() / scale, window.height() / scale
        is_small = width < _SMALL_WIDTH or height < _SMALL_HEIGHT
        under = self.pad is not None and width < _NARROW and (self.pad.wants_width or width < _SMALL_WIDTH)
        self._is_under = under
        # The fields say enough if there is room only for them and the keys.
        is_low = under and height < _LOW
        only_fields = is_low or (under and self._says_both)
        # Then the bar alone says that something is open.
        self.unknown.setVisible(self._waits and not is_low)
        # The head also leaves room for an outcome that is not known yet, which needs two lines in some languages.
        self._head.setVisible(not only_fields and not (under and self._waits))
        narrow = (12, 0, 12, 0) if only_fields else (12, 6, 12, 8) if is_small or under else (16, 6, 16, 12)
        set_margins(self._column, *((24, 16, 24, 24) if width >= _NARROW else narrow))
        set_spacing(self._column, 2 if only_fields else 8)
        set_spacing(self._grid, 24 if width >= _NARROW else 4 if only_fields else 12)
        self.message.set_compact(compact=only_fields)
        self.message.set_brief(brief=only_fields)
        # What is said needs its room. While the till works, nothing is said.
        self.busy.setVisible(not (only_fields and self.message.text))
        if self.pad is not None:
            self._grid.addWidget(self.pad, 1 if under else 0, 0 if under else 1)
            if under:
                self.pad.arrange(Shape.LOW if height < _LOW else Shape.UNDER, small=is_small)
                set_free_size(self.pad)
                self.pad.hold(self.sign_on, min(_NARROW_PAD, round(width * _SHARE)))
            else:
                self._keep_button(self.pad)
                self.pad.arrange(Shape.BESIDE, small=is_small)
                set_fixed_size(self.pad, _PAD if width >= _NARROW else _NARROW_PAD, 0)
        self._make_room(height, is_small=is_small)
        self._show_hint()
        self._is_arranging = False

    def _make_room(self, height: float, *, is_small: bool) -> None:
        """Offers fewer cashiers if there is little room, or if something has to be said."""
        room = _MOST
        if is_small or self._is_under or height < _LITTLE:
            room = 0 if self._is_under and (is_small or self._says_both) else _COLUMNS
        elif height < _AMPLE and (self.message.text or self._waits):
            room = _MOST - _COLUMNS
        if room != self._room:
            self._room = room
            self._offer()

    def _keep_button(self, pad: NumberPad) -> None:
        """Takes the button back into the card, if the pad has held it."""
        if self.sign_on.parentWidget() is self._card:
            return
        had_focus = self.sign_on.hasFocus()
        pad.release(self.sign_on)
        self.sign_on.set_held(held=False)
        set_minimum_width(self.sign_on, 0)
        self._column.addWidget(self.sign_on)
        self.sign_on.show()
        if had_focus:
            self.sign_on.setFocus(Qt.FocusReason.OtherFocusReason)
