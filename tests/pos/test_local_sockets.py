"""Tests the sockets on which a window listens for second starts, those of POSIX and Qt's, which Windows uses."""

from __future__ import annotations

import errno
import stat
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtNetwork import QLocalSocket

from desktop.pos import local_pipes, local_sockets
from tests.posix import unix_socket

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pos.local_connections import LocalConnection, LocalListener

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Python has no such sockets on Windows")


@pytest.fixture(params=[pytest.param(local_sockets, marks=on_posix), local_pipes])
def server(request: pytest.FixtureRequest, qapp: object) -> Iterator[LocalListener]:  # noqa: ARG001 - sockets need it
    """Returns a server of each kind, and closes it after the test."""
    made: LocalListener = request.param.LocalServer()
    yield made
    made.close()


@pytest.fixture
def name(tmp_path: Path) -> str:
    """Returns an address of this test alone."""
    return str(tmp_path / "s") if sys.platform != "win32" else f"points-till-test-{tmp_path.name}"


def connect(qtbot: QtBot, server: LocalListener, name: str) -> tuple[QLocalSocket, LocalConnection]:
    """Connects another program's socket. Returns it, and the server's end."""
    client = QLocalSocket()
    with qtbot.waitSignal(server.connected) as caught:
        client.connectToServer(name)
    assert caught.args is not None
    return client, caught.args[0]


def test_a_message_and_an_answer(qtbot: QtBot, server: LocalListener, name: str) -> None:
    """What is sent arrives, the answer arrives as a whole however long it is, and then both are disconnected."""
    server.listen(name)
    assert server.is_listening
    client, caller = connect(qtbot, server, name)
    assert caller.is_connected
    assert caller.descriptor >= 0
    with qtbot.waitSignal(caller.received):
        client.write(b"question")
        client.flush()
    assert caller.read() == b"question"
    assert caller.read() == b""
    answer = bytes(range(256)) * 8_000
    with qtbot.waitSignals([client.disconnected, caller.disconnected]):
        caller.send_last(answer)
    assert bytes(client.readAll().data()) == answer
    assert caller.descriptor == -1
    # All of these come too late, and do nothing.
    caller.send_last(b"more")
    caller.abort()
    assert caller.read() == b""


def test_the_other_end_leaves(qtbot: QtBot, server: LocalListener, name: str) -> None:
    """The server learns that its caller has gone, and an answer to it does nothing."""
    server.listen(name)
    client, caller = connect(qtbot, server, name)
    with qtbot.waitSignal(caller.disconnected):
        client.abort()
    caller.send_last(b"answer")
    assert not caller.is_connected


def test_closing_disconnects(qtbot: QtBot, server: LocalListener, name: str) -> None:
    """No program waits for an answer of a server that is closed, and the address is free again."""
    server.listen(name)
    client, caller = connect(qtbot, server, name)
    with qtbot.waitSignal(client.disconnected):
        server.close()
    assert not server.is_listening
    assert not caller.is_connected
    server.listen(name)
    assert server.is_listening


@on_posix
def test_a_socket_that_is_left_over(tmp_path: Path, server: LocalListener) -> None:
    """It is replaced, only this user may use the new one, and closing removes it."""
    path = tmp_path / "s"
    with unix_socket() as killed:
        killed.bind(str(path))
    server.listen(str(path))
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    server.close()
    assert not path.exists()


@on_posix
def test_no_place_for_a_socket(tmp_path: Path, server: LocalListener) -> None:
    """The reason is raised, and the server does not listen."""
    with pytest.raises(OSError, match=r".") as error:
        server.listen(str(tmp_path / "missing" / "s"))
    assert error.value.strerror
    assert not server.is_listening


def test_a_socket_without_a_connection(qapp: object) -> None:  # noqa: ARG001 - sockets need it
    """It takes an answer that no one waits for."""
    for kind in (local_sockets.LocalSocket, local_pipes.LocalSocket):
        none = kind()
        none.send_last(b"answer")
        assert not none.is_connected
        assert none.descriptor == -1


class _Full:
    """A listening socket of a process that has too many files open, until the limit is raised."""

    def __init__(self, real: socket.socket) -> None:
        self._real = real

    def accept(self) -> NoReturn:
        raise OSError(errno.EMFILE, "Too many open files")

    def close(self) -> None:
        self._real.close()


@on_posix
def test_too_many_open_files(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The connection waits, and is accepted as soon as there is room. Meanwhile the window does not spin."""
    monkeypatch.setattr(local_sockets, "_PAUSE", 1)
    server = local_sockets.LocalServer()
    server.listen(str(tmp_path / "s"))
    real = server._listening
    assert real is not None
    monkeypatch.setattr(server, "_listening", _Full(real))
    client = QLocalSocket()
    client.connectToServer(str(tmp_path / "s"))
    qtbot.waitUntil(lambda: "Too many open files" in caplog.text)
    monkeypatch.setattr(server, "_listening", real)
    with qtbot.waitSignal(server.connected):
        pass
    server.close()
