"""Tests what is served for the POS when the folder of its file does not answer."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from desktop import pos_connection
from desktop.domain.exit_codes import ExitCode
from desktop.domain.prefill import Prefill
from desktop.flow.attach_bill import BillAnswer, BillTrouble
from desktop.flow.pos_desk import Told
from desktop.pos import result_file
from desktop.pos.hand_over import HandOver, read_hand_over
from desktop.pos.reports import Report, Reports
from desktop.pos.second_start import CLOSING
from desktop.pos.single_instance import SecondStartServer
from desktop.pos_connection import PosConnection, Served
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.flow.pos_desk import Telling
    from desktop.pos.single_instance import LocalSocket
    from desktop.session import Session


class Caller:
    """A program that waits (`reports.Caller`)."""

    hand_over_id = ""

    def __init__(self) -> None:
        self.answers: list[dict[str, object]] = []
        self.once_told: Callable[[], object] = lambda: None

    def answer(self, message: dict[str, object]) -> None:
        """Keeps the answer."""
        self.answers.append(message)
        self.once_told()


class Desk:
    """Tells outcomes (`flow.pos_desk.PosDesk`). The folder of some files does not answer."""

    def __init__(self) -> None:
        self.answers_again = threading.Event()
        self.is_closed = threading.Event()

    def tell(self, telling: Telling) -> Told:
        """Adds the earlier redemption, unless it hangs."""
        if telling.path.startswith("gone"):
            self.answers_again.wait(30)
        return Told({**telling.record, "earlier": {}})

    def close(self) -> None:
        """Is the last call."""
        self.is_closed.set()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Yields a desk that hangs until the end of the test."""
    made = Desk()
    yield made
    made.answers_again.set()
    assert made.is_closed.wait(30)


def end(desk: Desk, *paths: str, once_told: Callable[[], object] = lambda: None) -> list[Caller]:
    """Ends a session with an outcome to tell for each path. Returns the callers that wait."""
    reports = Reports(lambda _report: None, lambda _record: None)
    callers = [Caller() for _ in paths]
    for caller, path in zip(callers, paths, strict=True):
        caller.once_told = once_told
        record = {"outcome": "cancelled"} | ({"bill": path} if path.endswith("of a bill") else {})
        reports.add(Report(record=record, path=path, code=ExitCode.CANCELLED, caller=caller))
    served = SimpleNamespace(
        give_backs=SimpleNamespace(conclude=lambda: None),
        hand_overs=SimpleNamespace(conclude=lambda: None),
        reports=reports,
        _session=SimpleNamespace(services=SimpleNamespace(open_pos_desk=lambda: desk)),
    )
    served._tell_rest = partial(Served._tell_rest, cast("Served", served))
    Served.end(cast("Served", served))
    return callers


def test_every_caller_is_told_at_the_end(desk: Desk) -> None:
    """Each gets its outcome with what the journal adds, and the records are closed before the program ends."""
    for caller in end(desk, "a", ""):
        assert caller.answers == [{"record": {"outcome": "cancelled", "earlier": {}}, "code": 3}]
    assert desk.is_closed.is_set()


