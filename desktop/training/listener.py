"""Serves HTTP/1.1 with threads and keep-alive, and stops at once.

Only this module of the package imports werkzeug, so it is loaded only when a service starts.
"""

from __future__ import annotations

import contextlib
import io
import logging
import selectors
import socket
import threading
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

_log = logging.getLogger(__name__)

HOST = "127.0.0.1"
_MAX_BODY = 1_000_000
_POLL_INTERVAL = 0.05
_STOP_TIMEOUT = 5.0


class ConnectionCut(Exception):
    """Raised instead of an answer: the server cuts the connection."""


class _Reader(io.RawIOBase):
    """Reads from a connection until the client or the service ends it.

    On some systems, shutting a socket down does not wake a thread that reads from it. So this reader waits on both
    sockets.
    """

    def __init__(self, connection: socket.socket, ending: socket.socket) -> None:
        super().__init__()
        self._connection = connection
        self._selector = selectors.DefaultSelector()
        self._selector.register(connection, selectors.EVENT_READ)
        self._ending = self._selector.register(ending, selectors.EVENT_READ)

    def readable(self) -> bool:
        """True, always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Reads what is available; 0 at the end."""
        ready = self._selector.select()
        if any(key == self._ending for key, _events in ready):
            return 0
        return self._connection.recv_into(buffer)

    def close(self) -> None:
        """Closes the selector. The handler closes the connection."""
        self._selector.close()
        super().close()


class _Handler(WSGIRequestHandler):
    """Handles one connection. werkzeug's own handler closes it after each answer; the real service keeps it alive."""

    server: _Server
    protocol_version = "HTTP/1.1"
    # Head and body are two small writes, and Nagle's algorithm would delay the second by 40 ms.
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Replaces the input stream with one that the service can end."""
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_Reader(self.connection, self.server.ending))

    def run_wsgi(self) -> None:
        """Reads one whole request, answers it, and leaves the connection ready for the next one."""
        if self.headers.get("Expect", "").strip().lower() == "100-continue":
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request = Request(self.make_environ())
        request.max_content_length = _MAX_BODY
        try:
            # Read the whole body first, or its rest would be read as the next request line.
            request.get_data()
            response = self.server.respond(request)
        except HTTPException as error:
            self.close_connection = True
            response = Response(str(error), error.code)
        except ConnectionCut:
            self._cut()
            return
        except Exception:  # noqa: BLE001 - one failed request must not stop the server
            _log.exception("the practice service failed")
            response = Response("Internal Server Error", 500)
        self._send(request, response)

    def _send(self, request: Request, response: Response) -> None:
        pieces, status, headers = response.get_wsgi_response(request.environ)
        code, _, phrase = status.partition(" ")
        self.send_response(int(code), phrase)
        for name, value in headers:
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(piece)
        except ConnectionCut:
            self._cut()
        finally:
            response.close()

    def _cut(self) -> None:
        self.close_connection = True
        # The client may have closed it already.
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's own signature
        """Logs nothing, because URLs contain mobile numbers."""


class _Server(ThreadedWSGIServer):
    """The listening socket and its connections.

    Attributes:
        ending: becomes readable when all connections must end.
    """

    def __init__(self, listening: socket.socket, respond: Callable[[Request], Response]) -> None:
        self.respond = respond
        self.ending, self._end = socket.socketpair()
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._connections_lock = threading.Lock()
        # Pass a bound socket: if the port is taken, werkzeug's own bind prints a message and exits.
        super().__init__(
            HOST, listening.getsockname()[1], Request.application(respond), _Handler, fd=listening.fileno()
        )

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Serves a connection on its own thread, which `end_connections` can find."""
        if not isinstance(request, socket.socket):
            raise TypeError("a stream socket is expected")
        thread = threading.Thread(
            target=self._serve, args=(request, client_address), name="practice-service-connection", daemon=True
        )
        with self._connections_lock:
            self._connections[thread] = request
        thread.start()

    def _serve(self, request: socket.socket, client_address: tuple[str, int]) -> None:
        try:
            self.process_request_thread(request, client_address)
        finally:
            with self._connections_lock:
                del self._connections[threading.current_thread()]

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - socketserver's own signature
        """Logs an error in a connection. A windowed program has no standard error to print it to."""
        _log.exception("a connection to the practice service failed")

    def end_connections(self) -> None:
        """Ends every connection, idle or not, and waits for its thread."""
        with self._connections_lock:
            connections = dict(self._connections)
        self._end.close()
        for connection in connections.values():
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in connections:
            thread.join(_STOP_TIMEOUT)
        self.ending.close()


class Listener:
    """A server that listens until `stop` is called.

    Args:
        port: the port to listen on; 0 for any free one.
        respond: answers a request, on the connection's thread.

    Raises:
        OSError: if the port is not available.
    """

    def __init__(self, port: int, respond: Callable[[Request], Response]) -> None:
        with socket.create_server((HOST, port)) as listening:
            self._server = _Server(listening, respond)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_INTERVAL,), name="practice-service", daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._server.port

    def stop(self) -> None:
        """Stops listening and ends every connection. First end everything that `respond` waits for."""
        self._server.shutdown()
        self._thread.join(_STOP_TIMEOUT)
        self._server.end_connections()
