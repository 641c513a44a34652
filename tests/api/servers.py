"""Provides servers on real sockets that misbehave as a test wants."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from desktop.api.transport import Transport

    Behaviour = Callable[["Server", socket.socket], None]
    MakeServer = Callable[..., "Server"]
    MakeTransport = Callable[..., Transport]

TIMEOUT = 20.0
"""Seconds after which a test fails if something that must happen at once has not happened."""


class Server:
    """A server on 127.0.0.1 that treats every connection as a behaviour says.

    Attributes:
        accepted: how many connections were made.
        requests: every request that was read completely, as bytes.
        over: set when the test ends; a behaviour that hangs waits for it.
    """

    def __init__(self, behave: Behaviour, context: ssl.SSLContext | None = None) -> None:
        self.accepted = 0
        self.requests: list[bytes] = []
        self.over = threading.Event()
        self.reached = threading.Event()
        self._behave = behave
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        scheme = "https" if context else "http"
        self.url = f"{scheme}://127.0.0.1:{self.port}"
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    def _accept(self) -> None:
        while True:
            conn, _ = self._listener.accept()
            if self.over.is_set():
                conn.close()
                return
            self.accepted += 1
            thread = threading.Thread(target=self._serve, args=(conn,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, conn: socket.socket) -> None:
        conn.settimeout(TIMEOUT)
        self._open.append(conn)
        try:
            if self._context is not None:
                conn = self._context.wrap_socket(conn, server_side=True)
                self._open.append(conn)
            self._behave(self, conn)
        except OSError:
            # The till hung up, which many of these tests are about. They assert what the till saw.
            pass
        finally:
            conn.close()

    def read(self, conn: socket.socket) -> bytes:
        """Reads one whole request; empty at the end of the connection."""
        data = b""
        while b"\r\n\r\n" not in data:
            chunk = conn.recv(65536)
            if not chunk:
                return b""
            data += chunk
        head, _, body = data.partition(b"\r\n\r\n")
        length = 0
        for line in head.split(b"\r\n"):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        while len(body) < length:
            body += conn.recv(65536)
        self.requests.append(head + b"\r\n\r\n" + body)
        self.reached.set()
        return self.requests[-1]

    def close(self) -> None:
        self.over.set()
        # Closing a listener does not wake an accepting thread on every system. A connection does.
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._accepting.join(TIMEOUT)
        self._listener.close()
        for conn in self._open:
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                # Either side has closed it already.
                continue
        for thread in self._threads:
            thread.join(TIMEOUT)
        assert not any(thread.is_alive() for thread in self._threads)


def reply(body: bytes = b"{}", status: str = "200 OK", headers: str = "") -> bytes:
    """Makes an answer with a correct length, so that the connection is kept."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


def answering(*answers: bytes) -> Behaviour:
    """Answers one request after another on every connection, and repeats the last answer."""

    def behave(server: Server, conn: socket.socket) -> None:
        waiting = list(answers)
        while server.read(conn):
            conn.sendall(waiting.pop(0) if len(waiting) > 1 else waiting[0])

    return behave
