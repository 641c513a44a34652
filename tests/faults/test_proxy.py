"""Tests the proxy itself: a fault that does not happen proves nothing."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from tests.faults.answers import http
from tests.faults.faults import REDEEM, End, Fault, Spot, cut_answer, cut_request, hold_back
from tests.faults.proxy import HOST, PATIENCE, FaultProxy, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = b'{"root": {"redeem": [{"external_reference_number": "R-1"}]}}'
REQUEST = b"POST %s HTTP/1.1\r\nHost: till\r\nContent-Length: %d\r\n\r\n" % (REDEEM.encode(), len(BODY)) + BODY
ANSWER = http(b'{"answered": true}')


class Upstream:
    """A service that takes down every byte that it is given, and answers what is whole."""

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
        self.thread.join(PATIENCE)


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
    assert made.troubles == []


def dial(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection((HOST, proxy.port), PATIENCE)


def rest(connection: socket.socket) -> tuple[bytes, bool]:
    """Everything that comes, and whether the connection was torn down rather than closed."""
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
    """The service gets exactly so many bytes, the till gets none, and its connection ends as it was planned to."""
    proxy.plan(cut_request(Spot(plus=size), end))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        assert rest(till) == (b"", end is End.RESET)
    proxy.wait(Moment.ENDED)
    assert b"".join(upstream.given) == REQUEST[:size]


@pytest.mark.parametrize("size", [0, 1, len(ANSWER) - 1])
@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
def test_an_answer_is_cut_to_the_byte(proxy: FaultProxy, upstream: Upstream, size: int, end: End) -> None:
    """The service gets everything, the till at most so many bytes of the answer, all of them where it is closed."""
    proxy.plan(cut_answer(Spot(plus=size), end))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        got, torn = rest(till)
    assert (got == ANSWER[:size] or (torn and ANSWER.startswith(got))) is True
    assert torn is (end is End.RESET)
    assert upstream.given == [REQUEST]


def test_a_connection_is_kept_where_nothing_goes_wrong(proxy: FaultProxy, upstream: Upstream) -> None:
    """Two requests go over one connection, and nothing of them is changed."""
    with dial(proxy) as till:
        for _ in range(2):
            till.sendall(REQUEST)
            assert till.recv(65_536) == ANSWER
    assert upstream.given == [REQUEST, REQUEST]
    assert [(seen.number, seen.reference) for seen in proxy.seen] == [(1, "R-1"), (1, "R-1")]


def test_what_is_held_back_arrives_when_it_is_let_go(proxy: FaultProxy, upstream: Upstream) -> None:
    """The till loses its connection first; the service hears of it later, whole."""
    proxy.plan(hold_back())
    with dial(proxy) as till:
        till.sendall(REQUEST)
        assert rest(till) == (b"", True)
    assert (upstream.given, proxy.held) == ([], 1)
    assert proxy.deliver() == [ANSWER]
    assert (upstream.given, proxy.held) == ([REQUEST], 0)


def test_a_hanging_connection_lasts_until_the_till_gives_up(proxy: FaultProxy) -> None:
    """Nothing comes, not even an end."""
    proxy.plan(cut_answer(Spot(), End.HANG))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        proxy.wait(Moment.ACTED)
        till.settimeout(0.05)
        with pytest.raises(TimeoutError):
            till.recv(1)
    assert proxy.wait(Moment.ENDED).reference == "R-1"


def test_an_answer_drips_and_another_follows_unasked(proxy: FaultProxy) -> None:
    """All of it comes in the end, and what nobody asked for behind it."""
    proxy.plan(Fault(drip=0.0001, piece=7, unasked=ANSWER))
    with dial(proxy) as till:
        till.sendall(REQUEST)
        got = b""
        while len(got) < 2 * len(ANSWER):
            got += till.recv(65_536)
    assert got == ANSWER * 2


def test_offline_is_refused_and_online_is_the_same_place(proxy: FaultProxy) -> None:
    """A till that comes back finds the service where it was."""
    proxy.go_offline()
    with pytest.raises(ConnectionRefusedError):
        dial(proxy)
    proxy.go_online()
    with dial(proxy) as till:
        till.sendall(REQUEST)
        assert till.recv(65_536) == ANSWER


def test_a_till_that_dies_while_it_sends_has_sent_nothing_whole(proxy: FaultProxy, upstream: Upstream) -> None:
    """Half a body is handed on as half a body."""
    with dial(proxy) as till:
        till.sendall(REQUEST[:-10])
    proxy.wait(Moment.ENDED)
    assert b"".join(upstream.given) == REQUEST[:-10]
