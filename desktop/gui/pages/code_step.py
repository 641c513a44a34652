"""The third step: takes the code that the member received, and redeems."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.messages import FormField
from desktop.domain.validation import ValidationMethod
from desktop.gui.pages.other_ways import MissedCallView, SupervisorForm
from desktop.gui.scale import set_spacing
from desktop.gui.screen import Busy, Panel, Place, Screen
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.labels import label
from desktop.gui.widgets.step_card import Stage, StepCard

if TYPE_CHECKING:
    from desktop.domain.redemption import Draft
    from desktop.gui.controller import Controller
    from desktop.gui.style import Style


class CodeStep(StepCard):
    """Takes the code from the member's phone."""

    def __init__(self, controller: Controller, style: Style, parent: QWidget | None = None) -> None:
        super().__init__("3", "", None, parent)
        self._controller = controller
        self._visit = -1
        self._code_at, self._code_before = 0.0, ""
        self._shown: Draft | None = None
        self.set_title(self.tr("Code from the member’s phone"))
        self.code = _make_code_field(self.tr("Validation code"))
        settings = controller.settings
        self.by_call = Button(self.tr("Use a missed call"), "use_a_missed_call", role="link")
        self.without = Button(self.tr("No code?"), "redeem_without_a_code", role="link")
        self.without.setAccessibleName(self.tr("Redeem without a code"))
        self.head.addWidget(self.by_call)
        self.head.addWidget(self.without)
        self.call = MissedCallView(settings.missed_call_number)
        self.supervisor = SupervisorForm(controller)
        set_spacing(self.body, 4)
        self.body.addWidget(self.call)
        self.body.addWidget(self.supervisor, 100)
        self.agreement = QWidget()
        agreement = QVBoxLayout(self.agreement)
        agreement.setContentsMargins(0, 0, 0, 0)
        agreement.addWidget(self.code)
        row = QHBoxLayout()
        self.sent = label("note", name="code_note", wrap=True)
        self.again = Button(self.tr("Send code again"), "send_code_again", role="link")
        row.addWidget(self.sent, 1)
        row.addWidget(self.again)
        agreement.addLayout(row)
        self.body.addWidget(self.agreement)
        self.body.addStretch(1)
        self.busy = BusyBar(style)
        self.redeem = Button(self.tr("Redeem"), "redeem", role="primary", key=self.tr("Enter"), icon="check")
        self.set_first(self.redeem, self.busy)
        self.code.entered.connect(self._on_redeem)
        self.redeem.clicked.connect(self._on_redeem)
        self.again.clicked.connect(self._on_again)
        self.code.typed.connect(self._on_typed)
        self.by_call.clicked.connect(self._on_other_way)
        self.without.clicked.connect(self._on_without)
        self.supervisor.entered.connect(controller.redeeming.redeem_without_code)
        self.supervisor.cancelled.connect(self._on_leave_supervisor)
        self._tick = QTimer(self)
        self._tick.setInterval(1_000)
        self._tick.timeout.connect(self._on_tick)

    def draw(self, screen: Screen) -> None:
        """Draws the step."""
        if screen.visit != self._visit:
            self._visit = screen.visit
            self.code.set_text("")
        if screen.panel is not Panel.SUPERVISOR:
            self.supervisor.clear()
        current = screen.place is Place.CODE
        self.set_stage(Stage.CURRENT if current else Stage.UPCOMING)
        if not current:
            self._code_before = self.code.text
            self._tick.stop()
            self.busy.set_busy(busy=False)
            return
        if screen.code is not None and screen.code.at != self._code_at and screen.busy is None:
            self._code_at = screen.code.at
            if self.code.text == self._code_before:
                # The old code is useless now. A code that is being typed stays.
                self.code.set_text("")
        redeeming = screen.busy is Busy.REDEEMING
        sending = screen.busy in {Busy.SENDING_AGAIN, Busy.SENDING_CODE}
        self._draw_way(screen)
        if screen.busy is not None and (self.redeem.hasFocus() or self.again.hasFocus()):
            # Qt moves the focus away from a button that is disabled, and Enter would press the next one.
            self.code.focus()
        # Read-only instead of disabled, for the same reason.
        self.code.edit.setReadOnly(redeeming)
        self.redeem.show_key(shown=screen.question is None)
        # With a missed call there is no field that could take the focus from a disabled button.
        self.redeem.setEnabled(screen.busy is None or screen.validation is ValidationMethod.MISSED_CALL)
        self.busy.set_busy(busy=redeeming or sending)
        if redeeming:
            self.redeem.setText(self.tr("Redeeming…"))
        elif screen.draft is not None:
            self._shown = self.redeem.offer = screen.draft
            formats, amount = self._controller.formats, screen.draft.points.value
            words = self.tr("Redeem {points} points", "", formats.plural(amount))
            self.redeem.setText(words.format(points=formats.number(amount)))
        self.code.set_bad(bad=screen.notice.tone == "bad" and screen.notice.field is FormField.CODE)
        self._on_tick()
        if not self._tick.isActive():
            self._tick.start()

    def focus(self) -> None:
        """Moves the focus to the field. A refused code is selected, so that typing replaces it."""
        screen = self._controller.screen
        if screen.panel is Panel.SUPERVISOR:
            self.supervisor.focus()
            return
        if screen.validation is ValidationMethod.MISSED_CALL:
            self.redeem.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.code.focus(select=True)

    def _draw_way(self, screen: Screen) -> None:
        """Shows the code field, the missed call, or the supervisor's form."""
        settings = self._controller.settings
        by_call = screen.validation is ValidationMethod.MISSED_CALL
        asked = screen.panel is Panel.SUPERVISOR
        if by_call:
            self.set_title(self.tr("A missed call"))
        elif settings.missed_call and settings.skip_validation and not asked:
            self.set_title(self.tr("Code from the phone"))
        else:
            self.set_title(self.tr("Code from the member’s phone"))
        self.by_call.setText(self.tr("Send a code instead") if by_call else self.tr("Use a missed call"))
        self.by_call.setAccessibleName(self.by_call.text())
        self.by_call.setVisible(not asked and (settings.missed_call or by_call))
        self.without.setVisible(not asked and settings.skip_validation)
        self.call.setVisible(by_call and not asked)
        self.call.draw(screen)
        self.agreement.setVisible(not by_call and not asked)
        self.redeem.setVisible(not asked)
        self.supervisor.setVisible(asked)

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
            self.sent.setText("" if code is None else self.tr("No code has been sent yet."))
            self.again.setText(self.tr("Send code again"))
            self.again.setEnabled(screen.busy is None)
            return
        now = time.monotonic()
        text = self.tr("Sent {span} ago").format(span=formats.span(now - code.at))
        valid_for = self._controller.settings.code_valid_for
        if valid_for and now - code.at > valid_for:
            text = self.tr("The code has probably expired. Send it again.")
        elif code.good_until is not None:
            text = self.tr("{sent} · good until about {time}").format(sent=text, time=formats.clock(code.good_until))
        self.sent.setText(text)
        wait = code.again_at - now
        if screen.busy is Busy.SENDING_AGAIN:
            self.again.setText(self.tr("Sending code…"))
        elif wait > 0:
            self.again.setText(self.tr("Send code again in {span}").format(span=formats.span(wait + 0.999)))
        else:
            self.again.setText(self.tr("Send code again"))
        self.again.setEnabled(wait <= 0 and screen.busy is None)


def _make_code_field(words: str) -> TextField:
    made = TextField(words, "validation_code")
    made.edit.setMaxLength(64)
    made.edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferUppercase)
    font = QFont(made.edit.font())
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 6)
    made.edit.setFont(font)
    return made
