"""A question takes all keys until one of its own buttons answers it, and nothing behind it changes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.failures import FINAL_HOLDS, Call, Held, HeldBack
from desktop.domain.history import HistoryQuery
from desktop.flow.till import Till
from desktop.gui.screen import Busy, Place
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.validation import ValidationCode
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

KEYS = ("8", "9", "B", "z", " ", Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_F2, Qt.Key.Key_F4)
"""Keys that belong to no answer."""


@pytest.fixture
def cashier(after_loss: Cashier) -> Cashier:
    """Returns a cashier with an open question: 20 points on bill B-67 are held back."""
    after_loss.find_member()
    after_loss.request_code("20", bill="B-67")
    after_loss.until_sees("Redeem anyway")
    return after_loss


def field_texts(cashier: Cashier) -> list[str]:
    """Returns every field of the window with its text."""
    fields = cashier.window.findChildren(QLineEdit)
    return [f"{one.objectName()}: {one.text()}" for one in fields]


def press(cashier: Cashier, key: Qt.Key | str) -> None:
    """Presses a key, wherever the focus is."""
    QTest.keyClick(cashier.focused(), key)  # type: ignore[arg-type]  # the stubs leave characters out


def test_no_other_key_changes_or_answers_anything(cashier: Cashier) -> None:
    """Digits, letters, editing keys and F-keys are dropped. The focus and every field stay."""
    before, question = field_texts(cashier), cashier.screen.question
    for key in KEYS * 2:
        press(cashier, key)
        assert cashier.focus == "Go back"
    assert field_texts(cashier) == before
    assert cashier.screen.question is question
    assert cashier.screen.place is Place.POINTS
    assert cashier.sees("Redeem anyway")


def test_a_scanner_answers_nothing(cashier: Cashier) -> None:
    """A burst that ends with Enter or Tab, and one with two Enters, leave question, fields and focus as they are."""
    before = field_texts(cashier)
    for ending in ((Qt.Key.Key_Return,), (Qt.Key.Key_Return, Qt.Key.Key_Return), (Qt.Key.Key_Tab,)):
        for key in ("B", "6", "7", *ending):
            press(cashier, key)
    assert cashier.screen.question is not None
    assert cashier.focus == "Go back"
    assert field_texts(cashier) == before


@pytest.mark.parametrize("way", ["Enter", "Space", "Escape", "click"])
def test_the_careful_answer_leaves_everything_as_it_was(cashier: Cashier, way: str) -> None:
    """Going back keeps amount, bill and member, and sends nothing."""
    before = field_texts(cashier)
    cashier.rest()
    match way:
        case "Enter":
            cashier.enter()
        case "Space":
            cashier.key(Qt.Key.Key_Space)
        case "Escape":
            cashier.escape()
        case _:
            cashier.press("Go back")
    assert cashier.screen.question is None
    assert cashier.focus == "Points to redeem"
    assert field_texts(cashier) == before
    assert cashier.value("Member") == "Asha Rao"
    assert len(cashier.service.codes()) == 1


def test_the_other_answer_by_keyboard(cashier: Cashier) -> None:
    """Tab and Enter redeem anyway, exactly what was on the button."""
    assert cashier.text("Redeem anyway") == "Redeem 20 points anyway"
    cashier.rest()
    cashier.key(Qt.Key.Key_Tab)
    assert cashier.focus == "Redeem 20 points anyway"
    cashier.key(Qt.Key.Key_Tab)
    assert cashier.focus == "Go back"
    cashier.key(Qt.Key.Key_Tab)
    cashier.rest()
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert [str(one.points) for one in cashier.service.ledger()] == ["10", "20"]


def test_drawing_does_not_move_the_focus_between_the_answers(cashier: Cashier) -> None:
    """Settling in the background does not move the focus from the answer that was chosen."""
    cashier.rest()
    cashier.key(Qt.Key.Key_Tab)
    cashier.session.controller.say("info", "The receipt has been sent to the printer.")
    assert cashier.focus == "Redeem 20 points anyway"


def test_nothing_behind_a_question_can_be_pressed(cashier: Cashier) -> None:
    """The mouse reaches only the question's buttons. The bar and the steps are disabled."""
    for name in ("History", "Settings", "Send code", "Change member"):
        assert not cashier.find(name).isEnabled()
    assert not any(name.startswith("All ") for name in cashier.names())
    field = cashier.find("Points to redeem")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    press(cashier, "9")
    assert field.text() == "20"
    cashier.press("Go back")
    assert cashier.find("History").isEnabled()
    assert field.isEnabled()


