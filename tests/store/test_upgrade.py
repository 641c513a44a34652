"""Tests that converting a journal can be interrupted, goes on where it stopped, and never harms the old file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import State
from desktop.private_files import sync_folder
from desktop.store import upgrade
from desktop.store.damaged_journal import read_damaged, replace_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.machine import fingerprint_of
from desktop.store.upgrade import upgrading_path
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock
from tests.store.damage import NOW
from tests.store.edits import edit
from tests.store.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

DUMP = Path(__file__).parent / "journals" / "states_of_version_3.sql"
EVENTS = 35


class Stop(Exception):
    """Stops the conversion, as closing the window does."""


@pytest.fixture
def old(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A version 3 journal that is converted in small steps."""
    monkeypatch.setattr(upgrade, "_AT_ONCE", 4)
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(DUMP.read_text(encoding="utf-8"))
        raw.execute("PRAGMA journal_mode = WAL")
    return path


def stop_after(steps: int) -> Callable[[int, int], None]:
    """Returns what stops the conversion after some steps."""
    seen: list[int] = []

    def on_progress(done: int, _every: int) -> None:
        seen.append(done)
        if len(seen) == steps:
            raise Stop

    return on_progress


def head_of(path: Path) -> str:
    """Returns the last hash of a version 3 journal."""
    with closing(sqlite3.connect(path)) as raw:
        return str(raw.execute("SELECT lower(hex(hash)) FROM chain ORDER BY seq DESC LIMIT 1").fetchone()[0])


@pytest.mark.parametrize("steps", range(1, 13))
def test_it_goes_on_where_it_stopped(old: Path, steps: int) -> None:
    """After each step the old journal is unchanged, and the next start copies only the rest."""
    head = head_of(old)
    with pytest.raises(Stop):
        SqliteJournal.open(old, on_progress=stop_after(steps))
    assert verify(old).head == head
    assert upgrading_path(old).exists()
    told: list[tuple[int, int]] = []
    with SqliteJournal.open(old, on_progress=lambda done, every: told.append((done, every))) as journal:
        assert journal.head == head
    # 11 attempts take three steps, and 35 events nine.
    assert len(told) == 12 - steps
    assert all(every == 11 + EVENTS for _, every in told)
    assert not told or told[-1][0] == 11 + EVENTS
    assert (verify(old).ok, verify(old).events) == (True, EVENTS)
    assert sorted(one.name for one in old.parent.iterdir() if one.suffix != ".lock") == [
        old.name, f"{old.name}-head", f"{old.name}-shm", f"{old.name}-wal",
    ]  # fmt: skip


@pytest.mark.parametrize("lost", [True, False])
def test_an_older_file_that_is_put_back_is_not_taken_for_the_journal(old: Path, lost: bool) -> None:
    """What was recorded since it was converted is lost, although a backup may get the number that the file had."""
    backup = old.read_bytes()
    with SqliteJournal.open(old) as journal:
        if lost:
            journal.note("signed_on", at=NOW, till="till.one", cashier="Ravi")
    old.write_bytes(backup)
    here = fingerprint_of(old)
    edit(old, f"UPDATE journal SET machine = '{here.machine}', file = '{here.file}'")
    verdict = verify(old)
    assert verdict.ok is not lost
    if lost:
        assert "is lost" in verdict.problem
        assert refusal(old) is JournalTrouble.DAMAGED
        replace_damaged(old, NOW)
    with SqliteJournal.open(old) as journal:
        assert len(journal.in_states(*State)) == 11
    assert verify(old).ok


