"""Tests what commands say to a user who has no right to what they need."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from desktop import commands, paths
from desktop.command_line import parse
from desktop.domain.exit_codes import ExitCode
from desktop.store.journal import SqliteJournal
from tests.commands.runs import run, verified
from tests.ordinary_user import as_ordinary_user

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX's")


@pytest.fixture(params=["journal.db", "."])
def unreadable(request: pytest.FixtureRequest, open_folder: Path) -> Path:
    """A data folder whose journal this user may not read, or whose journal this user may not even look for."""
    data = open_folder / "data"
    SqliteJournal.open(paths.journal(data)).close()
    data.chmod(0o755)
    (data / str(request.param)).chmod(0)
    return data


@pytest.mark.parametrize("words", ["history export", "history events", "report day", "outcome --bill MG-1"])
def test_commands_that_read_name_the_right_to_read(
    unreadable: Path, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They never write, so a right to write would not help. The code is the one that says what to check."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    command = parse([*words.split(), "--data", str(unreadable), "--config", str(unreadable.parent / "config")])
    # The program's own modules are imported while this user may still read them.
    commands.run(command, data=unreadable.parent / "none")
    capsys.readouterr()
    with as_ordinary_user():
        code = commands.run(command, data=unreadable)
    printed, said = capsys.readouterr()
    assert (code, printed) == (ExitCode.UNUSABLE, "")
    journal = paths.journal(unreadable)
    assert said == (
        f"points-till: this user may not read {journal}: check the rights of the file and its folder"
        " (PT-JOURNAL-READ-ONLY)\n"
    )


def test_a_check_of_the_journal_names_the_right_to_read(unreadable: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is neither told as damaged, nor as missing."""
    with as_ordinary_user():
        code, report = verified(unreadable)
    assert (code, report["ok"]) == (ExitCode.UNUSABLE, False)
    assert str(report["problem"]).startswith("it cannot be read by this user: ")
    assert capsys.readouterr().err == ""


def test_a_token_that_cannot_be_kept(open_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is named, and the code that the doctor has for such a folder."""
    with as_ordinary_user():
        assert run(open_folder, "api-token") == (ExitCode.UNUSABLE, "")
    file = paths.api_token(open_folder)
    assert capsys.readouterr().err == f"points-till: the token cannot be kept in {file}: Permission denied (PT-DISK)\n"
