"""Tests how a text is handed to screen readers, and which of them get a notification as well."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.gui import voice
from desktop.gui.screen_readers import lacks_announcements, needs_notifications
from desktop.gui.voice import Voice, announce, joined, voice_of
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.fields import PinField, TextField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ORCA_43 = [(":1.7", "Object:StateChanged:Showing"), (":1.7", "Object:StateChanged:Focused")]
ORCA_46 = [(":1.8", "Object:StateChanged:Showing"), (":1.8", "Object:Announcement:")]


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """Returns a window on a Linux desktop with a screen reader that knows no announcements."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(voice, "needs_notifications", lambda: True)
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def notification(window: QWidget) -> str:
    """Returns the notification that a screen reader finds; empty if there is none."""
    reader = QAccessible.queryAccessibleInterface(voice_of(window))
    if reader.state().invisible:
        return ""
    assert reader.role() is QAccessible.Role.Notification
    return str(reader.text(QAccessible.Text.Name))


def waits_for_nothing_else(window: QWidget, qtbot: QtBot) -> bool:
    """Tells whether the next notification says only what is said now: a text that waited would come with it."""
    announce(window, "Next customer")
    qtbot.waitUntil(lambda: "Next customer" in notification(window))
    return notification(window) == "Next customer"


def test_an_old_reader_gets_a_notification_for_a_moment(window: QWidget, qtbot: QtBot) -> None:
    """It has the text as its name, and goes by itself, because it is not part of the page."""
    announce(window, "Asha Rao")
    announce(window, "Code sent")
    qtbot.waitUntil(lambda: notification(window) == "Asha Rao. Code sent")
    qtbot.waitUntil(lambda: notification(window) == "", timeout=10_000)


def test_what_is_not_true_any_more_is_not_said(window: QWidget, qtbot: QtBot) -> None:
    """Nothing else is forgotten with it. If nothing is left, no notification appears."""
    speaker = voice_of(window)
    for text in ("Worth ₹ 13.00", "The POS no longer needs this bill."):
        announce(window, text)
    speaker.forget("Worth ₹ 13.00")
    qtbot.waitUntil(lambda: notification(window) == "The POS no longer needs this bill.")
    announce(window, "Worth ₹ 13.00")
    speaker.forget("Worth ₹ 12.00")
    assert speaker._begin.isActive()
    speaker.forget("Worth ₹ 13.00")
    assert not speaker._begin.isActive()


def test_a_new_reader_gets_an_announcement_only(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that knows both would say everything twice."""
    monkeypatch.setattr(voice, "needs_notifications", lambda: False)
    announce(window, "Code sent")
    monkeypatch.setattr(voice, "needs_notifications", lambda: True)
    assert waits_for_nothing_else(window, qtbot)


def test_a_reader_is_not_told_twice_about_the_field_that_has_the_focus(window: QWidget, qtbot: QtBot) -> None:
    """It reads the new description of that field anyway."""
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    field.setAccessibleDescription("Error: That code is wrong.")
    qtbot.waitUntil(field.hasFocus)
    announce(window, "That code is wrong.")
    assert waits_for_nothing_else(window, qtbot)


def test_an_old_reader_is_not_told_an_error_that_it_reads_with_the_focus_next(window: QWidget, qtbot: QtBot) -> None:
    """The message comes before the focus is at its field. What the field does not say is told all the same."""
    choice, other = ChoiceBox("Served by", "served_by", window), QLineEdit(window)
    for widget in (choice, other):
        widget.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    choice.setAccessibleDescription("Error: Fill in “Served by”.")
    announce(window, "Fill in “Served by”.")
    announce(window, "Worth ₹ 5.00")
    choice.setFocus()
    qtbot.waitUntil(lambda: notification(window) == "Worth ₹ 5.00")


def test_an_old_reader_reads_what_is_said_with_the_button_that_gets_the_focus(window: QWidget, qtbot: QtBot) -> None:
    """Orca 43 may drop the notification of a page that appears, but never the focus. It is not told again."""
    button, other = Button("Go back", "go_back", key="Enter", parent=window), QLineEdit(window)
    read_at_focus: list[str] = []
    for widget in (button, other):
        widget.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    application = cast("QApplication", QApplication.instance())
    noting = application.focusChanged.connect(lambda _old, _now: read_at_focus.append(button.accessibleDescription()))
    announce(window, "Worth ₹ 5.00")
    button.take_focus("5 points were already redeemed.")
    announce(window, "5 points were already redeemed.")
    # Orca reads a description that changes after the focus has moved as well.
    application.focusChanged.disconnect(noting)
    assert read_at_focus == ["Worth ₹ 5.00. 5 points were already redeemed. Enter"]
    assert waits_for_nothing_else(window, qtbot)
    other.setFocus()
    assert button.accessibleDescription() != "Enter"
    qtbot.waitUntil(lambda: button.accessibleDescription() == "Enter")


def test_a_new_reader_reads_the_key_with_the_button(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has been told by the announcement, and would say everything twice."""
    monkeypatch.setattr(voice, "needs_notifications", lambda: False)
    button = Button("Go back", "go_back", key="Enter", parent=window)
    button.show()
    announce(window, "Worth ₹ 5.00")
    button.take_focus("5 points were already redeemed.")
    assert button.accessibleDescription() == "Enter"


def test_an_old_reader_is_told_the_whole_text_of_a_field_that_gets_the_focus(window: QWidget, qtbot: QtBot) -> None:
    """Orca 43 leaves out its last character: it said `2` for 25 points that the POS had handed over."""
    field = TextField("Points to redeem", "points_to_redeem", parent=window)
    field.show()
    field.set_text("25")
    field.focus(select=True)
    announce(window, "Worth ₹ 25.00")
    qtbot.waitUntil(lambda: notification(window) == "Points to redeem: 25. Worth ₹ 25.00")
    # The key F6 fills in another amount.
    field.set_text("1991")
    qtbot.waitUntil(lambda: notification(window) == "Points to redeem: 1991")


def test_an_old_reader_is_not_told_a_text_that_is_not_true_any_more(window: QWidget, qtbot: QtBot) -> None:
    """The field has another text, or the cashier has left it. Of a PIN nothing is said at all."""
    fields = [kind("Amount", "amount", parent=window) for kind in (TextField, TextField, PinField)]
    typed, left, secret = fields
    for field in fields:
        field.show()
        field.set_text("25")
    typed.focus(select=True)
    QTest.keyClicks(typed.edit, "13")
    left.focus()
    secret.focus()
    announce(window, "Code sent")
    qtbot.waitUntil(lambda: notification(window) == "Code sent")
    typed.focus()
    QTest.keyClicks(typed.edit, "5")
    assert waits_for_nothing_else(window, qtbot)


def test_an_old_reader_is_told_a_choice_that_the_arrows_made(window: QWidget, qtbot: QtBot) -> None:
    """Orca 43 says nothing by itself if the value of a closed choice changes. It gets the last value only."""
    box = ChoiceBox("State", "state", window)
    box.show_entries([("All", ""), ("Redeemed", "redeemed"), ("Not known yet", "unknown")], "")
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: notification(window) == "Not known yet")


