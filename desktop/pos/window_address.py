"""Knows where the window on a data folder listens, and whom to trust there. It needs no Qt."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.private_files import FOLDER_MODE, is_shared, make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

_MAX_PATH_LENGTH = 103 if sys.platform == "darwin" else 107
"""Bytes of a socket's path: `sun_path` of <sys/un.h>, without the final NUL."""

_DARWIN_USER_TEMP_DIR = 65_537
"""`_CS_DARWIN_USER_TEMP_DIR` of macOS's <unistd.h>: a short folder that only this user can enter."""

SOCKET_FOLDER = "door"
"""The folder in the data folder that holds the window's socket."""


class NotPrivateError(OSError):
    """Other users can enter or own the folder of the socket, so nothing in it can be trusted."""


class Address:
    """Where the window on a data folder listens.

    On POSIX systems this is a socket in a folder that only this user can enter. Each use of the address checks that. On
    Windows it is a named pipe, which has no folder.

    Attributes:
        name: the path of the socket, or the name of the pipe, valid until `close`.
    """

    def __init__(self, folder: Path | None, name: str, *, make: bool = False) -> None:
        """Opens the folder and checks it.

        Args:
            folder: the folder of the socket; None for a pipe.
            name: the name of the socket or the pipe.
            make: makes the folder if it is missing, and removes other users' rights to it.

        Raises:
            NotPrivateError: the folder belongs to another user, or others can enter it.
            OSError: it does not exist, or is not a folder.
        """
        self.name = name
        self._folder = -1
        if sys.platform != "win32" and folder is not None:
            if make:
                make_folder(folder)
            self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                _check(self._folder, make=make)
                self.name = self._path(folder)
            except OSError:
                self.close()
                raise

    def _path(self, folder: Path) -> str:
        if len(os.fsencode(folder)) + len(self.name) + 1 <= _MAX_PATH_LENGTH:
            return str(folder / self.name)
        if sys.platform == "linux":
            # A path through the open descriptor is short, even if the folder's own path is long.
            return f"/proc/self/fd/{self._folder}/{self.name}"
        raise OSError(None, "the path of the socket is too long", str(folder))

    def close(self) -> None:
        """Closes the folder. Closing it again has no effect."""
        if self._folder >= 0:
            os.close(self._folder)
            self._folder = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


if sys.platform != "win32":

    def _check(folder: int, *, make: bool) -> None:
        found = os.fstat(folder)
        if found.st_uid != os.geteuid():
            raise NotPrivateError(None, "the folder of the socket belongs to another user")
        if make:
            os.fchmod(folder, FOLDER_MODE)
            found = os.fstat(folder)
        if found.st_mode & 0o077:
            raise NotPrivateError(None, "others can enter the folder of the socket")


def addresses(data: Path) -> Iterator[tuple[Path | None, str]]:
    """Yields the folders and names under which the window on a data folder may listen, the usual one first.

    They depend only on the data folder and the user, not on the environment, so a window and a second start find each
    other however they were started. The second one is for a data folder on a file system without sockets or owners,
    and, on macOS, for one with a long path.
    """
    data = Path(os.path.realpath(data))
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:20]
    if sys.platform == "win32":
        yield None, f"points-till-{name}"
    else:
        # In a folder that all logins share, each has a door of its own: a hand-over never goes to another login.
        door = f"{SOCKET_FOLDER}-{os.geteuid()}" if is_shared(data) else SOCKET_FOLDER
        yield data / door, "window"
        if sys.platform == "darwin":
            yield Path(os.confstr(_DARWIN_USER_TEMP_DIR) or "/nonexistent") / "points-till", name
        else:
            yield Path(f"/run/user/{os.geteuid()}/points-till"), name


def trusted_addresses(data: Path) -> Iterator[Address]:
    """Yields the addresses at which the window on a data folder may listen. Each is valid until the next one."""
    for folder, name in addresses(data):
        try:
            address = Address(folder, name)
        except NotPrivateError as error:
            _note(f"do not trust a window: {error.strerror}")
            continue
        except OSError:
            # No window has listened there yet.
            continue
        with address:
            yield address


def note_stranger() -> None:
    """Logs that another user's process answered at an address."""
    _note("do not trust a window: another user's process listens in its place")


def _note(text: str) -> None:
    # Imported late, because a second start seldom has anything to log.
    import logging

    logging.getLogger(__name__).info("%s", text)
