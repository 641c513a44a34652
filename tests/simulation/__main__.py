"""Simulates till, service, network, disk and clock in virtual time, and compares every journal with the ledger.

    python -m tests.simulation --count 1000000 --seed 1 --jobs 2
    python -m tests.simulation --replay 1:4711

The first prints a table by kind of fault, and every fault that was found with the case in which it happened. The second
prints every event of one case. Exit code: 0 if everything agreed, 1 if anything did not. See docs/exactly-once.md.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

from tests.simulation.assumptions import Assumption
from tests.simulation.batch import run_all
from tests.simulation.case import PER_CASE, clean_up, run
from tests.simulation.menu import MENU

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOLD = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit code."""
    asked = _parser().parse_args(arguments)
    logging.disable(logging.CRITICAL)
    lifted = frozenset(Assumption(name) for name in asked.lift)
    only = tuple(asked.only)
    if asked.replay:
        return _replay(asked.replay, lifted, only)
    began = time.monotonic()
    cases = -(-asked.count // PER_CASE)
    tally = run_all(asked.seed, range(asked.first, asked.first + cases), jobs=asked.jobs, lifted=lifted, only=only)
    seconds = time.monotonic() - began
    _say(tally.table())
    for said in tally.said[:_TOLD]:
        _say(said)
    if len(tally.said) > _TOLD:
        _say(f"… and {len(tally.said) - _TOLD:,} more")
    totals = ", ".join(f"{count:,} {fault}" for fault, count in tally.total.faults.items())
    _say(f"{tally.total.count:,} redemptions in {cases:,} cases, seed {asked.seed}, {seconds:,.0f} s: {totals}")
    return 1 if tally.wrong else 0


def _replay(which: str, lifted: frozenset[Assumption], only: tuple[str, ...]) -> int:
    seed, _, number = which.partition(":")
    case = run(int(seed), int(number), lifted=lifted, only=only, tells=True)
    clean_up()
    for line in case.lines:
        _say(line)
    counted = Counter(fault for fault, _, _ in case.verdict.faults)
    for fault, intent, text in case.verdict.faults:
        _say(f"FAULT {fault}: {text}; {intent}")
    return 1 if counted else 0


def _say(text: str) -> None:
    print(text)  # noqa: T201 - what a command is for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000, help=f"redemptions, {PER_CASE} in a case (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn (default 1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (default 0)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one for each core)")
    parser.add_argument("--replay", metavar="SEED:NUMBER", help="prints every event of one case")
    parser.add_argument(
        "--lift", action="append", default=[], choices=list(Assumption), help="lets the service break this assumption"
    )
    parser.add_argument(
        "--only", action="append", default=[], choices=list(MENU), metavar="KIND", help="only this fault"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
