"""Runs the till's services on threads of their own, and brings each answer back, typed, to the method that asked."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, Signal, Slot
from shiboken6 import isValid

from desktop.domain.failures import Failure, Unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

LEFT_RUNNING: list[QObject] = []
"""Workers whose thread did not end in time, and their sessions. A `QThread` that is destroyed while it runs aborts the
program, and the thread must not be the one that lets go of a window last, which deletes it."""


class Service(Protocol):
    """What a worker works with: the connection and the journal of one thread."""

    def close(self) -> None:
        """Releases what the service holds. Called in the worker's thread."""


ServiceT = TypeVar("ServiceT", bound=Service)
AnswerT = TypeVar("AnswerT")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class _Request(Generic[ServiceT]):
    """A method of a service to be called in its thread.

    Attributes:
        number: of the request, for the log.
        name: of the method, for the log.
        call: calls the method, and returns what delivers its answer on the GUI thread.
        on_failure: takes a failure on the GUI thread.
    """

    number: int
    name: str
    call: Callable[[ServiceT], Callable[[], None]]
    on_failure: Callable[[Failure], None]


class _Worker(QObject, Generic[ServiceT]):
    """Calls the methods, in the worker's thread.

    Every slot catches everything. A failure comes back as itself. A mistake in the program is logged in full and comes
    back as `Unexpected`.

    Signals:
        opened: the service is open, or the failure that prevents it (`Failure | None`).
        answered: what delivers an answer (`Callable[[], None]`), one for every request, in their order.
    """

    opened = Signal(object)
    answered = Signal(object)

    def __init__(self, name: str, open_service: Callable[[], ServiceT]) -> None:
        super().__init__()
        self._name = name
        self._open_service = open_service
        self._service: ServiceT | None = None
        self._failure: Failure | None = None

    @Slot()
    def open(self) -> None:
        """Opens the service, unless it is open."""
        self._name_thread()
        if self._service is None:
            try:
                self._service = self._open_service()
                self._failure = None
            except Failure as failure:
                _log.warning("not opened: %s", failure)
                self._failure = failure
            except Exception:  # noqa: BLE001 - no exception may leave a slot; it is logged in full
                _log.exception("not opened")
                self._failure = Unexpected()
        self.opened.emit(self._failure)

    @Slot(object)
    def perform(self, request: _Request[ServiceT]) -> None:
        """Runs one request, and emits what delivers its answer."""
        self._name_thread()
        if self._service is None:
            self.answered.emit(partial(request.on_failure, self._failure or Unexpected()))
            return
        try:
            deliver = request.call(self._service)
        except Failure as failure:
            _log.info("request %d, %s: %s", request.number, request.name, failure)
            deliver = partial(request.on_failure, failure)
        except Exception:  # noqa: BLE001 - no exception may leave a slot; it is logged in full
            _log.exception("request %d, %s failed", request.number, request.name)
            deliver = partial(request.on_failure, Unexpected())
        self.answered.emit(deliver)

    @Slot()
    def end(self) -> None:
        """Ends the thread. Requests that were made before have been answered."""
        self.thread().quit()

    @Slot()
    def close(self) -> None:
        """Closes the service. This is the last call in the thread."""
        self._name_thread()
        service, self._service = self._service, None
        if service is None:
            return
        try:
            service.close()
        except Exception:  # noqa: BLE001 - no exception may leave a slot; it is logged in full
            _log.exception("not closed")

    def _name_thread(self) -> None:
        """Tells Python the name of the thread for the log. Since Python 3.13 it forgets it after each call."""
        threading.current_thread().name = self._name


class WorkerThread(QObject, Generic[ServiceT]):
    """A worker with its thread, as the GUI thread sees it.

    Signals:
        opened: the service is open, or the failure that prevents it (`Failure | None`). On the GUI thread.
    """

    opened = Signal(object)
    _open = Signal()
    _ask = Signal(object)
    _last = Signal()

    def __init__(self, name: str, open_service: Callable[[], ServiceT], parent: QObject | None = None) -> None:
        """Creates the thread. Nothing runs before `open`.

        Args:
            name: of the thread, for logs.
            open_service: creates the service, in the worker's thread.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._requests = 0
        self._is_finished = False
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = _Worker(name, open_service)
        self._worker.moveToThread(self._thread)
        self._open.connect(self._worker.open)
        self._ask.connect(self._worker.perform)
        self._last.connect(self._worker.end)
        self._worker.opened.connect(self._on_opened)
        self._worker.answered.connect(self._on_answered)

    def open(self) -> None:
        """Starts the thread if it is not running, and opens the service. Has no effect after `finish`."""
        if self._is_finished:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._open.emit()

    def ask(
        self,
        on_answer: Callable[[AnswerT], None],
        on_failure: Callable[[Failure], None],
        method: Callable[Concatenate[ServiceT, P], AnswerT],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Calls a method of the service in its thread.

        Args:
            on_answer: takes what the method returns, on the GUI thread. A method of a QObject, so that it is not called
                after the object is gone.
            on_failure: takes the failure that the method raises; likewise.
            method: of the service. It must not touch the window.
            *args: of the method; frozen values.
            **kwargs: likewise.

        Raises:
            TypeError: `on_answer` or `on_failure` is not a method of a QObject.
        """
        _check_slot(on_answer)
        _check_slot(on_failure)

        def call(service: ServiceT) -> Callable[[], None]:
            return partial(_deliver, on_answer, method(service, *args, **kwargs))

        self._requests += 1
        name = getattr(method, "__qualname__", "a method")
        self._ask.emit(_Request(self._requests, name, call, partial(_deliver, on_failure)))

    def finish(self, within: int, *, after_requests: bool = False) -> bool:
        """Ends the thread, and delivers its last answers. Returns True if it ended in time.

        Args:
            within: milliseconds to wait for it.
            after_requests: True to do what was asked before. Otherwise requests that wait are dropped.
        """
        self._is_finished = True
        if not self._thread.isRunning():
            return True
        self._thread.finished.connect(self._worker.close, Qt.ConnectionType.DirectConnection)
        if after_requests:
            self._last.emit()
        else:
            self._thread.quit()
        ended = self._thread.wait(within)
        if not ended:
            LEFT_RUNNING.append(self)
        # A redemption that was cut off has an outcome, even if it is unknown. The caller must hear it.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self._worker.answered.disconnect(self._on_answered)
        self._worker.opened.disconnect(self._on_opened)
        return ended

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        self.opened.emit(failure)

    @Slot(object)
    def _on_answered(self, deliver: Callable[[], None]) -> None:
        deliver()


def _check_slot(slot: Callable[[AnswerT], None]) -> None:
    if not isinstance(getattr(slot, "__self__", None), QObject):
        raise TypeError("an answer goes to a method of a QObject")


def _deliver(slot: Callable[[AnswerT], None], answer: AnswerT) -> None:
    if isValid(getattr(slot, "__self__", None)):
        slot(answer)
