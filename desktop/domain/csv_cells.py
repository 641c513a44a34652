"""Escapes values for CSV, so that no spreadsheet reads one as a formula."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMULA = frozenset("=+-@＝＋－＠﹦﹢﹣﹫−")
"""What a formula begins with, and the wide, small and mathematical forms that some spreadsheets turn into it."""

_QUOTES = frozenset("'\"`´‘’‚“”„«»‹›")
"""Quotation marks that importers remove."""

_SEPARATORS = re.compile(r"([;\t|\r\n\v\f\x85\u2028\u2029])")
"""Where a spreadsheet of another country, or a simple importer, begins another cell."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")

_HARMLESS = re.compile(r"[0-9A-Za-z][0-9A-Za-z .:,/_+-]*")
"""Most values. They begin with no sign of a formula, and have no character at which another cell begins."""

_MASKED = re.compile(r"\+(?=[^•]*•)[0-9•]+(?:[ -][0-9•]+)*")
"""A masked mobile number, `+91 ••••• •8221`. Without letters and brackets, and with a dot, it computes nothing."""


def harmless(value: str | None) -> str | None:
    """Escapes a value so that a spreadsheet does not read it as a formula.

    An apostrophe is put before whatever could begin a formula: at the start, and after a character at which some
    spreadsheets begin another cell. Plain numbers and masked mobile numbers stay as they are.

    Args:
        value: the value of one cell; None for an empty one.
    """
    if not value or _HARMLESS.fullmatch(value) or _MASKED.fullmatch(value):
        return value
    pieces = _SEPARATORS.split(value)
    # Every second piece is a separator.
    guarded = [piece if number % 2 else _guarded(piece) for number, piece in enumerate(pieces)]
    if not pieces[0]:
        # A separator at the very start would be trimmed, or begin another cell by itself.
        guarded[0] = "'"
    return "".join(guarded)


def cells(record: Mapping[str, object]) -> list[str | None]:
    """Returns the values of a record as cells. None stays an empty cell."""
    return [None if value is None else harmless(str(value)) for value in record.values()]


def _guarded(piece: str) -> str:
    if _NUMBER.fullmatch(piece) or _MASKED.fullmatch(piece):
        return piece
    first = next((character for character in piece if not _is_trimmed(character)), "")
    return f"'{piece}" if first in _FORMULA and first else piece


def _is_trimmed(character: str) -> bool:
    """True for what an importer may remove before it looks for a formula: blanks, marks that cannot be seen, quotes."""
    return (
        character in _QUOTES or character.isspace() or unicodedata.category(character) in {"Cc", "Cf", "Cn", "Co", "Cs"}
    )
