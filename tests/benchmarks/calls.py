"""Measures what a cashier waits for, as ratios to a bare HTTPS call: the three steps of a redemption."""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.figures import Figure, median, missing, ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

DELAY = 0.08
"""Seconds that the service takes for each call."""

STEPS = {
    "redeem": "press Redeem → receipt painted",
    "find_member": "Enter on a number → points field ready",
    "send_code": "Enter on points → code field ready",
}

_WARM = 2
"""Rounds that only warm up: the first redemption makes pages and loads their pictures."""


@contextlib.contextmanager
def slow_service(delay: float, folder: Path) -> Iterator[dict[str, str]]:
    """Runs the practice service in another process, and yields what it printed.

    Args:
        delay: seconds before each answer.
        folder: for the certificate of its authority.
    """
    command = [sys.executable, "-m", "tests.benchmarks.slow_service", str(delay), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()


def drive(rounds: int, *, delay: float = DELAY, platform: str = "offscreen") -> list[dict[str, Any]]:
    """Runs the program with a cashier, and returns one row for each step.

    Args:
        rounds: how many redemptions.
        delay: seconds that the service takes for each call.
        platform: Qt's.
    """
    with tempfile.TemporaryDirectory() as name, slow_service(delay, Path(name)) as facts:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("POINTS_TILL_")} | {
            "QT_QPA_PLATFORM": platform,
            "SSL_CERT_FILE": facts["ca"],
            "POINTS_TILL_PASSWORD": facts["password"],
            "POINTS_TILL_REQUESTS_PER_MINUTE": "100000",
            "POINTS_TILL_LANGUAGE": "en",
        }
        command = [sys.executable, "-m", "tests.benchmarks.driven_window", json.dumps(facts), str(rounds)]
        command += ["--server", facts["url"], "--till", facts["till"], "--config", f"{name}/c", "--data", f"{name}/d"]
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("["):
        raise RuntimeError(f"the window did not get to the end: {done.stdout}{done.stderr}")
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def steps(rounds: int) -> Iterator[Figure]:
    """Measures the three steps."""
    if sys.platform != "linux":
        for name, title in STEPS.items():
            yield missing(name, title, "only Linux can be told by an environment variable whom to trust")
    else:
        rows = drive(rounds + _WARM)
        for name, title in STEPS.items():
            mine = [row for row in rows if row["step"] == name and "stall" not in row][_WARM // 2 :]
            pairs = [(row["bare"], row["seconds"]) for row in mine]
            cpu = statistics.median(row["cpu"] for row in mine) * 1000
            note = f"the painting thread worked {cpu:.1f} ms; {_counted(mine)}"
            yield ratio(name, title, pairs, goal=1.08, scale=1000, note=note)
        stalls = [row["stall"] * 1000 for row in rows[3 * _WARM :] if "stall" in row]
        yield median("stall", "longest stall while redeeming", stalls, unit="ms", goal=16)


def _counted(rows: list[dict[str, Any]]) -> str:
    """Returns the most frequent counts of a step."""
    names = sorted({name for row in rows for name in row["counts"]})
    usual = {name: Counter(row["counts"].get(name, 0) for row in rows).most_common(1)[0][0] for name in names}
    return ", ".join(f"{count} {name}" for name, count in usual.items())
