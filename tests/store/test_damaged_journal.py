"""Tests that a damaged journal is replaced when the user asks for it, and read as far as possible."""

from __future__ import annotations

import dataclasses
import errno
import random
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.points import Points
from desktop.domain.redemption import Redeemed, State, Step
from desktop.domain.reversal import ReversalsSeen, ReversalStep
from desktop.store import damaged_journal
from desktop.store.damaged_journal import read_damaged, replace_damaged, set_aside
from desktop.store.journal import SqliteJournal
from desktop.store.newest_head import note_of
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock
from tests.disks import small_disk
from tests.store.damage import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft


def test_a_damaged_journal_gets_a_dated_name(path: Path, now: datetime) -> None:
    """All its files keep their bytes under the new name, and the till can go on."""
    path.parent.mkdir()
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(b"damaged" + end.encode())
    target = set_aside(path, now)
    assert target == path.with_name("journal-damaged-20261122-143711.sqlite")
    for end in ("", "-wal", "-shm"):
        assert target.with_name(target.name + end).read_bytes() == b"damaged" + end.encode()
    SqliteJournal.open(path).close()


def test_set_aside_overwrites_nothing(path: Path, now: datetime) -> None:
    """Two journals renamed in the same second get two names, even if only a part of the first is left."""
    path.parent.mkdir()
    names = []
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        target = set_aside(path, now)
        names.append(target.name)
        target.rename(target.with_name(target.name + "-wal"))
    assert names == [f"journal-damaged-20261122-143711{end}.sqlite" for end in ("", "-2", "-3")]
    assert path.with_name(names[0] + "-wal").read_bytes() == b"one"


def test_an_open_journal_is_not_set_aside(path: Path, now: datetime) -> None:
    """A journal stays while a till has it open. Under that till's own lock, it can be renamed."""
    with WriterLock(path) as lock:
        path.write_bytes(b"damaged")
        with pytest.raises(JournalUnusable) as caught:
            set_aside(path, now)
        assert caught.value.why is JournalTrouble.IN_USE
        assert path.exists()
        assert set_aside(path, now, lock=lock).read_bytes() == b"damaged"
        assert lock.held


def filled(path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], count: int) -> list[Attempt]:
    """Fills a journal with many attempts and closes it properly."""
    with SqliteJournal.open(path) as journal:
        return [begin(journal, draft=make_draft(bill=f"B-{number}", notes="n" * 300)) for number in range(count)]


@pytest.mark.parametrize("which", ["first", "middle", "last", "several"])
def test_rows_around_the_damage_are_read(
    path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], which: str
) -> None:
    """Overwritten pages lose their own rows and few more. All others are read in order, each once."""
    attempts = filled(path, begin, make_draft, 200)
    leaves = pages(path, "attempt")
    assert len(leaves) > 20
    hit = {
        "first": leaves[:1],
        "middle": leaves[10:11],
        "last": leaves[-1:],
        "several": leaves[5:8] + leaves[15:16],
    }[which]
    data = bytearray(path.read_bytes())
    for page in hit:
        data[(page - 1) * 4096 : page * 4096] = random.Random(page).randbytes(4096)
    path.write_bytes(data)
    read = list(read_damaged(path))
    assert set(read) < set(attempts)
    assert [one.reference for one in read] == [one.reference for one in attempts if one in read]
    on_a_page = len(attempts) / len(leaves)
    assert len(attempts) - len(read) <= (len(hit) + 1) * 2 * on_a_page + 2
    assert path.read_bytes() == data


def test_a_damaged_row_is_skipped(path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]) -> None:
    """One damaged value loses one attempt."""
    attempts = filled(path, begin, make_draft, 3)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE attempt SET points = '?' WHERE bill = 'B-1'")
    raw.execute("UPDATE attempt SET seq = 1 << 60 WHERE bill = 'B-2'")
    raw.commit()
    raw.close()
    assert list(read_damaged(path)) == attempts[:1]


