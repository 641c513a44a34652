"""Lets tests act as one of several users of a machine, in a folder that their group shares (POSIX, as root only)."""

from __future__ import annotations

import encodings.utf_16_le  # noqa: F401 - as below
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import desktop.store.errors  # noqa: F401 - it is imported late, and another user may not be able to read it
from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Iterator

ASHA, RAVI, STRANGER = 4_001, 4_002, 4_003
"""Users. Asha and Ravi belong to the till's group."""

GROUP, OTHER_GROUP = 4_100, 4_101

needs_root = pytest.mark.skipif(not is_root(), reason="only root can act as several users")


@contextmanager
def acting_as(user: int) -> Iterator[None]:
    """Runs as a user, in every thread of this process. What is imported meanwhile must have been imported before."""
    if sys.platform != "win32":
        group = OTHER_GROUP if user == STRANGER else GROUP
        # Only root can become somebody else, and this process may act as another user already.
        os.seteuid(0)
        groups = os.getgroups()
        os.setgroups([group])
        os.setegid(group)
        os.seteuid(user)
        before = os.umask(0o077)
        try:
            yield
        finally:
            os.umask(before)
            os.seteuid(0)
            os.setegid(0)
            os.setgroups(groups)
    else:
        raise NotImplementedError


@contextmanager
def shared_folder() -> Iterator[Path]:
    """Yields a folder as `machine share` makes it. It is outside pytest's own, which only root can enter."""
    outside = Path(tempfile.mkdtemp(prefix="points-till-"))
    outside.chmod(0o755)
    folder = outside / "till"
    folder.mkdir(mode=0o700)
    shutil.chown(folder, 0, GROUP)
    folder.chmod(0o2770)
    try:
        yield folder
    finally:
        shutil.rmtree(outside)
