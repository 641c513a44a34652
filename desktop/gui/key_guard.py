"""Decides which key presses count, and drops those that were meant for something else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from desktop.gui.focus_filter import FocusFilter

if TYPE_CHECKING:
    from collections.abc import Callable

REST = 0.6
"""Seconds without a key after which the next key is meant for what the window shows now.

A slow typist takes a third of a second for a key, a scanner a few milliseconds.
"""

BOUNCE = 0.15
"""Seconds after any key in which no key answers a question. A scanner may end with two Enters, and a hand trembles."""

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right})
_REPEATS_ELSEWHERE = _MOVES | {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
"""Keys that move the focus or the selection themselves, so a held one may go on in another widget."""


class AskedQuestion(Protocol):
    """A question, as the guard knows it."""

    @property
    def is_asking(self) -> bool:
        """True while the question is visible and unanswered."""

    def has_answer(self, widget: QObject) -> bool:
        """True if the widget is one of the question's own buttons."""

    def step(self) -> None:
        """Moves the focus to the next button."""

    def press_careful_answer(self) -> None:
        """Presses the careful answer."""


class KeyGuard(FocusFilter):
    """Sees every key before the widget that has the focus, and drops keys that were meant for something else.

    There are two rules:

    - While a question is on the screen, a key can reach only its own buttons: Enter and Space on the focused answer,
      Tab and the arrows from one answer to the other, Escape for the careful answer. These keys count only if no text
      was typed for `REST`, so that the Enter behind a scanner's burst answers nothing.
    - If the focus moves because an answer arrived and not because of the user's own key or click (`arm`), the keys of
      a burst that began before are dropped until the user pauses. The second half of a number would otherwise
      become an amount.

    Signals:
        dropped: a key was dropped because it came too early.
    """

    dropped = Signal()

    def __init__(
        self, question: AskedQuestion, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Follows the focus from now on.

        Args:
            question: takes all keys while it is on the screen.
            parent: Qt parent.
            clock: returns monotonic seconds.
        """
        super().__init__(parent)
        self.presses = 0
        self._clock = clock
        self._question = question
        self._last = self._last_text = float("-inf")
        self._is_armed = False
        self._pressed: tuple[int, int] = (0, 0)
        self.watch_focused()

    @Slot()
    def arm(self) -> None:
        """Drops the rest of a burst of keys that is under way. Has no effect if the user has paused."""
        self._is_armed = True

    @property
    def is_at_rest(self) -> bool:
        """True if the next key is meant for what the window shows now."""
        return self._clock() - self._last >= REST

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Filters out the keys that do not count."""
        if not isinstance(event, QKeyEvent) or event.key() in _MODIFIERS:
            return False
        asking = self._question.is_asking
        match event.type():
            case QEvent.Type.ShortcutOverride:
                if asking or not self._counts(watched, event):
                    # Accepting the override delivers the key as a press, which is dropped below, and triggers no
                    # shortcut.
                    event.accept()
                    return True
                return False
            case QEvent.Type.KeyPress:
                counts = self._counts(watched, event)
                if asking and counts:
                    counts = self._answer(watched, event)
                self._note(watched, event, counts=counts)
                return not counts
            case _:
                return asking and not self._question.has_answer(watched)

    def _counts(self, watched: QObject, event: QKeyEvent) -> bool:
        now = self._clock()
        if self._is_armed and now - self._last < REST:
            return False
        if self._question.is_asking:
            pause = 0.0 if event.key() in _MOVES else BOUNCE
            return not event.isAutoRepeat() and now - self._last_text >= REST and now - self._last >= pause
        # A key that is held down goes on typing only in the widget where it was pressed.
        return (
            not event.isAutoRepeat()
            or event.key() in _REPEATS_ELSEWHERE
            or self._pressed == (int(event.key()), id(watched))
        )

    def _answer(self, watched: QObject, event: QKeyEvent) -> bool:
        """True if the focused button gets the key. Escape and Tab are handled here."""
        question, key = self._question, event.key()
        if key == Qt.Key.Key_Escape:
            question.press_careful_answer()
        elif key in _MOVES or (key in _ENTER and not question.has_answer(watched)):
            question.step()
        return question.has_answer(watched) and (key in _ENTER or key == Qt.Key.Key_Space)

    def _note(self, watched: QObject, event: QKeyEvent, *, counts: bool) -> None:
        was_armed = self._is_armed
        self.presses += 1
        self._last = self._clock()
        is_text = bool(event.text()) and event.text().isprintable() and not event.text().isspace()
        if is_text:
            self._last_text = self._last
        if not event.isAutoRepeat():
            self._pressed = (int(event.key()), id(watched))
        if counts:
            self._is_armed = False
        elif was_armed and is_text and not self._question.is_asking:
            self.dropped.emit()
