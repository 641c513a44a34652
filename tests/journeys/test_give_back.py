"""Giving points back in the real window: from the history and back, in parts, with a PIN, and without an answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.failures import Call
from desktop.domain.receipt import LineKind
from desktop.gui.screen import Busy
from desktop.gui.voice import voice_of
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA
from tests.journeys.test_paper_and_history import bills, rows

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.domain.paper import PaperDocument
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

PIN = "471108"
FATIMA = "9876543013"


def open_page(cashier: Cashier, *, offered: bool = True) -> None:
    """Opens the page for the newest redemption in the history."""
    cashier.key(Qt.Key.Key_F2)
    # The rows of the last time stand there until the newest redemption is found and chosen.
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until_sees("Points to give back")
    if offered:
        cashier.until(lambda: cashier.find("Points to give back").isEnabled() and sees_all(cashier), "an offer")


def sees_all(cashier: Cashier) -> bool:
    """True if the button for all points is there."""
    return any(name.startswith("All ") for name in cashier.names())


def _has_headline(cashier: Cashier, text: str) -> bool:
    return cashier.label("headline") == text


def shows_only(cashier: Cashier, bill: str) -> bool:
    """True if the history shows the redemption of this bill alone."""
    return bills(cashier) == [bill]


def redeemed(
    open_till: OpenTill,
    service: PracticeService,
    *,
    mobile: str = "9777788221",
    give_back: str = "cashier",
    supervisor_pin: str = "",
    **others: Any,  # noqa: ANN401 - as `OpenTill`
) -> Cashier:
    """Opens a till and redeems 100 points."""
    pin = {"supervisor_pin": supervisor_pin} if supervisor_pin else {}
    policy: dict[str, Any] = {"give_back": give_back, **pin, **others}
    cashier = open_till(service=service, cashier="Meera", store="MG Road", **policy)
    cashier.redeem("100", bill="MG-1", mobile=mobile)
    cashier.enter()
    return cashier


def reversed_points(service: PracticeService) -> Decimal:
    """Returns what the service has given back of the first redemption."""
    return service.ledger()[0].reversed_points


def test_more_than_is_left_is_said_while_it_is_typed(open_till: OpenTill, service: PracticeService) -> None:
    """As at the counter: at once, at the field, and not a second time below it. A screen reader hears the worth."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    page = cashier.session.view.pages.give_back_page
    only = "Only 100 points can be given back."
    heard: list[str] = []
    voice_of(page).said.connect(lambda text, _interrupts: heard.append(text))
    cashier.keys("10")
    cashier.until(lambda: heard == [f"Worth: {cashier.value('Worth')}"], "the worth")
    cashier.keys("1")
    assert (page.note.text, page.points.edit.accessibleDescription()) == (only, f"Error: {only}")
    assert not cashier.sees("Worth")
    assert cashier.focus == "Points to give back"
    cashier.enter()
    assert cashier.message == only
    assert not page.note.isVisible()
    cashier.key(Qt.Key.Key_Backspace)
    assert page.note.text.startswith("Expired points do not come back.")
    assert page.points.edit.accessibleDescription() == ""
    assert not reversed_points(service)


