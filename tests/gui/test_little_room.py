"""Tests what must be in sight where there is little room: the field, what is said about it, and the next button."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.failures import Call
from desktop.domain.head_office import SendingProblem, SendingStatus
from desktop.domain.prefill import Prefill
from desktop.domain.setting_schema import Group
from desktop.domain.settings import LANGUAGES, Theme
from desktop.gui.screen import Notice, Place
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.labels import ElidedLabel
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from desktop.training.members import Account
from tests.gui.test_layouts import SETTINGS, TERMINAL, problems, scrolled, settle
from tests.journeys.cashier import ASHA
from tests.pictures.scenes import ARJUN, CASHIERS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

DOUBLED = (512, 300)
"""1024×600 at 200 %."""


def is_whole(widget: QWidget) -> bool:
    """True if no part of a widget is hidden."""
    return widget.visibleRegion().boundingRect().size() == widget.size()


def top_of(widget: QWidget) -> int:
    """Returns where a widget begins in its window."""
    return widget.mapTo(widget.window(), QPoint()).y()


def sides_of(widget: QWidget) -> tuple[int, int]:
    """Returns where a widget begins and ends, in pixels in the direction of reading."""
    left = widget.mapTo(widget.window(), QPoint()).x()
    right = left + widget.width()
    return (left, right) if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight else (-right, -left)


def has_ink(widget: QWidget) -> bool:
    """True if a widget shows anything."""
    picture = widget.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    return len(colours) > 1


def sideways(found: list[str]) -> list[str]:
    """Returns what is outside its place, of everything that is wrong."""
    return [one for one in found if one.startswith(("outside", "scrolls sideways"))]


def begins_in_sight(widget: QWidget) -> bool:
    """True if the first line of a label is seen."""
    seen: QRect = widget.visibleRegion().boundingRect()
    return seen.top() <= 1 and seen.height() >= widget.fontMetrics().height()


def test_a_refusal_is_in_sight_above_the_letters(open_till: OpenTill, service: PracticeService) -> None:
    """Without it, only a red border says that the code was wrong. Typing brings the whole field back."""
    cashier = open_till(service=service, size=DOUBLED, **SETTINGS)
    cashier.find_member()
    cashier.send_code("10")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    message = cashier.session.view.counter.message
    cashier.until(lambda: begins_in_sight(message), "the refusal in sight")
    assert is_whole(cashier.find("Redeem"))
    cashier.keys("A")
    cashier.until(lambda: is_whole(cashier.find("Validation code")), "the field in sight")


@pytest.mark.parametrize("size", [(800, 600), (1024, 600)])
def test_a_long_first_name_leaves_the_next_button_in_sight(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """A headline breaks no word, so a whole long name would push the page out of the window.

    Nor does the reference beside it. This one has more wide letters than one of 20,000.
    """
    monkeypatch.setattr("desktop.flow.redeem.new_reference", lambda _now: "01M8H9MWMWNQMG7WMDHMQG3WNH")
    monkeypatch.setattr(Account, "first_name", "Wolfeschlegelsteinhausenbergerdorff" * 2)
    cashier = open_till(service=service, size=size, read_timeout=0.3, settle_after=30)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    assert problems(cashier, size) == []
    assert any("Wolfeschlegel…" in text for text in cashier.texts())


@pytest.mark.parametrize(
    "language", ["fr", *(pytest.param(one, marks=pytest.mark.slow) for one in LANGUAGES if one != "fr")]
)
def test_a_refusal_of_three_lines_needs_no_scrolling(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """Field, refusal, the way to another code and all letters have room in the smallest window."""
    size = (800, 600)
    cashier = open_till(service=service, size=size, language=language, **SETTINGS)
    cashier.find_member()
    cashier.send_code("250.125")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    assert problems(cashier, size) == []


@pytest.mark.parametrize("size", [(800, 600), TERMINAL])
def test_a_line_above_the_settings_leaves_the_buttons_in_sight(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """Save and Close stay where they are if a search finds nothing, and if head office has something to say."""
    cashier = open_till(service=service, size=size, **SETTINGS)
    cashier.key(Qt.Key.Key_F10)
    settle(cashier)
    page = cashier.session.view.pages.settings_page
    before = page.save.mapTo(page, QPoint())
    cashier.type("Search settings", "nothing like this")
    assert problems(cashier, size) == []
    assert page.save.mapTo(page, QPoint()) == before
    page.show_sending(SendingStatus(events=3, problem=SendingProblem.OFFLINE))
    page.form.show_group(Group.HEAD_OFFICE)
    assert problems(cashier, size) == []
    assert page.save.mapTo(page, QPoint()) == before


@pytest.mark.parametrize("language", ["en", "th"])
def test_signing_on_with_the_pad_needs_no_scrolling(open_till: OpenTill, language: str) -> None:
    """The field, all letters and the button have room, also with the high lines of Thai."""
    cashier = open_till(size=DOUBLED, sign_on=True, language=language, **SETTINGS | {"cashiers": CASHIERS})
    settle(cashier)
    assert scrolled(cashier) == []
    assert is_whole(cashier.session.view.pages.sign_on_page.cashier.edit)
    assert is_whole(cashier.find("Sign on"))


@pytest.mark.parametrize(
    "language", ["fr", *(pytest.param(one, marks=pytest.mark.slow) for one in LANGUAGES if one != "fr")]
)
def test_settings_that_wait_for_a_customer_leave_the_next_button_in_sight(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """Several programs, groups, a note and the worth fill the card already. A title bar takes some of the window."""
    low = (1024, 580)
    cashier = open_till(service=service, size=low, language=language, groups_by_hand=True, **SETTINGS)
    cashier.find_member(ARJUN)
    cashier.keys("12.5")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    cashier.session.administration.saved.emit()
    cashier.until(lambda: cashier.screen.notice.tone == "good", "the message")
    assert problems(cashier, low) == []
    cashier.window.resize(800, 600)
    assert problems(cashier, (800, 600)) == []


def test_a_long_bill_number_leaves_every_page_within_the_window(open_till: OpenTill, service: PracticeService) -> None:
    """One of 50 characters without a blank is one word, which would push what to do out of the window."""
    bill = "W" * 50
    cashier = open_till(service=service, size=DOUBLED, give_back="cashier", read_timeout=0.3, settle_after=30.0)
    wrong: dict[tuple[str, tuple[int, int]], list[str]] = {}

    def note(page: str) -> None:
        for size in (DOUBLED, TERMINAL):
            cashier.window.resize(*size)
            if found := sideways(problems(cashier, size)):
                wrong[page, size] = found

    cashier.redeem("10", bill=bill)
    note("receipt")
    assert bill in cashier.session.view.pages.receipt_page.detail.accessibleName()
    cashier.rest()
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until_sees("Points to give back")
    note("give back")
    cashier.key(Qt.Key.Key_F4)
    cashier.until_at(Place.MEMBER)
    cashier.lose_answer(BadDay.HANG_AFTER, bill=bill[:-1], looks=False)
    note("unknown")
    assert wrong == {}


def test_a_search_that_finds_nothing_says_so_in_sight(open_till: OpenTill, service: PracticeService) -> None:
    """The list goes on below a small window. Words in its middle would be out of sight."""
    cashier = open_till(service=service, size=DOUBLED, **SETTINGS)
    cashier.key(Qt.Key.Key_F2)
    table = cashier.session.view.pages.history_page.table
    cashier.until(lambda: table.accessibleDescription() == "Nothing found.", "the answer")
    settle(cashier)
    picture = table.viewport().grab(table.viewport().visibleRegion().boundingRect()).toImage()
    ground = picture.pixel(0, 0)
    inked = [any(picture.pixel(x, y) != ground for x in range(picture.width())) for y in range(picture.height())]
    assert any(inked)
    assert not inked[-1]


def test_a_note_leaves_the_next_button_in_sight(open_till: OpenTill, service: PracticeService) -> None:
    """A field for any text has the most keys."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    cashier.find_member()
    cashier.press("Add a note")
    cashier.window.resize(*DOUBLED)
    cashier.until(lambda: is_whole(cashier.find("Send code")), "the button in sight")
    note = cashier.find("Note")
    cashier.until(lambda: note.visibleRegion().boundingRect().height() >= 40, "the field in sight")


