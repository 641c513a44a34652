"""Tests the journal's identity: a copy or a restored file gets a new one, a renamed file does not."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State, Step
from desktop.store import machine
from desktop.store.damaged_journal import replace_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.machine import Fingerprint
from desktop.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt

HERE = Fingerprint("this machine", "17")


@pytest.fixture
def move(monkeypatch: pytest.MonkeyPatch) -> Callable[[Fingerprint], None]:
    """Lets a test set where the journal lives."""

    def to(where: Fingerprint) -> None:
        monkeypatch.setattr(machine, "fingerprint_of", lambda _path: where)

    to(HERE)
    return to


def open_once(path: Path) -> tuple[str, str]:
    """Opens the journal as a window does. Returns its identity and where it moved from."""
    with SqliteJournal.open(path) as journal:
        return journal.identity, journal.moved_from


@pytest.mark.parametrize("where", [Fingerprint("another machine", "17"), Fingerprint("this machine", "18")])
def test_a_copy_gets_a_new_identity(
    path: Path, begin: Callable[..., Attempt], move: Callable[[Fingerprint], None], now: datetime, where: Fingerprint
) -> None:
    """The history stays, its attempts keep the old identity, and the chain records the move."""
    with SqliteJournal.open(path) as journal:
        unsent, lost = begin(journal, Step.NOT_SENT), begin(journal, Step.LOST)
        before = journal.identity
    move(where)
    with SqliteJournal.open(path) as journal:
        assert journal.identity != before
        assert journal.moved_from == before
        assert list(journal.export(None, None)) == [unsent, lost]
        assert begin(journal, Step.REDEEMED).journal_id == journal.identity
        (event,) = [one for one in journal.newest_events(100) if one.what == "moved"]
        assert event.detail == f"{journal.identity} from {before}"
        after = journal.identity
    assert verify(path).ok
    # The move is reported as long as an attempt of the old identity is unsettled, also to a reader.
    assert open_once(path) == (after, before)
    with SqliteJournal.open(path, writer=False) as reader:
        assert reader.moved_from == before
    with SqliteJournal.open(path) as journal:
        journal.step(lost.reference, Step.FOUND, at=now)
        assert journal.moved_from == ""
        assert journal.copied_from == before
        assert begin(journal).journal_id == after
        assert journal.moved_from == ""


def test_sending_again_makes_an_attempt_this_journals_own(
    path: Path, begin: Callable[..., Attempt], move: Callable[[Fingerprint], None], now: datetime
) -> None:
    """The journal records who sent last. The flow decides whether to send at all."""
    with SqliteJournal.open(path) as journal:
        unsent = begin(journal, Step.NOT_SENT)
    move(Fingerprint("another machine", "17"))
    with SqliteJournal.open(path) as journal:
        assert unsent.journal_id != journal.identity
        assert journal.step(unsent.reference, Step.SENT_AGAIN, at=now).journal_id == journal.identity


@pytest.mark.parametrize("where", [HERE, Fingerprint("", "17"), Fingerprint("this machine", ""), Fingerprint("", "")])
def test_unknown_parts_are_not_compared(path: Path, move: Callable[[Fingerprint], None], where: Fingerprint) -> None:
    """If the system has no id, or the file system no numbers, only the known part is compared."""
    first = open_once(path)
    move(where)
    assert open_once(path) == first == (first[0], "")


def test_a_part_that_becomes_known_is_kept(path: Path, move: Callable[[Fingerprint], None]) -> None:
    """A part that was unknown at first is filled in later, and then compared."""
    move(Fingerprint("", ""))
    first = open_once(path)
    move(HERE)
    assert open_once(path) == first
    move(Fingerprint("another machine", "17"))
    assert open_once(path)[1] == first[0]


def test_a_real_copy_is_noticed(path: Path, tmp_path: Path) -> None:
    """A journal copied to another folder has moved. One renamed with its folder has not."""
    identity, _ = open_once(path)
    renamed = tmp_path / "elsewhere" / path.name
    path.parent.rename(renamed.parent)
    assert open_once(renamed) == (identity, "")
    copied = tmp_path / "copy.sqlite"
    shutil.copy(renamed, copied)
    assert open_once(copied)[1] == identity
    assert open_once(renamed) == (identity, "")


def test_a_copy_is_known_before_and_after_the_move(path: Path, tmp_path: Path) -> None:
    """A reader knows a copy that no till has opened yet, and one whose move is over."""
    identity, _ = open_once(path)
    copied = tmp_path / "copy.sqlite"
    shutil.copy(path, copied)
    for step in ("not opened yet", "opened once", "opened again"):
        with SqliteJournal.open(copied, writer=False) as reader:
            assert reader.copied_from == identity, step
        open_once(copied)
    with SqliteJournal.open(path, writer=False) as reader:
        assert reader.copied_from == ""


def test_a_replaced_journal_has_not_moved(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """The renames of `replace_damaged` do not count as a move, and the first event names the old journal and its last
    head.
    """
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal, Step.LOST)
        before, head = journal.identity, journal.head
    replace_damaged(path, now)
    identity, moved_from = open_once(path)
    assert moved_from == ""
    assert identity != before
    with SqliteJournal.open(path) as journal:
        *_, first = journal.newest_events(100)
        assert (first.what, first.detail) == ("succeeded", f"{identity} after {before} at {head}")
        salvaged = journal.get(attempt.reference)
        assert salvaged is not None
        assert (salvaged.state, salvaged.journal_id) == (State.UNKNOWN, identity)
    assert verify(path).ok


def test_replacing_a_copied_journal_keeps_its_identity(
    path: Path,
    begin: Callable[..., Attempt],
    move: Callable[[Fingerprint], None],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Attempts of a damaged journal that was copied here keep their old identity, so none of them is sent again."""
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal, Step.NOT_SENT)
        before = journal.identity
    elsewhere = Fingerprint("another machine", "99")
    move(elsewhere)
    monkeypatch.setattr("desktop.store.damaged_journal.fingerprint_of", lambda _path: elsewhere)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        salvaged = journal.get(attempt.reference)
        assert salvaged is not None
        assert salvaged.journal_id == before != journal.identity


