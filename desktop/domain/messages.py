"""Owns the catalogue of messages: what every failure and every code of the service means in the cashier's words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Field(StrEnum):
    """Which field of the window a message is about."""

    NONE = ""
    MOBILE = "mobile"
    POINTS = "points"
    BILL = "bill"
    CODE = "code"
    PROGRAM = "program"
    GROUP = "group"
    CUSTOM_FIELDS = "custom_fields"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a failure means at the counter, in English.

    Attributes:
        says: what happened, one sentence.
        next_step: what to do now, one or two sentences.
        field: where to do it.
    """

    says: str
    next_step: str
    field: Field = Field.NONE


@dataclass(frozen=True, slots=True)
class Message:
    """A failure in the cashier's words and language.

    Attributes:
        says: what happened.
        next_step: what to do now.
        support: the number for support, shown small.
        field: where to do it.
    """

    says: str
    next_step: str
    support: str = ""
    field: Field = Field.NONE

    @property
    def text(self) -> str:
        """The whole message on one line."""
        words = f"{self.says} {self.next_step}".strip()
        return f"{words} ({self.support})" if self.support else words


class CatalogueError(ValueError):
    """A catalogue file that is not what it should be: a mistake in the installation."""


UNLISTED = "unlisted"
"""The meaning of a code that nobody listed: shown with its number and the service's own message."""


class Catalogue:
    """All meanings, read from `resources/messages.toml`.

    The file has a table `meanings` (name → says, next, field) and a table `keys` (failure key → name of a meaning).
    Keys of refusals are `refused.<call>.<code>`, or `refused.any.<code>` where all calls mean the same by it.
    """

    def __init__(self, meanings: Mapping[str, Meaning], keys: Mapping[str, str]) -> None:
        missing = set(keys.values()) - set(meanings) | ({UNLISTED} - set(meanings))
        if missing:
            raise CatalogueError(f"meanings without words: {', '.join(sorted(missing))}")
        self.meanings = meanings
        self.keys = keys

    @classmethod
    def parse(cls, text: str) -> Catalogue:
        """Reads the file's text.

        Raises:
            CatalogueError: where it cannot be read or names a meaning that it does not define.
        """
        try:
            data = tomllib.loads(text)
            meanings = {
                name: Meaning(entry["says"], entry["next"], Field(entry.get("field", "")))
                for name, entry in data["meanings"].items()
            }
            keys = {str(key): str(name) for key, name in data["keys"].items()}
        except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
            raise CatalogueError(str(error)) from error
        return cls(meanings, keys)

    def meaning(self, failure: Failure) -> Meaning:
        """What a failure means; `UNLISTED` where nobody wrote it down."""
        return self.meaning_of(failure.key)

    def meaning_of(self, key: str) -> Meaning:
        """What a key means, such as `unknown.timeout`, for a redemption that met `lost.timeout`."""
        name = self.keys.get(key)
        if name is None and key.startswith("refused."):
            code = key.rpartition(".")[2]
            name = self.keys.get(f"refused.any.{code}")
        return self.meanings[name or UNLISTED]

    def is_listed(self, failure: Failure) -> bool:
        """Whether the failure has words of its own."""
        return self.meaning(failure) is not self.meanings[UNLISTED]

    def explain(self, failure: Failure, translate: Callable[[str], str]) -> Message:
        """The failure in the cashier's language; the service's own message is added where the code is not listed."""
        meaning = self.meaning(failure)
        says = translate(meaning.says)
        if isinstance(failure, Refused) and failure.message and not self.is_listed(failure):
            says = f"{says} “{failure.message}”"
        return Message(says, translate(meaning.next_step), failure.support, meaning.field)

    def texts(self) -> tuple[str, ...]:
        """Every text, for translators."""
        return tuple(
            sorted({text for meaning in self.meanings.values() for text in (meaning.says, meaning.next_step) if text})
        )
