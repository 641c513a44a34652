"""Owns the redemption of `--smoke-test`: presses the till's own buttons, as a cashier would, and saves the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.gui.screen import Place, Screen, ServiceStatus

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.session import Session

MOBILE = "9777788221"
POINTS = "10.5"
BILL = "SMOKE-TEST"


class SmokeRedemption(QObject):
    """Carries one redemption through a session in training, moved on by the session's own signals.

    Signals:
        finished: the receipt is saved, or something is in the way.

    Attributes:
        steps: what went well so far.
        trouble: what is in the way; empty where nothing is.
        receipt: the path of the saved receipt.
    """

    finished = Signal()

    def __init__(self, session: Session, within: float) -> None:
        """Begins with the session's first picture.

        Args:
            session: in training, not shown yet.
            within: seconds for all of it.
        """
        super().__init__()
        self.steps: list[str] = []
        self.trouble = ""
        self.receipt = ""
        self._session = session
        self._window: QWidget = session.view
        self._pressed: set[Place] = set()
        self._is_over = False
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_too_late)
        self._limit.start(int(within * 1000))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        session.controller.changed.connect(self._on_changed)
        session.office.saved.connect(self._on_saved)
        session.office.failed.connect(self._on_failed)

    @Slot(object)
    def _on_changed(self, _screen: Screen) -> None:
        # Once the pages have drawn it, however many signals they came by.
        self._soon.start(0)

    @Slot()
    def _go_on(self) -> None:
        screen = self._session.controller.screen
        if self._is_over or screen.busy is not None:
            return
        if screen.status is ServiceStatus.STOPPED or screen.notice.tone == "bad" or screen.place is Place.UNKNOWN:
            said = screen.warning or screen.notice
            self._end(f"redemption: at {screen.place.value}: {said.text} ({said.support})")
            return
        if not screen.ready or screen.place in self._pressed:
            return
        self._pressed.add(screen.place)
        try:
            self._act(screen)
        except Exception as error:  # noqa: BLE001 - no exception may leave a slot: it is what this test is to find
            self._end(f"redemption: {type(error).__name__} at {screen.place.value}: {error}")

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
        self._end("")

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._end(f"receipt: {failure.support}")

    @Slot()
    def _on_too_late(self) -> None:
        screen = self._session.controller.screen
        busy = f", {screen.busy.value}" if screen.busy is not None else ""
        self._end(f"redemption: not done in time; at {screen.place.value}{busy}")

    def _end(self, trouble: str) -> None:
        if not self._is_over:
            self._is_over = True
            self._limit.stop()
            self.trouble = trouble
            self.finished.emit()

    def _type(self, name: str, text: str) -> None:
        field = self._window.findChild(QLineEdit, name)
        if field is None:
            self._end(f"window: the field {name} is not there")
        else:
            field.setText(text)

    def _press(self, name: str) -> None:
        # Pages that are not shown may have buttons of the same name.
        button = next((one for one in self._window.findChildren(QPushButton, name) if one.isVisible()), None)
        if button is None or not button.isEnabled():
            self._end(f"window: the button {name} cannot be pressed")
        else:
            button.click()