def test_an_unreadable_predecessor_is_named_unknown(path: Path, now: datetime) -> None:
    """The first event says so if the replaced file was not a journal."""
    path.parent.mkdir()
    path.write_bytes(b"x" * 5000)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        *_, first = journal.newest_events(100)
        assert first.detail == f"{journal.identity} after unknown at unknown"


def test_the_machines_id_is_read_and_hashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file with an id counts. The id itself is not in the fingerprint. Without an id the part is empty."""
    monkeypatch.setattr(sys, "platform", "linux")
    files = (tmp_path / "none", tmp_path / "fresh", tmp_path / "empty", tmp_path / "id")
    files[1].write_text("uninitialized\n")
    files[2].write_text("\n")
    files[3].write_text("0123456789abcdef0123456789abcdef\n")
    monkeypatch.setattr(machine, "_MACHINE_ID_FILES", files)
    assert machine.machine_id() == "0123456789abcdef0123456789abcdef"
    machine._machine.cache_clear()
    found = machine.fingerprint_of(files[3])
    assert len(found.machine) == 32
    assert "0123" not in found.machine
    assert found.file == str(files[3].stat().st_ino)
    monkeypatch.setattr(machine, "_MACHINE_ID_FILES", files[:3])
    machine._machine.cache_clear()
    assert machine.fingerprint_of(files[3]).machine == ""
    machine._machine.cache_clear()


def test_a_file_system_without_numbers_is_known_by_its_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file number of 0 is left out."""
    monkeypatch.setattr(machine, "_machine", lambda: "m")

    class NoNumber:
        st_ino = 0

    monkeypatch.setattr(type(tmp_path), "stat", lambda _path: NoNumber)
    assert machine.fingerprint_of(tmp_path) == Fingerprint("m", "")
