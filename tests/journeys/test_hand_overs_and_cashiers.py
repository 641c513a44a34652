"""Hand-overs of the POS meet cashiers who sign on: they wait for one, and may name one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.domain.prefill import Prefill
from desktop.gui.requested_give_back import RequestedGiveBack
from desktop.gui.screen import Place
from desktop.pos.give_backs import GiveBacks
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from tests.journeys.cashier import ASHA, VIKRAM
from tests.journeys.pos import noting
from tests.journeys.signing_on import NAMES, PIN, after_redeeming, bar_shows, sign_off, sign_on
from tests.journeys.test_give_back import open_page

if TYPE_CHECKING:
    from desktop.pos.reports import Report
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


class Pos:
    """The POS beside a till."""

    def __init__(self, cashier: Cashier) -> None:
        self.told: list[str] = []
        controller = cashier.session.controller
        self._hand_overs = HandOvers(controller, noting(self.told), controller)

    def hand_over(self, bill: str, mobile: str = ASHA, **more: Any) -> None:  # noqa: ANN401 - of a `Prefill`
        """Hands a bill over."""
        self._hand_overs.take(HandOver(Prefill(mobile=mobile, bill=bill, **more), "out.json", by_link=True))


def test_a_hand_over_waits_until_someone_signs_on(open_till: OpenTill, service: PracticeService) -> None:
    """The banner says that a bill waits. It can be cancelled, because the POS waits too."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", amount=Decimal(250))
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.sees("Sign on")
    assert not cashier.sees("Points to redeem")
    assert "MG-1" in cashier.label("hand_over")
    sign_on(cashier, "Dev")
    assert cashier.text("Bill number") == "MG-1"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Dev"
    cashier.rest()
    cashier.enter()
    sign_off(cashier)
    pos.hand_over("MG-2")
    cashier.press("Cancel, back to POS")
    assert pos.told == ["MG-1 redeemed", "MG-2 cancelled"]
    assert cashier.sees("Sign on")


def test_the_pos_says_who_serves(open_till: OpenTill, service: PracticeService) -> None:
    """Without PINs, its cashier serves this bill without signing on; then someone has to sign on."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "Omar"
    assert not cashier.sees("Sign off")
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Omar"
    cashier.rest()
    cashier.enter()
    assert pos.told == ["MG-1 redeemed"]
    assert cashier.sees("Sign on")
    assert cashier.focus == "Cashier"


def test_the_pos_names_another_cashier_than_the_one_signed_on(open_till: OpenTill, service: PracticeService) -> None:
    """The POS's cashier serves the bill, and the one who has signed on goes on afterwards."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "Omar"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Omar"
    cashier.rest()
    cashier.enter()
    assert bar_shows(cashier) == "Meera"
    assert cashier.focus == "Mobile number"


