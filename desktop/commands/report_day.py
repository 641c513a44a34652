"""Writes the figures of one day as text, JSON, CSV or PDF."""

from __future__ import annotations

import csv
import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.commands.console import complain_of_no_journal
from desktop.domain.csv_cells import harmless
from desktop.domain.day_report import DayReport
from desktop.domain.day_text import day_lines
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalUnusable
from desktop.standard_output import complain
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.journal_workers import verify_whole
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Writes the report of a day; today's unless another day is asked for. It may run while a window is open.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read, so the figures could be wrong. Nothing is written.
    """
    report = _read(console)
    match console.command.format:
        case "json":
            console.print(json.dumps(report.as_record(), ensure_ascii=False))
        case "csv":
            writer = csv.writer(console.out, lineterminator="\n")
            writer.writerow(_COLUMNS)
            writer.writerows([harmless(str(cell)) for cell in row] for row in _rows(report))
        case "pdf":
            return _write_pdf(console, report)
        case _:
            for line in day_lines(report):
                console.print(line)
    return ExitCode.DONE


def _read(console: Console) -> DayReport:
    day = console.command.date or datetime.now(UTC).astimezone().date()
    with journal_errors(console.journal):
        path = find_journal(console.journal)
    if path is None:
        complain_of_no_journal(console.journal)
        return DayReport(day=day)
    verdict = verify_whole(path)
    if verdict.why is not None:
        raise JournalUnusable(verdict.why, str(path))
    with SqliteJournal.open(path, writer=False) as journal:
        return journal.day_report(day)


_FIGURES = ("count", "points", "value")
_COLUMNS = ("date", "by", "name", "figure", *_FIGURES)


def _rows(report: DayReport) -> Iterator[list[object]]:
    day = report.day.isoformat()
    groups: list[tuple[str, Mapping[str, object]]] = [("", {"": report.sums})]
    groups += [("cashier", report.by_cashier), ("program", report.by_program)]
    for by, sums in groups:
        for name, one in sums.items():
            found = one.as_record()  # type: ignore[attr-defined]  # `Sums`
            for kind in ("redeemed", "given_back", "refused", "unknown"):
                yield [day, by, name, kind, *(found[kind][figure] for figure in _FIGURES)]
            yield [day, by, name, "net_points", "", found["net_points"], ""]


def _write_pdf(console: Console, report: DayReport) -> ExitCode:
    if console.out.isatty():
        complain("a PDF cannot be shown here; send it to a file with > report.pdf")
        return ExitCode.USAGE
    # A command needs no screen, and a server has none. Qt aborts if a platform or theme that a desktop set for all
    # programs cannot be used here.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("QT_QPA_PLATFORMTHEME", None)
    from desktop.printing.report_pdf import pdf_of

    data = pdf_of(day_lines(report), title=f"Points Till {report.day.isoformat()}")
    console.out.flush()
    buffer = getattr(console.out, "buffer", None)
    if buffer is None:
        complain("a PDF needs a standard output that takes bytes")
        return ExitCode.USAGE
    buffer.write(data)
    buffer.flush()
    return ExitCode.DONE
