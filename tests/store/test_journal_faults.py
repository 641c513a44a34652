"""Tests the journal with killed processes, a second till, and a full disk."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import State, Step
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    from desktop.domain.redemption import Attempt

ROOT = Path(__file__).resolve().parents[2]

PRELUDE = """
import sys
from datetime import datetime, timezone
from decimal import Decimal
from datetime import timedelta
from pathlib import Path
from desktop.domain.failures import JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Step, new_reference
from desktop.store.journal import SqliteJournal
path = Path(sys.argv[1])
now = datetime.now(timezone.utc)
def draft(bill):
    return Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(1)), bill=bill)
def begin(journal, bill="B-1"):
    return journal.begin(draft(bill), new_reference(now), till="t", cashier="c", at=now)
"""

Child = subprocess.Popen[str]


@pytest.fixture
def child(path: Path) -> Iterator[Callable[[str], Child]]:
    """Starts another process on the journal. Ends it if the test leaves it running."""
    started: list[Child] = []

    def start(program: str) -> Child:
        process = subprocess.Popen(
            [sys.executable, "-c", PRELUDE + program, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def line(process: Child) -> str:
    """Returns the next line that a child prints, which is its signal to go on."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


WRITES_FOR_EVER = """
journal = SqliteJournal.open(path)
print("ready", flush=True)
while True:
    attempt = begin(journal)
    print(attempt.reference, flush=True)
    journal.step(attempt.reference, Step.REDEEMED, at=now)
"""


@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_kill_loses_nothing_that_was_acknowledged(path: Path, child: Callable[[str], Child], after: int) -> None:
    """After a kill in the middle of writing, everything that was acknowledged is there, and the file is valid."""
    process = child(WRITES_FOR_EVER)
    assert line(process) == "ready"
    said = [line(process) for _ in range(after)]
    process.kill()
    process.wait()
    assert process.stdout is not None
    said += process.stdout.read().split()
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    with SqliteJournal.open(path) as journal:
        held = list(journal.export(None, None))
        assert [one.reference for one in held][: len(said)] == said
        assert len(held) - len(said) in {0, 1}
        assert {one.state for one in held[:-1]} <= {State.REDEEMED}
        for one in held:
            events = [event.what for event in journal.events(one.reference)]
            assert events == (["begun", "redeemed"] if one.state is State.REDEEMED else ["begun"])
        assert journal._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_an_attempt_in_flight_at_a_kill_becomes_unknown(
    path: Path, child: Callable[[str], Child], now: datetime
) -> None:
    """An attempt without an answer is found in the WAL after a kill and becomes unknown."""
    process = child("journal = SqliteJournal.open(path)\nprint(begin(journal).reference, flush=True)\ninput()")
    reference = line(process)
    process.kill()
    process.wait()
    with SqliteJournal.open(path) as journal:
        assert [(one.reference, one.state) for one in journal.recover(now)] == [(reference, State.UNKNOWN)]
        assert [one.what for one in journal.events(reference)] == ["begun", "lost"]


def test_a_kill_inside_a_transaction_leaves_nothing_of_it(path: Path, child: Callable[[str], Child]) -> None:
    """A transaction that was not committed when the till died leaves nothing."""
    process = child(
        "journal = SqliteJournal.open(path)\n"
        "with journal._writing():\n"
        "    journal._note('begun', at=now, till='t', cashier='c', reference='X')\n"
        "    print('written', flush=True)\n"
        "    input()\n"
    )
    assert line(process) == "written"
    process.kill()
    process.wait()
    with SqliteJournal.open(path) as journal:
        assert journal.events("X") == ()


def test_one_till_writes_at_a_time(path: Path, child: Callable[[str], Child], begin: Callable[..., Attempt]) -> None:
    """A second process is told that the journal is in use. It may read, and write once the first has ended."""
    process = child("journal = SqliteJournal.open(path)\nprint(begin(journal).reference, flush=True)\ninput()")
    reference = line(process)
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(path)
    assert caught.value.why is JournalTrouble.IN_USE
    with SqliteJournal.open(path, writer=False) as reader:
        assert reader.get(reference) is not None
    process.kill()
    process.wait()
    with SqliteJournal.open(path) as journal:
        begin(journal)