def test_a_part_and_then_the_rest(open_till: OpenTill, service: PracticeService) -> None:
    """With the keyboard alone. The outcome says what came back, and the way leads back to the history."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    assert cashier.focus == "Points to give back"
    cashier.keys("40")
    assert "40.00" in cashier.value("Worth")
    assert cashier.sees("Give back 40 points")
    cashier.enter()
    assert cashier.focus == "Reason"
    cashier.keys("Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    assert (cashier.value("Points given back"), cashier.value("Updated balance")) == ("40", "1,931")
    assert "40 points were given back" in cashier.message
    assert reversed_points(service) == 40
    cashier.enter()
    cashier.until(lambda: cashier.sees("Redemptions"), "the history")
    cashier.until(lambda: "40 points have been given back since." in cashier.texts(), "the story")
    cashier.press("Give points back")
    cashier.until(lambda: cashier.sees("All 60"), "what is left")
    assert cashier.text("Points to give back") == ""
    cashier.key(Qt.Key.Key_F6)
    cashier.press("Sale cancelled")
    cashier.press("Give back 60 points")
    cashier.until_sees("Points given back")
    cashier.escape()
    cashier.until(lambda: rows(cashier)[0][-1] == "Given back", "the new state")
    assert not cashier.sees("Give points back")
    assert reversed_points(service) == 100
    cashier.until(lambda: "100 points given back" in cashier.label("totals"), "the day's figures")


def test_expired_points_are_said_before_and_after(open_till: OpenTill, service: PracticeService) -> None:
    """And they are on the receipt."""
    cashier = redeemed(open_till, service, mobile=FATIMA)
    open_page(cashier)
    assert "Expired points do not come back. The receipt shows how many." in cashier.texts()
    cashier.keys("100")
    cashier.press("Wrong member")
    cashier.press("Give back 100 points")
    cashier.until_sees("Points given back")
    assert cashier.value("Expired, not given back") == "40"
    assert cashier.value("Updated balance") == "2,460"
    assert "40 of them had expired" in cashier.message
    paper = cashier.find("Receipt").toPlainText()
    for part in ("POINTS GIVEN BACK", "Wrong member", "+100", "40", "60", "MG-1", "2,460"):
        assert part in paper


@pytest.mark.parametrize("asks_for_pin", [False, True])
def test_tab_goes_from_the_points_to_the_reason(
    open_till: OpenTill, service: PracticeService, *, asks_for_pin: bool
) -> None:
    """On *All*, which stands between them, the reason's space would change the points to all of them."""
    rules = {"give_back": "supervisor", "supervisor_pin": hash_pin(PIN, Cost(4, 8, 1))} if asks_for_pin else {}
    cashier = redeemed(open_till, service, **rules)
    open_page(cashier)
    cashier.type("Points to give back", "1")
    cashier.key(Qt.Key.Key_Tab)
    assert cashier.focus == "Reason"
    cashier.keys("Wrong item")
    if asks_for_pin:
        cashier.key(Qt.Key.Key_Tab)
        assert cashier.focus == "Supervisor PIN"
    cashier.key(Qt.Key.Key_Tab)
    assert cashier.focus.startswith("All ")
    assert (cashier.text("Points to give back"), cashier.text("Reason")) == ("1", "Wrong item")


def test_what_is_missing_is_asked_for_at_its_field(open_till: OpenTill, service: PracticeService) -> None:
    """Nothing is sent before everything is there."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    cashier.press("Give back")
    assert "Enter how many points" in cashier.message
    cashier.type("Points to give back", "101")
    cashier.press("Give back 101 points")
    assert "Only 100 points" in cashier.message
    assert cashier.focus == "Points to give back"
    cashier.type("Points to give back", "1.5")
    cashier.press("Give back 1.5 points")
    assert "Enter why" in cashier.message
    assert cashier.focus == "Reason"
    assert cashier.requests("/points/reverse") == []
    cashier.keys("x")
    assert cashier.message == ""


def test_too_many_points_are_said_before_anything_else_is_asked_for(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Enter stays at the points, so that no supervisor types a PIN in vain."""
    cashier = redeemed(open_till, service, supervisor_pin=hash_pin(PIN, Cost(4, 8, 1)), give_back="supervisor")
    open_page(cashier)
    cashier.keys("101")
    cashier.enter()
    assert "Only 100 points" in cashier.message
    assert cashier.focus == "Points to give back"
    cashier.type("Points to give back", "100")
    assert cashier.message == ""
    cashier.enter()
    assert cashier.focus == "Reason"


