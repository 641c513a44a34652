"""Tests the queue of hand-overs: which customer is served, and what is reported when."""

from __future__ import annotations

import errno
import io
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.domain.exit_codes import ExitCode
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import Attempt, Draft, Redeemed, State
from desktop.domain.reversal import GivenBack, Reversal, ReversalsSeen, ReversalState
from desktop.gui.screen import Busy, Place, Screen
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import MAX_WAITING, HandOvers
from desktop.pos.reports import Report, Reports
from desktop.pos.single_instance import SecondStart, SecondStartServer
from desktop.pos.start_arguments import print_record
from tests.pos.second_starts import answer, next_hand_over

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


class Counter(QObject):
    """Stands for the controller."""

    attempt_known = Signal(object)
    reversal_known = Signal(object)
    customer_done = Signal(object)
    next_bill_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.screen = Screen()
        self.messages: list[str] = []
        self.served: list[str] = []
        self.waiting: list[str] = []
        self.giving_back = ""

    @property
    def is_idle(self) -> bool:
        """True as for the controller, except for what is being typed."""
        if self.screen.busy is not None:
            return False
        if self.screen.place is Place.MEMBER:
            return self.screen.member is None
        return self.screen.place in {Place.RECEIPT, Place.UNKNOWN}

    def gives_back(self, reference: str) -> bool:
        return reference == self.giving_back

    def say(self, _tone: str, text: str) -> None:
        self.messages.append(text)

    def show_waiting(self, bills: Sequence[str]) -> None:
        self.waiting = list(bills)

    def hand_over(self, prefill: Prefill) -> None:
        self.served.append(prefill.bill)
        self.finish(prefill)

    def finish(self, prefill: Prefill | None = None) -> None:
        """Clears the window for the next customer."""
        self.screen = Screen(visit=self.screen.visit + 1, prefill=prefill or Prefill())
        self.customer_done.emit(None)

    def withdraw_customer(self) -> None:
        if self.screen.question is None and self.screen.busy is not Busy.REDEEMING:
            self.finish()

    def show_attempt(self, attempt: Attempt) -> None:
        """Shows an attempt and emits it."""
        self.screen = replace(self.screen, attempt=attempt, busy=None)
        self.attempt_known.emit(attempt)


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:  # noqa: ARG001 - Qt must be running
    """Returns a counter."""
    return Counter()


@pytest.fixture
def written() -> list[tuple[str | None, str]]:
    """Collects the outcomes to be written, and their files."""
    return []


@pytest.fixture
def hand_overs(counter: Counter, written: list[tuple[str | None, str]]) -> HandOvers:
    """Returns hand-overs at the counter. What they tell is told at once."""

    def tell(report: Report) -> None:
        if report.path:
            written.append((report.record["outcome"], report.path))
        reports.on_told(report.record)

    reports = Reports(tell, print_record, counter)
    return HandOvers(counter, reports.add)


def attempt(state: State, reference: str = "R1") -> Attempt:
    """Returns an attempt in a state."""
    draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(10)), bill="B")
    redeemed = Redeemed(redemption_id="x", points=Decimal(10)) if state is State.REDEEMED else None
    return Attempt(
        reference=reference, state=state, draft=draft, till="t", cashier="", at=NOW, changed=NOW, redeemed=redeemed
    )


def own(bill: str = "A") -> HandOver:
    """Returns the hand-over that this program was started for."""
    return HandOver(Prefill(bill=bill), "out.json")


def test_an_idle_till_opens_a_bill_at_once(hand_overs: HandOvers, counter: Counter) -> None:
    """The fields are filled in, and the cashier sees no message about waiting."""
    hand_overs.take(own())
    assert counter.served == ["A"]
    assert counter.messages == []


@pytest.mark.parametrize(
    "screen",
    [
        Screen(busy=Busy.FINDING),
        Screen(place=Place.POINTS),
        Screen(place=Place.CODE),
        Screen(place=Place.CODE, busy=Busy.REDEEMING),
    ],
)
def test_no_customer_is_interrupted(hand_overs: HandOvers, counter: Counter, screen: Screen) -> None:
    """During another customer the bill waits, the cashier is told, and it opens afterwards."""
    counter.screen = screen
    hand_overs.take(own())
    assert counter.served == []
    assert counter.waiting == ["A"]
    counter.finish()
    assert counter.served == ["A"]
    assert counter.waiting == []