def test_the_pos_names_a_cashier_who_is_not_on_the_list(open_till: OpenTill, service: PracticeService) -> None:
    """If only listed cashiers may serve, that name is refused as if it was typed. A number means the listed name."""
    cashier = open_till(service=service, sign_on=True, cashiers=NAMES, only_listed_cashiers=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.sees("Sign on")
    assert not cashier.sees("Points to redeem")
    assert cashier.message.startswith("This till does not know that cashier.")
    assert (cashier.text("Cashier"), cashier.focus) == ("Omar", "Cashier")
    sign_on(cashier, "meera nair")
    assert cashier.text("Bill number") == "MG-1"
    assert bar_shows(cashier) == "Meera Nair"
    cashier.press("Cancel, back to POS")
    pos.hand_over("MG-2", cashier="1042")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "1042 Imran Ali"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "1042 Imran Ali"
    cashier.rest()
    cashier.enter()
    assert not cashier.screen.news
    pos.hand_over("MG-3", cashier="Omar")
    cashier.until_at(Place.POINTS)
    (news,) = cashier.screen.news
    assert "Omar" in news.text
    assert "Meera Nair has signed on" in news.text
    assert bar_shows(cashier) == "Meera Nair"


def test_the_pos_names_a_cashier_without_the_number(open_till: OpenTill, service: PracticeService) -> None:
    """The listed cashier serves, and no second person of that name. Nor does the till say that someone else does."""
    cashier = open_till(service=service, sign_on=True, cashiers=NAMES, only_listed_cashiers=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="imran ali")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "1042 Imran Ali"
    cashier.press("Cancel, back to POS")
    cashier.rest()
    sign_on(cashier, "Imran Ali")
    assert bar_shows(cashier) == "1042 Imran Ali"
    pos.hand_over("MG-2", cashier="Imran Ali")
    cashier.until_at(Place.POINTS)
    assert not cashier.screen.news
    cashier.press("Cancel, back to POS")


def test_news_of_who_serves_goes_with_what_it_says(open_till: OpenTill, service: PracticeService) -> None:
    """It names who has signed on. It goes when that cashier signs off, and when the bill is done."""
    cashier = open_till(service=service, sign_on=True, cashiers=NAMES, only_listed_cashiers=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera Nair")
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert "Meera Nair has signed on" in cashier.message
    sign_off(cashier)
    assert not cashier.screen.news
    sign_on(cashier, "Dev Patil")
    assert not cashier.message
    cashier.press("Cancel, back to POS")
    pos.hand_over("MG-2", cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert "Dev Patil has signed on" in cashier.message
    cashier.press("Cancel, back to POS")
    assert pos.told == ["MG-1 cancelled", "MG-2 cancelled"]
    assert not cashier.message


def test_all_cashiers_are_offered_if_the_pos_names_none_of_them(open_till: OpenTill, service: PracticeService) -> None:
    """The name that the POS gives is a help for its bill. It hides no names to choose from, as typing does."""
    cashier = open_till(service=service, sign_on=True, cashiers=NAMES, only_listed_cashiers=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.text("Cashier") == "Omar"
    assert all(cashier.sees(name) for name in NAMES)
    cashier.press("Cancel, back to POS")
    assert cashier.text("Cashier") == ""
    pos.hand_over("MG-2", cashier="Omar")
    cashier.type("Cashier", "Omi")
    assert not any(cashier.sees(name) for name in NAMES)
    cashier.press("Cancel, back to POS")
    assert cashier.text("Cashier") == "Omi"


def test_who_signs_off_during_a_bill_of_the_pos_leaves_the_focus_there(
    open_till: OpenTill, service: PracticeService
) -> None:
    """If the POS says who serves, the bill goes on, and Enter must not press the next button of the bar."""
    cashier = open_till(service=service, sign_on=True, cashiers=NAMES, only_listed_cashiers=True)
    pos = Pos(cashier)
    sign_on(cashier, "Dev Patil")
    pos.hand_over("MG-1", cashier="Dev Patil")
    cashier.until_at(Place.POINTS)
    cashier.press("Sign off")
    assert not cashier.sees("Sign off")
    assert cashier.focus == "Points to redeem"


def test_a_pos_that_names_no_one_signs_no_one_on(open_till: OpenTill, service: PracticeService) -> None:
    """Not even the only listed cashier without a number. A cashier who has signed on serves."""
    cashier = open_till(service=service, sign_on=True, cashiers=("1042 Meera", "Dev"), only_listed_cashiers=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1")
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.sees("Sign on")
    assert not cashier.sees("Points to redeem")
    sign_on(cashier, "1042")
    cashier.press("Cancel, back to POS")
    pos.hand_over("MG-2")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "1042 Meera"


def test_with_pins_the_pos_cannot_say_who_serves(open_till: OpenTill, service: PracticeService, pins: str) -> None:
    """Its name is filled in, and the PIN decides. If another cashier has signed on, that one is recorded."""
    cashier = open_till(service=service, cashier_pin_file=pins)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="Dev Patil")
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.sees("Sign on")
    assert cashier.text("Cashier") == "Dev Patil"
    sign_on(cashier, "Meera Nair", PIN)
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Meera Nair"
    cashier.rest()
    cashier.enter()
    pos.hand_over("MG-2", cashier="Dev Patil")
    cashier.until_at(Place.POINTS)
    (news,) = cashier.screen.news
    assert "Dev Patil" in news.text
    assert "Meera Nair has signed on" in news.text
    assert bar_shows(cashier) == "Meera Nair"


def test_a_bill_that_another_cashier_takes_over(open_till: OpenTill, service: PracticeService) -> None:
    """It begins again with what the POS said. The POS is not told that it was cancelled."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    pos.hand_over("MG-1", points="5")
    cashier.until_at(Place.POINTS)
    cashier.send_code("10")
    sign_off(cashier)
    sign_on(cashier, "Dev")
    cashier.until_at(Place.POINTS)
    assert pos.told == []
    assert (cashier.text("Points to redeem"), cashier.text("Bill number")) == ("5", "MG-1")
    assert cashier.screen.code is None
    cashier.send_code("5")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert pos.told == ["MG-1 redeemed"]


def test_a_bill_waits_behind_a_half_served_customer(open_till: OpenTill, service: PracticeService) -> None:
    """Another cashier finds the bill, and the customer before is gone."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    cashier.find_member(VIKRAM)
    sign_off(cashier)
    pos.hand_over("MG-1")
    assert list(cashier.screen.waiting) == ["MG-1"]
    sign_on(cashier, "Dev")
    cashier.until_at(Place.POINTS)
    assert cashier.text("Bill number") == "MG-1"
    assert list(cashier.screen.waiting) == []


def test_whom_the_pos_names_does_not_see_what_another_cashier_left(
    open_till: OpenTill, service: PracticeService
) -> None:
    """That cashier has returned to the till once before. The page is about another customer."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    cashier.redeem("100", bill="MG-1")
    cashier.enter()
    sign_off(cashier)
    sign_on(cashier, "Meera")
    open_page(cashier)
    cashier.keys("40")
    sign_off(cashier)
    pos.hand_over("MG-2", mobile=VIKRAM, cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert cashier.text("Bill number") == "MG-2"
    assert not cashier.sees("Points to give back")


def test_a_request_to_give_back_is_withdrawn_while_no_one_is_signed_on(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Nothing was sent, so the POS must not hear that it is too late. The page is not there afterwards."""
    cashier = after_redeeming(open_till, service)
    view = cashier.session.view
    told: list[Report] = []
    desk = RequestedGiveBack(view.pages, view.navigation, cashier.session.controller, view)
    requests = GiveBacks(desk, told.append, view)
    requests.take(HandOver(Prefill(points="40"), "out.json", give_back=service.ledger()[0].reference))
    cashier.until_sees("All 100")
    sign_off(cashier)
    assert requests.withdraw(lambda _one: True) is True
    assert [one.record["outcome"] for one in told] == ["cancelled"]
    sign_on(cashier, "Meera")
    assert cashier.focus == "Mobile number"
