"""Tests the POS's requests to give points back: which one is open, and what is reported when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal

from desktop.domain.exit_codes import ExitCode
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import Attempt, Draft, Redeemed, State
from desktop.domain.reversal import GivenBack, Reversal, ReversalsSeen, ReversalState
from desktop.pos.give_backs import GiveBacks
from desktop.pos.hand_over import HandOver, HandOverError, read_hand_over
from desktop.pos.hand_over_queue import MAX_WAITING, TOO_MANY
from desktop.pos.reports import Report, Reports
from desktop.pos.single_instance import LocalSocket, SecondStart
from desktop.pos.start_arguments import print_record

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


class Desk(QObject):
    """Stands for the page."""

    known = Signal(object, object)
    refused = Signal(str, str, str)
    asked_again = Signal()
    closed = Signal()
    freed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_free = True
        self.is_giving = False
        self.opened: list[tuple[str, str]] = []

    def withdraw(self) -> None:
        if not self.is_giving:
            self.close_page()

    def open(self, reference: str, points: str, hand_over: str) -> None:  # noqa: ARG002 - for the journal
        self.opened.append((reference, points))
        self.is_free = False

    def close_page(self) -> None:
        """Leaves the page."""
        self.is_free = True
        self.closed.emit()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:  # noqa: ARG001 - Qt must be running
    """Returns a page."""
    return Desk()


@pytest.fixture
def written() -> list[tuple[str | None, str]]:
    """Collects the outcomes to be written, and their files."""
    return []


@pytest.fixture
def give_backs(desk: Desk, written: list[tuple[str | None, str]]) -> GiveBacks:
    """Returns the requests. What they tell is told at once."""

    def tell(report: Report) -> None:
        if report.path:
            written.append((report.record["outcome"], report.path))
        reports.on_told(report.record)

    reports = Reports(tell, print_record, desk)
    return GiveBacks(desk, reports.add)


def asked(reference: str = "R1", points: str = "5") -> HandOver:
    """Returns a request that this program was started for."""
    return HandOver(Prefill(points=points), f"{reference}.json", give_back=reference)


def known(state: ReversalState, reference: str = "R1") -> tuple[Attempt, Reversal]:
    """Returns a redemption and a reversal of it in a state."""
    draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(10)), bill="B")
    attempt = Attempt(
        reference=reference, state=State.REDEEMED, draft=draft, till="t", cashier="", at=NOW, changed=NOW,
        redeemed=Redeemed(redemption_id="x", points=Decimal(10)),
    )  # fmt: skip
    done = GivenBack(points=Decimal(5)) if state is ReversalState.REVERSED else None
    reversal = Reversal(
        id=f"r-{reference}", reference=reference, points=Points(Decimal(5)), reason="w", state=state,
        before=ReversalsSeen(), till="t", cashier="", at=NOW, changed=NOW, given_back=done,
    )  # fmt: skip
    return attempt, reversal


@pytest.mark.parametrize(
    ("state", "outcome", "code"),
    [
        (ReversalState.REVERSED, "reversed", ExitCode.DONE),
        (ReversalState.REFUSED, "refused", ExitCode.NOT_REDEEMED),
        (ReversalState.NOT_SENT, "not_sent", ExitCode.NOT_REDEEMED),
        (ReversalState.UNKNOWN, "unknown", ExitCode.UNKNOWN),
        (None, "cancelled", ExitCode.CANCELLED),
    ],
)
def test_the_outcome(  # noqa: PLR0917 - pytest passes them by name
    give_backs: GiveBacks, desk: Desk, written: list[Any], state: ReversalState | None, outcome: str, code: ExitCode,
    qtbot: QtBot,
) -> None:  # fmt: skip
    """It is reported once, at the latest when the cashier leaves the page, and the program then ends."""
    assert give_backs.take(asked())
    assert desk.opened == [("R1", "5")]
    if state is not None:
        desk.known.emit(*known(state))
    with qtbot.waitSignal(give_backs.finished, timeout=1_000):
        desk.close_page()
    assert written[-1] == (outcome, "R1.json")
    assert len(written) == (2 if state is ReversalState.UNKNOWN else 1)
    assert give_backs.code is code


def test_a_reference_in_another_letter_case(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """The journal finds it in any letter case, so the outcome belongs to the request all the same."""
    give_backs.take(asked("r1"))
    desk.known.emit(*known(ReversalState.REVERSED, "R1"))
    desk.close_page()
    assert written == [("reversed", "r1.json")]
    assert give_backs.code is ExitCode.DONE


def test_a_file_that_could_not_be_written(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """It is tried once more when the cashier has left the page."""
    give_backs.take(asked())
    desk.known.emit(*known(ReversalState.REVERSED))
    give_backs.note_not_written(asked().result)
    desk.close_page()
    assert written == [("reversed", asked().result)] * 2


def test_a_file_of_another_hand_over_that_could_not_be_written(
    give_backs: GiveBacks, desk: Desk, written: list[Any]
) -> None:
    """This one's is not written again: the POS may use it already. Nor is one after its request."""
    give_backs.take(asked())
    desk.known.emit(*known(ReversalState.REVERSED))
    give_backs.note_not_written("another.json")
    desk.close_page()
    give_backs.note_not_written(asked().result)
    assert written == [("reversed", asked().result)]