def test_the_cashier_opens_a_bill_that_waits(hand_overs: HandOvers, counter: Counter) -> None:
    """A number that is being typed keeps the bill waiting until the cashier wants it, and no bill replaces another."""
    counter.screen = Screen(place=Place.POINTS)
    hand_overs.take(own("A"))
    hand_overs.take(own("B"))
    counter.next_bill_requested.emit()
    assert counter.served == ["A"]
    assert counter.waiting == ["B"]
    counter.next_bill_requested.emit()
    assert counter.served == ["A"]


def test_bills_are_served_one_after_the_other(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each of three bills is served once, in order, and gets its own outcome."""
    for bill in "ABC":
        hand_overs.take(HandOver(Prefill(bill=bill), f"{bill}.json"))
    assert counter.served == ["A"]
    counter.show_attempt(attempt(State.REDEEMED))
    counter.finish()
    assert counter.served == ["A", "B"]
    counter.finish()
    assert counter.served == ["A", "B", "C"]
    counter.show_attempt(attempt(State.REFUSED, "R3"))
    counter.finish()
    assert written == [("redeemed", "A.json"), ("cancelled", "B.json"), ("refused", "C.json")]
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["outcome"] for one in printed] == ["redeemed", "cancelled", "refused"]


def test_the_program_ends_when_its_own_customer_is_done(hand_overs: HandOvers, counter: Counter, qtbot: QtBot) -> None:
    """The program ends after its own customer, and not before."""
    hand_overs.take(own())
    with qtbot.waitSignal(hand_overs.finished, timeout=1_000):
        counter.finish()
    assert hand_overs.code is ExitCode.CANCELLED


@pytest.mark.parametrize(
    ("states", "files", "code"),
    [
        ([State.REDEEMED], ["redeemed"], ExitCode.DONE),
        ([State.REFUSED, State.REDEEMED], ["redeemed"], ExitCode.DONE),
        ([State.REFUSED], ["refused"], ExitCode.NOT_REDEEMED),
        ([State.NOT_SENT], ["not_sent"], ExitCode.NOT_REDEEMED),
        ([State.UNKNOWN], ["unknown", "unknown"], ExitCode.UNKNOWN),
        ([State.UNKNOWN, State.REDEEMED], ["unknown", "redeemed"], ExitCode.DONE),
        ([State.UNKNOWN, State.NOT_APPLIED], ["unknown", "not_applied", "not_applied"], ExitCode.NOT_REDEEMED),
        ([State.UNKNOWN, State.NOT_APPLIED, State.REDEEMED], ["unknown", "not_applied", "redeemed"], ExitCode.DONE),
        ([State.NOT_APPLIED, State.REFUSED], ["not_applied", "refused"], ExitCode.NOT_REDEEMED),
    ],
)
def test_the_outcome_is_printed_once(  # noqa: PLR0917 - pytest passes them by name
    hand_overs: HandOvers,
    counter: Counter,
    written: list[tuple[str | None, str]],
    capsys: pytest.CaptureFixture[str],
    states: list[State],
    files: list[str],
    code: ExitCode,
) -> None:
    """Standard output gets one line: a redemption at once, other outcomes when the cashier has finished."""
    hand_overs.take(own())
    for state in states:
        counter.show_attempt(attempt(state))
    assert bool(capsys.readouterr().out) == (states[-1] is State.REDEEMED)
    counter.finish()
    assert [outcome for outcome, _ in written] == files
    assert hand_overs.code is code


def test_another_attempt_is_not_reported(hand_overs: HandOvers, counter: Counter) -> None:
    """If settling finds out the outcome of an earlier bill, it is not reported for this one."""
    hand_overs.take(own())
    counter.attempt_known.emit(attempt(State.REDEEMED, "earlier"))
    counter.finish()
    assert hand_overs.code is ExitCode.CANCELLED


@pytest.mark.parametrize(
    ("later", "code", "written_last"),
    [
        (None, ExitCode.DONE, "redeemed"),
        (State.REFUSED, ExitCode.DONE, "redeemed"),
        (State.UNKNOWN, ExitCode.UNKNOWN, "unknown"),
        (State.REVERSED, ExitCode.NOT_REDEEMED, "reversed"),
    ],
)
def test_an_attempt_of_the_same_customer_that_turns_up_later(  # noqa: PLR0917 - pytest passes them by name
    hand_overs: HandOvers,
    counter: Counter,
    written: list[tuple[str | None, str]],
    later: State | None,
    code: ExitCode,
    written_last: str,
) -> None:
    """The cashier has left it behind, but its points were taken for this hand-over, so the POS is told of them."""
    hand_overs.take(own())
    counter.show_attempt(attempt(State.NOT_APPLIED))
    counter.screen = replace(counter.screen, attempt=None)
    counter.attempt_known.emit(attempt(State.REDEEMED))
    if later is not None:
        counter.show_attempt(attempt(later, "R2"))
    counter.finish()
    assert (written[-1], hand_overs.code) == ((written_last, "out.json"), code)


def test_points_that_are_given_back_before_the_end(counter: Counter) -> None:
    """The POS must not take them off the bill. It is told of each part, but not of the same state twice."""
    said: list[Report] = []
    hand_overs = HandOvers(counter, said.append)
    hand_overs.take(own())
    for given_back in (0, 3, 3):
        counter.show_attempt(replace(attempt(State.REDEEMED), reversed_points=Decimal(given_back)))
    counter.show_attempt(replace(attempt(State.REDEEMED), state=State.REVERSED, reversed_points=Decimal(10)))
    counter.finish()
    told = [(one.record["outcome"], one.record["reversed_points"]) for one in news(said)]
    assert told == [("redeemed", None), ("redeemed", "3"), ("reversed", "10")]
    assert hand_overs.code is ExitCode.NOT_REDEEMED


def news(told: list[Report]) -> list[Report]:
    """Leaves out what only records that the cashier has finished."""
    return [one for one in told if one.path]


@pytest.mark.parametrize("moved", [State.REDEEMED, State.REVERSED])
def test_a_redemption_is_not_over_before_its_receipt_is(counter: Counter, moved: State) -> None:
    """Its points may be given back until then. If the till is killed meanwhile, the next start looks.

    The end is recorded without the file, which the POS may have taken away. Nothing is printed or answered again.
    """
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(own())
    counter.show_attempt(attempt(moved))
    assert [(one.path, one.is_done, one.prints) for one in told] == [("out.json", False, True)]
    counter.finish()
    assert [(one.path, one.is_done, one.prints, one.reference) for one in told[1:]] == [("", True, False, "R1")]
    assert told[1].record["outcome"] == moved


def test_the_end_of_what_no_one_remembers_is_not_recorded(counter: Counter) -> None:
    """A second start that names no file gets its outcome once."""
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(replace(own(), result=""))
    counter.show_attempt(attempt(State.REDEEMED))
    counter.finish()
    assert len(told) == 1


def reversal(state: ReversalState, reference: str = "R1") -> Reversal:
    """Returns a reversal of 3 points in a state."""
    done = GivenBack(points=Decimal(3)) if state is ReversalState.REVERSED else None
    return Reversal(
        id="V1", reference=reference, points=Points(Decimal(3)), reason="w", state=state, before=ReversalsSeen(),
        till="t", cashier="", at=NOW, changed=NOW, given_back=done,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("then", "outcomes", "code"),
    [
        (None, ["redeemed", "unknown"], ExitCode.UNKNOWN),
        (ReversalState.NOT_APPLIED, ["redeemed", "unknown", "redeemed"], ExitCode.DONE),
        # It is not read again before the window ends.
        (ReversalState.REVERSED, ["redeemed", "unknown"], ExitCode.UNKNOWN),
    ],
)
def test_points_that_may_be_back(
    counter: Counter, then: ReversalState | None, outcomes: list[str], code: ExitCode
) -> None:
    """The POS is told at once that the outcome is not known, and with which reference it becomes known."""
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REDEEMED))
    counter.reversal_known.emit(reversal(ReversalState.UNKNOWN, "R9"))
    counter.reversal_known.emit(reversal(ReversalState.UNKNOWN))
    if then is not None:
        counter.reversal_known.emit(reversal(then))
    counter.finish()
    assert [one.record["outcome"] for one in news(told)] == outcomes
    assert {one.reference for one in told} == {"R1"}
    assert "given back" in str(told[1].record["message"])
    assert hand_overs.code is told[-1].code is code
    assert [one.prints for one in told] == [True, *[False] * (len(told) - 1)]


@pytest.mark.parametrize(
    ("state", "outcomes", "code"),
    [
        (State.REDEEMED, ["redeemed", "unknown", "redeemed"], ExitCode.DONE),
        (State.REVERSED, ["redeemed", "unknown", "reversed"], ExitCode.NOT_REDEEMED),
    ],
)
def test_points_that_may_be_back_and_are(counter: Counter, state: State, outcomes: list[str], code: ExitCode) -> None:
    """Once the redemption has been read again, the POS is told how many are."""
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REDEEMED))
    counter.reversal_known.emit(reversal(ReversalState.UNKNOWN))
    # News of the same redemption that says nothing about it.
    counter.show_attempt(attempt(State.REDEEMED))
    counter.reversal_known.emit(reversal(ReversalState.REVERSED))
    counter.show_attempt(replace(attempt(State.REDEEMED), state=state, reversed_points=Decimal(3)))
    counter.finish()
    assert [one.record["outcome"] for one in news(told)] == outcomes
    assert told[-1].record["reversed_points"] == ("3" if state is State.REDEEMED else "10")
    assert hand_overs.code is code
    # That says nothing about the next customer.
    hand_overs.take(own("B"))
    counter.show_attempt(attempt(State.REDEEMED, "R2"))
    assert told[-1].record["outcome"] == "redeemed"


@pytest.mark.parametrize(
    ("state", "outcome", "code"),
    [
        (ReversalState.UNKNOWN, "unknown", ExitCode.UNKNOWN),
        (ReversalState.REVERSED, "unknown", ExitCode.UNKNOWN),
        (ReversalState.NOT_APPLIED, "redeemed", ExitCode.DONE),
    ],
)
def test_points_of_an_earlier_try_that_may_be_back(
    counter: Counter, state: ReversalState, outcome: str, code: ExitCode
) -> None:
    """An earlier try turned out to have moved them, and the cashier has given them back from the history."""
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REFUSED))
    counter.show_attempt(attempt(State.REFUSED, "R2"))
    counter.attempt_known.emit(attempt(State.REDEEMED))
    counter.reversal_known.emit(reversal(ReversalState.UNKNOWN))
    counter.reversal_known.emit(reversal(state))
    assert told == []
    counter.finish()
    (report,) = told
    assert (report.record["outcome"], report.reference, report.code, hand_overs.code) == (outcome, "R1", code, code)


@pytest.mark.parametrize("end", ["the worker ends in time", "the worker hangs", "the next customer"])
def test_points_that_are_being_given_back_at_the_end(counter: Counter, end: str) -> None:
    """The outcome waits for the worker. If that does not answer, it is unknown."""
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REDEEMED))
    counter.giving_back = "R1"
    hand_overs.take(own("B"))
    if end == "the next customer":
        counter.finish()
    else:
        hand_overs.conclude_early()
        assert [one.record["outcome"] for one in told] == ["redeemed"]
        if end == "the worker ends in time":
            counter.giving_back = ""
            counter.reversal_known.emit(reversal(ReversalState.UNKNOWN))
        hand_overs.conclude()
    outcomes = ["redeemed", "unknown", *([] if end == "the next customer" else ["cancelled"])]
    assert [one.record["outcome"] for one in news(told)] == outcomes
    assert (told[1].code, told[1].reference) == (ExitCode.UNKNOWN, "R1")


def test_a_redemption_without_an_answer_is_unknown(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]]
) -> None:
    """If the window ends before its worker, the bill at the counter is unknown and waiting ones are cancelled."""
    hand_overs.take(own())
    counter.screen = replace(counter.screen, place=Place.CODE, busy=Busy.REDEEMING)
    hand_overs.take(HandOver(Prefill(bill="B"), "b.json"))
    hand_overs.conclude()
    assert written == [("unknown", "out.json"), ("cancelled", "b.json")]


@pytest.mark.parametrize("first", [State.NOT_SENT, State.REFUSED, State.NOT_APPLIED])
def test_a_second_try_without_an_answer_is_unknown(
    counter: Counter, capsys: pytest.CaptureFixture[str], first: State
) -> None:
    """The outcome of the first one says nothing about it. The journal says at the next start what was sent last."""
    told: list[Report] = []
    hand_overs = HandOvers(counter, told.append)
    hand_overs.take(own())
    counter.show_attempt(attempt(first))
    counter.screen = replace(counter.screen, busy=Busy.REDEEMING, attempt=None)
    hand_overs.conclude()
    last = told[-1]
    assert (last.record["outcome"], last.code, last.reference) == ("unknown", ExitCode.UNKNOWN, "")
    assert last.record["external_reference_number"] is last.record["code"] is None
    assert hand_overs.code is ExitCode.UNKNOWN
    assert not capsys.readouterr().out


def test_a_file_that_could_not_be_written(
    hand_overs: HandOvers,
    counter: Counter,
    written: list[tuple[str | None, str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is tried once more when the cashier has finished, and not for the next customer. It is printed once."""
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REDEEMED))
    hand_overs.note_not_written("out.json")
    counter.finish()
    assert written == [("redeemed", "out.json")] * 2
    assert len(capsys.readouterr().out.splitlines()) == 1
    hand_overs.note_not_written("out.json")
    hand_overs.take(own("B"))
    counter.show_attempt(attempt(State.REDEEMED))
    counter.finish()
    assert written == [("redeemed", "out.json")] * 3


