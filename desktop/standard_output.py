"""Standard output and standard error that nothing reads any more, or that cannot be written."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

READER_GONE = frozenset({errno.EPIPE, errno.EINVAL if sys.platform == "win32" else errno.EPIPE})
"""Errors of a standard output that no program reads any more. Windows reports an invalid argument."""


def discard() -> None:
    """Discards what standard output could not write.

    Otherwise Python tries again, and fails again, when it ends, and then its exit code is 120.
    """
    _discard(sys.stdout)


def complain(text: str) -> None:
    """Prints a line in the program's name on standard error, if that is possible."""
    print_error(f"points-till: {text}")


def print_error(text: str) -> None:
    """Prints a line on standard error, if that is possible. A windowed program on Windows has none.

    A full disk behind it, or a pipe that nothing reads any more, must change neither the exit code nor what the program
    does.
    """
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - tells the terminal
    except (OSError, ValueError):
        _discard(sys.stderr)


def _discard(stream: TextIO | None) -> None:
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as null:  # noqa: PTH123 - a device
        os.dup2(null.fileno(), stream.fileno())


@contextlib.contextmanager
def reader_may_be_gone() -> Iterator[None]:
    """Goes on if no program reads the output any more: the exit code may be all that it wants to know."""
    try:
        yield
    except OSError as error:
        if error.errno not in READER_GONE:
            raise
        discard()
