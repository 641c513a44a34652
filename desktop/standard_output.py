"""Standard output that nothing reads any more."""

from __future__ import annotations

import contextlib
import os
import sys


def discard() -> None:
    """Discards what standard output could not write.

    Otherwise Python tries again, and fails again, when it ends, and then its exit code is 120.
    """
    if sys.stdout is None:
        return
    with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as null:  # noqa: PTH123 - a device
        os.dup2(null.fileno(), sys.stdout.fileno())
