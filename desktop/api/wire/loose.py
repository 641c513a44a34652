"""Owns reading JSON whose types are loose: numbers as strings, lists of one as objects, nothing in five spellings."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

import msgspec

from desktop.domain.points import plain

_BOM = b"\xef\xbb\xbf"
_MAX_TEXT = 500
_SEPARATORS = re.compile(r"[\W_]+")
_SHORTEST_ANYWHERE = 4
_HIDDEN = "••••••"
_MAX_WHOLE_DIGITS = 15
_MAX_PLACES = 20
_CODE = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_AMOUNT = re.compile(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})")


class UnreadableError(ValueError):
    """Bytes that are no JSON."""


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


_DECODER = msgspec.json.Decoder(float_hook=_number)


def parse(body: bytes) -> object:
    """Reads JSON. Numbers with a point or an exponent become `Decimal`, never a float.

    Bytes that are no UTF-8 are replaced: a name in an old encoding must not hide what is written around it in ASCII.

    Raises:
        UnreadableError: where it is no JSON.
    """
    body = body.removeprefix(_BOM)
    try:
        try:
            return _DECODER.decode(body)
        except UnicodeDecodeError:
            return _DECODER.decode(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError from error


def is_blank(value: object) -> bool:
    """Whether a value is one of the ways to say nothing: `null`, `""`, `[]`, `{}`."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | dict) and not value)


def entries(value: object) -> tuple[object, ...]:
    """What stands in a list, or the one value that stands for a list of one; nothing where nothing is said."""
    if is_blank(value):
        return ()
    if isinstance(value, list):
        return tuple(entry for entry in value if not is_blank(entry))
    return (value,)


def objects(value: object) -> tuple[dict[str, object], ...]:
    """The objects among the entries."""
    return tuple(entry for entry in entries(value) if isinstance(entry, dict))


def only(value: object) -> dict[str, object]:
    """The object, also as a list of one; empty where there is none, or more than one."""
    found = entries(value)
    if len(found) == 1 and isinstance(found[0], dict):
        return found[0]
    return {}


def first(value: dict[str, object], *names: str) -> object:
    """The first of several fields that says anything."""
    for name in names:
        if not is_blank(value.get(name)):
            return value[name]
    return None


def text(value: object) -> str:
    """A text on one line, without control characters and of a bearable length; numbers become their shortest digits."""
    if isinstance(value, str):
        return "".join(character if character.isprintable() else " " for character in value[:_MAX_TEXT]).strip()
    number = amount(value)
    return "" if number is None else plain(number)


def without_secret(message: str, secret: str) -> str:
    """A text of the service's without a secret that it may echo, however it is spaced, cased or written.

    A short secret is only looked for as a word of its own, so that a code `12` does not blot out every `12`.
    """
    characters = _SEPARATORS.sub("", _plain_characters(secret))
    if not characters:
        return message
    spaced = r"[\W_]*".join(re.escape(one) for one in characters)
    if len(characters) < _SHORTEST_ANYWHERE:
        spaced = rf"(?<![^\W_]){spaced}(?![^\W_])"
    written = _plain_characters(message)
    hidden = re.sub(spaced, _HIDDEN, written, flags=re.IGNORECASE)
    return message if hidden == written else hidden


def _plain_characters(text: str) -> str:
    """The text with its accents apart, in plain width and with plain digits: a code may be echoed in other forms."""
    plain_width = unicodedata.normalize("NFKD", text)
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in plain_width)


def amount(value: object) -> Decimal | None:
    """An exact amount; None where there is none, or none of points or money can be that large or that fine."""
    match value:
        case bool():
            return None
        case int() | Decimal():
            number = Decimal(value)
        case str() if _AMOUNT.fullmatch(value.strip()):
            number = Decimal(value.strip())
        case _:
            return None
    exponent = number.as_tuple().exponent
    # Bounded before it is written out: 1e999999999 would fill the memory with zeros.
    if not isinstance(exponent, int) or exponent < -_MAX_PLACES or number.adjusted() >= _MAX_WHOLE_DIGITS:
        return None
    return Decimal(plain(number))


def code(value: object) -> int | None:
    """A status code: `800`, `800.0`, `"800"`, `" 800 "`; not `"0800"`, `true` or anything else."""
    if isinstance(value, str):
        return int(value) if _CODE.fullmatch(value.strip()) else None
    number = amount(value)
    return int(number) if number is not None and number == int(number) else None


def flag(value: object) -> bool | None:
    """Yes or no; None where it is neither, which must count as neither."""
    match value:
        case bool():
            return value
        case str():
            return {"true": True, "1": True, "false": False, "0": False}.get(value.strip().lower())
        case _:
            number = amount(value)
            return bool(number) if number in {Decimal(0), Decimal(1)} else None
