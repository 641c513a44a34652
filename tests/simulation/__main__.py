"""Simulates till, service, network, disk and clock in virtual time, and compares every journal with the ledger.

    python -m tests.simulation --count 1000000 --seed 1 --jobs 2
    python -m tests.simulation --count 1000000 --seed 1 --jobs 2 --record FILE
    python -m tests.simulation --show FILE
    python -m tests.simulation --replay 1:4711

The first prints a table by kind of fault, and every fault that was found with the case in which it happened. The second
does so, too, and writes every chunk of cases into a file, so that it can be stopped, and continued by the same command.
The third prints what such a run has found so far, also while it runs. The last prints every event of one case. Exit
code: 0 if everything agreed, 1 if anything did not. See docs/exactly-once.md.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.simulation.assumptions import Assumption
from tests.simulation.batch import in_chunks, run_chunks
from tests.simulation.case import PER_CASE, clean_up, run
from tests.simulation.menu import MENU
from tests.simulation.record import Chunk, Record, commit, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOLD = 40


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.record and (asked.lift or asked.only):
        parser.error("a record is for runs with every fault and every assumption")
    logging.disable(logging.CRITICAL)
    lifted = frozenset(Assumption(name) for name in asked.lift)
    only = tuple(asked.only)
    if asked.replay:
        return _replay(asked.replay, lifted, only)
    if asked.show:
        chunks = list(Record(asked.show).chunks())
        _say("\n".join(map(str, sorted(chunks, key=lambda one: (one.seed, one.first)))))
        return _report(chunks)
    cases = range(asked.first, asked.first - (-asked.count // PER_CASE))
    wanted = in_chunks(cases)
    done: list[Chunk] = []
    record = Record(asked.record) if asked.record else None
    if record is not None:
        done = [one for one in record.chunks() if one.seed == asked.seed and one.commit == commit()]
        known = {(one.first, one.cases) for one in done}
        wanted = [chunk for chunk in wanted if (chunk.start, len(chunk)) not in known]
    progress = _Progress(sum(map(len, wanted)), asked.jobs)
    for chunk in run_chunks(asked.seed, wanted, jobs=asked.jobs, lifted=lifted, only=only):
        done.append(chunk)
        if record is not None:
            record.add(chunk)
            progress.tell(chunk)
    return _report(done)


class _Progress:
    """Prints a line after each chunk of a run that is recorded."""

    def __init__(self, cases: int, jobs: int) -> None:
        self._left = self._cases = cases
        self._jobs = jobs
        self._began = time.monotonic()

    def tell(self, chunk: Chunk) -> None:
        """Says what a chunk has found, and how long the others will take at this pace."""
        self._left -= chunk.cases
        seconds = time.monotonic() - self._began
        minutes = seconds / (self._cases - self._left) * self._left / 60
        each = chunk.seconds * 1000 / chunk.tally.total.count
        _say(f"{chunk} ({each:.1f} ms each); {self._left * PER_CASE:,} to go, about {minutes:,.0f} min")
        for said in chunk.tally.said:
            _say(said)


def _report(chunks: list[Chunk]) -> int:
    tally = total_of(chunks)
    _say(tally.table())
    for said in tally.said[:_TOLD]:
        _say(said)
    if len(tally.said) > _TOLD:
        _say(f"… and {len(tally.said) - _TOLD:,} more")
    totals = ", ".join(f"{count:,} {fault}" for fault, count in tally.total.faults.items())
    cases, seconds = sum(one.cases for one in chunks), sum(one.seconds for one in chunks)
    seeds = ", ".join(str(seed) for seed in sorted({one.seed for one in chunks}))
    commits = ", ".join(sorted({one.commit for one in chunks}))
    _say(
        f"{tally.total.count:,} redemptions in {cases:,} cases, seed {seeds}, commit {commits},"
        f" {seconds:,.0f} s of a processor: {totals}"
    )
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
    print(text, flush=True)  # noqa: T201 - what a command is for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000, help=f"redemptions, {PER_CASE} in a case (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn (default 1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (default 0)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one for each core)")
    parser.add_argument(
        "--record", type=Path, metavar="FILE", help="writes each chunk there, and leaves out known ones"
    )
    parser.add_argument("--show", type=Path, metavar="FILE", help="prints what a recorded run has found so far")
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
