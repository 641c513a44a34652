"""Owns the window's side of the settling worker: when it looks, what it found, and what points are worth meanwhile."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.failures import Refused
from desktop.domain.redemption import State
from desktop.flow.operations import AskWorth, LookOnce, ResumeSettling, SettlingState, WatchAttempt

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.background_till import BackgroundTill
    from desktop.gui.worker import Crew, Reply

_log = logging.getLogger(__name__)

_AFTER_TROUBLE = 30_000
"""Milliseconds until settling goes on where it could not, as with a journal that cannot be written."""


class Settlement(QObject):
    """Keeps the settling worker going. Lives on the painting thread and never waits.

    Signals:
        failed: settling cannot begin (`Failure`).
        resumed: what earlier sessions left unsettled has been taken up (`SettlingState`).
        changed: how settling stands (`SettlingState`).
        settled: an attempt is known by now (`Attempt`).
        worth_known: what points are worth (`Draft`, `Decimal`).
        worth_refused: the service would refuse these points (`Draft`, `Refused`).
    """

    failed = Signal(object)
    resumed = Signal(object)
    changed = Signal(object)
    settled = Signal(object)
    worth_known = Signal(object, object)
    worth_refused = Signal(object, object)

    def __init__(self, crew: Crew[BackgroundTill], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crew = crew
        self._worth_awaited = 0
        self._look_awaited = False
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._on_look_due)
        crew.opened.connect(self._on_opened)
        crew.replied.connect(self._on_replied)

    def open(self) -> None:
        """Opens the settling desk, off the painting thread."""
        self._crew.open()

    def watch(self, attempt: Attempt) -> None:
        """Has an attempt settled whose outcome has just been lost."""
        self._crew.ask(WatchAttempt(attempt))

    def ask_worth(self, draft: Draft) -> None:
        """Asks what points are worth; only the last question's answer comes back."""
        self._worth_awaited = self._crew.ask(AskWorth(draft))

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        if failure is not None:
            self.failed.emit(failure)
        else:
            self._crew.ask(ResumeSettling())

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        if isinstance(reply.operation, AskWorth):
            self._on_worth(reply)
            return
        if isinstance(reply.operation, LookOnce):
            self._look_awaited = False
        if reply.failure is not None:
            _log.warning("settling: %s", reply.failure)
            self._look.start(_AFTER_TROUBLE)
            return
        state: SettlingState = reply.result
        if isinstance(reply.operation, ResumeSettling):
            self.resumed.emit(state)
        self.changed.emit(state)
        last = state.progress
        if last is not None and last.next_in is None and last.attempt.state is not State.UNKNOWN:
            self.settled.emit(last.attempt)
        if state.next_in is not None:
            self._look.start(int(state.next_in * 1000) + 1)

    def _on_worth(self, reply: Reply) -> None:
        if reply.number != self._worth_awaited or not isinstance(reply.operation, AskWorth):
            return
        if isinstance(reply.failure, Refused):
            self.worth_refused.emit(reply.operation.draft, reply.failure)
        elif reply.failure is None and reply.result.worth is not None:
            self.worth_known.emit(reply.operation.draft, reply.result.worth)

    @Slot()
    def _on_look_due(self) -> None:
        if not self._look_awaited:
            self._look_awaited = True
            self._crew.ask(LookOnce())
