"""An unknown outcome is shown calmly, never sent again, settled by itself, and reported plainly when it is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.failures import Call, Held, HeldBack
from desktop.domain.redemption import State
from desktop.flow.till import Till
from desktop.gui.screen import Place
from desktop.texts import load_catalogue
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from tests.journeys.cashier import VIKRAM, Cashier

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.validation import ValidationCode
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()
HEADLINE = "We do not know yet whether Asha’s 10 points were used"

SELDOM = pytest.mark.slow
MOVED = (
    BadDay.HANG_AFTER,
    BadDay.HALF_JSON,
    *(pytest.param(day, marks=SELDOM) for day in (BadDay.ANSWER_LOST, BadDay.PAGE_520_MOVED, BadDay.TRUNCATED)),
)
NOT_MOVED = (
    BadDay.HANG,
    BadDay.PAGE_520,
    *(pytest.param(day, marks=SELDOM) for day in (BadDay.CUT_BEFORE, BadDay.ERROR_500)),
)


def headline(cashier: Cashier) -> str:
    """Returns the headline of the page."""
    visible = [one for one in cashier.window.findChildren(QLabel, "headline") if one.isVisible()]
    return visible[0].text() if visible else ""


def references(cashier: Cashier) -> list[str]:
    """Returns the `external_reference_number` of every redemption that was sent."""
    return [
        json.loads(body)["root"]["redeem"][0]["external_reference_number"]
        for body in cashier.requests("/points/redeem")
    ]


@pytest.mark.parametrize("day", MOVED)
def test_the_receipt_appears_by_itself(open_till: OpenTill, service: PracticeService, day: BadDay) -> None:
    """The points moved and the answer was lost: a calm page says not to redeem again, then the receipt appears."""
    cashier = open_till(service=service, read_timeout=0.5, settle_after=0.5)
    cashier.lose_answer(day)
    assert cashier.screen.place is Place.UNKNOWN
    assert headline(cashier) == HEADLINE
    assert "Do not redeem again." in cashier.texts()
    assert cashier.value("Not known yet") == f"{HEADLINE}. Bill MG-1"
    assert "Hold bill MG-1 until it is known." in cashier.texts()
    assert cashier.focus == "Next customer"
    assert not cashier.sees("Redeem")
    assert not cashier.sees("Redeem again")
    cashier.until_sees("Updated balance")
    assert cashier.value("Updated balance") == "1,981"
    assert headline(cashier) == "Take ₹\xa010.00 off the bill"
    assert cashier.value("Points redeemed") == "10"
    assert len(service.ledger()) == 1
    assert len(references(cashier)) == 1


@pytest.mark.parametrize("day", NOT_MOVED)
def test_redeem_again_keeps_the_reference(open_till: OpenTill, service: PracticeService, day: BadDay) -> None:
    """The points did not move: this is shown only after several look-ups.

    Redeem again goes back to the code and keeps the reference.
    """
    cashier = open_till(service=service, read_timeout=0.4, settle_after=0.4)
    cashier.lose_answer(day)
    assert headline(cashier) == HEADLINE
    cashier.until_sees("Redeem again")
    assert headline(cashier) == "The points were not redeemed"
    assert len(cashier.requests("/customer/redemptions")) >= 3
    assert cashier.focus == "Redeem again"
    cashier.enter()
    cashier.until_at(Place.CODE)
    assert cashier.text("Validation code") == cashier.code()
    cashier.enter()
    cashier.until_sees("Updated balance")
    sent = references(cashier)
    assert len(sent) == 2
    assert len(set(sent)) == 1
    assert [one.reference for one in service.ledger()] == sent[:1]


def test_the_page_shows_what_the_till_is_doing(open_till: OpenTill, service: PracticeService) -> None:
    """The page names the member, the points, the bill and the reference, and lists what the till has done so far."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=5)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    attempt = cashier.screen.attempt
    assert attempt is not None
    cashier.until(lambda: "Asked: no answer" in cashier.texts(), "what came of asking")
    texts = cashier.texts()
    for text in ("Asha Rao", "+91 ••••• •8221", "10", "MG-1", "Recorded and sent", attempt.reference):
        assert text in texts, text
    assert cashier.value("Connection") == "Slow"


