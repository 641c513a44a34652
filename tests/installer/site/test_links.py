"""Tests the check of a built site's links, and what is done to its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installer.site import links
from installer.site.__main__ import with_language, write_sources

if TYPE_CHECKING:
    from pathlib import Path


def _site(folder: Path, body: str) -> Path:
    (folder / "sub").mkdir()
    (folder / "index.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    (folder / "sub" / "index.html").write_text('<h1 id="top">Sub</h1><a href="../index.html">up</a>', encoding="utf-8")
    (folder / "a b.png").touch()
    return folder


def test_links_that_lead_somewhere_are_no_problem(tmp_path: Path) -> None:
    """Pages, folders, places, pictures, and other addresses that are only followed."""
    body = (
        '<a href="sub/">1</a><a href="sub/index.html#top">2</a><a href="#here">3</a><p id="here"></p>'
        '<img src="a%20b.png"><a href="https://example.com/">4</a><a href="mailto:a@example.com">5</a>'
        '<link rel="canonical" href="https://example.com/">'
    )
    assert links.problems(_site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<a href="none.html">', "index.html: none.html leads nowhere"),
        ('<a href="sub/#none">', "index.html: sub/#none names a place that the page does not have"),
        ('<img src="none.png">', "index.html: none.png leads nowhere"),
        ('<link rel="stylesheet" href="https://fonts.example/a.css">', "index.html: loads https://fonts.example/a.css"),
        ('<script src="//cdn.example/a.js"></script>', "index.html: loads //cdn.example/a.js"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, body: str, problem: str) -> None:
    """A link that leads nowhere, a place that does not exist, and what is loaded from elsewhere."""
    assert links.problems(_site(tmp_path, body)) == [problem]


def test_arabic_is_written_from_right_to_left() -> None:
    """The text has its language and direction."""
    assert with_language('<article role="main">', "ar") == '<article role="main" lang="ar" dir="rtl">'
    assert with_language('<article role="main">', "zh_CN") == '<article role="main" lang="zh-CN">'
    with pytest.raises(ValueError, match="no article"):
        with_language("<main>", "ar")


def test_the_sources_of_the_site_are_complete(tmp_path: Path) -> None:
    """The navigation has every page, and every page of the navigation exists."""
    (tmp_path / "source" / "left").mkdir(parents=True)
    write_sources(tmp_path / "source")
    index = (tmp_path / "source" / "index.md").read_text(encoding="utf-8")
    written = {path.relative_to(tmp_path / "source").as_posix() for path in (tmp_path / "source").rglob("*.md")}
    named = {
        f"{line}.md" for block in index.split("```{toctree}")[1:] for line in block.split("```")[0].split() if line
    }
    assert written - {"index.md"} <= named
    assert {"codes.md", "settings.md", "cashiers/ar.md", "security.md", "roll-out-windows.md"} <= written
    assert not (tmp_path / "source" / "left").exists()
