"""Issues and checks validation codes: how long they are valid, and how often they may be tried."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.training.refusals import CallRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

MAX_TRIES = 5
TRY_WINDOW = 900.0
"""Seconds. Newer organisations allow five tries in 15 minutes."""

# Letters and digits that people do not confuse when they read them out.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTHS = (6, 7)


@dataclass(frozen=True, slots=True)
class PhoneMessage:
    """A code on its way to a member. The window shows it as a message on the member's phone.

    Attributes:
        mobile: digits with the country code.
        code: valid for one redemption.
        points: the points for which the code was requested.
        valid_for: seconds until the code expires.
    """

    mobile: str = field(repr=False)
    code: str = field(repr=False)
    points: Decimal
    valid_for: float


@dataclass(slots=True)
class _SentCode:
    code: str = field(repr=False)
    good_until: float
    is_void: bool = False


class ValidationCodes:
    """The codes that were sent, only the newest for each member. Thread-safe.

    Args:
        clock: a monotonic clock, in seconds.
        valid_for: how long a code is valid, in seconds.
    """

    def __init__(self, clock: Callable[[], float], valid_for: float) -> None:
        self._clock = clock
        self._valid_for = valid_for
        self._lock = threading.Lock()
        self._sent: dict[str, _SentCode] = {}
        self._wrong: dict[str, deque[float]] = {}

    def issue(self, mobile: str) -> tuple[str, float]:
        """Returns a member's code and the seconds until it expires. While a code is valid, it is sent again."""
        with self._lock:
            now = self._clock()
            sent = self._sent.get(mobile)
            if sent is None or not self._is_valid(sent, now):
                sent = self._sent[mobile] = _SentCode(_new_code(), now + self._valid_for)
                self._wrong.pop(mobile, None)
            return sent.code, sent.good_until - now

    def check(self, mobile: str, typed: str) -> None:
        """Compares the typed code with the member's code, ignoring case. Does not use the code up.

        Raises:
            CallRefused: 808 if there is no code, or it is wrong, expired, used, or was tried too often.
        """
        with self._lock:
            now = self._clock()
            sent = self._sent.get(mobile)
            if sent is None or not typed:
                raise CallRefused(808)
            if self._is_valid(sent, now) and secrets.compare_digest(sent.code.encode(), typed.strip().upper().encode()):
                return
            wrong = self._wrong.setdefault(mobile, deque())
            wrong.append(now)
            while wrong[0] <= now - TRY_WINDOW:
                wrong.popleft()
            if len(wrong) >= MAX_TRIES:
                sent.is_void = True
            raise CallRefused(808)

    def use_up(self, mobile: str) -> None:
        """Invalidates a member's code: each code is valid for one redemption."""
        with self._lock:
            if mobile in self._sent:
                self._sent[mobile].is_void = True

    def expire(self, mobile: str | None = None) -> None:
        """Expires a member's code, or every code."""
        with self._lock:
            for sent in self._sent.values() if mobile is None else filter(None, [self._sent.get(mobile)]):
                sent.good_until = self._clock()

    def latest(self) -> dict[str, str]:
        """The newest code of each member, by mobile number, whether it is still valid or not."""
        with self._lock:
            return {mobile: sent.code for mobile, sent in self._sent.items()}

    def reset(self) -> None:
        """Forgets all codes."""
        with self._lock:
            self._sent.clear()
            self._wrong.clear()

    @staticmethod
    def _is_valid(sent: _SentCode, now: float) -> bool:
        return not sent.is_void and now < sent.good_until


def _new_code() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(secrets.choice(_LENGTHS)))
