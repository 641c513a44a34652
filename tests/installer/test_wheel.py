"""Tests which files the wheel contains."""

from __future__ import annotations

from hatchling.builders.wheel import WheelBuilder

from installer import product


def test_the_wheel_has_the_marker_for_type_checkers() -> None:
    """The wheel contains `desktop/py.typed`, so that type checkers read the package's annotations."""
    packed = {file.distribution_path for file in WheelBuilder(str(product.ROOT)).recurse_included_files()}
    assert "desktop/py.typed" in packed
