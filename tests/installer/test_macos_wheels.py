"""Tests every binary of the locked macOS wheels, on any system and for both kinds of processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installer import lock
from installer.macos import plists

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.mark.parametrize(("platform", "processor"), [("aarch64", "arm64"), ("x86_64", "x86_64")])
def test_every_binary_runs_on_the_promised_system(tmp_path: Path, platform: str, processor: str) -> None:
    """Each package has a wheel with code for the processor, and none needs a newer macOS than Info.plist says."""
    lock.install(tmp_path, f"{platform}-apple-darwin")
    files = {path: plists.slices(path) for path in tmp_path.rglob("*") if path.is_file() and not path.is_symlink()}
    binaries = {path: dict(found) for path, found in files.items() if found}
    assert len(binaries) > 100
    names = {path.name for path in binaries}
    assert {"QtCore", "QtWidgets", "libqcocoa.dylib", "QtCore.abi3.so", "QtPrintSupport"} <= names
    assert [path.name for path, found in binaries.items() if processor not in found] == []
    newer = {
        path.name: found[processor] for path, found in binaries.items() if found[processor] > plists.MINIMUM_SYSTEM
    }
    assert newer == {}
    # Info.plist must not demand more than the files need, either.
    assert max(found[processor] for found in binaries.values()) == plists.MINIMUM_SYSTEM
