"""Tests what a screen reader is told about changes that do not have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


def listen(cashier: Cashier) -> list[tuple[str, bool]]:
    """Returns the list that announcements are added to, each with whether it interrupts."""
    said: list[tuple[str, bool]] = []
    cashier.session.view.announcer.announced.connect(lambda text, interrupts: said.append((text, interrupts)))
    return said


def test_a_redemption_is_announced_step_by_step(open_till: OpenTill, service: PracticeService) -> None:
    """The member, the worth, the code and the outcome are announced, each once, and only the outcome interrupts."""
    cashier = open_till(service=service)
    said = listen(cashier)
    cashier.find_member()
    cashier.type("Bill number", "MG-1")
    cashier.type("Points to redeem", "12.5")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    cashier.enter()
    cashier.until_sees("Validation code")
    cashier.type("Validation code", cashier.code())
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert said == [
        ("Asha Rao, 1,991 points", False),
        ("Worth ₹\xa012.50", False),
        ("Code sent", False),
        ("12.5 points redeemed, take ₹\xa012.50 off the bill, new balance 1,978.5", True),
    ]


def test_an_unknown_outcome_is_announced_and_then_its_end(open_till: OpenTill, service: PracticeService) -> None:
    """The cashier hears not to redeem again, and later that it was redeemed; look-ups in between say nothing."""
    cashier = open_till(service=service, read_timeout=0.5, settle_after=0.5)
    said = listen(cashier)
    cashier.lose_answer(BadDay.HANG_AFTER)
    cashier.until_sees("Updated balance")
    outcomes = [text for text, interrupts in said if interrupts]
    assert outcomes == [
        "We do not know yet whether Asha’s 10 points were used. Do not redeem again.",
        "10 points redeemed, take ₹\xa010.00 off the bill, new balance 1,981",
    ]


def test_that_it_did_not_happen_is_announced(open_till: OpenTill, service: PracticeService) -> None:
    """After an unknown outcome, the cashier hears that the points were not redeemed."""
    cashier = open_till(service=service, read_timeout=0.4, settle_after=0.4)
    said = listen(cashier)
    cashier.lose_answer(BadDay.HANG)
    cashier.until_sees("Redeem again")
    assert said[-1] == ("The points were not redeemed", True)
