"""Says which pictures to draw. The command hands it to the test run in an environment variable."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

CHOICE = "PICTURES_TO_DRAW"

THEMES = ("light", "dark", "high-contrast")
FEW_SIZES = ((800, 600), (1024, 600), (1920, 1080), (512, 384))
ALL_SIZES = ((800, 600), (1024, 600), (1024, 768), (1366, 768), (1920, 1080), (683, 512), (512, 384), (512, 300))
"""Logical pixels. The last three are 1024×768 at 150 and 200 %, and 1024×600 at 200 %."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which pictures to draw.

    Attributes:
        folder: where to put them.
        scenes: names of scenes.
        languages: of the window.
        themes: of the window.
        sizes: of the window in logical pixels.
    """

    folder: str
    scenes: tuple[str, ...]
    languages: tuple[str, ...]
    themes: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]

    def as_text(self) -> str:
        """Returns the choice for the environment variable."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Choice:
        """Reads what `as_text` wrote."""
        found = json.loads(text)
        return cls(
            folder=found["folder"],
            scenes=tuple(found["scenes"]),
            languages=tuple(found["languages"]),
            themes=tuple(found["themes"]),
            sizes=tuple((width, height) for width, height in found["sizes"]),
        )
