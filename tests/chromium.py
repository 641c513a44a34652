"""Drives a headless Chromium through its debugging pipe (Chrome DevTools Protocol), which needs no further package."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from tests.posix import kill_group

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")

_PLACE = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Puts the pipe's ends where the browser looks for them, and becomes the browser."""


def find_chromium() -> str | None:
    """Returns the path of Chromium or Chrome; None if there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Chromium:
    """A browser with one page.

    Args:
        program: see `find_chromium`.
        profile: the folder of its profile, which outlives it.
        options: further options of the command line.
        domains: the parts of the protocol that are switched on.
        limit: seconds after which the browser is ended, because an answer that never comes must not hold a test up.
    """

    def __init__(
        self,
        program: str,
        profile: Path,
        *options: str,
        domains: tuple[str, ...] = ("Page",),
        limit: float = 300.0,
    ) -> None:
        # It reads commands from descriptor 3 and writes to descriptor 4.
        their_read, self._write = os.pipe()
        self._read, their_write = os.pipe()
        command = [
            program, "--remote-debugging-pipe", f"--user-data-dir={profile}", "--no-first-run", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", *options, "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PLACE, str(their_read), str(their_write), *command],
            pass_fds=(their_read, their_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(their_read)
        os.close(their_write)
        self._limit = threading.Timer(limit, self._end)
        self._limit.daemon = True
        self._limit.start()
        self._numbers = itertools.count(1)
        self._buffer = b""
        self._events: list[dict[str, Any]] = []
        self._session = ""
        try:
            page = self.ask("Target.createTarget", url="about:blank")
            self._session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
            for domain in domains:
                self.ask(f"{domain}.enable")
        except BaseException:
            self.close()
            raise

    def open(self, url: str) -> None:
        """Opens a page, and waits until it is there."""
        self.forget_events()
        self.ask("Page.navigate", url=url)
        self.wait_for("Page.loadEventFired")

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Sends a command, and returns its result."""
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != number:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def forget_events(self) -> None:
        """Leaves out the events so far from what `wait_for` finds."""
        self._events.clear()

    def wait_for(self, event: str) -> None:
        """Waits until an event has come since `forget_events`."""
        while not any(one["method"] == event for one in self._events):
            self._next()

    def close(self) -> None:
        """Ends it at once with all its processes, as a power cut does."""
        self._limit.cancel()
        self._end()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def _end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            kill_group(self._process.pid)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            piece = os.read(self._read, 1 << 16)
            assert piece, f"the browser has ended, after {self._buffer!r}"
            self._buffer += piece
        line, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        if "method" in found:
            self._events.append(found)
        return found
