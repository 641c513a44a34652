"""Prints through the spooler of Windows, and asks its queues what became of a job."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.print_job import PrintState
from desktop.domain.printers import PrinterChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.paper import Paper, PaperDocument

_log = logging.getLogger(__name__)

# winspool.h, PRINTER_STATUS_… and PRINTER_ATTRIBUTE_WORK_OFFLINE.
_PRINTER = (
    (PaperTrouble.PAPER_OUT, 0x10),
    (PaperTrouble.COVER_OPEN, 0x400000),
    (PaperTrouble.OFFLINE, 0x80 | 0x1000),
    (PaperTrouble.PAUSED, 0x1),
    (PaperTrouble.PRINTER, 0x2 | 0x8 | 0x40 | 0x100000),
)
_WORK_OFFLINE = 0x400

# winspool.h, JOB_STATUS_….
_JOB = (
    (PaperTrouble.PAPER_OUT, 0x40),
    (PaperTrouble.OFFLINE, 0x20),
    (PaperTrouble.CANCELLED, 0x4 | 0x100),
    (PaperTrouble.PAUSED, 0x1),
    (PaperTrouble.PRINTER, 0x2 | 0x200 | 0x400),
)
_JOB_DONE = 0x80 | 0x1000
_LAST_SHEET = 13
"""wingdi.h, DMPAPER_…: 1 to 13 are the usual sheets, from Letter to B5. Drivers number their rolls from 256."""

_NO_SUCH_JOB = 87
"""ERROR_INVALID_PARAMETER: the queue has no job of this number any more."""

_NO_SUCH_PRINTER = 1801
_NO_SPOOLER = frozenset({1722, 1723, 1753})
"""Errors of calls to a spooler that does not run."""


class WindowsQueues:
    """The queues of the spooler of Windows."""

    def __init__(self) -> None:
        """Loads the interface of the spooler.

        Raises:
            ImportError: this is not Windows, or pywin32 is missing.
        """
        import pywintypes
        import win32print

        self._spooler: Any = win32print  # the stubs of pywin32 leave most results open
        self._error: type[Exception] = pywintypes.error

    def send_raw(self, queue: str, data: bytes, *, title: str, keep_on: Callable[[], bool]) -> str:  # noqa: ARG002 - see `Queues`
        """See `Queues.send_raw`. The job's name is that of its queue and its number."""
        spooler = self._spooler
        try:
            printer = self._open_ready(queue)
            try:
                number = spooler.StartDocPrinter(printer, 1, (title, None, "RAW"))
                spooler.StartPagePrinter(printer)
                written = spooler.WritePrinter(printer, data)
                spooler.EndPagePrinter(printer)
                spooler.EndDocPrinter(printer)
            finally:
                spooler.ClosePrinter(printer)
        except self._error as error:
            raise self._failure(error) from error
        if written is not None and written < len(data):
            raise PaperFailed(PaperTrouble.HALF)
        return f"{queue}\n{number}"

    def send_pages(
        self,
        queue: str,
        document: PaperDocument,
        paper: Paper,
        *,
        title: str,
        keep_on: Callable[[], bool],  # noqa: ARG002 - see `Queues`
    ) -> str:
        """See `Queues.send_pages`. The job's name is empty if it is no longer in the queue."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from desktop.printing.pages import paint_pages

        try:
            queue = queue or self._default()
            if not queue:
                raise PaperFailed(PaperTrouble.NO_PRINTER)
            self._spooler.ClosePrinter(self._open_ready(queue))
        except self._error as error:
            raise self._failure(error) from error
        # Qt silently uses the default printer for an unknown name, so look the printer up first.
        info = QPrinterInfo.printerInfo(queue)
        if info.isNull():
            raise PaperFailed(PaperTrouble.NO_PRINTER)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        paint_pages(document, paper, printer)
        return self._find(queue, title)

    def check(self, job: str, keep_on: Callable[[], bool]) -> PrintState | None:  # noqa: ARG002 - see `Queues`
        """See `Queues.check`. A job that is no longer in the queue is printed, or someone removed it."""
        queue, _, number = job.rpartition("\n")
        spooler = self._spooler
        try:
            printer = spooler.OpenPrinter(queue)
            try:
                status = int(spooler.GetJob(printer, int(number), 1)["Status"])
                trouble = job_trouble(status)
                if trouble is None and not status & _JOB_DONE:
                    trouble = _state_of(spooler.GetPrinter(printer, 2))
            finally:
                spooler.ClosePrinter(printer)
        except self._error as error:
            if error.args and error.args[0] == _NO_SUCH_JOB:
                return None
            raise self._failure(error) from error
        if trouble is not None:
            raise PaperFailed(trouble)
        return PrintState.PRINTED if status & _JOB_DONE else PrintState.TAKEN

    def withdraw(self, job: str, keep_on: Callable[[], bool]) -> None:  # noqa: ARG002 - see `Queues`
        """See `Queues.withdraw`."""
        queue, _, number = job.rpartition("\n")
        delete = 5  # JOB_CONTROL_DELETE
        try:
            printer = self._spooler.OpenPrinter(queue)
            try:
                self._spooler.SetJob(printer, int(number), 0, None, delete)
            finally:
                self._spooler.ClosePrinter(printer)
        except self._error as error:
            _log.info("the job stays in the queue: %s", error)

    def check_queue(self, queue: str) -> None:
        """See `Queues.check_queue`."""
        try:
            if queue:
                self._spooler.ClosePrinter(self._open_ready(queue))
            else:
                self._spooler.EnumPrinters(2, None, 4)
        except self._error as error:
            raise self._failure(error) from error

    def choices(self) -> tuple[PrinterChoice, ...]:
        """See `Queues.choices`."""
        local, connections = 2, 4
        default = self._default()
        try:
            names = [one["pPrinterName"] for one in self._spooler.EnumPrinters(local | connections, None, 4)]
        except self._error as error:
            _log.warning("no queues: %s", error)
            return ()
        pages = [PrinterChoice(name, name, is_default=name == default) for name in names]
        return (*pages, *(PrinterChoice(f"raw:{name}", name, is_raw=True) for name in names))

    def has_sheets(self, queue: str, keep_on: Callable[[], bool]) -> bool | None:  # noqa: ARG002 - see `Queues`
        """See `Queues.has_sheets`."""
        try:
            printer = self._spooler.OpenPrinter(queue)
            try:
                mode = self._spooler.GetPrinter(printer, 2)["pDevMode"]
            finally:
                self._spooler.ClosePrinter(printer)
        except self._error as error:
            _log.info("the paper of a queue is not known: %s", error)
            return None
        # A driver without settings of its own has none.
        return None if mode is None else 1 <= mode.PaperSize <= _LAST_SHEET

    def _default(self) -> str:
        """Returns the default printer; empty if there is none."""
        try:
            return str(self._spooler.GetDefaultPrinter())
        except (self._error, RuntimeError) as error:
            _log.info("no default printer: %s", error)
            return ""

    def _open_ready(self, queue: str) -> object:
        printer = self._spooler.OpenPrinter(queue)
        trouble = _state_of(self._spooler.GetPrinter(printer, 2))
        if trouble is not None:
            self._spooler.ClosePrinter(printer)
            raise PaperFailed(trouble)
        return printer

    def _find(self, queue: str, title: str) -> str:
        printer = self._spooler.OpenPrinter(queue)
        try:
            jobs = self._spooler.EnumJobs(printer, 0, 999, 1)
        finally:
            self._spooler.ClosePrinter(printer)
        return next((f"{queue}\n{one['JobId']}" for one in jobs if one["pDocument"] == title), "")

    @staticmethod
    def _failure(error: Exception) -> PaperFailed:
        number = error.args[0] if error.args else None
        if number == _NO_SUCH_PRINTER:
            return PaperFailed(PaperTrouble.NO_PRINTER)
        _log.warning("the spooler reports error %s", number)
        return PaperFailed(PaperTrouble.NO_SPOOLER if number in _NO_SPOOLER else PaperTrouble.PRINTER)


def printer_trouble(status: int, attributes: int) -> PaperTrouble | None:
    """Returns why a printer does not print, from its status and attributes; None if it does."""
    for trouble, bits in _PRINTER:
        if status & bits:
            return trouble
    return PaperTrouble.OFFLINE if attributes & _WORK_OFFLINE else None


def job_trouble(status: int) -> PaperTrouble | None:
    """Returns why a job is not printed, from its status; None if nothing is wrong."""
    if status & _JOB_DONE:
        return None
    return next((trouble for trouble, bits in _JOB if status & bits), None)


def _state_of(printer: dict[str, Any]) -> PaperTrouble | None:
    return printer_trouble(int(printer["Status"]), int(printer["Attributes"]))