def test_a_journal_is_read_with_its_wal_and_without_a_damaged_one(
    path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """Attempts in the WAL count. If the WAL is damaged, the file alone is read."""
    attempts = filled(path, begin, make_draft, 2)
    wal = path.with_name(path.name + "-wal")
    journal = SqliteJournal.open(path)
    newest = begin(journal)
    assert list(read_damaged(path)) == [*attempts, newest]
    journal.close()
    wal.mkdir()
    (wal / "in the way").touch()
    assert list(read_damaged(path)) == [*attempts, newest]


def test_a_journal_without_readable_rows_is_reported(
    path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """If no row can be read, the history is not reported as empty."""
    filled(path, begin, make_draft, 30)
    raw = sqlite3.connect(path)
    (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attempt'").fetchone()
    raw.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = random.Random(0).randbytes(4096)
    path.write_bytes(data)
    with pytest.raises(JournalUnusable) as caught:
        list(read_damaged(path))
    assert caught.value.why is JournalTrouble.DAMAGED


def test_a_file_without_a_history_is_reported(path: Path) -> None:
    """A missing file and one that is not a database are reported."""
    with pytest.raises(JournalUnusable) as caught:
        list(read_damaged(path))
    assert caught.value.why is JournalTrouble.UNAVAILABLE
    path.parent.mkdir()
    path.write_bytes(b"x" * 5000)
    path.with_name(path.name + "-wal").write_bytes(b"y" * 5000)
    with pytest.raises(JournalUnusable) as caught:
        list(read_damaged(path))
    assert caught.value.why is JournalTrouble.DAMAGED


def test_readable_attempts_are_taken_over(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """A new journal goes on with all that could be read: unknown outcomes, held bills, and results of searches."""
    done = Redeemed(redemption_id="7t4y2a", points=Decimal("250.125"), balance=Decimal(3), request_id="r-1")
    with SqliteJournal.open(path) as journal:
        before = [
            begin(journal, Step.REDEEMED, redeemed=done),
            begin(journal, Step.LOST, Step.LOOKED),
            begin(journal, Step.NOT_SENT),
            begin(journal, Step.LOST, Step.ABSENT, Step.SENT_AGAIN),
        ]
        in_flight = before.pop()
    aside = set_aside(path, now)
    with SqliteJournal.open(path) as journal:
        assert journal.adopt(read_damaged(aside), at=now) == 4
        assert journal.recover(now)[0].reference == in_flight.reference
        redeemed, unknown, unsent = (journal.get(one.reference) for one in before)
        assert (redeemed, unknown) == tuple(before[:2])
        assert unsent == dataclasses.replace(before[2], doubtful=True)
        assert journal.same_bill(before[0].draft.bill)[-1] == before[0]
        assert [one.what for one in journal.events(before[0].reference)] == ["salvaged"]
        found = journal.search(HistoryQuery(text="7t4y2a"))
        assert [one.reference for one in found] == [before[0].reference]
        # A second call takes over nothing twice.
        assert journal.adopt(read_damaged(aside), at=now) == 0


def test_a_forgotten_member_stays_forgotten(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """An attempt without its number is found by its last digits after it was taken over, as before."""
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal, Step.REDEEMED)
        assert journal.forget_members(now + timedelta(days=1)) == 1
    aside = set_aside(path, now)
    with SqliteJournal.open(path) as journal:
        journal.adopt(read_damaged(aside), at=now)
        (found,) = journal.search(HistoryQuery(text=attempt.draft.shown[-4:]))
        assert (found.reference, found.draft.identifier.value, found.draft.name) == (attempt.reference, "", "")
        assert journal.forget_members(now + timedelta(days=1)) == 0


def test_taking_over_is_one_transaction(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """A source that fails in the middle leaves the new journal unchanged."""
    with SqliteJournal.open(path) as journal:
        attempts = [begin(journal), begin(journal)]
    aside = set_aside(path, now)

    def failing() -> Iterator[Attempt]:
        yield attempts[0]
        raise JournalUnusable(JournalTrouble.DAMAGED)

    with SqliteJournal.open(path) as journal:
        with pytest.raises(JournalUnusable):
            journal.adopt(failing(), at=now)
        assert journal.search(HistoryQuery()) == ()
        assert journal.adopt(read_damaged(aside), at=now) == 2


def everything(folder: Path) -> dict[str, bytes]:
    """Returns the files in a journal's folder, without its lock."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.endswith(".lock")}


@pytest.fixture
def attempts(path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]) -> list[Attempt]:
    """The attempts that can still be read of a journal that cannot be opened."""
    with SqliteJournal.open(path) as journal:
        attempts = [begin(journal, Step.LOST, draft=make_draft(bill=f"B-{number}")) for number in range(3)]
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attempt_bill'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(path)
    assert caught.value.why is JournalTrouble.DAMAGED
    return attempts


def held(journal: SqliteJournal, attempts: list[Attempt]) -> list[tuple[Attempt, ...]]:
    """Returns the attempts that hold some bills, with the old journal's identity. They belong to the new one now."""
    found = [journal.same_bill(one.draft.bill) for one in attempts]
    assert {one.journal_id for some in found for one in some} == {journal.identity}
    old = attempts[0].journal_id
    return [tuple(dataclasses.replace(one, journal_id=old) for one in some) for some in found]


def test_a_replacement_holds_the_attempts_of_the_old_journal(
    path: Path, attempts: list[Attempt], now: datetime
) -> None:
    """Every bill stays held, the damaged file keeps its bytes, and no other file is left behind."""
    before = path.read_bytes()
    with WriterLock(path) as lock:
        aside = replace_damaged(path, now, lock=lock)
        assert lock.held
        with SqliteJournal.open(path, lock=lock) as journal:
            assert held(journal, attempts) == [(one,) for one in attempts]
    assert aside.read_bytes() == before
    assert not list(path.parent.glob("*.salvag*"))


def test_an_open_journal_is_not_replaced(path: Path, now: datetime) -> None:
    """A journal that a till has open is not replaced."""
    with WriterLock(path):
        path.write_bytes(b"damaged")
        with pytest.raises(JournalUnusable) as caught:
            replace_damaged(path, now)
    assert caught.value.why is JournalTrouble.IN_USE
    assert everything(path.parent) == {path.name: b"damaged"}


@pytest.mark.parametrize("what", ["disk", "reading"])
def test_a_failed_replacement_changes_nothing(
    path: Path, attempts: list[Attempt], now: datetime, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """On a full disk, or with a file in use, nothing changes, because an empty journal would release every bill."""
    before = everything(path.parent)
    why = JournalTrouble.FULL if what == "disk" else JournalTrouble.IN_USE

    def failing(*_: object, **__: object) -> Iterator[Attempt]:
        yield attempts[0]
        raise JournalUnusable(why)

    with monkeypatch.context() as patched:
        if what == "disk":
            patched.setattr(SqliteJournal, "adopt", lambda *_, **__: list(failing()))
        else:
            patched.setattr(damaged_journal, "read_damaged", failing)
        with pytest.raises(JournalUnusable) as caught:
            replace_damaged(path, now)
    assert caught.value.why is why
    assert everything(path.parent) == before
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        assert len(journal.search(HistoryQuery())) == len(attempts)


@pytest.mark.parametrize("free", [50, 76, 80, 84, 130])
def test_a_replacement_on_a_disk_that_is_almost_full(
    path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], now: datetime, free: int
) -> None:
    """However much fits, the replacement has every attempt that can be read, or the damaged journal stays."""
    filled(path, begin, make_draft, 100)
    data = bytearray(path.read_bytes())
    leaf = pages(path, "attempt")[5]
    data[(leaf - 1) * 4096 : leaf * 4096] = random.Random(1).randbytes(4096)
    path.write_bytes(data)
    readable = list(read_damaged(path))
    assert len(readable) > 80
    with small_disk(len(data) + free * 4096) as disk:
        damaged = disk / path.name
        damaged.write_bytes(data)
        with suppress(JournalUnusable):
            replace_damaged(damaged, now)
        if damaged.read_bytes() != data:
            assert [one.reference for one in read_damaged(damaged)] == [one.reference for one in readable]
            assert verify(damaged).ok


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_power_cut_leaves_one_journal_or_the_other(
    path: Path, attempts: list[Attempt], now: datetime, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """After a cut between the two renames too, the next start finds the new journal with all attempts."""

    class PowerCut(BaseException):
        """Ends the process: nothing runs after it."""

    def cut(path: Path, at: datetime, *, lock: WriterLock) -> Path:
        if when == "after":
            set_aside(path, at, lock=lock)
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(damaged_journal, "set_aside", cut)
        with pytest.raises(PowerCut):
            replace_damaged(path, now)
    if when == "before":
        replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        assert held(journal, attempts) == [(one,) for one in attempts]
    assert not list(path.parent.glob("*.salvag*"))


@pytest.mark.parametrize("what", ["wal", "last"])
def test_a_replacement_that_was_cut_short_goes_on(
    path: Path, begin: Callable[..., Attempt], now: datetime, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """What is left of the old journal may say less than the replacement has: only the WAL has its other name, or all.

    A window asks for it once more if the last file could not be renamed.
    """
    with SqliteJournal.open(path) as journal:
        attempts = [begin(journal, Step.LOST)]
        left = path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()
    path.write_bytes(left[0])
    path.with_name(f"{path.name}-wal").write_bytes(left[1])
    stuck = path if what == "wal" else path.with_name(f"{path.name}.salvaged")
    rename = type(path).rename

    def rename_others(one: Path, target: Path) -> Path:
        if one == stuck:
            raise OSError(errno.EIO, "stuck")
        return rename(one, target)

    with monkeypatch.context() as patched:
        patched.setattr(type(path), "rename", rename_others)
        with pytest.raises(JournalUnusable):
            replace_damaged(path, now)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        assert held(journal, attempts) == [(one,) for one in attempts]
    assert not list(path.parent.glob("*.salvag*"))


@pytest.mark.parametrize("what", ["note", "no note", "unreadable"])
def test_a_replacement_of_an_earlier_journal_does_not_count(
    path: Path, attempts: list[Attempt], begin: Callable[..., Attempt], now: datetime, what: str
) -> None:
    """It may lie there since support put a backup back, with which the till has gone on."""
    replace_damaged(path, now)
    replacement = path.rename(path.with_name(f"{path.name}.salvaged"))
    other = path.with_name("other")
    with SqliteJournal.open(other) as journal:
        later = begin(journal, Step.LOST)
    other.rename(path)
    note_of(other).replace(note_of(path))
    if what == "no note":
        note_of(path).unlink()
    elif what == "unreadable":
        replacement.write_bytes(b"x" * 5000)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        known = [one.reference for one in journal.search(HistoryQuery())]
    assert known == [later.reference]
    assert later.reference not in {one.reference for one in attempts}


def test_a_note_that_cannot_be_removed(
    path: Path, attempts: list[Attempt], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may have it open on Windows. It says nothing of the new journal, which goes on."""
    unlink = type(path).unlink

    def unlink_others(one: Path, *, missing_ok: bool = False) -> None:
        if one == note_of(path):
            raise PermissionError(errno.EACCES, "in use")
        unlink(one, missing_ok=missing_ok)

    monkeypatch.setattr(type(path), "unlink", unlink_others)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        assert held(journal, attempts) == [(one,) for one in attempts]


def test_a_file_that_is_not_a_journal_is_replaced_by_an_empty_one(path: Path, now: datetime) -> None:
    """The new journal is empty if the old file was something else or only a WAL is left. That file is kept."""
    path.parent.mkdir()
    path.write_bytes(b"x" * 5000)
    assert replace_damaged(path, now).read_bytes() == b"x" * 5000
    path.unlink()
    wal = path.with_name(path.name + "-wal")
    wal.write_bytes(b"y" * 5000)
    aside = replace_damaged(path, now)
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"y" * 5000
    with SqliteJournal.open(path) as journal:
        assert journal.search(HistoryQuery()) == ()


def test_reversals_are_taken_over(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """A reversal whose outcome is unknown still holds its redemption after the journal was replaced."""
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal, Step.REDEEMED)
        for number, last in enumerate((ReversalStep.REFUSED, ReversalStep.LOST)):
            journal.begin_reversal(
                attempt.reference, f"r-{number}", points=Points(Decimal(number + 1)), reason="by mistake",
                before=ReversalsSeen(is_seen=True), till="t", cashier="c", at=now,
            )  # fmt: skip
            journal.step_reversal(f"r-{number}", last, at=now)
        before, identity = journal.reversals_of(attempt.reference), journal.identity
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attempt_bill'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        found = journal.reversals_of(attempt.reference)
        assert journal.identity != identity
        assert found == tuple(dataclasses.replace(one, journal_id=journal.identity) for one in before)
        assert [one.is_open for one in found] == [False, True]
    assert verify(path).ok


def test_an_older_wal_hides_nothing(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """What the journal has without the WAL is newer than what SQLite shows with it."""
    wal = path.with_name(f"{path.name}-wal")
    with SqliteJournal.open(path) as journal:
        begin(journal, Step.REDEEMED)
        older = wal.read_bytes()
        for _ in range(60):
            begin(journal, Step.REDEEMED)
    wal.write_bytes(older)
    before = path.read_bytes()
    with pytest.raises(JournalUnusable):
        SqliteJournal.open(path)
    assert (path.read_bytes(), wal.read_bytes()) == (before, older)
    replace_damaged(path, now)
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.REDEEMED)) == 61
