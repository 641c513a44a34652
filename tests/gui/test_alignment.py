"""Tests that what belongs together stands in line, and that nothing is cut or stretched without need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QListWidget, QTextEdit, QVBoxLayout, QWidget

from desktop.gui.pages.setting_row import SettingRow
from desktop.gui.pages.setup_side import SetupSide
from desktop.gui.scale import rescale, set_minimum_height
from desktop.gui.screen import Place
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.widgets.note_field import NoteField
from desktop.gui.widgets.step_badge import StepBadge
from desktop.training.bad_days import BadDay
from tests.gui.test_layouts import settle
from tests.journeys.cashier import ASHA, LAKSHMI, WidgetT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

TERMINAL = (1024, 600)


def named(parent: QWidget, kind: type[WidgetT], name: str) -> WidgetT:
    """Returns the widget with this object name."""
    return next(one for one in parent.findChildren(kind) if one.objectName() == name)


def place(widget: QWidget) -> QRect:
    """Returns where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def at_history(cashier: Cashier) -> QWidget:
    """Redeems, opens the history, and returns the card beside the table."""
    cashier.redeem("100", bill="MG-1")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    settle(cashier)
    return named(cashier.window, QWidget, "history_detail")


def test_a_label_forgets_its_least_size_of_a_larger_window(qtbot: QtBot) -> None:
    """A label with a least height wants that of the scale in force, also if it was measured at another one."""
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    words = label("small", "19 of 200")
    set_minimum_height(words, 52)
    column.addWidget(words)
    for scale in (1.6, 1.0):
        rescale(root, scale)
        assert words.sizeHint().height() == round(52 * scale)


def test_the_numbers_of_the_steps_have_the_digits_of_the_language(
    open_till: OpenTill, service: PracticeService
) -> None:
    """In Arabic, the second step has the number ٢, as every other number in the window."""
    cashier = open_till(service=service, size=TERMINAL, language="ar")
    cashier.find_member()
    step = cashier.session.view.counter.points
    numbers = [one.text() for one in step.findChildren(QLabel) if one.property("role") == "step" and one.isVisible()]
    assert numbers == ["٢"]


def test_a_refused_code_moves_nothing_but_what_is_below_it(open_till: OpenTill, service: PracticeService) -> None:
    """Field and first button stay where they were, although the message takes the room that there was."""
    cashier = open_till(service=service, size=TERMINAL, number_pad="always")
    step = cashier.session.view.counter.code
    cashier.find_member()
    cashier.send_code("250.125", bill="MG-20417")
    settle(cashier)
    code, redeem = place(step.code.edit), place(step.redeem)
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    settle(cashier)
    assert step.at_field.isVisible()
    assert place(step.redeem) == redeem
    now = place(step.code.edit)
    assert (now.x(), now.width()) == (code.x(), code.width())


def test_what_comes_next_ends_where_the_fields_end(open_till: OpenTill, service: PracticeService) -> None:
    """The line of the title ends at the same edge as the first button below it."""
    cashier = open_till(service=service, size=TERMINAL)
    step = cashier.session.view.counter.member
    settle(cashier)
    following = next(one for one in step.findChildren(QLabel) if one.text() == "Next: points, then the code")
    assert following.isVisible()
    assert place(following).right() == place(step.find_member).right()


def test_a_name_is_shown_rather_than_all_of_the_number(open_till: OpenTill, service: PracticeService) -> None:
    """If name, number, tier and a very large balance do not fit in one line, the number's last digits are enough."""
    cashier = open_till(service=service, size=TERMINAL, number_pad="always")
    step = cashier.session.view.counter.member
    for mobile, number in ((LAKSHMI, "•3003"), (ASHA, "+91 ••••• •8221")):
        cashier.find_member(mobile)
        settle(cashier)
        assert step.number.text() == number
        assert step.member.width() >= step.member.sizeHint().width()
        assert step.tier.isVisible()
        cashier.key(Qt.Key.Key_F4)


def test_the_line_above_giving_back_grows_with_the_window(open_till: OpenTill, service: PracticeService) -> None:
    """It has the margins of a finished step at every scale."""
    cashier = open_till(service=service, size=TERMINAL, give_back="cashier")
    at_history(cashier)
    cashier.press("Give points back")
    cashier.until_sees("Points to give back")
    page = named(cashier.window, QWidget, "give_back_page")
    bill = named(page, QWidget, "redemption_bill")
    for size, scale in ((TERMINAL, 1.0), ((1920, 1080), 1.6)):
        cashier.window.resize(*size)
        settle(cashier)
        assert bill.x() >= round(16 * scale)
        assert bill.y() >= round(10 * scale)


