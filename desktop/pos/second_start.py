"""Runs a second start on a data folder: hands its arguments to the open window, and waits for the outcome."""

from __future__ import annotations

import json
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.exit_codes import ExitCode
from desktop.pos.hand_over import fields_of, print_record
from desktop.pos.single_instance import connect_to_window

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pos.hand_over import StartArguments

_CONNECT_TIMEOUT = 10.0
"""Seconds to wait until the first window listens. It may still be starting."""

_RETRY_INTERVAL = 0.1
"""Seconds between two tries to connect."""

_LINK_TIMEOUT = 10_000
"""Milliseconds in which the window must confirm a link."""


def hand_over(name: str, arguments: StartArguments, data: Path) -> int | None:
    """Hands the arguments to the open window, and prints the outcome on standard output.

    A link only waits for confirmation, because no program reads its outcome.

    Args:
        name: the name of the program, for Qt.
        arguments: the arguments of this start.
        data: the data folder of both starts.

    Returns:
        The exit code; None if no window answers.
    """
    # Python's own handler for Ctrl-C only runs between Python instructions, and waiting for the answer has none.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QCoreApplication([name])
    message = {
        "handed_over": arguments.is_handed_over,
        **fields_of(arguments),
        "result": str(arguments.result) if arguments.result else None,
        "by_link": arguments.by_link,
    }
    answer = ask_window(data, message, timeout=_LINK_TIMEOUT if arguments.by_link else -1)
    app.shutdown()
    if answer is None:
        if arguments.by_link:
            # A page can hold any number of links, and each would open another window that cannot work.
            _complain("the till that is open does not answer, so the link was not followed")
            return ExitCode.UNUSABLE
        return None
    record = answer.get("record")
    if isinstance(record, dict):
        print_record(record)
    error = answer.get("error")
    if isinstance(error, str):
        _complain(error)
    code = answer.get("code")
    # If the window ended without an answer, the outcome can be anything.
    return code if isinstance(code, int) else ExitCode.UNKNOWN


def ask_window(data: Path, message: dict[str, Any], *, timeout: int = -1) -> dict[str, Any] | None:
    """Sends a message to the window on a data folder, and waits for the answer.

    Args:
        data: the data folder.
        message: what is handed over.
        timeout: milliseconds to wait for the answer; -1 for no limit.

    Returns:
        The window's answer. It is empty if the window ended without one, and None if no window of this user listens.
    """
    end = time.monotonic() + _CONNECT_TIMEOUT
    while (socket := connect_to_window(data, 500)) is None:
        if time.monotonic() > end:
            return None
        # No event tells when the other process begins to listen, and there is nothing else to do meanwhile.
        time.sleep(_RETRY_INTERVAL)
    socket.write((json.dumps(message) + "\n").encode())
    socket.flush()
    received = b""
    while b"\n" not in received:
        if not socket.waitForReadyRead(timeout):
            break
        received += bytes(socket.readAll().data())
    try:
        answer = json.loads(received.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _complain(text: str) -> None:
    if sys.stderr is not None:
        print(f"points-till: {text}", file=sys.stderr)  # noqa: T201 - tells the terminal
