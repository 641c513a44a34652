"""A service that is slow, hangs or is down is reported plainly, never blocks the window, and works again afterwards."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.failures import Call
from desktop.gui.screen import Busy, Place
from desktop.store.pins import Cost, hash_pin
from desktop.store.supervisor import SupervisorPin
from desktop.texts import load_catalogue
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()
NO_CONNECTION = CATALOGUE.meaning_of("not_sent.connect").says
NO_ANSWER = CATALOGUE.meaning_of("lost.timeout").says
WAIT_OR_ESCAPE = "The service is slow. Wait a little longer, or press Esc to go back."
WAIT = "The service is slow. Please wait: the till is finding out whether the points were redeemed."


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes tills call a service slow after a tenth of a second."""
    monkeypatch.setattr("desktop.gui.calls.SLOW_AFTER", 100)


@pytest.mark.usefixtures("impatient")
def test_a_slow_look_up(open_till: OpenTill, service: PracticeService) -> None:
    """The button says what is done and the message that the service is slow. Afterwards both are gone."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.SLOW, 1, call=Call.FIND_MEMBER, seconds=0.6)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    assert cashier.text("Find member") == "Looking for the member…"
    assert not cashier.find("Find member").isEnabled()
    assert cashier.message == ""
    cashier.until_says(WAIT_OR_ESCAPE)
    assert cashier.value("Connection") == "Slow"
    cashier.until_sees("Available points")
    assert cashier.message == ""
    assert cashier.value("Connection") == "Connected"


@pytest.mark.usefixtures("impatient")
def test_escape_ends_a_slow_look_up_at_once(open_till: OpenTill, service: PracticeService) -> None:
    """Escape leaves a call that hangs at once, and the next press is served at once as well."""
    cashier = open_till(service=service, read_timeout=60)
    service.bad_day(BadDay.HANG, 1, call=Call.FIND_MEMBER)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says(WAIT_OR_ESCAPE)
    cashier.escape()
    assert cashier.screen.busy is None
    assert cashier.message == ""
    assert cashier.focus == "Mobile number"
    begun = time.monotonic()
    cashier.enter()
    cashier.until_sees("Available points")
    assert time.monotonic() - begun < 5


def test_escape_ends_the_sending_of_a_code(open_till: OpenTill, service: PracticeService) -> None:
    """Escape while a code is being sent leads back to the points' field with what was typed, and Enter sends it."""
    cashier = open_till(service=service, read_timeout=60)
    cashier.find_member()
    service.bad_day(BadDay.HANG, 1, call=Call.CHECK)
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until(lambda: len(cashier.requests("/isredeemable")) == 1, "the call")
    assert cashier.text("Send code") == "Sending code…"
    cashier.escape()
    assert cashier.screen.busy is None
    assert cashier.focus == "Points to redeem"
    assert cashier.text("Points to redeem") == "10"
    cashier.enter()
    cashier.until_at(Place.CODE)


