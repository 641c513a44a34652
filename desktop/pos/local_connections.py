"""Describes the connections of second starts to a window: `local_sockets` on POSIX, `local_pipes` on Windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class LocalConnection(QObject):
    """A connection to another process of this machine.

    Signals:
        received: `read` has something.
        disconnected: the connection has ended.
    """

    received = Signal()
    disconnected = Signal()

    @property
    def is_connected(self) -> bool:
        """True until the connection has ended."""
        raise NotImplementedError

    @property
    def descriptor(self) -> int:
        """The system's number or handle of the connection; -1 if it has ended."""
        raise NotImplementedError

    def read(self) -> bytes:
        """Returns what has been received since the last time. Does not wait."""
        raise NotImplementedError

    def send_last(self, data: bytes) -> None:
        """Sends the last message, and disconnects once it has left. Has no effect if the connection has ended."""
        raise NotImplementedError

    def abort(self) -> None:
        """Disconnects at once. Has no effect if the connection has ended."""
        raise NotImplementedError


class LocalListener(QObject):
    """Accepts connections.

    Signals:
        connected: another process has connected (`LocalConnection`). The connection belongs to the listener.
    """

    connected = Signal(object)

    @property
    def is_listening(self) -> bool:
        """True from `listen` to `close`."""
        raise NotImplementedError

    def listen(self, name: str) -> None:
        """Listens at an address, for this user only. What is left over there from a process that has ended is replaced.

        Args:
            name: the path of the socket, or the name of the pipe.

        Raises:
            OSError: nothing can listen there.
        """
        raise NotImplementedError

    def stop_listening(self) -> None:
        """Accepts those who have connected by now, and no one after that. Connections stay as they are."""
        raise NotImplementedError

    def close(self) -> None:
        """Stops listening, and disconnects everybody. Closing it again has no effect."""
        raise NotImplementedError
