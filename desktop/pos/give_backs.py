"""Serves the POS's requests to give points back, one after the other, and reports each outcome."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from desktop.domain.exit_codes import ExitCode
from desktop.domain.result_record import exit_code_of_reversal, reversal_result
from desktop.domain.reversal import ReversalState
from desktop.pos.hand_over import facts_of, nothing_done
from desktop.pos.hand_over_queue import MAX_WAITING, TOO_MANY, report_of
from desktop.pos.served_queue import ServedQueue

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.pos.hand_over import HandOver
    from desktop.pos.reports import Report

_log = logging.getLogger(__name__)


_NOT_GIVEN_BACK = frozenset({ReversalState.REFUSED, ReversalState.NOT_SENT, ReversalState.NOT_APPLIED})


class GiveBackDesk(Protocol):
    """The page that gives points back, as the POS's requests need it. Lives on the GUI thread."""

    @property
    def known(self) -> SignalInstance:
        """Emitted with a redemption and a reversal of it whose state has changed (`Attempt`, `Reversal`)."""

    @property
    def refused(self) -> SignalInstance:
        """Emitted if nothing can be given back of what was opened: outcome, code and message, all texts.

        The outcome is `refused`, `not_sent` or `cancelled`.
        """

    @property
    def asked_again(self) -> SignalInstance:
        """Emitted when the cashier has the service asked once more. What was refused before does not count then."""

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

    def withdraw(self) -> None:
        """Leaves the page and says so, unless points are being given back. `closed` follows."""

    def open(self, reference: str, points: str, hand_over: str) -> None:
        """Shows the page for a redemption, with the amount filled in. Gives nothing back by itself.

        Args:
            reference: of the redemption.
            points: plain digits with `.` as decimal mark; empty if the cashier enters them.
            hand_over: the id of the hand-over, for the journal.
        """


