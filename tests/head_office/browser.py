"""Drives a headless Chromium through its own pipe, without any driver."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    """Returns the browser's program, or None if there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


_PLACE = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Puts the pipe's ends where the browser looks for them, and becomes the browser."""


class Browser:
    """One page of a browser."""

    def __init__(self, program: str, folder: Path) -> None:
        """Starts the browser with a profile in a folder."""
        # It reads commands from descriptor 3 and writes to descriptor 4.
        their_read, self._write = os.pipe()
        self._read, their_write = os.pipe()

        options = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--remote-debugging-pipe", f"--user-data-dir={folder}", "--force-renderer-accessibility", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PLACE, str(their_read), str(their_write), program, *options],
            pass_fds=(their_read, their_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(their_read)
        os.close(their_write)
        self._numbers = itertools.count(1)
        self._buffer = b""
        self._events: list[dict[str, Any]] = []
        self._session = ""
        try:
            self._attach()
        except BaseException:
            self.close()
            raise

    def _attach(self) -> None:
        page = self._ask("Target.createTarget", url="about:blank")
        attached = self._ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Accessibility", "Runtime"):
            self._ask(f"{domain}.enable")

    def close(self) -> None:
        """Ends the browser."""
        self._process.kill()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def open(self, url: str) -> None:
        """Opens a page, and waits until it is there."""
        self._events.clear()
        self._ask("Page.navigate", url=url)
        self._wait_for("Page.loadEventFired")

    def press(self, key: str, *, loads: bool = False) -> None:
        """Presses a key. With `loads`, waits for the page that it leads to."""
        codes = {"Tab": 9, "Enter": 13}
        text = {"text": "\r"} if key == "Enter" else {}
        self._events.clear()
        self._ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=codes[key], **text)
        self._ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=codes[key])
        if loads:
            self._wait_for("Page.loadEventFired")

    def type(self, text: str) -> None:
        """Types a text into what has the focus."""
        self._ask("Input.insertText", text=text)

    def run(self, expression: str) -> Any:  # noqa: ANN401 - as JSON has it
        """Returns the value of a JavaScript expression."""
        return self._ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def focused(self) -> str:
        """Returns what a screen reader says of what has the focus: role and name."""
        for node in self.tree():
            properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
            if properties.get("focused") and node["role"]["value"] not in {"RootWebArea", "WebArea"}:
                return f"{node['role']['value']} {node['name']['value']}"
        return ""

    def tree(self) -> list[dict[str, Any]]:
        """Returns the accessible nodes of the page."""
        nodes: list[dict[str, Any]] = self._ask("Accessibility.getFullAXTree")["nodes"]
        return [node for node in nodes if not node.get("ignored")]

    def picture(self) -> bytes:
        """Returns a picture of the page as PNG."""
        return base64.b64decode(self._ask("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def resize(self, width: int, height: int) -> None:
        """Changes the size of the page."""
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _wait_for(self, event: str) -> None:
        while not any(one["method"] == event for one in self._events):
            self._next()

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            piece = os.read(self._read, 1 << 16)
            assert piece, "the browser has ended"
            self._buffer += piece
        line, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        if "method" in found:
            self._events.append(found)
        return found
