"""Listens for second starts on a named pipe, on Windows, where Python has none."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.pos.local_connections import LocalConnection, LocalListener


class LocalSocket(LocalConnection):
    """A connection through a named pipe."""

    def __init__(self, connection: QLocalSocket | None = None, parent: QObject | None = None) -> None:
        """Takes over a connection. Without one, it is not connected."""
        super().__init__(parent)
        self._connection = connection or QLocalSocket()
        self._connection.setParent(self)
        self._connection.readyRead.connect(self.received)
        self._connection.disconnected.connect(self.disconnected)

    @property
    def is_connected(self) -> bool:
        return self._connection.state() == QLocalSocket.LocalSocketState.ConnectedState

    @property
    def descriptor(self) -> int:
        return int(self._connection.socketDescriptor())

    def read(self) -> bytes:
        return bytes(self._connection.readAll().data())

    def send_last(self, data: bytes) -> None:
        if self.is_connected:
            self._connection.write(data)
            self._connection.flush()
            self._connection.disconnectFromServer()

    def abort(self) -> None:
        self._connection.abort()


class LocalServer(LocalListener):
    """Accepts connections on a named pipe."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    @property
    def is_listening(self) -> bool:
        return self._server.isListening()

    def listen(self, name: str) -> None:
        # No process answers there, so a socket of this name is left over from one that has ended.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            raise OSError(None, self._server.errorString(), name)

    @Slot()
    def _on_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            self.connected.emit(LocalSocket(connection, self))

    def stop_listening(self) -> None:
        if self._server.isListening():
            self._server.waitForNewConnection(0)
            self._on_connection()
            self._server.close()

    def close(self) -> None:
        self.stop_listening()
        for one in self.findChildren(LocalSocket):
            one.abort()
