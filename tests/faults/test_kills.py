"""Kills the till's process: at each state of a redemption and of its settling, and at random times."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import State
from tests.faults import audit
from tests.faults.answers import TOO_MANY
from tests.faults.faults import SPOTS, WHOLE, End, Fault, cut_answer, cut_request, hold_back
from tests.faults.proxy import Moment
from tests.faults.shop import draft
from tests.faults.till_process import TillProcess, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.conftest import MakeShop
    from tests.faults.shop import Shop

BILL = draft("B-1")

slow = pytest.mark.slow


def work(shop: Shop, *stops: str, **options: float) -> Work:
    """A till of the shop that waits at these places."""
    return Work(
        settings=shop.settings,
        folder=shop.data(),
        password=shop.service.password,
        stops=frozenset(stops),
        clock_offset=options.get("clock_offset", 0.0),
    )


def killed_at(shop: Shop, place: str, *, code: str = "", fresh: bool = False) -> None:
    """Redeems in a process that is killed at a place."""
    with TillProcess(work(shop, place), fresh=fresh) as till:
        till.wait("ready")
        till.redeem(BILL, code or shop.code(BILL).secret)
        till.wait(place)


def settled(shop: Shop) -> State:
    """Starts again and settles: everything agrees, and this is what became of the bill."""
    with shop.till() as till:
        assert till.counter.journal.in_states(State.IN_FLIGHT) == ()
        till.settle()
    assert shop.disagreements() == {}
    (attempt,) = audit.attempts(till.path)
    return attempt.state


@pytest.mark.parametrize(
    ("place", "fresh"),
    [
        ("counter.journal.begin after", True),
        ("counter.journal.begin after", False),
        ("counter.api.redeem before", False),
    ],
)
def test_killed_before_a_byte_left(shop: Shop, place: str, fresh: bool) -> None:
    """Written down and never sent: unknown at the next start, and then proved absent."""
    killed_at(shop, place, fresh=fresh)
    assert shop.proxy.seen == ()
    assert settled(shop) is State.NOT_APPLIED


@pytest.mark.parametrize(
    ("place", "fresh"),
    [
        ("counter.api.redeem after", False),
        ("counter.journal.step redeemed before", True),
        ("counter.journal.step redeemed before", False),
    ],
)
def test_killed_with_the_answer_in_hand(shop: Shop, place: str, fresh: bool) -> None:
    """The answer was read and never written: unknown at the next start, and then found."""
    killed_at(shop, place, fresh=fresh)
    assert len(shop.service.ledger()) == 1
    assert settled(shop) is State.REDEEMED


def test_killed_once_it_was_written(shop: Shop) -> None:
    """What was written is there, and nobody is asked."""
    killed_at(shop, "counter.journal.step redeemed after")
    seen = len(shop.proxy.seen)
    assert settled(shop) is State.REDEEMED
    assert len(shop.proxy.seen) == seen


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (cut_request(SPOTS["before"], End.HANG), State.NOT_APPLIED),
        (cut_request(SPOTS["in-the-body"], End.HANG), State.NOT_APPLIED),
        (cut_request(WHOLE, End.HANG), State.REDEEMED),
        (cut_answer(SPOTS["before"], End.HANG), State.REDEEMED),
        (cut_answer(SPOTS["in-the-body"], End.HANG), State.REDEEMED),
    ],
    ids=["request not read", "half the request read", "request read", "answer on its way", "half the answer there"],
)
def test_killed_while_it_was_under_way(shop: Shop, fault: Fault, outcome: State) -> None:
    """The till waits for an answer when it dies."""
    shop.proxy.plan(fault)
    with TillProcess(work(shop)) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        shop.proxy.wait(Moment.ACTED)
    assert settled(shop) is outcome


@pytest.mark.parametrize("arrives", ["before the start", "after it was taken for absent"])
def test_killed_and_the_request_arrives_later(shop: Shop, arrives: str) -> None:
    """The request outlives the till that sent it."""
    shop.proxy.plan(hold_back(End.HANG))
    with TillProcess(work(shop)) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        shop.proxy.wait(Moment.ARRIVED)
    shop.proxy.wait(Moment.ENDED)
    if arrives == "after it was taken for absent":
        assert settled(shop) is State.NOT_APPLIED
    assert len(shop.proxy.deliver()) == 1
    assert settled(shop) is State.REDEEMED


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
def test_killed_around_every_other_step(shop: Shop, step: str, outcome: State, when: str) -> None:
    """Right before a step is written the attempt is unknown; right after, it is what the step says."""
    code = "WRONG1" if step == "refused" else ""
    if step == "lost":
        shop.proxy.plan(cut_answer(SPOTS["before"]))
    elif step == "not_sent":
        shop.proxy.go_offline()
    elif step == "sent_again":
        shop.proxy.plan(cut_request(SPOTS["before"]))
        with shop.till() as till:
            till.watch(shop.redeem(till, BILL))
            till.settle()
    killed_at(shop, f"counter.journal.step {step} {when}", code=code)
    shop.proxy.go_online()
    states = {"refused after": State.REFUSED, "not_sent after": State.NOT_SENT}
    assert settled(shop) is states.get(f"{step} {when}", outcome)


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_it_waits_to_send_again(shop: Shop, when: str) -> None:
    """429 says that nothing was done; a till that dies then has not redeemed."""
    shop.proxy.always(Fault(remake=lambda _: TOO_MANY["429"], acts=False))
    killed_at(shop, f"counter.journal.note {when}")
    shop.proxy.clear()
    assert settled(shop) is State.NOT_APPLIED


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
def test_killed_while_it_settles(shop: Shop, place: str, moved: bool) -> None:
    """Settling is taken up by the next start from wherever it was."""
    shop.proxy.plan(cut_answer(SPOTS["before"]) if moved else cut_request(SPOTS["before"]))
    with TillProcess(work(shop, place)) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        till.wait("unknown")
        till.settle()
        till.wait(place)
    assert settled(shop) is (State.REDEEMED if moved else State.NOT_APPLIED)


@pytest.mark.parametrize("clock_offset", [-56 * 365 * 86_400.0, -3_600.0, 3_650 * 86_400.0])
def test_killed_on_a_day_with_a_wrong_clock(shop: Shop, clock_offset: float) -> None:
    """The clock of the whole process is wrong when it dies, and right when the next one settles."""
    shop.proxy.plan(cut_answer(SPOTS["before"], End.HANG))
    with TillProcess(work(shop, clock_offset=clock_offset)) as till:
        till.wait("ready")
        till.redeem(BILL, shop.code(BILL).secret)
        shop.proxy.wait(Moment.ACTED)
    assert settled(shop) is State.REDEEMED


def random_moments(seed: int, count: int) -> Iterator[float]:
    """Seconds after which to kill, most of them while something is under way."""
    drawn = random.Random(seed)
    for _ in range(count):
        yield drawn.expovariate(1 / 0.02)


@pytest.mark.parametrize("count", [8, pytest.param(150, marks=slow)])
def test_killed_at_any_time(make_shop: MakeShop, count: int) -> None:
    """Till after till redeems bill after bill on one journal until it is killed; at the end everything agrees."""
    shop = make_shop()
    bills = 0
    for seconds in random_moments(20_261_122, count):
        with TillProcess(work(shop)) as till:
            till.wait("ready")
            for _ in range(20):
                bills += 1
                till.redeem(draft(f"B-{bills}"), "")
            till.run_for(seconds)
    # On a busy machine each till so far may have been killed before its first redemption.
    with TillProcess(work(shop)) as till:
        till.wait("ready")
        till.redeem(draft(f"B-{bills + 1}"), "")
        shop.proxy.wait(Moment.ACTED)
    with shop.till() as till:
        till.settle()
        path = till.path
    assert shop.disagreements() == {}
    held = audit.attempts(path)
    assert {one.state for one in held} <= {State.REDEEMED, State.NOT_APPLIED, State.REFUSED}
    assert sum(one.state is State.REDEEMED for one in held) == len(shop.service.ledger()) > 0
