"""Prints and saves what the pages ask for, and says whether it has worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.domain.failures import PaperTrouble
from desktop.gui.receipts import file_name
from desktop.gui.screen import Notice, Place

if TYPE_CHECKING:
    from desktop.domain.day_report import DayReport
    from desktop.domain.failures import Failure
    from desktop.domain.print_job import PrintJob
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.domain.reversal_receipt import ReversalReceipt
    from desktop.gui.controller import Controller
    from desktop.gui.office_controller import OfficeController
    from desktop.gui.pages.till_pages import TillPages
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.receipts import ReceiptDesign

_MAY_BE_WHOLE = frozenset({PaperTrouble.HANGING, PaperTrouble.STOPPED})
"""Why it is not known whether something was printed."""


class PaperRequests(QObject):
    """Receipts and reports that the user wants on paper or in a file."""

    def __init__(
        self,
        pages: TillPages,
        controller: Controller,
        office: OfficeController,
        printing: PrintingController,
        design: ReceiptDesign,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Follows the requests from now on.

        Args:
            pages: ask for paper and files.
            controller: says how it went.
            office: saves files.
            printing: prints.
            design: lays out receipts and reports.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._pages = pages
        self._controller = controller
        self._office = office
        self._printing = printing
        self._design = design
        self._printed_reversals: set[str] = set()
        self._said = Notice()
        pages.print_requested.connect(self.print_receipt)
        pages.save_requested.connect(self._save)
        pages.reversal_print_requested.connect(self._print_reversal)
        pages.reversal_save_requested.connect(self._save_reversal)
        pages.print_day_requested.connect(self._print_day)
        pages.save_day_requested.connect(self._save_day)
        office.saved.connect(self._on_saved)
        printing.taken.connect(self._on_taken)
        printing.printed.connect(self._on_printed)
        printing.failed.connect(self._on_not_printed)
        printing.not_recorded.connect(self._say_failure)

    @Slot(object)
    def print_receipt(self, attempt: Attempt) -> None:
        """Prints a receipt. It is a copy unless its customer is still at the counter."""
        self._say("info", self.tr("Printing the receipt…"))
        self._printing.print_receipt(attempt, copy=attempt is not self._controller.screen.attempt)

    @Slot(object)
    def _save(self, attempt: Attempt) -> None:
        receipt = self._design.receipt(attempt, copy=attempt is not self._controller.screen.attempt)
        self._say("info", self.tr("Saving the receipt…"))
        self._office.save_document(self._design.document(receipt), file_name(receipt))

    @Slot(object)
    def _print_day(self, report: DayReport) -> None:
        self._say("info", self.tr("Printing the report…"))
        self._printing.print_document(self._design.day(report, self._controller.settings.till))

    @Slot(object)
    def _save_day(self, report: DayReport) -> None:
        self._say("info", self.tr("Saving the report…"))
        document = self._design.day(report, self._controller.settings.till)
        self._office.save_document(document, self._design.day_file_name(report))

    @Slot(object, object)
    def _print_reversal(self, attempt: Attempt, reversal: Reversal) -> None:
        """Prints it without the redemption's reference, because the printer's history is that of the other receipt."""
        self._say("info", self.tr("Printing the receipt…"))
        self._printing.print_document(self._design.document(self._reversal_receipt(attempt, reversal)))
        self._printed_reversals.add(reversal.id)

    @Slot(object, object)
    def _save_reversal(self, attempt: Attempt, reversal: Reversal) -> None:
        receipt = self._reversal_receipt(attempt, reversal)
        self._say("info", self.tr("Saving the receipt…"))
        self._office.save_document(self._design.document(receipt), file_name(receipt))

    def _reversal_receipt(self, attempt: Attempt, reversal: Reversal) -> ReversalReceipt:
        """Returns the receipt. It is a copy unless it is the first one on the page that gave the points back."""
        receipt = self._design.reversal_receipt(attempt, reversal)
        is_first = reversal is self._controller.giving_back.view.reversal and reversal.id not in self._printed_reversals
        return receipt if is_first else receipt.as_copy()

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._say("good", self.tr("Saved as {path}").format(path=path))

    @Slot(object)
    def _on_taken(self, job: PrintJob) -> None:
        if self._is_awaited(job):
            other = self.tr("It has been sent to the printer.")
            self._say("good", self.tr("The receipt has been sent to the printer.") if job.reference else other)

    @Slot(object)
    def _on_printed(self, job: PrintJob) -> None:
        if self._is_awaited(job):
            self._say("good", self.tr("The receipt is printed.") if job.reference else self.tr("It is printed."))

    @Slot(object)
    def _on_not_printed(self, job: PrintJob) -> None:
        """Says so at once to who is waiting for it. To others it is news about an earlier customer."""
        failure = job.failure
        if failure is None:
            return
        # What is said while no one is signed on is gone at the next sign-on, and that may be another cashier's.
        is_locked = self._controller.screen.is_locked
        if not is_locked and (self._is_at_hand(job) or self._is_awaited(job)):
            self._say_failure(failure)
            return
        says = self._controller.words.failure(failure)
        if failure.why in _MAY_BE_WHOLE:
            # The reason asks to look.
            text = "{reason}"
        elif job.reference:
            text = self.tr("A receipt was not printed. {reason} It can be printed again in History.")
        else:
            text = self.tr("A report, a test page or a receipt for points given back was not printed. {reason}")
        short = f"{says.support} {job.short_reference}".strip()
        self._controller.add_news(Notice("wait", text.format(reason=says.text), short))

    def _say(self, tone: str, text: str) -> None:
        self._controller.say(tone, text)
        self._note_said()

    @Slot(object)
    def _say_failure(self, failure: Failure) -> None:
        self._controller.say_failure(failure)
        self._note_said()

    def _note_said(self) -> None:
        """Removes what was said before on the page behind the one that the user sees, because it went on since."""
        if self._pages.is_elsewhere:
            self._controller.withdraw_notice(self._said)
        else:
            self._said = self._controller.screen.notice

    def _is_at_hand(self, job: PrintJob) -> bool:
        screen = self._controller.screen
        attempt = screen.attempt
        return screen.place is Place.RECEIPT and attempt is not None and attempt.reference == job.reference

    def _is_awaited(self, job: PrintJob) -> bool:
        """True if the user pressed a button for this job and is still where the button is."""
        return self._printing.is_requested(job) and (self._is_at_hand(job) or self._pages.is_elsewhere)
