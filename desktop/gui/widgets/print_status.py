"""Shows how far the print of a receipt is, and what can be done after it has failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.print_job import PrintJob, PrintState
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_spacing
from desktop.gui.voice import announce
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.domain.printers import PrinterChoice
    from desktop.gui.controller import Controller
    from desktop.gui.printing_controller import PrintingController


class PrintStatus(QWidget):
    """The print of one receipt. Hidden if the receipt has not been printed.

    Attributes:
        text: how far the print is. A page may move it to a place of its own.

    Signals:
        again_requested: the user prints once more. The control that has the focus is hidden next.
    """

    again_requested = Signal()

    def __init__(self, printing: PrintingController, controller: Controller) -> None:
        """Shows nothing yet.

        Args:
            printing: prints, and knows the state of each job.
            controller: has the message of the page, which is not repeated here, and says that it prints.
        """
        super().__init__()
        self._printing = printing
        self._controller = controller
        self._reference = ""
        self._is_choosing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 6)
        self.text = label("note", name="print_state", wrap=True)
        column.addWidget(self.text)
        # All of them with this parent at once, because the Tab key goes through them in this order.
        self.again = Button(self.tr("Print again"), "print_again", role="quiet", parent=self)
        self.other = Button(self.tr("Another printer"), "another_printer", role="quiet", parent=self)
        row = QHBoxLayout()
        set_spacing(row, 8)
        for button in (self.again, self.other):
            row.addWidget(button, 1)
        column.addLayout(row)
        self.printers = ChoiceBox(self.tr("Printer"), "printer")
        # Choosing prints at once, so the arrows must not pass a printer on the way to the next one.
        self.printers.choose_in_list()
        column.addWidget(self.printers)
        self.again.clicked.connect(self._on_again)
        self.other.clicked.connect(self._on_other)
        self.printers.activated.connect(self._on_chosen)
        printing.changed.connect(self._on_changed)
        printing.listed.connect(self._on_listed)
        self.show_for("")

    def show_for(self, reference: str) -> None:
        """Shows the print of a redemption's receipt.

        Args:
            reference: of the redemption; empty for none.
        """
        if reference != self._reference:
            self._reference = reference
            self.printers.hide()
        self.draw()

    @property
    def _job(self) -> PrintJob | None:
        return self._printing.job_of(self._reference) if self._reference else None

    @Slot()
    def draw(self) -> None:
        """Draws the state again: it is left out while the message of the page says the same."""
        job = self._job
        self.setVisible(job is not None)
        if job is None:
            self.text.hide()
            return
        text = self._words_for(job)
        self.text.setText(f"{text} ({isolated_in_rtl(job.failure.support)})" if job.failure is not None else text)
        self.text.setVisible(bool(text) and text not in self._controller.message)
        has_failed = job.state is PrintState.FAILED
        self.again.setVisible(has_failed)
        self.other.setVisible(has_failed)
        if not has_failed:
            self.printers.hide()

    def _words_for(self, job: PrintJob) -> str:
        match job.state:
            case PrintState.WAITING | PrintState.SENDING:
                return self.tr("Printing the receipt…")
            case PrintState.TAKEN:
                return self.tr("The receipt has been sent to the printer.")
            case PrintState.PRINTED:
                return self.tr("The receipt is printed.")
            case PrintState.FAILED:
                return self._controller.words.reason(job.failure) if job.failure is not None else ""

    @Slot(object)
    def _on_changed(self, job: PrintJob) -> None:
        if job.reference == self._reference:
            self.draw()

    @Slot()
    def _on_again(self) -> None:
        job = self._job
        if job is not None:
            self._print_again(job)

    def _print_again(self, job: PrintJob, printer: str = "") -> None:
        self.again_requested.emit()
        # In place of why it failed before. The worker can be slow to take the request.
        self._controller.say("info", self.tr("Printing the receipt…"))
        self._printing.print_again(job, printer)

    @Slot()
    def _on_other(self) -> None:
        if self._is_choosing:
            # The button stays enabled: a disabled one would pass the focus on, and Enter would press the next one.
            return
        self._is_choosing = True
        self._printing.list_printers()

    @Slot(object)
    def _on_listed(self, choices: tuple[PrinterChoice, ...]) -> None:
        job, is_choosing = self._job, self._is_choosing
        self._is_choosing = False
        if not is_choosing or job is None or not self.isVisible():
            # Qt would give the focus to a choice on a page that is not shown, in the middle of the next number.
            return
        self.printers.clear()
        others = [one for one in choices if one.address != job.printer]
        self.printers.addItem(self.tr("Choose a printer") if others else self.tr("No other printer was found"), "")
        for one in others:
            words = self.tr("{name} (receipt printer)") if one.is_raw else "{name}"
            self.printers.addItem(words.format(name=one.name), one.address)
        self.printers.setEnabled(bool(others))
        self.printers.show()
        if others:
            self.printers.setFocus()
        else:
            # The focus stays at the button.
            announce(self.printers, self.printers.currentText())

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        job, address = self._job, self.printers.itemData(index)
        if job is not None and address:
            self.printers.hide()
            self._print_again(job, str(address))
