"""Amounts at one press, notes, capitals, and what happens if there is trouble with the code."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.domain.prefill import Prefill
from desktop.gui.screen import Place
from desktop.training.answers import TILL
from tests.journeys.cashier import ASHA

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


def handed_over(till: Cashier, **prefill: object) -> None:
    """Has the POS hand a customer over, who is then looked up."""
    till.session.controller.hand_over(Prefill(mobile=ASHA, **prefill))  # type: ignore[arg-type]  # a test's own values
    till.until_at(Place.POINTS)


def test_f6_takes_all_points(open_till: OpenTill) -> None:
    """It fills them in as the chip does, and the chip reads as it is named."""
    cashier = open_till()
    cashier.find_member()
    assert cashier.find("All 1,991").accessibleDescription() == "F6"
    cashier.key(Qt.Key.Key_F6)
    assert cashier.text("Points to redeem") == "1991"
    assert cashier.focus == "Points to redeem"
    cashier.press("Half 995.5")
    assert cashier.text("Points to redeem") == "995.5"


def test_f6_has_no_effect_elsewhere(open_till: OpenTill) -> None:
    """Neither before the member is found, nor in the history, nor at the code."""
    cashier = open_till()
    cashier.key(Qt.Key.Key_F6)
    assert cashier.text("Mobile number") == ""
    cashier.find_member()
    cashier.key(Qt.Key.Key_F2)
    cashier.key(Qt.Key.Key_F6)
    cashier.key(Qt.Key.Key_F2)
    assert cashier.text("Points to redeem") == ""
    cashier.send_code("10")
    cashier.key(Qt.Key.Key_F6)
    assert cashier.find("Redeem").text() == "Redeem 10 points"


def test_the_balance_can_be_typed_as_it_is_shown(open_till: OpenTill) -> None:
    """1,991 is the whole balance. 1,990 is still refused, because it means different amounts in different countries."""
    cashier = open_till()
    cashier.find_member()
    cashier.type("Points to redeem", "1,990")
    cashier.enter()
    cashier.until_says("Leave out the marks that group thousands")
    cashier.type("Points to redeem", "1,991")
    assert cashier.label("points_note") == "1,991 points. Leaves 0 points."
    cashier.enter()
    cashier.until_sees("Validation code")
    assert cashier.text("Redeem") == "Redeem 1,991 points"


def test_the_bill_is_covered_at_one_press(open_till: OpenTill) -> None:
    """The points are those that the service names for the amount, and the service is asked once."""
    cashier = open_till()
    handed_over(cashier, bill="MG-1", amount=Decimal(250))
    cashier.until_sees("Cover the bill")
    assert cashier.find("Cover the bill").accessibleName() == cashier.text("Cover the bill")
    assert "250" in cashier.text("Cover the bill")
    cashier.press("Cover the bill")
    assert cashier.text("Points to redeem") == "250"


def test_points_of_another_value_cover_the_bill(open_till: OpenTill) -> None:
    """In a program in which a point is worth half, twice as many are needed."""
    cashier = open_till(program_id="1044")
    cashier.session.controller.hand_over(Prefill(mobile="9876543004", amount=Decimal("100.25")))
    cashier.until_sees("Cover the bill")
    cashier.press("Cover the bill")
    assert cashier.text("Points to redeem") == "200.5"


@pytest.mark.parametrize(
    "prefill", [{"amount": Decimal(250), "max_points": Decimal(25)}, {"amount": Decimal(5000)}, {}]
)
def test_a_bill_that_cannot_be_covered_is_not_offered(
    open_till: OpenTill, service: PracticeService, prefill: dict[str, Decimal]
) -> None:
    """The POS allows fewer points, the member has fewer, or the amount is not known."""
    cashier = open_till(service=service)
    handed_over(cashier, bill="MG-1", **prefill)
    asked = [one for one in service.requests() if "currency_input" in str(one["query_names"])]
    if prefill:
        cashier.until(
            lambda: [one for one in service.requests() if "currency_input" in str(one["query_names"])], "the question"
        )
    else:
        assert asked == []
    cashier.type("Points to redeem", "10")
    assert not cashier.sees("Cover the bill")


def test_money_cannot_get_around_what_the_pos_allows(open_till: OpenTill) -> None:
    """Money is not offered with a limit. How many points it is, is known only when the code is sent."""
    cashier = open_till(money_input=True)
    handed_over(cashier, bill="MG-1", max_points=Decimal(25))
    assert not cashier.sees("Enter money instead")
    cashier.press("Cancel, back to POS")
    handed_over(cashier, bill="MG-2")
    assert cashier.sees("Enter money instead")


def test_no_more_points_than_the_pos_allows(open_till: OpenTill) -> None:
    """The limit stands beside the label, in the chips, and in the message about a larger amount."""
    cashier = open_till()
    handed_over(cashier, bill="MG-1", max_points=Decimal(25))
    assert "up to 25" in cashier.texts()
    assert cashier.sees("All 25")
    cashier.key(Qt.Key.Key_F6)
    assert cashier.text("Points to redeem") == "25"
    cashier.type("Points to redeem", "26")
    cashier.enter()
    assert cashier.message == "The POS allows up to 25 points. Enter no more than that."
    assert not cashier.requests("/points/redeem")


def test_a_note_can_be_removed(open_till: OpenTill, service: PracticeService) -> None:
    """It is gone from the redemption too, and another one can be added."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.press("Add a note")
    cashier.keys("for a friend")
    cashier.press("Remove note")
    assert not cashier.sees("Note")
    assert cashier.sees("Add a note")
    assert cashier.focus == "Points to redeem"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert "friend" not in cashier.requests("/points/redeem")[0]


