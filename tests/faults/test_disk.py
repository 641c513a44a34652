"""Takes the disk away: full before and after a request left, read-only, damaged, and held by another till."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable, Unwritten
from desktop.domain.redemption import State
from tests import disks
from tests.faults.faults import SPOTS, cut_answer, cut_request
from tests.faults.shop import draft
from tests.faults.till_process import TillProcess, Work
from tests.faults.tills import Hooks
from tests.ordinary_user import as_ordinary_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.conftest import MakeShop
    from tests.faults.shop import Shop

ROOT = Path(__file__).parents[2]
BILL = draft("B-1")

posix = pytest.mark.skipif(
    os.name == "nt", reason="Windows has no limit on the size of files, and other modes of files"
)


def full_at(shop: Shop, place: str, *others: str) -> Work:
    """A till whose disk is full from this place on."""
    return Work(
        settings=shop.settings,
        folder=shop.data(),
        password=shop.service.password,
        stops=frozenset({place, *others}),
        full_at=place,
    )


def settled(shop: Shop) -> dict[str, State]:
    """Starts again, with room on the disk: everything agrees, and this is what became of each bill."""
    with shop.till() as till:
        till.settle()
        found = {one.draft.bill: one.state for one in till.counter.journal.in_states(*State)}
    assert shop.disagreements() == {}
    return found


@posix
def test_a_disk_that_is_full_before_a_request_leaves(shop: Shop) -> None:
    """Nothing is sent that could not be written down; with room again, the same press redeems."""
    with TillProcess(full_at(shop, place := "counter.journal.begin before")) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        till.wait(place)
        till.go_on()
        assert till.wait() == "unusable: full"
        assert shop.proxy.seen == ()
        till.make_room()
        till.wait("room")
        till.redeem(BILL, shop.code(BILL).secret)
        assert till.wait() == "redeemed"
    assert settled(shop) == {"B-1": State.REDEEMED}


@posix
@pytest.mark.parametrize("lost", [False, True], ids=["the answer says it", "the answer is lost"])
@pytest.mark.parametrize("killed", [False, True], ids=["room again", "killed"])
def test_a_disk_that_is_full_when_the_answer_comes(shop: Shop, lost: bool, killed: bool) -> None:
    """The cashier is told what is known and that it is not written; it is, as soon as there is room or a new start."""
    if lost:
        shop.proxy.plan(cut_answer(SPOTS["before"]))
    place = "counter.journal.step lost before" if lost else "counter.journal.step redeemed before"
    with TillProcess(full_at(shop, place)) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        till.wait(place)
        till.go_on()
        assert till.wait() == ("unwritten: unknown" if lost else "unwritten: redeemed")
        assert len(shop.service.ledger()) == 1
        if not killed:
            till.make_room()
            till.wait("room")
            till.redeem(draft("B-2"), shop.code(BILL).secret)
            assert till.wait() == "redeemed"
    bills = settled(shop)
    assert bills["B-1"] is State.REDEEMED
    assert len(bills) == (1 if killed else 2)


@posix
@pytest.mark.parametrize("moved", [True, False])
def test_a_disk_that_is_full_while_it_settles(shop: Shop, moved: bool) -> None:
    """What a look found and could not be written is looked up again."""
    shop.proxy.plan(cut_answer(SPOTS["before"]) if moved else cut_request(SPOTS["before"]))
    with TillProcess(full_at(shop, place := "settling.api.find_redemptions after")) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        till.wait("unknown")
        till.settle()
        till.wait(place)
        till.go_on()
        assert till.wait() == "unusable: full"
    assert settled(shop) == {"B-1": State.REDEEMED if moved else State.NOT_APPLIED}


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of its own, of half a megabyte."""
    with disks.small_disk(512 * 1024) as disk:
        yield disk


