"""Makes the counter's calls, one at a time, and tells the cashier if one takes long."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.till import Till
from desktop.gui.display import Cause
from desktop.gui.screen import Busy, Notice, Panel, ServiceStatus
from desktop.gui.timers import once

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

    from desktop.domain.failures import Failure
    from desktop.gui.display import Display
    from desktop.gui.worker import WorkerThread

SLOW_AFTER = 5_000
"""Milliseconds after which the window says that the service is slow."""

_HEAD_START = 0.012
"""Seconds that the painting thread gives a request to leave, before it draws that it is under way.

Sending is a few milliseconds of work on two other threads. If the window is drawn at the same time, all three share one
interpreter, the request leaves three times as late, and the cashier waits that much longer for the answer.
"""

AnswerT = TypeVar("AnswerT")
P = ParamSpec("P")


class CounterCalls(QObject):
    """The call that the counter has under way. Lives on the GUI thread, and blocks for `_HEAD_START` at most.

    Signals:
        check_wanted: it is not known whether the service accepts this till (`show_checked` takes the answer).
    """

    check_wanted = Signal()

    def __init__(
        self,
        counter: WorkerThread[Till],
        display: Display,
        cancel: Callable[[], None],
        has_left: threading.Event,
        parent: QObject | None = None,
    ) -> None:
        """Starts with no call.

        Args:
            counter: makes the calls.
            display: shows what is under way.
            cancel: ends the counter's call in flight, without waiting.
            has_left: set whenever a request of the counter has left.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._counter = counter
        self._display = display
        self._cancel = cancel
        self._has_left = has_left
        self._current: QObject | None = None
        self._slow = once(self, SLOW_AFTER, self._on_slow)

    def warm_up(self) -> None:
        """Opens the connection in advance. No one waits for that."""
        self._counter.ask(self._on_warm, self._on_not_warm, Till.warm_up)

    def begin(
        self,
        busy: Busy,
        on_answer: Callable[[AnswerT], None],
        on_failure: Callable[[Failure], None],
        method: Callable[Concatenate[Till, P], AnswerT],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Makes a call, and shows meanwhile what is under way.

        The answer goes to `on_answer` or `on_failure`, unless the call was given up. The answer to a redemption always
        does: it is never dropped, however long it took and whatever the window shows by then.
        """
        call = _PendingCall(self, on_answer, on_failure, is_redemption=busy is Busy.REDEEMING)
        self._current = call
        # First, so that the window is drawn while the service works. The answer comes as an event of its own.
        self._has_left.clear()
        self._counter.ask(call.on_answer, call.on_failure, method, *args, **kwargs)
        self._has_left.wait(_HEAD_START)
        self._display.show(replace(self._display.screen, busy=busy, slow=False, notice=Notice()))
        self._slow.start()

    def give_up(self) -> None:
        """Ends what is under way. Its answer is no longer wanted."""
        if self._display.screen.busy is not None:
            self._cancel()
        self._current = None
        self._slow.stop()

    @contextmanager
    def delivering(self, call: _PendingCall[AnswerT]) -> Iterator[bool]:
        """Ends a call, and yields True if its answer is wanted. Changes within the block may move the focus."""
        call.deleteLater()
        if call is not self._current:
            yield call.is_redemption
            return
        self._current = None
        self._slow.stop()
        with self._display.moving_focus(Cause.ANSWER):
            # The end of the call is drawn together with the answer.
            self._display.prepare(replace(self._display.screen, busy=None, slow=False))
            try:
                yield True
            finally:
                self._display.finish()

    def note_good_status(self) -> None:
        """Notes that the service has answered, to be drawn with the answer. A redemption shows it by its outcome."""
        self._display.prepare(replace(self._display.screen, status=self._display.good_status))

    def show_good_status(self) -> None:
        """Shows that the service has answered."""
        self._display.show(replace(self._display.screen, status=self._display.good_status))

    @Slot(object)
    def _on_warm(self, is_open: bool) -> None:  # noqa: FBT001 - an answer has one argument
        screen = self._display.screen
        if screen.busy is not None:
            return
        if not is_open:
            self._display.show(replace(screen, status=ServiceStatus.OFFLINE))
        elif self._display.training:
            self.show_good_status()
        if not self._display.training and self._display.screen.status is not ServiceStatus.CONNECTED:
            # An open connection proves nothing: a web filter opens one too, and a password may be wrong.
            self.check_wanted.emit()

    @Slot(object)
    def show_checked(self, failure: Failure | None) -> None:
        """Shows whether the service accepts this till. A call under way shows that by itself."""
        if self._display.screen.busy is not None:
            return
        if failure is None:
            self.show_good_status()
        else:
            self._display.show_status_of(failure)

    @Slot(object)
    def _on_not_warm(self, _failure: Failure) -> None:
        """Ignores the failure. The next call reports what is wrong."""

    @Slot()
    def _on_slow(self) -> None:
        screen = self._display.screen
        if screen.busy is None:
            return
        status = screen.status if self._display.training else ServiceStatus.SLOW
        if screen.busy is Busy.REDEEMING and screen.panel is Panel.SUPERVISOR:
            # The time may be that of checking the PIN on a slow computer. Then nothing has been sent yet.
            status = screen.status
            text = self.tr(
                "This takes longer than usual. Please wait until the till says whether the points were redeemed."
            )
        elif screen.busy is Busy.REDEEMING:
            text = self.tr(
                "The service is slow. Please wait: the till is finding out whether the points were redeemed."
            )
        else:
            text = self.tr("The service is slow. Wait a little longer, or press Esc to go back.")
        self._display.show(replace(screen, slow=True, status=status, notice=Notice("wait", text)))


class _PendingCall(QObject, Generic[AnswerT]):
    """A call under way, and the methods that take its answer."""

    def __init__(
        self,
        calls: CounterCalls,
        on_answer: Callable[[AnswerT], None],
        on_failure: Callable[[Failure], None],
        *,
        is_redemption: bool,
    ) -> None:
        super().__init__(calls)
        self.is_redemption = is_redemption
        self._calls = calls
        self._on_answer = on_answer
        self._on_failure = on_failure

    @Slot(object)
    def on_answer(self, answer: AnswerT) -> None:
        """Delivers the answer, if it is still wanted."""
        with self._calls.delivering(self) as is_wanted:
            if not is_wanted:
                return
            if not self.is_redemption:
                self._calls.note_good_status()
            self._on_answer(answer)

    @Slot(object)
    def on_failure(self, failure: Failure) -> None:
        """Delivers the failure, if it is still wanted."""
        with self._calls.delivering(self) as is_wanted:
            if is_wanted:
                self._on_failure(failure)
