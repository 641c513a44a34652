"""Kills the till at each step of giving points back, cuts its connections, and answers it with lies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import NotReversible
from desktop.domain.points import Points
from desktop.domain.reversal import Reversal, ReversalState
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify
from tests.faults.answers import body_of, http, page
from tests.faults.faults import (
    LOOK_UP,
    NONE,
    POSITIONS,
    REVERSE,
    WHOLE,
    End,
    Fault,
    answered,
    cut_answer,
    cut_request,
    hold_back,
)
from tests.faults.give_back_process import GiveBackProcess, settle
from tests.faults.harness import draft

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from tests.faults.harness import Harness
    from tests.faults.headless_till import HeadlessTill

FORTY = "40"
POINTS = Points.parse(FORTY)


@pytest.fixture
def reference(harness: Harness) -> str:
    """A redemption of 100 points."""
    with harness.till() as till:
        return harness.redeem(till, draft("B-1", "100")).reference


def given_back(harness: Harness) -> Decimal:
    """What the service has given back."""
    return harness.service.ledger()[0].reversed_points


def reversals(path: Path, reference: str) -> tuple[Reversal, ...]:
    """The reversals in a journal."""
    with SqliteJournal.open(path, writer=False) as opened:
        return opened.reversals_of(reference)


def settled(harness: Harness, reference: str) -> tuple[str, ...]:
    """Starts again and settles. Journal and service agree. Returns what became of the reversals."""
    with harness.till() as till:
        settle(till)
        path = till.path
    with SqliteJournal.open(path, writer=False) as opened:
        attempt = opened.get(reference)
    assert attempt is not None
    assert attempt.reversed_points == given_back(harness)
    assert verify(path).ok
    return tuple(one.state.value for one in reversals(path, reference))


KILLS = [
    ("counter.api.find_reversals before", 0, ()),
    ("counter.api.find_reversals after", 0, ()),
    ("counter.journal.begin_reversal before", 0, ()),
    ("counter.journal.begin_reversal after", 0, ("not_applied",)),
    ("counter.api.reverse before", 0, ("not_applied",)),
    ("counter.api.reverse after", 40, ("reversed",)),
    ("counter.journal.step_reversal reversed before", 40, ("reversed",)),
    ("counter.journal.step_reversal reversed after", 40, ("reversed",)),
    ("counter.api.find_member after", 40, ("reversed",)),
    ("counter.journal.complete_reversal after", 40, ("reversed",)),
]


@pytest.mark.parametrize(("place", "back", "states"), KILLS, ids=[place for place, _, _ in KILLS])
def test_killed_at_each_step(harness: Harness, reference: str, place: str, back: int, states: tuple[str, ...]) -> None:
    """What came back is found at the next start, and what did not is proved absent. Nothing is sent again."""
    with GiveBackProcess(harness, place) as till:
        till.wait("ready")
        till.give_back(reference, FORTY)
        till.wait(place)
    assert settled(harness, reference) == states
    assert given_back(harness) == back
    assert sum(one.path == REVERSE for one in harness.proxy.seen) == (1 if back else 0)


@pytest.mark.parametrize(
    ("place", "fault", "outcome"),
    [
        ("counter.journal.step_reversal lost before", cut_answer(POSITIONS["before"]), "reversed"),
        ("counter.journal.step_reversal lost after", cut_answer(POSITIONS["before"]), "reversed"),
        ("settling.api.find_reversals after", cut_answer(POSITIONS["before"]), "reversed"),
        ("settling.journal.step_reversal found before", cut_answer(POSITIONS["before"]), "reversed"),
        ("settling.journal.step_reversal found after", cut_answer(POSITIONS["before"]), "reversed"),
        ("settling.journal.step_reversal looked after", cut_request(POSITIONS["before"]), "not_applied"),
        ("settling.journal.step_reversal absent before", cut_request(POSITIONS["before"]), "not_applied"),
        ("settling.journal.step_reversal absent after", cut_request(POSITIONS["before"]), "not_applied"),
    ],
)
def test_killed_while_it_settles(harness: Harness, reference: str, place: str, fault: Fault, outcome: str) -> None:
    """The next start takes it up from wherever it was."""
    harness.proxy.plan(fault, path=REVERSE)
    with GiveBackProcess(harness, place) as till:
        till.wait("ready")
        till.give_back(reference, FORTY)
        if place.startswith("settling"):
            till.wait("unknown")
            till.settle()
        till.wait(place)
    assert settled(harness, reference) == (outcome,)
    assert sum(one.path == REVERSE for one in harness.proxy.seen) == 1


def test_killed_and_the_request_arrives_after_it_was_taken_for_absent(harness: Harness, reference: str) -> None:
    """It turns up at the next press or the next start, and nothing more is sent before."""
    harness.proxy.plan(hold_back(), path=REVERSE)
    with GiveBackProcess(harness) as till:
        till.wait("ready")
        till.give_back(reference, FORTY)
        till.wait("unknown")
    assert settled(harness, reference) == ("not_applied",)
    assert len(harness.proxy.deliver()) == 1
    with harness.till() as again, pytest.raises(NotReversible) as caught:
        again.counter.give_back(reference, POINTS, "Item returned")
    assert caught.value.support == "PT-REVERSAL-DONE-BEFORE"
    assert settled(harness, reference) == ("reversed",)
    assert given_back(harness) == 40


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
@pytest.mark.parametrize("spot", POSITIONS, ids=list(POSITIONS))
@pytest.mark.parametrize("what", ["request", "answer"])
def test_a_connection_that_is_cut(harness: Harness, reference: str, what: str, spot: str, end: End) -> None:
    """Anywhere in the request or in its answer: the points are back once or not at all, and the till finds out."""
    fault = cut_request(POSITIONS[spot], end) if what == "request" else cut_answer(POSITIONS[spot], end)
    harness.proxy.plan(fault, path=REVERSE)
    with harness.till() as till:
        reversal = till.counter.give_back(reference, POINTS, "Item returned")
        assert reversal.state in {ReversalState.UNKNOWN, ReversalState.REVERSED}
    expected = "not_applied" if what == "request" and POSITIONS[spot] != WHOLE else "reversed"
    assert settled(harness, reference) == (expected,)
    assert given_back(harness) == (40 if expected == "reversed" else 0)


def remade(**fields: Any) -> Fault:  # noqa: ANN401 - JSON
    """The service acts, and its answer says something else."""

    def remake(answer: bytes) -> bytes:
        return http(json.dumps({**json.loads(body_of(answer)), **fields}).encode())

    return Fault(name="answer changed", rewrite=remake)


def refusal(code: int) -> bytes:
    """A refusal, on the wire."""
    return http(json.dumps({"errors": [{"status": False, "code": code, "message": "no"}]}).encode(), "400 Bad Request")


def forged(reference: str, **fields: Any) -> bytes:  # noqa: ANN401 - JSON
    """An answer of a reversal that never was."""
    details = {"available": 40, "expired": 0}
    said = {"reversalId": "9", "pointsToBeReversed": 40, "pointsReversed": 40, "pointsReversedDetails": details}
    return http(json.dumps({**said, "externalReferenceNumber": reference, **fields}).encode())


@pytest.mark.parametrize(
    "fault",
    [
        remade(redemptionId="other"),
        remade(customerId=1),
        remade(pointsToBeReversed=50, pointsReversed=50),
        remade(pointsReversed=101),
        remade(identifier={"type": "mobile", "value": "919777788222"}),
        remade(pointsReversed=0),
        remade(errors=[{"code": 905, "message": "both"}]),
        *(answered(refusal(code), processed=True) for code in (902, 904, 905, 3801, 3802, 3803, 817, 9999)),
        answered(page(520), processed=True),
        answered(http(b"", "401 Unauthorized"), processed=True),
        answered(http(b"", "429 Too Many Requests"), processed=True),
    ],
)
def test_a_lie_about_points_that_came_back(harness: Harness, reference: str, fault: Fault) -> None:
    """Another redemption, another member, other points, or a refusal: the list has the last word. It is sent once."""
    harness.proxy.plan(fault, path=REVERSE)
    with harness.till() as till:
        till.counter.give_back(reference, POINTS, "Item returned")
    assert settled(harness, reference) == ("reversed",)
    assert given_back(harness) == 40
    assert sum(one.path == REVERSE for one in harness.proxy.seen) == 1


@pytest.mark.parametrize("fields", [{"externalReferenceNumber": "other"}, {"customerId": 1}, {"pointsToBeReversed": 1}])
def test_an_answer_for_another_gives_nothing_back(harness: Harness, reference: str, fields: dict[str, Any]) -> None:
    """The service has not acted. The till does not take another's success for its own."""
    harness.proxy.plan(answered(forged(reference, **fields), processed=False), path=REVERSE)
    with harness.till() as till:
        assert till.counter.give_back(reference, POINTS, "Item returned").state is ReversalState.UNKNOWN
    assert settled(harness, reference) == ("not_applied",)


