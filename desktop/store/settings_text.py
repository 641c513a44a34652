"""Reads the text of a settings file entry by entry, so that a mistake costs only the entry that it is in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.setting_values import printable

if TYPE_CHECKING:
    from collections.abc import Collection

UNREADABLE = "is not what a settings file can hold"
_SPACE = re.compile(r"[ \t\r\n]*")
_REPLACED = "\ufffd"
"""What takes the place of bytes that are not UTF-8."""

_NOT_UTF_8 = "is not UTF-8 text"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in a file.

    Attributes:
        line: its line, from 1.
        reason: what is wrong, in plain English.
        name: the entry that has no value because of it; empty if that is not known.
        text: what was skipped.
    """

    line: int
    reason: str
    name: str = ""
    text: str = ""


@dataclass(slots=True)
class Entries:
    """What could be read of a file.

    Attributes:
        values: names and values.
        lines: the line of each name.
        mistakes: what could not be read.
        nested: the entries of the one object that may stand in the file.
        is_cut: True if the beginning or the end is missing, so that the file may have had any other entry.
    """

    values: dict[str, object] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    nested: Entries | None = None
    is_cut: bool = False

    def with_nested(self, name: str) -> dict[str, object]:
        """Returns the values as they stand in the file, with the nested object under its name."""
        return self.values | ({} if self.nested is None else {name: self.nested.values})


def read_entries(data: bytes, known: Collection[str], nested: str = "") -> Entries:
    """Reads a JSON object. Never raises.

    After a mistake, reading goes on at the next line that begins with one of the known names.

    Args:
        data: the file's content. Bytes that are not UTF-8 make the entry that they are in unreadable, and no other.
        known: names that the object may have.
        nested: name of the entry whose value is an object of the same form.
    """
    # PowerShell writes UTF-16 unless it is told otherwise. Its mark at the beginning tells.
    return _Reader(data.decode(json.detect_encoding(data), errors="replace"), known, nested).read()


