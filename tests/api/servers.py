"""Owns servers on real sockets that behave as badly as the tests tell them to."""

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

PATIENCE = 20.0
"""Seconds after which a test gives up on something that must happen at once."""


class Server:
    """A server on 127.0.0.1 that does to every connection what it is told.

    Attributes:
        accepted: how many connections were made.
        requests: every request that was read whole, as bytes.
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
        conn.settimeout(PATIENCE)
        self._open.append(conn)
        try:
            if self._context is not None:
                conn = self._context.wrap_socket(conn, server_side=True)
                self._open.append(conn)
            self._behave(self, conn)
        except OSError:
            # The till hung up, which is what many of these tests are about; what it saw of it is asserted there.
            pass
        finally:
            conn.close()

    def read(self, conn: socket.socket) -> bytes:
        """One whole request; empty at the end of the connection."""
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
        # A listener that is closed while another thread accepts does not wake it everywhere; a connection does.
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._accepting.join(PATIENCE)
        self._listener.close()
        for conn in self._open:
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                # Closed already, by either side.
                continue
        for thread in self._threads:
            thread.join(PATIENCE)
        assert not any(thread.is_alive() for thread in self._threads)


def reply(body: bytes = b"{}", status: str = "200 OK", headers: str = "") -> bytes:
    """An answer with a right length, of which the connection is kept."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


def answering(*answers: bytes) -> Behaviour:
    """Answers one request after another on every connection, the last answer again and again."""

    def behave(server: Server, conn: socket.socket) -> None:
        waiting = list(answers)
        while server.read(conn):
            conn.sendall(waiting.pop(0) if len(waiting) > 1 else waiting[0])

    return behave
