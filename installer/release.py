"""Extracts the release notes of a version from CHANGELOG.md."""

from __future__ import annotations

import re

from installer import product


def notes(version: str, changelog: str | None = None) -> str:
    """Returns the section of a version without its heading.

    Args:
        version: the version as in `desktop/__init__.py`.
        changelog: a text to use instead of CHANGELOG.md.

    Raises:
        ValueError: if there is no such section or it is empty. A release without notes is not ready.
    """
    if changelog is None:
        changelog = (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## \[?v?{re.escape(version)}\]?(?: [^\n]*)?$"
    found = re.search(rf"{heading}\n(?P<text>.*?)(?=^## |^\[[^\]]+\]: |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if found is None or not found["text"].strip():
        raise ValueError(f"CHANGELOG.md says nothing of {version}")
    return found["text"].strip()
