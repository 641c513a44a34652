"""Every refusal that the service knows, by its sample member: said in the catalogue's words, and the next try works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.domain.failures import Call, Refused
from desktop.domain.messages import FormField
from desktop.gui.screen import Busy, Place
from desktop.texts import load_catalogue
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()

FIELDS = {FormField.MOBILE: "Mobile number", FormField.POINTS: "Points to redeem", FormField.BILL: "Bill number"}

LOOK_UPS = {618: 618, 1013: 1013, 1020: 1020, 1044: 1044, 809: 809, 820: 809, 3045: 809}
"""Members who cannot be served at all: the end of their number, and the code that is shown."""

CHECKS = (803, 804, 805, 806, 813, 824, 826, 827, 886, 887, 888, 889, 895, 899)
"""Members whose points the service refuses before a code is sent."""

REDEMPTIONS = (815, 817, 825, 859, 894, 898, 903)
"""Members who get a code, and are then refused."""

LIMITS = ((807, "30", "50"), (819, "600", "500"), (821, "99", "100"))
"""Members with limits: an amount that is refused, and one that is not."""


def mobile(code: int) -> str:
    """What a cashier types for the member whose number ends in a code."""
    return f"987654{code:04}"


def words(call: Call, code: int) -> str:
    """What the message strip is to say of a refusal, with its number."""
    return CATALOGUE.explain(Refused(call, code), str).text


def serve_asha(cashier: Cashier) -> None:
    """The next customer: nothing of the one before is in the way."""
    cashier.key(Qt.Key.Key_F4)
    assert cashier.message == ""
    cashier.redeem("10")


def look_up(cashier: Cashier, number: str) -> None:
    """Presses Enter on a number and waits for the answer."""
    cashier.type("Mobile number", number)
    cashier.enter()
    cashier.until(lambda: cashier.screen.busy is None, "an answer")


@pytest.mark.parametrize(("code", "shown"), LOOK_UPS.items())
def test_a_member_who_cannot_be_served(open_till: OpenTill, service: PracticeService, code: int, shown: int) -> None:
    """A look-up that is refused, or finds an account marked as fraud, says so; the next customer is served."""
    cashier = open_till(service=service)
    look_up(cashier, mobile(code))
    assert cashier.message == words(Call.FIND_MEMBER, shown)
    assert cashier.screen.place is Place.MEMBER
    assert cashier.focus == "Mobile number"
    serve_asha(cashier)


def test_a_number_that_is_nobodys(open_till: OpenTill, service: PracticeService) -> None:
    """An unknown number is said, stands selected in its field, and typing the right one replaces it."""
    cashier = open_till(service=service)
    look_up(cashier, "9876512345")
    assert cashier.message == words(Call.FIND_MEMBER, 1012)
    assert cashier.focus == "Mobile number"
    cashier.keys(ASHA)
    assert cashier.text("Mobile number") == ASHA
    assert cashier.message == ""
    cashier.enter()
    cashier.until_sees("Available points")


@pytest.mark.parametrize("code", CHECKS)
def test_points_that_are_refused(open_till: OpenTill, service: PracticeService, code: int) -> None:
    """A refusal of the points says why and what to do, in the field that it is about; no code goes out."""
    cashier = open_till(service=service)
    cashier.find_member(mobile(code))
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until(lambda: cashier.screen.busy is None, "an answer")
    assert cashier.message == words(Call.CHECK, code)
    field = CATALOGUE.meaning(Refused(Call.CHECK, code)).field
    assert cashier.focus == FIELDS.get(field, "Points to redeem")
    assert not service.codes()
    serve_asha(cashier)
    assert len(service.ledger()) == 1


@pytest.mark.parametrize("code", REDEMPTIONS)
def test_a_redemption_that_is_refused(open_till: OpenTill, service: PracticeService, code: int) -> None:
    """A refused redemption says that no points were taken, keeps the code step, and nothing moved."""
    cashier = open_till(service=service)
    cashier.find_member(mobile(code))
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until(lambda: cashier.screen.busy is None, "an answer")
    assert cashier.message == words(Call.REDEEM, code)
    assert "o points were taken" in cashier.message
    assert cashier.screen.place is Place.CODE
    assert cashier.focus == "Validation code"
    assert not service.ledger()
    serve_asha(cashier)


@pytest.mark.parametrize(("code", "refused", "taken"), LIMITS)
def test_an_amount_outside_the_limits(
    open_till: OpenTill, service: PracticeService, code: int, refused: str, taken: str
) -> None:
    """Too many, too few, or not a multiple: said in the points' field, and another amount goes through."""
    cashier = open_till(service=service)
    cashier.find_member(mobile(code))
    cashier.type("Points to redeem", refused)
    cashier.enter()
    cashier.until_says(words(Call.CHECK, code))
    assert cashier.focus == "Points to redeem"
    cashier.keys(taken)
    assert cashier.text("Points to redeem") == taken
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert [str(one.points) for one in service.ledger()] == [taken]


