"""What the interface does if the window is busy, full, not ready, or ends."""

from __future__ import annotations

import sqlite3
import sys
import threading
import time
from concurrent.futures import Future
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Slot

from desktop import local_interface, paths
from desktop.bill_messages import WHY, bill_message
from desktop.domain.failures import JournalTrouble, JournalUnusable, Unexpected
from desktop.domain.hand_over_record import RESULT, AwaitedFile, HandOverRecord, JournalPosition
from desktop.domain.redemption import Step
from desktop.domain.result_record import result
from desktop.flow.attach_bill import BillAnswer, BillTrouble
from desktop.local_interface import BillRequest, HandedOver, LocalInterface, Taken, Withdrawal
from desktop.pos.local_api.backend import ApiError
from desktop.pos.local_api.board import Board
from desktop.served_interface import ServedInterface
from desktop.store.journal import SqliteJournal
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON, make_draft
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

BILL = {"bill": "MG-1", "points": "10"}


class Window(QObject):
    """Stands for the window: answers as a test wants, or not at all."""

    def __init__(self, interface: LocalInterface) -> None:
        super().__init__()
        self.takes: Taken | None = Taken.YES
        self.withdraws: bool | None = True
        self.bills: Any = BillAnswer()
        self.handed: list[HandedOver] = []
        interface.handed_over.connect(self.on_handed_over)
        interface.withdrawn.connect(self.on_withdrawn)
        interface.bill_wanted.connect(self.on_bill_wanted)

    @Slot(object)
    def on_handed_over(self, handed: HandedOver) -> None:
        self.handed.append(handed)
        if self.takes is not None:
            handed.answer.set_result(self.takes)

    @Slot(object)
    def on_withdrawn(self, asked: Withdrawal) -> None:
        if self.withdraws is not None:
            asked.answer.set_result(self.withdraws)

    @Slot(object)
    def on_bill_wanted(self, asked: BillRequest) -> None:
        if self.bills is not None:
            asked.answer.set_result(self.bills)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Returns a data folder with a journal."""
    with SqliteJournal.open(paths.journal(tmp_path), till="till.one"):
        pass
    return tmp_path


@pytest.fixture
def interface(qtbot: QtBot, data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalInterface]:  # noqa: ARG001 - Qt must be running
    """Yields the interface, which listens on no port. It does not wait long for the window."""
    monkeypatch.setattr(local_interface, "_WINDOW_TIMEOUT", 0.5)
    monkeypatch.setattr(local_interface, "_BILL_TIMEOUT", 0.5)
    made = LocalInterface(data, Board())
    yield made
    made.stop(wait=True)


@pytest.fixture
def window(interface: LocalInterface) -> Window:
    """Returns the window."""
    return Window(interface)


def stays() -> bool:
    """Says that the caller has not gone."""
    return False


def ask(qtbot: QtBot, call: Callable[..., Any], *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the call's own
    """Calls on a thread of its own, as a request does, and returns the result or raises what the call raised."""
    done: Future[Any] = Future()

    def run() -> None:
        try:
            done.set_result(call(*arguments, **named))
        except BaseException as error:  # noqa: BLE001 - raised again by the test
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    qtbot.waitUntil(done.done, timeout=30_000)
    return done.result()


def refused(qtbot: QtBot, call: Callable[..., Any], *arguments: Any, **named: Any) -> tuple[int, str]:  # noqa: ANN401 - the call's own
    """Returns the status and the code of a refusal."""
    with pytest.raises(ApiError) as caught:
        ask(qtbot, call, *arguments, **named)
    return caught.value.status, caught.value.code


@pytest.mark.parametrize(("takes", "code"), [(Taken.QUEUE_FULL, "queue_full"), (Taken.NOT_READY, "till_not_ready")])
def test_a_key_of_a_hand_over_that_was_not_taken_is_free(
    qtbot: QtBot, interface: LocalInterface, window: Window, takes: Taken, code: str
) -> None:
    """The POS tries again with the same key, and is served."""
    window.takes = takes
    assert refused(qtbot, interface.hand_over, BILL, "k-1") == (503, code)
    window.takes = Taken.YES
    made, is_new = ask(qtbot, interface.hand_over, BILL, "k-1")
    assert is_new
    assert ask(qtbot, interface.hand_over, BILL, "k-1") == (made, False)
    assert interface.state(made) == "waiting"


def test_two_sales_without_a_bill_are_told_apart_by_their_keys(
    qtbot: QtBot, interface: LocalInterface, window: Window
) -> None:
    """The second customer must not be told the first one's redemption. A bill is one sale, whatever the key is."""
    sale = {"mobile": "9777788221", "points": "10"}
    first, second = (ask(qtbot, interface.hand_over, sale, key) for key in ("k-1", "k-2"))
    assert (first[1], second[1]) == (True, True)
    assert first[0] != second[0]
    assert ask(qtbot, interface.hand_over, sale, "k-2") == (second[0], False)
    bill, _ = ask(qtbot, interface.hand_over, BILL, "k-3")
    assert ask(qtbot, interface.hand_over, BILL, "k-4") == (bill, False)
    assert len(window.handed) == 3