def test_a_note_beside_the_field_of_the_organisation_needs_no_scrolling(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Both stand in one line above the letters. In a large window the note has a line of its own."""
    staff = {"name": "staff", "label": "Served by", "kind": "choice", "choices": ["Meera", "Ravi"], "required": True}
    cashier = open_till(service=service, size=(800, 600), custom_fields=[staff], **SETTINGS)
    cashier.find_member()
    cashier.press("Add a note")
    cashier.keys("Paid with two cards")
    note, box = cashier.find("Note"), cashier.find("Served by")
    cashier.until(lambda: is_whole(note), "the field in sight")
    assert problems(cashier, (800, 600)) == []
    assert is_whole(box)
    assert top_of(note) == top_of(box)
    cashier.window.resize(1366, 768)
    settle(cashier)
    assert top_of(note) > top_of(box)


def test_another_theme_leaves_the_steps_whole(open_till: OpenTill, service: PracticeService, style: Style) -> None:
    """While a style sheet is applied, panels have no frames yet. The height that is measured then is too small."""
    cashier = open_till(service=service, size=(800, 600), **SETTINGS)
    cashier.find_member()
    cashier.type("Points to redeem", "250.125")
    cashier.type("Bill number", "MG-20417")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    found = {}
    try:
        for theme in (Theme.HIGH_CONTRAST, Theme.LIGHT, Theme.DARK):
            style.apply(theme)
            settle(cashier)
            found[theme] = problems(cashier, (800, 600))
    finally:
        style.apply(Theme.LIGHT)
    assert {theme: wrong for theme, wrong in found.items() if wrong} == {}


def test_what_is_true_of_a_field_is_shown_whole_or_not_at_all(open_till: OpenTill, service: PracticeService) -> None:
    """`up to 1…` would be another amount. The banner above says both facts."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    controller = cashier.session.controller
    given = Prefill(mobile=ASHA, bill="MG-1", amount=Decimal(250), max_points=Decimal(25))
    HandOvers(controller, lambda _report: None, controller).take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    settle(cashier)
    fact = cashier.session.view.counter.points.bill.fact
    assert has_ink(fact)
    assert fact.shown == "from the POS"
    # As in a narrow window. How wide the words are depends on the font.
    fact.setMaximumWidth(fact.fontMetrics().horizontalAdvance(fact.text()) - 2)
    settle(cashier)
    assert fact.isVisible()
    assert not has_ink(fact)
    assert fact.text() == "from the POS"


def test_the_banner_of_the_pos_cuts_no_amount(open_till: OpenTill, service: PracticeService) -> None:
    """A bill number of any length leaves room for whole facts only. The tool tip has all of them."""
    cashier = open_till(service=service, size=(800, 600), **SETTINGS)
    controller = cashier.session.controller
    given = Prefill(mobile=ASHA, bill="MG-2026-0020417", amount=Decimal("1250.50"), max_points=Decimal("1250.125"))
    HandOvers(controller, lambda _report: None, controller).take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    settle(cashier)
    banner = next(one for one in cashier.window.findChildren(ElidedLabel, "hand_over") if one.isVisible())
    assert banner.shown == "From the POS: bill MG-2026-0020417 · ₹\u00a01,250.50 to pay · …"
    assert "up to 1,250.125 points" in banner.toolTip()
    assert "up to 1,250.125 points" in banner.text()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_banner_of_the_pos_cuts_no_amount_if_it_knows_no_bill(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """On a terminal of 1024×600 at 200 %, Arabic showed ١٬٢… of ١٬٢٥٠٫٥٠."""
    cashier = open_till(service=service, size=DOUBLED, language=language, **SETTINGS)
    controller = cashier.session.controller
    given = Prefill(mobile=ASHA, amount=Decimal("1250.50"), max_points=Decimal("1250.125"))
    HandOvers(controller, lambda _report: None, controller).take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    settle(cashier)
    banner = next(one for one in cashier.window.findChildren(ElidedLabel, "hand_over") if one.isVisible())
    banner.setMaximumWidth(banner.fontMetrics().horizontalAdvance(banner.text()) * 3 // 4)
    settle(cashier)
    *whole, cut = banner.shown.split(" · ")
    assert whole == banner.text().split(" · ")[: len(whole)]
    assert cut.endswith("…")
    assert not any(one.isdigit() for one in cut)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_bar_of_the_history_touches_no_value(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """If nothing scrolls, the values end where those of the headline end."""
    cashier = open_till(service=service, size=(800, 600), language=language, **SETTINGS)
    cashier.redeem("10", bill="MG-1")
    cashier.rest()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    settle(cashier)
    detail = cashier.session.view.pages.history_page.detail
    bar, value = detail._area.verticalScrollBar(), detail._facts["redemption"][1]
    # With a small font, a lower window scrolls first.
    for height in (600, 520, 440):
        if not bar.isVisible():
            cashier.window.resize(800, height)
            settle(cashier)
    cashier.until(bar.isVisible, "the bar")
    cashier.until(lambda: sides_of(bar)[0] - sides_of(value)[1] >= 6, "the space before the bar")
    cashier.window.resize(1366, 1000)
    settle(cashier)
    assert not bar.isVisible()
    cashier.until(lambda: sides_of(value)[1] == sides_of(detail._value)[1], "the end of the line")


def test_bills_that_wait_take_no_room_from_the_field(open_till: OpenTill, service: PracticeService) -> None:
    """In a small window, only the bill at hand is named. A large one says that more bills wait."""
    cashier = open_till(service=service, size=TERMINAL, **SETTINGS)
    controller = cashier.session.controller
    hand_overs = HandOvers(controller, lambda _report: None, controller)
    for bill in ("MG-1", "MG-2"):
        given = Prefill(mobile=ASHA, bill=bill, amount=Decimal(250), max_points=Decimal(25))
        hand_overs.take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    cashier.until_says("The POS has handed over")
    cashier.window.resize(*DOUBLED)
    cashier.until(lambda: is_whole(cashier.find("Send code")), "the button in sight")
    cashier.until(lambda: is_whole(cashier.find("Points to redeem")), "the field in sight")
    assert not cashier.message
    cashier.window.resize(*TERMINAL)
    cashier.until_says("The POS has handed over")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [TERMINAL, (800, 600)])
def test_the_history_after_a_failed_print_fits(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int], language: str
) -> None:
    """With the news about it above, nothing has to be scrolled, no bill is cut, and the reason is in sight."""
    cashier = open_till(service=service, size=size, language=language, printer="tcp://127.0.0.1:9", **SETTINGS)
    cashier.redeem("250.125", bill="MG-20417")
    cashier.press("Print receipt")
    cashier.until_sees("Print again")
    cashier.enter()
    cashier.session.controller.add_news(Notice("wait", "A receipt was not printed. " * 8, "PT-PAPER-NOT-FOUND"))
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print again")
    assert problems(cashier, size) == []
    page = cashier.session.view.pages.history_page
    assert is_whole(page.detail.print_status.text)
    assert is_whole(cashier.find("Print again"))
    assert is_whole(cashier.find("Give points back"))
    width = page.table.fontMetrics().horizontalAdvance("MG-20417")
    assert page.table.columnWidth(1) > width


_SCRIPTS = {
    "ar": QFontDatabase.WritingSystem.Arabic,
    "hi": QFontDatabase.WritingSystem.Devanagari,
    "th": QFontDatabase.WritingSystem.Thai,
    "zh_CN": QFontDatabase.WritingSystem.SimplifiedChinese,
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_choice_of_the_history_can_be_read(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """A choice that does not fit one line fits two, in every language."""
    script = _SCRIPTS.get(language)
    if script is not None and not QFontDatabase.families(script):
        pytest.skip(f"no font here has the letters of {language}: the boxes in their place are wider")
    cashier = open_till(service=service, size=TERMINAL, language=language, **SETTINGS)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    settle(cashier)
    page = cashier.session.view.pages.history_page
    for box in (page.days, page.states, page.cashiers):
        assert [box.itemText(at) for at in range(box.count()) if not fits(box, box.itemText(at))] == []


def fits(box: ChoiceBox, text: str) -> bool:
    """True if a text has room in a choice, in one line or in the smaller type of two."""
    room = box.text_room
    if box.fontMetrics().horizontalAdvance(text) <= room.width():
        return True
    font = box.font()
    font.setPixelSize(round(box.fontInfo().pixelSize() * 7 / 8))
    wraps = int(Qt.TextFlag.TextWordWrap)
    needs = QFontMetricsF(font).boundingRect(room, wraps, text)
    return needs.width() <= room.width() and needs.height() <= box.height()


def height_of_text(box: ChoiceBox) -> int:
    """Returns the height of what is painted in the place of the text, in pixels of the screen."""
    picture = box.grab(box.text_room.toRect().adjusted(4, 4, -4, -4)).toImage()
    empty = picture.pixel(0, 0)
    painted = [y for y in range(picture.height()) if any(picture.pixel(x, y) != empty for x in range(picture.width()))]
    return painted[-1] - painted[0]


@pytest.mark.usefixtures("style")
def test_a_long_choice_is_painted_in_two_lines(qtbot: QtBot, qt_warnings: list[str]) -> None:
    """The second line is there, and the open list is wide enough for the whole text."""
    box = ChoiceBox("Choice", "choice")
    qtbot.addWidget(box)
    box.show_entries((("All", 1), ("Main member’s mobile, e-mail or card", 2)), 1)
    box.resize(170, 48)
    box.show()
    one_line = height_of_text(box)
    box.show_value(2)
    assert height_of_text(box) > 1.5 * one_line
    box.showPopup()
    assert box.view().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
    # The offscreen platform warns about every list that opens. A real platform does not.
    qt_warnings[:] = [one for one in qt_warnings if "This plugin does not support" not in one]


def test_a_refusal_to_give_back_is_said_once_and_in_its_card(open_till: OpenTill, service: PracticeService) -> None:
    """Neither the strip above the page nor a second line repeats it, also if the outcome is not known."""
    cashier = open_till(service=service, size=TERMINAL, give_back="cashier", **SETTINGS)
    cashier.redeem("100", bill="MG-1")
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until_sees("All 100")
    cashier.type("Points to give back", "400")
    cashier.enter()
    cashier.until_says("Only 100 points")
    assert problems(cashier, TERMINAL) == []
    page = cashier.session.view.pages.give_back_page
    assert page.message.isVisible()
    cashier.type("Points to give back", "100")
    cashier.type("Reason", "Item returned")
    service.bad_day(BadDay.ERROR_503, 1, call=Call.REVERSE)
    cashier.press("Give back")
    cashier.until_says("Not known yet")
    labels = [one for one in cashier.window.findChildren(QLabel) if one.isVisible()]
    assert len([one for one in labels if "Not known yet" in one.text()]) == 1


@pytest.mark.parametrize("height", [600, 578, 540])
def test_what_is_typed_never_pushes_the_next_button_out(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    """A member with several programs has a full page. What was read gets room before the points' worth is known."""
    monkeypatch.setattr("desktop.gui.worth_preview.WORTH_AFTER", 60_000)
    cashier = open_till(service=service, size=(1024, height))
    cashier.find_member("9876543004")
    cashier.keys("10")
    settle(cashier)
    assert "10 points. Leaves 410 points." in cashier.texts()
    assert scrolled(cashier) == []
    assert is_whole(cashier.find("Send code"))


@pytest.mark.parametrize("height", [578, 540])
def test_a_refused_code_and_all_other_ways_fit_a_maximised_window(
    open_till: OpenTill, service: PracticeService, height: int
) -> None:
    """A title bar and a task bar take some of the 600 pixels of a terminal. What is done then takes one line."""
    cashier = open_till(
        service=service,
        size=(1024, height),
        code_by_email=True,
        missed_call=True,
        skip_validation=True,
        supervisor_pin=hash_pin("471108", Cost(4, 8, 1)),
    )
    cashier.find_member()
    cashier.send_code("250.125", bill="MG-1001")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    settle(cashier)
    assert problems(cashier, (1024, height)) == []
    assert cashier.sees("Change member")
    assert cashier.sees("Change points")


@pytest.mark.parametrize("bills", [1, 2])
@pytest.mark.parametrize("height", [600, 577])
def test_another_code_can_be_sent_below_the_banner(
    open_till: OpenTill, service: PracticeService, height: int, bills: int
) -> None:
    """After a wrong code of a hand-over, all ways on are in sight above the letters, also if another bill waits."""
    cashier = open_till(service=service, size=(800, height), code_again_after=0, **SETTINGS)
    controller = cashier.session.controller
    hand_overs = HandOvers(controller, lambda _report: None, controller)
    for bill in ("MG-20417", "MG-20418")[:bills]:
        given = Prefill(mobile=ASHA, bill=bill, amount=Decimal(250), max_points=Decimal(25))
        hand_overs.take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    cashier.send_code("12.5")
    settle(cashier)
    assert scrolled(cashier) == []
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    message = cashier.session.view.counter.message
    cashier.until(lambda: is_whole(message), "the refusal in sight")
    assert is_whole(cashier.find("Send code again"))
    assert is_whole(cashier.find("Redeem"))


@pytest.mark.parametrize("size", [DOUBLED, (512, 384), (640, 400)])
def test_a_low_window_offers_what_the_line_of_the_title_has(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """There is no room for the title. Its links stand below the fields, with the one for a note, and can be used."""
    settings = SETTINGS | {"groups_by_hand": True, "notes": True, "skip_validation": True}
    settings["supervisor_pin"] = hash_pin("471108", Cost(4, 8, 1))
    cashier = open_till(service=service, size=size, **settings)
    cashier.find_member()
    settle(cashier)
    assert cashier.sees("Redeem from a group")
    cashier.find("Add a note").setFocus()
    cashier.until(lambda: is_whole(cashier.find("Add a note")), "the link in sight")
    cashier.press("Add a note")
    assert cashier.focus == "Note"
    cashier.send_code("10")
    settle(cashier)
    cashier.find("Redeem without a code").setFocus()
    cashier.until(lambda: is_whole(cashier.find("Redeem without a code")), "the link in sight")
    cashier.press("Redeem without a code")
    assert cashier.focus == "Supervisor’s PIN"
    cashier.escape()
    cashier.find("Redeem without a code").setFocus()
    cashier.window.resize(*TERMINAL)
    settle(cashier)
    assert top_of(cashier.find("Redeem without a code")) < top_of(cashier.find("Validation code"))
    assert cashier.focus.startswith("Redeem without a code")


def test_a_refusal_leaves_the_way_without_a_code_within_reach(open_till: OpenTill, service: PracticeService) -> None:
    """A small terminal has no room for the title then. The cashier whose customer has no code needs its link most."""
    settings = SETTINGS | {"skip_validation": True, "supervisor_pin": hash_pin("471108", Cost(4, 8, 1))}
    cashier = open_till(service=service, size=(800, 600), **settings)
    cashier.find_member()
    cashier.send_code("10")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    settle(cashier)
    assert is_whole(cashier.find("Validation code"))
    link = cashier.find("Redeem without a code")
    link.setFocus()
    cashier.until(lambda: is_whole(link), "the link in sight")
    cashier.press("Redeem without a code")
    assert cashier.focus == "Supervisor’s PIN"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_button_that_redeems_is_in_sight_below_the_banners(open_till: OpenTill, language: str) -> None:
    """Bar, one banner, the code and all letters leave no room for more. The news comes first, and can be put away."""
    cashier = open_till(training=True, size=DOUBLED, language=language, **SETTINGS)
    view, controller = cashier.session.view, cashier.session.controller
    given = Prefill(mobile=ASHA, bill="MG-1", amount=Decimal(250), max_points=Decimal(25))
    HandOvers(controller, lambda _report: None, controller).take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    cashier.send_code("10")
    settle(cashier)
    assert cashier.screen.news
    code, redeem = view.counter.code.code.edit, view.counter.code.redeem
    words = code.accessibleName()
    for banner in ("news", "POS"):
        assert view.bar.isVisible(), banner
        assert (is_whole(code), is_whole(redeem)) == (True, True), banner
        # Its label has no room.
        assert code.placeholderText() == words, banner
        assert view._banners.hand_over.isVisible() is (banner == "POS")
        controller.acknowledge()
        settle(cashier)
    cashier.window.resize(*TERMINAL)
    settle(cashier)
    cashier.until(lambda: not code.placeholderText(), "nothing said twice")


def test_the_way_back_to_the_pos_keeps_the_focus(open_till: OpenTill) -> None:
    """News that come while it has the focus do not hide it, because the next key would reach another button."""
    cashier = open_till(training=True, size=DOUBLED, **SETTINGS)
    view, controller = cashier.session.view, cashier.session.controller
    given = Prefill(mobile=ASHA, bill="MG-1", amount=Decimal(250), max_points=Decimal(25))
    HandOvers(controller, lambda _report: None, controller).take(HandOver(given, "out.json", by_link=True))
    cashier.until_at(Place.POINTS)
    cancel = view._banners.hand_over.cancel
    cancel.setFocus()
    controller.add_news(Notice("info", "News"))
    settle(cashier)
    assert (cancel.isVisible(), cancel.hasFocus()) == (True, True)


@pytest.mark.parametrize("size", [(720, 480), (800, 600)])
def test_a_note_is_offered_beside_the_letters_of_a_bill(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int]
) -> None:
    """The letters leave no room for the title, and the link for a note went with it."""
    cashier = open_till(service=service, size=size, **SETTINGS, notes=True)
    cashier.find_member()
    cashier.find("Bill number").setFocus()
    settle(cashier)
    cashier.find("Add a note").setFocus()
    cashier.until(lambda: is_whole(cashier.find("Add a note")), "the link in sight")


def test_what_points_are_worth_needs_no_scrolling_below_programs_and_links(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Beside a desktop's own bar, a line for nothing but the link for a note moved the next button out of sight."""
    size = (1024, 580)
    cashier = open_till(service=service, size=size, notes=True, groups_by_hand=True)
    cashier.find_member("9876543004")
    cashier.find("Points to redeem").setText("12.5")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    settle(cashier)
    assert problems(cashier, size) == []
    assert is_whole(cashier.find("Add a note"))
    assert is_whole(cashier.find("Send code"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_reference_of_wide_letters_is_whole_in_the_history(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Support asks for it. Beside the bar of what happened, its last letters were cut off, in Arabic its first."""
    monkeypatch.setattr("desktop.flow.redeem.new_reference", lambda _now: "01M8H9MWMWNQMG7WMDHMQG3WNH")
    size = (800, 600)
    cashier = open_till(service=service, size=size, language=language)
    cashier.find_member()
    cashier.send_code("10")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    cashier.press("history")
    detail = cashier.session.view.pages.history_page.detail
    cashier.until(lambda: detail.attempt is not None, "the row")
    settle(cashier)
    line = detail.reference.fontMetrics().horizontalAdvance("01M8H9MWMWNQMG7WMDHMQG3WNH")
    assert line <= detail.reference.visibleRegion().boundingRect().width()
    assert problems(cashier, size) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_wrong_code_in_training_needs_no_scrolling(open_till: OpenTill, language: str) -> None:
    """The code of the practice service stands above it until the cashier has read it, and stays as one line."""
    size = (800, 600)
    cashier = open_till(size=size, language=language, **SETTINGS)
    cashier.find_member()
    cashier.send_code("250.125")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    assert cashier.screen.news
    assert problems(cashier, size) == []


def test_a_note_beside_a_group_fits_the_high_lines_of_thai(open_till: OpenTill, service: PracticeService) -> None:
    """The card comes closer to its edges before the page scrolls."""
    staff = {"name": "staff", "label": "Served by", "kind": "choice", "choices": ["Meera", "Ravi"], "required": True}
    settings = SETTINGS | {"groups_by_hand": True, "custom_fields": [staff]}
    cashier = open_till(service=service, size=TERMINAL, language="th", **settings)
    cashier.find_member("9876543005")
    cashier.press("group_1")
    cashier.session.view.counter.points.choices.add_note.click()
    settle(cashier)
    assert problems(cashier, TERMINAL) == []


def test_the_supervisors_reason_leaves_the_button_in_sight(open_till: OpenTill, service: PracticeService) -> None:
    """A reason takes all letters, which leave room only for the fields. The pad holds the button that redeems."""
    settings = SETTINGS | {"skip_validation": True, "supervisor_pin": hash_pin("471108", Cost(4, 8, 1))}
    cashier = open_till(service=service, size=DOUBLED, **settings)
    cashier.find_member()
    cashier.send_code("10")
    cashier.press("Redeem without a code")
    cashier.find("Why is there no code?").setFocus()
    settle(cashier)
    assert is_whole(cashier.find("Allow and redeem"))
    assert is_whole(cashier.find("Why is there no code?"))
    cashier.escape()
    settle(cashier)
    assert is_whole(cashier.find("Redeem"))
    assert not cashier.sees("Allow and redeem")
    cashier.press("Redeem without a code")
    cashier.window.resize(1366, 768)
    settle(cashier)
    back, allow = cashier.find("Go back"), cashier.find("Allow and redeem")
    assert back.parentWidget() is allow.parentWidget()
    assert allow.width() > 1.5 * back.width()


def test_a_field_is_scrolled_into_sight_whole(open_till: OpenTill, service: PracticeService) -> None:
    """Not only the line in which the cursor is. The bottom of the note was cut below two fields of the organisation."""
    fields = [
        {"name": "staff", "label": "Served by", "kind": "choice", "choices": ["Meera", "Ravi"]},
        {"name": "table", "label": "Table", "kind": "text"},
    ]
    cashier = open_till(service=service, size=(800, 600), custom_fields=fields, **SETTINGS)
    cashier.find_member()
    cashier.press("Add a note")
    cashier.keys("Paid with two cards")
    cashier.until(lambda: is_whole(cashier.find("Note")), "the whole field")


@pytest.mark.parametrize("size", [(800, 600), (800, 560)])
def test_settings_are_opened_with_the_field_at_hand_in_sight(open_till: OpenTill, size: tuple[int, int]) -> None:
    """The service's own fields cannot be changed in training, so the first that can is further down."""
    cashier = open_till(size=size, training=True)
    cashier.key(Qt.Key.Key_F10)
    settle(cashier)
    assert cashier.focused().objectName() == "setting_sign_in"
    assert is_whole(cashier.focused())
    form = cashier.session.view.pages.settings_page.form
    # The row above the first one in sight is out of sight as a whole, and does not show a half of its words.
    seen = [row for row in form.made.values() if not row.visibleRegion().isEmpty()]
    assert is_whole(min(seen, key=lambda row: row.y()))
