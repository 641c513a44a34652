"""Tests the sheet on the screen: its text can be read word by word, and its QR code is the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.gui.widgets.paper import qr_image

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def test_the_receipt_can_be_read_and_scanned(open_till: OpenTill, service: PracticeService) -> None:
    """The text holds points, balance and reference, and the picture in it is the QR code of the reference."""
    cashier = open_till(service=service)
    cashier.redeem("12.5", bill="MG-1")
    attempt = cashier.screen.attempt
    assert attempt is not None
    text = cashier.find("Receipt", QTextEdit)
    for part in ("12.5", "1,978.5", "MG-1", attempt.reference):
        assert part in text.toPlainText(), part
    shown = text.document().resource(int(QTextDocument.ResourceType.ImageResource), QUrl("reference"))
    assert isinstance(shown, QImage)
    module = shown.width() // _modules(attempt.reference)
    assert shown == qr_image(attempt.reference, QColor("#222222"), module)
    assert shown != qr_image(attempt.reference[::-1], QColor("#222222"), module)


def _modules(text: str) -> int:
    return qr_image(text, QColor("black"), 1).width()
