"""Defines failures as such, and those of the journal. `failures` has all others.

`points-till outcome` imports this while a POS waits, and the program does before its first picture.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Generic, TypeVar


class Failure(Exception):
    """Something that a till expects to go wrong.

    Attributes:
        key: names the words in the catalogue (`resources/messages.toml`), never shown.
        support: the stable code that is shown small and that support asks for.
        request_id: `X-Cap-Requestid` of the answer, if there was one.
        message: the service's own words; empty if there are none.
    """

    message: str = ""

    def __init__(self, key: str, support: str, *, request_id: str = "") -> None:
        super().__init__(f"{support} ({key})")
        self.key = key
        self.support = support
        self.request_id = request_id


ReasonT = TypeVar("ReasonT", bound=StrEnum)


class FailureWithReason(Failure, Generic[ReasonT]):
    """A failure whose key and support code are made from its reason.

    Attributes:
        why: the reason.
    """

    keys: ClassVar[str]
    """What the keys begin with."""

    codes: ClassVar[str] = ""
    """What the support codes begin with, after `PT-`."""

    def __init__(self, why: ReasonT, *, support: str = "", request_id: str = "") -> None:
        super().__init__(f"{self.keys}.{why.value}", support or support_code(why, self.codes), request_id=request_id)
        self.why = why


class JournalTrouble(StrEnum):
    """Why the journal cannot be used."""

    DAMAGED = "damaged"
    READ_ONLY = "read_only"
    FULL = "full"
    NEWER = "newer"
    IN_USE = "in_use"
    OTHER_LOGIN = "other_login"
    """The till's window is open in another login on this machine, which shares the journal."""
    UNAVAILABLE = "unavailable"


class JournalUnusable(FailureWithReason[JournalTrouble]):
    """The journal cannot be written, so nothing may be redeemed.

    Attributes:
        why: what is wrong with it.
        path: the file, for support.
    """

    keys = "journal"
    codes = "JOURNAL-"

    def __init__(self, why: JournalTrouble, path: str = "") -> None:
        super().__init__(why)
        self.path = path


def support_code(why: StrEnum, about: str = "") -> str:
    """Makes the till's own code for a reason, `PT-JOURNAL-READ-ONLY`. `reason_of` is the inverse.

    Args:
        why: the reason.
        about: what the reason is about, if the code says so (`JOURNAL-`).
    """
    return f"PT-{about}{why.value.upper().replace('_', '-')}"
