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


def test_verify_says_events_and_head(filled: Path) -> None:
    """One line of JSON; the head that it says is in the chain later, in any case, and another one is not."""
    code, said = verified(filled)
    assert (code, list(said)) == (ExitCode.DONE, ["ok", "events", "head"])
    assert (said["ok"], said["events"]) == (True, 7)
    head = str(said["head"])
    with SqliteJournal.open(paths.journal(filled)) as journal:
        assert journal.head == head
        journal.note("opened", at=NOW, till="t", cashier="c")
    code, later = verified(filled, "--head", head.upper())
    assert (code, later["events"]) == (ExitCode.DONE, 8)
    code, said = verified(filled, "--head", "ab" * 32)
    assert (code, said["ok"], said["head"]) == (ExitCode.UNUSABLE, False, later["head"])
    assert "the head is not in the chain" in str(said["problem"])


def test_verify_without_a_journal(data: Path) -> None:
    """A till that has made no redemption yet has nothing that could be wrong, and nothing is made by asking."""
    assert verified(data) == (ExitCode.DONE, {"ok": True, "events": 0, "head": ""})
    assert not data.exists()


def test_verify_beside_an_open_window(filled: Path) -> None:
    """It reads one state of the journal while the till goes on."""
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), lock=lock) as journal:
        journal.note("opened", at=NOW, till="t", cashier="c")
        assert verified(filled) == (ExitCode.DONE, {"ok": True, "events": 8, "head": journal.head})


def test_verify_finds_an_edit(filled: Path) -> None:
    """An amount that a tool for SQL changed is named; doctor and export report it with the same exit code."""
    edit(paths.journal(filled), "UPDATE attempt SET moved_points = '1' WHERE bill = 'MG-1'")
    code, said = verified(filled)
    assert (code, said["ok"]) == (ExitCode.UNUSABLE, False)
    assert "was changed" in str(said["problem"])
    code, text = run(filled, "doctor")
    assert code is ExitCode.UNUSABLE
    assert "journal check: attempt" in text
    out = io.StringIO()
    with pytest.raises(JournalUnusable):
        run(filled, "history", "export", out=out)
    assert len(out.getvalue().splitlines()) == 4


def test_what_a_newer_program_wrote_is_not_read(filled: Path) -> None:
    """Verify, doctor and export say so, and the export writes nothing."""
    with closing(sqlite3.connect(paths.journal(filled))) as raw:
        raw.execute("PRAGMA user_version = 99")
    code, said = verified(filled)
    assert (code, said["problem"]) == (ExitCode.UNUSABLE, "a newer version of the program made it")
    assert "(PT-JOURNAL-NEWER)" in run(filled, "doctor")[1]
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export", out=out)
    assert (caught.value.why, out.getvalue()) == (JournalTrouble.NEWER, "")


def test_a_journal_that_was_copied_here_says_so(
    filled: Path, capsys: pytest.CaptureFixture[str], service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export and doctor say it for as long as an outcome of the old place is unknown, and it is no damage."""
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
    code, said = run(filled, "doctor", *at(service))
    assert code is ExitCode.DONE
    assert f"journal moved: this journal was copied or restored; it was {before} before" in said
