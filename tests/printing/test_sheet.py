"""Tests what a document looks like on paper: its edges, directions, codes, logo and watermark."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.domain.paper import Paper, PaperDocument
from desktop.domain.receipt import Line, LineKind
from desktop.printing.qr import qr_matrix
from desktop.printing.sheet import Sheet, picture
from tests.paper import REFERENCE, SHOPS, document, lines, receipt_document

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("qapp")

SIDES = (0, 1, 2)
"""Columns at the very edge, which some printers do not reach."""


def ink(image: QImage) -> set[tuple[int, int]]:
    """Returns the black dots of a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, stride = bytes(grey.constBits()), grey.bytesPerLine()
    return {(x, y) for y in range(image.height()) for x in range(image.width()) if not data[y * stride + x]}


def one(kind: LineKind, left: str, right: str = "", *, is_rtl: bool = False) -> PaperDocument:
    """Makes a document of one line."""
    return PaperDocument(title="", lines=(Line(kind, left, right),), is_rtl=is_rtl)


@pytest.mark.parametrize("paper", [Paper.MM_58, Paper.MM_80])
@pytest.mark.parametrize("language", SHOPS)
def test_nothing_touches_the_edges(language: str, paper: Paper) -> None:
    """In every language the text keeps within the paper, and does not begin at the very first row."""
    drawn = picture(receipt_document(language, training=True), paper.dots)
    assert (drawn.width(), drawn.format()) == (paper.dots, QImage.Format.Format_Mono)
    columns = {x for x, _ in ink(drawn)}
    assert not columns & {*SIDES, *(paper.dots - 1 - side for side in SIDES)}
    assert min(y for _, y in ink(drawn)) > 0
    assert max(y for _, y in ink(drawn)) < drawn.height() - 1


@pytest.mark.parametrize("text", ["word " * 60, "W" * 300, "ร้านสุขุมวิท" * 20, "人民路商店" * 30])
def test_long_texts_are_broken(text: str) -> None:
    """A text without spaces is broken too, and nothing of it is cut off: more text takes more paper."""
    long, longer = (picture(one(LineKind.CENTRED, made), 384) for made in (text, text * 2))
    assert not {x for x, _ in ink(longer)} & {0, 383}
    assert longer.height() > long.height() * 1.6


@pytest.mark.parametrize(("language", "label_is_left"), [("en", True), ("hi", True), ("ar", False)])
def test_labels_stand_where_a_line_begins(language: str, label_is_left: bool) -> None:
    """On the right in Arabic, on the left elsewhere, with the value at the other edge."""
    is_rtl = not label_is_left
    label_only = ink(picture(one(LineKind.PAIR, "الفاتورة" if is_rtl else "Bill", is_rtl=is_rtl), 576))
    value_only = ink(picture(one(LineKind.PAIR, "", "MG-1", is_rtl=is_rtl), 576))
    assert language in SHOPS
    assert (max(x for x, _ in label_only) < 288) is label_is_left
    assert (min(x for x, _ in value_only) > 288) is label_is_left


@pytest.mark.parametrize("kind", [LineKind.CENTRED, LineKind.TITLE, LineKind.BANNER])
@pytest.mark.parametrize("text", ["24 Seven Mart", "12 MG Road (2nd floor)", "Thank you!", "1042 Imran Ali"])
def test_a_text_keeps_its_own_direction(kind: LineKind, text: str) -> None:
    """A name, an address or a footer in Latin letters reads on Arabic paper as on English paper."""
    assert ink(picture(one(kind, text, is_rtl=True), 576)) == ink(picture(one(kind, text), 576))


def test_a_bill_that_is_a_label_keeps_its_order() -> None:
    """The day's report has bills at the beginning of a line, on the right in Arabic. `20416-A` is no `A-20416`."""
    bill = picture(one(LineKind.PAIR, "20416-A", is_rtl=True), 576)
    assert ink(bill) == ink(picture(one(LineKind.PAIR, "", "20416-A"), 576))


def test_a_pair_that_is_too_wide_takes_two_lines() -> None:
    """The value goes below its label, and nothing is drawn over anything."""
    value = "a long number"
    short, wide = (picture(one(LineKind.PAIR, label, value), 384) for label in ("Bill", "Bill of a regular customer"))
    assert wide.height() > short.height() * 1.5


def test_the_reference_fits_on_the_narrow_roll() -> None:
    """26 characters stand on one line of 58 mm paper, because someone may have to type them."""
    label = picture(one(LineKind.PAIR, "Reference"), 384).height()
    both = picture(one(LineKind.PAIR, "Reference", REFERENCE), 384).height()
    assert both <= label * 2


