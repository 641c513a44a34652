"""Tests that a call which was given up does not leave later, and that a finished one leaves its connection in order."""

from __future__ import annotations

import os
import select
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop.api import connections
from desktop.api.access import BasicAccess
from desktop.api.connections import GateClosedError, SendGate, using_gate
from desktop.api.exchange import Request
from desktop.api.transport import Transport
from desktop.domain.failures import Lost, Unanswered
from tests.api.servers import TIMEOUT, reply
from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from tests.api.servers import MakeServer, MakeTransport, Server

POST = Request("POST", "/v1.1/points/redeem", (("format", "json"),), b'{"root": {}}')
GET = Request("GET", "/v1.1/customer/get", (("mobile", "919777788221"),))

needs_poll = pytest.mark.skipif(not hasattr(select, "poll"), reason="this system cannot tell a reset from an end")


class Watcher:
    """A server that notes how each connection ends.

    Attributes:
        resets: for each ended connection, whether it was reset.
        ended: set at the first end.
    """

    def __init__(self, *answers: bytes) -> None:
        self.resets: list[bool] = []
        self.ended = threading.Event()
        self._answers = list(answers)

    def behave(self, server: Server, conn: socket.socket) -> None:
        try:
            while server.read(conn):
                if not self._answers:
                    break
                conn.sendall(self._answers.pop(0))
            conn.recv(1)
        except ConnectionResetError:
            self._note(is_reset=True)
            return
        # The till ends both directions first, which looks orderly. A reset follows at once if there is one.
        if sys.platform != "win32":  # tells mypy what `needs_poll` tells pytest
            poll = select.poll()
            poll.register(conn, 0)
            self._note(is_reset=any(what & select.POLLERR for _, what in poll.poll(500)))

    def _note(self, *, is_reset: bool) -> None:
        self.resets.append(is_reset)
        self.ended.set()