def test_figures_beside_each_other_stand_in_one_line(open_till: OpenTill, service: PracticeService) -> None:
    """Expired points and the new balance do, although the words above one of them need two lines."""
    cashier = open_till(service=service, size=TERMINAL, give_back="cashier")
    cashier.redeem("100", bill="MG-1", mobile="9876543013")
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until_sees("Points to give back")
    cashier.until(lambda: cashier.sees("All points") or cashier.sees("All 100"), "the offer")
    cashier.type("Points to give back", "60")
    cashier.type("Reason", "Item returned")
    cashier.press("Give back")
    cashier.until_sees("Points given back")
    settle(cashier)
    page = named(cashier.window, QWidget, "give_back_page")
    expired, balance = (named(page, QWidget, name) for name in ("expired_points", "updated_balance"))
    assert expired.isVisible()
    assert place(expired).bottom() == place(balance).bottom()


def test_the_history_names_the_member_and_the_reference_in_full(open_till: OpenTill, service: PracticeService) -> None:
    """Also on a small terminal, where support asks for the reference and a finger finds no tool tip."""
    cashier = open_till(service=service, size=(800, 600))
    detail = at_history(cashier)
    shown = [one for one in detail.findChildren(QLabel) if one.isVisible() and one.text()]
    cut = [one.text() for one in shown if isinstance(one, ElidedLabel) and one.toolTip()]
    assert not cut
    member = next(one for one in shown if "8221" in one.text())
    assert member.accessibleName() == "Asha Rao · +91 ••••• •8221"
    for one in (member, named(detail, QLabel, "facts")):
        assert one.height() >= one.heightForWidth(one.width())


def test_the_bar_does_not_stretch_its_parts_in_training(open_till: OpenTill) -> None:
    """Store and till are shown in a readable part or not at all, and nothing takes their room instead."""
    cashier = open_till(size=TERMINAL)
    bar = cashier.session.view.bar
    for width in (800, 900, 1024, 1100, 1366):
        cashier.window.resize(width, 600)
        settle(cashier)
        if bar.where.isVisible():
            assert bar.where.width() >= 72
        for part in (bar.training, bar.leave_training, bar.connection, bar.drawer, bar.settings):
            assert part.isHidden() or part.width() <= part.sizeHint().width(), (width, part.objectName())


def test_the_label_of_a_setting_takes_one_line_if_there_is_room(open_till: OpenTill, service: PracticeService) -> None:
    """A label is not broken although there is room beside it."""
    cashier = open_till(service=service, size=TERMINAL)
    cashier.key(Qt.Key.Key_F10)
    settle(cashier)
    rows = [one for one in cashier.window.findChildren(SettingRow) if one.isVisible() and not one.badge.isVisible()]
    assert len(rows) > 3
    for row in rows:
        name = next(one for one in row.findChildren(QLabel) if one.text() == row.words)
        assert name.width() >= name.fontMetrics().horizontalAdvance(row.words), row.words


def test_the_counter_of_a_note_stands_beside_its_field(open_till: OpenTill, service: PracticeService) -> None:
    """Its middle is that of the field, not that of the field with its label."""
    cashier = open_till(service=service, size=(1920, 1080), notes=True)
    cashier.find_member()
    cashier.press("Add a note")
    for size in ((1920, 1080), TERMINAL):
        cashier.window.resize(*size)
        settle(cashier)
        note = cashier.window.findChildren(NoteField)[0]
        assert abs(place(note.left).center().y() - place(note.note.edit).center().y()) <= 2, size


def test_an_open_note_leaves_no_empty_line(open_till: OpenTill, service: PracticeService) -> None:
    """The line with the link for a note goes away with the link."""
    cashier = open_till(service=service, size=TERMINAL, notes=True)
    cashier.find_member()
    hint = cashier.session.view.counter.points.hint
    assert hint.isVisible()
    cashier.press("Add a note")
    settle(cashier)
    assert hint.isVisible() == bool(hint.text)


