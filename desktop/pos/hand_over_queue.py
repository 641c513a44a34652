"""Serves the POS's hand-overs one after the other, and reports each outcome as soon as it is known."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.exit_codes import ExitCode
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import Attempt, State
from desktop.domain.result_line import line_of, while_giving_back
from desktop.domain.result_record import exit_code, result
from desktop.domain.reversal import ReversalState
from desktop.pos import result_file
from desktop.pos.hand_over import facts_of, nothing_done
from desktop.pos.reports import Report
from desktop.pos.served_queue import ServedQueue
from desktop.pos.start_arguments import print_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal
    from pathlib import Path

    from desktop.domain.reversal import Reversal
    from desktop.pos.counter import Counter
    from desktop.pos.hand_over import HandOver
    from desktop.pos.start_arguments import StartArguments

_log = logging.getLogger(__name__)

MAX_WAITING = 20
"""Hand-overs that can wait while a customer is served. The next one is rejected, and its caller is told."""

TOO_MANY = f"{MAX_WAITING} hand-overs are already waiting at the till. Nothing was done. Try again later."
"""Why it is rejected, in English for the POS."""

_REPORTED_AT_ONCE = frozenset({State.REDEEMED, State.REVERSED})
"""States that are final for the POS, whatever the cashier does next."""

_NOT_REDEEMED = frozenset({State.REFUSED, State.NOT_SENT, State.NOT_APPLIED})

_NEWS = ("outcome", "reversed_points")
"""Fields of a result that is told again if one of them has changed."""

_WRITTEN_AT_ONCE = frozenset({State.UNKNOWN, State.NOT_APPLIED})
"""States that are written to the file at once, and reported when the cashier has finished."""


class HandOvers(ServedQueue):
    """Serves hand-overs one after the other, and never interrupts another customer.

    A redemption is reported at once, and again if points of it are given back before the cashier has finished. While it
    is not known whether they are back, the outcome is unknown: it can be less that is to be taken off the bill. A
    refusal is reported when the cashier has finished, because the next try may succeed, and a POS that was told
    'refused' would not take the points off the bill. The same holds for 'not applied'. 'Not applied' and unknown
    outcomes are also written to the file at once, so that they survive a power cut. The final outcome replaces them. A
    file that could not be written is tried again when the cashier has finished, and not later: by then the POS may use
    it for the next bill.

    Signals:
        finished: the cashier has finished with the customer that this program was started for, and no other waits.
        opened: a hand-over is shown at the counter (`HandOver`).

    Attributes:
        code: the exit code of the program, if it was started for a hand-over; None otherwise.
    """

    def __init__(self, counter: Counter, tell: Callable[[Report], None], parent: QObject | None = None) -> None:
        """Connects to the counter.

        Args:
            counter: the window in which customers are served.
            tell: has an outcome told (`Reports.add`).
            parent: the Qt parent.
        """
        super().__init__(parent)
        self._counter = counter
        self._tell = tell
        self._queue: deque[HandOver] = deque()
        self._reported: dict[str, str | None] | None = None
        self._last: Attempt | None = None
        self._tried: dict[str, Attempt] = {}
        self._is_clearing = False
        self._is_unwritten = False
        self._maybe_back: set[str] = set()
        counter.attempt_known.connect(self._on_attempt)
        counter.reversal_known.connect(self._on_reversal)
        counter.customer_done.connect(self._on_customer_done)
        counter.next_bill_requested.connect(self.open_next)

    def take(self, hand_over: HandOver) -> bool:
        """Opens a hand-over at once if no customer is served and no number is being typed. Queues it otherwise.

        Returns:
            False if the queue is full. The caller has then been told.
        """
        if hand_over.by_link and self._is_known(hand_over.prefill):
            # This is a second click on the same link. A program that hands over twice gets two answers instead.
            self._counter.say("info", self.tr("This bill has been handed over already."))
            return True
        if self._current is None and self._counter.is_idle:
            self._queue.append(hand_over)
            self._serve_next()
            return True
        if len(self._queue) >= MAX_WAITING:
            self._reject(hand_over)
            return False
        self._queue.append(hand_over)
        _log.info("hand-over waits", extra={"facts": facts_of(hand_over)})
        self._show_waiting()
        return True

    @Slot()
    def open_next(self) -> None:
        """Opens the bill that waits, because the cashier wants it now. Has no effect while a bill is being served."""
        if self._current is None:
            self._serve_next()

    def _show_waiting(self) -> None:
        """Says which bill opens next, until it is opened."""
        self._counter.show_waiting([one.prefill.bill for one in self._queue])

    @property
    def is_busy(self) -> bool:
        """True if a hand-over is at the counter or waits."""
        return bool(self._open)

    @property
    def _open(self) -> list[HandOver]:
        """The hand-over at the counter, and those in the queue."""
        return [*([self._current] if self._current is not None else []), *self._queue]

    def _is_known(self, prefill: Prefill) -> bool:
        if prefill.bill:
            return any(one.prefill.bill == prefill.bill for one in self._open)
        return any(one.prefill == prefill for one in self._open)

    def _reject(self, hand_over: HandOver) -> None:
        _log.warning("rejected a hand-over: %d are waiting already", len(self._queue))
        self._counter.say(
            "wait", self.tr("Too many bills are waiting. The newest one was not accepted: hand it over again later.")
        )
        record = nothing_done(hand_over) | {"message": TOO_MANY}
        self._tell(report_of(hand_over, record, ExitCode.CANCELLED, error=TOO_MANY))

    @Slot(str)
    def note_not_written(self, path: str) -> None:
        """The POS's file could not be written."""
        if self._current is not None and self._current.result == path:
            self._is_unwritten = True

    def withdraw(self, is_meant: Callable[[HandOver], bool]) -> bool | None:
        """Takes back the hand-overs that are meant, because the POS no longer needs them.

        Returns:
            None if there is none. False if one is being redeemed, was tried, or the cashier is answering a question
            about it.
        """
        waiting = [one for one in self._queue if is_meant(one)]
        for one in waiting:
            self._queue.remove(one)
            self._tell(report_of(one, nothing_done(one), ExitCode.CANCELLED))
        if waiting:
            self._show_waiting()
        current = self._current
        if current is None or not is_meant(current):
            return True if waiting else None
        if self._is_sent or self._is_in_doubt:
            return False
        self._counter.withdraw_customer()
        return self._current is not current

    def release(self) -> list[HandOver]:
        """Gives back the hand-overs that can move to another window: all but the one that was tried to be redeemed."""
        moving = list(self._queue)
        if self._current is not None and self._last is None and not self._counter.screen.is_redeeming:
            moving.insert(0, self._current)
            self._current = None
        for one in moving:
            _log.info("hand-over goes to another window", extra={"facts": facts_of(one)})
        self._queue.clear()
        self._show_waiting()
        return moving

    def conclude_early(self) -> None:
        """Reports what can be reported while the workers still work: everything, unless points are being moved."""
        if not (self._counter.screen.is_redeeming or self._gives_back):
            self.conclude()

    def conclude(self) -> None:
        """Reports the outcome of every hand-over that is left. Call it after the workers have ended."""
        if self._current is not None:
            self._report_end(self._current)
            self._current = None
        while self._queue:
            waiting = self._queue.popleft()
            self._forget_last()
            self._report_end(waiting)

    def _serve_next(self) -> None:
        if not self._queue:
            return
        following = self._queue.popleft()
        self._show_waiting()
        self._forget_last()
        # Clearing the window emits `customer_done`, but no customer has finished.
        self._is_clearing = True
        _log.info("hand-over opened", extra={"facts": facts_of(following)})
        self._counter.hand_over(replace(following.prefill, hand_over=following.id))
        self._is_clearing = False
        self._current = following
        self.opened.emit(following)

    def _forget_last(self) -> None:
        """Forgets what was known of the hand-over before."""
        self._reported = None
        self._last = None
        self._tried.clear()
        self._maybe_back.clear()
        self._is_unwritten = False

    @Slot(object)
    def _on_attempt(self, attempt: Attempt) -> None:
        if self._current is None:
            return
        shown = self._counter.screen.attempt
        is_shown = shown is not None and shown.reference == attempt.reference
        before = self._tried.get(attempt.reference)
        if is_shown or before is not None:
            self._tried[attempt.reference] = attempt
        if _back(attempt) != _back(before):
            self._maybe_back.discard(attempt.reference)
        if not is_shown:
            return
        self._last = attempt
        if attempt.state in _REPORTED_AT_ONCE:
            self._report(self._current, self._record())
        elif attempt.state in _WRITTEN_AT_ONCE and self._current.is_remembered:
            self._tell(
                replace(
                    report_of(self._current, self._record(), self._exit_code(), attempt),
                    caller=None,
                    prints=False,
                    is_done=False,
                )
            )

    @Slot(object)
    def _on_reversal(self, reversal: Reversal) -> None:
        current, last = self._current, self._last
        if current is None or last is None or reversal.reference not in self._tried:
            return
        if reversal.is_open or reversal.state is ReversalState.REVERSED:
            # What is back is known once the redemption has been read again, which follows if its receipt is shown.
            self._maybe_back.add(reversal.reference)
        else:
            self._maybe_back.discard(reversal.reference)
        is_last = reversal.reference == last.reference
        if is_last and last.state in _REPORTED_AT_ONCE and reversal.state is not ReversalState.REVERSED:
            self._report(current, self._record())

    @property
    def _gives_back(self) -> bool:
        """True while points of the redemption at the counter are being given back."""
        return self._last is not None and self._counter.gives_back(self._last.reference)

    @Slot(object)
    def _on_customer_done(self, _attempt: object) -> None:
        if self._is_clearing:
            return
        current, self._current = self._current, None
        if current is None:
            self._serve_next()
            return
        self._report_end(current)
        if self._queue:
            self._serve_next()
        elif self._own_is_done:
            self.finished.emit()

    def _report_end(self, hand_over: HandOver) -> None:
        if self._last is not None and self._last.state in _NOT_REDEEMED:
            # An earlier try may have turned out to have moved the points, while the cashier was at the next one.
            moved = (one for one in self._tried.values() if one.state is State.REDEEMED)
            self._last = next(moved, self._last)
        if self._gives_back and self._last is not None:
            self._maybe_back.add(self._last.reference)
        self._own_is_done = self._own_is_done or hand_over.is_own
        if hand_over.is_own:
            # Set the exit code first: it tells the outcome even if a file or a pipe fails.
            self.code = self._exit_code()
        self._report(hand_over, self._record(hand_over), is_over=True)

    def _record(self, hand_over: HandOver | None = None) -> dict[str, str | None]:
        prefill = hand_over.prefill if hand_over is not None else Prefill()
        record = result(self._outcome, mobile=prefill.mobile, bill=prefill.bill, at=_now())
        if self._is_in_doubt:
            return record | {"outcome": "unknown"}
        return while_giving_back(record) if self._is_part_unknown else record

    def _exit_code(self) -> ExitCode:
        return ExitCode.UNKNOWN if self._is_in_doubt or self._is_part_unknown else exit_code(self._last)

    @property
    def _is_part_unknown(self) -> bool:
        """True if points were redeemed, and it is not known whether some of them are back."""
        last = self._last
        return last is not None and last.state is State.REDEEMED and last.reference in self._maybe_back

    @property
    def _is_sent(self) -> bool:
        """True if a redemption of this bill may have left the till."""
        return any(one.state is not State.NOT_SENT or one.is_unproved for one in self._tried.values())

    @property
    def _outcome(self) -> Attempt | None:
        """The attempt that is the outcome; None if nothing was sent, or it is not known what was sent last."""
        return None if self._is_in_doubt else self._last

    @property
    def _is_in_doubt(self) -> bool:
        """True if a redemption was started and its worker never answered, for example because the disk hangs.

        An earlier try of the same bill may have been refused.
        """
        screen = self._counter.screen
        return self._current is not None and screen.is_redeeming and screen.attempt is None

    def _report(self, hand_over: HandOver, record: dict[str, str | None], *, is_over: bool = False) -> None:
        """Has an outcome told, unless it is no news.

        Args:
            hand_over: whose.
            record: the result.
            is_over: True if the cashier has finished. Until then the points may be given back, and if the till is
                killed meanwhile, the next start must look whether they were.
        """
        before = self._reported
        is_again = before is not None and all(before[name] == record[name] for name in _NEWS)
        is_news = not is_again or self._is_unwritten
        if is_news:
            self._reported, self._is_unwritten = record, False
            told = {"outcome": record["outcome"], "reference": record["external_reference_number"]}
            _log.info("hand-over answered", extra={"facts": facts_of(hand_over) | told})
        elif not (is_over and hand_over.is_remembered):
            return
        report = report_of(hand_over, record, self._exit_code(), self._outcome)
        self._tell(
            replace(
                report,
                # Without the file if it is no news: the POS may have taken it away.
                path=report.path if is_news else "",
                caller=None if is_again else report.caller,
                prints=before is None and report.prints,
                is_done=is_over,
                is_again=is_again,
            )
        )