def test_a_supervisor_agrees_with_a_pin(open_till: OpenTill, service: PracticeService) -> None:
    """A wrong PIN gives nothing back, and the PIN does not stay on the screen."""
    pin = hash_pin(PIN, Cost(4, 8, 1))
    cashier = redeemed(open_till, service, give_back="supervisor", supervisor_pin=pin)
    open_page(cashier)
    cashier.keys("10")
    cashier.enter()
    cashier.keys("Item returned")
    cashier.enter()
    assert cashier.focus == "Supervisor PIN"
    cashier.enter()
    assert "Enter the supervisor" in cashier.message
    cashier.keys("000000")
    cashier.enter()
    cashier.until_says("That PIN is wrong")
    assert cashier.text("Supervisor PIN") == ""
    assert cashier.focus == "Supervisor PIN"
    assert reversed_points(service) == 0
    cashier.keys(PIN)
    cashier.enter()
    cashier.until_sees("Points given back")
    assert reversed_points(service) == 10


def test_without_a_policy_no_pin_is_asked_for(open_till: OpenTill, service: PracticeService) -> None:
    """The cashier alone gives points back."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    assert not cashier.sees("Supervisor PIN")


def test_where_no_one_may_there_is_no_button(open_till: OpenTill, service: PracticeService) -> None:
    """The history is otherwise as usual."""
    cashier = redeemed(open_till, service, give_back="no-one")
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: rows(cashier), "the history")
    assert cashier.sees("Print receipt")
    assert not cashier.sees("Give points back")


@pytest.mark.parametrize("day", [BadDay.ANSWER_LOST, BadDay.PAGE_520_MOVED, BadDay.HALF_JSON])
def test_a_lost_answer_is_found_in_the_list(open_till: OpenTill, service: PracticeService, day: BadDay) -> None:
    """The page says that it is not known, and then what came back. The points are given back once."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    service.bad_day(day, 1, call=Call.REVERSE)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_sees("Points given back")
    assert cashier.value("Points given back") == "40"
    assert reversed_points(service) == 40
    assert len(cashier.requests("/points/reverse")) == 1


def test_while_it_is_not_known_nothing_more_is_given_back(open_till: OpenTill, service: PracticeService) -> None:
    """The page says so, and opening it again offers nothing. The outcome comes as news."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=3)
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REVERSE, also=True)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_says("Do not give them back again.")
    assert reversed_points(service) == 40
    cashier.press("Done")
    cashier.press("Give points back")
    cashier.until_says("(PT-REVERSAL-PENDING)")
    assert not sees_all(cashier)
    cashier.until_says("40 points were given back.")
    # They must not lie ready a second time.
    assert not sees_all(cashier)
    assert len(cashier.requests("/points/reverse")) == 1


def test_what_turns_out_not_to_be_back_can_be_given_back_at_once(open_till: OpenTill, service: PracticeService) -> None:
    """The page that said that it is not known yet offers the points once that is over."""
    cashier = redeemed(open_till, service, read_timeout=0.3, settle_after=1)
    open_page(cashier)
    service.bad_day(BadDay.HANG, 1, call=Call.REVERSE)
    with cashier.without_settling():
        cashier.keys("40")
        cashier.press("Item returned")
        cashier.press("Give back 40 points")
        cashier.until_says("Do not give them back again.")
        cashier.press("Done")
        cashier.press("Give points back")
        cashier.until_says("(PT-REVERSAL-PENDING)")
    cashier.until_says("The points were not given back. Try again")
    cashier.until(lambda: sees_all(cashier), "an offer")
    cashier.until(lambda: cashier.focus == "Points to give back", "the focus")
    cashier.rest()
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_sees("Points given back")
    assert reversed_points(service) == 40


def test_the_end_of_the_day_names_what_may_be_back(open_till: OpenTill, service: PracticeService) -> None:
    """A day must not be closed in the belief that nothing is open."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=60)
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REVERSE, also=True)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_says("Do not give them back again.")
    cashier.press("Done")
    cashier.press("End of day")
    cashier.until(lambda: "MG-1 · 40 points · Giving back" in cashier.texts(), "what is open")
    assert not cashier.sees("Nothing is open")