class _MistakeError(ValueError):
    """A mistake at a place of the text."""

    def __init__(self, at: int, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.at = at
        self.name = name


class _Reader:
    def __init__(self, text: str, known: Collection[str], nested: str) -> None:
        self._text = text
        self._nested = nested
        self._at = 0
        self._decoder = json.JSONDecoder(object_pairs_hook=_without_repeats)
        names = "|".join(map(re.escape, sorted({*known, nested} - {""})))
        self._next_entry = re.compile(rf'(?:^[ \t{{,]*|,[ \t]*)(?="(?:{names})"[ \t]*:)', re.MULTILINE)
        self._resumed = -1
        self._has_skipped_end = False
        self._top = Entries()

    def read(self) -> Entries:
        found = self._top
        if self._next() == "{":
            self._at += 1
        else:
            found.is_cut = True
            reason = 'must be a JSON object: {"name": value, …}' if self._text.strip() else "is empty"
            self._skip(found, _MistakeError(self._at, reason))
        self._object(found)
        if self._next():
            line, rest = self._line(self._at), self._text[self._at :]
            found.mistakes.append(Mistake(line, "nothing may follow the closing brace", text=rest))
        return found

    def _object(self, found: Entries) -> bool:
        """Reads the entries of an object, and its closing brace. Returns False if the brace was skipped."""
        while (character := self._next()) != "}":
            if not character:
                if self._resumed < len(self._text):
                    found.mistakes.append(Mistake(self._line(self._at), "the closing brace is missing"))
                self._top.is_cut |= not self._has_skipped_end
                return True
            try:
                self._entry(found)
            except _MistakeError as mistake:
                skipped = self._skip(found, mistake)
                closed = skipped.count("}") - skipped.count("{")
                nested = found is not self._top
                self._has_skipped_end = self._resumed == len(self._text) and closed > nested
                if nested and closed > 0:
                    return False
        self._at += 1
        return True

    def _entry(self, found: Entries) -> None:
        """Reads one entry and the comma behind it. The last one may have a comma too, which leaves nothing unclear."""
        name, begin = self._name()
        if self._next() != ":":
            raise _MistakeError(self._at, "a colon is missing after the name", name)
        self._at += 1
        if name == self._nested and self._next() == "{" and found.nested is None:
            self._at += 1
            found.nested = Entries()
            found.lines.setdefault(name, self._line(begin))
            if not self._object(found.nested):
                return
        else:
            self._keep(found, name, self._value(found, name, begin), begin)
        end = self._at
        match self._next():
            case ",":
                self._at += 1
            case "" if self._at == end and type(found.values.get(name)) in {int, float}:
                # Of 300, a file that was cut off may have 30.
                found.values.pop(name)
                raise _MistakeError(self._at, "the number may be cut off", name)
            case "}" | "":
                pass
            case '"':
                found.mistakes.append(Mistake(self._line(self._at), "a comma is missing before this"))
            case _:
                # What follows may belong to the value, as in `5 min`.
                found.values.pop(name, None)
                raise _MistakeError(self._at, "a comma is missing before this", name)

    def _name(self) -> tuple[str, int]:
        if self._next() != '"':
            raise _MistakeError(self._at, "a name in double quotes is missing")
        begin = self._at
        try:
            name, self._at = self._decoder.raw_decode(self._text, begin)
        except ValueError:
            raise _MistakeError(begin, "the name does not end") from None
        return str(name), begin

    def _value(self, found: Entries, name: str, begin: int) -> object:
        self._next()
        try:
            value, end = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            at = self._at if error.pos >= len(self._text) else error.pos
            raise _MistakeError(at, _words(error), name) from None
        except _RepeatedError as error:
            raise _MistakeError(begin, str(error), name) from None
        except (ValueError, RecursionError):
            raise _MistakeError(begin, UNREADABLE, name) from None
        if _REPLACED in self._text[begin:end]:
            found.mistakes.append(Mistake(self._line(begin), _NOT_UTF_8, name))
            value = None
        self._at = end
        return value

    def _keep(self, found: Entries, name: str, value: object, begin: int) -> None:
        if name in found.lines:
            # It is not clear which one was meant.
            found.values.pop(name, None)
            found.nested = Entries() if name == self._nested else found.nested
            found.mistakes.append(Mistake(self._line(begin), f"contains a name twice: {printable(name)}", name))
        elif value is not None:
            found.values[name] = value
        found.lines.setdefault(name, self._line(begin))

    def _skip(self, found: Entries, mistake: _MistakeError) -> str:
        """Notes a mistake, and goes on at the next known name on a line of its own. Returns what was skipped."""
        begin = min(self._at, mistake.at)
        follows = self._next_entry.search(self._text, max(self._at, self._resumed + 1))
        end = follows.end() if follows is not None else len(self._text)
        skipped = self._text[begin:end]
        found.mistakes.append(Mistake(self._line(mistake.at), str(mistake), mistake.name, skipped))
        if mistake.name:
            found.lines.setdefault(mistake.name, self._line(mistake.at))
        self._at = self._resumed = end
        return skipped

    def _next(self) -> str:
        """Skips white space, and returns the next character, or an empty text at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found is not None else self._at
        return self._text[self._at : self._at + 1]

    def _line(self, at: int) -> int:
        return self._text.count("\n", 0, at) + 1


class _RepeatedError(ValueError):
    """An object within a value contains one name twice, so it is unclear which one counts."""


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = sorted({name for name in names if names.count(name) > 1})
        raise _RepeatedError(f"contains a name twice: {printable(', '.join(repeated))}")
    return values


def _words(error: json.JSONDecodeError) -> str:
    return _JSON_WORDS.get(error.msg, f"{error.msg[:1].lower()}{error.msg[1:]}")


_JSON_WORDS = {
    "Expecting value": "a value is missing: texts need double quotes, and yes or no is written true or false",
    "Invalid control character at": "a text does not end on its line",
    "Unterminated string starting at": "a text does not end",
}
