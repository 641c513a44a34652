"""Lets one window serve a data folder, and receives what second starts (`second_start.py`) hand over to it."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from desktop.domain.result_line import line_of
from desktop.pos.peers import is_this_user
from desktop.pos.second_start import CLOSING, connect_to_window
from desktop.pos.window_address import SOCKET_FOLDER, Address, addresses

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
    from desktop.pos.local_pipes import LocalServer, LocalSocket
else:
    from desktop.pos.local_sockets import LocalServer, LocalSocket

__all__ = ["LocalSocket", "SecondStart", "SecondStartServer"]

_log = logging.getLogger(__name__)

_MAX_MESSAGE_SIZE = 65_536
"""Bytes: many times the longest hand-over."""

_MAX_CONNECTIONS = 64
"""Connections at a time: more than bills can wait (`hand_over_queue.MAX_WAITING`)."""

MESSAGE_TIMEOUT = 10.0
"""Seconds in which a whole message must have arrived. A second start sends it at once."""

_CHECK_INTERVAL = 1_000
"""Milliseconds between two checks for late messages, while one is incomplete."""


_CONNECT_TIMEOUT = 0.2
"""Seconds to wait for another window. One that listens accepts at once."""


class SecondStart:
    """A second start that waits for an answer (`reports.Caller`)."""

    hand_over_id = ""

    def __init__(self, socket: LocalSocket) -> None:
        self._socket = socket

    def answer(self, message: dict[str, object]) -> None:
        """Sends the answer and disconnects. Has no effect if the second start has ended meanwhile."""
        SecondStartServer.answer(self._socket, message)


class SecondStartServer(QObject):
    """Receives what second starts hand over. Lives on the GUI thread.

    Signals:
        handed_over: what was handed over (`dict`), and the caller that waits for an answer (`LocalSocket`).
    """

    handed_over = Signal(object, object)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = LocalServer(self)
        self._server.connected.connect(self._on_connection)
        self._incomplete: dict[LocalSocket, bytes] = {}
        self._begun: dict[LocalSocket, float] = {}
        self._late = QTimer(self)
        self._late.setInterval(_CHECK_INTERVAL)
        self._late.timeout.connect(self._drop_late)
        self._address: Address | None = None
        other = connect_to_window(data, _CONNECT_TIMEOUT)
        if other is not None:
            # A window that could not lock the journal must not take the socket from the window that did.
            other.close()
            _log.warning("second starts will not find this window: another window listens")
            return
        self._listen(data)

    @property
    def is_listening(self) -> bool:
        """True if second starts find this window."""
        return self._server.is_listening

    def _listen(self, data: Path) -> None:
        for folder, name in addresses(data):
            try:
                address = Address(
                    folder, name, make=folder is None or folder.name.startswith(SOCKET_FOLDER) or folder.parent.is_dir()
                )
            except OSError as error:
                _log.warning("second starts will not find this window in %s: %s", folder, error.strerror)
                continue
            try:
                # No process answers there, so a socket of this name is left over from one that has ended.
                self._server.listen(address.name)
            except OSError as error:
                _log.warning("second starts will not find this window: %s", error.strerror)
                address.close()
                continue
            self._address = address
            return

    @Slot(object)
    def _on_connection(self, socket: LocalSocket) -> None:
        if len(self._incomplete) >= _MAX_CONNECTIONS or not is_this_user(socket.descriptor, server=False):
            _log.warning("rejected a connection")
            socket.abort()
            socket.deleteLater()
            return
        self._incomplete[socket] = b""
        self._begun[socket] = time.monotonic()
        self._late.start()
        socket.received.connect(self._on_ready)
        socket.disconnected.connect(self._on_gone)
        self._read(socket)

    @Slot()
    def _on_ready(self) -> None:
        sender = self.sender()
        if isinstance(sender, LocalSocket):
            self._read(sender)

    @Slot()
    def _on_gone(self) -> None:
        sender = self.sender()
        if isinstance(sender, LocalSocket):
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

    def _forget(self, socket: LocalSocket) -> None:
        self._incomplete.pop(socket, None)
        self._begun.pop(socket, None)

    def _read(self, socket: LocalSocket) -> None:
        piece = socket.read()
        if socket not in self._incomplete:
            # What follows a whole message is nothing that the till knows.
            return
        received = self._incomplete[socket] + piece
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
    def answer(socket: LocalSocket, message: dict[str, Any]) -> None:
        """Sends the outcome to a second start and disconnects. Has no effect if it has ended meanwhile."""
        if isValid(socket):
            socket.send_last(line_of(message).encode())

    def stop_listening(self) -> None:
        """Takes nothing more, because the window closes. Tells those of whom it has taken nothing that this is so.

        Who was taken still gets an answer.
        """
        self._server.stop_listening()
        for socket in list(self._incomplete):
            self._forget(socket)
            self.answer(socket, {CLOSING: True})

    def close(self) -> None:
        """Stops listening, and disconnects those who still wait."""
        self.stop_listening()
        self._server.close()
        if self._address is not None:
            self._address.close()
            self._address = None
