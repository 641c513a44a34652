"""Reads, closes and compares one day, for the page at the end of the day."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.background_till import BackgroundTill
from desktop.flow.office import Office
from desktop.flow.till import Till

if TYPE_CHECKING:
    from desktop.domain.day_report import DayReport
    from desktop.domain.failures import Failure
    from desktop.domain.reconciliation import Comparison, ComparisonProgress
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """What the page shows.

    Attributes:
        day: the local day.
        report: its report; None until it has been read.
        asks: True while the user is asked whether to close it.
        is_closing: True while it is being closed.
        progress: how far the comparison has come; None if none is under way.
        comparison: the last comparison; None if there is none of this day.
        compared_at: when that was.
    """

    day: date
    report: DayReport | None = None
    asks: bool = False
    is_closing: bool = False
    progress: ComparisonProgress | None = None
    comparison: Comparison | None = None
    compared_at: datetime | None = None


class DayController(QObject):
    """One day, between the page and three workers. Lives on the GUI thread and never blocks.

    The office reads, the counter closes because it holds the journal for writing, and settling asks the service, one
    list at a time.

    Signals:
        changed: what the page shows (`DayView`).
        failed: an expected failure (`Failure`).
        closed: the day was closed (`DayReport`).
        compared: a comparison has ended (`Comparison`).
    """

    changed = Signal(object)
    failed = Signal(object)
    closed = Signal(object)
    compared = Signal(object)

    def __init__(
        self,
        office: WorkerThread[Office],
        counter: WorkerThread[Till],
        settling: WorkerThread[BackgroundTill],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._counter = counter
        self._settling = settling
        self._is_comparing = False
        self._compares_again = False
        self.view = DayView(day=today())

    def open(self, day: date) -> None:
        """Shows another day, or the same one from the start."""
        self._is_comparing = False
        self._show(DayView(day=day))
        self.refresh()

    def leave(self) -> None:
        """Ends what only the page needs: the question, and a comparison under way."""
        self._is_comparing = False
        self._show(replace(self.view, asks=False, progress=None))

    @Slot()
    def refresh(self) -> None:
        """Reads the report again, because something has changed."""
        self._office.ask(self._on_report, self._on_failed, Office.day_report, self.view.day)

    def ask_to_close(self) -> None:
        """Asks whether to close the day, if it is open."""
        report = self.view.report
        if report is not None and report.closing is None and not self.view.is_closing:
            self._show(replace(self.view, asks=True))

    def keep_open(self) -> None:
        """Withdraws the question."""
        self._show(replace(self.view, asks=False))

    def close_day(self, cashier: str = "") -> None:
        """Closes the day, if the user was asked. An empty cashier stands for the one of the settings."""
        if not self.view.asks or self.view.is_closing:
            return
        self._show(replace(self.view, asks=False, is_closing=True))
        self._counter.ask(self._on_closed, self._on_not_closed, Till.close_day, self.view.day, cashier)

    def compare(self) -> None:
        """Compares the day with the service. Has no effect while that is under way."""
        if self._is_comparing:
            return
        self._is_comparing = True
        self._compares_again = False
        self._settling.ask(self._on_progress, self._on_not_compared, BackgroundTill.begin_comparison, self.view.day)

    @Slot(object)
    def _on_report(self, report: DayReport) -> None:
        if report.day != self.view.day:
            return
        before = self.view.report
        if before is None or report.entries == before.entries:
            self._show(replace(self.view, report=report))
            return
        # What was compared is no longer what is shown. Who asked for a comparison gets one of what is.
        was_compared = self.view.comparison is not None
        self._compares_again = self._is_comparing
        self._show(replace(self.view, report=report, comparison=None, compared_at=None))
        if was_compared:
            self.compare()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        _log.warning("the day's report: %s", failure)
        self.failed.emit(failure)

    @Slot(object)
    def _on_closed(self, report: DayReport) -> None:
        if report.day == self.view.day:
            self._show(replace(self.view, report=report, is_closing=False))
        self.closed.emit(report)

    @Slot(object)
    def _on_not_closed(self, failure: Failure) -> None:
        _log.warning("the day is not closed: %s", failure)
        self._show(replace(self.view, is_closing=False))
        self.failed.emit(failure)

    @Slot(object)
    def _on_progress(self, progress: ComparisonProgress) -> None:
        if not self._is_comparing or progress.day != self.view.day:
            # The user has left, or chosen another day.
            return
        if progress.result is None:
            self._show(replace(self.view, progress=progress))
            # A request of its own for each list, so that the worker can settle and ask for worth in between.
            self._settling.ask(self._on_progress, self._on_not_compared, BackgroundTill.compare_next)
            return
        self._is_comparing = False
        if self._compares_again:
            self.compare()
            return
        self._show(
            replace(
                self.view,
                progress=None,
                comparison=progress.result,
                compared_at=datetime.now(UTC).astimezone(),
            )
        )
        self.compared.emit(progress.result)

    @Slot(object)
    def _on_not_compared(self, failure: Failure) -> None:
        _log.warning("the day is not compared: %s", failure)
        self._is_comparing = False
        self._show(replace(self.view, progress=None))
        self.failed.emit(failure)

    def _show(self, view: DayView) -> None:
        self.view = view
        self.changed.emit(view)


def today() -> date:
    """Returns today's date at this till."""
    return datetime.now(UTC).astimezone().date()


def yesterday() -> date:
    """Returns yesterday's date at this till."""
    return today() - timedelta(days=1)
