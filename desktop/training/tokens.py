"""Gives tokens for the practice service's key and secret, and knows which of them are still good."""

from __future__ import annotations

import secrets
import threading
from enum import Enum
from typing import TYPE_CHECKING

from desktop.domain.access import OAuthClient

if TYPE_CHECKING:
    from collections.abc import Callable

TTL = 300.0
"""Seconds that a token lives: what the vendor's sample says."""

CLIENT = OAuthClient("practice-key", "practice-secret")
"""Opens only sample points on this machine, and is printed on purpose."""


class TokenState(Enum):
    """What a token that came with a call is."""

    GOOD = "good"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Tokens:
    """The tokens of the practice service. Thread-safe.

    Args:
        clock: a monotonic clock, in seconds.

    Attributes:
        client: the key and secret that are accepted.
        ttl: seconds that the next tokens live.
        given: how many tokens were given.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.client = CLIENT
        self.ttl = TTL
        self.given = 0
        self._clock = clock
        self._lock = threading.Lock()
        self._until: dict[str, float] = {}

    def give(self, *, lives: float | None = None) -> str:
        """Returns a new token.

        Args:
            lives: seconds until it expires, whatever the answer says; None for `ttl`.
        """
        token = secrets.token_urlsafe(48)
        with self._lock:
            self._until[token] = self._clock() + (self.ttl if lives is None else lives)
            self.given += 1
        return token

    def state(self, token: str) -> TokenState:
        """Returns what a token is."""
        with self._lock:
            until = self._until.get(token)
            if until is None:
                return TokenState.UNKNOWN
            return TokenState.GOOD if self._clock() < until else TokenState.EXPIRED

    def expire(self) -> None:
        """Expires every token that was given."""
        with self._lock:
            self._until = dict.fromkeys(self._until, self._clock())

    def reset(self) -> None:
        """Restores the initial state. Tokens that were given are no longer known."""
        with self._lock:
            self._until.clear()
            self.client, self.ttl, self.given = CLIENT, TTL, 0
