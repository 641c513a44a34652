"""Makes the folder that all logins of this machine share."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.private_files import SHARED_FOLDER_MODE
from desktop.standard_output import complain

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.commands.console import Console

GROUP = "points-till"
"""The group whose members may use the till, unless `--group` names another."""


def run(console: Console) -> ExitCode:
    """Makes the folder, or corrects its group and mode. Only root may do so; on Windows the set-up does it."""
    if sys.platform == "win32":
        complain("on Windows the set-up makes the folder")
        return ExitCode.UNUSABLE
    else:
        folder = console.command.data or paths.machine_place()
        problem = _share(folder, console.command.group or GROUP)
        if problem:
            complain(problem)
            return ExitCode.UNUSABLE
        console.print(f"{folder} belongs to the group {console.command.group or GROUP}")
        console.print("sign in as a user of this group and run “machine move” to move this user's data there")
        return ExitCode.DONE


if sys.platform != "win32":
    import grp

    def _share(folder: Path, group: str) -> str:  # noqa: PLR0911 - one for each problem
        """Does it. Returns what is in the way; empty if nothing is."""
        if os.geteuid() != 0:
            return "only root can make the folder"
        try:
            number = grp.getgrnam(group).gr_gid
        except KeyError:
            return (
                f"there is no group {group}; make it (groupadd --system {group}), and put the cashiers' users into it"
            )
        if number == 0:
            return "the group of root is no group for a till"
        try:
            # For root alone until its group is right. A folder that is there must be root's own.
            folder.mkdir(mode=0o700)
        except FileExistsError:
            pass
        except OSError as error:
            return f"{folder} cannot be made: {error.strerror}"
        # Without following a link, so that root gives away nothing but this folder.
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError as error:
            return f"{folder} is not a folder of its own: {error.strerror}"
        try:
            if os.fstat(descriptor).st_uid != 0:
                return f"{folder} does not belong to root"
            os.fchown(descriptor, 0, number)
            os.fchmod(descriptor, SHARED_FOLDER_MODE)
        finally:
            os.close(descriptor)
        return ""
