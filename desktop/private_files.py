"""Creates files and folders that only this user can read, and replaces files atomically."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Creates a folder for this user alone, and every missing folder above it.

    An existing folder keeps its mode, because its owner chose it.

    Raises:
        OSError: the folder cannot be created, or something else has its name.
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
        # Another process created it in between.
        return
    # A umask may have removed bits from the mode, even the owner's own.
    folder.chmod(FOLDER_MODE)


def create(path: Path) -> int:
    """Creates a new, empty file for this user alone, and returns its descriptor.

    Raises:
        FileExistsError: the file exists. It is never overwritten.
        OSError: the file cannot be created.
    """
    # O_BINARY and O_NOFOLLOW exist only on some systems.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, FILE_MODE)
    path.chmod(FILE_MODE)
    return descriptor


def make_private(path: Path) -> None:
    """Removes other users' rights to a file, for example after restoring a backup.

    Has no effect if we may not write it.
    """
    if path.stat().st_mode & 0o077 and os.access(path, os.W_OK):
        path.chmod(FILE_MODE)


def write_atomically(path: Path, data: bytes) -> None:
    """Replaces a file's content, so that a power cut leaves either the old or the new content.

    Raises:
        OSError: it cannot be written. The file is then unchanged.
    """
    # A shop's settings may be a link into a managed folder. Keep the link.
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    # A process with the same number may have died and left this file.
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
    """Makes new names in a folder survive a power cut. Windows does so by itself and cannot open folders."""
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
