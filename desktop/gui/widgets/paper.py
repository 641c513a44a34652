"""Shows a receipt on a sheet of paper, with the QR code of its reference and a torn edge."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import segno
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QPolygonF, QTextDocument
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from desktop.gui.scale import set_margins, set_minimum_width

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.receipt import Receipt
    from desktop.domain.reversal_receipt import ReversalReceipt
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.style import Style

_TOOTH = 6
_SHADOW = 4
_NARROWEST = 276
"""Pixels at scale 1: a reference in one line, with the margins, and with the bar if the receipt has to be scrolled."""
_QR = "reference"

_MASK = 0
"""The pattern over the modules. A scanner reads all eight. Looking for the best one takes longer than the whole rest of
the page, while the cashier waits for the receipt.
"""


def qr_image(text: str, dark: QColor, module: int) -> QImage:
    """Returns a text as a QR code.

    Args:
        text: what a scanner reads.
        dark: the colour of its dark modules. The light ones are transparent.
        module: the width of a module in pixels.
    """
    rows = segno.make(text, error="m", micro=False, mask=_MASK).matrix
    size = len(rows)
    pixels = b"".join(bytes(row) for row in rows)
    image = QImage(pixels, size, size, size, QImage.Format.Format_Indexed8)
    image.setColorTable([0, dark.rgba()])
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return image.scaled(size * module, size * module)


class PaperView(QWidget):
    """A receipt as it will be printed, readable word by word.

    Attributes:
        text: the receipt's text, which a screen reader reads.
    """

    def __init__(self, design: ReceiptDesign, style: Style) -> None:
        super().__init__()
        self._design = design
        self._style = style
        self._shown: Receipt | ReversalReceipt | None = None
        self._end: tuple[tuple[object, ...], QPixmap] | None = None
        self._code: tuple[tuple[object, ...], QImage] | None = None
        column = QVBoxLayout(self)
        set_margins(column, 8, 8, 8, 8 + _TOOTH + _SHADOW)
        self.text = QTextEdit()
        self.text.setObjectName("receipt")
        self.text.setAccessibleName(self.tr("Receipt"))
        self.text.setAccessibleDescription(self.tr("As it will be printed"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.text)
        set_minimum_width(self, _NARROWEST)
        style.changed.connect(self._draw)

    def show_receipt(self, receipt: Receipt | ReversalReceipt) -> None:
        """Shows a receipt."""
        if receipt != self._shown:
            self._shown = receipt
            self._draw()

    def prepare(self, reference: str) -> None:
        """Makes the QR code of a reference in advance."""
        self._code_of(reference)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the paper as long as the receipt, if there is room."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the sheet below the text: its shadow, and the torn edge at its end."""
        end = min(float(self.height() - _SHADOW), self._length())
        painter = QPainter(self)
        # Only the end is torn. Smoothing the edges of the whole sheet takes longer than all other painting together.
        whole = max(0, int(end) - 2 * _TOOTH)
        painter.fillRect(QRect(_SHADOW, 0, self.width() - 2 * _SHADOW, whole), self._style.colour("paper"))
        if self.devicePixelRatioF().is_integer():
            painter.drawPixmap(0, whole, self._torn_end(end - whole))
        else:
            # A picture would be moved by a part of a pixel.
            painter.translate(0, whole)
            self._draw_end(painter, end - whole)
        painter.end()

    def _torn_end(self, length: float) -> QPixmap:
        """Returns a picture of the sheet's end. It is kept, because its smooth edges take longer than the text.

        Args:
            length: of the end in pixels.
        """
        ratio = self.devicePixelRatioF()
        size = QSize(self.width(), math.ceil(length) + _SHADOW)
        drawn_for = (size, length, self._style.colour("paper"), self._style.colour("ink"), ratio)
        if self._end is None or self._end[0] != drawn_for:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self._draw_end(painter, length)
            painter.end()
            self._end = drawn_for, picture
        return self._end[1]

    def _draw_end(self, painter: QPainter, length: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRect(0, 0, self.width(), math.ceil(length) + _SHADOW))
        sheet = _torn(QRectF(_SHADOW, 0, self.width() - 2 * _SHADOW, length))
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = self._style.colour("ink")
        shadow.setAlphaF(0.05)
        painter.setBrush(shadow)
        for distance in range(_SHADOW, 0, -1):
            painter.drawPolygon(sheet.translated(0, distance))
        painter.setBrush(self._style.colour("paper"))
        painter.drawPolygon(sheet)

    def _length(self) -> float:
        """Returns the sheet's length in pixels: that of its text with the margins."""
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
        return self.text.document().size().height() + 2 * self.text.frameWidth() + margins.top() + margins.bottom() + 16

    def _draw(self) -> None:
        if self._shown is None:
            return
        position = self.text.verticalScrollBar().value()
        document = self.text.document()
        picture = self._code_of(self._shown.reference)
        document.addResource(int(QTextDocument.ResourceType.ImageResource), QUrl(_QR), picture)
        self.text.setHtml(f'{self._design.html(self._shown)}<p align="center"><img src="{_QR}"></p>')
        self.text.verticalScrollBar().setValue(position)
        self.update()

    def _code_of(self, reference: str) -> QImage:
        """Returns a reference as a QR code. The last one is kept, because it can be made in advance."""
        module, ink = max(2, round(3 * self._style.scale)), self._style.colour("paper_ink")
        made_for = (reference, ink, module)
        if self._code is None or self._code[0] != made_for:
            self._code = made_for, qr_image(reference, ink, module)
        return self._code[1]


def _torn(box: QRectF) -> QPolygonF:
    """Returns a rectangle whose lower side is a row of teeth."""
    points = [box.topRight(), box.topLeft(), box.bottomLeft() - QPointF(0, _TOOTH)]
    teeth = max(1, round(box.width() / (2 * _TOOTH)))
    step = box.width() / teeth
    for tooth in range(teeth):
        left = box.left() + tooth * step
        points += [QPointF(left + step / 2, box.bottom()), QPointF(left + step, box.bottom() - _TOOTH)]
    return QPolygonF(points)
