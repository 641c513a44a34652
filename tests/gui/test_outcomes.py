"""Tests how often the screen is drawn while attempts are settled in the background."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.domain.choices import Choices
from desktop.domain.redemption import Redeemed, State
from desktop.domain.settings import Settings
from desktop.flow.background_till import SettlingState
from desktop.flow.settling.settler import Progress
from desktop.gui.display import Display
from desktop.gui.drafting import Drafting
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.late_records import LateRecords
from desktop.gui.outcomes import Outcomes
from desktop.gui.settling_controller import SettlingController
from desktop.gui.words import Words
from desktop.texts import load_catalogue
from tests.gui.test_today import ATTEMPT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.screen import Screen


class Worker(QObject):
    """A worker that is never asked."""

    opened = Signal(object)


class Counter:
    """The counter's screen, what was drawn of it, and the controller that reports how settling stands."""

    def __init__(self) -> None:
        words = Words(load_catalogue(), LocaleFormats(locale_of("en", "IN"), "IN", ""))
        self.display = Display(words, Choices(), training=False)
        self.settling = SettlingController(cast("Any", Worker()))
        late = LateRecords(self.display, cast("Any", Worker()))
        self.outcomes = Outcomes(self.display, Drafting(Settings(), words), self.settling, late)
        self.drawn: list[Screen] = []
        self.display.changed.connect(self.drawn.append)

    def learn(self, unknown: int, state: State, next_in: float | None) -> None:
        """Reports a look-up of an attempt that is not at hand, after which so many are unknown."""
        progress = Progress(replace(ATTEMPT, state=state), 1, next_in)
        self.settling._on_state(SettlingState((progress,) * unknown, None, progress))


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    """Returns the counter with two unknown attempts."""
    del qtbot  # Signals need its application.
    made = Counter()
    made.learn(2, State.UNKNOWN, 5.0)
    return made


def test_a_look_up_that_shows_nothing_is_not_drawn(counter: Counter) -> None:
    """The cashier sees how many are unknown, which has not changed."""
    counter.learn(2, State.UNKNOWN, 9.0)
    assert [one.unsettled for one in counter.drawn] == [2]


@pytest.mark.parametrize("state", [State.REDEEMED, State.NOT_APPLIED])
def test_an_outcome_and_its_count_are_drawn_at_once(counter: Counter, state: State) -> None:
    """The news and the number of unknown attempts belong together."""
    counter.learn(1, state, None)
    assert [(one.unsettled, len(one.news)) for one in counter.drawn] == [(2, 0), (1, 1)]


def test_an_outcome_without_news_is_drawn(counter: Counter) -> None:
    """The number of unknown attempts is right also if there is nothing to tell."""
    counter.learn(1, State.REVERSED, None)
    assert [(one.unsettled, len(one.news)) for one in counter.drawn] == [(2, 0), (1, 0)]


@pytest.mark.parametrize("settled_late", [False, True])
def test_the_points_of_an_outcome_are_those_that_moved(counter: Counter, *, settled_late: bool) -> None:
    """The cashier takes them off the bill. A look-up may show other points than were asked for."""
    found = replace(ATTEMPT, redeemed=Redeemed(points=Decimal(90)), settled_late=settled_late)
    counter.settling._on_state(SettlingState((), None, Progress(found, 1, None)))
    (news,) = counter.display.screen.news
    assert "90 points" in news.text
