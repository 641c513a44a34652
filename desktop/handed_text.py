"""Cleans the texts that a POS or a link hands over, and refuses those that no field can show."""

from __future__ import annotations

import unicodedata

LONGEST = 200
"""Characters that a field may have: more than any bill number has."""


class TextError(ValueError):
    """A text that cannot be handed over. The message names the field and repeats nothing of the text."""


def cleaned(name: str, text: str, *, longest: int = LONGEST) -> str:
    """Cleans the text of one field.

    Blanks and marks that cannot be seen are removed at both ends, since copied numbers have them there. Special blanks
    inside become plain ones.

    Args:
        name: of the field, for the message.
        text: as it was handed over.
        longest: characters that it may have.

    Raises:
        TextError: the text is too long, or has characters that cannot be shown, such as NUL or half a character.
    """
    first, end = 0, len(text)
    while first < end and _is_blank(text[first]):
        first += 1
    while end > first and _is_blank(text[end - 1]):
        end -= 1
    text = "".join(" " if unicodedata.category(one) == "Zs" else one for one in text[first:end])
    if len(text) > longest:
        raise TextError(f"{name} is longer than {longest} characters")
    if not text.isprintable():
        raise TextError(f"{name} has characters that cannot be shown")
    return text


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"
