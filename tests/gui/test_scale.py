"""Tests that spaces and sizes grow and shrink with the window, always from the size at scale 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.scale import rescale, set_fixed_size, set_margins, set_minimum_width, set_spacing
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


def test_buttons_make_room_for_a_larger_icon(qtbot: QtBot) -> None:
    """The icon and the key hint of a button grow too."""
    button = Button("History", "history", key="F2", icon="history")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    rescale(button, 1.6)
    assert button.sizeHint().width() > before
