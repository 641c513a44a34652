"""A printer on a TCP port of this machine, which can have any fault."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from dataclasses import dataclass, field

FINE = {1: 0x12, 2: 0x12, 4: 0x12}
"""The answers to `DLE EOT` 1, 2 and 4 of a printer that has nothing to complain about."""

OFFLINE = {1: 0x1A, 2: 0x12, 4: 0x12}
COVER_OPEN = {1: 0x1A, 2: 0x16, 4: 0x12}
PAPER_OUT = {1: 0x1A, 2: 0x32, 4: 0x72}
CUTTER_STUCK = {1: 0x1A, 2: 0x52, 4: 0x12}


@dataclass
class Behaviour:
    """How a printer behaves.

    Attributes:
        answers: to `DLE EOT`, by number; none if it answers no questions.
        later: answers once it has read `later_after` bytes.
        later_after: see `later`.
        says_printed: True to answer `GS r 1`.
        stop_after: bytes after which it reads no more until `go_on`.
        cut_after: bytes after which it breaks the connection.
        chunk: bytes that it reads at a time.
        pause: seconds between two reads.
        banner: what it says by itself, as another kind of device does.
    """

    answers: dict[int, int] = field(default_factory=dict)
    later: dict[int, int] = field(default_factory=dict)
    later_after: int = 0
    says_printed: bool = False
    stop_after: int | None = None
    cut_after: int | None = None
    chunk: int = 4096
    pause: float = 0.0
    banner: bytes = b""


class FakePrinter:
    """A printer that listens until it is closed. It keeps what it was sent, one entry for each connection.

    Attributes:
        stopped: set once it reads no more.
        ended: set once a connection has ended.
    """

    def __init__(self, behaviour: Behaviour | None = None) -> None:
        self._behaviour = behaviour or Behaviour()
        self.jobs: list[bytes] = []
        self.stopped = threading.Event()
        self.ended = threading.Event()
        self._going_on = threading.Event()
        self._closing = threading.Event()
        self._listener = socket.socket()
        # A small buffer, as a printer has: otherwise this machine would take a whole receipt for it.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="printer", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Its address as the settings have it."""
        return f"tcp://127.0.0.1:{self.port}"

    def behave(self, behaviour: Behaviour) -> None:
        """Changes how it behaves from the next connection on, for example because someone has put in paper."""
        self._behaviour = behaviour

    def go_on(self) -> None:
        """Lets it read again."""
        self._going_on.set()

    def close(self) -> None:
        """Switches it off."""
        self._closing.set()
        self._going_on.set()
        with contextlib.suppress(OSError):
            # Wakes the thread that accepts connections.
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        self._thread.join(timeout=10)
        self._listener.close()

    def _serve(self) -> None:
        while not self._closing.is_set():
            connection, _ = self._listener.accept()
            if self._closing.is_set():
                connection.close()
                return
            self.jobs.append(b"")
            with connection, contextlib.suppress(OSError):
                self._print(connection)
            self.ended.set()

    def _print(self, connection: socket.socket) -> None:
        how = self._behaviour
        connection.settimeout(0.05)
        if how.banner:
            connection.sendall(how.banner)
        answered = 0
        while not self._closing.is_set():
            job = self.jobs[-1]
            if how.cut_after is not None and len(job) >= how.cut_after:
                # A reset, as from a printer that is switched off.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if how.stop_after is not None and len(job) >= how.stop_after:
                self.stopped.set()
                self._going_on.wait()
            if how.pause:
                self._closing.wait(how.pause)
            try:
                read = connection.recv(_most(how, len(job)))
            except TimeoutError:
                continue
            if not read:
                return
            self.jobs[-1] += read
            answered = self._answer(connection, answered)

    def _answer(self, connection: socket.socket, start: int) -> int:
        """Answers the questions after a position. Returns the position up to which everything was answered."""
        how, job = self._behaviour, self.jobs[-1]
        answers = how.later if how.later and len(job) >= how.later_after else how.answers
        while answers or how.says_printed:
            found = [(job.find(mark, start), mark) for mark in (b"\x10\x04", b"\x1dr")]
            found = [(at, mark) for at, mark in found if 0 <= at < len(job) - 2]
            if not found:
                return max(start, len(job) - 2)
            at, mark = min(found)
            start = at + 3
            if mark == b"\x10\x04" and job[at + 2] in answers:
                connection.sendall(bytes([answers[job[at + 2]]]))
            elif mark == b"\x1dr" and how.says_printed:
                connection.sendall(b"\x00")
        return len(job)


def _most(how: Behaviour, read: int) -> int:
    """Returns how many bytes it may read at once, so that it answers nothing that comes after it stops or cuts."""
    limits = (limit - read for limit in (how.stop_after, how.cut_after) if limit is not None and limit > read)
    return min([how.chunk, *limits])
