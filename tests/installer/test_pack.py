"""Owns tests of packing: checksums that check, and a set-up that is made only of what is there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from installer import pack
from installer.__main__ import main


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_checksums_are_read_by_the_usual_tool(tmp_path: Path) -> None:
    """Of everything in the folder, and not of themselves; a file that was changed is found."""
    (tmp_path / "a.exe").write_bytes(b"one")
    (tmp_path / "b.pkg").write_bytes(b"two")
    pack.write_checksums(tmp_path)
    pack.write_checksums(tmp_path)
    check = ["sha256sum", "--check", "--strict", pack.CHECKSUMS]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "a.exe: OK\nb.pkg: OK\n"
    (tmp_path / "b.pkg").write_bytes(b"twp")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_what_was_not_built_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a sentence and not a traceback."""
    assert main(["pack", "--bundle", str(tmp_path / "none")]) == 1
    assert "build it first" in capsys.readouterr().err


def test_what_is_missing_is_told_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` names each thing and ends with 1."""
    assert main(["check", "--bundle", str(tmp_path), "--system", "windows"]) == 1
    said = capsys.readouterr().out
    assert "missing: /plugins/platforms/qwindows.dll" in said
    assert "missing: /Qt6PrintSupport.dll" in said


def test_the_set_up_speaks_of_the_product_as_the_program_does() -> None:
    """Names that stand in two languages stay the same in both."""
    from desktop import links, paths, update_watch
    from installer import product

    script = (Path(pack.__file__).parent / "windows" / "points-till.nsi").read_text(encoding="utf-8")
    assert f'!define NAME "{product.TITLE}"' in script
    assert f'!define ID "{product.NAME}"' in script
    assert f'!define PUBLISHER "{product.PUBLISHER}"' in script
    assert f'!define CLOSING "{update_watch.REQUEST}"' in script
    assert links.SCHEME == paths.NAME == product.NAME
