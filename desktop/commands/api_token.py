"""Prints the token of the POS's local interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.standard_output import complain
from desktop.store.api_token import ensure_token

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Prints the token, and makes it if there is none. With `--new`, the earlier one stops working at once."""
    file = paths.api_token(console.data)
    try:
        token = ensure_token(file, new=console.command.new)
    except OSError as error:
        complain(f"the token cannot be kept in {file}: {error.strerror} (PT-DISK)")
        return ExitCode.UNUSABLE
    console.print(token)
    return ExitCode.DONE
