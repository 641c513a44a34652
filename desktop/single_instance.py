"""Owns that one data folder has one window: a second start hands its arguments over and waits for the outcome."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

_PATIENCE = 10.0
"""Seconds that a second start waits for the first window to listen: it may itself be starting."""

_PAUSE = 0.1
"""Seconds between two tries to reach it."""

_MOST = 65_536


def _name(data: Path) -> str:
    # Short enough for the socket paths of every system.
    return f"points-till-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:20]}"


class Reception(QObject):
    """Takes what second starts hand over. Lives on the painting thread.

    Signals:
        handed_over: what was handed over (`dict`), and the caller to be answered (`QLocalSocket`).
    """

    handed_over = Signal(object, object)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._waiting: dict[QLocalSocket, bytes] = {}
        name = _name(data)
        # The lock on the journal is ours, so whoever listened under this name is gone.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            _log.warning("a second start will not find this window: %s", self._server.errorString())

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._waiting[socket] = b""
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(self._on_gone)
            self._read(socket)

    @Slot()
    def _on_ready(self) -> None:
        sender = self.sender()
        if isinstance(sender, QLocalSocket):
            self._read(sender)

    @Slot()
    def _on_gone(self) -> None:
        sender = self.sender()
        if isinstance(sender, QLocalSocket):
            self._waiting.pop(sender, None)
            sender.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._waiting:
            return
        received = self._waiting[socket] + bytes(socket.readAll().data())
        self._waiting[socket] = received
        if b"\n" not in received:
            if len(received) > _MOST:
                socket.abort()
            return
        del self._waiting[socket]
        try:
            message = json.loads(received.partition(b"\n")[0])
        except ValueError:
            _log.warning("a second start said something that cannot be read")
            socket.abort()
            return
        self.handed_over.emit(message if isinstance(message, dict) else {}, socket)

    @staticmethod
    def answer(socket: QLocalSocket, message: dict[str, Any]) -> None:
        """Tells a second start what came of it, and lets it go."""
        if socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            socket.write((json.dumps(message, ensure_ascii=False) + "\n").encode())
            socket.flush()
            socket.disconnectFromServer()

    def close(self) -> None:
        """Listens no more."""
        self._server.close()


def hand_over(data: Path, message: dict[str, Any]) -> dict[str, Any] | None:
    """Hands a second start's arguments to the window on the same data folder, and waits for the outcome.

    Returns:
        What the window answers; an empty answer where it ended without one; None where no window listens.
    """
    socket = QLocalSocket()
    end = time.monotonic() + _PATIENCE
    while True:
        socket.connectToServer(_name(data))
        if socket.waitForConnected(500):
            break
        if time.monotonic() > end:
            return None
        # Nothing tells when the other one begins to listen, and there is nothing else to do meanwhile.
        time.sleep(_PAUSE)
    socket.write((json.dumps(message) + "\n").encode())
    socket.flush()
    received = b""
    while b"\n" not in received:
        if not socket.waitForReadyRead(-1):
            break
        received += bytes(socket.readAll().data())
    try:
        answer = json.loads(received.partition(b"\n")[0])
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
