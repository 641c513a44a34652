"""Drives a headless Chromium through its debugging pipe (Chrome DevTools Protocol), which needs no further package."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from tests.journeys.remote_till import TIMEOUT

if TYPE_CHECKING:
    from pathlib import Path

_START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
"""Chromium reads commands from descriptor 3 and writes answers to 4."""


def chromium() -> str | None:
    """Returns the path of Chromium or Chrome; None if there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class PageServer:
    """Serves a folder with web pages on a port of its own, as the POS's web server does."""

    def __init__(self, folder: Path) -> None:
        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_arguments: object) -> None:
                """Writes nothing: the tests' output is no log."""

        handler = functools.partial(Handler, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    @property
    def origin(self) -> str:
        """What the browser sends as the page's origin."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        """Stops serving."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class Browser:
    """A browser with one page.

    Args:
        program: Chromium.
        profile: the folder of its profile, which outlives it.
        url: the page.
    """

    def __init__(self, program: str, profile: Path, url: str) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        options = [
            "--headless", "--remote-debugging-pipe", f"--user-data-dir={profile}", "--no-first-run", "--disable-gpu",
            "--disable-dev-shm-usage", "--disable-background-networking", "--no-proxy-server", "--no-sandbox",
            "about:blank",
        ]  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START, str(theirs_in), str(theirs_out), program, *options],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._commands = os.fdopen(ours_out, "wb", buffering=0)
        self._answers = os.fdopen(ours_in, "rb")
        # An answer that never comes must not hold the test up: without a browser, reading ends.
        self._limit = threading.Timer(4 * TIMEOUT, self._end)
        self._limit.daemon = True
        self._limit.start()
        self._number = 0
        target = self._send("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._send("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._send("Page.enable")
        self.open(url)

    def _read(self) -> dict[str, Any]:
        text = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, f"the browser has ended, after {bytes(text)!r}"
            text += byte
        found: dict[str, Any] = json.loads(text)
        return found

    def _send(self, method: str, parameters: dict[str, object] | None = None) -> dict[str, Any]:
        """Sends a command, and returns its result. Events that come before it are left out."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters or {}}
        if hasattr(self, "_session"):
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != self._number:
            pass
        assert "error" not in answer, answer["error"]
        found: dict[str, Any] = answer["result"]
        return found

    def open(self, url: str) -> None:
        """Opens a page, and waits until it is loaded."""
        self._send("Page.navigate", {"url": url})
        while self._read().get("method") != "Page.loadEventFired":
            pass

    def evaluate(self, script: str) -> Any:  # noqa: ANN401 - any JSON
        """Runs a script in the page, waits for its promise, and returns its value."""
        said = self._send(
            "Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        )
        assert "exceptionDetails" not in said, said["exceptionDetails"]
        return said["result"].get("value")

    def fill(self, form: str, **values: str) -> None:
        """Fills a form in and sends it, as a person does."""
        self.evaluate(
            f"""(() => {{
                const form = document.getElementById({json.dumps(form)});
                for (const [name, value] of Object.entries({json.dumps(values)})) form.elements[name].value = value;
                form.querySelector("button").click();
            }})()"""
        )

    def until_item(self, start: str, part: str) -> str:
        """Waits until an item of a list begins with a text and contains another, and returns its text."""
        found = self.evaluate(
            f"""new Promise((resolve) => {{
                const texts = () => [...document.querySelectorAll("li")].map((one) => one.textContent.trim());
                const watcher = new MutationObserver(look);
                const limit = setTimeout(() => {{ watcher.disconnect(); resolve([false, texts().join()]); }},
                                         {TIMEOUT * 1000:g});
                function look() {{
                    const found = texts().find((one) => one.startsWith({json.dumps(start)})
                                                     && one.includes({json.dumps(part)}));
                    if (found === undefined) return;
                    watcher.disconnect();
                    clearTimeout(limit);
                    resolve([true, found]);
                }}
                watcher.observe(document.body, {{ childList: true, subtree: true, characterData: true }});
                look();
            }})"""
        )
        assert found[0], f"the page did not say {part!r}, but {found[1]!r}"
        return str(found[1])

    def _end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def kill(self) -> None:
        """Ends it at once with all its processes, as a power cut does."""
        self._limit.cancel()
        self._end()
        self.process.wait()
        self._commands.close()
        self._answers.close()
