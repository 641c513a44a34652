"""Shows what takes the place of the code: the member's missed call, or a supervisor's permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_spacing
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import PinField, TextField
from desktop.gui.widgets.labels import ValueLabel, label
from desktop.gui.widgets.message_view import MessageView

if TYPE_CHECKING:
    from desktop.gui.controller import Controller
    from desktop.gui.screen import Screen
    from desktop.gui.style import Style

LONGEST_REASON = 200


class MissedCallView(QWidget):
    """Asks the member to call a number and hang up."""

    def __init__(self, number: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 4)
        column.addWidget(label("note", _call_to_make(), wrap=True))
        self.number = ValueLabel(self.tr("Number to call"), "number_to_call", "figure")
        self.number.show_value(_number_to_call(number))
        self.number.setWordWrap(True)
        column.addWidget(self.number)
        self.from_phone = label("note", name="call_from", wrap=True)
        column.addWidget(self.from_phone)

    def draw(self, screen: Screen) -> None:
        """Shows which phone the call must come from."""
        self.from_phone.setText(_phone_to_call_from(screen))


def missed_call_words(number: str, screen: Screen) -> str:
    """Returns what the page says: what the member is asked to do, the number to call, and from which phone.

    Args:
        number: the one of the settings; empty if the shop knows it by heart.
        screen: has the member's own number.
    """
    return f"{_call_to_make()} {_number_to_call(number)} {_phone_to_call_from(screen)}"


def _call_to_make() -> str:
    return QCoreApplication.translate("MissedCallView", "Ask the member to call this number and hang up:")


def _number_to_call(number: str) -> str:
    return number or QCoreApplication.translate("MissedCallView", "the number that support gave you")


def _phone_to_call_from(screen: Screen) -> str:
    if screen.draft is None or not screen.draft.shown:
        return QCoreApplication.translate(
            "MissedCallView", "The call has to come from the member’s own phone. Then redeem."
        )
    words = QCoreApplication.translate("MissedCallView", "The call has to come from {number}. Then redeem.")
    return words.format(number=isolated_in_rtl(screen.draft.shown))


ALLOW_SHARE = 2
"""Share of the button that redeems in a supervisor's answers, to 1 for the way back."""


class SupervisorForm(QWidget):
    """Takes a supervisor's PIN and the reason why there is no code.

    Attributes:
        answers: the row of the buttons.

    Signals:
        entered: a PIN and a reason (`str`, `str`).
        cancelled: the cashier goes back.
    """

    entered = Signal(str, str)
    cancelled = Signal()

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        self.pin = PinField(self.tr("Supervisor’s PIN"), "supervisor_pin", role="field", style=style)
        self.reason = TextField(self.tr("Why is there no code?"), "reason", role="field_small")
        self.reason.edit.setMaxLength(LONGEST_REASON)
        fields = QHBoxLayout()
        set_spacing(fields, 14)
        fields.addWidget(self.pin, 2)
        fields.addWidget(self.reason, 5)
        column.addLayout(fields)
        self.message = MessageView(style)
        column.addWidget(self.message)
        kept = self.tr("The approval and the reason are kept with this redemption; the PIN is not.")
        self._note = label("note", kept, wrap=True)
        column.addWidget(self._note)
        column.addStretch(1)
        row = self.answers = QHBoxLayout()
        set_spacing(row, 14)
        self.cancel = Button(self.tr("Go back"), "leave_supervisor", role="quiet", key=self.tr("Esc"))
        self.allow = Button(self.tr("Allow and redeem"), "allow_and_redeem", role="primary", key=self.tr("Enter"))
        row.addWidget(self.cancel, 1)
        row.addWidget(self.allow, ALLOW_SHARE)
        column.addLayout(row)
        self.pin.entered.connect(self._on_pin_entered)
        self.reason.entered.connect(self._on_allow)
        self.allow.clicked.connect(self._on_allow)
        self.cancel.clicked.connect(self.cancelled)
        self.pin.typed.connect(controller.dismiss)
        self.reason.typed.connect(controller.dismiss)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in the order in which it stands."""
        return self.pin.edit, self.reason.edit, self.cancel, self.allow

    def set_low(self, *, low: bool) -> None:
        """Leaves the note out if there is room only for the fields and the buttons."""
        self._note.setVisible(not low)

    def show_working(self, words: str) -> None:
        """Says on the button what is being done; empty: nothing is."""
        self.allow.setText(words or self.tr("Allow and redeem"))
        # Read-only instead of disabled, so that the focus stays.
        for field in (self.pin, self.reason):
            field.edit.setReadOnly(bool(words))

    def clear(self) -> None:
        """Empties both fields."""
        self.pin.set_text("")
        self.reason.set_text("")

    def focus(self) -> None:
        """Moves the focus to the PIN."""
        self.pin.focus(select=True)

    @Slot()
    def _on_pin_entered(self) -> None:
        if self.reason.text.strip():
            self._on_allow()
        else:
            self.reason.focus()

    @Slot()
    def _on_allow(self) -> None:
        pin, reason = self.pin.text, self.reason.text
        # A PIN must not stay on a screen that the supervisor walks away from.
        self.pin.set_text("")
        self.entered.emit(pin, reason)
