"""Tests that spaces and sizes grow and shrink with the window, always from the size at scale 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.gui.scale import (
    lay_out_now,
    rescale,
    scale_of,
    set_fixed_size,
    set_free_size,
    set_margins,
    set_maximum_width,
    set_minimum_height,
    set_minimum_width,
    set_spacing,
)
from desktop.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_spaces_follow_the_scale_and_come_back(qtbot: QtBot) -> None:
    """Margins, spacing and fixed sizes are multiplied, and are what they were at scale 1 again."""
    root = QWidget()
    qtbot.addWidget(root)
    row = QHBoxLayout(root)
    set_margins(row, 4, 8, 12, 16)
    set_spacing(row, 10)
    badge, side = QWidget(), QWidget()
    set_fixed_size(badge, 28, 28)
    set_minimum_width(side, 250)
    row.addWidget(badge)
    row.addWidget(side)
    for scale in (1.6, 1.0):
        rescale(root, scale)
        margins = row.contentsMargins()
        assert [margins.left(), margins.top(), margins.right(), margins.bottom()] == [
            round(margin * scale) for margin in (4, 8, 12, 16)
        ]
        assert row.spacing() == round(10 * scale)
        assert badge.minimumSize() == badge.maximumSize()
        assert badge.minimumWidth() == round(28 * scale)
        assert side.minimumWidth() == round(250 * scale)


def test_one_side_can_stay_free(qtbot: QtBot) -> None:
    """A length of 0 does not fix that side."""
    widget = QWidget()
    qtbot.addWidget(widget)
    set_fixed_size(widget, 0, 50)
    rescale(widget, 2.0)
    assert widget.minimumHeight() == widget.maximumHeight() == 100
    assert widget.maximumWidth() > 10_000


def test_what_is_made_later_has_the_scale_of_its_window(qtbot: QtBot) -> None:
    """A row that is added to a large window is as large as the others, and a later change counts for it too."""
    root = QWidget()
    qtbot.addWidget(root)
    row = QHBoxLayout(root)
    rescale(root, 1.5)
    late = QWidget(root)
    row.addWidget(late)
    set_fixed_size(late, 0, 50)
    set_minimum_width(late, 100)
    set_maximum_width(late, 300)
    set_spacing(row, 10)
    assert (late.height(), late.minimumWidth(), late.maximumWidth(), row.spacing()) == (75, 150, 450, 15)
    assert scale_of(late) == scale_of(row) == 1.5
    rescale(late, 1.5)
    rescale(root, 1.0)
    set_minimum_height(late, 60)
    assert (late.minimumHeight(), late.minimumWidth(), scale_of(late)) == (60, 100, 1.0)


def test_a_fixed_size_can_be_freed(qtbot: QtBot) -> None:
    """A step that is one line high when it is done takes the whole card when it is current again."""
    widget = QWidget()
    qtbot.addWidget(widget)
    set_fixed_size(widget, 0, 48)
    set_free_size(widget)
    rescale(widget, 2.0)
    assert widget.minimumHeight() == 0
    assert widget.maximumHeight() > 10_000


def test_buttons_make_room_for_a_larger_icon(qtbot: QtBot) -> None:
    """The icon and the key hint of a button grow too."""
    button = Button("History", "history", key="F2", icon="history")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    rescale(button, 1.6)
    assert button.sizeHint().width() > before


@pytest.mark.parametrize("is_visible", [True, False])
def test_a_change_far_inside_is_measured_at_once(qtbot: QtBot, *, is_visible: bool) -> None:
    """Each widget knows of a change only when the one inside it was laid out."""
    outermost = QWidget()
    qtbot.addWidget(outermost)
    around = outermost
    for _ in range(6):
        inside = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)
        around = inside
    label = QLabel("text")
    label.setFixedHeight(50)
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    if is_visible:
        outermost.show()
    lay_out_now(outermost)
    assert outermost.minimumSizeHint().height() == 50
    label.setFixedHeight(20)
    lay_out_now(outermost)
    assert outermost.minimumSizeHint().height() == 20
