"""Takes back a hand-over that the POS no longer needs, if nothing of it has been sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.standard_output import complain
from desktop.store.writer_lock import is_free

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.command_line import CommandLine

_WINDOW_TIMEOUT = 10.0
"""Seconds to wait for the window, which answers at once."""


def run(data: Path, command: CommandLine) -> ExitCode:
    """Asks the open window to take back every hand-over of a bill, or every request to give a redemption back.

    Who waits for the hand-over is told that it is cancelled.

    Args:
        data: the data folder.
        command: the command line.

    Returns:
        `NOT_REDEEMED` if it is too late: `outcome` tells what became of it. `NO_RECORD` if the till has no such
        hand-over.

    Raises:
        JournalUnusable: the till cannot be asked.
    """
    asked = {"bill": command.bill} if command.bill else {"give_back": command.reference}
    answer = _ask_window(data, {"withdraw": asked})
    if answer is None:
        complain("no window of this till is open, so nothing is at the till")
        return ExitCode.NO_RECORD
    code, error = answer.get("code"), answer.get("error")
    if isinstance(error, str) and error:
        complain(error)
    if not isinstance(code, int) or code not in set(ExitCode):
        complain("the window ended or did not answer, so the hand-over may still be at the till; try again")
        return ExitCode.UNKNOWN
    return ExitCode(code)


def _ask_window(data: Path, message: dict[str, object]) -> dict[str, object] | None:
    journal = paths.journal(data)
    if not journal.exists() or is_free(journal):
        return None
    from desktop.pos.second_start import ask_window

    return ask_window(data, message, timeout=_WINDOW_TIMEOUT, has_ended=lambda: is_free(journal))
