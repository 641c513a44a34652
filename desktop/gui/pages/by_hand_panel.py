"""Shows the redemption that may be an unknown attempt, and lets a supervisor settle the attempt by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.gui.pages.other_ways import LONGEST_REASON
from desktop.gui.receipts import isolated
from desktop.gui.scale import set_spacing
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import PinField, TextField
from desktop.gui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Candidate
    from desktop.gui.controller import Controller


class ByHandPanel(QWidget):
    """The form below the text about an unknown attempt. It never moves the focus by itself."""

    def __init__(self, controller: Controller) -> None:
        """Shows nothing yet.

        Args:
            controller: settles.
        """
        super().__init__()
        self._controller = controller
        self._attempt: Attempt | None = None
        self.setObjectName("settle_by_hand")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 6)
        self.seen = label("plain", name="candidate", wrap=True)
        self.support = label("note", self.tr("Support can settle it. Tell them the reference."), wrap=True)
        self.reference = label("small", name="reference")
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = QWidget()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        set_spacing(form, 6)
        self.pin = PinField(self.tr("Supervisor PIN"), "supervisor_pin", role="")
        self.reason = TextField(self.tr("Reason"), "reason", role="")
        self.reason.edit.setMaxLength(LONGEST_REASON)
        # One below the other, because this stands in a place that is narrow but high.
        fields = QVBoxLayout()
        set_spacing(fields, 10)
        form.addLayout(fields)
        fields.addWidget(self.pin, 2)
        fields.addWidget(self.reason, 3)
        self.redeemed = Button(self.tr("It was redeemed"), "it_was_redeemed", role="quiet")
        self.absent = Button(self.tr("It was not redeemed"), "it_was_not_redeemed", role="quiet")
        # One below the other, because a narrow window has no room for both side by side in every language.
        form.addWidget(self.redeemed)
        form.addWidget(self.absent)
        for widget in (self.seen, self.support, self.reference, self.form):
            column.addWidget(widget)
        self.pin.entered.connect(self.reason.focus)
        self.redeemed.clicked.connect(self._on_redeemed)
        self.absent.clicked.connect(self._on_absent)
        self.pin.typed.connect(self._on_typed)
        self.reason.typed.connect(self._on_typed)
        self.draw(None)

    def draw(self, attempt: Attempt | None) -> None:
        """Shows what can be done about an attempt. Hides the form for None, or if the outcome is known."""
        if attempt is not None and not attempt.is_unsettled:
            attempt = None
        before = self._attempt
        self._attempt = self.redeemed.offer = self.absent.offer = attempt
        if (before.reference if before else "") != (attempt.reference if attempt else ""):
            # Text that a supervisor typed about one attempt must not be used for another.
            self.pin.set_text("")
            self.reason.set_text("")
        self.setVisible(attempt is not None)
        if attempt is None:
            return
        self.seen.setVisible(attempt.candidate is not None)
        if attempt.candidate is not None:
            self.seen.setText(self._words(attempt.candidate))
        self.reference.setText(attempt.reference)
        self.form.setVisible(self._controller.by_hand.is_offered)
        for told in (self.support, self.reference):
            told.setVisible(not self._controller.by_hand.is_offered)

    def _words(self, seen: Candidate) -> str:
        formats = self._controller.formats
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def shown(text: str) -> str:
            return isolated(text) if rtl else text

        facts = (
            self.tr("number {number}").format(number=shown(seen.redemption_id)) if seen.redemption_id else "",
            shown(seen.time),
            self.tr("{points} points", "", formats.plural(seen.points)).format(points=formats.number(seen.points))
            if seen.points is not None
            else "",
            self.tr("bill {bill}").format(bill=shown(seen.bill)) if seen.bill else "",
        )
        return self.tr("The service shows a redemption that may be this one: {facts}.").format(
            facts=" · ".join(one for one in facts if one)
        )

    def _settle(self, *, redeemed: bool) -> None:
        attempt, pin = self._attempt, self.pin.text
        # A PIN must not stay on a screen that the supervisor walks away from.
        self.pin.set_text("")
        self.pin.focus()
        if attempt is not None:
            self._controller.by_hand.settle(attempt, pin, self.reason.text, redeemed=redeemed)

    @Slot()
    def _on_redeemed(self) -> None:
        self._settle(redeemed=True)

    @Slot()
    def _on_absent(self) -> None:
        self._settle(redeemed=False)

    @Slot()
    def _on_typed(self) -> None:
        self._controller.note_typing("by_hand", is_typing=bool(self.pin.text or self.reason.text))
