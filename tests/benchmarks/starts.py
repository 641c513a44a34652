"""Measures first paint, memory and idling of the till beside a bare Qt window, from the source and frozen."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from installer import product
from tests.benchmarks import bench_frozen_start
from tests.benchmarks.bench_start import BARE, ROOT, TILL, measure
from tests.benchmarks.figures import Figure, median, missing, ratio
from tests.posix import ticks_per_second

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SERVER = ["--server", "http://127.0.0.1:9", "--till", "bench"]
"""A real till whose service cannot be reached."""

_HIDDEN = "import sys; sys.modules['typing_extensions'] = None\n"
"""A development tool that msgspec loads if it is there. No installation of the till has it."""


def first_paint(runs: int) -> Iterator[Figure]:
    """Measures from the start of the process to the first picture, offscreen."""
    for name, title, arguments in (
        ("first_paint", "first paint, from source", _SERVER),
        ("first_paint_training", "first paint, from source, in training", ["--training"]),
    ):
        starts = [
            (measure(BARE, "offscreen", []), measure(_HIDDEN + TILL, "offscreen", arguments, settle=1))
            for _ in range(runs + 1)
        ]
        # The first pair only fills the disk cache.
        del starts[0]
        yield ratio(name, title, [(bare.paint, till.paint) for bare, till in starts], goal=1.15, scale=1000)
        worked = [(bare.worked, till.worked) for bare, till in starts]
        yield ratio(f"{name}_work", f"{title}: the processor's work", worked, goal=None, scale=1000)


def frozen_first_paint(runs: int) -> Iterator[Figure]:
    """Measures the frozen program under Xvfb until its window appears."""
    name, title = "first_paint_frozen", "first paint, frozen, Xvfb"
    program = product.program("linux")
    if not program.exists():
        yield missing(name, title, "run `python -m installer build` first")
        return
    if not _has("Xvfb"):
        yield missing(name, title, "Xvfb is not installed")
        return
    screen = bench_frozen_start.Screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            bare = [str(bench_frozen_start.smallest(Path(folder)))]
            till = [str(program), *_SERVER, "--data", f"{folder}/d", "--config", f"{folder}/c"]
            os.environ["POINTS_TILL_PASSWORD"] = "bench"
            seconds = bench_frozen_start.measure
            pairs = [(seconds(screen, bare), seconds(screen, till)) for _ in range(runs + 1)][1:]
    finally:
        screen.close()
    yield ratio(name, title, pairs, goal=1.10, scale=1000)


def xvfb_first_paint(runs: int) -> Iterator[Figure]:
    """Measures the program from source under Xvfb until its window appears."""
    name, title = "first_paint_xvfb", "first paint, from source, Xvfb"
    if not _has("Xvfb"):
        yield missing(name, title, "Xvfb is not installed")
        return
    screen = bench_frozen_start.Screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            bare = [sys.executable, "-c", bench_frozen_start.SMALLEST]
            till = [sys.executable, "-c", _HIDDEN + _RUN, *_SERVER, "--data", f"{folder}/d", "--config", f"{folder}/c"]
            os.environ["POINTS_TILL_PASSWORD"] = "bench"
            os.environ["PYTHONPATH"] = str(ROOT)
            seconds = bench_frozen_start.measure
            pairs = [(seconds(screen, bare), seconds(screen, till)) for _ in range(runs + 1)][1:]
    finally:
        screen.close()
    yield ratio(name, title, pairs, goal=1.15, scale=1000)


_RUN = "from desktop.start import run; sys.exit(run(['points-till', *sys.argv[1:]]))"


def memory(runs: int, seconds: float) -> Iterator[Figure]:
    """Measures private memory, wake-ups and processor of an idle window, offscreen.

    Args:
        runs: how many windows of each kind.
        seconds: after the start; a minute, unless it is only a quick look.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        yield missing("memory", "private memory, from source", "this system does not tell")
        return
    bare = [sys.executable, "-c", bench_frozen_start.SMALLEST]
    till = [sys.executable, "-c", _HIDDEN + _RUN, *_SERVER]
    # The first start only writes the bytecode, which every installed program has.
    _idle(till, min(seconds, _FIRST))
    windows = [(_idle(bare, seconds), _idle(till, seconds)) for _ in range(runs)]
    yield from _memory_figures("memory", "from source", windows, seconds, goal=1.5)
    idles = [one for _, one in windows]
    yield median("idle_wakeups", "wake-ups a second, idle", [one.wakeups for one in idles], unit="/s", goal=2)
    yield median("idle_processor", "processor, idle", [one.processor * 100 for one in idles], unit="%", goal=0.1)
    program = product.program("linux")
    if not program.exists():
        yield missing("memory_frozen", "private memory, frozen", "run `python -m installer build` first")
        return
    with tempfile.TemporaryDirectory() as folder:
        bare = [str(bench_frozen_start.smallest(Path(folder)))]
        windows = [(_idle(bare, seconds), _idle([str(program), *_SERVER], seconds)) for _ in range(runs)]
    yield from _memory_figures("memory_frozen", "frozen", windows, seconds, goal=1.4)


