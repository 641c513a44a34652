"""Serves the POS's requests to give points back, one after the other, and reports each outcome."""

from __future__ import annotations

import logging
from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.exit_codes import ExitCode
from desktop.domain.result_record import exit_code_of_reversal, result, reversal_result
from desktop.domain.reversal import ReversalState
from desktop.pos.hand_over import MAX_WAITING, facts_of, print_record
from desktop.pos.single_instance import SecondStartServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.pos.hand_over import HandOver

_log = logging.getLogger(__name__)


class GiveBackDesk(Protocol):
    """The page that gives points back, as the POS's requests need it. Lives on the GUI thread."""

    @property
    def known(self) -> SignalInstance:
        """Emitted with a redemption and a reversal of it whose state has changed (`Attempt`, `Reversal`)."""

    @property
    def refused(self) -> SignalInstance:
        """Emitted if nothing can be given back of what was opened: outcome, code and message, all texts."""

    @property
    def closed(self) -> SignalInstance:
        """Emitted when the cashier leaves the page of a request."""

    @property
    def freed(self) -> SignalInstance:
        """Emitted when a request may have become possible: the till is ready, or a customer is done."""

    @property
    def is_free(self) -> bool:
        """True if the till is ready and a request interrupts no customer."""

    @property
    def is_giving(self) -> bool:
        """True while points are being given back."""

    def open(self, reference: str, points: str) -> None:
        """Shows the page for a redemption, with the amount filled in. Gives nothing back by itself.

        Args:
            reference: of the redemption.
            points: plain digits with `.` as decimal mark; empty if the cashier enters them.
        """


class GiveBacks(QObject):
    """Serves the requests. A customer at the counter is never interrupted.

    Points that are back are reported at once. An unknown outcome is written to the file at once, and reported when the
    cashier leaves the page. If it becomes known later in this window, the file is rewritten.

    Signals:
        finished: the cashier has left the page that this program was started for, and no other request waits.

    Attributes:
        code: the exit code of the program, if it was started for a request; None otherwise.
    """

    finished = Signal()

    def __init__(
        self, desk: GiveBackDesk, write: Callable[[dict[str, str | None], str], None], parent: QObject | None = None
    ) -> None:
        """Connects to the page.

        Args:
            desk: the page.
            write: starts writing a record to a file on another thread.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self.code: ExitCode | None = None
        self._desk = desk
        self._write = write
        self._queue: deque[HandOver] = deque()
        self._current: HandOver | None = None
        self._known: tuple[Attempt, Reversal] | None = None
        self._refusal: tuple[str, str, str] | None = None
        self._is_reported = False
        self._files: dict[str, str] = {}
        self._own_is_done = False
        desk.known.connect(self._on_known)
        desk.refused.connect(self._on_refused)
        desk.closed.connect(self._on_closed)
        desk.freed.connect(self._serve_next)

    @property
    def is_busy(self) -> bool:
        """True if a request is open or waits."""
        return self._current is not None or bool(self._queue)

    def take(self, request: HandOver) -> bool:
        """Opens a request at once if that interrupts no customer. Queues it otherwise.

        Returns:
            False if the queue is full. The caller has then been told.
        """
        if request.is_own:
            self.code = ExitCode.CANCELLED
        if len(self._queue) >= MAX_WAITING:
            self._tell(request, self._nothing_done(request), ExitCode.CANCELLED)
            return False
        self._queue.append(request)
        self._serve_next()
        if self._queue:
            _log.info("hand-over waits", extra={"facts": facts_of(request)})
        return True

    def withdraw(self) -> list[HandOver]:
        """Gives back the requests that can move to another window: all of them, unless a reversal was tried."""
        if self._known is not None or self._desk.is_giving:
            return []
        waiting = [*([self._current] if self._current is not None else []), *self._queue]
        for one in waiting:
            _log.info("hand-over goes to another window", extra={"facts": facts_of(one)})
        self._current = None
        self._queue.clear()
        return waiting

    def conclude(self) -> None:
        """Reports the outcome of every request that is left. Call it after the workers have ended."""
        if self._current is not None:
            self._report()
            self._current = None
        while self._queue:
            self._begin(self._queue.popleft())
            self._report()
            self._current = None

    @Slot()
    def _serve_next(self) -> None:
        if self._current is None and self._queue and self._desk.is_free:
            following = self._queue.popleft()
            self._begin(following)
            _log.info("hand-over opened", extra={"facts": facts_of(following)})
            self._desk.open(following.give_back, following.prefill.points)

    def _begin(self, request: HandOver) -> None:
        self._current = request
        self._known, self._refusal, self._is_reported = None, None, False

    @Slot(object, object)
    def _on_known(self, attempt: Attempt, reversal: Reversal) -> None:
        path = self._files.get(reversal.id, "")
        if path and not reversal.is_open:
            # The POS was told that it was not known.
            del self._files[reversal.id]
            self._write(reversal_result(attempt, reversal), path)
            return
        current = self._current
        if current is None or attempt.reference != current.give_back or self._is_reported:
            return
        self._known = (attempt, reversal)
        if reversal.state is ReversalState.REVERSED:
            self._report()
        elif reversal.is_open and current.result:
            self._write(self._record(current), current.result)

    @Slot(str, str, str)
    def _on_refused(self, outcome: str, code: str, message: str) -> None:
        if self._current is not None:
            self._refusal = (outcome, code, message)

    @Slot()
    def _on_closed(self) -> None:
        current = self._current
        if current is None:
            return
        self._report()
        self._current = None
        self._own_is_done = self._own_is_done or current.is_own
        self._serve_next()
        if self._own_is_done and not self.is_busy:
            self.finished.emit()

    def _report(self) -> None:
        current = self._current
        if current is None or self._is_reported:
            return
        self._is_reported = True
        code, record = self._exit_code(), self._record(current)
        if current.is_own:
            # Set the exit code first: it tells the outcome even if a file or a pipe fails.
            self.code = code
        if self._known is not None and self._known[1].is_open and current.result:
            self._files[self._known[1].id] = current.result
        self._tell(current, record, code)

    def _tell(self, request: HandOver, record: dict[str, str | None], code: ExitCode) -> None:
        _log.info("hand-over answered", extra={"facts": facts_of(request) | {"outcome": record["outcome"]}})
        if request.result:
            self._write(record, request.result)
        if request.caller is not None:
            SecondStartServer.answer(request.caller, {"record": record, "code": int(code)})
        elif request.is_own:
            print_record(record)

    def _exit_code(self) -> ExitCode:
        if self._known is not None:
            return exit_code_of_reversal(self._known[1])
        if self._desk.is_giving:
            # The worker never answered, for example because the disk hangs.
            return ExitCode.UNKNOWN
        return ExitCode.CANCELLED if self._refusal is None else ExitCode.NOT_REDEEMED

    def _record(self, request: HandOver) -> dict[str, str | None]:
        if self._known is not None:
            return reversal_result(*self._known)
        record = self._nothing_done(request)
        if self._desk.is_giving:
            return record | {"outcome": "unknown"}
        if self._refusal is not None:
            outcome, code, message = self._refusal
            return record | {"outcome": outcome, "code": code or None, "message": message or None}
        return record

    @staticmethod
    def _nothing_done(request: HandOver) -> dict[str, str | None]:
        at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
        points = request.prefill.points or None
        return result(None, at=at) | {"external_reference_number": request.give_back, "points_requested": points}
