"""Runs a second start on a data folder: hands its arguments to the window that is open, and waits for the outcome."""

from __future__ import annotations

import json
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.exit_codes import ExitCode
from desktop.hand_over import say
from desktop.single_instance import connected

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.command_line import CommandLine

_PATIENCE = 10.0
"""Seconds that a second start waits for the first window to listen: it may itself be starting."""

_PAUSE = 0.1
"""Seconds between two tries to reach it."""

_RECEIPT_OF_A_LINK = 10_000
"""Milliseconds that a link waits for the window to say that it has it."""


def hand_over(name: str, command: CommandLine, data: Path) -> int | None:
    """Hands a command line to the window that is open, and prints the outcome on standard output.

    A link is handed over and not waited for: no program reads its outcome.

    Args:
        name: of the program, for Qt.
        command: what was asked for.
        data: the folder that both are started on.

    Returns:
        The exit code; None if no window answers.
    """
    # Python's own way with Ctrl-C waits for Python code to run, of which there is none until the answer is there.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QCoreApplication([name])
    message = {
        "handed_over": command.is_handed_over,
        "mobile": command.mobile,
        "points": command.points,
        "bill": command.bill,
        "result": str(command.result) if command.result else None,
        "by_link": command.by_link,
    }
    answer = ask_window(data, message, within=_RECEIPT_OF_A_LINK if command.by_link else -1)
    app.shutdown()
    if answer is None:
        if command.by_link:
            # A page can hold any number of links, and each would open another window that cannot work.
            _complain("the till that is open does not answer, so the link was not followed")
            return ExitCode.UNUSABLE
        return None
    record = answer.get("record")
    if isinstance(record, dict):
        say(record)
    error = answer.get("error")
    if isinstance(error, str):
        _complain(error)
    code = answer.get("code")
    # A window that went away without an answer may have left anything behind.
    return code if isinstance(code, int) else ExitCode.UNKNOWN


def ask_window(data: Path, message: dict[str, Any], *, within: int = -1) -> dict[str, Any] | None:
    """Hands a second start's arguments to the window on the same data folder, and waits for the outcome.

    Args:
        data: the data folder.
        message: what is handed over.
        within: milliseconds to wait for the answer; -1 for as long as it takes.

    Returns:
        What the window answers; an empty answer if it ended without one; None if no window of this user listens.
    """
    end = time.monotonic() + _PATIENCE
    while (socket := connected(data, 500)) is None:
        if time.monotonic() > end:
            return None
        # Nothing tells when the other one begins to listen, and there is nothing else to do meanwhile.
        time.sleep(_PAUSE)
    socket.write((json.dumps(message) + "\n").encode())
    socket.flush()
    received = b""
    while b"\n" not in received:
        if not socket.waitForReadyRead(within):
            break
        received += bytes(socket.readAll().data())
    try:
        answer = json.loads(received.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _complain(text: str) -> None:
    if sys.stderr is not None:
        print(f"points-till: {text}", file=sys.stderr)  # noqa: T201 - a terminal is told on its standard error
