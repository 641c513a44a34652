"""A redemption by touch alone: every character comes from the on-screen pad, at every size from 512×384."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar, QWidget

from desktop.gui.screen import Place
from tests.gui.test_layouts import settle
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

NAMES = {".": "Decimal mark", "\b": "Backspace", " ": "Space"}

TOUCH_SCREENS = [(800, 600), (683, 512), (1024, 600), (512, 384), (512, 300)]


def touch(cashier: Cashier, widget: QWidget) -> None:
    """Presses the middle of what can be seen of a widget. Fails if nothing of it can be seen there."""

    def seen_of() -> QRect:
        return widget.visibleRegion().boundingRect()

    name = widget.accessibleName()
    cashier.until(lambda: min(seen_of().width(), seen_of().height()) >= 32, f"room for a finger on {name}")
    seen = seen_of()
    spot = widget.mapTo(cashier.window, seen.center())
    assert cashier.window.childAt(spot) is widget, f"something lies on {name}"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=seen.center())


def tap(cashier: Cashier, name: str) -> None:
    """Touches a button."""
    cashier.until(lambda: cashier.sees(name) and cashier.find(name, QAbstractButton).isEnabled(), name)
    touch(cashier, cashier.find(name, QAbstractButton))


def tap_text(cashier: Cashier, text: str) -> None:
    """Touches the keys of a text. If a key is on the other layer, changes to it first."""
    for character in text:
        names = (character, NAMES.get(character, character))
        if not any(map(cashier.sees, names)):
            tap(cashier, "Letters" if cashier.sees("Letters") else "Digits")
        tap(cashier, next(name for name in reversed(names) if cashier.sees(name)))


def search_field(cashier: Cashier) -> QLineEdit:
    """Returns the field in which the history is searched."""
    found = cashier.window.findChild(QLineEdit, "search")
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize("size", TOUCH_SCREENS)
def test_a_redemption_with_the_mouse_alone(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """Number, points with a decimal, a bill with letters and marks, a code with letters, and the next customer."""
    cashier = open_till(service=service, size=size, number_pad="always")
    tap_text(cashier, ASHA)
    assert cashier.text("Mobile number") == ASHA
    tap(cashier, "Find member")
    cashier.until_at(Place.POINTS)
    tap_text(cashier, "12.5")
    touch(cashier, cashier.find("Bill number", QLineEdit))
    tap_text(cashier, "MG-20/4")
    assert cashier.text("Bill number") == "MG-20/4"
    tap(cashier, "Send code")
    cashier.until_at(Place.CODE)
    code = cashier.code()
    tap_text(cashier, f"{code}7\b")
    assert cashier.text("Validation code") == code
    tap(cashier, "Redeem")
    cashier.until_at(Place.RECEIPT)
    assert [str(one.points) for one in service.ledger()] == ["12.5"]
    assert "MG-20/4" in cashier.requests("/points/redeem")[0]


def test_an_e_mail_address_with_the_mouse_alone(open_till: OpenTill, service: PracticeService) -> None:
    """The keys change with the kind of identifier, and the focus stays in the field."""
    cashier = open_till(service=service, size=(800, 600), number_pad="always", find_by="email")
    tap(cashier, "Find by E-mail")
    tap_text(cashier, "asha.rao@example.com")
    assert cashier.text("E-mail") == "asha.rao@example.com"
    tap(cashier, "Find member")
    cashier.until_at(Place.POINTS)
    assert cashier.value("Member") == "Asha Rao"


@pytest.mark.parametrize("find_by", ["email,card,external_id", "email"], ids=["all ways", "two ways"])
def test_all_members_that_match_are_in_sight(open_till: OpenTill, service: PracticeService, find_by: str) -> None:
    """The keys give way, because a member who is out of sight is not chosen. They come back with the field."""
    cashier = open_till(service=service, size=(800, 600), number_pad="always", find_by=find_by)
    tap(cashier, "Find by E-mail")
    tap_text(cashier, "front.desk@example.com")
    tap(cashier, "Find member")
    cashier.until(lambda: bool(cashier.screen.matches), "the members")
    pad = cashier.session.view.counter.side.pad
    assert pad is not None
    cashier.until(lambda: not pad.isVisible(), "room for the members")
    members = cashier.session.view.counter.member.matches.buttons
    assert len(members) == 2
    cashier.until(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in members), "both members")
    touch(cashier, cashier.find("E-mail", QLineEdit))
    tap_text(cashier, "\b")
    assert len(cashier.text("E-mail")) == len("front.desk@example.co")
    assert not cashier.screen.matches
    assert cashier.sees("Find member")


@pytest.mark.parametrize("size", [(800, 600), (1024, 600)])
def test_training_has_the_pad_too(open_till: OpenTill, size: tuple[int, int]) -> None:
    """Beside the card as a tab, or under it with the phone in a drawer."""
    cashier = open_till(size=size, number_pad="always")
    tabs = cashier.session.view.counter.side
    if size[0] >= 1024:
        assert tabs.training is not None
        cashier.find("Training", QTabBar).setCurrentIndex(3)
    tap_text(cashier, ASHA)
    tap(cashier, "Find member")
    cashier.until_at(Place.POINTS)
    tap_text(cashier, "10")
    tap(cashier, "Send code")
    cashier.until_at(Place.CODE)
    tap_text(cashier, cashier.code())
    tap(cashier, "Redeem")
    cashier.until_at(Place.RECEIPT)


@pytest.mark.parametrize("size", [(800, 600), (683, 512)])
def test_the_history_is_searched_with_the_mouse_alone(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """The pad opens when the field is touched, types into it, and closes when it is not needed any more."""
    cashier = open_till(service=service, size=size, number_pad="always")
    cashier.redeem("10", bill="MG-77")
    tap(cashier, "History")
    cashier.until_sees("Print receipt")
    search = search_field(cashier)
    assert not cashier.sees("Backspace")
    touch(cashier, search)
    tap_text(cashier, "mg-7")
    assert search.text() == "mg-7"
    assert search.hasFocus()
    tap(cashier, "Hide keys")
    assert not cashier.sees("Backspace")


@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080), (800, 600)])
def test_points_are_given_back_with_the_mouse_alone(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """Beside the fields in a wide window, and under the page in a narrow one: digits for points, letters for a reason.

    Where nothing can be typed any more, there are no keys.
    """
    cashier = open_till(service=service, size=size, number_pad="always", give_back="cashier")
    cashier.redeem("10", bill="MG-77")
    tap(cashier, "History")
    tap(cashier, "Give points back")
    cashier.until(lambda: cashier.sees("All 10") and cashier.focus == "Points to give back", "the offer")
    narrow = size[0] < 1024
    assert cashier.sees("Backspace") is not narrow
    touch(cashier, cashier.find("Points to give back", QLineEdit))
    assert not cashier.sees("Letters")
    tap_text(cashier, "2.5")
    touch(cashier, cashier.find("Reason", QLineEdit))
    tap_text(cashier, "too big")
    assert len([one for one in cashier.all_named("Backspace") if one.isVisible()]) == 1
    if narrow:
        tap(cashier, "Hide keys")
    tap(cashier, "Give back 2.5 points")
    cashier.until_sees("Points given back")
    assert [(str(one.reversed_points)) for one in service.ledger()] == ["2.5"]
    assert not cashier.sees("Backspace")


def test_a_screen_that_is_turned_has_one_pad(open_till: OpenTill, service: PracticeService) -> None:
    """The keys under the page close when those beside the fields come, and open again on a narrow screen."""
    cashier = open_till(service=service, size=(800, 1280), number_pad="always", give_back="cashier")
    cashier.redeem("10", bill="MG-77")
    tap(cashier, "History")
    tap(cashier, "Give points back")
    cashier.until(lambda: cashier.sees("All 10") and cashier.focus == "Points to give back", "the offer")
    field = cashier.find("Points to give back", QLineEdit)
    touch(cashier, field)
    assert cashier.sees("Hide keys")
    cashier.window.resize(1280, 800)
    cashier.until(lambda: not cashier.sees("Hide keys"), "one pad")
    tap_text(cashier, "2.5")
    assert cashier.text("Points to give back") == "2.5"
    cashier.window.resize(800, 1280)
    cashier.until(lambda: not cashier.sees("Backspace"), "no keys")
    touch(cashier, field)
    assert cashier.sees("Hide keys")


def test_without_a_touch_screen_no_pad_opens_anywhere(open_till: OpenTill, service: PracticeService) -> None:
    """If the setting says never, touching a field opens nothing."""
    cashier = open_till(service=service, number_pad="never")
    assert not cashier.sees("Backspace")
    cashier.press("History")
    touch(cashier, search_field(cashier))
    assert not cashier.sees("Backspace")


def test_the_pad_types_into_no_field_that_is_hidden(open_till: OpenTill, service: PracticeService) -> None:
    """If no code is asked for, a key of the pad moves no focus, and no digit waits for the code that comes later."""
    cashier = open_till(service=service, number_pad="always", missed_call=True, missed_call_first=True)
    cashier.find_member()
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until(lambda: cashier.focus == "Redeem 10 points")
    tap_text(cashier, "9")
    assert cashier.focus == "Redeem 10 points"
    tap(cashier, "Send a code instead")
    cashier.until_sees("Validation code")
    assert cashier.text("Validation code") == ""


def test_the_first_button_is_one_button(open_till: OpenTill, service: PracticeService) -> None:
    """In a narrow window it is in the pad, in a wide one in its card, and it is never there twice."""
    cashier = open_till(service=service, size=(800, 600), number_pad="always")
    first = cashier.find("Find member", QAbstractButton)
    pad = cashier.session.view.counter.side.pad
    assert pad is not None
    assert pad.isAncestorOf(first)
    corner = first.mapTo(cashier.window, first.rect().bottomRight())
    assert (corner.x(), corner.y()) == (800 - 12 - 1, 600 - 12 - 1)
    assert first.width() == 268
    cashier.window.resize(1024, 600)
    cashier.until(lambda: cashier.session.view.counter.member.isAncestorOf(first), "the button in its card")
    assert cashier.find("Find member", QAbstractButton) is first
    assert first.isEnabled()


def test_the_first_button_is_at_the_same_place_in_every_step(open_till: OpenTill, service: PracticeService) -> None:
    """At 1024×600 it begins at y 499, so that the hand stays where it is."""
    cashier = open_till(service=service, size=(1024, 600), number_pad="always")
    places = []

    def note(name: str) -> None:
        first = cashier.find(name, QAbstractButton)
        cashier.until(lambda: first.mapTo(cashier.window, first.rect().topLeft()).y() == 499, f"{name} at its place")
        corner = first.mapTo(cashier.window, first.rect().topLeft())
        places.append((corner.x(), corner.y(), first.width(), first.height()))

    note("Find member")
    cashier.find_member()
    note("Send code")
    cashier.send_code("10")
    note("Redeem")
    assert set(places) == {(49, 499, 582, 60)}


def test_a_button_is_pressed_while_the_keys_are_open(open_till: OpenTill, service: PracticeService) -> None:
    """They close after the finger is lifted. Before, the page moved away under it, and nothing was pressed."""
    cashier = open_till(service=service, size=(800, 580), number_pad="always", give_back="cashier")
    cashier.redeem("10", bill="MG-1")
    cashier.rest()
    cashier.key(Qt.Key.Key_F2)
    tap(cashier, "Give points back")
    cashier.until(lambda: cashier.sees("All 10"), "the offer")
    touch(cashier, cashier.find("Points to give back"))
    cashier.until_sees("Hide keys")
    tap_text(cashier, "1")
    chip, window = cashier.find("Item returned"), cashier.window.windowHandle()
    cashier.session.view.pages.ensureWidgetVisible(chip, 0, 0)
    settle(cashier)
    assert chip.visibleRegion().boundingRect().size() == chip.size()
    spot = chip.mapTo(cashier.window, chip.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=spot)
    # As long as a finger takes.
    settle(cashier)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=spot)
    cashier.until(lambda: cashier.text("Reason") == "Item returned", "the reason")
    cashier.until(lambda: not cashier.sees("Hide keys"), "the next button in sight")
