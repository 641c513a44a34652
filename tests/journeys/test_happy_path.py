"""The main job with the keyboard alone: find a member, enter points, enter the code, redeem, next customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.screen import Place
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def _four_enters(cashier: Cashier) -> None:
    assert cashier.focus == "Mobile number"
    cashier.keys(ASHA)
    cashier.enter()
    cashier.until_sees("Points to redeem")
    assert cashier.focus == "Points to redeem"
    assert cashier.value("Available points") == "1,991"
    cashier.keys("250.125")
    cashier.enter()
    cashier.until_sees("Validation code")
    assert cashier.focus == "Validation code"
    cashier.keys(cashier.code())
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert cashier.focus == "New customer"
    assert cashier.value("Updated balance") == "1,740.875"
    cashier.enter()
    cashier.until_at(Place.MEMBER)
    assert cashier.focus == "Mobile number"
    assert cashier.text("Mobile number") == ""


def test_four_presses_of_enter_redeem_in_training(open_till: OpenTill) -> None:
    """Exactly four Enters serve a customer, after which the next customer's field has the focus."""
    cashier = open_till()
    _four_enters(cashier)
    movements = cashier.service.ledger()
    assert [str(one.points) for one in movements] == ["250.125"]


def test_four_presses_of_enter_redeem_at_a_service(open_till: OpenTill, service: PracticeService) -> None:
    """The same works at a service's address, with the password from the environment."""
    cashier = open_till(service=service)
    _four_enters(cashier)
    assert len(service.ledger()) == 1
    assert len(cashier.requests("/points/redeem")) == 1
