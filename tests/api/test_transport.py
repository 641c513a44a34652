"""Tests what the transport proves about requests that failed, against real sockets."""

from __future__ import annotations

import base64
import gzip
import logging
import socket
import subprocess
import sys
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from urllib3.connection import HTTPConnection

from desktop.api import connections
from desktop.api import transport as transport_module
from desktop.api.access import BasicAccess, md5_hex
from desktop.api.exchange import Request
from desktop.api.rate_limit import RateLimit
from desktop.api.transport import MAX_BODY, Transport
from desktop.domain.failures import Lost, NotSent, Unanswered, Unsent
from tests.api.calls import GET, POST, hang, refused_port
from tests.api.servers import TIMEOUT, answering, reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.api.servers import Behaviour, MakeServer, MakeTransport, Server


# What is sent


def test_a_request_carries_basic_authentication_with_the_md5_digest(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """The vendor's check value: till `store.server`, password `server123`."""
    server = make_server(answering(reply(b'{"a": 1}')))
    answer = make_transport(server.url).call(POST)
    assert (answer.status, answer.body, answer.incomplete) == (200, b'{"a": 1}', None)
    expected = base64.b64encode(b"store.server:8a16a6b70505eb1f1ff7cdc0cd5559a7")
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert b"Authorization: Basic " + expected in head
    assert head.startswith(b"POST /v1.1/points/redeem?format=json HTTP/1.1\r\n")
    assert b"Content-Type: application/json" in head
    assert b"Accept: application/json" in head
    assert body == b'{"root": {}}'


def test_head_and_body_leave_at_once_and_then_others_are_told(
    make_server: MakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread that is woken by the first half of a request would keep the second half from leaving."""
    server = make_server(answering(reply()))
    has_left = threading.Event()
    told: list[tuple[bool, bool]] = []
    send = HTTPConnection.send

    def watched(connection: HTTPConnection, data: bytes) -> None:
        before = has_left.is_set()
        send(connection, data)
        told.append((before, has_left.is_set()))

    monkeypatch.setattr(HTTPConnection, "send", watched)
    transport = transport_module.Transport(server.url, BasicAccess("store.server", "server123"), has_left=has_left)
    try:
        transport.call(POST)
    finally:
        transport.close()
    assert told == [(False, False)]
    assert has_left.is_set()
    assert server.requests[0].endswith(b'\r\n\r\n{"root": {}}')


def test_a_stored_digest_is_sent_as_it_is(make_server: MakeServer) -> None:
    """A password that is a digest already is not hashed again."""
    server = make_server(answering(reply()))
    digest = md5_hex("server123")
    assert digest == "8a16a6b70505eb1f1ff7cdc0cd5559a7"
    transport = transport_module.Transport(server.url, BasicAccess("कोषागार", digest, is_digest=True))
    try:
        transport.call(GET)
    finally:
        transport.close()
    assert base64.b64encode(f"कोषागार:{digest}".encode()) in server.requests[0]


def test_neither_netrc_nor_cookies_get_into_a_request(
    make_server: MakeServer, make_transport: MakeTransport, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user's netrc never replaces the till's password, and a cookie is not sent back."""
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w", encoding="ascii") as file:  # noqa: PTH123 - a name, as the variable wants it
        file.write("machine 127.0.0.1 login other password other\n")
    monkeypatch.setenv("NETRC", netrc)
    server = make_server(answering(reply(headers="Set-Cookie: _cfuvid=x; Path=/\r\n")))
    transport = make_transport(server.url)
    transport.call(GET)
    transport.call(GET)
    assert base64.b64encode(b"store.server:8a16a6b70505eb1f1ff7cdc0cd5559a7") in server.requests[1]
    assert b"Cookie" not in server.requests[1]


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The practice service can be reached in a shop that sets a proxy for everything."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{refused_port()}")
    server = make_server(answering(reply()))
    assert make_transport(server.url).call(GET).status == 200


def test_nothing_of_the_address_is_logged(
    make_server: MakeServer, make_transport: MakeTransport, caplog: pytest.LogCaptureFixture
) -> None:
    """The address contains a member's number. Neither this package nor urllib3 logs it."""
    caplog.set_level(logging.DEBUG)
    server = make_server(answering(reply(headers="Broken header without a colon\r\n")))
    make_transport(server.url).call(GET)
    with pytest.raises(NotSent):
        make_transport(f"http://127.0.0.1:{refused_port()}").call(GET)
    assert "919777788221" not in caplog.text


# What never left


def test_a_refused_connection_is_not_sent(make_transport: MakeTransport) -> None:
    """No server listens there."""
    with pytest.raises(NotSent) as caught:
        make_transport(f"http://127.0.0.1:{refused_port()}").call(POST)
    assert caught.value.why is Unsent.CONNECT


def test_an_unknown_name_is_not_sent(make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name server knows no such host."""

    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NotSent) as caught:
        make_transport("http://loyalty.invalid").call(POST)
    assert caught.value.why is Unsent.NAME


def test_a_name_server_that_hangs_ends_in_not_sent_and_nothing_is_sent_later(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that was given up before it left stays unsent, however late its thread wakes up."""
    server = make_server(answering(reply()))
    asked, answered = threading.Event(), threading.Event()
    resolve = socket.getaddrinfo

    def slowly(*args: object, **kwargs: object) -> object:
        asked.set()
        assert answered.wait(TIMEOUT)
        return resolve(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    transport = make_transport(f"http://localhost:{server.port}", connect_timeout=0.2)
    began = time.monotonic()
    with pytest.raises(NotSent) as caught:
        transport.call(POST)
    assert time.monotonic() - began < 5
    assert caught.value.why is Unsent.CONNECT_TIMEOUT
    assert asked.is_set()
    strays = [thread for thread in threading.enumerate() if thread.name == "points-till-wire"]
    assert len(strays) == 1
    answered.set()
    strays[0].join(TIMEOUT)
    assert not strays[0].is_alive()
    assert server.requests == []
    # The transport itself still works.
    assert transport.call(POST).status == 200
    assert len(server.requests) == 1


@pytest.mark.parametrize("ends", ["cancel", "abort"])
def test_a_call_that_waits_for_its_turn_can_be_ended(make_server: MakeServer, ends: str) -> None:
    """The cashier goes back while the till keeps to the rate limit: nothing is sent, and the next call is made."""
    waiting = threading.Event()

    class Full(RateLimit):
        def wait_for_turn(self, *, moves_points: bool, stopped: threading.Event) -> bool:  # noqa: ARG002 - as `RateLimit`
            if waiting.is_set():
                return True
            waiting.set()
            return not stopped.wait(TIMEOUT)

    server = make_server(answering(reply()))
    transport = Transport(server.url, BasicAccess("store.server", "server123"), rate_limit=Full(1))
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(transport.call, GET)
        assert waiting.wait(TIMEOUT)
        getattr(transport, ends)()
        began = time.monotonic()
        with pytest.raises(NotSent) as caught:
            call.result(TIMEOUT * 2)
    assert caught.value.why is Unsent.STOPPED
    assert time.monotonic() - began < TIMEOUT / 2
    assert not server.requests
    if ends == "cancel":
        assert transport.call(GET).status == 200
    transport.close()


@pytest.mark.parametrize("clock", ["monotonic", "time"])
def test_the_gate_never_opens_after_the_deadline(clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that slept through the deadline sends nothing when it wakes up, also if only its date shows that."""
    gate = connections.SendGate(deadline=time.monotonic() + 60, idle_limit=1)
    awake = getattr(time, clock)() + 61
    monkeypatch.setattr(time, clock, lambda: awake)
    with pytest.raises(connections.GateClosedError):
        gate.pass_through()
    assert not gate.sent


def test_a_gate_that_was_passed_first_cannot_be_closed_as_unsent() -> None:
    """Either sending or giving up comes first, and both sides know which."""
    gate = connections.SendGate(deadline=time.monotonic() + 60, idle_limit=1)
    gate.pass_through()
    assert gate.give_up_unsent() is False
    assert gate.give_up() is True
    with pytest.raises(connections.GateClosedError):
        gate.pass_through()
    other = connections.SendGate(deadline=time.monotonic() + 60, idle_limit=1)
    assert other.give_up_unsent() is True
    with pytest.raises(connections.GateClosedError):
        other.pass_through()
    assert not other.sent


def test_a_proxy_that_opens_no_tunnel_is_not_sent(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a proxy was told is no byte of the request."""
    proxy = make_server(answering(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"))
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(NotSent) as caught:
        make_transport("https://loyalty.example").call(POST)
    assert caught.value.why is Unsent.PROXY_LOGIN
    assert proxy.requests[0].startswith(b"CONNECT loyalty.example:443")
    assert b"root" not in proxy.requests[0]


def test_a_proxy_that_hangs_up_is_not_sent(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that hangs up before the tunnel is open is not mistaken for the service."""

    def hang_up(server: Server, conn: socket.socket) -> None:
        server.read(conn)

    monkeypatch.setenv("HTTPS_PROXY", make_server(hang_up).url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(NotSent) as caught:
        make_transport("https://loyalty.example").call(POST)
    assert caught.value.why is Unsent.PROXY


def test_a_socks_proxy_is_not_sent(make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch) -> None:
    """These connections do not speak SOCKS, and never go around a proxy that is set."""
    monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{refused_port()}")
    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(NotSent) as caught:
        make_transport("https://loyalty.example").call(POST)
    assert caught.value.why is Unsent.PROXY


# What may have arrived


def read_then_close(server: Server, conn: socket.socket) -> None:
    server.read(conn)


def accept_then_close(server: Server, conn: socket.socket) -> None:
    del server, conn


def cut_in_the_status_line(server: Server, conn: socket.socket) -> None:
    server.read(conn)
    conn.sendall(b"HTTP/1.1 20")


def no_http_at_all(server: Server, conn: socket.socket) -> None:
    server.read(conn)
    conn.sendall(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")


@pytest.mark.parametrize(
    ("behave", "why"),
    [
        (read_then_close, {Lost.CUT}),
        # The till may notice before or after it has sent. Either way, the request may have arrived.
        (accept_then_close, {Lost.CUT}),
        (cut_in_the_status_line, {Lost.CUT, Lost.UNREADABLE}),
        (no_http_at_all, {Lost.UNREADABLE}),
    ],
)
def test_a_connection_that_ends_without_an_answer_may_have_carried_the_request(
    behave: Behaviour, why: set[Lost], make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Once a byte may have left, only an answer proves anything, and nothing is sent twice."""
    server = make_server(behave)
    with pytest.raises(Unanswered) as caught:
        make_transport(server.url).call(POST)
    assert caught.value.why in why
    assert server.accepted == 1


@pytest.mark.parametrize(
    ("answer", "incomplete"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", Lost.CUT),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", Lost.CUT),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", Lost.CUT),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Encoding: gzip\r\n\r\nno gzip!", Lost.UNREADABLE),
    ],
)
def test_a_body_that_is_not_all_there_leaves_the_status_line(
    answer: bytes, incomplete: Lost, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """A cut or garbled body is never an exception of the HTTP library, and is never read as a whole one."""

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        conn.sendall(answer)

    received = make_transport(make_server(behave).url).call(POST)
    assert (received.status, received.incomplete, received.body) == (200, incomplete, b"")


def test_a_body_without_end_is_cut_off(make_server: MakeServer, make_transport: MakeTransport) -> None:
    """A body over the limit counts as unreadable, also if it was small before it was unpacked."""
    packed = gzip.compress(b" " * (MAX_BODY + 1))
    server = make_server(answering(reply(packed, headers="Content-Encoding: gzip\r\n")))
    answer = make_transport(server.url).call(POST)
    assert (answer.incomplete, answer.body) == (Lost.UNREADABLE, b"")


@pytest.mark.parametrize("status", ["200 OK", "302 Found", "500 Error"])
@pytest.mark.parametrize("packings", [1, 2, 3])
def test_a_small_answer_does_not_fill_the_memory(
    packings: int, status: str, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Packed once, twice or three times, an answer costs little more memory than the limit."""
    packed = bytes(64 * 2**20)
    for _ in range(packings):
        packed = gzip.compress(packed)
    encodings = ", ".join(["gzip"] * packings)
    server = make_server(answering(reply(packed, status, f"Content-Encoding: {encodings}\r\nLocation: /elsewhere\r\n")))
    transport = make_transport(server.url)
    tracemalloc.start()
    try:
        answer = transport.call(POST)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (answer.status, answer.incomplete, answer.body) == (int(status[:3]), Lost.UNREADABLE, b"")
    assert peak < 4 * MAX_BODY


def test_a_chunk_of_a_negative_size_does_not_fill_the_memory(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """To the standard library, a negative size means all that comes."""

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        conn.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n")
        for _ in range(64):
            conn.sendall(bytes(2**20))

    transport = make_transport(make_server(behave).url)
    tracemalloc.start()
    try:
        answer = transport.call(POST)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (answer.status, answer.incomplete, answer.body) == (200, Lost.UNREADABLE, b"")
    assert peak < 4 * MAX_BODY


def test_an_answer_that_was_packed_over_and_over_is_not_unpacked(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Each packing costs a buffer, so their number is limited."""
    packed = b"{}"
    for _ in range(200):
        packed = gzip.compress(packed)
    server = make_server(answering(reply(packed, headers=f"Content-Encoding: {', '.join(['gzip'] * 200)}\r\n")))
    answer = make_transport(server.url).call(POST)
    assert (answer.status, answer.incomplete, answer.body) == (200, Lost.UNREADABLE, b"")


@pytest.mark.parametrize("status", ["301 Moved Permanently", "307 Temporary Redirect", "503 Busy", "520 Web server"])
def test_no_answer_makes_the_transport_send_again(
    status: str, make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Redirects are not followed, and `Retry-After` has no effect here: one request, one answer."""
    server = make_server(answering(reply(b"<html>", status, "Location: /elsewhere\r\nRetry-After: 0\r\n")))
    answer = make_transport(server.url).call(POST)
    assert answer.status == int(status[:3])
    assert answer.body == b"<html>"
    assert answer.headers["retry-after"] == "0"
    assert len(server.requests) == 1


# Errors of the program, and secrets


def test_an_error_of_the_program_before_sending_is_not_sent(
    make_server: MakeServer, make_transport: MakeTransport
) -> None:
    """Every error inside becomes a failure of the domain, and the gate decides which."""
    server = make_server(answering(reply()))
    with pytest.raises(NotSent):
        make_transport(server.url).call(Request("GET", "/", (("a", "\ud800"),)))
    assert server.requests == []


def test_a_transport_names_no_secret(make_transport: MakeTransport) -> None:
    """Neither transport nor request shows what must not be logged."""
    shown = repr(make_transport("https://loyalty.example")) + repr(GET) + repr(POST)
    assert "loyalty.example" in shown
    assert "919777788221" not in shown
    assert "root" not in shown
    assert "server123" not in shown


def test_ctrl_c_while_waiting_leaves_nothing_behind(
    make_server: MakeServer, make_transport: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that is interrupted is given up, and its session is not used again."""
    server = make_server(hang)
    transport = make_transport(server.url)
    wait: Callable[[threading.Event, float | None], bool] = threading.Event.wait

    def interrupted(event: threading.Event, timeout: float | None = None) -> bool:
        if threading.current_thread() is threading.main_thread():
            monkeypatch.undo()
            assert wait(server.reached, TIMEOUT)
            raise KeyboardInterrupt
        return wait(event, timeout)

    monkeypatch.setattr(threading.Event, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        transport.call(POST)


def test_a_clock_before_the_librarys_release_prints_no_warning_of_the_library() -> None:
    """The till's own words are about its clock. A line of a library's among a command's output is none of them."""
    program = (
        "import warnings, desktop.api.transport\n"
        "from urllib3.exceptions import SystemTimeWarning\n"
        "warnings.warn('System time is way off', SystemTimeWarning)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stderr == ""