def test_a_file_of_another_hand_over_that_could_not_be_written(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]]
) -> None:
    """This one's is not written again: the POS may use it already."""
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REDEEMED))
    hand_overs.note_not_written("another.json")
    counter.finish()
    assert written == [("redeemed", "out.json")]


@pytest.mark.parametrize(
    ("state", "answer"),
    [(State.NOT_SENT, True), (State.REFUSED, False), (State.UNKNOWN, False), (State.REDEEMED, False), (None, False)],
)
def test_a_bill_is_taken_back_unless_its_redemption_may_have_left(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]], state: State | None, *, answer: bool
) -> None:
    """While it is being redeemed too (None). A bill that waits is taken back in any case."""
    hand_overs.take(own())
    hand_overs.take(HandOver(Prefill(bill="B"), "b.json"))
    assert hand_overs.withdraw(lambda one: one.prefill.bill == "X") is None
    assert hand_overs.withdraw(lambda one: one.prefill.bill == "B") is True
    assert (written, counter.waiting) == ([("cancelled", "b.json")], [])
    if state is None:
        counter.screen = replace(counter.screen, place=Place.CODE, busy=Busy.REDEEMING)
    else:
        counter.show_attempt(attempt(state))
    assert hand_overs.withdraw(lambda one: one.prefill.bill == "A") is answer
    assert hand_overs.is_busy is not answer