def test_the_bar_shows_no_key_that_does_nothing(cashier: Cashier) -> None:
    """Behind a question, F2, F4 and F10 are neither painted nor read, and nothing moves. Afterwards they are back."""
    cashier.window.resize(1600, 900)
    buttons = [cashier.find(name) for name in ("New customer", "History", "Settings")]
    places = [one.geometry() for one in buttons]
    behind = [one.grab().toImage() for one in buttons]
    assert [one.accessibleDescription() for one in buttons] == ["", "", ""]
    cashier.press("Go back")
    assert [one.accessibleDescription() for one in buttons] == ["F4", "F2", "F10"]
    assert [one.geometry() for one in buttons] == places
    for button, before in zip(buttons, behind, strict=True):
        button.setEnabled(False)
        button.set_key_works(works=True)
        assert button.grab().toImage() != before


def test_other_messages_do_not_replace_the_question(cashier: Cashier) -> None:
    """A failure of the printer is shown after the question is answered."""
    asked = cashier.message
    cashier.session.controller.say("bad", "The printer is out of paper.")
    assert cashier.message == asked
    assert cashier.focus == "Go back"
    cashier.press("Go back")
    assert cashier.message != asked


def test_keys_typed_into_a_slow_answer_that_becomes_a_question(after_loss: Cashier) -> None:
    """Keys before the question are dropped, and the rest of the burst answers nothing."""
    cashier = after_loss
    cashier.find_member()
    cashier.request_code("20")
    for key in "B67":
        press(cashier, key)
    cashier.until_sees("Redeem anyway")
    # The rest of the burst comes once the question is on the screen, however long the answer took.
    press(cashier, "9")
    press(cashier, Qt.Key.Key_Return)
    assert cashier.screen.question is not None
    assert cashier.text("Points to redeem") == "20"
    assert cashier.text("Bill number") == ""


def test_a_question_that_comes_while_the_history_is_open(after_loss: Cashier) -> None:
    """The history takes keys as usual. The question is there afterwards, unanswered, and F4 does not skip it."""
    cashier = after_loss
    cashier.find_member()
    cashier.service.bad_day(BadDay.SLOW, 1, call=Call.CHECK, seconds=0.3)
    cashier.request_code("20")
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: cashier.screen.question is not None, "the question")
    assert cashier.focus == "Search"
    cashier.rest()
    cashier.keys("77")
    assert cashier.text("Search") == "77"
    cashier.key(Qt.Key.Key_F4)
    assert cashier.screen.question is not None
    assert cashier.sees("Redeem anyway")
    assert cashier.focus == "Go back"
    assert cashier.text("Points to redeem") == "20"


def redeem_first(cashier: Cashier, *, bill: str) -> None:
    """Redeems 10 points on a bill, and goes to the next customer."""
    cashier.redeem("10", bill=bill)
    cashier.enter()


def redeem_more(cashier: Cashier, *, bill: str) -> None:
    """Redeems 20 points on another bill, up to the code."""
    cashier.find_member()
    cashier.send_code("20", bill=bill)
    cashier.enter_code()


def held_back(monkeypatch: pytest.MonkeyPatch, why: Held, so_far: Decimal | None = None) -> list[bool]:
    """Has every redemption held back once for a reason. The list grows with each confirmed one."""
    confirmations: list[bool] = []
    redeem = Till.redeem

    def hold(
        till: Till, draft: Draft, code: ValidationCode | None, *, confirmed: bool = False, **others: str
    ) -> Attempt:
        confirmations.append(confirmed)
        if not confirmed:
            attempt = till.journal.search(HistoryQuery())[0]
            raise HeldBack(why, attempt, so_far=so_far, count=2 if so_far else 1)
        return redeem(till, draft, code, confirmed=confirmed, **others)

    monkeypatch.setattr(Till, "redeem", hold)
    return confirmations


