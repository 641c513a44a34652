"""Redeems thousands of times in random scenarios, and compares every journal with the ledger.

    python tests/faults/soak.py --count 10000 --seed 20261122

Each day has a practice service and ten tills, each behind a fault proxy of its own. The seed decides every fault, every
crash and everything that the cashiers do. At the end of a day, the requests that were held back arrive, and every till
starts once more and settles. Each journal must then agree with the ledger: at most one movement for each reference and
each bill, nothing unknown, and nothing moved that no journal knows. Prints a table by scenario, and every disagreement.
`--day N` runs one day again. Exit code: 0 if everything agreed, otherwise 1.

Hypothesis does not generate these scenarios. Ten tills in threads and processes on real sockets do not run the same way
twice, and hypothesis gives up on a failure that it cannot repeat. What can be decided without sockets and processes is
tested by the state machine in `tests/flow/test_exactly_once.py`, which finds and shrinks a failure within a minute.
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
    # Python puts the folder of a script first on the path, but the imports need the project's.
    sys.path[0] = str(Path(__file__).parents[2])

from tests.faults.soak_day import DISAGREEMENT, PER_DAY, new_report, run_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.outcome_report import Report


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command, and returns its exit code."""
    asked = _parser().parse_args(arguments)
    began = time.monotonic()
    days = {number: min(PER_DAY, asked.count - start) for number, start in enumerate(range(0, asked.count, PER_DAY))}
    if asked.day is not None:
        days = {asked.day: days.get(asked.day, PER_DAY)}
    report = _run_all(asked.seed, days, jobs=asked.jobs)
    _say(report.table())
    for text in report.said:
        _say(text)
    seconds = time.monotonic() - began
    _say(f"{report.total.count:,} redemptions, seed {asked.seed}, {report.wrong:,} {DISAGREEMENT}, {seconds:,.0f} s")
    return 1 if report.wrong or report.total.count != sum(days.values()) else 0


def _run_all(seed: int, days: dict[int, int], *, jobs: int) -> Report:
    report = new_report()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_be_quiet) as pool:
        futures = [pool.submit(run_day, seed, number, count) for number, count in days.items()]
        for done, future in enumerate(as_completed(futures), 1):
            report.add(future.result())
            if sys.stderr.isatty():
                print(f"\r{done} of {len(futures)} days", end="", file=sys.stderr, flush=True)  # noqa: T201 - for people
    return report


def _be_quiet() -> None:
    """Disables the log, because the failures here are intended and are counted."""
    logging.disable(logging.CRITICAL)


def _say(text: str) -> None:
    print(text)  # noqa: T201 - what a command is for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help=f"redemptions, in days of {PER_DAY} (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="decides everything random (default 1)")
    parser.add_argument("--day", type=int, help="runs only this day again")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one for each core)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
