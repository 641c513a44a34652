"""Tests the client of head office over real sockets."""

from __future__ import annotations

import gzip
import json
import ssl
import threading
from typing import TYPE_CHECKING

import pytest
import trustme

from desktop.api.head_office import HeadOfficeClient
from desktop.api.network import Network
from desktop.domain.event_batch import read
from desktop.domain.head_office import Acknowledgement, NotAcknowledgedError, SendingProblem, SendingStoppedError
from tests.api.servers import TIMEOUT, Server, reply
from tests.head_office.chains import busy_chain

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from tests.api.servers import MakeServer

BATCH = busy_chain("till.one", "a" * 32, 20).batch()


def _answering(body: bytes, status: str = "200 OK", headers: str = "") -> object:
    def behave(server: Server, conn: socket.socket) -> None:
        while server.read(conn):
            conn.sendall(reply(body, status, headers))

    return behave


def test_a_batch_arrives_compressed_with_the_key(make_server: MakeServer) -> None:
    """The body is gzip, the key is in the header and nowhere else, and the answer is read."""
    server = make_server(_answering(b'{"last": 40, "resume": 38, "forked": true}'))
    client = HeadOfficeClient(server.url, "secret-credential")
    answer, size = client.send(BATCH)
    client.close()
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert answer == Acknowledgement(40, 38, forked=True)
    assert read(gzip.decompress(body)) == BATCH
    assert len(body) == size < len(gzip.decompress(body)) / 3
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /v1/events HTTP/1.1"
    assert [line for line in lines if "secret-credential" in line] == ["Authorization: Bearer secret-credential"]


def test_an_answer_that_a_proxy_has_compressed_is_read(make_server: MakeServer) -> None:
    """Otherwise the till would send the same batch for ever."""
    packed = gzip.compress(b'{"last": 40, "resume": 38}')
    client = HeadOfficeClient(make_server(_answering(packed, headers="Content-Encoding: gzip\r\n")).url, "key")
    assert client.send(BATCH)[0] == Acknowledgement(40, 38)
    client.close()


def test_the_connection_is_kept(make_server: MakeServer) -> None:
    """A till that catches up does not open a connection for each batch."""
    server = make_server(_answering(b'{"last": 0, "resume": 0}'))
    client = HeadOfficeClient(server.url, "key")
    for _ in range(3):
        client.send(BATCH)
    client.close()
    assert (server.accepted, len(server.requests)) == (1, 3)


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        ("401 Unauthorized", SendingProblem.KEY),
        ("403 Forbidden", SendingProblem.OTHER_TILL),
        ("413 Content Too Large", SendingProblem.REFUSED),
        ("422 Unprocessable Content", SendingProblem.REFUSED),
        ("429 Too Many Requests", SendingProblem.BUSY),
        ("500 Internal Server Error", SendingProblem.BUSY),
        ("503 Service Unavailable", SendingProblem.BUSY),
        ("302 Found", SendingProblem.REFUSED),
    ],
)
def test_another_status_confirms_nothing(make_server: MakeServer, status: str, problem: SendingProblem) -> None:
    """Each says what is wrong. A redirect is not followed, because it would take the key elsewhere."""
    server = make_server(_answering(b"{}", status, "Location: http://127.0.0.1:1/\r\nRetry-After: 30\r\n"))
    client = HeadOfficeClient(server.url, "key")
    with pytest.raises(NotAcknowledgedError) as refused:
        client.send(BATCH)
    client.close()
    assert (refused.value.problem, refused.value.wait) == (problem, 30.0)
    assert refused.value.size > 0


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>Sign on</html>", b"[]", b"{}", b'{"last": "5", "resume": 5}', b'{"last": 5}',
        b'{"last": -1, "resume": 0}', b'{"last": true, "resume": 0}', b'{"last": 1.5, "resume": 0}', b"[" * 60_000,
        b" " * 100_000, b'{"last": 99, "resume": 99}', b'{"last": 20, "resume": 21}',
    ],
)  # fmt: skip
def test_an_answer_of_another_kind_confirms_nothing(make_server: MakeServer, body: bytes) -> None:
    """A proxy's page, for example, is not head office. Nor is what confirms more than it was sent, or than it has."""
    server = make_server(_answering(body))
    client = HeadOfficeClient(server.url, "key")
    with pytest.raises(NotAcknowledgedError) as refused:
        client.send(BATCH)
    client.close()
    assert refused.value.problem is SendingProblem.OFFLINE


