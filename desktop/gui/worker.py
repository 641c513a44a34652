"""Owns the threads beside the painting one: each carries out operations on a desk of its own, one after the other."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, Signal, Slot

from desktop.domain.failures import Failure, Unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

_LEFT: list[QObject] = []
"""Crews whose thread did not end in time: a `QThread` that is forgotten while it runs aborts the program."""

DeskT = TypeVar("DeskT")
DeskT_contra = TypeVar("DeskT_contra", contravariant=True)


class Desk(Protocol):
    """What a worker works at: connection and journal of one thread."""

    def close(self) -> None:
        """Gives back what the desk holds; called in the worker's thread."""


class Operation(Protocol[DeskT_contra]):
    """A named piece of work, frozen. It runs in the worker's thread and must not touch the window."""

    def carry_out(self, desk: DeskT_contra, /) -> object:
        """Does the work; raises `Failure` where something expected went wrong."""


@dataclass(frozen=True, slots=True)
class Ask(Generic[DeskT]):
    """An operation with the number that its reply will carry."""

    number: int
    operation: Operation[DeskT]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of an operation.

    Attributes:
        number: of the ask.
        operation: what was asked.
        result: what it returned; None where it failed.
        failure: why it failed.
    """

    number: int
    operation: object
    result: Any = None
    failure: Failure | None = None


class Worker(QObject):
    """Carries out operations in its thread.

    Every slot catches everything: a failure goes out as itself, a mistake in the program is logged whole and goes out
    as `Unexpected`.

    Signals:
        opened: the desk is there, or the failure that is in its way (`Failure | None`).
        replied: a `Reply` for every ask, in their order.
    """

    opened = Signal(object)
    replied = Signal(object)

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._trouble: Failure | None = None

    @Slot()
    def open(self) -> None:
        """Opens the desk; again, where it could not be opened before."""
        if self._desk is not None:
            self.opened.emit(None)
            return
        try:
            self._desk = self._open_desk()
            self._trouble = None
        except Failure as failure:
            _log.warning("desk not opened: %s", failure)
            self._trouble = failure
        except Exception:  # noqa: BLE001 - no exception may leave a slot: it is logged whole
            _log.exception("desk not opened")
            self._trouble = Unexpected()
        self.opened.emit(self._trouble)

    @Slot(object)
    def perform(self, ask: Ask[Any]) -> None:
        """Carries one operation out and replies."""
        if self._desk is None:
            self.replied.emit(Reply(ask.number, ask.operation, failure=self._trouble or Unexpected()))
            return
        try:
            reply = Reply(ask.number, ask.operation, result=ask.operation.carry_out(self._desk))
        except Failure as failure:
            reply = Reply(ask.number, ask.operation, failure=failure)
        except Exception:  # noqa: BLE001 - no exception may leave a slot: it is logged whole
            _log.exception("%s failed", type(ask.operation).__name__)
            reply = Reply(ask.number, ask.operation, failure=Unexpected())
        self.replied.emit(reply)

    @Slot()
    def close(self) -> None:
        """Closes the desk, as the last thing in the thread."""
        desk, self._desk = self._desk, None
        if desk is None:
            return
        try:
            desk.close()
        except Exception:  # noqa: BLE001 - no exception may leave a slot: it is logged whole
            _log.exception("desk not closed")


class Crew(QObject, Generic[DeskT]):
    """A worker with its thread, as the painting thread sees it: asks go in, replies come out.

    Signals:
        opened: as the worker's, on the painting thread.
        replied: as the worker's, on the painting thread.
    """

    opened = Signal(object)
    replied = Signal(object)
    _open = Signal()
    _ask = Signal(object)

    def __init__(self, name: str, open_desk: Callable[[], DeskT], parent: QObject | None = None) -> None:
        """Makes the thread; nothing runs before `open`.

        Args:
            name: of the thread, for logs.
            open_desk: makes the desk, in the worker's thread.
            parent: owner.
        """
        super().__init__(parent)
        self._number = 0
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = Worker(open_desk)  # type: ignore[arg-type]  # a desk of any kind has close()
        self._worker.moveToThread(self._thread)
        self._open.connect(self._worker.open)
        self._ask.connect(self._worker.perform)
        self._worker.opened.connect(self._on_opened)
        self._worker.replied.connect(self._on_replied)

    def open(self) -> None:
        """Starts the thread where it does not run yet, and opens the desk."""
        if not self._thread.isRunning():
            self._thread.start()
        self._open.emit()

    def ask(self, operation: Operation[DeskT]) -> int:
        """Has an operation carried out; the number that its reply will carry."""
        self._number += 1
        self._ask.emit(Ask(self._number, operation))
        return self._number

    def finish(self, within: int) -> bool:
        """Ends the thread; whether it ended. What it answered at the last comes out as well.

        Args:
            within: milliseconds to wait for it.
        """
        if not self._thread.isRunning():
            return True
        self._thread.finished.connect(self._worker.close, Qt.ConnectionType.DirectConnection)
        self._thread.quit()
        ended = self._thread.wait(within)
        if not ended:
            _LEFT.append(self)
        # A redemption that was cut off has an outcome, if only that nobody knows: whoever waits for it must hear it.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self._worker.replied.disconnect(self._on_replied)
        self._worker.opened.disconnect(self._on_opened)
        return ended

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        self.opened.emit(failure)

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        self.replied.emit(reply)
