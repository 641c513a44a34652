"""Lays a document out once, at the dots of the paper, for a thermal printer's picture and for a PDF page alike."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from desktop.domain.paper import is_rtl_text
from desktop.domain.receipt import Line, LineKind
from desktop.printing.qr import qr_matrix

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.paper import PaperDocument

_log = logging.getLogger(__name__)

DOTS_PER_INCH = 203
"""The resolution of thermal printers (8 dots per millimetre)."""

_FAMILIES = (
    "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Noto Sans Devanagari", "Nirmala UI", "Noto Sans Arabic",
    "Noto Sans Thai", "Leelawadee UI", "Thonburi", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC",
)  # fmt: skip
"""Fonts that are readable at 8 dots per millimetre. Qt takes the first that has the script."""

_MARGIN, _TOP = 4, 8
_GAP = 12
"""Dots between the two texts of a pair."""

_BODY, _BIG = 23, 30
"""Heights of letters in dots."""

_LOGO_HEIGHT = 200
_LOGO_PIXELS = 4_000
"""Widest and highest logo that is read, in pixels."""

_WATERMARK_EVERY = 420
_WATERMARK_TILT = math.radians(24)
_QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""

_SMALLEST = 15
"""Height of letters in dots below which a code is broken into two lines instead of made smaller."""

_Paint: TypeAlias = "Callable[[QPainter, float], None]"


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of the sheet that is not divided between two pages.

    Attributes:
        height: in dots.
        paint: paints it, with its upper edge at a given place.
        baseline: of its first line of text, in dots below its upper edge.
    """

    height: float
    paint: _Paint
    baseline: float = 0.0


class Sheet:
    """A document as it is laid out for a width.

    Attributes:
        width: in dots.
        height: in dots.
    """

    def __init__(self, document: PaperDocument, dots: int) -> None:
        """Lays the document out. May run in any thread, once there is a QGuiApplication.

        Args:
            document: what is printed.
            dots: the width.
        """
        self.width = dots
        self._document = document
        # Marks above the first letters may be higher than the font says.
        top = _Block(_TOP, lambda _painter, _y: None)
        self._blocks = [top, *(block for line in document.lines for block in self._lay_out(line))]
        self.height = math.ceil(sum(block.height for block in self._blocks)) + _MARGIN

    def pages(self, height: float) -> list[tuple[int, int]]:
        """Divides the sheet into pages. Returns the first block of each and the one after its last.

        Args:
            height: of a page in dots.
        """
        pages: list[tuple[int, int]] = []
        first, used = 0, 0.0
        for index, block in enumerate(self._blocks):
            if used + block.height > height and index > first:
                pages.append((first, index))
                first, used = index, 0.0
            used += block.height
        return [*pages, (first, len(self._blocks))]

    def paint(self, painter: QPainter, *, watermark: QBrush, page: tuple[int, int] | None = None) -> None:
        """Paints the sheet, or one page of it, with its upper left corner at the origin.

        Args:
            painter: one unit is one dot.
            watermark: fills the letters of the watermark.
            page: one of `pages`.
        """
        first, end = page or (0, len(self._blocks))
        blocks = self._blocks[first:end]
        self._paint_watermark(painter, sum(block.height for block in blocks), watermark)
        painter.setPen(Qt.GlobalColor.black)
        y = 0.0
        for block in blocks:
            block.paint(painter, y)
            y += block.height

    def _paint_watermark(self, painter: QPainter, height: float, brush: QBrush) -> None:
        text = self._document.watermark
        if not text:
            return
        font = _font(100, bold=True)
        letters = QPainterPath()
        letters.addText(0, 0, font, text)
        box = letters.boundingRect()
        count = max(1, round(height / _WATERMARK_EVERY))
        sine, cosine = math.sin(_WATERMARK_TILT), math.cos(_WATERMARK_TILT)
        # As large as fits between the edges, and into its part of the height, when it is tilted.
        scale = 0.96 * min(
            self.width / (box.width() * cosine + box.height() * sine),
            height / count / (box.width() * sine + box.height() * cosine),
        )
        for number in range(count):
            painter.save()
            painter.translate(self.width / 2, height * (number + 0.5) / count)
            painter.rotate(-math.degrees(_WATERMARK_TILT))
            painter.scale(scale, scale)
            painter.translate(-box.center())
            painter.fillPath(letters, brush)
            painter.restore()

    # Blocks

    def _lay_out(self, line: Line) -> list[_Block]:  # noqa: PLR0911 - one for each kind of line
        match line.kind:
            case LineKind.RULE:
                return [_rule(self.width)]
            case LineKind.TITLE:
                return self._text(line.left, _font(_BIG, bold=True))
            case LineKind.CENTRED:
                return self._text(line.left, _font(_BODY))
            case LineKind.BANNER:
                return self._text(self._banner(line.left), _font(_BODY, bold=True))
            case LineKind.PAIR:
                return self._pair(line, _font(_BODY))
            case LineKind.BIG_PAIR:
                return self._pair(line, _font(_BIG, bold=True))
            case LineKind.QR:
                return [_qr(line.left, self.width)]
            case LineKind.LOGO:
                return _logo(line.left, self.width)

    def _text(self, text: str, font: QFont) -> list[_Block]:
        return [self._text_block(text, font, Qt.AlignmentFlag.AlignHCenter)] if text else []

    def _pair(self, line: Line, font: QFont) -> list[_Block]:
        """Puts both texts on one line if they fit, else the value below its label."""
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._document.is_rtl:
            start, end = end, start
        label = self._text_block(line.left, font, start)
        value = self._text_block(line.right, font, end)
        if _width(line.left, font) + _GAP + _width(line.right, font) > self._room:
            return [label, value]
        # Scripts differ in how high their letters are. They stand on one line all the same.
        baseline = max(label.baseline, value.baseline)
        label_top, value_top = baseline - label.baseline, baseline - value.baseline

        def paint(painter: QPainter, y: float) -> None:
            label.paint(painter, y + label_top)
            value.paint(painter, y + value_top)

        return [_Block(max(label_top + label.height, value_top + value.height), paint)]

    def _text_block(self, text: str, font: QFont, alignment: Qt.AlignmentFlag) -> _Block:
        # A number, a code, a name or an address keeps its own direction on paper of the other one.
        rtl = self._document.is_rtl and is_rtl_text(text)
        layout = QTextLayout(text, self._fitting(text, font))
        option = QTextOption(alignment | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.beginLayout()
        y = baseline = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self._room)
            line.setPosition(QPointF(_MARGIN, y))
            baseline = baseline or line.ascent()
            y += math.ceil(line.height())
            line = layout.createLine()
        layout.endLayout()
        return _Block(y, lambda painter, top: layout.draw(painter, QPointF(0, top)), baseline)

    @property
    def _room(self) -> float:
        return self.width - 2.0 * _MARGIN

    def _fitting(self, text: str, font: QFont) -> QFont:
        """Makes a code that is a little too long smaller. It has no spaces to break it at, and people type it."""
        width = _width(text, font)
        height = int(font.pixelSize() * self._room / width) if width > self._room else font.pixelSize()
        if " " in text or not text.isascii() or height < _SMALLEST:
            return font
        smaller = QFont(font)
        smaller.setPixelSize(height)
        return smaller

    def _banner(self, text: str) -> str:
        starred = f"*** {text} ***"
        return starred if _width(starred, _font(_BODY, bold=True)) <= self._room else text


