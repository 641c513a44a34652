"""Tests how icons are painted: which of them turn round in a right-to-left window, and the tick of a finished step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from desktop.gui.icons import pixmap
from desktop.gui.widgets.step_badge import StepBadge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


def drawn(name: str) -> QImage:
    """Returns an icon as it is painted now."""
    return pixmap(name, QColor("black"), 48).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def differing(one: QImage, other: QImage) -> int:
    """Returns in how many pixels two pictures differ plainly."""
    spots = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(one.pixelColor(*spot).alpha() - other.pixelColor(*spot).alpha()) > 128 for spot in spots)


@pytest.fixture
def turned(qapp: QApplication) -> Iterator[QApplication]:
    """Yields the application, and lets it read from left to right again afterwards."""
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("name", "turns"),
    [
        *((name, True) for name in ("back", "send", "signoff", "giveback", "question")),
        *((name, False) for name in ("check", "clock", "search", "refresh")),
    ],
)
@pytest.mark.usefixtures("style")
def test_what_points_along_the_line_turns_with_it(turned: QApplication, name: str, turns: bool) -> None:
    """From right to left, an arrow back points to the right. A tick and a clock are the same everywhere."""
    before = drawn(name)
    turned.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = drawn(name)
    expected = before.flipped(Qt.Orientation.Horizontal) if turns else before
    assert differing(after, expected) == 0
    assert (differing(after, before) > 0) is turns


def test_a_finished_step_has_the_same_tick_as_everything_else(style: Style, qtbot: QtBot) -> None:
    """It is the icon, because a tick in letters is another one in each font."""
    badge = StepBadge("1")
    qtbot.addWidget(badge)
    badge.show_tone("done")
    badge.show()
    assert badge.text() == ""
    picture = badge.grab().toImage()
    spots = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    good = [spot for spot in spots if picture.pixelColor(*spot) == style.colour("good")]
    assert 10 <= max(x for x, _ in good) - min(x for x, _ in good) <= 14
    badge.show_tone("current")
    assert badge.text() == "1"
