"""Measures the journal with a thousand and with a million attempts, as ratios to bare sqlite3 in the same run.

Run `python tests/benchmarks/bench_journal.py [rows]` in the project's folder, with the program installed or on the
path.
Compare the ratios, because milliseconds depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State, Step, new_reference
from desktop.store import chain, packing, rows
from desktop.store.event_rows import Link
from desktop.store.export_records import export_line, export_record
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ZONE = timezone(timedelta(hours=5, minutes=30))
FIRST_DAY = datetime(2023, 1, 1, 9, tzinfo=ZONE)
A_DAY = 1000
CASHIERS = ("Meera", "Ravi", "Asif")
FEW = 1000
"""How many attempts the journal has that the large one is compared with."""


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
        worth=Decimal("1.00"),
        user_id=str(noise.randrange(10**7, 10**9)),
    )


def fill(journal: SqliteJournal, count: int) -> None:
    """Writes redemptions as the journal would, but with one commit for each thousand."""
    noise = random.Random(20261122)
    raw, words, identity = journal._connection, journal._words, journal.identity
    raw.execute("PRAGMA synchronous = OFF")
    end = chain.tail(raw)
    for number in range(count):
        if number % A_DAY == 0:
            raw.execute("BEGIN")
        at = FIRST_DAY + timedelta(days=number // A_DAY, seconds=number % A_DAY * 30)
        later = at + timedelta(milliseconds=800)
        redeemed = Redeemed(
            redemption_id=f"{noise.randrange(36**6):06x}",
            points=Decimal(1),
            value=Decimal("1.00"),
            balance=Decimal(noise.randrange(10_000)),
            request_id=f"{noise.getrandbits(128):032x}",
        )
        made: dict[str, Any] = packing.ATTEMPT_DEFAULTS | {
            "seq": end.seq + 1,
            "reference": new_reference(at),
            "state": State.IN_FLIGHT.value,
            **rows.draft_columns(draft(number, noise)),
            "till": "till.one",
            "cashier": CASHIERS[number % len(CASHIERS)],
            "service": "https://eu.example.com",
            "journal_id": identity,
            "begun": at.isoformat(),
            **rows.sent_columns(at),
            **rows.changed_columns(at),
            "salt": chain.new_salt(),
        }
        made["person"] = chain.person_of(made, made["salt"])
        done = made | {
            "state": (State.REDEEMED if number % 500 else State.REFUSED).value,
            **rows.changed_columns(later),
        }
        if number % 500:
            done |= rows.redeemed_columns(redeemed)
        for what, columns, when in (("begun", made, at), (done["state"], done, later)):
            event = rows.new_event(
                what, at=when, till="till.one", cashier=made["cashier"], reference=made["reference"],
                request_id=columns["redeemed_request_id"], detail=columns["redemption_id"],
            )  # fmt: skip
            link = Link(made["seq"], columns["redemption_id"], columns["redeemed_request_id"])
            end = chain.append(raw, words, end, event, facts=chain.facts_of(columns), link=link)
        raw.execute(packing.INSERT, tuple(packing.pack(done, made["seq"], words, raw).values()))
        if number % A_DAY == A_DAY - 1 or number == count - 1:
            raw.execute("COMMIT")
    raw.execute("PRAGMA synchronous = FULL")


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """Returns the median time of some runs in milliseconds."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def bare(path: Path, count: int) -> tuple[Callable[[], object], Callable[[], object]]:
    """Returns sqlite3's own look-up by key among as many rows, and a durable commit of one small row."""
    raw = sqlite3.connect(path, isolation_level=None)
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
        tables = [measured(Path(name), rows_) for rows_ in (FEW, count)]
    few, many = tables
    say(f"{'':34}{f'ms, {FEW:,}':>14}{'× bare':>10}{f'ms, {count:,}':>14}{'× bare':>10}{'slower':>10}")
    for what, (small, small_base) in few.items():
        large, large_base = many[what]
        ratios = small / small_base, large / large_base, large / small
        say(f"{what:34}{small:>14.3f}{ratios[0]:>10.1f}{large:>14.3f}{ratios[1]:>10.1f}{ratios[2]:>10.1f}")


Table = dict[str, tuple[float, float]]
"""The milliseconds of each operation, and those of its bare counterpart."""


def measured(folder: Path, count: int) -> Table:
    """Fills a journal and measures it."""
    path = folder / f"journal-{count}.sqlite"
    lookup, commit = bare(folder / f"bare-{count}.sqlite", count)
    with SqliteJournal.open(path) as journal:
        fill(journal, count)
        found = measure(journal, lookup, commit, count)
    size = path.stat().st_size
    say(f"{count:,} attempts: {size / 10**6:.0f} MB, {size / count:.0f} bytes each")
    base = median_ms(lookup, 200)
    found["opening and closing"] = median_ms(lambda: SqliteJournal.open(path).close(), 5), base
    found["verifying everything"] = median_ms(lambda: verify(path), 1), base
    found["exporting everything as JSON lines"] = median_ms(lambda: export(path), 1), base
    return found


def export(path: Path) -> None:
    """Writes the records of an export to nowhere."""
    with SqliteJournal.open(path, writer=False) as journal, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        nowhere.writelines(
            export_line(export_record(one.columns, one.seq, approvals, full_mobile=False))
            for one, approvals in journal.export_rows(None, None)
        )


def measure(journal: SqliteJournal, lookup: Callable[[], object], commit: Callable[[], object], count: int) -> Table:
    """Measures each operation beside the bare look-up or commit."""
    middle = next(iter(journal.search(HistoryQuery(text=f"BILL-{count // 2 + 1:07}"))))
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
        text: str = "",
        start: date | None = None,
        end: date | None = None,
        limit: int = 200,
        *,
        states: tuple[State, ...] = (),
        cashier: str = "",
    ) -> Callable[[], int]:
        query = HistoryQuery(text=text, start=start, end=end, limit=limit, states=states, cashier=cashier)
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
        "search: one digit, as typed": search("9", limit=20),
        "search: two letters, as typed": search("bi", limit=20),
        "search: seven characters of a bill": search(middle.draft.bill[:7], limit=20),
        "search: nothing like it": search("zzz"),
        "search: refused": search(states=(State.REFUSED,)),
        "search: refused, of a year": search(states=(State.REFUSED,), start=date(2023, 3, 1), end=date(2024, 3, 1)),
        "search: a cashier": search(cashier="Ravi"),
        "search: a cashier, '91', a year": search("91", date(2023, 3, 1), date(2024, 3, 1), cashier="Ravi"),
        "report of a day (1,000)": lambda: journal.day_report(day),
        "totals of a day (1,000)": lambda: journal.totals(day),
        "same bill": lambda: journal.same_bill(middle.draft.bill),
        "same member": lambda: journal.same_member(middle.draft),
        "similar bill": lambda: journal.similar_bill(middle.draft.bill),
        "not redeemed": lambda: journal.not_redeemed(middle.draft),
    }
    base = median_ms(lookup, 200)
    found = {"bare look-up by key": (base, base)}
    for what, work in reads.items():
        found[what] = median_ms(work, 15), base
    base = median_ms(commit, 50)
    found["bare durable commit"] = base, base
    writes: dict[str, Callable[[], object]] = {
        "begin": begin,
        "step": lambda: journal.step(next(begun), Step.REDEEMED, at=now, redeemed=Redeemed(redemption_id="7t4y2a")),
    }
    for what, work in writes.items():
        found[what] = median_ms(work, 50), base
    return found


if __name__ == "__main__":
    main()