def listed(change: Any) -> Fault:  # noqa: ANN401 - changes JSON
    """The look-up's answer with another list of reversals."""

    def remake(answer: bytes) -> bytes:
        body = json.loads(body_of(answer))
        for row in body["response"]["customer"]["redemptions"]["points"]["point"]:
            change(row)
        return http(json.dumps(body).encode())

    return Fault(name="list changed", rewrite=remake)


def drop(row: dict[str, Any]) -> None:
    row.pop("reversals")


def fill(row: dict[str, Any]) -> None:
    row["reversals"] = [{"reversal_id": number, "points_reversed": 1} for number in range(10)]


def stays_unknown(till: HeadlessTill) -> None:
    """Looks eight times for a reversal, which shows nothing."""
    settler = till.background.reversal_settler
    for _ in range(8):
        till.clock.wait(settler.next_due() or 0.0)
        settler.look_once()
    assert [one.reversal.state for one in settler.unknown()] == [ReversalState.UNKNOWN]


@pytest.mark.parametrize("change", [drop, fill], ids=["left out", "cut at ten"])
def test_a_list_that_cannot_be_complete_proves_no_absence(harness: Harness, reference: str, change: Any) -> None:  # noqa: ANN401
    """The reversal stays unknown, however often it is looked up, until the list can be read.

    A list without the entries that were seen is older, and cannot end it. Support can.
    """
    # The look before it is sent is an ordinary one.
    harness.proxy.plan(NONE, path=LOOK_UP)
    harness.proxy.always(listed(change), LOOK_UP)
    harness.proxy.plan(cut_request(POSITIONS["before"]), path=REVERSE)
    with harness.till() as till:
        reversal = till.counter.give_back(reference, POINTS, "Item returned")
        till.background.reversal_settler.watch(reversal)
        stays_unknown(till)
        with pytest.raises(NotReversible):
            till.counter.give_back(reference, POINTS, "Item returned")
    harness.proxy.clear()
    if change is drop:
        assert settled(harness, reference) == ("not_applied",)
        return
    with harness.till() as till:
        stays_unknown(till)
