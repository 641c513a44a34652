"""Paints a document as text on a page: a PDF, or a printer with a driver of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QBrush, QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Paper
from desktop.printing.sheet import DOTS_PER_INCH, Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from desktop.domain.paper import PaperDocument

_MM_PER_INCH = 25.4
_A4_MARGIN = 15.0
_ABOVE, _BELOW = 2.0, 4.0
"""Millimetres of white above and below a document on a roll."""

_LIGHT = QColor(215, 215, 215)
"""The watermark. On a page, unlike on thermal paper, it can be grey."""


def paint_pages(document: PaperDocument, paper: Paper, device: QPagedPaintDevice) -> None:
    """Paints a document on pages of its paper. A roll has one page, as long as the document.

    Raises:
        PaperFailed: the device does not accept it.
    """
    sheet = Sheet(document, paper.dots)
    layout = page_layout(sheet, paper)
    device.setPageLayout(layout)
    room = layout.paintRectPoints().height() / 72 * DOTS_PER_INCH
    pages = sheet.pages(room) if paper is Paper.A4 else [None]
    painter = QPainter()
    if not painter.begin(device):
        raise PaperFailed(PaperTrouble.PRINTER)
    scale = device.logicalDpiX() / DOTS_PER_INCH
    left = max(0.0, (painter.viewport().width() / scale - sheet.width) / 2)
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.translate(left, 0)
        sheet.paint(painter, watermark=QBrush(_LIGHT), page=page)
        painter.restore()
    if not painter.end():
        raise PaperFailed(PaperTrouble.PRINTER)


def page_layout(sheet: Sheet, paper: Paper) -> QPageLayout:
    """Returns the page for a sheet: A4, or a piece of the roll. Its margins are those that the roll does not print.

    Without a size and margins of its own, a page would get those of the driver, and the receipt would be shrunk.
    """
    if paper is Paper.A4:
        margins = QMarginsF(_A4_MARGIN, _A4_MARGIN, _A4_MARGIN, _A4_MARGIN)
        size = QPageSize(QPageSize.PageSizeId.A4)
    else:
        width = float(paper.value)
        side = (width - _millimetres(sheet.width)) / 2
        margins = QMarginsF(side, _ABOVE, side, _BELOW)
        height = _millimetres(sheet.height) + _ABOVE + _BELOW
        size = QPageSize(
            QSizeF(width, height), QPageSize.Unit.Millimeter, "Receipt", QPageSize.SizeMatchPolicy.ExactMatch
        )
    none = QMarginsF(0, 0, 0, 0)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter, none)


def pdf(document: PaperDocument, paper: Paper) -> bytes:
    """Returns a document as PDF, with its text.

    Raises:
        PaperFailed: it cannot be made.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(document.title)
    paint_pages(document, paper, writer)
    del writer
    buffer.close()
    return bytes(buffer.data().data())


def printer_names() -> tuple[str, ...]:
    """The names of the system's printers. It blocks, and takes long if printers are discovered in the network."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def _millimetres(dots: float) -> float:
    return dots / DOTS_PER_INCH * _MM_PER_INCH
