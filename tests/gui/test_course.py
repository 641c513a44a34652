"""Tests the lessons: each notices what the cashier does, in the real window, and ends with "You can do this"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.lessons import LESSONS, Lesson
from desktop.gui.course import Course
from desktop.gui.screen import Place
from desktop.gui.widgets.lessons_panel import LessonsPanel
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, VIKRAM, Cashier, Person

if TYPE_CHECKING:
    from desktop.gui.style import Style
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


def lesson(name: str) -> Lesson:
    """Returns a lesson by its name."""
    return next(one for one in LESSONS if one.name == name)


@pytest.fixture
def at_lesson(open_till: OpenTill, service: PracticeService) -> tuple[Cashier, Course]:
    """Returns a cashier, and the course that watches the counter."""
    cashier = open_till(service=service, read_timeout=2, settle_after=60)

    def make_fault(name: str) -> None:
        service.bad_day(BadDay(name), 1, also=True)

    return cashier, Course(cashier.session.controller, make_fault)


def test_a_redemption(at_lesson: tuple[Cashier, Course]) -> None:
    """The first lesson goes on at each step, and is done with the receipt."""
    cashier, course = at_lesson
    course.begin(lesson("redemption"))
    assert course.step == 0
    cashier.find_member(ASHA)
    assert course.step == 1
    cashier.send_code("10")
    assert course.step == 2
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert course.is_finished
    assert course.done == {"redemption"}


def test_a_wrong_code(at_lesson: tuple[Cashier, Course]) -> None:
    """The right code does not end the step that waits for a wrong one."""
    cashier, course = at_lesson
    course.begin(lesson("wrong_code"))
    cashier.find_member(ASHA)
    cashier.send_code("10")
    assert course.step == 2
    cashier.enter_code("WRONG1")
    cashier.until(lambda: course.step == 3, "the next step")
    cashier.rest()
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert course.is_finished


def test_more_points_than_there_are(at_lesson: tuple[Cashier, Course]) -> None:
    """The refusal at the points goes on, and so do fewer points."""
    cashier, course = at_lesson
    course.begin(lesson("too_many_points"))
    cashier.find_member(VIKRAM)
    cashier.type("Points to redeem", "20")
    cashier.enter()
    assert course.step == 2
    cashier.send_code("12.345")
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert course.is_finished


def test_a_lost_answer(at_lesson: tuple[Cashier, Course]) -> None:
    """The answer gets lost by itself, the next customer goes on, and the outcome ends the lesson."""
    cashier, course = at_lesson
    course.begin(lesson("lost_answer"))
    cashier.find_member(ASHA)
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_at(Place.UNKNOWN)
    assert course.step == 3
    cashier.rest()
    cashier.enter()
    assert course.step == 4
    cashier.until(lambda: course.is_finished, "the outcome", 30_000)


def test_what_is_left_is_not_done(at_lesson: tuple[Cashier, Course]) -> None:
    """A lesson that the cashier leaves counts as not done, and what happens afterwards changes nothing."""
    cashier, course = at_lesson
    course.begin(lesson("redemption"))
    cashier.find_member(ASHA)
    course.leave()
    cashier.send_code("10")
    assert course.lesson is None
    assert not course.done


def test_giving_back_is_noticed(at_lesson: tuple[Cashier, Course]) -> None:
    """The last lesson ends when points were given back, and not before the redemption."""
    cashier, course = at_lesson
    course.begin(lesson("giving_back"))
    course.give_back()
    assert course.step == 0
    cashier.find_member(ASHA)
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    course.begin_giving_back()
    assert course.step == 4
    course.give_back()
    assert course.is_finished


def test_the_panel_leads_through_a_lesson(at_lesson: tuple[Cashier, Course], style: Style) -> None:
    """The panel shows the list, then the step at hand, and at the end that the cashier can do it."""
    cashier, course = at_lesson
    # A window of its own would take the keyboard away from the till.
    panel = LessonsPanel(course, style, cashier.session.view)
    panel.resize(300, 400)
    panel.show()
    trainee = Person(panel)

    def until_told(words: str) -> None:
        cashier.until(lambda: trainee.sees("Lesson") and trainee.value("Lesson").startswith(words), words)

    cashier.until(lambda: trainee.sees("1. Redeem points"), "the list")
    trainee.press("1. Redeem points")
    until_told("Type Asha’s mobile number")
    cashier.find_member(ASHA)
    until_told("Type 10 points")
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    until_told("You can do this.")
    trainee.press("All lessons")
    cashier.until(lambda: trainee.sees("1. Redeem points"), "the list")
    assert trainee.find("1. Redeem points").accessibleDescription() == "You can do this."
