"""Looks at what stands at the service's address: name look-up, connection, proxy, TLS and certificate.

It sends no request and no secret of the till, so it may look at a certificate that the till does not trust. Whether the
till trusts it is decided by a real call only.
"""

from __future__ import annotations

import base64
import copy
import http.client
import re
import socket
import ssl
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from urllib3.util.ssltransport import SSLTransport

from desktop.api.connections import trusting_context
from desktop.api.network import Proxy, proxy_for
from desktop.domain.addresses import DEFAULT_PORTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.network import Network

_SHORT = {
    "commonName": "CN",
    "organizationName": "O",
    "organizationalUnitName": "OU",
    "localityName": "L",
    "stateOrProvinceName": "ST",
    "countryName": "C",
}
"""The usual short names (RFC 4514)."""

_REFUSED = re.compile(r"Tunnel connection failed: (\d{3})")


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says of itself.

    Attributes:
        subject: whose it is.
        issuer: who signed it.
        names: the names and addresses for which it is valid.
        not_before: when it becomes valid.
        not_after: when it expires.
    """

    subject: str
    issuer: str
    names: tuple[str, ...]
    not_before: datetime
    not_after: datetime


@dataclass(slots=True)
class Inspection:
    """What was seen, as far as it went.

    Attributes:
        host: the service's, without the brackets of IPv6.
        port: the service's.
        proxy: the proxy that is used.
        addresses: what the name look-up returned, for the proxy's name if there is a proxy.
        name_problem: why the name has no address; empty if it has one.
        connected_to: the address that accepted the connection; empty if none did.
        connect_problem: why no connection was made; empty if one was.
        connect_seconds: how long that took, with the proxy's tunnel.
        proxy_status: the HTTP status with which the proxy refused a tunnel; 0 if it did not.
        tls_version: the newest version that both sides can; empty without TLS.
        cipher: OpenSSL's name for it.
        tls_problem: OpenSSL's reason if there was no handshake.
        certificate: the one that the server showed.
    """

    host: str
    port: int
    proxy: Proxy
    addresses: tuple[str, ...] = ()
    name_problem: str = ""
    connected_to: str = ""
    connect_problem: str = ""
    connect_seconds: float = 0.0
    proxy_status: int = 0
    tls_version: str = ""
    cipher: str = ""
    tls_problem: str = ""
    certificate: Certificate | None = field(default=None)


def inspect(url: str, network: Network, *, timeout: float) -> Inspection:
    """Looks at a service. Returns after the timeout at the latest, with what was seen until then.

    Args:
        url: its address.
        network: the way to it.
        timeout: seconds for everything together.

    Raises:
        ValueError: the address cannot be read.
    """
    parts = urlsplit(url)
    scheme = parts.scheme
    port = parts.port or DEFAULT_PORTS[scheme]
    found = Inspection(parts.hostname or "", port, proxy_for(url, network.proxy))
    found.connect_problem = found.proxy.problem
    if found.connect_problem:
        return found
    # In a thread that may be left behind, because a name look-up cannot be interrupted.
    thread = threading.Thread(target=_look, args=(found, scheme, network, timeout), name="inspection", daemon=True)
    thread.start()
    thread.join(timeout)
    # A copy, because the thread may still be writing.
    return copy.copy(found)


def _look(found: Inspection, scheme: str, network: Network, timeout: float) -> None:
    target = urlsplit(found.proxy.address)
    host, port = found.host, found.port
    if found.proxy.address:
        host, port = target.hostname or "", target.port or DEFAULT_PORTS[target.scheme]
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        found.name_problem = _words(error)
        return
    found.addresses = tuple(dict.fromkeys(str(info[4][0]) for info in infos))
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    if found.proxy.address:
        connection.set_tunnel(found.host, found.port, _login(found.proxy, network))
    if found.proxy.address and target.scheme == "https":
        # The login must not pass in the clear, nor to another than the proxy.
        connection._create_connection = _over_tls(network)  # type: ignore[attr-defined]  # noqa: SLF001 - http.client opens TLS only to the end of a tunnel
    begin = time.monotonic()
    try:
        connection.connect()
    except (OSError, http.client.HTTPException) as error:
        refused = _REFUSED.search(str(error))
        found.proxy_status = int(refused[1]) if refused else 0
        found.connect_problem = f"the proxy answered {refused[1]}" if refused else _words(error)
        connection.close()
        return
    with connection.sock as sock:
        found.connect_seconds = time.monotonic() - begin
        try:
            found.connected_to = str(sock.getpeername()[0])
        except OSError as error:
            # The other side has ended the connection already.
            found.connect_problem = _words(error)
            return
        if scheme == "https":
            _look_at_tls(found, sock)


def _over_tls(network: Network) -> Callable[..., ssl.SSLSocket]:
    """Returns what connects to a proxy over TLS, with a certificate that the till trusts."""

    def connect(address: tuple[str, int], timeout: float, source: None) -> ssl.SSLSocket:
        sock = socket.create_connection(address, timeout, source)
        try:
            return trusting_context(network).wrap_socket(sock, server_hostname=address[0])
        except BaseException:
            sock.close()
            raise

    return connect


def _login(proxy: Proxy, network: Network) -> dict[str, str]:
    """Returns the header with the login for the proxy, as the calls send it."""
    target = urlsplit(proxy.address)
    login = network.proxy_login
    if login is None and target.username is not None:
        login = (unquote(target.username), unquote(target.password or ""))
    if login is None:
        return {}
    return {"Proxy-Authorization": f"Basic {base64.b64encode(':'.join(login).encode()).decode()}"}


def _look_at_tls(found: Inspection, sock: socket.socket) -> None:
    try:
        context = _curious_context()
        tls: ssl.SSLSocket | SSLTransport
        if isinstance(sock, ssl.SSLSocket):
            # Within the proxy's TLS. Python's own sockets cannot do that.
            tls = SSLTransport(sock, context, server_hostname=found.host)
        else:
            tls = context.wrap_socket(sock, server_hostname=found.host)
        with tls:
            found.tls_version = str(tls.version() or "").replace("TLSv", "TLS ")
            cipher = tls.cipher()
            found.cipher = cipher[0] if cipher else ""
            encoded = tls.getpeercert(binary_form=True)
    except OSError as error:
        found.tls_problem = str(getattr(error, "reason", "") or _words(error))
        return
    if encoded:
        found.certificate = read_certificate(encoded)


def _curious_context() -> ssl.SSLContext:
    """Returns a context that accepts every certificate and old versions, because it only looks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context


