"""Owns the counter's calls: one at a time, what is said while one takes long, and waiting out the rate limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.failures import Throttled
from desktop.flow.operations import FindMember, Redeem, RedeemWithoutCode, WarmUp
from desktop.gui.display import Lead
from desktop.gui.patience import Patience
from desktop.gui.screen import Busy, Link, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.failures import Failure
    from desktop.flow.till import Till
    from desktop.gui.display import Display
    from desktop.gui.worker import Crew, Operation, Reply

SLOW_AFTER = 5_000
"""Milliseconds after which the window says that the service is slow."""

_TOO_MANY = 429


class Calls(QObject):
    """What the counter has under way. Lives on the painting thread and never waits.

    Signals:
        answered: an operation that is awaited, and its result; a redemption even if nobody awaits it any more.
        failed: the same, where it failed (operation, `Failure`).
    """

    answered = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self, counter: Crew[Till], display: Display, cancel: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """Has nothing under way yet.

        Args:
            counter: carries out what is asked.
            display: says what is under way.
            cancel: ends the counter's call in flight, without waiting.
            parent: owner.
        """
        super().__init__(parent)
        self._counter = counter
        self._display = display
        self._cancel = cancel
        self._awaited = 0
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_AFTER)
        self._slow.timeout.connect(self._on_slow)
        self._patience = Patience(self)
        self._patience.ticked.connect(self._on_waiting)
        self._patience.due.connect(self._on_waited)
        counter.replied.connect(self._on_replied)

    def warm_up(self) -> None:
        """Opens the connection ahead; nobody waits for that."""
        self._counter.ask(WarmUp())

    def begin(self, busy: Busy, operation: Operation[Till]) -> None:
        """Has an operation carried out, and shows meanwhile what is under way."""
        self._display.show(busy=busy, slow=False, notice=Notice())
        self._slow.start()
        self._awaited = self._counter.ask(operation)

    def give_up(self) -> None:
        """Ends what is under way, whose answer nobody wants to know any more."""
        if self._display.screen.busy is not None:
            self._cancel()
        self._awaited = 0
        self._patience.stop()
        self._slow.stop()

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        operation = reply.operation
        if isinstance(operation, WarmUp):
            if self._display.screen.busy is None and reply.failure is None:
                self._display.show(link=self._display.good_link if reply.result else Link.OFFLINE)
            return
        is_redemption = isinstance(operation, Redeem | RedeemWithoutCode)
        if reply.number == self._awaited:
            with self._display.moving_focus(Lead.ANSWER):
                self._slow.stop()
                self._display.rest()
                self._deliver(reply, is_redemption=is_redemption)
        elif is_redemption:
            # However long it took and whatever the window shows by now: only a redemption is never dropped.
            self._deliver(reply, is_redemption=True)

    def _deliver(self, reply: Reply, *, is_redemption: bool) -> None:
        operation = reply.operation
        if reply.failure is not None:
            if not self._waits_out(operation, reply.failure):
                self.failed.emit(operation, reply.failure)
            return
        if not is_redemption:
            # How the service was in a redemption is told by its outcome.
            self._patience.stop()
            self._display.show(link=self._display.good_link)
        self.answered.emit(operation, reply.result)

    def _waits_out(self, operation: object, failure: Failure) -> bool:
        """Whether a look-up that met the rate limit is asked again by itself."""
        if not (isinstance(operation, FindMember) and isinstance(failure, Throttled) and failure.code == _TOO_MANY):
            return False
        return self._patience.wait_for(operation, failure.retry_after)

    @Slot(int)
    def _on_waiting(self, seconds: int) -> None:
        # Said once: the countdown stands on the button, where nobody is read it aloud every second.
        text = self.tr("The service is very busy. The till looks again by itself. Press Escape to stop.")
        self._display.show(busy=Busy.WAITING, seconds_left=seconds, notice=Notice("wait", text, str(_TOO_MANY)))

    @Slot(object)
    def _on_waited(self, question: FindMember) -> None:
        self.begin(Busy.FINDING, question)

    @Slot()
    def _on_slow(self) -> None:
        screen = self._display.screen
        if screen.busy is None:
            return
        if screen.busy is Busy.REDEEMING:
            text = self.tr("The service is slow. Please wait: the till finds out whether the points were redeemed.")
        else:
            text = self.tr("The service is slow. Wait a little longer, or press Escape to go back.")
        link = screen.link if self._display.training else Link.SLOW
        self._display.show(slow=True, link=link, notice=Notice("wait", text))
