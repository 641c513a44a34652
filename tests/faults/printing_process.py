"""Prints in a process that a test kills.

    python -m tests.faults.printing_process FILE PRINTER submit|print

`submit` records a job and waits to be killed. `print` works through the queue until nothing is left, and prints the
jobs that the last run left, as one line each.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication

from desktop.domain.paper import Commands, Paper
from desktop.flow.clock import SystemClock
from desktop.flow.printing import PrintDesk, PrintRequest
from desktop.printing.network import Limits
from desktop.printing.printers import ShopPrinters, ThermalSettings
from desktop.store.print_queue import PrintQueue
from tests.paper import REFERENCE, receipt_document


def main(file: str, printer: str, verb: str) -> None:
    """Does one of the two."""
    _app = QGuiApplication([])
    limits = Limits(status=0.2, stall=30, whole=60)
    printers = ShopPrinters(lambda: ThermalSettings(Commands.RASTER, cut=True), limits=limits)
    desk = PrintDesk(PrintQueue(Path(file)), printers, SystemClock(), sure_time=lambda now: now)
    if verb == "submit":
        desk.submit(PrintRequest(receipt_document("en"), printer, Paper.MM_80, REFERENCE))
        _tell("submitted")
        threading.Event().wait()
    for job in desk.resume().interrupted:
        _tell(f"interrupted {job.why.value if job.why else ''}")
    _tell("printing")
    desk.send_waiting()
    _tell("done")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
