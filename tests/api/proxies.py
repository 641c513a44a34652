"""Provides proxies on real sockets that open tunnels, ask for a login, refuse, or hang."""

from __future__ import annotations

import base64
import re
import socket
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.api.servers import TIMEOUT, reply

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@contextmanager
def windows_settings(proxy: str, excepted: str | None) -> Iterator[None]:
    """Gives this user of Windows a proxy, and puts back what was there.

    Args:
        proxy: `host:port`.
        excepted: what needs no proxy; None for no such setting.
    """
    if sys.platform == "win32":
        import winreg

        new: dict[str, str | int | None] = {"ProxyEnable": 1, "ProxyServer": proxy, "ProxyOverride": excepted}
        where = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, where, 0, winreg.KEY_READ | winreg.KEY_WRITE) as key:

            def write(values: dict[str, str | int | None]) -> dict[str, str | int | None]:
                before: dict[str, str | int | None] = dict.fromkeys(values)
                for name, value in values.items():
                    try:
                        before[name] = winreg.QueryValueEx(key, name)[0]
                        winreg.DeleteValue(key, name)
                    except FileNotFoundError:
                        pass
                    if value is not None:
                        kind = winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ
                        winreg.SetValueEx(key, name, 0, kind, value)
                return before

            before = write(new)
            try:
                yield
            finally:
                write(before)
    else:
        raise NotImplementedError
