"""Shows a redemption that happened: what to take off the bill, the new balance and the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.redemption import State
from desktop.gui.screen import Place, Screen
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ValueLabel, caption, label
from desktop.gui.widgets.paper import Paper
from desktop.gui.widgets.print_status import PrintStatus

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign


class ReceiptPage(QWidget):
    """A redemption that happened.

    Signals:
        print_requested: print the receipt (`Attempt`).
        save_requested: save the receipt (`Attempt`).
    """

    print_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self,
        controller: Controller,
        printing: PrintingController,
        design: ReceiptDesign,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._design = design
        self._attempt: Attempt | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        disc = self._disc = label("disc", "✓")
        disc.setFixedSize(56, 56)
        disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.headline = label("hero", name="headline", wrap=True)
        self.instruction = label("body", name="instruction", wrap=True)
        self.balance_words = caption("muted", self.tr("Updated balance"))
        self.balance = ValueLabel(self.tr("Updated balance"), "updated_balance", "figure")
        self.print = Button(self.tr("Print receipt"), "print_receipt", role="quiet", key="F9")
        self.save = Button(self.tr("Save receipt"), "save_receipt", role="quiet")
        self.next = Button(self.tr("New customer"), "new_customer", role="primary", key=self.tr("Enter"))
        column.addStretch(1)
        column.addWidget(disc)
        column.addWidget(self.headline)
        column.addWidget(self.instruction)
        column.addSpacing(8)
        column.addWidget(self.balance_words)
        column.addWidget(self.balance)
        column.addStretch(2)
        self.print_status = PrintStatus(printing, controller.words)
        column.addWidget(self.print_status)
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.save, 1)
        column.addLayout(buttons)
        column.addWidget(self.next)
        self.paper = Paper(design)
        row.addWidget(card, 2)
        row.addWidget(self.paper, 1)
        self.paper.setMinimumWidth(250)
        self.set_compact(compact=False)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.print_status.save_requested.connect(self._on_save)
        self.next.clicked.connect(controller.new_customer)

    def set_compact(self, *, compact: bool) -> None:
        """Puts the receipt below the instructions instead of beside them if there is little room."""
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if compact else QHBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6 if compact else 22)
        self._column.setContentsMargins(*((12, 8, 12, 8) if compact else (22, 16, 22, 16)))
        self._column.setSpacing(4 if compact else 8)
        self._disc.setVisible(not compact)
        self.paper.setMinimumHeight(260 if compact else 0)

    def draw(self, screen: Screen) -> None:
        """Draws the page if there is a redemption."""
        attempt = screen.attempt
        if screen.place is not Place.RECEIPT or attempt is None or attempt.redeemed is None:
            return
        self.next.setText(self.tr("Done") if screen.handed_over else self.tr("New customer"))
        self.print_status.show_for(attempt.reference)
        if attempt is self._attempt:
            return
        self._attempt = attempt
        formats = self._controller.formats
        receipt = self._design.receipt(attempt)
        headline = self.tr("{points} points redeemed", "", formats.plural(receipt.points))
        self.headline.setText(headline.format(points=formats.number(receipt.points)))
        self.instruction.setText(self._instruction(attempt))
        balance = receipt.balance
        self.balance.show_value(self.tr("not known") if balance is None else formats.number(balance))
        self.paper.show_receipt(receipt)

    @property
    def default_button(self) -> Button:
        """The button that Enter presses."""
        return self.next

    def focus(self) -> None:
        """Moves the focus to the button that goes on to the next customer."""
        self.default_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _instruction(self, attempt: Attempt) -> str:
        if attempt.state is State.REVERSED:
            return self.tr("The points have been given back since.")
        receipt = self._design.receipt(attempt)
        formats = self._controller.formats
        if receipt.value is None:
            return self.tr("Take their value off the bill.")
        value = formats.money(receipt.value)
        if receipt.bill:
            return self.tr("Take {value} off bill {bill}").format(value=value, bill=receipt.bill)
        return self.tr("Take {value} off the bill").format(value=value)

    @Slot()
    def _on_print(self) -> None:
        if self._attempt is not None:
            self.print_requested.emit(self._attempt)
            # Enter goes on to the next customer, even if printing fails.
            self.focus()

    @Slot()
    def _on_save(self) -> None:
        if self._attempt is not None:
            self.save_requested.emit(self._attempt)
            self.focus()
