"""Says which keys the on-screen pad has for a field, by the input hints that Qt knows of the field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

BACKSPACE = "\b"
SHIFT = "shift"
SWITCH = "switch"
"""Changes to the other layer."""

SPACE = " "

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"
_KEYBOARD = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_ROOM = 4
"""Further characters for which the last two rows of a keyboard have room. The rest is in the row below."""

COLUMNS = 6
"""Letters in a row beside the card."""

_LOW_ROWS = 3

_Hint = Qt.InputMethodHint


class Layer(StrEnum):
    """What the pad's keys are."""

    DIGITS = "digits"
    LETTERS = "letters"


class Shape(StrEnum):
    """How the keys are arranged."""

    BESIDE = "beside"
    """A block beside the card: 3 keys in a row for digits, 6 for letters."""
    UNDER = "under"
    """Rows of 10 under the card, as on a keyboard."""
    LOW = "low"
    """Three rows under the card, because they take less height than those of a keyboard."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a field takes.

    Attributes:
        first: the layer to begin with.
        letters: True if the field takes letters.
        mark: the key beside the 0 of a field without letters: the decimal mark, `+`, or none.
        upper: True if letters are upper-case at first.
        shift: True if letters of the other case are possible.
        more: further characters, in rows of their own: up to six for each row beside the card.
        marks: further characters in the last row, beside the keys that are always there.
        space: True if the field takes spaces.
    """

    first: Layer = Layer.DIGITS
    letters: bool = False
    mark: str = ""
    upper: bool = False
    shift: bool = False
    more: str = ""
    marks: str = "-/"
    space: bool = False


TEXT = Needs(first=Layer.LETTERS, letters=True, shift=True, more=".,':@_", space=True)
"""A field without hints: a name, a note, a reason, an address."""

CODE = Needs(first=Layer.LETTERS, letters=True, upper=True, shift=True)
_UPPER = Needs(first=Layer.LETTERS, letters=True, upper=True)
_EMAIL = Needs(first=Layer.LETTERS, letters=True, more="@._+", marks="-")
_PIN = Needs(letters=True, shift=True)


def needs_of(edit: QLineEdit, decimal_mark: str) -> Needs:
    """Returns the keys that a field needs, by its `inputMethodHints`. A field without hints takes any text."""
    hints = edit.inputMethodHints()
    for hint, needs in (
        (_Hint.ImhFormattedNumbersOnly, Needs(mark=decimal_mark)),
        (_Hint.ImhDialableCharactersOnly, Needs(mark="+")),
        (_Hint.ImhDigitsOnly, Needs()),
        (_Hint.ImhEmailCharactersOnly, _EMAIL),
        (_Hint.ImhUppercaseOnly, _UPPER),
        (_Hint.ImhPreferUppercase, CODE),
        (_Hint.ImhPreferNumbers, _PIN),
    ):
        if hints & hint:
            return needs
    return TEXT


def digit_rows(needs: Needs, shape: Shape) -> list[list[str]]:
    """Returns the keys of the digits: rows of 3 beside the card, or rows above the last one under it.

    An empty text is no key.
    """
    match shape:
        case Shape.BESIDE:
            return [list("789"), list("456"), list("123"), [_beside_zero(needs), "0", BACKSPACE]]
        case Shape.UNDER:
            return [list("12345"), list("67890")]
        case Shape.LOW:
            return [list("1234567890")]


def last_of_digits(needs: Needs) -> list[tuple[str, int]]:
    """Returns the keys of the last row of digits under the card."""
    return [(key, 1) for key in (_beside_zero(needs), BACKSPACE) if key]


def _beside_zero(needs: Needs) -> str:
    return SWITCH if needs.letters else needs.mark


def letter_rows(needs: Needs, shape: Shape) -> list[list[str]]:
    """Returns the keys of letters and digits above the last row."""
    match shape:
        case Shape.BESIDE:
            return _in_rows([*_LETTERS, *_DIGITS, *needs.more], COLUMNS)
        case Shape.LOW:
            keys = [*_LETTERS, *_DIGITS, *needs.more]
            return _in_rows(keys, ceil(len(keys) / _LOW_ROWS))
        case Shape.UNDER:
            rows = [list(row) for row in _KEYBOARD]
            more = list(needs.more[:_ROOM])
            for row in rows[2:]:
                while more and len(row) < 10:  # noqa: PLR2004 - keys in a row
                    row.append(more.pop(0))
            return rows


def last_row(needs: Needs, shape: Shape) -> list[tuple[str, int]]:
    """Returns the keys of the last row of letters, each with the columns that it takes beside the card."""
    marks = needs.marks + (needs.more[_ROOM:] if shape is Shape.UNDER else "")
    keys = [SWITCH, *([SHIFT] if needs.shift else []), *marks, *([SPACE] if needs.space else []), BACKSPACE]
    spans = dict.fromkeys(keys, 1)
    if shape is Shape.BESIDE:
        wide = cycle(key for key in (SPACE, BACKSPACE, SWITCH) if key in spans)
        while sum(spans.values()) < COLUMNS:
            spans[next(wide)] += 1
    return list(spans.items())


def _in_rows(keys: list[str], count: int) -> list[list[str]]:
    return [keys[at : at + count] for at in range(0, len(keys), count)]
