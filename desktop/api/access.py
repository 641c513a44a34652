"""Signs requests: with the till's name and password, or with a token that is kept in memory and renewed in time."""

from __future__ import annotations

import base64
import hashlib
import logging
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from desktop.api.call_log import logged
from desktop.api.wire import tokens
from desktop.domain.failures import Failure, NotSent, SecretUnavailable, Unsent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.api.exchange import Answer, Request
    from desktop.domain.access import OAuthClient

_log = logging.getLogger(__name__)

TOKEN_HEADER = "X-CAP-API-OAUTH-TOKEN"  # noqa: S105 - a header's name

_MARGIN_SHARE = 0.2
_MARGIN = 60.0
"""A token is renewed when this share of its time is left, or this many seconds if that is less."""

_AHEAD_SHARE = 0.5
_AHEAD = 120.0
"""The same for a renewal in a quiet moment, which hides the wait from the cashier."""


class Line(Protocol):
    """What fetching a token needs of the connection that is about to make a call."""

    def send_unsigned(self, request: Request) -> Answer:
        """Sends a request without signing it. Raises `NotSent` and `Unanswered` as `Transport.call` does."""

    def is_wanted(self) -> bool:
        """Returns False once the call was cancelled or the program ends."""


class Access(Protocol):
    """Signs the requests of a till. Shared by all its connections, and used from any thread."""

    def headers(self, line: Line, *, ahead: bool = False) -> Mapping[str, str]:
        """Returns the headers that sign a request.

        Args:
            line: may be used to fetch a token.
            ahead: True in a quiet moment: renews what would have to be renewed soon.

        Raises:
            NotSent: nothing signs this request, so it must not be sent.
        """

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Looks for other headers after the service did not accept some (401 or 498).

        Args:
            refused: the headers that were not accepted.

        Returns:
            True if the next `headers` differ, so that the next request may be accepted.
        """

    def wake(self) -> None:
        """Lets threads that wait in `headers` ask their `Line.is_wanted` again."""


class BasicAccess:
    """Signs with the till's name and the digest of its password, as the vendor's Basic authentication wants it.

    Args:
        till: the till's name.
        password: the till's password.
        is_digest: True if the password is the MD5 hex digest already.
        read_again: reads the stored password, which another program may have changed. Called after a 401. Blocks. None
            if there is nothing to be read again.
    """

    def __init__(
        self, till: str, password: str, *, is_digest: bool = False, read_again: Callable[[], str] | None = None
    ) -> None:
        self._till = till
        self._is_digest = is_digest
        self._read_again = read_again
        self._lock = threading.Lock()
        self._headers = self._signed(password)

    def headers(self, line: Line, *, ahead: bool = False) -> Mapping[str, str]:  # noqa: ARG002 - as `Access`
        """Returns the `Authorization` header."""
        with self._lock:
            return self._headers

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Reads the password again. It counts only if it differs, so a wrong password is not sent twice."""
        with self._lock:
            if self._headers == refused and self._read_again is not None:
                try:
                    self._headers = self._signed(self._read_again())
                except SecretUnavailable as failure:
                    _log.warning("the password was not accepted and cannot be read again: %s", failure.support)
            changed = self._headers != refused
        if changed:
            _log.info("the password was not accepted; another one is stored by now")
        return changed

    def wake(self) -> None:
        """Has no effect: no thread waits for another."""

    def _signed(self, password: str) -> dict[str, str]:
        digest = password.strip() if self._is_digest else md5_hex(password)
        # UTF-8, because a till's name can be in any script.
        return {"Authorization": "Basic " + base64.b64encode(f"{self._till}:{digest}".encode()).decode()}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A token in memory.

    Attributes:
        value: the token.
        seconds: how long it lives.
        ticks: the monotonic clock when it was asked for, which is before its life began.
        wall: the wall clock at that moment: some monotonic clocks stop while the machine sleeps.
    """

    value: str = field(repr=False)
    seconds: float
    ticks: float
    wall: float

    @property
    def left(self) -> float:
        """The seconds that are left of its life, by the clock that gives less."""
        return self.seconds - max(time.monotonic() - self.ticks, abs(time.time() - self.wall))

    @property
    def headers(self) -> dict[str, str]:
        """The header that signs a request."""
        return {TOKEN_HEADER: self.value}


class OAuthAccess:
    """Signs with a token that the service gives for a key and a secret (`wire.tokens`).

    The token stays in this object. It is renewed before its time is over, and when the service does not accept it. One
    thread renews it at a time. The others go on with the old token, or wait if that is no good any more.

    Args:
        client: the key and secret.
        read_again: reads the stored key and secret, which another program may have changed. Called if the service does
            not accept them. Blocks. None if there is nothing to be read again.
    """

    def __init__(self, client: OAuthClient, *, read_again: Callable[[], OAuthClient] | None = None) -> None:
        self._client = client
        self._read_again = read_again
        self._changed = threading.Condition()
        self._renewing = False
        self._token: _Kept | None = None

    def headers(self, line: Line, *, ahead: bool = False) -> Mapping[str, str]:
        """Returns the header with a token that is good for a while.

        Raises:
            NotSent: the service gives none, does not accept key and secret, or cannot be reached.
        """
        kept = self._usable_or_begin(line, ahead=ahead)
        if kept is not None:
            return kept.headers
        token: _Kept | None = None
        try:
            token = self._fetch(line)
        except NotSent as failure:
            with self._changed:
                kept = self._token
            if failure.why is Unsent.STOPPED or kept is None or kept.left <= 0:
                raise
            # It was to be renewed ahead of time, and the old one is still good.
            _log.info("the token could not be renewed yet: %s", failure.support)
            return kept.headers
        finally:
            with self._changed:
                self._renewing = False
                if token is not None:
                    self._token = token
                self._changed.notify_all()
        return token.headers

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Drops the token if it is the one that was not accepted. The next request fetches another."""
        with self._changed:
            if self._token is not None and self._token.headers == refused:
                self._token = None
        return True

    def wake(self) -> None:
        """Lets waiting threads ask again whether they are still wanted."""
        with self._changed:
            self._changed.notify_all()

    def _usable_or_begin(self, line: Line, *, ahead: bool) -> _Kept | None:
        """Returns a token that can be used. None if this thread must fetch one; it is then the only one that does.

        Raises:
            NotSent: the call was cancelled while another thread fetched a token.
        """
        share, most = (_AHEAD_SHARE, _AHEAD) if ahead else (_MARGIN_SHARE, _MARGIN)
        with self._changed:
            while True:
                kept = self._token
                if kept is not None and kept.left > (0 if self._renewing else min(kept.seconds * share, most)):
                    return kept
                if not line.is_wanted():
                    raise NotSent(Unsent.STOPPED)
                if not self._renewing:
                    self._renewing = True
                    return None
                self._changed.wait()

    def _fetch(self, line: Line) -> _Kept:
        try:
            return _ask_for_token(line, self._client)
        except NotSent as failure:
            if failure.why is not Unsent.KEY_REFUSED or not self._has_changed():
                raise
        return _ask_for_token(line, self._client)

    def _has_changed(self) -> bool:
        """Reads the key and secret again. Returns True if others are stored by now."""
        if self._read_again is None:
            return False
        try:
            stored = self._read_again()
        except SecretUnavailable as failure:
            _log.warning("the key and secret were not accepted and cannot be read again: %s", failure.support)
            return False
        if stored == self._client:
            return False
        _log.info("the key and secret were not accepted; others are stored by now")
        self._client = stored
        return True


def _ask_for_token(line: Line, client: OAuthClient) -> _Kept:
    """Fetches a token.

    Raises:
        NotSent: there is none. Whatever became of this call, the request that needs the token has not been sent.
    """
    ticks, wall = time.monotonic(), time.time()
    try:
        request = tokens.ask(client)
        token = tokens.read(logged(request, lambda: line.send_unsigned(request), has_codes=False))
    except tokens.KeyRefusedError as refusal:
        _log.warning("the service does not accept the key and secret (code %s)", refusal.code)
        raise NotSent(Unsent.KEY_REFUSED, request_id=refusal.request_id) from None
    except NotSent:
        raise
    except Failure as failure:
        _log.warning("the service gave no token: %s", failure.support)
        why = Unsent.NO_TOKEN if line.is_wanted() else Unsent.STOPPED
        raise NotSent(why, request_id=failure.request_id) from None
    return _Kept(token.value, token.seconds, ticks, wall)


def md5_hex(password: str) -> str:
    """Returns the digest that the service uses as the password. Its rule gives no protection; TLS does.

    `server123` gives `8a16a6b70505eb1f1ff7cdc0cd5559a7`.
    """
    return hashlib.md5(password.encode(), usedforsecurity=False).hexdigest()