KILLED = """
import os, pathlib, signal, sys
from desktop.store import upgrade
from desktop.store.damaged_journal import read_damaged, replace_damaged
from desktop.store.journal import SqliteJournal
upgrade._AT_ONCE = 4
steps = []
def on_progress(done, every):
    steps.append(done)
    if len(steps) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
SqliteJournal.open(pathlib.Path(sys.argv[1]), on_progress=on_progress)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("steps", [1, 3, 4, 12])
def test_a_killed_conversion_loses_nothing(old: Path, steps: int) -> None:
    """A program that is killed leaves the old journal, and a copy from which the next start goes on."""
    head = head_of(old)
    done = subprocess.run([sys.executable, "-c", KILLED, str(old), str(steps)], check=False, cwd=Path.cwd())
    if sys.platform != "win32":  # tells mypy what the mark tells pytest
        assert done.returncode == -signal.SIGKILL
    told: list[int] = []
    with SqliteJournal.open(old, on_progress=lambda done, _every: told.append(done)) as journal:
        assert journal.head == head
    assert len(told) == 12 - steps
    assert verify(old, head).ok


def test_a_journal_that_changed_meanwhile_is_copied_anew(old: Path) -> None:
    """If the old program has added an event since, nothing of the half copy is used."""
    with pytest.raises(Stop):
        SqliteJournal.open(old, on_progress=stop_after(5))
    copy = upgrading_path(old).read_bytes()
    for part in ("-wal", "-shm"):
        old.with_name(old.name + part).unlink(missing_ok=True)
    old.unlink()
    with closing(sqlite3.connect(old)) as raw:
        # Another journal, with an event less.
        raw.executescript(DUMP.read_text(encoding="utf-8"))
    edit(old, "PRAGMA foreign_keys = OFF", "DELETE FROM chain WHERE seq = 35", "DELETE FROM event WHERE seq = 35")
    edit(old, "UPDATE sqlite_sequence SET seq = 34")
    edit(old, "UPDATE journal SET identity = ''")
    assert upgrading_path(old).read_bytes() == copy
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("PRAGMA user_version = 3")
    told: list[int] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("desktop.store.opening._FULL_CHECK_LIMIT", 0)
        SqliteJournal.open(old, on_progress=lambda done, _every: told.append(done)).close()
    assert told[-1] == 11 + 34
    assert len(told) == 12


def test_nothing_of_the_old_journal_comes_back_beside_the_new_one(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old journal's side files are gone for good before the copy takes its name.

    SQLite deletes its rollback journal without syncing the folder. If a power cut brought it back beside the new
    journal, the next start would write a page of the old journal into it.
    """
    done: list[str] = []
    replace = Path.replace

    def noted_replace(self: Path, target: Path) -> Path:
        done.append("replace")
        return replace(self, target)

    def noted_sync(folder: Path) -> None:
        assert not old.with_name(f"{old.name}-journal").exists()
        done.append("sync")
        sync_folder(folder)

    monkeypatch.setattr(Path, "replace", noted_replace)
    monkeypatch.setattr(upgrade, "sync_folder", noted_sync)
    SqliteJournal.open(old).close()
    assert done == ["sync", "replace", "sync"]


def test_a_damaged_copy_is_begun_anew(old: Path) -> None:
    """A power cut may have damaged the copy. The old journal is whole, so that is no damage."""
    with pytest.raises(Stop):
        SqliteJournal.open(old, on_progress=stop_after(5))
    upgrading_path(old).write_bytes(b"noise" * 5000)
    with SqliteJournal.open(old) as journal:
        assert len(list(journal.newest_events(99))) == EVENTS
    assert verify(old).ok


