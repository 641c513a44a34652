"""Sends print jobs to the printers of the shop, each by the way that its address names."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.print_job import PrintState
from desktop.domain.printers import NetworkPrinter, RawQueue, SystemQueue, printer_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.paper import Commands, Paper, PaperDocument
    from desktop.domain.print_job import PrintJob
    from desktop.domain.printers import PrinterAddress, PrinterChoice
    from desktop.printing.network import Limits


class Queues(Protocol):
    """The queues of the operating system. Every method blocks.

    `keep_on` returns False when the program ends.
    """

    def send_raw(self, queue: str, data: bytes, *, title: str, keep_on: Callable[[], bool]) -> str:
        """Puts bytes in a queue, which passes them on unchanged. Returns the job's name there.

        Raises:
            PaperFailed: the queue does not exist, does not take jobs, is paused, or reports a fault.
        """

    def send_pages(
        self, queue: str, document: PaperDocument, paper: Paper, *, title: str, keep_on: Callable[[], bool]
    ) -> str:
        """Prints a document as text with the printer's driver. Returns the job's name in the queue.

        Args:
            queue: its name; empty for the default printer.
            document: what is printed.
            paper: in the printer.
            title: of the job.
            keep_on: see the class.

        Raises:
            PaperFailed: as for `send_raw`, or there is no default printer.
        """

    def check_queue(self, queue: str) -> None:
        """Checks that a queue would print now.

        Args:
            queue: its name; empty to check only that the print service works.

        Raises:
            PaperFailed: as for `send_raw`.
        """

    def check(self, job: str, keep_on: Callable[[], bool]) -> PrintState | None:
        """Asks what became of a job. Returns None if its queue no longer knows it.

        Raises:
            PaperFailed: it was not printed, and will not be without help.
        """

    def withdraw(self, job: str, keep_on: Callable[[], bool]) -> None:
        """Removes a job that has failed from its queue, so that it does not come out later beside its reprint."""

    def choices(self) -> tuple[PrinterChoice, ...]:
        """Returns every queue. Takes long if printers are discovered in the network."""

    def has_sheets(self, queue: str, keep_on: Callable[[], bool]) -> bool | None:
        """True if a queue prints on sheets, such as A4, unless it is told otherwise. None if it does not tell."""


@dataclass(frozen=True, slots=True)
class ThermalSettings:
    """What the settings say of thermal printers.

    Attributes:
        commands: that they understand.
        cut: True to cut the paper.
    """

    commands: Commands
    cut: bool


class ShopPrinters:
    """The printers of a shop (`flow.ports.Printers`). Every method blocks."""

    def __init__(self, thermal: Callable[[], ThermalSettings], *, limits: Limits | None = None) -> None:
        """Looks for no printer yet.

        Args:
            thermal: returns the settings of thermal printers. It is called for each job, because they can change.
            limits: how long to wait for network printers.
        """
        self._thermal_settings = thermal
        self._limits = limits
        self._known_queues: Queues | None = None

    def send(self, job: PrintJob, keep_on: Callable[[], bool]) -> tuple[PrintState, str]:
        """See `flow.ports.Printers.send`."""
        address = _address(job)
        # The number distinguishes two prints of one receipt.
        title = f"{job.document.title} {job.number}"
        match address:
            case NetworkPrinter():
                return self._send_to(address, self._thermal(job), keep_on), ""
            case RawQueue(name):
                queue_job = self._queues.send_raw(name, self._thermal(job), title=title, keep_on=keep_on)
            case SystemQueue(name):
                queue_job = self._queues.send_pages(name, job.document, job.paper, title=title, keep_on=keep_on)
        return PrintState.TAKEN, queue_job

    def check(self, job: PrintJob, keep_on: Callable[[], bool]) -> PrintState | None:
        """See `flow.ports.Printers.check`."""
        return self._queues.check(job.queue_job, keep_on)

    def withdraw(self, job: PrintJob, keep_on: Callable[[], bool]) -> None:
        """See `flow.ports.Printers.withdraw`."""
        self._queues.withdraw(job.queue_job, keep_on)

    def choices(self) -> tuple[PrinterChoice, ...]:
        """See `flow.ports.Printers.choices`."""
        return self._queues.choices()

    def has_sheets(self, printer: str, keep_on: Callable[[], bool]) -> bool | None:
        """See `flow.ports.Printers.has_sheets`."""
        try:
            address = printer_address(printer)
        except ValueError:
            return None
        # Only receipt printers understand ESC/POS.
        return self._queues.has_sheets(address.name, keep_on) if isinstance(address, SystemQueue) else False

    @property
    def _queues(self) -> Queues:
        if self._known_queues is None:
            self._known_queues = system_queues()
        return self._known_queues

    def _thermal(self, job: PrintJob) -> bytes:
        from desktop.printing.escpos import encode
        from desktop.printing.sheet import picture

        made, thermal = picture(job.document, job.paper.dots), self._thermal_settings()
        return encode(made, commands=thermal.commands, cut=thermal.cut, drawer=job.opens_drawer)

    def _send_to(self, address: NetworkPrinter, data: bytes, keep_on: Callable[[], bool]) -> PrintState:
        from desktop.printing.network import Limits, NetworkConnection

        connection = NetworkConnection(address, self._limits or Limits(), keep_on)
        try:
            return connection.print(data)
        finally:
            connection.close()


def system_queues() -> Queues:
    """Returns the queues of this operating system."""
    if sys.platform == "win32":  # pragma: no cover - the tests run this on Windows
        from desktop.printing.windows import WindowsQueues

        return WindowsQueues()
    else:
        from desktop.printing.cups import CupsQueues

        return CupsQueues()


def _address(job: PrintJob) -> PrinterAddress:
    try:
        return printer_address(job.printer)
    except ValueError:
        # The job was recorded by another version, or its file was changed.
        raise PaperFailed(PaperTrouble.ADDRESS) from None
