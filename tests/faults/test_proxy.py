"""Tests the fault proxy itself, because a fault that does not happen proves nothing."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from tests.faults.answers import http
from tests.faults.faults import REDEEM, End, Fault, Position, cut_answer, cut_request, hold_back
from tests.faults.proxy import HOST, TIMEOUT, FaultProxy, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = b'{"root": {"redeem": [{"external_reference_number": "R-1"}]}}'
REQUEST = b"POST %s HTTP/1.1\r\nHost: till\r\nContent-Length: %d\r\n\r\n" % (REDEEM.encode(), len(BODY)) + BODY
ANSWER = http(b'{"answered": true}')


class Upstream:
    """A service that keeps every byte it receives, and answers complete requests."""

    def __init__(self) -> None:
        self.given: list[bytes] = []
        self.listener = socket.create_server((HOST, 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                data = b""
                while len(data) < len(REQUEST) and (chunk := connection.recv(65_536)):
                    data += chunk
                self.given.append(data)
                if len(data) == len(REQUEST):
                    connection.sendall(ANSWER)

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(TIMEOUT)


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    made = Upstream()
    yield made
    made.close()


@pytest.fixture
def proxy(upstream: Upstream) -> Iterator[FaultProxy]:
    made = FaultProxy(upstream.port)
    yield made
    made.close()
    assert made.errors == []


def dial(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection((HOST, proxy.port), TIMEOUT)


def rest(connection: socket.socket) -> tuple[bytes, bool]:
    """Returns everything that arrives, and True if the connection was reset rather than closed."""
    data = b""
    try:
        while chunk := connection.recv(65_536):
            data += chunk
    except ConnectionResetError:
        return data, True
    return data, False


@pytest.mark.parametrize("size", [0, 1, 40, len(REQUEST) - 1, len(REQUEST)])
@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_a_request_is_cut_to_the_byte(proxy: FaultProxy, upstream: Upstream, size: int, end: End) -> None:
    """The service gets exactly so many bytes, the till gets none, and its connection ends as planned."""
    proxy.plan(cut_request(Position(plus=size), end))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        assert rest(till) == (b"", end is End.RESET)
    proxy.wait(Stage.ENDED)
    assert b"".join(upstream.given) == REQUEST[:size]


@pytest.mark.parametrize("size", [0, 1, len(ANSWER) - 1])
@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_an_answer_is_cut_to_the_byte(proxy: FaultProxy, upstream: Upstream, size: int, end: End) -> None:
    """The service gets everything. The till gets so many bytes of the answer, or fewer if the connection is reset."""
    proxy.plan(cut_answer(Position(plus=size), end))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        got, torn = rest(till)
    assert (got == ANSWER[:size] or (torn and ANSWER.startswith(got))) is True
    assert torn is (end is End.RESET)
    assert upstream.given == [REQUEST]


def test_a_connection_without_a_fault_stays_open(proxy: FaultProxy, upstream: Upstream) -> None:
    """Two requests go over one connection, unchanged."""
    with dial(proxy) as till:
        for _ in range(2):
            till.sendall(REQUEST)
            assert till.recv(65_536) == ANSWER
    assert upstream.given == [REQUEST, REQUEST]
    assert [(seen.number, seen.reference) for seen in proxy.seen] == [(1, "R-1"), (1, "R-1")]


def test_a_request_that_is_held_back_arrives_later(proxy: FaultProxy, upstream: Upstream) -> None:
    """The till loses its connection first. The service gets the complete request later."""
    proxy.plan(hold_back())
    with dial(proxy) as till:
        till.sendall(REQUEST)
        assert rest(till) == (b"", True)
    assert (upstream.given, proxy.held) == ([], 1)
    assert proxy.deliver() == [ANSWER]
    assert (upstream.given, proxy.held) == ([REQUEST], 0)


def test_a_hanging_connection_lasts_until_the_till_gives_up(proxy: FaultProxy) -> None:
    """Nothing arrives, not even the end of the connection."""
    proxy.plan(cut_answer(Position(), End.HANG))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        proxy.wait(Stage.ACTED)
        till.settimeout(0.05)
        with pytest.raises(TimeoutError):
            till.recv(1)
    assert proxy.wait(Stage.ENDED).reference == "R-1"


def test_an_answer_drips_and_an_extra_one_follows(proxy: FaultProxy) -> None:
    """The whole answer arrives in the end, followed by the extra one."""
    proxy.plan(Fault(drip=0.0001, piece=7, extra=ANSWER))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        got = b""
        while len(got) < 2 * len(ANSWER):
            got += till.recv(65_536)
    assert got == ANSWER * 2


def test_online_again_has_the_same_port(proxy: FaultProxy) -> None:
    """While the proxy is offline, connections are refused. Later the till finds it at the same address."""
    proxy.go_offline()
    with pytest.raises(ConnectionRefusedError):
        dial(proxy)
    proxy.go_online()
    with dial(proxy) as till:
        till.sendall(REQUEST)
        assert till.recv(65_536) == ANSWER


@pytest.mark.parametrize("late", [False, True])
def test_a_till_that_dies_while_it_sends_has_sent_a_part(proxy: FaultProxy, upstream: Upstream, late: bool) -> None:
    """Half a body is forwarded as half a body, at once or later, and the service does not wait for the rest."""
    if late:
        proxy.plan(hold_back())
    with dial(proxy) as till:
        till.sendall(REQUEST[:-10])
    proxy.wait(Stage.ENDED)
    assert proxy.deliver() == ([b""] if late else [])
    assert b"".join(upstream.given) == REQUEST[:-10]
