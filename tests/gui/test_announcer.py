"""Tests what a screen reader is told about changes that do not have the focus."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.domain.lessons import LESSONS
from desktop.domain.settings import Theme
from desktop.gui import voice
from desktop.gui.course import Course
from desktop.gui.screen import Notice
from desktop.gui.voice import voice_of
from desktop.gui.widgets.lessons_panel import LessonsPanel
from desktop.training.bad_days import BadDay
from tests.gui.test_layouts import settle
from tests.journeys.signing_on import sign_off, sign_on
from tests.journeys.test_give_back import open_page, redeemed

if TYPE_CHECKING:
    from desktop.gui.style import Style
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


def test_who_is_being_served_is_announced_to_a_cashier_who_returns(open_till: OpenTill) -> None:
    """The window shows the member again as well. Another cashier hears no name, and neither does an idle counter."""
    cashier = open_till(sign_on=True)
    said = listen(cashier)
    sign_on(cashier, "Meera")
    sign_off(cashier)
    sign_on(cashier, "Meera")
    assert [text for text, _ in said] == ["Meera has signed on", "Signed off", "Meera has signed on"]
    cashier.find_member()
    sign_off(cashier)
    said.clear()
    sign_on(cashier, "Meera")
    assert [text for text, _ in said] == ["Meera has signed on", "Asha Rao, 1,991 points"]
    sign_off(cashier)
    said.clear()
    sign_on(cashier, "Dev")
    assert [text for text, _ in said] == ["Dev has signed on"]


@pytest.mark.parametrize("first", [False, True])
def test_the_number_of_a_missed_call_is_announced(open_till: OpenTill, *, first: bool) -> None:
    """The focus goes to the button, so a cashier who cannot see hears which number the member has to call, once."""
    cashier = open_till(missed_call=True, missed_call_number="+91 80 1234 5678", missed_call_first=first)
    said = listen(cashier)
    cashier.find_member("9876543011")
    cashier.type("Points to redeem", "20")
    cashier.enter()
    if not first:
        cashier.until_sees("Validation code")
        cashier.press("Missed call")
    cashier.until_sees("Number to call")
    cashier.until(lambda: cashier.screen.busy is None, "the end of the call")
    asked = "Ask the member to call this number and hang up: +91 80 1234 5678"
    assert [text for text, _ in said if "1234" in text] == [
        f"{asked} The call has to come from {cashier.screen.shown}. Then redeem."
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


@pytest.fixture
def old_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has a screen reader listen that knows no announcements, such as Orca 43."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(voice, "needs_notifications", lambda: True)
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))


def described() -> str:
    """Returns the description of the button that has the focus."""
    return cast("QPushButton", QApplication.focusWidget()).accessibleDescription()


@pytest.mark.usefixtures("old_reader")
def test_an_old_reader_reads_outcomes_and_questions_with_the_button(
    open_till: OpenTill, service: PracticeService
) -> None:
    """The button that gets the focus has them in its description, because a notification may be dropped."""
    cashier = open_till(service=service, read_timeout=0.4, settle_after=0.4)
    cashier.redeem("10")
    assert cashier.focus == "New customer"
    assert described().endswith("10 points redeemed, take ₹\xa010.00 off the bill, new balance 1,981. Enter")
    cashier.enter()
    cashier.find_member()
    cashier.request_code("10")
    cashier.until_sees("Go back")
    assert "10 points were already redeemed" in described()


@pytest.mark.usefixtures("old_reader")
def test_an_old_reader_reads_an_unknown_outcome_with_the_button(open_till: OpenTill, service: PracticeService) -> None:
    """So it does when the till has found out that the points were not redeemed."""
    cashier = open_till(service=service, read_timeout=0.4, settle_after=0.4)
    cashier.lose_answer(BadDay.HANG)
    assert "Do not redeem again. Enter" in described()
    cashier.until_sees("Redeem again")
    assert described().endswith("The points were not redeemed. Enter")


def test_that_it_did_not_happen_is_announced(open_till: OpenTill, service: PracticeService) -> None:
    """After an unknown outcome, the cashier hears that the points were not redeemed."""
    cashier = open_till(service=service, read_timeout=0.4, settle_after=0.4)
    said = listen(cashier)
    cashier.lose_answer(BadDay.HANG)
    cashier.until_sees("Redeem again")
    assert said[-1] == ("The points were not redeemed", True)


def hear(cashier: Cashier) -> list[str]:
    """Returns the list that everything is added to that a screen reader is told, by whatever part of the window."""
    said: list[str] = []
    voice_of(cashier.window).said.connect(lambda text, _interrupts: said.append(text))
    return said


def disturb(cashier: Cashier, style: Style) -> None:
    """Resizes the window, changes its theme and draws everything again."""
    for size in ((800, 600), (1366, 768)):
        cashier.window.resize(*size)
        settle(cashier)
    for theme in (Theme.DARK, Theme.LIGHT):
        style.apply(theme)
        settle(cashier)
    cashier.session.controller.changed.emit(cashier.screen)
    settle(cashier)


def test_nothing_is_announced_twice(open_till: OpenTill, service: PracticeService, style: Style) -> None:
    """Each step is said once, also a refusal, and also if the window is resized, themed or drawn again."""
    cashier = open_till(service=service)
    said = hear(cashier)
    cashier.find_member()
    cashier.send_code("12.5", bill="MG-1")
    disturb(cashier, style)
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    disturb(cashier, style)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    disturb(cashier, style)
    assert [one for one in said if not one.startswith("Worth")] == [
        "Asha Rao, 1,991 points",
        "Code sent",
        next(one for one in said if "wrong or has expired" in one),
        "12.5 points redeemed, take ₹\xa012.50 off the bill, new balance 1,978.5",
    ]


def test_an_unknown_outcome_is_announced_once(open_till: OpenTill, service: PracticeService, style: Style) -> None:
    """The look-ups that go on and a window that is drawn again say nothing more."""
    cashier = open_till(service=service, read_timeout=0.5, settle_after=90.0)
    said = hear(cashier)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    disturb(cashier, style)
    assert sum("Do not redeem again" in one for one in said) == 1


def test_points_given_back_are_announced(open_till: OpenTill, service: PracticeService, style: Style) -> None:
    """The page that gives points back says once of which redemption, and what came back."""
    cashier = redeemed(open_till, service)
    said = hear(cashier)
    open_page(cashier)
    disturb(cashier, style)
    (which,) = said
    assert "MG-1, Asha Rao · +91 ••••• •8221 · " in which
    assert which.endswith(", 100 points")
    said.clear()
    cashier.keys("40")
    cashier.enter()
    cashier.keys("Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    disturb(cashier, style)
    assert sum("40 points were given back" in one for one in said) == 1


def test_a_receipt_that_was_not_printed_is_announced(open_till: OpenTill, service: PracticeService) -> None:
    """A printer that does not answer is said once."""
    cashier = open_till(service=service, printer="tcp://127.0.0.1:1")
    cashier.redeem("10", bill="MG-1")
    said = hear(cashier)
    cashier.press("Print receipt")
    cashier.until(lambda: cashier.message, "the failure", 20_000)
    assert said == [next(one for one in said if "print" in one.casefold())]


def test_the_steps_of_a_lesson_are_announced(open_till: OpenTill, service: PracticeService, style: Style) -> None:
    """Each step once, however often the panel is drawn."""
    cashier = open_till(service=service)
    course = Course(cashier.session.controller, lambda _fault: None)
    panel = LessonsPanel(course, style, cashier.window)
    said = hear(cashier)
    course.begin(LESSONS[0])
    panel.draw()
    assert said == [LESSONS[0].steps[0].says]


def test_a_code_that_is_sent_again_is_announced_once(open_till: OpenTill, service: PracticeService) -> None:
    """The message that says so is read. Nothing else says it too."""
    cashier = open_till(service=service, code_again_after=0)
    cashier.find_member()
    cashier.send_code("10")
    said = hear(cashier)
    cashier.press("Send code again")
    cashier.until_says("The code has been sent again.")
    assert said == ["The code has been sent again."]


def test_the_message_of_the_counter_is_not_announced_again_after_another_page(open_till: OpenTill) -> None:
    """`The settings are saved.` was said once more whenever a page was closed. What was said meanwhile is announced."""
    cashier = open_till()
    said = hear(cashier)
    cashier.session.go_on("")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F2):
        cashier.key(key)
    assert cashier.message == "The settings are saved."
    assert said.count("The settings are saved.") == 1
    cashier.key(Qt.Key.Key_F2)
    display = cashier.session.controller._display
    for notice in (Notice(), Notice("good", "The settings are saved.")):
        display.show(replace(display.screen, notice=notice))
    cashier.key(Qt.Key.Key_F2)
    assert cashier.message == "The settings are saved."
    assert said.count("The settings are saved.") == 2


def test_an_error_that_a_button_causes_again_is_announced_again(open_till: OpenTill, style: Style) -> None:
    """The message stays as it is, and nothing else would be heard. A window that is drawn again says nothing."""
    cashier = open_till()
    cashier.type("Mobile number", "97777x")
    said = hear(cashier)
    for times in (1, 2):
        cashier.press("Find member")
        disturb(cashier, style)
        assert said == ["Type the digits of the mobile number only."] * times
