"""Lets tests act as a user who is bound by file modes."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOBODY = 65_534


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Runs as a user who is bound by file modes, as root is not (POSIX only)."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
    else:
        os.seteuid(_NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach. Other users cannot reach pytest's own folder."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
