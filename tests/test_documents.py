"""Tests that the links and files which the documents name exist."""

from __future__ import annotations

import re

import pytest

from desktop.domain.result_line import EXPORT_FIELDS, RESULT_FIELDS
from installer import product

DOCUMENTS = sorted(
    path.relative_to(product.ROOT).as_posix()
    for path in [
        *product.ROOT.glob("*.md"),
        *(product.ROOT / "docs").rglob("*.md"),
        *(product.ROOT / "installer").rglob("*.md"),
    ]
)


EXPORT_ONLY = tuple(field for field in EXPORT_FIELDS if field not in RESULT_FIELDS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    """Every local link and picture of a document leads to an existing file."""
    document = product.ROOT / name
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_in_code_spans_exist(name: str) -> None:
    """Every path with a folder in a code span exists."""
    text = (product.ROOT / name).read_text(encoding="utf-8")
    spans = {span for span in re.findall(r"`([\w./-]+)`", text) if "/" in span and "." in span.rpartition("/")[2]}
    roots = (product.ROOT, product.ROOT / "desktop", product.ROOT / "installer", (product.ROOT / name).parent)
    made = ("dist/", "build/", ".venv/", "/")
    lost = [span for span in sorted(spans) if not any((root / span).exists() for root in roots)]
    assert [span for span in lost if not span.startswith(made)] == []


@pytest.mark.parametrize(("name", "fields"), [("hand-overs.md", RESULT_FIELDS), ("backup.md", EXPORT_ONLY)])
def test_every_field_is_documented(name: str, fields: tuple[str, ...]) -> None:
    """Other programs read these fields by name."""
    text = (product.ROOT / "docs" / name).read_text(encoding="utf-8")
    assert [field for field in fields if f"`{field}`" not in text] == []


def test_there_are_documents() -> None:
    """The tests above cover the documents at the top, in docs/ and in installer/."""
    expected = {
        "README.md",
        "ARCHITECTURE.md",
        "SECURITY.md",
        "docs/parameters.md",
        "installer/windows/deploy/README.md",
    }
    assert expected <= set(DOCUMENTS)
