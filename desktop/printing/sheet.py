"""Owns setting a receipt on a sheet: Qt's rich text at the paper's own width, as long as the receipt is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

WIDTH = 80.0
"""Millimetres: the wider of the two papers that tills use; a system printer gets the same strip on its own sheet."""

MARGIN = 4.0
_POINTS = 9.0
_MM_PER_INCH = 25.4


def document(html: str, device: QPagedPaintDevice, resolution: int) -> QTextDocument:
    """The receipt set for a device, one page however long it is.

    Args:
        html: the receipt.
        device: what it will be painted on.
        resolution: dots per inch of the device.
    """
    made = QTextDocument()
    font = QFont(["DejaVu Sans Mono", "Menlo", "Consolas", "Noto Sans Thai", "Thonburi", "Tahoma", "Noto Sans"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setDocumentMargin(0)
    made.documentLayout().setPaintDevice(device)
    made.setHtml(html)
    # Without a page of its own size, Qt adds wide margins and shrinks the text.
    made.setPageSize(QSizeF((WIDTH - 2 * MARGIN) / _MM_PER_INCH * resolution, 100_000.0))
    return made


def strip_layout(made: QTextDocument, resolution: int) -> QPageLayout:
    """A page as wide as the paper and as long as the receipt."""
    height = made.documentLayout().documentSize().height() / resolution * _MM_PER_INCH + 2 * MARGIN + 2
    size = QPageSize(QSizeF(WIDTH, height), QPageSize.Unit.Millimeter, "Receipt", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(
        size,
        QPageLayout.Orientation.Portrait,
        QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Millimeter,
        QMarginsF(0, 0, 0, 0),
    )


def paint(made: QTextDocument, device: QPagedPaintDevice) -> bool:
    """Paints the receipt; whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    made.drawContents(painter)
    return painter.end()
