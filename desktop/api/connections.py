"""Opens connections that know whether a byte of a request has left, and that trust what the machine trusts."""

from __future__ import annotations

import base64
import contextlib
import http
import http.client
import logging
import socket
import ssl
import struct
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote

import truststore
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, ProxyError
from urllib3.poolmanager import PoolManager, ProxyManager
from urllib3.util import Timeout, parse_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from urllib3.response import BaseHTTPResponse

    from desktop.api.network import Network

_log = logging.getLogger(__name__)


class GateClosedError(Exception):
    """The call was given up before this byte could leave. urllib3 must not know this error, or it would handle it."""


class ProxyLoginError(ProxyError):
    """The proxy wants a login, or does not accept the one that it got."""


class SendGate:
    """Decides whether the bytes of one request may still leave.

    The waiting thread and the sending thread share the gate. Once `give_up` has returned False, no byte of the request
    can leave, even if the sending thread is stuck in a name look-up or a TLS handshake.

    Attributes:
        deadline: when the call must have ended, by the monotonic clock in seconds.
        idle_limit: seconds after which a kept connection that was not used is opened anew.
        under_way: set when the request begins to leave, or when the call has ended.
        has_left: set when the whole request has left, for those who wait for that on another thread.
        connected: whether the server or a proxy has accepted the connection.
    """

    def __init__(self, *, deadline: float, idle_limit: float, has_left: threading.Event | None = None) -> None:
        self.deadline = deadline
        self._wall_deadline = time.time() + deadline - time.monotonic()
        self.idle_limit = idle_limit
        self.under_way = threading.Event()
        self.has_left = has_left or threading.Event()
        self.connected = False
        self._lock = threading.Lock()
        self._given_up = False
        self._sent = False
        self._handle: socket.socket | None = None

    @property
    def given_up(self) -> bool:
        """True if the caller has stopped waiting."""
        with self._lock:
            return self._given_up

    @property
    def sent(self) -> bool:
        """True if a byte of the request may have left."""
        with self._lock:
            return self._sent

    def pass_through(self) -> None:
        """Opens the way for bytes of the request. Called right before they leave.

        Raises:
            GateClosedError: they must not leave any more.
        """
        with self._lock:
            # This thread checks the deadline too, because after a sleep of the machine it may wake before the waiting
            # one. The wall clock counts too: some monotonic clocks stop in sleep.
            if self._given_up or time.monotonic() >= self.deadline or time.time() >= self._wall_deadline:
                raise GateClosedError
            self._sent = True
        self.under_way.set()

    def give_up(self) -> bool:
        """Closes the gate for good and cuts the connection, which wakes the sending thread.

        Returns:
            True if a byte of the request may have left before.
        """
        with self._lock:
            self._given_up = True
            self._cut()
            return self._sent

    def give_up_unsent(self) -> bool:
        """Closes the gate unless a byte may have left already. In that case the call goes on.

        Returns:
            True if the gate is closed now.
        """
        with self._lock:
            if self._sent:
                return False
            self._given_up = True
            self._cut()
            return True

    def attach(self, sock: socket.socket, family: int, kind: int) -> None:
        """Keeps a handle on the connection, so that `give_up` can cut it.

        The handle is a duplicate: during a TLS handshake, when a call may hang, the socket object belongs to TLS.
        """
        handle = socket.fromfd(sock.fileno(), family, kind)
        _discard_on_close(handle, discard=True)
        with self._lock:
            old, self._handle = self._handle, handle
            self.connected = True
            if self._given_up:
                self._cut()
        if old is not None:
            old.close()

    def detach(self, *, finished: bool) -> None:
        """Closes the handle. The connection itself stays as it is.

        Args:
            finished: True if the call ended with an answer. Else bytes may still wait, and must not leave any more.
        """
        with self._lock:
            handle, self._handle = self._handle, None
            given_up = self._given_up
        if handle is not None:
            if finished and not given_up:
                _discard_on_close(handle, discard=False)
            handle.close()

    def _cut(self) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._handle.shutdown(socket.SHUT_RDWR)


