"""A proxy on 127.0.0.1 that carries out faults between a till and its service, on real sockets and to the byte."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import struct
import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import Enum
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from tests.faults.faults import NONE, REDEEM, WHOLE, End, Fault

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

HOST = "127.0.0.1"

TIMEOUT = 20.0
"""Seconds to wait for what should happen at once."""

_HEAD_END = b"\r\n\r\n"
_LINGER = "hh" if os.name == "nt" else "ii"
_CHUNK = 65_536
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)


class Stage(Enum):
    """A stage of a request that a test can wait for."""

    ARRIVED = "arrived"
    """The part of the request that the fault lets through has left the till."""
    ACTED = "acted"
    """The service has answered, or has ended the connection."""
    ENDED = "ended"
    """The proxy has finished with the request."""


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request as the proxy saw it.

    Attributes:
        path: without the query.
        head: request line and headers.
        body: as far as it was read.
        reference: `external_reference_number` of a redemption if its body was read completely; otherwise empty.
        fault: the fault that was carried out.
        number: the number of its connection, from 1.
    """

    path: str
    head: bytes
    body: bytes
    reference: str
    fault: Fault
    number: int


class FaultProxy:
    """Listens on 127.0.0.1 and forwards every request to a service, with the faults that were planned.

    Each request for a path takes the next fault that was planned for the path, so a run can be repeated exactly.

    Args:
        upstream: the port of the service.
        context: for TLS with the till; None for plain HTTP.

    Attributes:
        on_arrival: called with each request before it is forwarded, on the connection's thread.
        errors: exceptions in the proxy itself. A test that leaves one here has proved nothing.
    """

    def __init__(self, upstream: int, *, context: ssl.SSLContext | None = None) -> None:
        self.on_arrival: Callable[[SeenRequest], None] | None = None
        self.errors: list[BaseException] = []
        self._upstream = upstream
        self._context = context
        self._lock = threading.Lock()
        self._plans: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}
        self._seen: list[SeenRequest] = []
        self._held: deque[tuple[bytes, bool]] = deque()
        self._stages: dict[Stage, SimpleQueue[SeenRequest]] = {stage: SimpleQueue() for stage in Stage}
        self._closing = threading.Event()
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._accepted = 0
        self._port = 0
        self._listener: socket.socket | None = None
        self._accepting: threading.Thread | None = None
        self.go_online()

    @property
    def url(self) -> str:
        """The address for the till."""
        return f"{'http' if self._context is None else 'https'}://{HOST}:{self._port}"

    @property
    def port(self) -> int:
        """The port, also while the proxy is offline."""
        return self._port

    @property
    def seen(self) -> tuple[SeenRequest, ...]:
        """Every request so far."""
        with self._lock:
            return tuple(self._seen)

    @property
    def held(self) -> int:
        """The number of requests that are held back."""
        return len(self._held)

    def plan(self, *faults: Fault, path: str = REDEEM) -> None:
        """Plans one fault for each of the next requests for a path."""
        with self._lock:
            self._plans[path].extend(faults)

    def always(self, fault: Fault | None, path: str = REDEEM) -> None:
        """Sets the fault of every request for a path that has no planned fault; None for none."""
        with self._lock:
            if fault is None:
                self._always.pop(path, None)
            else:
                self._always[path] = fault

    def clear(self, path: str = "") -> None:
        """Removes the faults of all paths, or of one. Requests that are held back stay so."""
        with self._lock:
            for planned in (self._plans, self._always):
                if path:
                    planned.pop(path, None)
                else:
                    planned.clear()

    def wait(self, stage: Stage) -> SeenRequest:
        """Waits until the next redemption reaches a stage. Each redemption is returned once for each stage."""
        try:
            return self._stages[stage].get(timeout=TIMEOUT)
        except Empty:
            raise TimeoutError(f"no redemption has {stage.value}") from None

    def deliver(self) -> list[bytes]:
        """Delivers the requests that were held back, oldest first. Returns the service's answers."""
        answers = []
        while self._held:
            request, whole = self._held.popleft()
            answers.append(self._ask(request, whole=whole)[0])
        return answers

    def go_offline(self) -> None:
        """Stops listening, so that new connections are refused. Open connections stay."""
        listener, accepting = self._listener, self._accepting
        if listener is None or accepting is None:
            return
        self._listener = self._accepting = None
        # Closing alone does not wake the thread that waits in `accept`.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(TIMEOUT)

    def go_online(self) -> None:
        """Listens on the same port as before."""
        if self._listener is not None:
            return
        self._listener = socket.create_server((HOST, self._port))
        self._port = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, args=(self._listener,), name="fault-proxy", daemon=True)
        self._accepting.start()

    def drop_connections(self) -> None:
        """Closes every connection to the till."""
        with self._lock:
            connections = list(self._connections.values())
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Closes everything, and waits for the threads."""
        self._closing.set()
        self.go_offline()
        self.drop_connections()
        with self._lock:
            threads = list(self._connections)
        for thread in threads:
            thread.join(TIMEOUT)
        if any(thread.is_alive() for thread in threads):
            raise RuntimeError("the proxy did not end")

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(None)
            with self._lock:
                self._accepted += 1
                thread = threading.Thread(
                    target=self._serve, args=(connection, self._accepted), name="fault-proxy", daemon=True
                )
                self._connections[thread] = connection
            thread.start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            with contextlib.closing(self._secured(connection)) as talking:
                till = _Incoming(talking)
                while self._exchange(till, number):
                    pass
        except OSError:
            # The till closed the connection or refused the handshake, as some tests intend.
            pass
        except Exception as error:  # noqa: BLE001 - kept for the test, which fails with it
            self.errors.append(error)
        finally:
            with self._lock:
                del self._connections[threading.current_thread()]

    def _secured(self, connection: socket.socket) -> socket.socket:
        if self._context is None:
            return connection
        try:
            return self._context.wrap_socket(connection, server_side=True)
        except BaseException:
            connection.close()
            raise

    def _exchange(self, till: _Incoming, number: int) -> bool:
        """Handles one request with its answer. Returns True if another may follow."""
        head = till.head()
        if not head:
            return False
        path = head.split(b" ", 2)[1].partition(b"?")[0].decode()
        fault = self._next(path)
        length = _length(head)
        through = len(head) + length if fault.request is None else fault.request.of(len(head), length)
        body = till.exactly(max(0, through - len(head)))
        # A till that was killed while it was sending has not sent everything either.
        whole = len(body) == length and through == len(head) + length
        seen = SeenRequest(path, head, body, _reference(body) if path == REDEEM and whole else "", fault, number)
        with self._lock:
            self._seen.append(seen)
        if self.on_arrival is not None:
            self.on_arrival(seen)
        self._tell(Stage.ARRIVED, seen)
        try:
            return self._carry_out(fault, till.connection, (head + body)[:through], seen, whole=whole)
        finally:
            self._tell(Stage.ENDED, seen)

    def _carry_out(self, fault: Fault, till: socket.socket, request: bytes, seen: SeenRequest, *, whole: bool) -> bool:
        self._pause(fault.delay_request)
        if fault.is_held_back:
            self._held.append((request, whole))
            return self._end(till, fault.end, unread=False)
        if not whole or (fault.request is not None):
            if request:
                self._ask(request, whole=whole)
            self._tell(Stage.ACTED, seen)
            return self._end(till, End.CLOSE if fault.end is End.KEEP else fault.end, unread=not whole)
        answer, complete = self._ask(request) if fault.processed else (b"", True)
        self._tell(Stage.ACTED, seen)
        if fault.rewrite is not None:
            answer = fault.rewrite(answer)
        self._pause(fault.delay_answer)
        for piece in _pieces(fault, answer):
            till.sendall(piece)
            self._pause(fault.drip)
        end = fault.end
        if end is End.KEEP and not (complete and fault.answer in {None, WHOLE}):
            end = End.CLOSE
        return self._end(till, end, unread=False)

    def _end(self, till: socket.socket, end: End, *, unread: bool) -> bool:
        match end:
            case End.KEEP:
                return True
            case End.CLOSE:
                if unread:
                    # Closing with unread bytes would reset the connection instead.
                    till.shutdown(socket.SHUT_WR)
                    _drain(till)
            case End.RESET:
                till.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
            case End.HANG:
                _drain(till)
        return False

    def _next(self, path: str) -> Fault:
        with self._lock:
            return self._plans[path].popleft() if self._plans[path] else self._always.get(path, NONE)

    def _ask(self, request: bytes, *, whole: bool = True) -> tuple[bytes, bool]:
        """Returns the service's answer, and True if it is complete. The service has then finished with the request."""
        try:
            with socket.create_connection((HOST, self._upstream), TIMEOUT) as service:
                service.sendall(request)
                if not whole:
                    service.shutdown(socket.SHUT_WR)
                incoming = _Incoming(service)
                head = incoming.head()
                body = incoming.exactly(_length(head))
                return head + body, bool(head) and len(body) == _length(head)
        except ConnectionError:
            return b"", False

    def _tell(self, stage: Stage, seen: SeenRequest) -> None:
        if seen.path == REDEEM:
            self._stages[stage].put(seen)

    def _pause(self, seconds: float) -> None:
        if seconds:
            self._closing.wait(seconds)


