"""Lets one window serve a data folder, and receives what second starts (`second_start.py`) hand over to it."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from shiboken6 import isValid

from desktop.domain.result_line import line_of
from desktop.pos.peers import is_this_user
from desktop.pos.window_address import SOCKET_FOLDER, Address, addresses, note_stranger, trusted_addresses

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

_MAX_MESSAGE_SIZE = 65_536
"""Bytes: many times the longest hand-over."""

_MAX_CONNECTIONS = 64
"""Connections at a time: more than bills can wait (`hand_over.MAX_WAITING`)."""

MESSAGE_TIMEOUT = 10.0
"""Seconds in which a whole message must have arrived. A second start sends it at once."""

_CHECK_INTERVAL = 1_000
"""Milliseconds between two checks for late messages, while one is incomplete."""


def connect_to_window(data: Path, timeout: int) -> QLocalSocket | None:
    """Connects to the window on a data folder. Returns None if none listens, or another user's process does.

    Args:
        data: the data folder.
        timeout: milliseconds.
    """
    for address in trusted_addresses(data):
        socket = QLocalSocket()
        socket.connectToServer(address.name)
        if not socket.waitForConnected(timeout):
            continue
        if is_this_user(int(socket.socketDescriptor()), server=True):
            return socket
        note_stranger()
        socket.abort()
    return None


class SecondStart:
    """A second start that waits for an answer (`reports.Caller`)."""

    hand_over_id = ""

    def __init__(self, socket: QLocalSocket) -> None:
        self._socket = socket

    def answer(self, message: dict[str, object]) -> None:
        """Sends the answer and disconnects. Has no effect if the second start has ended meanwhile."""
        SecondStartServer.answer(self._socket, message)


class SecondStartServer(QObject):
    """Receives what second starts hand over. Lives on the GUI thread.

    Signals:
        handed_over: what was handed over (`dict`), and the caller that waits for an answer (`QLocalSocket`).
    """

    handed_over = Signal(object, object)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._incomplete: dict[QLocalSocket, bytes] = {}
        self._begun: dict[QLocalSocket, float] = {}
        self._late = QTimer(self)
        self._late.setInterval(_CHECK_INTERVAL)
        self._late.timeout.connect(self._drop_late)
        self._address: Address | None = None
        other = connect_to_window(data, 200)
        if other is not None:
            # A window that could not lock the journal must not take the socket from the window that did.
            other.abort()
            _log.warning("second starts will not find this window: another window listens")
            return
        self._listen(data)

    @property
    def is_listening(self) -> bool:
        """True if second starts find this window."""
        return self._server.isListening()

    def _listen(self, data: Path) -> None:
        for folder, name in addresses(data):
            try:
                address = Address(
                    folder, name, make=folder is None or folder.name.startswith(SOCKET_FOLDER) or folder.parent.is_dir()
                )
            except OSError as error:
                _log.warning("second starts will not find this window in %s: %s", folder, error.strerror)
                continue
            # No process answers there, so a socket of this name is left over from one that has ended.
            QLocalServer.removeServer(address.name)
            if self._server.listen(address.name):
                self._address = address
                return
            _log.warning("second starts will not find this window: %s", self._server.errorString())
            address.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._incomplete) >= _MAX_CONNECTIONS or not is_this_user(
                int(socket.socketDescriptor()), server=False
            ):
                _log.warning("rejected a connection")
                socket.abort()
                socket.deleteLater()
                continue
            self._incomplete[socket] = b""
            self._begun[socket] = time.monotonic()
            self._late.start()
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
            self._forget(sender)
            sender.deleteLater()

    @Slot()
    def _drop_late(self) -> None:
        """Drops connections whose message does not arrive. A few of them would shut every second start out."""
        now = time.monotonic()
        late = [one for one in self._incomplete if now - self._begun[one] > MESSAGE_TIMEOUT]
        for socket in late:
            _log.warning("dropped a connection whose message did not arrive")
            socket.abort()
        if not self._incomplete:
            self._late.stop()

    def _forget(self, socket: QLocalSocket) -> None:
        self._incomplete.pop(socket, None)
        self._begun.pop(socket, None)

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._incomplete:
            return
        received = self._incomplete[socket] + bytes(socket.readAll().data())
        self._incomplete[socket] = received
        if len(received) > _MAX_MESSAGE_SIZE:
            socket.abort()
            return
        if b"\n" not in received:
            return
        self._forget(socket)
        try:
            message = json.loads(received.partition(b"\n")[0])
        except (ValueError, RecursionError):
            _log.warning("cannot read what a second start sent")
            socket.abort()
            return
        self.handed_over.emit(message if isinstance(message, dict) else {}, socket)

    @staticmethod
    def answer(socket: QLocalSocket, message: dict[str, Any]) -> None:
        """Sends the outcome to a second start and disconnects. Has no effect if it has ended meanwhile."""
        if isValid(socket) and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            socket.write(line_of(message).encode())
            socket.flush()
            socket.disconnectFromServer()

    def close(self) -> None:
        """Stops listening."""
        self._server.close()
        if self._address is not None:
            self._address.close()
            self._address = None
