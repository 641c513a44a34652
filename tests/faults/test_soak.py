"""Runs a short soak, and shows that it would tell."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import Step
from desktop.training.ledger import Order, Purse
from desktop.training.members import DEFAULT_PROGRAM
from tests.faults.faults import SPOTS, cut_answer
from tests.faults.menu import MENU
from tests.faults.shop import RICH, Shop, draft
from tests.faults.tally import Row, Tally

if TYPE_CHECKING:
    from desktop.training.service import PracticeService

SOAK = Path(__file__).with_name("soak.py")


def soak(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, as a person types it."""
    return subprocess.run(
        [sys.executable, str(SOAK), *arguments],
        cwd=SOAK.parents[2],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


@pytest.mark.parametrize("count", [20, pytest.param(1000, marks=pytest.mark.slow)])
def test_nothing_disagrees(count: int) -> None:
    """Random courses with crashes and restarts, and at the end every journal says what the ledger says."""
    done = soak("--count", str(count), "--seed", "20261122", "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{count:,} redemptions, seed 20261122, 0 disagreements" in done.stdout


def test_the_help_says_what_it_is() -> None:
    """Whoever finds the file knows how to run it."""
    done = soak("--help")
    assert done.returncode == 0
    assert "--count" in done.stdout
    assert "--seed" in done.stdout


def move(service: PracticeService, reference: str, bill: str) -> None:
    """A movement that no till has asked for."""
    order = Order(mobile=RICH, purse=Purse(RICH, DEFAULT_PROGRAM), points=Decimal(1), reference=reference, bill=bill)
    service.calls.ledger.redeem(order)


def test_every_kind_of_disagreement_is_told(tmp_path: Path) -> None:
    """A movement that no journal knows, a bill paid twice, a refusal that moved points, a success that did not."""
    shop = Shop(tmp_path)
    with shop.till() as till:
        redeemed = shop.redeem(till, draft("B-1"))
        shop.proxy.plan(cut_answer(SPOTS["before"]))
        lost = shop.redeem(till, draft("B-2"))
        now = till.clock.now()
        journal = till.counter.journal
        false = journal.begin(draft("B-3"), "REFERENCE-3", till="till", cashier="Ravi", at=now)
        journal.step(false.reference, Step.REDEEMED, at=now)
        refused = journal.begin(draft("B-4"), "REFERENCE-4", till="till", cashier="Ravi", at=now)
        journal.step(refused.reference, Step.REFUSED, at=now)
    move(shop.service, "REFERENCE-4", "B-4")
    move(shop.service, "NOBODYS", "B-1")
    assert shop.disagreements() == {
        redeemed.reference: ["points moved more than once for bill B-1"],
        lost.reference: ["still unknown"],
        "REFERENCE-3": ["the journal says redeemed and nothing moved"],
        "REFERENCE-4": ["the journal says refused and 1 points moved"],
        "NOBODYS": ["points moved and no journal knows the reference", "points moved more than once for bill B-1"],
    }
    assert shop.disagreements(settled=False).keys() == shop.disagreements().keys() - {lost.reference}
    shop.close()


def test_the_table_counts_what_the_journals_say() -> None:
    """First outcome, what settling said, what turned up late, what was sent again; and the sum of it."""
    tally = Tally()
    row = tally.rows["429"]
    row.count(["begun", "redeemed"])
    row.count(["begun", "lost", "looked", "looked", "absent", "looked", "found"])
    row.count(["begun", "lost", "found", "completed"])
    row.count(["begun", "not_sent", "sent_again", "lost", "found"])
    row.count(["begun", "refused"])
    tally.object_to("429", "it is only a test")
    assert row == Row(
        attempts=5,
        redeemed=1,
        refused=1,
        not_sent=1,
        unknown=2,
        settled_redeemed=1,
        settled_absent=1,
        late=1,
        again=1,
        disagreements=1,
    )
    lines = tally.table(MENU).splitlines()
    assert lines[0].split() == [
        *("fault", "count", "attempts", "redeemed", "refused", "not_sent", "unknown", "at", "first"),
        *("settled", "redeemed", "settled", "not_applied", "turned", "up", "late", "sent", "again", "disagreements"),
    ]
    assert lines[-1].split() == ["in", "all", "0", "5", "1", "1", "1", "2", "1", "1", "1", "1", "1"]
