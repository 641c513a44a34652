"""Tests moving one user's journal into the folder that all logins share."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.points import Points
from desktop.domain.redemption import Redeemed, State, Step
from desktop.domain.reversal import ReversalsSeen
from desktop.store import moving, newest_head
from desktop.store.journal import SqliteJournal
from desktop.store.moving import Moved, move_journal
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt


@pytest.fixture
def own(tmp_path: Path, begin: Callable[..., Attempt]) -> Path:
    """One user's journal, with an attempt that is unknown and one that was not sent."""
    path = tmp_path / "own" / "journal.db"
    with SqliteJournal.open(path) as journal:
        begin(journal, Step.LOST)
        begin(journal, Step.NOT_SENT)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared" / "journal.db"


def contents(path: Path) -> tuple[str, tuple[Attempt, ...], str]:
    with SqliteJournal.open(path) as journal:
        return journal.identity, tuple(journal.export(None, None)), journal.moved_from


def references(path: Path) -> set[str]:
    return {one.reference for one in contents(path)[1]}


class PowerCutError(Exception):
    """The power fails here."""


def test_everything_moves_and_can_be_continued(own: Path, target: Path) -> None:
    """The identity goes with it, the chain stays whole, and no till opens the old file any more."""
    before = contents(own)
    assert move_journal(own, target) is Moved.MOVED
    assert not own.exists()
    assert own.with_name("journal.db.moved").exists()
    assert contents(target) == before
    assert verify(target).ok
    assert move_journal(own, target) is Moved.NOTHING, "there is nothing left to move"
    assert contents(target) == before
    assert {one.name for one in target.parent.iterdir()} == {"journal.db", "journal.db-head", "journal.db.lock"}


def test_there_is_nothing_to_move(tmp_path: Path, target: Path) -> None:
    """A login that never had a till."""
    assert move_journal(tmp_path / "no-login" / "journal.db", target) is Moved.NOTHING
    assert not target.exists()
    assert not (tmp_path / "no-login").exists()


def test_a_second_journal_is_joined_to_the_one_that_is_there(
    own: Path, target: Path, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Its attempts can be continued there, and its own file is kept under a name that no till opens."""
    with SqliteJournal.open(target) as journal:
        begin(journal, Step.LOST)
    machine, other = contents(target), contents(own)
    assert move_journal(own, target) is Moved.JOINED
    identity, attempts, moved_from = contents(target)
    assert (identity, moved_from) == (machine[0], "")
    assert attempts[: len(machine[1])] == machine[1]
    assert attempts[len(machine[1]) :] == tuple(replace(one, journal_id=identity) for one in other[1])
    assert verify(target).ok
    with SqliteJournal.open(target) as journal:
        (joined,) = [one for one in journal.newest_events(20) if one.what == "joined"]
        assert joined.detail.startswith(f"{other[0]} ")
        # Settling goes on with what the other login left.
        for one in other[1]:
            if one.state is State.UNKNOWN:
                journal.step(one.reference, Step.ABSENT, at=now)
    assert not own.exists()
    assert contents(own.with_name("journal.db.moved"))[1] == other[1]
    assert move_journal(own, target) is Moved.NOTHING


def test_what_the_machine_knows_by_now_is_not_overwritten(own: Path, target: Path, now: datetime) -> None:
    """After a power cut between joining and renaming, the machine's journal has settled what it took over."""
    SqliteJournal.open(target).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moving, "set_aside", Mock(side_effect=PowerCutError))
        with pytest.raises(PowerCutError):
            move_journal(own, target)
    (unknown,) = [one for one in contents(target)[1] if one.state is State.UNKNOWN]
    with SqliteJournal.open(target) as journal:
        journal.step(unknown.reference, Step.ABSENT, at=now)
    settled = contents(target)
    assert move_journal(own, target) is Moved.JOINED
    assert contents(target) == settled
    assert not own.exists()