@pytest.mark.parametrize(
    ("day", "says"),
    [(BadDay.SLOW, "40 points were given back."), (BadDay.ANSWER_LOST, "Do not give them back again.")],
    ids=["given", "lost"],
)
def test_an_outcome_of_a_page_that_was_left_is_news(
    open_till: OpenTill, service: PracticeService, day: BadDay, says: str
) -> None:
    """It is not about the customer at the counter: it names the bill, and typing does not remove it."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=60)
    service.bad_day(BadDay.SLOW, 1, call=Call.REVERSE, also=True)
    service.bad_day(day, 1, call=Call.REVERSE, also=True)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.escape()
    cashier.until_sees("Redemptions")
    cashier.escape()
    cashier.keys("97777")
    cashier.until(lambda: cashier.screen.news, "news")
    assert cashier.screen.news[0].text.startswith("MG-1: ")
    assert says in cashier.screen.news[0].text
    assert cashier.screen.notice.text == ""
    cashier.keys("88221")
    assert cashier.text("Mobile number") == "9777788221"
    assert says in cashier.screen.news[0].text
    assert not cashier.session.controller.giving_back.is_giving


def test_what_becomes_known_after_the_page_was_left_is_news(open_till: OpenTill, service: PracticeService) -> None:
    """The page said that it was not known yet. The news names the bill."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=3)
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REVERSE, also=True)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_says("Do not give them back again.")
    cashier.press("Done")
    cashier.escape()
    cashier.keys("97777")
    cashier.until(lambda: cashier.screen.news, "news")
    assert cashier.screen.news[0].text.startswith("MG-1: 40 points were given back.")
    assert cashier.screen.notice.text == ""


@pytest.mark.parametrize("opens_another", [False, True])
def test_points_that_were_not_given_back_are_news_too(
    open_till: OpenTill, service: PracticeService, *, opens_another: bool
) -> None:
    """The cashier has left the page in the belief that it was done."""
    stored = hash_pin(PIN, Cost(4, 8, 1))
    cashier = redeemed(open_till, service, give_back="supervisor", supervisor_pin=stored)
    open_page(cashier)
    cashier.keys("40")
    cashier.type("Reason", "Item returned")
    cashier.type("Supervisor PIN", "000000")
    cashier.press("Give back 40 points")
    cashier.escape()
    if opens_another:
        cashier.press("Give points back")
    cashier.until(lambda: cashier.screen.news, "news")
    assert cashier.screen.news[0].text == "MG-1: That PIN is wrong. No points were given back."
    assert reversed_points(service) == 0


def test_an_offer_that_is_no_longer_wanted_says_nothing(open_till: OpenTill, service: PracticeService) -> None:
    """A cashier who has left the page need not know why nothing could be given back."""
    cashier = redeemed(open_till, service)
    service.bad_day(BadDay.SLOW, call=Call.FIND_REDEMPTIONS)
    service.bad_day(BadDay.ERROR_503, call=Call.FIND_REDEMPTIONS, also=True)
    open_page(cashier, offered=False)
    cashier.escape()
    cashier.escape()
    cashier.until(lambda: cashier.session.controller.giving_back.view.busy == "", "the answer")
    assert (cashier.screen.notice.text, cashier.screen.aside.text, cashier.screen.news) == ("", "", ())


