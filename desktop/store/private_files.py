"""Owns files that nobody but this user reads: made so from their first byte, and replaced whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Makes a folder for this user alone, and every missing folder above it.

    A folder that exists keeps its mode: its owner chose it.

    Raises:
        OSError: it cannot be made, or something else has its name.
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
        # Another process made it in between.
        return
    # A umask takes bits from the mode above, the owner's own too.
    folder.chmod(FOLDER_MODE)


def create(path: Path) -> int:
    """Makes a new, empty file for this user alone; its descriptor.

    Raises:
        FileExistsError: where there is one: nothing is ever overwritten.
        OSError: where it cannot be made.
    """
    # O_BINARY and O_NOFOLLOW each exist on one kind of system only.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, FILE_MODE)
    path.chmod(FILE_MODE)
    return descriptor


def make_private(path: Path) -> None:
    """Takes others' rights to a file away, as after a restored backup; left as it is where it is not ours to change."""
    if path.stat().st_mode & 0o077 and os.access(path, os.W_OK):
        path.chmod(FILE_MODE)


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` in place of what the file held, so that a power cut leaves the one or the other.

    Raises:
        OSError: where it cannot be written; the file is then as it was.
    """
    # The settings of a shop may be a link into a managed folder: the link stays.
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    # Left by a process that died with this very number.
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
    """Makes new names in a folder outlast a power cut. Windows does that by itself and opens no folders."""
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
