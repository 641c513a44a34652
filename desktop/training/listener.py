"""Owns the socket of the practice service: a threaded HTTP/1.1 server that keeps connections alive and ends at once.

werkzeug is imported here and nowhere else in the room, so that only a started service pays for it.
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
_LARGEST_BODY = 1_000_000
_POLL = 0.05
_LONGEST_END = 5.0


class ConnectionCut(Exception):
    """Raised in place of an answer: the connection is to be cut."""


class _Reader(io.RawIOBase):
    """What comes over a connection, up to where the client or the service ends it.

    Shutting a socket down wakes a thread that reads from it on some systems only, so it waits for either by itself.
    """

    def __init__(self, connection: socket.socket, ending: socket.socket) -> None:
        super().__init__()
        self._connection = connection
        self._selector = selectors.DefaultSelector()
        self._selector.register(connection, selectors.EVENT_READ)
        self._ending = self._selector.register(ending, selectors.EVENT_READ)

    def readable(self) -> bool:
        """That it is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Reads what there is; 0 at the end."""
        ready = self._selector.select()
        if any(key == self._ending for key, _events in ready):
            return 0
        return self._connection.recv_into(buffer)

    def close(self) -> None:
        """Gives back what it waits by; the connection is its handler's."""
        self._selector.close()
        super().close()


class _Handler(WSGIRequestHandler):
    """One connection. werkzeug's own handler closes it after each answer; the real service keeps it alive."""

    server: _Server
    protocol_version = "HTTP/1.1"
    # Head and body are two small writes; Nagle's algorithm would hold the second back for 40 ms.
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Reads so that the service can end it."""
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_Reader(self.connection, self.server.ending))

    def run_wsgi(self) -> None:
        """Reads one request whole, answers it, and leaves the connection ready for the next."""
        if self.headers.get("Expect", "").strip().lower() == "100-continue":
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request = Request(self.make_environ())
        request.max_content_length = _LARGEST_BODY
        try:
            # The body has to be off the wire before the next request line can be read.
            request.get_data()
            response = self.server.respond(request)
        except HTTPException as error:
            self.close_connection = True
            response = Response(str(error), error.code)
        except ConnectionCut:
            self._cut()
            return
        except Exception:  # noqa: BLE001 - as in any server, one request fails and the next is served
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
        # It may be gone from the other side already.
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's own signature
        """Says nothing: URLs hold mobile numbers."""


class _Server(ThreadedWSGIServer):
    """The listening socket and the connections that came from it.

    Attributes:
        ending: can be read from as soon as all connections are to end.
    """

    def __init__(self, listening: socket.socket, respond: Callable[[Request], Response]) -> None:
        self.respond = respond
        self.ending, self._end = socket.socketpair()
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._connections_lock = threading.Lock()
        # Handed over bound: werkzeug's own way of binding prints and ends the program where the port is taken.
        super().__init__(
            HOST, listening.getsockname()[1], Request.application(respond), _Handler, fd=listening.fileno()
        )

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Serves a connection on a thread of its own that `end_connections` can find."""
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
        """Logs what went wrong in a connection; never to standard error, which a windowed program does not have."""
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
            thread.join(_LONGEST_END)
        self.ending.close()


class Listener:
    """A listening server, from its making until `stop`.

    Args:
        port: where to listen; 0 for any free one.
        respond: answers a request, on the connection's thread.

    Raises:
        OSError: where the port cannot be had.
    """

    def __init__(self, port: int, respond: Callable[[Request], Response]) -> None:
        with socket.create_server((HOST, port)) as listening:
            self._server = _Server(listening, respond)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL,), name="practice-service", daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.port

    def stop(self) -> None:
        """Ends listening and every connection. What `respond` waits for has to be let go before."""
        self._server.shutdown()
        self._thread.join(_LONGEST_END)
        self._server.end_connections()
