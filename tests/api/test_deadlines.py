"""Tests that a deadline holds for the whole of a call, and that a call can be aborted, against real sockets."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Lost, NotSent, Unanswered, Unsent
from tests.api.calls import POST, Call, hang
from tests.api.servers import TIMEOUT, answering, reply

if TYPE_CHECKING:
    from tests.api.servers import Behaviour, MakeServer, MakeTransport, Server


# Deadlines


def drip(what: bytes) -> Behaviour:
    """Sends a beginning, then one byte now and then for ever, so that no read ever waits long."""

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        conn.sendall(what)
        while not server.over.wait(0.05):
            conn.sendall(b"x")

    return behave


def drip_a_handshake(server: Server, conn: socket.socket) -> None:
    # The head of a handshake record of 16 KiB, which then comes byte by byte.
    conn.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc")
    while not server.over.wait(0.05):
        conn.sendall(b"\x03")


@pytest.mark.parametrize("behave", [hang, drip(b""), drip(b"HTTP/1.1 200 OK\r\nX-A: ")])
def test_the_deadline_holds_for_the_whole_of_a_call(
    behave: Behaviour, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """A server that answers nothing, or drips its headers for ever, cannot hold a call."""
    transport = make_transport(make_server(behave).url, call_timeout=0.5)
    began = time.monotonic()
    with pytest.raises(Unanswered) as caught:
        transport.call(POST)
    assert 0.4 < time.monotonic() - began < 5
    assert caught.value.why is Lost.TIMEOUT


def test_a_body_that_drips_for_ever_leaves_the_status_line(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The deadline holds within the body too, and what the headers said is kept for support."""
    head = b"HTTP/1.1 401 Unauthorized\r\nX-Cap-Requestid: r-1\r\nContent-Length: 999999\r\n\r\n"
    transport = make_transport(make_server(drip(head)).url, call_timeout=0.5)
    began = time.monotonic()
    answer = transport.call(POST)
    assert 0.4 < time.monotonic() - began < 5
    assert (answer.status, answer.incomplete) == (401, Lost.TIMEOUT)
    assert answer.headers["x-cap-requestid"] == "r-1"


def test_a_call_after_a_deadline_has_a_connection_of_its_own(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """An answer that comes too late is never read as that of the next call."""
    late = threading.Event()

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        if len(server.requests) == 1:
            late.wait(TIMEOUT)
            conn.sendall(reply(b'{"late": true}'))
        else:
            conn.sendall(reply(b'{"late": false}'))

    server = make_server(behave)
    transport = make_transport(server.url, call_timeout=0.5)
    with pytest.raises(Unanswered):
        transport.call(POST)
    late.set()
    assert transport.call(POST).body == b'{"late": false}'
    assert server.accepted == 2


def test_a_handshake_that_drips_is_not_sent(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """A TLS handshake that never ends is stopped when the time for opening is over. It proves that nothing was sent."""
    server = make_server(drip_a_handshake)
    transport = make_transport(f"https://127.0.0.1:{server.port}", connect_timeout=0.3)
    began = time.monotonic()
    with pytest.raises(NotSent) as caught:
        transport.call(POST)
    assert 0.2 < time.monotonic() - began < 5
    assert caught.value.why is Unsent.CONNECT_TIMEOUT


# Aborting


def test_abort_ends_a_call_in_flight_at_once(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """A stalled server does not hold up the end of the program."""
    server = make_server(hang)
    transport = make_transport(server.url, call_timeout=TIMEOUT)
    call = Call(transport)
    assert server.reached.wait(TIMEOUT)
    began = time.monotonic()
    transport.abort()
    outcome = call.result()
    assert time.monotonic() - began < 2
    assert isinstance(outcome, Unanswered)
    assert outcome.why is Lost.STOPPED


def test_abort_before_a_byte_left_is_not_sent(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that is ended during its name look-up has sent nothing, and never will."""
    server = make_server(answering(reply()))
    asked, answered = threading.Event(), threading.Event()
    resolve = socket.getaddrinfo

    def slowly(*args: object, **kwargs: object) -> object:
        asked.set()
        assert answered.wait(TIMEOUT)
        return resolve(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    transport = make_transport(f"http://localhost:{server.port}")
    call = Call(transport)
    assert asked.wait(TIMEOUT)
    transport.abort()
    outcome = call.result()
    answered.set()
    assert isinstance(outcome, NotSent)
    assert outcome.why is Unsent.STOPPED
    for thread in threading.enumerate():
        if thread.name == "points-till-wire":
            thread.join(TIMEOUT)
    assert server.requests == []


def test_nothing_is_sent_after_abort(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """Abort may come between two calls of a worker; the next one must not begin."""
    server = make_server(answering(reply()))
    transport = make_transport(server.url)
    transport.abort()
    with pytest.raises(NotSent) as caught:
        transport.call(POST)
    assert caught.value.why is Unsent.STOPPED
    transport.warm_up()
    assert server.accepted == 0
