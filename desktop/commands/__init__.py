"""Runs the commands that need no window, one module for each."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING

from desktop import standard_output
from desktop.domain.exit_codes import ExitCode
from desktop.domain.journal_failures import Failure
from desktop.standard_output import complain

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType
    from typing import TextIO

    from desktop.command_line import CommandLine
    from desktop.commands.console import Console
    from desktop.logs import Log

INTERRUPTED = 128 + signal.SIGINT
"""The exit code after Ctrl-C or SIGTERM, as shells expect it."""

_LOGGED = frozenset({"settle", "machine move"})
"""Commands that change what is known of redemptions, or where that is, so that support finds them in the log."""

_READING = frozenset({"history export", "history events", "report day", "outcome"})
"""Commands that only read the journal, so that a right that is missing is the right to read it."""


def run(command: CommandLine, *, data: Path) -> int:
    """Runs the command that the command line names, and returns the exit code.

    Args:
        command: the command line.
        data: the data folder.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    logs: list[Log] = []
    code = _run_to_its_end(command, data, logs)
    if not all(log.stop() for log in logs):
        # A disk hangs, or another process that holds the log's lock. The interpreter would wait for it.
        if sys.stdout is not None:
            with contextlib.suppress(OSError):
                sys.stdout.flush()
        os._exit(code)
    return code


def _run_to_its_end(command: CommandLine, data: Path, logs: list[Log]) -> int:
    """Runs the command, and explains what stops it. Adds the log that it writes to `logs`."""
    # A scheduler or an agent may start the program without standard input and output.
    with open(os.devnull, "r+", encoding="utf-8") as null:  # noqa: PTH123 - a device
        sys.stdin = sys.stdin or null
        out = sys.stdout or null
        try:
            code = _run(command, data, out, logs)
            with standard_output.reader_may_be_gone():
                out.flush()
        except Failure as failure:
            from desktop.commands.console import explain
            from desktop.texts import load_catalogue

            complain(explain(failure, load_catalogue(), is_reading=command.verb in _READING))
            return ExitCode.UNUSABLE
        except OSError as error:
            return end_after_error(error)
        except KeyboardInterrupt:
            # The user has stopped the command, which is no mistake in the program. A pipe that is full must not hold
            # it up.
            standard_output.discard()
            return INTERRUPTED
    return code


def run_for_pos(command: CommandLine, data: Path, out: TextIO) -> ExitCode | None:
    """Runs a command that a POS waits for, without the settings. None if it is another command."""
    match command.verb:
        case "outcome":
            from desktop import paths
            from desktop.commands import outcome

            return outcome.run(paths.journal(data), command, out)
        case "withdraw":
            from desktop.commands import withdraw

            return withdraw.run(data, command)
        case _:
            return None


def _run(command: CommandLine, data: Path, out: TextIO, logs: list[Log]) -> ExitCode:
    code = run_for_pos(command, data, out)
    if code is not None:
        return code
    import logging

    from desktop import logs as log_files
    from desktop import paths
    from desktop.commands.console import Console, without_words
    from desktop.domain.settings import LogFormat
    from desktop.settings_loading import in_short, load_settings
    from desktop.texts import load_catalogue

    config = command.config or paths.config_dir()
    loaded = load_settings(command, config)
    # The settings say nothing about the journal.
    for problem in loaded.problems if command.verb != "journal verify" else ():
        complain(f"setting cannot be used: {problem}")
    try:
        catalogue = load_catalogue()
    except (OSError, ValueError):
        if command.verb not in {"doctor", "support-file"}:
            raise
        # They run whatever is broken. The doctor reports the file.
        catalogue = without_words()
    catalogue = catalogue.signed_in_by(loaded.settings.sign_in)
    console = Console(command, loaded, config=config, data=data, catalogue=catalogue, out=out)
    if command.verb not in _LOGGED:
        return run_verb(console)
    # `machine move` prints all that it logs, in its own words.
    quiet = command.verb == "machine move"
    log = log_files.start(paths.log_dir(data), terminal_level=logging.ERROR if quiet else logging.WARNING)
    logs.append(log)
    log.note_start(command.verb)
    logging.getLogger(__name__).info("settings: %s", in_short(loaded))
    log.write(level=loaded.settings.log_level.value, as_json=loaded.settings.log_format is LogFormat.JSON)
    try:
        return run_verb(console)
    finally:
        log.stop()


def run_verb(console: Console) -> ExitCode:  # noqa: C901, PLR0911, PLR0912 - one case for each command
    """Runs the command of a console. Imports only its module, so a broken installation can still run `doctor`.

    Raises:
        Failure: the command cannot be carried out.
    """
    match console.command.verb:
        case "training-server":
            from desktop.commands import training_server

            return training_server.run(console)
        case "history export":
            from desktop.commands import history_export

            return history_export.run(console)
        case "history events":
            from desktop.commands import history_events

            return history_events.run(console)
        case "report day":
            from desktop.commands import report_day

            return report_day.run(console)
        case "settle":
            from desktop.commands import settle

            return settle.run(console)
        case "password set":
            from desktop.commands import password_set

            return password_set.run(console)
        case "machine share":
            from desktop.commands import machine_share

            return machine_share.run(console)
        case "machine move":
            from desktop.commands import machine_move

            return machine_move.run(console)
        case "oauth set":
            from desktop.commands import oauth_set

            return oauth_set.run(console)
        case "pin hash":
            from desktop.commands import pin_hash

            return pin_hash.run(console)
        case "attach-bill":
            from desktop.commands import attach_bill

            return attach_bill.run(console)
        case "api-token":
            from desktop.commands import api_token

            return api_token.run(console)
        case "journal verify":
            from desktop.commands import journal_verify

            return journal_verify.run(console)
        case "doctor":
            from desktop.commands import doctor

            return doctor.run(console)
        case "support-file":
            from desktop.commands import support_file

            return support_file.run(console)
        case verb if verb.startswith("head-office "):
            from desktop.commands import head_office

            return head_office.run(console)
        case unknown:
            raise ValueError(f"no such command: {unknown}")


def end_after_error(error: OSError) -> ExitCode:
    """Returns the exit code after an error of standard output, or of a file that the command reads or writes."""
    if sys.stdout is not None:
        try:
            # Print what is still buffered.
            sys.stdout.flush()
        except OSError:
            standard_output.discard()
    # An error with a file's name is not about standard output. Windows has one number for both.
    if error.errno in standard_output.READER_GONE and error.filename is None:
        # The program that read the output has read enough, which is not an error.
        return ExitCode.DONE
    complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
    return ExitCode.UNUSABLE


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
