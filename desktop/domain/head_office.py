"""Defines how a till and head office know each other: the key, the member's keyed digest, and how far the till is."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_PART = "[A-Za-z0-9_-]{43}"
_KEY = re.compile(rf"({_PART})\.({_PART})")
KEY_BYTES = 32
"""Bytes of each part of a key."""


@dataclass(frozen=True, slots=True)
class TillKey:
    """What `head-office enrol` gives to a till.

    Attributes:
        credential: proves to head office which till it is. Only this part is ever sent.
        digest_key: the company's own key for digests of members. All tills have the same one, so that head office can
            match the redemptions of one member; without it no one can find a number by trying them all.
    """

    credential: str = field(repr=False)
    digest_key: bytes = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> TillKey:
        """Reads a key.

        Raises:
            ValueError: it is no key. The text does not quote it.
        """
        found = _KEY.fullmatch(text.strip())
        if found is None:
            raise ValueError("is not a key that `points-till head-office enrol` has printed")
        return cls(found[1], urlsafe_b64decode(found[2] + "="))

    @property
    def text(self) -> str:
        """The key as it is entered."""
        return f"{self.credential}.{in_text(self.digest_key)}"

    def __bool__(self) -> bool:
        """True if there is a key."""
        return bool(self.credential)

    def __str__(self) -> str:
        """Says only whether there is one, so that no list of settings shows it."""
        return "set" if self else ""


NO_KEY = TillKey("", b"")


def head_office_key(value: object) -> TillKey:
    """Reads the setting of a till's key.

    Raises:
        ValueError: it is no key. The text does not quote it.
    """
    if isinstance(value, TillKey):
        return value
    if not isinstance(value, str):
        raise ValueError("is not a text")  # noqa: TRY004 - reported like every other wrong value
    return TillKey.parse(value) if value.strip() else NO_KEY


def in_text(key: bytes) -> str:
    """Returns the bytes of a key as text."""
    return urlsafe_b64encode(key).decode().rstrip("=")


def member_digest(digest_key: bytes, kind: str, value: str) -> str:
    """Returns the keyed digest of what names a member, in hexadecimal; empty if nothing does.

    Args:
        digest_key: see `TillKey`.
        kind: kind of the identifier, such as `mobile`.
        value: a number's digits with the country code, or another identifier.
    """
    if not value:
        return ""
    import hashlib
    import hmac

    return hmac.new(digest_key, f"{kind}:{value}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


class SendingProblem(StrEnum):
    """Why the last try to send did not succeed."""

    OFFLINE = "offline"
    """Head office cannot be reached, or does not answer."""
    BUSY = "busy"
    """Head office answers that it cannot take anything now."""
    KEY = "key"
    """Head office does not know the till's key."""
    OTHER_TILL = "other_till"
    """The journal belongs to another till."""
    REFUSED = "refused"
    """Head office does not accept what was sent."""
    JOURNAL = "journal"
    """The journal cannot be read, or is damaged."""


class NotAcknowledgedError(Exception):
    """Head office did not confirm a batch. Nothing is lost: the batch is sent again.

    Attributes:
        problem: why.
        wait: seconds that head office asked to wait; 0 if it did not.
        size: bytes that were sent.
    """

    def __init__(self, problem: SendingProblem, *, wait: float = 0.0, size: int = 0) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.wait = wait
        self.size = size


class SendingStoppedError(Exception):
    """The program ends and has cut its call. This says nothing about head office."""


@dataclass(frozen=True, slots=True)
class SendingStatus:
    """How far a till has come.

    Attributes:
        acknowledged: number of the last event that head office has confirmed.
        events: number of the journal's newest event.
        contact: when head office last answered; None if never.
        problem: why the last try failed; None if it did not.
        forked: True if head office has other events under numbers of this journal.
    """

    acknowledged: int = 0
    events: int = 0
    contact: datetime | None = None
    problem: SendingProblem | None = None
    forked: bool = False

    @property
    def behind(self) -> int:
        """How many events head office does not have yet."""
        return max(0, self.events - self.acknowledged)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What head office answers to a batch.

    Attributes:
        last: the highest number up to which it has all events of this journal.
        resume: number of the event after which the till goes on. It is smaller than the batch's own if events are
            missing before it.
        forked: True if it has other events under numbers of this journal.
    """

    last: int
    resume: int
    forked: bool = False
