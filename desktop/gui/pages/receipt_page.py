"""Shows a redemption that happened: what to take off the bill, then points, new balance and receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.domain.redemption import State
from desktop.domain.reversal import still_off_bill
from desktop.gui.pages.outcome_page import CARD, SIDE, OutcomePage, Tightness
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_margins, set_minimum_height, set_spacing
from desktop.gui.screen import Place, Screen
from desktop.gui.style import change_role, set_role
from desktop.gui.widgets.buttons import Button, name_next
from desktop.gui.widgets.disc import Disc
from desktop.gui.widgets.labels import ValueLabel, caption, label, show_breakable
from desktop.gui.widgets.paper import PaperView
from desktop.gui.widgets.print_status import PrintStatus

if TYPE_CHECKING:
    from desktop.domain.receipt import Receipt
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style


_SPACES = {
    Tightness.ROOMY: (24, 8),
    Tightness.CLOSE: (16, 4),
    Tightness.BARE: (16, 4),
    Tightness.SMALL: (12, 4),
}
"""Margins and spaces of the card in pixels at scale 1."""


class ReceiptPage(OutcomePage):
    """A redemption that happened.

    Signals:
        print_requested: print the receipt (`Attempt`).
        save_requested: save the receipt (`Attempt`).
    """

    print_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self, controller: Controller, printing: PrintingController, style: Style, design: ReceiptDesign
    ) -> None:
        super().__init__()
        self._controller = controller
        self._design = design
        self._attempt: Attempt | None = None
        card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        self._disc = Disc(style, "check", "good")
        self.headline = label("hero", name="headline", wrap=True)
        self.headline.is_balanced = True
        self.detail = label("body", name="detail", wrap=True)
        self.points = ValueLabel(self.tr("Points redeemed"), "points_redeemed", "figure")
        self.balance = ValueLabel(self.tr("Updated balance"), "updated_balance", "amount")
        self.print = Button(self.tr("Print receipt"), "print_receipt", role="quiet", key="F9", icon="printer")
        self.save = Button(self.tr("Save receipt"), "save_receipt", role="quiet", icon="save")
        self.next = Button(self.tr("New customer"), "new_customer", role="primary", key=self.tr("Enter"), icon="next")
        column.addWidget(self._disc)
        column.addWidget(self.headline)
        column.addWidget(self.detail)
        column.addStretch(1)
        column.addLayout(self._make_figures())
        column.addStretch(1)
        self.print_status = PrintStatus(printing, controller)
        column.addWidget(self.print_status)
        buttons = QHBoxLayout()
        # As those of the print above them, so that they stand in columns.
        set_spacing(buttons, 8)
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.save, 1)
        # Far enough apart for the ring of the focus, however tight the page is.
        foot = QVBoxLayout()
        set_spacing(foot, 8)
        foot.addLayout(buttons)
        foot.addWidget(self.next)
        column.addLayout(foot)
        self.paper = PaperView(design, style)
        self._row.addWidget(card, CARD)
        self._row.addWidget(self.paper, SIDE)
        self._fit()
        # Connected last, because the state of the print takes room, and must be drawn before.
        for told in (printing.changed, printing.listed):
            told.connect(self._fit)
        # Enter goes on to the next customer. Qt would move the focus to the next button, which prints a copy.
        self.print_status.again_requested.connect(self.focus)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.next.clicked.connect(controller.new_customer)

    def _make_figures(self) -> QHBoxLayout:
        figures = QHBoxLayout()
        set_spacing(figures, 48)
        for words, value in (
            (self.tr("Points redeemed"), self.points),
            (self.tr("Updated balance"), self.balance),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(caption("muted", words))
            pair.addWidget(value)
            figures.addLayout(pair)
        figures.addStretch(1)
        return figures

    def set_compact(self, *, compact: bool) -> None:
        """Also keeps the receipt long enough to be read below the instructions."""
        set_minimum_height(self.paper, 260 if compact else 0)
        super().set_compact(compact=compact)

    def _tighten(self, tightness: Tightness) -> None:
        margin, space = _SPACES[tightness]
        set_margins(self._column, margin, min(margin, 16), margin, margin)
        set_spacing(self._column, space)
        change_role(self.headline, "headline" if tightness >= Tightness.SMALL and not self._is_compact else "hero")
        self._disc.setVisible(tightness < Tightness.BARE)

    def draw(self, screen: Screen) -> None:
        """Draws the page if there is a redemption."""
        attempt = screen.attempt
        if screen.place is not Place.RECEIPT or attempt is None or attempt.redeemed is None:
            return
        name_next(self.next, self.tr("New customer"), self.tr("Back to POS") if screen.handed_over else "")
        self.print_status.show_for(attempt.reference)
        if attempt is self._attempt:
            self._fit()
            return
        self._attempt = attempt
        formats = self._controller.formats
        receipt = self._design.receipt(attempt)
        self.headline.setText(self._headline(attempt))
        show_breakable(self.detail, self._detail(attempt, receipt))
        self.detail.setVisible(bool(self.detail.text()))
        self.points.show_value(formats.number(receipt.points))
        balance = receipt.balance
        self.balance.show_value(self.tr("not known") if balance is None else formats.number(balance))
        self.paper.show_receipt(receipt)
        self._fit()

    @property
    def default_button(self) -> Button:
        """The button that Enter presses."""
        return self.next

    def focus(self) -> None:
        """Moves the focus to the button that goes on to the next customer."""
        self.default_button.take_focus()

    def _headline(self, attempt: Attempt) -> str:
        formats = self._controller.formats
        if attempt.state is State.REVERSED:
            return self.tr("The points have been given back since")
        left, value = still_off_bill(attempt)
        if value is None:
            points = self.tr("Take {points} points off the bill", "", formats.plural(left))
            return points.format(points=formats.number(left))
        return self.tr("Take {value} off the bill").format(value=formats.money(value))

    def _detail(self, attempt: Attempt, receipt: Receipt) -> str:
        parts = []
        if receipt.bill:
            parts.append(self.tr("Bill {bill}").format(bill=isolated_in_rtl(receipt.bill)))
        if receipt.value is None and attempt.state is State.REDEEMED:
            parts.append(self.tr("The service did not say what they are worth."))
        if attempt.reversed_points and attempt.state is State.REDEEMED:
            formats = self._controller.formats
            back = self.tr("{points} points have been given back since.", "", formats.plural(attempt.reversed_points))
            parts.append(back.format(points=formats.number(attempt.reversed_points)))
        return " · ".join(parts)

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
