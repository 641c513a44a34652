"""Redeems once for the smoke test by pressing the till's own buttons, and saves the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.gui.screen import Link, Place, Screen

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.session import Session

MOBILE = "9777788221"
POINTS = "10.5"
BILL = "SMOKE-TEST"


class SmokeRedemption(QObject):
    """Redeems once in a session in training. The session's own signals start each step.

    Signals:
        finished: the receipt is saved, or there is a problem.

    Attributes:
        steps: the steps that have succeeded.
        problem: why it did not succeed; empty if it did.
        receipt: the path of the saved receipt.
    """

    finished = Signal()

    def __init__(self, session: Session, timeout: float) -> None:
        """Waits for the session's first picture, and then begins.

        Args:
            session: a session in training that is not shown yet.
            timeout: seconds for the whole redemption.
        """
        super().__init__()
        self.steps: list[str] = []
        self.problem = ""
        self.receipt = ""
        self._session = session
        self._window: QWidget = session.view
        self._pressed: set[Place] = set()
        self._is_finished = False
        self._timeout = QTimer(self)
        self._timeout.setSingleShot(True)
        self._timeout.timeout.connect(self._on_timeout)
        self._timeout.start(int(timeout * 1000))
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._continue)
        session.controller.changed.connect(self._on_changed)
        session.office.saved.connect(self._on_saved)
        session.office.failed.connect(self._on_failed)

    @Slot(object)
    def _on_changed(self, _screen: Screen) -> None:
        # Continue after the pages have been updated, and once for several signals in a row.
        self._next.start(0)

    @Slot()
    def _continue(self) -> None:
        screen = self._session.controller.screen
        if self._is_finished or screen.busy is not None:
            return
        if screen.link is Link.STOPPED or screen.notice.tone == "bad" or screen.place is Place.UNKNOWN:
            message = screen.warning or screen.notice
            self._finish(f"redemption: at {screen.place.value}: {message.text} ({message.support})")
            return
        if not screen.ready or screen.place in self._pressed:
            return
        self._pressed.add(screen.place)
        try:
            self._act(screen)
        except Exception as error:  # noqa: BLE001 - an exception must not leave a slot, and it is what this test looks for
            self._finish(f"redemption: {type(error).__name__} at {screen.place.value}: {error}")

    def _act(self, screen: Screen) -> None:
        match screen.place:
            case Place.MEMBER:
                self.steps.append(f"window: {self._window.width()}x{self._window.height()}")
                self._type("mobile_number", MOBILE)
                self._press("find_member")
            case Place.POINTS:
                self.steps.append("redemption: member found")
                self._type("points_to_redeem", POINTS)
                self._type("bill_number", BILL)
                self._press("send_code")
            case Place.CODE:
                self.steps.append("redemption: code sent")
                practice = self._session.services.practice
                codes = practice.codes() if practice is not None else {}
                code = next((code for mobile, code in codes.items() if mobile.endswith(MOBILE)), "")
                self._type("validation_code", code)
                self._press("redeem")
            case Place.RECEIPT:
                attempt = screen.attempt
                points = attempt.redeemed.points if attempt is not None and attempt.redeemed else None
                self.steps.append(f"redemption: {points} points redeemed")
                self._press("save_receipt")
            case Place.UNKNOWN:
                pass

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self.receipt = path
        self._finish("")

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._finish(f"receipt: {failure.support}")

    @Slot()
    def _on_timeout(self) -> None:
        screen = self._session.controller.screen
        busy = f", {screen.busy.value}" if screen.busy is not None else ""
        self._finish(f"redemption: not done in time; at {screen.place.value}{busy}")

    def _finish(self, problem: str) -> None:
        if not self._is_finished:
            self._is_finished = True
            self._timeout.stop()
            self.problem = problem
            self.finished.emit()

    def _type(self, name: str, text: str) -> None:
        field = self._window.findChild(QLineEdit, name)
        if field is None:
            self._finish(f"window: the field {name} is not there")
        else:
            field.setText(text)

    def _press(self, name: str) -> None:
        # Hidden pages may have buttons of the same name.
        button = next((one for one in self._window.findChildren(QPushButton, name) if one.isVisible()), None)
        if button is None or not button.isEnabled():
            self._finish(f"window: the button {name} cannot be pressed")
        else:
            button.click()
