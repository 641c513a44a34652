"""A customer from the POS: the banner, the look-up, the way back, and bills that wait while a number is typed."""

from __future__ import annotations

import sys
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.domain.prefill import Prefill
from desktop.gui import voice
from desktop.gui.screen import Place
from desktop.gui.voice import voice_of
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA
from tests.journeys.pos import noting

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


@pytest.fixture
def shop(open_till: OpenTill, service: PracticeService) -> tuple[Cashier, Callable[..., None], list[str]]:
    """Returns a cashier, a function by which the POS hands over, and the outcomes that the POS was told."""
    cashier = open_till(service=service)
    told: list[str] = []
    hand_overs = HandOvers(cashier.session.controller, noting(told), cashier.session.controller)

    def hand_over(bill: str, mobile: str = ASHA, **more: object) -> None:
        hand_overs.take(HandOver(Prefill(mobile=mobile, bill=bill, **more), "out.json", by_link=True))  # type: ignore[arg-type]  # a test's own values

    return cashier, hand_over, told


def test_the_banner_stays_and_the_member_is_looked_up(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """It says what was handed over until the customer is done, and the bill cannot be changed."""
    cashier, hand_over, told = shop
    hand_over("MG-1", amount=Decimal(250), max_points=Decimal(25))
    cashier.until_at(Place.POINTS)
    words = "From the POS: bill MG-1 · ₹250 to pay · up to 25 points"
    assert cashier.label("hand_over").replace("\u00a0", "") == words
    assert cashier.focus == "Points to redeem"
    assert cashier.find("Bill number").isReadOnly()
    assert "from the POS" in cashier.texts()
    cashier.send_code("10")
    assert cashier.label("hand_over")
    cashier.key(Qt.Key.Key_F2)
    assert cashier.label("hand_over")
    cashier.key(Qt.Key.Key_F2)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert cashier.label("hand_over")
    assert not cashier.sees("Cancel, back to POS")
    cashier.enter()
    assert cashier.label("hand_over") == ""
    assert told == ["MG-1 redeemed"]
    cashier.find_member()
    assert not cashier.find("Bill number").isReadOnly()


def _is_shown(cashier: Cashier, words: str) -> bool:
    return any(words in one.replace("\u00a0", "") for one in cashier.texts())


def test_points_that_are_worth_more_than_the_bill_are_noticed(
    shop: tuple[Cashier, Callable[..., None], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window says by how much. Whether they are redeemed all the same is the cashier's decision."""
    monkeypatch.setattr("desktop.gui.worth_preview.WORTH_AFTER", 20)
    cashier, hand_over, _told = shop
    hand_over("MG-1", amount=Decimal(80))
    cashier.until_at(Place.POINTS)
    for points, words in (("100", "₹20 more than the bill."), ("80", "₹0 to pay."), ("30", "₹50 to pay.")):
        cashier.type("Points to redeem", points)
        cashier.until(partial(_is_shown, cashier, words), words)
    cashier.send_code("100")


def test_a_receipt_that_is_scanned_for_a_customer_of_the_pos(
    shop: tuple[Cashier, Callable[..., None], list[str]],
) -> None:
    """The message says where it belongs, because the POS waits for its own customer."""
    cashier, hand_over, _told = shop
    hand_over("MG-3", mobile="")
    cashier.until(lambda: cashier.label("hand_over"), "the banner")
    cashier.keys("01M8H9NXSKHCPM34CSCW3W5DGS")
    cashier.enter()
    assert cashier.message == "That is the number of a receipt. Open History and scan it there to give points back."


def test_each_customer_of_the_pos_is_announced_once(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """What the banner says is announced. A bill that waits is not announced again when the one before it is done."""
    cashier, hand_over, _told = shop
    said: list[str] = []
    voice_of(cashier.window).said.connect(lambda text, _interrupts: said.append(text))
    hand_over("MG-1", max_points=Decimal(25))
    cashier.until_at(Place.POINTS)
    hand_over("MG-2")
    hand_over("MG-3")
    cashier.press("Cancel, back to POS")
    cashier.until(lambda: cashier.screen.member and cashier.text("Bill number") == "MG-2", "the next bill")
    waits = " The next one opens when this customer is done."
    assert [one for one in said if not one.startswith("Worth")] == [
        "From the POS: bill MG-1 · up to 25 points",
        "Asha Rao, 1,991 points",
        f"The POS has handed over bill MG-2.{waits}",
        f"The POS has handed over 2 bills.{waits}",
        "Cancelled, back to the POS",
        "From the POS: bill MG-2",
        "Asha Rao, 1,991 points",
    ]


def test_nothing_waits_to_be_said_of_a_customer_who_is_gone(
    shop: tuple[Cashier, Callable[..., None], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Orca 43 said what the points of a bill are worth after the POS had withdrawn it, before it said so."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(voice, "needs_notifications", lambda: True)
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    cashier, hand_over, _told = shop
    speaker = voice_of(cashier.window)
    speaker._begin.setInterval(60_000)
    hand_over("MG-1", points="12.5")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    cashier.type("Points to redeem", "13")
    cashier.until(lambda: cashier.screen.worth is not None and cashier.screen.worth[1] == 13, "the other worth")
    assert speaker._texts == ["From the POS: bill MG-1", "Asha Rao, 1,991 points", "Worth ₹\xa013.00"]
    cashier.session.controller.withdraw_customer()
    assert speaker.take_waiting() == "The POS no longer needs this bill."


def test_a_bill_number_keeps_its_order_in_a_right_to_left_sentence(
    open_till: OpenTill, service: PracticeService
) -> None:
    """`12-34` is not read as `34-12`: by the bills that wait, the banner, the finished step and the receipt."""
    cashier = open_till(service=service, language="ar", country="IN")
    hand_overs = HandOvers(cashier.session.controller, lambda _report: None, cashier.session.controller)
    cashier.keys("97777")
    hand_overs.take(HandOver(Prefill(mobile=ASHA, bill="12-34"), "out.json", by_link=True))
    isolated = "\u206612-34\u2069"
    assert any(isolated in text for text in cashier.texts())
    cashier.session.controller.open_next_bill()
    cashier.until_at(Place.POINTS)
    assert isolated in cashier.label("hand_over")
    cashier.send_code("10")
    assert isolated in cashier.session.view.counter.points.detail.text()
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert isolated in cashier.label("detail")


def test_the_way_back_to_the_pos(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """One press cancels the bill, and the POS is told."""
    cashier, hand_over, told = shop
    hand_over("MG-1")
    cashier.until_at(Place.POINTS)
    cashier.press("Cancel, back to POS")
    cashier.until_at(Place.MEMBER)
    assert told == ["MG-1 cancelled"]
    assert cashier.text("Mobile number") == ""


@pytest.mark.parametrize("waiting", [[], ["MG-2"]])
def test_a_bill_is_withdrawn_while_its_code_is_typed(
    open_till: OpenTill, service: PracticeService, waiting: list[str]
) -> None:
    """The rest of the code becomes neither a number nor the points of the next bill. The window says what happened."""
    cashier = open_till(service=service)
    hand_overs = HandOvers(cashier.session.controller, lambda _report: None, cashier.session.controller)
    for bill in ["MG-1", *waiting]:
        hand_overs.take(HandOver(Prefill(mobile=ASHA, points="2.5", bill=bill), "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    cashier.send_code("10")
    with cashier.burst():
        cashier.keys("12")
        assert hand_overs.withdraw(lambda one: one.prefill.bill == "MG-1") is True
        cashier.until_at(Place.POINTS if waiting else Place.MEMBER)
        cashier.keys("34")
        cashier.enter()
    if waiting:
        assert cashier.text("Points to redeem") == "2.5"
        assert [one.text for one in cashier.screen.news] == ["The POS no longer needs bill MG-1."]
        assert cashier.screen.place is Place.POINTS
    else:
        assert cashier.text("Mobile number") == ""
        assert cashier.message == "The POS no longer needs this bill."


def test_a_customer_without_a_bill_is_withdrawn(open_till: OpenTill, service: PracticeService) -> None:
    """The window says so, but not below the next customer, whom the POS still needs."""
    cashier = open_till(service=service)
    hand_overs = HandOvers(cashier.session.controller, lambda _report: None, cashier.session.controller)
    for bill in ("", "MG-2"):
        hand_overs.take(HandOver(Prefill(mobile=ASHA, bill=bill), "out.json", by_link=True))
    assert hand_overs.withdraw(lambda one: not one.prefill.bill) is True
    assert cashier.screen.news == ()
    assert cashier.message == ""
    hand_overs.take(HandOver(Prefill(mobile=ASHA), "out.json", by_link=True))
    assert hand_overs.withdraw(lambda one: bool(one.prefill.bill)) is True
    assert hand_overs.withdraw(lambda _one: True) is True
    assert cashier.message == "The POS no longer needs this bill."


def test_f4_asks_before_it_cancels_a_bill(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """The first press asks. Going on withdraws the question, and only a second press in a row cancels."""
    cashier, hand_over, told = shop
    hand_over("MG-1")
    cashier.until_at(Place.POINTS)
    cashier.key(Qt.Key.Key_F4)
    assert cashier.message == "This bill came from the POS. Press F4 again to cancel it and go back to the POS."
    assert cashier.screen.place is Place.POINTS
    assert cashier.focus == "Points to redeem"
    cashier.keys("1")
    assert cashier.message == ""
    cashier.key(Qt.Key.Key_F4)
    assert told == []
    said: list[str] = []
    voice_of(cashier.window).said.connect(lambda text, _interrupts: said.append(text))
    cashier.key(Qt.Key.Key_F4)
    cashier.until_at(Place.MEMBER)
    assert told == ["MG-1 cancelled"]
    assert said == ["Cancelled, back to the POS"]


def test_escape_goes_back_and_never_gives_the_bill_up(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """From the code to the number, and no further. The member is not looked up again by itself."""
    cashier, hand_over, told = shop
    hand_over("MG-1")
    cashier.until_at(Place.POINTS)
    cashier.send_code("10")
    for place in (Place.POINTS, Place.MEMBER, Place.MEMBER, Place.MEMBER):
        cashier.escape()
        assert cashier.screen.place is place
        assert cashier.screen.busy is None
    assert cashier.label("hand_over")
    assert told == []
    cashier.enter()
    cashier.until_at(Place.POINTS)


@pytest.mark.parametrize("mobile", ["12", "9999999999"])
def test_a_number_that_is_no_members_is_explained(
    shop: tuple[Cashier, Callable[..., None], list[str]], mobile: str
) -> None:
    """The cashier can correct it at once."""
    cashier, hand_over, _told = shop
    hand_over("MG-1", mobile=mobile)
    cashier.until(lambda: cashier.message, "the reason")
    assert cashier.focus == "Mobile number"
    cashier.find_member()


def test_a_look_up_that_fails_can_be_repeated(
    shop: tuple[Cashier, Callable[..., None], list[str]], service: PracticeService
) -> None:
    """Enter tries again."""
    cashier, hand_over, _told = shop
    service.bad_day(BadDay.ERROR_429, 1)
    hand_over("MG-1")
    cashier.until(lambda: cashier.message, "the reason")
    cashier.until_at(Place.POINTS, timeout=20_000)


def test_a_number_that_is_being_typed_is_not_replaced(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """The bill waits as news. Its button opens it, and the focus stays where it is until then."""
    cashier, hand_over, _told = shop
    cashier.keys("97777")
    hand_over("MG-7")
    assert cashier.text("Mobile number") == "97777"
    assert cashier.focus == "Mobile number"
    assert cashier.message == "The POS has handed over bill MG-7."
    cashier.keys("8")
    assert cashier.text("Mobile number") == "977778"
    assert cashier.message == "The POS has handed over bill MG-7."
    cashier.press("Open bill MG-7")
    cashier.until_at(Place.POINTS)
    assert cashier.text("Bill number") == "MG-7"
    assert cashier.message == ""


def test_a_customer_who_is_served_is_not_interrupted(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """The bill opens when the customer is done, and until then there is no button that would replace them."""
    cashier, hand_over, _told = shop
    cashier.find_member("9876543010")
    hand_over("MG-7")
    hand_over("MG-8")
    assert "The next one opens when this customer is done." in cashier.message
    assert not cashier.sees("Open bill MG-7")
    cashier.key(Qt.Key.Key_F4)
    cashier.until_at(Place.POINTS)
    assert cashier.text("Bill number") == "MG-7"
    assert cashier.message == "The POS has handed over bill MG-8. The next one opens when this customer is done."


def test_a_member_without_points_goes_back_to_the_pos(shop: tuple[Cashier, Callable[..., None], list[str]]) -> None:
    """One key is enough, because nothing can be redeemed."""
    cashier, hand_over, told = shop
    hand_over("MG-1", mobile="9876543002")
    cashier.until_says("has no points to redeem")
    assert cashier.focus == "Back to the POS"
    cashier.enter()
    cashier.until_at(Place.MEMBER)
    assert told == ["MG-1 cancelled"]
