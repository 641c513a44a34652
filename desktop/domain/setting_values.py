"""Reads the values of settings: one function for each kind of value, strict about type, length and characters.

Each function takes a value as a file, the environment or the command line has it, and raises `ValueError`
with what is wrong, in plain English. It never raises anything else, whatever the value is.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.paper import Paper
from desktop.domain.printers import address_text, printer_address
from desktop.domain.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Callable

FIND_BY = frozenset({"card", "email", "external_id"})
LANGUAGES = ("en", "ar", "es", "fr", "hi", "id", "th", "zh_CN")

LONGEST_TEXT = 200
"""Characters of a name. A till's name is also the user name of a keyring entry, of which Windows keeps 512."""

LONGEST_ADDRESS = 500
LONGEST_PATH = 1_000
LONGEST_PRINTED = 1_000
"""Characters of the header or the footer of a receipt."""

MOST_ENTRIES = 500
"""Entries of a list, such as the choices of a custom field."""

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off", ""})
_POINTS = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,3})?")


class CustomFieldKind(StrEnum):
    """The kind of value that a custom field holds."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field that the organisation has added to its redemptions.

    Attributes:
        name: as the service knows it.
        label: as the cashier reads it.
        kind: what it takes.
        choices: allowed values of a choice.
        required: whether a redemption needs it.
        default: what it holds at first.
        remembered: whether it keeps the last value for the next customer.
    """

    name: str
    label: str = ""
    kind: CustomFieldKind = CustomFieldKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    default: str = ""
    remembered: bool = False


_Value = TypeVar("_Value")
_Kind = TypeVar("_Kind", bound=StrEnum)


def printable(text: str, longest: int = 80) -> str:
    """Shows a text from outside on one line: no control characters, no half characters, and not too long."""
    shown = "".join(f"\\u{ord(one):04x}" if _is_unprintable(one) else one for one in text[: longest + 1])
    return shown if len(text) <= longest else f"{shown[:longest]}…"


@dataclass(frozen=True, slots=True)
class Text:
    """Reads one line of text; a whole number is read as its digits.

    Attributes:
        longest: the most characters.
    """

    longest: int

    def __call__(self, value: object) -> str:
        """Reads the text."""
        found = _plain_text(value, self.longest)
        if any(_is_unprintable(one) for one in found):
            raise ValueError("must be one line without control characters")
        return found


def text(longest: int = LONGEST_TEXT) -> Text:
    """One line of text; a whole number is read as its digits."""
    return Text(longest)


@dataclass(frozen=True, slots=True)
class Lines:
    """Reads a text that may have several lines.

    Attributes:
        longest: the most characters.
    """

    longest: int

    def __call__(self, value: object) -> str:
        """Reads the text."""
        found = _plain_text(value, self.longest).replace("\r\n", "\n")
        if any(_is_unprintable(one) for one in found if one not in "\n\t"):
            raise ValueError("must be text without control characters")
        return found


def lines(longest: int) -> Lines:
    """A text that may have several lines."""
    return Lines(longest)


def till_name(value: object) -> str:
    """The till's name. A colon would end it in the service's Basic authentication (RFC 7617, 2)."""
    found = text()(value)
    if ":" in found:
        raise ValueError("must not have a colon in it")
    return found


def header(value: object) -> str:
    """The value of an HTTP header: ASCII without control characters (RFC 9110, 5.5)."""
    found = text()(value)
    if not found.isascii():
        raise ValueError("must be ASCII letters, digits and marks")
    return found


def flag(value: object) -> bool:
    """Yes or no."""
    word = "neither"
    if isinstance(value, str) or (isinstance(value, int) and value in {0, 1}):
        word = str(value).strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError("must be true or false")


@dataclass(frozen=True, slots=True)
class Number:
    """Reads a number within bounds.

    Attributes:
        lowest: the least number.
        highest: the greatest number.
        is_whole: True if it must be a whole number.
    """

    lowest: float
    highest: float
    is_whole: bool = False

    def __call__(self, value: object) -> float:
        """Reads the number."""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError("must be a number")  # noqa: TRY004 - one kind of failure for all that cannot be read
        try:
            found = float(value)
        except OverflowError:
            found = float("inf")
        except ValueError:
            raise ValueError("must be a number") from None
        if not self.lowest <= found <= self.highest:
            raise ValueError(f"must be from {self.lowest:g} to {self.highest:g}")
        if not self.is_whole:
            return found
        if found != int(found):
            raise ValueError("must be a whole number")
        return int(found)