def test_a_masked_number_stays_in_one_line_of_the_receipt(open_till: OpenTill, service: PracticeService) -> None:
    """On narrow paper that scrolls too, and the words of the other lines are not broken for it."""
    shop: dict[str, Any] = {"store": "MG Road", "cashier": "Meera", "printer": "tcp://127.0.0.1:9"}
    cashier = open_till(service=service, size=(800, 540), **shop)
    cashier.redeem("100", bill="MG-1")
    cashier.press("Print receipt")
    cashier.until_sees("Print again")
    settle(cashier)
    receipt = next(one for one in cashier.window.findChildren(QTextEdit, "receipt") if one.isVisible())
    assert receipt.verticalScrollBar().isVisible()
    for words in ("+91 •••••", "Redemption"):
        found = receipt.document().find(words)
        assert not found.isNull()
        assert found.block().layout().lineCount() == 1


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_a_receipt_that_scrolls_cuts_nothing_off(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """Beside the scroll bar too, the last digit of points, value and balance is in sight."""
    shop: dict[str, Any] = {"store": "MG Road", "cashier": "Meera", "printer": "tcp://127.0.0.1:9"}
    # As long as it scrolls with every font.
    cashier = open_till(service=service, size=(800, 540), language=language, receipt_header="\n".join("ABCDEF"), **shop)
    cashier.redeem("250.125", bill="MG-20417")
    cashier.session.view.pages.receipt_page.print.click()
    cashier.until(lambda: bool(cashier.message), "what is said about the print")
    settle(cashier)
    receipt = next(one for one in cashier.window.findChildren(QTextEdit, "receipt") if one.isVisible())
    assert receipt.verticalScrollBar().isVisible()
    assert receipt.document().size().width() <= receipt.viewport().width()


@pytest.mark.parametrize("narrow", [True, False])
def test_a_rule_stands_between_two_things(qtbot: QtBot, style: Style, narrow: bool) -> None:
    """The card beside the set-up has a rule only if there is something above it."""
    side = SetupSide(style)
    qtbot.addWidget(side)
    side.set_narrow(narrow=narrow)
    rules = [one for one in side.findChildren(QWidget) if one.property("role") == "rule"]
    assert [one.isHidden() for one in rules] == [narrow]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(800, 600), TERMINAL])
def test_the_reference_on_the_receipt_is_in_one_line(
    open_till: OpenTill, service: PracticeService, language: str, size: tuple[int, int]
) -> None:
    """It stands below its label, because it is easier to read and to copy in one piece."""
    cashier = open_till(service=service, size=size, language=language)
    cashier.redeem("100", bill="MG-1")
    settle(cashier)
    reference = service.ledger()[0].reference
    (paper,) = [one for one in cashier.window.findChildren(QTextEdit) if one.isVisible()]
    block = paper.document().begin()
    while reference not in block.text():
        assert block.isValid()
        block = block.next()
    assert block.layout().lineCount() == 1
    assert block.layout().lineAt(0).naturalTextWidth() <= paper.viewport().width()


