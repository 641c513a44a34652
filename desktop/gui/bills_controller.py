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

    What is asked for before the worker works waits for it, because a POS may ask while the window starts.

    Signals:
        answered: a redemption may have a bill now that it did not have before.
    """

    answered = Signal()

    def __init__(self, worker: WorkerThread[BackgroundTill], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._is_open = False
        self._failure: Failure | None = None
        self._waiting: list[tuple[_Request, str, str]] = []
        worker.opened.connect(self._on_opened)

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

        if self._failure is not None:
            answer(self._failure)
        elif self._is_open:
            self._ask(_Request(pass_on, self), reference, bill)
        else:
            self._waiting.append((_Request(pass_on, self), reference, bill))

    def _ask(self, request: _Request, reference: str, bill: str) -> None:
        self._worker.ask(request.on_answer, request.on_answer, BackgroundTill.attach_bill, reference, bill)

    def stop_with(self, failure: Failure) -> None:
        """Answers every request with the reason why this till does not work, until its worker is opened after all."""
        self._is_open, self._failure = False, failure
        waiting, self._waiting = self._waiting, []
        for request, _, _ in waiting:
            request.on_answer(failure)

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        if failure is not None:
            self.stop_with(failure)
            return
        self._is_open, self._failure = True, None
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            self._ask(*one)
