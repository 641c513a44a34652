"""Uses head office's pages in a browser: by keyboard, and as a screen reader hears them."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from tests.chromium import Chromium

if TYPE_CHECKING:
    from pathlib import Path


class Browser(Chromium):
    """One page of a browser."""

    def __init__(self, program: str, folder: Path) -> None:
        """Starts the browser with a profile in a folder."""
        super().__init__(
            program,
            folder,
            "--headless=new",
            "--force-renderer-accessibility",
            domains=("Page", "Accessibility", "Runtime"),
        )

    def press(self, key: str, *, loads: bool = False) -> None:
        """Presses a key. With `loads`, waits for the page that it leads to."""
        codes = {"Tab": 9, "Enter": 13}
        text = {"text": "\r"} if key == "Enter" else {}
        self.forget_events()
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=codes[key], **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=codes[key])
        if loads:
            self.wait_for("Page.loadEventFired")

    def type(self, text: str) -> None:
        """Types a text into what has the focus."""
        self.ask("Input.insertText", text=text)

    def run(self, expression: str) -> Any:  # noqa: ANN401 - as JSON has it
        """Returns the value of a JavaScript expression."""
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def focused(self) -> str:
        """Returns what a screen reader says of what has the focus: role and name."""
        for node in self.tree():
            properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
            if properties.get("focused") and node["role"]["value"] not in {"RootWebArea", "WebArea"}:
                return f"{node['role']['value']} {node['name']['value']}"
        return ""

    def tree(self) -> list[dict[str, Any]]:
        """Returns the accessible nodes of the page."""
        nodes: list[dict[str, Any]] = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [node for node in nodes if not node.get("ignored")]

    def picture(self) -> bytes:
        """Returns a picture of the page as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def resize(self, width: int, height: int) -> None:
        """Changes the size of the page."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
