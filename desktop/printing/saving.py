"""Saves documents as PDF files, tables as CSV and archives as zip files, which never replace each other."""

from __future__ import annotations

import io
import logging
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop.domain.failures import PaperFailed, PaperTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.domain.paper import Paper, PaperDocument

_log = logging.getLogger(__name__)


class PdfFiles:
    """Saves documents and tables in a folder (`flow.ports.DocumentFiles`). It blocks while the disk is slow."""

    def __init__(self, paper: Paper, folder: Callable[[], Path]) -> None:
        """Does not look for the folder yet.

        Args:
            paper: the size of the pages.
            folder: returns the folder, and creates it if needed; called when the first document is saved.
        """
        self._paper = paper
        self._folder = folder

    def save(self, document: PaperDocument, name: str) -> str:
        """Writes a complete PDF or nothing. Returns its path.

        Args:
            document: what is saved.
            name: of the file, without its ending.

        Raises:
            PaperFailed: the file cannot be written.
        """
        from desktop.printing.pages import pdf

        made = pdf(document, self._paper)
        return self._save(name, ".pdf", lambda file: file.write(made))

    def save_table(self, rows: Iterable[Sequence[object]], name: str) -> str:
        """Writes a CSV file completely or not at all. Returns its path.

        Args:
            rows: the cells of each row; None for an empty cell.
            name: of the file, without its ending.

        Raises:
            PaperFailed: the file cannot be written.
        """
        return self._save(name, ".csv", lambda file: _write_rows(file, rows))

    def save_archive(self, archive: bytes, name: str) -> str:
        """Writes a zip file completely or not at all. Returns its path.

        Args:
            archive: the content.
            name: of the file, without its ending.

        Raises:
            PaperFailed: the file cannot be written.
        """
        return self._save(name, ".zip", lambda file: file.write(archive))

    def _save(self, name: str, ending: str, write: Callable[[BinaryIO], object]) -> str:
        try:
            folder = self._folder()
            handle, fresh_name = tempfile.mkstemp(prefix=".receipt-", suffix=ending, dir=folder)
            fresh = Path(fresh_name)
            try:
                with os.fdopen(handle, "wb") as file:
                    write(file)
                return str(_move_without_overwriting(fresh, folder, _file_name(name), ending))
            finally:
                fresh.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("document not saved: %s", error.strerror)
            raise PaperFailed(PaperTrouble.FILE) from error


def _write_rows(file: BinaryIO, rows: Iterable[Sequence[object]]) -> None:
    import csv

    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    try:
        csv.writer(text, lineterminator="\n").writerows(rows)
    finally:
        # The file is closed by the one who opened it.
        text.detach()


def _move_without_overwriting(made: Path, folder: Path, stem: str, ending: str) -> Path:
    """Gives the file its name, but never replaces another document."""
    for number in range(1, 1_000):
        target = folder / (f"{stem}{ending}" if number == 1 else f"{stem} {number}{ending}")
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
    raise OSError(None, "too many documents with the same name")


def _file_name(words: str) -> str:
    return re.sub(r"[^\w .-]+", "_", words).strip(" .")[:120] or "receipt"
