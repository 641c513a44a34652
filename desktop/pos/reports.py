"""Passes outcomes to the worker that tells them, and on to the callers that wait."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.exit_codes import ExitCode


class Caller(Protocol):
    """A program that waits for the outcome of a hand-over."""

    @property
    def hand_over_id(self) -> str:
        """The id of the hand-over in the local interface; empty for a second start."""

    def answer(self, message: dict[str, object]) -> None:
        """Tells the outcome. Has no effect if the program has ended meanwhile.

        Args:
            message: `record` is the result, `code` the exit code, `error` why nothing was handed over.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An outcome to tell.

    Attributes:
        record: the result, without an earlier redemption.
        path: the file for it; empty for none.
        code: the exit code that goes with it.
        reference: of the redemption that it is about; empty if nothing was sent.
        reversal_id: the till's own id of the reversal that it is about; empty for none.
        caller: the program that waits for it; None if it is only written to the file.
        prints: True to print it on standard output.
        error: why nothing was handed over; empty if it was.
        is_done: True if the cashier has finished with the hand-over.
        is_again: True if it was told before, but its file could not be written.
        hand_over_id: of the hand-over (`HandOver.id`).
    """

    record: Mapping[str, str | None]
    path: str
    code: ExitCode
    reference: str = ""
    reversal_id: str = ""
    caller: Caller | None = None
    prints: bool = False
    error: str = ""
    is_done: bool = True
    is_again: bool = False
    hand_over_id: str = ""


class Reports(QObject):
    """The outcomes that are being told, oldest first. Lives on the GUI thread.

    The worker adds what only the journal knows, such as an earlier redemption of the same bill. So a caller is answered
    when the worker has done its part. `take_rest` returns what is left when the program ends.
    """

    def __init__(
        self,
        start: Callable[[Report], None],
        print_record: Callable[[Mapping[str, object]], None],
        parent: QObject | None = None,
    ) -> None:
        """Tells nothing yet.

        Args:
            start: starts telling a report on the worker's thread. Then call `on_told`, once for each, in their order.
            print_record: prints a record on standard output.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self._start = start
        self._print = print_record
        self._waiting: deque[Report] = deque()

    def add(self, report: Report) -> None:
        """Has an outcome told."""
        self._waiting.append(report)
        self._start(report)

    def on_told(self, record: Mapping[str, object]) -> None:
        """The worker has told the oldest report: answer its caller.

        Args:
            record: the result, with the earlier redemption.
        """
        if self._waiting:
            self.deliver(self._waiting.popleft(), record)

    def on_not_told(self) -> None:
        """The worker could not tell the oldest report. Its caller gets what is known here."""
        if self._waiting:
            report = self._waiting.popleft()
            self.deliver(report, report.record)

    def take_rest(self) -> list[Report]:
        """Returns the reports that the worker has not told, oldest first. The caller tells them, then `deliver`s."""
        rest = list(self._waiting)
        self._waiting.clear()
        return rest

    def deliver(self, report: Report, record: Mapping[str, object]) -> None:
        """Answers the caller of a report, or prints it."""
        if report.caller is not None:
            message: dict[str, object] = {"record": dict(record), "code": int(report.code)}
            report.caller.answer(message | ({"error": report.error} if report.error else {}))
        elif report.prints:
            self._print(record)
