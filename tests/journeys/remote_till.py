"""Runs a till in a process of its own that a test controls: the real program, and a person in it who takes commands.

`python -m tests.journeys.remote_till PORT [options of points-till]` connects to the test's port, reads one JSON list
per line, does it in the window and answers in JSON. Everything except the person is the real program.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

ROOT = Path(__file__).parents[2]
AT_ONCE = "REMOTE_TILL_AT_ONCE"
"""Names the variable for what happens before any command: `close` or `quit`, when the window is made or filled."""

TIMEOUT = 60.0
"""Seconds for a start, an answer or an end: far more than any takes, and less than pytest gives a whole test."""

_NOISE = "This plugin does not support propagateSizeHints()"
_OWN_LINE = re.compile(r"\d{4}-\d\d-\d\dT\S+ (WARNING|ERROR) \S+ desktop\.")


class RemoteTill:
    """A till in a process of its own, as a test sees it.

    Attributes:
        process: the program.
    """

    def __init__(self, *arguments: str | Path, environment: dict[str, str] | None = None) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        port = str(self._listening.getsockname()[1])
        self.process = start("tests.journeys.remote_till", port, *arguments, environment=environment)
        self._stream: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        if self._stream is not None:
            self._stream.close()
        self._listening.close()

    def do(self, command: str, *arguments: object) -> Any:  # noqa: ANN401 - the command's result
        """Sends a command, and returns its result."""
        if self._stream is None:
            connection = self._accept()
            connection.settimeout(TIMEOUT)
            self._stream = connection.makefile("rw", encoding="utf-8")
            connection.close()
        try:
            self._stream.write(json.dumps([command, *arguments]) + "\n")
            self._stream.flush()
            line = self._stream.readline()
        except OSError:  # it has ended, or its time is over
            line = ""
        if not line:
            raise AssertionError(f"the till did not answer {command!r}: {self._last_words()}")
        answer = json.loads(line)
        assert answer[0] == "done", answer[1]
        return answer[1]

    def _accept(self) -> socket.socket:
        """Waits for the till to connect, but not if it has ended."""
        end = time.monotonic() + TIMEOUT
        self._listening.settimeout(0.25)
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(TimeoutError):
                return self._listening.accept()[0]
        raise AssertionError(f"the till did not connect: {self._last_words()}")

    def _last_words(self) -> str:
        """The exit code and all output of a till that is of no more use."""
        try:
            # If it is ending by itself, its exit code says why.
            output, complaints = self.process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            output, complaints = self.process.communicate()
        return f"it ended with {self.process.returncode} and printed\n{output}{complaints}"

    def until_sees(self, name: str) -> None:
        """Waits until a widget with this name is visible."""
        self.do("until_sees", name)

    def until_says(self, part: str) -> None:
        """Waits until the message contains a text."""
        self.do("until_says", part)

    def find_member(self, mobile: str = "9777788221") -> None:
        """Looks up a member."""
        self.do("type", "Mobile number", mobile)
        self.do("key", "Return")
        self.until_sees("Points to redeem")

    def send_code(self, points: str, bill: str = "") -> None:
        """Has a code sent."""
        if bill:
            self.do("type", "Bill number", bill)
        self.do("type", "Points to redeem", points)
        self.do("key", "Return")
        self.until_sees("Validation code")

    def enter_code(self, code: str) -> None:
        """Enters the code and presses Enter."""
        self.do("type", "Validation code", code)
        self.do("key", "Return")

    def end(self) -> Ended:
        """Waits for the end of the process."""
        return ended(self.process)


class Ended:
    """How a process ended.

    Attributes:
        code: its exit code.
        output: its standard output.
        complaints: what Qt, Python or another library wrote to standard error, without the program's own log.
        seconds: how long the end took.
    """

    def __init__(self, code: int, output: str, complaints: str, seconds: float) -> None:
        self.code = code
        self.output = output
        lines = [line for line in complaints.splitlines() if _NOISE not in line]
        self.complaints = "\n".join(line for line in lines if not _OWN_LINE.match(line))
        self.seconds = seconds

    @property
    def record(self) -> dict[str, str | None]:
        """Returns the one line of JSON on standard output."""
        lines = self.output.splitlines()
        assert len(lines) == 1, lines
        found: dict[str, str | None] = json.loads(lines[0])
        return found


def start(module: str, *arguments: str | Path, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """Starts a module of this project, without a screen and without this machine's settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("POINTS_TILL_")}
    clean |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env=clean | (environment or {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def ended(process: subprocess.Popen[str], said: str | None = None) -> Ended:
    """Waits for a process to end.

    Args:
        process: the process.
        said: what to send to its standard input.
    """
    begun = time.monotonic()
    try:
        output, complaints = process.communicate(said, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        output, complaints = process.communicate()
        raise AssertionError(f"it did not end within {TIMEOUT:g} s and had printed\n{output}{complaints}") from None
    return Ended(process.returncode, output, complaints, time.monotonic() - begun)


def run(*arguments: str | Path, environment: dict[str, str] | None = None, said: str | None = None) -> Ended:
    """Runs `points-till` to its end."""
    return ended(start("desktop", *arguments, environment=environment), said)


def has_result(path: Path, outcome: str = "") -> bool:
    """True if there is a result file, and it has this outcome if one is given."""
    return path.exists() and (not outcome or json.loads(path.read_text(encoding="utf-8"))["outcome"] == outcome)


def main() -> int:  # noqa: C901 - all commands of the child in one place
    """Runs the child process."""
    from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Slot
    from PySide6.QtWidgets import QApplication

    from desktop import start
    from desktop.gui.key_guard import KeyGuard
    from desktop.gui.main_window import MainWindow
    from tests.journeys.cashier import Person

    connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    at_once, _, when = os.environ.get(AT_ONCE, "").partition(" ")

    class CommandRunner(QObject):
        """Carries out the test's commands in the window."""

        def __init__(self, window: MainWindow) -> None:
            super().__init__(window)
            self._window = window
            self._person = Person(window)
            self._received = b""
            self._waits: Callable[[], bool] | None = None
            self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_command)
            self._poll = QTimer(self)
            self._poll.setInterval(30)
            self._poll.timeout.connect(self._on_poll)

        @Slot()
        def _on_command(self) -> None:
            received = connection.recv(65_536)
            if not received:
                self._notifier.setEnabled(False)
                return
            self._received += received
            while b"\n" in self._received:
                line, _, self._received = self._received.partition(b"\n")
                self._run_command(*json.loads(line))

        def _run_command(self, command: str, *arguments: Any) -> None:  # noqa: ANN401 - as received
            person = self._person
            match command, *arguments:
                case "until_sees", name:
                    self._wait(lambda: person.sees(name))
                case "until_says", part:
                    self._wait(lambda: person.sees("Message") and part in person.message)
                case "until_message", text:
                    self._wait(lambda: person.sees("Message") and person.message == text)
                case "until_text", name, text:
                    self._wait(lambda: person.sees(name) and person.text(name) == text)
                case "until_file", path, *outcome:
                    self._wait(lambda: has_result(Path(path), *outcome))
                case "key", name:
                    self._answer(person.key, Qt.Key[f"Key_{name}"])
                case ("names",):
                    self._answer(person.names)
                case ("message",):
                    self._answer(lambda: person.message)
                case ("value" | "text" | "type" | "press" | "sees") as verb, *rest:
                    self._answer(getattr(person, verb), *rest)
                case ("close",):
                    self._answer(self._window.close)
                case ("quit",):
                    self._answer(lambda: None)
                    QApplication.quit()
                case _:
                    self._say("failed", f"no such command: {command}")

        def _answer(self, act: Callable[..., object], *arguments: object) -> None:
            try:
                result = act(*arguments)
            except AssertionError as error:
                self._say("failed", str(error))
            else:
                self._say("done", result)

        def _wait(self, holds: Callable[[], bool]) -> None:
            self._waits = holds
            self._poll.start()
            self._on_poll()

        @Slot()
        def _on_poll(self) -> None:
            # A key right after the window has changed does not count.
            guard = self._window.findChild(KeyGuard)
            if self._waits is not None and self._waits() and (guard is None or guard.is_at_rest):
                self._waits = None
                self._poll.stop()
                self._say("done", True)

        def _say(self, how: str, what: object) -> None:
            connection.sendall((json.dumps([how, what]) + "\n").encode())

    make = MainWindow.__init__
    windows: list[MainWindow] = []

    def leave() -> None:
        if at_once == "close":
            windows[0].close()
        else:
            QApplication.quit()

    def made(window: MainWindow, *arguments: Any) -> None:  # noqa: ANN401 - passed on unchanged
        make(window, *arguments)
        windows.append(window)
        CommandRunner(window)
        if at_once and when == "made":
            QTimer.singleShot(0, leave)
        elif at_once:
            # Later, because the program's own slot, which fills the window, was connected afterwards.
            window.painted.connect(lambda: QTimer.singleShot(0, leave))

    MainWindow.__init__ = made  # type: ignore[method-assign,assignment]  # the one place where the person can get in
    return start.run(["points-till", *sys.argv[2:]])


if __name__ == "__main__":
    sys.exit(main())
