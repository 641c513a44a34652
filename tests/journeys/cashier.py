"""A cashier for tests, who acts on the real window through accessible names like a person or a screen reader."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.domain.failures import Call
from desktop.gui.key_guard import REST
from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.screen import Place, Screen
    from desktop.session import Session
    from desktop.training.service import PracticeService

ASHA = "9777788221"
"""The mobile number of the sample member with whom everything works."""

LAKSHMI = "9876543003"
"""The sample member with points for any number of redemptions."""

VIKRAM = "9876543001"
"""The sample member with 12.345 points."""

TIMEOUT = 20_000
"""Milliseconds to wait. On an idle machine most waits take about ten."""

WidgetT = TypeVar("WidgetT", bound=QWidget)


class Person:
    """A person who sees and touches only what is visible in a window.

    Attributes:
        window: the window.
    """

    def __init__(self, window: QWidget, *, speaks_english: bool = True) -> None:
        self.window = window
        self._speaks_english = speaks_english

    # What is visible

    def all_named(self, name: str, kind: type[WidgetT] | type[QWidget] = QWidget) -> list[Any]:
        """Returns every visible widget whose accessible name is `name`, or begins with `name: `.

        A button that shows an amount is named as it reads, so it is found by its object name too. In another language,
        only the object name is compared.
        """
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        if self._speaks_english:
            return [one for one in found if _has_name(one, name)]
        # What is said about something else stands in the same label, under another name.
        news = f"{QCoreApplication.translate('Banners', 'News')}: "
        return [one for one in found if one.objectName() == snake(name) and not one.accessibleName().startswith(news)]

    def find(self, name: str, kind: type[WidgetT] | type[QWidget] = QWidget) -> Any:  # noqa: ANN401 - any widget with this name
        """Returns the one visible widget with this name. What lies around it may have the same name."""
        named = self.all_named(name, kind)
        found = [one for one in named if not any(one.isAncestorOf(other) for other in named if other is not one)]
        assert len(found) == 1, f"{len(found)} widgets named {name!r}; there are {self.names()}"
        return found[0]

    def sees(self, name: str) -> bool:
        """True if a widget with this name is visible."""
        return bool(self.all_named(name))

    def value(self, name: str) -> str:
        """Returns the value of the label with this name."""
        return str(self.find(name).accessibleName()).partition(": ")[2]

    def text(self, name: str) -> str:
        """Returns the text in a field, or on a button."""
        return str(self.find(name).text())

    def label(self, object_name: str) -> str:
        """Returns the text of a label that has no accessible name of its own; empty if it is not visible."""
        found = self.window.findChild(QLabel, object_name)
        return str(found.text()) if found is not None and found.isVisible() else ""

    def texts(self) -> list[str]:
        """Returns every visible text of a label."""
        return [one.text() for one in self.window.findChildren(QLabel) if one.isVisible() and one.text()]

    def names(self) -> list[str]:
        """Returns every visible name."""
        visible = (one for one in self.window.findChildren(QWidget) if one.isVisible())
        return sorted({one.accessibleName() for one in visible} - {"", " "})

    @property
    def message(self) -> str:
        """Returns the message in the strip, with the number for support."""
        return self.value("Message")

    @property
    def focus(self) -> str:
        """Returns the accessible name of the focused widget."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    # Actions

    def type(self, name: str, text: str) -> None:
        """Replaces the text in a field by typing."""
        field = self.find(name)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        field.selectAll()
        if not text:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        _type_into(field, text)

    def keys(self, text: str) -> None:
        """Types into the focused widget."""
        for character in text:
            _type_into(self.focused(), character)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, times: int = 1
    ) -> None:
        """Presses a key, wherever the focus is."""
        for _ in range(times):
            QTest.keyClick(self.focused(), key, modifier)

    def enter(self) -> None:
        """Presses Enter."""
        self.key(Qt.Key.Key_Return)

    def escape(self) -> None:
        """Presses Escape."""
        self.key(Qt.Key.Key_Escape)

    def press(self, name: str) -> None:
        """Presses a button with the mouse."""
        button = self.find(name, QAbstractButton)
        assert button.isEnabled(), f"{name} cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def focused(self) -> QWidget:
        """Returns the widget that gets the keys."""
        return QApplication.focusWidget() or self.window