def test_reversals_are_joined_too(own: Path, target: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """While one is unknown, nothing more of that redemption is given back, from whichever login."""
    SqliteJournal.open(target).close()
    with SqliteJournal.open(own) as journal:
        redeemed = begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="R1", points=Decimal("250.125")))
        journal.begin_reversal(
            redeemed.reference, "r1", points=Points(Decimal(1)), reason="", before=ReversalsSeen(), till="t",
            cashier="", at=now,
        )  # fmt: skip
    assert move_journal(own, target) is Moved.JOINED
    with SqliteJournal.open(target) as journal:
        journal.recover(now)
        (reversal,) = journal.reversals_of(redeemed.reference)
        assert reversal.is_open
        assert reversal.journal_id == journal.identity


def test_a_copy_from_another_machine_is_not_continued(own: Path, target: Path) -> None:
    """A login's restored backup keeps its history, and nothing of it is sent again."""
    SqliteJournal.open(target).close()
    copy = own.with_name("copy.db")
    copy.write_bytes(own.read_bytes())
    own.unlink()
    copy.rename(own)
    assert move_journal(own, target) is Moved.JOINED
    identity, attempts, _ = contents(target)
    assert attempts
    assert identity not in {one.journal_id for one in attempts}


@pytest.mark.parametrize("open_one", ["own", "target"])
def test_a_till_that_is_open_keeps_its_journal(own: Path, target: Path, open_one: str) -> None:
    """Nothing moves under a window."""
    with WriterLock({"own": own, "target": target}[open_one]), pytest.raises(JournalUnusable) as caught:
        move_journal(own, target)
    assert caught.value.why is JournalTrouble.IN_USE
    assert own.exists()
    assert not target.exists()


def test_what_a_crash_left_is_moved_too(own: Path, target: Path, begin: Callable[..., Attempt]) -> None:
    """A journal whose last redemption is still in its WAL."""
    journal = SqliteJournal.open(own)
    late = begin(journal, Step.LOST)
    crashed = own.parent.parent / "crashed"
    crashed.mkdir()
    for name in ("journal.db", "journal.db-wal"):
        (crashed / name).write_bytes((own.parent / name).read_bytes())
    journal.close()
    assert move_journal(crashed / "journal.db", target)
    assert late.reference in {one.reference for one in contents(target)[1]}


@pytest.mark.parametrize("case", [(names, who) for names in range(3) for who in ("same login", "another login")])
def test_a_power_cut_leaves_one_journal_that_counts(
    own: Path, target: Path, case: tuple[int, str], monkeypatch: pytest.MonkeyPatch, begin: Callable[..., Attempt]
) -> None:
    """Whichever login comes next, everything is in the machine's journal once, and the chain is whole."""
    before = contents(own)
    other = own.parent.parent / "other" / "journal.db"
    with SqliteJournal.open(other) as journal:
        theirs = begin(journal, Step.LOST)
    left, next_one = case

    def cut(_folder: Path) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(moving, "sync_folder", cut)
        with pytest.raises(PowerCutError):
            move_journal(own, target)
    if next_one == "another login":
        assert move_journal(other, target) is Moved.JOINED
        move_journal(own, target)
    else:
        move_journal(own, target)
        assert contents(target) == before
        assert move_journal(other, target) is Moved.JOINED
    found = contents(target)
    assert found[0] == before[0]
    assert [one.reference for one in found[1]] == [*(one.reference for one in before[1]), theirs.reference]
    assert verify(target).ok
    assert not own.exists()
    assert not other.exists()
    assert not [one for one in target.parent.iterdir() if "moving" in one.name]


_KILLED = """
import os, sqlite3, sys
from pathlib import Path
from desktop.store import moving, newest_head
from desktop.store.journal import SqliteJournal
def die(*_args, **_options): os._exit(9)
class Copied(sqlite3.Connection):
    def execute(self, sql, *values): return die() if "checkpoint" in sql else super().execute(sql, *values)
class Copying:
    def connect(*args, **options): return sqlite3.connect(*args, factory=Copied, **options)
where = {
    "copying": (moving.os, "fsync"), "joining": (SqliteJournal, "_adopt_reversals"), "joined": (moving, "set_aside")
}
if sys.argv[1] == "copied":
    moving.sqlite3, where = Copying, {"copied": (sys, "nothing")}
setattr(*where[sys.argv[1]], die)
moving.move_journal(Path(sys.argv[2]), Path(sys.argv[3]))
"""


