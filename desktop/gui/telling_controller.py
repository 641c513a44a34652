"""Passes outcomes for the POS to the worker that tells them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.pos_desk import PosDesk
from desktop.gui.timers import after_a_failure

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.hand_over_record import HandOverRecord
    from desktop.flow.pos_desk import Telling, Told
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)


class TellingController(QObject):
    """The POS's desk, between hand-overs and its worker. Lives on the GUI thread and never blocks.

    Signals:
        told: the oldest outcome has been told (`Mapping[str, object]`, with the earlier redemption of its bill).
        not_told: the oldest outcome could not be told.
        caught_up: the files whose outcome may change have been looked through.
        failed: an expected failure that the cashier should know about (`Failure`).
        not_written: a file of the POS could not be written (its path). `told` follows.
    """

    told = Signal(object)
    not_told = Signal()
    caught_up = Signal()
    failed = Signal(object)
    not_written = Signal(str)

    def __init__(self, desk: WorkerThread[PosDesk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_open = False
        self._opened: list[str] = []
        self._later = after_a_failure(self, self.catch_up)

    def open(self) -> None:
        """Opens the desk, off the GUI thread, and rewrites files whose outcome is another one by now.

        Call it once the counter has opened the journal, which may have to be made or converted first.
        """
        self._is_open = True
        self._desk.open()
        for one in self._opened:
            self.open_hand_over(one)
        self._opened.clear()
        self._desk.ask(self._on_done, self._on_trouble, PosDesk.conclude_lost)
        self.catch_up()

    def tell(self, telling: Telling) -> None:
        """Has an outcome told. `told` or `not_told` follows, in the order of the outcomes."""
        self._desk.open()
        self._desk.ask(self._on_told, self._on_not_told, PosDesk.tell, telling)

    def expect_file(self, hand_over: HandOverRecord) -> None:
        """Records that the POS expects the outcome of a hand-over in a file."""
        self._desk.open()
        self._desk.ask(self._on_done, self._on_trouble, PosDesk.expect_file, hand_over)

    def open_hand_over(self, hand_over_id: str) -> None:
        """Records that a customer of the POS is at the counter now. Nothing can be sent before the journal is open."""
        if not self._is_open:
            self._opened.append(hand_over_id)
            return
        self._desk.open()
        self._desk.ask(self._on_done, self._on_trouble, PosDesk.open_hand_over, hand_over_id)

    @Slot()
    def catch_up(self) -> None:
        """Rewrites the files whose outcome is another one by now."""
        self._desk.ask(self._on_caught_up, self._on_trouble, PosDesk.catch_up)

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.failure is not None:
            self.failed.emit(told.failure)
            self.not_written.emit(told.path)
        self.told.emit(told.record)

    @Slot(object)
    def _on_not_told(self, failure: Failure) -> None:
        _log.error("an outcome could not be told: %s", failure)
        self.not_told.emit()

    @Slot(object)
    def _on_caught_up(self, _nothing: None) -> None:
        self.caught_up.emit()

    @Slot(object)
    def _on_done(self, _nothing: None) -> None:
        """Nothing follows."""

    @Slot(object)
    def _on_trouble(self, failure: Failure) -> None:
        _log.warning("the POS's desk: %s", failure)
        self._later.start()
