"""Paints the program's icon from the SVG, in the formats of Windows and macOS."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from installer import product

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

SOURCE = product.ROOT / "resources" / "icons" / "points-till.svg"
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def paint(size: int, source: Path = SOURCE) -> Image:
    """Paints the icon at a size in pixels, each time from the SVG, so that small ones stay sharp.

    Raises:
        ValueError: if the SVG cannot be read.
    """
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is not an SVG")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def make_ico(target: Path) -> None:
    """Writes the icon for Windows."""
    images = _painted(target, WINDOWS_SIZES)
    images[-1].save(target, "ICO", append_images=images[:-1], sizes=[image.size for image in images])


def make_icns(target: Path) -> None:
    """Writes the icon for macOS."""
    images = _painted(target, MACOS_SIZES)
    images[-1].save(target, "ICNS", append_images=images[:-1])


def _painted(target: Path, sizes: tuple[int, ...]) -> list[Image]:
    target.parent.mkdir(parents=True, exist_ok=True)
    return [paint(size) for size in sizes]
