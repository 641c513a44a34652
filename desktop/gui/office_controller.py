"""Passes requests to the office worker: history, totals, receipts as files."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.history import HistoryQuery, Totals
from desktop.flow.office import Office
from desktop.gui.day_controller import today
from desktop.gui.timers import after_painting, every

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.failures import Failure
    from desktop.domain.paper import PaperDocument
    from desktop.domain.redemption import Attempt
    from desktop.flow.office import Export, Trail
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)

LOOK_AT_DATE_EVERY = 60_000
"""Milliseconds. A timer for midnight would be wrong once someone sets the clock or the time zone."""


class OfficeController(QObject):
    """The office, between the pages and its worker. Lives on the GUI thread and never blocks.

    Signals:
        found: the results of the last search (`tuple[Attempt, ...]`).
        trail_found: what is known of an attempt (`Trail`).
        today_changed: today's attempts and figures (`tuple[Attempt, ...]`, `Totals`).
        saved: a receipt was saved (path).
        exported: a search was saved as a table (`Export`).
        failed: an expected failure (`Failure`).
        set_aside: a damaged journal has been kept aside (its new name; empty if someone had deleted it).
    """

    found = Signal(object)
    trail_found = Signal(object)
    today_changed = Signal(object, object)
    saved = Signal(str)
    exported = Signal(object)
    failed = Signal(object)
    set_aside = Signal(str)

    def __init__(self, office: WorkerThread[Office], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._searches = 0
        self._trail_of = ""
        self._today: tuple[Attempt, ...] = ()
        self._is_open = False
        self._early_search: HistoryQuery | None = None
        self._is_refreshing = self._must_refresh = False
        self.totals = Totals()
        self._export_query = HistoryQuery()
        self._export_soon = after_painting(self, self._export)
        self._day: date | None = None
        self._date_timer = every(self, LOOK_AT_DATE_EVERY, self._on_minute)
        office.opened.connect(self._on_opened)

    def open(self) -> None:
        """Opens the office's service, off the GUI thread."""
        self._office.open()

    def search(self, query: HistoryQuery) -> None:
        """Searches the history, as soon as that is possible. Only the answer to the last search is reported."""
        if not self._is_open:
            self._early_search = query
            return
        self._searches += 1
        self._office.ask(self._on_found, self._on_not_found, Office.search, query)

    def ask_trail(self, reference: str) -> None:
        """Asks what happened to an attempt. Only the answer to the last question is reported."""
        if self._is_open:
            self._trail_of = reference
            self._office.ask(self._on_trail, self._on_not_read, Office.trail, reference)

    def refresh_today(self) -> None:
        """Asks for today's attempts and figures.

        While an answer is awaited, it asks only once more afterwards. Many outcomes can become known at once, and only
        the last answer is of use.
        """
        if not self._is_open:
            return
        self._must_refresh = self._is_refreshing
        if self._is_refreshing:
            return
        self._is_refreshing = True
        day = self._day = today()
        query = HistoryQuery(start=day, end=day, limit=40)
        self._office.ask(self._on_today, self._on_not_read, Office.search, query)
        self._office.ask(self._on_totals, self._on_no_totals, Office.totals, day)

    def save_document(self, document: PaperDocument, name: str) -> None:
        """Saves a document as PDF.

        Args:
            document: such as a receipt.
            name: of the file, without its ending.
        """
        self._office.ask(self._on_saved, self._on_failed, Office.save_document, document, name)

    def export(self, query: HistoryQuery) -> None:
        """Saves everything that a search finds as CSV."""
        self._export_query = query
        self._export_soon.start()

    @Slot()
    def _export(self) -> None:
        self._office.ask(self._on_exported, self._on_failed, Office.export, self._export_query)

    @Slot()
    def set_journal_aside(self) -> None:
        """Keeps a damaged journal under another name."""
        self._office.ask(self._on_set_aside, self._on_failed, Office.set_journal_aside)

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        self._is_open = failure is None
        if failure is not None:
            self.failed.emit(failure)
            return
        early, self._early_search = self._early_search, None
        if early is not None:
            # The user was faster than the start of the program.
            self.search(early)
        self.refresh_today()
        self._date_timer.start()

    @Slot()
    def _on_minute(self) -> None:
        """Asks for the figures of a new day, so that no one sees those of the day before as today's."""
        if self._day != today():
            self.refresh_today()

    @Slot(object)
    def _on_found(self, attempts: tuple[Attempt, ...]) -> None:
        self._searches -= 1
        if self._searches == 0:
            # Answers arrive in the order of the requests, so this one is the last.
            self.found.emit(attempts)

    @Slot(object)
    def _on_not_found(self, failure: Failure) -> None:
        self._searches -= 1
        self._on_failed(failure)

    @Slot(object)
    def _on_trail(self, trail: Trail) -> None:
        if trail.reference == self._trail_of:
            self.trail_found.emit(trail)

    @Slot(object)
    def _on_today(self, attempts: tuple[Attempt, ...]) -> None:
        self._today = attempts

    @Slot(object)
    def _on_totals(self, totals: Totals) -> None:
        self.totals = totals
        self.today_changed.emit(self._today, totals)
        self._end_refresh()

    @Slot(object)
    def _on_no_totals(self, failure: Failure) -> None:
        self._on_not_read(failure)
        self._end_refresh()

    def _end_refresh(self) -> None:
        self._is_refreshing = False
        if self._must_refresh:
            self.refresh_today()

    @Slot(object)
    def _on_not_read(self, failure: Failure) -> None:
        """Only logs the failure. The counter reports what is wrong with the journal."""
        _log.warning("today's figures, or what happened to an attempt: %s", failure)

    @Slot(object)
    def _on_saved(self, path: str) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_exported(self, export: Export) -> None:
        self.exported.emit(export)

    @Slot(object)
    def _on_set_aside(self, kept: str) -> None:
        self.set_aside.emit(kept)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        _log.warning("office: %s", failure)
        self.failed.emit(failure)
