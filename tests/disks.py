"""Mounts a small disk that a test can fill up."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Iterator


_DETACH = 2
"""`MNT_DETACH` of umount2(2)."""


@contextlib.contextmanager
def small_disk(size: int, *, files: int = 0, lazily: bool = False) -> Iterator[Path]:
    """Mounts a disk. Skips the test if that is not possible.

    It calls the kernel itself, because a bare Debian has no `mount`.

    Args:
        size: size in bytes.
        files: how many files and folders it can have, its own one included; 0 for any number.
        lazily: a program may still have files open when the disk is unmounted.
    """
    may_mount = sys.platform == "linux" and is_root()
    if not may_mount:
        pytest.skip("only Linux's root can mount a disk for a test")
    libc = ctypes.CDLL(None, use_errno=True)
    with tempfile.TemporaryDirectory(prefix="points-till-disk-") as name:
        folder = os.fsencode(name)
        if libc.mount(b"tmpfs", folder, b"tmpfs", ctypes.c_ulong(0), b"size=%d,nr_inodes=%d" % (size, files)) != 0:
            pytest.skip(f"no disk can be mounted here: {os.strerror(ctypes.get_errno())}")
        try:
            yield Path(name)
        finally:
            if libc.umount2(folder, _DETACH if lazily else 0) != 0:
                raise OSError(ctypes.get_errno(), "the disk of a test cannot be unmounted", name)
