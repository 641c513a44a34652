"""Explains every failure and every code of the service in the cashier's words, and says what a refusal proves."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.access import SignIn
from desktop.domain.failures import Call, Failure, Refused, Throttled
from desktop.domain.redemption import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class FormField(StrEnum):
    """The field of the window that a message is about."""

    NONE = ""
    MOBILE = "mobile"
    POINTS = "points"
    BILL = "bill"
    CODE = "code"
    PIN = "pin"
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
        until_again: the next step while a code cannot be sent again yet, with `{seconds}`; empty if it is the same.
    """

    says: str
    next_step: str
    field: FormField = FormField.NONE
    until_again: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A failure in the cashier's words and language.

    Attributes:
        says: what happened.
        next_step: what to do now.
        support: the number for support, shown small.
        field: where to do it.
        until_again: the next step while a code cannot be sent again yet, with `{seconds}`; empty if it is the same.
    """

    says: str
    next_step: str
    support: str = ""
    field: FormField = FormField.NONE
    until_again: str = ""

    @property
    def text(self) -> str:
        """The whole message on one line."""
        words = f"{self.says} {self.next_step}".strip()
        return f"{words} ({self.support})" if self.support else words


class CatalogueError(ValueError):
    """The catalogue file is not as it should be: a mistake in the installation."""


UNLISTED = "unlisted"
"""The meaning of a code that is not in the catalogue. It is shown with its number and the service's own message.

A call may have a meaning of its own for such codes, under `refused.<call>.unlisted`.
"""

_PASSWORD_REFUSED, _TOKEN_REFUSED = "till_not_accepted", "token_not_accepted"
"""The meanings of 401, for a till with a password and for one with a token."""

_MOVES_POINTS = frozenset({Call.REDEEM, Call.REVERSE})
"""The calls for which the catalogue says of every code whether it proves that nothing was done."""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the catalogue says about one key.

    Attributes:
        meaning: the name of the meaning.
        proves: True if a refusal with this code proves that nothing was done.
        field: where to do the next step, if that differs from the meaning's own field.
    """

    meaning: str
    proves: bool = False
    field: FormField | None = None


class Catalogue:
    """All meanings, read from `resources/messages.toml`, which describes its own form.

    Attributes:
        meanings: by their names.
        entries: by the keys of failures.
        proved: what is said about the points after a refusal that proves that none moved.
        unproved: the same after a refusal that proves nothing, when a look-up did not find the redemption.
    """

    def __init__(
        self, meanings: Mapping[str, Meaning], entries: Mapping[str, CatalogueEntry], proved: str, unproved: str
    ) -> None:
        missing = {entry.meaning for entry in entries.values()} - set(meanings) | ({UNLISTED} - set(meanings))
        if missing:
            raise CatalogueError(f"meanings without words: {', '.join(sorted(missing))}")
        self.meanings = meanings
        self.entries = entries
        self.proved = proved
        self.unproved = unproved

    @classmethod
    def parse(cls, text: str) -> Catalogue:
        """Reads the file's text.

        Raises:
            CatalogueError: if it cannot be read, names a meaning that it does not define, or leaves open whether a code
                of redeem or reverse proves that nothing was done.
        """
        try:
            data = tomllib.loads(text)
            meanings = {
                name: Meaning(
                    entry["says"], entry["next"], FormField(entry.get("field", "")), str(entry.get("until_again", ""))
                )
                for name, entry in data["meanings"].items()
            }
            entries = {str(key): _entry(str(key), value) for key, value in data["keys"].items()}
            about_points = data["refused_redeem"]
            proved, unproved = str(about_points["proved"]), str(about_points["unproved"])
        except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
            raise CatalogueError(str(error)) from error
        return cls(meanings, entries, proved, unproved)

    def signed_in_by(self, sign_in: SignIn) -> Catalogue:
        """Returns the catalogue for a way of signing in: a till with key and secret has no password to enter again."""
        if sign_in is SignIn.BASIC or not {_PASSWORD_REFUSED, _TOKEN_REFUSED} <= set(self.meanings):
            return self
        meanings = {**self.meanings, _PASSWORD_REFUSED: self.meanings[_TOKEN_REFUSED]}
        return Catalogue(meanings, self.entries, self.proved, self.unproved)

    def proves_nothing_was_done(self, refusal: Refused | Throttled) -> bool:
        """True if the code says that a condition was checked before anything was done.

        On every other code of redeem and reverse, and on one that is not in the catalogue, the points may have moved.
        """
        if refusal.call not in _MOVES_POINTS:
            return True
        entry = self.entries.get(refusal.key)
        return entry is not None and entry.proves

    def meaning(self, failure: Failure) -> Meaning:
        """Returns what a failure means; the meaning `UNLISTED` if the catalogue does not have it."""
        return self.meaning_of(failure.key)

    def meaning_of(self, key: str) -> Meaning:
        """Returns what a key means, such as `unknown.timeout`, for a redemption that met `lost.timeout`."""
        entry = self._listed(key) or self.entries.get(f"{key.rpartition('.')[0]}.{UNLISTED}")
        if entry is None:
            return self.meanings[UNLISTED]
        meaning = self.meanings[entry.meaning]
        return meaning if entry.field is None else replace(meaning, field=entry.field)

    def is_listed(self, failure: Failure) -> bool:
        """True if the failure has words of its own."""
        return self._listed(failure.key) is not None

    def _listed(self, key: str) -> CatalogueEntry | None:
        entry = self.entries.get(key)
        if entry is None and key.startswith("refused."):
            code = key.rpartition(".")[2]
            entry = self.entries.get(f"refused.any.{code}")
        return entry

    def explain(self, failure: Failure, translate: Callable[[str], str], *, refusal: Refusal | None = None) -> Message:
        """Explains the failure in the cashier's language.

        A refused redemption also says whether points were taken. The service's own message is added if the code is not
        in the catalogue.

        Args:
            failure: what happened.
            translate: from English.
            refusal: what the refusal proved, if the journal knows; else the code alone decides.
        """
        meaning = self.meaning(failure)
        says = translate(meaning.says)
        steps = [translate(step) if step else "" for step in (meaning.next_step, meaning.until_again)]
        if isinstance(failure, Refused) and failure.message and not self.is_listed(failure):
            says = f"{says} “{failure.message}”"
        if isinstance(failure, Refused | Throttled) and failure.call is Call.REDEEM:
            about_points = translate(self._about_points(failure, refusal))
            steps = [f"{about_points} {step}" if step else "" for step in steps]
        return Message(says, steps[0], failure.support, meaning.field, steps[1])

    def texts(self) -> tuple[str, ...]:
        """Returns every text, for translators."""
        texts = {
            text
            for meaning in self.meanings.values()
            for text in (meaning.says, meaning.next_step, meaning.until_again)
            if text
        }
        return tuple(sorted(texts | {self.proved, self.unproved}))

    def _about_points(self, failure: Refused | Throttled, refusal: Refusal | None) -> str:
        proved = self.proves_nothing_was_done(failure) if refusal is None else refusal is Refusal.PROVED
        return self.proved if proved else self.unproved


def _entry(key: str, value: object) -> CatalogueEntry:
    moves_points = any(key.startswith(f"refused.{call.value}.") for call in _MOVES_POINTS)
    if not moves_points:
        return CatalogueEntry(str(value))
    if not isinstance(value, dict) or not isinstance(value.get("proves"), bool):
        raise CatalogueError(f"{key} does not say whether it proves that nothing was done")
    return CatalogueEntry(str(value["means"]), value["proves"], FormField(value["field"]) if "field" in value else None)
