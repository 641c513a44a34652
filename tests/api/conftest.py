"""Provides servers and transports that are closed when a test ends."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from desktop.api.access import BasicAccess
from desktop.api.transport import Transport
from tests.api.servers import TIMEOUT, Server

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from tests.api.servers import Behaviour, MakeServer, MakeTransport


@pytest.fixture
def make_server() -> Iterator[MakeServer]:
    servers: list[Server] = []

    def make(behave: Behaviour, context: ssl.SSLContext | None = None) -> Server:
        servers.append(Server(behave, context))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


@pytest.fixture
def make_transport() -> Iterator[MakeTransport]:
    transports: list[Transport] = []

    def make(
        url: str, *, connect_timeout: float = 5.0, call_timeout: float = 10.0, password: str = "server123"
    ) -> Transport:
        transports.append(
            Transport(
                url,
                BasicAccess("store.server", password),
                connect_timeout=connect_timeout,
                call_timeout=call_timeout,
            )
        )
        return transports[-1]

    yield make
    for transport in transports:
        transport.close()
    wires = [thread for thread in threading.enumerate() if thread.name == "points-till-wire"]
    for thread in wires:
        thread.join(TIMEOUT)
    assert not any(thread.is_alive() for thread in wires)
