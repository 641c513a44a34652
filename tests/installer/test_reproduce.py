"""Tests the comparison of two builds, and what makes builds equal."""

from __future__ import annotations

import os
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from installer import pack, product, reproduce

if TYPE_CHECKING:
    from pathlib import Path


def _bundle(folder: Path) -> Path:
    (folder / "_internal").mkdir(parents=True)
    (folder / "points-till").write_bytes(b"program")
    (folder / "_internal" / "data").write_bytes(b"data")
    return folder


def test_equal_folders_have_no_difference(tmp_path: Path) -> None:
    """Times do not count."""
    one, other = _bundle(tmp_path / "one"), _bundle(tmp_path / "other")
    os.utime(other / "points-till", (0, 0))
    assert reproduce.compare(one, other) == []
    assert reproduce.fingerprint(one) == reproduce.fingerprint(other)


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and rights")
def test_every_difference_is_named(tmp_path: Path) -> None:
    """Contents, sizes, rights, kinds, links, and files that only one has."""
    one, other = _bundle(tmp_path / "one"), _bundle(tmp_path / "other")
    (one / "points-till").write_bytes(b"Program")
    (one / "_internal" / "data").write_bytes(b"more data")
    (one / "only").touch()
    (other / "too").touch()
    (one / "mode").touch(mode=0o644)
    (other / "mode").touch(mode=0o755)
    (one / "link").symlink_to("only")
    (other / "link").symlink_to("too")
    found = {one.name: one.reason for one in reproduce.compare(one, other)}
    assert found == {
        "points-till": "1 of 7 bytes, the first at 0",
        "_internal/data": "9 and 4 bytes",
        "only": f"only in {one}",
        "too": f"only in {other}",
        "mode": "file 644 and file 755",
        "link": "leads to only and to too",
    }
    assert reproduce.fingerprint(one) != reproduce.fingerprint(other)
    assert str(reproduce.Difference("a", "b")) == "a: b"


def test_the_date_is_that_of_the_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`SOURCE_DATE_EPOCH`, the last commit, or the first year of a zip: never today's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert product.source_date() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    first = product.source_date()
    assert first == product.source_date()
    monkeypatch.setattr(product, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert product.source_date() == product.FIRST_DATE


def test_an_archive_does_not_tell_who_packed_it_and_when(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two archives of one bundle are equal, whatever the times of its files are."""
    monkeypatch.setattr(product, "DIST", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    bundle = _bundle(tmp_path / "bundle")
    first = pack.linux_archive(bundle).read_bytes()
    os.utime(bundle / "points-till", (5, 5))
    made = pack.linux_archive(bundle)
    assert made.read_bytes() == first
    with tarfile.open(made) as archive:
        assert {(one.uid, one.uname, one.mtime) for one in archive} == {(0, "root", 1_700_000_000)}
