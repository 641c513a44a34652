"""Tests the drawer of training: members and faults over the page, for windows without room beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QTabBar

from desktop.gui.screen import Place
from tests.gui.test_layouts import FINGER, problems
from tests.journeys.cashier import ASHA

if TYPE_CHECKING:
    from tests.journeys.tills import OpenTill

BUTTON = "Training: phone and members"


@pytest.mark.parametrize("size", [(800, 600), (512, 384)])
def test_a_sample_member_is_chosen_in_the_drawer(open_till: OpenTill, size: tuple[int, int]) -> None:
    """The button in the bar opens it; choosing a member fills in the number and closes it."""
    cashier = open_till(size=size)
    assert not cashier.sees("What goes wrong next")
    cashier.press(BUTTON)
    assert cashier.sees("What goes wrong next")
    cashier.find("Training", QTabBar).setCurrentIndex(1)
    cashier.find(f"Fill in {ASHA}", QAbstractButton).click()
    assert not cashier.session.view.drawer.is_open
    assert cashier.text("Mobile number") == ASHA
    assert cashier.focus == "Mobile number"


def test_the_tabs_fit_a_finger(open_till: OpenTill) -> None:
    """The drawer was hidden when the style was applied. The line below the chosen tab is not cut off either."""
    cashier = open_till(size=(800, 600))
    cashier.press(BUTTON)
    tabs = cashier.find("Training", QTabBar)
    cashier.until(lambda: tabs.height() >= tabs.tabRect(0).height() >= FINGER, "whole tabs")


def test_escape_closes_the_drawer_first(open_till: OpenTill) -> None:
    """Escape closes the drawer and only then goes back a step. The focus is in the field again."""
    cashier = open_till(size=(800, 600))
    cashier.find_member()
    cashier.press(BUTTON)
    cashier.rest()
    cashier.escape()
    assert not cashier.session.view.drawer.is_open
    assert cashier.screen.place is Place.POINTS
    assert cashier.focus == "Points to redeem"


def test_the_drawer_over_the_history(open_till: OpenTill) -> None:
    """Closed, it leaves the focus in the search. A member who is chosen in it is looked up at the counter."""
    cashier = open_till(size=(800, 600))
    cashier.key(Qt.Key.Key_F2)
    cashier.press(BUTTON)
    cashier.rest()
    cashier.escape()
    assert cashier.focus == "Search"
    cashier.press(BUTTON)
    cashier.find("Training", QTabBar).setCurrentIndex(1)
    cashier.find(f"Fill in {ASHA}", QAbstractButton).click()
    assert cashier.sees("Mobile number")
    assert cashier.focus == "Mobile number"
    assert cashier.text("Mobile number") == ASHA


def test_a_code_is_news_until_it_is_used(open_till: OpenTill) -> None:
    """With the drawer closed, the code stays in sight while it is typed, and is gone with the customer."""
    cashier = open_till(size=(800, 600))
    cashier.find_member()
    cashier.send_code("10")
    cashier.until_says(cashier.code())
    cashier.type("Validation code", cashier.code()[:3])
    assert cashier.code() in cashier.message
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    cashier.until(lambda: not cashier.screen.news, "the end of the news")


def test_an_open_drawer_needs_no_news(open_till: OpenTill) -> None:
    """The phone in the open drawer shows the code."""
    cashier = open_till(size=(800, 600))
    cashier.find_member()
    cashier.press(BUTTON)
    cashier.send_code("10")
    assert cashier.screen.news == ()


def test_the_phone_can_be_read_in_a_low_drawer(open_till: OpenTill) -> None:
    """At 200 % on a terminal of 1024×600, what does not fit is scrolled, and nothing is squeezed."""
    size = (512, 300)
    cashier = open_till(size=size)
    cashier.press(BUTTON)
    assert problems(cashier, size) == []
    panel = cashier.session.view.counter.training
    assert panel is not None
    phone = next(one for one in panel.findChildren(QFrame) if one.property("role") == "phone")
    assert phone.height() >= 120


def test_the_panel_moves_between_drawer_and_side(open_till: OpenTill) -> None:
    """In a wider window the panel stands beside the steps, with everything that it showed."""
    cashier = open_till(size=(800, 600))
    panel = cashier.session.view.counter.training
    assert panel is not None
    cashier.press(BUTTON)
    cashier.window.resize(1024, 600)
    cashier.until(lambda: cashier.session.view.counter.side.isAncestorOf(panel), "the panel beside the steps")
    assert panel.isVisible()
    assert not cashier.session.view.drawer.is_open
    assert not cashier.sees(BUTTON)
    cashier.window.resize(800, 600)
    cashier.until(lambda: cashier.session.view.drawer.isAncestorOf(panel), "the panel in the drawer")
    assert not panel.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_drawer_is_at_the_end_of_the_line(open_till: OpenTill, language: str) -> None:
    """At the right, or at the left if the language is written from right to left, under the bar."""
    cashier = open_till(size=(800, 600), language=language)
    view = cashier.session.view
    view.drawer.toggle()
    place = view.drawer.geometry()
    assert place.top() == view.bar.height()
    assert place.bottom() == view.rect().bottom()
    assert (place.right() == view.rect().right()) is (language == "en")
    assert (place.left() == 0) is (language == "ar")
    assert view.drawer.close_button.focusPolicy() != Qt.FocusPolicy.NoFocus
