"""Runs many cases, in one process or in several, and counts their outcomes."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TYPE_CHECKING

from tests.simulation.case import clean_up, run
from tests.simulation.record import Chunk, commit
from tests.simulation.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.simulation.assumptions import Assumption

CHUNK = 200
"""Cases that one process runs before it reports."""

_COLLECTED_EVERY = 20
"""Cases after which a process collects its garbage."""


def run_all(
    seed: int, cases: range, *, jobs: int, lifted: frozenset[Assumption] = frozenset(), only: tuple[str, ...] = ()
) -> Tally:
    """Runs cases in so many processes."""
    tally = Tally()
    for chunk in run_chunks(seed, in_chunks(cases), jobs=jobs, lifted=lifted, only=only):
        tally.add(chunk.tally)
    return tally


def in_chunks(cases: range) -> list[range]:
    """Cuts the cases into chunks."""
    return [cases[start : start + CHUNK] for start in range(0, len(cases), CHUNK)]


def run_chunks(
    seed: int,
    chunks: Iterable[range],
    *,
    jobs: int,
    lifted: frozenset[Assumption] = frozenset(),
    only: tuple[str, ...] = (),
) -> Iterator[Chunk]:
    """Runs chunks of cases in so many processes. Yields each as soon as it is done, in any order."""
    code = commit()
    if jobs == 1:
        for chunk in chunks:
            yield run_chunk(seed, chunk, code, lifted, only)
        return
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        futures = [pool.submit(run_chunk, seed, chunk, code, lifted, only) for chunk in chunks]
        for future in as_completed(futures):
            yield future.result()


def run_chunk(seed: int, cases: range, code: str, lifted: frozenset[Assumption], only: tuple[str, ...]) -> Chunk:
    """Runs the cases of one chunk, one after the other."""
    logging.disable(logging.CRITICAL)
    began = time.process_time()
    tally = Tally()
    # Collecting after so many cases, instead of whenever Python sees fit, saves a tenth of the time.
    gc.disable()
    # What has been imported stays, so no collection needs to look at it.
    gc.collect()
    gc.freeze()
    try:
        for place, number in enumerate(cases):
            tally.take_case(seed, number, run(seed, number, lifted=lifted, only=only))
            if place % _COLLECTED_EVERY == 0:
                gc.collect()
    finally:
        gc.unfreeze()
        gc.enable()
        clean_up()
    return Chunk(seed, cases.start, len(cases), code, time.process_time() - began, tally)
