"""Runs the printing worker, which goes on while the window starts again with other settings."""

from __future__ import annotations

import math
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import paths
from desktop.flow.clock import SystemClock
from desktop.gui.printing_controller import PrintingController
from desktop.gui.worker import WorkerThread

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.settings import Settings
    from desktop.flow.printing import PrintDesk
    from desktop.gui.receipts import ReceiptDesign
    from desktop.printing.printers import ThermalSettings

_LAST_PRINT = 4.0
"""Seconds in which a print under way can end when the window closes."""


class ShopPrinting(QObject):
    """The printing of one data folder. A session can hand it on to the next one, with the job that is being printed.

    It has no connection, and only reads the journal at its start: it cannot disturb a redemption.

    Attributes:
        controller: takes the requests.
    """

    def __init__(self, data: Path, settings: Settings, design: ReceiptDesign) -> None:
        """Prints nothing yet.

        Args:
            data: the folder of the print queue.
            settings: in force.
            design: lays receipts out.
        """
        super().__init__()
        self._data = data
        self._settings = settings
        self._print_until = math.inf
        self._worker = WorkerThread("printing", self._open)
        self.controller = PrintingController(self._worker, design, settings, self)

    def use(self, settings: Settings, design: ReceiptDesign) -> None:
        """Prints with other settings from the next job on."""
        self._settings = settings
        self.controller.use(settings, design)

    def stop(self, within: int) -> bool:
        """Ends the worker. A receipt that was just asked for still comes out. Returns True if it ended in time.

        Args:
            within: milliseconds to wait for it.
        """
        # A receipt that is being printed gets a little time, because half a receipt helps no one.
        self._print_until = time.monotonic() + _LAST_PRINT
        ended = self._worker.finish(within, after_requests=True)
        if ended:
            # Otherwise Python's garbage collector would delete the Qt object later, in any thread.
            self.deleteLater()
        return ended

    def _open(self) -> PrintDesk:
        from desktop.flow.printing import PrintDesk
        from desktop.printing.printers import ShopPrinters
        from desktop.store.print_queue import PrintQueue
        from desktop.store.sure_time import sure_time

        queue = PrintQueue(paths.print_queue(self._data))
        return PrintDesk(
            queue,
            ShopPrinters(self._thermal_settings),
            SystemClock(),
            self._may_print,
            sure_time=partial(sure_time, paths.journal(self._data)),
        )

    def _thermal_settings(self) -> ThermalSettings:
        from desktop.printing.printers import ThermalSettings

        settings = self._settings
        return ThermalSettings(settings.printer_commands, cut=settings.cut_paper)

    def _may_print(self) -> bool:
        return time.monotonic() < self._print_until
