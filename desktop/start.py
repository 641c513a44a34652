"""Starts the program: reads the command line, and runs a command or shows the window.

It imports little, because a POS waits for some commands.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import command_line, paths
from desktop.command_options import UsageError
from desktop.domain.exit_codes import ExitCode
from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.standard_output import complain
from desktop.store import READ_JOURNAL

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Runs the program until it ends, and returns the exit code."""
    try:
        return _run(argv)
    except paths.NoHomeError as error:
        complain(str(error))
        return ExitCode.UNUSABLE


def _check_home(verb: str) -> None:
    """Checks that this user has a home, if it is needed whatever folders are named.

    The window would only find out later, and say that something went wrong in the program. The doctor tells what the
    window would do.

    Raises:
        NoHomeError: the user has none.
    """
    # Nearly every user has `HOME`, and asking for the folders takes a while before the first picture.
    has_home = sys.platform == "win32" or Path(os.environ.get("HOME", "")).is_absolute()
    if not has_home and verb in {command_line.WINDOW, "doctor"}:
        paths.user_config_dir()
        paths.user_data_dir()


def _run(argv: Sequence[str]) -> int:  # noqa: PLR0911 - one for each way to end
    if argv[1:] == [READ_JOURNAL]:
        from desktop.store import journal_worker

        return journal_worker.run()
    try:
        command = command_line.parse(argv[1:])
    except UsageError as error:
        complain(f"{error}\nTry points-till --help")
        return ExitCode.USAGE
    except OSError as error:
        from desktop import commands

        # The help or the version could not be printed.
        return commands.end_after_error(error)
    data = command.data or paths.data_dir()
    if command.training:
        data = paths.training_dir(data)
    if command.smoke_test:
        from desktop import smoke_test

        return smoke_test.run(argv[0], command.qt)
    _check_home(command.verb)
    if command.verb:
        from desktop import commands

        return commands.run(command, data=data)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        # Ctrl-C ends this start at once, until the window has a handler of its own. Python's would raise where Qt's
        # bindings swallow it, which leaves a window that is not whole, and is not called while a second start waits.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from desktop.store.writer_lock import WriterLock

    lock: WriterLock | None = None

    def has_ended() -> bool:
        """Takes the lock. Returns False if another window has it."""
        nonlocal lock
        try:
            lock = lock or WriterLock(paths.journal(data))
        except JournalUnusable as unusable:
            # The window reports any other problem of the journal.
            return unusable.why is not JournalTrouble.IN_USE
        return True

    if not has_ended():
        from desktop.pos import second_start

        code = second_start.hand_over(command, data, has_ended)
        if code is not None:
            return code
    from desktop.app import Application

    config = command.config or paths.config_dir()
    return Application(argv[0], command, config=config, data=data, lock=lock).run()