def read_certificate(encoded: bytes) -> Certificate | None:
    """Reads a certificate in DER form; None if it cannot be read.

    Python has no public function for it. `_test_decode_cert` is the one behind `getpeercert`, in every version since
    2.6; a library of several megabytes would be the other way. If it goes away, the dates are missing in the report.
    """
    decode = getattr(getattr(ssl, "_ssl", None), "_test_decode_cert", None)
    if decode is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "certificate.pem"
        path.write_text(ssl.DER_cert_to_PEM_cert(encoded), encoding="ascii")
        try:
            fields = decode(str(path))
        except (OSError, ValueError):
            # ssl.SSLError is an OSError.
            return None
    return Certificate(
        subject=_named(fields.get("subject", ())),
        issuer=_named(fields.get("issuer", ())),
        names=tuple(value for _kind, value in fields.get("subjectAltName", ())),
        not_before=_moment(fields["notBefore"]),
        not_after=_moment(fields["notAfter"]),
    )


def _named(name: tuple[tuple[tuple[str, str], ...], ...]) -> str:
    return ", ".join(f"{_SHORT.get(kind, kind)}={value}" for part in name for kind, value in part)


def _moment(text: str) -> datetime:
    # Not `fromtimestamp`: on Windows it knows neither the year 9999, which stands for no end (RFC 5280, 4.1.2.5), nor
    # a time before 1970.
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=ssl.cert_time_to_seconds(text))


def _words(error: Exception) -> str:
    """Says what went wrong without an address."""
    return str(getattr(error, "strerror", "") or "") or (
        "timed out" if isinstance(error, TimeoutError) else type(error).__name__
    )
