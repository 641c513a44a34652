"""Tests which keys count and which are dropped: bursts across a change of focus, questions, keys that are held down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from desktop.gui.key_guard import BOUNCE, REST, KeyGuard
from desktop.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Counter(QWidget):
    """A field, and a question with two answers that records how it was answered."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0
        self.is_asking = False
        self.answers: list[str] = []
        self.shortcuts = 0
        self.edit = QLineEdit()
        self.careful, self.risky = Button("Go back", "go_back"), Button("Redeem anyway", "redeem_anyway")
        row = QHBoxLayout(self)
        for widget in (self.edit, self.careful, self.risky):
            row.addWidget(widget)
        self.careful.clicked.connect(lambda: self._answer("careful"))
        self.risky.clicked.connect(lambda: self._answer("risky"))
        for key in ("F4", "Esc"):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_shortcut)
        self.guard = KeyGuard(self, self, clock=lambda: self.now)
        self.dropped = 0
        self.guard.dropped.connect(self._on_dropped)

    def has_answer(self, widget: QObject) -> bool:
        return widget in {self.careful, self.risky}

    def step(self) -> None:
        (self.risky if self.careful.hasFocus() else self.careful).setFocus()

    def press_careful_answer(self) -> None:
        self.careful.click()

    def ask(self) -> None:
        self.is_asking = True
        self.careful.setFocus()

    def press(self, key: Qt.Key | str, *, after: float = 0.01, repeated: bool = False) -> None:
        """Presses a key some seconds after the last one."""
        self.now += after
        target = QApplication.focusWidget()
        assert target is not None
        if repeated:
            assert isinstance(key, str)
            event = QKeyEvent(QEvent.Type.KeyPress, ord(key.upper()), Qt.KeyboardModifier.NoModifier, key, True)
            QApplication.sendEvent(target, event)
        else:
            QTest.keyClick(target, key)  # type: ignore[arg-type]  # the stubs leave characters out

    def _answer(self, answer: str) -> None:
        self.answers.append(answer)
        self.is_asking = False
        self.edit.setFocus()

    def _on_shortcut(self) -> None:
        self.shortcuts += 1

    def _on_dropped(self) -> None:
        self.dropped += 1


@pytest.fixture
def counter(qtbot: QtBot) -> Iterator[Counter]:
    """Yields a counter with the focus in its field."""
    made = Counter()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.edit.setFocus()
    yield made
    made.close()


ENTER, ESCAPE, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space


def test_typing_is_not_touched(counter: Counter) -> None:
    """Without a question and without a change of focus every key arrives, however fast."""
    for key in "B-17":
        counter.press(key, after=0.001)
    assert counter.edit.text() == "B-17"
    assert counter.guard.presses == 4


def test_shortcuts_work_without_a_question(counter: Counter) -> None:
    """F4 and Escape trigger their shortcuts."""
    counter.press(Qt.Key.Key_F4)
    counter.press(ESCAPE)
    assert counter.shortcuts == 2


def test_the_rest_of_a_burst_is_dropped(counter: Counter) -> None:
    """After a change of focus in the middle of a number, none of its other digits arrives. The next number does."""
    counter.press("3")
    counter.edit.clear()
    counter.guard.arm()
    for key in ("4", "5", ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_F4):
        counter.press(key, after=REST - 0.01)
    assert counter.edit.text() == ""
    assert counter.shortcuts == 0
    assert counter.dropped == 2
    counter.press("6", after=REST + 0.01)
    counter.press("7")
    assert counter.edit.text() == "67"


def test_no_key_is_lost_after_a_pause(counter: Counter) -> None:
    """A change of focus while no one types drops no key."""
    counter.press("3")
    at_once = counter.guard.is_at_rest
    counter.now += REST + 0.01
    assert (at_once, counter.guard.is_at_rest) == (False, True)
    counter.guard.arm()
    counter.press("4", after=0.0)
    assert counter.edit.text() == "34"


def test_modifiers_do_not_count_as_keys(counter: Counter) -> None:
    """Shift alone is neither typed nor counted, so that it does not lengthen a burst."""
    counter.press(Qt.Key.Key_Shift)
    assert counter.guard.presses == 0


@pytest.mark.parametrize("key", ["5", "z", "%", Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_Backspace, Qt.Key.Key_Home])
def test_a_question_takes_every_key(counter: Counter, key: Qt.Key | str) -> None:
    """No key but those of its buttons answers a question, moves the focus or presses a shortcut."""
    counter.ask()
    counter.press(key, after=10)
    assert counter.is_asking
    assert counter.careful.hasFocus()
    assert counter.edit.text() == ""
    assert counter.shortcuts == 0


