"""Runs the simulation for a moment, and proves that it would tell: bugs that are planted are found."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, Refused
from desktop.texts import load_catalogue
from tests.simulation import redeem_faults, reverse_faults
from tests.simulation.__main__ import main
from tests.simulation.assumptions import Assumption
from tests.simulation.batch import run_all
from tests.simulation.case import PER_CASE, clean_up, run
from tests.simulation.fault import Fault
from tests.simulation.menu import MENU
from tests.simulation.planted_bugs import BUGS, REVERSAL_BUGS
from tests.simulation.tally import Row, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20261125
_MOST_CASES = 60


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """What goes wrong in a simulation is meant to, and is counted."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
    clean_up()


def cases_until(
    fault: Fault, only: tuple[str, ...], *, lifted: frozenset[Assumption] = frozenset(), cases: int = _MOST_CASES
) -> int | None:
    """The number of cases after which the judge has found this fault; None if none of them has it."""
    for number in range(cases):
        verdict = run(SEED, number, count=6, only=only, lifted=lifted).verdict
        if any(found is fault for found, _, _ in verdict.faults):
            return number + 1
    return None


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("cases", [30, pytest.param(5_000, marks=pytest.mark.slow)])
def test_nothing_moves_twice_and_nothing_is_lost(cases: int) -> None:
    """Random faults, alone and together: at the end every journal says what the ledger says."""
    tally = run_all(SEED, range(cases), jobs=1)
    assert tally.said == []
    assert tally.total.count >= cases * PER_CASE * 0.95


_ALL_BUGS = BUGS | REVERSAL_BUGS


@pytest.mark.parametrize("name", _ALL_BUGS)
def test_a_planted_bug_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rule of the design is needed: without it the judge finds points that moved twice, or something like it."""
    bug = _ALL_BUGS[name]
    assert set(bug.kinds) <= set(MENU)
    bug.plant(monkeypatch)
    assert cases_until(bug.fault, bug.kinds)


_CODES = [
    (Call.REDEEM, redeem_faults.CHECKED_CODES, (*redeem_faults.FAILED_CODES, *redeem_faults.UNPROCESSED_CODES)),
    (Call.REVERSE, reverse_faults.CHECKED_CODES, reverse_faults.UNPROVED_CODES),
]


@pytest.mark.parametrize(("call", "checked", "unproved"), _CODES)
def test_the_codes_of_refusals_are_the_catalogues(
    call: Call, checked: tuple[int, ...], unproved: tuple[int, ...]
) -> None:
    """The simulation takes the same codes for a proof as the till does. If not, change the lists of the simulation."""
    catalogue = load_catalogue()
    assert [code for code in checked if not catalogue.proves_nothing_was_done(Refused(call, code))] == []
    assert [code for code in unproved if catalogue.proves_nothing_was_done(Refused(call, code))] == []


NEEDED = [
    (Assumption.KEYS_ARE_UNIQUE, Fault.MOVED_TWICE, ("redeems, then 429", "redeems, then 521")),
    (Assumption.CHECKS_ARE_TRUE, Fault.WRONGLY_FINAL, ("checked condition",)),
    (Assumption.FAILED_IS_SHOWN, Fault.MOVED_TWICE, ("redeems, fails and hides",)),
    (Assumption.FAILED_IS_FINAL, Fault.MOVED_TWICE, ("delivered late, then fails",)),
    (Assumption.ANSWERS_CAN_BE_TOLD, Fault.WRONGLY_REDEEMED, ("answer of another request: another member",)),
    (Assumption.FOUND_IS_DONE, Fault.WRONGLY_REDEEMED, ("look-up: shows what did not happen",)),
    (Assumption.PEOPLE_ARE_NUMBERED, Fault.MOVED_TWICE, ("member named differently",)),
    (Assumption.REVERSALS_ARE_SHOWN, Fault.GIVEN_BACK_TWICE, ("back: gives back, refuses and hides",)),
    (Assumption.REVERSALS_ARE_IN_TIME, Fault.GIVEN_BACK_TWICE, ("back: delivered late",)),
    (Assumption.REVERSALS_ARE_OURS, Fault.WRONGLY_BACK, ("back: elsewhere too",)),
    (Assumption.REVERSALS_ARE_DONE_ONCE, Fault.GIVEN_BACK_TWICE, ("back: delivered twice",)),
]


@pytest.mark.parametrize(("assumption", "fault", "kinds"), NEEDED)
def test_an_assumption_is_needed(assumption: Assumption, fault: Fault, kinds: tuple[str, ...]) -> None:
    """No assumption excuses more than it has to: a service that breaks it does harm that no till can prevent."""
    needed = cases_until(fault, kinds, lifted=frozenset({assumption}))
    assert needed
    # The same cases and a few more, with a service that keeps its word in this.
    assert cases_until(fault, kinds, cases=needed + 2) is None


def test_every_assumption_is_tried() -> None:
    """A new one has to prove that it is needed, too."""
    assert {assumption for assumption, _, _ in NEEDED} == set(Assumption)


def test_the_same_seed_makes_the_same_case() -> None:
    """Whatever a run finds can be looked at, event by event."""
    once, again = (run(SEED, 7, tells=True) for _ in range(2))
    assert once.lines == again.lines
    assert len(once.lines) > PER_CASE


def test_a_case_is_replayed_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints who did what, and when."""
    assert main(["--replay", f"{SEED}:3"]) == 0
    told = capsys.readouterr().out
    for word in ("customer", "till-0", "service", "window"):
        assert word in told


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each kind of fault, and one for all of them."""
    kind = "look-up: reference blank"
    assert main(["--count", "40", "--seed", "5", "--jobs", "1", "--only", kind]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split()[:3] == ["fault", "count", "attempts"]
    assert any(line.startswith(kind) for line in told)
    assert "40 redemptions in 2 cases, seed 5" in told[-1]


def test_the_table_counts_what_the_journals_say() -> None:
    """First outcome, what settling found, what turned up late, what was sent again."""
    row = Row()
    row.read(["begun", "redeemed"])
    row.read(["begun", "lost", "looked", "absent", "looked", "found"])
    row.read(["begun", "lost", "found", "completed"])
    row.read(["begun", "not_sent", "sent_again", "lost", "found"])
    row.read(["begun", "refused", "looked", "found"])
    expected = Row(attempts=5, redeemed=1, refused=1, not_sent=1, unknown=2)
    expected.settled_redeemed, expected.settled_absent, expected.late, expected.again = 4, 1, 3, 1
    assert row == expected
    tally = Tally()
    assert tally.wrong == 0
    tally.total.faults[Fault.LOST] += 1
    assert tally.wrong == 1
