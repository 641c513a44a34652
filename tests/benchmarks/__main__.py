"""Measures how fast and small the till is, as ratios to bare baselines of the same run.

    python -m tests.benchmarks [--json FILE] [--table FILE] [--only NAME …] [--quick] [--million DIR]
        [--redemptions COUNT]

The parts are `start`, `memory`, `calls`, `stalls`, `redemptions`, `hand_over`, `browser`, `journal`, `history` and
`size`. The JSON has the
ratios `first_paint`, `memory`, `redeem`, `find_member` and `send_code` by these names (null if not measured), and
everything under `figures`. Run it on a machine that does nothing else: it says if the baselines varied too much.
`--quick` only shows that everything works.
`--million` measures history and exports with a million attempts. The first time builds them in its folder, in ten
minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from installer import pack, product
from tests.benchmarks import (
    bench_hand_over,
    bench_journal,
    browser,
    calls,
    history,
    many_redemptions,
    stalls,
    starts,
)
from tests.benchmarks.figures import Figure, missing, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RATIOS = ("first_paint", "memory", "redeem", "find_member", "send_code")
"""The figures that the JSON has at its top, as plain numbers."""

_BEGIN, _END = "<!-- figures -->", "<!-- end of figures -->"
"""The marks around the table in docs/performance.md."""

_SIZES = {"linux": 110, "windows": 60}
"""Megabytes that the installed program may have on each system."""

_SETUP = 20
"""Megabytes that the set-up for Windows may have."""


def main(arguments: list[str] | None = None) -> int:
    """Measures, and writes what was asked for. Returns 1 if the machine was too noisy to tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="writes all figures to a file")
    parser.add_argument("--table", type=Path, help="writes a Markdown table to a file, between its marks")
    parser.add_argument("--only", action="append", choices=list(_parts(quick=True)), help="measures only this part")
    parser.add_argument("--quick", action="store_true", help="a few runs of each, which prove little")
    parser.add_argument("--million", type=Path, help="a folder for a journal of a million attempts, which is kept")
    parser.add_argument("--redemptions", type=int, help="how many one window makes for its growth")
    options = parser.parse_args(arguments)
    # Both programs have their modules compiled, as an installation has, also if this environment forbids it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    began, load = time.monotonic(), os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    figures: list[Figure] = []
    for name, part in _parts(quick=options.quick, million=options.million, redemptions=options.redemptions).items():
        if options.only and name not in options.only:
            continue
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += part()
    is_busy = load > (os.cpu_count() or 1) / 2
    noisy = [one.name for one in figures if one.noisy]
    by_name = {one.name: one for one in figures}
    found: dict[str, object] = {name: by_name[name].value if name in by_name else None for name in RATIOS}
    found["figures"] = {one.name: one.as_json() for one in figures}
    found["machine"] = {
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "load before": round(load, 2),
        "seconds": round(time.monotonic() - began),
        "quick": options.quick,
        "too noisy": noisy,
        "busy before": is_busy,
    }
    text = table(figures)
    print(text)
    if is_busy:
        print(f"The machine was busy before (load {load:.1f}): measure again on a quiet one.")
    if noisy:
        print(f"Too noisy to tell: {', '.join(noisy)}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    if options.table:
        write_table(options.table, text)
    return 1 if noisy or is_busy else 0


def write_table(path: Path, text: str) -> None:
    """Writes the table between the marks of a file, or alone if the file has no marks.

    Args:
        path: for example docs/performance.md.
        text: the table.
    """
    whole = path.read_text(encoding="utf-8") if path.exists() else ""
    before, found, rest = whole.partition(_BEGIN)
    _, ended, after = rest.partition(_END)
    path.write_text(f"{before}{_BEGIN}\n{text}{_END}{after}" if found and ended else text, encoding="utf-8")


def _parts(
    *, quick: bool, million: Path | None = None, redemptions: int | None = None
) -> dict[str, Callable[[], Iterator[Figure]]]:
    """Returns what measures each part."""
    runs, rounds = (2, 3) if quick else (15, 40)

    def start() -> Iterator[Figure]:
        yield from starts.first_paint(runs)
        yield from starts.xvfb_first_paint(runs)
        yield from starts.frozen_first_paint(runs)

    return {
        "start": start,
        "memory": lambda: starts.memory(1 if quick else 3, 30 if quick else 60),
        "calls": lambda: calls.steps(rounds),
        "stalls": lambda: stalls.stalls(1 if quick else 10, journal=million, count=4_000 if quick else history.SOME),
        "redemptions": lambda: many_redemptions.redemptions(redemptions or (50 if quick else many_redemptions.ROUNDS)),
        "hand_over": lambda: bench_hand_over.hand_overs(1 if quick else 9),
        "browser": lambda: browser.browser(rounds, 1 if quick else 3),
        "journal": lambda: _journal(2_000 if quick else 100_000),
        "history": lambda: history.figures(
            keep=million, repeats=3 if quick else 15, count=4_000 if quick else history.SOME
        ),
        "size": _size,
    }


def _journal(count: int) -> Iterator[Figure]:
    """Measures the journal's two writes of a redemption, and a look-up, beside bare sqlite3."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as folder:
        found = bench_journal.measured(Path(folder), count)
    for name, what in (("begin", "begin"), ("step", "step"), ("get", "get by reference")):
        took, bare = found[what]
        facts = {"bare ms": bare, "till ms": took}
        yield Figure(f"journal_{name}", f"journal of {count:,}: {what}", took / bare, facts=facts, runs=50)


def _size() -> Iterator[Figure]:
    """Measures the frozen program's folder, and the set-up for Windows."""
    for system, goal in _SIZES.items():
        name, title = f"size_{system}", f"installed program, {system}"
        folder = product.program(system).parent
        if not product.program(system).exists():
            yield missing(name, title, "it is not built here")
            continue
        size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
        yield Figure(name, title, size / 10**6, "MB", goal, runs=1)
    name, title = "size_windows_setup", "set-up for Windows"
    setup = pack.windows_setup_path()
    if setup.exists():
        yield Figure(name, title, setup.stat().st_size / 10**6, "MB", _SETUP, runs=1)
    else:
        yield missing(name, title, "it is not built here")


if __name__ == "__main__":
    sys.exit(main())
