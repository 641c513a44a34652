"""Prints receipts on the system's printers and saves them as PDF files."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.failures import PaperFailed, PaperTrouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.receipt import Receipt

_log = logging.getLogger(__name__)

_PDF_RESOLUTION = 300


class ReceiptPrinter:
    """Prints and saves receipts (`flow.ports.Printer`). It blocks: listing the printers alone can take many seconds."""

    def __init__(self, html: Callable[[Receipt], str], *, printer: str, folder: Callable[[], Path]) -> None:
        """Stores what it needs, and does not look for a printer yet.

        Args:
            html: renders a receipt as Qt's rich text.
            printer: the name of the system printer; empty for the default one.
            folder: returns the folder for saved receipts; called when the first receipt is saved.
        """
        self._html = html
        self._printer = printer
        self._folder = folder

    def print_receipt(self, receipt: Receipt) -> None:
        """Prints on the printer from the settings, or on the system's default printer.

        Raises:
            PaperFailed: if there is no such printer, or it does not accept the receipt.
        """
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from desktop.printing.sheet import document, paint, strip_layout

        # Qt silently uses the default printer for an unknown name, so look the printer up first.
        info = QPrinterInfo.printerInfo(self._printer) if self._printer else QPrinterInfo.defaultPrinter()
        if info.isNull():
            raise PaperFailed(PaperTrouble.NO_PRINTER)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        if info.state() == QPrinter.PrinterState.Error:
            raise PaperFailed(PaperTrouble.PRINTER)
        made = document(self._html(receipt), printer, printer.resolution())
        printer.setPageLayout(strip_layout(made, printer.resolution()))
        if not paint(made, printer) or printer.printerState() in {
            QPrinter.PrinterState.Error,
            QPrinter.PrinterState.Aborted,
        }:
            raise PaperFailed(PaperTrouble.PRINTER)
        _log.info("receipt of %s printed", receipt.reference)

    def save_receipt(self, receipt: Receipt) -> str:
        """Writes a complete PDF or nothing. Returns its path.

        Raises:
            PaperFailed: if the file cannot be written.
        """
        from PySide6.QtGui import QPdfWriter

        from desktop.printing.sheet import document, paint, strip_layout

        try:
            folder = self._folder()
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".receipt-", suffix=".pdf", dir=folder)
            os.close(handle)
        except OSError as error:
            _log.warning("receipt not saved: %s", error.strerror)
            raise PaperFailed(PaperTrouble.FILE) from error
        made_file = Path(name)
        try:
            writer = QPdfWriter(name)
            writer.setResolution(_PDF_RESOLUTION)
            writer.setTitle(receipt.reference)
            made = document(self._html(receipt), writer, _PDF_RESOLUTION)
            writer.setPageLayout(strip_layout(made, _PDF_RESOLUTION))
            if not paint(made, writer):
                raise PaperFailed(PaperTrouble.FILE)
            if made_file.stat().st_size == 0:
                # On a full disk, Qt writes nothing and reports no error.
                raise PaperFailed(PaperTrouble.FILE)
            return str(_move_without_overwriting(made_file, folder, _file_name(receipt)))
        except OSError as error:
            _log.warning("receipt not saved: %s", error.strerror)
            raise PaperFailed(PaperTrouble.FILE) from error
        finally:
            made_file.unlink(missing_ok=True)


def printer_names() -> tuple[str, ...]:
    """The names of the system's printers. It blocks, and takes long if printers are discovered in the network."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def _move_without_overwriting(made: Path, folder: Path, stem: str) -> Path:
    """Gives the file its name, but never replaces another receipt."""
    for number in range(1, 1_000):
        target = folder / (f"{stem}.pdf" if number == 1 else f"{stem} {number}.pdf")
        try:
            os.link(made, target)
        except FileExistsError:
            continue
        except OSError:
            # The file system has no hard links.
            if target.exists():
                continue
            made.replace(target)
        return target
    raise OSError(None, "too many receipts with the same name")


def _file_name(receipt: Receipt) -> str:
    words = ["TRAINING"] if receipt.training else []
    words += [f"{receipt.at:%Y-%m-%d %H%M}", receipt.bill or receipt.redemption_id or receipt.reference]
    words += ["COPY"] if receipt.copy else []
    return re.sub(r"[^\w .-]+", "_", " ".join(words)).strip(" .")[:120]
