"""Lets one window serve a data folder, and takes what second starts (`second_start.py`) hand over to it."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from shiboken6 import isValid

from desktop.domain.result_record import line_of
from desktop.peers import is_this_user
from desktop.store.private_files import FOLDER_MODE, make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

_log = logging.getLogger(__name__)

_MOST = 65_536
"""Bytes of a hand-over: many times the longest one."""

_MOST_CALLERS = 64
"""Connections at a time: more than bills can wait (`hand_over.MOST_WAITING`)."""

_LONGEST_PATH = 103 if sys.platform == "darwin" else 107
"""Bytes of a socket's path: `sun_path` of <sys/un.h>, without its NUL."""

_QTS_OWN = len("/XXXXXX/s")
"""Qt makes a socket in a folder of its own beside it, and moves it into place."""

_DARWIN_USER_TEMP_DIR = 65_537
"""`_CS_DARWIN_USER_TEMP_DIR` of macOS's <unistd.h>: a short folder that only this user can enter."""

DOOR = "door"
"""The folder in the data folder that has the window's socket."""


class NotPrivateError(OSError):
    """The folder of the socket is not this user's alone, so nothing in it can be trusted."""


class Address:
    """Where the window on a data folder listens.

    On POSIX systems that is a socket in a folder that only this user can enter, which is checked whenever the address
    is used. On Windows it is a named pipe, which has no folder.

    Attributes:
        name: for Qt's local sockets. It is valid until `close`.
    """

    def __init__(self, folder: Path | None, name: str, *, make: bool = False) -> None:
        """Opens the folder and checks it.

        Args:
            folder: of the socket; None for a pipe.
            name: of the socket or the pipe.
            make: makes the folder if it is missing, and takes others' rights to it away.

        Raises:
            NotPrivateError: it belongs to somebody else, or others can enter it.
            OSError: it is not there, or is no folder.
        """
        self.name = name
        self._folder = -1
        if folder is None or sys.platform == "win32":
            return
        if make:
            make_folder(folder)
        self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            self._check(make=make)
            self.name = self._path(folder)
        except OSError:
            self.close()
            raise

    def _path(self, folder: Path) -> str:
        room = len(os.fsencode(folder)) + max(_QTS_OWN, len(self.name) + 1)
        if room <= _LONGEST_PATH:
            return str(folder / self.name)
        if sys.platform == "linux":
            # A path by way of the open folder is short, however long the folder's own is.
            return f"/proc/self/fd/{self._folder}/{self.name}"
        raise OSError(None, "the path of the socket is too long", str(folder))

    def _check(self, *, make: bool) -> None:
        found = os.fstat(self._folder)
        if found.st_uid != os.geteuid():
            raise NotPrivateError(None, "the folder of the socket belongs to somebody else")
        if make:
            os.fchmod(self._folder, FOLDER_MODE)
            found = os.fstat(self._folder)
        if found.st_mode & 0o077:
            raise NotPrivateError(None, "others can enter the folder of the socket")

    def close(self) -> None:
        """Closes the folder; more than once does no harm."""
        if self._folder >= 0:
            os.close(self._folder)
            self._folder = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def addresses(data: Path) -> Iterator[tuple[Path | None, str]]:
    """Folders and names under which the window on a data folder may listen, the usual one first.

    They follow from the data folder and the user alone, never from the environment, so that a window and a second
    start find each other however each of them was started. The second is for data folders on a file system that has no
    sockets or no owners, or, on macOS, too long a path.
    """
    data = Path(os.path.realpath(data))
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:20]
    if sys.platform == "win32":
        yield None, f"points-till-{name}"
        return
    yield data / DOOR, "window"
    if sys.platform == "darwin":
        yield Path(os.confstr(_DARWIN_USER_TEMP_DIR) or "/nonexistent") / "points-till", name
    else:
        yield Path(f"/run/user/{os.geteuid()}/points-till"), name


def connected(data: Path, within: int) -> QLocalSocket | None:
    """Connects to the window on a data folder; None if none listens, or what listens is not this user's.

    Args:
        data: the data folder.
        within: milliseconds.
    """
    for folder, name in addresses(data):
        try:
            address = Address(folder, name)
        except NotPrivateError as error:
            _log.info("a window is not trusted: %s", error.strerror)
            continue
        except OSError:
            # Nothing has listened there yet.
            continue
        with address:
            socket = QLocalSocket()
            socket.connectToServer(address.name)
            if not socket.waitForConnected(within):
                continue
        if is_this_user(int(socket.socketDescriptor()), server=True):
            return socket
        _log.info("a window is not trusted: another user answers in its place")
        socket.abort()
    return None


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
        self._address: Address | None = None
        other = connected(data, 200)
        if other is not None:
            # A window that could not take the lock on the journal must not take the other one's place here.
            other.abort()
            _log.warning("a second start will not find this window: another one listens")
            return
        self._listen(data)

    @property
    def listens(self) -> bool:
        """True if second starts find this window."""
        return self._server.isListening()

    def _listen(self, data: Path) -> None:
        for folder, name in addresses(data):
            try:
                address = Address(folder, name, make=folder is None or folder.name == DOOR or folder.parent.is_dir())
            except OSError as error:
                _log.warning("a second start will not find this window in %s: %s", folder, error.strerror)
                continue
            # Nobody answers there, so whoever listened under this name is gone.
            QLocalServer.removeServer(address.name)
            if self._server.listen(address.name):
                self._address = address
                return
            _log.warning("a second start will not find this window: %s", self._server.errorString())
            address.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._waiting) >= _MOST_CALLERS or not is_this_user(int(socket.socketDescriptor()), server=False):
                _log.warning("a caller was turned away")
                socket.abort()
                socket.deleteLater()
                continue
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
        if len(received) > _MOST:
            socket.abort()
            return
        if b"\n" not in received:
            return
        del self._waiting[socket]
        try:
            message = json.loads(received.partition(b"\n")[0])
        except (ValueError, RecursionError):
            _log.warning("a second start said something that cannot be read")
            socket.abort()
            return
        self.handed_over.emit(message if isinstance(message, dict) else {}, socket)

    @staticmethod
    def answer(socket: QLocalSocket, message: dict[str, Any]) -> None:
        """Tells a second start the outcome and lets it go. Does nothing if it has ended meanwhile."""
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
