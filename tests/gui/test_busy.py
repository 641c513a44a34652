"""Tests the bar that moves while something is under way, and its still pattern."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from desktop import paths
from desktop.domain.settings import Theme
from desktop.gui.scale import rescale
from desktop.gui.widgets.busy import BusyBar
from tests.gui.test_style import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style

COLOURS = json.loads((paths.resources() / "style" / "tokens.json").read_text(encoding="utf-8"))["colour"]


@pytest.fixture
def calm(style: Style) -> Iterator[Style]:
    """Yields the style with motion reduced."""
    style.reduce_motion(reduced=True)
    yield style
    style.reduce_motion(reduced=False)
    style.apply(Theme.LIGHT)


def colours_of(bar: BusyBar) -> set[str]:
    """Returns the colours along the middle of the bar."""
    picture = bar.grab().toImage()
    return {picture.pixelColor(x, picture.height() // 2).name() for x in range(4, picture.width() - 4)}


def test_it_moves_while_something_is_under_way(qtbot: QtBot, style: Style) -> None:
    """It moves until the work is over, and is empty then."""
    bar = BusyBar(style)
    qtbot.addWidget(bar)
    seen = [bar.moves]
    for busy in (True, True, False):
        bar.set_busy(busy=busy)
        seen.append(bar.moves)
    assert seen == [False, True, True, False]


def test_reduced_motion_shows_a_still_pattern(qtbot: QtBot, calm: Style) -> None:
    """Nothing moves, but the bar still says that something is under way."""
    bar = BusyBar(calm)
    qtbot.addWidget(bar)
    bar.resize(320, 6)
    empty = colours_of(bar)
    bar.set_busy(busy=True)
    assert not bar.moves
    assert {COLOURS["light"]["accent"], COLOURS["light"]["track"]} <= colours_of(bar)
    bar.set_busy(busy=False)
    assert colours_of(bar) == empty


def test_the_setting_counts_at_once(qtbot: QtBot, style: Style) -> None:
    """A bar that is moving stands still as soon as motion is reduced, and moves again afterwards."""
    bar = BusyBar(style)
    qtbot.addWidget(bar)
    bar.set_busy(busy=True)
    style.reduce_motion(reduced=True)
    try:
        assert not bar.moves
    finally:
        style.reduce_motion(reduced=False)
    assert bar.moves


@pytest.mark.parametrize("theme", list(COLOURS))
@pytest.mark.parametrize("role", ["accent", "wait"])
def test_it_can_be_seen_in_every_theme(theme: str, role: str) -> None:
    """What moves differs from what it runs on by at least 3 to 1, in high contrast too."""
    assert QColor(COLOURS[theme][role]).isValid()
    assert contrast(COLOURS[theme][role], COLOURS[theme]["track"]) >= 3.0


def test_it_grows_with_the_window(qtbot: QtBot, style: Style) -> None:
    """The bar is as much thicker as everything else is larger."""
    bar = BusyBar(style)
    qtbot.addWidget(bar)
    rescale(bar, 1.5)
    assert bar.height() == 9
    rescale(bar, 1.0)
    assert bar.height() == 6