@pytest.mark.parametrize(("setting", "shown"), [(True, "NS3ß5"), (False, "ns3ß5")])
def test_letters_of_a_code_become_capitals(open_till: OpenTill, shown: str, *, setting: bool) -> None:
    """If the organisation's codes are in capitals, they are shown as they will be sent."""
    cashier = open_till(codes_upper_case=setting)
    cashier.find_member()
    cashier.send_code("10")
    cashier.type("Validation code", "ns3ß5")
    assert cashier.text("Validation code") == shown


@pytest.mark.parametrize(
    ("mobile", "says"),
    [
        ("9876540429", "This member has been sent too many codes. Use the last message that came"),
        ("9876540606", "The service could not make a code just now."),
        ("9876540874", "The service could not make a code just now."),
        ("9876540875", "The service could not make a code just now."),
        ("9876540860", "The code could not be sent to the member."),
    ],
)
def test_a_code_that_cannot_be_sent_has_words_of_its_own(open_till: OpenTill, mobile: str, says: str) -> None:
    """The cashier learns what to do next, and can try again at once."""
    cashier = open_till()
    cashier.find_member(mobile)
    cashier.send_code("10")
    cashier.until_says("The points can be redeemed, but the code could not be sent.")
    cashier.press("Send code again")
    cashier.until_says(says)
    assert cashier.screen.place is Place.CODE
    assert cashier.find("Send code again").isEnabled()


@pytest.mark.parametrize("mobile", ["9876540605", "9876549001"])
def test_every_number_for_a_wrong_code_is_explained_alike(
    open_till: OpenTill, service: PracticeService, mobile: str
) -> None:
    """605 and 9001 come from the service's own list for codes. They prove nothing, so the till has looked first."""
    cashier = open_till(service=service)
    cashier.find_member(mobile)
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_says("That code is wrong or has expired.")
    assert "As far as the service shows, no points were taken." in cashier.message
    assert cashier.requests("/customer/redemptions")
    assert cashier.focus == "Validation code"


def test_other_ways_for_a_code_are_offered_if_set(open_till: OpenTill, service: PracticeService) -> None:
    """By e-mail asks with the member's address, and the new code redeems."""
    cashier = open_till(service=service, code_by_email=True, code_by_card=True)
    cashier.find_member()
    cashier.send_code("10")
    assert not cashier.sees("By card number")
    cashier.press("By e-mail")
    cashier.until_says("The code has been sent again.")
    (asked,) = [one for one in service.requests() if str(one["path"]).endswith("/validationcode")]
    assert asked["query"] == {"email": "asha.rao@example.com", "points": "10", "format": "json"}
    assert cashier.focus == "Validation code"
    cashier.enter_code()
    cashier.until_sees("Updated balance")


def test_a_code_by_card_number(open_till: OpenTill, service: PracticeService) -> None:
    """If the member was found by card, the card can be named."""
    cashier = open_till(service=service, code_by_card=True, find_by=["card"])
    cashier.press("Find by Card")
    cashier.type("Card number", "4000000001")
    cashier.enter()
    cashier.until_at(Place.POINTS)
    cashier.send_code("10")
    cashier.press("By card number")
    cashier.until_says("The code has been sent again.")
    (asked,) = [one for one in service.requests() if str(one["path"]).endswith("/validationcode")]
    assert asked["query"] == {"card_number": "4000000001", "points": "10", "format": "json"}


def test_without_the_settings_no_other_way_is_offered(open_till: OpenTill) -> None:
    """The cashier sees one way only."""
    cashier = open_till()
    cashier.find_member()
    cashier.send_code("10")
    for name in ("By e-mail", "By card number", "Missed call", "Redeem without a code"):
        assert not cashier.sees(name)


def test_few_points_need_no_code_if_the_policy_says_so(open_till: OpenTill, service: PracticeService) -> None:
    """No code is sent and none is asked for, but the cashier still agrees to the amount. More points need a code."""
    cashier = open_till(service=service, code_from="100")
    cashier.find_member()
    cashier.type("Points to redeem", "99.999")
    cashier.enter()
    cashier.until_at(Place.CODE)
    assert cashier.label("no_code_needed") == "Fewer than 100 points can be redeemed without a code."
    assert not cashier.sees("Validation code")
    assert cashier.focus == "Redeem 99.999 points"
    assert service.codes() == {}
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert "skip_validation" in str(service.requests()[-1]["query_names"])
    cashier.enter()
    cashier.find_member()
    cashier.send_code("100")
    assert service.codes()


def test_the_cashier_of_the_pos_is_on_the_redemption(open_till: OpenTill) -> None:
    """The next customer is the till's own cashier's again."""
    cashier = open_till(cashier="Ravi", till=TILL)
    handed_over(cashier, bill="MG-1", points="10", cashier="Meera")
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert (attempt.cashier, attempt.draft.bill) == ("Meera", "MG-1")
    cashier.enter()
    cashier.redeem("11")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Ravi"
