"""Tests which certificates the till trusts: real TLS on 127.0.0.1, with an authority in the machine's store only."""

from __future__ import annotations

import datetime as dt
import io
import socket
import ssl
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trustme

from desktop.api.exchange import Request
from desktop.domain.failures import NotSent, Unsent
from tests.api.calls import GET
from tests.api.certificates import old_tls, self_signed
from tests.api.proxies import tunnel
from tests.api.servers import TIMEOUT, answering, reply

if TYPE_CHECKING:
    from tests.api.servers import MakeServer, MakeTransport, Server

POST = Request("POST", "/v1.1/points/redeem", (), b"{}")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the machine's store cannot be replaced by an environment variable"
)


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "machine.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


def serve(make_server: MakeServer, certificate: trustme.LeafCert, version: ssl.TLSVersion | None = None) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if version is not None:
        context.maximum_version = version
    certificate.configure_cert(context)
    return make_server(answering(reply(b'{"a": 1}')), context)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_what_the_machine_trusts_is_trusted_and_opened_in_advance(
    version: ssl.TLSVersion, authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The company's own authority is trusted, and the opened connection is used although tickets are unread on it."""
    server = serve(make_server, authority.issue_cert("127.0.0.1"), version)
    transport = make_transport(server.url)
    transport.warm_up()
    assert transport.call(POST, moves_points=True).body == b'{"a": 1}'
    assert transport.call(POST).status == 200
    assert (server.accepted, len(server.requests)) == (1, 2)


def test_an_authority_that_the_machine_does_not_know_is_refused(
    authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Nothing is sent to a server that only its own certificate confirms."""
    server = serve(make_server, authority.issue_cert("127.0.0.1"))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.CERTIFICATE_UNTRUSTED
    assert server.requests == []


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_bundles_of_the_environment_are_not_trusted(
    *,
    variable: str,
    authority: trustme.CA,
    make_server: MakeServer,
    make_transport: MakeTransport,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A variable that other programs obey does not decide whom a till trusts."""
    path = tmp_path / "bundle.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv(variable, str(path))
    server = serve(make_server, authority.issue_cert("127.0.0.1"))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.CERTIFICATE_UNTRUSTED


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name_is_refused(
    authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The authority is right and the host is wrong."""
    server = serve(make_server, authority.issue_cert("elsewhere.example"))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.CERTIFICATE_NAME
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
def test_an_expired_certificate_is_refused(
    authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The host is right and the certificate is too old."""
    yesterday = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    server = serve(make_server, authority.issue_cert("127.0.0.1", not_after=yesterday))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.CERTIFICATE_EXPIRED


@pytest.mark.usefixtures("trusted")
def test_a_kept_connection_that_the_server_closed_is_opened_again(
    authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Unread data on a TLS connection may be its end as well as a ticket."""
    closed = threading.Event()

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        conn.sendall(reply())
        conn.shutdown(socket.SHUT_RDWR)
        closed.set()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = make_server(behave, context)
    transport = make_transport(server.url)
    for _ in range(2):
        closed.clear()
        assert transport.call(POST).status == 200
        assert closed.wait(TIMEOUT)
    assert server.accepted == 2


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_what_follows_an_answer_in_one_message_is_not_the_next_answer(
    version: ssl.TLSVersion, authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """TLS decrypts a message as a whole, so a second answer in it waits where the system's socket shows nothing."""

    def behave(server: Server, conn: socket.socket) -> None:
        while request := server.read(conn):
            if request.startswith(b"GET "):
                # The first answer fills what Python reads at once. The second is left in OpenSSL's memory.
                length = io.DEFAULT_BUFFER_SIZE - len(reply(bytes(1000))) + 1000
                conn.sendall(reply(bytes(length)) + reply(b'{"stray": 1}'))
            else:
                conn.sendall(reply(b'{"redeem": 1}'))

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = version
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = make_server(behave, context)
    transport = make_transport(server.url)
    transport.call(GET)
    assert transport.call(POST, moves_points=True).body == b'{"redeem": 1}'
    assert server.accepted == 2


@pytest.mark.usefixtures("trusted")
def test_a_request_goes_through_the_tunnel_of_a_proxy(
    authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy sees a name and ciphertext; warming up opens the tunnel, and the call goes through that one."""
    service = serve(make_server, authority.issue_cert("loyalty.example"))

    proxy = make_server(tunnel(service))
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(variable, raising=False)
    transport = make_transport("https://loyalty.example")
    transport.warm_up()
    assert transport.call(POST, moves_points=True).body == b'{"a": 1}'
    assert (proxy.accepted, service.accepted, len(service.requests)) == (1, 1, 1)
    assert proxy.requests[0].startswith(b"CONNECT loyalty.example:443")
    assert b"Authorization: Basic" not in proxy.requests[0]


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_is_not_valid_yet_is_refused(
    authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The reason is not the one of an expired certificate, because here the till's own clock is the first suspect."""
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    server = serve(make_server, authority.issue_cert("127.0.0.1", not_before=tomorrow))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.CERTIFICATE_NOT_YET_VALID
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_signed_itself_is_refused(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """No authority stands behind it, whatever the machine trusts."""
    server = make_server(answering(reply()), self_signed("127.0.0.1"))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.CERTIFICATE_UNTRUSTED
    assert server.requests == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls_is_refused(authority: trustme.CA, make_server: MakeServer, make_transport: MakeTransport) -> None:
    """A server that offers nothing newer than TLS 1.1 gets nothing, and the reason is the version."""
    context = old_tls()
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = make_server(answering(reply()), context)
    with pytest.raises(NotSent) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why is Unsent.TLS_VERSION
    assert server.requests == []


def test_a_server_that_speaks_no_tls_is_not_sent(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """A till that is told https never falls back to http."""
    server = make_server(answering(reply()))
    with pytest.raises(NotSent) as caught:
        make_transport(server.url.replace("http:", "https:"), connect_timeout=0.5).call(POST)
    assert caught.value.why in {Unsent.TLS, Unsent.CONNECT_TIMEOUT}
    assert server.requests == []


def test_a_handshake_that_is_cut_is_not_sent(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """A server that hangs up within the handshake has seen nothing of the request."""
    server = make_server(lambda _server, conn: conn.recv(10) and None)
    with pytest.raises(NotSent) as caught:
        make_transport(f"https://127.0.0.1:{server.port}").call(POST)
    assert caught.value.why is Unsent.TLS


def test_importing_the_package_leaves_tls_of_others_alone() -> None:
    """Only these connections use truststore. It is never injected into the whole program."""
    script = "import ssl; before = ssl.SSLContext; import desktop.api.client; assert ssl.SSLContext is before"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60, cwd=root)