def test_the_page_counts_down(open_till: OpenTill, service: PracticeService) -> None:
    """The page says truthfully what happened, and how long the till will go on checking at most."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=90)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    said = cashier.label("instruction")
    assert said.startswith("The service did not answer in time. The till keeps checking, up to 1:")
    cashier.until(lambda: cashier.label("instruction") != said, "a second less")
    assert "up to 1:" in cashier.label("instruction")


def test_a_line_that_was_cut_is_not_called_slow(open_till: OpenTill, service: PracticeService) -> None:
    """If the line was cut, the page does not say that the service did not answer in time."""
    cashier = open_till(service=service, read_timeout=5, settle_after=90)
    cashier.lose_answer(BadDay.ANSWER_LOST, looks=False)
    assert cashier.label("instruction").startswith("The line was cut before the answer came.")


def test_the_same_bill_is_held(after_loss: Cashier) -> None:
    """While the outcome is unknown, the same bill cannot be redeemed for any member, and there is no way around it."""
    cashier = after_loss
    cashier.find_member(VIKRAM)
    cashier.request_code("1", bill="MG-1")
    cashier.until_says("Bill MG-1 is held: it is not known yet whether 10 points were redeemed for it")
    assert "(PT-HELD-SAME-BILL)" in cashier.message
    assert cashier.focus == "Go back"
    assert not cashier.sees("Redeem anyway")
    cashier.rest()
    cashier.enter()
    assert cashier.message == ""
    assert cashier.screen.place is Place.POINTS
    assert cashier.focus == "Points to redeem"
    assert len(references(cashier)) == 1


def test_the_same_member_is_asked_about_first(after_loss: Cashier, service: PracticeService) -> None:
    """For another bill of the same member, the careful answer has the focus. Redeem anyway goes on, and both happen."""
    cashier = after_loss
    cashier.find_member()
    cashier.request_code("20", bill="MG-2")
    cashier.until_says("For this member it is not known yet whether 10 points were redeemed")
    assert "(PT-HELD-SAME-MEMBER)" in cashier.message
    assert cashier.focus == "Go back"
    cashier.rest()
    cashier.enter()
    assert not cashier.sees("Redeem anyway")
    assert len(service.codes()) == 1
    cashier.enter()
    cashier.until_sees("Redeem anyway")
    cashier.press("Redeem anyway")
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == 2
    assert len(set(references(cashier))) == 2


@pytest.mark.parametrize("day", [BadDay.HANG_AFTER, BadDay.CUT_BEFORE])
def test_a_question_changes_once_the_outcome_is_known(
    open_till: OpenTill, service: PracticeService, day: BadDay
) -> None:
    """Once the earlier outcome is known, the question says so. Only its own button ends it, and then Enter goes on."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=0.6)
    cashier.lose_answer(day, looks=False)
    cashier.enter()
    cashier.find_member()
    cashier.request_code("20", bill="MG-2")
    cashier.until_sees("Redeem anyway")
    service.bad_day(None)
    cashier.until_says("Now known: ")
    assert "Go back, then try again." in cashier.message
    assert cashier.focus == "Go back"
    cashier.rest()
    cashier.enter()
    assert cashier.screen.question is None
    assert cashier.focus == "Points to redeem"
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == (2 if day is BadDay.HANG_AFTER else 1)


def test_a_redemption_at_another_service(open_till: OpenTill, service: PracticeService) -> None:
    """A message says between customers that another service cannot settle it, and the bill stays held meanwhile."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    reference = cashier.screen.attempt.short_reference if cashier.screen.attempt else ""
    assert cashier.end()
    other = PracticeService()
    other.start()
    try:
        moved = open_till(service=other, settle_after=0.3)
        moved.until_says(CATALOGUE.meaning_of("settling.elsewhere").says)
        assert f"(PT-ELSEWHERE {reference})" in moved.message
        assert moved.screen.unsettled == 1
        moved.find_member()
        moved.request_code("10", bill="MG-1")
        moved.until_says("Bill MG-1 is held")
        assert moved.end()
        assert not other.ledger()
    finally:
        other.stop()
    service.bad_day(None)
    back = open_till(service=service, settle_after=0.3)
    back.until_says("Now known: 10 points were redeemed for MG-1.")
    assert len(service.ledger()) == 1


def test_a_yes_answers_only_the_question_that_was_asked(after_loss: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later question is not answered by an earlier yes, also after the cashier went back from it."""
    cashier = after_loss
    cashier.find_member()
    cashier.request_code("20")
    cashier.until_sees("Redeem anyway")
    earlier = cashier.session.controller.screen.question
    assert earlier is not None
    confirmations: list[bool] = []

    def ask_again(
        _till: Till, _draft: Draft, _code: ValidationCode | None, *, confirmed: bool = False, **_: object
    ) -> Attempt:
        confirmations.append(confirmed)
        raise HeldBack(Held.SAME_MEMBER, earlier.held.attempt)

    monkeypatch.setattr(Till, "redeem", ask_again)
    cashier.press("Redeem anyway")
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Redeem anyway")
    cashier.rest()
    cashier.enter()
    cashier.until(lambda: not cashier.sees("Redeem anyway"), "the way back")
    cashier.enter()
    cashier.until_sees("Redeem anyway")
    assert confirmations == [True, False]


