"""Tests that output which nothing reads, or which cannot be written, does not change the exit code."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import standard_output
from desktop.domain.exit_codes import ExitCode

ROOT = Path(__file__).resolve().parents[1]
FULL = Path("/dev/full")

PROGRAM = """
import sys
from desktop import standard_output
sys.stdin.read()
try:
    print("an outcome", flush=True)
except OSError:
    standard_output.discard()
sys.exit(3)
"""


def test_the_exit_code_stays_if_nothing_reads_the_output() -> None:
    """The text is still in the buffer when Python ends. Without discarding it, the exit code is 120."""
    # -E: with PYTHONUNBUFFERED there would be no buffer.
    with subprocess.Popen(
        [sys.executable, "-E", "-c", PROGRAM],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.close()
        assert process.wait(60) == 3
        assert process.stderr.read() == b""


def test_a_program_without_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed program has none, so there is nothing to discard."""
    monkeypatch.setattr(sys, "stdout", None)
    standard_output.discard()


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize(
    ("command", "code", "begins"),
    [
        (["outcome", "--bill", "MG-1"], ExitCode.NO_RECORD, ""),
        (["settle"], ExitCode.DONE, "nothing to settle"),
        (["doctor"], ExitCode.UNUSABLE, "ok    program"),
        (["journal", "verify", "--head", "no head"], ExitCode.USAGE, ""),
    ],
)
def test_a_full_disk_behind_standard_error(tmp_path: Path, command: list[str], code: ExitCode, begins: str) -> None:
    """What a command complains of gets lost. Its exit code and its output stay."""
    (tmp_path / "settings.json").write_text('{"country": "ZZ"}')
    program = [sys.executable, "-m", "desktop", "--data", str(tmp_path / "data"), "--config", str(tmp_path), *command]
    with FULL.open("w") as full:
        done = subprocess.run(
            program, cwd=ROOT, stdout=subprocess.PIPE, stderr=full, text=True, timeout=60, check=False
        )
    assert done.returncode == code
    assert done.stdout.startswith(begins)


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_full_disk_behind_the_version_and_the_help(option: str) -> None:
    """It is reported as for each command, and not by Python at its end."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", option],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == ExitCode.UNUSABLE
    assert done.stderr == "points-till: standard output: No space left on device\n"


def test_a_standard_error_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line gets lost, also if the stream has no file any more."""
    stream = io.StringIO()
    stream.close()
    monkeypatch.setattr(sys, "stderr", stream)
    standard_output.print_error("a line")