@pytest.mark.usefixtures("impatient")
def test_a_slow_redemption_is_waited_for(open_till: OpenTill, service: PracticeService) -> None:
    """A redemption cannot be left: the message asks to wait, Escape does nothing, and the receipt comes."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10")
    service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM, seconds=0.6)
    cashier.enter_code()
    assert cashier.text("Redeem") == "Redeeming…"
    cashier.until_says(WAIT)
    cashier.escape()
    assert cashier.screen.busy is Busy.REDEEMING
    cashier.until_sees("Updated balance")
    assert cashier.message == ""


@pytest.mark.usefixtures("impatient")
def test_the_page_for_an_answer_that_never_comes_is_ready(open_till: OpenTill, service: PracticeService) -> None:
    """It is made while the till waits, and is not to be seen before it is needed."""
    cashier = open_till(service=service, read_timeout=2)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
    cashier.enter_code()
    cashier.until(lambda: cashier.window.findChild(QWidget, "redeem_again") is not None, "the page")
    assert cashier.screen.busy is Busy.REDEEMING
    assert cashier.message == WAIT
    cashier.until_at(Place.UNKNOWN)
    assert cashier.value("Not known yet")


def test_a_look_up_that_runs_out_of_time(open_till: OpenTill, service: PracticeService) -> None:
    """If no answer comes in time, the message says what to do, and the next press works."""
    cashier = open_till(service=service, read_timeout=0.4)
    service.bad_day(BadDay.HANG, 1, call=Call.FIND_MEMBER)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says(NO_ANSWER)
    assert "(PT-TIMEOUT)" in cashier.message
    assert cashier.focus == "Mobile number"
    cashier.enter()
    cashier.until_sees("Available points")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def test_a_dead_service_and_then_its_return(open_till: OpenTill) -> None:
    """If nothing listens, message and bar say so at once. As soon as the service is back, Enter goes on."""
    service = PracticeService(port=_free_port())
    cashier = open_till(service=service)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says(NO_CONNECTION)
    assert "(PT-CONNECT)" in cashier.message
    assert cashier.value("Connection") == "No connection"
    assert cashier.focus == "Mobile number"
    service.start()
    try:
        cashier.enter()
        cashier.until_sees("Available points")
        assert cashier.value("Connection") == "Connected"
        assert cashier.message == ""
    finally:
        cashier.end()
        service.stop()


def test_a_host_name_that_does_not_exist(open_till: OpenTill) -> None:
    """A host name that does not exist is reported as no connection."""
    cashier = open_till(server="https://till.invalid")
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says(NO_CONNECTION, timeout=30_000)


def test_a_redemption_that_is_not_sent(open_till: OpenTill, service: PracticeService) -> None:
    """If the service is gone before Redeem, no points are taken, and the next press sends the same reference once."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    code = cashier.code()
    service.stop()
    cashier.enter_code(code)
    cashier.until_says(NO_CONNECTION)
    assert "No points were taken" in cashier.message
    assert cashier.screen.place is Place.CODE
    assert cashier.focus == "Validation code"
    first = cashier.screen.attempt
    service.start()
    cashier.enter()
    cashier.until_sees("Updated balance")
    second = cashier.screen.attempt
    assert first is not None
    assert second is not None
    assert second.reference == first.reference
    assert second.sends == 2
    assert [one.reference for one in service.ledger()] == [first.reference]


def _ticks_while_waiting(cashier: Cashier, mobile: str) -> int:
    """Returns how often a timer of the GUI thread has fired while a look-up hangs."""
    ticks: list[bool] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(5)
    timer.timeout.connect(lambda: ticks.append(cashier.screen.busy is not None))
    cashier.type("Mobile number", mobile)
    cashier.enter()
    timer.start()
    cashier.until_says("(PT-TIMEOUT)")
    timer.stop()
    return sum(ticks)


def test_the_gui_thread_is_not_blocked_while_a_server_hangs(open_till: OpenTill, service: PracticeService) -> None:
    """The GUI thread goes on while a server accepts a call and does not answer. The benchmarks measure how well."""
    cashier = open_till(service=service, read_timeout=1.0)
    service.bad_day(BadDay.HANG, call=Call.FIND_MEMBER)
    assert _ticks_while_waiting(cashier, ASHA) > 10


def test_a_server_that_takes_connections_and_never_reads(open_till: OpenTill) -> None:
    """A socket that listens but is not served neither freezes the window nor keeps it waiting for ever."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        cashier = open_till(server=f"http://127.0.0.1:{deaf.getsockname()[1]}", read_timeout=1.0)
        assert _ticks_while_waiting(cashier, ASHA) > 10
        cashier.end()


@pytest.mark.usefixtures("impatient")
def test_a_slow_computer_is_not_a_slow_service(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checking a supervisor's PIN can take seconds on an old terminal. Nothing has been sent then."""
    checking, may_end = threading.Event(), threading.Event()
    check = SupervisorPin.check

    def check_slowly(supervisor: SupervisorPin, pin: str) -> None:
        checking.set()
        may_end.wait(20)
        check(supervisor, pin)

    monkeypatch.setattr(SupervisorPin, "check", check_slowly)
    cashier = open_till(service=service, skip_validation=True, supervisor_pin=hash_pin("471108", Cost(4, 8, 1)))
    cashier.find_member()
    cashier.send_code("20")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", "471108")
    cashier.type("Why is there no code?", "Phone is dead")
    cashier.enter()
    try:
        cashier.until(checking.is_set, "the check")
        assert cashier.text("Allow and redeem") == "Redeeming…"
        assert cashier.find("Why is there no code?").isReadOnly()
        cashier.until_says("This takes longer than usual.")
        assert cashier.value("Connection") == "Connected"
        assert cashier.requests("/points/redeem") == []
    finally:
        may_end.set()
    cashier.until_sees("Updated balance")
