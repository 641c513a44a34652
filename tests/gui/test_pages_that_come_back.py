"""Tests that a page is laid out right at once when it comes back, whatever has happened to the window meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.gui.screen import Notice, Place
from desktop.training.bad_days import BadDay
from tests.gui.test_layouts import SETTINGS, TERMINAL, problems, settle

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

SIZES = ((1920, 1080), (800, 600), TERMINAL)
SMALL_TOO = ((1366, 900), TERMINAL, (1920, 1080), TERMINAL, (512, 300), TERMINAL, (800, 600))


class _FirstPicture(QObject):
    """Notes where everything is when the window is first painted."""

    def __init__(self, window: QWidget, page: QWidget) -> None:
        super().__init__()
        self._window, self._page = window, page
        self.places: dict[str, object] | None = None
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notes the places once."""
        if event.type() is QEvent.Type.Paint and self.places is None:
            self.places = places(self._page)
        return False


def places(page: QWidget) -> dict[str, object]:
    """Returns where the visible widgets of a page are in the window."""
    found = [one for one in page.findChildren(QWidget) if one.isVisible() and one.objectName()]
    window = page.window()
    return {
        f"{one.objectName()} {at}": (one.mapTo(window, one.rect().topLeft()).toTuple(), one.size().toTuple())
        for at, one in enumerate(found)
    }


def page_of(cashier: Cashier) -> QWidget:
    """Returns the page of the counter or of an outcome that is shown."""
    pages = cashier.session.view.pages
    match cashier.screen.place:
        case Place.RECEIPT:
            return pages.receipt_page
        case Place.UNKNOWN:
            return pages.unknown_page
        case _:
            return cashier.session.view.counter


def comes_back(cashier: Cashier, size: tuple[int, int]) -> dict[str, tuple[object, object]]:
    """Leaves the history. Returns what is elsewhere in the first picture than in a page that was laid out anew."""
    page = page_of(cashier)
    first = _FirstPicture(cashier.window, page)
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: first.places is not None, "a picture")
    page.removeEventFilter(first)
    assert page.isVisible()
    assert problems(cashier, size) == []
    # While it is shown, a page follows every change of its size. Most of these change no scale, which takes long.
    cashier.window.resize(size[0] + 80, size[1])
    settle(cashier)
    cashier.window.resize(*size)
    assert problems(cashier, size) == []
    settled, at_first = places(page), first.places
    assert at_first is not None
    return {name: (at_first.get(name), place) for name, place in settled.items() if at_first.get(name) != place}


def goes_through(cashier: Cashier, sizes: tuple[tuple[int, int], ...]) -> dict[str, object]:
    """Opens the history, changes the window and comes back, at several sizes, with and without a message."""
    found: dict[str, object] = {}
    here = TERMINAL
    for size in sizes:
        for says in (False, True):
            cashier.rest()
            cashier.key(Qt.Key.Key_F2)
            cashier.until_sees("Redemptions")
            cashier.window.resize(*size)
            settle(cashier)
            if says:
                cashier.session.controller.add_news(
                    Notice("info", "News for the next customer, long enough for a line.")
                )
            if wrong := comes_back(cashier, size):
                found[f"{here} to {size}, message {says}"] = wrong
            if says:
                cashier.session.controller.acknowledge()
        here = size
    return found


@pytest.mark.parametrize("pad", ["always", "never"])
def test_the_counter_comes_back(open_till: OpenTill, service: PracticeService, pad: str) -> None:
    """The steps have their places in the first picture."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS | {"number_pad": pad})
    cashier.find_member()
    cashier.type("Points to redeem", "10")
    # It is asked for after a pause, and would appear between the first picture and the next one.
    cashier.until_sees("Worth")
    assert goes_through(cashier, SIZES) == {}


def test_a_receipt_comes_back(open_till: OpenTill, service: PracticeService) -> None:
    """The receipt and its buttons have their places in the first picture."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.redeem("10", bill="MG-1")
    assert goes_through(cashier, SMALL_TOO) == {}


def test_an_unknown_outcome_comes_back(open_till: OpenTill, service: PracticeService) -> None:
    """What is not known has its place in the first picture."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS | {"settle_after": 600.0})
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.until_at(Place.UNKNOWN)
    with cashier.without_settling():
        assert goes_through(cashier, SMALL_TOO) == {}
