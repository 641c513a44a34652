"""A group's points: chosen from what the look-up returned, or named by hand. Bad input is reported before any call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

PRIYA = "9876543005"
"""Has 75 points of her own, and 5,000 in the family's group."""


def _pick(cashier: Cashier, box: str, words: str) -> None:
    """Chooses an entry with the arrow keys."""
    found = cashier.find(box)
    found.setFocus()
    for _ in range(found.count()):
        if found.currentText() == words:
            return
        cashier.key(Qt.Key.Key_Down)
    cashier.key(Qt.Key.Key_Home)
    assert found.currentText() == words


def _name_another(cashier: Cashier, named_by: str) -> None:
    cashier.press("Redeem from a group")
    _pick(cashier, "Group", "Another group")
    _pick(cashier, "Find group by", named_by)


def _redeem(cashier: Cashier, points: str = "250") -> None:
    cashier.send_code(points)
    cashier.enter_code()
    cashier.until_sees("Updated balance")


def test_the_worth_is_that_of_the_group(open_till: OpenTill) -> None:
    """The service is asked again, because points of a group can be worth something else than the member's own."""
    cashier = open_till()
    cashier.find_member(PRIYA)
    cashier.type("Points to redeem", "12.5")
    cashier.until_sees("Worth")
    cashier.press("Mehta family 5,000")
    assert not cashier.sees("Worth")
    cashier.until_sees("Worth")
    known = cashier.screen.worth
    assert known is not None
    assert known[0].group is not None


def test_the_members_group_is_one_press_away(open_till: OpenTill) -> None:
    """The group's balance is the limit and the amount of All points, and the receipt shows whose points they were."""
    cashier = open_till()
    cashier.find_member(PRIYA)
    assert not cashier.sees("Redeem from a group")
    cashier.press("Mehta family 5,000")
    assert cashier.find("Mehta family 5,000").isChecked()
    assert cashier.sees("All 5,000")
    assert cashier.value("Available points") == "5,000"
    assert cashier.focus == "Points to redeem"
    cashier.type("Points to redeem", "5001")
    cashier.enter()
    cashier.until_says("The group has 5,000 points")
    _redeem(cashier)
    assert cashier.value("Updated balance") == "4,750"
    assert "From the group’s points" in cashier.find("Receipt").toPlainText()
    (moved,) = cashier.service.ledger()
    assert moved.group == "5501"


def test_escape_leaves_the_choice_as_it_was(open_till: OpenTill) -> None:
    """The member's own points stay selected."""
    cashier = open_till(groups_by_hand=True)
    cashier.find_member(PRIYA)
    cashier.press("Redeem from a group")
    cashier.escape()
    assert cashier.value("Available points") == "75"
    assert cashier.focus == "Points to redeem"


def test_the_way_back_to_the_members_own_points(open_till: OpenTill) -> None:
    """A second press on the group returns to the member's own points, and so does the panel."""
    cashier = open_till(groups_by_hand=True)
    cashier.find_member(PRIYA)
    cashier.press("Mehta family 5,000")
    cashier.press("Mehta family 5,000")
    assert cashier.value("Available points") == "75"
    assert not cashier.find("Mehta family 5,000").isChecked()
    cashier.press("Mehta family 5,000")
    cashier.press("Redeem from a group")
    _pick(cashier, "Group", "The member’s own points")
    cashier.enter()
    assert cashier.value("Available points") == "75"


def test_a_member_without_a_group_is_not_asked_about_one(open_till: OpenTill) -> None:
    """There is no chip for a group, and none is left from the customer before."""
    cashier = open_till()
    cashier.find_member(PRIYA)
    assert cashier.sees("Mehta family 5,000")
    cashier.key(Qt.Key.Key_F4)
    cashier.find_member()
    assert not [name for name in cashier.names() if "family" in name or "group" in name.lower()]


@pytest.mark.parametrize(
    ("named_by", "value"),
    [
        ("Group number", "5501"),
        ("Group number in another system", "FAM-5501"),
        ("Main member’s user number", "564671006"),
    ],
)
def test_a_group_is_named_by_one_number(open_till: OpenTill, named_by: str, value: str) -> None:
    """Each of the three parameters that identify a group alone is sent and works."""
    cashier = open_till(groups_by_hand=True)
    cashier.find_member(PRIYA)
    _name_another(cashier, named_by)
    cashier.type("Number or name", value)
    cashier.enter()
    _redeem(cashier)
    assert cashier.service.ledger()[0].group == "5501"


@pytest.mark.parametrize(
    ("kind", "value", "source"),
    [
        ("Mobile number", "919876543006", "Not needed"),
        ("E-mail", "rekha.mehta@example.com", "INSTORE"),
        ("Card number", "4000000006", "Not needed"),
        ("Card number in another system", "CARD-5501", "Not needed"),
        ("User number", "564671006", "Not needed"),
        ("E-mail", "rekha.mehta@example.com", "MOBILE_APP"),
    ],
)
def test_a_group_is_named_by_its_main_member(open_till: OpenTill, kind: str, value: str, source: str) -> None:
    """All five kinds of identifier work, with and without a source."""
    cashier = open_till(groups_by_hand=True)
    cashier.find_member(PRIYA)
    _name_another(cashier, "Main member’s mobile, e-mail or card")
    _pick(cashier, "Kind of identifier", kind)
    _pick(cashier, "Source", source)
    cashier.type("Number or name", value)
    cashier.press("Use this group")
    _redeem(cashier)
    assert cashier.service.ledger()[0].group == "5501"


def test_a_bad_group_is_reported_before_any_call(open_till: OpenTill) -> None:
    """Empty input, and a source with several accounts without one, are reported. With the account it works."""
    cashier = open_till(groups_by_hand=True)
    cashier.find_member(PRIYA)
    _name_another(cashier, "Main member’s mobile, e-mail or card")
    before = len(cashier.service.requests())
    cashier.press("Use this group")
    cashier.until_says("Type the group’s number or name")
    assert cashier.focus == "Number or name"
    cashier.type("Number or name", "919876543006")
    _pick(cashier, "Source", "WECHAT")
    cashier.press("Use this group")
    cashier.until_says("several accounts")
    assert cashier.focus == "Account of the source"
    assert len(cashier.service.requests()) == before
    cashier.keys("wx-main")
    cashier.enter()
    _redeem(cashier)
    assert cashier.service.ledger()[0].group == "5501"


@pytest.mark.parametrize(
    ("mobile", "group", "says"),
    [
        ("9876541632", "Old friends 300", "does not know this group"),
        ("9876540828", "Harbour office 900", "Points of this group cannot be redeemed"),
    ],
)
def test_a_group_that_the_service_refuses_is_explained(open_till: OpenTill, mobile: str, group: str, says: str) -> None:
    """1632 and 828 are explained below the chips, and the focus is on the group, which another press leaves."""
    cashier = open_till()
    cashier.find_member(mobile)
    cashier.press(group)
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_says(says)
    assert cashier.focus == group


def test_a_set_up_that_does_not_fit_groups_is_explained(open_till: OpenTill) -> None:
    """3316 comes only when points are to move, and takes none."""
    cashier = open_till()
    cashier.find_member("9876543316")
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_says("3316")
    assert "No points were taken" in cashier.message
    assert cashier.service.ledger() == ()
