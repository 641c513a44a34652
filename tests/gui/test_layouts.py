"""Tests every page at every size and in every language: nothing is clipped or outside, and buttons fit a finger."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop.domain.failures import Call
from desktop.domain.prefill import Prefill
from desktop.domain.settings import LANGUAGES
from desktop.gui.pages.setting_row import SettingRow
from desktop.gui.screen import Place
from desktop.gui.style import Style
from desktop.gui.widgets.buttons import Button, KeyButton
from desktop.gui.widgets.labels import ElidedLabel
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from desktop.training import answers
from desktop.training.bad_days import BadDay
from desktop.training.calls import LoyaltyCalls
from desktop.training.refusals import CallRefused
from tests.journeys.cashier import ASHA, LAKSHMI, Cashier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

TERMINAL = (1024, 600)
LARGE = (1920, 1080)
SIZES = ((512, 300), (512, 384), (683, 512), (800, 600), (1024, 600), (1024, 768), (1366, 768), (1920, 1080))
"""Terminals, laptops and panels; the first three are 1024×600 and 1024×768 at 200 and 150 %."""

MORE_SIZES = ((1280, 720), (1080, 1920), (2560, 1440))
DOUBLED = (512, 384)
"""1024×768 at 200 %."""

ENLARGED = ((683, 512), DOUBLED, (512, 300))
"""Sizes at which a page may scroll."""

FINGER = 44

SMALL_KEY = 32
"""Least width and height of a key of the pad in a window with doubled pixels. Elsewhere a key fits a finger."""

EVERYDAY = ("en", "ar", "fr")
"""The source language, one that is written from right to left, and the one with the longest words."""


def seldom(language: str, everyday: tuple[str, ...]) -> Any:  # noqa: ANN401 - pytest's own parameter, which has no public name
    """Returns a language as a parameter. Only the long run tests it, unless it is an everyday language."""
    return pytest.param(language, marks=() if language in everyday else pytest.mark.slow)


def settle(cashier: Cashier) -> None:
    """Waits until layouts have settled."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    assert cashier.window.isVisible()


def name_of(widget: QWidget) -> str:
    """Returns the name of a widget for the report."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {text!r} {widget.geometry().getRect()}"


def clipped(widget: QWidget) -> bool:
    """True if a widget has less room than its text needs."""
    room, wants = widget.size(), widget.sizeHint()
    match widget:
        case QLabel() if isinstance(widget, ElidedLabel) or not widget.text() or not widget.width():
            # The first ones are elided on purpose, with the whole text in the tool tip.
            return False
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(room.width()) > room.height()
        case QLabel():
            if widget.minimumSize() == widget.maximumSize():
                # Its hint is that of the size from before.
                text = widget.fontMetrics()
                wants = QSize(text.horizontalAdvance(widget.text()), text.height())
            return wants.width() > room.width() or wants.height() > room.height()
        case QPushButton() | QCheckBox():
            return wants.width() > room.width() or widget.fontMetrics().height() > room.height()
        case QLineEdit():
            return widget.fontMetrics().height() > widget.contentsRect().height()
        case _:
            return False


def outside(widget: QWidget) -> bool:
    """True if part of a widget is outside its parent."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QAbstractScrollArea):
        return False
    if isinstance(widget, QLabel) and not widget.text():
        return False
    grand = parent.parentWidget()
    if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
        # A scrolled widget may be outside in the direction of scrolling, but must not be wider.
        return isinstance(grand, QScrollArea) and widget.width() > parent.width()
    return not parent.rect().contains(widget.geometry())


def too_small(widget: QWidget) -> bool:
    """True if something that can be pressed is too small for a finger."""
    kinds = (QPushButton, QLineEdit, QComboBox, QCheckBox)
    if isinstance(widget, KeyButton):
        window = widget.window()
        least = SMALL_KEY if window.width() < 720 or window.height() < 480 else FINGER
        return min(widget.width(), widget.height()) < least
    return isinstance(widget, kinds) and widget.height() < FINGER


