"""Serves hand-overs by the POS one after the other, and tells each caller the outcome as soon as it is known."""

from __future__ import annotations

import logging
import os
import sys
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.exit_codes import ExitCode
from desktop.domain.outcome import exit_code, line_of, result
from desktop.domain.redemption import Attempt, State
from desktop.gui.screen import Busy, Prefill
from desktop.handed_text import TextError, cleaned
from desktop.single_instance import Reception

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtNetwork import QLocalSocket

    from desktop.command_line import CommandLine
    from desktop.gui.controller import Controller

_log = logging.getLogger(__name__)

MOST_WAITING = 20
"""Hand-overs that wait while a customer is served. The next one is turned away, and its caller told so."""

_FINAL = frozenset({State.REDEEMED, State.REVERSED})
"""States that are told at once: the points are off the bill, whatever the cashier does next."""

_KEPT = frozenset({State.UNKNOWN, State.NOT_APPLIED})
"""States that are put into the file at once, and told when the cashier is done."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """A customer that the POS hands over.

    Attributes:
        prefill: what is filled in.
        result: the file for the outcome; empty for none.
        caller: the second start that waits; None if this program was started for it, or a link.
        by_link: a link handed it over while the window was open: no program waits for the outcome.
    """

    prefill: Prefill
    result: str
    caller: QLocalSocket | None = None
    by_link: bool = False

    @property
    def is_own(self) -> bool:
        """True if this program was started for it."""
        return self.caller is None and not self.by_link


class HandOvers(QObject):
    """Serves hand-overs one after the other, and never in the middle of another customer.

    A redemption is told at once. A refusal is told when the cashier is done, because the next try may succeed, and a
    POS that was told 'refused' would not take the points off the bill; so is 'not applied'. Both that and an unknown
    outcome are written to the file at once, so that a power cut leaves them there, and are replaced by what is known.

    Signals:
        finished: the customer that this program was started for is done, and nobody else waits.
    """

    finished = Signal()

    def __init__(self, controller: Controller, write: Callable[[dict[str, str | None], str], None]) -> None:
        """Begins to serve.

        Args:
            controller: the counter.
            write: has a record written to a file, off the painting thread.
        """
        super().__init__(controller)
        self.code = ExitCode.DONE
        self.unwritten: list[tuple[dict[str, str | None], str]] = []
        self._controller = controller
        self._write = write
        self._queue: deque[HandOver] = deque()
        self._current: HandOver | None = None
        self._told: dict[str, str | None] | None = None
        self._last: Attempt | None = None
        self._own_is_done = False
        self._beginning = False
        controller.attempt_known.connect(self._on_attempt)
        controller.customer_done.connect(self._on_customer_done)

    def take(self, hand_over: HandOver) -> bool:
        """Takes a customer on: at once if no one is served and no number is being typed, else afterwards.

        Returns:
            False if too many wait already. The caller has then been told.
        """
        if hand_over.by_link and self._is_known(hand_over.prefill):
            # A second click on the same link: a program that hands over twice waits twice, and is told twice.
            self._controller.say("info", self.tr("This bill has been handed over already."))
            return True
        if self._current is None and self._controller.is_idle:
            self._queue.append(hand_over)
            self._serve_next()
            return True
        if len(self._queue) >= MOST_WAITING:
            self._turn_away(hand_over)
            return False
        self._queue.append(hand_over)
        self._controller.say(
            "info", self.tr("The next bill has been handed over. It opens when this customer is done.")
        )
        return True

    def _is_known(self, prefill: Prefill) -> bool:
        taken = [*([self._current] if self._current is not None else []), *self._queue]
        if prefill.bill:
            return any(one.prefill.bill == prefill.bill for one in taken)
        return any(one.prefill == prefill for one in taken)

    def _turn_away(self, hand_over: HandOver) -> None:
        _log.warning("a hand-over was turned away: %d wait already", len(self._queue))
        self._controller.say(
            "wait", self.tr("Too many bills are waiting. The newest one was not accepted: hand it over again later.")
        )
        prefill = hand_over.prefill
        message = f"{MOST_WAITING} bills are already waiting at the till. Nothing was done. Try again later."
        turned_away = result(None, mobile=prefill.mobile, bill=prefill.bill, at=_now()) | {"message": message}
        if hand_over.result:
            self._put(turned_away, hand_over.result)
        if hand_over.caller is not None:
            Reception.answer(
                hand_over.caller, {"record": turned_away, "code": int(ExitCode.CANCELLED), "error": message}
            )

    def leave(self) -> list[HandOver]:
        """Whoever can be served in another window, since nothing was tried for them yet, as they came."""
        if self._last is not None or self._controller.screen.busy is Busy.REDEEMING:
            return []
        waiting = [*([self._current] if self._current is not None else []), *self._queue]
        self._current = None
        self._queue.clear()
        return waiting

    def conclude(self) -> None:
        """The workers have ended: whoever waits is told how things stand."""
        if self._current is not None:
            self._tell_end(self._current)
            self._current = None
        while self._queue:
            waiting = self._queue.popleft()
            self._last = None
            self._told = None
            self._tell_end(waiting)

    def _serve_next(self) -> None:
        if not self._queue:
            return
        following = self._queue.popleft()
        self._told = None
        self._last = None
        # The window has to be emptied for the next customer, which is nobody's being done.
        self._beginning = True
        self._controller.hand_over(following.prefill)
        self._beginning = False
        self._current = following

    @Slot(object)
    def _on_attempt(self, attempt: Attempt) -> None:
        if self._current is None:
            return
        shown = self._controller.screen.attempt
        if shown is None or shown.reference != attempt.reference:
            return
        self._last = attempt
        if attempt.state in _FINAL:
            self._tell(self._current, self._record())
        elif attempt.state in _KEPT and self._current.result:
            self._put(self._record(), self._current.result)

    @Slot(object)
    def _on_customer_done(self, _attempt: object) -> None:
        if self._beginning:
            return
        current, self._current = self._current, None
        if current is None:
            self._serve_next()
            return
        self._tell_end(current)
        self._own_is_done = self._own_is_done or current.is_own
        if self._queue:
            self._serve_next()
        elif self._own_is_done:
            self.finished.emit()

    def _tell_end(self, hand_over: HandOver) -> None:
        if hand_over.is_own:
            # First: whatever is wrong with a file or a pipe, the exit code tells the outcome.
            self.code = self._exit_code()
        self._tell(hand_over, self._record(hand_over))

    def _record(self, hand_over: HandOver | None = None) -> dict[str, str | None]:
        prefill = hand_over.prefill if hand_over is not None else Prefill()
        made = result(self._last, mobile=prefill.mobile, bill=prefill.bill, at=_now())
        return made | {"outcome": "unknown"} if self._is_in_doubt else made

    def _exit_code(self) -> ExitCode:
        return ExitCode.UNKNOWN if self._is_in_doubt else exit_code(self._last)

    @property
    def _is_in_doubt(self) -> bool:
        """Whether a redemption was begun of which nothing was heard: a disk may hold its worker up."""
        begun = self._current is not None and self._controller.screen.busy is Busy.REDEEMING
        return begun and self._last is None

    def _tell(self, hand_over: HandOver, record: dict[str, str | None]) -> None:
        if self._told is not None and self._told["outcome"] == record["outcome"]:
            return
        first = self._told is None
        self._told = record
        if hand_over.result:
            self._put(record, hand_over.result)
        if hand_over.caller is not None:
            Reception.answer(hand_over.caller, {"record": record, "code": int(self._exit_code())})
        elif first and hand_over.is_own:
            say(record)

    def _put(self, record: dict[str, str | None], path: str) -> None:
        self.unwritten.append((record, path))
        self._write(record, path)

    @Slot()
    def on_told(self) -> None:
        """The oldest record that was to be written stands in its file."""
        if self.unwritten:
            self.unwritten.pop(0)


class HandOverError(ValueError):
    """A hand-over that is refused, in plain English."""


def received(message: Mapping[str, Any], caller: QLocalSocket, own: Sequence[Path]) -> HandOver:
    """Reads what a second start or a link handed over to this window.

    A second start checks its command line itself. But it may be of an older version, or another program.

    Args:
        message: what was handed over.
        caller: who waits for the outcome, unless it is a link.
        own: the till's own folders (`result_file.own_folders`).

    Raises:
        HandOverError: a field is no clean text, or the file for the outcome cannot take one. A link never names a file.
    """
    from desktop import result_file

    by_link, named = message.get("by_link") is True, message.get("result")
    path = ""
    try:
        prefill = prefill_of(message)
        if named is not None:
            if by_link or not isinstance(named, str) or not os.path.isabs(named):  # noqa: PTH117 - it may be no path
                raise HandOverError("the file for the outcome cannot be named in this way")
            path = str(result_file.accepted(Path(named), own))
    except TextError as error:
        raise HandOverError(str(error)) from error
    except result_file.ResultFileError as error:
        raise HandOverError(f"the file for the outcome {error.strerror}") from error
    return HandOver(prefill, path, None if by_link else caller, by_link=by_link)


def prefill_of(message: Mapping[str, Any]) -> Prefill:
    """Reads what another start handed over.

    Raises:
        TextError: a field is no text, or has characters that cannot be shown.
    """

    def text(name: str) -> str:
        value = message.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise TextError(f"{name} is not text")
        return cleaned(name, value)

    return Prefill(mobile=text("mobile"), points=text("points"), bill=text("bill"))


def tell_cancelled(command: CommandLine, own: Sequence[Path]) -> None:
    """Tells the POS that its window was closed before there was anything in it: on standard output, and in its file.

    Args:
        command: what was handed over.
        own: the till's own folders (`result_file.own_folders`).

    Raises:
        OSError: the file cannot be written.
    """
    from desktop import result_file

    cancelled = result(None, mobile=command.mobile or "", bill=command.bill or "", at=_now())
    say(cancelled)
    if command.result is not None:
        result_file.write(command.result, line_of(cancelled).encode(), own)


def say(record: Mapping[str, object]) -> None:
    """Prints a result on standard output. The exit code tells the outcome if no program reads that any more."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(line_of(record))
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        # A pipe without a reader, a full disk, or a stream that is closed.
        _log.warning("the outcome could not be printed: %s", error)


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