@pytest.mark.parametrize("why", list(Held))
def test_every_hold_is_put_into_words(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, why: Held
) -> None:
    """Each reason has a sentence of its own. A final one has no button to go on."""
    cashier = open_till(service=service)
    redeem_first(cashier, bill="MG-1")
    confirmations = held_back(monkeypatch, why)
    redeem_more(cashier, bill="MG-2")
    cashier.until(lambda: cashier.screen.question is not None, "the question")
    parts = {
        Held.SAME_BILL: "Bill MG-1 is held",
        Held.SAME_MEMBER: "For this member it is not known yet",
        Held.SAME_BILL_REDEEMED: "10 points were already redeemed for bill MG-1",
        Held.UNSEEN: "Do not take the points off the bill yet.",
        Held.OTHER_POINTS: "tried to redeem 10 points on bill MG-1",
        Held.SIMILAR_BILL: "spelt almost like this one",
        Held.OTHER_MACHINE: "Another till sent these 10 points",
    }
    assert parts[why] in cashier.message
    assert cashier.sees("Redeem anyway") == (why not in FINAL_HOLDS)
    code = cashier.text("Validation code")
    if why in FINAL_HOLDS:
        cashier.press("Go back")
        assert cashier.text("Validation code") == code
        assert confirmations == [False]
        return
    cashier.press("Redeem anyway")
    cashier.until_sees("Updated balance")
    assert confirmations == [False, True]
    assert [str(one.points) for one in service.ledger()] == ["10", "20"]


@pytest.mark.parametrize(
    ("earlier", "bill", "words"),
    [
        ("", "MG-2", "the till tried to redeem 1 point for this member without a bill number. Redeem anyway only if"),
        ("MG-1", "", "the till tried to redeem 1 point for this member on bill MG-1. Redeem anyway only if this"),
        ("MG-2", "MG-2", "1 point was already redeemed for bill MG-2"),
        ("MG-02", "MG-2", "1 point for this member on bill MG-02, which is spelt almost like this one."),
        ("", "", "1 point was already redeemed for this member"),
    ],
)
def test_a_bill_is_named_only_if_there_is_one(
    open_till: OpenTill, service: PracticeService, earlier: str, bill: str, words: str
) -> None:
    """The question says which bill the earlier attempt had, or that it had none, and compares only two bills."""
    cashier = open_till(service=service)
    cashier.redeem("1", bill=earlier)
    cashier.enter()
    cashier.find_member()
    cashier.request_code("1", bill=bill)
    cashier.until_sees("Redeem anyway")
    assert words in cashier.message


@pytest.mark.parametrize(("points", "words"), [("1", "1 point was redeemed"), ("12.5", "12.5 points were redeemed")])
def test_other_points_without_a_bill(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, points: str, words: str
) -> None:
    """Without a bill, other points are asked about only if the till found the redemption out later. That is said."""
    cashier = open_till(service=service)
    cashier.redeem(points, bill="")
    cashier.enter()
    held_back(monkeypatch, Held.OTHER_POINTS)
    redeem_more(cashier, bill="MG-2")
    cashier.until_sees("Redeem anyway")
    assert f"{words} for this member at " in cashier.message
    assert "and the till found out only later." in cashier.message
    assert "bill" not in cashier.message


