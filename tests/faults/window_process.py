"""Runs the program's window with a cashier in the same process, and reports its progress to the test.

    python -m tests.faults.window_process SERVICE ARGUMENTS

ARGUMENTS are the program's own. The cashier redeems what is handed over, with the code that the practice service at
SERVICE sent. Standard output reports `place …`, `known …`, and `caught up` once the files of the POS are right.

The variable `DIES_AT` names a step at which the process kills itself: one of `STEPS`, after `before ` or `after `.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import urllib.request
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop import start
from desktop.domain.failures import Held
from desktop.flow.pos_desk import PosDesk
from desktop.gui.screen import Place, Screen
from desktop.pos_files import PosFiles
from desktop.session import Session
from desktop.store.pos_records import PosRecords

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt

DIES_AT = "POINTS_TILL_TEST_DIES_AT"

_FIELDS = {Place.MEMBER: "mobile_number", Place.POINTS: "points_to_redeem", Place.CODE: "validation_code"}


class Cashier(QObject):
    """Presses Enter whenever the till waits for it, and types the member's code."""

    def __init__(self, service: str, session: Session) -> None:
        super().__init__(session)
        self._service = service
        self._session = session
        self._pressed: tuple[int, Place] | None = None
        self._reported = ""
        session.controller.changed.connect(self._on_changed)
        session.controller.attempt_known.connect(self._on_known)
        session.telling.caught_up.connect(self._on_caught_up)

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        if self._reported != f"place {screen.place.value}":
            self._reported = f"place {screen.place.value}"
            _report(self._reported)
        if screen.ready and screen.busy is None:
            # After the window has drawn this change.
            QTimer.singleShot(0, self, self._press)

    @Slot(object)
    def _on_known(self, attempt: Attempt) -> None:
        _report(f"known {attempt.state.value} {attempt.draft.bill}")

    @Slot()
    def _on_caught_up(self) -> None:
        _report("caught up")

    def _press(self) -> None:
        screen = self._session.controller.screen
        if screen.busy is None and screen.question is not None and screen.question.held.why is Held.SAME_MEMBER:
            # The redemption that a killed window left unknown was another purchase, with another bill.
            anyway = self._session.window.findChild(QAbstractButton, "redeem_anyway")
            if anyway is not None:
                anyway.click()
            return
        if screen.busy is not None or self._pressed == (screen.visit, screen.place) or not screen.handed_over:
            return
        self._pressed = (screen.visit, screen.place)
        if screen.place is Place.RECEIPT:
            QTest.keyClick(QApplication.focusWidget() or self._session.window, Qt.Key.Key_Return)
            return
        if screen.place not in _FIELDS:
            return
        field = self._session.window.findChild(QLineEdit, _FIELDS[screen.place])
        if field is None:
            raise LookupError(_FIELDS[screen.place])
        if screen.place is Place.CODE and screen.member is not None:
            QTest.keyClicks(field, self._code(screen.member.identifier.value))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _code(self, mobile: str) -> str:
        with urllib.request.urlopen(f"{self._service}/training/codes", timeout=5) as answer:
            codes: dict[str, str] = json.load(answer)
        return codes[mobile]


def _report(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the test reads it


STEPS: dict[str, tuple[type, str]] = {
    "opening": (PosDesk, "open_hand_over"),
    "preparing": (PosFiles, "prepare"),
    "recording": (PosRecords, "tell"),
    "publishing": (PosFiles, "publish"),
    "noting": (PosRecords, "note_published"),
}
"""The steps on the way of an outcome to the POS's file, with the method that takes each."""


def die_at(step: str) -> None:
    """Lets the process kill itself before or after a step, as a power cut would end it."""
    when, _, name = step.partition(" ")
    owner, method = STEPS[name]
    real: Callable[..., Any] = getattr(owner, method)

    def dying(*args: Any, **named: Any) -> None:  # noqa: ANN401 - of any method
        try:
            if when == "after":
                real(*args, **named)
        finally:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    setattr(owner, method, dying)


def main() -> int:
    """Runs the program with a cashier. Returns its exit code."""
    service, *arguments = sys.argv[1:]
    step = os.environ.get(DIES_AT)
    if step:
        die_at(step)
    begin = Session.begin

    def begin_with_cashier(session: Session) -> None:
        Cashier(service, session)
        begin(session)

    for name, function in (("begin", begin_with_cashier),):
        setattr(Session, name, function)
    return start.run(["points-till", *arguments])


if __name__ == "__main__":
    sys.exit(main())
