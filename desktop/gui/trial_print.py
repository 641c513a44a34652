"""Prints a test page with what a page has entered, offers printers, and puts the state of the print into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.print_job import PrintJob, PrintState

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.paper import Paper
    from desktop.domain.printers import PrinterChoice
    from desktop.gui.printing_controller import PrintingController
    from desktop.gui.screen import Notice
    from desktop.gui.words import Words


@dataclass(frozen=True, slots=True)
class TrialState:
    """How far a test page is.

    Attributes:
        text: in a few words.
        tone: `info`, `good` or `bad`.
        reason: why it was not printed, and what to do; None if it was, or may still be.
    """

    text: str
    tone: str
    reason: Notice | None = None


class TrialPrint(QObject):
    """The test pages of one page of the window.

    Signals:
        changed: the last test page has come further (`TrialState`).
        listed: the printers that the system knows, as the settings name them (`tuple[str, ...]`).
    """

    changed = Signal(object)
    listed = Signal(object)

    def __init__(self, printing: PrintingController, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        self._words = words
        self._last: TrialState | None = None
        printing.trial_changed.connect(self._on_changed)
        printing.trial_not_recorded.connect(self._on_not_recorded)
        printing.listed.connect(self._on_listed)

    @Slot(str, object)
    def print_page(self, printer: str, paper: Paper) -> None:
        """Prints a test page on a printer that need not be that of the settings."""
        self._tell(TrialState(self.tr("Printing a test page…"), "info"))
        self._printing.print_trial(printer, paper)

    @Slot()
    def list_printers(self) -> None:
        """Asks for the printers that the system knows."""
        self._printing.list_printers()

    @Slot(object)
    def _on_changed(self, job: PrintJob) -> None:
        state = self._state_of(job)
        # A job waits and is sent under the same words, which a screen reader says once.
        if state != self._last:
            self._tell(state)

    @Slot(object)
    def _on_not_recorded(self, failure: Failure) -> None:
        self._tell(self._failed(failure))

    @Slot(object)
    def _on_listed(self, choices: tuple[PrinterChoice, ...]) -> None:
        # The empty address stands for the default printer, which the field offers as its empty text.
        self.listed.emit(tuple(one.address for one in choices if one.address))

    def _tell(self, state: TrialState) -> None:
        self._last = state
        self.changed.emit(state)

    def _state_of(self, job: PrintJob) -> TrialState:
        if job.failure is not None:
            return self._failed(job.failure)
        at = self._words.formats.clock(job.at)
        match job.state:
            case PrintState.PRINTED:
                return TrialState(self.tr("Printed at {time}").format(time=at), "good")
            case PrintState.TAKEN:
                # Some printers and queues never tell whether it is on paper.
                return TrialState(self.tr("Sent to the printer at {time}").format(time=at), "good")
            case _:
                return TrialState(self.tr("Printing a test page…"), "info")

    def _failed(self, failure: Failure) -> TrialState:
        return TrialState(self.tr("Not printed"), "bad", self._words.failure(failure))
