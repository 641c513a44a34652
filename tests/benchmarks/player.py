"""Plays a scene in the real window of this process, by keys and signals, and prints what was measured as JSON."""

from __future__ import annotations

import http.client
import json
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop import start
from desktop.gui.screen import Busy, Place, Screen
from desktop.session import Session
from tests.benchmarks.heart_beat import HeartBeat
from tests.benchmarks.names import MEMBER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import SignalInstance

    Scene = Callable[["Player"], object]

_LONGEST = 30_000
"""Milliseconds for one wait, before the window counts as stuck."""


class StuckError(Exception):
    """The window did not get where it should."""


class Player(QObject):
    """Acts on the window as a cashier does, and waits until it has painted what follows.

    Attributes:
        session: the window with its controllers.
        heart: measures the painting thread.
    """

    def __init__(self, session: Session, facts: dict[str, str], scene: Scene) -> None:
        """Begins once the till is ready.

        Args:
            session: the window with its controllers.
            facts: what `slow_service` printed.
            scene: what is played. What it returns is printed.
        """
        super().__init__(session)
        self.session = session
        self.heart = HeartBeat(self)
        self._scene = scene
        self._service = http.client.HTTPConnection(urlsplit(facts["plain"]).netloc)
        self._loop: QEventLoop | None = None
        self._is_true: Callable[[], bool] = lambda: False
        self._is_asking = self._has_begun = self._has_come = False
        self._painted = self._step
        # One timer for all: each single shot to a method keeps a few hundred bytes.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        session.window.installEventFilter(self)
        session.controller.changed.connect(self._on_changed)

    @property
    def screen(self) -> Screen:
        """What the window shows."""
        return self.session.controller.screen

    @property
    def _step(self) -> tuple[Place, Busy | None, int]:
        return self.screen.place, self.screen.busy, self.screen.visit

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        if not self._has_begun and screen.ready and screen.busy is None:
            self._has_begun = True
            # What is imported and opened after the start is not what is measured.
            QTimer.singleShot(3_000, self, self._play)
        self._ask_soon()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks after each paint whether what is waited for has come."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._painted = self._step
            self._ask_soon()
        return False

    def _ask_soon(self) -> None:
        if self._loop is not None and not self._is_asking:
            self._is_asking = True
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        self._is_asking = False
        if self._loop is not None and self._is_true():
            self._has_come = True
            self._loop.quit()

    @Slot()
    def _play(self) -> None:
        try:
            print(json.dumps(self._scene(self)), flush=True)
        except StuckError as error:
            print(f"stuck at {self.screen.place}, {self.screen.notice}: {error}", file=sys.stderr)
            QApplication.exit(1)
            return
        QApplication.quit()

    def until(self, is_true: Callable[[], bool], what: str, *, within: int = _LONGEST) -> None:
        """Waits until something is true after a change, a paint of the window, or a signal that is collected.

        Args:
            is_true: what is waited for.
            what: the same in words.
            within: milliseconds.

        Raises:
            StuckError: it does not become true in that time.
        """
        if is_true():
            return
        self._loop, self._is_true = QEventLoop(), is_true
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(self._loop.quit)
        limit.start(within)
        self._has_come = False
        self._loop.exec()
        self._loop = None
        if not self._has_come:
            raise StuckError(what)

    def collect(self, *signals: SignalInstance) -> list[object]:
        """Returns a list to which each of these signals adds its argument; `until` looks at it again then."""
        found: list[object] = []

        def add(value: object) -> None:
            found.append(value)
            self._ask_soon()

        for signal in signals:
            signal.connect(add)
        return found

    def press(self, name: str) -> None:
        """Clicks a button, by its object name."""
        button = next((one for one in self.session.window.findChildren(QAbstractButton, name) if one.isVisible()), None)
        if button is None:
            raise LookupError(name)
        button.click()

    def rest(self, milliseconds: int) -> None:
        """Lets the window do what it does by itself."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def type(self, name: str, text: str) -> QLineEdit:
        """Replaces the text in a field, by its object name."""
        field = self.session.window.findChild(QLineEdit, name)
        if field is None:
            raise LookupError(name)
        field.selectAll()
        QTest.keyClicks(field, text)
        return field

    def enter(self) -> None:
        """Presses Enter on what has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.session.window, Qt.Key.Key_Return)

    def until_at(self, place: Place) -> None:
        """Waits until the window has painted a step in which the cashier can go on."""
        self.until(lambda: self._step == self._painted == (place, None, self.screen.visit), str(place))

    def find_member(self, mobile: str = MEMBER) -> None:
        """Types a number, and waits for the member."""
        self.type("mobile_number", mobile)
        self.enter()
        self.until_at(Place.POINTS)

    def send_code(self, points: str) -> None:
        """Types the points, and waits until the code was sent."""
        self.type("points_to_redeem", points)
        self.enter()
        self.until_at(Place.CODE)

    def type_code(self, mobile: str = MEMBER) -> None:
        """Types the code that the member received."""
        codes = self.ask_service("GET", "/training/codes")
        self.type("validation_code", next(code for number, code in codes.items() if number.endswith(mobile)))

    def ask_service(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        """Calls the practice service beside the till's own calls."""
        text = None if body is None else json.dumps(body)
        self._service.request(method, path, text, {"Content-Type": "application/json"})
        found = json.loads(self._service.getresponse().read() or "{}")
        return found if isinstance(found, dict) else {}


def play(scenes: Mapping[str, Scene]) -> int:
    """Runs the program with a scene. Returns its exit code.

    The command line is SCENE FACTS ARGUMENTS: what is played, what `slow_service` printed, and the program's own.
    """
    name, facts, *arguments = sys.argv[1:]
    begin = Session.begin

    def begin_with_player(session: Session) -> None:
        Player(session, json.loads(facts), scenes[name])
        begin(session)

    setattr(Session, "begin", begin_with_player)  # noqa: B010 - the program takes the method from there
    return start.run(["points-till", *arguments])
