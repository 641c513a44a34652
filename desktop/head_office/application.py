"""The WSGI application: signs requests on, and passes them to the answers and the pages."""

from __future__ import annotations

import base64
import binascii
import logging
import re
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING

import psycopg
from psycopg_pool import PoolTimeout
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from desktop.head_office import access, answering, migrations
from desktop.head_office.answering import SIGN_ON, SIGN_OUT, SIGNED_ON, RequestError, answer
from desktop.head_office.calendar import Calendar
from desktop.head_office.pages import Pages, Reader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from ipaddress import IPv4Network, IPv6Network
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

    from psycopg import Connection
    from psycopg_pool import ConnectionPool

    from desktop.head_office.signing_on import SignOn

_log = logging.getLogger(__name__)

_LONGEST_NAME = 200
_LARGEST_FORM = 10_000

_BRIEFLY = 0.05
"""Seconds for a connection while the database does not answer. If every request waited for it as long as the first one,
they would hold all threads, and the balancer's checks would wait behind them.
"""

_PART = re.compile(r'(?:\\.|"(?:\\.|[^"\\])*"|[^,+\\])+')
_ESCAPE = re.compile(rb"\\(?:([0-9A-Fa-f]{2})|(.))", re.DOTALL)
"""A part of a certificate's subject, and an escape in it (RFC 4514, 2.4)."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom the application trusts besides those with a key.

    Attributes:
        proxies: addresses of the company's proxies. Only from them do the headers below count.
        user_header: the header in which a proxy names the person who has signed on.
        certificate_header: the header in which a proxy names the till's client certificate. If it is set, a till needs
            a certificate of its own name as well as its key.
        everyone: name of a reader who needs to sign on with nothing, for the demonstration; empty for none.
    """

    proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    user_header: str = "X-Remote-User"
    certificate_header: str = ""
    everyone: str = ""

    @classmethod
    def of(cls, proxies: Iterable[str], **other: str) -> Trust:
        """Reads the addresses of proxies.

        Raises:
            ValueError: one is no address.
        """
        return cls(tuple(ip_network(one) for one in proxies), **{name: one for name, one in other.items() if one})

    def client(self, address: str, forwarded: str) -> str:
        """Returns where a request comes from: the address that the outermost of the company's proxies has seen.

        Args:
            address: where the connection comes from.
            forwarded: `X-Forwarded-For`, to which each proxy adds what it has seen. What it had before proves nothing.
        """
        for one in reversed(forwarded.split(",")):
            if not self.is_proxy(address) or not _is_address(one.strip()):
                break
            address = one.strip()
        return address

    def is_proxy(self, address: str) -> bool:
        """True if a request from this address comes from a proxy."""
        return _is_address(address) and any(ip_address(address) in network for network in self.proxies)


