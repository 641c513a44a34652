"""The server of the local interface: only this machine, and no caller can hold up another."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from desktop.pos.local_api import server as module
from desktop.pos.local_api.application import LocalApi
from desktop.pos.local_api.limits import MAX_CONNECTIONS, MAX_HEADERS
from desktop.pos.local_api.server import ApiServer
from tests.pos.local_api.backends import TOKEN, MemoryTill
from tests.pos.local_api.caller import ApiCaller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def till() -> MemoryTill:
    """Returns the till."""
    return MemoryTill()


@pytest.fixture
def server(till: MemoryTill) -> Iterator[ApiServer]:
    """Yields the interface on a free port."""
    made = ApiServer(0, lambda port: LocalApi(till, (), port))
    yield made
    made.stop()


@pytest.fixture
def caller(server: ApiServer) -> ApiCaller:
    """Returns a POS."""
    return ApiCaller(server.port, TOKEN)


def connect(server: ApiServer) -> socket.socket:
    """Connects to the interface."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=30)


def read_all(connection: socket.socket) -> bytes:
    """Reads until the other side closes."""
    found = b""
    try:
        while piece := connection.recv(65_536):
            found += piece
    except ConnectionResetError:
        # It was closed before it had read everything.
        pass
    return found


def held_up(inside: threading.Event, release: threading.Event) -> None:
    """Waits in a request until the test lets it go on."""
    inside.set()
    release.wait(30)


def test_it_listens_on_this_machine_only(server: ApiServer) -> None:
    """On 127.0.0.1, not on every address."""
    with connect(server) as connection:
        assert connection.getpeername()[0] == "127.0.0.1"
    with (
        pytest.raises(OSError, match=r"\[Errno|\[WinError"),
        socket.create_connection(("127.0.0.2", server.port), timeout=5),
    ):
        pass


