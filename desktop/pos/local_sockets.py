"""Listens for second starts on a socket of the system's own, on POSIX.

Qt's sockets would do it too, but the library that they come in takes 3 MiB of every idle till.
"""

from __future__ import annotations

import logging
import socket
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot

from desktop.pos.local_connections import LocalConnection, LocalListener

_log = logging.getLogger(__name__)

_BACKLOG = 50
"""Connections that may wait until they are accepted."""

_PIECE = 65_536
"""Bytes that are received at a time."""

_PAUSE = 1_000
"""Milliseconds until the next try, if a connection could not be accepted: the process may have too many files open."""


class LocalSocket(LocalConnection):
    """A connection through a socket of the system's own."""

    def __init__(self, connection: socket.socket | None = None, parent: QObject | None = None) -> None:
        """Takes over a connection. Without one, it is not connected."""
        super().__init__(parent)
        self._connection = connection
        self._kept = b""
        self._left = b""
        self._readable: QSocketNotifier | None = None
        self._writable: QSocketNotifier | None = None
        if connection is not None:
            connection.settimeout(0)
            self._readable = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
            self._readable.activated.connect(self._on_readable)

    @property
    def is_connected(self) -> bool:
        return self._connection is not None

    @property
    def descriptor(self) -> int:
        return -1 if self._connection is None else self._connection.fileno()

    def read(self) -> bytes:
        kept, self._kept = self._kept, b""
        return kept

    def send_last(self, data: bytes) -> None:
        self._left = data
        self._send_left()

    def abort(self) -> None:
        if self._connection is None:
            return
        for notifier in (self._readable, self._writable):
            if notifier is not None:
                notifier.setEnabled(False)
        self._connection.close()
        self._connection = None
        self.disconnected.emit()

    @Slot()
    def _on_readable(self) -> None:
        if self._connection is None:
            return
        try:
            piece = self._connection.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            # The other process was killed.
            piece = b""
        if not piece:
            self.abort()
            return
        self._kept += piece
        self.received.emit()

    @Slot()
    def _send_left(self) -> None:
        if self._connection is None:
            return
        try:
            while self._left:
                self._left = self._left[self._connection.send(self._left) :]
        except BlockingIOError:
            if self._writable is None:
                self._writable = QSocketNotifier(self._connection.fileno(), QSocketNotifier.Type.Write, self)
                self._writable.activated.connect(self._send_left)
            return
        except OSError:
            # The other process has ended, so no one waits for the rest.
            self._left = b""
        self.abort()


class LocalServer(LocalListener):
    """Accepts connections on a socket that has a place in the file system, which `close` removes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listening: socket.socket | None = None
        self._path = Path()
        self._notifier: QSocketNotifier | None = None

    @property
    def is_listening(self) -> bool:
        return self._listening is not None

    def listen(self, name: str) -> None:
        if sys.platform != "win32":
            path = Path(name)
            path.unlink(missing_ok=True)
            listening = socket.socket(socket.AF_UNIX)
            try:
                listening.settimeout(0)
                listening.bind(name)
                # No process can connect before it listens.
                path.chmod(0o600)
                listening.listen(_BACKLOG)
            except OSError:
                listening.close()
                raise
            self._listening, self._path = listening, path
            self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_connection)

    @Slot()
    def _on_connection(self) -> None:
        while self._listening is not None:
            try:
                connection, _ = self._listening.accept()
            except (BlockingIOError, ConnectionError):
                return
            except OSError as error:
                _log.warning("a connection could not be accepted: %s", error.strerror)
                self._set_enabled(enabled=False)
                QTimer.singleShot(_PAUSE, self, self._go_on)
                return
            self.connected.emit(LocalSocket(connection, self))

    @Slot()
    def _go_on(self) -> None:
        self._set_enabled(enabled=True)

    def _set_enabled(self, *, enabled: bool) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(enabled)

    def stop_listening(self) -> None:
        if self._listening is None:
            return
        self._on_connection()
        self._set_enabled(enabled=False)
        self._notifier = None
        self._listening.close()
        self._listening = None
        with suppress(OSError):
            # Another process may have removed the folder.
            self._path.unlink()

    def close(self) -> None:
        self.stop_listening()
        for one in self.findChildren(LocalSocket):
            one.abort()
