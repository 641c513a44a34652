"""Does the work that may be slow: history, receipts as files, settings, and result files for the POS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.domain.history import HistoryQuery, Totals
    from desktop.domain.paper import PaperDocument
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.flow.ports import DocumentFiles, Journal


class Administration(Protocol):
    """Changes the till itself. Every method blocks."""

    def tell(self, record: dict[str, str | None], path: str) -> None:
        """Writes the outcome of a hand-over for the POS, completely or not at all.

        Raises:
            NotHandedBack: it cannot be written.
        """

    def try_service(self, settings: Settings, password: str) -> float:
        """Calls the service with these settings, and returns the seconds that it took to answer.

        An empty password stands for the stored one.

        Raises:
            Failure: the service refuses, cannot be reached, or the password is not available.
        """

    def set_journal_aside(self) -> str:
        """Renames a damaged journal with its date, so that a new one is begun. Returns the new name.

        Raises:
            JournalUnusable: it cannot be renamed.
        """

    def save(self, values: dict[str, object], password: str) -> None:
        """Saves the settings, and the password if there is one.

        Raises:
            SettingsUnusable: the settings cannot be written.
            SecretUnavailable: the password cannot be stored.
        """


class Office:
    """The slow work, in the third thread: a slow disk never holds up a cashier or settling."""

    def __init__(
        self, open_journal: Callable[[], Journal], files: DocumentFiles, administration: Administration
    ) -> None:
        """Makes an office. The journal is opened when it is first read, because settings can be saved without one."""
        self._open_journal = open_journal
        self._journal: Journal | None = None
        self.files = files
        self.administration = administration

    @property
    def journal(self) -> Journal:
        """The journal, for reading.

        Raises:
            JournalUnusable: it cannot be opened. The next use tries again.
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

    def save_document(self, document: PaperDocument, name: str) -> str:
        """See `DocumentFiles.save`."""
        return self.files.save(document, name)

    def tell(self, record: dict[str, str | None], path: str) -> None:
        """See `Administration.tell`."""
        self.administration.tell(record, path)

    def try_service(self, settings: Settings, password: str) -> float:
        """See `Administration.try_service`."""
        return self.administration.try_service(settings, password)

    def save_settings(self, values: dict[str, object], password: str) -> None:
        """See `Administration.save`."""
        self.administration.save(values, password)

    def set_journal_aside(self) -> str:
        """See `Administration.set_journal_aside`. From then on, the new journal is read."""
        # Windows cannot rename an open file. On other systems history would still show the old journal.
        self.close()
        return self.administration.set_journal_aside()

    def close(self) -> None:
        """Closes the journal. The next use opens it again."""
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()
