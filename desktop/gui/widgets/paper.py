"""Shows a receipt on a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

if TYPE_CHECKING:
    from desktop.domain.receipt import Receipt
    from desktop.domain.reversal_receipt import ReversalReceipt
    from desktop.gui.receipts import ReceiptDesign


class Paper(QTextEdit):
    """A receipt as it will be printed, readable word by word."""

    def __init__(self, design: ReceiptDesign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = design
        self._shown: Receipt | ReversalReceipt | None = None
        self.setObjectName("receipt")
        self.setAccessibleName(self.tr("Receipt"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleDescription(self.tr("As it will be printed"))

    def show_receipt(self, receipt: Receipt | ReversalReceipt) -> None:
        """Shows a receipt."""
        if receipt == self._shown:
            return
        self._shown = receipt
        self.setHtml(self._design.html(receipt))
