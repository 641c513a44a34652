"""Owns tests of `--smoke-test`: it passes on a whole installation, and says what is missing on one that is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths, smoke_test
from installer import contents
from installer.linguist import compile_all

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Resources as an installation has them, with compiled translations."""
    made = tmp_path_factory.mktemp("program") / "resources"
    shutil.copytree(paths.resources(), made)
    compile_all(made / "translations")
    return made


def _run(resources: Path) -> subprocess.CompletedProcess[str]:
    # PyInstaller's programs find their resources by this attribute; it is how another folder can be shown to the till.
    start = (
        f"import sys; sys._MEIPASS = {str(resources.parent)!r}; from desktop.app import run; sys.exit(run(sys.argv))"
    )
    command = [sys.executable, "-W", "error", "-c", start, "--smoke-test"]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=90)


def test_a_whole_installation_passes(resources: Path) -> None:
    """It redeems in the real window, saves the receipt, and ends in order and quietly; a line for each thing."""
    done = _run(resources)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    lines = done.stdout.splitlines()
    assert {line.split()[0] for line in lines} <= {"ok", "warning"}
    assert not [line for line in lines if "Qt says" in line]
    for expected in (
        "ok resources:",
        "ok translations: ar, es, fr, hi, id, th, zh_CN",
        "ok certificates:",
        "ok countries:",
        "ok Qt: offscreen",
        "ok images: SVG",
        "ok window:",
        "ok redemption: 10.5 points redeemed",
        "ok receipt: a PDF of",
        "ok threads: ended in order",
    ):
        assert any(line.startswith(expected) for line in lines), expected
    assert any("keyring:" in line for line in lines)
    assert any("printing:" in line for line in lines)


def test_it_leaves_no_trace(resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the till's own folders nor among temporary files."""
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setitem(ENVIRONMENT, name, str(folder))
    assert _run(resources).returncode == 0
    left = [path for path in tmp_path.rglob("*") if path.is_file() and "fontconfig" not in str(path)]
    assert left == []


@pytest.mark.parametrize(
    "lost", ["translations/points-till_ar.qm", "style/tokens.json", "style/compact.qss", "messages.toml", "icons"]
)
def test_what_is_lost_is_named(resources: Path, tmp_path: Path, lost: str) -> None:
    """And the exit code is 1, whatever else works."""
    program = tmp_path / "program" / "resources"
    shutil.copytree(resources, program)
    target = program / lost
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink()
    done = _run(program)
    assert done.returncode == 1
    assert "missing " in done.stdout
    assert "Traceback" not in done.stderr


def test_every_file_that_was_packed_is_looked_for(tmp_path: Path) -> None:
    """One that is lost, cut short, or was never listed: whatever a virus scanner or a copy left behind."""
    assert smoke_test.lost_files(tmp_path) == ["files.txt"]
    style = tmp_path / "resources" / "till.qss"
    style.parent.mkdir()
    style.write_bytes(b"QLabel {}")
    library = tmp_path / "lib.so"
    library.write_bytes(b"stripped since")
    listing = contents.listing([("lib.so", "/built/lib.so", "BINARY")], [("resources\\till.qss", str(style), "DATA")])
    (tmp_path / "files.txt").write_text(listing, encoding="utf-8")
    assert smoke_test.lost_files(tmp_path) == []
    style.write_bytes(b"")
    assert smoke_test.lost_files(tmp_path) == ["resources/till.qss"]
    library.unlink()
    assert smoke_test.lost_files(tmp_path) == ["lib.so", "resources/till.qss"]


def test_a_receipt_has_to_be_a_pdf(tmp_path: Path) -> None:
    """Not an empty file, not another one, not one without a page."""
    file = tmp_path / "receipt.pdf"
    assert "receipt.pdf" in smoke_test.pdf_problem(file)
    file.write_bytes(b"")
    assert smoke_test.pdf_problem(file) == "receipt.pdf is not a PDF"
    file.write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert smoke_test.pdf_problem(file) == "receipt.pdf has no page"
    file.write_bytes(b"%PDF-1.4\n<< /Type /Page >>\n%%EOF\n")
    assert smoke_test.pdf_problem(file) == ""


def test_what_takes_too_long_is_not_waited_for() -> None:
    """A printer that never answers does not hold the test up."""
    import threading

    never = threading.Event()
    with pytest.raises(TimeoutError):
        smoke_test._within(0.05, lambda: never.wait(30))
    never.set()
    assert smoke_test._within(5, lambda: 7) == 7

    def fail() -> int:
        raise ImportError("no such library")

    with pytest.raises(ImportError, match="no such library"):
        smoke_test._within(5, fail)
