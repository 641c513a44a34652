"""What the log has of a day: mistakes of the program once, prints, hand-overs, and the steps of what was redeemed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer, Slot

from desktop import logs
from desktop.domain.prefill import Prefill
from desktop.fault_notice import FaultNotice
from desktop.gui.screen import Place
from desktop.logs import crashes
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from tests.journeys.cashier import ASHA
from tests.printing.network_printer import FINE, PAPER_OUT, Behaviour, FakePrinter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


class Clumsy(QObject):
    """A part of the window with a mistake in a slot that a timer calls again and again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.times = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._stumble)
        self._timer.start()

    @Slot()
    def _stumble(self) -> None:
        self.times += 1
        if self.times == 25:
            self._timer.stop()
        raise LookupError(f"no member {ASHA}")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logs.Log]:
    """Yields a log of JSON lines that takes the exceptions of slots, as outside a test."""
    before = sys.excepthook
    made = logs.start(tmp_path / "logs")
    made.write(level="debug", as_json=True)
    yield made
    made.stop()
    assert sys.excepthook is before


def lines(log: logs.Log) -> list[dict[str, object]]:
    """Returns the lines after everything is written."""
    log.stop()
    assert log.path is not None
    return [json.loads(line) for line in log.path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.qt_no_exception_capture
def test_a_mistake_in_a_slot_is_told_kindly_and_logged_once(
    open_till: OpenTill, service: PracticeService, log: logs.Log
) -> None:
    """Qt goes on after the exception. The window says it with the code for support, and the customer can be served.

    The log has one traceback and the number of times, and one crash report names time and version.
    """
    cashier = open_till(service=service)
    notice = FaultNotice(cashier.session)
    notice.follow(cashier.session.controller)
    log.on_fault = notice.note
    clumsy = Clumsy(cashier.session)
    cashier.until(lambda: clumsy.times == 25, "25 mistakes")
    cashier.until_says("PT-UNEXPECTED")
    assert "LookupError" not in " ".join(cashier.texts())
    cashier.redeem("10", bill="MG-1")
    found = lines(log)
    assert log.path is not None
    (traceback,) = [one for one in found if "traceback" in one]
    assert "LookupError" in str(traceback["traceback"])
    assert ASHA not in str(traceback["traceback"])
    assert traceback["level"] == "critical"
    assert [one["times"] for one in found if "times" in one] == [10, 25]
    (report,) = crashes.reports(log.path.parent)
    text = report.read_text(encoding="utf-8")
    assert "\nTime: 2" in text
    assert "\nVersion: " in text
    assert "LookupError" in text
    assert ASHA not in text


def test_prints_and_hand_overs_are_in_the_log(open_till: OpenTill, service: PracticeService, log: logs.Log) -> None:
    """Each print with its printer and its end, each hand-over with its outcome, both with the reference."""
    printer = FakePrinter(Behaviour(answers=FINE, says_printed=True))
    try:
        cashier = open_till(service=service, printer=printer.address)
        controller = cashier.session.controller
        hand_overs = HandOvers(controller, lambda _report: None, controller)
        hand_overs.take(HandOver(Prefill(mobile=ASHA, bill="MG-1"), "out.json", by_link=True))
        cashier.until_at(Place.POINTS)
        hand_overs.take(HandOver(Prefill(mobile=ASHA, bill="MG-2"), "out.json", by_link=True))
        cashier.send_code("10")
        cashier.enter_code()
        cashier.until_sees("Updated balance")
        attempt = cashier.screen.attempt
        assert attempt is not None
        _print(cashier)
        cashier.until_says("The receipt is printed.")
    finally:
        printer.close()
    mine = [one for one in lines(log) if one.get("reference") == attempt.reference]
    assert [str(one["message"]) for one in mine if one["message"] != "call"] == [
        "journal: begun", "journal: redeemed", "hand-over answered", "print job accepted", "print job printed",
    ]  # fmt: skip
    answered, printed = mine[-3], mine[-1]
    assert (answered["outcome"], answered["way"]) == ("redeemed", "link")
    assert printed["printer"] == printer.address
    ways = [str(one["message"]) for one in lines(log) if str(one["message"]).startswith("hand-over")]
    assert ways == ["hand-over opened", "hand-over waits", "hand-over answered"]


def test_a_print_that_fails_is_in_the_log(open_till: OpenTill, service: PracticeService, log: logs.Log) -> None:
    """With the reason's code."""
    printer = FakePrinter(Behaviour(answers=PAPER_OUT, says_printed=False))
    try:
        cashier = open_till(service=service, printer=printer.address)
        cashier.redeem("10", bill="MG-1")
        _print(cashier)
        cashier.until(lambda: "Print again" in cashier.texts() or "PT-PAPER" in cashier.message, "the failure")
    finally:
        printer.close()
    (failed,) = [one for one in lines(log) if one["message"] == "print job not printed"]
    assert (failed["level"], str(failed["failure"]).startswith("PT-PAPER")) == ("warning", True)


def _print(cashier: Cashier) -> None:
    cashier.press("Print receipt")