class Cashier(Person):
    """A person who works at a till.

    Attributes:
        session: behind the window, for what no cashier can see.
        qtbot: waits.
    """

    def __init__(self, qtbot: QtBot, session: Session, service: PracticeService | None) -> None:
        super().__init__(session.window, speaks_english=session.controller.settings.language == "en")
        self.qtbot = qtbot
        self.session = session
        self._service = service
        self._ended: bool | None = None

    def end(self) -> bool:
        """Ends the till in order. True if every thread ended."""
        if self._ended is None:
            self._ended = self.session.end() and not any(thread.isRunning() for thread in self.threads())
        return self._ended

    def threads(self) -> list[QThread]:
        """Returns the threads of the workers."""
        session = self.session
        printing = session._shop_printing._worker
        crews = (session._counter, session._settling, session._office, printing, session._pos)
        return [crew._thread for crew in crews]

    @property
    def service(self) -> PracticeService:
        """Returns the practice service that the till uses."""
        found = self._service or self.session.services.practice
        if found is None:
            raise AssertionError("the practice service is not running yet")
        return found

    @service.setter
    def service(self, used: PracticeService) -> None:
        self._service = used

    @property
    def screen(self) -> Screen:
        """Returns the state of the counter."""
        return self.session.controller.screen

    # Waiting

    def until(self, holds: Callable[[], object], what: str = "", timeout: int = TIMEOUT) -> None:
        """Waits until a condition holds."""
        end = time.monotonic() + timeout / 1000
        pause = 5
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what or 'it'} never came; message {self.message!r}, {self.names()}")
            self.qtbot.wait(pause)
            # Looking for a name takes milliseconds, and most waits are either very short or long.
            pause = min(2 * pause, 40)

    def until_sees(self, name: str, timeout: int = TIMEOUT) -> None:
        """Waits until a widget with this name is visible."""
        self.until(lambda: self.sees(name), name, timeout)

    def until_says(self, part: str, timeout: int = TIMEOUT) -> None:
        """Waits until the message contains a text."""
        self.until(lambda: part in self.message, f"a message with {part!r}", timeout)

    def until_at(self, place: Place, timeout: int = TIMEOUT) -> None:
        """Waits until a step is current and the till waits for the cashier."""
        self.until(lambda: self.screen.place is place and self.screen.busy is None, place.value, timeout)

    def rest(self) -> None:
        """Lets so much time pass for the guard of keys that the next one is meant for what is shown now."""
        keys = self.session.view.keys
        if not keys.is_at_rest:
            clock = keys._clock
            keys._clock = lambda: clock() + REST

    @contextmanager
    def burst(self) -> Iterator[None]:
        """Presses the keys inside without a pause between them, however slow the machine is."""
        keys = self.session.view.keys
        clock = keys._clock
        now = clock()
        keys._clock = lambda: now
        try:
            yield
        finally:
            keys._clock = clock

    def until_ready(self) -> None:
        """Waits until the till can work."""
        self.until(lambda: self.screen.ready, "readiness")

    def until_threads_are_idle(self) -> None:
        """Waits until the counter's thread and the settling thread have answered everything that was asked so far."""
        # In this order, because an answer of the counter's may ask settling.
        for worker in (self.session._counter, self.session._settling):
            last = _LastRequest()
            with self.qtbot.waitSignal(last.answered, timeout=TIMEOUT):
                worker.ask(last.on_answer, last.on_answer, _do_nothing)

    @contextmanager
    def without_settling(self) -> Iterator[None]:
        """Leaves unknown attempts unknown inside. Afterwards, settling goes on at once."""
        self.until_threads_are_idle()
        settling = self.session.controller._settling
        settling._look_timer.timeout.disconnect()
        try:
            yield
        finally:
            settling._look_timer.timeout.connect(settling._on_look_due)
            settling._look_timer.start(0)

    # The usual steps

    def find_member(self, mobile: str = ASHA) -> None:
        """Looks up a member, and goes to the points step."""
        self.type("Mobile number", mobile)
        self.enter()
        self.until_sees("Points to redeem")
        self.until(lambda: self.screen.busy is None)

    def send_code(self, points: str, bill: str = "") -> None:
        """Enters the points and has a code sent, to reach the code step."""
        self.request_code(points, bill)
        self.until_sees("Validation code")
        self.until(lambda: self.screen.busy is None)

    def request_code(self, points: str, bill: str = "") -> None:
        """Enters the points and presses Enter. Does not wait for the answer."""
        if bill:
            self.type("Bill number", bill)
        self.type("Points to redeem", points)
        self.enter()

    def enter_code(self, code: str | None = None) -> None:
        """Enters the code that the member received, or another one, and presses Enter."""
        self.type("Validation code", self.code() if code is None else code)
        self.enter()

    def redeem(self, points: str, bill: str = "", mobile: str = ASHA) -> None:
        """Redeems, from the empty window to the receipt."""
        self.find_member(mobile)
        self.send_code(points, bill)
        self.enter_code()
        self.until_sees("Updated balance")

    def lose_answer(
        self, day: BadDay, *, points: str = "10", bill: str = "MG-1", looks: bool = True, mobile: str = ASHA
    ) -> None:
        """Redeems while the answer is lost. Unless `looks` is True, look-ups fail too."""
        self.find_member(mobile)
        self.send_code(points, bill=bill)
        code = self.code()
        self.service.bad_day(day, 1, call=Call.REDEEM)
        if not looks:
            self.service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        self.enter_code(code)
        self.until(lambda: self.screen.busy is None, "the end of the call")

    def code(self) -> str:
        """Returns the code on the current member's phone."""
        member = self.screen.member
        assert member is not None
        return self.service.codes()[member.identifier.value]

    def requests(self, path: str) -> list[str]:
        """Returns the bodies of the calls that the service received, oldest first."""
        return [str(one["body"]) for one in self.service.requests() if str(one["path"]).endswith(path)]


class _LastRequest(QObject):
    """A request without a purpose of its own: a worker answers its requests in their order.

    Signals:
        answered: the worker has answered everything that was asked before.
    """

    answered = Signal()

    @Slot(object)
    def on_answer(self, _answer: object) -> None:
        self.answered.emit()


def _do_nothing(_service: object) -> None:
    pass


def _has_name(widget: QWidget, name: str) -> bool:
    own = widget.accessibleName()
    return (
        own == name
        or own.startswith(f"{name}: ")
        or (isinstance(widget, QAbstractButton) and widget.objectName() == snake(name))
    )


def _type_into(widget: QWidget, text: str) -> None:
    for character in text:
        if character.isascii():
            QTest.keyClick(widget, character)  # type: ignore[call-overload]  # the stubs leave characters out
        else:
            # QTest knows only ASCII keys. A keyboard for another script sends the character without a key code.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(widget, event)


def snake(words: str) -> str:
    """Returns the `objectName` that belongs to an accessible name."""
    return re.sub(r"\W+", "_", words.lower()).strip("_")