class _Incoming:
    """Reads a connection piece by piece, and keeps what arrived early."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._ahead = b""

    def head(self) -> bytes:
        """Returns everything up to the empty line; nothing if the connection ended before it."""
        while _HEAD_END not in self._ahead:
            chunk = self._receive()
            if not chunk:
                return b""
            self._ahead += chunk
        head, _, self._ahead = self._ahead.partition(_HEAD_END)
        return head + _HEAD_END

    def exactly(self, size: int) -> bytes:
        """Returns so many bytes; fewer if the connection ended before."""
        while len(self._ahead) < size:
            chunk = self._receive()
            if not chunk:
                break
            self._ahead += chunk
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def _receive(self) -> bytes:
        try:
            return self.connection.recv(_CHUNK)
        except ConnectionError:
            return b""


def _pieces(fault: Fault, answer: bytes) -> Iterator[bytes]:
    if fault.answer is not None:
        head, _, body = answer.partition(_HEAD_END)
        answer = answer[: fault.answer.of(len(head) + len(_HEAD_END), len(body))]
    answer += fault.extra
    if not fault.drip:
        yield answer
        return
    for start in range(0, len(answer), fault.piece):
        yield answer[start : start + fault.piece]


def _length(head: bytes) -> int:
    found = _LENGTH.search(head)
    return int(found[1]) if found else 0


def _reference(body: bytes) -> str:
    return str(json.loads(body)["root"]["redeem"][0].get("external_reference_number", ""))


def _drain(connection: socket.socket) -> None:
    """Reads until the other side has closed."""
    with contextlib.suppress(OSError):
        while connection.recv(_CHUNK):
            pass