def test_a_window_that_is_busy_takes_the_hand_over_later(
    qtbot: QtBot, interface: LocalInterface, window: Window
) -> None:
    """It is on its way, so the POS gets an id, and a repeat makes no second one."""
    window.takes = None
    made, is_new = ask(qtbot, interface.hand_over, BILL, "")
    assert is_new
    assert ask(qtbot, interface.hand_over, BILL, "") == (made, False)
    assert len(window.handed) == 1
    assert interface.result(made, 0, stays) is None


def test_a_window_that_answers_at_the_last_moment(
    qtbot: QtBot, interface: LocalInterface, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time is over, and the window takes the hand-over in the same moment. The POS is not told that it is gone."""

    def too_late(answer: Future[Taken], _timeout: float) -> Taken:
        assert answer.result(30) is Taken.YES
        raise TimeoutError

    monkeypatch.setattr(interface, "_wait_for", too_late)
    made, _ = ask(qtbot, interface.hand_over, BILL, "")
    assert len(window.handed) == 1
    assert interface.state(made) == "waiting"
    assert interface.result(made, 0, stays) is None


def test_a_till_that_refuses_late(qtbot: QtBot, data: Path) -> None:
    """The POS has its id by then. It is told that nothing was done, and does not wait for ever."""
    with PosRecords(paths.pos_records(data)) as records:
        records.add(HandOverRecord(id="H1", at=datetime.now(UTC), fields=BILL))
    board = Board()
    served = ServedInterface(data, 0, (), board=board, take=lambda _one: None, withdraw=lambda _id: False)
    qtbot.waitUntil(lambda: served.port > 0)
    served._on_handed_over(HandedOver(board.add("H1", BILL), BILL))
    found = served._interface.result("H1", 0, stays)
    served.stop(wait=True)
    assert found is not None
    assert found["outcome"] == "cancelled"


def test_a_hand_over_of_the_command_line_is_not_shown(
    qtbot: QtBot, interface: LocalInterface, window: Window, data: Path
) -> None:
    """Its outcome goes to its file. It could be withdrawn here as if nothing had been sent."""
    with PosRecords(paths.pos_records(data)) as records:
        made = HandOverRecord(id="F1", at=datetime.now(UTC), fields=BILL | {RESULT: "/r.json"})
        records.await_file(made, AwaitedFile(path="/r.json", seen=""))
    for call in (partial(interface.result, "F1", 0, stays), partial(interface.withdraw, "F1")):
        assert refused(qtbot, call) == (404, "no_such_hand_over")
    assert not window.handed


def test_the_end_of_the_window_ends_every_wait(qtbot: QtBot, interface: LocalInterface, window: Window) -> None:
    """At once, with a code that says to try again."""
    window.takes, window.bills = None, None
    errors: list[str] = []

    def call(what: Callable[..., Any], *arguments: object) -> None:
        try:
            what(*arguments)
        except ApiError as error:
            errors.append(error.code)

    calls = [
        threading.Thread(target=call, args=(interface.hand_over, BILL, "")),
        threading.Thread(target=call, args=(interface.attach_bill, "01KA", "MG-1")),
    ]
    for one in calls:
        one.start()
    qtbot.waitUntil(lambda: len(window.handed) == 1)
    interface.stop(wait=True)
    for one in calls:
        one.join(30)
    assert set(errors) <= {"till_not_ready", "not_known"}
    assert refused(qtbot, interface.hand_over, BILL, "") == (503, "till_not_ready")


def test_a_wait_for_a_result_ends(qtbot: QtBot, interface: LocalInterface, window: Window, data: Path) -> None:  # noqa: ARG001 - the window takes it
    """When the time is over, when there is a result, or when the window ends."""
    made, _ = ask(qtbot, interface.hand_over, BILL, "")
    assert ask(qtbot, interface.result, made, 0.05, stays) is None
    timer = threading.Timer(0.1, lambda: conclude(interface, data, made, "redeemed"))
    timer.start()
    assert ask(qtbot, interface.result, made, 30, stays)["outcome"] == "redeemed"
    timer.join()


def test_a_caller_that_has_gone(qtbot: QtBot, interface: LocalInterface, window: Window, data: Path) -> None:  # noqa: ARG001 - the window takes it
    """It frees its place, and what it was not told is still news to the next caller."""
    made, _ = ask(qtbot, interface.hand_over, {"bill": "MG-1"}, "")
    assert ask(qtbot, interface.result, made, 30, lambda: True) is None
    conclude(interface, data, made, "unknown")
    gone = ask(qtbot, interface.result, made, 30, lambda: True)
    assert ask(qtbot, interface.result, made, 30, stays) == gone


def conclude(interface: LocalInterface, data: Path, hand_over_id: str, outcome: str) -> None:
    """Records an outcome, and finishes the hand-over, as the desk and the window do."""
    with PosRecords(paths.pos_records(data)) as records:
        records.tell(hand_over_id, result(None) | {"outcome": outcome}, reference="", reversal_id="", is_done=True)
    interface.board.finish(hand_over_id)


def test_an_unknown_outcome_is_told_while_the_cashier_waits(
    qtbot: QtBot,
    interface: LocalInterface,
    window: Window,  # noqa: ARG001 - it takes the hand-over
    data: Path,
) -> None:
    """The hand-over is still open."""
    made, _ = ask(qtbot, interface.hand_over, BILL, "")
    with PosRecords(paths.pos_records(data)) as records:
        records.open(made, JournalPosition(identity="x", events=0))
        records.tell(made, result(None) | {"outcome": "unknown"}, reference="01KA", reversal_id="", is_done=False)
    # At once, although the caller would wait longer than the test may take.
    assert ask(qtbot, interface.result, made, 600, stays)["outcome"] == "unknown"
    assert interface.state(made) == "waiting"
    # A caller that knows it already waits, until it is known or the time is over.
    assert ask(qtbot, interface.result, made, 0.05, stays)["outcome"] == "unknown"
    timer = threading.Timer(0.1, lambda: conclude(interface, data, made, "redeemed"))
    timer.start()
    assert ask(qtbot, interface.result, made, 600, stays)["outcome"] == "redeemed"
    timer.join()


def test_the_records_stay_open(
    qtbot: QtBot,
    interface: LocalInterface,
    window: Window,  # noqa: ARG001 - it takes the hand-over
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All threads use one connection. It is opened again if the file is gone, and closed at the end.

    Windows removes no file that is open.
    """
    opened: list[PosRecords] = []

    def opening(*arguments: Any, **named: Any) -> PosRecords:  # noqa: ANN401 - those of the class
        opened.append(PosRecords(*arguments, **named))
        return opened[-1]

    monkeypatch.setattr(local_interface, "PosRecords", opening)
    made, _ = ask(qtbot, interface.hand_over, BILL, "")
    assert ask(qtbot, interface.result, made, 0, stays) is None
    assert len(opened) == 1
    if sys.platform != "win32":
        paths.pos_records(data).unlink()
        assert refused(qtbot, interface.result, made, 0, stays) == (404, "no_such_hand_over")
        assert len(opened) == 2
    interface.stop(wait=True)
    for one in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            one.expected()


def test_withdrawing(qtbot: QtBot, interface: LocalInterface, window: Window, data: Path) -> None:
    """It is told as it is: too late, done, or not answered."""
    made, _ = ask(qtbot, interface.hand_over, BILL, "")
    window.withdraws = False
    assert refused(qtbot, interface.withdraw, made) == (409, "too_late")
    window.withdraws = None
    assert refused(qtbot, interface.withdraw, made) == (503, "till_is_busy")
    window.withdraws = True
    # The window has let it go, but it is not recorded yet.
    assert refused(qtbot, interface.withdraw, made) == (503, "till_is_busy")
    conclude(interface, data, made, "cancelled")
    assert ask(qtbot, interface.withdraw, made)["outcome"] == "cancelled"
    other, _ = ask(qtbot, interface.hand_over, {"bill": "MG-2"}, "")
    conclude(interface, data, other, "redeemed")
    assert refused(qtbot, interface.withdraw, other) == (409, "too_late")
    assert refused(qtbot, interface.withdraw, "01NONE") == (404, "no_such_hand_over")


def test_withdrawing_tells_no_outcome(
    qtbot: QtBot,
    interface: LocalInterface,
    window: Window,  # noqa: ARG001 - it takes the hand-over
    data: Path,
) -> None:
    """That it is unknown is still news to who asks next, at once, although that caller would wait longer."""
    made, _ = ask(qtbot, interface.hand_over, BILL, "")
    conclude(interface, data, made, "unknown")
    for _ in range(2):
        assert refused(qtbot, interface.withdraw, made) == (409, "too_late")
    asked = time.monotonic()
    assert ask(qtbot, interface.result, made, 4, stays)["outcome"] == "unknown"
    assert time.monotonic() - asked < 4


@pytest.mark.parametrize("is_doubtful", [False, True])
def test_withdrawing_what_may_have_been_sent_after_all(
    qtbot: QtBot,
    interface: LocalInterface,
    window: Window,  # noqa: ARG001 - it takes the hand-over
    data: Path,
    *,
    is_doubtful: bool,
) -> None:
    """It is too late if an earlier request of the same redemption may still arrive, also once the cashier is done."""
    made, _ = ask(qtbot, interface.hand_over, {"bill": "MG-1"}, "")
    with SqliteJournal.open(paths.journal(data), till="till.one") as journal:
        journal.begin(make_draft("MG-1"), "01KA", till="till.one", cashier="", at=NOON, hand_over=made)
        sent = journal.step("01KA", Step.NOT_SENT, at=NOON, doubtful=is_doubtful)
    with PosRecords(paths.pos_records(data)) as records:
        records.tell(made, result(sent), reference="01KA", reversal_id="", is_done=True)
    interface.board.finish(made)
    if is_doubtful:
        assert refused(qtbot, interface.withdraw, made) == (409, "too_late")
    else:
        assert ask(qtbot, interface.withdraw, made)["outcome"] == "not_sent"


def test_withdrawing_a_request_to_give_back(
    qtbot: QtBot, interface: LocalInterface, window: Window, data: Path
) -> None:
    """If it is too late, the POS hears what the cashier is really doing."""
    made, _ = ask(qtbot, interface.hand_over, {"give_back": "01KB0YNZ7Q8V9W0X1Y2Z3A4B5C"}, "")
    window.withdraws = False
    with pytest.raises(ApiError, match="giving the points back"):
        ask(qtbot, interface.withdraw, made)
    conclude(interface, data, made, "reversed")
    with pytest.raises(ApiError, match="giving the points back"):
        ask(qtbot, interface.withdraw, made)


@pytest.mark.parametrize("trouble", list(BillTrouble))
def test_a_bill_that_is_not_attached(
    qtbot: QtBot, interface: LocalInterface, window: Window, trouble: BillTrouble
) -> None:
    """The code says why, and never 2xx."""
    window.bills = BillAnswer(trouble=trouble, support="PT-X")
    status, code = refused(qtbot, interface.attach_bill, "01KA", "MG-1")
    assert status >= 400
    assert code == trouble.value
    assert bill_message(window.bills)["code"] != 0
    assert WHY[trouble] in str(bill_message(window.bills)["error"])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (JournalUnusable(JournalTrouble.FULL), (503, "journal_unusable")),
        (Unexpected(), (503, "till_not_ready")),
        (BillAnswer(), (404, "no_record")),
        (None, (504, "not_known")),
    ],
)
def test_a_till_that_cannot_attach(
    qtbot: QtBot, interface: LocalInterface, window: Window, answer: object, expected: tuple[int, str]
) -> None:
    """Each is a refusal with its code."""
    window.bills = answer
    assert refused(qtbot, interface.attach_bill, "01KA", "MG-1") == expected


