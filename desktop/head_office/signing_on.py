"""Signs people on with the company's OpenID provider, and knows their browsers by a cookie."""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from werkzeug.utils import redirect

from desktop.head_office import access
from desktop.head_office.answering import SIGN_ON, SIGNED_ON, RequestError
from desktop.head_office.openid import (
    NotAllowedError,
    NotSignedOnError,
    OpenIdProvider,
    ProviderUnreachableError,
    Registration,
)
from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psycopg import Connection
    from werkzeug.wrappers import Request, Response

_log = logging.getLogger(__name__)

_SESSION_HOURS = 8
_SIGN_ON_MINUTES = 10
_MOST_BEGUN = 10
"""Sign-ons that one browser may have begun at the same time."""

_PAGE = re.compile(r"/[a-z]*(\?[\w=&.%+-]*)?", re.ASCII)
_LONGEST = 200


class SignOn:
    """Sends browsers to the provider, and takes them back.

    A sign-on that has begun and a session are in the database, so any server can go on with them.
    """

    def __init__(
        self, issuer: str, client: str, secret: str, public_url: str, required: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Asks the provider for nothing yet.

        Args:
            issuer: the provider's address.
            client: head office's client id there.
            secret: the client's secret; empty for a client without one.
            public_url: the address under which browsers see head office.
            required: claims that an account needs, with their values. Of several values of one claim, one is enough.

        Raises:
            ValueError: an address is not HTTPS, and not on this machine.
        """
        public_url = public_url.rstrip("/")
        self._issuer = issuer
        values: dict[str, frozenset[str]] = {}
        for name, value in required:
            values[name] = values.get(name, frozenset()) | {value}
        self._provider = OpenIdProvider(Registration(issuer, client, secret, public_url + SIGNED_ON, values))
        self._is_secure = public_url.startswith("https://")
        # A browser takes a cookie of this name only from this host, over HTTPS.
        prefix = "__Host-" if self._is_secure else ""
        self._session_cookie = f"{prefix}points-till-session"
        self._state_cookie = f"{prefix}points-till-sign-on"

    def invite(self, request: Request) -> Response:
        """Sends a browser that must sign on first to where it begins."""
        page = request.path + (f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else "")
        return _without_cache(redirect(f"{SIGN_ON}?{urlencode({'page': page})}", 303))

    def start(self, connection: Connection, request: Request) -> tuple[str, str]:
        """Begins to sign a browser on.

        Returns:
            Where it goes on at the provider, and the state that `expect` lets it keep until it comes back.

        Raises:
            RequestError: the provider does not answer.
        """
        page = request.args.get("page", "/")
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        try:
            address = self._provider.address_for(state=state, nonce=nonce, verifier=verifier)
        except ProviderUnreachableError as error:
            _log.error("the OpenID provider: %s", error)
            raise RequestError(503, "the company’s sign-on does not answer; try again later") from None
        connection.execute("DELETE FROM sign_on WHERE begun < now() - make_interval(mins => %s)", (_SIGN_ON_MINUTES,))
        connection.execute(
            "INSERT INTO sign_on (state_hash, nonce, verifier, page) VALUES (%s, %s, %s, %s)",
            (_hash(state), nonce, verifier, page if _PAGE.fullmatch(page) else "/"),
        )
        return address, state

    def expect(self, request: Request, response: Response, state: str) -> Response:
        """Lets a browser keep the state of its sign-on with this answer, beside those of its other tabs."""
        begun = [name for name in request.cookies if name.startswith(self._state_cookie)]
        # What was begun and given up must not fill the browser's requests.
        for name in begun if len(begun) >= _MOST_BEGUN else ():
            self._delete_cookie(response, name)
        self._set_cookie(response, self._cookie_of(state), state, _SIGN_ON_MINUTES * 60)
        return _without_cache(response)

    def finish(self, connection: Connection, request: Request, address: str) -> Response:
        """Takes a browser back from the provider, and signs its person on.

        Args:
            connection: the database.
            request: the browser's.
            address: where it comes from, for the access log.

        Raises:
            RequestError: it was not this browser that began, it comes too late or a second time, the provider does not
                prove who it is, or the account lacks a required claim.
        """
        state = request.args.get("state", "")
        # A link with a state of someone else's would sign this browser on as them.
        if not state or not hmac.compare_digest(
            state.encode(), request.cookies.get(self._cookie_of(state), "").encode()
        ):
            raise RequestError(403, "this sign-on was not begun here; open the page again")
        row = connection.execute(
            "DELETE FROM sign_on WHERE state_hash = %s AND begun > now() - make_interval(mins => %s)"
            " RETURNING nonce, verifier, page",
            (_hash(state), _SIGN_ON_MINUTES),
        ).fetchone()
        if row is None:
            raise RequestError(403, "this sign-on has ended; open the page again")
        nonce, verifier, page = row
        code = request.args.get("code", "")
        if "error" in request.args or not code or request.args.get("iss", self._issuer) != self._issuer:
            raise RequestError(403, "the company’s sign-on has not let you in")
        try:
            person = self._provider.person(code, nonce=nonce, verifier=verifier)
        except NotSignedOnError as error:
            _log.warning("a sign-on was refused: %s", error)
            raise RequestError(403, "the company’s sign-on does not prove who you are") from None
        except NotAllowedError as error:
            _log.warning("a sign-on was refused: %s", error)
            raise RequestError(
                403, "your account may not see head office; ask the people who manage the company’s accounts"
            ) from None
        except ProviderUnreachableError as error:
            _log.error("the OpenID provider: %s", error)
            raise RequestError(503, "the company’s sign-on does not answer; try again later") from None
        name = storable(person.name)[:_LONGEST]
        key = secrets.token_urlsafe(32)
        connection.execute("DELETE FROM session WHERE ends < now()")
        connection.execute(
            "INSERT INTO session (key_hash, name, subject, ends)"
            " VALUES (%s, %s, %s, now() + make_interval(hours => %s))",
            (_hash(key), name, storable(person.subject)[:_LONGEST], _SESSION_HOURS),
        )
        access.log(connection, who=name, address=address, what="sign-on", asked=person.subject, found=0)
        response = _without_cache(redirect(page, 303))
        self._set_cookie(response, self._session_cookie, key, None)
        self._delete_cookie(response, self._cookie_of(state))
        return response

    def name_of(self, connection: Connection, request: Request) -> str:
        """Returns who has signed on in this browser; empty if no one has, or the session has ended."""
        key = request.cookies.get(self._session_cookie, "")
        if not key:
            return ""
        row = connection.execute(
            "SELECT name FROM session WHERE key_hash = %s AND ends > now()", (_hash(key),)
        ).fetchone()
        return "" if row is None else str(row[0])

    def proof_of(self, request: Request) -> str:
        """Returns what the form of this browser's pages needs to sign out. No other site can know it."""
        key = request.cookies.get(self._session_cookie, "")
        return hmac.new(key.encode("utf-8", "replace"), b"sign-out", hashlib.sha256).hexdigest()

    def end(self, connection: Connection, request: Request, address: str) -> str:
        """Ends the browser's session. Returns where it ends at the provider; empty if the provider does not say.

        Args:
            connection: the database.
            request: the browser's.
            address: where it comes from, for the access log.

        Raises:
            RequestError: the request does not come from a page of this session.
        """
        key = request.cookies.get(self._session_cookie, "")
        proof = request.form.get("proof", "")
        if not key or not hmac.compare_digest(proof.encode("utf-8", "replace"), self.proof_of(request).encode()):
            raise RequestError(403, "this was not asked for here; open the page again")
        row = connection.execute(
            "DELETE FROM session WHERE key_hash = %s RETURNING name, subject", (_hash(key),)
        ).fetchone()
        if row is not None:
            name, subject = row
            access.log(connection, who=name, address=address, what="sign-out", asked=subject, found=0)
        return self._provider.end_address()

    def forget(self, response: Response) -> Response:
        """Lets the browser forget its session with this answer."""
        self._delete_cookie(response, self._session_cookie)
        return _without_cache(response)

    def _cookie_of(self, state: str) -> str:
        """Returns the name of the cookie for a sign-on. Each has its own, because tabs may begin at the same time."""
        return f"{self._state_cookie}-{_hash(state).hex()[:16]}"

    def _delete_cookie(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self._is_secure, httponly=True, samesite="Lax")

    def _set_cookie(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        response.set_cookie(
            name, value, max_age=seconds, path="/", secure=self._is_secure, httponly=True, samesite="Lax"
        )


def _without_cache(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _hash(key: str) -> bytes:
    # A key has 256 random bits, so a slow hash would add nothing.
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()
