"""Checks a built site: every link leads somewhere, and no page loads anything from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

_LOADED = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("link", "href")}
"""What a browser loads with the page. Other links it only follows."""

_FOR_PEOPLE = {"canonical", "alternate", "author", "license", "next", "prev", "index", "search", "help"}
"""Kinds of `<link>` that a browser does not load."""


@dataclass
class _Found(HTMLParser):
    """The links and the anchors of one page.

    Attributes:
        followed: addresses of links.
        loaded: addresses of what is loaded with the page.
        anchors: names of its places.
    """

    followed: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        for name, value in given.items():
            if name not in {"href", "src"}:
                continue
            is_loaded = (tag, name) in _LOADED and not set(given.get("rel", "").split()) & _FOR_PEOPLE
            (self.loaded if is_loaded else self.followed).append(value)


def problems(site: Path) -> list[str]:
    """Returns every link that leads nowhere, and everything that is loaded from another address.

    Links to other addresses are not tried: the check runs without a network.

    Args:
        site: the folder of the built site.
    """
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        found += [f"{name}: loads {one}" for one in page.loaded if urlsplit(one).netloc]
        for link in [*page.followed, *page.loaded]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not link:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                found.append(f"{name}: {link} leads nowhere")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                found.append(f"{name}: {link} names a place that the page does not have")
    return found


def _read(path: Path) -> _Found:
    found = _Found()
    found.feed(path.read_text(encoding="utf-8"))
    return found
