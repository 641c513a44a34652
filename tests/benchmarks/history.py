"""Measures the history and the export of a large journal beside one of a thousand attempts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop import paths
from desktop.domain.history import HistoryQuery
from desktop.store.journal import SqliteJournal
from desktop.store.newest_head import note_of
from desktop.store.search_keys import LAST_DIGITS
from tests.benchmarks.bench_journal import FEW, fill
from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.figures import Figure, missing, quartiles

if TYPE_CHECKING:
    from collections.abc import Iterator

A_MILLION = 1_000_000
"""Attempts that the goals are for."""

SOME = 50_000
"""Attempts of the large journal, if no one has ten minutes and half a gigabyte."""

EXPORT_GOAL, SIZE_GOAL = 14.0, 500.0
"""The seconds for an export of a million attempts, and their megabytes on the disk."""

_YEAR = 365
_SEARCHES = {
    "history_typing": ("history: slowest key while typing", 50.0),
    "history_last_digits": ("history: last four digits", 5.0),
    "history_country": ("history: 91 in a year", 50.0),
}
"""The title of each search, and its goal in milliseconds."""

_EXPORTS = {
    "JSON": ("history", "export", "--format", "jsonl"),
    "CSV": ("history", "export", "--format", "csv"),
    "events": ("history", "events"),
}


_BARE = """
import json, sqlite3, sys
encode = json.JSONEncoder(default=bytes.hex).encode
for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute("SELECT * FROM attempt"):
    sys.stdout.write(encode(row) + "\\n")
"""
"""Reads the same attempts with bare sqlite3 and json in one process, without their events and without any check."""


class Cost(NamedTuple):
    """What a command took.

    Attributes:
        seconds: from its start to its end.
        processor: the processors' seconds, of all its processes.
        memory: the most that it had at once, in megabytes; that of the largest process, if there were several.
    """

    seconds: float
    processor: float
    memory: float


def figures(*, keep: Path | None, repeats: int, count: int = SOME) -> Iterator[Figure]:
    """Measures searches, exports and the size.

    Args:
        keep: a folder in which a journal of a million is, or is built; None to build a smaller one, and remove it.
        repeats: how often each search is made.
        count: attempts of that smaller journal.
    """
    with ExitStack() as stack:
        temporary = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="points-till-")))
        few, many = temporary / "few", temporary / "many"
        if keep is not None:
            many, count = keep, A_MILLION
        for folder, attempts in ((few, FEW), (many, count)):
            build(folder, attempts)
        note = "" if count == A_MILLION else f"{count:,} attempts; `--million FOLDER` measures a million"
        yield from _searches(few, many, count, repeats, note)
        yield from _exports(few, many, count, note)
        size = paths.journal(many).stat().st_size / count
        facts = {"MB here": size * count / 10**6}
        yield Figure("journal_size", "journal of a million attempts", size, "MB", SIZE_GOAL, runs=1, facts=facts)


def typed(mobile: str, bill: str, reference: str) -> list[str]:
    """Returns what stands in the search field after each key of a national number, a bill and a reference."""
    return [text[:length] for text in (mobile[2:], bill, reference) for length in range(1, len(text) + 1)]


def build(folder: Path, count: int) -> None:
    """Builds a journal in a data folder, unless it has one.

    Args:
        folder: the data folder.
        count: attempts.
    """
    path = paths.journal(folder)
    if path.exists():
        return
    # It gets its name once it is complete, so that a benchmark that was stopped leaves none that is too small.
    made = path.with_name("building.db")
    made.unlink(missing_ok=True)
    note_of(made).unlink(missing_ok=True)
    with SqliteJournal.open(made) as journal:
        fill(journal, count)
    made.rename(path)
    note_of(made).rename(note_of(path))


def _searches(few: Path, many: Path, count: int, repeats: int, note: str) -> Iterator[Figure]:
    """Measures searches with the limit of the window's list. Each journal is searched for an attempt in its middle."""
    with ExitStack() as stack:
        small, large = (
            stack.enter_context(SqliteJournal.open(paths.journal(folder), writer=False)) for folder in (few, many)
        )
        small_queries, large_queries = _queries(small, FEW), _queries(large, count)
        for name, (title, goal) in _SEARCHES.items():
            base = statistics.median(_slowest(small, small_queries[name], repeats))
            times = _slowest(large, large_queries[name], repeats)
            took = statistics.median(times)
            facts = {f"ms of {FEW:,}": base, f"times as long as {FEW:,}": took / base}
            yield Figure(name, title, took, "ms", goal, quartiles(times), repeats, facts=facts, note=note)