def test_a_bill_is_not_taken_back_if_a_try_before_the_last_one_may_have_left(
    hand_overs: HandOvers, counter: Counter
) -> None:
    """The POS would take it for one of which nothing was sent."""
    hand_overs.take(own())
    counter.show_attempt(attempt(State.NOT_APPLIED))
    counter.show_attempt(attempt(State.NOT_SENT, "R2"))
    assert hand_overs.withdraw(lambda one: one.prefill.bill == "A") is False
    counter.finish()
    # That says nothing about the next bill.
    hand_overs.take(own())
    assert hand_overs.withdraw(lambda one: one.prefill.bill == "A") is True


def test_a_repeat_that_was_not_sent_is_not_taken_back(hand_overs: HandOvers, counter: Counter) -> None:
    """An earlier request with the same reference may still arrive, so the points may move."""
    hand_overs.take(own())
    counter.show_attempt(replace(attempt(State.NOT_SENT), doubtful=True))
    assert hand_overs.withdraw(lambda _one: True) is False


def test_a_redemption_under_way_does_not_move_to_another_window(hand_overs: HandOvers, counter: Counter) -> None:
    """Otherwise the other window would offer the same bill for redemption again."""
    hand_overs.take(own())
    hand_overs.take(own("B"))
    counter.screen = replace(counter.screen, place=Place.CODE, busy=Busy.REDEEMING)
    assert [one.prefill.bill for one in hand_overs.release()] == ["B"]
    assert hand_overs.is_busy


