"""Tests the sheet on the screen: its text can be read word by word, and its QR code is the reference."""

from __future__ import annotations

from decimal import Decimal
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


def test_a_code_made_in_advance_is_only_used_for_its_own_redemption(
    open_till: OpenTill, service: PracticeService
) -> None:
    """It is made while a redemption is under way, and gives way if the receipt is of another one."""
    cashier = open_till(service=service)
    begun: list[str] = []
    cashier.session.controller.redeeming.begun.connect(lambda one: begun.append(one.reference))
    cashier.redeem("12.5")
    first = cashier.screen.attempt
    assert first is not None
    assert begun == [first.reference]
    paper = cashier.session.view.pages.receipt_page.paper
    paper.prepare(first.reference[::-1])
    receipt = cashier.session.view.pages.receipt_page._design.receipt(first, copy=True)
    paper.show_receipt(receipt)
    shown = paper.text.document().resource(int(QTextDocument.ResourceType.ImageResource), QUrl("reference"))
    assert shown == qr_image(first.reference, QColor("#222222"), shown.width() // _modules(first.reference))


def test_a_value_keeps_its_direction_in_a_right_to_left_receipt(open_till: OpenTill, service: PracticeService) -> None:
    """Money stands as in the rest of the window, with its sign on the left; a number with a code from left to right."""
    cashier = open_till(service=service, language="ar", country="IN")
    cashier.redeem("12.5", bill="12-34")
    # Qt's plain text has an ordinary space in place of one that does not break.
    text = cashier.find("Receipt", QTextEdit).toPlainText()
    money = cashier.session.controller.formats.money(Decimal("12.5")).replace("\u00a0", " ")
    assert f"\u2067{money}\u2069" in text
    assert "\u206612-34\u2069" in text


def _modules(text: str) -> int:
    return qr_image(text, QColor("black"), 1).width()
