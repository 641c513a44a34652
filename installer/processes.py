"""Runs a program until it ends and passes its output on, even if other processes keep the output open."""

from __future__ import annotations

import subprocess
import threading
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_LAST_OUTPUT_WAIT = 3.0
"""Seconds to wait for the last output after the program has ended."""


def run(
    command: Sequence[str],
    tell: Callable[[str], None],
    *,
    timeout: float | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> int:
    """Runs a program. Returns its exit code.

    Waiting for the end of the output would also wait for every process that the program started, for example Windows
    services, and forever if one of them stays. So this waits for the program itself.

    Args:
        command: the program and its arguments.
        tell: called on another thread with each line of output, including its line end.
        timeout: the maximum duration in seconds.
        environment: its environment; this process's own by default.
        folder: its working directory; this process's own by default.

    Raises:
        TimeoutExpired: if it did not end by itself and was killed.
    """
    process = subprocess.Popen(  # noqa: S603 - the caller's command
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
        listener.join(_LAST_OUTPUT_WAIT)
