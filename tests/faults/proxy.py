"""Owns a proxy on 127.0.0.1 that carries out faults on real sockets, byte by byte, between a till and its service."""

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

PATIENCE = 20.0
"""Seconds after which whoever waits for something that must happen at once gives up."""

_HEAD_END = b"\r\n\r\n"
_LINGER = "hh" if os.name == "nt" else "ii"
_MOST = 65_536
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)


class Moment(Enum):
    """What somebody may wait for."""

    ARRIVED = "arrived"
    """As much of the request as is to go through has left the till."""
    ACTED = "acted"
    """The service has answered, or has ended the connection."""
    ENDED = "ended"
    """The proxy is done with the request, whatever became of it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as the proxy saw it.

    Attributes:
        path: without the query.
        head: request line and headers.
        body: as far as it was read.
        reference: `external_reference_number` of a redemption whose body was read whole; empty elsewhere.
        fault: what was done to it.
        number: of its connection, from 1.
    """

    path: str
    head: bytes
    body: bytes
    reference: str
    fault: Fault
    number: int


class FaultProxy:
    """Listens on 127.0.0.1 and hands every request on to a service; what was planned for it goes wrong.

    Every call of a path takes the next of the faults that were planned for it, so that a run can be repeated exactly.

    Args:
        upstream: the port of the service.
        context: for speaking TLS with the till.

    Attributes:
        on_arrival: called with each request before anything of it goes on, on the connection's thread.
        troubles: what went wrong in the proxy itself; a test that leaves one here has proved nothing.
    """

    def __init__(self, upstream: int, *, context: ssl.SSLContext | None = None) -> None:
        self.on_arrival: Callable[[Seen], None] | None = None
        self.troubles: list[BaseException] = []
        self._upstream = upstream
        self._context = context
        self._lock = threading.Lock()
        self._plans: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}
        self._seen: list[Seen] = []
        self._held: deque[tuple[bytes, bool]] = deque()
        self._moments: dict[Moment, SimpleQueue[Seen]] = {moment: SimpleQueue() for moment in Moment}
        self._over = threading.Event()
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._accepted = 0
        self._port = 0
        self._listener: socket.socket | None = None
        self._accepting: threading.Thread | None = None
        self.go_online()

    @property
    def url(self) -> str:
        """Where the till finds it."""
        return f"{'http' if self._context is None else 'https'}://{HOST}:{self._port}"

    @property
    def port(self) -> int:
        """Where it listens, also while it is offline."""
        return self._port

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Every request so far."""
        with self._lock:
            return tuple(self._seen)

    @property
    def held(self) -> int:
        """How many requests are held back."""
        return len(self._held)

    def plan(self, *faults: Fault, path: str = REDEEM) -> None:
        """Plans what goes wrong with the next requests for a path, one fault for each."""
        with self._lock:
            self._plans[path].extend(faults)

    def always(self, fault: Fault | None, path: str = REDEEM) -> None:
        """What goes wrong with every request for a path that nothing is planned for; None for nothing any more."""
        with self._lock:
            if fault is None:
                self._always.pop(path, None)
            else:
                self._always[path] = fault

    def clear(self, path: str = "") -> None:
        """Nothing more goes wrong, or nothing for one path. What is held back stays so."""
        with self._lock:
            for planned in (self._plans, self._always):
                if path:
                    planned.pop(path, None)
                else:
                    planned.clear()

    def wait(self, moment: Moment) -> Seen:
        """Waits for the next of such moments in a redemption; each is told once."""
        try:
            return self._moments[moment].get(timeout=PATIENCE)
        except Empty:
            raise TimeoutError(f"no redemption has {moment.value}") from None

    def deliver(self) -> list[bytes]:
        """Delivers what was held back, oldest first; what the service answers to each."""
        answers = []
        while self._held:
            request, whole = self._held.popleft()
            answers.append(self._ask(request, whole=whole)[0])
        return answers

    def go_offline(self) -> None:
        """Listens no more: connecting is refused. Connections that are there stay."""
        listener, accepting = self._listener, self._accepting
        if listener is None or accepting is None:
            return
        self._listener = self._accepting = None
        # Closing alone does not wake a thread that accepts.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(PATIENCE)

    def go_online(self) -> None:
        """Listens, on the same port as ever."""
        if self._listener is not None:
            return
        self._listener = socket.create_server((HOST, self._port))
        self._port = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, args=(self._listener,), name="fault-proxy", daemon=True)
        self._accepting.start()

    def drop_connections(self) -> None:
        """Ends every connection to the till at once."""
        with self._lock:
            connections = list(self._connections.values())
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends everything, and waits for its threads."""
        self._over.set()
        self.go_offline()
        self.drop_connections()
        with self._lock:
            threads = list(self._connections)
        for thread in threads:
            thread.join(PATIENCE)
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
            # The till hung up or would not shake hands, which is what some tests are about.
            pass
        except Exception as error:  # noqa: BLE001 - kept for the test that made it happen
            self.troubles.append(error)
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
        """One request with its answer; whether another may follow."""
        head = till.head()
        if not head:
            return False
        path = head.split(b" ", 2)[1].partition(b"?")[0].decode()
        fault = self._next(path)
        length = _length(head)
        through = len(head) + length if fault.request is None else fault.request.of(len(head), length)
        body = till.exactly(max(0, through - len(head)))
        # A till that was killed in the middle of sending has not sent it whole either.
        whole = len(body) == length and through == len(head) + length
        seen = Seen(path, head, body, _reference(body) if path == REDEEM and whole else "", fault, number)
        with self._lock:
            self._seen.append(seen)
        if self.on_arrival is not None:
            self.on_arrival(seen)
        self._tell(Moment.ARRIVED, seen)
        try:
            return self._carry_out(fault, till.connection, (head + body)[:through], seen, whole=whole)
        finally:
            self._tell(Moment.ENDED, seen)

    def _carry_out(self, fault: Fault, till: socket.socket, request: bytes, seen: Seen, *, whole: bool) -> bool:
        self._pause(fault.before)
        if fault.late:
            self._held.append((request, whole))
            return self._end(till, fault.end, unread=False)
        if not whole or (fault.request is not None):
            if request:
                self._ask(request, whole=whole)
            self._tell(Moment.ACTED, seen)
            return self._end(till, End.CLOSE if fault.end is End.KEEP else fault.end, unread=not whole)
        answer, complete = self._ask(request) if fault.acts else (b"", True)
        self._tell(Moment.ACTED, seen)
        if fault.remake is not None:
            answer = fault.remake(answer)
        self._pause(fault.after)
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
                    # Closing with unread bytes would tear the connection down instead.
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
        """What the service answers, and whether that is all; it is done with the request when this returns."""
        try:
            with socket.create_connection((HOST, self._upstream), PATIENCE) as service:
                service.sendall(request)
                if not whole:
                    service.shutdown(socket.SHUT_WR)
                incoming = _Incoming(service)
                head = incoming.head()
                body = incoming.exactly(_length(head))
                return head + body, bool(head) and len(body) == _length(head)
        except ConnectionError:
            return b"", False

    def _tell(self, moment: Moment, seen: Seen) -> None:
        if seen.path == REDEEM:
            self._moments[moment].put(seen)

    def _pause(self, seconds: float) -> None:
        if seconds:
            self._over.wait(seconds)


class _Incoming:
    """Reads a connection up to where it is asked to, and keeps what came along."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._ahead = b""

    def head(self) -> bytes:
        """Everything up to the empty line; nothing where the connection ended before."""
        while _HEAD_END not in self._ahead:
            chunk = self._receive()
            if not chunk:
                return b""
            self._ahead += chunk
        head, _, self._ahead = self._ahead.partition(_HEAD_END)
        return head + _HEAD_END

    def exactly(self, size: int) -> bytes:
        """So many bytes; fewer where the connection ended before."""
        while len(self._ahead) < size:
            chunk = self._receive()
            if not chunk:
                break
            self._ahead += chunk
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def _receive(self) -> bytes:
        try:
            return self.connection.recv(_MOST)
        except ConnectionError:
            return b""


def _pieces(fault: Fault, answer: bytes) -> Iterator[bytes]:
    if fault.answer is not None:
        head, _, body = answer.partition(_HEAD_END)
        answer = answer[: fault.answer.of(len(head) + len(_HEAD_END), len(body))]
    answer += fault.unasked
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
    """Reads until the other side has gone."""
    with contextlib.suppress(OSError):
        while connection.recv(_MOST):
            pass