def test_escape_at_the_counter_ends_no_reversal(open_till: OpenTill, service: PracticeService) -> None:
    """The cashier has left the page. The next member's look-up waits for its answer, and is given up."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    service.bad_day(BadDay.SLOW, 1, call=Call.REVERSE)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until(lambda: cashier.requests("/points/reverse"), "the reversal")
    cashier.key(Qt.Key.Key_F4)
    cashier.keys(ASHA)
    cashier.enter()
    cashier.until(lambda: cashier.screen.busy is Busy.FINDING, "the look-up")
    cashier.escape()
    assert cashier.screen.busy is None
    cashier.until(lambda: cashier.screen.news, "news")
    assert "40 points were given back." in cashier.screen.news[0].text


def test_a_dead_service_gives_nothing_back(open_till: OpenTill, service: PracticeService) -> None:
    """The page says what to do, and offers nothing."""
    cashier = redeemed(open_till, service)
    service.bad_day(BadDay.CUT_BEFORE, call=Call.FIND_REDEMPTIONS)
    open_page(cashier, offered=False)
    cashier.until_says("Try again")
    assert not sees_all(cashier)
    assert not cashier.sees("Give back")
    cashier.press("Back to History")
    assert cashier.sees("Redemptions")


@pytest.mark.parametrize("press", ["Enter", "click"])
def test_a_service_that_did_not_answer_is_asked_again(
    open_till: OpenTill, service: PracticeService, press: str
) -> None:
    """The page has a button for it, with the focus, in the place of the next step."""
    cashier = redeemed(open_till, service)
    service.bad_day(BadDay.CUT_BEFORE, call=Call.FIND_REDEMPTIONS)
    open_page(cashier, offered=False)
    cashier.until_says("Try again")
    assert cashier.focus == "Try again"
    service.bad_day(None)
    if press == "Enter":
        cashier.enter()
    else:
        cashier.press("Try again")
    assert (cashier.focus, cashier.message) == ("Points to give back", "")
    cashier.until(lambda: sees_all(cashier), "an offer")
    assert not cashier.sees("Try again")
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_sees("Points given back")
    assert reversed_points(service) == 40


def _is_in_sight(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect().size() == part.size()


@pytest.mark.parametrize("size", [(512, 300), (1024, 600)])
def test_the_reason_to_try_again_is_in_sight(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """Also at 200 % on a low screen. Fields in which nothing can be typed yet do not take its place."""
    cashier = redeemed(open_till, service, size=size, number_pad="always")
    service.bad_day(BadDay.CUT_BEFORE, call=Call.FIND_REDEMPTIONS)
    open_page(cashier, offered=False)
    cashier.until_says("Try again")
    cashier.rest()
    page = cashier.session.view.pages.give_back_page
    for part in (page.message, page.try_again):
        cashier.until(partial(_is_in_sight, part), part.objectName())
    assert cashier.focus == "Try again"
    assert not cashier.sees("Reason")
    service.bad_day(None)
    cashier.enter()
    cashier.until(lambda: sees_all(cashier), "an offer")
    assert cashier.sees("Reason")


def test_what_cannot_be_given_back_is_not_tried_again(open_till: OpenTill, service: PracticeService) -> None:
    """No other answer can come about a redemption that this till does not have."""
    cashier = redeemed(open_till, service)
    cashier.session.view.navigation.show_requested_give_back("NOSUCHREFERENCE", "", "")
    cashier.until(lambda: cashier.message, "why nothing can be given back")
    assert not cashier.sees("Try again")


def test_the_focus_waits_where_the_points_are_entered(open_till: OpenTill, service: PracticeService) -> None:
    """While the service is asked what can be given back, the field has the focus already, and takes no key yet."""
    cashier = redeemed(open_till, service)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    service.bad_day(BadDay.HANG, 1, call=Call.FIND_REDEMPTIONS)
    cashier.press("Give points back")
    assert cashier.focus == "Points to give back"
    cashier.keys("4")
    assert cashier.text("Points to give back") == ""


def test_an_empty_pin_after_too_many_tries(open_till: OpenTill, service: PracticeService) -> None:
    """The message that PINs are locked stays, because no PIN helps meanwhile."""
    pin = hash_pin(PIN, Cost(4, 8, 1))
    cashier = redeemed(open_till, service, give_back="supervisor", supervisor_pin=pin)
    open_page(cashier)
    cashier.keys("10")
    cashier.enter()
    cashier.keys("Item returned")
    cashier.enter()
    for number in range(5):
        cashier.keys("000000")
        cashier.enter()
        cashier.until_says("Too many wrong PINs" if number == 4 else "That PIN is wrong")
    cashier.enter()
    assert "Too many wrong PINs" in cashier.message
    cashier.press("Give back 10 points")
    assert "Too many wrong PINs" in cashier.message


def test_a_refusal_keeps_what_was_typed(open_till: OpenTill, service: PracticeService) -> None:
    """The cashier reads why in plain words, with the number for support."""
    cashier = redeemed(open_till, service, mobile="9876540905")
    open_page(cashier)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_says("(905)")
    assert "No points were given back" in cashier.message
    assert (cashier.text("Points to give back"), cashier.text("Reason")) == ("40", "Item returned")


def test_a_receipt_s_code_finds_its_redemption(open_till: OpenTill, service: PracticeService) -> None:
    """A scanner types the reference into the search."""
    cashier = redeemed(open_till, service)
    cashier.redeem("5", bill="MG-2")
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: len(rows(cashier)) == 2, "the history")
    cashier.keys(service.ledger()[0].reference)
    cashier.until(lambda: bills(cashier) == ["MG-1"], "the redemption")
    cashier.press("Give points back")
    cashier.until(lambda: cashier.sees("All 100"), "its offer")


def test_one_receipt_after_the_other_is_scanned(open_till: OpenTill, service: PracticeService) -> None:
    """A scanner ends with Enter, and the next scan replaces the one before."""
    cashier = redeemed(open_till, service)
    cashier.redeem("5", bill="MG-2")
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: len(rows(cashier)) == 2, "the history")
    for number, bill in enumerate(("MG-1", "MG-2")):
        cashier.keys(service.ledger()[number].reference)
        cashier.enter()
        cashier.until(partial(shows_only, cashier, bill), "the redemption")


@pytest.mark.parametrize("focus", ["Redemptions", "Give points back", "Print receipt"])
def test_a_receipt_is_scanned_whatever_has_the_focus(open_till: OpenTill, service: PracticeService, focus: str) -> None:
    """After a click on a row or a button. The row that was selected must not stay in the place of the scanned one."""
    cashier = redeemed(open_till, service)
    cashier.redeem("5", bill="MG-2")
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: len(rows(cashier)) == 2, "the history")
    cashier.type("Search", "MG")
    cashier.find(focus).setFocus()
    cashier.keys(service.ledger()[0].reference)
    cashier.enter()
    cashier.until(partial(shows_only, cashier, "MG-1"), "the redemption")
    assert cashier.focus == "Search"


def test_a_receipt_that_is_scanned_at_the_counter(open_till: OpenTill, service: PracticeService) -> None:
    """The history opens with its redemption, from which points are given back, and the counter is empty afterwards."""
    cashier = redeemed(open_till, service)
    cashier.redeem("5", bill="MG-2")
    cashier.enter()
    cashier.keys(service.ledger()[0].reference.lower())
    cashier.enter()
    cashier.until(partial(shows_only, cashier, "MG-1"), "the redemption")
    assert (cashier.focus, cashier.message) == ("Search", "")
    # The next receipt takes its place.
    cashier.keys(service.ledger()[1].reference)
    cashier.enter()
    cashier.until(partial(shows_only, cashier, "MG-2"), "the redemption")
    cashier.press("Give points back")
    cashier.until(lambda: cashier.sees("All 5"), "its offer")
    cashier.key(Qt.Key.Key_Escape)
    cashier.key(Qt.Key.Key_Escape)
    assert (cashier.focus, cashier.text("Mobile number")) == ("Mobile number", "")


@pytest.mark.parametrize("typed", ["", "Item returned"])
def test_a_receipt_that_is_scanned_into_the_reason_gives_nothing_back(
    open_till: OpenTill, service: PracticeService, typed: str
) -> None:
    """A scanner ends with Enter, which would send what the cashier is still typing."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    cashier.keys("40")
    cashier.enter()
    cashier.keys(typed + service.ledger()[0].reference.lower())
    cashier.enter()
    assert "Enter why" in cashier.message
    assert cashier.focus == "Reason"
    assert cashier.requests("/points/reverse") == []