class GiveBacks(ServedQueue):
    """Serves the requests. A customer at the counter is never interrupted.

    Points that are back are reported at once. An unknown outcome is written to the file at once, and reported when the
    cashier leaves the page. If the page is left while points are being given back, the outcome is awaited: without its
    reversal, the file could not be rewritten later.

    Signals:
        opened: the page of a request is shown (`HandOver`).
        finished: the cashier has left the page that this program was started for, and no other request waits.

    Attributes:
        code: the exit code of the program, if it was started for a request; None otherwise.
    """

    def __init__(self, desk: GiveBackDesk, tell: Callable[[Report], None], parent: QObject | None = None) -> None:
        """Connects to the page.

        Args:
            desk: the page.
            tell: has an outcome told (`Reports.add`).
            parent: the Qt parent.
        """
        super().__init__(parent)
        self._desk = desk
        self._tell = tell
        self._queue: deque[HandOver] = deque()
        self._known: tuple[Attempt, Reversal] | None = None
        self._tried: dict[str, tuple[Attempt, Reversal]] = {}
        self._refusal: tuple[str, str, str] | None = None
        self._is_reported = False
        self._is_left = False
        self._is_unwritten = False
        desk.known.connect(self._on_known)
        desk.refused.connect(self._on_refused)
        desk.asked_again.connect(self._on_asked_again)
        desk.closed.connect(self._on_closed)
        desk.freed.connect(self._on_freed)

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
            _log.warning("rejected a request to give points back: %d are waiting already", len(self._queue))
            record = nothing_done(request) | {"message": TOO_MANY}
            self._tell(report_of(request, record, ExitCode.CANCELLED, error=TOO_MANY))
            return False
        self._queue.append(request)
        self._serve_next()
        if self._queue:
            _log.info("hand-over waits", extra={"facts": facts_of(request)})
        return True

    def release(self) -> list[HandOver]:
        """Gives back the requests that can move to another window: all but the one of which a reversal was tried."""
        moving = list(self._queue)
        if self._current is not None and self._known is None and not self._desk.is_giving:
            moving.insert(0, self._current)
            self._current = None
        for one in moving:
            _log.info("hand-over goes to another window", extra={"facts": facts_of(one)})
        self._queue.clear()
        return moving

    @Slot(str)
    def note_not_written(self, path: str) -> None:
        """The POS's file could not be written. It is tried again when the cashier has left the page."""
        if self._current is not None and self._current.result == path:
            self._is_unwritten = True

    def withdraw(self, is_meant: Callable[[HandOver], bool]) -> bool | None:
        """Takes back the requests that are meant, because the POS no longer needs them.

        Returns:
            None if there is none. False if points are being given back, or that was tried.
        """
        waiting = [one for one in self._queue if is_meant(one)]
        for one in waiting:
            self._queue.remove(one)
            self._tell(report_of(one, nothing_done(one), ExitCode.CANCELLED))
        current = self._current
        if current is None or not is_meant(current):
            return True if waiting else None
        if self._known is not None or self._desk.is_giving:
            return False
        refusal, self._refusal = self._refusal, None
        self._desk.withdraw()
        if self._current is current:
            self._refusal = refusal
            return False
        return True

    def conclude_early(self) -> None:
        """Reports what can be reported while the workers still work: everything, unless points are being given back."""
        if not self._desk.is_giving:
            self.conclude()

    def conclude(self) -> None:
        """Reports the outcome of every request that is left. Call it after the workers have ended."""
        if self._current is not None:
            self._conclude(self._current)
        while self._queue:
            self._begin(following := self._queue.popleft())
            self._conclude(following)

    def _conclude(self, current: HandOver) -> None:
        self._report()
        self._current = None
        self._own_is_done = self._own_is_done or current.is_own

    @Slot()
    def _serve_next(self) -> None:
        if self._current is None and self._queue and self._desk.is_free:
            following = self._queue.popleft()
            self._begin(following)
            _log.info("hand-over opened", extra={"facts": facts_of(following)})
            self._desk.open(following.give_back, following.prefill.points, following.id)
            self.opened.emit(following)

    def _begin(self, request: HandOver) -> None:
        self._current = request
        self._known, self._refusal = None, None
        self._tried.clear()
        self._is_reported = self._is_left = self._is_unwritten = False

    @Slot(object, object)
    def _on_known(self, attempt: Attempt, reversal: Reversal) -> None:
        current = self._current
        if current is None or self._is_reported:
            return
        # The journal finds a reference in any letter case, so the POS may have written it in another one.
        if attempt.reference.casefold() != current.give_back.casefold():
            return
        if self._desk.is_giving:
            # Settling has found an earlier one. If it was a try of this request, it counts if the one under way fails.
            if reversal.id in self._tried:
                self._tried[reversal.id] = (attempt, reversal)
            return
        self._known = self._tried[reversal.id] = (attempt, reversal)
        if reversal.state in _NOT_GIVEN_BACK:
            happened = (one for one in self._tried.values() if one[1].state is ReversalState.REVERSED)
            self._known = attempt, reversal = next(happened, self._known)
        if reversal.state is ReversalState.REVERSED:
            self._report()
        elif reversal.is_open and current.is_remembered:
            report = report_of(current, self._record(current), self._exit_code(), attempt, reversal=reversal)
            self._tell(replace(report, caller=None, prints=False, is_done=False))
        if self._is_left:
            self._finish()

    @Slot(str, str, str)
    def _on_refused(self, outcome: str, code: str, message: str) -> None:
        if self._current is not None:
            self._refusal = (outcome, code, message)

    @Slot()
    def _on_asked_again(self) -> None:
        self._refusal = None

    @Slot()
    def _on_closed(self) -> None:
        self._is_left = self._current is not None
        self._on_freed()

    @Slot()
    def _on_freed(self) -> None:
        if not self._is_left:
            self._serve_next()
        elif not self._desk.is_giving:
            self._finish()

    def _finish(self) -> None:
        """Reports the outcome of a request whose page was left, and goes on with the next one."""
        current, self._is_left = self._current, False
        if current is None:
            return
        self._conclude(current)
        self._serve_next()
        if self._own_is_done and not self.is_busy:
            self.finished.emit()

    def _report(self) -> None:
        current = self._current
        if current is None or (self._is_reported and not self._is_unwritten):
            return
        is_again, self._is_reported, self._is_unwritten = self._is_reported, True, False
        code, record = self._exit_code(), self._record(current)
        if current.is_own:
            # Set the exit code first: it tells the outcome even if a file or a pipe fails.
            self.code = code
        _log.info("hand-over answered", extra={"facts": facts_of(current) | {"outcome": record["outcome"]}})
        # Which reversal is being given back is not known here, so the journal says it at the next start.
        attempt, reversal = (None, None) if self._known is None or self._desk.is_giving else self._known
        report = report_of(current, record, code, attempt, reversal=reversal)
        self._tell(replace(report, caller=None, prints=False, is_again=True) if is_again else report)

    def _exit_code(self) -> ExitCode:
        if self._desk.is_giving:
            # The worker never answered, for example because the disk hangs.
            return ExitCode.UNKNOWN
        if self._known is not None:
            return exit_code_of_reversal(self._known[1])
        is_refused = self._refusal is not None and self._refusal[0] != "cancelled"
        return ExitCode.NOT_REDEEMED if is_refused else ExitCode.CANCELLED

    def _record(self, request: HandOver) -> dict[str, str | None]:
        record = nothing_done(request)
        if self._desk.is_giving:
            return record | {"outcome": "unknown"}
        if self._known is not None:
            return reversal_result(*self._known)
        if self._refusal is not None:
            outcome, code, message = self._refusal
            return record | {"outcome": outcome, "code": code or None, "message": message or None}
        return record
