"""Mounts a small disk that a test can fill up."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def small_disk(size: int, *, lazily: bool = False) -> Iterator[Path]:
    """Mounts a disk. Skips the test if that is not possible.

    Args:
        size: size in bytes.
        lazily: a program may still have files open when the disk is unmounted.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only Linux's root can mount a disk for a test")
    with tempfile.TemporaryDirectory(prefix="points-till-disk-") as name:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name], capture_output=True, check=False
        )
        if mounted.returncode != 0:
            pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", *(["--lazy"] if lazily else []), name], check=True)
