"""Writes lines to files of limited size that several processes share, and survives a disk that takes nothing."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.lean_imports import late, missing, without_metadata
from desktop.private_files import file_mode, open_file
from desktop.standard_output import complain

if TYPE_CHECKING:
    import logging
    from io import TextIOWrapper

# The library for locks has one that a Redis server holds, and one that asks who called it.
with without_metadata(), missing("portalocker.redis"), late("inspect"):
    from concurrent_log_handler import ConcurrentRotatingFileHandler

MAX_BYTES = 1_000_000
"""Bytes of one file. All files together take `FILES` times as much, however many processes write."""

FILES = 5

_PAUSE = 60.0
"""Seconds between two complaints about the disk."""


def make_log(file: Path) -> None:
    """Makes a file of the log unless it is there.

    Raises:
        OSError: this user may not write it.
    """
    os.close(open_file(file, os.O_WRONLY | os.O_APPEND))


class RotatingFile(ConcurrentRotatingFileHandler):
    """A rotating file that only its owner, or the group of a shared folder, can read.

    A window, a second start and a command may write to it at once: the library locks each line and the rotation, also
    on Windows, where no process can rename a file that another one has open.

    Attributes:
        lost: lines that could not be written since the last one that could.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            str(path),
            maxBytes=MAX_BYTES,
            backupCount=FILES - 1,
            encoding="utf-8",
            newline="",
            chmod=file_mode(path.parent),
            unicode_error_policy="replace",
        )
        # The library makes files with what the umask leaves, and what root makes would stay root's.
        make_log(Path(self.lockFilename))
        self.lost = 0
        self._complained: float | None = None

    def do_open(self, mode: str | None = None) -> TextIOWrapper:
        """Opens the newest file, which a rotation has to make. On Windows, the library opens it for each line."""
        file = Path(self.baseFilename)
        if not file.exists():
            make_log(file)
        return super().do_open(mode)

    def do_write(self, msg: str) -> None:
        """Writes a line, and before it how many were lost."""
        if self.lost:
            lost, self.lost = self.lost, 0
            try:
                super().do_write(f"  | {lost} lines before this one could not be written")
            except BaseException:
                self.lost = lost
                raise
        super().do_write(msg)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Counts a line that could not be written, and says so now and then if there is a terminal.

        The till goes on: a log is worth less than a customer who waits.
        """
        del record
        self.lost += 1
        # What is still in the buffer would fail again at every line.
        self._drop_stream()
        now = time.monotonic()
        if sys.stderr is not None and (self._complained is None or now - self._complained > _PAUSE):
            self._complained = now
            complain(f"the log cannot be written: {sys.exception()}")

    def _drop_stream(self) -> None:
        stream, self.stream = self.stream, None
        if stream is not None:
            try:
                stream.close()
            except OSError:
                # Closing writes what is buffered, and the disk does not take it. The file is closed all the same.
                return
