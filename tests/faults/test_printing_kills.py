"""Kills the program at each step of a print: a receipt comes out once or the cashier is asked. Points stay right."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import PaperTrouble
from desktop.domain.print_job import PrintState
from desktop.domain.redemption import State
from desktop.store.print_queue import PrintQueue
from tests.faults.proxy import TIMEOUT
from tests.faults.test_window_kills import Window, handed_over, states
from tests.paper import REFERENCE
from tests.printing.network_printer import Behaviour, FakePrinter
from tests.printing.thermal_printer import print_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.harness import Harness

ROOT = Path(__file__).parents[2]


class Process:
    """The program, printing."""

    def __init__(self, file: Path, printer: str, verb: str) -> None:
        command = [sys.executable, "-m", "tests.faults.printing_process", str(file), printer, verb]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def wait_for(self, line: str) -> None:
        """Waits until it prints a line."""
        assert self._process.stdout is not None
        told = [one.rstrip("\n") for one in iter(self._process.stdout.readline, f"{line}\n")]
        assert self._process.poll() is None, told

    def kill(self) -> None:
        """Kills it, so that nothing can be tidied up."""
        self._process.kill()
        self._process.communicate(timeout=TIMEOUT)

    def told(self) -> list[str]:
        """Waits for its end, and returns what it printed."""
        said, _ = self._process.communicate(timeout=TIMEOUT)
        assert self._process.returncode == 0
        return said.splitlines()


@pytest.fixture
def make_printer() -> Iterator[Callable[..., FakePrinter]]:
    """Makes printers, and switches them off at the end."""
    made: list[FakePrinter] = []

    def make(**behaviour: object) -> FakePrinter:
        made.append(FakePrinter(Behaviour(**behaviour)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


def until(holds: Callable[[], bool]) -> None:
    """Waits for another process."""
    for _ in range(int(TIMEOUT * 100)):
        if holds():
            return
        threading.Event().wait(0.01)
    raise TimeoutError


def whole(printer: FakePrinter) -> int:
    """Returns how many whole receipts came out."""
    return sum(b"\x1dVB" in job for job in printer.jobs)


def test_killed_with_a_job_waiting(tmp_path: Path, make_printer: Callable[..., FakePrinter]) -> None:
    """The receipt is printed once by the next run, and not again by the one after."""
    printer, file = make_printer(), tmp_path / "print-queue.db"
    first = Process(file, printer.address, "submit")
    first.wait_for("submitted")
    first.kill()
    assert Process(file, printer.address, "print").told() == ["printing", "done"]
    assert Process(file, printer.address, "print").told() == ["printing", "done"]
    assert whole(printer) == 1
    assert len(print_out(printer.jobs[0]).cuts) == 1


@pytest.mark.parametrize("after", [1, 10_000])
def test_killed_while_it_prints(tmp_path: Path, make_printer: Callable[..., FakePrinter], after: int) -> None:
    """A part may have come out. Nothing more is printed by itself, and another print is a copy."""
    printer, file = make_printer(stop_after=after), tmp_path / "print-queue.db"
    first = Process(file, printer.address, "submit")
    first.wait_for("submitted")
    first.kill()
    second = Process(file, printer.address, "print")
    second.wait_for("printing")
    until(lambda: bool(printer.jobs) and len(printer.jobs[-1]) >= after)
    second.kill()
    other = make_printer()
    assert Process(file, other.address, "print").told() == ["interrupted stopped", "printing", "done"]
    assert other.jobs == []
    with closing(PrintQueue(file)) as queue:
        (job,) = queue.of(REFERENCE)
    assert (job.state, job.why) == (PrintState.FAILED, PaperTrouble.STOPPED)
    assert job.again(job.at, printer=job.printer, paper=job.paper).document == job.document.as_copy() != job.document


def test_a_window_that_is_killed_while_it_prints(
    harness: Harness, make_printer: Callable[..., FakePrinter], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The redemption stands and is in the journal. The next window prints nothing by itself."""
    printer = make_printer(stop_after=5_000)
    monkeypatch.setenv("POINTS_TILL_PRINTER", printer.address)
    monkeypatch.setenv("POINTS_TILL_AUTO_PRINT", "true")
    with Window(harness, *handed_over(harness)) as window:
        window.wait("known redeemed B-1")
        until(lambda: bool(printer.jobs) and len(printer.jobs[-1]) >= 5_000)
    assert states(harness) == {"B-1": State.REDEEMED}
    count = len(printer.jobs)
    with Window(harness) as window:
        window.wait("place member")
    assert len(printer.jobs) == count
    assert len(harness.service.ledger()) == 1
    assert harness.disagreements() == {}
