"""Kills the real window's process, offscreen, in the middle of a customer, and has what is left settled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Self

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.redemption import State
from tests.faults import audit
from tests.faults.faults import SPOTS, End, cut_answer, cut_request
from tests.faults.proxy import PATIENCE, Moment

if TYPE_CHECKING:
    from tests.faults.conftest import MakeShop
    from tests.faults.shop import Shop

ROOT = Path(__file__).parents[2]
MOBILE = "9777788221"


class Window:
    """The program with its window, in a process of its own.

    Args:
        shop: whose proxy it speaks to.
        arguments: besides those that say where and who.
        cashier: whether somebody is at it.
    """

    def __init__(self, shop: Shop, *arguments: str, cashier: bool = True) -> None:
        at_it = ["-m", "tests.faults.window_process", shop.service.url] if cashier else ["-m", "desktop"]
        self._process = subprocess.Popen(
            [sys.executable, *at_it, *located(shop), "-platform", "offscreen", *arguments],
            cwd=ROOT,
            env=environment(shop),
            stdout=subprocess.PIPE,
            text=True,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self.told: list[str] = []
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def wait(self, line: str) -> None:
        """Waits until this is told."""
        end = time.monotonic() + PATIENCE
        while line not in self.told:
            try:
                self.told.append(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except Empty:
                raise TimeoutError(f"{line!r} was not told, but {self.told}") from None

    def end(self) -> tuple[int, dict[str, str]]:
        """Waits for the end; the exit code, and the outcome on standard output."""
        code = self._process.wait(PATIENCE)
        self._reading.join(PATIENCE)
        while not self._lines.empty():
            self.told.append(self._lines.get())
        (record,) = [json.loads(line) for line in self.told if line.startswith("{")]
        return code, record

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()
        self._process.wait(PATIENCE)
        self._reading.join(PATIENCE)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _read(self) -> None:
        if self._process.stdout is not None:
            for line in self._process.stdout:
                self._lines.put(line.rstrip("\n"))


def environment(shop: Shop) -> dict[str, str]:
    """What the program is told beside its arguments."""
    return os.environ | {
        "POINTS_TILL_PASSWORD": shop.service.password,
        "POINTS_TILL_SETTLE_AFTER": "0.3",
        "POINTS_TILL_LANGUAGE": "en",
    }


def located(shop: Shop) -> list[str]:
    """Where the program finds everything."""
    return [
        *("--server", shop.proxy.url, "--till", shop.service.till),
        *("--data", str(shop.data()), "--config", str(shop.folder / "config")),
    ]


def handed_over(shop: Shop, bill: str = "B-1", points: str = "250.125") -> list[str]:
    """What the POS hands over."""
    return ["--bill", bill, "--mobile", MOBILE, "--points", points, "--result", str(shop.folder / f"{bill}.json")]


def states(shop: Shop) -> dict[str, State]:
    """What the journal says of each bill."""
    return {one.draft.bill: one.state for one in audit.attempts(paths.journal(shop.data()))}


@pytest.mark.slow
def test_a_window_redeems_what_the_pos_hands_over(shop: Shop) -> None:
    """The same run as those that are killed, undisturbed: the outcome on standard output, in the file, as exit code."""
    with Window(shop, *handed_over(shop)) as window:
        code, record = window.end()
    assert (code, record["outcome"], record["points_redeemed"]) == (ExitCode.DONE, "redeemed", "250.125")
    assert json.loads((shop.folder / "B-1.json").read_text(encoding="utf-8")) == record
    assert states(shop) == {"B-1": State.REDEEMED}
    assert shop.disagreements() == {}


@pytest.mark.parametrize(
    "moved", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["the points moved", "nothing moved"]
)
def test_a_window_that_is_killed_while_it_redeems(shop: Shop, moved: bool) -> None:
    """No outcome was told; the next window keeps the bill locked, finds out by itself, and says so."""
    cut = cut_answer if moved else cut_request
    shop.proxy.plan(cut(SPOTS["in-the-body"], End.HANG))
    with Window(shop, *handed_over(shop)) as window:
        shop.proxy.wait(Moment.ACTED)
    assert not [line for line in window.told if line.startswith(("{", "known"))]
    assert not (shop.folder / "B-1.json").exists()
    assert states(shop) == {"B-1": State.IN_FLIGHT}
    with Window(shop) as window:
        window.wait(f"known {'redeemed' if moved else 'not_applied'} B-1")
    assert states(shop) == {"B-1": State.REDEEMED if moved else State.NOT_APPLIED}
    assert shop.disagreements() == {}


@pytest.mark.slow
def test_a_killed_window_is_settled_from_the_command_line(shop: Shop) -> None:
    """`points-till settle` does the same, and says what came of it."""
    shop.proxy.plan(cut_answer(SPOTS["before"], End.HANG))
    with Window(shop, *handed_over(shop)):
        shop.proxy.wait(Moment.ACTED)
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "settle", *located(shop)],
        cwd=ROOT,
        env=environment(shop),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.count("redeemed 250.125 points bill B-1")) == (ExitCode.DONE, 1), done.stderr
    assert shop.disagreements() == {}


def test_the_pos_hands_over_again_what_a_killed_window_left(shop: Shop) -> None:
    """The same bill is not redeemed a second time by a POS that got no answer the first time."""
    shop.proxy.plan(cut_answer(SPOTS["before"], End.HANG))
    with Window(shop, *handed_over(shop)):
        shop.proxy.wait(Moment.ACTED)
    with Window(shop, *handed_over(shop)) as window:
        window.wait("known redeemed B-1")
    assert [one.points for one in shop.service.ledger()] != []
    assert len(shop.service.ledger()) == 1
    assert shop.disagreements() == {}


def test_a_second_window_on_the_same_folder(shop: Shop) -> None:
    """It hands its customer to the first one, and tells the POS the outcome; one journal, one movement."""
    with Window(shop) as first:
        first.wait("place member")
        with Window(shop, *handed_over(shop), cashier=False) as second:
            code, record = second.end()
    assert (code, record["outcome"], record["bill"]) == (ExitCode.DONE, "redeemed", "B-1")
    assert shop.disagreements() == {}


@pytest.mark.slow
def test_the_window_dies_that_serves_a_second_one(shop: Shop) -> None:
    """Whoever waits for it is told that the outcome is unknown, and no more; settling finds out."""
    shop.proxy.plan(cut_answer(SPOTS["before"], End.HANG))
    with Window(shop) as first:
        first.wait("place member")
        with Window(shop, *handed_over(shop), cashier=False) as second:
            shop.proxy.wait(Moment.ACTED)
            first.kill()
            assert second._process.wait(PATIENCE) == ExitCode.UNKNOWN
    with shop.till() as till:
        till.settle()
    assert states(shop) == {"B-1": State.REDEEMED}
    assert shop.disagreements() == {}


@pytest.mark.slow
def test_windows_that_are_killed_at_any_time(make_shop: MakeShop) -> None:
    """Twelve windows are killed later and later, from before the first picture to after the receipt."""
    shop = make_shop()
    for number in range(12):
        # Few enough for all of them: the member has 1,991.
        with Window(shop, *handed_over(shop, f"B-{number}", "10")) as window:
            if number % 3:
                window.wait(("place points", "place code")[number % 2])
            threading.Event().wait(0.25 * (number % 4) + 0.01 * number)
    with shop.till() as till:
        till.settle()
    assert shop.disagreements() == {}
    for file in shop.folder.glob("B-*.json"):
        told = json.loads(file.read_text(encoding="utf-8"))
        assert told["outcome"] in {"redeemed", "unknown"}
        assert told["outcome"] == "unknown" or states(shop)[told["bill"]] is State.REDEEMED
