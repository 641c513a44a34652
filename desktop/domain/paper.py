"""Defines the papers that a till prints on, and a document that is ready to be printed on any of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.receipt import Line, LineKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.receipt import Formats, Receipt


class Paper(StrEnum):
    """The paper in the printer: a roll of 58 or 80 mm, or sheets of A4."""

    MM_58 = "58"
    MM_80 = "80"
    A4 = "a4"

    @property
    def dots(self) -> int:
        """The dots in a row of a thermal printer with 203 dots per inch. Rolls have margins that do not print.

        A sheet of A4 shows a document as wide as on the wider roll.
        """
        return 384 if self is Paper.MM_58 else 576


class Commands(StrEnum):
    """The commands of ESC/POS that carry a picture. `RASTER` is `GS v 0`, `COLUMNS` is `ESC *` for older models."""

    RASTER = "raster"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDocument:
    """What is printed, as lines in the language of the paper. Nothing in it has to be looked up or translated.

    Attributes:
        title: names it in the queue of a system printer and in a PDF; not printed.
        lines: from top to bottom.
        is_rtl: True if its language is written from right to left.
        watermark: printed large across the lines, for example in training; may be empty.
        copy_banner: the word that marks a copy, in the language of the paper; empty if copies are not marked.
    """

    title: str
    lines: tuple[Line, ...]
    is_rtl: bool = False
    watermark: str = ""
    copy_banner: str = ""

    def as_copy(self) -> PaperDocument:
        """The same document, marked as a copy. Has no effect on one that is marked already."""
        banner = Line(LineKind.BANNER, self.copy_banner)
        if not self.copy_banner or banner in self.lines:
            return self
        return replace(self, lines=(banner, *self.lines))


TRAINING = "TRAINING"
"""The watermark in training, in English, for translators."""

PRACTICE_STORE = "Practice store"
"""The store in training, unless the settings name one, in English, for translators."""


def trial_document(
    receipt: Receipt, formats: Formats, translate: Callable[[str], str], *, printer: str, paper: Paper, is_rtl: bool
) -> PaperDocument:
    """Returns the page of *Test print*: who prints where, the edges of the paper, and a QR code.

    Args:
        receipt: names store, till and time.
        formats: formats the time.
        translate: translates `TRIAL_WORDS`.
        printer: as the settings name it; may be empty.
        paper: that is printed on.
        is_rtl: True if the language is written from right to left.
    """
    pair = LineKind.PAIR
    title = translate("Test print")
    return PaperDocument(
        title=title,
        lines=(
            Line(LineKind.RULE),
            Line(LineKind.TITLE, title),
            Line(LineKind.CENTRED, receipt.store),
            Line(LineKind.CENTRED, formats.moment(receipt.at, receipt.zone)),
            Line(LineKind.RULE),
            Line(pair, translate("Till"), receipt.till),
            Line(pair, translate("Printer"), printer or translate("Default printer")),
            Line(pair, translate("Paper"), "A4" if paper is Paper.A4 else f"{paper.value} mm"),
            Line(LineKind.BIG_PAIR, translate("Points"), formats.number(receipt.points)),
            Line(LineKind.QR, receipt.till),
            Line(LineKind.CENTRED, translate("If you can read this, the printer works.")),
            Line(LineKind.RULE),
        ),
        is_rtl=is_rtl,
    )


TRIAL_WORDS = (
    "Test print",
    "Till",
    "Printer",
    "Default printer",
    "Paper",
    "Points",
    "If you can read this, the printer works.",
)
"""Every text of a test print, in English, for translators."""


def is_rtl_text(text: str) -> bool:
    """True if the first letter that has a direction is written from right to left."""
    directions = (unicodedata.bidirectional(one) for one in text)
    return next((one != "L" for one in directions if one in {"L", "R", "AL"}), False)
