"""Tests that exports of a large journal, which several processes share, are the same as those of one process."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from datetime import date
from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING, Any

import pytest

from desktop import paths
from desktop.commands import INTERRUPTED
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.points import Points
from desktop.domain.redemption import State, new_reference
from desktop.domain.reversal import GivenBack, ReversalsSeen, ReversalStep
from desktop.store import journal_workers
from desktop.store.journal import SqliteJournal
from desktop.store.journal_workers import Answer, Worker, workers_for
from tests.benchmarks.bench_journal import fill
from tests.commands.runs import NOW, draft, run
from tests.commands.test_history_export import life
from tests.store.edits import edit
from tests.store.thread_workers import PIECE, ThreadWorker, share

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXPORT = ("history", "export", "--format", "jsonl")
COMMANDS = (
    EXPORT,
    ("history", "export"),
    (*EXPORT, "--full-mobile"),
    (*EXPORT, "--from", "2023-01-01", "--to", "2023-01-01"),
    ("history", "export", "--from", "2026-11-22"),
    (*EXPORT, "--after", "700"),
    ("history", "events"),
    ("history", "events", "--after", "300"),
    ("history", "events", "--after", "99999"),
    ("report", "day", "--date", "2023-01-01"),
    ("journal", "verify"),
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with several pieces, of ordinary attempts and of attempts of every other kind."""
    path = tmp_path_factory.mktemp("whole") / "journal.db"
    with SqliteJournal.open(path, till="t") as journal:
        fill(journal, 400)
        # Rows of every kind, in the last pieces.
        assert list(life(journal))
        assert journal.events_count > 3 * PIECE
    return path


@pytest.fixture
def large(data: Path, whole: Path) -> Path:
    """The folder of a till with that journal."""
    data.mkdir(mode=0o700)
    shutil.copy(whole, paths.journal(data))
    return data