def _discard_on_close(sock: socket.socket, *, discard: bool) -> None:
    """Sets whether the kernel discards unsent bytes when the socket is closed.

    By default the kernel goes on sending them in the background. A request that was given up, or whose process was
    killed, could then leave much later, when a broken link comes back. The option is set only during a call, so that
    a connection is closed in an orderly way between two calls.
    """
    # The structure has two short numbers on Windows, and two ints on the other systems.
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", int(discard), 0)
    with contextlib.suppress(OSError):
        # The other side may have reset the connection already. Then no bytes wait any more.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)


class _ThreadGate(threading.local):
    gate: SendGate | None = None


_of_thread = _ThreadGate()


@contextlib.contextmanager
def using_gate(gate: SendGate) -> Iterator[None]:
    """Makes the connections that this thread uses belong to one call."""
    _of_thread.gate = gate
    finished = False
    try:
        yield
        finished = True
    finally:
        _of_thread.gate = None
        gate.detach(finished=finished)


def _current_gate() -> SendGate:
    if _of_thread.gate is None:
        raise RuntimeError("a connection was used outside a call")
    return _of_thread.gate


_LOGIN_WANTED = tuple(
    f"Tunnel connection failed: {status.value} "
    for status in (http.HTTPStatus.PROXY_AUTHENTICATION_REQUIRED, http.HTTPStatus.UNAUTHORIZED)
)
"""How http.client begins its error for a proxy that wants a login. tinyproxy answers 401 to a wrong one."""


class _Response(http.client.HTTPResponse):
    """Reads an answer, and closes two gaps of the standard library."""

    def begin(self) -> None:
        """Reads the status line and headers of the final answer.

        The standard library skips only interim answers with 100. It takes another one, such as 103, for the answer, and
        the real answer would then belong to the next request on the connection.
        """
        super().begin()
        while http.HTTPStatus.CONTINUE <= self.status < http.HTTPStatus.OK:
            if self.status == http.HTTPStatus.SWITCHING_PROTOCOLS:
                raise http.client.BadStatusLine("the till did not ask for another protocol")
            # This makes it read another head.
            self.headers = self.msg = None  # type: ignore[assignment]
            super().begin()

    def _safe_read(self, amt: int) -> bytes:
        """Refuses a chunk of a negative size, for which the standard library reads all that comes, however much."""
        if amt < 0:
            raise http.client.HTTPException("a chunk has a negative size")
        return super()._safe_read(amt)  # type: ignore[misc, no-any-return]


