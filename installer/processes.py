"""Owns running a program to its end and hearing what it says, though others may hold its output open for longer."""

from __future__ import annotations

import subprocess
import threading
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_FAREWELL = 3.0
"""Seconds after a program's end in which what it said at the last arrives."""


def run(
    command: Sequence[str],
    tell: Callable[[str], None],
    *,
    timeout: float | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> int:
    """Runs a program; its exit code.

    Whoever waits for the end of the output waits for every process that the program has started too, such as the
    services of a Windows, and for ever where one of them stays. So its own end is what is waited for.

    Args:
        command: the program and its arguments.
        tell: is given each line that it says, as it says it, with its end; on another thread.
        timeout: seconds that it may take.
        environment: for it; this process's own unless given.
        folder: in which it works; this process's own unless given.

    Raises:
        TimeoutExpired: it was ended, since it did not end by itself.
    """
    process = subprocess.Popen(  # noqa: S603 - of whoever calls
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )

    def hear(output: IO[bytes]) -> None:
        with output:
            for line in output:
                tell(line.decode("utf-8", "replace").replace("\r\n", "\n"))

    listener = threading.Thread(target=hear, args=(process.stdout,), name="output", daemon=True)
    listener.start()
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
    finally:
        listener.join(_FAREWELL)
