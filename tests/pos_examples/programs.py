"""Runs the examples of docs/pos: each as a program of its own that a test starts, listens to and kills."""

from __future__ import annotations

import os
import queue
import shlex
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Protocol

from tests.journeys.remote_till import ROOT, TIMEOUT
from tests.posix import kill_group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

EXAMPLES = ROOT / "docs" / "pos"


class Pos(Protocol):
    """A POS that serves one bill, and says what becomes of it."""

    def until_says(self, part: str) -> str:
        """Waits for a line about the bill that contains a text, and returns it."""

    def kill(self) -> None:
        """Ends it at once, as a power cut does."""


class ProgramPos:
    """An example that writes to standard output.

    Args:
        command: the program and its arguments.
        environment: its variables.
        folder: where it runs.
    """

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str], folder: Path) -> None:
        self.process = subprocess.Popen(
            [str(one) for one in command],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            # Its programs are killed with it.
            start_new_session=True,
        )
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def until_says(self, part: str) -> str:
        """See `Pos.until_says`."""
        end = time.monotonic() + TIMEOUT
        while True:
            try:
                line = self._lines.get(timeout=max(end - time.monotonic(), 0.0))
            except queue.Empty:
                line = None
            assert line is not None, f"it did not say {part!r}, but {self._said}"
            self._said.append(line)
            if part in line:
                return line

    def kill(self) -> None:
        """See `Pos.kill`."""
        if self.process.poll() is None:
            kill_group(self.process.pid)
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


def clean_environment() -> dict[str, str]:
    """Returns this process's variables without the till's settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith("POINTS_TILL_")}


def command_in(folder: Path, options: Sequence[str | Path]) -> Path:
    """Makes a `points-till` with these options, and returns its folder, to be put into PATH."""
    folder.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "desktop", *map(str, options)]
    command = folder / "points-till"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} QT_QPA_PLATFORM=offscreen exec {shlex.join(words)} "$@"\n',
        encoding="utf-8",
    )
    command.chmod(0o755)
    return folder