def test_a_port_that_is_taken_is_an_error(server: ApiServer) -> None:
    """Two tills cannot share it."""
    with pytest.raises(OSError, match=r"\[Errno|\[WinError"):
        ApiServer(server.port, lambda port: LocalApi(MemoryTill(), (), port))


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"nonsense\r\n\r\n", 400, "invalid_request"),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400, "invalid_request"),
        (b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400, "invalid_request"),
        (b"POST /v1/hand-overs HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", 413, "too_large"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "invalid_request"),
        (b"GET http://[::1 HTTP/1.1\r\n\r\n", 400, "invalid_request"),
        (b"POST / HTTP/1.1\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n", 400, "invalid_request"),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * (MAX_HEADERS + 1) + b"\r\n\r\n", 431, "headers_too_large"),
    ],
)
def test_a_request_that_cannot_be_read_is_refused_as_json(
    server: ApiServer, sent: bytes, status: int, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Like every other error, and the connection is closed. It is no error of the till, so the log has none."""
    with connect(server) as connection:
        connection.sendall(sent)
        head, _, body = read_all(connection).partition(b"\r\n\r\n")
    assert head.split()[1] == str(status).encode()
    assert b"application/json" in head
    assert json.loads(body)["error"]["code"] == code
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


def test_a_request_that_drips_is_dropped(server: ApiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pieces it comes in. Others are answered meanwhile."""
    monkeypatch.setattr(module, "REQUEST_TIMEOUT", 0.5)
    caller = ApiCaller(server.port, TOKEN)
    with connect(server) as connection:
        begun = time.monotonic()
        is_open = True
        connection.settimeout(0.1)
        while is_open and time.monotonic() < begun + 30:
            try:
                connection.sendall(b"X")
                is_open = connection.recv(1) != b""
            except TimeoutError:
                continue
            except (BrokenPipeError, ConnectionResetError):
                is_open = False
        assert not is_open
        assert caller.call("GET", "/v1/outcomes?bill=1").status == 200


@pytest.mark.parametrize("sent", [b"", b"POST /v1/hand-overs HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"])
def test_many_slow_connections_stop_no_caller(
    server: ApiServer, till: MemoryTill, sent: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """They give way at once, the oldest first. One that waits for its answer stays."""
    monkeypatch.setattr(server._server.adj, "channel_timeout", 1000)
    monkeypatch.setattr(module, "REQUEST_TIMEOUT", 1000)
    release, inside = threading.Event(), threading.Event()
    monkeypatch.setattr(till, "result", lambda _id, _wait, _has_gone: held_up(inside, release))
    poll, caller = (HTTPConnection("127.0.0.1", server.port, timeout=30) for _ in range(2))
    with closing(poll), closing(caller), ExitStack() as slow:
        poll.request("GET", "/v1/hand-overs/H0", headers=BEARER)
        assert inside.wait(30)
        first, *others = [slow.enter_context(connect(server)) for _ in range(MAX_CONNECTIONS * 2)]
        for one in (first, *others):
            with suppress(OSError):
                one.sendall(sent)
        caller.request("GET", "/v1/outcomes?bill=1", headers=BEARER)
        assert caller.getresponse().status == 200
        assert read_all(first) == b""
        release.set()
        assert poll.getresponse().status == 202
    # A flood of connections is no flood of lines in the log.
    assert "connection limit" not in caplog.text


def test_a_long_poll_holds_up_no_one(server: ApiServer, till: MemoryTill, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each request has a thread."""
    release = threading.Event()
    inside = threading.Event()

    monkeypatch.setattr(till, "result", lambda _id, _wait, _has_gone: held_up(inside, release))
    caller = ApiCaller(server.port, TOKEN)
    poll = threading.Thread(target=caller.call, args=("GET", "/v1/hand-overs/H0?wait=30"))
    poll.start()
    assert inside.wait(30)
    assert caller.call("GET", "/v1/outcomes?bill=1").status == 200
    release.set()
    poll.join(30)


def test_the_last_answers_leave_before_it_stops(till: MemoryTill, monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller that waits is told what is known by then. Afterwards no one listens."""
    server = ApiServer(0, lambda port: LocalApi(till, (), port))
    release = threading.Event()
    inside = threading.Event()

    monkeypatch.setattr(till, "result", lambda _id, _wait, _has_gone: held_up(inside, release))
    caller = ApiCaller(server.port, TOKEN)
    said: list[int] = []
    poll = threading.Thread(target=lambda: said.append(caller.call("GET", "/v1/hand-overs/H0?wait=30").status))
    poll.start()
    assert inside.wait(30)
    release.set()
    server.stop()
    poll.join(30)
    assert said == [202]
    with pytest.raises(OSError, match=r"\[Errno|\[WinError"):
        connect(server)


def test_it_stops_in_the_moment_in_which_an_answer_leaves(till: MemoryTill, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer wakes the server, which closes everything before the one who stops it has woken it too."""
    server = ApiServer(0, lambda port: LocalApi(till, (), port))
    trigger = server._server.trigger
    pull: Callable[[], None] = trigger._physical_pull

    def pull_too_late() -> None:
        pull()
        server._thread.join(30)
        pull()

    monkeypatch.setattr(trigger, "_physical_pull", pull_too_late)
    server.stop()
    assert trigger._closed


def test_a_request_may_outlive_it(till: MemoryTill, monkeypatch: pytest.MonkeyPatch) -> None:
    """What wakes the server stays open, because the request will use it. No other file gets its number."""
    monkeypatch.setattr(module, "_END_TIMEOUT", 0.1)
    server = ApiServer(0, lambda port: LocalApi(till, (), port))
    release = threading.Event()
    inside = threading.Event()
    monkeypatch.setattr(till, "result", lambda _id, _wait, _has_gone: held_up(inside, release))
    poll = f"GET /v1/hand-overs/H0 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n"
    with connect(server) as connection:
        connection.sendall(poll.encode())
        assert inside.wait(30)
        server.stop()
        assert read_all(connection) == b""
    server._thread.join(30)
    trigger, requests = server._server.trigger, server._server.task_dispatcher
    trigger.pull_trigger()
    release.set()
    with requests.lock:
        assert requests.thread_exit_cv.wait_for(lambda: not requests.threads, 30)
    trigger.close()


def test_a_caller_that_sends_nothing_more_is_answered(server: ApiServer) -> None:
    """It may close its side of the connection after the request. Only a poll would no longer wait for it."""
    with connect(server) as connection:
        head = (
            f"GET /v1/outcomes?bill=MG-1 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {TOKEN}\r\n"
        )
        connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
        connection.shutdown(socket.SHUT_WR)
        assert read_all(connection).startswith(b"HTTP/1.1 200 ")
