"""Measures the till's first paint and memory, as ratios to a bare Qt window in the same run.

    python tests/benchmarks/bench_start.py [--runs 7] [--platform offscreen]

First paint is the time from the start of the process to the end of a window's first paint event. Memory is the
proportional set size (Linux) half a second later, when the till has opened its desks. Goals: 1.25 and 1.5.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

_PROBE = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

def pss():
    try:
        for line in open("/proc/self/smaps_rollup"):
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0

class FirstPaint(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if not self.seen and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            self.seen = True
            QTimer.singleShot(0, self.painted)
        return False
    def painted(self):
        at = time.time()
        print(f"paint {at - float(os.environ['BENCH_START'])}", flush=True)
        print(f"worked {time.process_time()}", flush=True)
        QTimer.singleShot(int(os.environ["BENCH_SETTLE"]), self.settled)
    def settled(self):
        print(f"pss {pss()}", flush=True)
        QApplication.quit()
"""

BARE = (
    _PROBE
    + """
app = QApplication(sys.argv)
watch = FirstPaint()
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1024, 600)
window.installEventFilter(watch)
window.show()
app.exec()
"""
)

TILL = (
    """
# As the program does before and as soon as it has imported PySide6.
from desktop.gui import bindings
bindings.read_signatures_late()
import PySide6
bindings.stop_reading_sources()
"""
    + _PROBE
    + """
watch = FirstPaint()
import desktop.gui.main_window as main_window
show = main_window.MainWindow.show_fitting
def watched(window):
    window.installEventFilter(watch)
    show(window)
main_window.MainWindow.show_fitting = watched
from desktop.start import run
sys.exit(run(["points-till", *sys.argv[1:]]))
"""
)


class Start(NamedTuple):
    """One start.

    Attributes:
        paint: seconds to the first paint.
        pss: memory in KiB.
        worked: seconds of the processor until the first paint, which other programs change less.
    """

    paint: float
    pss: int
    worked: float


def measure(source: str, platform: str, arguments: list[str], settle: int | None = None) -> Start:
    """Starts one fresh process, and returns what its first paint took.

    Args:
        source: `BARE` or `TILL`.
        platform: Qt's platform.
        arguments: of the till.
        settle: milliseconds from the first paint to measuring the memory.
    """
    with tempfile.TemporaryDirectory() as folder:
        settled = str(settle or (1500 if arguments else 300))
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": platform,
            "BENCH_SETTLE": settled,
            "POINTS_TILL_PASSWORD": "bench",
        }
        data = [*arguments, "--config", f"{folder}/c", "--data", f"{folder}/d"] if arguments else []
        environment["BENCH_START"] = str(time.time())
        done = subprocess.run(
            [sys.executable, "-c", source, *data],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    figures = dict(line.split() for line in done.stdout.splitlines() if line.startswith(("paint", "pss", "worked")))
    return Start(float(figures["paint"]), int(figures["pss"]), float(figures["worked"]))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--platform", default="offscreen")
    options = parser.parse_args()
    results: dict[str, list[Start]] = {"bare": [], "till": [], "training": []}
    for _ in range(options.runs):
        results["bare"].append(measure(BARE, options.platform, []))
        results["till"].append(measure(TILL, options.platform, ["--server", "http://127.0.0.1:9", "--till", "bench"]))
        results["training"].append(measure(TILL, options.platform, ["--training"]))
    medians = {
        name: (statistics.median(one.paint for one in rows), statistics.median(one.pss for one in rows))
        for name, rows in results.items()
    }
    print(f"{'':10}{'first paint':>14}{'memory':>12}")
    for name, (paint, pss) in medians.items():
        print(f"{name:10}{paint * 1000:11.0f} ms{pss / 1024:8.1f} MiB")
    bare = medians.pop("bare")
    for name, (paint, pss) in medians.items():
        memory = f"{pss / bare[1]:.2f}" if bare[1] else "not known here"
        print(f"{name:10}{paint / bare[0]:10.2f}{memory:>12}   (goals 1.25 and 1.5)")


if __name__ == "__main__":
    main()