def test_hand_overs_can_move_to_another_window(hand_overs: HandOvers, counter: Counter) -> None:
    """Hand-overs without a redemption can move to another window. One that was tried reports its outcome first."""
    hand_overs.take(own())
    hand_overs.take(own("B"))
    assert [one.prefill.bill for one in hand_overs.release()] == ["A", "B"]
    hand_overs.take(own())
    hand_overs.take(own("B"))
    counter.show_attempt(attempt(State.REFUSED))
    assert [one.prefill.bill for one in hand_overs.release()] == ["B"]
    assert hand_overs.is_busy


def link(bill: str = "L") -> HandOver:
    """Returns a hand-over by a link while the window was open."""
    return HandOver(Prefill(bill=bill), "", by_link=True)


def test_the_same_link_twice_is_one_bill(hand_overs: HandOvers, counter: Counter) -> None:
    """A second click on a link has no effect, whether its bill is at the counter or waits."""
    for bill in ("A", "B", "A", "B", "B"):
        assert hand_overs.take(link(bill))
    counter.finish()
    counter.finish()
    counter.finish()
    assert counter.served == ["A", "B"]
    assert counter.messages.count("This bill has been handed over already.") == 3


def test_links_without_a_bill_are_compared_by_all_fields(hand_overs: HandOvers, counter: Counter) -> None:
    """Two members without a bill number are two customers."""
    for mobile in ("97", "98", "97"):
        hand_overs.take(HandOver(Prefill(mobile=mobile), "", by_link=True))
    counter.finish()
    counter.finish()
    assert counter.served == ["", ""]


