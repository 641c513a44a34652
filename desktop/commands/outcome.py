"""Prints what the journal knows about a bill or a reference, for a POS that lost the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalUnusable
from desktop.domain.result_record import earlier_of, line_of, result, with_earlier
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal
from desktop.store.verification import verify_quickly

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from desktop.command_line import CommandLine
    from desktop.domain.redemption import Attempt


def run(journal_path: Path, command: CommandLine, out: TextIO) -> ExitCode:
    """Prints one line of JSON for each attempt, newest first. It may run while a window is open.

    It takes neither settings nor messages, because a POS waits for it, and loading them takes longer than the answer.

    Args:
        journal_path: the journal; it may not exist.
        command: the command line.
        out: standard output.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read, so an attempt may be missing in it.
    """
    with journal_errors(journal_path):
        path = find_journal(journal_path)
    if path is None:
        return ExitCode.NO_RECORD
    why = verify_quickly(path).why
    if why is not None:
        raise JournalUnusable(why, str(path))
    with SqliteJournal.open(path, writer=False) as journal:
        if command.reference:
            found = journal.get(command.reference.strip())
            attempts: tuple[Attempt, ...] = () if found is None else (found,)
        else:
            attempts = journal.same_bill(command.bill or "")
        journal.check(attempts)
        for one in attempts:
            same_bill = journal.same_bill(one.draft.bill) if command.reference else attempts
            told = with_earlier(result(one), earlier_of(same_bill, one.reference))
            out.write(line_of(told))
    out.flush()
    return ExitCode.DONE if attempts else ExitCode.NO_RECORD
