"""Runs receivers in processes of their own, and reads what processor time they and the database have used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.head_office.temporary_database import NoPostgresError
from tests.posix import ticks_per_second

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.head_office.temporary_database import TemporaryServer

_TRIES = 300
_BETWEEN_TRIES = 0.1


class Receivers:
    """Receivers in processes of their own, as behind a balancer."""

    def __init__(self, database: str, count: int) -> None:
        self._environment = {**os.environ, "POINTS_TILL_DATABASE": database}
        self._ports = [0] * count
        self.processes: list[subprocess.Popen[str]] = []
        for number in range(count):
            self.processes.append(self._start(number))

    def url(self, number: int) -> str:
        """Returns the address of one of them, by any number."""
        return f"http://127.0.0.1:{self._ports[number % len(self._ports)]}"

    def _start(self, number: int) -> subprocess.Popen[str]:
        for _ in range(_TRIES):
            process = subprocess.Popen(
                [sys.executable, "-m", "desktop", "head-office", "serve", "--port", str(self._ports[number])],
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            assert process.stdout is not None
            if line := process.stdout.readline():
                self._ports[number] = int(json.loads(line)["url"].rpartition(":")[2])
                return process
            # The database has been killed as well, and is not there yet.
            process.wait()
            process.stdout.close()
            threading.Event().wait(_BETWEEN_TRIES)
        raise AssertionError("the receiver does not start")

    def kill(self, number: int) -> None:
        """Ends one of them with SIGKILL."""
        process = self.processes[number]
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()

    def kill_and_start(self, number: int) -> None:
        """Ends one of them with SIGKILL and starts it again on the same port."""
        self.kill(number)
        self.processes[number] = self._start(number)


@contextmanager
def receivers(database: str, count: int = 2) -> Iterator[Receivers]:
    """Runs receivers while the context lasts."""
    running = Receivers(database, count)
    try:
        yield running
    finally:
        for number in range(count):
            running.kill(number)


def restart(server: TemporaryServer) -> None:
    """Starts a database that was killed. Until its processes have all ended, it refuses to start."""
    for _ in range(_TRIES):
        try:
            server.start()
        except NoPostgresError:
            threading.Event().wait(_BETWEEN_TRIES)
        else:
            return
    server.start()


def processor_seconds(*pids: int) -> float:
    """Returns the processor time that processes and their children have used, in seconds."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text(encoding="utf-8").partition(" (")
        except (FileNotFoundError, ProcessLookupError):
            continue  # It has ended meanwhile, and is among its parent's.
        fields = rest.rpartition(") ")[2].split()
        if int(pid) in pids:
            ticks += sum(map(int, fields[11:15]))
        elif int(fields[1]) in pids:
            ticks += sum(map(int, fields[11:13]))
    return ticks / ticks_per_second()
