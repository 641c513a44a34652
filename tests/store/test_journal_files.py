"""Tests the journal's file: its access rights, damage, locks, and that files of others are left alone."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Step
from desktop.store import chain, checking, opening, schema
from desktop.store.damaged_journal import read_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock
from tests.disks import small_disk
from tests.posix import make_fifo
from tests.store.damage import half_changed
from tests.store.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft

REFERENCE = "01KAN4Z7Q8V9W0X1Y2Z3A4B5C6"


posix_only = pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX's")


@posix_only
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_other_users_cannot_read_it(path: Path, begin: Callable[..., Attempt], umask: int) -> None:
    """Folder, file, WAL and lock are private to this user, with every umask."""
    before = os.umask(umask)
    try:
        with SqliteJournal.open(path) as journal:
            begin(journal)
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert modes == dict.fromkeys((path.name, *(path.name + end for end in ("-wal", "-shm", "-head", ".lock"))), 0o600)


@posix_only
def test_a_restored_journal_becomes_private(path: Path) -> None:
    """A file that was restored with read access for all is made private. An existing folder keeps its mode."""
    SqliteJournal.open(path).close()
    path.chmod(0o644)
    path.parent.chmod(0o755)
    SqliteJournal.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


def test_the_connection_is_durable(journal: SqliteJournal) -> None:
    """The connection syncs every commit, writes a WAL, overwrites deleted data and checks what it reads."""
    wanted: dict[str, str | int] = {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
        "application_id": schema.APPLICATION_ID,
        "user_version": schema.current_version(),
    }
    raw = journal._connection
    assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_closing_leaves_one_file(path: Path) -> None:
    """After a proper close nothing is left in a WAL. Beside the journal stay the note of its head and the lock."""
    SqliteJournal.open(path).close()
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, f"{path.name}-head", f"{path.name}.lock"]


def test_another_programs_file_is_not_changed(path: Path) -> None:
    """Another program's database and a text file are refused as damaged and not changed."""
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.close()
    before = path.read_bytes()
    assert refusal(path) is JournalTrouble.DAMAGED
    assert path.read_bytes() == before
    path.write_text("Dear diary, " * 1000)
    assert refusal(path) is JournalTrouble.DAMAGED
    assert refusal(path, writer=False) is JournalTrouble.DAMAGED
    assert path.read_text() == "Dear diary, " * 1000


def test_an_empty_file_is_damaged(path: Path) -> None:
    """An empty file has lost its content, so it is not used as a new journal."""
    SqliteJournal.open(path).close()
    path.write_bytes(b"")
    assert refusal(path) is JournalTrouble.DAMAGED
    assert path.read_bytes() == b""


def test_a_wal_without_its_file_is_kept(path: Path, begin: Callable[..., Attempt]) -> None:
    """If only the WAL is left, no new journal is created over it."""
    journal = SqliteJournal.open(path)
    begin(journal)
    wal = path.with_name(path.name + "-wal").read_bytes()
    journal.close()
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(wal)
    assert refusal(path) is JournalTrouble.DAMAGED
    assert path.with_name(path.name + "-wal").read_bytes() == wal


def test_an_interrupted_first_start_is_repeated(path: Path) -> None:
    """A power cut while the first journal is created leaves no journal, and the next start creates it."""
    path.parent.mkdir()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}.new{suffix}").write_bytes(b"half")
    with SqliteJournal.open(path) as journal:
        assert journal.search(HistoryQuery()) == ()
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, f"{path.name}-head", f"{path.name}.lock"]


@pytest.mark.parametrize("pages", [8, 40, 44, 58, 72, 76])
def test_a_first_start_on_a_disk_that_is_almost_full(pages: int) -> None:
    """However much fits, a journal has its name only when it is whole. With room, the next start makes it."""
    with small_disk(80 * 4096) as disk:
        filler = disk / "filler"
        filler.write_bytes(bytes((80 - pages) * 4096))
        path = disk / "journal.sqlite"
        with suppress(JournalUnusable):
            SqliteJournal.open(path).close()
        assert not path.exists() or verify(path).ok
        filler.unlink()
        SqliteJournal.open(path).close()
        assert verify(path).ok


