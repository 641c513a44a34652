"""Owns that one data folder has one window, which takes what second starts (`second_start.py`) hand over."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from shiboken6 import isValid

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

_MOST = 65_536


def name_of(data: Path) -> str:
    """The name under which the window on a data folder listens: short enough for the socket paths of every system."""
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
        name = name_of(data)
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
        """Tells a second start what came of it, and lets it go; nobody, where it has ended meanwhile."""
        if isValid(socket) and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            socket.write((json.dumps(message, ensure_ascii=False) + "\n").encode())
            socket.flush()
            socket.disconnectFromServer()

    def close(self) -> None:
        """Listens no more."""
        self._server.close()
