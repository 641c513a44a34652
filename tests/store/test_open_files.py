"""Tests that nothing is recorded in a file that the next start would not find."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import State, Step
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows neither removes nor replaces a file that is open")


def wal_of(path: Path) -> Path:
    """Returns the WAL of a journal."""
    return path.with_name(f"{path.name}-wal")


def replace(path: Path) -> None:
    """Puts a copy in place of a file, as restoring a backup does."""
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    copy.replace(path)


def put_a_folder(path: Path) -> None:
    """Puts a folder in place of a file."""
    path.unlink()
    path.mkdir()


UNAVAILABLE: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "replaced": replace,
    "a folder": put_a_folder,
    "WAL removed": lambda path: wal_of(path).unlink(),
    "WAL replaced": lambda path: replace(wal_of(path)),
    "folder renamed": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
}


@pytest.mark.parametrize("change", UNAVAILABLE.values(), ids=UNAVAILABLE)
def test_a_file_that_is_no_longer_there(
    path: Path, begin: Callable[..., Attempt], change: Callable[[Path], object]
) -> None:
    """Nothing more is recorded, so nothing can be sent."""
    with SqliteJournal.open(path) as journal:
        known = begin(journal)
        change(path)
        with pytest.raises(JournalUnusable) as unusable:
            begin(journal)
        assert unusable.value.why is JournalTrouble.UNAVAILABLE
        with pytest.raises(JournalUnusable):
            journal.step(known.reference, Step.LOST, at=known.at)
        assert [one.state for one in journal.in_states(*State)] == [State.IN_FLIGHT]


def test_a_file_that_was_cut_short(path: Path, begin: Callable[..., Attempt]) -> None:
    """It is reported as damaged."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
        os.truncate(path, path.stat().st_size - 1)
        with pytest.raises(JournalUnusable) as unusable:
            begin(journal)
    assert unusable.value.why is JournalTrouble.DAMAGED


def test_a_folder_that_is_there_again(path: Path, begin: Callable[..., Attempt]) -> None:
    """With its folder back, the journal goes on."""
    elsewhere = path.parent.with_name("elsewhere")
    with SqliteJournal.open(path) as journal:
        begin(journal)
        path.parent.rename(elsewhere)
        with pytest.raises(JournalUnusable):
            begin(journal)
        elsewhere.rename(path.parent)
        begin(journal)
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.IN_FLIGHT)) == 2