def outcome(data: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Runs a command, and returns its exit code, what it printed, and its complaints."""
    out = io.StringIO()
    try:
        code: int = run(data, *arguments, out=out)[0]
    except JournalUnusable:
        code = ExitCode.UNUSABLE
    return code, out.getvalue(), capsys.readouterr().err


def never(*_: object) -> None:
    """Takes the place of what must not be called."""
    pytest.fail("this reads every row at once")


def test_everything_is_the_same(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is exported, in whatever form, every byte is the same as from one process."""
    alone = [run(large, *command) for command in COMMANDS]
    read: list[str] = []
    ask = ThreadWorker.ask

    def watched(self: ThreadWorker, request: dict[str, Any]) -> Answer:
        read.append(request["do"])
        return ask(self, request)

    monkeypatch.setattr(ThreadWorker, "ask", watched)
    share(monkeypatch)
    for command, wanted in zip(COMMANDS, alone, strict=True):
        assert run(large, *command) == wanted
    assert wanted[0] is ExitCode.DONE
    pieces = {what: read.count(what) for what in read}
    assert pieces["begin"] == 2 * len(COMMANDS)
    assert pieces["check structure"] == len(COMMANDS)
    assert min(pieces["records"], pieces["event lines"], pieces["check attempts"]) > 4


@pytest.mark.parametrize(
    "query",
    [
        HistoryQuery(),
        HistoryQuery(text="BILL-00001"),
        HistoryQuery(text="BILL-0000377"),
        HistoryQuery(states=(State.REFUSED,)),
        HistoryQuery(cashier="Ravi", start=date(2023, 1, 1), end=date(2023, 1, 1)),
    ],
)
def test_a_search_of_the_window_is_the_same(large: Path, monkeypatch: pytest.MonkeyPatch, query: HistoryQuery) -> None:
    """What a window exports is read in pieces by a process of its own, and is the same, and counted right.

    No list of what a search finds is made, which could be as long as the journal.
    """
    monkeypatch.setattr("desktop.store.reading.search", never)
    ask = ThreadWorker.ask

    def watched(self: ThreadWorker, request: dict[str, Any]) -> Answer:
        assert len(str(request)) < 500, request
        return ask(self, request)

    monkeypatch.setattr(ThreadWorker, "ask", watched)
    with SqliteJournal.open(paths.journal(large), writer=False) as journal:
        alone = list(journal.export_table(query))
        share(monkeypatch)
        pieces = list(journal.export_table(query))
    assert "".join(text for text, _ in pieces) == "".join(text for text, _ in alone)
    assert sum(count for _, count in pieces) == len(alone)
    assert len(alone) == 1 or len(pieces) < len(alone)


def test_a_worker_of_the_window_is_killed(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the window's process reads the rest itself."""
    query = HistoryQuery(text="BILL-00001")
    with SqliteJournal.open(paths.journal(large), writer=False) as journal:
        alone = "".join(text for text, _ in journal.export_table(query))

        class KilledLate(ThreadWorker):
            def ask(self, request: dict[str, Any]) -> Answer:
                if request["do"] == "records" and request["piece"].first > PIECE:
                    self.kill()
                return super().ask(request)

        share(monkeypatch, worker=KilledLate)
        assert "".join(text for text, _ in journal.export_table(query)) == alone


def test_processes_export_the_same(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with real processes, one of which is killed in the middle: what it did not read is read here."""
    alone = run(large, *EXPORT)
    workers: list[KilledLate] = []

    class KilledLate(Worker):
        def ask(self, request: dict[str, Any]) -> Answer:
            if request["do"] == "begin":
                workers.append(self)
            if request["do"] == "records" and request["piece"].first > PIECE:
                self.kill()
            return super().ask(request)

    share(monkeypatch, worker=KilledLate)
    assert run(large, *EXPORT) == alone
    assert len(workers) == 2
    assert all(one._process.returncode is not None for one in workers)


DAY = (*EXPORT, "--to", "2023-01-01")
EVENTS = ("history", "events")
ADDED = "99999, at_us, utc_offset, 8, till, cashier, attempt, reversal, reference, request_id, detail, facts, mark"


@pytest.mark.parametrize(
    ("command", "damage"),
    [
        # Found by the piece that has it, after others were written.
        (EXPORT, "UPDATE attempt SET points = 9 WHERE seq = 502"),
        (DAY, "UPDATE attempt SET points = 9 WHERE seq = 502"),
        (EVENTS, "UPDATE attempt SET points = 9 WHERE seq = 502"),
        (EXPORT, "UPDATE attempt SET points = 9 WHERE seq = 2"),
        (EXPORT, "UPDATE attempt SET at_us = 'never' WHERE seq = 502"),
        # Found by the chain alone.
        (EXPORT, "UPDATE event SET detail = 'x' WHERE seq = 601"),
        (DAY, "UPDATE event SET detail = 'x' WHERE seq = 601"),
        (EVENTS, "UPDATE event SET detail = 'x' WHERE seq = 601"),
        (EXPORT, "UPDATE event SET what = 3 WHERE seq = 2"),
        (EXPORT, "DELETE FROM event WHERE seq = 600"),
        (EVENTS, "DELETE FROM event WHERE seq = 256"),
        ((*EVENTS, "--after", "300"), "UPDATE checkpoint SET hash = 'text' WHERE seq = 256"),
        (EXPORT, "UPDATE checkpoint SET hash = zeroblob(32) WHERE seq = 512"),
        (EXPORT, "DELETE FROM checkpoint WHERE seq = 256"),
        (EXPORT, "UPDATE checkpoint SET hash = 'text' WHERE seq = 256"),
        (EXPORT, "UPDATE journal SET events = 500, head = (SELECT hash FROM checkpoint WHERE seq = 256)"),
        (EXPORT, "UPDATE journal SET identity = 'another'"),
        # Found by the totals, also in rows whose numbers no event has.
        (EXPORT, "DELETE FROM attempt WHERE seq = 502"),
        (EXPORT, "UPDATE attempt SET seq = 5000000 WHERE seq = 502"),
        (EXPORT, "UPDATE attempt SET seq = -9223372036854775808 WHERE seq = 502"),
        (EXPORT, "UPDATE attempt SET seq = 9223372036854775807 WHERE seq = 502"),
        (EXPORT, f"INSERT INTO event SELECT {ADDED} FROM event WHERE seq = 3"),
        # Found by the schema.
        (EXPORT, "CREATE TRIGGER foreign_one AFTER INSERT ON event BEGIN DELETE FROM word; END"),
    ],
)
def test_damage_is_the_same(
    large: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    damage: str,
) -> None:
    """A damaged journal gives the same exit code, complaints and records as from one process."""
    edit(paths.journal(large), damage)
    alone = outcome(large, *command, capsys=capsys)
    share(monkeypatch)
    assert outcome(large, *command, capsys=capsys) == alone
    assert alone[0] == ExitCode.UNUSABLE
    assert "proves less than it should" in alone[2]


def change(data: Path) -> int:
    """Gives the points of the oldest redemption back, and begins an attempt. Returns the number of events before."""
    with SqliteJournal.open(paths.journal(data), till="t") as journal:
        before = journal.events_count
        oldest = journal.in_states(State.REDEEMED)[0]
        journal.begin_reversal(
            oldest.reference, "r-1", points=Points(Decimal(1)), reason="", before=ReversalsSeen(), till="t",
            cashier="", at=NOW,
        )  # fmt: skip
        journal.step_reversal("r-1", ReversalStep.REVERSED, at=NOW, given_back=GivenBack())
        journal.begin(draft("LATE", "1"), new_reference(NOW), till="t", cashier="", at=NOW)
    return before


def test_a_change_between_two_pieces_is_not_lost(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All pieces are of one state. What changes meanwhile comes with the next export after the highest number."""
    before = run(large, *EXPORT)
    changed: list[int] = []
    lock = Lock()
    ask = ThreadWorker.ask

    def changing(self: ThreadWorker, request: dict[str, Any]) -> Answer:
        # The first piece is asked for before, and all others are read after the change.
        if request["do"] == "records" and request["piece"].first > 1:
            with lock:
                if not changed:
                    changed.append(change(large))
        return ask(self, request)

    monkeypatch.setattr(ThreadWorker, "ask", changing)
    share(monkeypatch)
    assert run(large, *EXPORT) == before
    highest = max(json.loads(line)["seq"] for line in before[1].splitlines())
    assert highest <= changed[0]
    later = [json.loads(line) for line in run(large, *EXPORT, "--after", str(highest))[1].splitlines()]
    given_back, begun = (one for one in later if one["seq"] > changed[0])
    assert (given_back["state"], given_back["reversed_points"]) == ("reversed", "1")
    assert (begun["state"], begun["bill"]) == ("in_flight", "LATE")


@pytest.mark.parametrize("changes", [1, 99])
def test_a_change_while_the_workers_begin(large: Path, monkeypatch: pytest.MonkeyPatch, changes: int) -> None:
    """If a till writes before all of them see the same state, they begin again. After a few times, one reads alone."""
    left, begun = [changes], list[Worker]()
    ask = ThreadWorker.ask

    def changing(self: ThreadWorker, request: dict[str, Any]) -> Answer:
        if request["do"] == "begin":
            begun.append(self)
            if left[0] and len(begun) % 2 == 1:
                left[0] -= 1
                with SqliteJournal.open(paths.journal(large), till="t") as journal:
                    journal.note("opened", at=NOW, till="t", cashier="")
        return ask(self, request)

    monkeypatch.setattr(ThreadWorker, "ask", changing)
    share(monkeypatch)
    found = run(large, *EXPORT)
    assert len(begun) == (4 if changes == 1 else 2 * journal_workers._TRIES)
    monkeypatch.setattr(journal_workers, "LARGE", 2**40)
    assert run(large, *EXPORT) == found


def test_a_replaced_journal_is_not_mixed(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another journal takes the place of the journal while the workers begin, none of them reads both."""
    path = paths.journal(large)
    other = path.with_name("other.db")
    with SqliteJournal.open(other, till="t") as journal:
        fill(journal, 10)
    ask = ThreadWorker.ask
    once = threading.Lock()

    def replacing(self: ThreadWorker, request: dict[str, Any]) -> Answer:
        with once:
            if other.exists():
                path.rename(path.with_name("before.db"))
                other.rename(path)
        return ask(self, request)

    monkeypatch.setattr(ThreadWorker, "ask", replacing)
    share(monkeypatch)
    with workers_for(path) as workers:
        assert workers is None
    assert len(run(large, *EXPORT)[1].splitlines()) == 10


def no_start(*_: object, **__: object) -> subprocess.Popen[bytes]:
    """Starts nothing, as where a program may start no processes."""
    raise PermissionError("not allowed")


def no_answer() -> list[str]:
    """Returns the command line of a process that ends at once."""
    return [sys.executable, "-c", ""]


@pytest.mark.parametrize(("name", "instead"), [("subprocess.Popen", no_start), ("_command", no_answer)])
def test_processes_that_cannot_be_started(
    large: Path, monkeypatch: pytest.MonkeyPatch, name: str, instead: Callable[..., object]
) -> None:
    """If no process can be started, or each ends at once, one process does all."""
    alone = run(large, *EXPORT)
    share(monkeypatch, worker=Worker)
    if name == "_command":
        monkeypatch.setattr(journal_workers, name, instead)
    else:
        monkeypatch.setattr(name, instead)
    assert run(large, *EXPORT) == alone


def test_a_worker_that_does_not_answer(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a process starts and never answers, one process does all."""
    alone = run(large, *EXPORT)
    share(monkeypatch, worker=Worker)
    monkeypatch.setattr(journal_workers, "_command", lambda: [sys.executable, "-c", "input(); input()"])
    monkeypatch.setattr(journal_workers, "_START_TIMEOUT", 0.01)
    assert run(large, *EXPORT) == alone


@pytest.mark.parametrize(("size", "processors"), [(2**40, 2), (0, 1)])
def test_a_small_journal_or_one_processor(
    large: Path, monkeypatch: pytest.MonkeyPatch, size: int, processors: int
) -> None:
    """Then nothing is started."""
    share(monkeypatch)
    monkeypatch.setattr(journal_workers, "LARGE", size)
    monkeypatch.setattr(journal_workers, "_processors", lambda: processors)
    monkeypatch.setattr(journal_workers, "JournalWorkers", no_start)
    assert run(large, *EXPORT)[0] is ExitCode.DONE


def test_a_missing_journal(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a till that was not used yet, nothing is exported, and nothing is created."""
    share(monkeypatch)
    assert run(data, *EXPORT) == (ExitCode.DONE, "")
    assert not data.exists()


def test_the_command_line_of_a_worker_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The frozen program starts itself. Neither way names a journal or gives on a password."""
    assert journal_workers._command()[-1] == "--read-journal"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert journal_workers._command() == [sys.executable, "--read-journal"]
    assert journal_workers._processors() >= 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes the priority when the process starts")
def test_a_worker_gives_way_to_a_window() -> None:
    """Otherwise the painting thread would wait for a processor while a journal is exported."""
    worker = journal_workers.Worker()
    try:
        if sys.platform != "win32":  # tells mypy what the mark tells pytest
            assert os.getpriority(os.PRIO_PROCESS, worker.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    finally:
        worker.kill()
        worker.close()


def test_a_worker_ends_when_no_one_asks_any_more(large: Path) -> None:
    """If the process that asks is killed, a worker ends, although it has an answer to give."""
    worker = Worker()
    try:
        worker.ask({"do": "begin", "path": str(paths.journal(large))})
        request = {"do": "event lines", "piece": (1, 2**62)}
        assert worker._process.stdin is not None
        worker._process.stdin.write(json.dumps(request).encode() + b"\n")
        worker._process.stdin.close()
        assert worker._process.wait(60) == 0
    finally:
        worker.kill()
        worker.close()


_SHARED = """
import signal
import sys
from desktop import start
from desktop.store import journal_workers

# Whatever runs the tests in the background has it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
journal_workers.LARGE, journal_workers._PIECE, journal_workers._processors = 0, 256, lambda: 2
ask = journal_workers.Worker.ask

def watched(self, request):
    if request["do"] == "begin":
        # In one piece: two threads do this at once, and `print` writes the end of the line by itself.
        sys.stderr.write(f"{self.pid}\\n")
    return ask(self, request)

journal_workers.Worker.ask = watched
sys.exit(start.run(["points-till", *sys.argv[1:]]))
"""


def _press_ctrl_c(process: subprocess.Popen[bytes]) -> None:
    """Presses it, and once more if nothing happens.

    Python does not look at a signal that comes just before it waits for room in a pipe, and no program reads this one.
    """
    process.send_signal(signal.SIGINT)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)


@posix_only
@pytest.mark.parametrize("end", ["closed pipe", "Ctrl-C"])
def test_all_processes_end(large: Path, end: str) -> None:
    """If no program reads the output any more, or the user has had enough, all processes end, without a traceback."""
    with SqliteJournal.open(paths.journal(large), till="t") as journal:
        # More than a pipe holds.
        fill(journal, 600)
    command = [sys.executable, "-c", _SHARED, *EXPORT, "--data", str(large), "--config", str(large / "config")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    with process, process.stdout, process.stderr:
        assert process.stdout.readline()
        if end == "closed pipe":
            process.stdout.close()
        else:
            _press_ctrl_c(process)
        said = process.stderr.read().decode()
        assert process.wait(60) == (ExitCode.DONE if end == "closed pipe" else INTERRUPTED)
    assert "Traceback" not in said
    pids = [int(line) for line in said.splitlines() if line.isdecimal()]
    assert len(pids) == 2
    for pid in pids:
        # This process's child has waited for them, so nothing is left.
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
