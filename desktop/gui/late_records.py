"""Has the till record later what its journal could not record, and warns until that is done."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.flow.till import Till
from desktop.gui.timers import after_a_failure

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.gui.display import Display
    from desktop.gui.screen import Notice
    from desktop.gui.worker import WorkerThread

_log = logging.getLogger(__name__)


class LateRecords(QObject):
    """The part of the controller that knows whether something is not recorded yet, because the disk was full.

    Signals:
        recorded: everything is recorded by now.
    """

    recorded = Signal()

    def __init__(self, display: Display, counter: WorkerThread[Till], parent: QObject | None = None) -> None:
        """Starts with nothing to record.

        Args:
            display: shows the warning.
            counter: records, between redemptions.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._counter = counter
        self._warning: Notice | None = None
        self._later = after_a_failure(self, self._on_due)

    def warn(self, failure: Failure) -> None:
        """Shows that something could not be recorded, and has it recorded later."""
        self._warning = self._display.warn(failure)
        self.try_later()

    @Slot()
    def try_later(self) -> None:
        """Has everything that was not recorded recorded later."""
        self._later.start()

    @Slot()
    def _on_due(self) -> None:
        self._counter.ask(self._on_recorded, self._on_not_recorded, Till.catch_up)

    @Slot(object)
    def _on_recorded(self, _nothing: None) -> None:
        self._display.withdraw_warning(self._warning)
        self._warning = None
        self.recorded.emit()

    @Slot(object)
    def _on_not_recorded(self, failure: Failure) -> None:
        _log.warning("what happened is still not recorded: %s", failure.support)
        self.try_later()
