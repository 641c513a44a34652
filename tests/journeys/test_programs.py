"""A member with several programs: one is chosen, with its own balance and tier, and the points come from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

ARJUN = "9876543004"
"""Points Club 420, Travel Club 1,250.5 at half a rupee, Partner Miles that cannot be redeemed."""

NUMBER_1101 = "9876541101"


def _choose(cashier: Cashier, down: int) -> None:
    cashier.find("Program").setFocus()
    cashier.key(Qt.Key.Key_Down, times=down)


def test_a_program_has_its_own_balance_tier_and_worth(open_till: OpenTill) -> None:
    """Choosing with the keyboard changes the balance, and the receipt and the service agree on the program."""
    cashier = open_till()
    cashier.find_member(ARJUN)
    assert (cashier.value("Available points"), cashier.value("Tier")) == ("420", "Silver")
    assert cashier.focus == "Points to redeem"
    _choose(cashier, 1)
    assert (cashier.value("Available points"), cashier.value("Tier")) == ("1,250.5", "Gold")
    cashier.press("Half")
    assert cashier.text("Points to redeem") == "625.25"
    cashier.type("Points to redeem", "100.5")
    cashier.enter()
    cashier.until_sees("Validation code")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.value("Updated balance") == "1,150"
    (moved,) = cashier.service.ledger()
    assert (str(moved.points), moved.program) == ("100.5", "1044")


def test_more_than_the_program_has_is_reported_before_any_call(open_till: OpenTill) -> None:
    """The member has 500 points in Travel Club, but not in Points Club."""
    cashier = open_till()
    cashier.find_member(ARJUN)
    cashier.type("Points to redeem", "500")
    cashier.enter()
    cashier.until_says("The member has 420 points")
    assert cashier.requests("/points/isredeemable") == []
    _choose(cashier, 1)
    cashier.send_code("500")


def test_a_program_that_cannot_be_redeemed_says_so(open_till: OpenTill) -> None:
    """827 keeps the amount and takes nothing."""
    cashier = open_till()
    cashier.find_member(ARJUN)
    _choose(cashier, 2)
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_says("827")
    assert cashier.text("Points to redeem") == "10"


def test_a_program_that_the_service_no_longer_knows_leads_back_to_the_choice(open_till: OpenTill) -> None:
    """1101 is explained, and the focus is on the choice of programs."""
    cashier = open_till()
    cashier.find_member(NUMBER_1101)
    _choose(cashier, 1)
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_says("does not know this loyalty program")
    assert "(1101)" in cashier.message
    assert cashier.focus == "Program"


def test_a_fixed_program_is_not_a_choice(open_till: OpenTill) -> None:
    """The program of the settings is used without a choice."""
    cashier = open_till(program_id="1044")
    cashier.find_member(ARJUN)
    assert not cashier.sees("Program")
    assert cashier.value("Available points") == "1,250.5"
    cashier.send_code("2")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.service.ledger()[0].program == "1044"


def test_members_of_one_program_have_no_choice(open_till: OpenTill) -> None:
    """No program is sent, so that the service uses its default."""
    cashier = open_till()
    cashier.redeem("5")
    assert all("program_id" not in str(one["query_names"]) for one in cashier.service.requests())
