"""Prints the token of the POS's local interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.store.api_token import ensure_token

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Prints the token, and makes it if there is none. With `--new`, the earlier one stops working at once.

    Raises:
        OSError: it cannot be kept.
    """
    console.print(ensure_token(paths.api_token(console.data), new=console.command.new))
    return ExitCode.DONE
