"""Runs the practice service alone, until the program is ended."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.standard_output import complain
from desktop.training.service import PracticeService

if TYPE_CHECKING:
    from desktop.commands.console import Console


def run(console: Console) -> ExitCode:
    """Starts the practice service and prints its address, till, password and members as one line of JSON."""
    port = console.command.port
    service = PracticeService(port=port, code_valid_for=console.settings.code_valid_for or 900.0)
    try:
        service.start()
    except OSError as error:
        complain(f"port {port} cannot be used: {error.strerror}")
        return ExitCode.USAGE
    try:
        # Flush, because another program waits for this line, and may end this one as soon as it has read it.
        console.print(json.dumps(service.describe(), ensure_ascii=False), flush=True)
        threading.Event().wait()
    except KeyboardInterrupt:
        pass
    finally:
        service.stop()
    return ExitCode.DONE
