"""Tests the list of today's redemptions beside the steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QWidget

from desktop.domain.history import Totals
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Attempt, Draft, Redeemed, State
from desktop.gui.formats import LocaleFormats
from desktop.gui.pages.today import TodayList
from desktop.gui.states import STATE_ICONS, state_words
from desktop.gui.widgets.labels import DateLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style

AT = datetime(2026, 11, 22, 13, 12, tzinfo=UTC)
ATTEMPT = Attempt(
    reference="01M81NH5YMRCHACFDDE8T9K2FM",
    state=State.REDEEMED,
    draft=Draft(
        identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
        shown="+91 ••••• •8221",
        points=Points.parse("250.125", "."),
        bill="MG-20417",
    ),
    till="Till 3",
    cashier="Meera",
    at=AT,
    changed=AT,
)


@pytest.fixture
def today(qtbot: QtBot, style: Style) -> Iterator[TodayList]:
    """Yields an empty list on the screen."""
    made = TodayList(LocaleFormats(QLocale("en_IN"), "IN"), style)
    qtbot.addWidget(made)
    made.resize(496, 500)
    made.show()
    yield made
    made.hide()


def rows(today: TodayList) -> list[QFrame]:
    """Returns the rows that are shown."""
    return [row for row in today.findChildren(QFrame, "today_row") if row.isVisibleTo(today)]


def in_order(today: TodayList) -> list[QFrame]:
    """Returns the rows that are shown, from the top."""
    QApplication.processEvents()
    return sorted(rows(today), key=QWidget.y)


def bills(found: list[QFrame]) -> list[str]:
    """Returns the bill in each row."""
    return [next(one.text() for one in row.findChildren(QLabel) if one.text().startswith("B-")) for row in found]


def text(today: QWidget, name: str) -> str:
    """Returns the text of a label."""
    found = today.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def test_a_row_says_everything_in_one_sentence(today: TodayList) -> None:
    """Time, state, bill, the last four digits and the points; nothing more of the number."""
    today.show_today((ATTEMPT,), Totals(count=1, points=Decimal("250.125")))
    (row,) = rows(today)
    at = AT.astimezone().strftime("%H:%M")
    assert row.accessibleName() == f"{at}, Redeemed, MG-20417, •8221, 250.125 points"
    shown = {one.text() for one in row.findChildren(QLabel)}
    assert shown == {at, "MG-20417", "•8221", "250.125"}


def test_a_row_shows_the_points_that_moved(today: TodayList) -> None:
    """A look-up may show other points than were asked for. The foot adds up what moved."""
    found = replace(ATTEMPT, redeemed=Redeemed(points=Decimal(90)))
    today.show_today((found,), Totals(count=1, points=Decimal(90)))
    (row,) = rows(today)
    assert row.accessibleName().endswith(", 90 points")
    assert "90" in {one.text() for one in row.findChildren(QLabel)}


def test_a_row_has_what_it_adds_to_the_foot(today: TodayList) -> None:
    """The foot leaves out what was given back of a redemption, so its row does too, and says how much that was."""
    in_part = replace(ATTEMPT, redeemed=Redeemed(points=Decimal(250)), reversed_points=Decimal(100))
    today.show_today((in_part,), Totals(count=1, points=Decimal(150)))
    (row,) = rows(today)
    assert row.accessibleName().endswith("Redeemed, MG-20417, •8221, 150 points, 100 points given back")
    assert {"150", "•8221 · 100 points given back"} <= {one.text() for one in row.findChildren(QLabel)}


@pytest.mark.parametrize("state", [state for state in State if state is not State.REDEEMED])
def test_a_state_is_an_icon_and_a_word(today: TodayList, state: State) -> None:
    """Every state but the usual one is said in words too, so that nothing depends on colour."""
    today.show_today((replace(ATTEMPT, state=state),), Totals())
    (row,) = rows(today)
    words = state_words(state)
    assert words in row.accessibleName()
    assert f"•8221 · {words}" in {one.text() for one in row.findChildren(QLabel)}
    assert STATE_ICONS[state][0]


def test_the_totals_are_at_the_foot(today: TodayList) -> None:
    """What was redeemed, with its points."""
    today.show_today((ATTEMPT,), Totals(count=8, points=Decimal("2577.625")))
    assert "8" in text(today, "today_count")
    assert text(today, "today_points") == "2,577.625 points"


def test_only_whole_rows_are_shown(today: TodayList) -> None:
    """The list shows as many rows as fit, the newest first, and more when it grows."""
    today.show_today((ATTEMPT,) * 30, Totals(count=30, points=Decimal(1)))
    some = len(rows(today))
    assert 6 <= some < 12
    assert all(row.height() >= 44 for row in rows(today))
    today.resize(496, 900)
    assert len(rows(today)) > some


def test_only_rows_that_fit_are_made(today: TodayList) -> None:
    """A long day takes no more memory than a short one: a new attempt gets the row of the one that has no room."""
    day = tuple(
        replace(ATTEMPT, reference=f"{number:026}", draft=replace(ATTEMPT.draft, bill=f"B-{number}"))
        for number in range(41)
    )
    today.show_today(day[1:], Totals(count=40, points=Decimal(1)))
    before = in_order(today)
    assert set(before) == set(today.findChildren(QFrame, "today_row"))
    today.show_today(day, Totals(count=41, points=Decimal(1)))
    after = in_order(today)
    assert set(after) == set(today.findChildren(QFrame, "today_row"))
    assert after == [before[-1], *before[:-1]]
    assert bills(after) == [f"B-{number}" for number in range(len(after))]
    changed = (replace(day[0], state=State.REVERSED), *day[1:])
    today.show_today(changed, Totals(count=40, points=Decimal(1)))
    assert in_order(today) == after
    assert "Given back" in after[0].accessibleName()
    today.show_today((), None)
    assert today.findChildren(QFrame, "today_row") == []


@pytest.mark.parametrize("shown", [(3, 1, 2), (5, 1, 2), (5, 6, 7), (2,), (1, 2, 3, 4), (1, 1, 2), (4, 3, 2, 1)])
def test_rows_are_used_again(today: TodayList, shown: tuple[int, ...]) -> None:
    """Whatever was shown before, each row says what its own attempt is, in the order of the list."""
    known = {
        number: replace(
            ATTEMPT, reference=f"{number:026}", state=state, draft=replace(ATTEMPT.draft, bill=f"B-{number}")
        )
        for number, state in enumerate([*State, State.REDEEMED], start=1)
    }
    today.show_today(tuple(known[number] for number in (1, 2, 3)), Totals())
    today.show_today(tuple(known[number] for number in shown), Totals())
    found = in_order(today)
    assert bills(found) == [f"B-{number}" for number in shown]
    for row, number in zip(found, shown, strict=True):
        assert state_words(known[number].state) in row.accessibleName()
    today.show_today(tuple(known[number] for number in (1, 2, 3)), Totals())
    assert bills(in_order(today)) == ["B-1", "B-2", "B-3"]


def test_an_empty_day_says_so(today: TodayList) -> None:
    """Before the first redemption there is a sentence and no row."""
    today.show_today((), None)
    assert rows(today) == []
    assert "No redemptions yet today." in {one.text() for one in today.findChildren(QLabel) if one.isVisibleTo(today)}


def test_the_link_opens_the_history(today: TodayList, qtbot: QtBot) -> None:
    """The link asks for the history."""
    link = next(one for one in today.findChildren(QAbstractButton) if one.text() == "History")
    with qtbot.waitSignal(today.history_requested):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [496, 370, 340])
def test_a_bill_is_whole_if_there_is_room_for_it(today: TodayList, width: int) -> None:
    """The states, which the icons show too, are left out before a bill or a number is cut off. Columns are even."""
    refused = replace(ATTEMPT, state=State.REFUSED, draft=replace(ATTEMPT.draft, bill="KR-8"))
    today.resize(width, 500)
    today.show_today((refused, ATTEMPT), Totals(count=1, points=Decimal("250.125")))
    QApplication.processEvents()
    labels = [[one for one in row.findChildren(QLabel) if one.isVisible()] for row in in_order(today)]
    assert not [one.toolTip() for row in labels for one in row if one.toolTip()]
    assert {one.text() for one in labels[0]} >= {"KR-8", "•8221 · Refused" if width == 496 else "•8221"}
    first, second = ([(one.x(), one.width()) for one in row] for row in labels)
    assert first == second
    assert "Refused" in rows(today)[0].accessibleName()


def test_the_day_is_named_in_a_form_that_fits(today: TodayList) -> None:
    """With its year, without it, or not at all; never with a few letters of it."""
    for width in range(250, 700, 10):
        today.resize(width, 500)
        QApplication.processEvents()
        shown = [one for one in today.findChildren(DateLabel) if one.isVisible()]
        assert not any(one.toolTip() for one in shown)
    assert "," in shown[0].text()
