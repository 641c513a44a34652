"""Tells if only administrators can change a policy file, on each system."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = 0
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def problem(path: Path) -> str:
    """Returns why this policy file cannot be trusted, in plain English. Empty if only administrators can change it.

    The folder counts too, because a user who can rename files in it can replace the policy. The system's own folder
    above it is trusted.
    """
    try:
        if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
            from desktop.store import windows_security

            return windows_security.problem(path)
        else:
            return posix_problem(path)
    except OSError as error:
        return f"its owner cannot be determined: {error.strerror or 'no reason given'}"


def posix_problem(path: Path, look: Callable[[Path], os.stat_result] = os.lstat) -> str:
    """Does the same by owner and mode. A link is trusted if root owns the link, its target and both folders.

    Args:
        path: the file.
        look: reads owner and mode without following a link. Tests replace it.
    """
    # Before Python 3.13, `Path.resolve` raises a `RuntimeError` for a link that leads to itself.
    target = Path(os.path.realpath(path, strict=True))
    for one in dict.fromkeys((path.parent, path, target.parent, target)):
        found = look(one)
        what = "the folder" if one in {path.parent, target.parent} else "the file"
        if found.st_uid != _ROOT:
            return f"{what} {one} does not belong to root"
        # The mode of a link means nothing on Linux.
        if not stat.S_ISLNK(found.st_mode) and found.st_mode & _OTHERS_WRITE:
            return f"{what} {one} can be changed by users other than root"
    if not stat.S_ISREG(look(target).st_mode):
        return f"{target} is not a file"
    return ""
