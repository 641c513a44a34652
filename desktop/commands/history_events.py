"""Writes the audit trail as JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.command_line import complain
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalUnusable
from desktop.domain.result_line import line_of
from desktop.store import verification
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.store.exporting import AuditLine


def run(console: Console) -> ExitCode:
    """Writes the events of the days on the command line, oldest first, each with its number and hash.

    A program that collects them passes the last number that it has as `--after`.

    Raises:
        JournalUnusable: the journal cannot be read, or is damaged. What was read before the damage is written.
    """
    command = console.command
    with journal_errors(console.journal):
        path = find_journal(console.journal)
    if path is None:
        return ExitCode.DONE
    verdict = verification.verify(path)
    try:
        with SqliteJournal.open(path, writer=False) as journal:
            for line in journal.audit(command.from_day, command.to_day, command.after or 0):
                console.out.write(line_of(_record(line)))
    except JournalUnusable as failure:
        if verdict.ok:
            raise
        complain(failure.support)
    console.out.flush()
    if verdict.why is not None:
        complain(f"the journal proves less than it should: {verdict.problem}")
        raise JournalUnusable(verdict.why, str(path))
    return ExitCode.DONE


def _record(line: AuditLine) -> dict[str, object]:
    event = line.event
    return {
        "seq": line.seq,
        "at": event.at,
        "what": event.what,
        "till": event.till,
        "cashier": event.cashier or None,
        "external_reference_number": event.reference or None,
        "request_id": event.request_id or None,
        "detail": event.detail or None,
        "hash": line.hash.hex(),
    }
