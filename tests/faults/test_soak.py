"""Tests the soak with a short run, and that it finds disagreements."""

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
from tests.faults.faults import POSITIONS, cut_answer
from tests.faults.harness import RICH, Harness, draft

if TYPE_CHECKING:
    from desktop.training.service import PracticeService

SOAK = Path(__file__).with_name("soak.py")


def soak(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command."""
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
    """After random scenarios with crashes and restarts, every journal agrees with the ledger."""
    done = soak("--count", str(count), "--seed", "20261122", "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{count:,} redemptions, seed 20261122, 0 disagreements" in done.stdout


def test_the_help_lists_the_options() -> None:
    """The help lists the options."""
    done = soak("--help")
    assert done.returncode == 0
    assert "--count" in done.stdout
    assert "--seed" in done.stdout


def move(service: PracticeService, reference: str, bill: str) -> None:
    """Moves points that no till has asked for."""
    order = Order(mobile=RICH, purse=Purse(RICH, DEFAULT_PROGRAM), points=Decimal(1), reference=reference, bill=bill)
    service.calls.ledger.redeem(order)


def test_every_kind_of_disagreement_is_found(tmp_path: Path) -> None:
    """It finds a movement that no journal knows, a bill paid twice, and outcomes that are not true."""
    harness = Harness(tmp_path)
    with harness.till() as till:
        redeemed = harness.redeem(till, draft("B-1"))
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        lost = harness.redeem(till, draft("B-2"))
        now = till.clock.now()
        journal = till.counter.journal
        false = journal.begin(draft("B-3"), "REFERENCE-3", till="till", cashier="Ravi", at=now)
        journal.step(false.reference, Step.REDEEMED, at=now)
        refused = journal.begin(draft("B-4"), "REFERENCE-4", till="till", cashier="Ravi", at=now)
        journal.step(refused.reference, Step.REFUSED, at=now)
    move(harness.service, "REFERENCE-4", "B-4")
    move(harness.service, "NOBODYS", "B-1")
    assert harness.disagreements() == {
        redeemed.reference: ["points moved more than once for bill B-1"],
        lost.reference: ["still unknown"],
        "REFERENCE-3": ["the journal says redeemed and nothing moved"],
        "REFERENCE-4": ["the journal says refused and 1 points moved"],
        "NOBODYS": ["points moved and no journal knows the reference", "points moved more than once for bill B-1"],
    }
    assert harness.disagreements(settled=False).keys() == harness.disagreements().keys() - {lost.reference}
    harness.close()