def picture(document: PaperDocument, dots: int) -> QImage:
    """Draws a document as a picture of one bit for each dot. A bit that is set is a black dot.

    Returns:
        A picture in `Format_Mono`, as wide as the paper and as long as the document.
    """
    sheet = Sheet(document, dots)
    grey = QImage(sheet.width, sheet.height, QImage.Format.Format_Grayscale8)
    grey.fill(Qt.GlobalColor.white)
    painter = QPainter(grey)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    sheet.paint(painter, watermark=QBrush(QColor(Qt.GlobalColor.black), Qt.BrushStyle.Dense6Pattern))
    painter.end()
    # A dot that is half covered becomes black, which keeps thin strokes.
    mono = grey.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.MonoOnly
    )
    if QColor(mono.color(1)) != QColor(Qt.GlobalColor.black):
        mono.invertPixels()
    mono.setColorTable([0xFFFFFFFF, 0xFF000000])
    return mono


def _font(height: int, *, bold: bool = False) -> QFont:
    font = QFont(list(_FAMILIES))
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(height)
    # Thin strokes vanish on thermal paper.
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    # In a PDF, a search for "first" would not find a text that is set with a ligature.
    font.setFeature(QFont.Tag("liga"), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    return font


def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _rule(width: int) -> _Block:
    def paint(painter: QPainter, y: float) -> None:
        painter.save()
        pen = QPen(Qt.GlobalColor.black, 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(_MARGIN, y + 9), QPointF(width - _MARGIN, y + 9))
        painter.restore()

    return _Block(18, paint)


def _qr(text: str, width: int) -> _Block:
    matrix = qr_matrix(text)
    size = len(matrix) + 2 * _QUIET
    # Half of the paper's width, but at least half a millimetre for a module, which scanners need.
    module = max(4, width // 2 // size)
    left = (width - size * module) // 2

    def paint(painter: QPainter, y: float) -> None:
        painter.fillRect(QRectF(left, y, size * module, size * module), Qt.GlobalColor.white)
        for row, modules in enumerate(matrix):
            for column, is_dark in enumerate(modules):
                if is_dark:
                    place = QRectF(left + (column + _QUIET) * module, y + (row + _QUIET) * module, module, module)
                    painter.fillRect(place, Qt.GlobalColor.black)

    return _Block(size * module, paint)


def _logo(path: str, width: int) -> list[_Block]:
    """Returns the shop's logo in black and white, or nothing if it cannot be read: a receipt is more important."""
    reader = QImageReader(path)
    size = reader.size()
    if not reader.canRead() or size.isEmpty() or max(size.width(), size.height()) > _LOGO_PIXELS:
        _log.warning("the logo cannot be read: %s", reader.errorString())
        return []
    wanted = size.scaled(QSize(width - 2 * _MARGIN, _LOGO_HEIGHT), Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(wanted)
    read = reader.read()
    if read.isNull():
        _log.warning("the logo cannot be read: %s", reader.errorString())
        return []
    white = QImage(read.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, read)
    painter.end()
    black = white.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.DiffuseDither | Qt.ImageConversionFlag.MonoOnly
    )
    left = (width - black.width()) // 2
    return [_Block(black.height() + 8, lambda painter, y: painter.drawImage(QPointF(left, y), black))]
