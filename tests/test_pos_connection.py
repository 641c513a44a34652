"""Tests what is served for the POS when the folder of its file does not answer."""

from __future__ import annotations

import threading
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from desktop import pos_connection
from desktop.domain.exit_codes import ExitCode
from desktop.domain.prefill import Prefill
from desktop.flow.pos_desk import Told
from desktop.pos import result_file
from desktop.pos.hand_over import HandOver
from desktop.pos.reports import Report, Reports
from desktop.pos.second_start import CLOSING
from desktop.pos_connection import PosConnection, Served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.flow.pos_desk import Telling


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
    """It can be withdrawn, and a window that closes says that it has taken nothing."""
    answers_again = threading.Event()
    monkeypatch.setattr(result_file, "check", lambda path, _own: answers_again.wait(30) and path)
    connection = PosConnection(tmp_path, tmp_path, lambda: None)
    caller = Caller()
    hand_over = HandOver(Prefill(bill="A"), str(tmp_path / "a.json"), caller, id="H1")
    connection._checks.check(hand_over, ())
    assert connection._withdraw_as_asked({"bill": "a"}) == {"code": ExitCode.DONE}
    assert connection._withdraw_as_asked({"bill": "B"})["code"] == ExitCode.NO_RECORD
    connection.stop_listening()
    assert caller.answers == [{CLOSING: True}]
    assert connection._withdraw_as_asked({"bill": "A"})["code"] == ExitCode.NO_RECORD
    # Between two sessions there is no window that could take it.
    connection._take_checked(hand_over, False)
    assert caller.answers == [{CLOSING: True}] * 2
    answers_again.set()
