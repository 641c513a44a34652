"""Listens for second starts on a named pipe, on Windows, where Python has none. The same as `local_sockets.py`."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket


class LocalSocket(QObject):
    """A connection to another process of this machine.

    Signals:
        received: `read` has something.
        disconnected: the connection has ended.
    """

    received = Signal()
    disconnected = Signal()

    def __init__(self, connection: QLocalSocket | None = None, parent: QObject | None = None) -> None:
        """Takes over a connection. Without one, it is not connected."""
        super().__init__(parent)
        self._connection = connection or QLocalSocket()
        self._connection.setParent(self)
        self._connection.readyRead.connect(self.received)
        self._connection.disconnected.connect(self.disconnected)

    @property
    def is_connected(self) -> bool:
        """True until the connection has ended."""
        return self._connection.state() == QLocalSocket.LocalSocketState.ConnectedState

    @property
    def descriptor(self) -> int:
        """The system's handle of the connection; -1 if it has ended."""
        return int(self._connection.socketDescriptor())

    def read(self) -> bytes:
        """Returns what has been received since the last time. Does not wait."""
        return bytes(self._connection.readAll().data())

    def send_last(self, data: bytes) -> None:
        """Sends the last message, and disconnects once it has left. Has no effect if the connection has ended."""
        if self.is_connected:
            self._connection.write(data)
            self._connection.flush()
            self._connection.disconnectFromServer()

    def abort(self) -> None:
        """Disconnects at once. Has no effect if the connection has ended."""
        self._connection.abort()


class LocalServer(QObject):
    """Accepts connections on a named pipe.

    Signals:
        connected: somebody has connected (`LocalSocket`). The socket belongs to the server.
    """

    connected = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    @property
    def is_listening(self) -> bool:
        """True from `listen` to `close`."""
        return self._server.isListening()

    def listen(self, name: str) -> None:
        """Listens at an address, for this user only.

        Args:
            name: the name of the pipe.

        Raises:
            OSError: there can be no pipe.
        """
        # No process answers there, so a socket of this name is left over from one that has ended.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            raise OSError(None, self._server.errorString(), name)

    @Slot()
    def _on_connection(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            self.connected.emit(LocalSocket(connection, self))

    def close(self) -> None:
        """Stops listening, and disconnects everybody. Closing it again has no effect."""
        for one in self.findChildren(LocalSocket):
            one.abort()
        self._server.close()