def test_the_sum_so_far(open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bill with several redemptions shows the sum of their points so far."""
    cashier = open_till(service=service)
    redeem_first(cashier, bill="B-17")
    held_back(monkeypatch, Held.SAME_BILL_REDEEMED, Decimal(150))
    redeem_more(cashier, bill="B-18")
    cashier.until_says("150 points were redeemed on bill B-17 so far, in 2 redemption")


def test_a_supervisor_is_asked_again_after_a_question(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PIN is not kept during the question. Going on leads back to the supervisor, who is not asked twice."""
    cashier = open_till(service=service, skip_validation=True, supervisor_pin=hash_pin("471108", Cost(4, 8, 1)))
    redeem_first(cashier, bill="MG-1")
    confirmations: list[bool] = []
    redeem = Till.redeem_without_code

    def hold(till: Till, draft: Draft, pin: str, reason: str, *, confirmed: bool = False, **others: str) -> Attempt:
        confirmations.append(confirmed)
        if not confirmed:
            raise HeldBack(Held.SAME_MEMBER, till.journal.search(HistoryQuery())[0])
        return redeem(till, draft, pin, reason, confirmed=confirmed, **others)

    monkeypatch.setattr(Till, "redeem_without_code", hold)
    cashier.find_member()
    cashier.send_code("20", bill="MG-2")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", "471108")
    cashier.type("Why is there no code?", "Phone is dead")
    cashier.enter()
    cashier.until_sees("Redeem anyway")
    cashier.press("Redeem anyway")
    assert cashier.focus == "Supervisor’s PIN"
    assert cashier.text("Supervisor’s PIN") == ""
    cashier.type("Supervisor’s PIN", "471108")
    cashier.type("Why is there no code?", "Phone is dead")
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert confirmations == [False, True]


# Answers that arrive while the cashier types


def test_an_answer_in_the_middle_of_a_number(open_till: OpenTill, service: PracticeService) -> None:
    """345 does not become 45: what was begun before the step was shown is dropped whole, and a message says so."""
    cashier = open_till(service=service)
    service.bad_day(BadDay.SLOW, 1, call=Call.FIND_MEMBER, seconds=0.3)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    with cashier.burst():
        press(cashier, "3")
        cashier.until_at(Place.POINTS)
        press(cashier, "4")
        press(cashier, "5")
        press(cashier, Qt.Key.Key_Return)
    assert cashier.text("Points to redeem") == ""
    assert cashier.screen.busy is None
    assert cashier.message == "What you typed while the till was busy was ignored. Type it again."
    cashier.rest()
    cashier.keys("345")
    assert cashier.text("Points to redeem") == "345"
    assert cashier.message == ""


def test_a_failure_in_the_background_moves_no_focus(open_till: OpenTill, service: PracticeService) -> None:
    """A failure of the printer is shown, and the bill that is being typed goes on in its field."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Points to redeem", "5")
    cashier.type("Bill number", "B-6")
    cashier.session.controller.say("bad", "The printer is out of paper.")
    cashier.keys("7")
    assert cashier.focus == "Bill number"
    assert cashier.text("Bill number") == "B-67"
    assert cashier.text("Points to redeem") == "5"


def test_keys_after_opening_a_page_arrive(open_till: OpenTill, service: PracticeService) -> None:
    """A page that the user opens or closes takes the keys at once, however fast they come."""
    cashier = open_till(service=service)
    cashier.key(Qt.Key.Key_F2)
    cashier.keys("77")
    assert cashier.text("Search") == "77"
    cashier.escape()
    cashier.keys("97")
    assert cashier.text("Mobile number") == "97"


def test_a_key_on_a_button_does_not_change_the_amount(open_till: OpenTill, service: PracticeService) -> None:
    """5 does not become 59: a digit that is pressed while a button has the focus is not typed into the field."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Points to redeem", "5")
    cashier.find("All points").setFocus()
    press(cashier, "9")
    assert cashier.text("Points to redeem") == "5"
    assert QApplication.focusWidget() is cashier.find("All points")


def test_a_code_that_is_being_typed_stays_when_another_is_sent(open_till: OpenTill, service: PracticeService) -> None:
    """Send code again clears the field only if nothing was typed meanwhile."""
    cashier = open_till(service=service, code_again_after=0)
    cashier.find_member()
    cashier.send_code("20")
    cashier.type("Validation code", "OLD")
    cashier.press("Send code again")
    cashier.until_says("The code has been sent again.")
    assert cashier.text("Validation code") == ""
    service.bad_day(BadDay.SLOW, 1, call=Call.SEND_CODE, seconds=0.3)
    cashier.press("Send code again")
    assert cashier.screen.busy is Busy.SENDING_AGAIN
    cashier.type("Validation code", "AB")
    cashier.until(lambda: cashier.screen.busy is None, "the code")
    assert cashier.text("Validation code") == "AB"