def test_two_scripts_stand_on_one_line() -> None:
    """A Hindi label and a Latin number have one baseline, although their fonts differ in height."""
    label = ink(picture(one(LineKind.PAIR, "क"), 576))
    value = ink(picture(one(LineKind.PAIR, "", "8"), 576))
    both = ink(picture(one(LineKind.PAIR, "क", "8"), 576))
    left, right = ({y for x, y in both if (x < 288) is side} for side in (True, False))
    assert label
    assert value
    assert abs(max(left) - max(right)) <= 3


@pytest.mark.parametrize("paper", [Paper.MM_58, Paper.MM_80])
def test_the_code_is_drawn_dot_for_dot(paper: Paper) -> None:
    """Every module is a square of whole dots, at least half a millimetre wide, with white around it."""
    drawn = picture(one(LineKind.QR, REFERENCE), paper.dots)
    matrix = qr_matrix(REFERENCE)
    black = ink(drawn)
    left, top = min(x for x, _ in black), min(y for _, y in black)
    module = (max(x for x, _ in black) - left + 1) // len(matrix)
    assert module >= 4
    for row, modules in enumerate(matrix):
        for column, is_dark in enumerate(modules):
            square = {
                (left + column * module + x, top + row * module + y) for x in range(module) for y in range(module)
            }
            assert square <= black if is_dark else not square & black
    assert left >= 4 * module
    assert paper.dots - 1 - max(x for x, _ in black) >= 4 * module


def test_training_is_printed_across_everything() -> None:
    """The watermark covers every part of the receipt, and the text on it stays complete."""
    plain = receipt_document("en")
    marked = replace(plain, watermark="TRAINING")
    before, after = picture(plain, 576), picture(marked, 576)
    added = ink(after) - ink(before)
    assert ink(before) <= ink(after)
    for third in range(3):
        rows = range(after.height() * third // 3, after.height() * (third + 1) // 3)
        assert sum(y in rows for _, y in added) > 500
    assert len(added) < after.width() * after.height() * 0.12, "the text must stay readable"


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """Makes a picture with grey parts, wider than the paper."""
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(128, 128, 128))
    path = tmp_path / "logo.png"
    assert image.save(str(path))
    return path


def test_a_logo_is_shrunk_and_dithered(logo: Path) -> None:
    """A wide grey logo fits the paper. Its grey becomes dots, about as many black as white."""
    drawn = picture(one(LineKind.LOGO, str(logo)), 384)
    assert drawn.height() < 160
    black = ink(drawn)
    assert 0.35 < len(black) / (376 * 125) < 0.65


def test_an_svg_is_a_logo_too() -> None:
    """A drawing is a logo as well as a photograph."""
    assert ink(picture(one(LineKind.LOGO, "resources/icons/points-till.svg"), 384))


@pytest.mark.parametrize("kind", ["missing", "text", "empty", "huge", "folder"])
def test_a_receipt_prints_without_its_logo(tmp_path: Path, caplog: pytest.LogCaptureFixture, kind: str) -> None:
    """If the logo cannot be read, the receipt is printed without it, and the log says so."""
    path = tmp_path / "logo.png"
    match kind:
        case "text":
            path.write_text("not a picture")
        case "empty":
            path.touch()
        case "huge":
            assert QImage(5_000, 1, QImage.Format.Format_Mono).save(str(path))
        case "folder":
            path.mkdir()
        case _:
            pass
    whole = receipt_document("en", logo=str(path))
    with caplog.at_level(logging.WARNING):
        drawn = picture(whole, 384)
    assert ink(drawn) == ink(picture(receipt_document("en"), 384))
    assert "logo" in caplog.text


def test_pages_end_between_lines() -> None:
    """A long document is divided so that no page is too high and no line is missing."""
    sheet = Sheet(document(*(f"line {number}" for number in range(100))), 576)
    pages = sheet.pages(500.0)
    assert [first for first, _ in pages] == [0, *(end for _, end in pages[:-1])]
    assert pages[-1][1] == 101
    assert len(pages) > 5


def test_a_line_that_is_higher_than_a_page_has_its_own() -> None:
    """It is not divided, and pages do not come out empty."""
    sheet = Sheet(replace(document(), lines=(*lines("a"), Line(LineKind.QR, REFERENCE), *lines("b"))), 576)
    pages = sheet.pages(50.0)
    assert all(first < end for first, end in pages)
    assert pages[-1][1] == 4


def test_a_banner_that_is_too_wide_has_no_stars() -> None:
    """Its words stay on one line."""
    banner = picture(one(LineKind.BANNER, "TRAINING. Not a receipt."), 384)
    assert banner.height() == picture(one(LineKind.BANNER, "COPY"), 384).height()
