"""Tests killing the process of the real window, offscreen, while it serves a customer."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Self

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.redemption import State
from tests.faults import ledger_check
from tests.faults.faults import POSITIONS, End, cut_answer, cut_request
from tests.faults.proxy import TIMEOUT, Stage
from tests.faults.window_process import DIES_AT

if TYPE_CHECKING:
    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness

ROOT = Path(__file__).parents[2]
MOBILE = "9777788221"


class Window:
    """The program with its window, in a process of its own.

    Args:
        harness: the service and its proxy.
        arguments: more arguments of the program.
        cashier: True for a cashier in the process.
        dies_at: the step at which the process kills itself (`window_process.STEPS`); empty for none.
    """

    def __init__(self, harness: Harness, *arguments: str, cashier: bool = True, dies_at: str = "") -> None:
        program = ["-m", "tests.faults.window_process", harness.service.url] if cashier else ["-m", "desktop"]
        self._process = subprocess.Popen(
            [sys.executable, *program, *located(harness), "-platform", "offscreen", *arguments],
            cwd=ROOT,
            env=environment(harness) | {DIES_AT: dies_at},
            stdout=subprocess.PIPE,
            text=True,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self.reported: list[str] = []
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def wait(self, line: str) -> None:
        """Waits until the window reports this line."""
        end = time.monotonic() + TIMEOUT
        while line not in self.reported:
            try:
                self.reported.append(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except Empty:
                raise TimeoutError(f"{line!r} was not reported, but {self.reported}") from None

    def end(self) -> tuple[int, dict[str, str]]:
        """Waits for the end. Returns the exit code, and the outcome on standard output."""
        code = self._process.wait(TIMEOUT)
        self._reading.join(TIMEOUT)
        while not self._lines.empty():
            self.reported.append(self._lines.get())
        (record,) = [json.loads(line) for line in self.reported if line.startswith("{")]
        return code, record

    def wait_until_dead(self) -> None:
        """Waits until the process has killed itself."""
        assert self._process.wait(TIMEOUT) not in set(ExitCode), self.reported

    def kill(self) -> None:
        """Kills the process with SIGKILL."""
        self._process.kill()
        self._process.wait(TIMEOUT)
        self._reading.join(TIMEOUT)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _read(self) -> None:
        if self._process.stdout is not None:
            for line in self._process.stdout:
                self._lines.put(line.rstrip("\n"))


def environment(harness: Harness) -> dict[str, str]:
    """Returns the program's environment."""
    return os.environ | {
        "POINTS_TILL_PASSWORD": harness.service.password,
        "POINTS_TILL_SETTLE_AFTER": "0.3",
        "POINTS_TILL_LANGUAGE": "en",
    }


def located(harness: Harness) -> list[str]:
    """Returns the arguments that name service and folders."""
    return [
        *("--server", harness.proxy.url, "--till", harness.service.till),
        *("--data", str(harness.data()), "--config", str(harness.folder / "config")),
    ]


def handed_over(harness: Harness, bill: str = "B-1", points: str = "250.125") -> list[str]:
    """Returns the arguments of a hand-over."""
    return ["--bill", bill, "--mobile", MOBILE, "--points", points, "--result", str(harness.folder / f"{bill}.json")]


def told(harness: Harness, bill: str = "B-1") -> dict[str, str]:
    """Returns what the POS has in its file."""
    found: dict[str, str] = json.loads((harness.folder / f"{bill}.json").read_text(encoding="utf-8"))
    return found


def start_again(harness: Harness, dies_at: str = "") -> None:
    """Starts the till without a customer, and ends it once the files of the POS are right, or when it dies."""
    with Window(harness, dies_at=dies_at) as window:
        if dies_at:
            window.wait_until_dead()
        else:
            window.wait("caught up")


def states(harness: Harness) -> dict[str, State]:
    """Returns the state of each bill in the journal."""
    return {one.draft.bill: one.state for one in ledger_check.attempts(paths.journal(harness.data()))}