@pytest.mark.parametrize("where", ["copying", "joining", "joined"])
def test_a_kill_in_the_middle_of_a_move_loses_nothing(
    own: Path, target: Path, where: str, begin: Callable[..., Attempt]
) -> None:
    """The process ends while it copies, within the transaction, or after it. The next one finishes."""
    before = contents(own)[1]
    if where != "copying":
        with SqliteJournal.open(target) as journal:
            begin(journal, Step.LOST)
    killed = subprocess.run([sys.executable, "-c", _KILLED, where, own, target], check=False)
    assert killed.returncode == 9
    assert own.exists()
    if where != "joined":
        assert len(references(target) if where == "joining" else ()) == (where == "joining")
    assert move_journal(own, target) is (Moved.MOVED if where == "copying" else Moved.JOINED)
    assert references(target) >= {one.reference for one in before}
    assert len(references(target)) == len(before) + (where != "copying")
    assert verify(target).ok
    assert not own.exists()


def test_what_a_killed_login_left_is_no_part_of_the_next_ones_copy(
    own: Path, target: Path, begin: Callable[..., Attempt]
) -> None:
    """SQLite would read the WAL of the one as that of the other."""
    killed = subprocess.run([sys.executable, "-c", _KILLED, "copied", own, target], check=False)
    assert killed.returncode == 9
    assert target.with_name("journal.db.moving.part-wal").stat().st_size
    other = own.parent.parent / "other" / "journal.db"
    with SqliteJournal.open(other) as journal:
        for _ in range(20):
            begin(journal, Step.LOST)
    before = contents(other)
    assert move_journal(other, target) is Moved.MOVED
    assert verify(target).ok
    assert contents(target) == before
    assert move_journal(own, target) is Moved.JOINED
    assert not [one for one in target.parent.iterdir() if "moving" in one.name]


def test_a_journal_that_was_begun_after_a_power_cut_gets_the_rest(
    own: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window of an earlier version, which does not finish a move, has begun one."""
    before = contents(own)

    def cut(folder: Path) -> None:
        if folder == own.parent:
            raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(moving, "sync_folder", cut)
        with pytest.raises(PowerCutError):
            move_journal(own, target)
    SqliteJournal.open(target).close()
    identity = contents(target)[0]
    assert move_journal(own, target) is Moved.JOINED
    found = contents(target)
    assert found[0] == identity
    assert [replace(one, journal_id=before[0]) for one in found[1]] == list(before[1])


def test_a_disk_without_room_changes_nothing(own: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old journal still counts."""
    before = contents(own)

    def full(_path: Path) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(moving, "create", full)
        with pytest.raises(JournalUnusable) as caught:
            move_journal(own, target)
    assert caught.value.why is JournalTrouble.FULL
    assert contents(own) == before


def test_a_damaged_journal_is_not_moved(own: Path, target: Path) -> None:
    """It is reported, as when it is opened."""
    own.write_bytes(b"x" * 8_192)
    with pytest.raises(JournalUnusable) as caught:
        move_journal(own, target)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert own.exists()
    assert not target.exists()


def test_an_antivirus_program_looks_at_the_new_files(own: Path, target: Path, antivirus: set[Path]) -> None:
    """Each one gets its name as soon as it is closed."""
    before = contents(own)
    assert move_journal(own, target) is Moved.MOVED
    assert contents(target) == before
    copy = target.with_name("journal.db.moving")
    assert antivirus == {own, copy, target.with_name("journal.db.moving.part")}
    # Meanwhile a window has begun a journal.
    target.replace(copy)
    newest_head.note_of(target).unlink()
    antivirus.clear()
    SqliteJournal.open(target).close()
    assert move_journal(own, target) is Moved.JOINED
    assert copy in antivirus
