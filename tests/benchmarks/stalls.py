"""Measures the longest stall of the painting thread while something slow is done beside it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Step, new_reference
from desktop.store.journal import SqliteJournal
from tests.benchmarks import stalled_window
from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.calls import DELAY, slow_service
from tests.benchmarks.figures import Figure, median, missing
from tests.benchmarks.history import A_MILLION, build
from tests.benchmarks.player import MEMBER
from tests.printing.network_printer import FINE, Behaviour, FakePrinter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.benchmarks.stalled_window import Beats

GOAL, WORST = 16, 33
"""Milliseconds of the median of all runs, and of the worst."""

UNKNOWN = 200
"""Attempts that are settled in the background. The service knows half of them."""

_TITLES = {
    "hanging": "the service hangs",
    "printing": "a receipt is printed",
    "exporting": "the window exports a journal",
    "reading_beside": "`points-till history export` reads a journal",
    "settling": f"{UNKNOWN} unknown attempts are settled",
}


def stalls(runs: int, *, journal: Path | None, count: int) -> Iterator[Figure]:
    """Measures all situations.

    Args:
        runs: how often each is played. Each export, and each settling, needs a window of its own.
        journal: a data folder with a journal of a million attempts; None to build a smaller one.
        count: attempts of that smaller journal.
    """
    if sys.platform != "linux":
        for scene, title in _TITLES.items():
            yield missing(f"stall_{scene}", f"longest stall while {title}", "only Linux takes its authority from a file")
        return
    with tempfile.TemporaryDirectory(prefix="points-till-") as name:
        folder = Path(name)
        if journal is None:
            journal = folder / "large"
            build(journal, count)
        else:
            count = A_MILLION
        note = f"{count:,} attempts"
        yield _figure("hanging", _play("hanging", folder / "hanging", times=runs))
        yield _figure("printing", _printing(folder / "printing", runs))
        yield _figure("settling", [_settling(folder / f"settling-{run}") for run in range(_few(runs))])
        exports = [_exporting(folder / f"export-{run}", journal) for run in range(_few(runs))]
        yield _figure("exporting", exports, note)
        environment = {stalled_window.EXPORTED: str(journal)}
        yield _figure("reading_beside", _play("reading_beside", folder / "beside", environment, times=_few(runs)), note)


def _few(runs: int) -> int:
    """Returns how often a scene is played that takes minutes."""
    return max(1, runs // 5)


def _figure(scene: str, beats: Beats, note: str = "") -> Figure:
    longest = [max((late for _, late in one), default=0.0) * 1000 for one in beats]
    often = statistics.median(sum(late * 1000 > GOAL for _, late in one) for one in beats)
    figure = median(f"stall_{scene}", f"longest stall while {_TITLES[scene]}", longest, unit="ms", goal=GOAL, note=note)
    return replace(figure, facts=figure.facts | {f"stalls over {GOAL} ms": often, "worst may be ms": WORST})


def _printing(folder: Path, runs: int) -> Beats:
    # A receipt has about 30 kB. A slow printer takes some seconds for it.
    printer = FakePrinter(Behaviour(answers=FINE, chunk=512, pause=0.02))
    try:
        return _play("printing", folder, {"POINTS_TILL_PRINTER": printer.address}, times=runs)
    finally:
        printer.close()


def _exporting(folder: Path, journal: Path) -> list[tuple[float, float]]:
    """Plays one export in a window on this journal. Another till's journal is only read."""
    environment = {"POINTS_TILL_RECEIPT_FOLDER": str(folder / "saved")}
    (beats,) = _play("exporting", folder, environment, data=journal)
    return beats


def _settling(folder: Path) -> list[tuple[float, float]]:
    data = folder / "data"
    with tempfile.TemporaryDirectory() as name, slow_service(DELAY, Path(name)) as facts:
        known = fill_with_unknown(paths.journal(data), facts["url"], facts["till"])
        body = json.dumps([f"91{MEMBER}", *known]).encode()
        with urllib.request.urlopen(f"{facts['plain']}/booked", body, timeout=10) as answer:
            answer.read()
        (beats,) = _run("settling", facts, folder, data, {})
    return beats


def fill_with_unknown(journal: Path, service: str, till: str) -> list[str]:
    """Writes attempts whose outcome is unknown. Returns the references of every other one.

    Args:
        journal: the file.
        service: the address that they were sent to.
        till: the till's name.
    """
    journal.parent.mkdir(parents=True, exist_ok=True)
    number = f"91{MEMBER}"
    draft = Draft(
        identifier=Identifier(IdentifierKind.MOBILE, number), shown=f"+91 ••••• •{number[-4:]}", points=Points(Decimal(1))
    )
    references = []
    with SqliteJournal.open(journal, till=till) as opened:
        for one in range(UNKNOWN):
            now = datetime.now(UTC).astimezone()
            references.append(new_reference(now))
            opened.begin(
                replace(draft, bill=f"BILL-{one}"), references[-1], till=till, cashier="", at=now, service=service
            )
            opened.step(references[-1], Step.LOST, at=now)
    return references[::2]


def _play(
    scene: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    times: int = 1,
    data: Path | None = None,
) -> Beats:
    with tempfile.TemporaryDirectory() as name, slow_service(DELAY, Path(name)) as facts:
        extra = {stalled_window.TIMES: str(times), **(environment or {})}
        return _run(scene, facts, folder, data or folder / "data", extra)


def _run(scene: str, facts: dict[str, str], folder: Path, data: Path, extra: Mapping[str, str]) -> Beats:
    """Plays a scene in a window of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("POINTS_TILL_")} | {
        "QT_QPA_PLATFORM": "offscreen",
        "SSL_CERT_FILE": facts["ca"],
        "POINTS_TILL_PASSWORD": facts["password"],
        "POINTS_TILL_REQUESTS_PER_MINUTE": "100000",
        "POINTS_TILL_LANGUAGE": "en",
        "POINTS_TILL_READ_TIMEOUT": "8",
        "POINTS_TILL_SETTLE_AFTER": "5",
        **extra,
    }
    command = [sys.executable, "-m", "tests.benchmarks.stalled_window", scene, json.dumps(facts)]
    command += ["--server", facts["url"], "--till", facts["till"], "--config", str(folder / "config")]
    command += ["--data", str(data)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("["):
        raise RuntimeError(f"the window did not get to the end: {done.stdout}{done.stderr}")
    beats: Beats = [[(at, late) for at, late in one] for one in json.loads(done.stdout)]
    return beats