@pytest.mark.slow
def test_a_window_redeems_what_the_pos_hands_over(harness: Harness) -> None:
    """Without a kill, the outcome is on standard output, in the file and in the exit code."""
    with Window(harness, *handed_over(harness)) as window:
        code, record = window.end()
    assert (code, record["outcome"], record["points_redeemed"]) == (ExitCode.DONE, "redeemed", "250.125")
    assert json.loads((harness.folder / "B-1.json").read_text(encoding="utf-8")) == record
    assert states(harness) == {"B-1": State.REDEEMED}
    assert harness.disagreements() == {}


@pytest.mark.parametrize(
    "moved", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["the points moved", "nothing moved"]
)
def test_a_window_that_is_killed_while_it_redeems(harness: Harness, moved: bool) -> None:
    """The killed window reports no outcome. The next one finds it out and reports it."""
    cut = cut_answer if moved else cut_request
    harness.proxy.plan(cut(POSITIONS["in-the-body"], End.HANG))
    with Window(harness, *handed_over(harness)) as window:
        harness.proxy.wait(Stage.ACTED)
    assert not [line for line in window.reported if line.startswith(("{", "known"))]
    assert not (harness.folder / "B-1.json").exists()
    assert states(harness) == {"B-1": State.IN_FLIGHT}
    with Window(harness) as window:
        window.wait(f"known {'redeemed' if moved else 'not_applied'} B-1")
        window.reported.clear()
        window.wait("caught up")
    assert told(harness)["outcome"] == ("redeemed" if moved else "not_applied")
    assert states(harness) == {"B-1": State.REDEEMED if moved else State.NOT_APPLIED}
    assert harness.disagreements() == {}


BEFORE = ("before preparing", "before recording", "before publishing")
"""The steps before which a kill leaves the POS without its file."""


