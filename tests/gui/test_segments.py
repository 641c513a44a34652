"""Tests how the segment control is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from desktop.gui.widgets.segments import SegmentControl

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_edge_goes_all_around_the_control(style: Style, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    """Both ends have an edge, whichever side the language begins at."""
    control = SegmentControl(style, "Pad", "pad", [("Automatic", "auto"), ("Always", "on"), ("Never", "off")])
    qtbot.addWidget(control)
    control.setLayoutDirection(direction)
    control.set_value("on")
    control.resize(480, control.sizeHint().height())
    control.show()
    segments = sorted(control.findChildren(QRadioButton), key=lambda one: one.x())
    for segment, side in ((segments[0], "left"), (segments[-1], "right")):
        image = segment.grab().toImage()
        x, middle = 0 if side == "left" else image.width() - 1, image.height() // 2
        assert image.pixelColor(x, middle) == style.colour("edge"), side


def test_tab_stops_at_the_choice(style: Style, qtbot: QtBot) -> None:
    """Tab goes to the choice that is made, also before the control has had the focus, and never to two of them."""
    control = SegmentControl(style, "Paper", "paper", [("58 mm", "58"), ("80 mm", "80"), ("A4", "a4")])
    qtbot.addWidget(control)
    for value in ("80", "a4", "58"):
        control.set_value(value)
        stops = [one for one in control.findChildren(QRadioButton) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [one.objectName() for one in stops] == [f"paper_{value}"]
