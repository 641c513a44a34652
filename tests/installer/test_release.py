"""Tests the release notes."""

from __future__ import annotations

import pytest

from installer import release

CHANGELOG = """# Changelog

## Unreleased

- not yet

## [1.10.0] - 2026-11-22

### Added
- ten

## 1.1.0

- one

## 1.0.0

[1.10.0]: https://example.org
"""


def test_the_notes_are_those_of_the_version() -> None:
    """The notes end at the next heading. The heading may have a link and a date, and 1.1.0 does not match 1.10.0."""
    assert release.notes("1.10.0", CHANGELOG) == "### Added\n- ten"
    assert release.notes("1.1.0", CHANGELOG) == "- one"


@pytest.mark.parametrize("version", ["1.0.0", "1.1", "2.0.0"])
def test_a_version_without_notes_is_refused(version: str) -> None:
    """A version without a section or with an empty one is refused."""
    with pytest.raises(ValueError, match=f"says nothing of {version}"):
        release.notes(version, CHANGELOG)
