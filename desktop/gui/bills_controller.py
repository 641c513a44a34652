"""Has bill numbers attached to redemptions by the settling worker, which holds up no cashier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.background_till import BackgroundTill

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.failures import Failure
    from desktop.flow.attach_bill import BillAnswer
    from desktop.gui.worker import WorkerThread


class _Request(QObject):
    """One request, so that each answer goes to the program that asked."""

    def __init__(self, answer: Callable[[BillAnswer | Failure], None], parent: QObject) -> None:
        super().__init__(parent)
        self._answer = answer

    @Slot(object)
    def on_answer(self, found: BillAnswer | Failure) -> None:
        """Answers, and ends."""
        self._answer(found)
        self.deleteLater()


class BillsController(QObject):
    """Attaches bills. Lives on the GUI thread and never blocks.

    Signals:
        answered: a redemption may have a bill now that it did not have before.
    """

    answered = Signal()

    def __init__(self, worker: WorkerThread[BackgroundTill], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker

    def attach(self, reference: str, bill: str, answer: Callable[[BillAnswer | Failure], None]) -> None:
        """Attaches a bill number to a redemption.

        Args:
            reference: of the redemption.
            bill: the number, checked.
            answer: called on the GUI thread with what became of it. Not called if the window ends before.
        """

        def pass_on(found: BillAnswer | Failure) -> None:
            answer(found)
            self.answered.emit()

        request = _Request(pass_on, self)
        self._worker.ask(request.on_answer, request.on_answer, BackgroundTill.attach_bill, reference, bill)
