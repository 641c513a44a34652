"""Lays a receipt out with Qt's rich text, on a page as wide as the paper and as long as the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

WIDTH = 80.0
"""Millimetres. This is the wider of the two usual papers. A system printer prints the same strip on its own sheet."""

MARGIN = 4.0
_POINTS = 9.0
_MM_PER_INCH = 25.4


def document(html: str, device: QPagedPaintDevice, resolution: int) -> QTextDocument:
    """Lays the receipt out for a device, on one page of any length.

    Args:
        html: the receipt.
        device: the device that it will be painted on.
        resolution: the device's resolution in dots per inch.
    """
    made = QTextDocument()
    font = QFont(["DejaVu Sans Mono", "Menlo", "Consolas", "Noto Sans Thai", "Thonburi", "Tahoma", "Noto Sans"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setDocumentMargin(0)
    made.documentLayout().setPaintDevice(device)
    made.setHtml(html)
    # If the page has no size of its own, Qt adds wide margins and shrinks the text.
    made.setPageSize(QSizeF((WIDTH - 2 * MARGIN) / _MM_PER_INCH * resolution, 100_000.0))
    return made


def strip_layout(made: QTextDocument, resolution: int) -> QPageLayout:
    """The layout of a page as wide as the paper and as long as the receipt."""
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
    """Paints the receipt. Returns False if the device did not accept it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    made.drawContents(painter)
    return painter.end()
