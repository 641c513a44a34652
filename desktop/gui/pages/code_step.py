"""The third step: takes the code that the member received, and redeems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from desktop.domain.eligibility import CodeChannel
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.messages import FormField
from desktop.domain.validation import ValidationMethod
from desktop.flow.clock import uptime
from desktop.gui.pages.other_ways import ALLOW_SHARE, MissedCallView, SupervisorForm
from desktop.gui.scale import rescale, scale_of, set_spacing
from desktop.gui.screen import Busy, Panel, Place, Screen
from desktop.gui.tab_order import come_after
from desktop.gui.timers import every
from desktop.gui.voice import announce
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import CapitalsValidator, TextField
from desktop.gui.widgets.flow_layout import FlowBox
from desktop.gui.widgets.labels import label
from desktop.gui.widgets.message_view import MessageView
from desktop.gui.widgets.step_card import Room, Stage, StepCard

if TYPE_CHECKING:
    from desktop.domain.redemption import Draft
    from desktop.gui.controller import Controller
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style

_TWO = 720
"""Least width of the window in pixels at scale 1 at which the number for support stands beside a button."""


class CodeStep(StepCard):
    """Takes the code from the member's phone."""

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__(3, "", None)
        self._controller, self._style = controller, style
        self._supervisor: SupervisorForm | None = None
        self._visit = -1
        self._code_at, self._code_before, self._expired_at = 0.0, "", 0.0
        self._shown: Draft | None = None
        self.set_title(self.tr("Code from the member’s phone"))
        settings = controller.settings
        self.code = _make_code_field(self.tr("Validation code"), style, capitals=settings.codes_upper_case)
        self.code.fact.setObjectName("code_note")
        self.at_field, self.on_card = MessageView(style), MessageView(style)
        self.without = Button(self.tr("No code?"), "redeem_without_a_code", role="link")
        # With the words that stand on it, for those who speak to the computer.
        words = self.tr("Redeem without a code")
        self.without.setAccessibleName(f"{words}: {self.without.text()}")
        self.head.addWidget(self.without)
        self.call = MissedCallView(settings.missed_call_number)
        self.no_code = label("note", name="no_code_needed", wrap=True)
        set_spacing(self.body, 6)
        self.body.addWidget(self.call)
        self.body.addWidget(self.no_code)
        field = self._field_row = QHBoxLayout()
        set_spacing(field, 8)
        field.addWidget(self.code, 1)
        self.body.addLayout(field)
        self.body.addWidget(self.at_field)
        self.ask = label("small", self.tr("No code on the phone?"))
        self.body.addWidget(self.ask)
        self.again = Button(self.tr("Send code again"), "send_code_again", role="quiet", icon="refresh")
        self.by_email = Button(self.tr("By e-mail"), "by_e_mail", role="quiet", icon="mail")
        self.by_card = Button(self.tr("By card number"), "by_card_number", role="quiet", icon="cash")
        self.by_call = Button(self.tr("Missed call"), "missed_call", role="quiet", icon="call")
        self.ways = FlowBox()
        self.ways.add(self.again, self.by_email, self.by_card, self.by_call)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        set_spacing(row, 8)
        row.addWidget(self.at_field.support, 1)
        row.addWidget(self.ways)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addWidget(self.on_card)
        self.busy = BusyBar(style)
        self.redeem = Button(self.tr("Redeem"), "redeem", role="primary", key=self.tr("Enter"), icon="check")
        self.set_first(self.redeem, self.busy)
        self._connect()
        self._tick = every(self, 1_000, self._on_tick)

    def _connect(self) -> None:
        self.code.entered.connect(self._on_redeem)
        self.redeem.clicked.connect(self._on_redeem)
        self.again.clicked.connect(self._on_again)
        self.by_email.clicked.connect(self._on_by_email)
        self.by_card.clicked.connect(self._on_by_card)
        self.code.typed.connect(self._on_typed)
        self.by_call.clicked.connect(self._on_other_way)
        self.without.clicked.connect(self._on_without)

    @property
    def supervisor(self) -> SupervisorForm:
        """The form for a redemption without a code, made when it is first needed."""
        if self._supervisor is None:
            made = self._supervisor = SupervisorForm(self._controller, self._style)
            made.entered.connect(self._controller.redeeming.redeem_without_code)
            made.cancelled.connect(self._on_leave_supervisor)
            self.body.insertWidget(self.body.indexOf(self._field_row), made, 100)
            come_after(self.code.edit, made.stops)
            made.set_low(low=self.room is Room.LOW)
            rescale(made, scale_of(self))
        return self._supervisor

    @property
    def first(self) -> Button | None:
        """The button that redeems: with the code, or with a supervisor's permission."""
        is_asked = self._controller.screen.panel is Panel.SUPERVISOR
        return self._supervisor.allow if is_asked and self._supervisor is not None else super().first

    @property
    def firsts(self) -> tuple[Button, ...]:
        """Both of these buttons, as soon as they are made."""
        return super().firsts if self._supervisor is None else (*super().firsts, self._supervisor.allow)

    def place_of_first(self, first: Button) -> tuple[QBoxLayout, int]:
        """Returns the layout at whose end one of them stands without a pad, and its share of the room there."""
        supervisor = self._supervisor
        if supervisor is not None and first is supervisor.allow:
            return supervisor.answers, ALLOW_SHARE
        return super().place_of_first(first)

    def draw(self, screen: Screen) -> None:
        """Draws the step."""
        if screen.visit != self._visit:
            self._visit = screen.visit
            self._clear()
        if self._supervisor is not None:
            if screen.panel is not Panel.SUPERVISOR:
                self._supervisor.clear()
            self._supervisor.pin.set_bad(bad=screen.notice.is_bad(FormField.PIN), why=screen.notice.spoken)
        if screen.place is not Place.CODE:
            self._code_before = self.code.text
            self._tick.stop()
            self.busy.set_busy(busy=False)
            self.code.set_bad(bad=False)
            self.set_stage(Stage.UPCOMING)
            return
        self._keep_focus(screen)
        self._draw_way(screen)
        self.code.set_bad(bad=screen.notice.is_bad(FormField.CODE), why=screen.notice.spoken)
        if screen.code is not None and screen.code.at != self._code_at and screen.busy is None:
            self._code_at = screen.code.at
            if self.code.text == self._code_before:
                # The old code is useless now. A code that is being typed stays.
                self._clear()
        redeeming = screen.busy is Busy.REDEEMING
        sending = screen.busy in {Busy.SENDING_AGAIN, Busy.SENDING_CODE}
        # Read-only instead of disabled, so that it keeps the focus.
        self.code.edit.setReadOnly(redeeming)
        self.redeem.show_key(shown=screen.question is None)
        # Without a code there is no field that could take the focus from a disabled button.
        self.redeem.setEnabled(screen.busy is None or screen.validation is not ValidationMethod.CODE)
        self.busy.set_busy(busy=redeeming or sending)
        if redeeming:
            self.redeem.setText(self.tr("Redeeming…"))
        elif screen.draft is not None:
            self._shown = self.redeem.offer = screen.draft
            formats, amount = self._controller.formats, screen.draft.points.value
            words = self.tr("Redeem {points} points", "", formats.plural(amount))
            self.redeem.show_words(words.format(points=formats.number(amount)))
        if self._supervisor is not None:
            self._supervisor.show_working(self.tr("Redeeming…") if redeeming else "")
        self.set_stage(Stage.CURRENT)
        self._on_tick()
        if not self._tick.isActive():
            self._tick.start()

    def _keep_focus(self, screen: Screen) -> None:
        """Moves the focus to the field before a button that has it is disabled."""
        buttons = (self.redeem, self.again, self.by_email, self.by_card, self.by_call)
        if screen.busy is not None and self.code.isVisible() and any(button.hasFocus() for button in buttons):
            # Qt moves the focus away from a button that is disabled, and Enter would press the next one.
            self.code.focus()

    def _clear(self) -> None:
        """Empties the field. The message stays, because the cashier did not type."""
        with QSignalBlocker(self.code):
            self.code.set_text("")

    def focus(self) -> None:
        """Moves the focus to the field. A refused code is selected, so that typing replaces it."""
        screen = self._controller.screen
        if screen.panel is Panel.SUPERVISOR:
            self.supervisor.focus()
            return
        if screen.validation is not ValidationMethod.CODE:
            self.redeem.take_focus()
            return
        self.code.focus(select=True)

    def _draw_way(self, screen: Screen) -> None:
        """Shows the code field, the missed call, or the supervisor's form."""
        settings = self._controller.settings
        validation = screen.validation
        by_call, by_code = validation is ValidationMethod.MISSED_CALL, validation is ValidationMethod.CODE
        asked = screen.panel is Panel.SUPERVISOR
        if by_call:
            self.set_title(self.tr("A missed call"))
        elif not by_code and not asked:
            self.set_title(self.tr("No code needed"))
        else:
            self.set_title(self.tr("Code from the member’s phone"))
        self.by_call.show_words(self.tr("Send a code instead") if by_call else self.tr("Missed call"))
        self.by_call.setVisible(by_call or (by_code and settings.missed_call))
        member = screen.member
        self.by_email.setVisible(by_code and settings.code_by_email and bool(member and member.email))
        self.by_card.setVisible(by_code and settings.code_by_card and bool(member and member.card))
        self.again.setVisible(by_code)
        for button in (self.by_email, self.by_card, self.by_call):
            button.setEnabled(screen.busy is None)
        self.without.setVisible(by_code and not asked and settings.skip_validation)
        self.call.setVisible(by_call and not asked)
        self.call.draw(screen)
        self.no_code.setVisible(not by_call and not by_code and not asked)
        least = self._controller.formats
        self.no_code.setText(
            self.tr(
                "Fewer than {points} points can be redeemed without a code.", "", least.plural(settings.code_from)
            ).format(points=least.number(settings.code_from))
        )
        self.code.setVisible(by_code and not asked)
        self.ways.setVisible(not asked and (by_code or by_call))
        self._place_ways()
        self.redeem.setVisible(not asked)
        if asked or self._supervisor is not None:
            self.supervisor.setVisible(asked)

    def set_room(self, room: Room, *, brief: bool) -> None:
        """Takes as much room as there is."""
        if room is not self.room:
            # A refusal of three lines fits above the letters of a small terminal.
            for message in (self.at_field, self.on_card):
                message.set_compact(compact=room is Room.LOW)
        super().set_room(room, brief=brief)
        self._place_ways()
        if self._supervisor is not None:
            self._supervisor.set_low(low=room is Room.LOW)

    def _place_ways(self) -> None:
        """Finds a place for what can be done without the code: below the field, or beside it if there is no room."""
        # The number for support stands beside one button, so that a message of three lines fits a small terminal.
        # An enlarged window is too narrow for both.
        others = (self.by_email, self.by_card, self.by_call)
        beside = all(button.isHidden() for button in others) and self.window().width() >= _TWO * scale_of(self)
        side = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != side:
            self._row.setDirection(side)
        # With a banner above, the letters leave no room for a line of its own below a refusal.
        at_field = beside and self.room is Room.LOW
        if at_field is not (self._field_row.indexOf(self.ways) >= 0):
            if at_field:
                self._field_row.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignBottom)
            else:
                self._row.addWidget(self.ways)
        screen = self._controller.screen
        by_code = screen.validation is ValidationMethod.CODE and screen.panel is not Panel.SUPERVISOR
        # A message already says what to do without the code. In a narrow window, what is above the card needs the room.
        self.ask.setVisible(by_code and not screen.notice.text and not at_field and self.room is not Room.NARROW)

    def place_of(self, notice: Notice) -> MessageView:
        """Returns where a message stands in this step."""
        screen = self._controller.screen
        if screen.panel is Panel.SUPERVISOR:
            return self.supervisor.message
        at_code = notice.field is FormField.CODE and screen.validation is ValidationMethod.CODE
        return self.at_field if at_code else self.on_card

    @Slot()
    def _on_other_way(self) -> None:
        by_call = self._controller.screen.validation is ValidationMethod.MISSED_CALL
        self._controller.redeeming.validate_by(ValidationMethod.CODE if by_call else ValidationMethod.MISSED_CALL)

    @Slot()
    def _on_without(self) -> None:
        self._controller.open_panel(Panel.SUPERVISOR)

    @Slot()
    def _on_leave_supervisor(self) -> None:
        self._controller.open_panel(Panel.NONE)

    @Slot()
    def _on_again(self) -> None:
        self._code_before = self.code.text
        self._controller.redeeming.send_code_again()

    @Slot()
    def _on_by_email(self) -> None:
        member = self._controller.screen.member
        if member is not None:
            self._send_to(Identifier(IdentifierKind.EMAIL, member.email))

    @Slot()
    def _on_by_card(self) -> None:
        member = self._controller.screen.member
        if member is not None:
            self._send_to(Identifier(IdentifierKind.CARD, member.card))

    def _send_to(self, named: Identifier) -> None:
        self._code_before = self.code.text
        self._controller.redeeming.send_code_to(named)

    @Slot()
    def _on_redeem(self) -> None:
        self._controller.redeeming.redeem(self.code.text, self._shown)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._controller.dismiss()
        if len(text) == 1:
            # A redemption uses a fresh connection only. It should be open by the time Enter is pressed.
            self._controller.warm_up()

    @Slot()
    def _on_tick(self) -> None:
        screen = self._controller.screen
        code = screen.code
        formats = self._controller.formats
        if code is None or not code.sent:
            self.code.show_fact("" if code is None else self.tr("No code has been sent yet."))
            self.again.setText(self.tr("Send code again"))
            self.again.setEnabled(screen.busy is None)
            return
        now = uptime()
        span, by = formats.span(now - code.at), self._channel_words(code.channel)
        text = (
            self.tr("Sent {span} ago {by}").format(span=span, by=by)
            if by
            else self.tr("Sent {span} ago").format(span=span)
        )
        valid_for = self._controller.settings.code_valid_for
        if valid_for and now - code.at > valid_for:
            text = self.tr("The code has probably expired. Send it again.")
            if code.at != self._expired_at and self.code.isVisible():
                self._expired_at = code.at
                announce(self.code.fact, text, interrupts=False)
        elif code.good_until is not None:
            text = self.tr("{sent} · good until about {time}").format(sent=text, time=formats.clock(code.good_until))
        self.code.show_fact(text)
        wait = code.again_at - now
        if screen.busy is Busy.SENDING_AGAIN:
            self.again.setText(self.tr("Sending code…"))
        elif wait > 0:
            self.again.setText(self.tr("Send code again in {span}").format(span=formats.span(wait + 0.999)))
        else:
            self.again.setText(self.tr("Send code again"))
        self.again.setEnabled(wait <= 0 and screen.busy is None)
        if screen.notice.until_again and screen.question is None and self.at_field.isVisible():
            self.at_field.show_message(self._controller.as_of_now(screen.notice))

    def _channel_words(self, channel: CodeChannel | None) -> str:
        match channel:
            case CodeChannel.SMS:
                return self.tr("by SMS")
            case CodeChannel.EMAIL:
                return self.tr("by e-mail")
            case CodeChannel.WHATSAPP:
                return self.tr("by WhatsApp")
            case CodeChannel.ZALO:
                return self.tr("by Zalo")
            case None:
                return ""


def _make_code_field(words: str, style: Style, *, capitals: bool) -> TextField:
    made = TextField(words, "validation_code", style=style)
    made.edit.setMaxLength(64)
    made.edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferUppercase)

    def space_letters(text: str) -> None:
        # Not those of the label that an empty field may show, because Arabic letters are joined.
        font = QFont(made.edit.font())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 6 if text else 0)
        made.edit.setFont(font)

    made.edit.textChanged.connect(space_letters)
    if capitals:
        made.edit.setValidator(CapitalsValidator(made))
    return made