def test_a_folder_that_does_not_answer_keeps_no_window_open(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who waits is told what is known, standard error names the file, and the session ends."""
    monkeypatch.setattr(pos_connection, "_TELLING_TIMEOUT", 0.3)
    first, gone, last = end(desk, "a", "gone/b", "")
    assert first.answers == [{"record": {"outcome": "cancelled", "earlier": {}}, "code": 3}]
    assert gone.answers == last.answers == [{"record": {"outcome": "cancelled"}, "code": 3}]
    said = capsys.readouterr().err
    assert said.count("the outcome could not be written to gone/b (PT-HAND-OVER-FILE)") == said.count("\n") == 1


def test_a_machine_that_has_run_out_of_threads(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who waits is told what is known, and the next start writes the file."""
    refuse_threads(monkeypatch)
    # It is never opened.
    desk.is_closed.set()
    (caller,) = end(desk, "a")
    assert caller.answers == [{"record": {"outcome": "cancelled"}, "code": 3}]
    assert "the outcome could not be written to a (PT-HAND-OVER-FILE)" in capsys.readouterr().err


def test_an_answer_that_comes_late_is_not_told_to_the_next_caller(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the folder answers again just after the time is over, each caller still gets its own outcome."""
    monkeypatch.setattr(pos_connection, "_TELLING_TIMEOUT", 0.3)

    def answer_again() -> None:
        desk.answers_again.set()
        assert desk.is_closed.wait(30)

    gone, last = end(desk, "gone/file of a bill", "another of a bill", once_told=answer_again)
    for caller, bill in ((gone, "gone/file of a bill"), (last, "another of a bill")):
        assert caller.answers == [{"record": {"outcome": "cancelled", "bill": bill}, "code": 3}]
    assert capsys.readouterr().err.count("(PT-HAND-OVER-FILE)") == 2


def test_a_bill_whose_file_is_being_checked(
    qtbot: QtBot,  # noqa: ARG001 - Qt must be running
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It can be withdrawn. A window that closes says that it took nothing, unless the POS has withdrawn the bill.

    For a bill that was withdrawn, no other window may open.
    """
    answers_again = threading.Event()
    monkeypatch.setattr(result_file, "check", lambda path, _own: answers_again.wait(30) and path)
    connection = PosConnection(tmp_path, tmp_path, lambda: None)
    caller, other = Caller(), Caller()
    hand_over = HandOver(Prefill(bill="A"), str(tmp_path / "a.json"), caller, id="H1")
    connection._checks.check(hand_over, ())
    connection._checks.check(replace(hand_over, prefill=Prefill(bill="C"), caller=other, id="H2"), ())
    assert connection._withdraw_as_asked({"bill": "a"}) == {"code": ExitCode.DONE}
    assert connection._withdraw_as_asked({"bill": "B"})["code"] == ExitCode.NO_RECORD
    connection.stop_listening()
    assert (is_cancelled(caller, bill="A"), other.answers) == (True, [{CLOSING: True}])
    assert connection._withdraw_as_asked({"bill": "A"})["code"] == ExitCode.NO_RECORD
    # Between two sessions there is no window that could take it.
    connection._take_checked(hand_over, False)
    assert caller.answers[1:] == [{CLOSING: True}]
    connection._take_checked(hand_over, True)
    assert is_cancelled(caller, bill="A")
    answers_again.set()


def is_cancelled(caller: Caller, *, bill: str, code: int = 3) -> bool:
    """Tells whether the last answer is that nothing was done for a bill."""
    told = caller.answers[-1]
    record = cast("dict[str, object]", told["record"])
    return (record["outcome"], record["bill"], told["code"]) == ("cancelled", bill, code)


class OpenWindow:
    """What the connection needs of a session (`Session`) and of what is served in it (`Served`)."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.came: list[str] = []
        self.expected: list[str] = []
        self.setup, self.failed_to_open = None, False
        self.window = SimpleNamespace(raise_=lambda: None, activateWindow=lambda: None)
        self.telling = SimpleNamespace(expect_file=lambda record: self.expected.append(record.id))
        self.reports = Reports(lambda report: self.reports.on_told(report.record), lambda _record: None)
        self._session = self
        self._tell = partial(Served._tell, cast("Served", self))
        self.turn_away = partial(Served.turn_away, cast("Served", self))

    def works_with(self, asked: dict[str, object]) -> bool:
        """Compares the address."""
        return asked.get("server", self.server) == self.server

    def take(self, hand_over: HandOver) -> bool:
        """Takes any hand-over."""
        self.came.append(hand_over.id)
        return True


@pytest.mark.parametrize("way", ["its file was checked", "it waited"])
@pytest.mark.parametrize("server", ["https://one.example", "https://two.example"])
def test_settings_that_are_saved_before_a_bill_is_opened(
    qtbot: QtBot,  # noqa: ARG001 - Qt must be running
    tmp_path: Path,
    way: str,
    server: str,
) -> None:
    """If the till works with another service then, no points of the bill move there. The POS is told so."""
    window, caller = OpenWindow(server), Caller()
    connection = PosConnection(tmp_path, tmp_path, lambda: None)
    connection._session, connection._served = cast("Session", window), cast("Served", window)
    message = {"bill": "A", "result": str(tmp_path / "a.json"), "settings": {"server": "https://one.example"}}
    hand_over = replace(read_hand_over(message, caller), id="H1")
    if way == "it waited":
        connection.serve([hand_over])
    else:
        connection._take_checked(hand_over, False)
    if server == "https://one.example":
        assert (window.came, caller.answers) == (["H1"], [])
    else:
        assert (window.came, window.expected) == ([], ["H1"])
        assert is_cancelled(caller, bill="A", code=2)
        assert "another --server or --till" in str(caller.answers[0]["error"])


def test_a_bill_that_was_withdrawn_while_its_file_was_checked(
    qtbot: QtBot,  # noqa: ARG001 - Qt must be running
    tmp_path: Path,
) -> None:
    """It never comes to the counter, and the POS is told in its file that nothing was done."""
    window, caller = OpenWindow("https://one.example"), Caller()
    connection = PosConnection(tmp_path, tmp_path, lambda: None)
    connection._session, connection._served = cast("Session", window), cast("Served", window)
    connection._take_checked(HandOver(Prefill(bill="A"), str(tmp_path / "a.json"), caller, id="H1"), True)
    assert (window.came, window.expected) == ([], ["H1"])
    assert is_cancelled(caller, bill="A")


class BillWindow(OpenWindow):
    """A session with which bills wait until the test answers."""

    def __init__(self) -> None:
        super().__init__("https://one.example")
        self.asked: list[tuple[str, str]] = []
        self.bills = self
        self.controller = SimpleNamespace(settings=SimpleNamespace(local_api=0, api_origins=()))
        self.answers: list[Callable[[BillAnswer], None]] = []

    def attach(self, reference: str, bill: str, answer: Callable[[BillAnswer], None]) -> None:
        """Keeps the request."""
        self.asked.append((reference, bill))
        self.answers.append(answer)


@pytest.fixture
def told(
    qtbot: QtBot,  # noqa: ARG001 - Qt must be running
    monkeypatch: pytest.MonkeyPatch,
) -> list[tuple[object, dict[str, object]]]:
    """Returns what second starts are answered from now on, each with its caller."""
    answers: list[tuple[object, dict[str, object]]] = []
    monkeypatch.setattr(SecondStartServer, "answer", lambda caller, message: answers.append((caller, message)))
    return answers


def test_a_bill_to_attach_that_the_session_leaves_behind(
    tmp_path: Path, told: list[tuple[object, dict[str, object]]]
) -> None:
    """If settings are saved, the next session attaches it. If the window closes, its caller can do it by itself."""
    connection = PosConnection(tmp_path, tmp_path, lambda: None)
    windows = [BillWindow() for _ in range(2)]
    connection.follow(cast("Session", windows[0]))
    first, second = (cast("LocalSocket", Caller()) for _ in range(2))
    for caller, bill in ((first, "A"), (second, "B")):
        connection.on_handed_over({"attach_bill": {"reference": f"R{bill}", "bill": bill}}, caller)
    windows[0].answers[0](BillAnswer())
    assert told == [(first, {"code": ExitCode.DONE})]
    connection.end()
    connection.follow(cast("Session", windows[1]))
    assert windows[1].asked == [("RB", "B")]
    windows[1].answers[0](BillAnswer())
    # The worker of the session before may answer late.
    windows[0].answers[1](BillAnswer())
    assert told[1:] == [(second, {"code": ExitCode.DONE})]
    connection.on_handed_over({"attach_bill": {"reference": "RC", "bill": "C"}}, first)
    connection.end()
    connection.stop()
    assert told[2:] == [(first, {CLOSING: True})]


@pytest.mark.parametrize("trouble", [BillTrouble.NOT_SENT, BillTrouble.NOT_KNOWN])
def test_a_bill_whose_attaching_the_end_of_the_session_cuts_off(
    tmp_path: Path, told: list[tuple[object, dict[str, object]]], trouble: BillTrouble
) -> None:
    """Its caller is not told to try again: the next session does so, or the caller itself if the window closes."""
    connection = PosConnection(tmp_path, tmp_path, lambda: None)
    windows = [BillWindow() for _ in range(2)]
    connection.follow(cast("Session", windows[0]))
    callers = [cast("LocalSocket", Caller()) for _ in range(2)]
    for caller, bill in zip(callers, "AB", strict=True):
        connection.on_handed_over({"attach_bill": {"reference": f"R{bill}", "bill": bill}}, caller)
    connection.prepare_end()
    windows[0].answers[0](BillAnswer(trouble=trouble))
    windows[0].answers[1](BillAnswer(trouble=BillTrouble.HAS_BILL))
    connection.end()
    assert [one for one, _ in told] == callers[1:]
    connection.follow(cast("Session", windows[1]))
    assert windows[1].asked == [("RA", "A")]
    windows[1].answers[0](BillAnswer(trouble=trouble))
    assert told[1][0] is callers[0]
    assert "try again" in str(told[1][1]["error"])
    connection.on_handed_over({"attach_bill": {"reference": "RC", "bill": "C"}}, callers[1])
    connection.prepare_end()
    windows[1].answers[1](BillAnswer(trouble=trouble))
    connection.end()
    connection.stop()
    assert told[2:] == [(callers[1], {CLOSING: True})]