def _queries(journal: SqliteJournal, count: int) -> dict[str, list[HistoryQuery]]:
    """Returns the queries of each figure."""
    (middle,) = journal.search(HistoryQuery(text=f"BILL-{count // 2 + 1:07}"))
    mobile = middle.draft.identifier.value
    keys = typed(mobile, middle.draft.bill, middle.reference)
    start = middle.at.date() - timedelta(days=_YEAR // 2)
    return {
        "history_typing": [HistoryQuery(text=text) for text in keys],
        "history_last_digits": [HistoryQuery(text=mobile[-LAST_DIGITS:])],
        "history_country": [HistoryQuery(text="91", start=start, end=start + timedelta(days=_YEAR))],
    }


def _slowest(journal: SqliteJournal, queries: list[HistoryQuery], repeats: int) -> list[float]:
    """Returns the times of the query that takes longest."""
    return max((_times(journal, query, repeats) for query in queries), key=statistics.median)


def _times(journal: SqliteJournal, query: HistoryQuery, repeats: int) -> list[float]:
    """Returns the processor's milliseconds for a search, after one that warms up."""
    journal.search(query)
    times = []
    for _ in range(repeats):
        began = time.process_time()
        journal.search(query)
        times.append((time.process_time() - began) * 1000)
    return times


def _exports(few: Path, many: Path, count: int, note: str) -> Iterator[Figure]:
    """Measures the commands that export, with the check of the whole journal that they begin with."""
    for what, command in _EXPORTS.items():
        name, title = f"export_{what.lower()}", f"export of a million attempts, {what}, {_processors()}"
        if not hasattr(os, "wait4"):
            yield missing(name, title, "this system does not tell what a process took")
            continue
        small, large = (_cost(_till(folder, command)) for folder in (few, many))
        bare = [_cost((sys.executable, "-c", _BARE, str(paths.journal(folder)))) for folder in (few, many)]
        # What the start takes does not depend on the journal.
        per_attempt, of_processor = ((large[one] - small[one]) / (count - FEW) for one in range(2))
        of_bare = (bare[1].processor - bare[0].processor) / (count - FEW)
        goal = None if what == "events" else EXPORT_GOAL
        facts = {
            "processors' seconds": of_processor * A_MILLION,
            "of bare sqlite3 and json": of_bare * A_MILLION,
            "times as many": of_processor / of_bare,
            f"seconds for {count:,}": large.seconds,
            f"MB of memory, {count:,}": large.memory,
            f"MB of memory, {FEW:,}": small.memory,
        }
        yield Figure(name, title, per_attempt * A_MILLION, "s", goal, runs=1, facts=facts, note=note)


def _till(folder: Path, command: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the command line of a command of the till."""
    return (sys.executable, "-m", "desktop", *command, "--data", str(folder))


def _cost(arguments: tuple[str, ...]) -> Cost:
    """Runs a command, and returns the time and the memory that it took."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, cwd=ROOT)
    if sys.platform != "win32":
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
        kilobytes = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
        return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, kilobytes / 1024)
    raise NotImplementedError


def _processors() -> str:
    count = os.cpu_count() or 1
    return "1 processor" if count == 1 else f"{count} processors"
