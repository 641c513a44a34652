"""Serves the local interface with waitress, on 127.0.0.1 only and within limits, and stops at once.

waitress reads all requests in one thread, so a slow or incomplete one holds up no other.
"""

from __future__ import annotations

import json
import logging
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

from desktop.pos.local_api.limits import MAX_BODY, MAX_CONNECTIONS, MAX_HEADERS, REQUEST_TIMEOUT, THREADS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.pos.local_api.application import LocalApi

HOST = "127.0.0.1"

_IDLE_TIMEOUT = 30
"""Seconds after which a connection without a request is closed."""

_END_TIMEOUT = 2.0

_CODES = {400: "invalid_request", 413: "too_large", 431: "headers_too_large", 501: "invalid_request"}


class _Parser(HTTPRequestParser):
    """Reads a request. Whatever is wrong with its head, the caller is told so."""

    def parse_header(self, header_plus: bytes) -> None:
        """Reads the head.

        Raises:
            ParsingError: it cannot be read.
        """
        try:
            super().parse_header(header_plus)  # type: ignore[no-untyped-call]  # waitress has no types
        except ValueError as error:
            # The standard library's, which waitress lets through: an address with half a bracket, or a length of more
            # digits than Python reads. The connection would be closed without an answer.
            raise ParsingError("the head cannot be read") from error


class _JsonErrorTask(ErrorTask):
    """Answers a request that cannot be parsed, as JSON like every other error."""

    def execute(self) -> None:
        error = self.request.error
        code = _CODES.get(error.code, "internal_error")
        body = json.dumps({"error": {"code": code, "message": error.reason}}).encode() + b"\n"
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [("Content-Length", str(len(body))), ("Content-Type", "application/json")]
        self.response_headers.append(("Connection", "close"))
        self.close_on_finish = True
        self.content_length = len(body)  # type: ignore[assignment]  # waitress has no types
        self.write(body)  # type: ignore[no-untyped-call]  # waitress has no types


class _Channel(HTTPChannel):
    """One connection. A request that does not arrive in time is dropped, even if it comes byte by byte."""

    parser_class = _Parser
    error_task_class = _JsonErrorTask
    begun = 0.0
    asked = 0.0
    """When it sent its last whole request; before the first one, when it connected."""

    def add_channel(self, map: dict[int, object] | None = None) -> None:  # noqa: A002 - waitress calls it so
        """Takes the connection."""
        super().add_channel(map)  # type: ignore[no-untyped-call]  # waitress has no types
        self.asked = time.monotonic()

    def received(self, data: bytes) -> bool:
        """Takes a piece of a request."""
        taken: bool = super().received(data)  # type: ignore[no-untyped-call]  # waitress has no types
        if self.requests:
            self.asked = time.monotonic()
        if self.request is None:
            self.begun = 0.0
        elif not self.begun:
            self.begun = time.monotonic()
        return taken

    def check_client_disconnected(self) -> bool:
        """True if the caller has gone, or has said that it sends nothing more. waitress asks only what it has read.

        If it read while it answers, as it can, it would close a connection whose caller only waits for the answer.
        """
        # The thread that reads lets go of a socket that it has closed.
        connection: socket.socket | None = self.socket
        try:
            return connection is None or not connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True

    @property
    def is_waiting(self) -> bool:
        """True if the till waits for this caller, and not the caller for the till."""
        return not (self.requests or self.total_outbufs_len or self.will_close)

    @property
    def is_late(self) -> bool:
        """True if the request that is arriving has taken too long."""
        return bool(self.begun) and time.monotonic() - self.begun > REQUEST_TIMEOUT


class _Server(TcpWSGIServer):
    channel_class = _Channel

    def readable(self) -> bool:
        """True if another connection can be taken. waitress asks this before each look at its connections."""
        if len(self._map) >= self.adj.connection_limit - 1:
            self._make_room()
        taken: bool = super().readable()  # type: ignore[no-untyped-call]  # waitress has no types
        return taken

    def _make_room(self) -> None:
        """Closes the connection that has sent nothing, or too slowly, for the longest time. It keeps no POS out."""
        waiting = [channel for channel in self.active_channels.values() if channel.is_waiting]
        if waiting:
            min(waiting, key=lambda channel: channel.asked).will_close = True

    def maintenance(self, now: float) -> None:
        """Closes connections that are idle or too slow."""
        super().maintenance(now)  # type: ignore[no-untyped-call]  # waitress has no types
        for channel in list(self.active_channels.values()):
            if channel.is_late:
                channel.will_close = True

    def close(self) -> None:
        """Stops listening. waitress would close the trigger too, which other threads may still be pulling."""
        wasyncore.dispatcher.close(self)

    def handle_error(self) -> None:
        """Logs an error of the server. A windowed program has no standard error to print it to."""
        logging.getLogger(__name__).exception("the local interface failed")  # noqa: LOG004 - called in an except clause


class ApiServer:
    """The interface while it is served."""

    def __init__(self, port: int, make_application: Callable[[int], LocalApi]) -> None:
        """Listens and serves on threads of its own.

        Args:
            port: the port; 0 for any free one.
            make_application: makes the application for the port.

        Raises:
            OSError: the port is not available.
        """
        listening = _listen(port)
        self.port: int = listening.getsockname()[1]
        self._map: dict[int, object] = {}
        self._server = _Server(  # type: ignore[no-untyped-call]  # waitress has no types
            make_application(self.port),
            map=self._map,
            _sock=listening,
            bind_socket=False,
            sockinfo=(socket.AF_INET, socket.SOCK_STREAM, None, (HOST, self.port)),
            adj=Adjustments(
                threads=THREADS,
                connection_limit=MAX_CONNECTIONS,
                channel_timeout=_IDLE_TIMEOUT,
                cleanup_interval=2,
                max_request_header_size=MAX_HEADERS,
                max_request_body_size=MAX_BODY,
                inbuf_overflow=MAX_BODY * 2,
                outbuf_overflow=1 << 22,
                expose_tracebacks=False,
                ident="points-till",
                asyncore_use_poll=sys.platform != "win32",
                clear_untrusted_proxy_headers=True,
            ),
        )
        self._thread = threading.Thread(target=self._server.run, name="local-api", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Answers what is being answered, and closes every connection. First end what the requests wait for."""
        requests, trigger = self._server.task_dispatcher, self._server.trigger
        requests.shutdown(timeout=_END_TIMEOUT)
        trigger.pull_trigger(self._close)
        self._thread.join(_END_TIMEOUT)
        if not self._thread.is_alive() and not requests.threads:
            # Not earlier: the number of its file may be the journal's by the time another thread writes to it.
            trigger.close()

    def _close(self) -> None:
        # In the thread of the server, which ends when its map is empty.
        self._server.trigger.del_channel()
        wasyncore.close_all(self._map)


def _listen(port: int) -> socket.socket:
    if sys.platform == "win32":
        made = socket.socket()
        try:
            # Otherwise another program could take the port over and read the token.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            made.bind((HOST, port))
            made.listen()
        except BaseException:
            made.close()
            raise
        return made
    else:
        return socket.create_server((HOST, port))