def overlapping(widgets: list[QWidget]) -> list[str]:
    """Returns controls that overlap."""
    kinds = (QPushButton, QLineEdit, QComboBox, QCheckBox)
    controls = [one for one in widgets if isinstance(one, kinds)]
    places = [(one, seen_of(one)) for one in controls]
    return [
        f"{name_of(one)} on {name_of(other)}"
        for index, (one, here) in enumerate(places)
        for other, there in places[index + 1 :]
        if here.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def seen_of(widget: QWidget) -> QRect:
    """Returns the visible part of a widget, in screen coordinates."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapToGlobal(seen.topLeft()), seen.size())


def problems(cashier: Cashier, size: tuple[int, int]) -> list[str]:
    """Returns everything wrong with the page once it has settled, because it may be about to change."""
    for _ in range(20):
        settle(cashier)
        if not (found := problems_now(cashier, size)):
            break
        QTest.qWait(10)
    return found


def problems_now(cashier: Cashier, size: tuple[int, int]) -> list[str]:
    """Returns everything that is wrong at this moment."""
    window = cashier.window
    found = []
    if (window.width(), window.height()) != size:
        found.append(f"the window is {window.width()}×{window.height()}")
    visible = [one for one in window.findChildren(QWidget) if one.isVisible()]
    for check in (clipped, outside, too_small):
        found += [f"{check.__name__}: {name_of(one)}" for one in visible if check(one)]
    # An open drawer lies over the page on purpose.
    drawer = cashier.session.view.drawer
    inside = [one for one in visible if drawer.isAncestorOf(one)]
    outside_it = [one for one in visible if one not in inside]
    found += [f"overlapping: {one}" for one in overlapping(inside) + overlapping(outside_it)]
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().isVisible():
            found.append(f"scrolls sideways: {area.objectName()}")
    if size not in ENLARGED:
        found += [f"has to be scrolled: {area.objectName()}" for area in scrolled(cashier)]
    return found


def scrolled(cashier: Cashier) -> list[QScrollArea]:
    """Returns the frames around pages and steps that do not show everything."""
    view = cashier.session.view
    steps = view.counter.findChildren(QScrollArea, "steps")
    return [area for area in (view.pages, *steps) if area.isVisible() and area.verticalScrollBar().isVisible()]


def pages(cashier: Cashier) -> Iterator[str]:
    """Shows every page, one after the other."""
    service = cashier.service
    yield "member"
    cashier.type("Mobile number", "12")
    cashier.enter()
    yield "a number that is too short"
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_at(Place.POINTS)
    yield "points"
    cashier.type("Points to redeem", "1250.125")
    cashier.type("Bill number", "MG-2026-0020417")
    cashier.until_sees("Worth")
    yield "bill"
    cashier.find("Points to redeem").setFocus()
    yield "points with their worth"
    cashier.type("Points to redeem", "2000")
    cashier.enter()
    yield "more points than there are"
    cashier.type("Points to redeem", "1250.125")
    cashier.enter()
    cashier.until_at(Place.CODE)
    yield "code"
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.screen.busy is None)
    yield "a wrong code"
    code = cashier.code()
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
    service.bad_day(BadDay.ERROR_503, 1, call=Call.FIND_REDEMPTIONS, also=True)
    cashier.enter_code(code)
    yield "redeeming"
    cashier.until_at(Place.UNKNOWN)
    yield "unknown"
    cashier.until_at(Place.RECEIPT, timeout=20_000)
    yield "receipt"
    cashier.rest()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Search")
    cashier.until_sees("Print receipt")
    yield "history"
    cashier.press("End of day")
    cashier.until(lambda: cashier.sees("Redeemed") and cashier.value("Redeemed"), "the figures")
    yield "end of day"
    cashier.press("Close the day")
    yield "closing the day"
    cashier.escape()
    cashier.key(Qt.Key.Key_F2)
    cashier.key(Qt.Key.Key_F10)
    yield "settings"


def walk(cashier: Cashier, size: tuple[int, int]) -> dict[str, list[str]]:
    """Returns the problems of each page."""
    return {page: found for page in pages(cashier) if (found := problems(cashier, size))}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asks for the worth soon."""
    monkeypatch.setattr("desktop.gui.worth_preview.WORTH_AFTER", 20)


SETTINGS: dict[str, Any] = {
    "store": "Mahatma Gandhi Road",
    "cashier": "Meera",
    "read_timeout": 2.0,
    "settle_after": 0.5,
    "number_pad": "always",
}


def walk_resizing(cashier: Cashier, sizes: tuple[tuple[int, int], ...]) -> dict[str, list[str]]:
    """Returns the problems of each page at each size. The window is resized on every page."""
    found: dict[str, list[str]] = {}
    for page in pages(cashier):
        # The next page begins with the size that this one ends with, because another scale takes long.
        sizes = sizes[::-1]
        # What is under way ends before the window has had all sizes.
        for size in sizes if page != "redeeming" else sizes[:1]:
            cashier.window.resize(*size)
            if wrong := problems(cashier, size):
                found[f"{page} at {size[0]}×{size[1]}"] = wrong
    return found


@pytest.mark.parametrize("sizes", [SIZES, pytest.param(MORE_SIZES, marks=pytest.mark.slow)], ids=["usual", "more"])
@pytest.mark.parametrize("language", [seldom(one, ("en",)) for one in ("en", "ar", "fr", "th")])
def test_every_page_at_every_size(
    open_till: OpenTill, service: PracticeService, language: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    """The pages fit every size from an enlarged terminal to a large screen, with the on-screen pad."""
    cashier = open_till(service=service, size=sizes[0], language=language, **SETTINGS)
    assert walk_resizing(cashier, sizes) == {}


@pytest.mark.parametrize(
    ("language", "sizes"),
    [("ar", SIZES[1:5]), *(pytest.param(one, SIZES, marks=pytest.mark.slow) for one in ("ar", "fr", "th"))],
)
def test_every_page_at_every_size_without_a_pad(
    open_till: OpenTill, service: PracticeService, language: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    """Without a touch screen, the first button is in its card, and today's redemptions are beside it if they fit."""
    cashier = open_till(service=service, size=sizes[0], language=language, **SETTINGS | {"number_pad": "never"})
    assert walk_resizing(cashier, sizes) == {}


@pytest.mark.parametrize("language", [seldom(one, EVERYDAY) for one in LANGUAGES])
def test_every_page_in_every_language(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """The pages fit a small terminal in every language, with longer words and from right to left."""
    assert walk(open_till(service=service, size=TERMINAL, language=language, **SETTINGS), TERMINAL) == {}


@pytest.mark.parametrize("language", [seldom(one, ("fr",)) for one in EVERYDAY])
def test_training_on_a_small_terminal(open_till: OpenTill, language: str) -> None:
    """The marks of training and its panel beside the steps fit a small terminal."""
    assert walk(open_till(size=TERMINAL, language=language, **SETTINGS), TERMINAL) == {}


def test_the_bar_of_a_window_that_becomes_smaller_shows_as_much_as_fits(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Its parts shrink after it. If only the larger ones were measured, it would leave out what has room."""
    cashier = open_till(service=service, size=(1366, 768), **SETTINGS)
    bar = cashier.session.view.bar

    def shown() -> list[tuple[bool, int]]:
        return [(one.isVisible(), one.shown_key_hint_room if isinstance(one, Button) else 0) for one in bar._parts]

    for size in (TERMINAL, LARGE, TERMINAL):
        cashier.window.resize(*size)
        settle(cashier)
        now = shown()
        bar._arrange()
        assert shown() == now


def test_the_bar_is_fitted_once_a_style_is_complete(open_till: OpenTill, style: Style) -> None:
    """A part that is measured while a style sheet is being applied may seem to need less room than it will have."""
    cashier = open_till(size=TERMINAL)
    bar = cashier.session.view.bar
    # How much fits depends on the fonts of the machine.
    was_hidden = bar.training.isHidden()
    bar.training.setHidden(not was_hidden)
    style.changed.emit()
    assert bar.training.isHidden() is was_hidden


@pytest.mark.parametrize("mobile", ["9876543008", "9876543007", "9876543003"])
def test_names_and_numbers_of_any_length(open_till: OpenTill, service: PracticeService, mobile: str) -> None:
    """A very long name, one in another script, a huge balance and an endless bill number all fit."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.find_member(mobile)
    found = {"points": problems(cashier, TERMINAL)}
    cashier.type("Bill number", "MG-2026-" + "0123456789" * 2)
    cashier.press("Half")
    cashier.enter()
    cashier.until_at(Place.CODE)
    found["code"] = problems(cashier, TERMINAL)
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    found["receipt"] = problems(cashier, TERMINAL)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    found["history"] = problems(cashier, TERMINAL)
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("size", [(683, 512), (800, 600), TERMINAL])
def test_a_tier_of_any_length(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """The points, the fields and the buttons stay in the window, and a screen reader reads the whole tier."""
    tier = "Platinum " * 50
    customer = answers.customer
    monkeypatch.setattr(answers, "customer", lambda *args, **named: customer(*args, **named) | {"current_slab": tier})
    cashier = open_till(service=service, size=size, **SETTINGS)
    cashier.find_member()
    assert problems(cashier, size) == []
    # The smallest size has no line for the member.
    if size != (683, 512):
        assert cashier.value("Tier") == tier.strip()


def test_a_member_with_many_points_while_the_window_becomes_narrower(
    open_till: OpenTill, service: PracticeService
) -> None:
    """The tier makes room for the points, and comes back. A screen reader finds it all the time."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.find_member(LAKSHMI)
    tier = cashier.session.view.pages.counter.member.tier
    value = cashier.value("Tier")
    assert tier.text() == value
    for size in ((800, 600), TERMINAL):
        cashier.window.resize(*size)
        settle(cashier)
        assert problems(cashier, size) == []
        assert cashier.value("Tier") == value
        assert tier.text() == (value if size == TERMINAL else "")
        assert (tier.width() > 0) is (size == TERMINAL)


@pytest.mark.parametrize("size", [(800, 600), TERMINAL])
def test_a_message_of_one_long_word(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """A service that quotes an address without an end does not push the page out of the window."""
    said = "https://service.example/why?token=" + "M" * 60

    def refuse(*_: object) -> None:
        raise CallRefused(4711, said)

    monkeypatch.setattr(LoyaltyCalls, "_check_amount", refuse)
    cashier = open_till(service=service, size=size, **SETTINGS)
    cashier.find_member()
    cashier.request_code("1")
    cashier.until_says("(4711)")
    assert said in cashier.message
    wide = [one for one in cashier.window.findChildren(QWidget) if one.isVisible() and one.width() > size[0]]
    assert [name_of(one) for one in wide] == []
    assert problems(cashier, size) == []


@pytest.mark.parametrize("size", [LARGE, TERMINAL, (683, 512), DOUBLED, (512, 300)])
def test_giving_back(open_till: OpenTill, service: PracticeService, size: tuple[int, int]) -> None:
    """The form and the outcome fit. The receipt is below the outcome in a small window, else beside it and the line.

    On a large screen it is whole.
    """
    cashier = open_till(service=service, size=size, give_back="cashier", **SETTINGS | {"number_pad": "never"})
    cashier.redeem("100", bill="MG-1", mobile="9876543013")
    cashier.rest()
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until_sees("All 100")
    found = {"form": problems(cashier, size)}
    field, chip = cashier.find("Points to give back"), cashier.find("All 100")
    middle = field.mapToGlobal(field.rect().center()).y() - chip.mapToGlobal(chip.rect().center()).y()
    assert abs(middle) <= 3 * cashier.session.view.pages.give_back_page._style.scale
    cashier.type("Points to give back", "100")
    cashier.type("Reason", "Item returned")
    cashier.press("Give back")
    cashier.until_sees("Points given back")
    found["outcome"] = problems(cashier, size)
    assert {page: wrong for page, wrong in found.items() if wrong} == {}
    page = cashier.session.view.pages.give_back_page
    card_of_all = page.message.parentWidget()
    assert card_of_all is not None
    paper, card = (QRect(one.mapTo(page, QPoint()), one.size()) for one in (page.paper, card_of_all))
    if size in ENLARGED:
        assert paper.top() >= card.bottom()
    else:
        assert paper.left() >= card.right()
        assert paper.top() < card.top()
    if size == LARGE:
        assert not page.paper.text.verticalScrollBar().isVisible()


def test_buttons_of_a_receipt_leave_room_for_the_ring_of_the_focus(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Also if a failed print has two more rows of them."""
    cashier = open_till(service=service, size=TERMINAL, printer="tcp://127.0.0.1:9", **SETTINGS)
    cashier.redeem("100", bill="MG-1")
    for failed in (False, True):
        if failed:
            cashier.press("Print receipt")
            cashier.until_sees("Print again")
        assert problems(cashier, TERMINAL) == []
        above, below = cashier.find("Print receipt").geometry(), cashier.find("New customer").geometry()
        assert below.top() - above.bottom() > 6


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 600), DOUBLED, (512, 300)])
def test_several_members_fit(open_till: OpenTill, service: PracticeService, size: tuple[int, int]) -> None:
    """Beside today's list and in a small window, the details stand under the name."""
    cashier = open_till(service=service, size=size, find_by="email", **SETTINGS)
    cashier.press("Find by E-mail")
    cashier.type("E-mail", "front.desk@example.com")
    cashier.enter()
    cashier.until(lambda: cashier.screen.matches, "the members")
    for one in (size, TERMINAL, size):
        cashier.window.resize(*one)
        assert problems(cashier, one) == []
    found = cashier.find("Vikram Shah · ••••••••3001 · f•••@example.com · Bronze")
    assert all(part in found.text() for part in ("Vikram Shah", "3001", "f•••@example.com", "Bronze"))


@pytest.mark.parametrize(
    ("language", "training"),
    [
        ("en", False),
        ("ar", True),
        ("fr", True),
        *(pytest.param(*one, marks=pytest.mark.slow) for one in (("en", True), ("ar", False), ("fr", False))),
    ],
)
def test_every_page_at_double_size(
    open_till: OpenTill, service: PracticeService, language: str, *, training: bool
) -> None:
    """The pages fit a small terminal with doubled pixels, which has a quarter of the room."""
    cashier = open_till(service=None if training else service, size=DOUBLED, language=language, **SETTINGS)
    assert walk(cashier, DOUBLED) == {}


def test_fields_beside_each_other_are_equally_high(open_till: OpenTill, service: PracticeService) -> None:
    """The bill number is as high as the points, with and without the focus."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.find_member()
    for focused in ("Points to redeem", "Bill number"):
        cashier.find(focused).setFocus()
        settle(cashier)
        points, bill = cashier.find("Points to redeem"), cashier.find("Bill number")
        assert points.height() == bill.height()
        assert points.mapToGlobal(points.rect().topLeft()).y() == bill.mapToGlobal(bill.rect().topLeft()).y()


def test_a_window_that_shrinks_and_grows_is_as_before(open_till: OpenTill, service: PracticeService) -> None:
    """Whatever the size was in between, everything has its place again."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.find_member()
    settle(cashier)

    def places() -> dict[str, tuple[int, int, int, int]]:
        settle(cashier)
        names = ("Points to redeem", "Bill number", "Send code", "History", "7", "Member")
        return {name: cashier.find(name).geometry().getRect() for name in names}

    before = places()
    for size in ((1920, 1080), (512, 300), (800, 600), (683, 512)):
        cashier.window.resize(*size)
        settle(cashier)
        assert problems(cashier, size) == []
    cashier.window.resize(*TERMINAL)
    cashier.until(lambda: places() == before, "the places as before")


def test_training_in_a_window_that_becomes_wider_needs_no_scrolling(open_till: OpenTill) -> None:
    """The pad was under the code, and is now a tab that is not shown."""
    cashier = open_till(training=True, size=(800, 600), **SETTINGS)
    cashier.find_member()
    cashier.send_code("250.125")
    settle(cashier)
    cashier.window.resize(*TERMINAL)
    assert problems(cashier, TERMINAL) == []


@pytest.mark.parametrize("pad", ["always", "never"])
def test_two_banners_and_a_message_fit_a_terminal(open_till: OpenTill, service: PracticeService, pad: str) -> None:
    """With bills of the POS waiting and a question about giving one up, nothing has to be scrolled."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS | {"number_pad": pad})
    controller = cashier.session.controller
    hand_overs = HandOvers(controller, lambda _report: None, controller)
    for bill in ("MG-1", "MG-2", "MG-3"):
        given = Prefill(mobile=ASHA, bill=bill, amount=Decimal(250), max_points=Decimal(25))
        hand_overs.take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    found = {"points": problems(cashier, TERMINAL)}
    cashier.key(Qt.Key.Key_F4)
    cashier.until_says("Press F4 again")
    found["question"] = problems(cashier, TERMINAL)
    cashier.send_code("10")
    found["code"] = problems(cashier, TERMINAL)
    # It would have a tool tip if it were cut off.
    assert (cashier.value("Member"), cashier.session.view.counter.member.member.toolTip()) == ("Asha Rao", "")
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    found["receipt"] = problems(cashier, TERMINAL)
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_end_of_the_day_shows_which_day(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """Neither the date nor the word on the choice beside it is cut, on a terminal with a mark and in long words."""
    cashier = open_till(service=service, size=TERMINAL, language=language, **SETTINGS | {"settle_after": 60.0})
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    cashier.press("End of day")
    cashier.until(lambda: cashier.label("journal"), "the figures")
    assert problems(cashier, TERMINAL) == []
    page = cashier.session.view.pages.day_page
    assert page.date.toolTip() == "", "the date is cut"
    # Without its edges and the arrow.
    room = page.days.width() - 44
    assert page.days.fontMetrics().horizontalAdvance(page.days.currentText()) <= room


@pytest.mark.parametrize("language", [seldom(one, EVERYDAY) for one in LANGUAGES])
def test_the_end_of_the_day_fits_a_narrow_window(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """Also if the till was started in it, so that the page was never wider."""
    size = (800, 600)
    cashier = open_till(service=service, size=size, language=language, **SETTINGS | {"settle_after": 60.0})
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    cashier.press("End of day")
    cashier.until(lambda: cashier.label("journal"), "the figures")
    assert problems(cashier, size) == []
    cashier.press("Close the day")
    assert problems(cashier, size) == []


@pytest.mark.usefixtures("style")
def test_a_button_with_a_very_short_text_is_wide_enough_for_a_finger(qtbot: QtBot) -> None:
    """The mark of unknown outcomes shrinks with the window. Narrower than high, it would lose its round ends."""
    mark = Button("1", "unsettled", role="chip")
    qtbot.addWidget(mark)
    mark.show()
    assert mark.minimumSizeHint().width() >= mark.sizeHint().height() >= FINGER


def test_the_reference_in_the_history_is_whole(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in a wide font and beside the scroll bar: the cashier reads it to support."""
    its_sheet = Style.sheet_at
    wider = "QLabel#reference { padding-right: 40px; }"
    monkeypatch.setattr(Style, "sheet_at", lambda style, scale: its_sheet(style, scale) + wider)
    size = (800, 600)
    cashier = open_till(service=service, size=size, **SETTINGS | {"settle_after": 60.0})
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: cashier.window.findChildren(QLabel, "reference"), "the reference")
    detail = cashier.session.view.pages.history_page.detail
    cashier.until(detail.by_hand.reference.isVisible, "the reference")
    assert problems(cashier, size) == []
    assert detail.by_hand.reference.width() >= detail.by_hand.reference.sizeHint().width()


def test_who_set_a_value_is_whole_beside_a_label_that_does_not_break(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Thai has no spaces, and Qt finds its words only with libthai. The badge then stands below the label."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Test connection")
    row = next(one for one in cashier.window.findChildren(SettingRow) if one.isVisible() and one.badge.isVisible())
    assert row.badge.y() < row._name.geometry().bottom()
    row._name.setText("W" * 17)
    row.say_who(row.badge.text * 2, "lock")
    assert problems(cashier, TERMINAL) == []
    assert row.badge.y() > row._name.geometry().bottom()


def test_a_banner_without_a_message_takes_no_room(open_till: OpenTill, service: PracticeService) -> None:
    """Above the history nothing is left of a message, also after the window was small."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    for size in (DOUBLED, (1920, 1080), TERMINAL):
        cashier.window.resize(*size)
        settle(cashier)
        assert cashier.session.view._banners.height() <= 1
