"""A service that is slow, hangs or is not there: said plainly, never holding the window up, over when it is over."""

from __future__ import annotations

import itertools
import socket
import statistics
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer

from desktop.domain.failures import Call
from desktop.gui.screen import Busy, Place
from desktop.texts import load_catalogue
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()
NO_CONNECTION = CATALOGUE.meaning_of("not_sent.connect").says
NO_ANSWER = CATALOGUE.meaning_of("lost.timeout").says
WAIT_OR_ESCAPE = "The service is slow. Wait a little longer, or press Escape to go back."
WAIT = "The service is slow. Please wait: the till finds out whether the points were redeemed."


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tills that call a service slow after a tenth of a second."""
    monkeypatch.setattr("desktop.gui.calls.SLOW_AFTER", 100)


@pytest.mark.usefixtures("impatient")
def test_a_slow_look_up(open_till: OpenTill, service: PracticeService) -> None:
    """While it lasts the button says what is done, the strip that the service is slow; then all of it goes away."""
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
    """Escape leaves a call that hangs, at once; the next press is served at once as well."""
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
    """Escape while a code is being sent: back in the points' field with what was typed; Enter sends it."""
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
    """A redemption cannot be left: the strip asks to wait, Escape does nothing, and the receipt comes."""
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


def test_a_look_up_that_runs_out_of_time(open_till: OpenTill, service: PracticeService) -> None:
    """No answer in time is said with what to do; the next press works."""
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
    """Nobody listens: said at once, in the bar too; as soon as the service is back, Enter goes on."""
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


def test_a_name_that_nobody_knows(open_till: OpenTill) -> None:
    """An address whose host does not exist is no connection either."""
    cashier = open_till(server="https://till.invalid")
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says(NO_CONNECTION, timeout=30_000)


def test_a_redemption_that_never_left(open_till: OpenTill, service: PracticeService) -> None:
    """The service goes away before Redeem: no points were taken, and the next press sends the same reference once."""
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


def _longest_pause(cashier: Cashier, mobile: str) -> float:
    """The longest time between two beats of the painting thread while a look-up hangs, in milliseconds."""
    beats: list[float] = []
    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.setInterval(5)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    cashier.type("Mobile number", mobile)
    heart.start()
    cashier.enter()
    cashier.until_says("(PT-TIMEOUT)")
    heart.stop()
    pauses = [1000 * (later - earlier) for earlier, later in itertools.pairwise(beats)]
    assert len(pauses) > 30
    assert statistics.median(pauses) < 20
    return max(pauses)


def test_the_window_keeps_painting_while_a_server_hangs(open_till: OpenTill, service: PracticeService) -> None:
    """The painting thread is not blocked for 50 ms while a server takes a call and says nothing."""
    cashier = open_till(service=service, read_timeout=0.5)
    service.bad_day(BadDay.HANG, call=Call.FIND_MEMBER)
    # What blocks always blocks in every round; a machine that others share does in some.
    assert min(_longest_pause(cashier, ASHA) for _ in range(3)) <= 50


def test_a_server_that_takes_connections_and_never_reads(open_till: OpenTill) -> None:
    """A listening socket that nobody serves is no reason to freeze, nor to wait for ever."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        cashier = open_till(server=f"http://127.0.0.1:{deaf.getsockname()[1]}", read_timeout=0.5)
        assert min(_longest_pause(cashier, ASHA) for _ in range(3)) <= 50
        cashier.end()