def report_of(
    hand_over: HandOver,
    record: Mapping[str, str | None],
    code: ExitCode,
    attempt: Attempt | None = None,
    *,
    reversal: Reversal | None = None,
    error: str = "",
) -> Report:
    """Returns what the POS is told of a hand-over.

    Args:
        hand_over: a bill, or a request to give points back.
        record: the result.
        code: the exit code that goes with it.
        attempt: the redemption that it is about; None if nothing was sent.
        reversal: the reversal of it that it is about; None for the redemption itself.
        error: why nothing was handed over; empty if it was.
    """
    return Report(
        record=record,
        path=hand_over.result,
        code=code,
        reference="" if attempt is None else attempt.reference,
        reversal_id="" if reversal is None else reversal.id,
        caller=hand_over.caller,
        prints=hand_over.is_own,
        error=error,
        hand_over_id=hand_over.id,
    )


def report_cancelled(arguments: StartArguments, own: Sequence[Path], earlier: Mapping[str, str | None] | None) -> None:
    """Tells the POS that the window was closed before it was ready, on standard output and in the POS's file.

    Args:
        arguments: what was handed over.
        own: the till's own folders (`paths.own_folders`).
        earlier: the result of an earlier redemption of the bill; None if there is none.

    Raises:
        OSError: the file cannot be written.
    """
    nothing = result(None, mobile=arguments.mobile or "", bill=arguments.bill or "", at=_now())
    cancelled = {**nothing, "external_reference_number": arguments.give_back, "earlier": earlier}
    print_record(cancelled)
    if arguments.result is not None:
        result_file.write(arguments.result, line_of(cancelled).encode(), own)


def _back(attempt: Attempt | None) -> Decimal | None:
    """Returns how many points of a redemption are back; None if it is not redeemed, or not any more."""
    return attempt.reversed_points if attempt is not None and attempt.state is State.REDEEMED else None


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
