"""Tests what is seen of a service that the till does not trust, and that nothing is sent to it."""

from __future__ import annotations

import datetime as dt
import http.client
import os
import socket
import ssl
import struct
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from desktop.api import inspection
from desktop.api.inspection import inspect, read_certificate
from desktop.api.network import Network, ProxySource
from tests.api import proxies
from tests.api.calls import refused_port
from tests.api.certificates import old_tls, self_signed
from tests.api.servers import TIMEOUT, answering, reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.api.servers import MakeServer, Server


def serve(make_server: MakeServer, certificate: trustme.LeafCert, context: ssl.SSLContext | None = None) -> Server:
    context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return make_server(answering(reply()), context)


def test_an_expired_certificate_of_an_unknown_authority(make_server: MakeServer) -> None:
    """Host, port, address, TLS and the certificate are told, and no request is sent."""
    authority = trustme.CA(organization_name="Maple Market IT")
    end = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    server = serve(make_server, authority.issue_cert("loyalty.example", not_after=end))
    seen = inspect(f"https://127.0.0.1:{server.port}/api", Network(), timeout=TIMEOUT)
    assert (seen.host, seen.port, seen.proxy.source) == ("127.0.0.1", server.port, ProxySource.LOOPBACK)
    assert seen.addresses == ("127.0.0.1",)
    assert seen.connected_to == "127.0.0.1"
    assert seen.tls_version == "TLS 1.3"
    assert seen.certificate is not None
    assert "O=Maple Market IT" in seen.certificate.issuer
    assert seen.certificate.names == ("loyalty.example",)
    assert seen.certificate.not_after == end
    assert (seen.name_problem, seen.connect_problem, seen.tls_problem) == ("", "", "")
    assert server.requests == []


def test_a_certificate_that_signed_itself(make_server: MakeServer) -> None:
    """Subject and issuer are the same."""
    server = make_server(answering(reply()), self_signed("127.0.0.1"))
    seen = inspect(server.url, Network(), timeout=TIMEOUT)
    assert seen.certificate is not None
    assert seen.certificate.subject == seen.certificate.issuer == "CN=A router"