class _Connection(HTTPConnection):
    """A connection that asks the gate of its call before the first byte of a request leaves."""

    response_class = _Response

    _kind: tuple[int, int] = (socket.AF_INET, socket.SOCK_STREAM)
    _held: list[bytes] | None = None
    rested: tuple[float, float] = (0.0, 0.0)

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        self._kind = (sock.family, sock.type)
        _current_gate().attach(sock, *self._kind)
        return sock

    def request(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on unchanged
        """Sends head and body at once.

        urllib3 sends one after the other. Between the two, a thread that has just been woken by the first would keep
        the interpreter, and the body would leave milliseconds later.
        """
        if self.sock is not None:
            _current_gate().attach(self.sock, *self._kind)
        held = self._held = []
        try:
            super().request(*args, **kwargs)
        finally:
            self._held = None
        if self.sock is None:
            self.connect()
        _current_gate().pass_through()
        super().send(b"".join(held))
        _current_gate().has_left.set()

    def send(self, data: Any) -> None:  # noqa: ANN401 - as http.client takes it
        if self._held is not None:
            self._held.append(data)
            return
        # A proxy's CONNECT, which is no byte of the request.
        super().send(data)

    def _tunnel(self) -> None:
        try:
            super()._tunnel()
        except (OSError, http.client.HTTPException) as error:
            if any(wanted in str(error) for wanted in _LOGIN_WANTED):
                raise ProxyLoginError("the proxy wants a login", error) from error
            # Otherwise a proxy that hangs up looks like a service that does.
            raise ProxyError("the proxy opened no tunnel", error) from error

    def idle(self) -> float:
        """Returns the seconds since it was last used.

        The wall clock counts too: some monotonic clocks stop in sleep.
        """
        ticks, wall = self.rested
        return max(time.monotonic() - ticks, abs(time.time() - wall))


class _TlsConnection(_Connection, HTTPSConnection):
    """The same over TLS."""

    @property
    def is_connected(self) -> bool:
        """True if the connection is open and no unexpected data has arrived.

        urllib3 only asks the system's socket. TLS 1.3 sends session tickets after the handshake, which wait there on a
        connection that was opened in advance; and the rest of a message that TLS has decrypted waits there no more,
        although it could be a second answer, and would be read as that to the next request. So this asks TLS itself.
        """
        if self.sock is None:
            return False
        try:
            self.sock.settimeout(0)
            self.sock.recv(1)
        except ssl.SSLWantReadError:
            return True
        except OSError:
            return False
        return False


class _Pool(HTTPConnectionPool):
    """Reuses a kept connection only if it is young enough for the call."""

    ConnectionCls = _Connection

    def _get_conn(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - urllib3 types it as a protocol that lacks `idle`
        conn: Any = super()._get_conn(timeout)
        if not conn.is_closed and conn.idle() > _current_gate().idle_limit:
            conn.close()
        return conn

    def _put_conn(self, conn: Any) -> None:  # noqa: ANN401 - as above
        if conn is not None:
            conn.rested = (time.monotonic(), time.time())
        super()._put_conn(conn)

    def open_ahead(self, timeout: float) -> None:
        """Opens a connection and keeps it, without sending a request. Does nothing if a young one is open.

        Raises:
            HTTPError, OSError: it cannot be opened.
        """
        conn = self._get_conn()
        rested = conn.rested
        was_open = not conn.is_closed
        try:
            if not was_open:
                conn.timeout = timeout
                if self.proxy is not None and self.scheme == "https":
                    self._prepare_proxy(conn)
                else:
                    conn.connect()
        except (OSError, HTTPError) as error:
            reached_proxy = self.proxy is None or conn.has_connected_to_proxy
            conn.close()
            if not reached_proxy:
                # As urllib3 does for a call: the proxy cannot be reached, which says nothing about the service.
                raise ProxyError("the proxy cannot be reached", error) from error
            raise
        except BaseException:
            conn.close()
            raise
        finally:
            self._put_conn(conn)
            if was_open:
                conn.rested = rested


class _TlsPool(_Pool, HTTPSConnectionPool):
    """The same over TLS."""

    ConnectionCls = _TlsConnection


def trusting_context(network: Network) -> truststore.SSLContext:
    """Returns a TLS context that trusts what the machine trusts, and the authorities of the settings.

    Raises:
        OSError: the file of authorities cannot be read, or has no certificate.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # Some systems' Pythons have no lowest version of their own.
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if network.ca_file:
        # In addition to what the machine trusts.
        context.load_verify_locations(cafile=network.ca_file)
    return context


class Session:
    """The kept connection to a service, directly or through a proxy.

    It takes nothing from the environment, keeps no cookies, follows no redirect (which would send a redemption twice)
    and repeats nothing. Each session has its own TLS context: truststore locks the context during a handshake, so with
    a shared one a call that was given up during a handshake would block the next call.
    """

    _POOLS: ClassVar[Mapping[str, type[HTTPConnectionPool]]] = {"http": _Pool, "https": _TlsPool}

    def __init__(self, network: Network) -> None:
        """Makes a session without a connection.

        Args:
            network: whose authorities are trusted too, and the login for the proxy. Without a login, one is sent only
                if the proxy's address has it.

        Raises:
            OSError: the file of authorities cannot be read, or has no certificate.
        """
        try:
            self._context = trusting_context(network)
        except OSError as error:
            # ssl.SSLError is an OSError: there is no certificate in the file.
            _log.error("the file of certificate authorities cannot be used (%s)", type(error).__name__)
            raise
        self._proxy_login = network.proxy_login
        self._way = ""
        self._manager: PoolManager | None = None

    def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None,
        proxy: str,
        timeout: tuple[float, float],
    ) -> contextlib.AbstractContextManager[BaseHTTPResponse]:
        """Sends a request, and returns its answer with an unread body, to be used in a `with`.

        Args:
            method: `GET` or `POST`.
            url: the whole address.
            headers: of the request.
            body: of the request; None for none.
            proxy: `http://host:port`; empty for none.
            timeout: seconds for connecting, and for each wait for more of the answer.

        Raises:
            HTTPError, OSError, GateClosedError: there is no answer.
        """
        answer = self._manager_for(proxy).urlopen(
            method,
            url,
            body=body,
            headers=headers,
            redirect=False,
            retries=False,
            timeout=Timeout(connect=timeout[0], read=timeout[1]),
            preload_content=False,
            decode_content=False,
        )
        return _closing(answer)

    def open_ahead(self, url: str, proxy: str, timeout: float) -> None:
        """Opens the connection to an address without sending a request.

        Raises:
            HTTPError, OSError: it cannot be opened.
        """
        pool = self._manager_for(proxy).connection_from_url(url)
        assert isinstance(pool, _Pool)  # noqa: S101 - tells the type checker what `_POOLS` put there
        pool.open_ahead(timeout)

    def close(self) -> None:
        """Closes the connection. A later call opens another."""
        manager = self._manager
        if manager is not None:
            manager.clear()

    def _manager_for(self, proxy: str) -> PoolManager:
        """Returns what keeps the connection. The way there may change, because the system's proxy may."""
        if self._manager is None or proxy != self._way:
            self.close()
            self._manager, self._way = self._new_manager(proxy), proxy
        return self._manager

    def _new_manager(self, proxy: str) -> PoolManager:
        made: PoolManager
        if proxy:
            address, headers = self._proxy(proxy)
            made = ProxyManager(
                address,
                num_pools=1,
                maxsize=1,
                proxy_headers=headers,
                ssl_context=self._context,
                proxy_ssl_context=self._context,
                cert_reqs="CERT_REQUIRED",
            )
        else:
            made = PoolManager(num_pools=1, maxsize=1, ssl_context=self._context, cert_reqs="CERT_REQUIRED")
        made.pool_classes_by_scheme = dict(self._POOLS)
        return made

    def _proxy(self, proxy: str) -> tuple[str, dict[str, str]]:
        """Returns a proxy's address without a login, because addresses are in the texts of errors, and the login."""
        parts = parse_url(proxy)
        login = self._proxy_login
        if login is None and parts.auth:
            name, _, password = parts.auth.partition(":")
            login = unquote(name), unquote(password)
        address = parts._replace(auth=None).url
        if login is None:
            return address, {}
        return address, {"Proxy-Authorization": f"Basic {base64.b64encode(':'.join(login).encode()).decode()}"}


def headers_of(answer: BaseHTTPResponse) -> dict[str, str]:
    """Returns the headers of an answer by their names in lower case. One that came several times is one text."""
    return {name.lower(): answer.headers[name] for name in answer.headers}


@contextlib.contextmanager
def _closing(answer: BaseHTTPResponse) -> Iterator[BaseHTTPResponse]:
    """Closes the connection of an answer that is not read to its end, and keeps it after one that is."""
    try:
        yield answer
    finally:
        answer.close()
        answer.release_conn()
