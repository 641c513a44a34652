"""Tests that the bytes for a thermal printer are the picture, dot for dot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from desktop.domain.paper import Commands, Paper
from desktop.printing.escpos import encode, rows_of
from desktop.printing.sheet import picture
from tests.paper import SHOPS, receipt_document
from tests.printing.thermal_printer import print_out

pytestmark = pytest.mark.usefixtures("qapp")

BLACK = QColor("black").rgb()


def dots(image: QImage) -> list[list[bool]]:
    """Returns the dots of a picture, each read by itself."""
    return [[image.pixel(x, y) == BLACK for x in range(image.width())] for y in range(image.height())]


@pytest.mark.parametrize("commands", Commands)
@pytest.mark.parametrize("paper", [Paper.MM_58, Paper.MM_80])
@pytest.mark.parametrize("language", ["en", "hi", "ar", "th", "zh_CN"])
def test_a_printer_prints_what_was_drawn(language: str, paper: Paper, commands: Commands) -> None:
    """In every script and on both papers, each dot is where it was drawn, and nothing else comes out."""
    drawn = picture(receipt_document(language), paper.dots)
    printed = print_out(encode(drawn, commands=commands, cut=True, drawer=False))
    wanted = dots(drawn)
    assert printed.rows[: len(wanted)] == wanted
    assert not any(any(row) for row in printed.rows[len(wanted) :])
    assert len(printed.rows) - len(wanted) < 24
    assert (printed.cuts, printed.pulses, printed.text) == ([len(printed.rows)], 0, "")


def test_the_drawer_opens_only_if_asked() -> None:
    """One pulse opens it, before anything is printed."""
    drawn = picture(receipt_document("en"), 384)
    data = encode(drawn, commands=Commands.RASTER, cut=True, drawer=True)
    assert print_out(data).pulses == 1
    assert data.index(b"\x1bp") < data.index(b"\x1dv0")


def test_a_printer_without_a_cutter_feeds_instead() -> None:
    """The paper is fed to where it can be torn off."""
    printed = print_out(encode(picture(receipt_document("en"), 384), commands=Commands.RASTER, cut=False, drawer=False))
    assert (printed.cuts, printed.fed) == ([], 5)


@settings(max_examples=40)
@given(st.integers(1, 9), st.integers(1, 300), st.randoms(use_true_random=False), st.sampled_from(Commands))
def test_any_picture(width: int, height: int, random: object, commands: Commands) -> None:
    """Pictures of any height are divided into bands and put together again."""
    image = QImage(width * 8, height, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    image.fill(0)
    for _ in range(40):
        image.setPixel(random.randrange(width * 8), random.randrange(height), 1)  # type: ignore[attr-defined]
    printed = print_out(encode(image, commands=commands, cut=False, drawer=False))
    assert printed.rows[:height] == dots(image)
    assert not any(any(row) for row in printed.rows[height:])


def test_bands_are_small() -> None:
    """No command carries more than cheap printers hold."""
    data = encode(picture(receipt_document("en"), 576), commands=Commands.RASTER, cut=True, drawer=False)
    heights = []
    at = data.find(b"\x1dv0\x00")
    while at >= 0:
        heights.append(int.from_bytes(data[at + 6 : at + 8], "little"))
        at = data.find(b"\x1dv0\x00", at + 8 + 72 * heights[-1])
    assert len(heights) > 3
    assert max(heights) <= 128


def test_rows_have_no_padding() -> None:
    """Qt pads rows to four bytes. A printer would take the padding for dots."""
    image = QImage(40, 3, QImage.Format.Format_Mono)
    image.fill(1)
    assert rows_of(image) == [b"\xff" * 5] * 3


def test_all_languages_are_drawn() -> None:
    """A receipt in every language of the till has a picture of its own."""
    pictures = {language: rows_of(picture(receipt_document(language), 384)) for language in SHOPS}
    assert len({tuple(rows) for rows in pictures.values()}) == len(SHOPS)
    assert all(any(any(row) for row in rows) for rows in pictures.values())