@pytest.mark.parametrize(
    "step",
    [*BEFORE, *(pytest.param(one, marks=pytest.mark.slow) for one in ("after publishing", "after noting"))],
)
def test_a_window_that_is_killed_while_it_tells_the_pos(harness: Harness, step: str) -> None:
    """The POS gets its file exactly once: from this window, or from the next one."""
    file = harness.folder / "B-1.json"
    with Window(harness, *handed_over(harness), dies_at=step) as window:
        window.wait_until_dead()
    assert states(harness) == {"B-1": State.REDEEMED}
    assert file.exists() is (step not in BEFORE)
    if step in BEFORE:
        start_again(harness)
    assert (told(harness)["outcome"], told(harness)["points_redeemed"]) == ("redeemed", "250.125")
    file.unlink()
    start_again(harness)
    assert not list(harness.folder.glob("*.json"))
    assert not list(harness.folder.glob(".points-till-*"))
    assert len(harness.service.ledger()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("step", [*BEFORE, "after publishing"])
def test_a_window_that_is_killed_while_it_makes_up_for_it(harness: Harness, step: str) -> None:
    """The next window but one writes the file, and only if this one did not."""
    file = harness.folder / "B-1.json"
    with Window(harness, *handed_over(harness), dies_at="before preparing") as window:
        window.wait_until_dead()
    start_again(harness, dies_at=step)
    assert file.exists() is (step not in BEFORE)
    if step not in BEFORE:
        file.unlink()
    start_again(harness)
    assert file.exists() is (step in BEFORE)


@pytest.mark.slow
def test_the_next_hand_over_names_the_same_file(harness: Harness) -> None:
    """It gets its own outcome there, and that of the killed window is left to `points-till outcome`."""
    with Window(harness, *handed_over(harness, points="10"), dies_at="before preparing") as window:
        window.wait_until_dead()
    following = handed_over(harness, "B-2", "20")
    following[-1] = str(harness.folder / "B-1.json")
    with Window(harness, *following) as window:
        window.end()
    start_again(harness)
    assert (told(harness)["bill"], told(harness)["points_redeemed"]) == ("B-2", "20")
    assert states(harness) == {"B-1": State.REDEEMED, "B-2": State.REDEEMED}


@pytest.mark.slow
def test_a_customer_without_a_bill_never_gets_the_redemption_of_the_next(harness: Harness) -> None:
    """Another process holds the records at the next start, so the till cannot yet say what became of the first."""
    lost = ["--mobile", MOBILE, "--points", "10", "--result", str(harness.folder / "lost.json")]
    with Window(harness, *lost, dies_at="after opening") as window:
        window.wait_until_dead()
    with closing(sqlite3.connect(paths.pos_records(harness.data()), isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with Window(harness, *handed_over(harness, "B-2", "20")) as window:
            window.wait("known redeemed B-2")
    assert not (harness.folder / "lost.json").exists()
    start_again(harness)
    assert told(harness, "lost")["outcome"] == "cancelled"
    assert states(harness) == {"B-2": State.REDEEMED}


@pytest.mark.slow
def test_a_killed_window_is_settled_from_the_command_line(harness: Harness) -> None:
    """`points-till settle` finds the outcome and prints it."""
    harness.proxy.plan(cut_answer(POSITIONS["before"], End.HANG))
    with Window(harness, *handed_over(harness)):
        harness.proxy.wait(Stage.ACTED)
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "settle", *located(harness)],
        cwd=ROOT,
        env=environment(harness),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.count("redeemed 250.125 points bill B-1")) == (ExitCode.DONE, 1), done.stderr
    assert harness.disagreements() == {}


def test_the_pos_hands_over_again_what_a_killed_window_left(harness: Harness) -> None:
    """A POS that got no answer and hands the same bill over again does not redeem it twice."""
    harness.proxy.plan(cut_answer(POSITIONS["before"], End.HANG))
    with Window(harness, *handed_over(harness)):
        harness.proxy.wait(Stage.ACTED)
    with Window(harness, *handed_over(harness)) as window:
        window.wait("known redeemed B-1")
    assert [one.points for one in harness.service.ledger()] != []
    assert len(harness.service.ledger()) == 1
    assert harness.disagreements() == {}


def test_a_second_window_on_the_same_folder(harness: Harness) -> None:
    """The second window hands its customer to the first one, and tells the POS the outcome."""
    with Window(harness) as first:
        first.wait("place member")
        with Window(harness, *handed_over(harness), cashier=False) as second:
            code, record = second.end()
    assert (code, record["outcome"], record["bill"]) == (ExitCode.DONE, "redeemed", "B-1")
    assert harness.disagreements() == {}


@pytest.mark.slow
def test_the_window_dies_that_serves_a_second_one(harness: Harness) -> None:
    """The second start reports that the outcome is unknown. Settling finds it out."""
    harness.proxy.plan(cut_answer(POSITIONS["before"], End.HANG))
    with Window(harness) as first:
        first.wait("place member")
        with Window(harness, *handed_over(harness), cashier=False) as second:
            harness.proxy.wait(Stage.ACTED)
            first.kill()
            assert second._process.wait(TIMEOUT) == ExitCode.UNKNOWN
    with harness.till() as till:
        till.settle()
    assert states(harness) == {"B-1": State.REDEEMED}
    assert harness.disagreements() == {}


@pytest.mark.slow
def test_windows_that_are_killed_at_any_time(make_harness: MakeHarness) -> None:
    """Twelve windows are killed at different times, from before the first picture to after the receipt."""
    harness = make_harness()
    for number in range(12):
        # The member's 1,991 points are enough for all of them.
        with Window(harness, *handed_over(harness, f"B-{number}", "10")) as window:
            if number % 3:
                window.wait(("place points", "place code")[number % 2])
            threading.Event().wait(0.25 * (number % 4) + 0.01 * number)
    with harness.till() as till:
        till.settle()
    assert harness.disagreements() == {}
    start_again(harness)
    known = states(harness)
    for number in range(12):
        bill = f"B-{number}"
        if bill in known:
            assert told(harness, bill)["outcome"] == known[bill].value
        elif (harness.folder / f"{bill}.json").exists():
            # It was killed before anything was sent.
            assert told(harness, bill)["outcome"] == "cancelled"
