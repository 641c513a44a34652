"""Moves this user's settings, secrets, journal and print jobs into the folder that all logins of this machine share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import moving_in, paths
from desktop.domain.exit_codes import ExitCode
from desktop.settings_loading import load_settings
from desktop.standard_output import complain

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Moves what the machine does not have yet, and joins this user's journal to the machine's if there is one.

    A window does the same when it opens in a login that still has something of its own.
    """
    if paths.machine_data(console.data) is None:
        complain("the logins of this machine share no folder; “machine share” makes one")
        return ExitCode.UNUSABLE
    has_settings = moving_in.move_settings(console.data)
    if has_settings:
        console.print("moved the settings")
    loaded = load_settings(console.command, console.data)
    moved, failures = moving_in.move_rest(console.data, loaded.settings, loaded.home)
    for what in moved:
        console.print(f"moved {what}")
    if not (has_settings or moved or failures):
        console.print("nothing to move")
    for failure in failures:
        complain(console.explain(failure))
    if failures:
        complain("what was not moved is where it was; run this command again")
    return ExitCode.UNUSABLE if failures else ExitCode.DONE
