"""Measures on painted widgets that focus, errors, keys, selected rows and the busy bar can be seen in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from desktop.domain.settings import Theme
from desktop.gui.screen import Notice
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button, KeyButton
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.focus_ring import FocusRing
from desktop.gui.widgets.message_view import MessageView
from tests.gui.test_style import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style

LEAST = 3.0
"""WCAG 1.4.11 and 2.4.13: the least contrast of a state against the resting state, or of a line against its ground."""

LEAST_FOR_TEXT = 4.5
"""WCAG 1.4.3: the least contrast of text against its ground."""

MARGIN = 20


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST], ids=lambda theme: theme.value)
def themed(request: pytest.FixtureRequest, style: Style) -> Iterator[Style]:
    """Yields the style in each theme, without motion."""
    style.apply(request.param)
    style.reduce_motion(reduced=True)
    yield style
    style.reduce_motion(reduced=False)
    style.apply(Theme.LIGHT)


@pytest.fixture
def page(themed: Style, qtbot: QtBot) -> QWidget:
    """Returns a window on the ground of the theme, with room around what is put into it."""
    made = QWidget()
    made.setObjectName("ground")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(made)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    column.setSpacing(2 * MARGIN)
    made.resize(320, 280)
    qtbot.addWidget(made)
    assert themed.scale == 1.0
    return made


def show(page: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    """Puts widgets into the window and shows it."""
    column = page.layout()
    assert column is not None
    for widget in widgets:
        column.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def painted(page: QWidget) -> list[list[str]]:
    """Returns the colour of every pixel of the window."""
    QApplication.processEvents()
    image = page.grab().toImage()
    return [[image.pixelColor(x, y).name() for x in range(image.width())] for y in range(image.height())]


def changed(before: list[list[str]], after: list[list[str]]) -> int:
    """Returns the number of pixels that differ by at least the wanted contrast."""
    pairs = [
        (one, other)
        for row, then in zip(before, after, strict=True)
        for one, other in zip(row, then, strict=True)
        if one != other
    ]
    strong = {pair for pair in set(pairs) if contrast(*pair) >= LEAST}
    return sum(pair in strong for pair in pairs)


def around(widget: QWidget) -> int:
    """Returns the length in pixels of a line around a widget."""
    return 2 * (widget.width() + widget.height())


def test_a_focused_field_differs_from_a_resting_one(page: QWidget, qtbot: QtBot, themed: Style) -> None:
    """At least a line of two pixels around the field changes by 3:1 (2.4.13), measured at the same field."""
    field, other = TextField("Points", "points", style=themed), TextField("Bill", "bill", style=themed)
    show(page, qtbot, field, other)
    other.focus()
    before = painted(page)
    field.edit.setFocus()
    # Only the first field, because the second one changes back.
    low = other.y() - MARGIN
    assert changed(before[:low], painted(page)[:low]) >= 2 * around(field.edit) - 100


def test_an_error_differs_from_rest(page: QWidget, qtbot: QtBot, themed: Style) -> None:
    """The border of a field with an error changes by 3:1, and an icon appears, so that it is not colour alone."""
    field, other = TextField("Points", "points", style=themed), TextField("Bill", "bill", style=themed)
    show(page, qtbot, field, other)
    other.focus()
    before = painted(page)
    field.set_bad(bad=True, why="Too many.")
    assert changed(before, painted(page)) >= 2 * around(field.edit) - 200


@pytest.mark.parametrize("role", ["primary", "quiet", "chip"])
def test_the_ring_of_the_focus_stands_out(page: QWidget, qtbot: QtBot, themed: Style, role: str) -> None:
    """The ring lies outside the button, on the ground, so that it stands out from a button in the accent too."""
    button, other = Button("Redeem", "redeem", role=role), Button("Other", "other")
    ring = FocusRing(themed, page)
    show(page, qtbot, button, other)
    other.setFocus()
    before = painted(page)
    button.setFocus()
    low = other.y() - MARGIN
    assert ring.isVisible()
    assert changed(before[:low], painted(page)[:low]) >= 2 * around(button) - 100


@pytest.mark.parametrize("role", ["primary", "quiet", "chip"])
def test_icon_and_key_hint_of_a_disabled_button_can_be_seen(
    page: QWidget, qtbot: QtBot, themed: Style, role: str
) -> None:
    """They have the colour of its text, also on a button whose text is white as long as it can be pressed."""
    button = Button("Test", "test", role=role, key="Enter", icon="refresh")
    show(page, qtbot, button)
    button.setEnabled(False)
    colours = {button._line_colour().name()}
    assert colours == {themed.colour("soft").name()}


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_words_in_an_empty_field_can_be_read(
    page: QWidget, qtbot: QtBot, themed: Style, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    """They say what can be searched for, so they need the contrast of text."""
    field = kind()
    field.setPlaceholderText("Mobile, bill, receipt number or day")
    other = Button("Other", "other")
    show(page, qtbot, field, other)
    other.setFocus()
    place = field.geometry().adjusted(10, 10, -10, -10)
    ground = themed.colour("surface").name()
    pixels = [row[place.left() : place.right()] for row in painted(page)[place.top() : place.bottom()]]
    assert max(contrast(ground, pixel) for row in pixels for pixel in row) >= LEAST_FOR_TEXT


@pytest.mark.parametrize("role", ["quiet", "primary", "chip", "link", "bar", "key"])
def test_the_words_on_a_pressed_button_can_be_read(page: QWidget, qtbot: QtBot, role: str) -> None:
    """A finger stays on it for a while, and the words under a mouse say what it does."""
    button = Button("WWWW", "test", role=role)
    show(page, qtbot, button)
    button.setDown(True)
    # Without the edge.
    place = button.geometry().adjusted(10, 8, -10, -8)
    pixels = {
        pixel for row in painted(page)[place.top() : place.bottom()] for pixel in row[place.left() : place.right()]
    }
    assert max(contrast(one, other) for one in pixels for other in pixels) >= LEAST_FOR_TEXT


def test_a_receipt_with_the_focus_can_be_told(page: QWidget, qtbot: QtBot, themed: Style) -> None:
    """Its frame lies on the paper, which is light in every theme."""
    text, other = QTextEdit(), Button("Other", "other")
    text.setObjectName("receipt")
    text.setReadOnly(True)
    # The paper that `PaperView` paints below it.
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
    palette = page.palette()
    palette.setColor(page.backgroundRole(), themed.colour("paper"))
    page.setPalette(palette)
    page.setObjectName("")
    page.setAutoFillBackground(True)
    show(page, qtbot, text, other)
    other.setFocus()
    before = painted(page)
    text.setFocus()
    low = other.y() - MARGIN
    assert changed(before[:low], painted(page)[:low]) >= 2 * around(text) - 100


def test_a_key_stands_out_from_the_ground(page: QWidget, qtbot: QtBot) -> None:
    """The edge of a key has 3:1 against the ground of the pad."""
    key = KeyButton("7", "digit_7", "7", "7")
    show(page, qtbot, key)
    pixels = painted(page)
    place = key.mapTo(page, QPoint(0, key.height() // 2))
    row = pixels[place.y()]
    assert contrast(row[place.x()], row[place.x() - MARGIN // 2]) >= LEAST


def test_a_selected_row_differs_from_the_others(page: QWidget, qtbot: QtBot) -> None:
    """A selected row has a bar of 3:1 at its start, so that it does not depend on a tint."""
    rows = QListWidget()
    rows.addItems(["Service", "Shop"])
    show(page, qtbot, rows)
    rows.setCurrentRow(-1)
    before = painted(page)
    rows.setCurrentRow(1)
    assert changed(before, painted(page)) >= 2 * rows.visualItemRect(rows.item(1)).height()


def test_the_busy_bar_can_be_seen(page: QWidget, qtbot: QtBot, themed: Style) -> None:
    """What moves has 3:1 against the rest of the bar, or against the ground that it stands on."""
    bar = BusyBar(themed)
    show(page, qtbot, bar)
    bar.set_busy(busy=True)
    place = bar.mapTo(page, QPoint(0, bar.height() // 2))
    row = painted(page)[place.y()][place.x() : place.x() + bar.width()]
    assert contrast(themed.colour("accent").name(), themed.colour("track").name()) >= LEAST
    assert {themed.colour("accent").name(), themed.colour("track").name()} <= set(row)


def test_a_key_that_cannot_be_pressed_looks_different(page: QWidget, qtbot: QtBot, themed: Style) -> None:
    """It has no face of its own and a broken edge, as every disabled button, not only a paler digit."""
    key = KeyButton("7", "digit_7", "7", "7")
    show(page, qtbot, key)
    inside = key.mapTo(page, QPoint(key.width() // 4, key.height() // 4))
    assert painted(page)[inside.y()][inside.x()] == themed.colour("surface").name()
    key.setEnabled(False)
    pixels = painted(page)
    assert pixels[inside.y()][inside.x()] == themed.colour("ground").name()
    top = key.mapTo(page, QPoint(0, 0))
    edge = pixels[top.y()][top.x() + 20 : top.x() + key.width() - 20]
    assert len(set(edge)) > 1


def test_a_panel_of_a_message_has_a_frame_in_high_contrast(page: QWidget, qtbot: QtBot, style: Style) -> None:
    """There its tint can hardly be told from the ground. In the other themes the tint is enough."""
    for theme in (Theme.LIGHT, Theme.HIGH_CONTRAST):
        style.apply(theme)
        panel = MessageView(style)
        panel.show_message(Notice("bad", "That code is wrong."))
        show(page, qtbot, panel)
        at, middle = painted(page), panel.y() + panel.height() // 2
        has_frame = contrast(at[middle][panel.x()], at[middle][panel.x() - 4]) >= LEAST
        assert has_frame is (theme is Theme.HIGH_CONTRAST)
        panel.setParent(None)
        panel.deleteLater()
    style.apply(Theme.LIGHT)


def test_a_field_that_cannot_be_used_looks_different(page: QWidget, qtbot: QtBot) -> None:
    """In every theme, also if its text has the same colour."""
    field = TextField("Bill number", "bill_number")
    field.set_text("MG-1")
    show(page, qtbot, field)
    page.setFocus()
    before = painted(page)
    field.edit.setEnabled(False)
    assert any(one != other for one, other in zip(before, painted(page), strict=True))
