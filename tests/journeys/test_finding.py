"""Members are found in other ways, and problems of the account are shown before points are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.gui.screen import Busy, Place
from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

ALL = "card,email,external_id"


def _by(cashier: Cashier, words: str) -> None:
    cashier.press(f"Find by {words.removesuffix(' number') if words == 'Card number' else words}")


@pytest.mark.parametrize(
    ("by", "typed"),
    [("Card number", "4000 0000 01"), ("E-mail", "asha.rao@example.com"), ("Customer number", "123456")],
)
def test_a_member_is_found_and_redeemed_by_their_number(open_till: OpenTill, by: str, typed: str) -> None:
    """However the member was found, later calls use the mobile number, and only masked details are shown."""
    cashier = open_till(find_by=ALL)
    _by(cashier, by)
    cashier.type(by, typed)
    cashier.enter()
    cashier.until_sees("Points to redeem")
    assert cashier.value("Member") == "Asha Rao"
    assert cashier.screen.shown == "+91 ••••• •8221"
    cashier.send_code("5")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert '"mobile":"919777788221"' in cashier.requests("/points/redeem")[0].replace(" ", "")


def test_only_what_is_allowed_is_offered(open_till: OpenTill) -> None:
    """Without the setting there is no choice of identifiers. With it, only those that it names are offered."""
    cashier = open_till()
    assert not cashier.sees("Find by")
    assert cashier.end()
    some = open_till(find_by="card")
    chips = some.find("Find by").findChildren(QAbstractButton)
    assert [(chip.accessibleName(), chip.isChecked()) for chip in chips] == [
        ("Find by Mobile", True),
        ("Find by Card", False),
    ]


@pytest.mark.parametrize(
    ("by", "typed", "says"),
    [
        ("Card number", " ", "Scan or type"),
        ("Card number", "4000,4001", "cannot belong to one member"),
        ("E-mail", "asha.example.com", "An e-mail address needs one @"),
    ],
)
def test_a_bad_identifier_is_reported_before_any_call(open_till: OpenTill, by: str, typed: str, says: str) -> None:
    """The service is not called."""
    cashier = open_till(find_by=ALL)
    _by(cashier, by)
    cashier.type(by, typed)
    cashier.enter()
    cashier.until_says(says)
    assert cashier.requests("/customer/get") == []


def test_choosing_another_way_leads_back_to_the_field(open_till: OpenTill) -> None:
    """Enter then looks for what stands in the field, and typing or a scan replaces it instead of adding to it."""
    cashier = open_till(find_by=ALL)
    cashier.type("Mobile number", "4000000001")
    cashier.enter()
    cashier.until_says("No member has this number")
    _by(cashier, "Card number")
    assert cashier.focus == "Card number"
    cashier.keys("4000000006")
    assert cashier.text("Card number") == "4000000006"
    _by(cashier, "Customer number")
    assert cashier.focus == "Customer number"
    _by(cashier, "Card number")
    cashier.enter()
    cashier.until_at(Place.POINTS)
    assert cashier.value("Member") == "Rekha Mehta"


def test_arrow_keys_go_through_all_ways(open_till: OpenTill) -> None:
    """The focus stays on the chips, so that the next arrow key goes further."""
    cashier = open_till(find_by=ALL)
    cashier.find("Find by Mobile").setFocus()
    cashier.key(Qt.Key.Key_Right)
    assert (cashier.focus, cashier.sees("Card number")) == ("Find by Card", True)
    cashier.key(Qt.Key.Key_Right)
    assert (cashier.focus, cashier.sees("E-mail")) == ("Find by E-mail", True)


def test_several_matches_are_offered_by_masked_details(open_till: OpenTill) -> None:
    """No whole number or address is shown, and the chosen member is the one who redeems."""
    cashier = open_till(find_by=ALL)
    _by(cashier, "E-mail")
    cashier.type("E-mail", "front.desk@example.com")
    cashier.enter()
    cashier.until_says("Several members match")
    first = "Vikram Shah · ••••••••3001 · f•••@example.com · Bronze"
    assert cashier.focus == first
    cashier.press(first)
    cashier.until_at(Place.POINTS)
    assert cashier.value("Available points") == "12.345"
    cashier.send_code("1.5")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.service.ledger()[0].mobile == "919876543001"


def test_typing_removes_the_matches(open_till: OpenTill) -> None:
    """The members that match the old text are not offered for the new text."""
    cashier = open_till(find_by=ALL)
    _by(cashier, "E-mail")
    cashier.type("E-mail", "front.desk@example.com")
    cashier.enter()
    cashier.until_says("Several members match")
    cashier.type("E-mail", "asha.rao@example.com")
    assert cashier.screen.matches == ()
    cashier.enter()
    cashier.until_at(Place.POINTS)
    assert cashier.value("Member") == "Asha Rao"


def test_a_merged_account_is_reported_and_the_survivor_redeems(open_till: OpenTill) -> None:
    """The number that is shown and used is that of the account that answered."""
    cashier = open_till()
    cashier.find_member("9876543009")
    cashier.until_says("merged into that of +91 ••••• •3010")
    assert cashier.value("Member") == "Meera Joshi-Kapoor"
    cashier.send_code("5")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.service.ledger()[0].mobile == "919876543010"


@pytest.mark.parametrize(
    ("mobile", "says"),
    [
        ("9876540686", "not in the loyalty program"),
        ("9876540881", "not in the loyalty program"),
        ("9876540809", "cannot be used at the counter"),
    ],
)
def test_an_account_that_cannot_redeem_is_reported_before_points_are_asked_for(
    open_till: OpenTill, mobile: str, says: str
) -> None:
    """No amount is typed in vain."""
    cashier = open_till()
    cashier.type("Mobile number", mobile)
    cashier.enter()
    cashier.until_says(says)
    assert cashier.screen.place is Place.MEMBER


def test_the_till_waits_for_the_rate_limit_and_repeats_the_look_up(open_till: OpenTill) -> None:
    """The countdown is visible, and the look-up is repeated without a key."""
    cashier = open_till()
    cashier.service.bad_day(BadDay.ERROR_429_RETRY_AFTER, 1, seconds=1)
    cashier.type("Mobile number", "9777788221")
    cashier.enter()
    cashier.until_says("The till looks again by itself")
    assert "Looking again in 0:0" in cashier.text("Find member")
    cashier.until_at(Place.POINTS)
    assert cashier.message == "The service was very busy. The till waited until it answered."
    assert len(cashier.requests("/customer/get")) == 2


def test_escape_ends_the_waiting(open_till: OpenTill) -> None:
    """Nothing is repeated, and the field is free."""
    cashier = open_till()
    cashier.service.bad_day(BadDay.ERROR_429_RETRY_AFTER, 1, seconds=1)
    cashier.type("Mobile number", "9777788221")
    cashier.enter()
    cashier.until(lambda: cashier.screen.busy is Busy.WAITING)
    cashier.escape()
    assert cashier.screen.busy is None
    assert cashier.message == ""
    assert not cashier.session.controller.finding._wait._timer.isActive()
    assert len(cashier.requests("/customer/get")) == 1


@pytest.mark.parametrize(
    ("by", "typed", "says"),
    [
        ("Mobile number", "4000000001", "If it is not a mobile number, choose below what it is."),
        ("Mobile number", "4000000000000001", "If it is not a mobile number, choose below what it is."),
        ("Mobile number", "asha.rao@example.com", "If it is not a mobile number, choose below what it is."),
        ("Card number", "9777788221", "If it is not a card number, choose below what it is."),
        ("E-mail", "4000000001", "If it is not an e-mail address, choose below what it is."),
        ("Customer number", "4000000001", "If it is not a customer number, choose below what it is."),
    ],
)
def test_a_number_of_another_kind_leads_to_the_choice(open_till: OpenTill, by: str, typed: str, says: str) -> None:
    """A card that is scanned while Mobile is chosen has no member, and the cashier reads what to do about that."""
    cashier = open_till(find_by=ALL)
    if by != "Mobile number":
        _by(cashier, by)
    cashier.type(by, typed)
    cashier.enter()
    cashier.until_says(says)
    assert cashier.focus == by


def test_without_a_choice_no_one_is_told_to_choose(open_till: OpenTill) -> None:
    """If members are found by mobile number alone, there is nothing to choose below the number."""
    cashier = open_till()
    cashier.type("Mobile number", "4000000001")
    cashier.enter()
    cashier.until_says("No member has this number")
    assert "choose" not in cashier.message


def test_what_is_wrong_with_a_number_stands_there_once(open_till: OpenTill) -> None:
    """The line below the field, which came while the number was typed, goes when the message says the same."""
    cashier = open_till()
    cashier.type("Mobile number", "977778822112345678")
    cashier.until(lambda: "too long" in cashier.label("mobile_note"), "the line below the field")
    cashier.enter()
    cashier.until_says("The number is too long.")
    assert cashier.label("mobile_note") == ""
