"""Measures the journal among a million attempts, as ratios to a bare sqlite3 look-up and commit in the same run.

Run `python tests/benchmarks/bench_journal.py [rows]` in the project's folder, with the program installed or on the
path.
Compare the ratios, because milliseconds depend on the machine.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State, Step, new_reference
from desktop.store import rows
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ZONE = timezone(timedelta(hours=5, minutes=30))
FIRST_DAY = datetime(2023, 1, 1, 9, tzinfo=ZONE)
A_DAY = 1000


def say(line: str) -> None:
    """Prints one line of the table."""
    sys.stdout.write(f"{line}\n")


def draft(number: int, noise: random.Random) -> Draft:
    """Makes one of a million drafts."""
    mobile = f"91{noise.randrange(6 * 10**9, 10**10)}"
    return Draft(
        identifier=Identifier(IdentifierKind.MOBILE, mobile),
        shown=f"+91 ••••• •{mobile[-4:]}",
        name="Asha Rao",
        points=Points(Decimal(noise.randrange(1, 500_000)).scaleb(-3)),
        bill=f"BILL-{number:07}",
    )


def fill(journal: SqliteJournal, count: int) -> None:
    """Writes attempts as the journal would, but with one commit for each day."""
    noise = random.Random(20261122)
    raw = journal._connection
    raw.execute("PRAGMA synchronous = OFF")
    raw.execute("BEGIN")
    for number in range(count):
        at = FIRST_DAY + timedelta(days=number // A_DAY, seconds=number % A_DAY * 30)
        reference = new_reference(at)
        state = State.REDEEMED if number % 500 else State.NOT_APPLIED
        columns: rows.Columns = {
            "reference": reference,
            "state": state.value,
            "sends": 1,
            **rows.draft_columns(draft(number, noise)),
            "till": "till.one",
            "cashier": "Ravi",
            **rows.sent_columns(at),
            **rows.changed_columns(at),
            **rows.redeemed_columns(Redeemed(redemption_id=f"{noise.randrange(36**6):06x}", points=Decimal(1))),
        }
        journal._insert("begun", at, columns)
        journal._note(state.value, at=at, till="till.one", cashier="Ravi", reference=reference)
    raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.execute("PRAGMA synchronous = FULL")


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """Returns the median time of some runs in milliseconds."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def bare(folder: Path, count: int) -> tuple[Callable[[], object], Callable[[], object]]:
    """Returns sqlite3's own look-up by key among as many rows, and a durable commit of one small row."""
    raw = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL").fetchone()
    raw.execute("CREATE TABLE bare (key TEXT PRIMARY KEY, value TEXT)")
    raw.execute("PRAGMA synchronous = OFF")
    raw.execute("BEGIN")
    raw.executemany("INSERT INTO bare VALUES (?, ?)", ((f"K{number:09}", "x" * 300) for number in range(count)))
    raw.execute("COMMIT")
    raw.execute("PRAGMA synchronous = FULL")
    numbers: Iterator[int] = iter(range(count, 10**9))
    key = f"K{count // 2:09}"

    def commit() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO bare VALUES (?, ?)", (f"K{next(numbers):09}", "x" * 300))
        raw.execute("COMMIT")

    return lambda: raw.execute("SELECT * FROM bare WHERE key = ?", (key,)).fetchone(), commit


def main() -> None:
    """Fills a journal, measures, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    count: int = parser.parse_args().rows
    with tempfile.TemporaryDirectory(prefix="points-till-") as name:
        folder = Path(name)
        path = folder / "journal.sqlite"
        lookup, commit = bare(folder, count)
        with SqliteJournal.open(path) as journal:
            fill(journal, count)
            measure(journal, lookup, commit, count)
        say(f"\n{path.stat().st_size / 2**20:.0f} MiB for {count:,} attempts")
        say(f"opening and closing in order: {median_ms(lambda: SqliteJournal.open(path).close(), 5):.2f} ms")
        say(f"verifying everything: {median_ms(lambda: verify(path), 1) / 1000:.1f} s")


def measure(journal: SqliteJournal, lookup: Callable[[], object], commit: Callable[[], object], count: int) -> None:
    """Prints the time of each operation, and its ratio to the bare look-up or commit."""
    middle = next(iter(journal.search(HistoryQuery(text=f"BILL-{count // 2:07}"))))
    mobile = middle.draft.identifier.value
    day = middle.at.date()
    noise = random.Random(1)
    now = datetime.now(tz=ZONE)
    fresh = iter(range(count, 10**9))

    def begin() -> str:
        return journal.begin(
            draft(next(fresh), noise), new_reference(now), till="till.one", cashier="Ravi", at=now
        ).reference

    begun = iter([begin() for _ in range(60)])

    def search(
        text: str = "", start: date | None = None, end: date | None = None, limit: int = 200
    ) -> Callable[[], int]:
        query = HistoryQuery(text=text, start=start, end=end, limit=limit)
        return lambda: len(journal.search(query))

    reads: dict[str, Callable[[], object]] = {
        "get by reference": lambda: journal.get(middle.reference),
        "search: whole mobile": search(mobile),
        "search: national number": search(mobile[2:]),
        "search: seven digits": search(mobile[:7]),
        "search: last six digits": search(mobile[-6:]),
        "search: bill": search(middle.draft.bill),
        "search: redemption id": search(middle.redeemed.redemption_id if middle.redeemed else ""),
        "search: reference": search(middle.reference),
        "search: newest 20": search(limit=20),
        "search: a day, 20": search(start=day, end=day, limit=20),
        "search: a day, 200": search(start=day, end=day),
        "search: last four digits": search(mobile[-4:]),
        "search: '91', nearly all": search("91", limit=20),
        "search: '91' of a year": search("91", start=date(2023, 3, 1), end=date(2024, 3, 1), limit=20),
        "totals of a day (1,000)": lambda: journal.totals(day),
        "same bill": lambda: journal.same_bill(middle.draft.bill),
        "same member": lambda: journal.same_member(middle.draft),
        "similar bill": lambda: journal.similar_bill(middle.draft.bill),
        "not redeemed": lambda: journal.not_redeemed(middle.draft),
    }
    say(f"{'':34}{'ms':>10}{'× bare':>10}")
    base = median_ms(lookup, 200)
    say(f"{'bare look-up by key':34}{base:>10.4f}{1:>10}")
    for what, work in reads.items():
        taken = median_ms(work, 30)
        say(f"{what:34}{taken:>10.4f}{taken / base:>10.1f}")
    base = median_ms(commit, 50)
    say(f"{'bare durable commit':34}{base:>10.4f}{1:>10}")
    writes: dict[str, Callable[[], object]] = {
        "begin": begin,
        "step": lambda: journal.step(next(begun), Step.REDEEMED, at=now, redeemed=Redeemed(redemption_id="7t4y2a")),
    }
    for what, work in writes.items():
        taken = median_ms(work, 50)
        say(f"{what:34}{taken:>10.4f}{taken / base:>10.1f}")


if __name__ == "__main__":
    main()
