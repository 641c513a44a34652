"""Tests packing: valid checksums, and a set-up that is made only from a complete bundle."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from installer import pack
from installer.__main__ import main


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_checksums_are_read_by_the_usual_tool(tmp_path: Path) -> None:
    """The checksums cover every file in the folder except their own, and reveal a changed file."""
    (tmp_path / "a.exe").write_bytes(b"one")
    (tmp_path / "b.pkg").write_bytes(b"two")
    pack.write_checksums(tmp_path)
    pack.write_checksums(tmp_path)
    check = ["sha256sum", "--check", "--strict", pack.CHECKSUMS]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "a.exe: OK\nb.pkg: OK\n"
    (tmp_path / "b.pkg").write_bytes(b"twp")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_a_missing_bundle_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Packing without a bundle ends with a sentence and not with a traceback."""
    assert main(["pack", "--bundle", str(tmp_path / "none")]) == 1
    assert "build it first" in capsys.readouterr().err


def test_a_second_verb_is_not_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    """Who writes `build pack` would otherwise believe that there are installers now."""
    with pytest.raises(SystemExit):
        main(["build", "pack"])
    assert "build takes no further words: pack" in capsys.readouterr().err


def test_the_command_lists_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` names each missing thing and ends with 1."""
    assert main(["check", "--bundle", str(tmp_path), "--system", "windows"]) == 1
    said = capsys.readouterr().out
    assert "missing: /plugins/platforms/qwindows.dll" in said
    assert "missing: /Qt6PrintSupport.dll" in said


def test_the_set_up_and_the_program_use_the_same_names() -> None:
    """Names that occur in both the set-up and the program are equal."""
    from desktop import paths, update_watch
    from desktop.pos import links
    from installer import product

    script = (Path(pack.__file__).parent / "windows" / "points-till.nsi").read_text(encoding="utf-8")
    assert f'!define NAME "{product.TITLE}"' in script
    assert f'!define ID "{product.NAME}"' in script
    assert f'!define PUBLISHER "{product.PUBLISHER}"' in script
    assert f'!define CLOSING "{update_watch.REQUEST}"' in script
    assert links.SCHEME == paths.NAME == product.NAME
