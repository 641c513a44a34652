"""Tests the facts about the product that installers use."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import desktop
from installer import product

_versions = st.builds(
    lambda a, b, c, stage: f"{a}.{b}.{c}{stage}",
    *[st.integers(0, 65_535)] * 3,
    st.one_of(st.just(""), st.builds("{}{}".format, st.sampled_from(["a", "b", "rc"]), st.integers(0, 9_999))),
)


def test_the_version_is_the_same_everywhere() -> None:
    """The program, the wheel and every installer have the same version."""
    assert product.version() == desktop.__version__
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "desktop/__init__.py"
    assert "version" not in project["project"]


def test_versions_are_ordered_for_upgrades() -> None:
    """A pre-release comes before its release, in the numbers that Windows compares."""
    ordered = [
        "0.9.9",
        "1.0.0a1",
        "1.0.0a2",
        "1.0.0b1",
        "1.0.0rc1",
        "1.0.0rc10",
        "1.0.0",
        "1.0.1rc1",
        "1.0.1",
        "1.10.0",
    ]
    numbers = [product.version_numbers(version) for version in ordered]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers)


@given(_versions)
def test_every_version_fits_windows(version: str) -> None:
    """A version becomes four numbers of 16 bits."""
    assert all(0 <= number <= 65_535 for number in product.version_numbers(version))


@pytest.mark.parametrize("version", ["1.0", "1.0.0.1", "1.0.65536", "1.0.0rc10000", "1.0.0.dev1", "v1.0.0", ""])
def test_a_version_that_windows_cannot_hold_is_refused(version: str) -> None:
    """A version that does not fit is refused before anything is built."""
    with pytest.raises(ValueError, match=r"version|number"):
        product.version_numbers(version)
