"""Creates files and folders that only this user can read, and replaces files in one step."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Creates a folder for this user only, and every missing folder above it.

    A folder that exists keeps its mode, because its owner chose it.

    Raises:
        OSError: it cannot be created, or a file has its name.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        folder.mkdir(mode=FOLDER_MODE)
    except FileExistsError:
        if not folder.is_dir():
            raise
        # Another process has created it meanwhile.
        return
    # A umask can remove bits from the mode above, even the owner's.
    folder.chmod(FOLDER_MODE)


def create(path: Path) -> int:
    """Creates a new, empty file for this user only, and returns its descriptor.

    Raises:
        FileExistsError: the file exists. It is not overwritten.
        OSError: it cannot be created.
    """
    # O_BINARY exists on Windows only, and O_NOFOLLOW on POSIX only.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, FILE_MODE)
    path.chmod(FILE_MODE)
    return descriptor


def tighten(path: Path) -> None:
    """Removes other users' rights to a file, for example after a restored backup, if this user may change them."""
    if path.stat().st_mode & 0o077 and os.access(path, os.W_OK):
        path.chmod(FILE_MODE)


def write_whole(path: Path, data: bytes) -> None:
    """Replaces the content of a file in one step. After a power cut it has the old content or the new.

    Raises:
        OSError: the file cannot be written. It is then unchanged.
    """
    # The settings of a store may be a link into a managed folder. Keep the link.
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    # A process with the same number may have died and left it.
    fresh.unlink(missing_ok=True)
    try:
        with os.fdopen(create(fresh), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder survive a power cut. Windows does this itself, and cannot open folders."""
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
