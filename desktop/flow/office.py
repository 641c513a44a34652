"""Does the work that may be slow: history, receipts as files, and settings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.domain.result_line import EXPORT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from desktop.domain.access import Secret
    from desktop.domain.day_report import DayReport
    from desktop.domain.history import Event, HistoryQuery, Totals
    from desktop.domain.paper import PaperDocument
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.domain.settings import Settings
    from desktop.domain.support import SupportFile
    from desktop.flow.ports import DocumentFiles, Journal
    from desktop.flow.service_check import TriedService


class Export(NamedTuple):
    """A file with records of the journal.

    Attributes:
        path: the file.
        records: how many there are in it.
    """

    path: str
    records: int


class Trail(NamedTuple):
    """What is known of one attempt.

    Attributes:
        reference: of the attempt.
        events: everything that happened to it, oldest first.
        reversals: of its points, oldest first.
    """

    reference: str
    events: tuple[Event, ...]
    reversals: tuple[Reversal, ...] = ()


class Administration(Protocol):
    """Changes the till itself. Every method blocks."""

    def try_service(self, settings: Settings, secret: Secret, proxy_password: str = "") -> TriedService:
        """Calls the service with these settings.

        An empty text stands for the stored password, or the stored key and secret.

        Raises:
            Failure: the service refuses, cannot be reached, or the password is not available.
        """

    def set_journal_aside(self) -> str:
        """Renames a damaged journal with its date, so that a new one is begun.

        Returns:
            The file's new name, without its folder; empty if someone had deleted the journal.

        Raises:
            JournalUnusable: it cannot be renamed.
        """

    def save(self, values: dict[str, object], secret: Secret, proxy_password: str = "") -> None:
        """Saves the settings, and each secret unless it is an empty text.

        Raises:
            SettingsUnusable: the settings cannot be written.
            SecretUnavailable: the secret cannot be stored.
        """

    def make_support_file(self) -> SupportFile:
        """Collects the support file in memory, whatever is broken. It may call the service."""


class Office:
    """The slow work, on a thread of its own: a slow disk never holds up a cashier or settling."""

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

    def trail(self, reference: str) -> Trail:
        """See `Journal.events` and `Journal.reversals_of`."""
        return Trail(reference, self.journal.events(reference), self.journal.reversals_of(reference))

    def totals(self, day: date) -> Totals:
        """See `Journal.totals`."""
        return self.journal.totals(day)

    def day_report(self, day: date) -> DayReport:
        """See `Journal.day_report`."""
        return self.journal.day_report(day)

    def export(self, query: HistoryQuery) -> Export:
        """Saves everything that a search finds as a CSV file, with the fields of `history export`.

        Raises:
            JournalUnusable: the journal is damaged or cannot be read. No file is written, because it could miss rows.
            PaperFailed: the file cannot be written.
        """
        count = 0

        def texts() -> Iterator[str]:
            nonlocal count
            yield f"{','.join(EXPORT_FIELDS)}\n"
            for text, rows in self.journal.export_table(query):
                count += rows
                yield text

        path = self.files.save_table(texts(), f"{datetime.now(UTC).astimezone():%Y-%m-%d %H%M} redemptions")
        return Export(path, count)

    def save_document(self, document: PaperDocument, name: str) -> str:
        """See `DocumentFiles.save`."""
        return self.files.save(document, name)

    def try_service(self, settings: Settings, secret: Secret, proxy_password: str = "") -> TriedService:
        """See `Administration.try_service`."""
        return self.administration.try_service(settings, secret, proxy_password)

    def save_settings(self, values: dict[str, object], secret: Secret, proxy_password: str = "") -> None:
        """See `Administration.save`."""
        self.administration.save(values, secret, proxy_password)

    def make_support_file(self) -> SupportFile:
        """See `Administration.make_support_file`."""
        return self.administration.make_support_file()

    def save_support_file(self, made: SupportFile) -> str:
        """Saves a support file, and returns its path.

        Raises:
            PaperFailed: the file cannot be written.
        """
        name = f"Points Till support {datetime.now(UTC).astimezone():%Y-%m-%d %H%M}"
        return self.files.save_archive(made.archive, name)

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
