"""Tests that output which nothing reads does not change the exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import standard_output

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[1]

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
