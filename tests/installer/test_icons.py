"""Tests the icons that are painted from the SVG."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from installer import icons

if TYPE_CHECKING:
    from pathlib import Path


def test_windows_gets_every_size_that_it_shows(tmp_path: Path) -> None:
    """The icon file has all sizes from 16 pixels for lists to 256 for tiles. Each is painted, not scaled."""
    target = tmp_path / "icon.ico"
    icons.make_ico(target)
    with Image.open(target) as icon:
        assert icon.info["sizes"] == {(size, size) for size in icons.WINDOWS_SIZES}
        icon.size = (16, 16)  # type: ignore[misc]  # Pillow selects the icon by its size
        assert icon.convert("RGBA").tobytes() == icons.paint(16).tobytes()


def test_macos_gets_every_size_that_it_shows(tmp_path: Path) -> None:
    """The icon file has all sizes including Retina, and states its own length correctly."""
    target = tmp_path / "icon.icns"
    icons.make_icns(target)
    data = target.read_bytes()
    magic, length = struct.unpack(">4sI", data[:8])
    assert magic == b"icns"
    assert length == len(data)
    with Image.open(target) as icon:
        assert {(512, 512, 2), (512, 512, 1), (256, 256, 1), (128, 128, 1)} <= set(icon.info["sizes"])


def test_the_icon_is_opaque_on_transparent() -> None:
    """The icon is opaque in the middle and transparent in the corners."""
    image = icons.paint(64)
    corner, middle = image.getpixel((0, 0)), image.getpixel((32, 6))
    assert isinstance(corner, tuple)
    assert isinstance(middle, tuple)
    assert corner[3] == 0
    assert middle[3] == 255


def test_a_file_that_is_not_an_svg_is_refused(tmp_path: Path) -> None:
    """A file that is not an SVG is refused and does not become an empty icon."""
    bad = tmp_path / "bad.svg"
    bad.write_text("no picture", encoding="utf-8")
    with pytest.raises(ValueError, match="is not an SVG"):
        icons.paint(16, bad)
