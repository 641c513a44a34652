"""Measures how long the frozen till takes to show its window, compared with the smallest frozen Qt program.

Run `python -m tests.benchmarks.bench_frozen_start [rounds]` on Linux with Xvfb, after `python -m installer build`.
Times
differ between machines, so compare the ratio, which should be 1.25 at most.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from installer import contents, product

MAX_RATIO = 1.25
_MAP_NOTIFY = 19
_SUBSTRUCTURE_NOTIFY = 1 << 19

SMALLEST = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("Points Till")
label.resize(1024, 720)
label.show()
app.exec()
"""


def smallest(folder: Path) -> Path:
    """Freezes a window with one label, with the same tool and the same excluded parts as the till."""
    script = folder / "smallest.py"
    script.write_text(SMALLEST, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--onedir", "--windowed"]
    command += [part for name in contents.NEVER_IMPORTED for part in ("--exclude-module", name)]
    command += ["--distpath", str(folder), "--workpath", str(folder / "work"), "--specpath", str(folder)]
    subprocess.run([*command, str(script)], check=True)
    return folder / "smallest" / "smallest"


class Screen:
    """An X server that reports when a window appears."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._x11.XOpenDisplay(self.display.encode()))
        root = self._x11.XDefaultRootWindow(self._connection)
        self._x11.XSelectInput(self._connection, root, ctypes.c_long(_SUBSTRUCTURE_NOTIFY))
        self._x11.XSync(self._connection, 0)

    def wait_for_window(self) -> None:
        """Returns when the next window is shown."""
        event = (ctypes.c_long * 24)()
        while True:
            self._x11.XNextEvent(self._connection, event)
            if ctypes.c_int.from_buffer(event).value == _MAP_NOTIFY:
                return

    def forget(self) -> None:
        """Drops all events so far."""
        self._x11.XSync(self._connection, 1)

    def close(self) -> None:
        """Stops the server."""
        self._server.terminate()
        self._server.wait(10)


def measure(screen: Screen, command: list[str]) -> float:
    """Returns the seconds from the program's start to its window."""
    screen.forget()
    environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    screen.wait_for_window()
    took = time.perf_counter() - began
    process.terminate()
    process.wait(20)
    return took


def main(rounds: int) -> int:
    """Prints medians and the ratio. Returns 1 if the ratio is more than `MAX_RATIO`."""
    folder = Path(tempfile.mkdtemp(prefix="frozen-start-"))
    screen = Screen()
    try:
        bare = [str(smallest(folder))]
        till = [str(product.program("linux")), "--training", "--data", str(folder / "data"), "--config", str(folder)]
        # Measure the two in turn, so that both meet the same load. The first round of each only fills the disk cache.
        pairs = [(measure(screen, bare), measure(screen, till)) for _ in range(rounds + 1)][1:]
    finally:
        screen.close()
        shutil.rmtree(folder, ignore_errors=True)
    first, second = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    sys.stdout.write(
        f"smallest {first * 1000:.0f} ms, till {second * 1000:.0f} ms, ratio {ratio:.2f} (most {MAX_RATIO})\n"
    )
    return 0 if ratio <= MAX_RATIO else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 11))
