"""Writes the audit trail as JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.console import complain_of_no_journal
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.standard_output import complain
from desktop.store import journal_workers
from desktop.store.errors import journal_errors
from desktop.store.export_records import event_line
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.commands.console import Console
    from desktop.store.journal_workers import JournalWorkers


def run(console: Console) -> ExitCode:
    """Writes the events of the days on the command line, oldest first, each with its number and hash.

    A program that collects them passes the last number that it has as `--after`.

    Raises:
        JournalUnusable: the journal cannot be read, or is damaged. What was read before the damage is written.
    """
    with journal_errors(console.journal):
        path = find_journal(console.journal)
    if path is None:
        complain_of_no_journal(console.journal)
        return ExitCode.DONE
    with journal_workers.workers_for(path) as workers:
        return _run(console, path, workers)


def _run(console: Console, path: Path, workers: JournalWorkers | None) -> ExitCode:
    verdict, workers = journal_workers.verify(path, workers, attempts=True)
    try:
        for text in _texts(console, path, workers):
            console.out.write(text)
    except JournalUnusable:
        # What is wrong with a damaged journal is said below.
        if verdict.ok:
            raise
    console.out.flush()
    if verdict.why is not None:
        if verdict.why is JournalTrouble.DAMAGED:
            complain(f"the journal proves less than it should: {verdict.problem}")
        raise JournalUnusable(verdict.why, str(path))
    return ExitCode.DONE


def _texts(console: Console, path: Path, workers: JournalWorkers | None) -> Iterator[str]:
    """Yields lines of events, one or more at a time."""
    command = console.command
    if workers is not None:
        with journal_errors(path):
            for block in workers.event_lines(command.from_day, command.to_day, command.after or 0):
                yield block.text
        return
    with SqliteJournal.open(path, writer=False) as journal:
        yield from map(event_line, journal.audit(command.from_day, command.to_day, command.after or 0))