@pytest.mark.parametrize("scanned", ["8901234567894", "96385074", "Item returned8901234567894"])
def test_a_product_that_is_scanned_into_the_reason_gives_nothing_back(
    open_till: OpenTill, service: PracticeService, scanned: str
) -> None:
    """Neither alone nor behind a reason. A number that the cashier writes into a reason is one."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    cashier.keys("40")
    cashier.enter()
    cashier.keys(scanned)
    cashier.enter()
    assert "Enter why" in cashier.message
    assert cashier.focus == "Reason"
    assert cashier.requests("/points/reverse") == []
    cashier.type("Reason", "Bill 20260401 cancelled, see MG-890123456789")
    cashier.enter()
    cashier.until_sees("Points given back")


def test_nothing_typed_for_one_redemption_is_used_for_another(open_till: OpenTill, service: PracticeService) -> None:
    """Leaving in the middle clears the page."""
    cashier = redeemed(open_till, service)
    open_page(cashier)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.escape()
    cashier.until_sees("Redemptions")
    cashier.press("Give points back")
    cashier.until(lambda: sees_all(cashier), "an offer")
    assert (cashier.text("Points to give back"), cashier.text("Reason")) == ("", "")


def test_a_customer_at_the_counter_is_not_disturbed(open_till: OpenTill, service: PracticeService) -> None:
    """What the counter had stays as it was."""
    cashier = redeemed(open_till, service)
    cashier.find_member()
    cashier.type("Points to redeem", "7")
    open_page(cashier)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_sees("Points given back")
    cashier.escape()
    cashier.escape()
    cashier.until_sees("Points to redeem")
    assert cashier.text("Points to redeem") == "7"


def test_the_receipt_of_points_given_back(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F9 and the buttons print and save it. What is printed again says COPY, and has the reference as a QR code."""
    cashier = redeemed(open_till, service)
    printed: list[PaperDocument] = []
    monkeypatch.setattr(cashier.session.printing, "print_document", printed.append)
    open_page(cashier)
    cashier.key(Qt.Key.Key_F9)
    assert not printed
    cashier.key(Qt.Key.Key_F6)
    assert cashier.text("Points to give back") == "100"
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    cashier.press("Print receipt")
    cashier.key(Qt.Key.Key_F9)
    first, second = printed
    assert any(line.kind is LineKind.QR and line.left == service.ledger()[0].reference for line in first.lines)
    assert not any(line.left == "COPY" for line in first.lines)
    assert any(line.left == "COPY" for line in second.lines)
    cashier.press("Save receipt")
    cashier.until_says("Saved as")
    (saved,) = (tmp_path / "receipts").glob("*given back*.pdf")
    assert "MG-1" in saved.name


