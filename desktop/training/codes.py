"""Owns the validation codes that the practice service has sent: how long they are good, how often they may be tried."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.training.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

MOST_TRIES = 5
TRIES_WITHIN = 900.0
"""Seconds: newer organisations allow five tries in 15 minutes."""

# Letters and digits that nobody confuses when they are read out.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTHS = (6, 7)


@dataclass(frozen=True, slots=True)
class PhoneMessage:
    """A code on its way to a member, for the window to draw as the member's phone.

    Attributes:
        mobile: digits with the country code.
        code: the code, good for one redemption.
        points: what it was asked for.
        valid_for: seconds that it is still good.
    """

    mobile: str = field(repr=False)
    code: str = field(repr=False)
    points: Decimal
    valid_for: float


@dataclass(slots=True)
class _Sent:
    code: str = field(repr=False)
    good_until: float
    is_void: bool = False


class ValidationCodes:
    """The codes sent so far, the newest for each member. Safe to use from several threads.

    Args:
        clock: seconds that only go forward.
        valid_for: seconds that a code is good for.
    """

    def __init__(self, clock: Callable[[], float], valid_for: float) -> None:
        self._clock = clock
        self._valid_for = valid_for
        self._lock = threading.Lock()
        self._sent: dict[str, _Sent] = {}
        self._wrong: dict[str, deque[float]] = {}

    def issue(self, mobile: str) -> tuple[str, float]:
        """A member's code and the seconds it is still good for: the same code again while it is good."""
        with self._lock:
            now = self._clock()
            sent = self._sent.get(mobile)
            if sent is None or not self._is_good(sent, now):
                sent = self._sent[mobile] = _Sent(_new_code(), now + self._valid_for)
                self._wrong.pop(mobile, None)
            return sent.code, sent.good_until - now

    def check(self, mobile: str, typed: str) -> None:
        """Compares what was read out with the member's code, ignoring case. Does not use the code up.

        Raises:
            Refusal: 808 for no code, a wrong one, or one that expired, was used or was tried too often.
        """
        with self._lock:
            now = self._clock()
            sent = self._sent.get(mobile)
            if sent is None or not typed:
                raise Refusal(808)
            if self._is_good(sent, now) and secrets.compare_digest(sent.code.encode(), typed.strip().upper().encode()):
                return
            wrong = self._wrong.setdefault(mobile, deque())
            wrong.append(now)
            while wrong[0] <= now - TRIES_WITHIN:
                wrong.popleft()
            if len(wrong) >= MOST_TRIES:
                sent.is_void = True
            raise Refusal(808)

    def use_up(self, mobile: str) -> None:
        """Makes a member's code void: it is good for one redemption."""
        with self._lock:
            if mobile in self._sent:
                self._sent[mobile].is_void = True

    def expire(self, mobile: str | None = None) -> None:
        """Lets a member's code, or every code, expire now."""
        with self._lock:
            for sent in self._sent.values() if mobile is None else filter(None, [self._sent.get(mobile)]):
                sent.good_until = self._clock()

    def latest(self) -> dict[str, str]:
        """The newest code of each member, by mobile number, whether it is still good or not."""
        with self._lock:
            return {mobile: sent.code for mobile, sent in self._sent.items()}

    def reset(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._sent.clear()
            self._wrong.clear()

    @staticmethod
    def _is_good(sent: _Sent, now: float) -> bool:
        return not sent.is_void and now < sent.good_until


def _new_code() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(secrets.choice(_LENGTHS)))