def test_a_journal_that_cannot_be_read(qtbot: QtBot, interface: LocalInterface, data: Path) -> None:
    """The POS is told, and not that there is no record."""
    paths.journal(data).write_bytes(b"no journal" * 1000)
    assert refused(qtbot, interface.outcomes, bill="MG-1", reference="") == (503, "journal_unusable")


def test_one_bad_row_costs_one_answer(
    qtbot: QtBot,
    interface: LocalInterface,
    window: Window,  # noqa: ARG001 - the window takes it
    data: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The others are answered. The log names the hand-over."""
    bad, _ = ask(qtbot, interface.hand_over, BILL, "k-1")
    good, _ = ask(qtbot, interface.hand_over, {"bill": "MG-2"}, "k-2")
    for one in (bad, good):
        interface.board.finish(one)
    with closing(sqlite3.connect(paths.pos_records(data))) as raw, raw:
        raw.execute("UPDATE hand_over SET fields = CAST(x'ff' AS TEXT) WHERE id = ?", (bad,))
    for call in (partial(interface.result, bad, 0.0, stays), partial(interface.hand_over, BILL, "k-1")):
        assert refused(qtbot, call) == (500, "damaged_record")
    assert bad in caplog.text
    assert ask(qtbot, interface.result, good, 0.0, stays)["outcome"] == "cancelled"
    assert ask(qtbot, interface.hand_over, BILL, "k-3")[1]


def test_it_has_a_port_and_a_token_when_it_is_served(qtbot: QtBot, interface: LocalInterface) -> None:
    """The token is made if there is none."""
    with qtbot.waitSignal(interface.started, timeout=30_000) as caught:
        interface.serve(0, ())
    assert caught.args == [""]
    assert interface.port
    assert interface.token()


def test_a_machine_that_has_run_out_of_threads(
    qtbot: QtBot, interface: LocalInterface, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window opens all the same, and says that the POS cannot reach it."""
    with monkeypatch.context() as patched, qtbot.waitSignal(interface.started) as caught:
        refuse_threads(patched)
        interface.serve(0, ())
    assert caught.args != [""]
    assert not interface.port
