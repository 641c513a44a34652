"""Tests which documents are pages of the site, and how their links are rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installer import product
from installer.site import pages

if TYPE_CHECKING:
    from pathlib import Path


def _root(folder: Path) -> Path:
    for name in ("docs/install.md", "docs/new.md", "docs/pos/more.md", "SECURITY.md", "resources/messages.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_every_document_is_a_page(tmp_path: Path) -> None:
    """A document that no one has listed comes last. One that does not exist is left out."""
    found = pages.existing(_root(tmp_path))
    assert [(one.source, one.section) for one in found] == [
        ("docs/install.md", pages.IT),
        ("SECURITY.md", pages.SECURITY),
        ("docs/new.md", pages.DEVELOPERS),
        ("docs/pos/more.md", pages.POS),
    ]
    listed = {page.source for page in pages.existing()} | {pages.FIRST}
    documents = {path.relative_to(product.ROOT).as_posix() for path in (product.ROOT / "docs").rglob("*.md")}
    assert documents <= listed
    targets = [page.target for page in pages.existing()]
    assert len(set(targets)) == len(targets)


def test_links_lead_to_pages_or_to_the_source(tmp_path: Path) -> None:
    """A document with a page is linked in the site, any other file where the source is shown. Code stays as it is."""
    known = {"docs/install.md": "install", "SECURITY.md": "security", "docs/pos/more.md": "pos/more"}

    def rewritten(text: str, source: str = "docs/install.md", target: str = "install") -> str:
        return pages.with_links(text, source, target, known, _root(tmp_path))

    assert rewritten("[a](../SECURITY.md#top) and [b](pos/more.md)") == "[a](security.md#top) and [b](pos/more.md)"
    assert rewritten("[a](../install.md)", "docs/pos/more.md", "pos/more") == "[a](../install.md)"
    assert rewritten("[m](../resources/messages.toml)") == f"[m]({pages.SOURCE}resources/messages.toml)"
    for same in ("[x](https://example.com/a)", "[x](#here)", "`[x](none.md)`", "```\n[x](none.md)\n```", "(text)"):
        assert rewritten(same) == same
    for lost in ("[x](none.md)", "![x](none.png)", "[x](../../etc/passwd)"):
        with pytest.raises(ValueError, match="leads nowhere"):
            rewritten(lost)