def test_a_certificate_without_an_end(make_server: MakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says the year 9999 (RFC 5280, 4.1.2.5), which Windows' own functions for times do not know."""

    class OnWindows(dt.datetime):
        @classmethod
        def fromtimestamp(cls, timestamp: float, tz: dt.tzinfo | None = None) -> OnWindows:
            if not 0 <= timestamp <= 32_536_850_399:
                raise OSError(22, "Invalid argument")
            return super().fromtimestamp(timestamp, tz)

    monkeypatch.setattr(inspection, "datetime", OnWindows)
    end = dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    server = serve(make_server, trustme.CA().issue_cert("127.0.0.1", not_after=end))
    seen = inspect(server.url, Network(), timeout=TIMEOUT)
    assert seen.certificate is not None
    assert seen.certificate.not_after == end


def test_a_firewall_that_ends_every_connection(make_server: MakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was there cannot be asked any more, and that is the problem that is told."""

    def reset(_server: Server, conn: socket.socket) -> None:
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0))
        conn.close()
        is_reset.set()

    is_reset = threading.Event()
    connect = http.client.HTTPConnection.connect

    def connect_and_wait(connection: http.client.HTTPConnection) -> None:
        connect(connection)
        assert is_reset.wait(TIMEOUT)

    monkeypatch.setattr(http.client.HTTPConnection, "connect", connect_and_wait)
    server = make_server(reset)
    seen = inspect(f"https://127.0.0.1:{server.port}", Network(), timeout=TIMEOUT)
    assert (seen.connected_to, seen.certificate) == ("", None)
    assert seen.connect_problem


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls(make_server: MakeServer) -> None:
    """The version that the till refuses is named."""
    server = serve(make_server, trustme.CA().issue_cert("127.0.0.1"), old_tls())
    assert inspect(server.url, Network(), timeout=TIMEOUT).tls_version == "TLS 1.1"


def test_a_server_without_tls(make_server: MakeServer) -> None:
    """OpenSSL's own reason is kept."""

    def answer_at_once(_server: Server, conn: socket.socket) -> None:
        conn.recv(5)
        conn.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    server = make_server(answer_at_once)
    seen = inspect(f"https://127.0.0.1:{server.port}", Network(), timeout=TIMEOUT)
    assert seen.connected_to == "127.0.0.1"
    assert seen.tls_problem
    assert seen.certificate is None


def test_no_such_name() -> None:
    """The name has no address, and nothing else is tried."""
    seen = inspect("https://no-such-host.invalid", Network(proxy="direct"), timeout=TIMEOUT)
    assert seen.name_problem
    assert (seen.addresses, seen.connected_to, seen.connect_problem) == ((), "", "")


def test_a_port_that_refuses() -> None:
    """The name has an address, and no one listens there."""
    seen = inspect(f"https://127.0.0.1:{refused_port()}", Network(), timeout=TIMEOUT)
    assert seen.addresses == ("127.0.0.1",)
    assert seen.connect_problem == "Connection refused"


def test_through_a_proxy(make_server: MakeServer) -> None:
    """The certificate is seen through the tunnel, with the login; the addresses are the proxy's."""
    server = serve(make_server, trustme.CA().issue_cert("loyalty.example"))
    proxy = make_server(proxies.tunnel(server, "shop:hush"))
    seen = inspect("https://loyalty.example", Network(proxy.url, ("shop", "hush")), timeout=TIMEOUT)
    assert (seen.proxy.source, seen.proxy.shown) == (ProxySource.SETTING, proxy.url)
    assert seen.certificate is not None
    assert seen.certificate.names == ("loyalty.example",)
    assert "hush" not in repr(seen)


@pytest.mark.parametrize("login", [None, ("shop", "wrong")])
def test_a_proxy_that_wants_another_login(make_server: MakeServer, login: tuple[str, str] | None) -> None:
    """The proxy's status is told."""
    server = serve(make_server, trustme.CA().issue_cert("loyalty.example"))
    proxy = make_server(proxies.tunnel(server, "shop:hush"))
    seen = inspect("https://loyalty.example", Network(proxy.url, login), timeout=TIMEOUT)
    assert (seen.proxy_status, seen.connect_problem) == (407, "the proxy answered 407")
    assert server.accepted == 0


def test_through_a_proxy_over_tls(make_server: MakeServer, tmp_path: Path) -> None:
    """The login goes to a proxy over TLS as the calls send it: encrypted, and to no one else."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = serve(make_server, trustme.CA().issue_cert("loyalty.example"))
    proxy = make_server(proxies.tunnel(server, "shop:hush"), context)
    network = Network(proxy.url, ("shop", "hush"), str(tmp_path / "company.pem"))
    seen = inspect("https://loyalty.example", network, timeout=TIMEOUT)
    assert (seen.connected_to, seen.connect_problem) == ("127.0.0.1", "")
    assert seen.certificate is not None
    assert seen.certificate.names == ("loyalty.example",)
    seen = inspect("https://loyalty.example", replace(network, ca_file=""), timeout=TIMEOUT)
    assert seen.connect_problem
    assert len(proxy.requests) == 1


def test_no_login_in_the_clear(make_server: MakeServer) -> None:
    """What stands at the address of a proxy over TLS gets no login before it has shown a certificate."""
    got: list[bytes] = []
    proxy = make_server(lambda _server, conn: got.append(conn.recv(65_536)))
    network = Network(f"https://127.0.0.1:{proxy.port}", ("shop", "hush"))
    assert inspect("https://loyalty.example", network, timeout=TIMEOUT).connect_problem
    assert len(got) == 1
    assert b"CONNECT" not in got[0]


@pytest.mark.parametrize(("proxy", "port"), [("http://proxy.example", 80), ("https://proxy.example", 443)])
def test_a_proxy_without_a_port(proxy: str, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the port with which the calls find it, that of its scheme."""
    asked: list[object] = []

    def look_up(*arguments: object, **_options: object) -> list[object]:
        asked.append(arguments)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    inspect("https://loyalty.example", Network(proxy), timeout=TIMEOUT)
    assert asked == [("proxy.example", port)]


def test_what_hangs_is_left_behind(make_server: MakeServer) -> None:
    """A server that accepts and never shakes hands costs the timeout, and what was seen stays."""
    server = make_server(lambda server, _conn: server.over.wait(TIMEOUT) and None)
    begin = time.monotonic()
    seen = inspect(f"https://127.0.0.1:{server.port}", Network(), timeout=0.3)
    assert time.monotonic() - begin < TIMEOUT / 2
    assert seen.connected_to == "127.0.0.1"
    assert seen.certificate is None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_certificate_or_none(encoded: bytes) -> None:
    """Nothing that a server sends makes reading it fail."""
    assert read_certificate(encoded) is None