def test_the_outcome_of_a_link_is_not_printed(
    hand_overs: HandOvers, counter: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output only gets the outcome of the program's own hand-over, and a link does not end the window."""
    ended: list[bool] = []
    hand_overs.finished.connect(lambda: ended.append(True))
    hand_overs.take(link())
    counter.show_attempt(attempt(State.REFUSED))
    counter.finish()
    assert capsys.readouterr().out == ""
    assert (hand_overs.code, ended) == (None, [])


def test_a_full_queue_rejects_the_next_bill(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]]
) -> None:
    """If twenty are waiting, the next one is told at once that nothing was done. The others are served in order."""
    hand_overs.take(own())
    for number in range(MAX_WAITING):
        assert hand_overs.take(HandOver(Prefill(bill=f"{number}"), f"{number}.json", by_link=True))
    assert not hand_overs.take(HandOver(Prefill(bill="one too many"), "late.json", by_link=True))
    assert written == [("cancelled", "late.json")]
    assert "Too many bills are waiting" in counter.messages[-1]
    for _ in range(MAX_WAITING + 1):
        counter.finish()
    assert counter.served == ["A", *map(str, range(MAX_WAITING))]


def test_a_rejected_caller_is_told(
    qtbot: QtBot,
    hand_overs: HandOvers,
    counter: Counter,
    tmp_path: Path,
    call: Callable[[dict[str, object]], subprocess.Popen[str]],
) -> None:
    """The second start gets the record of an untouched bill, the reason, and exit code 3."""
    counter.screen = Screen(place=Place.CODE)
    for number in range(MAX_WAITING):
        hand_overs.take(own(f"{number}"))
    server = SecondStartServer(tmp_path)
    process = call({"bill": "late"})
    hand_overs.take(HandOver(Prefill(bill="late"), "", SecondStart(next_hand_over(qtbot, server)[1])))
    reply = answer(qtbot, process)
    assert isinstance(reply, dict)
    assert (reply["code"], reply["record"]["outcome"], reply["record"]["bill"]) == (3, "cancelled", "late")
    assert reply["error"] == reply["record"]["message"]
    server.close()


class ClosedPipe(io.StringIO):
    """Standard output that no program reads."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


@pytest.mark.parametrize("stream", [ClosedPipe(), None])
def test_an_outcome_that_cannot_be_printed_is_not_lost(
    hand_overs: HandOvers,
    counter: Counter,
    written: list[tuple[str | None, str]],
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO | None,
) -> None:
    """The file and the exit code still tell the outcome, and the window ends in order."""
    ended: list[bool] = []
    hand_overs.finished.connect(lambda: ended.append(True))
    hand_overs.take(own())
    counter.show_attempt(attempt(State.REFUSED))
    monkeypatch.setattr(sys, "stdout", stream)
    counter.finish()
    assert (written, hand_overs.code, ended) == ([("refused", "out.json")], ExitCode.NOT_REDEEMED, [True])