def test_a_file_that_is_being_read_is_not_whole(path: Path, begin: Callable[..., Attempt]) -> None:
    """As long as a reader needs the old rows, the WAL stays, and the file must not be renamed. Afterwards it may be."""
    with SqliteJournal.open(path, timeout=0.0) as journal:
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM attempt").fetchall()
            begin(journal)
            with pytest.raises(JournalUnusable) as caught:
                journal.merge_wal()
            assert caught.value.why is JournalTrouble.IN_USE
        journal.merge_wal()
        assert opening.wal_size(path) == 0
        # What is written next is not taken for a WAL that another program has cut.
        begin(journal)


@pytest.mark.parametrize("has_wal", [False, True])
@pytest.mark.parametrize("first", ["writer", "reader"])
def test_a_half_done_change_of_the_file_is_undone(
    path: Path, begin: Callable[..., Attempt], has_wal: bool, first: str
) -> None:
    """If the power fails while SQLite leaves WAL mode, the first program that opens the journal finds everything."""
    with SqliteJournal.open(path) as journal:
        attempts = [begin(journal)]
    with SqliteJournal.open(path) as journal:
        attempts.append(begin(journal))
        left = {end: path.with_name(path.name + end).read_bytes() for end in ("", "-wal", "-head")}
    if has_wal:
        for end, data in left.items():
            path.with_name(path.name + end).write_bytes(data)
    half_changed(path)
    if first == "reader":
        wal = opening.wal_size(path)
        assert verify(path).ok
        assert opening.wal_size(path) == wal
    with SqliteJournal.open(path) as journal:
        assert list(journal.export(None, None)) == attempts
    assert verify(path).ok


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("where", ["header", "schema", "page", "truncated"])
def test_a_damaged_journal_is_reported_and_not_changed(
    path: Path, begin: Callable[..., Attempt], where: str, seed: int
) -> None:
    """A writer refuses the file at the start and changes nothing, whatever part was overwritten."""
    with SqliteJournal.open(path) as journal:
        for _ in range(40):
            begin(journal)
    data = bytearray(path.read_bytes())
    noise = random.Random(seed)
    match where:
        case "header":
            data[:100] = noise.randbytes(100)
        case "schema":
            data[100:600] = noise.randbytes(500)
        case "page":
            start = 4096 * noise.randrange(1, len(data) // 4096)
            data[start : start + 4096] = noise.randbytes(4096)
        case _:
            del data[len(data) // 2 :]
    path.write_bytes(data)
    assert refusal(path) is JournalTrouble.DAMAGED
    assert path.read_bytes() == data


@pytest.mark.parametrize("crashed", [False, True])
def test_a_damaged_page_of_a_larger_file_is_found_at_the_start(
    path: Path, begin: Callable[..., Attempt], monkeypatch: pytest.MonkeyPatch, *, crashed: bool
) -> None:
    """If the full check would take too long, SQLite still checks every page, after a crash also in a larger file."""
    with SqliteJournal.open(path) as journal:
        for _ in range(40):
            begin(journal)
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'attempt_redemption_key'").fetchone()
    with SqliteJournal.open(path) as journal:
        # It does not change that page, so what is left in the WAL does not replace it.
        begin(journal)
        left = {end: path.with_name(path.name + end).read_bytes() for end in ("", "-wal", "-shm")} if crashed else {}
    for end, data in left.items():
        path.with_name(path.name + end).write_bytes(data)
    damaged = bytearray(path.read_bytes())
    damaged[4096 * (page - 1) : 4096 * page] = random.Random(1).randbytes(4096)
    path.write_bytes(damaged)
    monkeypatch.setattr(opening, "_FULL_CHECK_LIMIT", 0)
    wanted, other = "_QUICK_CHECK_LIMIT", "_QUICK_CHECK_LIMIT_AFTER_CRASH"
    if crashed:
        wanted, other = other, wanted
    monkeypatch.setattr(opening, other, 0)
    assert refusal(path) is JournalTrouble.DAMAGED
    monkeypatch.setattr(opening, wanted, 0)
    SqliteJournal.open(path).close()


def test_damage_that_no_check_found_is_reported_when_it_is_read(
    path: Path, begin: Callable[..., Attempt], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a file that is too large for a full check, damage is reported when it is read."""
    monkeypatch.setattr(chain, "CHECKPOINT_EVERY", 1)
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal, Step.REDEEMED)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE attempt SET points = 'many'")
    raw.execute("DROP TRIGGER event_is_not_changed")
    raw.execute("UPDATE event SET utc_offset = 'yesterday'")
    raw.commit()
    raw.close()
    monkeypatch.setattr(opening, "_FULL_CHECK_LIMIT", 0)
    monkeypatch.setattr(opening, "_QUICK_CHECK_LIMIT", 0)
    monkeypatch.setattr(checking, "_RECENT", 0)
    with SqliteJournal.open(path) as journal:
        for use in (
            lambda: journal.get(attempt.reference),
            lambda: journal.events(attempt.reference),
            lambda: journal.search(HistoryQuery()),
            lambda: journal.totals(now.date()),
            lambda: list(journal.export(None, None)),
            lambda: journal.step(attempt.reference, Step.LOST, at=now),
        ):
            with pytest.raises(JournalUnusable) as caught:
                use()
            assert caught.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize(
    ("change", "values"),
    [
        ("state", 99),
        ("state", "dreamt"),
        ("kind", 99),
        ("validation", 99),
        ("refusal", 99),
        ("points", "-1"),
        ("points", -9),
        ("worth", "x"),
        ("worth", b"x"),
        ("till", 99),
        ("form", 99),
        ("more", "{"),
        ("more", "[1]"),
        ("more", '{"colour": "red"}'),
        ("more", '{"member_group": "{"}'),
        ("more", '{"member_group": "{\\"colour\\": 1}"}'),
        ("more", '{"member_group": "[1]"}'),
        ("more", '{"custom_fields": "[1]"}'),
        ("utc_offset", "12"),
        ("utc_offset", 10**9),
        ("at_us", "x"),
        ("at_us", 2**62),
        ("day", 10**9),
        ("changed", "x"),
        ("user_id", b"x"),
    ],
)
def test_a_row_without_an_attempt_is_damage(
    path: Path, begin: Callable[..., Attempt], change: str, values: str | int | bytes
) -> None:
    """An impossible value in a column is reported, never guessed at."""
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal)
        journal._connection.execute(f"UPDATE attempt SET {change} = ?", (values,))
        with pytest.raises(JournalUnusable) as caught:
            journal.get(attempt.reference)
        assert caught.value.why is JournalTrouble.DAMAGED


def test_invalid_text_is_damage(path: Path, begin: Callable[..., Attempt]) -> None:
    """Bytes that are not UTF-8 are reported as damage, although SQLite has no error code for it."""
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal)
        journal._connection.execute("UPDATE attempt SET name = CAST(x'ff80' AS TEXT)")
        with pytest.raises(JournalUnusable) as caught:
            journal.get(attempt.reference)
        assert caught.value.why is JournalTrouble.DAMAGED


def test_readers_work_beside_a_writer(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """A reader sees each commit at once, cannot write, and does not block the writer."""
    with SqliteJournal.open(journal.path, writer=False) as reader:
        attempt = begin(journal)
        assert reader.get(attempt.reference) == attempt
        assert list(reader.export(None, None)) == [attempt]
        with pytest.raises(JournalUnusable) as caught:
            reader.recover(attempt.at)
        assert caught.value.why is JournalTrouble.READ_ONLY
        begin(journal)
        assert len(reader.search(HistoryQuery())) == 2


def test_a_reader_does_not_create_a_journal(path: Path) -> None:
    """A reader creates neither file nor folder."""
    assert refusal(path, writer=False) is JournalTrouble.UNAVAILABLE
    assert not path.parent.exists()
    path.mkdir(parents=True)
    assert refusal(path, writer=False) is JournalTrouble.UNAVAILABLE
    assert refusal(path) is JournalTrouble.UNAVAILABLE


@posix_only
def test_a_read_only_folder_can_be_read(
    open_folder: Path,
    begin: Callable[..., Attempt],
    without_rights: Callable[[], AbstractContextManager[None]],
) -> None:
    """In a read-only folder, history can be read, and redeeming is refused as read-only."""
    path = open_folder / "journal.sqlite"
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal)
    path.chmod(0o444)
    open_folder.chmod(0o555)
    before = path.read_bytes()
    with without_rights():
        with SqliteJournal.open(path, writer=False) as reader:
            assert reader.get(attempt.reference) == attempt
            assert list(reader.export(None, None)) == [attempt]
            with pytest.raises(JournalUnusable) as caught:
                reader.recover(attempt.at)
            assert caught.value.why is JournalTrouble.READ_ONLY
        assert refusal(path) is JournalTrouble.READ_ONLY
    assert path.read_bytes() == before
    open_folder.chmod(0o755)


@posix_only
def test_a_read_only_folder_with_a_wal_is_not_read_without_it(
    open_folder: Path, begin: Callable[..., Attempt], without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """If the WAL cannot be read, the journal is refused. Its content is not left out silently."""
    path = open_folder / "journal.sqlite"
    wal = path.with_name(path.name + "-wal")
    journal = SqliteJournal.open(path)
    begin(journal)
    held = wal.read_bytes()
    journal.close()
    wal.write_bytes(held)
    open_folder.chmod(0o555)
    for part in (path, wal):
        part.chmod(0o444)
    with without_rights():
        assert refusal(path, writer=False) is JournalTrouble.UNAVAILABLE
    open_folder.chmod(0o755)


@posix_only
def test_a_read_only_file_is_reported_at_the_start(
    open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """A read-only file is reported at the start, not at the first redemption."""
    path = open_folder / "journal.sqlite"
    SqliteJournal.open(path).close()
    open_folder.chmod(0o777)
    (open_folder / "journal.sqlite.lock").chmod(0o666)
    path.chmod(0o444)
    with without_rights():
        assert refusal(path) is JournalTrouble.READ_ONLY


def test_a_disk_without_shared_memory_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If there can be no WAL, as on a network share, the journal is refused, because it would be less durable."""
    real = opening.connect

    def plain(where: Path, how: str, timeout: float) -> sqlite3.Connection:
        return real(where, f"{how}&vfs=memdb", timeout)

    monkeypatch.setattr(opening, "connect", plain)
    assert refusal(path) is JournalTrouble.UNAVAILABLE
    assert not path.exists()


def test_waiting_for_another_thread_has_a_timeout(path: Path, make_draft: Callable[..., Draft], now: datetime) -> None:
    """A second connection works under the same lock, and reports a commit of the first that never ends."""
    with WriterLock(path) as lock:
        first = SqliteJournal.open(path, lock=lock)
        second = SqliteJournal.open(path, lock=lock, timeout=0.0)
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalUnusable) as caught:
            second.begin(make_draft(), REFERENCE, till="t", cashier="c", at=now)
        assert caught.value.why is JournalTrouble.IN_USE
        first._connection.execute("ROLLBACK")
        attempt = second.begin(make_draft(), REFERENCE, till="t", cashier="c", at=now)
        assert first.get(REFERENCE) == attempt
        first.close()
        assert lock.held
        second.close()


def test_a_lock_is_for_one_journal(path: Path) -> None:
    """A lock of another journal, and a released one, open nothing."""
    with WriterLock(path) as lock, pytest.raises(ValueError, match="lock"):
        SqliteJournal.open(path.with_name("other.sqlite"), lock=lock)
    with pytest.raises(ValueError, match="lock"):
        SqliteJournal.open(path, lock=lock)
    assert not path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no process gets a copy of a handle there")
def test_a_child_that_is_being_started_does_not_keep_the_lock(path: Path) -> None:
    """Until it runs its own program, a child has a copy of every descriptor, with the lock that belongs to it."""
    lock = WriterLock(path)
    copy = os.dup(lock._lock._descriptor)
    try:
        lock.release()
        with WriterLock(path) as again:
            assert again.held
    finally:
        os.close(copy)


def test_a_failed_start_releases_the_lock(path: Path) -> None:
    """After a failed start the lock is as before, so the file can be renamed at once."""
    SqliteJournal.open(path).close()
    path.write_bytes(b"no journal")
    assert refusal(path) is JournalTrouble.DAMAGED
    with WriterLock(path) as lock:
        with pytest.raises(JournalUnusable):
            SqliteJournal.open(path, lock=lock)
        assert lock.held


def test_special_characters_in_names(tmp_path: Path) -> None:
    """A folder's name may contain characters that have a meaning in a URI."""
    path = tmp_path / f"50 % of #1{'' if os.name == 'nt' else '?'} & ü" / "journal.sqlite"
    SqliteJournal.open(path).close()
    assert path.stat().st_size > 0


def test_trying_to_write_changes_nothing(path: Path) -> None:
    """It changes no byte. A till that has the journal open is not an error, but a lock that cannot be taken is."""
    SqliteJournal.open(path).close()
    before = path.read_bytes()
    opening.try_writing(path)
    with WriterLock(path):
        opening.try_writing(path)
    assert path.read_bytes() == before
    lock = path.with_name(path.name + ".lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(JournalUnusable) as caught:
        opening.try_writing(path)
    # Windows answers that access is denied.
    assert caught.value.why is (JournalTrouble.READ_ONLY if os.name == "nt" else JournalTrouble.UNAVAILABLE)


@posix_only
def test_a_fifo_does_not_block(path: Path) -> None:
    """A FIFO is refused at once, by the writer and by `read_damaged`."""
    path.parent.mkdir()
    make_fifo(path)
    with pytest.raises(JournalUnusable) as caught:
        list(read_damaged(path))
    assert caught.value.why is JournalTrouble.UNAVAILABLE
    assert refusal(path) is JournalTrouble.UNAVAILABLE


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="their names of files are Unicode")
@pytest.mark.parametrize("locale", ["C.UTF-8", "POSIX"])
def test_a_folder_whose_name_is_not_utf_8(tmp_path: Path, locale: str) -> None:
    """SQLite gets the same bytes as the system, in every locale."""
    folder = tmp_path / os.fsdecode(b"m\xfcller")
    code = (
        "import sys; from pathlib import Path; from desktop.store.journal import SqliteJournal\n"
        "path = Path(sys.argv[1]) / 'journal.db'\n"
        "SqliteJournal.open(path).close(); SqliteJournal.open(path, writer=False).close()"
    )
    environment = os.environ | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, folder], check=True, env=environment, timeout=60)
    assert (folder / "journal.db").is_file()


def test_a_folder_that_this_user_may_not_look_into(
    tmp_path: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """The journal is named, and not a file beside it that was never there."""
    folder = tmp_path / "of-another-user"
    with SqliteJournal.open(folder / "journal.db"):
        pass
    folder.chmod(0)
    try:
        with without_rights():
            problem = verify(folder / "journal.db").problem
    finally:
        folder.chmod(0o700)
    assert problem.startswith("it cannot be read by this user")
    assert problem.endswith("journal.db'")
