"""Requests and calls for the tests of the transport."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

from desktop.api.exchange import Answer, Request
from desktop.domain.failures import Failure
from tests.api.servers import TIMEOUT

if TYPE_CHECKING:
    from desktop.api.transport import Transport
    from tests.api.servers import Server

POST = Request("POST", "/v1.1/points/redeem", (("format", "json"),), b'{"root": {}}')
GET = Request("GET", "/v1.1/customer/get", (("mobile", "919777788221"),))


class Call:
    """A call on a thread of its own, so that a test can act meanwhile."""

    def __init__(self, transport: Transport, request: Request = POST) -> None:
        self.outcome: Answer | Failure | None = None
        self._thread = threading.Thread(target=self._run, args=(transport, request))
        self._thread.start()

    def _run(self, transport: Transport, request: Request) -> None:
        try:
            self.outcome = transport.call(request)
        except Failure as failure:
            self.outcome = failure

    def result(self) -> Answer | Failure:
        self._thread.join(TIMEOUT)
        assert self.outcome is not None, "the call never came back"
        return self.outcome


def refused_port() -> int:
    """A port of this machine that refuses connections."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def hang(server: Server, conn: socket.socket) -> None:
    """Reads the request and never answers."""
    server.read(conn)
    server.over.wait(TIMEOUT)
