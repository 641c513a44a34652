"""Tells the two joiners of Indic and Arabic scripts, without which a name is spelt wrong, from invisible marks."""

from __future__ import annotations

_JOINERS = "\u200c\u200d"
"""Zero width non-joiner and joiner."""


def joins(text: str, place: int) -> bool:
    """True for a joiner between two characters of a script that has them, which are never digits."""
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    around = (text[place - 1], text[place + 1])
    return all(one.isprintable() and not one.isascii() and not one.isdecimal() for one in around)


def is_printable(text: str) -> bool:
    """True if every character can be shown, or joins two that can."""
    return text.isprintable() or all(one.isprintable() or joins(text, place) for place, one in enumerate(text))
