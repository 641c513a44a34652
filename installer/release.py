"""Owns the notes of a release: what CHANGELOG.md says of its version."""

from __future__ import annotations

import re

from installer import product


def notes(version: str, changelog: str | None = None) -> str:
    """The section of a version, without its heading.

    Args:
        version: as in `desktop/__init__.py`.
        changelog: another text than CHANGELOG.md's.

    Raises:
        ValueError: where there is none, or an empty one: a release that says nothing of itself is not ready.
    """
    if changelog is None:
        changelog = (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## \[?v?{re.escape(version)}\]?(?: [^\n]*)?$"
    found = re.search(rf"{heading}\n(?P<text>.*?)(?=^## |^\[[^\]]+\]: |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if found is None or not found["text"].strip():
        raise ValueError(f"CHANGELOG.md says nothing of {version}")
    return found["text"].strip()
