"""Prints what the journal knows about a bill or a reference, for a POS that lost the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.domain.result_line import line_of
from desktop.store.outcomes import find_outcomes

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from desktop.command_line import CommandLine


def run(journal_path: Path, command: CommandLine, out: TextIO) -> ExitCode:
    """Prints one line of JSON for each attempt, newest first. It may run while a window is open.

    Args:
        journal_path: the journal; it may not exist.
        command: the command line.
        out: standard output.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read, so an attempt may be missing in it.
    """
    found = find_outcomes(journal_path, bill=command.bill or "", reference=command.reference)
    out.writelines(line_of(one) for one in found)
    out.flush()
    if not found and not journal_path.exists():
        # Imported late, because a POS waits for what was found.
        from desktop.commands.console import complain_of_no_journal

        complain_of_no_journal(journal_path)
    return ExitCode.DONE if found else ExitCode.NO_RECORD