def _memory_figures(
    name: str, kind: str, windows: Sequence[tuple[_Idle, _Idle]], seconds: float, *, goal: float
) -> Iterator[Figure]:
    shared = max(bare.shared for bare, _ in windows)
    note = f"{seconds:.0f} s after the start"
    if shared > _SHARED:
        note += f"; others use {shared:.0f} MiB of the same files, which then do not count: measure alone"
    pairs = [(bare.private, till.private) for bare, till in windows]
    yield ratio(name, f"private memory, {kind}", pairs, goal=goal, unit="MiB", note=note)
    pairs = [(bare.written, till.written) for bare, till in windows]
    title = f"written memory, {kind} (does not depend on other programs)"
    yield ratio(f"{name}_written", title, pairs, goal=None, unit="MiB")


_SHARED = 12
"""MiB that a bare window shares with the benchmark itself: the interpreter and the C library."""


_FIRST = 10
"""Seconds in which the till has imported all that it imports at a start."""


class _Idle:
    """What an idle process uses.

    Attributes:
        private: MiB that would be free without it.
        written: MiB that it has written, which no other process can share.
        shared: MiB of files that other processes use too.
        wakeups: a second, of all its threads.
        processor: the part of one processor.
    """

    def __init__(self, process: int, seconds: float) -> None:
        time.sleep(seconds / 2)
        woken, used, began = _switches(process), _used(process), time.monotonic()
        time.sleep(seconds / 2)
        took = time.monotonic() - began
        self.wakeups = (_switches(process) - woken) / took
        self.processor = (_used(process) - used) / took
        sizes = {}
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]:
            key, value = line.split(":")
            sizes[key] = int(value.split()[0]) / 1024
        self.private = sizes["Private_Clean"] + sizes["Private_Dirty"]
        self.written = sizes["Anonymous"]
        self.shared = sizes["Shared_Clean"]


def _idle(command: list[str], seconds: float) -> _Idle:
    with tempfile.TemporaryDirectory() as folder:
        if len(command) != 1 and "--server" in command:
            command = [*command, "--data", f"{folder}/d", "--config", f"{folder}/c"]
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "POINTS_TILL_PASSWORD": "bench",
            "PYTHONPATH": str(ROOT),
        }
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
        )
        try:
            return _Idle(process.pid, seconds)
        finally:
            process.terminate()
            process.wait(20)


def _switches(process: int) -> int:
    """Returns how often the threads of a process have waited so far: each wait ends with a wake-up."""
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        with contextlib.suppress(FileNotFoundError):
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
    return total


def _used(process: int) -> float:
    """Returns the processor's seconds that a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / ticks_per_second()


def _has(program: str) -> bool:
    from shutil import which

    return which(program) is not None
