"""Reads JSON with loose types: numbers as strings, lists of one as objects, several spellings of no value."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal, InvalidOperation

import msgspec

from desktop.domain.joiners import joins
from desktop.domain.points import plain

_BOM = b"\xef\xbb\xbf"
_MAX_TEXT = 500
_SEPARATORS = re.compile(r"[\W_]+")
_SHORTEST_ANYWHERE = 4
_HIDDEN = "••••••"
_MAX_WHOLE_DIGITS = 15
_TOO_LARGE = 10**_MAX_WHOLE_DIGITS
_MAX_PLACES = 20
_CODE = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
"""The escape of half a character (surrogate), alone or before its other half."""

_DEEPEST = 100
"""Lists and objects within each other. An answer of the service has about ten.

With Python 3.13, the decoders go 10,000 levels down before they refuse. A thread of Qt on macOS has less stack than
2,000 levels take, and overrunning it ends the program.
"""

_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_STRING = re.compile(rb'"[^"]*"?')
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))

_AMOUNT = re.compile(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})")


class UnreadableError(ValueError):
    """The bytes are not JSON, or too deeply nested."""


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


_DECODER = msgspec.json.Decoder(float_hook=_number)
_UNREADABLE = (msgspec.DecodeError, ValueError)


def parse(body: bytes) -> object:
    """Reads JSON. Numbers with a point or an exponent become `Decimal`, never a float.

    Bytes that are not UTF-8 are replaced: a name in an old encoding must not hide the ASCII text around it. Nor must
    half a character.

    Raises:
        UnreadableError: it is not JSON, or too deeply nested.
    """
    if _is_too_deep(body):
        raise UnreadableError
    body = body.removeprefix(_BOM)
    try:
        try:
            return _DECODER.decode(body)
        except _UNREADABLE:
            # Which of them msgspec raises for bytes that are not UTF-8 depends on its version.
            return _with_broken_characters(body.decode("utf-8", "replace"))
    except (*_UNREADABLE, RecursionError) as error:
        raise UnreadableError from error


def _is_too_deep(body: bytes) -> bool:
    """True if lists and objects are nested too deeply, or if a bracket is missing so that it is not JSON."""
    if body.count(b"[") + body.count(b"{") <= _DEEPEST:
        return False
    brackets = _STRING.sub(b"", _ESCAPE.sub(b"", body)).translate(None, _NOT_BRACKETS)
    for _ in range(_DEEPEST):
        if not brackets:
            return False
        # What is innermost goes away.
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return bool(brackets)


def _with_broken_characters(body: str) -> object:
    """Reads JSON whose bytes that are not UTF-8 were replaced.

    msgspec refuses the escape of half a character, as in a name that was cut within an emoji. `text` makes a blank of
    it.
    """
    if _HALF_CHARACTER.search(body) is None:
        return _DECODER.decode(body)
    return json.loads(body, parse_float=_number, parse_constant=_no_constant)


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def names_twice(body: bytes) -> bool:
    """True if an object in the JSON has a name twice. `parse` keeps the last value, which the other may contradict.

    Raises:
        UnreadableError: it is not JSON.
    """
    found = False

    def note(pairs: list[tuple[str, object]]) -> None:
        nonlocal found
        found = found or len({name for name, _ in pairs}) < len(pairs)

    try:
        json.loads(body.removeprefix(_BOM).decode("utf-8", "replace"), object_pairs_hook=note, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise UnreadableError from error
    return found


def is_blank(value: object) -> bool:
    """True if a value is one of the spellings of no value: `null`, `""`, `[]`, `{}`."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | dict) and not value)


def is_no_amount(value: object) -> bool:
    """True if something stands where an amount belongs, and it is none, so that it cannot be compared."""
    return amount(value) is None and not is_blank(value)


def entries(value: object) -> tuple[object, ...]:
    """Returns the items of a list, or the one value that stands for a list of one; nothing for a blank value."""
    if is_blank(value):
        return ()
    if isinstance(value, list):
        return tuple(entry for entry in value if not is_blank(entry))
    return (value,)