@needs_poll
def test_a_call_that_is_given_up_resets_its_connection(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """The reset makes the kernel discard what still waits to be sent."""
    watcher = Watcher()
    server = make_server(watcher.behave)
    with pytest.raises(Unanswered) as caught:
        make_transport(server.url, call_timeout=0.5).call(POST, moves_points=True)
    assert caught.value.why is Lost.TIMEOUT
    assert watcher.ended.wait(TIMEOUT)
    assert watcher.resets == [True]


@needs_poll
def test_a_finished_call_leaves_a_connection_that_ends_in_order(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """It is kept for the next call, and closed without a reset."""
    watcher = Watcher(reply(), reply())
    server = make_server(watcher.behave)
    transport = make_transport(server.url)
    transport.call(POST, moves_points=True)
    transport.call(GET)
    assert server.accepted == 1
    assert not watcher.ended.is_set()
    transport.close()
    assert watcher.ended.wait(TIMEOUT)
    assert watcher.resets == [False]


@needs_poll
def test_a_dropped_connection_ends_in_order(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """The next call opens another one. Dropping twice does no harm."""
    watcher = Watcher(reply(), reply())
    server = make_server(watcher.behave)
    transport = make_transport(server.url)
    transport.call(GET)
    transport.drop_connection()
    transport.drop_connection()
    assert watcher.ended.wait(TIMEOUT)
    assert watcher.resets == [False]
    transport.call(GET)
    assert server.accepted == 2


# The handle that a call has on its connection


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        one = socket.create_connection(listener.getsockname())
        other, _ = listener.accept()
    yield one, other
    one.close()
    other.close()


def discards(sock: socket.socket) -> bool:
    """True if closing the socket discards what waits."""
    whole = "hh" if sys.platform == "win32" else "ii"
    value = sock.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.calcsize(whole))
    is_on, seconds = struct.unpack(whole, value)
    return bool(is_on) and seconds == 0


def gate() -> SendGate:
    return SendGate(deadline=time.monotonic() + TIMEOUT, idle_limit=TIMEOUT)


def test_bytes_are_discarded_as_long_as_a_call_lasts(pair: tuple[socket.socket, socket.socket]) -> None:
    """If the process is killed meanwhile, the kernel sends nothing."""
    sock, _ = pair
    call = gate()
    with using_gate(call):
        assert not discards(sock)
        call.attach(sock, sock.family, sock.type)
        assert discards(sock)
    assert not discards(sock)


def test_bytes_are_discarded_after_a_call_that_failed(pair: tuple[socket.socket, socket.socket]) -> None:
    """It ended with an error before it was given up, so part of the request may still wait."""
    sock, _ = pair
    call = gate()

    def fail() -> None:
        with using_gate(call):
            call.attach(sock, sock.family, sock.type)
            raise TimeoutError

    with pytest.raises(TimeoutError):
        fail()
    assert discards(sock)


def test_bytes_are_discarded_after_a_call_that_was_given_up(pair: tuple[socket.socket, socket.socket]) -> None:
    """It does not matter how its thread reacts to the cut."""
    sock, _ = pair
    call = gate()
    with using_gate(call):
        call.attach(sock, sock.family, sock.type)
        call.give_up()
        with pytest.raises(GateClosedError):
            call.pass_through()
    assert discards(sock)


def test_a_connection_that_the_other_side_reset_is_detached(pair: tuple[socket.socket, socket.socket]) -> None:
    """Some systems refuse the option then. Nothing waits any more."""
    sock, other = pair
    other.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    call = gate()
    with using_gate(call):
        call.attach(sock, sock.family, sock.type)
        other.close()
        with pytest.raises(ConnectionResetError):
            sock.recv(1)


# A link that is down for a while

SERVER = """
import socket, sys, threading
listener = socket.create_server(("10.231.77.2", 8080))
print("ready", flush=True)
def serve(conn):
    conn.settimeout(float(sys.argv[1]))
    try:
        while data := conn.recv(65536):
            print(data.split(b" ")[0].decode(), flush=True)
            conn.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n{}")
        print("end", flush=True)
    except TimeoutError:
        print("silence", flush=True)
    except OSError as error:
        print(type(error).__name__, flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
"""
FAR_ADDRESS = "02:00:00:00:77:02"
SILENCE = 12.0
"""Seconds that the server waits on a connection: several times the kernel's pause between two attempts to send."""


class Link:
    """A cable to a network of its own, which can be pulled, and a server at the other end."""

    name = f"pt{os.getpid() % 100_000}"

    def __init__(self) -> None:
        self._server: subprocess.Popen[str] | None = None

    def open(self) -> None:
        near, far = f"{self.name}a", f"{self.name}b"
        self._ip("netns", "add", self.name)
        self._ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", self.name)
        self._ip("addr", "add", "10.231.77.1/30", "dev", near)
        self._ip("-n", self.name, "addr", "add", "10.231.77.2/30", "dev", far)
        self._ip("-n", self.name, "link", "set", far, "address", FAR_ADDRESS)
        self._ip("link", "set", near, "up")
        # Otherwise the packets would wait for an answer to "who has this address", for three seconds at most.
        self._ip("neigh", "replace", "10.231.77.2", "lladdr", FAR_ADDRESS, "dev", near, "nud", "permanent")
        self.plug()
        command = ["ip", "netns", "exec", self.name, sys.executable, "-c", SERVER, str(SILENCE)]
        self._server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.said() == "ready"

    def plug(self) -> None:
        self._ip("-n", self.name, "link", "set", f"{self.name}b", "up")

    def pull(self) -> None:
        self._ip("-n", self.name, "link", "set", f"{self.name}b", "down")

    def said(self) -> str:
        """Returns the next event that the server saw."""
        assert self._server is not None
        out: IO[str] | None = self._server.stdout
        assert out is not None
        return out.readline().strip()

    def close(self) -> None:
        if self._server is not None:
            self._server.kill()
            self._server.communicate()
        # Deleting the network deletes its end of the cable, and so the near end too.
        self._ip("netns", "del", self.name)

    @staticmethod
    def _ip(*arguments: str) -> None:
        subprocess.run(["ip", *arguments], check=True, capture_output=True, timeout=TIMEOUT)


@pytest.fixture
def link() -> Iterator[Link]:
    has_networks = sys.platform == "linux" and is_root() and shutil.which("ip") is not None
    if not has_networks:
        pytest.skip("needs Linux, root and the command `ip`")
    made = Link()
    try:
        made.open()
    except (OSError, subprocess.CalledProcessError) as error:
        subprocess.run(["ip", "netns", "del", made.name], check=False, capture_output=True, timeout=TIMEOUT)
        pytest.skip(f"this system does not allow a network of its own:  {error}")
    yield made
    made.close()


@pytest.mark.slow
@pytest.mark.parametrize("discard", [True, False], ids=["as it is", "without SO_LINGER"])
def test_a_request_that_was_given_up_does_not_leave_when_the_link_comes_back(
    link: Link, monkeypatch: pytest.MonkeyPatch, *, discard: bool
) -> None:
    """Seen with an earlier version: link down for 28 s, and the request arrived at 55 s.

    Without `SO_LINGER` it arrives here too, so this test can tell the difference.
    """
    monkeypatch.setenv("no_proxy", "*")
    if not discard:
        monkeypatch.setattr(connections, "_discard_on_close", lambda *_, **__: None)
    transport = Transport("http://10.231.77.2:8080", BasicAccess("store.server", "server123"), call_timeout=2.0)
    try:
        assert transport.call(GET).status == 200
        assert link.said() == "GET"
        link.pull()
        with pytest.raises(Unanswered) as caught:
            transport.call(POST, moves_points=True)
        assert caught.value.why is Lost.TIMEOUT
        link.plug()
        # The same connection is silent until the server gives up on it.
        assert link.said() == ("silence" if discard else "POST")
        # The link works again.
        assert transport.call(GET).status == 200
        while (line := link.said()) != "GET":
            assert not discard, line
    finally:
        transport.close()
