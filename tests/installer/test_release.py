"""Owns tests of a release's notes."""

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


def test_the_notes_are_the_version_s_own() -> None:
    """Up to the next heading, whether or not the version is a link and has a day; 1.1.0 is not 1.10.0."""
    assert release.notes("1.10.0", CHANGELOG) == "### Added\n- ten"
    assert release.notes("1.1.0", CHANGELOG) == "- one"


@pytest.mark.parametrize("version", ["1.0.0", "1.1", "2.0.0"])
def test_a_version_that_nothing_is_said_of_is_not_ready(version: str) -> None:
    """An empty section counts as none."""
    with pytest.raises(ValueError, match=f"says nothing of {version}"):
        release.notes(version, CHANGELOG)