def test_a_cut_connection_confirms_nothing_and_the_next_call_works(make_server: MakeServer) -> None:
    """The batch is simply sent again."""
    calls = 0

    def behave(server: Server, conn: socket.socket) -> None:
        nonlocal calls
        while server.read(conn):
            calls += 1
            if calls == 1:
                return
            conn.sendall(reply(b'{"last": 1, "resume": 1}'))

    client = HeadOfficeClient(make_server(behave).url, "key")
    with pytest.raises(NotAcknowledgedError):
        client.send(BATCH)
    assert client.send(BATCH)[0] == Acknowledgement(1, 1)
    client.close()


def test_a_call_that_hangs_is_cut_when_the_till_ends(make_server: MakeServer) -> None:
    """`abort` from another thread ends it at once, and none begins after it."""

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        server.over.wait(TIMEOUT)

    server = make_server(behave)
    client = HeadOfficeClient(server.url, "key")
    failures: list[SendingStoppedError] = []

    def send() -> None:
        try:
            client.send(BATCH)
        except SendingStoppedError as error:
            failures.append(error)

    thread = threading.Thread(target=send)
    thread.start()
    assert server.reached.wait(TIMEOUT)
    client.abort()
    thread.join(TIMEOUT)
    assert len(failures) == 1
    with pytest.raises(SendingStoppedError):
        client.send(BATCH)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("hangs", "network"),
    [
        ("urllib3.util.connection.create_connection", Network()),
        ("truststore.SSLContext.load_verify_locations", Network(ca_file="//server/share/company.pem")),
    ],
)
def test_a_connection_that_never_comes_about_holds_no_one_up(
    hangs: str, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`abort` ends the wait at once, and not a byte leaves if the connection comes about later."""
    stuck, goes_on = threading.Event(), threading.Event()

    def hang(*_arguments: object, **_options: object) -> socket.socket:
        stuck.set()
        goes_on.wait(TIMEOUT)
        raise OSError("no route")

    monkeypatch.setattr(hangs, hang)
    client = HeadOfficeClient("http://127.0.0.1:9", "key", network)
    failures: list[SendingStoppedError] = []

    def send() -> None:
        try:
            client.send(BATCH)
        except SendingStoppedError as error:
            failures.append(error)

    thread = threading.Thread(target=send)
    thread.start()
    assert stuck.wait(TIMEOUT)
    client.abort()
    thread.join(TIMEOUT)
    assert failures
    goes_on.set()
    for call in [one for one in threading.enumerate() if one.name == "head-office-call"]:
        call.join(TIMEOUT)
        assert not call.is_alive()


def test_a_company_s_own_authority_can_be_trusted(make_server: MakeServer, tmp_path: Path) -> None:
    """The same file of authorities counts as for the service. One that cannot be used stops nothing for good."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = make_server(_answering(b'{"last": 1, "resume": 1}'), context)
    client = HeadOfficeClient(server.url, "key", Network(ca_file=str(tmp_path / "ca.pem")))
    assert client.send(BATCH)[0] == Acknowledgement(1, 1)
    client.close()
    broken = HeadOfficeClient(server.url, "key", Network(ca_file=str(tmp_path / "none.pem")))
    with pytest.raises(NotAcknowledgedError):
        broken.send(BATCH)


@pytest.mark.parametrize("address", ["http://head.example.com", "ftp://127.0.0.1", "", "https://name:word@host"])
def test_an_address_without_tls_is_refused(address: str) -> None:
    """Only this machine may be called over http."""
    with pytest.raises(ValueError, match=r"https|address|password"):
        HeadOfficeClient(address, "key")


def test_a_certificate_that_the_machine_does_not_trust_stops_it(make_server: MakeServer) -> None:
    """Nothing is sent to a stranger, not even the key."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server = make_server(_answering(json.dumps({"last": 0, "resume": 0}).encode()), context)
    client = HeadOfficeClient(server.url, "key")
    with pytest.raises(NotAcknowledgedError):
        client.send(BATCH)
    assert not server.requests
