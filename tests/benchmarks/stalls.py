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
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop import paths
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Step, new_reference
from desktop.store.journal import SqliteJournal
from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.calls import DELAY, slow_service
from tests.benchmarks.figures import Figure, median, missing
from tests.benchmarks.history import A_MILLION, build
from tests.benchmarks.names import MEMBER, STALL_EXPORTED, STALL_TIMES
from tests.printing.network_printer import FINE, Behaviour, FakePrinter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.benchmarks.heart_beat import Late
    from tests.benchmarks.stalled_window import Plays

GOAL, WORST = 16, 33
"""Milliseconds of the median of all runs, and of the worst."""

SLICE = 5.0
"""Seconds after which a play counts as another run."""

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
            yield missing(
                f"stall_{scene}", f"longest stall while {title}", "only Linux takes its authority from a file"
            )
    else:
        with tempfile.TemporaryDirectory(prefix="points-till-") as name:
            folder = Path(name)
            if journal is None:
                journal = folder / "large"
                build(journal, count)
            else:
                count = A_MILLION
            note = f"{count:,} attempts"
            yield figure("hanging", _play("hanging", folder / "hanging", times=runs))
            yield figure("printing", _printing(folder / "printing", runs))
            yield figure("settling", _settling(folder / "settling"))
            yield figure("exporting", _exporting(folder / "export", journal), note)
            environment = {STALL_EXPORTED: str(journal)}
            yield figure(
                "reading_beside", _play("reading_beside", folder / "beside", environment, times=_few(runs)), note
            )


def _few(runs: int) -> int:
    """Returns how often a scene is played that takes minutes."""
    return max(1, runs // 5)


def figure(scene: str, measured: Measured, note: str = "") -> Figure:
    """Returns the figure of a scene.

    Args:
        scene: its name.
        measured: what was measured while it was played.
        note: what a reader must know.
    """
    found = [one for play in measured.plays for one in slices(play, measured.machine)]
    longest = [one.longest for one in found]
    machine = statistics.median(one.machine for one in found)
    made = median(f"stall_{scene}", f"longest stall while {_TITLES[scene]}", longest, unit="ms", goal=GOAL, note=note)
    facts = {
        "worst may be ms": WORST,
        "median beyond the empty process ms": statistics.median(one.beyond for one in found),
        "worst beyond it ms": max(one.beyond for one in found),
        "empty process ms": machine,
    }
    return replace(made, facts=made.facts | facts, noisy=machine > GOAL / 2)


class Slice(NamedTuple):
    """The longest stalls of a few seconds, in milliseconds.

    Attributes:
        longest: of the painting thread.
        beyond: the same without the time in which an empty process was held up as well.
        machine: of the empty process.
    """

    longest: float
    beyond: float
    machine: float


class Measured(NamedTuple):
    """What one window measured, or several.

    Attributes:
        plays: of the scene.
        machine: the late beats of an empty process beside it.
    """

    plays: Plays
    machine: Late


def slices(play: tuple[float, float, Late], machine: Late) -> Iterator[Slice]:
    """Yields the parts of a play.

    A machine that stops for a moment now and then does not decide about the whole of a long one.
    """
    began, ended, late = play
    count = max(1, round((ended - began) / SLICE))
    for one in range(count):
        first, last = (began + (ended - began) * number / count for number in (one, one + 1))
        mine, others = ([beat for beat in beats if first <= beat[0] < last] for beats in (late, machine))
        yield Slice(
            1000 * max((took for _, took in mine), default=0.0),
            1000 * max((beyond(beat, machine) for beat in mine), default=0.0),
            1000 * max((took for _, took in others), default=0.0),
        )


def beyond(beat: tuple[float, float], machine: Late) -> float:
    """Returns how many seconds a beat was late while the empty process was not."""
    begun, took = beat
    return took - sum(max(0.0, min(begun + took, at + late) - max(begun, at)) for at, late in machine)


def _printing(folder: Path, runs: int) -> Measured:
    # A receipt has about 50 kB.
    printer = FakePrinter(Behaviour(answers=FINE, says_printed=True, chunk=4096, pause=0.02))
    try:
        return _play("printing", folder, {"POINTS_TILL_PRINTER": printer.address}, times=runs)
    finally:
        printer.close()


def _exporting(folder: Path, journal: Path) -> Measured:
    """Plays one export in a window on this journal."""
    return _play("exporting", folder, {"POINTS_TILL_RECEIPT_FOLDER": str(folder / "saved")}, data=journal)


def _settling(folder: Path) -> Measured:
    data = folder / "data"
    with tempfile.TemporaryDirectory() as name, slow_service(DELAY, Path(name)) as facts:
        known = fill_with_unknown(paths.journal(data), facts["url"], facts["till"])
        body = json.dumps([f"91{MEMBER}", *known]).encode()
        with urllib.request.urlopen(f"{facts['plain']}/booked", body, timeout=10) as answer:
            answer.read()
        return _run("settling", facts, folder, data, {})


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
        identifier=Identifier(IdentifierKind.MOBILE, number),
        shown=f"+91 ••••• •{number[-4:]}",
        points=Points(Decimal(1)),
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
) -> Measured:
    with tempfile.TemporaryDirectory() as name, slow_service(DELAY, Path(name)) as facts:
        extra = {STALL_TIMES: str(times), **(environment or {})}
        return _run(scene, facts, folder, data or folder / "data", extra)


def _run(scene: str, facts: dict[str, str], folder: Path, data: Path, extra: Mapping[str, str]) -> Measured:
    """Plays a scene in a window of its own."""
    settings = {"POINTS_TILL_READ_TIMEOUT": "8", "POINTS_TILL_SETTLE_AFTER": "5", **extra}
    command = [sys.executable, "-m", "tests.benchmarks.heart_beat"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as empty:
        try:
            plays: Plays = play_in_window("stalled_window", scene, facts, settings, config=folder / "config", data=data)
        finally:
            machine = empty.communicate()[0]
    return Measured(plays, json.loads(machine))


def play_in_window(
    module: str, scene: str, facts: dict[str, str], settings: Mapping[str, str], *, config: Path, data: Path
) -> Any:  # noqa: ANN401 - what the scene returns, as JSON has it
    """Plays a scene in a window of its own. Returns what the scene returned.

    Args:
        module: of these benchmarks, with the scene.
        scene: its name.
        facts: what `slow_service` printed.
        settings: more variables of its environment.
        config: the folder of the window's settings.
        data: the folder of its journal.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("POINTS_TILL_")} | {
        "QT_QPA_PLATFORM": "offscreen",
        "SSL_CERT_FILE": facts["ca"],
        "POINTS_TILL_PASSWORD": facts["password"],
        "POINTS_TILL_REQUESTS_PER_MINUTE": "100000",
        "POINTS_TILL_LANGUAGE": "en",
        **settings,
    }
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", scene, json.dumps(facts)]
    command += ["--server", facts["url"], "--till", facts["till"], "--config", str(config), "--data", str(data)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.startswith(("[", "{")):
        raise RuntimeError(f"the window did not get to the end: {done.stdout}{done.stderr}")
    return json.loads(done.stdout)