def test_the_history_offers_the_receipt_of_each_part_again(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By keyboard, after the page was left and after a start. What comes out is that part's receipt, as a copy."""
    cashier = redeemed(open_till, service, data=tmp_path / "data")
    for points in ("40", "25.5"):
        open_page(cashier)
        cashier.keys(points)
        cashier.press("Wrong member")
        cashier.press(f"Give back {points} points")
        cashier.until_sees("Points given back")
        cashier.escape()
        cashier.escape()
        cashier.until_sees("Mobile number")
    assert cashier.end()
    cashier = open_till(service=service, data=tmp_path / "data", store="MG Road", give_back="cashier")
    printed: list[PaperDocument] = []
    monkeypatch.setattr(cashier.session.printing, "print_document", printed.append)
    cashier.until(lambda: cashier.session.office.totals.given_back, "the history's worker")
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: len(receipts_of_parts(cashier)) == 4, "a row for each part")
    second, first = (name for name in receipts_of_parts(cashier) if name.startswith("Print"))
    assert first.startswith("Print receipt for 40 points given back, ")
    assert second.startswith("Print receipt for 25.5 points given back, ")
    assert cashier.label("who_and_why_1") == "Meera · Wrong member"
    for name in (first, second):
        for _ in range(40):
            if cashier.focus == name:
                break
            cashier.key(Qt.Key.Key_Tab)
        assert cashier.focus == name
        assert not cashier.find(name).visibleRegion().isEmpty()
        cashier.enter()
    for document, points in zip(printed, ("+40", "+25.5"), strict=True):
        assert any(line.left == "COPY" for line in document.lines)
        assert any(line.right == points for line in document.lines)
        assert any(line.right == "Wrong member" for line in document.lines)
    cashier.press(first.replace("Print", "Save", 1))
    cashier.until_says("Saved as")
    assert len(list((tmp_path / "receipts").glob("*given back*COPY.pdf"))) == 1