def test_every_icon_of_the_bar_stands_by_its_own_words(open_till: OpenTill, service: PracticeService) -> None:
    """An icon is three times as far from the words before it as from its own, and all stand in one rhythm."""
    cashier = open_till(service=service, size=TERMINAL, cashier="Meera", store="MG Road")
    settle(cashier)
    bar = cashier.session.view.bar
    state, person = bar._state, bar._person
    assert place(bar.connection).x() - place(state).right() - 1 == 8
    assert place(bar.cashier).x() - place(person).right() - 1 == 8
    assert place(person).x() - place(bar.connection).right() - 1 == 24
    # A button has 8 pixels beside what stands on it.
    assert place(bar.new_customer).x() + 8 - place(bar.cashier).right() - 1 in {24, 25}
    assert place(bar.settings).x() + 8 - (place(bar.history).right() - 8) - 1 == 24


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_bar_and_a_finished_step_stand_on_the_edges_of_the_page(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """From right to left, the margins of a line are those of the other direction, turned round."""
    cashier = open_till(service=service, size=TERMINAL, language=language, number_pad="always")
    cashier.find_member()
    settle(cashier)
    counter = cashier.session.view.counter
    logo, line = place(named(cashier.window, QLabel, "logo")), place(counter.member)
    badge = place(next(one for one in counter.member.findChildren(StepBadge) if one.isVisible()))
    if language == "ar":
        assert (logo.right(), line.right() - badge.right()) == (line.right(), 16 + 1)
    else:
        assert (logo.x(), badge.x() - line.x()) == (line.x(), 16 + 1)


def test_what_is_typed_begins_where_the_line_begins(open_till: OpenTill, service: PracticeService) -> None:
    """In Arabic, figures and the cursor of an empty field stand at the right, below the label."""
    cashier = open_till(service=service, size=TERMINAL, language="ar", number_pad="always")
    cashier.find_member()
    settle(cashier)
    edit = cashier.session.view.counter.points.points.edit
    assert edit.cursorRect().center().x() > edit.width() - 40
    cashier.keys("250")
    settle(cashier)
    assert edit.cursorRect().center().x() > edit.width() - 40


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_figures_of_a_day_stand_below_their_heads(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """Each figure ends where the word above its column ends, in both directions."""
    cashier = open_till(service=service, size=TERMINAL, language=language)
    at_history(cashier)
    cashier.session.view.pages.history_page.end_of_day.click()
    cashier.until(lambda: bool(cashier.label("journal")), "the figures")
    settle(cashier)
    page = named(cashier.window, QWidget, "day_page")
    shown = [one for one in page.findChildren(QLabel) if one.isVisible()]
    ends = [_end_of_text(one) for one in shown if one.text() in {"العدد", "Count", "١", "1"}]
    assert len(ends) > 1
    assert max(ends) - min(ends) <= 3


def _end_of_text(words: QLabel) -> int:
    """Returns where the text of a label ends: on the left in a window from right to left."""
    inked = _inked(words)
    return place(words).x() + (inked[0] if words.isRightToLeft() else inked[-1])


def _inked(words: QLabel) -> list[int]:
    """Returns the columns of a label, counted from its left edge, in which something is painted."""
    image = words.window().grab(place(words)).toImage()
    ground = image.pixelColor(0, 0)
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in rows)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_that_can_be_cut_begins_where_the_line_begins(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """The bill in the history stands above the points, and the store beside the product, also in Arabic."""
    cashier = open_till(service=service, size=TERMINAL, language=language, store="MG Road")
    card = at_history(cashier)
    where = cashier.session.view.bar.where
    for text in (where, next(one for one in card.findChildren(ElidedLabel) if "MG-1" in one.text())):
        assert text.width() > text.sizeHint().width()
        inked = _inked(text)
        assert (place(text).width() - 1 - inked[-1] if language == "ar" else inked[0]) <= 3


def test_the_bar_of_a_chosen_group_stands_where_the_line_begins(open_till: OpenTill, service: PracticeService) -> None:
    """In the settings, it is at the right in Arabic."""
    cashier = open_till(service=service, size=TERMINAL, language="ar")
    cashier.key(Qt.Key.Key_F10)
    settle(cashier)
    groups = named(cashier.window, QListWidget, "setting_groups")
    row = groups.visualItemRect(groups.selectedItems()[0])
    image = groups.viewport().grab(row).toImage()
    accent = QColor("#2450d6")
    middle = image.height() // 2
    assert image.pixelColor(image.width() - 2, middle) == accent
    assert image.pixelColor(1, middle) != accent


def test_an_outcome_moves_no_edge(open_till: OpenTill, service: PracticeService) -> None:
    """The card of a receipt has the place of the steps, and its first button that of the steps."""
    cashier = open_till(service=service, size=TERMINAL, number_pad="always", store="MG Road", cashier="Meera")
    cashier.find_member()
    cashier.send_code("250.125", bill="MG-20417")
    settle(cashier)
    step, page = cashier.session.view.counter.code, cashier.session.view.pages.receipt_page
    before, redeem = place(step), place(step.redeem)
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    settle(cashier)
    card = page.next.parentWidget()
    assert card is not None
    assert (place(card).x(), place(card).right()) == (before.x(), before.right())
    assert (place(page.next).x(), place(page.next).right()) == (redeem.x(), redeem.right())


def test_the_button_for_the_next_step_is_the_lowest(open_till: OpenTill, service: PracticeService) -> None:
    """Also if nothing was redeemed: *Redeem again* stands where *New customer* and *Redeem* stand."""
    cashier = open_till(service=service, size=TERMINAL, read_timeout=0.5, settle_after=0.5)
    cashier.lose_answer(BadDay.HANG)
    cashier.until_sees("Redeem again", 30_000)
    settle(cashier)
    page = cashier.session.view.pages.unknown_page
    again, following = page.again, page.next
    assert place(again).y() > place(following).bottom()
    # Tab goes through them as they stand.
    assert following.nextInFocusChain() is again
