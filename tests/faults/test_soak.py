"""Tests the soak with a short run, and that it finds disagreements."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.points import Points
from desktop.domain.redemption import Step
from desktop.domain.reversal import ReversalsSeen, ReversalStep
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


def test_what_was_not_given_back_is_found(tmp_path: Path) -> None:
    """A reversal that the journal has wrongly, one that nobody recorded, and one of which nothing is known."""
    harness = Harness(tmp_path)
    with harness.till() as till:
        false, secret, lost, true = (harness.redeem(till, draft(f"B-{number}", "5")) for number in range(4))
        assert till.counter.give_back(true.reference, Points(Decimal(5)), "Item returned").given_back is not None
        journal, now = till.counter.journal, till.clock.now()
        for attempt, step in ((false, ReversalStep.REVERSED), (lost, ReversalStep.LOST)):
            journal.begin_reversal(
                attempt.reference,
                f"{attempt.reference[:-1]}-",
                points=Points(Decimal(2)),
                reason="Item returned",
                before=ReversalsSeen(is_seen=True, complete=True),
                till="till",
                cashier="Ravi",
                at=now,
            )
            journal.step_reversal(f"{attempt.reference[:-1]}-", step, at=now)
    harness.service.calls.ledger.reverse(RICH, Decimal(1), redemption_id="", reference=secret.reference)
    assert harness.disagreements() == {
        false.reference: ["the journal says that 2 points came back, and 0 did"],
        secret.reference: ["the journal says that 0 points came back, and 1 did"],
        lost.reference: ["a reversal is still unknown"],
    }
    assert harness.disagreements(settled=False).keys() == {false.reference, secret.reference}
    harness.close()


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