def test_an_unknown_outcome_is_told_with_its_reversal(desk: Desk) -> None:
    """Only so can the file be written again later. A caller that waits is answered when the page is left."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    attempt, reversal = known(ReversalState.UNKNOWN)
    desk.known.emit(attempt, reversal)
    desk.close_page()
    assert [(one.reference, one.reversal_id) for one in told] == [(attempt.reference, reversal.id)] * 2
    assert [(one.is_done, one.prints) for one in told] == [(False, False), (True, True)]
    assert [one.code for one in told] == [ExitCode.UNKNOWN] * 2


def test_a_request_that_is_not_served_names_its_redemption(desk: Desk) -> None:
    """With the points that were asked for, and the reason if there is one."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    desk.refused.emit("refused", "PT-X", "why")
    desk.close_page()
    give_backs.take(asked("R2", ""))
    desk.close_page()
    names = ("external_reference_number", "points_requested", "outcome", "code", "message")
    assert [tuple(one.record[name] for name in names) for one in told] == [
        ("R1", "5", "refused", "PT-X", "why"),
        ("R2", None, "cancelled", None, None),
    ]
    assert [(one.reference, one.reversal_id) for one in told] == [("", "")] * 2


@pytest.mark.parametrize("is_tried", [True, False])
def test_a_request_is_taken_back_unless_points_may_be_on_their_way(
    give_backs: GiveBacks, desk: Desk, written: list[Any], *, is_tried: bool
) -> None:
    """Those that wait are taken back in any case."""

    def is_meant(one: HandOver) -> bool:
        return one.give_back != "R3"

    assert give_backs.withdraw(is_meant) is None
    give_backs.take(asked())
    give_backs.take(asked("R2"))
    give_backs.take(asked("R3"))
    assert give_backs.withdraw(lambda one: one.give_back == "R2") is True
    assert written == [("cancelled", "R2.json")]
    desk.is_giving = not is_tried
    if is_tried:
        desk.known.emit(*known(ReversalState.REFUSED))
    assert give_backs.withdraw(is_meant) is False
    assert len(written) == 1
    assert give_backs.is_busy


