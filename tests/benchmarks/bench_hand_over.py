"""Measures how long a POS waits: for a hand-over to the filled-in window, and for `points-till outcome`.

    python -m tests.benchmarks --only hand_over

A hand-over comes by a second start, and over the local interface. Its time ends with the first paint of the window
after the fields were filled in. Each way has a bare counterpart of the same run: a Python process that loads Qt's
sockets, and one request to an empty HTTP server. On a busy machine, only the processor's time says something: that of
the second start or the command, and that of the till for a hand-over by the interface.
"""

from __future__ import annotations

import http.client
import http.server
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, is_noisy, median
from tests.posix import ticks_per_second

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMES = 5
_NO_RECORD = 7

ROOT = Path(__file__).resolve().parents[2]

TILL = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desktop.pos.hand_over_queue import HandOvers
from desktop.gui.main_window import MainWindow

class Painted(QObject):
    waits = False
    def eventFilter(self, watched, event):
        if self.waits and event.type() == QEvent.Type.Paint:
            self.waits = False
            print("filled", time.time(), flush=True)
        return False

painted = Painted()
show, serve = MainWindow.show_fitting, HandOvers._serve_next
def watched_show(window):
    QApplication.instance().installEventFilter(painted)
    show(window)
def watched_serve(hand_overs):
    painted.waits = True
    serve(hand_overs)
MainWindow.show_fitting, HandOvers._serve_next = watched_show, watched_serve
from desktop.start import run
sys.exit(run(["points-till", *sys.argv[1:]]))
"""

BARE_START = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket
app = QCoreApplication([])
print("bare", flush=True)
"""


class _Empty(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_arguments: object) -> None:
        """Prints nothing."""


class Till:
    """A till that prints when a hand-over is on the screen."""

    def __init__(self, folder: str, platform: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.options = ["--server", "http://127.0.0.1:9", "--till", "bench", "--config", f"{folder}/c"]
        self.options += ["--data", f"{folder}/d"]
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": platform,
            "POINTS_TILL_PASSWORD": "bench",
            "POINTS_TILL_LOCAL_API": str(self.port),
        }
        done = self.run("api-token")
        self._token = done.stdout.strip()
        self.process = subprocess.Popen(
            [sys.executable, "-c", TILL, *self.options], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        self._lines = self._read()
        self._wait_for_interface()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs a command on the till's folders."""
        command = [sys.executable, "-m", "desktop", *arguments, *self.options]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=60, cwd=ROOT
        )

    def _read(self) -> Iterator[float]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("filled"):
                yield float(line.split()[1])

    def _wait_for_interface(self) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError("the interface is not served")

    def call(self, method: str, path: str, body: str | None = None) -> dict[str, object]:
        """Calls the interface."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        connection.request(method, path, body, headers)
        found: dict[str, object] = json.loads(connection.getresponse().read())
        connection.close()
        return found

    def work(self) -> float:
        """Returns the processor's seconds of the till so far; 0 if the system does not say."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / ticks_per_second()

    def by_interface(self, bill: str) -> tuple[float, float]:
        """Hands over by the interface. Returns the seconds to the filled-in window, and those of the processor."""
        before = self.work()
        begun = time.time()
        made = self.call("POST", "/v1/hand-overs", json.dumps({"bill": bill}))
        took = next(self._lines) - begun
        work = self.work() - before
        self.call("DELETE", f"/v1/hand-overs/{made['id']}")
        return took, work

    def by_second_start(self, bill: str) -> float:
        """Hands over by a second start. Returns the seconds to the filled-in window."""
        begun = time.time()
        command = [sys.executable, "-m", "desktop", "--bill", bill, *self.options]
        # Its bill stays open, so each till has one second start.
        with subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, cwd=ROOT) as second:
            took = next(self._lines) - begun
            second.kill()
        return took

    def end(self) -> None:
        """Closes the till."""
        self.process.terminate()
        self.process.wait(30)


def _children() -> float:
    """Returns the processor's seconds of the processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def bare_start(environment: dict[str, str]) -> float:
    """Returns the seconds until a process has loaded what a second start needs."""
    begun = time.time()
    with subprocess.Popen([sys.executable, "-c", BARE_START], env=environment, stdout=subprocess.PIPE) as bare:
        assert bare.stdout is not None
        bare.stdout.readline()
        return time.time() - begun


def bare_request(port: int) -> float:
    """Returns the seconds of one request to an empty server."""
    begun = time.time()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/", "{}", {"Content-Type": "application/json"})
    connection.getresponse().read()
    connection.close()
    return time.time() - begun


def outcome(till: Till, bill: str) -> tuple[float, float]:
    """Asks for an outcome by the command. Returns the seconds, and those of the processor."""
    before, begun = _children(), time.time()
    done = till.run("outcome", "--bill", bill)
    assert done.returncode == _NO_RECORD, done.stderr
    return time.time() - begun, _children() - before


def hand_overs(runs: int, platform: str = "offscreen") -> Iterator[Figure]:
    """Measures all of it, in as many windows as there are runs."""
    rows: dict[str, list[float]] = {}
    works: dict[str, list[float]] = {}

    def add(name: str, took: float, work: float | None = None) -> None:
        rows.setdefault(name, []).append(took)
        if work is not None:
            works.setdefault(name, []).append(work)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Empty) as empty:
        threading.Thread(target=empty.serve_forever, daemon=True).start()
        for run in range(runs):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                till = Till(folder, platform)
                till.by_interface("warm-up")
                done = [till.by_interface(f"I-{run}-{one}") for one in range(_TIMES)]
                for took, _ in done:
                    add("interface", took)
                # The system counts in hundredths of a second, so only the mean of several says something.
                works.setdefault("interface", []).append(statistics.mean(work for _, work in done))
                for _ in range(_TIMES):
                    add("bare request", bare_request(empty.server_address[1]))
                    add("outcome beside a window", *outcome(till, "O-1"))
                before = _children()
                add("bare start", bare_start(till.environment), _children() - before)
                before = _children()
                add("second start", till.by_second_start(f"S-{run}"), _children() - before)
                till.end()
                for _ in range(_TIMES):
                    add("outcome alone", *outcome(till, "O-1"))
        empty.shutdown()
    for name, title, row, bare, goal in (
        ("hand_over_start", "second start to the filled-in window", "second start", "bare start", 0.19),
        ("hand_over_interface", "interface to the filled-in window", "interface", "bare request", 0.05),
        ("outcome", "`outcome` beside a window", "outcome beside a window", "", 0.2),
        ("outcome_alone", "`outcome` without a window", "outcome alone", "", 0.2),
    ):
        facts = {"smallest s": min(rows[row]), "processor s": statistics.median(works[row])}
        if bare:
            facts["bare s"] = statistics.median(rows[bare])
        made = median(name, title, rows[row], unit="s", goal=goal)
        yield replace(made, facts=made.facts | facts, noisy=bool(bare) and is_noisy(rows[bare]))