def test_a_bill_that_was_redeemed_already_is_asked_about(open_till: OpenTill, service: PracticeService) -> None:
    """The same redemption once more is asked about, and happens a second time only if the cashier confirms."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    cashier.enter()
    cashier.find_member()
    cashier.request_code("10", bill="MG-1")
    cashier.until_says("10 points were already redeemed for bill MG-1")
    assert cashier.focus == "Go back"
    cashier.rest()
    cashier.escape()
    assert cashier.message == ""
    assert len(service.ledger()) == 1


def test_unsettled_redemptions_are_shown_at_the_start(open_till: OpenTill, service: PracticeService) -> None:
    """The next start shows what is unknown, keeps a badge, and reports each outcome."""
    first = open_till(service=service, read_timeout=0.3, settle_after=30)
    first.lose_answer(BadDay.HANG_AFTER, looks=False)
    assert first.end()
    second = open_till(service=service, read_timeout=0.3, settle_after=30)
    second.until_says("The till is asking the service. Do not redeem")
    assert second.screen.notice.tone == "wait"
    second.until_sees("1 not known yet")
    second.press("1 not known yet")
    table = second.find("Redemptions")
    second.until(lambda: table.rowCount() == 1, "the list of what is not known")
    cells = [table.item(0, column) for column in range(table.columnCount())]
    assert "Not known yet" in [cell.text() for cell in cells if cell is not None]
    second.escape()
    service.bad_day(None)
    second.until_says("Now known: 10 points were redeemed for MG-1. The receipt is in the history.", timeout=20_000)
    second.until(lambda: not second.sees("1 not known yet"), "the end of the badge")
    assert len(service.ledger()) == 1


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_news_stays_until_it_is_read(after_loss: Cashier, service: PracticeService, way: str) -> None:
    """No key removes the news, because the cashier may already be serving another customer."""
    cashier = after_loss
    cashier.type("Mobile number", "97777")
    service.bad_day(None)
    cashier.until_says("Now known: 10 points were redeemed for MG-1.", timeout=20_000)
    cashier.keys("88221")
    assert cashier.message.startswith("Now known")
    assert cashier.text("Mobile number") == "9777788221"
    cashier.key(Qt.Key.Key_F4)
    assert cashier.message.startswith("Now known")
    cashier.type("Mobile number", "123")
    cashier.enter()
    assert not cashier.message.startswith("Now known"), "the message about the customer at hand comes first"
    cashier.keys("4")
    assert cashier.message.startswith("Now known")
    if way == "button":
        cashier.press("OK")
        assert cashier.focus == "Mobile number"
    else:
        cashier.escape()
    assert cashier.message == ""
    assert cashier.text("Mobile number") == "4"


def test_a_number_in_a_right_to_left_sentence(open_till: OpenTill, service: PracticeService) -> None:
    """The number keeps its direction: `+91 ••••• •8221`, and not `8221• ••••• 91+`."""
    cashier = open_till(service=service, language="ar", country="IN", read_timeout=0.3, settle_after=30)
    cashier.find_member()
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_at(Place.CODE)
    code = cashier.code()
    service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
    service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
    cashier.type("Validation code", code)
    cashier.enter()
    cashier.until_at(Place.UNKNOWN)
    cashier.key(Qt.Key.Key_Return)
    cashier.until_at(Place.MEMBER)
    service.bad_day(None)
    cashier.until(lambda: cashier.screen.news, "what became of it", 20_000)
    assert "\u2066+91 ••••• •8221\u2069" in cashier.screen.news[0].text


def redeem_late(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Redeems 10 points on bill MG-1. The till takes them as not redeemed, because the service shows them late."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=0.3, look_again_after=1.5)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    code = cashier.code()
    service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
    service.bad_day(BadDay.REDEMPTION_SHOWS_LATE, seconds=1.5, also=True)
    cashier.enter_code(code)
    cashier.until_sees("Redeem again")
    return cashier


def test_a_late_redemption_is_reported_plainly(open_till: OpenTill, service: PracticeService) -> None:
    """A redemption that was recorded as not redeemed and turns up is reported as that, with what to do about it."""
    cashier = redeem_late(open_till, service)
    cashier.press("Next customer")
    cashier.until_at(Place.MEMBER)
    cashier.until_says("A redemption that was recorded as not done did happen: 10 points for MG-1.")
    assert "Take them off the bill, or tell support to give them back." in cashier.message
    assert len(service.ledger()) == 1


@pytest.mark.slow
def test_a_late_redemption_while_its_page_is_open(open_till: OpenTill, service: PracticeService) -> None:
    """The page that said that nothing was redeemed becomes the receipt."""
    cashier = redeem_late(open_till, service)
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.state is State.REDEEMED
    assert attempt.settled_late
