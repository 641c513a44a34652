"""Owns what needs the disk or a printer but no service: history, totals, receipts on paper, telling the POS."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.history import HistoryQuery, Totals
from desktop.flow.operations import AskTotals, PrintReceipt, SaveReceipt, SearchHistory, SetJournalAside, TellOutcome

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.receipt import Receipt
    from desktop.flow.office import Office
    from desktop.gui.worker import Crew, Reply

_log = logging.getLogger(__name__)


class OfficeController(QObject):
    """The office, between the pages and its worker. Lives on the painting thread and never waits.

    Signals:
        found: attempts that the last search found (`tuple[Attempt, ...]`).
        today_changed: today's attempts and figures (`tuple[Attempt, ...]`, `Totals`).
        printed: a receipt went to the printer.
        saved: a receipt was saved (path).
        failed: something expected went wrong (`Failure`).
        told: the outcome stands in the POS's file.
        set_aside: a damaged journal has been kept aside (its new name).
    """

    found = Signal(object)
    today_changed = Signal(object, object)
    printed = Signal()
    saved = Signal(str)
    failed = Signal(object)
    told = Signal()
    set_aside = Signal(str)

    def __init__(self, office: Crew[Office], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._search = 0
        self._today: tuple[object, ...] = ()
        self._today_asked = 0
        self._is_open = False
        self.totals = Totals()
        office.opened.connect(self._on_opened)
        office.replied.connect(self._on_replied)

    def open(self) -> None:
        """Opens the office, off the painting thread."""
        self._office.open()

    def search(self, query: HistoryQuery) -> None:
        """Searches; only the last search's answer comes back."""
        if self._is_open:
            self._search = self._office.ask(SearchHistory(query))

    def refresh_today(self) -> None:
        """Asks for today's attempts and figures."""
        if not self._is_open:
            return
        today = datetime.now(UTC).astimezone().date()
        self._today_asked = self._office.ask(SearchHistory(HistoryQuery(start=today, end=today, limit=40)))
        self._office.ask(AskTotals(today))

    def print_receipt(self, receipt: Receipt) -> None:
        """Prints."""
        self._office.ask(PrintReceipt(receipt))

    def save_receipt(self, receipt: Receipt) -> None:
        """Saves as PDF."""
        self._office.ask(SaveReceipt(receipt))

    def tell(self, record: dict[str, str | None], path: str) -> None:
        """Tells the POS what came of its hand-over."""
        self._office.ask(TellOutcome(record, path))

    @Slot()
    def set_journal_aside(self) -> None:
        """Keeps a damaged journal aside."""
        self._office.ask(SetJournalAside())

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        self._is_open = failure is None
        if failure is not None:
            self.failed.emit(failure)
            return
        self.refresh_today()

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        if reply.failure is not None:
            _log.warning("%s: %s", type(reply.operation).__name__, reply.failure)
            if not isinstance(reply.operation, AskTotals) and reply.number != self._today_asked:
                # Nobody asked for today's figures; what is wrong with the journal is said by the counter.
                self.failed.emit(reply.failure)
            return
        match reply.operation:
            case SearchHistory() if reply.number == self._search:
                self.found.emit(reply.result)
            case SearchHistory() if reply.number == self._today_asked:
                self._today = reply.result
            case AskTotals():
                self.totals = reply.result
                self.today_changed.emit(self._today, self.totals)
            case PrintReceipt():
                self.printed.emit()
            case SaveReceipt():
                self.saved.emit(reply.result)
            case SetJournalAside():
                self.set_aside.emit(reply.result)
            case TellOutcome():
                self.told.emit()
            case _:
                pass
