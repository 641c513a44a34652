"""Runs the real program with a cashier in the same process, and reports times and counts as JSON.

    python -m tests.benchmarks.driven_window SERVICE ROUNDS ARGUMENTS

SERVICE is what `slow_service` printed. ARGUMENTS are the program's own. Each round finds a member, has a code sent and
redeems, with the keys that a cashier presses. Before each of the three, one bare call is made with the standard
library, which is what the window is compared with. Of each step, `painted` counts what happened until the cashier could
go on, and `counts` includes a moment after that.

A step begins when Enter is pressed and is over when the window has painted the state in which the cashier goes on.
"""

from __future__ import annotations

import http.client
import json
import sqlite3
import ssl
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop import start
from desktop.gui.screen import Place, Screen
from desktop.session import Session
from tests.benchmarks.names import MEMBER
from tests.benchmarks.slow_service import BARE

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Answer, Request

_QUIET = 220
"""Milliseconds between two steps, so that nothing of the step before is still being done."""

_LONGEST = 20_000
"""Milliseconds for the start, before the window counts as stuck."""

_STEPS = {
    Place.MEMBER: ("find_member", "mobile_number", Place.POINTS, "points_to_redeem"),
    Place.POINTS: ("send_code", "points_to_redeem", Place.CODE, "validation_code"),
    Place.CODE: ("redeem", "validation_code", Place.RECEIPT, "new_customer"),
}
"""The place, the step's name, its field, the place that it leads to, and the widget that has the focus there."""

counts: Counter[str] = Counter()
"""What happened since Enter.

`draws` of a screen, `paints` of the window, HTTP `calls`, and the `statements` and `commits` of the counter's journal.
"""


class BareCall:
    """One kept connection of the standard library, to the same service."""

    def __init__(self, facts: dict[str, str]) -> None:
        address = urlsplit(facts["url"])
        context = ssl.create_default_context(cafile=facts["ca"])
        self._connection = http.client.HTTPSConnection(address.hostname or "", address.port, context=context)

    def seconds(self) -> float:
        """Makes the call, and returns how long it took."""
        begun = time.perf_counter()
        self._connection.request("POST", BARE, body=b"x" * 400, headers={"Content-Type": "application/json"})
        self._connection.getresponse().read()
        return time.perf_counter() - begun


