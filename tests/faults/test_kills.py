"""Tests killing the till's process, in every state of a redemption and of its settling, and at random times."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults import ledger_check
from tests.faults.answers import THROTTLED
from tests.faults.faults import POSITIONS, WHOLE, End, Fault, cut_answer, cut_request, hold_back
from tests.faults.harness import draft
from tests.faults.proxy import Stage
from tests.faults.till_process import TillProcess, TillSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness

BILL = draft("B-1")

slow = pytest.mark.slow


def spec(harness: Harness, *stops: str, **options: float) -> TillSpec:
    """Describes a till that stops at these places."""
    return TillSpec(
        settings=harness.settings,
        folder=harness.data(),
        password=harness.service.password,
        stops=frozenset(stops),
        clock_offset=options.get("clock_offset", 0.0),
    )


def killed_at(harness: Harness, place: str, *, code: str = "", fresh: bool = False) -> None:
    """Redeems in a process, and kills it at a place."""
    with TillProcess(spec(harness, place), fresh=fresh) as till:
        till.wait("ready")
        till.redeem(BILL, code or harness.code(BILL).secret)
        till.wait(place)


def settled(harness: Harness) -> State:
    """Starts again, settles, checks that everything agrees, and returns the state of the one attempt."""
    with harness.till() as till:
        assert till.counter.journal.in_states(State.IN_FLIGHT) == ()
        till.settle()
    assert harness.disagreements() == {}
    (attempt,) = ledger_check.attempts(till.path)
    return attempt.state


@pytest.mark.parametrize(
    ("place", "fresh"),
    [
        ("counter.journal.begin after", True),
        ("counter.journal.begin after", False),
        ("counter.api.redeem before", False),
    ],
)
def test_killed_before_a_byte_left(harness: Harness, place: str, fresh: bool) -> None:
    """An attempt that was recorded and never sent is unknown at the next start, and then proved absent."""
    killed_at(harness, place, fresh=fresh)
    assert harness.proxy.seen == ()
    assert settled(harness) is State.NOT_APPLIED


@pytest.mark.parametrize(
    ("place", "fresh"),
    [
        ("counter.api.redeem after", False),
        ("counter.journal.step redeemed before", True),
        ("counter.journal.step redeemed before", False),
    ],
)
def test_killed_with_the_answer_in_hand(harness: Harness, place: str, fresh: bool) -> None:
    """An attempt whose answer was never recorded is unknown at the next start, and then found."""
    killed_at(harness, place, fresh=fresh)
    assert len(harness.service.ledger()) == 1
    assert settled(harness) is State.REDEEMED


def test_killed_after_the_outcome_was_recorded(harness: Harness) -> None:
    """The recorded outcome is there, and nothing is looked up."""
    killed_at(harness, "counter.journal.step redeemed after")
    seen = len(harness.proxy.seen)
    assert settled(harness) is State.REDEEMED
    assert len(harness.proxy.seen) == seen


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (cut_request(POSITIONS["before"], End.HANG), State.NOT_APPLIED),
        (cut_request(POSITIONS["in-the-body"], End.HANG), State.NOT_APPLIED),
        (cut_request(WHOLE, End.HANG), State.REDEEMED),
        (cut_answer(POSITIONS["before"], End.HANG), State.REDEEMED),
        (cut_answer(POSITIONS["in-the-body"], End.HANG), State.REDEEMED),
    ],
    ids=["request not read", "half the request read", "request read", "answer on its way", "half the answer there"],
)
def test_killed_while_it_was_under_way(harness: Harness, fault: Fault, outcome: State) -> None:
    """A till that is killed while it waits for an answer finds the outcome at the next start."""
    harness.proxy.plan(fault)
    with TillProcess(spec(harness)) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        harness.proxy.wait(Stage.ACTED)
    assert settled(harness) is outcome


@pytest.mark.parametrize("arrives", ["before the start", "after it was taken for absent"])
def test_killed_and_the_request_arrives_later(harness: Harness, arrives: str) -> None:
    """A request that arrives after its till was killed is found."""
    harness.proxy.plan(hold_back(End.HANG))
    with TillProcess(spec(harness)) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        harness.proxy.wait(Stage.ARRIVED)
    harness.proxy.wait(Stage.ENDED)
    if arrives == "after it was taken for absent":
        assert settled(harness) is State.NOT_APPLIED
    assert len(harness.proxy.deliver()) == 1
    assert settled(harness) is State.REDEEMED


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        ("lost", State.REDEEMED),
        ("refused", State.NOT_APPLIED),
        ("not_sent", State.NOT_APPLIED),
        ("sent_again", State.NOT_APPLIED),
    ],
)
def test_killed_around_every_other_step(harness: Harness, step: str, outcome: State, when: str) -> None:
    """Just before a step is recorded, the attempt is unknown. Just after, it has the state of that step."""
    code = "WRONG1" if step == "refused" else ""
    if step == "lost":
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
    elif step == "not_sent":
        harness.proxy.go_offline()
    elif step == "sent_again":
        harness.proxy.plan(cut_request(POSITIONS["before"]))
        with harness.till() as till:
            till.watch(harness.redeem(till, BILL))
            till.settle()
    killed_at(harness, f"counter.journal.step {step} {when}", code=code)
    harness.proxy.go_online()
    states = {"refused after": State.REFUSED, "not_sent after": State.NOT_SENT}
    assert settled(harness) is states.get(f"{step} {when}", outcome)


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_it_waits_to_send_again(harness: Harness, when: str) -> None:
    """After a 429 nothing was done, so a till that is killed then has not redeemed."""
    harness.proxy.always(Fault(rewrite=lambda _: THROTTLED["429"], processed=False))
    killed_at(harness, f"counter.journal.note {when}")
    harness.proxy.clear()
    assert settled(harness) is State.NOT_APPLIED


@pytest.mark.parametrize(
    ("place", "moved"),
    [
        pytest.param("settling.api.find_redemptions before", True, marks=slow),
        ("settling.api.find_redemptions after", True),
        ("settling.journal.step found before", True),
        pytest.param("settling.journal.step found after", True, marks=slow),
        pytest.param("settling.api.find_member after", True, marks=slow),
        ("settling.journal.complete before", True),
        ("settling.journal.step looked before", False),
        pytest.param("settling.journal.step looked after", False, marks=slow),
        ("settling.journal.step absent before", False),
        ("settling.journal.step absent after", False),
    ],
)
def test_killed_while_it_settles(harness: Harness, place: str, moved: bool) -> None:
    """The next start goes on with settling."""
    harness.proxy.plan(cut_answer(POSITIONS["before"]) if moved else cut_request(POSITIONS["before"]))
    with TillProcess(spec(harness, place)) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        till.wait("unknown")
        till.settle()
        till.wait(place)
    assert settled(harness) is (State.REDEEMED if moved else State.NOT_APPLIED)


@pytest.mark.parametrize("clock_offset", [-56 * 365 * 86_400.0, -3_600.0, 3_650 * 86_400.0])
def test_killed_on_a_day_with_a_wrong_clock(harness: Harness, clock_offset: float) -> None:
    """The outcome is found even if the clock was wrong when the process was killed."""
    harness.proxy.plan(cut_answer(POSITIONS["before"], End.HANG))
    with TillProcess(spec(harness, clock_offset=clock_offset)) as till:
        till.wait("ready")
        till.redeem(BILL, harness.code(BILL).secret)
        harness.proxy.wait(Stage.ACTED)
    assert settled(harness) is State.REDEEMED


def random_moments(seed: int, count: int) -> Iterator[float]:
    """Yields seconds after which to kill; most of them hit a call under way."""
    drawn = random.Random(seed)
    for _ in range(count):
        yield drawn.expovariate(1 / 0.02)


@pytest.mark.parametrize("count", [8, pytest.param(150, marks=slow)])
def test_killed_at_any_time(make_harness: MakeHarness, count: int) -> None:
    """Many tills redeem on one journal, one after the other, until each is killed. In the end everything agrees."""
    harness = make_harness()
    bills = 0
    for seconds in random_moments(20_261_122, count):
        with TillProcess(spec(harness)) as till:
            till.wait("ready")
            for _ in range(20):
                bills += 1
                till.redeem(draft(f"B-{bills}"), "")
            till.run_for(seconds)
    # On a busy machine, every till may have been killed before its first redemption.
    with TillProcess(spec(harness)) as till:
        till.wait("ready")
        till.redeem(draft(f"B-{bills + 1}"), "")
        harness.proxy.wait(Stage.ACTED)
    with harness.till() as till:
        till.settle()
        path = till.path
    assert harness.disagreements() == {}
    held = ledger_check.attempts(path)
    assert {one.state for one in held} <= {State.REDEEMED, State.NOT_APPLIED, State.REFUSED}
    assert sum(one.state is State.REDEEMED for one in held) == len(harness.service.ledger()) > 0
