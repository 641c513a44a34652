"""Writes the support file, and prints what is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop import paths, support_file
from desktop.command_options import UsageError
from desktop.domain.exit_codes import ExitCode
from desktop.pos import result_file
from desktop.standard_output import complain

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.commands.console import Console

_ZIP = b"PK"


def run(console: Console) -> ExitCode:
    """Writes the file whole or not at all.

    Returns:
        `USAGE` if it cannot have this name, `UNUSABLE` if it cannot be written.
    """
    asked = console.command.file
    if asked is None:
        raise ValueError("the command line names no file")
    own = paths.own_folders(console.config, console.data)
    try:
        target = _target(asked, own)
    except (UsageError, result_file.ResultFileError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        complain(f"{asked} cannot take the support file: it {reason}")
        return ExitCode.USAGE
    made = support_file.make(console.loaded, data=console.data, diagnose=lambda: doctor_report(console))
    try:
        result_file.write(target, made.archive, own)
    except OSError as error:
        complain(f"the support file was not written: {error.strerror or error}")
        return ExitCode.UNUSABLE
    for part in made.parts:
        console.print(f"{part.size:>9,}  {part.name}")
    console.print(f"{len(made.archive):>9,}  {target}")
    return ExitCode.DONE


def doctor_report(console: Console) -> dict[str, object]:
    """Returns what `doctor --json` says."""
    from desktop.commands import doctor

    report: dict[str, object] = json.loads(doctor.examine(console).as_json())
    return report


def _target(asked: Path, own: tuple[Path, ...]) -> Path:
    """Returns the path to write to, without links.

    Raises:
        UsageError: it is a link, or a file of another kind, which would be lost, or its folder does not exist.
        ResultFileError: it is not a regular file, belongs to the till, or is in a folder that cannot be written.
    """
    if asked.is_symlink():
        raise UsageError("is a link: name the file itself")
    target = result_file.check(asked, own)
    if not target.parent.is_dir():
        # A folder that is made for a wrong name hides the file, for example under a disk that is not mounted.
        raise UsageError("is in a folder that does not exist")
    try:
        with target.open("rb") as file:
            begins = file.read(len(_ZIP))
    except FileNotFoundError:
        return target
    except OSError as error:
        raise UsageError(f"exists and cannot be read: {error.strerror}") from None
    if begins not in {b"", _ZIP}:
        raise UsageError("exists, and is not a zip file")
    return target