class Cashier(QObject):
    """Works through the rounds, and prints what was measured."""

    def __init__(self, facts: dict[str, str], rounds: int, session: Session) -> None:
        super().__init__(session)
        self._facts = facts
        self._rounds = rounds
        self._session = session
        self._bare = BareCall(facts)
        self._step: tuple[str, str, Place, str] | None = None
        self._begun = 0.0
        self._before = 0.0
        self._cpu = 0.0
        self._points = 0
        self._stall = 0.0
        self._beat = time.perf_counter()
        self._is_waiting = False
        self.rows: list[dict[str, Any]] = []
        QTimer.singleShot(_LONGEST + rounds * 10_000, self, self._give_up)
        session.controller.changed.connect(self._on_changed)
        session.window.installEventFilter(self)
        self._heart = QTimer(self)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.setInterval(1)
        self._heart.timeout.connect(self._on_beat)

    @Slot()
    def _give_up(self) -> None:
        """Says what the window shows if it does not go on."""
        screen = self._session.controller.screen
        print(f"stuck at {screen.place}: {screen.notice.text} {screen.warning} {screen.question}", file=sys.stderr)
        QApplication.exit(1)

    @Slot()
    def _on_beat(self) -> None:
        """Notes the longest time in which the painting thread did nothing else, beyond this timer's own millisecond."""
        now = time.perf_counter()
        if self._step is not None:
            self._stall = max(self._stall, now - self._beat - 0.001)
        self._beat = now

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        counts["draws"] += 1
        if screen.busy is None and self._step is not None and screen.place is self._step[2]:
            counts["draws after the answer"] += 1
        if self._step is None and screen.ready and screen.busy is None and not self._is_waiting:
            self._is_waiting = True
            QTimer.singleShot(3 * _QUIET, self, self._press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes when the window has painted what the step leads to."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        counts["paints"] += 1
        screen = self._session.controller.screen
        step = self._step
        if step is not None and screen.place is step[2] and screen.busy is None:
            counts["paints after the answer"] += 1
            if counts["paints after the answer"] == 1:
                watched.removeEventFilter(self)
                QCoreApplication.sendEvent(watched, event)
                watched.installEventFilter(self)
                self._note(time.perf_counter() - self._begun)
                return True
        return False

    def _note(self, took: float) -> None:
        assert self._step is not None
        focused = QApplication.focusWidget()
        row = {"step": self._step[0], "seconds": took, "focus": focused.objectName() if focused else ""}
        self.rows.append(row | {"cpu": time.thread_time() - self._cpu})
        self.rows[-1]["painted"] = dict(counts)
        # Whatever the answer causes besides belongs to the step: painting again, looking ahead, today's list.
        QTimer.singleShot(_QUIET, self, self._after)

    @Slot()
    def _after(self) -> None:
        self._is_waiting = True
        step, self._step = self._step, None
        assert step is not None
        row = self.rows[-1]
        row |= {"bare": self._before, "counts": dict(counts), "written": _written()}
        if self._heart.isActive():
            self._heart.stop()
            row["stall"] = self._stall
        if row["focus"] != step[3]:
            raise AssertionError(f"after {step[0]} the focus is on {row['focus']!r}")
        if self._session.controller.screen.place is Place.RECEIPT:
            self._rounds -= 1
            if self._rounds == 0:
                print(json.dumps(self.rows), flush=True)
                QApplication.quit()
                return
            QTest.keyClick(self._focused(), Qt.Key.Key_Return)
        QTimer.singleShot(3 * _QUIET, self, self._press)

    @Slot()
    def _press(self) -> None:
        screen = self._session.controller.screen
        if screen.busy is not None or screen.place not in _STEPS:
            self._is_waiting = False
            return
        self._before = self._bare.seconds()
        step = _STEPS[screen.place]
        field = self._session.window.findChild(QLineEdit, step[1])
        if field is None:
            raise LookupError(step[1])
        field.selectAll()
        QTest.keyClicks(field, self._typed(screen.place))
        # What typing causes is not part of the step: opening the connection, and what the points are worth.
        QTimer.singleShot(2 * _QUIET, self, lambda: self._enter(step, field))

    def _enter(self, step: tuple[str, str, Place, str], field: QLineEdit) -> None:
        counts.clear()
        self._stall = 0.0
        if self._rounds % 2:
            # Only in every other round, because a thousand wake-ups a second disturb what is measured.
            self._heart.start()
        self._step = step
        self._is_waiting = False
        self._cpu = time.thread_time()
        self._beat = self._begun = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _typed(self, place: Place) -> str:
        if place is Place.MEMBER:
            return MEMBER
        if place is Place.POINTS:
            self._points += 1
            return str(self._points)
        with urllib.request.urlopen(f"{self._facts['plain']}/training/codes", timeout=5) as answer:
            codes: dict[str, str] = json.load(answer)
        return next(code for mobile, code in codes.items() if mobile.endswith(MEMBER))

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self._session.window


def _written() -> int:
    """Returns the KiB that this process has written and still has; 0 if the system does not tell."""
    sizes = Path("/proc/self/smaps_rollup")
    if not sizes.exists():
        return 0
    return next(int(line.split()[1]) for line in sizes.read_text().splitlines() if line.startswith("Anonymous"))


def _replace(owner: object, name: str, new: object) -> None:
    setattr(owner, name, new)


def _count_calls() -> None:
    from desktop.api.transport import Transport

    call = Transport.call

    def counted(transport: Transport, request: Request, *, moves_points: bool = False) -> Answer:
        counts["calls"] += 1
        if moves_points:
            counts["calls that move points"] += 1
        return call(transport, request, moves_points=moves_points)

    _replace(Transport, "call", counted)


def _count_statements() -> None:
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def counted(*args: object, **kwargs: object) -> sqlite3.Connection:
        made = connect(*args, **kwargs)
        made.set_trace_callback(_note_statement)
        return made

    _replace(sqlite3, "connect", counted)


def _note_statement(text: str) -> None:
    if QThread.currentThread().objectName() != "counter":
        # Today's list and the settling worker read on threads of their own, while no one waits for them.
        return
    counts["statements"] += 1
    if text.lstrip().upper().startswith("COMMIT"):
        counts["commits"] += 1


def main() -> int:
    """Runs the program. Returns its exit code."""
    facts, rounds, *arguments = sys.argv[1:]
    begin: Callable[[Session], None] = Session.begin

    def begin_with_cashier(session: Session) -> None:
        Cashier(json.loads(facts), int(rounds), session)
        begin(session)

    _replace(Session, "begin", begin_with_cashier)
    _count_calls()
    _count_statements()
    return start.run(["points-till", *arguments])


if __name__ == "__main__":
    sys.exit(main())