def test_the_request_that_is_open_is_taken_back(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """The page is left, and the next request is opened."""
    give_backs.take(asked())
    give_backs.take(asked("R2"))
    assert give_backs.withdraw(lambda one: one.give_back == "R1") is True
    assert written == [("cancelled", "R1.json")]
    assert [reference for reference, _ in desk.opened] == ["R1", "R2"]


def test_a_refused_request(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """If nothing can be given back, the reason is told with exit code 4."""
    give_backs.take(asked())
    desk.refused.emit("refused", "PT-X", "why")
    desk.close_page()
    assert written == [("refused", "R1.json")]
    assert give_backs.code is ExitCode.NOT_REDEEMED


def test_a_service_that_did_not_say_what_can_be_given_back(desk: Desk) -> None:
    """No one has refused anything, so the POS is told that it was cancelled, and with which code."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    desk.refused.emit("cancelled", "PT-HTTP-ERROR", "why")
    desk.close_page()
    record = told[-1].record
    assert (record["outcome"], record["code"], record["message"]) == ("cancelled", "PT-HTTP-ERROR", "why")
    assert give_backs.code is told[-1].code is ExitCode.CANCELLED


@pytest.mark.parametrize("outcome", ["refused", "not_sent", "cancelled"])
def test_a_refused_request_that_is_taken_back(desk: Desk, outcome: str) -> None:
    """The POS took it back, and nothing was sent: it is not told that something was refused."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    desk.refused.emit(outcome, "PT-X", "why")
    assert give_backs.withdraw(lambda _one: True) is True
    assert (told[-1].record["outcome"], told[-1].code) == ("cancelled", ExitCode.CANCELLED)


def test_a_refused_request_whose_page_cannot_be_left(
    desk: Desk, give_backs: GiveBacks, written: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is too late to take it back, and the refusal still counts."""
    give_backs.take(asked())
    desk.refused.emit("refused", "PT-X", "why")
    monkeypatch.setattr(desk, "withdraw", lambda: None)
    assert give_backs.withdraw(lambda _one: True) is False
    desk.close_page()
    assert written == [("refused", "R1.json")]


def test_a_refusal_that_was_asked_about_again_does_not_count(
    give_backs: GiveBacks, desk: Desk, written: list[Any]
) -> None:
    """If the service answers then, and the cashier gives nothing back, the cashier has cancelled."""
    give_backs.take(asked())
    desk.refused.emit("not_sent", "PT-X", "why")
    desk.asked_again.emit()
    desk.close_page()
    assert written == [("cancelled", "R1.json")]
    assert give_backs.code is ExitCode.CANCELLED


def test_another_redemptions_outcome_is_not_reported(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """Only the redemption that the POS named counts."""
    give_backs.take(asked())
    desk.known.emit(*known(ReversalState.REVERSED, "R9"))
    assert written == []


def test_requests_wait_for_the_customer_at_hand(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """They are opened in their order, and one too many is rejected."""
    desk.is_free = False
    for number in range(MAX_WAITING):
        assert give_backs.take(asked(f"R{number}"))
    assert not give_backs.take(asked("late"))
    assert written == [("cancelled", "late.json")]
    desk.freed.emit()
    assert desk.opened == []
    desk.is_free = True
    desk.freed.emit()
    desk.close_page()
    assert [reference for reference, _ in desk.opened] == ["R0", "R1"]
    give_backs.conclude()
    assert len(written) == MAX_WAITING + 1
    assert not give_backs.is_busy


def test_the_pos_is_told_why_a_request_is_rejected(desk: Desk) -> None:
    """In the record for its file, and as the reason for a second start."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    desk.is_free = False
    for number in range(MAX_WAITING):
        give_backs.take(asked(f"R{number}"))
    assert told == []
    give_backs.take(asked("late"))
    assert told[0].record["outcome"] == "cancelled"
    assert told[0].error == told[0].record["message"] == TOO_MANY


def test_a_window_that_ends_while_points_are_given_back(give_backs: GiveBacks, desk: Desk, written: list[Any]) -> None:
    """If the worker never answers, the outcome is unknown, and never cancelled."""
    give_backs.take(asked())
    desk.is_giving = True
    assert give_backs.release() == []
    give_backs.conclude()
    assert written == [("unknown", "R1.json")]
    assert give_backs.code is ExitCode.UNKNOWN


def test_a_second_try_without_an_answer_is_unknown(desk: Desk) -> None:
    """The outcome of the first one says nothing about it. The journal says at the next start what was sent last."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    desk.known.emit(*known(ReversalState.REFUSED))
    desk.is_giving = True
    give_backs.conclude()
    last = told[-1]
    assert (last.record["outcome"], last.code) == ("unknown", ExitCode.UNKNOWN)
    assert (last.reference, last.reversal_id) == ("", "")
    assert give_backs.code is ExitCode.UNKNOWN


def test_what_another_request_gave_back_is_not_told_for_this_one(desk: Desk) -> None:
    """It turns up while points are being given back. The POS is told of it for the request that it was for."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    redemption, refused = known(ReversalState.REFUSED)
    desk.is_giving = True
    back = GivenBack(points=Decimal(5))
    desk.known.emit(redemption, replace(refused, id="r-other", state=ReversalState.REVERSED, given_back=back))
    desk.is_giving = False
    desk.known.emit(redemption, refused)
    desk.close_page()
    assert (told[-1].record["outcome"], told[-1].reversal_id) == ("refused", refused.id)


@pytest.mark.parametrize(
    ("second", "outcome", "code"),
    [
        (ReversalState.REFUSED, "reversed", ExitCode.DONE),
        (ReversalState.NOT_SENT, "reversed", ExitCode.DONE),
        (ReversalState.NOT_APPLIED, "reversed", ExitCode.DONE),
        (ReversalState.UNKNOWN, "unknown", ExitCode.UNKNOWN),
    ],
)
def test_a_first_try_that_turns_up_during_the_second(
    desk: Desk, second: ReversalState, outcome: str, code: ExitCode
) -> None:
    """Its points are back, so that is the outcome if the second try did not happen."""
    told: list[Report] = []
    give_backs = GiveBacks(desk, told.append)
    give_backs.take(asked())
    redemption, first = known(ReversalState.REFUSED)
    desk.known.emit(redemption, first)
    desk.is_giving = True
    found = replace(first, state=ReversalState.REVERSED, given_back=GivenBack(points=Decimal(5)))
    desk.known.emit(redemption, found)
    desk.is_giving = False
    desk.known.emit(redemption, replace(first, id="r-second", state=second))
    desk.close_page()
    last = told[-1]
    assert (last.record["outcome"], give_backs.code) == (outcome, code)
    assert last.reversal_id == (first.id if outcome == "reversed" else "r-second")
    # That says nothing about the next request.
    give_backs.take(asked())
    desk.known.emit(redemption, replace(first, id="r-third"))
    desk.close_page()
    assert told[-1].record["outcome"] == "refused"


@pytest.mark.parametrize(
    ("state", "outcome", "code"),
    [
        (ReversalState.REVERSED, "reversed", ExitCode.DONE),
        (ReversalState.NOT_SENT, "not_sent", ExitCode.NOT_REDEEMED),
        (None, "cancelled", ExitCode.CANCELLED),
    ],
)
def test_a_page_that_is_left_while_points_are_given_back(  # noqa: PLR0917 - pytest passes them by name
    give_backs: GiveBacks, desk: Desk, written: list[Any], state: ReversalState | None, outcome: str, code: ExitCode,
    qtbot: QtBot,
) -> None:  # fmt: skip
    """The outcome is awaited, because one that is told as unknown without its reversal could never be told again."""
    give_backs.take(asked())
    give_backs.take(asked("R2"))
    desk.is_giving = True
    desk.close_page()
    # Another reversal of the same redemption, which settling has found.
    desk.known.emit(*known(ReversalState.REVERSED))
    desk.freed.emit()
    assert (written, desk.opened) == ([], [("R1", "5")])
    desk.is_giving = False
    if state is None:
        desk.freed.emit()
    else:
        desk.known.emit(*known(state))
    assert written == [(outcome, "R1.json")]
    assert give_backs.code is code
    assert desk.opened[1:] == [("R2", "5")]
    with qtbot.waitSignal(give_backs.finished, timeout=1_000):
        desk.close_page()


def test_requests_can_move_to_another_window(give_backs: GiveBacks, desk: Desk) -> None:
    """For example after the settings were saved, unless something was tried."""
    give_backs.take(asked())
    give_backs.take(asked("R2"))
    assert [one.give_back for one in give_backs.release()] == ["R1", "R2"]
    give_backs.take(asked("R3"))
    desk.is_free = True
    desk.freed.emit()
    desk.known.emit(*known(ReversalState.UNKNOWN, "R3"))
    give_backs.take(asked("R4"))
    assert [one.give_back for one in give_backs.release()] == ["R4"]
    assert give_backs.is_busy


@pytest.mark.parametrize(
    "message",
    [
        {"give_back": ""},
        {"give_back": 7},
        {"give_back": "R\x07"},
        {"give_back": "R", "bill": "B"},
        {"give_back": "R", "mobile": "9777788221"},
        {"give_back": "R", "points": "-1"},
        {"give_back": "R", "by_link": True},
    ],
)
def test_a_message_that_is_rejected(message: dict[str, Any]) -> None:
    """Another program may send anything."""
    with pytest.raises(HandOverError):
        read_hand_over(message, SecondStart(LocalSocket()))


@given(st.text())
def test_any_reference(text: str) -> None:
    """A reference is clean text, or the message is rejected."""
    try:
        found = read_hand_over({"give_back": text}, SecondStart(LocalSocket()))
    except HandOverError:
        return
    assert found.give_back
    assert found.give_back.isprintable()
