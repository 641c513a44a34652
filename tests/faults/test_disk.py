"""Tests disks that are full before or after a request, read-only or damaged journals, and two tills on one journal."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable, Unwritten
from desktop.domain.redemption import State
from tests import disks
from tests.faults.faults import POSITIONS, cut_answer, cut_request
from tests.faults.harness import draft
from tests.faults.headless_till import Hooks
from tests.faults.till_process import TillProcess, TillSpec
from tests.ordinary_user import as_ordinary_user, open_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness

__all__ = ["open_folder"]

ROOT = Path(__file__).parents[2]
BILL = draft("B-1")

posix = pytest.mark.skipif(
    os.name == "nt", reason="Windows has no limit on the size of files, and other modes of files"
)


def disk_full_at(harness: Harness, place: str, *others: str) -> TillSpec:
    """Describes a till whose disk is full from this place on."""
    return TillSpec(
        settings=harness.settings,
        folder=harness.data(),
        password=harness.service.password,
        stops=frozenset({place, *others}),
        disk_full_at=place,
    )


def settled(harness: Harness) -> dict[str, State]:
    """Starts again with room on the disk, settles, checks that all agrees, and returns the state of each bill."""
    with harness.till() as till:
        till.settle()
        found = {one.draft.bill: one.state for one in till.counter.journal.in_states(*State)}
    assert harness.disagreements() == {}
    return found


@posix
def test_a_disk_that_is_full_before_a_request_leaves(harness: Harness) -> None:
    """Nothing is sent that could not be recorded. With room again, the same press redeems."""
    with TillProcess(disk_full_at(harness, place := "counter.journal.begin before")) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        till.wait(place)
        till.go_on()
        assert till.wait() == "unusable: full"
        assert harness.proxy.seen == ()
        till.make_room()
        till.wait("room")
        till.redeem(BILL, harness.code(BILL).secret)
        assert till.wait() == "redeemed"
    assert settled(harness) == {"B-1": State.REDEEMED}


@posix
@pytest.mark.parametrize("lost", [False, True], ids=["the answer says it", "the answer is lost"])
@pytest.mark.parametrize("killed", [False, True], ids=["room again", "killed"])
def test_a_disk_that_is_full_when_the_answer_comes(harness: Harness, lost: bool, killed: bool) -> None:
    """The cashier is told the outcome, and that it is not recorded. With room or at a new start it is recorded."""
    if lost:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
    place = "counter.journal.step lost before" if lost else "counter.journal.step redeemed before"
    with TillProcess(disk_full_at(harness, place)) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        till.wait(place)
        till.go_on()
        assert till.wait() == ("unwritten: unknown" if lost else "unwritten: redeemed")
        assert len(harness.service.ledger()) == 1
        if not killed:
            till.make_room()
            till.wait("room")
            till.redeem(draft("B-2"), harness.code(BILL).secret)
            assert till.wait() == "redeemed"
    bills = settled(harness)
    assert bills["B-1"] is State.REDEEMED
    assert len(bills) == (1 if killed else 2)


@posix
@pytest.mark.parametrize("moved", [True, False])
def test_a_disk_that_is_full_while_it_settles(harness: Harness, moved: bool) -> None:
    """If the result of a look-up could not be recorded, the look-up is repeated."""
    harness.proxy.plan(cut_answer(POSITIONS["before"]) if moved else cut_request(POSITIONS["before"]))
    with TillProcess(disk_full_at(harness, place := "settling.api.find_redemptions after")) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        till.wait("unknown")
        till.settle()
        till.wait(place)
        till.go_on()
        assert till.wait() == "unusable: full"
    assert settled(harness) == {"B-1": State.REDEEMED if moved else State.NOT_APPLIED}


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """Yields a disk of half a megabyte."""
    with disks.small_disk(512 * 1024) as disk:
        yield disk


def fill(filler: Path) -> None:
    """Fills a disk."""
    with contextlib.suppress(OSError), filler.open("ab", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def test_a_real_disk_that_fills_up(small_disk: Path, make_harness: MakeHarness) -> None:
    """Nothing is sent on a full disk. If the disk fills up before the answer, the outcome is shown and kept."""
    harness = make_harness(folder=small_disk)
    filler = small_disk / "filler"

    def fill_up(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and done:
            fill(filler)

    with harness.till(hooks=Hooks(api=fill_up)) as till:
        fill(filler)
        with pytest.raises(JournalUnusable) as unusable:
            harness.redeem(till, BILL)
        assert (unusable.value.why, harness.proxy.seen) == (JournalTrouble.FULL, ())
        filler.unlink()
        with pytest.raises(Unwritten) as unwritten:
            harness.redeem(till, BILL)
        assert unwritten.value.attempt.state is State.REDEEMED
        assert unwritten.value.trouble.why is JournalTrouble.FULL
        filler.unlink()
    assert settled(harness) == {"B-1": State.REDEEMED}


@posix
def test_a_journal_that_is_read_only(open_folder: Path, make_harness: MakeHarness) -> None:
    """A till that cannot write does not start, and its journal is unchanged."""
    harness = make_harness(folder=open_folder)
    with harness.till() as till:
        harness.redeem(till, BILL)
    journal = paths.journal(harness.data())
    journal.chmod(0o444)
    journal.parent.chmod(0o555)
    before = journal.read_bytes()
    with as_ordinary_user(), pytest.raises(JournalUnusable) as unusable:
        harness.till()
    assert unusable.value.why is JournalTrouble.READ_ONLY
    assert journal.read_bytes() == before
    journal.parent.chmod(0o755)
    journal.chmod(0o644)
    assert len(harness.proxy.seen) == 1
    assert settled(harness) == {"B-1": State.REDEEMED}


def command(harness: Harness, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of the program."""
    environment = os.environ | {"POINTS_TILL_PASSWORD": harness.service.password, "POINTS_TILL_SETTLE_AFTER": "0.3"}
    given = ("--server", harness.proxy.url, "--till", harness.service.till, "--data", str(harness.data()))
    config = ("--config", str(harness.folder / "config"))
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments, *given, *config],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_journal_that_is_damaged(harness: Harness) -> None:
    """A damaged journal is reported at once. Nothing is sent, and the file is unchanged."""
    with harness.till() as till:
        harness.redeem(till, BILL)
    journal = paths.journal(harness.data())
    whole = journal.read_bytes()
    damaged = whole[:100] + b"\x00" * 5000 + whole[5100:]
    journal.write_bytes(damaged)
    with pytest.raises(JournalUnusable) as unusable:
        harness.till()
    assert unusable.value.why is JournalTrouble.DAMAGED
    said = command(harness, "settle")
    assert (said.returncode, said.stdout) == (ExitCode.UNUSABLE, "")
    assert "damaged" in said.stderr
    assert journal.read_bytes() == damaged
    assert len(harness.proxy.seen) == 1
    journal.write_bytes(whole)
    assert settled(harness) == {"B-1": State.REDEEMED}


def test_two_tills_on_one_folder(harness: Harness) -> None:
    """The second till is refused and sends nothing. After the first is killed, the next one settles."""
    harness.proxy.plan(cut_answer(POSITIONS["before"]))
    first = TillProcess(TillSpec(settings=harness.settings, folder=harness.data(), password=harness.service.password))
    with first:
        first.wait("ready")
        first.redeem(BILL, harness.code(BILL).secret)
        first.wait("unknown")
        seen = len(harness.proxy.seen)
        with pytest.raises(JournalUnusable) as unusable:
            harness.till()
        assert unusable.value.why is JournalTrouble.IN_USE
        said = command(harness, "settle")
        assert (said.returncode, said.stdout) == (ExitCode.UNUSABLE, "")
        assert len(harness.proxy.seen) == seen
    said = command(harness, "settle")
    assert said.returncode == ExitCode.DONE, said.stderr
    assert "redeemed 1 points bill B-1" in said.stdout
    assert harness.disagreements() == {}