def receipts_of_parts(cashier: Cashier) -> list[str]:
    """Returns the names of the buttons for receipts of points given back."""
    return [name for name in cashier.names() if "points given back, " in name]


def test_escape_and_the_pad(open_till: OpenTill, service: PracticeService) -> None:
    """On a narrow touch screen the pad types into the fields. Escape leads back to the history, which keeps its row."""
    cashier = redeemed(open_till, service, number_pad="always", size=(800, 600))
    open_page(cashier)
    field = cashier.find("Points to give back")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert cashier.sees("Hide keys")
    for key in ("4", "0"):
        cashier.press(key)
    assert cashier.text("Points to give back") == "40"
    cashier.escape()
    cashier.until(lambda: cashier.sees("Redemptions"), "the history")
    assert not cashier.sees("Points to give back")


def test_a_reversal_that_is_unknown_at_a_start(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """The next start says so, as for a redemption, until the service has been asked. Then only the outcome is there."""
    cashier = redeemed(open_till, service, data=tmp_path / "data", read_timeout=0.5)
    open_page(cashier)
    cashier.type("Points to give back", "40")
    cashier.type("Reason", "Item returned")
    service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REVERSE)
    cashier.enter()
    cashier.until(lambda: service.ledger()[0].reversed_points, "points given back")
    service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS)
    cashier.until(lambda: cashier.session.controller.giving_back.view.is_unknown, "an unknown outcome")
    assert cashier.end()
    again = open_till(service=service, data=tmp_path / "data", give_back="cashier", read_timeout=0.3)
    again.until_says("It is not known yet whether the points of 1 earlier redemption")
    service.bad_day(None)
    again.until(lambda: again.screen.news, "the outcome")
    assert again.screen.news[0].text.startswith("MG-1: 40 points were given back.")
    assert "not known yet" not in again.screen.notice.text


def test_the_receipt_behind_the_history_knows_what_was_given_back(
    open_till: OpenTill, service: PracticeService
) -> None:
    """The cashier takes no more off the bill than what is still redeemed, also if she returns to the receipt."""
    cashier = open_till(service=service)
    cashier.redeem("100", bill="MG-1")
    assert cashier.label("headline") == "Take ₹\N{NO-BREAK SPACE}100.00 off the bill"
    for points, headline in (
        ("30", "Take ₹\N{NO-BREAK SPACE}70.00 off the bill"),
        ("70", "The points have been given back since"),
    ):
        open_page(cashier)
        cashier.type("Points to give back", points)
        cashier.type("Reason", "Changed her mind")
        cashier.enter()
        cashier.until_sees("Points given back")
        cashier.enter()
        cashier.until_sees("Search")
        cashier.escape()
        cashier.until_sees("Updated balance")
        cashier.until(partial(_has_headline, cashier, headline), headline)
        assert cashier.focus == "New customer"
        assert ("30 points have been given back since." in cashier.label("detail")) is (points == "30")