def number(lowest: float, highest: float) -> Number:
    """A number within bounds."""
    return Number(lowest, highest)


def whole(lowest: int, highest: int) -> Number:
    """A whole number within bounds."""
    return Number(lowest, highest, is_whole=True)


def points(value: object) -> Decimal:
    """An exact amount of points, 0 or more."""
    is_number = isinstance(value, str | int | float | Decimal) and not isinstance(value, bool)
    written = str(value).strip() if is_number else ""
    if not _POINTS.fullmatch(written):
        raise ValueError("must be an amount of points, such as 100 or 12.5")
    return Decimal(written)


def one_of(kind: type[_Kind]) -> Callable[[object], _Kind]:
    """A member of an enumeration, in any case."""

    def read(value: object) -> _Kind:
        try:
            return kind(value.strip().lower() if isinstance(value, str) else "")
        except ValueError:
            raise ValueError(f"must be one of {', '.join(kind)}") from None

    return read


def paper(value: object) -> Paper:
    """The paper: `58`, `80` or `a4`, as a text or a number."""
    return one_of(Paper)(str(value) if isinstance(value, int) and not isinstance(value, bool) else value)


def printer(value: object) -> str:
    """A system queue, `raw:QUEUE` or `tcp://HOST:PORT`; empty for the system's default printer."""
    return address_text(printer_address(text()(value)))


def language(value: object) -> str:
    """One of `LANGUAGES` as people write it; empty for the system's own."""
    found = text()(value).replace("-", "_")
    for one in LANGUAGES:
        if found.lower() in {one.lower(), one.split("_")[0]}:
            return one
    if not found:
        return ""
    raise ValueError(f"must be one of {', '.join(LANGUAGES)}, or empty for the system’s own")


@dataclass(frozen=True, slots=True)
class Letters:
    """Reads a code of so many ASCII letters, in any case; or nothing.

    Attributes:
        count: the number of letters.
        what: what it must be, in plain English.
    """

    count: int
    what: str

    def __call__(self, value: object) -> str:
        """Reads the code, in capitals."""
        found = text()(value)
        if found and not re.fullmatch(rf"[A-Za-z]{{{self.count}}}", found):
            raise ValueError(f"must be {self.what}")
        return found.upper()


def letters(count: int, what: str) -> Letters:
    """A code of so many ASCII letters, in any case; or nothing."""
    return Letters(count, what)


def region(value: object) -> str:
    """A country or other region whose phone numbers can be read, as ISO 3166 names it, in any case."""
    found = text()(value).upper()
    if found not in REGIONS:
        raise ValueError("must be an ISO 3166 region such as IN")
    return found


def with_machine_name(value: str, machine: Callable[[], str]) -> str:
    """Replaces `${HOSTNAME}` by the machine's name without its domain.

    Args:
        value: the text as a file has it.
        machine: returns the machine's name.

    Raises:
        ValueError: another name stands in such braces.
    """

    def replaced(found: re.Match[str]) -> str:
        if found[1] != "HOSTNAME":
            raise ValueError(f"must not have ${{{printable(found[1])}}} in it: only ${{HOSTNAME}} is known")
        return machine().partition(".")[0]

    return re.sub(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}", replaced, value)


@dataclass(frozen=True, slots=True)
class Texts:
    """Reads a list of texts, from a file or as JSON from the environment; empty ones are left out.

    Attributes:
        longest: the most characters of each.
    """

    longest: int

    def __call__(self, value: object) -> tuple[str, ...]:
        """Reads the list."""
        if isinstance(value, str):
            value = from_json(value, "must be a JSON list of texts") if value.strip() else []
        if not isinstance(value, list | tuple):
            raise ValueError("must be a list of texts")  # noqa: TRY004 - one kind of failure for all
        return tuple(one for one in map(lines(self.longest), bounded(value)) if one)


def texts(longest: int) -> Texts:
    """A list of texts, from a file or as JSON from the environment; empty ones are left out."""
    return Texts(longest)