@dataclass(slots=True)
class Application:
    """Answers every request. It keeps no state, so any number of processes may serve one database."""

    pool: ConnectionPool
    resources: Path
    trust: Trust
    sign_on: SignOn | None = None
    calendar: Calendar = field(default_factory=Calendar)
    _pages: Pages = field(init=False)
    _month: date = field(init=False, default=date.min)
    _guard: threading.Lock = field(init=False, default_factory=threading.Lock)
    _is_down: bool = field(init=False, default=False)
    _connected: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._pages = Pages(self.resources, self.calendar)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request."""
        request = Request(environ)
        request.max_form_memory_size = _LARGEST_FORM
        request.max_content_length = answering.LARGEST_BODY
        try:
            response = self._respond(request)
        except RequestError as error:
            response = self._refuse(request, error)
        except HTTPException as error:
            response = answer({"error": error.name}, error.code or 500)
        except (psycopg.OperationalError, psycopg.errors.ReadOnlySqlTransaction, PoolTimeout) as error:
            # A database that can only be read is a replica, or becomes the main one in a moment.
            if not self._is_down:
                _log.error("the database does not answer: %s", type(error).__name__)
            if isinstance(error, PoolTimeout):
                # If other threads got a connection meanwhile, it was only busy.
                self._is_down = time.monotonic() - self._connected > self.pool.timeout
            response = answer({"error": "the database does not answer"}, 503)
            response.headers["Retry-After"] = "30"
        except Exception:  # noqa: BLE001 - one request must not end the server; it is logged in full
            _log.exception("a request failed")
            response = answer({"error": "this program has failed"}, 500)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response(environ, start_response)

    def _respond(self, request: Request) -> Response:  # noqa: PLR0911 - one for each route
        path = request.path
        if path == "/static/style.css":
            return self._pages.style()
        with self.pool.connection(_BRIEFLY if self._is_down else None) as connection:
            self._connected = time.monotonic()
            if self._is_down:
                self._is_down = False
                _log.warning("the database answers again")
            if path == "/v1/health":
                connection.execute("SELECT 1")
                return answer({"ok": True})
            if path == "/v1/events":
                self._expect_method(request, "POST")
                till = self._till(connection, request)
                self._prepare_month(connection)
                return answering.take_events(connection, request, till)
            if self.sign_on is not None and path == SIGN_OUT:
                self._expect_method(request, "POST")
                provider = self.sign_on.end(connection, request, self._client(request))
                return self.sign_on.forget(self._pages.signed_out(provider))
            self._expect_method(request, "GET", "HEAD", *(("POST",) if path == "/search" else ()))
            # Who comes here has not signed on yet.
            if self.sign_on is not None and path == SIGN_ON:
                provider, state = self.sign_on.start(connection, request)
                return self.sign_on.expect(request, self._pages.going_on(provider), state)
            if self.sign_on is not None and path == SIGNED_ON:
                return self.sign_on.finish(connection, request, self._client(request))
            reader = self._reader(connection, request)
            if path == "/v1/redemptions":
                return answering.list_redemptions(connection, request, reader.name, reader.address)
            if path == "/v1/tills":
                return answering.list_tills(connection)
            return self._pages.respond(connection, request, reader)

    def _prepare_month(self, connection: Connection) -> None:
        """Creates the partitions of the next months, once for each month."""
        today = datetime.now(UTC).date()
        month = today.replace(day=1)
        with self._guard:
            if self._month == month:
                return
            self._month = month
        migrations.make_partitions_alone(connection, today)

    def _till(self, connection: Connection, request: Request) -> str:
        """Returns the till whose key the request has.

        Raises:
            RequestError: it has none, or another till's certificate.
        """
        owner = access.owner_of(connection, _bearer(request))
        if owner is None:
            raise RequestError(401, "the key is not known, or was revoked")
        if not owner.till:
            raise RequestError(401, "a reader's key cannot send")
        if self.trust.certificate_header:
            is_proxy = self.trust.is_proxy(request.remote_addr or "")
            named = request.headers.get(self.trust.certificate_header, "") if is_proxy else ""
            if _common_name(named) != owner.till:
                raise RequestError(401, "the client certificate is not this till's")
        return owner.till

    def _reader(self, connection: Connection, request: Request) -> Reader:
        """Returns who reads.

        Raises:
            RequestError: no one has signed on.
        """
        address = self._client(request)
        if self.trust.is_proxy(request.remote_addr or ""):
            user = _as_utf8(request.headers.get(self.trust.user_header, "")).strip()
            if user:
                return Reader(user[:_LONGEST_NAME], address)
        signed_on = "" if self.sign_on is None else self.sign_on.name_of(connection, request)
        if self.sign_on is not None and signed_on:
            return Reader(signed_on, address, self.sign_on.proof_of(request))
        owner = access.owner_of(connection, _bearer(request) or _basic(request))
        if owner is not None and owner.reader:
            return Reader(owner.reader, address)
        if owner is not None:
            raise RequestError(403, "a till's key cannot read")
        if self.trust.everyone:
            return Reader(self.trust.everyone, address)
        raise RequestError(401, "sign on first")

    def _client(self, request: Request) -> str:
        return self.trust.client(request.remote_addr or "", request.headers.get("X-Forwarded-For", ""))

    @staticmethod
    def _expect_method(request: Request, *methods: str) -> None:
        if request.method not in methods:
            raise RequestError(405, f"only {' and '.join(methods)}")

    def _refuse(self, request: Request, error: RequestError) -> Response:
        is_page = not request.path.startswith("/v1/") and request.method in {"GET", "POST"}
        if self.sign_on is not None and error.status == 401 and is_page and "Authorization" not in request.headers:  # noqa: PLR2004 - sign on first
            return self.sign_on.invite(request)
        if request.path.startswith("/v1/"):
            response = answer({"error": str(error)}, error.status)
        else:
            response = self._pages.refusal(error)
        if error.status == 401:  # noqa: PLR2004 - asks the browser for name and key
            response.headers["WWW-Authenticate"] = 'Basic realm="Points Till head office", charset="UTF-8"'
        return response


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _bearer(request: Request) -> str:
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if kind.lower() == "bearer" else ""


def _basic(request: Request) -> str:
    """Returns the password of Basic authentication: a browser sends a reader's key so. The name does not count."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "basic":
        return ""
    try:
        # A name may have colons, a key never has one.
        return base64.b64decode(text, validate=True).decode().rpartition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _common_name(named: str) -> str:
    """Returns the name in what a proxy says of a certificate: the name itself, or a subject with `CN=`.

    A subject is written as in RFC 4514, as nginx does, or with slashes, as OpenSSL once did. Another part of it may
    hold a comma or a slash, and something like a name after it. Several names are no name.
    """
    text = _as_utf8(named).strip()
    parts = text.split("/") if text.startswith("/") else _PART.findall(text)
    pairs = [part.strip().partition("=") for part in parts]
    names = [value for name, equals, value in pairs if equals and name.strip().upper() == "CN"]
    if not names:
        return text
    return "" if len(names) > 1 else _unescaped(names[0].strip())


def _as_utf8(header: str) -> str:
    """Returns a header as it was sent. WSGI has its bytes as Latin-1."""
    return header.encode("latin-1", "replace").decode("utf-8", "replace")


def _unescaped(value: str) -> str:
    r"""Returns a value of RFC 4514 as it is meant: `\,` is a comma, and `\C3\BC` two bytes of UTF-8."""
    found = _ESCAPE.sub(lambda one: bytes.fromhex(one[1].decode()) if one[1] else one[2], value.encode())
    return found.decode("utf-8", "replace")
