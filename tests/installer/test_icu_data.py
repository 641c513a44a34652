"""Tests that the reduced data of ICU sorts texts as the whole data does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from desktop.domain.settings import LANGUAGES
from installer import icu_data

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux Qt brings its own ICU"),
    pytest.mark.skipif(shutil.which("as") is None or shutil.which("ld") is None, reason="binutils is not installed"),
]

_SORT = """
import sys
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale
from desktop.smoke_test.languages import SORTED
for language, words in SORTED.items():
    print(language, sorted(sorted(words), key=cmp_to_key(QCollator(QLocale(language)).compare)))
"""


@pytest.fixture(scope="module")
def whole() -> Path:
    """Qt's own library of ICU's data."""
    (found,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    return found


def _sorted_with(library: Path) -> str:
    environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", _SORT]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout


def test_the_reduced_data_sorts_like_the_whole(whole: Path, tmp_path: Path) -> None:
    """In every language of the till, the reduced library sorts like Qt's own, and is a small fraction of its size.

    Without any data the order is another one, so the reduced library is really the one that is used.
    """
    made = icu_data.reduce(whole, tmp_path, LANGUAGES)
    assert made.stat().st_size < whole.stat().st_size / 15
    (tmp_path / "empty").mkdir()
    empty = tmp_path / "empty" / whole.name
    icu_data.write(empty, icu_data.read(whole)[0], {})
    expected = _sorted_with(whole)
    assert _sorted_with(made) == expected
    assert _sorted_with(empty) != expected


def test_the_same_library_is_written_everywhere(whole: Path, tmp_path: Path) -> None:
    """The library has the same bytes in whichever folder it is made, and reading it gives what was written."""
    head, _ = icu_data.read(whole)
    parts = {"icudt73l/coll/root.res": b"root" * 5, "icudt73l/coll/ar.res": b"ar", "icudt73l/coll/zh.res": b"zh"}
    written = []
    for folder in (tmp_path / "one", tmp_path / "another place"):
        folder.mkdir()
        icu_data.write(folder / whole.name, head, parts)
        written.append((folder / whole.name).read_bytes())
    assert written[0] == written[1]
    read_head, read = icu_data.read(tmp_path / "one" / whole.name)
    assert read_head == head
    assert list(read) == sorted(parts)
    assert all(read[name].startswith(content) for name, content in parts.items())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("icudt73l/coll/root.res", True),
        ("icudt73l/coll/ucadata.icu", True),
        ("icudt73l/coll/res_index.res", True),
        ("icudt73l/coll/zh_Hans_CN.res", True),
        ("icudt73l/coll/de.res", False),
        ("icudt73l/curr/es.res", False),
        ("icudt73l/es.res", False),
        ("icudt73l/ibm-1208_P100-1995.cnv", False),
    ],
)
def test_only_the_tills_sort_orders_are_kept(name: str, *, expected: bool) -> None:
    """The common order and those of the till's languages are kept, and no other data."""
    assert icu_data.is_kept(name, LANGUAGES) is expected


def test_an_unknown_library_stops_the_build(tmp_path: Path) -> None:
    """A library without ICU's data is an error, and does not become a till that cannot sort."""
    unknown = tmp_path / "libicudata.so.99"
    unknown.write_bytes(bytes(100))
    with pytest.raises(icu_data.IcuError, match="no data of ICU"):
        icu_data.reduce(unknown, tmp_path, LANGUAGES)
    with pytest.raises(icu_data.IcuError, match="no version"):
        icu_data.write(tmp_path / "libicudata.so", b"", {})