def test_a_child_process_does_not_keep_the_lock(path: Path) -> None:
    """A process that the till starts, and that outlives it, does not hold the journal's lock."""
    lock = WriterLock(path)
    with subprocess.Popen(
        [sys.executable, "-c", "print('ready', flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        close_fds=False,
    ) as outlives:
        # The system closes inherited descriptors only when the program starts, so wait for the program's first line.
        assert line(outlives) == "ready"
        lock.release()
        WriterLock(path).release()
        outlives.kill()


FILLS_THE_DISK = """
import resource
journal = SqliteJournal.open(path)
first = begin(journal)
files = [path, path.with_name(path.name + "-wal")]
limit = max(one.stat().st_size for one in files) + {room}
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
written, refused = 0, ""
while not refused:
    try:
        begin(journal, "B" * {wide})
        written += 1
    except JournalUnusable as failure:
        refused = failure.why.value
seen = len(list(journal.export(None, None)))
assert not journal._connection.in_transaction
assert journal.get(first.reference) is not None
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
after = begin(journal)
events = journal._connection.execute("SELECT count(*) FROM event").fetchone()[0]
print(refused, seen - written, len(list(journal.export(None, None))) - written, events - written, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("room", [0, 100, 6000, 60000])
@pytest.mark.parametrize("wide", [10, 9000])
def test_a_full_disk_leaves_no_half_attempt(path: Path, child: Callable[[str], Child], room: int, wide: int) -> None:
    """An attempt that did not fit is not there, earlier ones are, and the journal works again once there is room."""
    process = child(FILLS_THE_DISK.format(room=room, wide=wide))
    assert line(process) == "full 1 2 3"
    assert process.wait() == 0
    with SqliteJournal.open(path) as journal:
        assert journal._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_full_disk_at_the_start_is_reported(path: Path, child: Callable[[str], Child]) -> None:
    """If a commit does not fit, the journal is not opened, and the file is unchanged."""
    SqliteJournal.open(path).close()
    before = path.read_bytes()
    process = child(
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
        "try:\n    SqliteJournal.open(path)\n"
        "except JournalUnusable as failure:\n    print(failure.why.value, flush=True)\n"
    )
    assert line(process) == "full"
    assert process.wait() == 0
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
def test_a_terminated_till_releases_the_journal(path: Path, child: Callable[[str], Child]) -> None:
    """SIGTERM does not close the journal properly, but does no harm."""
    process = child("journal = SqliteJournal.open(path)\nbegin(journal)\nprint('ready', flush=True)\ninput()")
    assert line(process) == "ready"
    process.send_signal(signal.SIGTERM)
    process.wait()
    with SqliteJournal.open(path) as journal:
        assert len(journal.in_states(State.IN_FLIGHT)) == 1


@pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX's")
def test_a_lock_that_fails_otherwise_is_not_a_second_till(
    open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only folder is reported as read-only, and a disk without locks as unavailable. Neither is "in use"."""
    open_folder.chmod(0o555)
    with without_rights(), pytest.raises(JournalUnusable) as caught:
        WriterLock(open_folder / "journal.sqlite")
    assert caught.value.why is JournalTrouble.READ_ONLY
    open_folder.chmod(0o755)

    def refuse(_descriptor: int) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("desktop.store.writer_lock._lock", refuse)
    with pytest.raises(JournalUnusable) as caught:
        WriterLock(open_folder / "journal.sqlite")
    assert caught.value.why is JournalTrouble.UNAVAILABLE


def test_the_lock_is_not_lost_with_another_descriptor(path: Path, child: Callable[[str], Child]) -> None:
    """If the process reads the lock's file, it still holds the lock. A POSIX record lock would be lost."""
    with WriterLock(path):
        path.with_name(path.name + ".lock").read_bytes()
        process = child(
            "try:\n    SqliteJournal.open(path)\n"
            "except JournalUnusable as failure:\n    print(failure.why.value, flush=True)\n"
        )
        assert line(process) == "in_use"


def test_a_writer_without_the_lock_is_reported(path: Path) -> None:
    """If a tool has the file open for writing, the start reports it, and nothing else happens."""
    SqliteJournal.open(path).close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(path, timeout=0.0)
    assert caught.value.why is JournalTrouble.IN_USE
    raw.close()


def test_attempts_in_flight_at_a_crash_become_unknown(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Recovery returns exactly the attempts that were in flight, oldest first, and records why."""
    first, second = begin(journal), begin(journal)
    settled = begin(journal, Step.REDEEMED)
    later = now + timedelta(hours=1)
    recovered = journal.recover(later)
    assert [one.reference for one in recovered] == [first.reference, second.reference]
    assert {(one.state, one.trace.code, one.changed, one.at) for one in recovered} == {
        (State.UNKNOWN, "PT-DIED", later, now)
    }
    assert journal.get(settled.reference) == settled
    assert journal.recover(later) == ()
