"""Tests the command `journal verify`, and what the other commands report about the same journal."""

from __future__ import annotations

import io
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from desktop.training.state import PASSWORD
from tests.commands.runs import NOW, at, exported, run, verified
from tests.store.edits import edit

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService


def test_verify_prints_events_and_head(filled: Path) -> None:
    """An earlier head is found in the chain later, in any letter case. Another head is not."""
    code, printed = verified(filled)
    assert (code, list(printed)) == (ExitCode.DONE, ["ok", "events", "head"])
    assert (printed["ok"], printed["events"]) == (True, 7)
    head = str(printed["head"])
    with SqliteJournal.open(paths.journal(filled)) as journal:
        assert journal.head == head
        journal.note("opened", at=NOW, till="t", cashier="c")
    code, later = verified(filled, "--head", head.upper())
    assert (code, later["events"]) == (ExitCode.DONE, 8)
    code, printed = verified(filled, "--head", "ab" * 32)
    assert (code, printed["ok"], printed["head"]) == (ExitCode.UNUSABLE, False, later["head"])
    assert "the head is not in the chain" in str(printed["problem"])


def test_verify_without_a_journal(data: Path) -> None:
    """A till without redemptions is fine, and verifying creates nothing on the disk."""
    assert verified(data) == (ExitCode.DONE, {"ok": True, "events": 0, "head": ""})
    assert not data.exists()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("journal", "verify"), ExitCode.DONE),
        (("history", "export"), ExitCode.DONE),
        (("history", "events"), ExitCode.DONE),
        (("report", "day"), ExitCode.DONE),
        (("settle",), ExitCode.DONE),
        (("outcome", "--bill", "MG-1"), ExitCode.NO_RECORD),
    ],
)
def test_a_folder_without_a_journal_is_named(
    data: Path, filled: Path, command: tuple[str, ...], code: ExitCode, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped `--data` must not look like a till without redemptions. The exit code stays."""
    mistyped = data.with_name("mistyped")
    said = f"points-till: there is no journal in {mistyped}\n"
    assert run(mistyped, *command)[0] is code
    assert capsys.readouterr().err == said
    if command != ("settle",):
        run(filled, *command)
        assert capsys.readouterr().err == ""


def test_verify_beside_an_open_window(filled: Path) -> None:
    """Verify reads a consistent state of the journal while a window is open."""
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), lock=lock) as journal:
        journal.note("opened", at=NOW, till="t", cashier="c")
        assert verified(filled) == (ExitCode.DONE, {"ok": True, "events": 8, "head": journal.head})


def test_verify_finds_an_edit(filled: Path) -> None:
    """Verify names an amount that was changed with an SQL tool. Doctor and export report it with the same exit code."""
    edit(paths.journal(filled), "UPDATE attempt SET moved_points = '1' WHERE bill = 'MG-1'")
    code, printed = verified(filled)
    assert (code, printed["ok"]) == (ExitCode.UNUSABLE, False)
    assert "was changed" in str(printed["problem"])
    code, text = run(filled, "doctor")
    assert code is ExitCode.UNUSABLE
    assert "journal.db: attempt" in text
    out = io.StringIO()
    with pytest.raises(JournalUnusable):
        run(filled, "history", "export", out=out)
    assert len(out.getvalue().splitlines()) == 4


def test_a_journal_of_a_newer_version_is_not_read(filled: Path) -> None:
    """Verify, doctor and export report a journal of a newer version, and the export writes nothing."""
    with closing(sqlite3.connect(paths.journal(filled))) as raw:
        raw.execute("PRAGMA user_version = 99")
    code, printed = verified(filled)
    assert (code, printed["problem"]) == (ExitCode.UNUSABLE, "a newer version of the program made it")
    assert "(PT-JOURNAL-NEWER)" in run(filled, "doctor")[1]
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export", out=out)
    assert (caught.value.why, out.getvalue()) == (JournalTrouble.NEWER, "")


def test_a_copied_journal_is_reported(
    filled: Path, capsys: pytest.CaptureFixture[str], service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export reports a copied journal while an outcome from the other machine is unknown; doctor always does.

    It is not damage.
    """
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    path = paths.journal(filled)
    with SqliteJournal.open(path, writer=False) as journal:
        before = journal.identity
    copied = path.with_name("copy")
    shutil.copy(path, copied)
    copied.replace(path)
    SqliteJournal.open(path).close()
    assert len(exported(filled)) == 3
    assert f"it was {before} before" in capsys.readouterr().err
    code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.DONE
    assert f"this journal was copied or restored; it was {before} before" in printed
