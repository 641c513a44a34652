"""Tests that compressing the modules for Python's start loses nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from installer import base_library

if TYPE_CHECKING:
    from pathlib import Path


def test_the_copy_has_the_same_modules_and_is_smaller(tmp_path: Path) -> None:
    """Names, order, dates and contents stay, and the same library gives the same bytes in any folder."""
    modules = {"encodings/__init__.pyc": b"one" * 5_000, "os.pyc": bytes(9_000), "re/_parser.pyc": b""}
    source = tmp_path / base_library.NAME
    with zipfile.ZipFile(source, "w") as plain:
        for name, content in modules.items():
            plain.writestr(zipfile.ZipInfo(name), content)
    made = []
    for name in ("one", "another place"):
        (tmp_path / name).mkdir()
        made.append(base_library.compress(source, tmp_path / name))
    with zipfile.ZipFile(source) as plain, zipfile.ZipFile(made[0]) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == modules
        assert [(one.filename, one.date_time) for one in packed.infolist()] == [
            (one.filename, one.date_time) for one in plain.infolist()
        ]
    assert made[0].name == base_library.NAME
    assert made[0].stat().st_size < source.stat().st_size / 10
    assert made[0].read_bytes() == made[1].read_bytes()
