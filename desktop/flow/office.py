"""The office worker's service: history, receipts on paper, settings, and the POS's file with the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.domain.history import HistoryQuery, Totals
    from desktop.domain.receipt import Receipt
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.flow.ports import Journal, Printer


class Administration(Protocol):
    """What changes the till itself. Every method blocks."""

    def tell(self, record: dict[str, str | None], path: str) -> None:
        """Writes the outcome of a hand-over for the POS, whole or not at all.

        Raises:
            NotHandedBack: where it cannot be written.
        """

    def try_service(self, settings: Settings, password: str) -> None:
        """Calls the service with these settings; an empty password stands for the stored one.

        Raises:
            Failure: what the service, the way to it, or the store of secrets says against them.
        """

    def set_journal_aside(self) -> str:
        """Keeps a damaged journal under a dated name, so that a new one is begun; its new name.

        Raises:
            JournalUnusable: where it cannot be renamed.
        """

    def save(self, values: dict[str, object], password: str) -> None:
        """Saves settings, and the password where there is one.

        Raises:
            SettingsUnusable: where they cannot be written.
            SecretUnavailable: where the password cannot be stored.
        """


class Office:
    """The third thread's desk: slow disks and printers never hold up a cashier or settling."""

    def __init__(self, open_journal: Callable[[], Journal], printer: Printer, administration: Administration) -> None:
        """Takes what it needs; the journal is opened when it is first read, since settings can be saved without one."""
        self._open_journal = open_journal
        self._journal: Journal | None = None
        self.printer = printer
        self.administration = administration

    @property
    def journal(self) -> Journal:
        """The journal, for reading.

        Raises:
            JournalUnusable: where it cannot be opened; asked again, it is tried again.
        """
        if self._journal is None:
            self._journal = self._open_journal()
        return self._journal

    def search(self, query: HistoryQuery) -> tuple[Attempt, ...]:
        """See `Journal.search`."""
        return self.journal.search(query)

    def totals(self, day: date) -> Totals:
        """See `Journal.totals`."""
        return self.journal.totals(day)

    def print_receipt(self, receipt: Receipt) -> None:
        """See `Printer.print_receipt`."""
        self.printer.print_receipt(receipt)

    def save_receipt(self, receipt: Receipt) -> str:
        """See `Printer.save_receipt`."""
        return self.printer.save_receipt(receipt)

    def tell(self, record: dict[str, str | None], path: str) -> None:
        """See `Administration.tell`."""
        self.administration.tell(record, path)

    def try_service(self, settings: Settings, password: str) -> None:
        """See `Administration.try_service`."""
        self.administration.try_service(settings, password)

    def save_settings(self, values: dict[str, object], password: str) -> None:
        """See `Administration.save`."""
        self.administration.save(values, password)

    def set_journal_aside(self) -> str:
        """See `Administration.set_journal_aside`. What is read from then on is the new one."""
        # Windows renames no file that is open; elsewhere history would go on showing the old one.
        self.close()
        return self.administration.set_journal_aside()

    def close(self) -> None:
        """Gives the journal back; it is opened anew where it is read again."""
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()
