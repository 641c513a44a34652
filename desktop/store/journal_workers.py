"""Shares the reading of a large journal among several processes.

All of them read the same state of the journal: each tells the number and the hash of the newest event that it sees. If
a till has written in between, they begin again.

Nothing here says what is wrong with a damaged journal. If a worker finds damage, or ends, or cannot be started, the
caller reads the journal alone, so that the outcome does not depend on how many processors a machine has.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections import deque
from contextlib import ExitStack, closing, contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import READ_JOURNAL, verification
from desktop.store.checking import ALL, CheckProgress
from desktop.store.errors import PROBLEMS, expect
from desktop.store.event_counts import Counts
from desktop.store.exporting import Piece
from desktop.store.journal_pieces import LOWEST, CheckedPiece, JournalPieces, JournalState, Wanted
from desktop.store.journal_worker import ENCODING
from desktop.store.verification import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path


_log = logging.getLogger(__name__)

LARGE = 16 * 2**20
"""Bytes of a journal from which workers save time: about 35,000 attempts. A start takes each as long as 2,000."""

LARGE_FOR_A_WINDOW = 2**20
"""Bytes of a journal that a window does not read itself for an export: about 2,000 attempts."""

_MOST_WORKERS = 4
"""Each takes 40 MB. More would save little, because SQLite's check of the whole file cannot be shared, and a till on
the same machine must stay quick."""

_PIECE = 4096
"""Events in a piece, a multiple of `chain.CHECKPOINT_EVERY`. Their text has 1 or 2 MB."""

_PIPE = 2**20
"""Bytes that may wait in a pipe, if the system allows it, so that a worker need not wait for each small part."""

_WAITING = 2
"""Pieces for each worker that are read, or wait to be written."""

_START_TIMEOUT = 60.0
"""Seconds that a worker may take to start. A virus scanner can hold it up."""

_NICENESS = 10
"""How much a worker gives way to other processes, on POSIX."""

_TRIES = 5
"""How often the workers begin, if a till writes meanwhile."""


class WorkerError(Exception):
    """A worker could not be started, has ended, or found a problem."""


class Answer(NamedTuple):
    """A worker's answer.

    Attributes:
        found: what was found, as JSON has it.
        text: a text that was made.
    """

    found: Any
    text: str


class Block(NamedTuple):
    """A part of an export.

    Attributes:
        text: some records or events.
        reference: that of the last attempt in the text; empty if there is none, or the text is of events.
        records: how many records are in the text.
    """

    text: str
    reference: str = ""
    records: int = 0


class Worker:
    """A process of this program that reads pieces of a journal. It ends by itself if this process is killed."""

    def __init__(self) -> None:
        """Starts the process.

        Raises:
            OSError: it cannot be started.
        """
        # Imported late, because a small journal needs none of it.
        from subprocess import DEVNULL, PIPE, Popen

        # A worker must not get what Ctrl-C sends to the terminal's processes, or it would end with a traceback.
        apart: dict[str, Any] = {"process_group": 0}
        if sys.platform == "win32":
            from subprocess import BELOW_NORMAL_PRIORITY_CLASS, CREATE_NEW_PROCESS_GROUP, CREATE_NO_WINDOW

            apart = {"creationflags": CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW | BELOW_NORMAL_PRIORITY_CLASS}
        # It needs no password.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("POINTS_TILL_")}
        self._process = Popen(  # noqa: S603 - this program
            _command(), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, pipesize=_PIPE, **apart
        )
        if sys.platform != "win32":
            # A window on this machine must stay quick, and a processor that no one else wants is as fast as before.
            with suppress(ProcessLookupError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, _NICENESS)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def ask(self, request: dict[str, Any]) -> Answer:
        """Asks the worker, and waits for its answer.

        Raises:
            WorkerError: it has ended, or found a problem.
        """
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise WorkerError("a worker has no pipes")
        try:
            requests.write(json.dumps(request).encode() + b"\n")
            requests.flush()
            found = json.loads(answers.readline() or "{}")
            sent = answers.read(found.get("size", 0))
        except (OSError, ValueError) as error:
            raise WorkerError(f"a worker has ended: {error}") from error
        if "found" not in found or len(sent) < found["size"]:
            raise WorkerError(found.get("failed", "a worker has ended"))
        return Answer(found["found"], sent.decode(*ENCODING))

    def kill(self) -> None:
        """Ends the process at once. It only reads, so nothing is lost."""
        self._process.kill()

    def close(self) -> None:
        """Closes the pipes, after `kill`."""
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            # What was not sent cannot be sent any more.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


@contextmanager
def workers_for(path: Path, *, beside_window: bool = False) -> Iterator[JournalWorkers | None]:
    """Starts workers if a journal is large and there is more than one processor. They end with the context.

    Args:
        path: the journal. It may be missing or damaged.
        beside_window: True in the process of a window. Reading in it would hold up the painting thread, which needs
            Python's lock too. So there is at least one worker, also for a smaller journal, and one processor is left.
    """
    with ExitStack() as stack:
        found: JournalWorkers | None = None
        count = min(_processors(), _MOST_WORKERS)
        least, size = 2, LARGE
        if beside_window:
            count, least, size = max(count - 1, 1), 1, LARGE_FOR_A_WINDOW
        try:
            if count >= least and path.stat().st_size >= size:
                found = stack.enter_context(closing(JournalWorkers(path, count)))
        except (*PROBLEMS, WorkerError) as problem:
            _log.info("the journal is read by one process: %s", problem)
        yield found


def verify(path: Path, workers: JournalWorkers | None, *, attempts: bool) -> tuple[Verdict, JournalWorkers | None]:
    """Checks the whole journal, with workers if there are some.

    Args:
        path: the journal.
        workers: the workers, or None.
        attempts: False if the caller compares every attempt with the chain itself.

    Returns:
        The verdict, and the workers unless this process has to go on alone.
    """
    verdict = None if workers is None else workers.verify(attempts=attempts)
    if verdict is not None:
        return verdict, workers
    return verification.verify(path, attempts=attempts), None


def verify_whole(path: Path) -> Verdict:
    """Checks the whole journal (`verification.verify`), a large one with several processes."""
    with workers_for(path) as workers:
        return verify(path, workers, attempts=True)[0]


class JournalWorkers:
    """Reads a journal with several processes, and in the same state in this process.

    Attributes:
        workers: the processes.
    """

    def __init__(self, path: Path, count: int) -> None:
        """Starts the processes, and waits until all of them read the same state.

        Args:
            path: the journal.
            count: how many processes.

        Raises:
            WorkerError: one of them cannot be started or cannot read it, or a till writes without a pause.
            BrokenError, DamagedRowError, JournalUnusable, sqlite3.Error, OSError: the journal cannot be read.
        """
        self.workers: list[Worker] = []
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        # Not from `concurrent.futures`: with PySide6 6.12, Python 3.15 does not resolve the names that a package offers
        # lazily.
        from concurrent.futures.thread import ThreadPoolExecutor

        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        try:
            for _ in range(count):
                self.workers.append(Worker())
            self._pieces = JournalPieces(path)
            with ExitStack() as stack:
                stack.enter_context(closing(self._pieces))
                self._events = self._begin(path).events
                stack.pop_all()
        except BaseException:
            self._end_workers()
            raise
        for worker in self.workers:
            self._idle.put(worker)

    def close(self) -> None:
        """Ends the processes, and closes the journal."""
        self._end_workers()
        self._pieces.close()

    def verify(self, *, attempts: bool) -> Verdict | None:
        """Checks the whole journal. Returns None unless it is in order; then `verification.verify` says what is wrong.

        Args:
            attempts: False if the caller compares every attempt with the chain itself.
        """
        try:
            return self._verify(attempts=attempts)
        except (*PROBLEMS, WorkerError) as problem:
            _log.info("the journal is checked again by one process: %s", problem)
            self._end_workers()
            return None

    def records(self, wanted: Wanted) -> Iterator[Block]:
        """Yields the records of an export in their order, each compared with the chain.

        Raises:
            BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged. What is before the damage was yielded.
        """
        first = LOWEST
        if wanted.after is None:
            days = [None if day is None else day.isoformat() for day in (wanted.start, wanted.end)]
            request = {
                "do": "records", "form": wanted.form, "full_mobile": wanted.full_mobile, "days": days,
                "states": wanted.states, "cashier": wanted.cashier, "text": wanted.text,
            }  # fmt: skip
            requests = ((piece, request) for piece in self._split(first))
            for piece, answer in self._answers(requests):
                first = piece.last + 1
                yield Block(answer.text, *answer.found)
        if first <= ALL:
            for text, reference in self._pieces.records(wanted, Piece(first, ALL)):
                yield Block(text, reference, 1)

    def event_lines(self, start: date | None, end: date | None, after: int) -> Iterator[Block]:
        """Yields the events after a number, of some local days, as lines of JSON.

        Raises:
            BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged. What is before the damage was yielded.
        """
        first = after + 1
        days = [None if day is None else day.isoformat() for day in (start, end)]
        requests = ((piece, {"do": "event lines", "days": days}) for piece in self._split(first))
        for piece, answer in self._answers(requests):
            first = piece.last + 1
            yield Block(answer.text)
        if first <= ALL:
            yield from map(Block, self._pieces.event_lines(start, end, Piece(first, ALL)))

    def _begin(self, path: Path) -> JournalState:
        request = {"do": "begin", "path": str(path.absolute())}
        for _ in range(_TRIES):
            state = self._pieces.begin()
            asked = [self._threads.submit(worker.ask, request) for worker in self.workers]
            try:
                theirs = [JournalState(*one.result(_START_TIMEOUT).found) for one in asked]
            except TimeoutError as error:
                raise WorkerError("a worker does not start") from error
            if all(one == state for one in theirs):
                return state
        raise WorkerError("the journal changes all the time")

    def _verify(self, *, attempts: bool) -> Verdict:
        pieces = self._split(1)
        before = [b"", *(self._pieces.checkpoint(piece.first - 1) for piece in pieces[1:])]
        # SQLite's check takes longest, and is not shared.
        others = [self._submit({"do": "check structure"})]
        events = [
            self._submit({"do": "check events", "piece": piece, "before": known.hex()})
            for piece, known in zip(pieces, before, strict=True)
        ]
        if attempts:
            others += [self._submit({"do": "check attempts", "piece": piece}) for piece in self._split(LOWEST)]
        progress, counts = CheckProgress(), Counts()
        for piece, known, asked in zip(pieces, before, events, strict=True):
            follows = (progress.events, progress.last) == (piece.first - 1, known)
            expect(follows, f"event {piece.first - 1} is not where it should be")
            checked = CheckedPiece(*asked.result().found)
            progress.events, progress.last = checked.events, bytes.fromhex(checked.head)
            counts.add(Counts(checked.counted))
        self._pieces.check_rest(progress, counts)
        for asked in others:
            asked.result()
        return Verdict(ok=True, events=progress.events, head=progress.last.hex())

    def _answers(self, requests: Iterable[tuple[Piece, dict[str, Any]]]) -> Iterator[tuple[Piece, Answer]]:
        """Yields each piece with the answer for it, in order. Stops early if a worker has a problem."""
        try:
            yield from self._in_order(requests)
        except WorkerError as problem:
            _log.info("the journal is read on by one process: %s", problem)
            self._end_workers()

    def _in_order(self, requests: Iterable[tuple[Piece, dict[str, Any]]]) -> Iterator[tuple[Piece, Answer]]:
        waiting: deque[tuple[Piece, Future[Answer]]] = deque()
        for piece, request in requests:
            waiting.append((piece, self._submit({**request, "piece": piece})))
            if len(waiting) >= _WAITING * len(self.workers):
                before, asked = waiting.popleft()
                yield before, asked.result()
        for before, asked in waiting:
            yield before, asked.result()

    def _split(self, first: int) -> list[Piece]:
        """Returns the pieces from a row on. The last one has no end, so that a row that should not be is found too."""
        ends = [end for end in range(_PIECE, self._events, _PIECE) if end >= first]
        return [Piece(*bounds) for bounds in zip([first, *(end + 1 for end in ends)], [*ends, ALL], strict=True)]

    def _submit(self, request: dict[str, Any]) -> Future[Answer]:
        return self._threads.submit(self._ask, request)

    def _ask(self, request: dict[str, Any]) -> Answer:
        worker = self._idle.get()
        try:
            return worker.ask(request)
        finally:
            self._idle.put(worker)

    def _end_workers(self) -> None:
        """Ends the processes at once, and then the threads that wait for them. Has no effect the second time."""
        for worker in self.workers:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self.workers:
            worker.close()


def _processors() -> int:
    """Returns how many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return (os.cpu_count() or 1) if allowed is None else len(allowed(0))


def _command() -> list[str]:
    """Returns the command line of a worker."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_JOURNAL]
    # It must find the modules that this process has found, wherever the folder is in which it is started.
    start = "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); from desktop.__main__ import main; main()"
    return [sys.executable, "-P", "-c", start, json.dumps(sys.path), READ_JOURNAL]