def words(value: object, otherwise: str) -> list[object] | tuple[object, ...]:
    """A list, from a file, as JSON from the environment, or as words with commas or spaces between them.

    Raises:
        ValueError: `otherwise`, if it is neither.
    """
    if isinstance(value, str):
        value = from_json(value, otherwise) if value.strip().startswith("[") else re.split(r"[\s,]+", value)
    if not isinstance(value, list | tuple):
        raise ValueError(otherwise)  # noqa: TRY004 - one kind of failure for all
    return bounded(value)


def identifier_kinds(value: object) -> tuple[str, ...]:
    """Some of `FIND_BY`, as `words` reads them; each once."""
    entries = words(value, "must be a list")
    kinds = tuple(dict.fromkeys(text()(one).lower() for one in entries if one))
    if set(kinds) - FIND_BY:
        raise ValueError(f"must be some of {', '.join(sorted(FIND_BY))}")
    return kinds


def custom_fields(value: object) -> tuple[CustomField, ...]:
    """The organisation's own fields, from a file or as JSON from the environment."""
    if isinstance(value, tuple) and all(isinstance(one, CustomField) for one in value):
        return value
    if isinstance(value, str):
        value = from_json(value, "must be a JSON list of fields") if value.strip() else []
    if not isinstance(value, list):
        raise ValueError("must be a list of fields")  # noqa: TRY004 - one kind of failure for all
    fields: dict[str, CustomField] = {}
    for entry in bounded(value):
        made = _custom_field(entry)
        if made.name in fields:
            # The service would get two values of one field.
            raise ValueError(f"{made.name} is there twice")
        fields[made.name] = made
    return tuple(fields.values())


def pin_hash(value: object) -> str:
    """What `points-till pin hash` prints; `desktop.store.pins` reads it."""
    found = text(LONGEST_ADDRESS)(value)
    if found and not re.fullmatch(r"scrypt(\$[^$]+){2,3}", found):
        # The value may be the PIN itself, so it is not repeated.
        raise ValueError("must be what `points-till pin hash` makes of the PIN")
    return found


def _custom_field(entry: object) -> CustomField:
    if not isinstance(entry, dict) or not text()(entry.get("name", "")):
        raise ValueError("every field needs a name")
    unknown = set(entry) - {one.name for one in dataclasses.fields(CustomField)}
    if unknown:
        raise ValueError(f"unknown: {printable(', '.join(sorted(map(str, unknown))))}")
    choices = entry.get("choices", [])
    if not isinstance(choices, list):
        raise ValueError("choices must be a list")  # noqa: TRY004 - one kind of failure for all
    made = CustomField(
        name=text()(entry["name"]),
        label=text()(entry.get("label", "")),
        kind=one_of(CustomFieldKind)(entry.get("kind", "text")),
        choices=tuple(text()(choice) for choice in bounded(choices)),
        required=flag(entry.get("required", False)),
        default=text()(entry.get("default", "")),
        remembered=flag(entry.get("remembered", False)),
    )
    if made.kind is CustomFieldKind.CHOICE and not made.choices:
        raise ValueError(f"{made.name} needs choices")
    return made


def _plain_text(value: object, longest: int) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        # In hexadecimal, because Python refuses to write thousands of decimal digits. It is too long either way.
        value = f"{value:x}" if value.bit_length() > 4 * LONGEST_PATH else str(value)
    if not isinstance(value, str):
        raise ValueError("must be a text")  # noqa: TRY004 - one kind of failure for all that cannot be read
    found = value.strip()
    if len(found) > longest:
        raise ValueError(f"must not be longer than {longest} characters")
    return found


def _is_unprintable(one: str) -> bool:
    # Control characters, halves of a pair, and the marks that end a line or a paragraph.
    return unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}


def bounded(entries: list[_Value] | tuple[_Value, ...]) -> list[_Value] | tuple[_Value, ...]:
    """Returns a list that is not too long.

    Raises:
        ValueError: it has more than `MOST_ENTRIES`.
    """
    if len(entries) > MOST_ENTRIES:
        raise ValueError(f"must not have more than {MOST_ENTRIES} entries")
    return entries


def from_json(raw: str, otherwise: str) -> object:
    """Reads a value that the environment has as JSON.

    Raises:
        ValueError: `otherwise`, if it is no JSON.
    """
    import json

    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError(otherwise) from None
