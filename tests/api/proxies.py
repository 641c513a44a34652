"""Provides proxies on real sockets that open tunnels, ask for a login, refuse, or hang."""

from __future__ import annotations

import base64
import re
import socket
import threading
from typing import TYPE_CHECKING

from tests.api.servers import TIMEOUT, reply

if TYPE_CHECKING:
    from tests.api.servers import Behaviour, Server

_LOGIN = re.compile(rb"^Proxy-Authorization: Basic (\S+)\r$", re.MULTILINE)


def tunnel(service: Server, login: str = "") -> Behaviour:
    """Opens a tunnel to a service, whatever name the client asks for.

    Args:
        service: where every tunnel ends.
        login: `name:password` that the client must send; empty if it need not.
    """

    def behave(server: Server, conn: socket.socket) -> None:
        found = _LOGIN.search(server.read(conn))
        given = base64.b64decode(found[1]).decode() if found else ""
        if login and given != login:
            conn.sendall(reply(b"", "407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="shop"\r\n'))
            return
        conn.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", service.port)) as onward:
            back = threading.Thread(target=pump, args=(onward, conn))
            back.start()
            pump(conn, onward)
            back.join(TIMEOUT)

    return behave


def refusing(status: str) -> Behaviour:
    """Refuses every tunnel."""

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        conn.sendall(reply(b"<html>Blocked</html>", status))

    return behave


def hanging(server: Server, conn: socket.socket) -> None:
    """Reads the request for a tunnel, and never answers."""
    server.read(conn)
    server.over.wait(TIMEOUT)


def pump(source: socket.socket, sink: socket.socket) -> None:
    """Passes bytes one way until one side ends, and tells the other."""
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        # Either side hung up, which is how the test ends.
        return
