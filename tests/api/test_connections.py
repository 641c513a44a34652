"""Tests when a connection is used again, and when it is opened anew, against real sockets."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Lost, Unanswered
from tests.api.calls import GET, POST, refused_port
from tests.api.servers import TIMEOUT, answering, reply

if TYPE_CHECKING:
    from tests.api.servers import MakeServer, MakeTransport, Server


def test_calls_share_one_connection(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """Keep-alive works: three calls, one connection."""
    server = make_server(answering(reply()))
    transport = make_transport(server.url)
    for _ in range(3):
        transport.call(GET)
    assert (server.accepted, len(server.requests)) == (1, 3)


def test_warming_up_opens_the_connection_and_sends_nothing(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The redemption uses the connection that was opened in advance."""
    server = make_server(answering(reply()))
    transport = make_transport(server.url)
    transport.warm_up()
    transport.warm_up()
    transport.call(POST, moves_points=True)
    assert (server.accepted, len(server.requests)) == (1, 1)


def test_warming_up_does_not_make_a_connection_younger(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection ages from the last byte on it, not from the last check."""
    server = make_server(answering(reply()))
    transport = make_transport(server.url)
    transport.call(GET)
    now, later = time.time, [3.0]
    monkeypatch.setattr(time, "time", lambda: now() + later[0])
    transport.warm_up()
    assert server.accepted == 1
    later[0] = 6.0
    transport.call(POST, moves_points=True)
    assert server.accepted == 2


def test_warming_up_never_raises(make_transport: MakeTransport) -> None:
    """If the service cannot be reached, the next call shows it."""
    make_transport(f"http://127.0.0.1:{refused_port()}").warm_up()


@pytest.mark.parametrize(
    ("moves_points", "seconds", "connections_used"),
    [(True, 3, 1), (True, 5, 2), (False, 5, 1), (False, 31, 2)],
)
def test_a_connection_that_was_idle_too_long_is_opened_again(
    *,
    moves_points: bool,
    seconds: int,
    connections_used: int,
    make_server: MakeServer,
    make_transport: MakeTransport,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A redemption never meets a connection that the other side may be about to close."""
    server = make_server(answering(reply()))
    transport = make_transport(server.url)
    transport.call(GET)
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + seconds)
    transport.call(POST, moves_points=moves_points)
    assert server.accepted == connections_used


def test_a_connection_that_the_service_closed_is_opened_again(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """It costs a new connection, not a redemption."""
    closed = threading.Event()

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        conn.sendall(reply())
        conn.shutdown(socket.SHUT_RDWR)
        conn.close()
        closed.set()

    server = make_server(behave)
    transport = make_transport(server.url)
    transport.call(GET)
    assert closed.wait(TIMEOUT)
    assert transport.call(POST).status == 200
    assert server.accepted == 2


@pytest.mark.parametrize("interim", ["100 Continue", "102 Processing", "103 Early Hints"])
def test_an_interim_answer_is_not_the_answer(
    interim: str, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """If it were, the final answer would be taken for that to the next request on the connection."""

    def behave(server: Server, conn: socket.socket) -> None:
        while request := server.read(conn):
            conn.sendall(f"HTTP/1.1 {interim}\r\nLink: </style.css>\r\n\r\n".encode() * 2)
            conn.sendall(reply(b'{"redeem": 1}' if b"/redeem" in request else b'{"get": 1}'))

    server = make_server(behave)
    transport = make_transport(server.url)
    answers = [transport.call(request) for request in (POST, GET, POST)]
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert [answer.body for answer in answers] == [b'{"redeem": 1}', b'{"get": 1}', b'{"redeem": 1}']
    assert server.accepted == 1


def test_a_change_of_the_protocol_is_no_answer(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """The till has not asked for one, and what follows it is not HTTP."""
    server = make_server(answering(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"))
    with pytest.raises(Unanswered) as lost:
        make_transport(server.url).call(POST)
    assert lost.value.why is Lost.UNREADABLE
