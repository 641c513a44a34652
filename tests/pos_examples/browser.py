"""Serves the page of the POS in a browser, and uses it as a person does."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from typing import TYPE_CHECKING, Any

from tests.chromium import Chromium
from tests.journeys.remote_till import TIMEOUT

if TYPE_CHECKING:
    from pathlib import Path


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


class Browser(Chromium):
    """A browser with one page.

    Args:
        program: Chromium.
        profile: the folder of its profile, which outlives it.
        url: the page.
    """

    def __init__(self, program: str, profile: Path, url: str) -> None:
        super().__init__(
            program, profile, "--headless", "--disable-background-networking", "--no-proxy-server", limit=4 * TIMEOUT
        )
        self.open(url)

    def evaluate(self, script: str) -> Any:  # noqa: ANN401 - any JSON
        """Runs a script in the page, waits for its promise, and returns its value."""
        said = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
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