def objects(value: object) -> tuple[dict[str, object], ...]:
    """Returns the objects among the entries."""
    return tuple(entry for entry in entries(value) if isinstance(entry, dict))


def only(value: object) -> dict[str, object]:
    """Returns the object, also from a list of one; an empty one if there is none, or more than one."""
    found = entries(value)
    if len(found) == 1 and isinstance(found[0], dict):
        return found[0]
    return {}


def first(value: dict[str, object], *names: str) -> object:
    """Returns the first of several fields that is not blank."""
    for name in names:
        if not is_blank(value.get(name)):
            return value[name]
    return None


def text(value: object) -> str:
    """Returns a text on one line, without control characters and not too long. Numbers become their shortest digits.

    The two joiners of Indic and Arabic scripts stay within a word: without them a name is spelt wrong.
    """
    if isinstance(value, str):
        short = value[:_MAX_TEXT]
        if not short.isprintable():
            short = "".join(one if one.isprintable() or joins(short, place) else " " for place, one in enumerate(short))
        return short.strip()
    number = amount(value)
    return "" if number is None else plain(number)


def without_secret(message: str, secret: str) -> str:
    """Removes a secret from a text of the service's, however the echo is spaced, cased or written.

    A short secret is removed only as a word of its own. Otherwise a code `12` would remove every `12`.
    """
    characters = _SEPARATORS.sub("", _plain_characters(secret)) if secret else ""
    if not characters:
        return message
    written = _plain_characters(message)
    letters = _SEPARATORS.sub("", written)
    if letters.isascii() and characters.isascii() and characters.lower() not in letters.lower():
        # Nearly always. Python would keep the pattern, with the secret in it.
        return message
    spaced = r"[\W_]*".join(re.escape(one) for one in characters)
    if len(characters) < _SHORTEST_ANYWHERE:
        spaced = rf"(?<![^\W_]){spaced}(?![^\W_])"
    hidden = re.sub(spaced, _HIDDEN, written, flags=re.IGNORECASE)
    return message if hidden == written else hidden


def _plain_characters(text: str) -> str:
    """Returns the text with accents apart and with plain digits, because a code may be echoed in other forms."""
    plain_width = unicodedata.normalize("NFKD", text)
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in plain_width)


def amount(value: object) -> Decimal | None:
    """Returns an exact amount; None if there is none, or if it is too large or too fine for points or money."""
    match value:
        case bool():
            return None
        case int():
            return Decimal(value) if abs(value) < _TOO_LARGE else None
        case Decimal():
            number = Decimal(value)
        case str() if _AMOUNT.fullmatch(value.strip()):
            number = Decimal(value.strip())
        case _:
            return None
    exponent = number.as_tuple().exponent
    # Checked before it is written out: 1e999999999 would fill the memory with zeros.
    if not isinstance(exponent, int) or exponent < -_MAX_PLACES or number.adjusted() >= _MAX_WHOLE_DIGITS:
        return None
    return Decimal(plain(number))


def worth(value: object) -> Decimal | None:
    """Returns what points are worth; None also if it is negative, because points never add to a bill."""
    number = amount(value)
    return None if number is not None and number < 0 else number


def code(value: object) -> int | None:
    """Reads a status code: `800`, `800.0`, `"800"`, `" 800 "`; not `"0800"`, `true` or anything else."""
    if isinstance(value, str):
        return int(value) if _CODE.fullmatch(value.strip()) else None
    number = amount(value)
    return int(number) if number is not None and number == int(number) else None


def flag(value: object) -> bool | None:
    """Reads yes or no; None if it is neither, which must count as neither."""
    match value:
        case bool():
            return value
        case str():
            return {"true": True, "1": True, "false": False, "0": False}.get(value.strip().lower())
        case _:
            number = amount(value)
            return bool(number) if number in {Decimal(0), Decimal(1)} else None