def test_an_amount_is_refused_while_it_is_typed(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the service says about the amount is there before Enter is pressed, quietly."""
    monkeypatch.setattr("desktop.gui.worth.WORTH_AFTER", 20)
    cashier = open_till(service=service)
    cashier.find_member(mobile(807))
    cashier.type("Points to redeem", "30")
    cashier.until_says(words(Call.CHECK, 807))
    assert cashier.screen.notice.tone == "wait"
    assert cashier.focus == "Points to redeem"


def test_a_program_that_the_service_does_not_know(open_till: OpenTill, service: PracticeService) -> None:
    """A program that is gone (1101) is said as that."""
    cashier = open_till(service=service, program_id="1999")
    cashier.find_member(mobile(1101))
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_says(words(Call.CHECK, 1101))


def test_points_that_went_elsewhere_meanwhile(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """Points that another till took since the look-up are refused (818); fewer go through."""
    here = open_till(service=service)
    here.find_member()
    there = open_till(service=service, data=tmp_path / "other")
    there.redeem("1990")
    here.window.activateWindow()
    here.until(here.window.isActiveWindow, "the first window")
    here.type("Points to redeem", "500")
    here.enter()
    here.until_says(words(Call.CHECK, 818))
    assert here.focus == "Points to redeem"
    here.keys("1")
    here.enter()
    here.until_at(Place.CODE)
    here.enter_code()
    here.until_sees("Updated balance")
    assert here.value("Updated balance") == "0"


def test_a_till_with_a_wrong_password(open_till: OpenTill, service: PracticeService) -> None:
    """A till that the service does not accept says so (401), and nothing is asked again by itself."""
    cashier = open_till(service=service, ready=False, till="somebody.else")
    cashier.until_ready()
    look_up(cashier, ASHA)
    assert cashier.message == words(Call.FIND_MEMBER, 401)
    assert len(cashier.requests("/customer/get")) == 1


def test_a_member_who_is_locked_for_a_moment(open_till: OpenTill, service: PracticeService) -> None:
    """521 twice: the till waits and sends the same again by itself, under one reference, and redeems once."""
    cashier = open_till(service=service)
    cashier.redeem("10", mobile=mobile(521))
    bodies = cashier.requests("/points/redeem")
    assert len(bodies) == 3
    assert len(set(bodies)) == 1
    assert len(service.ledger()) == 1


def test_too_many_requests(open_till: OpenTill, service: PracticeService) -> None:
    """429 is said as a busy service, and the next press works where the cashier did not wait for the till."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.ERROR_429, 1, call=Call.FIND_MEMBER)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says("The service is very busy. The till looks again by itself.")
    assert "(429)" in cashier.message
    cashier.escape()
    assert cashier.focus == "Mobile number"
    cashier.enter()
    cashier.until_sees("Available points")


@pytest.mark.parametrize(
    "day", [BadDay.ERROR_500, BadDay.ERROR_502, BadDay.ERROR_503, BadDay.ERROR_504, BadDay.PAGE_520]
)
def test_an_error_page_in_place_of_a_member(open_till: OpenTill, service: PracticeService, day: BadDay) -> None:
    """A page of the edge in place of an answer is trouble at the service, never the cashier's; the next press works."""
    cashier = open_till(service=service)
    service.bad_day(day, 1, call=Call.FIND_MEMBER)
    look_up(cashier, ASHA)
    meaning = CATALOGUE.meaning_of("lost.server_error")
    assert cashier.message == f"{meaning.says} {meaning.next_step} (PT-HTTP-{day.value.rpartition('_')[2]})"
    cashier.enter()
    cashier.until_sees("Available points")


def test_answers_in_loose_types(open_till: OpenTill, service: PracticeService) -> None:
    """Numbers as texts, lists as objects: the whole way is the same."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.LOOSE_TYPES)
    cashier.redeem("250.125")
    assert cashier.value("Updated balance") == "1,740.875"


def test_a_refusal_never_leaves_the_till_busy(open_till: OpenTill, service: PracticeService) -> None:
    """After a refusal no button is grey and no bar moves."""
    cashier = open_till(service=service)
    cashier.find_member(mobile(886))
    cashier.type("Points to redeem", "10")
    cashier.enter()
    assert cashier.screen.busy is Busy.SENDING_CODE
    cashier.until(lambda: cashier.screen.busy is None)
    for name in ("Send code", "All points", "Half", "Points to redeem", "Bill number", "Change member"):
        assert cashier.find(name).isEnabled(), name
