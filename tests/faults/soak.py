"""Redeems thousands of times through random faults, crashes and restarts, and compares every journal with the ledger.

    python tests/faults/soak.py --count 10000 --seed 20261122

Each day has a practice service of its own and ten tills, each behind a fault proxy of its own; every fault, every
crash and everything that the cashiers do comes from the seed. At the end of each day what was held back is delivered,
every till starts once more and settles, and then each journal must say what the ledger says: one movement at most for
each reference and for each bill, nothing left unknown, nothing moved that no journal knows. Prints a table by fault,
and every disagreement; `--day N` lives one day again. Exit code: 0 where everything agreed, 1 where anything did not.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ in {"__main__", "__mp_main__"}:
    # As a script it has its own folder at the front of the path, and not that of the project.
    sys.path[0] = str(Path(__file__).parents[2])

from tests.faults.day import PER_DAY, live
from tests.faults.menu import MENU
from tests.faults.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit code."""
    asked = _parser().parse_args(arguments)
    began = time.monotonic()
    days = {number: min(PER_DAY, asked.count - start) for number, start in enumerate(range(0, asked.count, PER_DAY))}
    if asked.day is not None:
        days = {asked.day: days.get(asked.day, PER_DAY)}
    tally = _live_all(asked.seed, days, jobs=asked.jobs)
    _say(tally.table(MENU))
    for said in tally.said:
        _say(said)
    disagreements = sum(row.disagreements for row in tally.rows.values())
    lived = sum(row.redemptions for row in tally.rows.values())
    seconds = time.monotonic() - began
    _say(f"{lived:,} redemptions, seed {asked.seed}, {disagreements:,} disagreements, {seconds:,.0f} s")
    return 1 if disagreements or lived != sum(days.values()) else 0


def _live_all(seed: int, days: dict[int, int], *, jobs: int) -> Tally:
    tally = Tally()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_be_quiet) as pool:
        futures = {pool.submit(live, seed, number, count): number for number, count in days.items()}
        for done, future in enumerate(as_completed(futures), 1):
            tally.add(future.result())
            if sys.stderr.isatty():
                print(f"\r{done} of {len(futures)} days", end="", file=sys.stderr, flush=True)  # noqa: T201 - for people
    return tally


def _be_quiet() -> None:
    """What goes wrong here is meant to, and is counted."""
    logging.disable(logging.CRITICAL)


def _say(text: str) -> None:
    print(text)  # noqa: T201 - what a command is for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help=f"redemptions, in days of {PER_DAY} (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn (default 1)")
    parser.add_argument("--day", type=int, help="lives this one day of them again")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one for each core)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
