"""Tests how buttons place what stands on them, and that they keep their size."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.settings import Theme
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.person_button import PersonButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


def gaps(button: Button) -> list[int]:
    """Returns the widths of the empty columns between the things that stand on a button, widest first."""
    image = button.window().grab(button.geometry()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(20, image.height() // 2)
    rows = range(8, image.height() - 8)
    inked = [x for x in range(8, image.width() - 8) if any(image.pixel(x, y) != ground for y in rows)]
    return sorted((right - left - 1 for left, right in pairwise(inked)), reverse=True)


@pytest.mark.parametrize("role", ["primary", "quiet", "chip"])
@pytest.mark.usefixtures("style")
def test_icon_and_key_hint_stay_beside_the_text_of_a_disabled_button(qtbot: QtBot, role: str) -> None:
    """A disabled button has lighter type, and nothing on it moves away from the text."""
    page = QWidget()
    page.setObjectName("ground")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(page)
    button = Button("Send_code_again_in_some_seconds", "again", role=role, key="Enter", icon="refresh", parent=page)
    button.resize(600, 60)
    page.show()
    before = gaps(button)[:2]
    button.setEnabled(False)
    after = gaps(button)[:2]
    assert len(after) == 2
    assert all(abs(one - other) <= 2 for one, other in zip(after, before, strict=True)), (before, after)


@pytest.mark.parametrize("icon", ["", "refresh"])
@pytest.mark.parametrize("role", ["quiet", "chip", "link"])
@pytest.mark.usefixtures("style")
def test_only_the_ring_shows_the_focus_of_a_button(qtbot: QtBot, role: str, icon: str) -> None:
    """Qt would paint a rectangle of its own over the words as soon as the Tab key has been pressed."""
    page = QWidget()
    qtbot.addWidget(page)
    buttons = [Button(words, words, role=role, icon=icon, parent=page) for words in ("Half 37.5", "Change")]
    half, change = buttons
    change.move(0, 100)
    with qtbot.waitActive(page):
        page.show()
    change.setFocus()
    before = half.grab().toImage()
    QTest.keyClick(change, Qt.Key.Key_Tab)
    assert half.hasFocus()
    assert page.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert half.grab().toImage() == before


@pytest.mark.usefixtures("style")
def test_a_first_button_has_equal_room_on_both_sides_of_its_words(qtbot: QtBot) -> None:
    """Its type is larger than that of other buttons, and so is the room before the key hint."""
    page = QWidget()
    page.setObjectName("ground")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(page)
    button = Button("Redeem", "redeem", role="primary", key="Enter", icon="send", parent=page)
    button.resize(600, 60)
    page.show()
    assert all(11 <= gap <= 16 for gap in gaps(button)[:2]), gaps(button)


def test_a_cashier_who_is_chosen_does_not_move_the_others(style: Style, qtbot: QtBot) -> None:
    """The button of a cashier is as high when it is chosen as when it is not."""
    heights = set()
    for is_chosen in (False, True):
        button = PersonButton("cashier_1", style)
        button.show_person("Dev Patil")
        button.setChecked(is_chosen)
        qtbot.addWidget(button)
        button.show()
        heights.add(button.sizeHint().height())
    assert len(heights) == 1


def frame(widget: QWidget) -> int:
    """Returns the width of the frame of a widget, halfway down its left side."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    row = [image.pixel(x, image.height() // 2) for x in range(8)]
    return next(at for at, colour in enumerate(row) if colour != row[0])


@pytest.mark.parametrize("role", ["", "quiet", "banner", "person", "chip", "key", "primary", "link", "bar"])
@pytest.mark.parametrize("compact", [False, True], ids=["", "compact"])
def test_frames_are_wide_in_high_contrast(qtbot: QtBot, style: Style, *, role: str, compact: bool) -> None:
    """Whatever can be pressed has a frame of two pixels, as a field has, and is no higher than in other themes."""
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet(style.compact if compact else "")
    button = Button("Half 995.5", "half", role=role, parent=page)
    page.show()
    heights = []
    try:
        for theme in (Theme.LIGHT, Theme.HIGH_CONTRAST):
            style.apply(theme)
            for enabled in (True, False):
                button.setEnabled(enabled)
                button.ensurePolished()
                heights.append(button.minimumSizeHint().height())
        button.setEnabled(True)
        button.resize(button.sizeHint())
        # The others are filled, or have no frame.
        assert role in {"primary", "link", "bar"} or frame(button) == 2
        assert len(set(heights)) == 1, heights
    finally:
        style.apply(Theme.LIGHT)
