"""Tests what screen readers find that is not Qt's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.gui.setting_words import SECRETS
from desktop.gui.widgets.fields import PinField, TextField
from desktop.gui.widgets.labels import ValueLabel
from desktop.gui.widgets.page_stack import PageStack, ScrollingPages
from desktop.gui.widgets.setting_control import make_control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


@pytest.fixture
def reading() -> Iterator[None]:
    """Makes each accessible object as early as Qt does while a reader runs."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a reader counts and asks in two messages")
def test_a_scroll_bar_that_has_gone(qtbot: QtBot) -> None:
    """A reader that has counted the parts can ask for each of them, even if the scroll bar has gone in between."""
    area, page = ScrollingPages(), QLabel("a page")
    qtbot.addWidget(area)
    page.setMinimumHeight(400)
    area.setWidget(page)
    area.resize(200, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    frame = QAccessible.queryAccessibleInterface(area)
    counted = frame.childCount()
    page.setMinimumHeight(0)
    page.resize(50, 50)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert frame.role() == QAccessible.Role.Client
    # First, because Qt's own reader would crash with what follows.
    assert frame.childCount() == counted
    assert all(frame.child(at) is not None for at in range(counted))
    assert frame.child(counted) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Orca says it")
def test_stacked_pages_are_not_a_layered_pane(qtbot: QtBot) -> None:
    """A reader finds the page that is shown, and says nothing of the stack around it."""
    area, stack, page = ScrollingPages(), PageStack(), QLabel("a page")
    qtbot.addWidget(area)
    stack.addWidget(QLabel("another"))
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    area.setWidget(stack)
    area.show()
    found = QAccessible.queryAccessibleInterface(stack)
    assert found.role() == QAccessible.Role.Client
    parts = [found.child(at) for at in range(found.childCount())]
    assert [one.object() for one in parts if not one.state().invisible] == [page]


@pytest.mark.usefixtures("reading")
def test_a_heading(qtbot: QtBot) -> None:
    """It is named like any other label with a value, and announced as a heading."""
    heading = ValueLabel("Not known yet", "headline", "headline", is_heading=True)
    other = ValueLabel("Worth", "worth", "body")
    for label in (heading, other):
        qtbot.addWidget(label)
    heading.show_value("We do not know yet")
    read = QAccessible.queryAccessibleInterface(heading)
    assert read.role() == QAccessible.Role.Heading
    assert read.text(QAccessible.Text.Name) == "Not known yet: We do not know yet"
    assert QAccessible.queryAccessibleInterface(other).role() == QAccessible.Role.StaticText


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there Qt tells readers what is typed")
@pytest.mark.usefixtures("reading")
def test_a_reader_does_not_get_what_a_secret_field_holds(style: Style, qtbot: QtBot) -> None:
    """A reader knows that a field is for a PIN or a password, and its error, but gets no digit of what is typed."""
    pin, plain = PinField("PIN", "pin", style=style), TextField("Cashier", "cashier", style=style)
    control = make_control(SECRETS["password"][0], style, same_as="")
    for widget in (pin, plain, control):
        qtbot.addWidget(widget)
    password = control.target
    assert isinstance(password, QLineEdit)
    for edit in (pin.edit, password):
        edit.setText("246813")
        read = QAccessible.queryAccessibleInterface(edit)
        assert read.role() == QAccessible.Role.EditableText
        assert read.state().passwordEdit
        assert read.state().editable
        assert read.textInterface() is None
        assert not any("2" in read.text(one) for one in QAccessible.Text if one.value < QAccessible.Text.UserText.value)
    pin.set_bad(bad=True, why="That PIN is wrong.")
    assert "wrong" in QAccessible.queryAccessibleInterface(pin.edit).text(QAccessible.Text.Description)
    assert QAccessible.queryAccessibleInterface(plain.edit).textInterface() is not None
