"""Writes a contact sheet of the pictures, to look through in a browser."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = """<!doctype html>
<meta charset="utf-8"><title>Points Till: every page</title>
<style>
body{{font:14px sans-serif;background:#8a8f9a;margin:16px}}
h2{{margin:24px 0 8px}} div{{display:flex;flex-wrap:wrap;gap:12px}}
figure{{margin:0;max-width:640px}} img{{max-width:100%;display:block}} figure.wrong img{{outline:4px solid #b3261e}}
figcaption{{background:#fff;padding:2px 6px}} ul{{margin:2px 0;padding-left:18px;background:#fdeceb}}
</style>
{body}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        scene: the name of its scene.
        place: its place in the scene.
        state: what it shows.
        language: of the window.
        theme: of the window.
        size: of the window in logical pixels.
        wrong: what does not fit in it.
    """

    scene: str
    place: int
    state: str
    language: str
    theme: str
    size: tuple[int, int]
    wrong: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file, in the order of the sheet."""
        width, height = self.size
        state = f"{self.scene}-{self.place:02}-{self.state}".replace(" ", "_")
        return f"{state}-{self.language}-{width}x{height}-{self.theme}.png"

    def as_record(self) -> dict[str, Any]:
        """Returns what `read` reads."""
        return asdict(self)

    @classmethod
    def read(cls, record: dict[str, Any]) -> Picture:
        """Reads what `as_record` returned."""
        width, height = record.pop("size")
        return cls(**(record | {"size": (width, height), "wrong": tuple(record["wrong"])}))


def write_sheet(folder: Path) -> list[str]:
    """Writes `index.html`, with a red line around each picture in which something does not fit.

    Returns:
        A line for each of these.
    """
    found = [Picture.read(json.loads(one.read_text(encoding="utf-8"))) for one in sorted(folder.glob("*.json"))]
    found.sort(key=lambda one: (one.scene, one.place, one.language, one.size, one.theme))
    body = []
    for (scene, _place, state), pictures in groupby(found, key=lambda one: (one.scene, one.place, one.state)):
        figures = "".join(_figure(one) for one in pictures)
        body.append(f"<h2>{escape(scene)}: {escape(state)}</h2><div>{figures}</div>")
    (folder / "index.html").write_text(_PAGE.format(body="\n".join(body)), encoding="utf-8")
    return [f"{one.file}: {'; '.join(one.wrong)}" for one in found if one.wrong]


def _figure(picture: Picture) -> str:
    width, height = picture.size
    wrong = "".join(f"<li>{escape(one)}</li>" for one in picture.wrong)
    mark = ' class="wrong"' if wrong else ""
    caption = f"{picture.language} · {width}×{height} · {picture.theme}"
    image = f'<a href="{picture.file}"><img loading="lazy" src="{picture.file}" alt=""></a>'
    return f"<figure{mark}>{image}<figcaption>{caption}</figcaption><ul>{wrong}</ul></figure>"
