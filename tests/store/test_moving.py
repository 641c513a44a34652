"""Tests moving one user's journal into the folder that all logins share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import Step
from desktop.store import moving
from desktop.store.journal import SqliteJournal
from desktop.store.moving import JournalThereError, move_journal
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable
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


def test_everything_moves_and_can_be_continued(own: Path, target: Path) -> None:
    """The identity goes with it, the chain stays whole, and no till opens the old file any more."""
    before = contents(own)
    assert move_journal(own, target)
    assert not own.exists()
    assert own.with_name("journal.db.moved").exists()
    assert contents(target) == before
    assert verify(target).ok
    assert not move_journal(own, target), "there is nothing left to move"
    assert contents(target) == before


def test_there_is_nothing_to_move(tmp_path: Path, target: Path) -> None:
    """A login that never had a till."""
    assert not move_journal(tmp_path / "nobody" / "journal.db", target)
    assert not target.exists()


def test_a_journal_that_is_there_is_never_replaced(own: Path, target: Path) -> None:
    """Both stay as they are."""
    SqliteJournal.open(target).close()
    before = contents(own), contents(target)
    with pytest.raises(JournalThereError):
        move_journal(own, target)
    assert (contents(own), contents(target)) == before


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


@pytest.mark.parametrize("step", ["copied", "aside"])
def test_a_power_cut_leaves_one_journal_that_counts(
    own: Path, target: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moving it again finishes the move."""
    before = contents(own)

    class PowerCut(Exception):
        """The power fails here."""

    def cut(folder: Path) -> None:
        if (step == "copied") == (folder == target.parent):
            raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(moving, "sync_folder", cut)
        with pytest.raises(PowerCut):
            move_journal(own, target)
    assert own.exists() == (step == "copied")
    assert not target.exists()
    assert move_journal(own, target)
    assert contents(target) == before
    assert not target.with_name("journal.db.moving").exists()


def test_a_journal_that_was_begun_after_a_power_cut_is_not_replaced(
    own: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is reported. The old one stays under its new name."""

    class PowerCut(Exception):
        """The power fails here."""

    def cut(folder: Path) -> None:
        if folder == own.parent:
            raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(moving, "sync_folder", cut)
        with pytest.raises(PowerCut):
            move_journal(own, target)
    SqliteJournal.open(target).close()
    with pytest.raises(JournalThereError):
        move_journal(own, target)
    assert moving.moved_path(own).exists()


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
