"""Runs the settling worker: schedules its look-ups, and asks it what points are worth."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.flow.background_till import BackgroundTill
from desktop.gui.timers import AFTER_A_FAILURE, after_a_failure

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.points import Points
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.reversal import Reversal
    from desktop.flow.background_till import OutlookAnswer, SettlingState, WorthAnswer
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)


class SettlingController(QObject):
    """Keeps the settling worker going. Lives on the GUI thread and never blocks.

    Signals:
        failed: settling cannot start yet (`Failure`).
        resumed: the unknown attempts of earlier sessions are being settled (`SettlingState`).
        changed: the state of settling (`SettlingState`).
        settled: an attempt has an outcome now (`Attempt`); right after `changed`, with the same attempt in it.
        reversal_settled: a reversal has an outcome now (`Reversal`, and its redemption: `Attempt | None`).
        worth_known: what points are worth (`Draft`, `Decimal`).
        worth_refused: the service would refuse these points (`Draft`, `Refused`).
        service_checked: the service accepts this till, or why it does not (`Failure | None`).
        outlook_known: what is known about a member's points before anything is typed (`OutlookAnswer`).
    """

    failed = Signal(object)
    resumed = Signal(object)
    changed = Signal(object)
    settled = Signal(object)
    reversal_settled = Signal(object, object)
    worth_known = Signal(object, object)
    worth_refused = Signal(object, object)
    outlook_known = Signal(object)
    service_checked = Signal(object)

    def __init__(self, worker: WorkerThread[BackgroundTill], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._worth_asked: Draft | None = None
        self._is_looking = False
        self._is_checking = False
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.timeout.connect(self._on_look_due)
        self._open_timer = after_a_failure(self, self.open)
        worker.opened.connect(self._on_opened)

    @Slot()
    def open(self) -> None:
        """Opens the settling worker, off the GUI thread. What prevents it may end, so it is tried until it works."""
        self._worker.open()

    def watch(self, attempt: Attempt) -> None:
        """Settles an attempt whose outcome is unknown, or rechecks one."""
        self._worker.ask(self._on_state, self._on_failed, BackgroundTill.watch, attempt)

    def watch_reversal(self, reversal: Reversal) -> None:
        """Settles a reversal whose outcome is unknown, or rechecks one."""
        self._worker.ask(self._on_state, self._on_failed, BackgroundTill.watch_reversal, reversal)

    def ask_worth(self, draft: Draft) -> None:
        """Asks what points are worth. Only the answer to the last request is reported."""
        self._worth_asked = draft
        self._worker.ask(self._on_worth, self._on_no_worth, BackgroundTill.worth, draft)

    def ask_outlook(self, draft: Draft, bill: Points | None) -> None:
        """Asks what a cashier should know before typing; see `BackgroundTill.outlook`."""
        self._worker.ask(self._on_outlook, self._on_no_worth, BackgroundTill.outlook, draft, bill)

    def check_service(self) -> None:
        """Checks that the service accepts this till, unless that is being checked."""
        if not self._is_checking:
            self._is_checking = True
            self._worker.ask(self._on_accepted, self._on_not_accepted, BackgroundTill.check_service)

    @Slot(object)
    def _on_accepted(self, _nothing: None) -> None:
        self._is_checking = False
        self.service_checked.emit(None)

    @Slot(object)
    def _on_not_accepted(self, failure: Failure) -> None:
        self._is_checking = False
        self.service_checked.emit(failure)

    @Slot(object)
    def _on_outlook(self, answer: OutlookAnswer) -> None:
        self.outlook_known.emit(answer)

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        if failure is not None:
            self._on_not_begun(failure)
        else:
            self._worker.ask(self._on_resumed, self._on_not_begun, BackgroundTill.resume)

    @Slot(object)
    def _on_not_begun(self, failure: Failure) -> None:
        self._open_timer.start()
        self.failed.emit(failure)

    @Slot(object)
    def _on_resumed(self, state: SettlingState) -> None:
        self.resumed.emit(state)
        self._on_state(state)

    @Slot(object)
    def _on_looked(self, state: SettlingState) -> None:
        self._is_looking = False
        self._on_state(state)

    @Slot(object)
    def _on_look_failed(self, failure: Failure) -> None:
        self._is_looking = False
        self._on_failed(failure)

    @Slot(object)
    def _on_state(self, state: SettlingState) -> None:
        self.changed.emit(state)
        if state.settled is not None:
            self.settled.emit(state.settled)
        reversal = state.reversal
        if reversal is not None and reversal.next_in is None and not reversal.reversal.is_open:
            self.reversal_settled.emit(reversal.reversal, state.redemption)
        if state.next_in is not None:
            self._look_timer.start(int(state.next_in * 1000) + 1)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        _log.warning("settling: %s", failure)
        self._look_timer.start(AFTER_A_FAILURE)

    @Slot(object)
    def _on_worth(self, answer: WorthAnswer) -> None:
        if answer.draft is not self._worth_asked:
            return
        if answer.refusal is not None:
            self.worth_refused.emit(answer.draft, answer.refusal)
        elif answer.worth is not None:
            self.worth_known.emit(answer.draft, answer.worth)

    @Slot(object)
    def _on_no_worth(self, failure: Failure) -> None:
        """Only logs the failure. The worth is a help while typing, and pressing Enter shows what is wrong."""
        _log.info("worth not known: %s", failure)

    @Slot()
    def _on_look_due(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            self._worker.ask(self._on_looked, self._on_look_failed, BackgroundTill.look_once)
