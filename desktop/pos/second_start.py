"""Runs a second start on a data folder: hands its arguments to the open window, and waits for the outcome.

A POS waits for it, so it does without Qt if the system's sockets are Python's too.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from desktop.domain.exit_codes import ExitCode
from desktop.pos.start_arguments import fields_of, print_record
from desktop.standard_output import complain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.pos.start_arguments import StartArguments

CLOSING = "closing"
"""In an answer: the window closes, and has taken nothing."""

_CONNECT_TIMEOUT = 10.0
"""Seconds to wait until the first window listens, or has ended. It may still be starting."""

_RETRY_INTERVAL = 0.1
"""Seconds between two tries to connect."""

_TRY_TIMEOUT = 0.5
"""Seconds that one try may take."""

_LINK_TIMEOUT = 10.0
"""Seconds in which the window must confirm a link."""

_PIECE = 65_536
"""Bytes that are received at a time."""


class WindowConnection(Protocol):
    """A connection to the window."""

    def send(self, data: bytes) -> None:
        """Sends a message. Has no effect if the window has ended."""

    def receive(self, timeout: float | None) -> bytes:
        """Waits for a piece of the answer. Empty if the window has ended, or the time is over.

        Args:
            timeout: seconds; None for no limit.
        """

    def close(self) -> None:
        """Closes the connection."""


def hand_over(arguments: StartArguments, data: Path, has_ended: Callable[[], bool]) -> int | None:
    """Hands the arguments to the open window, and prints the outcome on standard output.

    A link only waits for confirmation, because no program reads its outcome.

    Args:
        arguments: the arguments of this start.
        data: the data folder of both starts.
        has_ended: True if the window has ended by now.

    Returns:
        The exit code; None if no window answers.
    """
    message = {
        "handed_over": arguments.is_handed_over,
        **fields_of(arguments),
        "result": str(arguments.result) if arguments.result else None,
        "by_link": arguments.by_link,
        "settings": {name: str(value) for name, value in arguments.overrides.items()},
    }
    timeout = _LINK_TIMEOUT if arguments.by_link else None
    answer = ask_window(data, message, timeout=timeout, has_ended=has_ended)
    if answer is None:
        if arguments.by_link and not has_ended():
            # A page can hold any number of links, and each would open another window that cannot work.
            complain("the till that is open does not answer, so the link was not followed")
            return ExitCode.UNUSABLE
        return None
    record = answer.get("record")
    if isinstance(record, dict):
        print_record(record)
    error = answer.get("error")
    if isinstance(error, str):
        complain(error)
    code = answer.get("code")
    if isinstance(code, int):
        return code
    # The window ended without an answer, so the outcome can be anything.
    complain("the window ended before it told the outcome; ask “points-till outcome”, and do not redeem again before")
    if arguments.is_handed_over and not arguments.by_link:
        print_record(_unknown(arguments))
    return ExitCode.UNKNOWN


def _unknown(arguments: StartArguments) -> dict[str, object]:
    """Returns a result that says only what was handed over."""
    # Few starts need it.
    from datetime import UTC, datetime

    from desktop.domain.result_record import result

    at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    nothing = result(None, mobile=arguments.mobile or "", bill=arguments.bill or "", at=at)
    return {**nothing, "outcome": "unknown", "external_reference_number": arguments.give_back}


def ask_window(
    data: Path,
    message: dict[str, Any],
    *,
    timeout: float | None = None,
    has_ended: Callable[[], bool] = lambda: False,
) -> dict[str, Any] | None:
    """Sends a message to the window on a data folder, and waits for the answer.

    Args:
        data: the data folder.
        message: what is handed over.
        timeout: seconds to wait for the answer; None for no limit.
        has_ended: True if the window has ended by now, so that there is nothing to wait for.

    Returns:
        The window's answer. It is empty if the window ended without one, and None if no window of this user listens,
        or one has closed without taking the message.
    """
    end = time.monotonic() + _CONNECT_TIMEOUT
    while True:
        line = connect_to_window(data, _TRY_TIMEOUT)
        if line is not None:
            answer = _ask(line, message, timeout)
            if not answer.get(CLOSING):
                return answer
            # It may have said so only after it had checked a file for long, and it has yet to end.
            end = time.monotonic() + _CONNECT_TIMEOUT
        if has_ended() or time.monotonic() > end:
            return None
        # No event tells when the other process begins to listen, and there is nothing else to do meanwhile.
        time.sleep(_RETRY_INTERVAL)


def _ask(line: WindowConnection, message: dict[str, Any], timeout: float | None) -> dict[str, Any]:
    received = b""
    try:
        line.send((json.dumps(message) + "\n").encode())
        while b"\n" not in received:
            piece = line.receive(timeout)
            if not piece:
                break
            received += piece
    finally:
        line.close()
    try:
        answer = json.loads(received.partition(b"\n")[0])
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
    # Python has no named pipes.
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtNetwork import QLocalSocket

    from desktop.pos.peers import is_this_user
    from desktop.pos.window_address import note_stranger, trusted_addresses

    class _Pipe:
        def __init__(self, socket: QLocalSocket, app: QCoreApplication) -> None:
            self._socket = socket
            self._app = app

        def send(self, data: bytes) -> None:
            self._socket.write(data)
            self._socket.flush()

        def receive(self, timeout: float | None) -> bytes:
            if not self._socket.waitForReadyRead(-1 if timeout is None else int(timeout * 1000)):
                return b""
            return bytes(self._socket.readAll().data())

        def close(self) -> None:
            self._socket.abort()

    def connect_to_window(data: Path, timeout: float) -> WindowConnection | None:
        """Connects to the window on a data folder. Returns None if none listens, or another user's process does.

        Args:
            data: the data folder.
            timeout: seconds.
        """
        app = QCoreApplication.instance() or QCoreApplication([])
        for address in trusted_addresses(data):
            connection = QLocalSocket()
            connection.connectToServer(address.name)
            if not connection.waitForConnected(int(timeout * 1000)):
                continue
            if is_this_user(int(connection.socketDescriptor()), server=True):
                return _Pipe(connection, app)
            note_stranger()
            connection.abort()
        return None

else:
    import socket

    from desktop.pos.peers import is_this_user
    from desktop.pos.window_address import note_stranger, trusted_addresses

    class _Socket:
        def __init__(self, connection: socket.socket) -> None:
            self._connection = connection

        def send(self, data: bytes) -> None:
            # If the window has ended, there is nothing to receive either.
            with suppress(OSError):
                self._connection.sendall(data)

        def receive(self, timeout: float | None) -> bytes:
            self._connection.settimeout(timeout)
            try:
                return self._connection.recv(_PIECE)
            except OSError:
                return b""

        def close(self) -> None:
            self._connection.close()

    def connect_to_window(data: Path, timeout: float) -> WindowConnection | None:
        """Connects to the window on a data folder. Returns None if none listens, or another user's process does.

        Args:
            data: the data folder.
            timeout: seconds.
        """
        for address in trusted_addresses(data):
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(timeout)
            try:
                connection.connect(address.name)
            except OSError:
                connection.close()
                continue
            if is_this_user(connection.fileno(), server=True):
                return _Socket(connection)
            note_stranger()
            connection.close()
        return None
