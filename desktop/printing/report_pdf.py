"""Lays out a report's lines as a PDF on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

_POINT_SIZE = 10
_RESOLUTION = 300


def pdf_of(lines: Iterable[str], *, title: str) -> bytes:
    """Returns a PDF with the lines in a font of fixed width, so that the figures stand below each other.

    Args:
        lines: the text.
        title: the document's title.
    """
    # Fonts need an application. A command has none.
    _application = QGuiApplication.instance() or QGuiApplication([])
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    font.setPointSize(_POINT_SIZE)
    document.setDefaultFont(font)
    document.setHtml(f"<pre>{escape(chr(10).join(lines))}</pre>")
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    buffer.close()
    return bytes(data.data())
