"""Cleans the texts that a POS or a link hands over, and rejects those that a field cannot show."""

from __future__ import annotations

import unicodedata

from desktop.domain.joiners import is_printable

MAX_LENGTH = 200
"""Characters of a field."""

MAX_BILL = 100
"""Characters of a bill number, as in the window."""


class TextError(ValueError):
    """A text that cannot be handed over. The message names the field, but does not quote the text."""


def clean(name: str, text: str, *, max_length: int = MAX_LENGTH, joiners: bool = False) -> str:
    """Cleans the text of one field.

    Removes spaces and invisible marks at both ends, because copied numbers have them there. Special spaces inside
    become plain ones.

    Args:
        name: the field, for the message.
        text: the text as it was handed over.
        max_length: the number of characters allowed.
        joiners: True if a word may have the joiners of Indic and Arabic scripts in it.

    Raises:
        TextError: the text is too long, or has characters that cannot be shown, such as NUL or half a character.
    """
    first, end = 0, len(text)
    while first < end and _is_blank(text[first]):
        first += 1
    while end > first and _is_blank(text[end - 1]):
        end -= 1
    text = "".join(" " if unicodedata.category(one) == "Zs" else one for one in text[first:end])
    if len(text) > max_length:
        raise TextError(f"{name} is longer than {max_length} characters")
    if not (is_printable(text) if joiners else text.isprintable()):
        raise TextError(f"{name} has characters that cannot be shown")
    return text


def clean_cashier(name: str, text: str) -> str:
    """Cleans a cashier's name, which may be empty.

    Raises:
        TextError: it is too long, or cannot be shown.
    """
    return clean(name, text, joiners=True)


def clean_bill(name: str, text: str) -> str:
    """Cleans a bill number, which may be empty.

    Raises:
        TextError: it is longer than the window's field, which would cut it short, or cannot be shown.
    """
    return clean(name, text, max_length=MAX_BILL)


def clean_mobile(name: str, text: str) -> str:
    """Cleans a mobile number, which may be empty. Whether it can be one is decided later, by the store's country.

    Raises:
        TextError: it has anything else in it than digits and what people write between them.
    """
    text = clean(name, text)
    if not text:
        return text
    if not any(one.isdecimal() for one in text) or not all(one.isdecimal() or one in "+-()./ " for one in text):
        raise TextError(f"{name} is not a mobile number")
    return text


def clean_amount(name: str, text: str) -> str:
    """Cleans an amount of points or money, which may be empty.

    Raises:
        TextError: it is not more than 0, or is not plain digits with at most three decimal places.
    """
    # Imported late, because the command line is parsed before the first picture.
    from desktop.domain.prefill import AmountError, read_amount

    text = clean(name, text)
    try:
        if text:
            read_amount(text)
    except AmountError as error:
        raise TextError(f"{name} {error}") from None
    return text


def clean_limit(name: str, text: str) -> str:
    """Cleans the most that is allowed. It must not be empty: a POS that could not work it out does not mean no limit.

    Raises:
        TextError: it is empty, or as for `clean_amount`.
    """
    text = clean_amount(name, text)
    if not text:
        raise TextError(f"{name} is empty: leave it out if there is no limit")
    return text


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cf"
