"""Has a screen reader say a text: as an announcement, and as a notification for readers that know no announcements."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from desktop.gui.focus import follow_focus
from desktop.gui.screen_readers import needs_notifications
from desktop.gui.timers import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAccessibleInterface

_LATER = 1_200
"""Milliseconds until a notification appears. If a page changes, Orca drops all events before that of the new focus."""

_SHOWN = 4_000
"""Milliseconds that a notification stays in the accessibility tree, so that a reader has the time to read it."""

_BEGINNING = 30
"""Characters by which a message is recognised in a description, because its end may count seconds."""


_ENDS = (".", "…", "?", "!", "।", "؟", "。", "？", "！")
"""What a sentence ends with, in the languages of the window."""


class Voice(QWidget):
    """Speaks for a window. A window has one, which cannot be seen.

    Orca up to version 44 does not know announcements, which are newer than it, but reads every notification that
    appears. Later versions know both, and would say everything twice, so they get no notification.

    Attributes:
        count: how many texts were handed to the screen readers.

    Signals:
        said: a text was handed to the screen readers, and whether it interrupts what is being read.
    """

    said = Signal(str, bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        if _has_notifications():
            _tell_qt()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(" ")
        self.setGeometry(0, 0, 1, 1)
        self.hide()
        self.count = 0
        self._texts: list[str] = []
        self._value = ""
        self._begin = once(self, _LATER, self._notify)
        self._end = once(self, _SHOWN, self.hide)
        follow_focus(self._on_focus_moved)

    def say(self, about: QWidget, text: str, *, interrupts: bool) -> None:
        """Says a text once.

        Args:
            about: what the text is about.
            text: the text.
            interrupts: True if it interrupts what is being read.
        """
        self.count += 1
        self.said.emit(text, interrupts)
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(about, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if interrupts else politeness.Polite)
        QAccessible.updateAccessibility(event)
        if _has_notifications() and not _is_read_with_focus(text) and needs_notifications():
            self._texts.append(text)
            self._begin.start()

    def take_waiting(self, text: str = "") -> str:
        """Returns what readers without announcements have to read with the widget that gets the focus next.

        Orca 43 drops notifications while more than fifty events wait, which a page or a question can cause, but it
        keeps the focus. What is returned gets no notification any more. It is empty if no such reader listens.

        Args:
            text: a text that is said as soon as the focus has moved.
        """
        if not (QAccessible.isActive() and _has_notifications() and needs_notifications()):
            return ""
        texts = [one for one in self._texts if one != text] + [text] * bool(text)
        self._texts.clear()
        if not self._value:
            self._begin.stop()
        return joined(texts)

    def forget(self, text: str) -> None:
        """Does not say a text that is not true any more, if it waits to be said."""
        if text in self._texts:
            self._texts.remove(text)
            self._stop_if_silent()

    def say_value(self, text: str) -> None:
        """Says the new value of what has the focus to readers that would not notice it. Only the last one is said."""
        if QAccessible.isActive() and _has_notifications() and needs_notifications():
            self._value = text
            self._begin.start()

    def forget_value(self, text: str) -> None:
        """Does not say a value that is not true any more, if it waits to be said."""
        if self._value == text:
            self._value = ""
            self._stop_if_silent()

    def _stop_if_silent(self) -> None:
        if not (self._value or self._texts):
            self._begin.stop()

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _old: QWidget | None, _now: QWidget | None) -> None:
        """Does not say what is read with the widget that has the focus now, such as its error."""
        for text in [one for one in self._texts if _is_read_with_focus(one)]:
            self.forget(text)

    @Slot()
    def _notify(self) -> None:
        """Lets a notification appear. It stays for a moment only, because it is not part of the page."""
        self.hide()
        self.setAccessibleName(joined((self._value, *self._texts)))
        self._texts.clear()
        self._value = ""
        self.show()
        self._end.start()


def joined(texts: Iterable[str]) -> str:
    """Returns texts one after the other, with a full stop between them if they have none. Empty ones are left out."""
    *earlier, last = [text for text in texts if text] or [""]
    return " ".join((*(text if text.endswith(_ENDS) else f"{text}." for text in earlier), last))


def voice_of(widget: QWidget) -> Voice:
    """Returns the voice of a widget's window."""
    window = widget.window()
    found = window.findChild(Voice, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Voice(window)


def enter(field: QWidget, go_on: Callable[[], None]) -> None:
    """Goes on from a field in which Enter was pressed.

    Says the error of the field again if that has changed nothing. Otherwise nothing would be heard.

    Args:
        field: has the focus. It has the tone `bad` and its error as its description, or else no error.
        go_on: what Enter does.
    """
    error = field.accessibleDescription() if field.property("tone") == "bad" else ""
    voice = voice_of(field)
    count = voice.count
    go_on()
    if error and field.hasFocus() and field.accessibleDescription() == error:
        if voice.count == count:
            announce(field, error)
        # Readers without announcements are told of no description that stays.
        voice.say_value(error)


def announce(about: QWidget, text: str, *, interrupts: bool = True) -> None:
    """Has a screen reader say a text.

    Args:
        about: what the text is about.
        text: the text.
        interrupts: True if it interrupts what is being read.
    """
    voice_of(about).say(about, text, interrupts=interrupts)


@cache
def _tell_qt() -> None:
    """Tells Qt, once for the program, that a `Voice` is a notification."""
    QAccessible.installFactory(_make_reader)


def _make_reader(_class: str, thing: QObject) -> QAccessibleInterface | None:
    return QAccessibleWidget(thing, QAccessible.Role.Notification) if isinstance(thing, Voice) else None


def _has_notifications() -> bool:
    return sys.platform.startswith("linux")


def _is_read_with_focus(text: str) -> bool:
    """True if the description of the focused field has just changed to the text, because readers say that anyway."""
    focused = QApplication.focusWidget()
    return focused is not None and text[:_BEGINNING] in focused.accessibleDescription()
