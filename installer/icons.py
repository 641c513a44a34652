"""Owns the program's icon in the forms that Windows and macOS want, painted from the one SVG."""

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
    """The icon at a size in pixels, painted anew from the SVG so that small ones stay sharp.

    Raises:
        ValueError: where the SVG cannot be read.
    """
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is no SVG")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def make_ico(target: Path) -> None:
    """Writes the icon for Windows."""
    _save(target, WINDOWS_SIZES, "ICO", sizes=[(size, size) for size in WINDOWS_SIZES])


def make_icns(target: Path) -> None:
    """Writes the icon for macOS."""
    _save(target, MACOS_SIZES, "ICNS")


def _save(target: Path, all_sizes: tuple[int, ...], kind: str, **options: object) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    images = [paint(size) for size in all_sizes]
    images[-1].save(target, kind, append_images=images[:-1], **options)