def fill(filler: Path) -> None:
    """Leaves no byte on a disk."""
    with contextlib.suppress(OSError), filler.open("ab", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def test_a_real_disk_that_fills_up(small_disk: Path, make_shop: MakeShop) -> None:
    """No space left on the device: nothing is sent then; with the answer there, what is known is said, and kept."""
    shop = make_shop(folder=small_disk)
    filler = small_disk / "filler"

    def fill_up(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "redeem" and done:
            fill(filler)

    with shop.till(hooks=Hooks(api=fill_up)) as till:
        fill(filler)
        with pytest.raises(JournalUnusable) as unusable:
            shop.redeem(till, BILL)
        assert (unusable.value.why, shop.proxy.seen) == (JournalTrouble.FULL, ())
        filler.unlink()
        with pytest.raises(Unwritten) as unwritten:
            shop.redeem(till, BILL)
        assert unwritten.value.attempt.state is State.REDEEMED
        assert unwritten.value.trouble.why is JournalTrouble.FULL
        filler.unlink()
    assert settled(shop) == {"B-1": State.REDEEMED}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach; pytest's own cannot be."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@posix
def test_a_journal_that_is_read_only(open_folder: Path, make_shop: MakeShop) -> None:
    """A till that cannot write does not start to redeem, and its journal stays as it is."""
    shop = make_shop(folder=open_folder)
    with shop.till() as till:
        shop.redeem(till, BILL)
    journal = paths.journal(shop.data())
    journal.chmod(0o444)
    journal.parent.chmod(0o555)
    before = journal.read_bytes()
    with as_ordinary_user(), pytest.raises(JournalUnusable) as unusable:
        shop.till()
    assert unusable.value.why is JournalTrouble.READ_ONLY
    assert journal.read_bytes() == before
    journal.parent.chmod(0o755)
    journal.chmod(0o644)
    assert len(shop.proxy.seen) == 1
    assert settled(shop) == {"B-1": State.REDEEMED}


def command(shop: Shop, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One of the program's own verbs, in a process of its own."""
    environment = os.environ | {"POINTS_TILL_PASSWORD": shop.service.password, "POINTS_TILL_SETTLE_AFTER": "0.3"}
    given = ("--server", shop.proxy.url, "--till", shop.service.till, "--data", str(shop.data()))
    config = ("--config", str(shop.folder / "config"))
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments, *given, *config],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_journal_that_is_damaged(shop: Shop) -> None:
    """It is said at once, nothing is sent, and not a byte of it is changed; history is what can still be read."""
    with shop.till() as till:
        shop.redeem(till, BILL)
    journal = paths.journal(shop.data())
    whole = journal.read_bytes()
    damaged = whole[:100] + b"\x00" * 5000 + whole[5100:]
    journal.write_bytes(damaged)
    with pytest.raises(JournalUnusable) as unusable:
        shop.till()
    assert unusable.value.why is JournalTrouble.DAMAGED
    said = command(shop, "settle")
    assert (said.returncode, said.stdout) == (ExitCode.UNUSABLE, "")
    assert "damaged" in said.stderr
    assert journal.read_bytes() == damaged
    assert len(shop.proxy.seen) == 1
    journal.write_bytes(whole)
    assert settled(shop) == {"B-1": State.REDEEMED}


def test_two_tills_on_one_folder(shop: Shop) -> None:
    """The second is told so and sends nothing; when the first has died, the next one has the journal and settles."""
    shop.proxy.plan(cut_answer(SPOTS["before"]))
    first = TillProcess(Work(settings=shop.settings, folder=shop.data(), password=shop.service.password))
    with first:
        first.wait("ready")
        first.redeem(BILL, shop.code(BILL).secret)
        first.wait("unknown")
        seen = len(shop.proxy.seen)
        with pytest.raises(JournalUnusable) as unusable:
            shop.till()
        assert unusable.value.why is JournalTrouble.IN_USE
        said = command(shop, "settle")
        assert (said.returncode, said.stdout) == (ExitCode.UNUSABLE, "")
        assert len(shop.proxy.seen) == seen
    said = command(shop, "settle")
    assert said.returncode == ExitCode.DONE, said.stderr
    assert "redeemed 1 points bill B-1" in said.stdout
    assert shop.disagreements() == {}