def test_another_reader_delays_the_exchange(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program reads the old journal, it is not replaced. The copy is kept for the next start."""
    monkeypatch.setattr(upgrade, "_RELEASE_TIMEOUT", 0.0)
    with closing(sqlite3.connect(old)) as other:
        other.execute("SELECT * FROM event").fetchone()
        assert refusal(old) is JournalTrouble.IN_USE
    told: list[int] = []
    SqliteJournal.open(old, on_progress=lambda done, _every: told.append(done)).close()
    assert verify(old).ok


def test_a_reader_that_ends_soon_holds_up_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A POS may ask for an outcome, or a command export the history, just when the copy is complete."""
    leaves_wal = upgrade._leaves_wal
    tries: list[bool] = []
    with closing(sqlite3.connect(old)) as other:
        other.execute("SELECT * FROM event").fetchone()

        def leave(connection: sqlite3.Connection) -> bool:
            tries.append(leaves_wal(connection))
            other.close()
            return tries[-1]

        monkeypatch.setattr(upgrade, "_leaves_wal", leave)
        with SqliteJournal.open(old) as journal:
            assert len(list(journal.newest_events(99))) == EVENTS
    assert tries == [False, True]
    assert verify(old).ok


def test_two_workers_convert_it_once(old: Path) -> None:
    """The threads of one window open the journal at the same time. One converts it, and the others wait for that."""
    told: list[int] = []
    heads: list[str] = []

    def work() -> None:
        with SqliteJournal.open(old, lock=lock, on_progress=lambda done, _every: told.append(done)) as journal:
            heads.append(journal.head)

    head = head_of(old)
    with WriterLock(old) as lock:
        threads = [threading.Thread(target=work) for _ in range(3)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert heads == [head] * 3
    assert len(told) == 12


def test_a_full_disk_leaves_the_old_journal(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If there is no room for the copy, that is said, and the old journal stays as it is."""

    def full(_path: Path) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(upgrade, "create", full)
    before = head_of(old)
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(old)
    assert caught.value.why is JournalTrouble.FULL
    assert head_of(old) == before


@pytest.mark.parametrize(
    "damage",
    [
        ("DELETE FROM event WHERE seq = 9",),
        ("UPDATE chain SET facts = 'x' WHERE seq = 9",),
        ("UPDATE event SET cashier = 'x' WHERE seq = 9",),
        ("UPDATE event SET what = 'odd' WHERE seq = 1",),
        ("UPDATE event SET reference = 'x' WHERE reference = (SELECT reference FROM attempt LIMIT 1)",),
        ("UPDATE attempt SET notes = 'x' WHERE seq = (SELECT min(seq) FROM attempt WHERE salt > x'')",),
        ("UPDATE attempt SET state = 'odd' WHERE seq = 3",),
    ],
)
def test_damage_that_no_check_found_stops_the_conversion(
    old: Path, monkeypatch: pytest.MonkeyPatch, damage: tuple[str, ...]
) -> None:
    """In a journal too large for a full check, the copy finds it. Neither a window nor a reader uses the journal."""
    monkeypatch.setattr("desktop.store.opening._FULL_CHECK_LIMIT", 0)
    edit(old, "PRAGMA foreign_keys = OFF", *damage)
    assert refusal(old) is JournalTrouble.DAMAGED
    assert refusal(old, writer=False) is JournalTrouble.DAMAGED
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (3,)


def test_a_long_conversion_is_logged(
    old: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Support sees how far it was."""
    monkeypatch.setattr(upgrade, "_SAY_EVERY", 0.0)
    with caplog.at_level("INFO"):
        SqliteJournal.open(old).close()
    assert "converting the journal: 100 % of the rows" in caplog.text


@pytest.mark.parametrize("tables", ["TABLES", "INDEXES"])
def test_a_copy_that_cannot_be_made_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch, tables: str) -> None:
    """An error at the beginning or at the end of the copy leaves the old journal."""
    monkeypatch.setattr(f"desktop.store.schema.{tables}", ("CREATE X",))
    head = head_of(old)
    assert refusal(old) is JournalTrouble.DAMAGED
    assert head_of(old) == head


def test_attempts_of_an_old_damaged_journal_are_read(old: Path) -> None:
    """The old format can still be salvaged."""
    assert len(list(read_damaged(old))) == 11
    replace_damaged(old, NOW)
    with SqliteJournal.open(old) as journal:
        assert len(list(journal.export(None, None))) == 11
    assert verify(old).ok