def test_a_new_reader_reads_a_choice_by_itself(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets neither an announcement nor a notification of a value that it reads with the box."""
    monkeypatch.setattr(voice, "needs_notifications", lambda: False)
    said: list[str] = []
    voice_of(window).said.connect(lambda text, _interrupts: said.append(text))
    voice_of(window).say_value("Redeemed")
    assert not said
    assert not voice_of(window)._begin.isActive()


@pytest.mark.parametrize("text", ["Go on?", "Worth ₹ 5…", "नंबर छोटा है।", "هل تتابع؟", "是否继续？"])
def test_a_sentence_gets_no_second_end(text: str) -> None:
    """Every language ends sentences in its own way. A text without an end gets one."""
    assert joined((text, "", "Worth", "Enter")) == f"{text} Worth. Enter"


def test_a_window_has_one_voice(window: QWidget) -> None:
    """Everything in a window is said by the same voice, in its order."""
    inner = QWidget(window)
    said: list[tuple[str, bool]] = []
    voice_of(window).said.connect(lambda text, interrupts: said.append((text, interrupts)))
    announce(inner, "one", interrupts=False)
    announce(window, "two")
    assert said == [("one", False), ("two", True)]
    assert len(window.findChildren(Voice)) == 1


def test_other_systems_read_announcements(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows and macOS know them, and have no notifications of this kind."""
    monkeypatch.setattr(sys, "platform", "win32")
    announce(window, "Code sent")
    monkeypatch.setattr(sys, "platform", "linux")
    assert waits_for_nothing_else(window, qtbot)


@pytest.mark.parametrize(
    ("events", "lacks"),
    [
        ([], False),
        (ORCA_43, True),
        (ORCA_46, False),
        ([*ORCA_46, *ORCA_43], True),
        ([(":1.9", "Object:Announcement:")], False),
        ([(":1.9", "Object::")], False),
        ([(":1.9", "Object:StateChanged:")], True),
        ([(":1.9", "Window:Activate:")], False),
    ],
)
def test_who_lacks_announcements(events: list[tuple[str, str]], lacks: bool) -> None:
    """A program that listens to what appears but not to announcements; each program counts for itself."""
    assert lacks_announcements(events) is lacks


@pytest.mark.skipif(sys.platform != "linux", reason="only a Linux desktop has the registry")
def test_without_a_registry_nobody_needs_notifications(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a session bus has no screen reader either."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert not needs_notifications()


@pytest.mark.skipif(sys.platform != "linux", reason="only a Linux desktop has the registry")
def test_a_registry_that_refuses_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in place of an answer does not reach the cashier."""

    def refuse(_bus: str) -> object:
        raise OSError

    monkeypatch.setattr("jeepney.io.blocking.open_dbus_connection", refuse)
    assert not needs_notifications()
