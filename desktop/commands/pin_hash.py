"""Hashes a supervisor's PIN for the settings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.standard_output import complain
from desktop.store.pins import PinError, hash_pin

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Reads the PIN from standard input and prints its hash."""
    try:
        # Some shells begin with a byte order mark.
        console.print(hash_pin(sys.stdin.readline().lstrip("\ufeff")))
    except UnicodeError:
        complain("the PIN on standard input is not UTF-8")
        return ExitCode.USAGE
    except PinError as error:
        complain(str(error))
        return ExitCode.USAGE
    return ExitCode.DONE
