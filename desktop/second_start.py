"""Owns a second start on a data folder: hands its arguments to the window that is open, and waits for the outcome."""

from __future__ import annotations

import json
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket

from desktop.domain.exit_codes import ExitCode
from desktop.single_instance import name_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.command_line import CommandLine

_PATIENCE = 10.0
"""Seconds that a second start waits for the first window to listen: it may itself be starting."""

_PAUSE = 0.1
"""Seconds between two tries to reach it."""


def hand_over(name: str, command: CommandLine, data: Path) -> int | None:
    """Hands a command line to the window that is open, and says what came of it on standard output.

    Args:
        name: of the program, for Qt.
        command: what was asked for.
        data: the folder that both are started on.

    Returns:
        The exit code; None where no window answers.
    """
    # Python's own way with Ctrl-C waits for Python code to run, of which there is none until the answer is there.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QCoreApplication([name])
    answer = ask_window(
        data,
        {
            "handed_over": command.is_handed_over,
            "mobile": command.mobile,
            "points": command.points,
            "bill": command.bill,
            "result": str(command.result.absolute()) if command.result else None,
        },
    )
    app.shutdown()
    if answer is None:
        return None
    record = answer.get("record")
    if record is not None and sys.stdout is not None:
        print(json.dumps(record, ensure_ascii=False), flush=True)  # noqa: T201 - the contract: on standard output
    code = answer.get("code")
    # A window that went away without an answer may have left anything behind.
    return code if isinstance(code, int) else ExitCode.UNKNOWN


def ask_window(data: Path, message: dict[str, Any]) -> dict[str, Any] | None:
    """Hands a second start's arguments to the window on the same data folder, and waits for the outcome.

    Returns:
        What the window answers; an empty answer where it ended without one; None where no window listens.
    """
    socket = QLocalSocket()
    end = time.monotonic() + _PATIENCE
    while True:
        socket.connectToServer(name_of(data))
        if socket.waitForConnected(500):
            break
        if time.monotonic() > end:
            return None
        # Nothing tells when the other one begins to listen, and there is nothing else to do meanwhile.
        time.sleep(_PAUSE)
    socket.write((json.dumps(message) + "\n").encode())
    socket.flush()
    received = b""
    while b"\n" not in received:
        if not socket.waitForReadyRead(-1):
            break
        received += bytes(socket.readAll().data())
    try:
        answer = json.loads(received.partition(b"\n")[0])
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
