"""Tests the command `pin hash`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.store.pins import has_current_cost
from tests.commands.runs import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_pin_is_hashed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command prints one line, the hash, and not the PIN. PowerShell may begin with a byte order mark."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\ufeff471108\n"))
    code, printed = run(data, "pin", "hash")
    assert code is ExitCode.DONE
    assert has_current_cost(printed.strip())
    assert "471108" not in printed


def test_a_guessable_pin_is_rejected(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 2, and the reason is on standard error."""
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n"))
    assert run(data, "pin", "hash") == (ExitCode.USAGE, "")
    assert capsys.readouterr().err.startswith("points-till: ")


def test_a_pin_that_is_no_text(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong encoding is an error of the caller, not a mistake of the program."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff471108\n"), encoding="utf-8"))
    assert run(data, "pin", "hash") == (ExitCode.USAGE, "")
    assert capsys.readouterr().err == "points-till: the PIN on standard input is not UTF-8\n"
