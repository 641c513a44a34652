"""Lets tests act as a user who is bound by file modes."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
