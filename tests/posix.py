"""What only POSIX systems have. Tests that need it are skipped on Windows."""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_root() -> bool:
    """True if this process runs as root. False on Windows."""
    return sys.platform != "win32" and os.geteuid() == 0


def make_fifo(path: Path) -> None:
    """Makes a FIFO."""
    if sys.platform != "win32":
        os.mkfifo(path)
    else:
        raise NotImplementedError


def unix_socket() -> socket.socket:
    """Returns a new socket for addresses in the file system."""
    if sys.platform != "win32":
        return socket.socket(socket.AF_UNIX)
    raise NotImplementedError


def kill_process(process: int) -> None:
    """Kills a process with SIGKILL."""
    if sys.platform != "win32":
        os.kill(process, signal.SIGKILL)
    else:
        raise NotImplementedError


def kill_group(process: int) -> None:
    """Kills a process that was started in a session of its own, and all that it has started there."""
    if sys.platform != "win32":
        os.killpg(process, signal.SIGKILL)
    else:
        raise NotImplementedError


def ticks_per_second() -> int:
    """Returns how many of the ticks in which /proc counts a processor's time make a second."""
    if sys.platform != "win32":
        return os.sysconf("SC_CLK_TCK")
    raise NotImplementedError
