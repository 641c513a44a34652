"""Passes print requests to the printing worker, and reports the state of each job."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.print_job import PrintJob, PrintState
from desktop.flow.printing import PrintDesk, PrintRequest
from desktop.gui.timers import after_painting, once

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.paper import Paper, PaperDocument
    from desktop.domain.printers import PrinterChoice
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.flow.printing import PrintProgress, PrintsLeft
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)

ASK_EVERY = 500
"""Milliseconds between two questions to a queue about the jobs that it has taken."""


class PrintingController(QObject):
    """Printing, between the pages and its worker. Lives on the GUI thread and never blocks.

    A failed job keeps what it printed, so `print_again` needs nothing else.

    Signals:
        waiting: a job was recorded and waits for the printer (`PrintJob`).
        taken: the printer or its queue has the job; whether it is on paper is not known (`PrintJob`).
        printed: the printer or its queue says that it is on paper (`PrintJob`).
        failed: it was not printed (`PrintJob`, whose `failure` has reason and code).
        changed: any of these, or a failed job of an earlier run was read (`PrintJob`).
        trial_changed: a test page of this run has come further. None of the signals above tells of it (`PrintJob`).
        trial_not_recorded: a test page could not even be put in line (`Failure`).
        not_recorded: a request could not even be put in line (`Failure`).
        listed: the system's printers, after `list_printers` (`tuple[PrinterChoice, ...]`).
    """

    waiting = Signal(object)
    taken = Signal(object)
    printed = Signal(object)
    failed = Signal(object)
    changed = Signal(object)
    trial_changed = Signal(object)
    trial_not_recorded = Signal(object)
    not_recorded = Signal(object)
    listed = Signal(object)

    def __init__(
        self,
        worker: WorkerThread[PrintDesk],
        design: ReceiptDesign,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        """Asks for nothing yet.

        Args:
            worker: prints.
            design: lays receipts out.
            settings: in force.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._worker = worker
        self._design = design
        self._settings = settings
        self._jobs: dict[str, PrintJob] = {}
        self._requested: set[int] = set()
        self._trials: set[int] = set()
        # The page with the settings can be opened before the session has opened the queue.
        self._is_closed = True
        self._is_working = False
        self._is_more = False
        self._rest = once(self, ASK_EVERY, self._work)
        # The window is painted first, because drawing a receipt for the printer takes some milliseconds.
        self._work_soon = after_painting(self, self._work)
        worker.opened.connect(self._on_opened)

    def use(self, settings: Settings, design: ReceiptDesign) -> None:
        """Lays out and prints what is asked for from now on with other settings, in another window."""
        self._settings, self._design = settings, design
        # The page that waits for them is gone, so a failure is told like any other.
        self._trials.clear()

    def open(self) -> None:
        """Opens the queue, off the GUI thread, and goes on with what the last run left."""
        self._is_closed = False
        self._worker.open()

    # What can be printed

    def print_receipt(self, attempt: Attempt, *, copy: bool = False) -> None:
        """Prints a receipt on the printer of the settings. It is a copy if one was printed before.

        Args:
            attempt: a redemption.
            copy: True to mark it as a copy in any case.
        """
        document = self._design.document(self._design.receipt(attempt, copy=copy))
        opens_drawer = self._settings.open_drawer and not copy
        self._submit(self._request(document, attempt.reference, opens_drawer=opens_drawer))

    @Slot(object)
    def print_automatically(self, attempt: Attempt) -> None:
        """Prints the receipt of a redemption if the settings say so, and if none was printed for it before."""
        if not self._settings.auto_print:
            return
        document = self._design.document(self._design.receipt(attempt))
        request = self._request(document, attempt.reference, opens_drawer=self._settings.open_drawer, is_automatic=True)
        self._open_again()
        self._worker.ask(self._on_submitted, self._on_not_recorded, PrintDesk.submit, request)

    def print_document(self, document: PaperDocument) -> None:
        """Prints a document other than a redemption's receipt on the printer of the settings."""
        self._submit(self._request(document))

    def print_trial(self, printer: str, paper: Paper) -> None:
        """Prints a test page on a printer that need not be that of the settings.

        Args:
            printer: as the settings name printers.
            paper: in that printer.
        """
        document = self._design.trial(self._settings.till, printer, paper)
        request = PrintRequest(document, printer, paper)
        self._open_again()
        self._worker.ask(self._on_trial_submitted, self._on_trial_not_recorded, PrintDesk.submit, request)

    def print_again(self, job: PrintJob, printer: str = "") -> None:
        """Prints the document of a job again.

        Args:
            job: to print again.
            printer: another printer, as the settings name printers; empty for the same one.
        """
        printer = printer or job.printer
        paper = self._settings.paper if printer == self._settings.printer else None
        self._worker.ask(self._on_requested, self._on_not_recorded, PrintDesk.print_again, job, printer, paper)

    # What can be asked

    def job_of(self, reference: str) -> PrintJob | None:
        """The last job of a redemption, in this run; or from an earlier run, if it failed. None if there is none."""
        return self._jobs.get(reference)

    def is_requested(self, job: PrintJob) -> bool:
        """True if the user asked for this job in this run, and waits to hear of it."""
        return job.number in self._requested

    def list_printers(self) -> None:
        """Asks for the system's printers; `listed` brings them. It can take many seconds."""
        self._open_again()
        self._worker.ask(self._on_listed, self._on_not_listed, PrintDesk.choices)

    def _open_again(self) -> None:
        """Opens the queue before a request if it is not open. The disk may have room again."""
        if self._is_closed:
            self.open()

    def _request(
        self, document: PaperDocument, reference: str = "", *, opens_drawer: bool = False, is_automatic: bool = False
    ) -> PrintRequest:
        return PrintRequest(
            document,
            self._settings.printer,
            self._settings.paper,
            reference,
            opens_drawer=opens_drawer,
            is_automatic=is_automatic,
        )

    def _submit(self, request: PrintRequest) -> None:
        self._open_again()
        self._worker.ask(self._on_requested, self._on_not_recorded, PrintDesk.submit, request)

    @Slot()
    def _work(self) -> None:
        if self._is_working:
            self._is_more = True
            return
        self._is_working, self._is_more = True, False
        self._worker.ask(self._on_worked, self._on_stuck, PrintDesk.work)

    # Answers

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        self._is_closed = failure is not None
        if failure is not None:
            # The counter works without it. Each request tries again, or says that it cannot be put in line.
            _log.warning("printing: %s", failure)
            return
        self._worker.ask(self._on_resumed, self._on_stuck, PrintDesk.resume)

    @Slot(object)
    def _on_resumed(self, left: PrintsLeft) -> None:
        for job in left.failed:
            self._jobs.setdefault(job.reference, job)
            self.changed.emit(job)
        for job in left.interrupted:
            self._tell(job)
        self._work()

    @Slot(object)
    def _on_requested(self, job: PrintJob | None) -> None:
        if job is not None:
            self._requested.add(job.number)
        self._on_submitted(job)

    @Slot(object)
    def _on_submitted(self, job: PrintJob | None) -> None:
        if job is not None:
            self._tell(job)
            self._work_soon.start()

    @Slot(object)
    def _on_not_recorded(self, failure: Failure) -> None:
        _log.warning("printing: %s", failure)
        self.not_recorded.emit(_paper_failure(failure))

    @Slot(object)
    def _on_trial_submitted(self, job: PrintJob | None) -> None:
        if job is not None:
            self._trials.add(job.number)
        self._on_submitted(job)

    @Slot(object)
    def _on_trial_not_recorded(self, failure: Failure) -> None:
        _log.warning("printing a test page: %s", failure)
        self.trial_not_recorded.emit(_paper_failure(failure))

    @Slot(object)
    def _on_worked(self, progress: PrintProgress) -> None:
        self._is_working = False
        for job in progress.changed:
            self._tell(job)
        if progress.is_busy or self._is_more:
            self._work()
        elif progress.is_asking:
            self._rest.start()

    @Slot(object)
    def _on_stuck(self, failure: Failure) -> None:
        """The queue cannot be read. The next request tries again."""
        self._is_working = False
        _log.warning("printing: %s", failure)

    @Slot(object)
    def _on_listed(self, choices: tuple[PrinterChoice, ...]) -> None:
        self.listed.emit(choices)

    @Slot(object)
    def _on_not_listed(self, failure: Failure) -> None:
        _log.warning("printers: %s", failure)
        self.listed.emit(())

    def _tell(self, job: PrintJob) -> None:
        if job.number in self._trials:
            self.trial_changed.emit(job)
            return
        if job.reference:
            self._jobs[job.reference] = job
        match job.state:
            case PrintState.WAITING | PrintState.SENDING:
                self.waiting.emit(job)
            case PrintState.TAKEN:
                self.taken.emit(job)
            case PrintState.PRINTED:
                self.printed.emit(job)
            case PrintState.FAILED:
                self.failed.emit(job)
        self.changed.emit(job)


def _paper_failure(failure: Failure) -> PaperFailed:
    """Returns the failure for a job that the queue could not take, whatever it was."""
    return failure if isinstance(failure, PaperFailed) else PaperFailed(PaperTrouble.QUEUE_FILE)