@pytest.mark.parametrize("key", [ENTER, SPACE, ESCAPE, Qt.Key.Key_Enter])
def test_the_careful_answer(counter: Counter, key: Qt.Key) -> None:
    """Enter and Space on the focused answer and Escape go back. The key itself ends up nowhere."""
    counter.ask()
    counter.press(key, after=1)
    assert counter.answers == ["careful"]
    assert counter.edit.text() == ""
    assert counter.shortcuts == 0


@pytest.mark.parametrize("key", [TAB, Qt.Key.Key_Right])
def test_the_other_answer(counter: Counter, key: Qt.Key) -> None:
    """Tab and the arrows move to the other answer and back. Escape gives the careful answer from there too."""
    counter.ask()
    counter.press(key, after=1)
    assert counter.risky.hasFocus()
    counter.press(key, after=1)
    assert counter.careful.hasFocus()
    counter.press(key, after=1)
    counter.press(ENTER, after=1)
    assert counter.answers == ["risky"]
    counter.ask()
    counter.risky.setFocus()
    counter.press(ESCAPE, after=1)
    assert counter.answers == ["risky", "careful"]


@pytest.mark.parametrize("last", [ENTER, SPACE, TAB, ESCAPE])
def test_the_end_of_a_burst_answers_nothing(counter: Counter, last: Qt.Key) -> None:
    """A scanner's Enter or Tab right behind its characters is part of the burst, also if the burst began before."""
    for key in "890":
        counter.press(key)
    counter.ask()
    for text in "17":
        counter.press(text)
    counter.press(last)
    counter.press(last, after=REST - 0.02)
    assert counter.is_asking
    assert counter.careful.hasFocus()
    assert counter.edit.text() == "890"
    counter.press(ENTER, after=REST + 0.01)
    assert counter.answers == ["careful"]


def test_two_enters_at_once_are_one(counter: Counter) -> None:
    """The second Enter of a hand that trembles does not answer the question that the first one led to."""
    counter.press(ENTER, after=1)
    counter.ask()
    counter.press(ENTER, after=BOUNCE - 0.01)
    assert counter.is_asking
    counter.press(ENTER, after=BOUNCE + 0.01)
    assert counter.answers == ["careful"]


def test_enter_elsewhere_leads_to_the_question(counter: Counter) -> None:
    """If a click took the focus away, Enter answers nothing and brings the focus back."""
    counter.ask()
    counter.edit.setFocus()
    counter.press(ENTER, after=1)
    assert counter.is_asking
    assert counter.careful.hasFocus()


def test_a_key_that_is_held_down_types_only_where_it_was_pressed(counter: Counter) -> None:
    """A digit that is held while the focus moves does not type on in the next field."""
    counter.press("4")
    counter.press("4", repeated=True)
    assert counter.edit.text() == "44"
    other = QLineEdit(counter)
    other.show()
    other.setFocus()
    counter.press("4", repeated=True, after=1)
    assert other.text() == ""
    counter.ask()
    counter.press("4", repeated=True, after=1)
    assert counter.is_asking


def test_space_that_was_pressed_before_does_not_answer_when_it_is_released(counter: Counter) -> None:
    """The release of a key belongs to its press."""
    counter.ask()
    QApplication.sendEvent(
        counter.careful, QKeyEvent(QEvent.Type.KeyRelease, SPACE, Qt.KeyboardModifier.NoModifier, " ")
    )
    counter.edit.setFocus()
    QApplication.sendEvent(counter.edit, QKeyEvent(QEvent.Type.KeyRelease, SPACE, Qt.KeyboardModifier.NoModifier, " "))
    assert counter.is_asking


def test_a_press_counts_only_if_the_offer_is_still_the_same(counter: Counter) -> None:
    """A press counts for what was on the button when it went down, with the mouse and with Space."""
    button = counter.risky
    button.offer = "5 points"
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    button.offer = "89 points"
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    QTest.keyPress(button, SPACE)
    button.offer = "90 points"
    QTest.keyRelease(button, SPACE)
    assert counter.answers == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert counter.answers == ["risky"]


def test_the_focused_widget_may_be_deleted(counter: Counter) -> None:
    """The focus may leave a widget that was deleted."""
    other = QLineEdit(counter)
    other.show()
    other.setFocus()
    other.deleteLater()
    QApplication.sendPostedEvents(other, QEvent.Type.DeferredDelete)
    counter.edit.setFocus()
    counter.press("1", after=1)
    assert counter.edit.text() == "1"
