"""Tests `--smoke-test` on complete and incomplete installations."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.setting_values import LANGUAGES
from desktop.smoke_test.installation import call_with_timeout, check_printers, missing_files
from desktop.smoke_test.report import Report
from desktop.smoke_test.window import pdf_problem
from installer import contents
from installer.linguist import compile_all

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns resources as an installation has them, with compiled translations."""
    made = tmp_path_factory.mktemp("program") / "resources"
    shutil.copytree(paths.resources(), made)
    compile_all(made / "translations")
    return made


def _run(resources: Path) -> subprocess.CompletedProcess[str]:
    # Programs frozen by PyInstaller find their resources by this attribute. Here it selects another folder.
    start = (
        f"import sys; sys._MEIPASS = {str(resources.parent)!r}; from desktop.start import run; sys.exit(run(sys.argv))"
    )
    command = [sys.executable, "-W", "error", "-c", start, "--smoke-test"]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=90)


def test_a_complete_installation_passes(resources: Path) -> None:
    """It redeems in the real window, saves the receipt, ends cleanly, and prints one line for each check."""
    done = _run(resources)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    lines = done.stdout.splitlines()
    assert {line.split()[0] for line in lines} <= {"ok", "warning"}
    assert not [line for line in lines if "Qt says" in line]
    for expected in (
        "ok resources:",
        f"ok translations: {', '.join(one for one in LANGUAGES if one != 'en')}",
        "ok certificates:",
        "ok countries:",
        "ok languages:",
        "ok Qt: offscreen",
        "ok bindings",
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
    """It leaves no file in the till's own folders, and no temporary file."""
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setitem(ENVIRONMENT, name, str(folder))
    assert _run(resources).returncode == 0
    left = [path for path in tmp_path.rglob("*") if path.is_file() and "fontconfig" not in str(path)]
    assert left == []


@pytest.mark.parametrize(
    "missing", ["translations/points-till_ar.qm", "style/tokens.json", "style/compact.qss", "messages.toml", "icons"]
)
def test_what_is_missing_is_named(resources: Path, tmp_path: Path, missing: str) -> None:
    """The report names what is missing, and the exit code is 1."""
    program = tmp_path / "program" / "resources"
    shutil.copytree(resources, program)
    target = program / missing
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink()
    done = _run(program)
    assert done.returncode == 1
    assert "missing " in done.stdout
    assert "Traceback" not in done.stderr


def test_every_packed_file_is_checked(tmp_path: Path) -> None:
    """A file that is missing, truncated or not listed is found, for example after a virus scanner removed it."""
    assert missing_files(tmp_path) == ["files.txt"]
    style = tmp_path / "resources" / "till.qss"
    style.parent.mkdir()
    style.write_bytes(b"QLabel {}")
    library = tmp_path / "lib.so"
    library.write_bytes(b"stripped since")
    listing = contents.listing([("lib.so", "/built/lib.so", "BINARY")], [("resources\\till.qss", str(style), "DATA")])
    (tmp_path / "files.txt").write_text(listing, encoding="utf-8")
    assert missing_files(tmp_path) == []
    style.write_bytes(b"")
    assert missing_files(tmp_path) == ["resources/till.qss"]
    library.unlink()
    assert missing_files(tmp_path) == ["lib.so", "resources/till.qss"]


def test_a_receipt_must_be_a_pdf(tmp_path: Path) -> None:
    """An empty file, another kind of file and a PDF without a page are rejected."""
    file = tmp_path / "receipt.pdf"
    assert "receipt.pdf" in pdf_problem(file)
    file.write_bytes(b"")
    assert pdf_problem(file) == "receipt.pdf is not a PDF"
    file.write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert pdf_problem(file) == "receipt.pdf has no page"
    file.write_bytes(b"%PDF-1.4\n<< /Type /Page >>\n%%EOF\n")
    assert pdf_problem(file) == ""


def test_a_missing_spooler_is_reported(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A program for Windows that was packed without the interface of the spooler cannot print, and says so."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "pywintypes", None)
    report = Report()
    check_printers(report)
    assert not report.is_complete
    assert capsys.readouterr().out.startswith("missing printing: import of pywintypes halted")


def test_a_slow_call_times_out() -> None:
    """A printer that never answers does not block the smoke test."""
    import threading

    never = threading.Event()
    with pytest.raises(TimeoutError):
        call_with_timeout(0.05, lambda: never.wait(30))
    never.set()
    assert call_with_timeout(5, lambda: 7) == 7

    def fail() -> int:
        raise ImportError("no such library")

    with pytest.raises(ImportError, match="no such library"):
        call_with_timeout(5, fail)
